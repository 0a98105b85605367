//! The Unicode properties that Python's `str` needs and Rust's standard library lacks.
//!
//! The tables are CPython's own (see `gen_unicode.py`), kept as run lengths: about 4 kB in all. Knows only `char`.

use super::case::{to_lower, to_upper};
use super::unicode_tables as tables;
use std::borrow::Cow;

/// How many runs an entry of a [`Set`]'s index stands for; even, so that all start outside the set.
const STRIDE: usize = 32;

/// A set of code points: its run lengths, and where to start reading them.
struct Set<const N: usize> {
    runs: &'static [u8],
    /// The first code point of every [`STRIDE`]th run, and where it is in `runs`.
    index: [(u32, u16); N],
}

/// How many index entries a table takes.
const fn entries(runs: &[u8]) -> usize {
    let (mut at, mut count) = (0, 0);
    while at < runs.len() {
        if runs[at] & 0x80 == 0 {
            count += 1;
        }
        at += 1;
    }
    count / STRIDE + 1
}

impl<const N: usize> Set<N> {
    const fn new(runs: &'static [u8]) -> Self {
        let mut index = [(0, 0); N];
        let (mut at, mut count, mut code, mut length) = (0, 0, 0_u32, 0_u32);
        while at < runs.len() {
            length = (length << 7) | (runs[at] & 0x7f) as u32;
            at += 1;
            if runs[at - 1] & 0x80 == 0 {
                code += length;
                length = 0;
                count += 1;
                if count % STRIDE == 0 {
                    index[count / STRIDE] = (code, at as u16);
                }
            }
        }
        Self { runs, index }
    }

    /// The first code point of the run inside the set that holds `c`.
    fn run_of(&self, c: char) -> Option<u32> {
        let code = u32::from(c);
        let entry = self.index.partition_point(|(start, _)| *start <= code).saturating_sub(1);
        let (mut start, offset) = self.index[entry];
        let (mut length, mut inside) = (0_u32, false);
        for byte in &self.runs[usize::from(offset)..] {
            length = (length << 7) | u32::from(byte & 0x7f);
            if byte & 0x80 != 0 {
                continue;
            }
            if code < start + length {
                return inside.then_some(start);
            }
            (start, length, inside) = (start + length, 0, !inside);
        }
        // After the last change every code point is outside.
        None
    }

    fn contains(&self, c: char) -> bool {
        self.run_of(c).is_some()
    }
}

macro_rules! sets {
    ($($name:ident)*) => {
        $(static $name: Set<{ entries(tables::$name) }> = Set::new(tables::$name);)*
    };
}

sets!(PRINTABLE ALPHA DECIMAL DIGIT_ONLY NUMERIC_ONLY ID_START_FLIP ID_CONTINUE_ONLY CASE_IGNORABLE);

/// What `str.isprintable` accepts, and `repr` shows as it is.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() { (' '..='~').contains(&c) } else { PRINTABLE.contains(c) }
}

/// What `str.isalpha` accepts: letters, not marks.
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { ALPHA.contains(c) }
}

/// What `str.isdecimal` accepts.
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// What `str.isdigit` accepts: decimal digits, superscripts, circled digits.
pub fn is_digit(c: char) -> bool {
    is_decimal(c) || (!c.is_ascii() && DIGIT_ONLY.contains(c))
}

/// What `str.isnumeric` accepts: all of the above, fractions, number words of Chinese.
pub fn is_numeric(c: char) -> bool {
    is_digit(c) || (!c.is_ascii() && NUMERIC_ONLY.contains(c))
}

/// What `str.isalnum` accepts.
pub fn is_alnum(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { is_alpha(c) || is_numeric(c) }
}

/// What may start an identifier.
pub fn is_id_start(c: char) -> bool {
    if c.is_ascii() { c == '_' || c.is_ascii_alphabetic() } else { is_alpha(c) != ID_START_FLIP.contains(c) }
}

/// What may follow in an identifier.
pub fn is_id_continue(c: char) -> bool {
    if c.is_ascii() {
        c == '_' || c.is_ascii_alphanumeric()
    } else {
        is_id_start(c) || is_decimal(c) || ID_CONTINUE_ONLY.contains(c)
    }
}

/// What `str.isspace` accepts and `str.split` and `str.strip` take for white space.
pub fn is_space(c: char) -> bool {
    match c {
        '\t'..='\r' | '\x1c'..='\x1f' | ' ' => true,
        c if c.is_ascii() => false,
        c => c.is_whitespace(),
    }
}

/// Where `str.splitlines` breaks.
pub fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The value of a decimal digit of any script.
pub fn decimal_value(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    // Every script's digits are ten code points in order; runs may hold several sets.
    DECIMAL.run_of(c).map(|start| (u32::from(c) - start) % 10)
}

/// The text with the decimal digits of all scripts and all white space made ASCII, as `int` and `float` read it.
pub(crate) fn to_ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|c| match decimal_value(c) {
                _ if c.is_ascii() => c,
                Some(digit) => char::from_digit(digit, 10).unwrap_or('?'),
                None if is_space(c) => ' ',
                None => '?',
            })
            .collect(),
    )
}

/// Appends the title case of `c`.
pub(crate) fn push_title(out: &mut String, c: char) {
    let code = u32::from(c);
    let single = match code {
        0x1c4..=0x1c6 => 0x1c5,
        0x1c7..=0x1c9 => 0x1c8,
        0x1ca..=0x1cc => 0x1cb,
        0x1f1..=0x1f3 => 0x1f2,
        // Georgian has capitals, but no title case.
        0x10d0..=0x10ff | 0x1fbc | 0x1fcc | 0x1ffc => code,
        // Greek with iota below.
        0x1f80..=0x1faf => code | 8,
        0x1fb3 | 0x1fc3 | 0x1ff3 => code + 9,
        _ => 0,
    };
    if single != 0 {
        out.push(char::from_u32(single).unwrap_or(c));
        return;
    }
    let mut upper = to_upper(c);
    if upper.len() == 1 || c == 'ŉ' {
        out.extend(upper);
        return;
    }
    out.extend(upper.next());
    for c in upper {
        if c == '\u{399}' {
            out.push('\u{345}');
        } else {
            out.extend(to_lower(c));
        }
    }
}

/// Appends the full case folding of `c`.
pub(crate) fn push_fold(out: &mut String, c: char) {
    match u32::from(c) {
        0x131 => out.push(c),
        // Cherokee folds to capitals.
        0x13a0..=0x13f5 => out.push(c),
        0x13f8..=0x13fd => out.extend(to_upper(c)),
        0xab70..=0xabbf => out.extend(to_upper(c)),
        0x1e9e => out.push_str("ss"),
        _ => out.extend(to_upper(c).flat_map(to_lower)),
    }
}

/// Whether a character is a letter with a case: small, capital, or like `ǅ`.
pub(crate) fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase() || is_title(c)
}

/// Whether a capital sigma looks past a character, to tell whether it ends a word.
pub(crate) fn is_case_ignorable(c: char) -> bool {
    CASE_IGNORABLE.contains(c)
}

/// `c.istitle()` of the few characters that are neither capital nor small, like `ǅ`.
pub(crate) fn is_title(c: char) -> bool {
    matches!(u32::from(c),
        0x1c5 | 0x1c8 | 0x1cb | 0x1f2 | 0x1f88..=0x1f8f | 0x1f98..=0x1f9f | 0x1fa8..=0x1faf | 0x1fbc | 0x1fcc | 0x1ffc)
}
