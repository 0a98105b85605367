//! How uncaught exceptions are shown: CPython 3.13's text, byte for byte.
//!
//! ```text
//! Report (class, message, frames, notes)   what the machine knows about one exception
//!   frames -> carets -> anchors, width     the source lines under `File ...` and the marks below them
//!   suggest                                "Did you mean"
//!   groups                                 the tree of exception groups
//! ```
//!
//! Pure functions of plain data: knows nothing of values, frames and the machine.

mod anchors;
mod carets;
pub mod groups;
mod suggest;
#[cfg(test)]
mod tests;
mod width;

use std::fmt::Write as _;

use crate::code::Source;
use crate::syntax::SyntaxDiagnostic;

pub use suggest::{closest, did_you_mean, is_standard_module, name_error_hint};

/// How many times the same line is shown before it is counted only.
const REPEATED: usize = 3;

/// One entry of a traceback, the outermost call first.
#[derive(Clone, Copy, Debug)]
pub struct FrameSummary<'a> {
    /// The text that was running.
    pub source: &'a Source,
    /// The code's name, without those of the scopes around it.
    pub name: &'a str,
    /// The byte range of what was being executed.
    pub range: (u32, u32),
}

impl FrameSummary<'_> {
    /// The line that was being executed, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.source.line(self.range.0)
    }
}

/// Why an exception is shown with the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    /// `raise ... from cause`.
    Cause,
    /// It was raised while the other was being handled.
    Context,
}

/// One exception, ready to be shown.
#[derive(Clone, Debug, Default)]
pub struct Report<'a> {
    /// The entries of its traceback, the outermost call first.
    pub frames: Vec<FrameSummary<'a>>,
    /// The class, with its module unless that is `__main__` or `builtins`.
    pub class: String,
    /// `str(exception)` and any suggestion; `None` if that failed.
    pub message: Option<String>,
    /// Its notes.
    pub notes: Vec<String>,
    /// Why the next report of the chain, the older exception, belongs to it.
    pub link: Option<Link>,
    /// The exceptions of a group, each with its own chain.
    pub group: Option<Vec<Vec<Report<'a>>>>,
}

/// The text of an uncaught exception. `chain` begins with the exception itself; each further report is what
/// the one before it is linked to. Reports after one without a link are not shown.
#[must_use]
pub fn render(chain: &[Report<'_>]) -> String {
    let mut text = String::new();
    groups::Tree::new(&mut text).chain(chain);
    text
}

/// One exception: the header if it has frames, the frames, its line and its notes.
fn render_plain(text: &mut String, report: &Report<'_>, header: &str) {
    if !report.frames.is_empty() {
        text.push_str(header);
        render_frames(text, &report.frames);
    }
    text.push_str(&exception_line(&report.class, report.message.as_deref()));
    text.push('\n');
    for note in &report.notes {
        text.push_str(note);
        text.push('\n');
    }
}

/// The entries of a traceback, as `traceback.format_tb` gives them.
pub fn render_frames(text: &mut String, frames: &[FrameSummary<'_>]) {
    let same = |a: &FrameSummary<'_>, b: &FrameSummary<'_>| {
        a.source.filename == b.source.filename && a.name == b.name && a.line() == b.line()
    };
    for run in frames.chunk_by(same) {
        for frame in run.iter().take(REPEATED) {
            let _ = writeln!(
                text,
                "  File \"{}\", line {}, in {}",
                frame.source.filename,
                frame.line(),
                frame.name
            );
            carets::render(text, frame);
        }
        let more = run.len().saturating_sub(REPEATED);
        if more > 0 {
            let s = if more > 1 { "s" } else { "" };
            let _ = writeln!(text, "  [Previous line repeated {more} more time{s}]");
        }
    }
}

/// `Class: message`, or the class alone if there is no message.
#[must_use]
pub fn exception_line(class: &str, message: Option<&str>) -> String {
    match message {
        Some("") => class.to_owned(),
        Some(message) => format!("{class}: {message}"),
        None => format!("{class}: <exception str() failed>"),
    }
}

/// The text of a warning about a line: `x.py:1: SyntaxWarning: message` and the line itself.
#[must_use]
pub fn render_warning(source: &Source, line: u32, class: &str, message: &str) -> String {
    let mut text = format!("{}:{line}: {class}: {message}\n", source.filename);
    let shown = source.line_text(line).trim();
    if !shown.is_empty() {
        let _ = writeln!(text, "  {shown}");
    }
    text
}

/// The text of a program that does not compile.
#[must_use]
pub fn render_syntax_error(source: &Source, error: &SyntaxDiagnostic) -> String {
    let mut text = format!("  File \"{}\", line {}\n", source.filename, error.line);
    let line = source.line_text(error.line);
    let shown = line.trim_start_matches([' ', '\n', '\x0c']);
    let indent = line.chars().count() - shown.chars().count();
    let length = line.chars().count();
    // Columns count from 1; a range that goes on in the next line is marked to the end of this one.
    let start = (error.column as usize).min(length + 1);
    let end =
        if error.end_line == error.line { (error.end_column as usize).min(length + 1) } else { length + 1 };
    let end = if end <= start { start + 1 } else { end };
    let _ = writeln!(text, "    {shown}");
    if start > indent && !error.at_end {
        let before = start - 1 - indent;
        text.push_str("    ");
        // Tabs stay, so that the marks stand below what they mark.
        let mut letters = shown.chars();
        for _ in 0..before {
            text.push(letters.next().filter(|letter| letter.is_whitespace()).unwrap_or(' '));
        }
        text.extend(std::iter::repeat_n('^', end - start));
        text.push('\n');
    }
    let _ = writeln!(text, "{}: {}", error.kind.class_name(), error.message);
    text
}
