//! Arithmetic on integers of any size with Python's rules.
//!
//! The machine's small integers ([`i64`]) are tried first; results that fit are always small again. Sizes are
//! bounded by [`MAX_BITS`], so that no program can make one operation run for minutes.

use super::float_ops::{self, HASH_MODULUS, signed_hash};
use super::{TextError, TextResult};
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// The largest integer that an operation may build, in bits (about 1.2 million decimal digits): a product of that
/// size takes a tenth of a second.
pub const MAX_BITS: u64 = 1 << 22;

/// The most steps of one word that a division, a modular power, a root or a divisor may take.
const MAX_STEPS: u64 = 1 << 27;

/// An integer: small when it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Int {
    /// Fits the machine word.
    Small(i64),
    /// Does not.
    Big(BigInt),
}

/// A borrowed integer.
#[derive(Clone, Copy, Debug)]
pub enum IntRef<'a> {
    /// A machine word.
    Small(i64),
    /// Any size, small ones included.
    Big(&'a BigInt),
}

impl Int {
    /// Takes a big integer, as a small one if it fits.
    pub fn from_big(big: BigInt) -> Self {
        match big.to_i64() {
            Some(small) => Self::Small(small),
            None => Self::Big(big),
        }
    }

    /// Borrows it.
    pub fn as_ref(&self) -> IntRef<'_> {
        match self {
            Self::Small(small) => IntRef::Small(*small),
            Self::Big(big) => IntRef::Big(big),
        }
    }
}

impl From<i64> for Int {
    fn from(small: i64) -> Self {
        Self::Small(small)
    }
}

impl From<i128> for Int {
    fn from(wide: i128) -> Self {
        i64::try_from(wide).map_or_else(|_| Self::Big(BigInt::from(wide)), Self::Small)
    }
}

impl IntRef<'_> {
    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        match self {
            Self::Small(small) => small < 0,
            Self::Big(big) => big.is_negative(),
        }
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        match self {
            Self::Small(small) => small == 0,
            Self::Big(big) => big.is_zero(),
        }
    }

    /// A copy as a big integer.
    pub fn to_big(self) -> BigInt {
        match self {
            Self::Small(small) => BigInt::from(small),
            Self::Big(big) => big.clone(),
        }
    }

    /// As a machine word, if it fits.
    pub fn to_i64(self) -> Option<i64> {
        match self {
            Self::Small(small) => Some(small),
            Self::Big(big) => big.to_i64(),
        }
    }

    /// As a machine word, clamped to its range, as slices and `str.find` take their bounds.
    pub fn saturating_i64(self) -> i64 {
        self.to_i64().unwrap_or(if self.is_negative() { i64::MIN } else { i64::MAX })
    }
}

fn too_large() -> TextError {
    TextError::memory("the integer would be too large")
}

fn check_bits(bits: u64) -> TextResult<()> {
    if bits > MAX_BITS { Err(too_large()) } else { Ok(()) }
}

/// `a + b`.
///
/// # Errors
/// Memory, above [`MAX_BITS`].
pub fn add(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Ok(a.checked_add(b).map_or_else(|| Int::from(i128::from(a) + i128::from(b)), Int::Small));
    }
    check_bits(bit_length(a).max(bit_length(b)) + 1)?;
    Ok(Int::from_big(match (a, b) {
        (IntRef::Big(a), IntRef::Big(b)) => a + b,
        (IntRef::Big(big), IntRef::Small(small)) | (IntRef::Small(small), IntRef::Big(big)) => big + small,
        (IntRef::Small(a), IntRef::Small(b)) => BigInt::from(a) + b,
    }))
}

/// `a - b`.
///
/// # Errors
/// Memory, above [`MAX_BITS`].
pub fn sub(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Ok(a.checked_sub(b).map_or_else(|| Int::from(i128::from(a) - i128::from(b)), Int::Small));
    }
    check_bits(bit_length(a).max(bit_length(b)) + 1)?;
    Ok(Int::from_big(match (a, b) {
        (IntRef::Big(a), IntRef::Big(b)) => a - b,
        (IntRef::Big(a), IntRef::Small(b)) => a - b,
        (a, b) => a.to_big() - b.to_big(),
    }))
}

/// `a * b`.
///
/// # Errors
/// Memory, above [`MAX_BITS`].
pub fn mul(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<Int> {
    if let (IntRef::Small(a), IntRef::Small(b)) = (a, b) {
        return Ok(a.checked_mul(b).map_or_else(|| Int::from(i128::from(a) * i128::from(b)), Int::Small));
    }
    check_bits(bit_length(a) + bit_length(b))?;
    Ok(Int::from_big(match (a, b) {
        (IntRef::Big(a), IntRef::Big(b)) => a * b,
        (IntRef::Big(big), IntRef::Small(small)) | (IntRef::Small(small), IntRef::Big(big)) => big * small,
        (IntRef::Small(a), IntRef::Small(b)) => BigInt::from(a) * b,
    }))
}

/// `-a`.
pub fn neg(a: IntRef<'_>) -> Int {
    match a {
        IntRef::Small(a) => a.checked_neg().map_or_else(|| Int::from(-i128::from(a)), Int::Small),
        IntRef::Big(a) => Int::from_big(-a),
    }
}

/// `abs(a)`.
pub fn abs(a: IntRef<'_>) -> Int {
    if a.is_negative() {
        neg(a)
    } else {
        match a {
            IntRef::Small(a) => Int::Small(a),
            IntRef::Big(a) => Int::from_big(a.clone()),
        }
    }
}

/// Compares two integers.
pub fn compare(a: IntRef<'_>, b: IntRef<'_>) -> Ordering {
    match (a, b) {
        (IntRef::Small(a), IntRef::Small(b)) => a.cmp(&b),
        (IntRef::Big(a), IntRef::Big(b)) => a.cmp(b),
        (IntRef::Big(a), IntRef::Small(b)) => a.cmp(&BigInt::from(b)),
        (IntRef::Small(a), IntRef::Big(b)) => BigInt::from(a).cmp(b),
    }
}

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
fn check_division(a: IntRef<'_>, b: IntRef<'_>) -> TextResult<()> {
    let (a, b) = (words(a), words(b));
    check_steps(a.saturating_sub(b), b)
}

fn check_steps(outer: u64, inner: u64) -> TextResult<()> {
    if outer.saturating_mul(inner) > MAX_STEPS { Err(too_large()) } else { Ok(()) }
}

/// The length in words of 32 bits.
fn words(a: IntRef<'_>) -> u64 {
    bit_length(a) / 32 + 1
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

/// `float(a)`: to the nearest, ties to even.
///
/// # Errors
/// `OverflowError` when it is too large for a float.
pub fn to_f64(a: IntRef<'_>) -> TextResult<f64> {
    let value = match a {
        IntRef::Small(a) => a as f64,
        IntRef::Big(a) => a.to_f64().unwrap_or(f64::INFINITY),
    };
    if value.is_infinite() {
        return Err(TextError::overflow("int too large to convert to float"));
    }
    Ok(value)
}

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
/// As [`float_ops::pow`] for negative exponents; memory when the result is larger than [`MAX_BITS`].
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

/// `a << b`.
///
/// # Errors
/// `ValueError` for a negative count; memory above [`MAX_BITS`].
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

/// `hash(a)`.
pub fn hash(a: IntRef<'_>) -> i64 {
    match a {
        IntRef::Small(a) => signed_hash(a.unsigned_abs() % HASH_MODULUS, a < 0),
        IntRef::Big(a) => {
            let reduced = (a.magnitude() % HASH_MODULUS).to_u64().unwrap_or(0);
            signed_hash(reduced, a.sign() == Sign::Minus)
        }
    }
}

/// `round(a, digits)`: `a` itself for `digits >= 0`, else the nearest multiple of a power of ten, ties to even.
pub fn round(a: IntRef<'_>, digits: i64) -> Int {
    let whole = || Int::from_big(a.to_big());
    if digits >= 0 {
        return whole();
    }
    // A power of ten of more than twice the value rounds it to zero, however large.
    let Some(tens) =
        u32::try_from(digits.unsigned_abs()).ok().filter(|tens| u64::from(*tens) * 3 <= bit_length(a) + 3)
    else {
        return Int::Small(0);
    };
    let unit = num_traits::Pow::pow(BigInt::from(10), tens);
    let (quotient, rest) = a.to_big().div_mod_floor(&unit);
    let up = match (rest * 2_u32).cmp(&unit) {
        Ordering::Greater => true,
        Ordering::Equal => quotient.is_odd(),
        Ordering::Less => false,
    };
    Int::from_big((quotient + i32::from(up)) * unit)
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
