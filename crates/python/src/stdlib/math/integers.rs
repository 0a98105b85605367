//! `math`: divisors, roots, and ways to choose, of integers of any size.

use num_bigint::BigInt;

use crate::builtins::convert::{as_int, as_number, int, memory_error, raise};
use crate::builtins::slicing;
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, type_error, value_error};
use crate::text::int_ops::{self, Int, IntRef};
use crate::value::Value;
use crate::vm::Vm;

/// An argument as an int.
fn integer(vm: &mut Vm, value: &Value) -> Result<Int, Exc> {
    match as_int(value) {
        Some(IntRef::Small(number)) => Ok(Int::Small(number)),
        Some(IntRef::Big(number)) => Ok(Int::Big(number.clone())),
        None => slicing::index_argument(vm, value).map(Int::Small),
    }
}

pub(super) fn gcd(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.no_keywords("math.gcd")?;
    let mut result = Int::Small(0);
    for value in args.positional {
        let number = integer(vm, value)?;
        result = int_ops::gcd(result.as_ref(), number.as_ref()).map_err(raise)?;
    }
    Ok(int(result))
}

pub(super) fn lcm(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.no_keywords("math.lcm")?;
    let mut result = Int::Small(1);
    for value in args.positional {
        let number = integer(vm, value)?;
        if number.as_ref().is_zero() {
            return Ok(Value::Int(0));
        }
        let common = int_ops::gcd(result.as_ref(), number.as_ref()).map_err(raise)?;
        let part = int_ops::floor_div(number.as_ref(), common.as_ref()).map_err(raise)?;
        let product = int_ops::mul(result.as_ref(), part.as_ref()).map_err(raise)?;
        result = int_ops::abs(product.as_ref());
    }
    Ok(int(result))
}

pub(super) fn isqrt(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [number] = args.exactly("math.isqrt")?;
    let number = integer(vm, number)?;
    int_ops::isqrt(number.as_ref()).map(int).map_err(raise)
}

/// The product of `first..=last`, by halves so that the factors are of like size.
fn product(first: u64, last: u64) -> BigInt {
    if first > last {
        return BigInt::from(1);
    }
    if last - first < 8 {
        return (first..=last).fold(BigInt::from(1), |product, factor| product * factor);
    }
    let middle = u64::midpoint(first, last);
    product(first, middle) * product(middle + 1, last)
}

/// Factors beyond these take too long, and too much memory.
const MOST_FACTORS: u64 = 300_000;

pub(super) fn factorial(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [number] = args.exactly("math.factorial")?;
    if as_int(number).is_none() && as_number(number).is_some() {
        return Err(type_error("'float' object cannot be interpreted as an integer"));
    }
    match integer(vm, number)? {
        number if number.as_ref().is_negative() => {
            Err(value_error("factorial() not defined for negative values"))
        }
        Int::Small(number) if number as u64 <= MOST_FACTORS => Ok(Value::int(product(1, number as u64))),
        _ => Err(memory_error("the integer would be too large")),
    }
}

/// The two arguments of `comb` and `perm`.
fn n_and_k(vm: &mut Vm, n: &Value, k: &Value) -> Result<(u64, u64), Exc> {
    let mut numbers = [0; 2];
    for (place, (value, name)) in numbers.iter_mut().zip([(n, "n"), (k, "k")]) {
        let number = integer(vm, value)?;
        if number.as_ref().is_negative() {
            return Err(value_error(format!("{name} must be a non-negative integer")));
        }
        *place = number.as_ref().saturating_i64() as u64;
    }
    let [n, k] = numbers;
    if k <= n && k.min(n - k) > MOST_FACTORS {
        return Err(memory_error("the integer would be too large"));
    }
    Ok((n, k))
}

pub(super) fn comb(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("comb", 2, 2)?;
    let (n, k) = n_and_k(vm, &args[0], &args[1])?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = k.min(n - k);
    Ok(Value::int(product(n - k + 1, n) / product(1, k)))
}

pub(super) fn perm(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("perm", 1, 2)?;
    let Some(k) = args.get(1).filter(|k| !k.is_none()) else {
        return factorial(vm, Args::positional(&args[..1]));
    };
    let (n, k) = n_and_k(vm, &args[0], k)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    if k > MOST_FACTORS {
        return Err(memory_error("the integer would be too large"));
    }
    Ok(Value::int(product(n - k + 1, n)))
}
