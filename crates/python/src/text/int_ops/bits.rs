//! Shifts and bits of integers in two's complement of any length.

use super::{Int, IntRef, check_bits};
use crate::text::{TextError, TextResult};

/// `a << b`.
///
/// # Errors
/// `ValueError` for a negative count; memory above [`super::MAX_BITS`].
pub fn shl(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    if b.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    if a.is_zero() {
        return Ok(Int::Small(0));
    }
    let Some(count) = b.to_i64() else {
        return Err(TextError::overflow("too many digits in integer"));
    };
    let count = count.unsigned_abs();
    if let IntRef::Small(small) = a
        && count < 64
    {
        return Ok(Int::from(i128::from(small) << count));
    }
    check_bits(bit_length(a).saturating_add(count))?;
    Ok(Int::from_big(a.to_big() << count))
}

/// `a >> b`: rounds down.
///
/// # Errors
/// `ValueError` for a negative count.
pub fn shr(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    if b.is_negative() {
        return Err(TextError::value("negative shift count"));
    }
    let count = b.saturating_i64().unsigned_abs();
    Ok(match a {
        _ if count >= bit_length(a) => Int::Small(if a.is_negative() { -1 } else { 0 }),
        IntRef::Small(small) => Int::Small(small >> count.min(63)),
        IntRef::Big(big) => Int::from_big(big >> count),
    })
}

/// `a & b`.
pub fn bit_and(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => Int::Small(a & b),
        _ => Int::from_big(a.to_big() & b.to_big()),
    }
}

/// `a | b`.
pub fn bit_or(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => Int::Small(a | b),
        _ => Int::from_big(a.to_big() | b.to_big()),
    }
}

/// `a ^ b`.
pub fn bit_xor(a: IntRef<'_>, b: IntRef<'_>) -> Int {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => Int::Small(a ^ b),
        _ => Int::from_big(a.to_big() ^ b.to_big()),
    }
}

/// `~a`.
pub fn invert(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(a) => Int::Small(!a),
        IntRef::Big(a) => Int::from_big(!a),
    }
}

/// `a.bit_length()`.
pub fn bit_length(a: IntRef<'_>) -> u64 {
    match a {
        IntRef::Small(a) => u64::from(64 - a.unsigned_abs().leading_zeros()),
        IntRef::Big(a) => a.bits(),
    }
}

/// `a.bit_count()`.
pub fn bit_count(a: IntRef<'_>) -> u64 {
    match a {
        IntRef::Small(a) => u64::from(a.unsigned_abs().count_ones()),
        IntRef::Big(a) => a.magnitude().count_ones(),
    }
}
