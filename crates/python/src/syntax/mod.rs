//! From source text to ruff's tree, refusing what CPython 3.13 refuses, in its words.
//!
//! `limits` runs before the parser, `messages` puts the parser's complaints into CPython's. What CPython's
//! symbol table and compiler refuse is found by `compile`. Knows nothing of instructions and values.

mod escapes;
mod limits;
mod messages;
mod mistakes;
mod numbers;
mod scan;
mod targets;
#[cfg(test)]
mod tests;

use std::fmt;

use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, parse_unchecked};
use ruff_text_size::{TextRange, TextSize};

use crate::code::Source;
pub use limits::MAX_SOURCE;

/// The class of the exception.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SyntaxErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

impl SyntaxErrorKind {
    /// The name of the exception class.
    #[must_use]
    pub fn class_name(self) -> &'static str {
        match self {
            SyntaxErrorKind::Syntax => "SyntaxError",
            SyntaxErrorKind::Indentation => "IndentationError",
            SyntaxErrorKind::Tab => "TabError",
        }
    }
}

/// Why a program is refused, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxDiagnostic {
    /// The class of the exception.
    pub kind: SyntaxErrorKind,
    /// CPython's message.
    pub message: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The line of the end.
    pub end_line: u32,
    /// The column after the last character, from 1; equal to `column` if only a place is known.
    pub end_column: u32,
    /// The byte range in the source.
    pub range: (u32, u32),
    /// It is the end of the text that does not fit: CPython shows the last line without a mark.
    pub at_end: bool,
}

impl fmt::Display for SyntaxDiagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind.class_name(), self.message)
    }
}

impl std::error::Error for SyntaxDiagnostic {}

/// A refusal whose place is not a line and a column yet.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    pub(crate) kind: SyntaxErrorKind,
    pub(crate) message: String,
    pub(crate) range: TextRange,
    pub(crate) at_end: bool,
}

impl Refusal {
    pub(crate) fn syntax(message: String, range: TextRange) -> Refusal {
        Refusal { kind: SyntaxErrorKind::Syntax, message, range, at_end: false }
    }

    /// The end of a text is where something is missing.
    fn at_end(text: &str, message: String) -> Refusal {
        let end = text.strip_suffix('\n').map_or(text, |rest| rest.strip_suffix('\r').unwrap_or(rest)).len();
        let place = TextRange::empty(TextSize::try_from(end).unwrap_or_default());
        Refusal { at_end: true, ..Refusal::syntax(message, place) }
    }

    /// Finds line and column.
    pub(crate) fn locate(self, source: &Source) -> SyntaxDiagnostic {
        let (start, end) = (self.range.start().to_u32(), self.range.end().to_u32());
        // A range that takes in a line's end stays on that line.
        let on_next = end > start && source.text.as_bytes().get(end as usize - 1) == Some(&b'\n');
        let last = if on_next { end - 1 } else { end };
        SyntaxDiagnostic {
            kind: self.kind,
            message: self.message,
            line: source.line(start),
            column: source.column(start),
            end_line: source.line(last),
            end_column: source.column(last) + u32::from(on_next),
            range: (start, end),
            at_end: self.at_end,
        }
    }
}

/// The range from one place to another, whichever comes first: tokens that do not fit may be out of order.
fn between(a: TextSize, b: TextSize) -> TextRange {
    TextRange::new(a.min(b), a.max(b))
}

/// Parses a module.
///
/// # Errors
/// What CPython 3.13's tokenizer and parser refuse; the first diagnostic is the one CPython shows.
pub fn parse(source: &Source) -> Result<ModModule, Vec<SyntaxDiagnostic>> {
    parse_module(&source.text).map_err(|refusal| vec![refusal.locate(source)])
}

fn parse_module(text: &str) -> Result<ModModule, Refusal> {
    limits::check(text)?;
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY313);
    let parsed = parse_unchecked(text, options).try_into_module();
    let Some(parsed) = parsed else {
        return Err(Refusal::syntax("invalid syntax".into(), TextRange::empty(TextSize::new(0))));
    };
    match messages::first_error(text, &parsed) {
        Some(refusal) => Err(refusal),
        None => Ok(parsed.into_syntax()),
    }
}
