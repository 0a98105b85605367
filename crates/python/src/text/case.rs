//! Small and capital letters, as CPython's Unicode has them.
//!
//! Rust has them too, of a later Unicode and in tables of 22 kB; runs of letters that move by the same distance take a
//! sixth of that. Knows only `char`.

use std::array::IntoIter;
use std::iter::Take;

use super::case_tables::{LOWER, UPPER, UPPER_MANY};
use super::unicode::{is_case_ignorable, is_cased};

/// What becomes of a character: one or a few others.
pub(crate) type Changed = Take<IntoIter<char, 3>>;

/// `c.lower()`, of a sigma in the middle of a word.
pub(crate) fn to_lower(c: char) -> Changed {
    match c {
        'İ' => ['i', '\u{307}', c].into_iter().take(2),
        c if c.is_ascii() => single(c.to_ascii_lowercase()),
        c => single(moved(&LOWER, c)),
    }
}

/// `c.upper()`.
pub(crate) fn to_upper(c: char) -> Changed {
    if c.is_ascii() {
        return single(c.to_ascii_uppercase());
    }
    match UPPER_MANY.binary_search_by_key(&c, |(one, _)| *one) {
        Ok(place) => {
            let many = UPPER_MANY[place].1;
            many.into_iter().take(many.iter().filter(|c| **c != '\0').count())
        }
        Err(_) => single(moved(&UPPER, c)),
    }
}

fn single(c: char) -> Changed {
    [c; 3].into_iter().take(1)
}

/// Where a table moves a character, if it does.
fn moved(runs: &[(u32, u16, u8, i32)], c: char) -> char {
    let code = u32::from(c);
    let place = runs.partition_point(|(first, ..)| *first <= code);
    let Some((first, count, step, distance)) = place.checked_sub(1).map(|place| runs[place]) else {
        return c;
    };
    let (offset, step) = (code - first, u32::from(step));
    if offset % step != 0 || offset / step >= u32::from(count) {
        return c;
    }
    code.checked_add_signed(distance).and_then(char::from_u32).unwrap_or(c)
}

/// `text.lower()`.
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            'Σ' if ends_word(text, at) => out.push('ς'),
            c => out.extend(to_lower(c)),
        }
    }
    out
}

/// Whether the capital sigma at this byte has a letter before it and none behind it.
fn ends_word(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 'Σ'.len_utf8()..]);
    let cased = |next: Option<char>| next.is_some_and(is_cased);
    cased(before.chars().rev().find(|c| !is_case_ignorable(*c)))
        && !cased(after.chars().find(|c| !is_case_ignorable(*c)))
}

/// `text.upper()`.
pub fn upper(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_uppercase();
    }
    text.chars().flat_map(to_upper).collect()
}

#[cfg(test)]
mod tests {
    use super::super::unicode::is_printable;
    use super::{lower, to_lower, to_upper, upper};

    #[test]
    fn letters_are_those_of_rust_but_for_what_is_newer_there() {
        // Letters whose capitals came after Unicode 15.1.
        let newer = |c: char| matches!(c, 'ƛ' | 'ɤ' | 'ꟓ' | 'ꟕ') || !is_printable(c);
        for c in '\0'..=char::MAX {
            let (small, capital) = (to_lower(c), to_upper(c));
            assert!(small.clone().eq(c.to_lowercase()) || (newer(c) && small.eq([c])), "{c:?} in small");
            assert!(
                capital.clone().eq(c.to_uppercase()) || (newer(c) && capital.eq([c])),
                "{c:?} as a capital"
            );
        }
    }

    #[test]
    fn a_sigma_knows_where_its_word_ends() {
        for text in [
            "ΟΔΟΣ",
            "ΟΔΟΣ ΟΔΟΣ!",
            "Σ",
            "ΣΑΣ",
            "Α.Σ",
            "ΑΣ.Α",
            "ΑΣ\u{301}",
            "a\u{ad}Σ\u{ad}b",
            "ΑΣΣ",
            "ǅΣ",
            "1Σ",
            "ͅΣ",
        ] {
            assert_eq!(lower(text), text.to_lowercase(), "{text}");
        }
        assert_eq!(upper("ὀδός ﬁne ß"), "ὈΔΌΣ FINE SS");
    }
}
