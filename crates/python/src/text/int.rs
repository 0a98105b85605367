//! `int('...')` and the text of integers in any base.
//!
//! Knows only [`Int`] and text; arithmetic is in [`super::int_ops`], format specs in [`super::spec`].

use super::int_ops::{self, Int, IntRef};
use super::{TextError, TextResult, repr, unicode};
use num_bigint::BigInt;
use num_traits::Num;
use std::fmt::Write as _;

/// The most decimal digits that `int()` reads and `str()` writes (`sys.get_int_max_str_digits()`).
pub const MAX_STR_DIGITS: usize = 4300;

/// `int(text, base)`; `base` is 0 or 2 to 36.
///
/// # Errors
/// `ValueError`: a bad base, a bad literal, too many digits; memory for absurdly many of a base that is a power of two.
#[cfg_attr(page, optimize(speed))]
pub fn parse(text: &str, base: i64) -> TextResult<Int> {
    if base == 10
        && let Some(small) = parse_plain(text)
    {
        return Ok(Int::Small(small));
    }
    let radix = match u32::try_from(base) {
        Ok(base @ (0 | 2..=36)) => base,
        _ => return Err(TextError::value("int() base must be >= 2 and <= 36, or 0")),
    };
    let invalid = || {
        let shown: String = repr::str_repr(text).chars().take(200).collect();
        TextError::value(format!("invalid literal for int() with base {base}: {shown}"))
    };
    let plain = unicode::to_ascii_digits(text);
    let plain = plain.trim_matches(|c: char| c == ' ' || ('\t'..='\r').contains(&c));
    let (negative, unsigned) = match plain.as_bytes().first() {
        Some(b'-') => (true, &plain[1..]),
        Some(b'+') => (false, &plain[1..]),
        _ => (false, plain),
    };
    let (radix, digits) = split_prefix(unsigned, radix).ok_or_else(invalid)?;
    let count = scan_digits(digits, radix);
    if !count.complete || count.digits == 0 {
        return Err(invalid());
    }
    if count.digits > MAX_STR_DIGITS && !radix.is_power_of_two() {
        return Err(TextError::value(format!(
            "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion: value has {} digits; \
             use sys.set_int_max_str_digits() to increase the limit",
            count.digits
        )));
    }
    if count.digits as u64 > int_ops::MAX_BITS / 5 {
        return Err(TextError::memory("the integer would be too large"));
    }
    let digits = digits.replace('_', "");
    if let Ok(small) = i64::from_str_radix(&digits, radix) {
        return Ok(Int::Small(if negative { -small } else { small }));
    }
    let big = BigInt::from_str_radix(&digits, radix).map_err(|_| invalid())?;
    Ok(Int::from_big(if negative { -big } else { big }))
}

/// The number that a few decimal digits are; None for everything else.
#[cfg_attr(page, optimize(speed))]
fn parse_plain(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !(1..=18).contains(&digits.len()) {
        return None;
    }
    let number = digits.bytes().try_fold(0, |number: i64, digit| {
        digit.is_ascii_digit().then(|| number * 10 + i64::from(digit - b'0'))
    })?;
    Some(if digits.len() < text.len() { -number } else { number })
}

/// Takes a `0x`, `0o` or `0b` that fits the base; the base that applies, and the digits.
///
/// `None` when base 0 meets a leading zero that is not a zero.
fn split_prefix(text: &str, radix: u32) -> Option<(u32, &str)> {
    let mut chars = text.bytes();
    let named = match (chars.next(), chars.next().map(|byte| byte.to_ascii_lowercase())) {
        (Some(b'0'), Some(b'x')) => 16,
        (Some(b'0'), Some(b'o')) => 8,
        (Some(b'0'), Some(b'b')) => 2,
        _ => 0,
    };
    if named != 0 && (radix == 0 || radix == named) {
        let rest = &text[2..];
        // One underscore may follow the prefix, when a digit follows it.
        return Some((named, rest.strip_prefix('_').unwrap_or(rest)));
    }
    if radix != 0 {
        return Some((radix, text));
    }
    if text.starts_with('0') && text.bytes().any(|byte| byte != b'0' && byte != b'_') {
        return None;
    }
    Some((10, text))
}

/// What [`scan_digits`] found.
struct Scan {
    digits: usize,
    complete: bool,
}

/// Counts the digits of a literal, single underscores between them allowed.
fn scan_digits(text: &str, radix: u32) -> Scan {
    let mut digits = 0;
    let mut after_digit = false;
    for byte in text.bytes() {
        if byte == b'_' {
            if !after_digit {
                return Scan { digits, complete: false };
            }
            after_digit = false;
        } else if char::from(byte).is_digit(radix) {
            digits += 1;
            after_digit = true;
        } else {
            return Scan { digits, complete: false };
        }
    }
    Scan { digits, complete: after_digit }
}

/// `str(value)` and `repr(value)`.
///
/// # Errors
/// `ValueError` when there are more than [`MAX_STR_DIGITS`] digits.
pub fn to_decimal(value: IntRef<'_>) -> TextResult<String> {
    let mut out = String::new();
    write_decimal(&mut out, value)?;
    Ok(out)
}

/// Appends [`to_decimal`] of `value` to `out`.
///
/// # Errors
/// As [`to_decimal`].
pub fn write_decimal(out: &mut String, value: IntRef<'_>) -> TextResult<()> {
    match value {
        IntRef::Small(small) => {
            let _ = write!(out, "{small}");
        }
        IntRef::Big(big) => {
            // 4300 digits need at most 14285 bits: do not even convert what is certainly longer.
            let start = out.len();
            if big.bits() <= 14_285 {
                let _ = write!(out, "{big}");
            }
            let digits = out[start..].trim_start_matches('-').len();
            if digits == 0 || digits > MAX_STR_DIGITS {
                out.truncate(start);
                return Err(TextError::value(format!(
                    "Exceeds the limit ({MAX_STR_DIGITS} digits) for integer string conversion; \
                     use sys.set_int_max_str_digits() to increase the limit"
                )));
            }
        }
    }
    Ok(())
}

/// The digits of `|value|` in `radix` (2 to 36), lower case, with no sign and no prefix.
///
/// Base 10 is subject to the digit limit only through [`to_decimal`].
pub fn magnitude(value: IntRef<'_>, radix: u32) -> String {
    let radix = radix.clamp(2, 36);
    match value {
        IntRef::Small(small) => {
            let size = small.unsigned_abs();
            match radix {
                2 => format!("{size:b}"),
                8 => format!("{size:o}"),
                10 => size.to_string(),
                16 => format!("{size:x}"),
                _ => num_bigint::BigUint::from(size).to_str_radix(radix),
            }
        }
        IntRef::Big(big) => big.magnitude().to_str_radix(radix),
    }
}

/// `bin(value)`, `oct(value)` or `hex(value)`, for radix 2, 8 and 16; other radices have no prefix.
pub fn to_radix(value: IntRef<'_>, radix: u32) -> String {
    let sign = if value.is_negative() { "-" } else { "" };
    let prefix = match radix {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    format!("{sign}{prefix}{}", magnitude(value, radix))
}
