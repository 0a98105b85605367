//! The digits of floats for format specs and `%` formatting: the types `e`, `f`, `g`, `n`, `%` and none.
//!
//! Knows only `f64`; signs, separators and padding are [`super::spec`]'s and [`super::percent`]'s.

use super::float::{fix_exponent, shortest, special};
use super::spec::{FormatSpec, assemble_float};
use super::{TextError, TextResult, check_width};
use std::fmt::Write as _;

/// No float has more digits than this after the point, or more significant ones; beyond are zeros.
const MAX_DIGITS: usize = 1100;

/// How to lay out the digits of a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// `e`, `f`, `g`, in either case, or `r` for the shortest digits.
    pub(crate) kind: char,
    /// Digits after the point for `e` and `f`, significant digits for `g`.
    pub(crate) precision: usize,
    /// Keep the point and, for `g`, trailing zeros.
    pub(crate) alternate: bool,
    /// Write at least one digit after the point, as `repr` does.
    pub(crate) add_dot_zero: bool,
}

/// Formats a float by a parsed spec.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn format_parsed(value: f64, spec: &FormatSpec) -> TextResult<String> {
    check_precision(spec.precision)?;
    check_width(spec.width)?;
    let (kind, precision, add_dot_zero) = match (spec.kind, spec.precision) {
        (None, None) => ('r', 0, true),
        (None, Some(precision)) => ('g', precision, true),
        (Some('n'), precision) => ('g', precision.unwrap_or(6), false),
        (Some('%'), precision) => ('f', precision.unwrap_or(6), false),
        (Some(kind), precision) => (kind, precision.unwrap_or(6), false),
    };
    let percent = spec.kind == Some('%');
    let value = if percent { value * 100.0 } else { value };
    let mut text = digits(value, Layout { kind, precision, alternate: spec.alternate, add_dot_zero });
    if percent {
        text.push('%');
    }
    let negative = is_negative(value) && !(spec.no_negative_zero && is_zero(&text));
    assemble_float(spec, negative, &text)
}

/// Whether formatted digits are all zero, an exponent left out; `inf` and `nan` are not.
fn is_zero(text: &str) -> bool {
    let mantissa = text.split(['e', 'E', '%']).next().unwrap_or(text);
    mantissa.bytes().all(|byte| matches!(byte, b'0' | b'.'))
}

/// Whether a float is shown with a minus sign; NaN never is.
pub(crate) fn is_negative(value: f64) -> bool {
    value.is_sign_negative() && !value.is_nan()
}

/// Refuses precisions that CPython refuses, and those that would fill the memory.
pub(crate) fn check_precision(precision: Option<usize>) -> TextResult<()> {
    match precision {
        Some(precision) if precision > i32::MAX as usize => Err(TextError::value("precision too big")),
        Some(precision) => check_width(precision),
        None => Ok(()),
    }
}

/// The digits of `|value|`.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn digits(value: f64, layout: Layout) -> String {
    let upper = layout.kind.is_ascii_uppercase();
    if let Some(name) = special(value) {
        return if upper { name.to_ascii_uppercase() } else { name.to_owned() };
    }
    let size = value.abs();
    let mut text = match layout.kind.to_ascii_lowercase() {
        'f' => fixed(size, layout),
        'e' => exponent(size, layout),
        _ => general(size, layout),
    };
    if upper {
        text.make_ascii_uppercase();
    }
    text
}

/// Type `f`.
fn fixed(size: f64, layout: Layout) -> String {
    let known = layout.precision.min(MAX_DIGITS);
    let mut text = fixed_small(size, known).unwrap_or_else(|| format!("{size:.known$}"));
    text.extend(std::iter::repeat_n('0', layout.precision - known));
    if layout.alternate && layout.precision == 0 {
        text.push('.');
    }
    text
}

/// The same where the double times ten to the precision can be had exactly in an integer: most of what programs print, and
/// several times as fast.
#[cfg_attr(page, optimize(speed))]
fn fixed_small(size: f64, precision: usize) -> Option<String> {
    const FRACTION: u32 = f64::MANTISSA_DIGITS - 1;
    let bits = size.to_bits();
    // `size` is `mantissa` shifted right by `shift` bits.
    let mantissa = bits & ((1 << FRACTION) - 1) | 1 << FRACTION;
    let shift = (1023 + FRACTION).checked_sub((bits >> FRACTION) as u32)?;
    if precision > 15 || !(1..=100).contains(&shift) {
        return None;
    }
    let unit = 10_u64.pow(precision as u32);
    let scaled = u128::from(mantissa) * u128::from(unit);
    let (floor, rest, half) = (scaled >> shift, scaled & ((1 << shift) - 1), 1 << (shift - 1));
    let up = rest > half || rest == half && floor & 1 == 1;
    let number = u64::try_from(floor).ok()? + u64::from(up);
    Some(with_point(number, precision))
}

/// A number divided by ten to the precision, in digits: as many after the point, and at least one before it.
#[cfg_attr(page, optimize(speed))]
fn with_point(number: u64, precision: usize) -> String {
    // The digits of the largest number, or those of the highest precision, and the point.
    let mut text = [0; 24];
    let (mut at, mut left, mut written) = (text.len(), number, 0);
    while left > 0 || written <= precision {
        if written == precision && precision > 0 {
            at -= 1;
            text[at] = b'.';
        }
        at -= 1;
        text[at] = b'0' + (left % 10) as u8;
        left /= 10;
        written += 1;
    }
    text[at..].iter().copied().map(char::from).collect()
}

/// The significant digits of `size` and its decimal exponent: `d.ddd` times ten to it.
fn significant(size: f64, count: usize) -> (String, i32) {
    let after = count.saturating_sub(1).min(MAX_DIGITS);
    split_exponent(&format!("{size:.after$e}"))
}

/// Takes `d.ddde5` apart.
fn split_exponent(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (mantissa.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// Type `e`.
fn exponent(size: f64, layout: Layout) -> String {
    let known = layout.precision.min(MAX_DIGITS);
    let mut text = format!("{size:.known$e}");
    let at = text.find('e').unwrap_or(text.len());
    let mut tail = text.split_off(at);
    text.extend(std::iter::repeat_n('0', layout.precision - known));
    if layout.alternate && layout.precision == 0 {
        text.push('.');
    }
    fix_exponent(&mut tail, 0);
    text.push_str(&tail);
    text
}

/// Types `g` and `r`.
fn general(size: f64, layout: Layout) -> String {
    let is_shortest = layout.kind == 'r';
    let precision = if is_shortest { 17 } else { layout.precision.max(1) };
    let (mut digits, exponent) =
        if is_shortest { split_exponent(&shortest(size)) } else { significant(size, precision) };
    let point = exponent + 1;
    let limit = match (is_shortest, layout.add_dot_zero) {
        (true, _) => 16,
        (false, true) => i64::try_from(precision).unwrap_or(i64::MAX) - 1,
        (false, false) => i64::try_from(precision).unwrap_or(i64::MAX),
    };
    let exponential = point <= -4 || i64::from(point) > limit;
    if layout.alternate && !is_shortest {
        digits.extend(std::iter::repeat_n('0', precision.saturating_sub(digits.len())));
    } else {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    }
    let mut text = String::with_capacity(digits.len() + 8);
    if exponential {
        text.push_str(&digits[..1]);
        if digits.len() > 1 || layout.alternate {
            text.push('.');
            text.push_str(&digits[1..]);
        }
        let _ = write!(text, "e{exponent}");
        fix_exponent(&mut text, 0);
        return text;
    }
    let before = usize::try_from(point).unwrap_or(0);
    if before == 0 {
        text.push_str("0.");
        text.extend(std::iter::repeat_n('0', usize::try_from(-point).unwrap_or(0)));
        text.push_str(&digits);
    } else if digits.len() > before {
        text.push_str(&digits[..before]);
        text.push('.');
        text.push_str(&digits[before..]);
    } else {
        text.push_str(&digits);
        text.extend(std::iter::repeat_n('0', before - digits.len()));
        if layout.add_dot_zero {
            text.push_str(".0");
        } else if layout.alternate {
            text.push('.');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::fixed_small;

    /// Ties, carries, the ends of its range, and a walk through doubles of every size.
    #[test]
    fn the_short_way_gives_the_digits_of_the_long_one() {
        let mut walk = 0x3fb9_9999_9999_999a_u64;
        let edges =
            [0.5, 1.5, 2.5, 0.125, 0.375, 9.995, 99.5, 0.05, 1e-9, 1e15, 1.0, 0.1, 2.675, 1e-29, 4e15];
        let walked = (0..20_000).map(|_| {
            walk = walk.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            f64::from_bits((960 + walk % 130) << 52 | walk >> 12)
        });
        let mut short = 0;
        for size in edges.into_iter().chain(walked) {
            for precision in [0, 1, 2, 3, 6, 15] {
                if let Some(text) = fixed_small(size, precision) {
                    assert_eq!(text, format!("{size:.precision$}"), "{size:?}");
                    short += 1;
                }
            }
        }
        assert!(short > 50_000, "{short}");
    }
}
