//! Sources that nobody would write: the analysis ends, never panics, and says when it is not complete.

use loopscope_scenario::MAX_SOURCE_BYTES;
use loopscope_scenario::edit::{Direction, Refusal, add_row, analyse, move_row, remove_row, set_number};

#[test]
fn deep_nesting_is_refused() {
    let deep = 80_000;
    for source in [
        "(".repeat(deep),
        format!("x = {}1{}", "(".repeat(deep), ")".repeat(deep)),
        format!("x = {}1{}", "[".repeat(150), "]".repeat(150)),
        format!("x = {}1", "-".repeat(deep)),
        format!("x = {}1", "not ".repeat(deep)),
        format!("x = {}1", "1 + ".repeat(deep)),
        format!("x = {}1", "1 ** ".repeat(deep)),
        format!("x = {}1", "1 if 1 else ".repeat(deep)),
        format!("x = {}1", "lambda: ".repeat(deep)),
        format!("x{}", ".a".repeat(deep)),
        format!("x{}", "()".repeat(deep)),
        format!("x = {}1", "x = ".repeat(deep)),
        format!("{}x", "async ".repeat(deep)),
        format!("x = {}1{}", "f'{".repeat(150), "}'".repeat(150)),
        (0..200).map(|level| format!("{}if 1:\n", " ".repeat(level))).collect::<String>()
            + &" ".repeat(200)
            + "pass",
    ] {
        let refusal = analyse(&source).expect_err("too deep");
        assert!(matches!(refusal, Refusal::TooDeep | Refusal::Syntax { .. }), "{refusal}");
    }
}

#[test]
fn long_but_flat_is_not_deep() {
    let calls = "go(1), ".repeat(1_500);
    let flat = format!("import asyncio\nasync def go(n): await asyncio.sleep(n)\nasyncio.gather({calls})\n");
    let outline = analyse(&flat).expect("flat");
    assert_eq!((outline.delays.len(), outline.lists[0].rows.len()), (1_500, 1_500));
    assert!(outline.complete);
    let more = analyse(&flat.replace(&calls, &calls.repeat(2))).expect("flat");
    assert!(!more.complete, "3,000 rows are more than is shown");
    let chain = format!("if x: pass\n{}", "elif x: pass\n".repeat(5_000));
    analyse(&chain).expect("an elif chain is flat");
    let dict = format!("x = {{{}}}", "'a': [1, -2], ".repeat(20_000));
    analyse(&dict).expect("a table is flat");
}

#[test]
fn what_is_too_large_is_refused() {
    assert_eq!(analyse(&" ".repeat(MAX_SOURCE_BYTES + 1)), Err(Refusal::TooLarge));
    assert!(analyse(&" ".repeat(MAX_SOURCE_BYTES)).is_ok());
}

/// Programs of about 1 MiB that are hard in different ways.
fn large() -> Vec<(&'static str, String)> {
    let fill = |head: &str, line: &dyn Fn(usize) -> String| {
        let mut source = head.to_owned();
        for number in 0.. {
            let line = line(number);
            if source.len() + line.len() > MAX_SOURCE_BYTES {
                break;
            }
            source.push_str(&line);
        }
        source
    };
    let head =
        "import asyncio\nasync def go(delay, *rest, **more): await asyncio.sleep(delay); await go(*rest)\n";
    vec![
        ("calls", fill(head, &|n| format!("go({n}, {n})\n"))),
        (
            "functions",
            fill("import asyncio\n", &|n| {
                format!("async def f{n}(d): await f{}(d)\nasyncio.sleep({n})\n", n + 1)
            }),
        ),
        ("one name", fill("import asyncio\n", &|n| format!("d = {n}; asyncio.sleep(d)\n"))),
        (
            "aliases",
            fill("import asyncio\nsleep = asyncio.sleep\n", &|n| format!("d{n} = d{}; sleep(d{n})\n", n / 2)),
        ),
        (
            "methods",
            fill("import asyncio\nclass A:\n", &|n| {
                format!(
                    " async def run(self, d{n}, e=1): await asyncio.sleep(d{n}); await self.run(d{n}, {n})\n"
                )
            }),
        ),
        ("stars", fill(head, &|n| format!("go(*[{n}, *rest], **{{'delay': {n}}})\n"))),
        ("one line", format!("{head}x = [{}]", "go(1), ".repeat(140_000))),
        (
            "tuples",
            fill("import asyncio\nx = []\nfor a, b in x: asyncio.sleep(b)\n", &|n| {
                format!("x.append(({n}, {n}))\n")
            }),
        ),
        (
            "nested lists",
            fill(head, &|_| {
                let depth = 40;
                format!("{}{}\n", "asyncio.gather(go(".repeat(depth), "))".repeat(depth))
            }),
        ),
        ("tasks", fill("import asyncio\n", &|n| format!("t{n} = asyncio.create_task(go({n}))\n"))),
        ("words", fill("", &|n| format!("print('line', {n})  # {n}\n"))),
    ]
}

#[test]
fn large_sources_end_well() {
    for (name, source) in large() {
        let outline = analyse(&source).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        if let Some(delay) = outline.delays.last() {
            set_number(&source, &delay.range, 12345.0).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}

/// Prints how long each takes: `cargo test --release -p loopscope-scenario --test edit_hostile -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a test"]
fn time_of_large_sources() {
    for (name, source) in large() {
        let start = std::time::Instant::now();
        let outline = analyse(&source).expect("it parses");
        println!(
            "{name:>14}: {:6.1} ms for {} kB, {} delays, {} lists, complete: {}",
            start.elapsed().as_secs_f64() * 1e3,
            source.len() / 1000,
            outline.delays.len(),
            outline.lists.len(),
            outline.complete
        );
    }
}

/// Deterministic noise (xorshift64*).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32) as usize % bound
    }
}

#[test]
fn random_programs_never_panic_and_edits_keep_them_parsing() {
    const PIECES: &[&str] = &[
        "import asyncio\n",
        "async def go(a, b=1):\n",
        "    ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "asyncio.gather(",
        "go(",
        "1",
        "2.5",
        "'x'",
        ")",
        ", ",
        ",",
        "# c\n",
        " # d",
        "[",
        "]",
        "(",
        ")",
        "*",
        "**",
        "t = ",
        "u = ",
        "asyncio.create_task(",
        "await ",
        "t",
        "u",
        "; ",
        "asyncio.sleep(",
        "delay=",
        "for d in ",
        ": ",
        "lambda: ",
        "\\\n",
        "🦀",
        "é",
        "\0",
        "\u{c}",
        "async with asyncio.TaskGroup() as g:\n",
        "g.create_task(",
        "a, b = ",
        "f'{",
        "}'",
        "-",
        "if x else ",
        "pass",
        "return ",
    ];
    let seeds: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/goldens"))
        .expect("the goldens")
        .map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text"))
        .map(|text| text.split("==== ").next().unwrap_or("").to_owned())
        .collect();
    let mut random = Random(42);
    let mut parsed = 0;
    for _ in 0..6_000 {
        let mut source = seeds[random.below(seeds.len())].clone();
        for _ in 0..=random.below(2) {
            let place = |random: &mut Random| {
                let mut at = random.below(source.len() + 1);
                while !source.is_char_boundary(at) {
                    at -= 1;
                }
                at
            };
            let (from, to) = (place(&mut random), place(&mut random));
            match random.below(3) {
                0 => source.insert_str(from, PIECES[random.below(PIECES.len())]),
                1 => {
                    let end = to.clamp(from, source.floor_char_boundary(from + 12));
                    source.replace_range(from..end, PIECES[random.below(PIECES.len())]);
                }
                _ => {
                    let piece = source[from.min(to)..from.max(to)].to_owned();
                    let piece = &piece[..piece.floor_char_boundary(40)];
                    source.insert_str(from.max(to), piece);
                }
            }
        }
        let Ok(outline) = analyse(&source) else { continue };
        parsed += 1;
        // Each edit checks its own result; an error is fine, a panic is not.
        for list in &outline.lists {
            let _ = add_row(&source, list);
            let row = random.below(list.rows.len());
            let _ = remove_row(&source, list, row);
            let _ = move_row(&source, list, row, Direction::Down);
        }
    }
    assert!(parsed > 500, "only {parsed} programs parse: the noise is too loud");
}
