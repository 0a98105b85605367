//! Upper, lower and title case of `str`, and the tests for them.
//!
//! Small and capital letters are in `case`; title case and folding are in [`super::unicode`].

pub use super::case::{lower, upper};
use super::case::{to_lower, to_upper};
use super::unicode::{is_cased, is_title, push_fold, push_title};

/// `text.casefold()`.
pub fn casefold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_fold(&mut out, c));
    out
}

/// The lower case of each character in turn: that of a capital sigma depends on what surrounds it.
struct Lowered {
    text: String,
    at: usize,
}

impl Lowered {
    fn new(text: &str) -> Self {
        Self { text: lower(text), at: 0 }
    }

    /// The lower case of the next character, which is `c`.
    fn next(&mut self, c: char) -> &str {
        let width: usize = to_lower(c).map(char::len_utf8).sum();
        let from = self.at;
        self.at += width;
        self.text.get(from..self.at).unwrap_or_default()
    }
}

/// `text.capitalize()`.
pub fn capitalize(text: &str) -> String {
    let Some(first) = text.chars().next() else { return String::new() };
    let mut lowered = Lowered::new(text);
    let _ = lowered.next(first);
    let mut out = String::with_capacity(text.len());
    push_title(&mut out, first);
    out.push_str(lowered.text.get(lowered.at..).unwrap_or_default());
    out
}

/// `text.title()`.
pub fn title(text: &str) -> String {
    let mut lowered = Lowered::new(text);
    let mut out = String::with_capacity(text.len());
    let mut after_cased = false;
    for c in text.chars() {
        let lower = lowered.next(c);
        if after_cased {
            out.push_str(lower);
        } else {
            push_title(&mut out, c);
        }
        after_cased = is_cased(c);
    }
    out
}

/// `text.swapcase()`.
pub fn swapcase(text: &str) -> String {
    let mut lowered = Lowered::new(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let lower = lowered.next(c);
        if c.is_uppercase() {
            out.push_str(lower);
        } else if c.is_lowercase() {
            out.extend(to_upper(c));
        } else {
            out.push(c);
        }
    }
    out
}

/// `text.islower()`.
pub fn is_lower(text: &str) -> bool {
    !text.chars().any(|c| c.is_uppercase() || is_title(c)) && text.chars().any(char::is_lowercase)
}

/// `text.isupper()`.
pub fn is_upper(text: &str) -> bool {
    !text.chars().any(|c| c.is_lowercase() || is_title(c)) && text.chars().any(char::is_uppercase)
}

/// `text.istitle()`.
pub fn is_title_text(text: &str) -> bool {
    let (mut any, mut after_cased) = (false, false);
    for c in text.chars() {
        let capital = c.is_uppercase() || is_title(c);
        let cased = capital || c.is_lowercase();
        if cased && capital == after_cased {
            return false;
        }
        any |= cased;
        after_cased = cased;
    }
    any
}
