//! Compares what a program did with what it ought to do, and shows the first difference.

use std::fmt::Write as _;

use crate::programs::Expected;

/// What a program did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outcome {
    /// What it wrote to stdout, up to [`crate::written::MAX_KEPT`].
    pub stdout: String,
    /// What it wrote to stderr, up to as much.
    pub stderr: String,
    /// How many bytes it wrote in all.
    pub written: usize,
    /// Its exit status.
    pub status: u8,
    /// Why it was stopped, if it did not end by itself.
    pub stopped: Option<String>,
}

/// Where the engine says that CPython's library is; recordings show its files from there.
const LIBRARY: &str = "/usr/lib/python3.13/";

/// How many lines around a difference are shown.
const CONTEXT: usize = 2;

/// Describes how `actual` differs from `expected`.
///
/// # Errors
/// The description, if they differ in a single byte.
pub fn compare(expected: Expected, actual: &Outcome) -> Result<(), String> {
    let mut report = String::new();
    if let Some(reason) = &actual.stopped {
        let _ = writeln!(report, "stopped: {reason}");
    }
    let [stdout, stderr] = [&actual.stdout, &actual.stderr].map(|text| text.replace(LIBRARY, ""));
    compare_text(&mut report, "stdout", expected.stdout, &stdout);
    compare_text(&mut report, "stderr", expected.stderr, &stderr);
    if expected.stderr != stderr
        && let Some(last) = stderr.lines().last()
    {
        // The line that names the exception is seldom among the first that differ.
        show(&mut report, '>', last);
    }
    if expected.status != actual.status {
        let _ = writeln!(report, "exit status: expected {}, got {}", expected.status, actual.status);
    }
    if report.is_empty() { Ok(()) } else { Err(report) }
}

fn compare_text(report: &mut String, name: &str, expected: &str, actual: &str) {
    if expected == actual {
        return;
    }
    let expected: Vec<&str> = expected.split_inclusive('\n').collect();
    let actual: Vec<&str> = actual.split_inclusive('\n').collect();
    let same = expected.iter().zip(&actual).take_while(|(left, right)| left == right).count();
    let _ = writeln!(report, "{name} differs at line {}:", same + 1);
    for line in &expected[same.saturating_sub(CONTEXT)..same] {
        show(report, ' ', line);
    }
    for (mark, lines) in [('-', &expected), ('+', &actual)] {
        match lines.get(same..) {
            Some(rest) if !rest.is_empty() => {
                for line in rest.iter().take(1 + CONTEXT) {
                    show(report, mark, line);
                }
            }
            _ => {
                let _ = writeln!(report, "  {mark} (end of {name})");
            }
        }
    }
}

/// One line of a difference. What the eye cannot tell from a space is escaped.
fn show(report: &mut String, mark: char, line: &str) {
    let (text, end) = match line.strip_suffix('\n') {
        Some(text) => (text, ""),
        None if mark == '>' => (line, " (last line)"),
        None => (line, " (no newline)"),
    };
    let visible: String = text
        .chars()
        .flat_map(|c| if c.is_control() { c.escape_default().collect() } else { vec![c] })
        .collect();
    let _ = writeln!(report, "  {mark} {visible}{end}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(stdout: &str, stderr: &str, status: u8) -> Outcome {
        let written = stdout.len() + stderr.len();
        Outcome { stdout: stdout.to_owned(), stderr: stderr.to_owned(), written, status, stopped: None }
    }

    #[test]
    fn equal_outcomes_are_equal() {
        let expected = Expected { stdout: "a\nb\n", stderr: "e", status: 3 };
        assert_eq!(compare(expected, &outcome("a\nb\n", "e", 3)), Ok(()));
    }

    #[test]
    fn the_first_difference_is_shown_with_its_context() {
        let expected = Expected { stdout: "a\nb\nc\nd\n", stderr: "", status: 0 };
        let report = compare(expected, &outcome("a\nb\nc\nx", "", 0)).unwrap_err();
        assert_eq!(report, "stdout differs at line 4:\n    b\n    c\n  - d\n  + x (no newline)\n");
    }

    #[test]
    fn a_missing_newline_a_status_and_a_stop_count() {
        let expected = Expected { stdout: "a\n", stderr: "", status: 0 };
        assert!(compare(expected, &outcome("a", "", 0)).is_err());
        assert!(compare(expected, &outcome("a\n", "", 1)).unwrap_err().contains("expected 0, got 1"));
        let stopped = Outcome { stopped: Some("deadlock".to_owned()), ..outcome("a\n", "", 0) };
        assert!(compare(expected, &stopped).unwrap_err().contains("deadlock"));
    }
}
