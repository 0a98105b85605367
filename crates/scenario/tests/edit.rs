//! What is found in a source, and what every edit makes of it: one golden file for each program.
//!
//! A golden holds the program, what [`analyse`] finds in it, and the changed lines of every edit of every list:
//! one row more, each row removed, doubled, moved down. `UPDATE_GOLDENS=1 cargo test` writes them anew; read the
//! difference before it is committed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use loopscope_scenario::edit::{
    ArgKind, Direction, EditError, Outline, TextChange, add_row, analyse, apply, duplicate_row, move_row,
    remove_row,
};

const RULE: &str = "==== ";

fn check(golden: &Path) {
    let written = std::fs::read_to_string(golden).expect("a golden is readable");
    let source = written.split(&format!("{RULE}found")).next().unwrap_or("").to_owned();
    let found = format!("{source}{}", report(&source));
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(golden, found).expect("a golden is writable");
    } else {
        assert_eq!(written, found, "{}", golden.display());
    }
}

#[test]
fn goldens() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder exists")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(files.len() > 10, "{files:?}");
    files.iter().for_each(|file| check(file));
}

fn report(source: &str) -> String {
    let outline = match analyse(source) {
        Ok(outline) => outline,
        Err(refusal) => return format!("{RULE}found\n{refusal}\n"),
    };
    let mut out = format!("{RULE}found\n");
    describe(&outline, &mut out);
    for (number, list) in outline.lists.iter().enumerate() {
        let number = number + 1;
        edited(source, &format!("add to {number}"), add_row(source, list), &mut out);
        for row in 0..list.rows.len() {
            edited(source, &format!("remove {number}.{}", row + 1), remove_row(source, list, row), &mut out);
        }
        for row in 0..list.rows.len() - 1 {
            let copied = duplicate_row(source, list, row);
            edited(source, &format!("duplicate {number}.{}", row + 1), copied, &mut out);
        }
        for row in 0..list.rows.len() - 1 {
            let moved = move_row(source, list, row, Direction::Down);
            let back = move_row(source, list, row + 1, Direction::Up);
            assert_eq!(moved, back, "up is down from the other side");
            edited(source, &format!("move {number}.{} down", row + 1), moved, &mut out);
        }
    }
    out
}

fn describe(outline: &Outline, out: &mut String) {
    for delay in &outline.delays {
        let about = if delay.exact { "" } else { "part of a computation, " };
        let origin = format!("{:?}", delay.origin).to_lowercase();
        writeln!(
            out,
            "{}:{} {} {} [{}] {about}{origin}: {}",
            delay.line, delay.column, delay.kind, delay.value, delay.label, delay.context
        )
        .expect("a string");
    }
    for (number, list) in outline.lists.iter().enumerate() {
        writeln!(out, "{}. {} on line {}", number + 1, list.kind, list.line).expect("a string");
        for row in &list.rows {
            let variable = row.variable.as_deref().map_or(String::new(), |name| format!("{name} = "));
            let args: Vec<String> = row
                .args
                .iter()
                .map(|arg| {
                    let kind = match arg.kind {
                        ArgKind::Number(_) => "#",
                        ArgKind::String => "$",
                        ArgKind::Other => "",
                    };
                    format!(
                        "{}[{kind}{}]",
                        arg.name.as_deref().map_or(String::new(), |name| format!("{name} ")),
                        arg.text
                    )
                })
                .collect();
            writeln!(out, "   {variable}{} {}", row.callee, args.join(" ").replace('\n', "\\n"))
                .expect("a string");
        }
    }
    assert!(outline.complete);
}

/// The lines that an edit changes.
fn edited(source: &str, what: &str, changes: Result<Vec<TextChange>, EditError>, out: &mut String) {
    writeln!(out, "{RULE}{what}").expect("a string");
    let changes = match changes {
        Ok(changes) => changes,
        Err(error) => return writeln!(out, "{error}").expect("a string"),
    };
    let new = apply(source, &changes);
    analyse(&new).expect("it still parses");
    let (old, new): (Vec<&str>, Vec<&str>) = (source.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tail =
        old[same..].iter().rev().zip(new[same..].iter().rev()).take_while(|(old, new)| old == new).count();
    for line in &old[same..old.len() - tail] {
        writeln!(out, "-{line}").expect("a string");
    }
    for line in &new[same..new.len() - tail] {
        writeln!(out, "+{line}").expect("a string");
    }
}
