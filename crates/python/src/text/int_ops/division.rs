//! Division: with the remainder's sign that Python wants, and to the nearest float.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

use super::{Int, IntRef, check_steps, neg, words};
use crate::text::{TextError, TextResult};

/// `divmod(a, b)`: the quotient rounds down, the remainder has the sign of `b`.
///
/// # Errors
/// `ZeroDivisionError`, with the message of `//` and `divmod`; memory, for absurdly long operands.
pub fn div_mod(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<(Int, Int)> {
    if b.is_zero() {
        return Err(TextError::zero_division("integer division or modulo by zero"));
    }
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Ok(match b {
            -1 => (neg(IntRef::Small(a)), Int::Small(0)),
            b => {
                let (quotient, rest) = Integer::div_mod_floor(&a, &b);
                (Int::Small(quotient), Int::Small(rest))
            }
        });
    }
    check_division(a, b)?;
    let (quotient, rest) = a.to_big().div_mod_floor(&b.to_big());
    Ok((Int::from_big(quotient), Int::from_big(rest)))
}

/// `a // b`.
///
/// # Errors
/// As [`div_mod`].
pub fn floor_div(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    Ok(div_mod(a, b)?.0)
}

/// `a % b`.
///
/// # Errors
/// As [`div_mod`], with the message of `%`.
pub fn modulo(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    if b.is_zero() {
        return Err(TextError::zero_division("integer modulo by zero"));
    }
    Ok(div_mod(a, b)?.1)
}

/// Schoolbook division takes the product of the lengths of quotient and divisor.
pub(super) fn check_division(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<()> {
    let (a, b) = (words(a), words(b));
    check_steps(a.saturating_sub(b), b)
}

/// `a / b`, correctly rounded.
///
/// # Errors
/// `ZeroDivisionError`; `OverflowError` when the quotient is too large for a float.
pub fn true_div(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<f64> {
    if b.is_zero() {
        return Err(TextError::zero_division("division by zero"));
    }
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b)
        && a.unsigned_abs() <= 1 << 53
        && b.unsigned_abs() <= 1 << 53
    {
        return Ok(a as f64 / b as f64);
    }
    let negative = a.is_negative() != b.is_negative();
    let (a, b) = (a.to_big(), b.to_big());
    let size = divide_magnitudes(&a, &b)?;
    Ok(if negative { -size } else { size })
}

/// `|a| / |b|` rounded once, to the nearest float, ties to even.
fn divide_magnitudes(a: &BigInt, b: &BigInt) -> TextResult<f64> {
    let overflow = || TextError::overflow("integer division result too large for a float");
    if a.is_zero() {
        return Ok(0.0);
    }
    let width = i64::try_from(a.bits()).unwrap_or(i64::MAX) - i64::try_from(b.bits()).unwrap_or(i64::MAX);
    if width > 1025 {
        return Err(overflow());
    }
    if width < -1076 {
        return Ok(0.0);
    }
    // A quotient of 55 or 56 bits (fewer below the normal range): 53 for the result, the rest to round by.
    let shift = width.max(-1021) - 55;
    let (mut numerator, mut denominator) = (a.magnitude().clone(), b.magnitude().clone());
    if shift <= 0 {
        numerator <<= shift.unsigned_abs();
    } else {
        denominator <<= shift.unsigned_abs();
    }
    let (quotient, rest) = numerator.div_rem(&denominator);
    let mut bits = quotient.to_u64().unwrap_or(u64::MAX);
    if !rest.is_zero() {
        bits |= 1;
    }
    // Drop the low bits, at least two, down to the precision that the exponent leaves.
    let length = i64::from(64 - bits.leading_zeros());
    let drop = u32::try_from(length.max(-1021 - shift) - 53).unwrap_or(2).min(62);
    let half = 1_u64 << (drop - 1);
    let low = bits & ((half << 1) - 1);
    let mut kept = bits >> drop;
    if low > half || (low == half && kept & 1 == 1) {
        kept += 1;
    }
    let exponent = shift + i64::from(drop);
    let length = i64::from(64 - kept.leading_zeros());
    if length + exponent > 1024 {
        return Err(overflow());
    }
    Ok(scale(kept, exponent))
}

/// `mantissa * 2 ** exponent`, exact by the caller's choice of arguments.
fn scale(mantissa: u64, exponent: i64) -> f64 {
    let power = if exponent >= -1022 {
        f64::from_bits(u64::try_from(exponent + 1023).unwrap_or(0).min(2046) << 52)
    } else {
        f64::from_bits(1_u64 << (exponent + 1074).clamp(0, 51))
    };
    mantissa as f64 * power
}
