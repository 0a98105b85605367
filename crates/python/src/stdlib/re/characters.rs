//! Characters as patterns see them: sets, classes, case.

use crate::text::case::{to_lower, to_upper};
use crate::text::unicode;

pub(super) struct CharSet {
    negated: bool,
    ascii: bool,
    fold: u32,
    ranges: Vec<(u32, u32)>,
    /// `\d`, `\D`, `\w`, `\W`, `\s`, `\S` as bits.
    classes: u32,
    /// The answers for ASCII.
    known: u128,
}

impl CharSet {
    pub(super) fn new(
        negated: bool,
        ascii: bool,
        fold: u32,
        ranges: Vec<(u32, u32)>,
        classes: u32,
    ) -> CharSet {
        let mut set = CharSet { negated, ascii, fold, ranges, classes, known: 0 };
        for code in 0..128_u8 {
            set.known |= u128::from(set.asks(char::from(code))) << code;
        }
        set
    }

    pub(super) fn holds(&self, c: char) -> bool {
        if c.is_ascii() { self.known >> (c as u32) & 1 == 1 } else { self.asks(c) }
    }

    fn asks(&self, c: char) -> bool {
        let within = |c: char| {
            let code = c as u32;
            self.ranges.iter().any(|(low, high)| (*low..=*high).contains(&code))
        };
        let mut found = within(c);
        if !found && self.fold != 0 {
            let lower = lower(c, self.fold);
            found = within(lower) || within(upper(c, self.fold)) || within(upper(lower, self.fold));
        }
        if !found && self.classes != 0 {
            let is = |bit: u32, holds: bool| {
                self.classes & 1 << bit != 0 && holds || self.classes & 2 << bit != 0 && !holds
            };
            found = is(0, is_digit(c, self.ascii))
                || is(2, is_word(c, self.ascii))
                || is(4, is_space(c, self.ascii));
        }
        found != self.negated
    }
}

fn single(mut mapped: impl Iterator<Item = char>, c: char) -> char {
    match (mapped.next(), mapped.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

pub(super) fn lower(c: char, fold: u32) -> char {
    if c.is_ascii() || fold != 1 { c.to_ascii_lowercase() } else { single(to_lower(c), c) }
}

pub(super) fn upper(c: char, fold: u32) -> char {
    if c.is_ascii() || fold != 1 { c.to_ascii_uppercase() } else { single(to_upper(c), c) }
}

fn is_digit(c: char, ascii: bool) -> bool {
    c.is_ascii_digit() || !ascii && !c.is_ascii() && unicode::is_decimal(c)
}

pub(super) fn is_word(c: char, ascii: bool) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !ascii && !c.is_ascii() && unicode::is_alnum(c)
}

fn is_space(c: char, ascii: bool) -> bool {
    matches!(c, ' ' | '\t'..='\r') || !ascii && unicode::is_space(c)
}
