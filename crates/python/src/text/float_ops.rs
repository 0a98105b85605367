//! Arithmetic on floats with Python's rules: division, powers, rounding, hashes, ratios.
//!
//! Knows only `f64` and the integers of [`super::int_ops`].

use super::int_ops::{Int, IntRef};
use super::{TextError, TextResult};
use num_bigint::BigInt;
use num_traits::FromPrimitive;
use std::cmp::Ordering;

/// The prime modulus of CPython's numeric hashes (`sys.hash_info.modulus`).
pub(crate) const HASH_MODULUS: u64 = (1 << 61) - 1;

/// `hash(float('inf'))`.
const HASH_INFINITY: i64 = 314_159;

/// `a / b`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn true_div(a: f64, b: f64) -> TextResult<f64> {
    if b == 0.0 { Err(TextError::zero_division("float division by zero")) } else { Ok(a / b) }
}

/// `a // b`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn floor_div(a: f64, b: f64) -> TextResult<f64> {
    if b == 0.0 {
        return Err(TextError::zero_division("float floor division by zero"));
    }
    Ok(div_mod_unchecked(a, b).0)
}

/// `a % b`: the result has the sign of `b`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn modulo(a: f64, b: f64) -> TextResult<f64> {
    if b == 0.0 {
        return Err(TextError::zero_division("float modulo by zero"));
    }
    Ok(mod_unchecked(a, b))
}

/// `divmod(a, b)`.
///
/// # Errors
/// `ZeroDivisionError`.
pub fn div_mod(a: f64, b: f64) -> TextResult<(f64, f64)> {
    if b == 0.0 {
        return Err(TextError::zero_division("float divmod()"));
    }
    Ok(div_mod_unchecked(a, b))
}

fn mod_unchecked(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        0.0_f64.copysign(b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

fn div_mod_unchecked(a: f64, b: f64) -> (f64, f64) {
    let plain = a % b;
    let mut quotient = (a - plain) / b;
    if plain != 0.0 && (b < 0.0) != (plain < 0.0) {
        quotient -= 1.0;
    }
    let quotient = if quotient == 0.0 {
        0.0_f64.copysign(a / b)
    } else {
        // The division above may be off by one unit in the last place: snap to the nearest integer.
        let floor = quotient.floor();
        if quotient - floor > 0.5 { floor + 1.0 } else { floor }
    };
    (quotient, mod_unchecked(a, b))
}

/// The platform's power, where it is CPython's too; see [`super::accurate`].
fn power(a: f64, b: f64) -> f64 {
    if cfg!(target_arch = "wasm32") { super::accurate::pow(a, b) } else { a.powf(b) }
}

/// `a ** b` for floats.
///
/// # Errors
/// `ZeroDivisionError` for zero to a negative power; `OverflowError`; unsupported when the result is complex.
pub fn pow(a: f64, b: f64) -> TextResult<f64> {
    if b == 0.0 || a == 1.0 {
        return Ok(1.0);
    }
    if a.is_nan() || b.is_nan() {
        return Ok(if a.is_nan() { a } else { b });
    }
    if a == 0.0 && b < 0.0 && b.is_finite() {
        return Err(TextError::zero_division("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b != b.floor() {
        return Err(TextError::new(
            super::TextErrorKind::Unsupported,
            "a negative number to a fractional power is a complex number, which is not supported",
        ));
    }
    let result = power(a, b);
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(TextError::overflow("(34, 'Numerical result out of range')"));
    }
    Ok(result)
}

/// `int(x)`: truncation towards zero.
///
/// # Errors
/// `OverflowError` for infinities, `ValueError` for NaN.
pub fn to_int(x: f64) -> TextResult<Int> {
    if x.is_nan() {
        return Err(TextError::value("cannot convert float NaN to integer"));
    }
    if x.is_infinite() {
        return Err(TextError::overflow("cannot convert float infinity to integer"));
    }
    let whole = x.trunc();
    // -2**63 is exact, 2**63 is the first that does not fit.
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&whole) {
        #[expect(clippy::cast_possible_truncation, reason = "the range was just checked")]
        return Ok(Int::Small(whole as i64));
    }
    Ok(BigInt::from_f64(whole).map_or(Int::Small(0), Int::Big))
}

/// `round(x)`: to the nearest integer, ties to even.
///
/// # Errors
/// As [`to_int`].
pub fn round_to_int(x: f64) -> TextResult<Int> {
    to_int(x.round_ties_even())
}

/// `round(x, digits)`: correctly rounded in decimal, ties to even.
///
/// # Errors
/// `OverflowError` when the result is too large for a float.
pub fn round_digits(x: f64, digits: i64) -> TextResult<f64> {
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return Ok(x);
    }
    if digits < -308 {
        return Ok(0.0_f64.copysign(x));
    }
    let text = match usize::try_from(digits) {
        Ok(digits) => format!("{x:.digits$}"),
        Err(_) => round_tens(x, usize::try_from(digits.unsigned_abs()).unwrap_or(usize::MAX)),
    };
    let rounded: f64 = text.parse().unwrap_or(x);
    if rounded.is_infinite() {
        return Err(TextError::overflow("rounded value too large to represent"));
    }
    Ok(rounded)
}

/// The decimal text of `x` rounded to a multiple of `10 ** tens`, ties to even.
fn round_tens(x: f64, tens: usize) -> String {
    let sign = if x < 0.0 { "-" } else { "" };
    let whole = x.abs().trunc();
    let digits = format!("{whole:.0}");
    let Some(kept) = digits.len().checked_sub(tens) else { return format!("{sign}0.0") };
    let (head, tail) = digits.split_at(kept);
    let exact = whole == x.abs();
    let half = tail.starts_with('5') && tail[1..].bytes().all(|byte| byte == b'0') && exact;
    let odd = head.bytes().last().is_some_and(|byte| byte % 2 == 1);
    let up = if half { odd } else { tail.as_bytes().first().is_some_and(|byte| *byte >= b'5') };
    let head = if up { increment(head) } else { head.to_owned() };
    format!("{sign}{}e{tens}", if head.is_empty() { "0" } else { &head })
}

/// Adds one to a string of decimal digits.
fn increment(digits: &str) -> String {
    let mut bytes = digits.as_bytes().to_vec();
    for byte in bytes.iter_mut().rev() {
        if *byte == b'9' {
            *byte = b'0';
        } else {
            *byte += 1;
            return bytes.into_iter().map(char::from).collect();
        }
    }
    std::iter::once('1').chain(bytes.into_iter().map(char::from)).collect()
}

/// `x.is_integer()`.
pub fn is_integer(x: f64) -> bool {
    x.is_finite() && x == x.trunc()
}

/// The mantissa and the power of two of a finite float: `x == mantissa * 2 ** exponent`, sign left out.
pub(crate) fn decompose(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let raw = ((bits >> 52) & 0x7ff) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if raw == 0 { (fraction, -1074) } else { (fraction | (1 << 52), raw - 1075) }
}

/// `x.as_integer_ratio()`: numerator and denominator in lowest terms.
///
/// # Errors
/// `OverflowError` for infinities, `ValueError` for NaN.
pub fn as_integer_ratio(x: f64) -> TextResult<(Int, Int)> {
    if x.is_nan() {
        return Err(TextError::value("cannot convert NaN to integer ratio"));
    }
    if x.is_infinite() {
        return Err(TextError::overflow("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = decompose(x);
    if mantissa == 0 {
        return Ok((Int::Small(0), Int::Small(1)));
    }
    let zeros = mantissa.trailing_zeros();
    let exponent = exponent + zeros as i32;
    let signed = BigInt::from(mantissa >> zeros) * if x < 0.0 { -1 } else { 1 };
    let shift = exponent.unsigned_abs();
    Ok(if exponent >= 0 {
        (Int::from_big(signed << shift), Int::Small(1))
    } else {
        (Int::from_big(signed), Int::from_big(BigInt::from(1) << shift))
    })
}

/// `hash(x)`, or `None` for NaN, whose hash CPython takes from the object's identity.
///
/// Equal to [`super::int_ops::hash`] of an equal integer.
pub fn hash(x: f64) -> Option<i64> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 { HASH_INFINITY } else { -HASH_INFINITY });
    }
    let (mantissa, exponent) = decompose(x);
    // Modulo 2**61 - 1, multiplying by two is a rotation of 61 bits.
    let turn = exponent.rem_euclid(61) as u32;
    let low = mantissa % HASH_MODULUS;
    let wide = u128::from(low) << turn;
    let reduced = (wide % u128::from(HASH_MODULUS)) as u64;
    Some(signed_hash(reduced, x < 0.0))
}

/// Gives a reduced hash its sign; -1 is reserved and becomes -2.
pub(crate) fn signed_hash(reduced: u64, negative: bool) -> i64 {
    let value = i64::try_from(reduced).unwrap_or(0);
    match (value, negative) {
        (1, true) => -2,
        (value, true) => -value,
        (value, false) => value,
    }
}

/// Compares an integer with a float exactly, as `==` and `<` do; `None` for NaN.
pub fn compare_int(a: IntRef<'_>, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b.is_infinite() {
        return Some(if b > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    if let IntRef::Small(a) = a
        && a.unsigned_abs() <= 1 << 53
    {
        return (a as f64).partial_cmp(&b);
    }
    let whole = to_int(b).ok()?;
    let order = super::int_ops::compare(a, whole.as_ref());
    // Equal whole parts: what is left of the float decides.
    Some(order.then_with(|| 0.0_f64.partial_cmp(&(b - b.trunc())).unwrap_or(Ordering::Equal)))
}
