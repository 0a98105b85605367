//! Powers, modular powers, roots and common divisors.

use num_integer::Integer;
use num_traits::Signed;

use super::division::check_division;
use super::{Int, IntRef, bit_length, check_bits, check_steps, to_f64, too_large, words};
use crate::text::{TextError, TextResult, float_ops};

/// What `a ** b` gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Power {
    /// A non-negative exponent.
    Int(Int),
    /// A negative one.
    Float(f64),
}

/// `a ** b`.
///
/// # Errors
/// As [`float_ops::pow`] for negative exponents; memory when the result is larger than [`super::MAX_BITS`].
pub fn pow(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Power> {
    if b.is_negative() {
        return float_ops::pow(to_f64(a)?, to_f64(b)?).map(Power::Float);
    }
    // 0, 1 and -1 to any power, however large, are small.
    if let Some(base @ -1..=1) = a.to_i64() {
        let odd = match b {
            IntRef::Small(b) => b % 2 != 0,
            IntRef::Big(b) => b.is_odd(),
        };
        return Ok(Power::Int(Int::Small(if b.is_zero() {
            1
        } else if odd {
            base
        } else {
            base * base
        })));
    }
    let exponent = b.to_i64().and_then(|b| u32::try_from(b).ok()).ok_or_else(too_large)?;
    if let IntRef::Small(base) = a
        && let Some(small) = base.checked_pow(exponent)
    {
        return Ok(Power::Int(Int::Small(small)));
    }
    check_bits((bit_length(a) - 1).saturating_mul(u64::from(exponent)))?;
    Ok(Power::Int(Int::from_big(num_traits::Pow::pow(a.to_big(), exponent))))
}

/// `pow(a, b, modulus)`.
///
/// # Errors
/// `ValueError` for a zero modulus or a base without an inverse; memory for absurdly long operands.
pub fn pow_mod(a: IntRef<'_>, b: IntRef<'_>, modulus: IntRef<'_>) -> TextResult<Int> {
    if modulus.is_zero() {
        return Err(TextError::value("pow() 3rd argument cannot be 0"));
    }
    let length = words(modulus);
    check_steps(bit_length(b), length * length)?;
    check_division(a, modulus)?;
    if b.is_negative() {
        // An inverse takes a division for about every other bit.
        check_steps(bit_length(modulus), length.saturating_mul(4))?;
    }
    let (mut base, mut exponent, modulus) = (a.to_big(), b.to_big(), modulus.to_big());
    if exponent.is_negative() {
        let size = modulus.abs();
        base = base
            .mod_floor(&size)
            .modinv(&size)
            .ok_or_else(|| TextError::value("base is not invertible for the given modulus"))?;
        exponent = -exponent;
    }
    Ok(Int::from_big(base.modpow(&exponent, &modulus)))
}

/// `math.isqrt(a)`.
///
/// # Errors
/// `ValueError` for a negative number; memory for an absurdly long one.
pub fn isqrt(a: IntRef<'_>) -> TextResult<Int> {
    if a.is_negative() {
        return Err(TextError::value("isqrt() argument must be nonnegative"));
    }
    check_steps(words(a), words(a))?;
    Ok(Int::from_big(a.to_big().sqrt()))
}

/// `math.gcd(a, b)`.
///
/// # Errors
/// Memory, for absurdly long operands.
pub fn gcd(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    let longest = bit_length(a).max(bit_length(b));
    check_steps(longest, longest / 32 + 1)?;
    Ok(Int::from_big(a.to_big().gcd(&b.to_big())))
}
