//! What CPython 3.13 prints, recorded by `record.py`, and the compiler's ranges checked against its own.

use std::rc::Rc;

use super::*;
use crate::code::{Code, Source};
use crate::compile::compile;
use crate::syntax::SyntaxErrorKind;
use crate::value::Value;

struct Case {
    name: String,
    source: String,
    frames: Vec<(String, u32, u32)>,
    shown: String,
}

fn cases() -> Vec<Case> {
    let recorded = include_str!("recorded.txt");
    let case = |text: &str| {
        let (name, rest) = text.split_once('\n')?;
        let (source, rest) = rest.split_once("---- frames\n")?;
        let (frames, shown) = rest.split_once("---- shown\n")?;
        let frame = |line: &str| {
            let mut words = line.split(' ');
            let name = words.next()?.to_owned();
            Some((name, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
        };
        let frames = frames.lines().map(frame).collect::<Option<_>>()?;
        Some(Case { name: name.to_owned(), source: source.to_owned(), frames, shown: shown.to_owned() })
    };
    recorded.split("#### ").skip(1).map(|text| case(text).expect("a well-formed case")).collect()
}

#[test]
fn shows_what_cpython_shows() {
    for case in cases() {
        let source = Source::new("x.py", case.source.as_str());
        let frames: Vec<FrameSummary<'_>> = case
            .frames
            .iter()
            .map(|(name, start, end)| FrameSummary { source: &source, name, range: (*start, *end) })
            .collect();
        let mut shown = String::new();
        render_frames(&mut shown, &frames);
        assert_eq!(shown, case.shown, "{}\n{shown}", case.name);
    }
}

/// Every range that CPython blames in these programs is the range of some instruction of ours.
#[test]
fn the_compiler_has_cpythons_ranges() {
    fn ranges(code: &Code, all: &mut Vec<(String, u32, u32)>) {
        all.extend(code.ranges.iter().map(|range| (code.name.as_str().to_owned(), range.0, range.1)));
        for value in &code.consts {
            if let Value::Code(inner) = value {
                ranges(inner, all);
            }
        }
    }
    for case in cases() {
        let code = compile(&Rc::new(Source::new("x.py", case.source.as_str()))).expect("it compiles");
        let mut all = Vec::new();
        ranges(&code, &mut all);
        for frame in &case.frames {
            assert!(all.contains(frame), "{}: {frame:?} is the range of no instruction", case.name);
        }
    }
}

#[test]
fn chains_say_why() {
    let report = |class: &str, message: &str, link| Report {
        class: class.to_owned(),
        message: Some(message.to_owned()),
        link,
        ..Report::default()
    };
    let chain = [
        report("RuntimeError", "third", Some(Link::Cause)),
        report("KeyError", "'second'", Some(Link::Context)),
        report("ValueError", "", None),
        report("OSError", "not shown", None),
    ];
    assert_eq!(
        render(&chain),
        "ValueError\n\
         \n\
         During handling of the above exception, another exception occurred:\n\
         \n\
         KeyError: 'second'\n\
         \n\
         The above exception was the direct cause of the following exception:\n\
         \n\
         RuntimeError: third\n"
    );
}

#[test]
fn notes_follow_and_failing_messages_are_told() {
    let report = Report {
        class: "pkg.Odd".to_owned(),
        notes: vec!["one\ntwo".to_owned(), "three".to_owned()],
        ..Report::default()
    };
    assert_eq!(render(&[report]), "pkg.Odd: <exception str() failed>\none\ntwo\nthree\n");
}

#[test]
fn syntax_errors_have_their_own_form() {
    let check = |text: &str, line, column, end_line, end_column, expected: &str| {
        let error = SyntaxDiagnostic {
            kind: SyntaxErrorKind::Syntax,
            message: "msg".to_owned(),
            line,
            column,
            end_line,
            end_column,
            range: (0, 0),
            at_end: false,
        };
        assert_eq!(render_syntax_error(&Source::new("x.py", text), &error), expected);
    };
    check("x\n    a b\n", 2, 5, 2, 8, "  File \"x.py\", line 2\n    a b\n    ^^^\nSyntaxError: msg\n");
    check("a = (\n", 1, 5, 1, 5, "  File \"x.py\", line 1\n    a = (\n        ^\nSyntaxError: msg\n");
    check(
        "\tfoo(\tx y\n",
        1,
        7,
        1,
        10,
        "  File \"x.py\", line 1\n    \tfoo(\tx y\n    \t    \t^^^\nSyntaxError: msg\n",
    );
}
