//! `pow`, `exp` and `log` for where the platform's mathematical library is less exact than CPython's.
//!
//! In a browser Rust's own port of an old C library answers, and `0.01 ** -4` is `100000000.0` where CPython, on
//! the C library of Linux, has `99999999.99999999` (so do one in ten powers differ). These functions work with twice the digits and round once, as good
//! libraries nearly always do. Natively the C library is the one that CPython calls, and [`super::float_ops`] uses it.
//!
//! Knows only `f64`.

use std::ops::{Add, Mul};

/// A number as the sum of two floats, the second at most half a unit in the last place of the first.
#[derive(Clone, Copy)]
struct Double {
    high: f64,
    low: f64,
}

/// ln 2 in three parts. The first has 32 bits: a multiple of it by any exponent is exact.
const LN2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
const LN2_LOW: Double =
    Double { high: f64::from_bits(0x3dea_39ef_3579_3c76), low: f64::from_bits(0x3a8c_c01f_97b5_7a08) };

/// Terms of the series of ln: each has a thirty-fourth of the one before.
const LN_TERMS: usize = 22;
/// Terms of the series of exp, for arguments below 1/46.
const EXP_TERMS: usize = 14;

/// 1/1, 1/3, 1/5 ...
const ODD_RECIPROCALS: [Double; LN_TERMS] = {
    let mut table = [Double::of(1.0); LN_TERMS];
    let mut at = 0;
    while at < LN_TERMS {
        table[at] = Double::of(1.0).over(Double::of((2 * at + 1) as f64));
        at += 1;
    }
    table
};

/// 1/1!, 1/2!, 1/3! ...
const FACTORIAL_RECIPROCALS: [Double; EXP_TERMS] = {
    let mut table = [Double::of(1.0); EXP_TERMS];
    let mut at = 1;
    while at < EXP_TERMS {
        table[at] = table[at - 1].over(Double::of((at + 1) as f64));
        at += 1;
    }
    table
};

/// The exact sum of two floats.
const fn two_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    let rest = high - a;
    Double { high, low: (a - (high - rest)) + (b - rest) }
}

/// The exact sum of two floats of which the first is the larger.
const fn quick_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    Double { high, low: b - (high - a) }
}

/// The two halves of a float's digits.
const fn split(a: f64) -> (f64, f64) {
    let wide = a * 134_217_729.0;
    let high = wide - (wide - a);
    (high, a - high)
}

/// The exact product of two floats.
const fn two_product(a: f64, b: f64) -> Double {
    let high = a * b;
    let ((a1, a2), (b1, b2)) = (split(a), split(b));
    Double { high, low: ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2 }
}

impl Double {
    const fn of(value: f64) -> Self {
        Self { high: value, low: 0.0 }
    }

    const fn plus(self, other: Self) -> Self {
        let sum = two_sum(self.high, other.high);
        let rest = two_sum(self.low, other.low);
        let sum = quick_sum(sum.high, sum.low + rest.high);
        quick_sum(sum.high, sum.low + rest.low)
    }

    const fn times(self, other: Self) -> Self {
        let product = two_product(self.high, other.high);
        quick_sum(product.high, product.low + (self.high * other.low + self.low * other.high))
    }

    const fn over(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self.plus(other.times(Self::of(-first)));
        let second = rest.high / other.high;
        let rest = rest.plus(other.times(Self::of(-second)));
        quick_sum(first, second).plus(Self::of(rest.high / other.high))
    }

    /// Times a power of two, exactly.
    fn scaled(self, factor: f64) -> Self {
        Self { high: self.high * factor, low: self.low * factor }
    }
}

impl Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.plus(other)
    }
}

impl Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.times(other)
    }
}

/// ln of a positive finite float.
fn ln_double(x: f64) -> Double {
    // x = m * 2 ** exponent, with m between the square roots of 1/2 and 2.
    let (x, extra) = if x < f64::MIN_POSITIVE { (x * 18_014_398_509_481_984.0, -54) } else { (x, 0) };
    let bits = x.to_bits();
    let mut exponent = (bits >> 52) as i32 - 1023 + extra;
    let mut m = f64::from_bits((bits & ((1 << 52) - 1)) | (1023 << 52));
    if m > std::f64::consts::SQRT_2 {
        m *= 0.5;
        exponent += 1;
    }
    // ln m = 2 artanh t = 2 (t + t**3 / 3 + t**5 / 5 ...)
    let t = Double::of(m - 1.0).over(two_sum(m, 1.0));
    let square = t * t;
    let series = ODD_RECIPROCALS.iter().rev().copied().reduce(|sum, term| sum * square + term);
    let ln_m = t.scaled(2.0) * series.unwrap_or(Double::of(1.0));
    let exponent = f64::from(exponent);
    Double::of(exponent * LN2_HIGH) + (LN2_LOW * Double::of(exponent) + ln_m)
}

/// e to the `v`, which must not overflow.
fn exp_double(v: Double) -> f64 {
    let exponent = (v.high * std::f64::consts::LOG2_E).round();
    let rest = v + Double::of(-exponent * LN2_HIGH) + LN2_LOW * Double::of(-exponent);
    // e**r - 1 of a sixteenth of the rest, squared four times.
    let r = rest.scaled(1.0 / 16.0);
    let series = FACTORIAL_RECIPROCALS.iter().rev().copied().reduce(|sum, term| sum * r + term);
    let mut less_one = r * series.unwrap_or(Double::of(1.0));
    for _ in 0..4 {
        less_one = less_one * (less_one + Double::of(2.0));
    }
    let result = Double::of(1.0) + less_one;
    // In two steps: 2 ** exponent alone may be out of range.
    let half = (exponent / 2.0).trunc();
    result.high * power_of_two(half) * power_of_two(exponent - half)
}

/// 2 to an integer within the range of normal floats.
fn power_of_two(exponent: f64) -> f64 {
    f64::from_bits(((exponent as i64 + 1023) as u64) << 52)
}

/// `x` to a whole power, by squaring.
fn whole_power(x: f64, mut exponent: u32) -> Double {
    let (mut base, mut power) = (Double::of(x), Double::of(1.0));
    loop {
        if exponent & 1 == 1 {
            power = power * base;
        }
        exponent >>= 1;
        if exponent == 0 {
            return power;
        }
        base = base * base;
    }
}

/// `x ** y`, as `f64::powf` defines it, correctly rounded but for about one in a billion.
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    let size = x.abs();
    let odd = y % 2.0 != 0.0;
    let usual = size > 0.0 && size.is_finite() && y.is_finite() && (x > 0.0 || y == y.trunc());
    if !usual || size == 1.0 || y == 0.0 {
        return x.powf(y);
    }
    let estimate = size.ln() * y;
    // Beyond, the result is infinite, zero or not normal.
    if estimate.is_nan() || estimate.abs() > 708.0 {
        return x.powf(y);
    }
    let result = if y == y.trunc() && y.abs() <= 64.0 && estimate.abs() < 600.0 {
        // Products are exact as long as they fit, so that a tie is seen as one.
        let power = whole_power(size, y.abs() as u32);
        if y < 0.0 { Double::of(1.0).over(power).high } else { power.high }
    } else {
        exp_double(ln_double(size) * Double::of(y))
    };
    if x < 0.0 && odd { -result } else { result }
}

/// `math.exp(x)`, as `f64::exp` defines it.
#[must_use]
pub fn exp(x: f64) -> f64 {
    if x.abs() < 708.0 { exp_double(Double::of(x)) } else { x.exp() }
}

/// The natural logarithm, as `f64::ln` defines it.
#[must_use]
pub fn ln(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() { ln_double(x).high } else { x.ln() }
}
