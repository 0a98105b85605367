//! Timelines of real programs, as a person can read and check them.
//!
//! Each program under `timelines/` runs on the virtual clock. The file beside it shows its source and what
//! the trace makes of the run: the sentence, the lanes, each lane's phases with their lines, and the
//! transcript. `UPDATE_GOLDENS=1 cargo test -p loopscope-tests --test timeline` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use loopscope_tests::traced::traced;
use loopscope_trace::exports::text;
use loopscope_trace::transcript::transcript;
use loopscope_trace::{Timeline, summary};

fn picture(source: &str, timeline: &Timeline) -> String {
    let mut picture = String::new();
    let mut add = |line: &str| writeln!(picture, "{}", line.trim_end()).expect("a string takes all");
    for (index, line) in source.lines().enumerate() {
        add(&format!("{:>3}  {line}", index + 1));
    }
    add("");
    add(&summary::sentence(timeline));
    add("");
    text::lanes(timeline, text::Options::default()).lines().for_each(&mut add);
    add("");
    timeline.order(false).into_iter().for_each(|lane| add(&text::spans(timeline, lane)));
    add("");
    transcript(timeline, 40).0.iter().for_each(|paragraph| add(&paragraph.to_string()));
    picture
}

/// Compares the picture of one program; gives the difference if there is one.
fn check(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_str()?;
    let source = fs::read_to_string(path).expect("the program can be read");
    let actual = picture(&source, &traced(name, &source).1);
    let golden = path.with_extension("txt");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(golden, actual).expect("the picture can be written");
        return None;
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    (actual != expected).then(|| format!("{name}\n--- is\n{actual}\n--- should be\n{expected}"))
}

#[test]
fn programs_give_their_timelines() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("timelines");
    let entries = fs::read_dir(folder).expect("the programs are there");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    paths.sort();
    assert!(paths.len() >= 10, "the programs are there");
    let failures: Vec<String> = paths.iter().filter_map(|path| check(path)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// What the library writes for a program is of the program's own line.
#[test]
fn written_lines_are_the_programs() {
    let source = [
        "import asyncio",
        "import logging",
        "import sys",
        "async def main():",
        "    await asyncio.sleep(1)",
        "    logging.warning(",
        "        'it is %s', 'late'",
        "    )",
        "    sys.stderr.writelines(['one\\n'])",
        "    print('two')",
        "    logging.error('three')",
        "asyncio.run(main())",
    ];
    let timeline = traced("logged.py", &source.join("\n")).1;
    let lines: Vec<_> =
        timeline.outputs.iter().map(|line| (line.text.as_str(), line.location.line)).collect();
    let expected = [("WARNING:root:it is late", 6), ("one", 9), ("two", 10), ("ERROR:root:three", 11)];
    assert_eq!(lines, expected);
}
