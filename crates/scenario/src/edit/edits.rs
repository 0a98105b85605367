//! Edits of one value, and what every edit has in common: its errors and its last check.

use std::fmt;
use std::ops::Range;

use ruff_python_ast::Expr;
use ruff_python_parser::parse_expression;

use super::change::{TextChange, apply, in_order};
use super::guard::{self, Refusal};
use super::{Arg, number};

/// Why an edit is not made. Its text is one sentence for the person who asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditError {
    /// The source is not what the item was found in, or does not parse.
    Stale,
    /// The place holds no number literal.
    NoNumber,
    /// Infinite or not a number.
    NotFinite,
    /// The text is not one Python expression; with the parser's reason.
    NotAnExpression(String),
    /// There is no row above or below to change places with.
    NoNeighbour,
    /// A name that would go away is used on another line.
    StillUsed {
        /// The name.
        name: String,
        /// The line of its first use, from 1.
        line: usize,
    },
    /// Two rows cannot change places because one uses the other's name.
    Depends(String),
    /// A line is in the way of another form: it does more than run the tasks.
    Entangled {
        /// The line, from 1.
        line: usize,
    },
    /// A task that nobody waits for, where every other form would.
    NotAwaited {
        /// The line that starts it, from 1.
        line: usize,
    },
    /// Not a call of a coroutine function, so that it cannot be started in another way.
    NoCoroutine(String),
    /// An option that only the present form has.
    OnlyHere(String),
    /// The source does not import what the new form calls.
    NotImported(String),
    /// The change would leave a program that Python cannot read.
    WouldNotParse,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stale => f.write_str("The program has changed; try again."),
            Self::NoNumber => f.write_str("There is no number to change at this place."),
            Self::NotFinite => f.write_str("The value must be a finite number."),
            Self::NotAnExpression(reason) => write!(f, "This is not a Python expression: {reason}."),
            Self::NoNeighbour => f.write_str("There is no row in that direction."),
            Self::StillUsed { name, line } => write!(f, "`{name}` is still used on line {line}."),
            Self::Depends(name) => write!(f, "The rows must stay in this order: one of them uses `{name}`."),
            Self::Entangled { line } => write!(f, "Line {line} does more than run these tasks."),
            Self::NotAwaited { line } => write!(f, "Nothing awaits the task that line {line} starts."),
            Self::NoCoroutine(text) => {
                write!(f, "`{text}` is no call of a coroutine function of this program.")
            }
            Self::OnlyHere(text) => write!(f, "The other form has no place for `{text}`."),
            Self::NotImported(name) => write!(f, "The program does not import `{name}`."),
            Self::WouldNotParse => f.write_str("This change would leave a program that Python cannot read."),
        }
    }
}

impl std::error::Error for EditError {}

impl From<Refusal> for EditError {
    fn from(_: Refusal) -> Self {
        Self::Stale
    }
}

/// Puts the changes of `source` in order and makes sure that the result parses.
pub(crate) fn checked(source: &str, changes: Vec<TextChange>) -> Result<Vec<TextChange>, EditError> {
    let changes = in_order(changes).ok_or(EditError::WouldNotParse)?;
    guard::parse(&apply(source, &changes)).map_err(|_| EditError::WouldNotParse)?;
    Ok(changes)
}

/// Gives the number literal at `range` (with its minus sign) another value, written in the same style.
///
/// # Errors
///
/// [`EditError`] when there is no number literal at `range`, or the value is infinite or not a number.
pub fn set_number(source: &str, range: &Range<usize>, value: f64) -> Result<Vec<TextChange>, EditError> {
    if !value.is_finite() {
        return Err(EditError::NotFinite);
    }
    let old = source.get(range.clone()).ok_or(EditError::Stale)?;
    guard::check_depth(old)?;
    let parsed = parse_expression(old).map_err(|_| EditError::NoNumber)?;
    let old_value = number::value(parsed.expr()).ok_or(EditError::NoNumber)?;
    if old_value == value {
        return Ok(Vec::new());
    }
    let mut text = number::format_like(old, value);
    // `2 ** n` and `2 .real` bind tighter than a minus sign.
    let behind = source[range.end..].trim_start();
    if value < 0.0 && old_value >= 0.0 && (behind.starts_with("**") || behind.starts_with('.')) {
        text = format!("({text})");
    }
    checked(source, vec![TextChange::replace(range.clone(), text)])
}

/// Gives an argument of a row another text, which must be one Python expression.
///
/// # Errors
///
/// [`EditError`] when `text` is no expression that can stand there, or `arg` is not in this source.
pub fn set_argument(source: &str, arg: &Arg, text: &str) -> Result<Vec<TextChange>, EditError> {
    if source.get(arg.range.clone()) != Some(arg.text.as_str()) {
        return Err(EditError::Stale);
    }
    let text = text.trim();
    check_expression(text)?;
    if text == arg.text {
        return Ok(Vec::new());
    }
    checked(source, vec![TextChange::replace(arg.range.clone(), text)])
}

/// Accepts what can stand as one argument of a call, with a name before it or not.
fn check_expression(text: &str) -> Result<(), EditError> {
    let refuse = |reason: &str| Err(EditError::NotAnExpression(reason.to_owned()));
    if text.is_empty() {
        return refuse("it is empty");
    }
    let call = format!("f(x={text})");
    if guard::check_depth(&call).is_err() {
        return refuse("it is nested too deeply");
    }
    // The parser's own words are about the text alone; where both parse, only the call tells whether it fits.
    if let Err(error) = parse_expression(text) {
        let reason = error.error.to_string();
        return refuse(reason.strip_suffix('.').unwrap_or(&reason));
    }
    let parsed = parse_expression(&call).ok();
    let fits = parsed.is_some_and(|parsed| match parsed.expr() {
        Expr::Call(call) => {
            call.arguments.args.is_empty()
                && call.arguments.keywords.len() == 1
                && matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "f")
        }
        _ => false,
    });
    if fits { Ok(()) } else { refuse("it cannot stand as one argument") }
}
