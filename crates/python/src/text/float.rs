//! `repr(float)`, `float('...')` and `float.hex`: the text form of floats.
//!
//! Knows only `f64` and `&str`; arithmetic is in [`super::float_ops`], format specs in [`super::spec`].

use super::spec_float::{self, Layout};
use super::{TextError, TextResult, float_ops, repr, unicode};
use std::borrow::Cow;
use std::fmt::Write as _;

/// `repr(x)` (and `str(x)`): the shortest digits that read back as `x`.
pub fn repr(x: f64) -> String {
    let mut out = String::with_capacity(24);
    write_repr(&mut out, x);
    out
}

/// Appends [`repr()`] of `x` to `out`.
pub fn write_repr(out: &mut String, x: f64) {
    if let Some(name) = special(x) {
        if x < 0.0 {
            out.push('-');
        }
        out.push_str(name);
        return;
    }
    let start = out.len();
    // Both languages agree on the digits; they differ in the exponent's form and in where it starts.
    if x == 0.0 || (1e-4..1e16).contains(&x.abs()) {
        let _ = write!(out, "{x:?}");
    } else {
        let _ = write!(out, "{x:e}");
        fix_exponent(out, start);
    }
    if out.len() - start >= TIE_DIGITS && may_tie(x) {
        out.truncate(start);
        if x < 0.0 {
            out.push('-');
        }
        let layout = Layout { kind: 'r', precision: 0, alternate: false, add_dot_zero: true };
        out.push_str(&spec_float::digits(x, layout));
    }
}

/// Texts shorter than this cannot be one of two equally near ones: so few digits tell all floats apart.
const TIE_DIGITS: usize = 16;

/// Whether `x` may be exactly half-way between two shortest texts: its own decimal digits must be few.
fn may_tie(x: f64) -> bool {
    let (mantissa, exponent) = float_ops::decompose(x);
    // One factor of 1/2 more is one more digit after the point, and 26 are some 18 significant ones.
    mantissa != 0 && exponent + mantissa.trailing_zeros() as i32 >= -26
}

/// The shortest digits that read back as `size`, as `d.ddde5`; of two equally near ones the even one.
pub(crate) fn shortest(size: f64) -> String {
    let text = format!("{size:e}");
    let digits = text.bytes().take_while(|byte| *byte != b'e').filter(u8::is_ascii_digit).count();
    if digits + 1 >= TIE_DIGITS && may_tie(size) {
        // Rust rounds a tie up in the shortest form, and to even with a given precision.
        let even = format!("{size:.after$e}", after = digits - 1);
        if even.parse() == Ok(size) {
            return even;
        }
    }
    text
}

/// `inf` or `nan` without a sign, or `None` for a finite number.
pub(crate) fn special(x: f64) -> Option<&'static str> {
    if x.is_nan() {
        Some("nan")
    } else if x.is_infinite() {
        Some("inf")
    } else {
        None
    }
}

/// Rewrites Rust's exponent (`e7`, `e-7`) after `start` as C's (`e+07`, `e-07`).
pub(crate) fn fix_exponent(out: &mut String, start: usize) {
    let Some(at) = out[start..].find('e').map(|at| start + at) else { return };
    let exponent: i32 = out[at + 1..].parse().unwrap_or(0);
    out.truncate(at + 1);
    out.push(if exponent < 0 { '-' } else { '+' });
    let _ = write!(out, "{:02}", exponent.unsigned_abs());
}

/// `float(text)`.
///
/// Accepts surrounding white space, underscores between digits, `inf`, `infinity` and `nan` in any case, and
/// the decimal digits of every script.
///
/// # Errors
/// `ValueError`: could not convert string to float.
pub fn parse(text: &str) -> TextResult<f64> {
    let fail = || TextError::value(format!("could not convert string to float: {}", repr::str_repr(text)));
    let plain = unicode::to_ascii_digits(text);
    let plain = plain.trim_matches(|c: char| c == ' ' || ('\t'..='\r').contains(&c));
    let number = strip_underscores(plain).ok_or_else(fail)?;
    let unsigned = number.strip_prefix(['+', '-']).unwrap_or(&number);
    if unsigned.eq_ignore_ascii_case("nan") {
        return Ok(if number.starts_with('-') { -f64::NAN } else { f64::NAN });
    }
    if unsigned.eq_ignore_ascii_case("inf") || unsigned.eq_ignore_ascii_case("infinity") {
        return Ok(if number.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY });
    }
    // What is left must look like a number; Rust reads the same decimal grammar, plus names, which are gone.
    if !unsigned.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return Err(fail());
    }
    number.parse().map_err(|_| fail())
}

/// Removes underscores that stand between two digits; `None` when one stands elsewhere.
fn strip_underscores(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('_') {
        return Some(Cow::Borrowed(text));
    }
    let bytes = text.as_bytes();
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte == b'_') {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        if !before.is_some_and(u8::is_ascii_digit) || !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            return None;
        }
    }
    Some(Cow::Owned(text.replace('_', "")))
}

/// `x.hex()`.
pub fn hex(x: f64) -> String {
    let sign = if x.is_sign_negative() && !x.is_nan() { "-" } else { "" };
    if let Some(name) = special(x) {
        return format!("{sign}{name}");
    }
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let raw = (bits >> 52) & 0x7ff;
    let (lead, exponent) = if raw == 0 { (0, -1022) } else { (1, i64::try_from(raw).unwrap_or(0) - 1023) };
    format!("{sign}0x{lead}.{:013x}p{exponent:+}", bits & ((1 << 52) - 1))
}
