//! CPython 3.13's words for common mistakes, recorded by `record.py`, and what may never panic.

use std::rc::Rc;

use super::MAX_SOURCE;
use crate::code::Source;
use crate::compile::compile;

/// What differs from CPython, and why that is kept.
const DIFFERENT: [(&str, &str); 6] = [
    ("'\\N{foo}'\n", "the engine has no table of character names"),
    ("lambda *: 1\n", "CPython marks the colon of a lambda"),
    ("def f(*, /): pass\n", "the message is the plain one"),
    ("try:\n    x\nelse:\n    y\n", "the place is after the block"),
    ("from x import a, *\n", "the place is the comma's"),
    ("@x\n", "CPython gives column 0"),
];

fn refusal(text: &str) -> String {
    match compile(&Rc::new(Source::new("x.py", text))) {
        Ok(_) => "no error".to_owned(),
        Err(errors) => {
            let error = &errors[0];
            format!(
                "{} {} {} {} {} {}",
                error.kind.class_name(),
                error.line,
                error.column,
                error.end_line,
                error.end_column,
                error.message
            )
        }
    }
}

/// CPython gives no end, or an end of 0 or -1, where only a place is known.
fn without_odd_ends(recorded: &str) -> String {
    let mut words: Vec<&str> = recorded.splitn(6, ' ').collect();
    if words[4].parse::<i32>().is_ok_and(|end| end > 0) {
        return recorded.to_owned();
    }
    words[3] = words[1];
    words[4] = words[2];
    words.join(" ")
}

#[test]
fn says_what_cpython_says() {
    let (mut checked, mut awaiting) = (0, 0);
    for case in include_str!("recorded.txt").split("<<<<\n").skip(1) {
        let (source, recorded) = case.split_once(">>>>\n").expect("a well-formed case");
        let expected = without_odd_ends(recorded.trim_end_matches('\n'));
        let ours = refusal(source);
        if DIFFERENT.iter().any(|(different, _)| *different == source) {
            assert_ne!(ours, expected, "{source:?} is no longer different");
            assert!(ours.contains("Error"), "{source:?} is refused all the same");
            continue;
        }
        // A module may await here, as a cell of a notebook.
        if ours == "no error"
            && ["'await'", "'async with'", "'async for'", "asynchronous comprehension"]
                .iter()
                .any(|word| expected.contains(&format!("{word} outside")))
        {
            awaiting += 1;
            continue;
        }
        assert_eq!(ours, expected, "{source:?}");
        checked += 1;
    }
    assert!(checked > 400, "only {checked} cases");
    assert!(awaiting > 4, "only {awaiting} cases of a module that awaits");
}

#[test]
fn what_could_exhaust_the_stack_is_refused() {
    let check = |text: &str, expected: &str| {
        let ours = refusal(text);
        assert!(ours.ends_with(expected), "{ours} for {:?}", &text[..text.len().min(40)]);
    };
    let many = 100_000;
    check(&"(".repeat(many), "too many nested parentheses");
    check(&"[".repeat(201), "too many nested parentheses");
    check(&format!("x = {}1\n", "-".repeat(many)), "expression is nested too deeply");
    check(&format!("x = {}1\n", "not ".repeat(many)), "expression is nested too deeply");
    check(&format!("x = {}1\n", "lambda: ".repeat(many)), "expression is nested too deeply");
    check(&format!("x = 1{}\n", " + 1".repeat(many)), "expression is nested too deeply");
    check(&format!("x = a{}\n", ".b".repeat(many)), "expression is nested too deeply");
    check(&format!("x = a{}\n", "()".repeat(many)), "expression is nested too deeply");
    check(&format!("x = {}1\n", "1 if a else ".repeat(many / 2)), "expression is nested too deeply");
    check(&"if x: ".repeat(many), "expression is nested too deeply");
    let indented: String = (0..120).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    check(&indented, "too many levels of indentation");
    let loops: String = (0..30).map(|depth| format!("{}while x:\n", " ".repeat(depth))).collect();
    check(&format!("{loops}{}y\n", " ".repeat(30)), "too many statically nested blocks");
    check("x = 1\0", "source code cannot contain null bytes");
    check(&"#".repeat(MAX_SOURCE + 1), "the limit is 1048576");
    check(&format!("x = {}\n", "1".repeat(5000)), "to avoid decimal conversion limits.");
    // Each `finally` body is compiled once for each way out: copies of copies are bounded.
    let finals = |depth: usize| -> String {
        let line = |level: usize| format!("{0}try: x\n{0}finally:\n", " ".repeat(level));
        let open: String = (0..depth).map(line).collect();
        format!("{open}{}y\n", " ".repeat(depth))
    };
    check(&finals(8), "no error");
    check(&finals(19), "the compiled program is too large");
}

#[test]
fn what_is_deep_but_allowed_compiles() {
    let check = |text: &str| assert_eq!(refusal(text), "no error", "{:?}", &text[..text.len().min(40)]);
    check(&format!("x = {}1{}\n", "(".repeat(199), ")".repeat(199)));
    check(&format!("x = {}{}\n", "[".repeat(199), "]".repeat(199)));
    check(&format!("x = 1{}\n", " + a".repeat(390)));
    check(&format!("x = {}1\n", "not ".repeat(390)));
    check(&format!("x = {}1\n", "lambda: ".repeat(190)));
    check(&format!("x = [{}]\n", "1, ".repeat(50_000)));
    check(&format!("x = [{}]\n", "a, ".repeat(50_000)));
    check(&format!("f({})\n", "a, ".repeat(5_000)));
    check(&format!("x = {{{}}}\n", "a: 1, ".repeat(5_000)));
    check(&"x = 1\n".repeat(50_000));
    check(&format!("if x:\n    y\n{}", "elif x:\n    y\n".repeat(5_000)));
    let indented: String = (0..99).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect();
    check(&format!("{indented}{}y\n", " ".repeat(99)));
    check(&format!("f'{}'\n", "{x}a".repeat(5_000)));
}

/// Programs changed at random: whatever comes out, it compiles or is refused with a place in the text.
#[test]
fn mutated_programs_never_panic() {
    let seeds: Vec<&str> = include_str!("recorded.txt")
        .split("<<<<\n")
        .skip(1)
        .filter_map(|case| case.split_once(">>>>\n"))
        .map(|(source, _)| source)
        .chain([include_str!("seed.txt")])
        .collect();
    let rounds: u64 =
        std::env::var("LOOPSCOPE_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(3_000);
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(below.max(1)).unwrap_or(1)).unwrap_or(0)
    };
    for round in 0..rounds {
        let mut text: Vec<char> = seeds[random(seeds.len())].chars().collect();
        if round % 3 == 0 {
            text = include_str!("seed.txt").chars().collect();
        }
        for _ in 0..=random(4) {
            let place = random(text.len() + 1);
            match random(4) {
                0 if place < text.len() => {
                    text.remove(place);
                }
                1 => {
                    let other: Vec<char> = seeds[random(seeds.len())].chars().collect();
                    let from = random(other.len());
                    let piece = other[from..(from + random(12)).min(other.len())].to_vec();
                    text.splice(place..place, piece);
                }
                2 => {
                    let end = (place + random(20)).min(text.len());
                    text.drain(place..end);
                }
                _ => {
                    let letters = [
                        '(', ')', '[', '{', '}', '\'', '"', '\\', '\n', ' ', '\t', ':', '=', '*', 'é',
                        '\u{3000}', 'f', '0', '.', '#', '\0', '\r', '日', '@', ';', ',',
                    ];
                    text.insert(place, letters[random(letters.len())]);
                }
            }
        }
        let text: String = text.into_iter().collect();
        if let Err(errors) = compile(&Rc::new(Source::new("x.py", text.as_str()))) {
            let error = &errors[0];
            assert!(error.range.0 <= error.range.1, "{text:?}: {error:?}");
            assert!(error.range.1 as usize <= text.len(), "{text:?}: {error:?}");
            assert!(error.line >= 1 && error.column >= 1, "{text:?}: {error:?}");
            assert!((error.end_line, error.end_column) >= (error.line, error.column), "{text:?}: {error:?}");
            // Showing it must not panic either.
            let shown = crate::traceback::render_syntax_error(&Source::new("x.py", text.as_str()), error);
            assert!(shown.ends_with('\n'));
        }
    }
}
