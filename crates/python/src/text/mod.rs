//! What Python does with text and numbers, as pure functions over plain Rust types.
//!
//! Everything here mirrors CPython 3.13 byte for byte, error messages included, and knows nothing of the
//! virtual machine: no objects, no callbacks into Python, no frames. Where CPython would call back into Python
//! (`%s` on an object, `{0.name}`, `str.translate`), these modules hand out parsed segments or take a closure.
//!
//! | module | what it holds |
//! |---|---|
//! | [`int`], [`int_ops`] | `int(...)` parsing, formatting to any base; arithmetic with Python's signs |
//! | [`float`], [`float_ops`] | `repr`, `float(...)`; arithmetic, `round`, hashes |
//! | [`accurate`] | `pow`, `exp` and `log` for browsers |
//! | [`spec`] | the format-spec mini-language of `format()` and f-strings |
//! | [`percent`] | printf-style `%` formatting |
//! | [`template`] | the templates of `str.format` |
//! | [`repr`] | `repr` and `ascii` of `str`, `repr` of `bytes` |
//! | [`str_methods`], [`str_case`], [`str_split`], [`str_index`] | the methods of `str` |
//! | [`strftime`] | `time.strftime`, civil dates |
//! | [`suggest`] | "Did you mean" |
//! | [`unicode`] | the few Unicode properties that the standard library of Rust lacks |
//!
//! Sizes are bounded: what would build a text or an integer of absurd size is a [`TextErrorKind::Memory`] error,
//! so that a page never allocates gigabytes.

pub mod accurate;
pub(crate) mod case;
mod case_tables;
pub mod float;
pub mod float_ops;
pub mod int;
pub mod int_ops;
pub mod percent;
pub mod repr;
pub mod spec;
mod spec_float;
pub mod str_case;
pub mod str_index;
pub mod str_methods;
pub mod str_split;
pub mod strftime;
pub mod suggest;
pub mod template;
pub mod unicode;
mod unicode_tables;

#[cfg(test)]
mod tests;

use std::fmt;

/// The widest field that formatting will pad to, in characters; a wider one is a memory error.
pub const MAX_WIDTH: usize = 10_000_000;

/// The longest text that one call may build, in bytes.
pub const MAX_TEXT: usize = 128 << 20;

/// The exception that CPython would raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextErrorKind {
    /// `ValueError`.
    Value,
    /// `TypeError`.
    Type,
    /// `OverflowError`.
    Overflow,
    /// `IndexError`.
    Index,
    /// `KeyError`.
    Key,
    /// `ZeroDivisionError`.
    ZeroDivision,
    /// `MemoryError`: the result would be larger than this engine allows.
    Memory,
    /// Valid Python that this engine does not have (complex numbers).
    Unsupported,
}

/// An exception to raise: its class and its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextError {
    /// Which exception class.
    pub kind: TextErrorKind,
    /// CPython's message (`str(exception)`); for memory errors, where CPython has none, the reason.
    pub message: String,
}

/// The result of every fallible function here.
pub type TextResult<T> = Result<T, TextError>;

impl TextError {
    /// An error of `kind` with `message`.
    pub fn new(kind: TextErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// A `ValueError`.
    pub fn value(message: impl Into<String>) -> Self {
        Self::new(TextErrorKind::Value, message)
    }

    /// A `TypeError`.
    pub fn type_error(message: impl Into<String>) -> Self {
        Self::new(TextErrorKind::Type, message)
    }

    /// An `OverflowError`.
    pub fn overflow(message: impl Into<String>) -> Self {
        Self::new(TextErrorKind::Overflow, message)
    }

    /// A `ZeroDivisionError`.
    pub fn zero_division(message: impl Into<String>) -> Self {
        Self::new(TextErrorKind::ZeroDivision, message)
    }

    /// A `MemoryError`; `what` says what would have been too large.
    pub fn memory(what: impl Into<String>) -> Self {
        Self::new(TextErrorKind::Memory, what)
    }
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for TextError {}

/// Refuses a field wider than [`MAX_WIDTH`] characters.
pub(crate) fn check_width(width: usize) -> TextResult<()> {
    if width > MAX_WIDTH {
        Err(TextError::memory(format!("a field of {width} characters is too wide")))
    } else {
        Ok(())
    }
}

/// Refuses a text longer than [`MAX_TEXT`] bytes; `None` stands for a length that does not fit `usize`.
pub(crate) fn check_length(bytes: Option<usize>) -> TextResult<usize> {
    match bytes {
        Some(bytes) if bytes <= MAX_TEXT => Ok(bytes),
        _ => Err(TextError::memory("the text would be too long")),
    }
}
