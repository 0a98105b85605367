//! Padding, joining, replacing and testing `str`: the methods that are not in [`super::str_index`] (searches),
//! [`super::str_split`] or [`super::str_case`].
//!
//! Widths are in characters. What would be absurdly large is a memory error.

use super::unicode;
use super::{TextError, TextResult, check_length, check_width};
use std::borrow::Cow;

/// The fill character of `center`, `ljust` and `rjust`.
///
/// # Errors
/// `TypeError` unless `text` is one character.
pub fn fill_char(text: &str) -> TextResult<char> {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(fill), None) => Ok(fill),
        _ => Err(TextError::type_error("The fill character must be exactly one character long")),
    }
}

/// How many characters `text` lacks to be `width` wide.
fn missing(text: &str, width: i64) -> TextResult<usize> {
    let width = usize::try_from(width).unwrap_or(0);
    // Bytes are never fewer than characters: most texts need no counting.
    if width == 0 {
        return Ok(0);
    }
    let missing = width.saturating_sub(text.chars().count());
    if missing > 0 {
        check_width(width)?;
    }
    Ok(missing)
}

fn padded(text: &str, before: usize, after: usize, fill: char) -> String {
    let mut out = String::with_capacity(text.len() + (before + after) * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, before));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, after));
    out
}

/// `text.center(width, fill)`.
///
/// # Errors
/// Memory, for an absurd width.
pub fn center(text: &str, width: i64, fill: char) -> TextResult<String> {
    let missing = missing(text, width)?;
    // An odd one goes to the left of a text in an odd width.
    let before = missing / 2 + (missing & usize::try_from(width & 1).unwrap_or(0) & 1);
    Ok(padded(text, before, missing - before, fill))
}

/// `text.ljust(width, fill)`.
///
/// # Errors
/// Memory, for an absurd width.
pub fn ljust(text: &str, width: i64, fill: char) -> TextResult<String> {
    Ok(padded(text, 0, missing(text, width)?, fill))
}

/// `text.rjust(width, fill)`.
///
/// # Errors
/// Memory, for an absurd width.
pub fn rjust(text: &str, width: i64, fill: char) -> TextResult<String> {
    Ok(padded(text, missing(text, width)?, 0, fill))
}

/// `text.zfill(width)`: a sign stays in front.
///
/// # Errors
/// Memory, for an absurd width.
pub fn zfill(text: &str, width: i64) -> TextResult<String> {
    let missing = missing(text, width)?;
    let (sign, digits) =
        if missing > 0 && text.starts_with(['+', '-']) { text.split_at(1) } else { ("", text) };
    let mut out = String::with_capacity(text.len() + missing);
    out.push_str(sign);
    out.extend(std::iter::repeat_n('0', missing));
    out.push_str(digits);
    Ok(out)
}

/// `text.expandtabs(tabsize)`.
///
/// # Errors
/// Memory, for an absurd result.
pub fn expand_tabs(text: &str, tab_size: i64) -> TextResult<String> {
    let size = usize::try_from(tab_size).unwrap_or(0);
    let mut out = String::with_capacity(text.len());
    let mut column: usize = 0;
    for c in text.chars() {
        match c {
            '\t' if size == 0 => {}
            '\t' => {
                let step = size - column % size;
                check_width(step)?;
                check_length(out.len().checked_add(step))?;
                out.extend(std::iter::repeat_n(' ', step));
                column = column.saturating_add(step);
            }
            c => {
                out.push(c);
                column = if matches!(c, '\n' | '\r') { 0 } else { column.saturating_add(1) };
            }
        }
    }
    Ok(out)
}

/// `text * count`.
///
/// # Errors
/// Memory, for an absurd result.
pub fn repeat(text: &str, count: i64) -> TextResult<String> {
    let count = usize::try_from(count).unwrap_or(if count < 0 { 0 } else { usize::MAX });
    if text.is_empty() {
        return Ok(String::new());
    }
    check_length(text.len().checked_mul(count))?;
    Ok(text.repeat(count))
}

/// `separator.join(parts)`.
///
/// # Errors
/// Memory, for an absurd result.
pub fn join(separator: &str, parts: &[&str]) -> TextResult<String> {
    let gaps = separator.len().checked_mul(parts.len().saturating_sub(1));
    check_length(parts.iter().try_fold(gaps, |sum, part| Some(sum?.checked_add(part.len()))).flatten())?;
    Ok(parts.join(separator))
}

/// `text.replace(old, new, count)`; a negative `count` replaces all.
///
/// # Errors
/// Memory, for an absurd result.
pub fn replace<'a>(text: &'a str, old: &str, new: &str, count: i64) -> TextResult<Cow<'a, str>> {
    let limit = usize::try_from(count).unwrap_or(usize::MAX);
    let found = if limit == 0 { 0 } else { text.matches(old).take(limit).count() };
    if found == 0 {
        return Ok(Cow::Borrowed(text));
    }
    // `matches` of an empty text finds the places before, between and after the characters, as Python does.
    let length =
        found.checked_mul(new.len()).and_then(|added| added.checked_add(text.len() - found * old.len()));
    let mut out = String::with_capacity(check_length(length)?);
    let mut last = 0;
    for (at, part) in text.match_indices(old).take(found) {
        out.push_str(&text[last..at]);
        out.push_str(new);
        last = at + part.len();
    }
    out.push_str(&text[last..]);
    Ok(Cow::Owned(out))
}

/// What `str.translate`'s table has for a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Translation {
    /// The table has no entry.
    Keep,
    /// `None`.
    Delete,
    /// A code point.
    Char(char),
    /// A text of any length.
    Text(String),
}

/// `text.translate(table)`, the table given as a function.
///
/// # Errors
/// The table's own error; memory, for an absurd result.
pub fn translate<E: From<TextError>>(
    text: &str,
    mut table: impl FnMut(char) -> Result<Translation, E>,
) -> Result<String, E> {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match table(c)? {
            Translation::Keep => out.push(c),
            Translation::Delete => {}
            Translation::Char(c) => out.push(c),
            Translation::Text(text) => {
                check_length(out.len().checked_add(text.len()))?;
                out.push_str(&text);
            }
        }
    }
    Ok(out)
}

/// Whether `text` is not empty and all its characters pass.
fn all(text: &str, test: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(test)
}

/// `text.isalnum()`.
pub fn is_alnum(text: &str) -> bool {
    all(text, unicode::is_alnum)
}

/// `text.isalpha()`.
pub fn is_alpha(text: &str) -> bool {
    all(text, unicode::is_alpha)
}

/// `text.isdecimal()`.
pub fn is_decimal(text: &str) -> bool {
    all(text, unicode::is_decimal)
}

/// `text.isdigit()`.
pub fn is_digit(text: &str) -> bool {
    all(text, unicode::is_digit)
}

/// `text.isnumeric()`.
pub fn is_numeric(text: &str) -> bool {
    all(text, unicode::is_numeric)
}

/// `text.isspace()`.
pub fn is_space(text: &str) -> bool {
    all(text, unicode::is_space)
}

/// `text.isprintable()`; true of an empty text.
pub fn is_printable(text: &str) -> bool {
    text.chars().all(unicode::is_printable)
}

/// `text.isidentifier()`; keywords are identifiers too.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(unicode::is_id_start) && chars.all(unicode::is_id_continue)
}
