//! Characters, slices and searches in `str`, counted in characters as Python does.
//!
//! Texts are UTF-8 here: where a text is ASCII, offsets are characters and everything is direct. The caller may know
//! that already (`ascii`), and passes it in; nothing here is wrong when a true `ascii` is passed as `false`.

use super::str_split::single;
use super::{TextError, TextErrorKind, TextResult};
use std::borrow::Cow;

/// `len(text)`.
pub fn char_len(text: &str, ascii: bool) -> usize {
    if ascii { text.len() } else { text.chars().count() }
}

/// The byte offset of a character, or the text's length when there are fewer.
pub fn byte_offset(text: &str, ascii: bool, index: usize) -> usize {
    if ascii {
        return index.min(text.len());
    }
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// `text[index]`.
///
/// # Errors
/// `IndexError`.
pub fn char_at(text: &str, ascii: bool, index: i64) -> TextResult<&str> {
    let out_of_range = || TextError::new(TextErrorKind::Index, "string index out of range");
    if ascii {
        let at = if index < 0 { index + length(text.len()) } else { index };
        let at = usize::try_from(at).map_err(|_| out_of_range())?;
        return text.get(at..at.saturating_add(1)).ok_or_else(out_of_range);
    }
    let found = if index >= 0 {
        usize::try_from(index).ok().and_then(|index| text.char_indices().nth(index))
    } else {
        usize::try_from(-(index + 1)).ok().and_then(|index| text.char_indices().nth_back(index))
    };
    found.map(|(at, c)| &text[at..at + c.len_utf8()]).ok_or_else(out_of_range)
}

fn length(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// A slice of a sequence, its bounds resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The first index; meaningless when `count` is 0 (it may be -1 or the length).
    pub start: i64,
    /// Where to stop, exclusive; -1 for "before the first" when going down.
    pub stop: i64,
    /// The step, not 0.
    pub step: i64,
    /// How many items it has.
    pub count: usize,
}

impl Slice {
    /// The indices that it picks.
    pub fn indices(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        let Self { start, step, count, .. } = self;
        // In range by construction, so that neither step nor conversion can fail.
        (0..count).map(move |at| {
            usize::try_from(start.saturating_add(step.saturating_mul(length(at)))).unwrap_or(0)
        })
    }
}

/// `slice(start, stop, step).indices(length)`, for any sequence. Bounds that are integers of any size are clamped
/// by the caller ([`super::int_ops::IntRef::saturating_i64`]).
///
/// # Errors
/// `ValueError` for a step of zero.
pub fn resolve_slice(
    len: usize,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> TextResult<Slice> {
    let len = length(len);
    // The most negative step is as good as one more, and can be negated.
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(TextError::value("slice step cannot be zero"));
    }
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clamp =
        |bound: i64| if bound < 0 { bound.saturating_add(len).max(lowest) } else { bound.min(highest) };
    let start = start.map_or(if step < 0 { highest } else { lowest }, clamp);
    let stop = stop.map_or(if step < 0 { lowest } else { highest }, clamp);
    let count = if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else if step < 0 && stop < start {
        (start - stop - 1) / -step + 1
    } else {
        0
    };
    Ok(Slice { start, stop, step, count: usize::try_from(count).unwrap_or(0) })
}

/// `text[start:stop:step]`.
///
/// # Errors
/// `ValueError` for a step of zero.
pub fn slice(
    text: &str,
    ascii: bool,
    start: Option<i64>,
    stop: Option<i64>,
    step: Option<i64>,
) -> TextResult<Cow<'_, str>> {
    let slice = resolve_slice(char_len(text, ascii), start, stop, step)?;
    if slice.count == 0 {
        return Ok(Cow::Borrowed(""));
    }
    let first = usize::try_from(slice.start).unwrap_or(0);
    if slice.step == 1 {
        let from = byte_offset(text, ascii, first);
        let to = from + byte_offset(&text[from..], ascii, slice.count);
        return Ok(Cow::Borrowed(&text[from..to]));
    }
    let stride = usize::try_from(slice.step.unsigned_abs()).unwrap_or(usize::MAX);
    if ascii {
        let bytes = text.as_bytes();
        return Ok(Cow::Owned(
            slice.indices().filter_map(|at| bytes.get(at)).map(|byte| char::from(*byte)).collect(),
        ));
    }
    let picked = if slice.step > 0 {
        text.chars().skip(first).step_by(stride).take(slice.count).collect()
    } else {
        let end = byte_offset(text, false, first.saturating_add(1));
        text[..end].chars().rev().step_by(stride).take(slice.count).collect()
    };
    Ok(Cow::Owned(picked))
}

/// The part of a text that `start` and `end` leave to a search.
struct Window<'a> {
    text: &'a str,
    /// How many characters of the whole text come before it.
    before: usize,
}

/// Applies `start` and `end`; `None` when `start` is after `end`, where not even an empty text is found.
fn window(text: &str, start: Option<i64>, end: Option<i64>) -> Option<Window<'_>> {
    if matches!(start, None | Some(0)) && end.is_none() {
        return Some(Window { text, before: 0 });
    }
    if let (Some(start @ 0..), None) = (start, end) {
        // The usual loop over matches: look only at what is skipped.
        let before = usize::try_from(start).ok()?;
        let from = match text.as_bytes().get(..before) {
            Some(skipped) if skipped.is_ascii() => before,
            Some(_) if before > 0 => {
                let (last, c) = text.char_indices().nth(before - 1)?;
                last + c.len_utf8()
            }
            _ => return None,
        };
        return Some(Window { text: &text[from..], before });
    }
    let ascii = text.is_ascii();
    let len = length(char_len(text, ascii));
    let clamp = |bound: i64| if bound < 0 { bound.saturating_add(len).max(0) } else { bound };
    let start = clamp(start.unwrap_or(0));
    let end = end.map_or(len, clamp).min(len);
    if start > end {
        return None;
    }
    let before = usize::try_from(start).ok()?;
    let from = byte_offset(text, ascii, before);
    let to = from + byte_offset(&text[from..], ascii, usize::try_from(end - start).ok()?);
    Some(Window { text: &text[from..to], before })
}

/// `text.find(part, start, end)`; `None` for -1. The result is in characters.
pub fn find(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = window(text, start, end)?;
    let at = match single(part) {
        Some(character) => window.text.find(character),
        None => window.text.find(part),
    }?;
    Some(window.before + window.text[..at].chars().count())
}

/// `text.rfind(part, start, end)`; `None` for -1. The result is in characters.
pub fn rfind(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let window = window(text, start, end)?;
    let at = window.text.rfind(part)?;
    Some(window.before + window.text[..at].chars().count())
}

fn not_found() -> TextError {
    TextError::value("substring not found")
}

/// `text.index(part, start, end)`.
///
/// # Errors
/// `ValueError` when it is not there.
pub fn index(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> TextResult<usize> {
    find(text, part, start, end).ok_or_else(not_found)
}

/// `text.rindex(part, start, end)`.
///
/// # Errors
/// `ValueError` when it is not there.
pub fn rindex(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> TextResult<usize> {
    rfind(text, part, start, end).ok_or_else(not_found)
}

/// `text.count(part, start, end)`.
pub fn count(text: &str, part: &str, start: Option<i64>, end: Option<i64>) -> usize {
    window(text, start, end).map_or(0, |window| window.text.matches(part).count())
}

/// `text.startswith(prefixes, start, end)`: whether any of them fits.
pub fn starts_with(text: &str, prefixes: &[&str], start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end)
        .is_some_and(|window| prefixes.iter().any(|prefix| window.text.starts_with(prefix)))
}

/// `text.endswith(suffixes, start, end)`: whether any of them fits.
pub fn ends_with(text: &str, suffixes: &[&str], start: Option<i64>, end: Option<i64>) -> bool {
    window(text, start, end).is_some_and(|window| suffixes.iter().any(|suffix| window.text.ends_with(suffix)))
}
