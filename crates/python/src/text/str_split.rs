//! Taking `str` apart: `split`, `rsplit`, `splitlines`, `partition`, `strip` and their kin. Results borrow the text.

use super::unicode::{is_line_break, is_space};
use super::{TextError, TextResult};

/// `text.split(separator, maxsplit)`; `None` splits at white space, a negative `maxsplit` everywhere.
///
/// # Errors
/// `ValueError` for an empty separator.
#[cfg_attr(page, optimize(speed))]
pub fn split<'a>(text: &'a str, separator: Option<&str>, maxsplit: i64) -> TextResult<Vec<&'a str>> {
    let limit = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    match separator {
        None => Ok(split_space(text, limit)),
        Some("") => Err(TextError::value("empty separator")),
        Some(separator) => {
            let most = limit.saturating_add(1);
            Ok(match single(separator) {
                Some(character) => text.splitn(most, character).collect(),
                None => text.splitn(most, separator).collect(),
            })
        }
    }
}

/// The one character of a text that is one of ASCII: it is searched for without preparation.
pub(super) fn single(part: &str) -> Option<char> {
    match part.as_bytes() {
        [byte] => Some(char::from(*byte)),
        _ => None,
    }
}

fn split_space(text: &str, limit: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if words.len() == limit {
            words.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        words.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    words
}

/// `text.rsplit(separator, maxsplit)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rsplit<'a>(text: &'a str, separator: Option<&str>, maxsplit: i64) -> TextResult<Vec<&'a str>> {
    let limit = usize::try_from(maxsplit).unwrap_or(usize::MAX);
    let mut parts: Vec<&str> = match separator {
        None => rsplit_space(text, limit),
        Some("") => return Err(TextError::value("empty separator")),
        Some(separator) => text.rsplitn(limit.saturating_add(1), separator).collect(),
    };
    parts.reverse();
    Ok(parts)
}

/// The words from the last to the first.
fn rsplit_space(text: &str, limit: usize) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if words.len() == limit {
            words.push(rest);
            break;
        }
        let start =
            rest.char_indices().rev().find(|(_, c)| is_space(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        words.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    words
}

/// `text.splitlines(keepends)`.
pub fn split_lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| is_line_break(*c)) {
        let width = if rest[at..].starts_with("\r\n") { 2 } else { c.len_utf8() };
        lines.push(&rest[..if keep_ends { at + width } else { at }]);
        rest = &rest[at + width..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

/// `text.partition(separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn partition<'a>(text: &'a str, separator: &str) -> TextResult<(&'a str, &'a str, &'a str)> {
    if separator.is_empty() {
        return Err(TextError::value("empty separator"));
    }
    Ok(text.find(separator).map_or((text, "", ""), |at| cut(text, at, separator.len())))
}

/// `text.rpartition(separator)`.
///
/// # Errors
/// `ValueError` for an empty separator.
pub fn rpartition<'a>(text: &'a str, separator: &str) -> TextResult<(&'a str, &'a str, &'a str)> {
    if separator.is_empty() {
        return Err(TextError::value("empty separator"));
    }
    Ok(text.rfind(separator).map_or(("", "", text), |at| cut(text, at, separator.len())))
}

fn cut(text: &str, at: usize, width: usize) -> (&str, &str, &str) {
    (&text[..at], &text[at..at + width], &text[at + width..])
}

/// `text.strip(chars)`; `None` strips white space.
pub fn strip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    rstrip(lstrip(text, chars), chars)
}

/// `text.lstrip(chars)`.
pub fn lstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        None => text.trim_start_matches(is_space),
        Some(chars) => text.trim_start_matches(|c| chars.contains(c)),
    }
}

/// `text.rstrip(chars)`.
pub fn rstrip<'a>(text: &'a str, chars: Option<&str>) -> &'a str {
    match chars {
        None => text.trim_end_matches(is_space),
        Some(chars) => text.trim_end_matches(|c| chars.contains(c)),
    }
}

/// `text.removeprefix(prefix)`.
pub fn remove_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    text.strip_prefix(prefix).unwrap_or(text)
}

/// `text.removesuffix(suffix)`.
pub fn remove_suffix<'a>(text: &'a str, suffix: &str) -> &'a str {
    text.strip_suffix(suffix).unwrap_or(text)
}
