//! Arithmetic on integers of any size with Python's rules.
//!
//! The machine's small integers ([`i64`]) are tried first; results that fit are always small again. Sizes are
//! bounded by [`MAX_BITS`], so that no program can make one operation run for minutes.
//!
//! ```text
//! mod       integers; sums, products, order, hashes
//! division  quotients and remainders, the nearest float
//! power     powers, roots, divisors
//! bits      shifts, bits
//! ```

mod bits;
mod division;
mod power;

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::text::float_ops::{HASH_MODULUS, signed_hash};
use crate::text::{TextError, TextResult};

pub use bits::{bit_and, bit_count, bit_length, bit_or, bit_xor, invert, shl, shr};
pub use division::{div_mod, floor_div, modulo, true_div};
pub use power::{Power, gcd, isqrt, pow, pow_mod};

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

fn check_steps(outer: u64, inner: u64) -> TextResult<()> {
    if outer.saturating_mul(inner) > MAX_STEPS { Err(too_large()) } else { Ok(()) }
}

/// The length in words of 32 bits.
fn words(a: IntRef<'_>) -> u64 {
    bit_length(a) / 32 + 1
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
