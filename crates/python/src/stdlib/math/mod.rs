//! The module `math`.

mod integers;

use num_bigint::BigInt;

use crate::builtins::convert::{Number, as_number, int, raise};
use crate::builtins::numbers;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult};
use crate::objects::{Exc, overflow_error, type_error, value_error};
use crate::op::BinaryOp;
use crate::text::float_ops;
use crate::text::int_ops::{self, IntRef};
use crate::value::Value;
use crate::vm::Vm;
use integers::{comb, factorial, gcd, isqrt, lcm, perm};

/// `math`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "math",
    functions: &[
        NativeDef::function("acos", acos),
        NativeDef::function("asin", asin),
        NativeDef::function("atan", atan),
        NativeDef::function("atan2", atan2),
        NativeDef::function("ceil", ceil),
        NativeDef::function("comb", comb),
        NativeDef::function("copysign", copysign),
        NativeDef::function("cos", cos),
        NativeDef::function("cosh", cosh),
        NativeDef::function("degrees", degrees),
        NativeDef::function("dist", dist),
        NativeDef::function("exp", exp),
        NativeDef::function("expm1", expm1),
        NativeDef::function("fabs", fabs),
        NativeDef::function("factorial", factorial),
        NativeDef::function("floor", floor),
        NativeDef::function("fmod", fmod),
        NativeDef::function("fsum", fsum),
        NativeDef::function("gcd", gcd),
        NativeDef::function("hypot", hypot),
        NativeDef::function("isclose", is_close),
        NativeDef::function("isfinite", is_finite),
        NativeDef::function("isinf", is_inf),
        NativeDef::function("isnan", is_nan),
        NativeDef::function("isqrt", isqrt),
        NativeDef::function("lcm", lcm),
        NativeDef::function("log", log),
        NativeDef::function("log10", log10),
        NativeDef::function("log1p", log1p),
        NativeDef::function("log2", log2),
        NativeDef::function("modf", modf),
        NativeDef::function("perm", perm),
        NativeDef::function("pow", pow),
        NativeDef::function("prod", prod),
        NativeDef::function("radians", radians),
        NativeDef::function("sin", sin),
        NativeDef::function("sinh", sinh),
        NativeDef::function("sqrt", sqrt),
        NativeDef::function("tan", tan),
        NativeDef::function("tanh", tanh),
        NativeDef::function("trunc", trunc),
    ],
    constants,
    python: None,
};

fn constants(_vm: &mut Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("e", Value::Float(std::f64::consts::E)),
        ("inf", Value::Float(f64::INFINITY)),
        ("nan", Value::Float(f64::NAN)),
        ("pi", Value::Float(std::f64::consts::PI)),
        ("tau", Value::Float(std::f64::consts::TAU)),
    ]
}

/// An argument as a float.
fn real(vm: &mut Vm, value: &Value) -> Result<f64, Exc> {
    match as_number(value) {
        Some(number) => numbers::to_f64(number).map_err(raise),
        None => match crate::builtins::protocol_float(vm, value)? {
            Some(number) => Ok(number),
            None => Err(type_error(format!("must be real number, not {}", vm.type_name(value)))),
        },
    }
}

fn domain() -> Exc {
    value_error("math domain error")
}

/// What the C library's errors become: a NaN from numbers is a domain error, an infinity from finite ones a
/// range error (or a pole, which is a domain error too).
fn checked(result: f64, pole: bool, arguments: &[f64]) -> NativeResult {
    if result.is_nan() && !arguments.iter().any(|x| x.is_nan()) {
        return Err(domain());
    }
    if result.is_infinite() && arguments.iter().all(|x| x.is_finite()) {
        return Err(if pole { domain() } else { overflow_error("math range error") });
    }
    Ok(Value::Float(result))
}

/// Functions of one float.
macro_rules! functions {
    ($($name:ident $text:literal $pole:literal $function:expr;)*) => {
        $(fn $name(vm: &mut Vm, args: Args<'_>) -> NativeResult {
            let [x] = args.exactly(concat!("math.", $text))?;
            let x = real(vm, x)?;
            let function: fn(f64) -> f64 = $function;
            checked(function(x), $pole, &[x])
        })*
    };
}

functions! {
    acos "acos" false f64::acos;
    asin "asin" false f64::asin;
    atan "atan" false f64::atan;
    cos "cos" false f64::cos;
    cosh "cosh" false f64::cosh;
    degrees "degrees" false |x| x * (180.0 / std::f64::consts::PI);
    exp "exp" false f64::exp;
    expm1 "expm1" false f64::exp_m1;
    fabs "fabs" false f64::abs;
    log1p "log1p" true f64::ln_1p;
    radians "radians" false |x| x * (std::f64::consts::PI / 180.0);
    sin "sin" false f64::sin;
    sinh "sinh" false f64::sinh;
    sqrt "sqrt" false f64::sqrt;
    tan "tan" false f64::tan;
    tanh "tanh" false f64::tanh;
}

/// Questions about one float.
macro_rules! questions {
    ($($name:ident $text:literal $function:expr;)*) => {
        $(fn $name(vm: &mut Vm, args: Args<'_>) -> NativeResult {
            let [x] = args.exactly(concat!("math.", $text))?;
            let function: fn(f64) -> bool = $function;
            Ok(Value::Bool(function(real(vm, x)?)))
        })*
    };
}

questions! {
    is_finite "isfinite" f64::is_finite;
    is_inf "isinf" f64::is_infinite;
    is_nan "isnan" f64::is_nan;
}

fn two(vm: &mut Vm, args: Args<'_>, name: &str) -> Result<(f64, f64), Exc> {
    let args = args.between(name, 2, 2)?;
    Ok((real(vm, &args[0])?, real(vm, &args[1])?))
}

fn atan2(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (y, x) = two(vm, args, "atan2")?;
    Ok(Value::Float(y.atan2(x)))
}

fn copysign(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (x, y) = two(vm, args, "copysign")?;
    Ok(Value::Float(x.copysign(y)))
}

fn fmod(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (x, y) = two(vm, args, "fmod")?;
    checked(x % y, false, &[x, y])
}

fn pow(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (x, y) = two(vm, args, "pow")?;
    checked(x.powf(y), x == 0.0, &[x, y])
}

/// The natural logarithm of an int of any size, or a float. The argument is positive.
fn ln(number: Number<'_>) -> f64 {
    match number {
        Number::Float(x) => x.ln(),
        Number::Int(IntRef::Small(x)) => (x as f64).ln(),
        Number::Int(IntRef::Big(x)) => log_big(x, f64::ln),
    }
}

/// The logarithm of an int that may be too large for a float. Mirrors `loghelper` in CPython's `mathmodule.c`.
fn log_big(x: &BigInt, log: fn(f64) -> f64) -> f64 {
    if let Ok(whole) = int_ops::to_f64(IntRef::Big(x)) {
        return log(whole);
    }
    // Its leading bits as a number in 0.5..1, and the exponent.
    let leading = int_ops::to_f64(IntRef::Big(&(x >> x.bits().saturating_sub(64)))).unwrap_or(f64::MAX);
    log(leading / 2.0_f64.powi(64)) + log(2.0) * x.bits() as f64
}

fn positive<'a>(vm: &mut Vm, value: &'a Value) -> Result<Number<'a>, Exc> {
    let Some(number) = as_number(value) else {
        return Err(type_error(format!("must be real number, not {}", vm.type_name(value))));
    };
    let bad = match number {
        Number::Int(number) => number.is_negative() || number.is_zero(),
        Number::Float(number) => number <= 0.0,
    };
    if bad { Err(domain()) } else { Ok(number) }
}

fn log(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("log", 1, 2)?;
    let number = ln(positive(vm, &args[0])?);
    let Some(base) = args.get(1) else { return Ok(Value::Float(number)) };
    let base = ln(positive(vm, base)?);
    float_ops::true_div(number, base)
        .map(Value::Float)
        .map_err(|_| crate::objects::zero_division_error("division by zero"))
}

fn log_by(vm: &mut Vm, args: Args<'_>, name: &str, small: fn(f64) -> f64) -> NativeResult {
    let [x] = args.exactly(name)?;
    let number = positive(vm, x)?;
    Ok(Value::Float(match number {
        Number::Int(IntRef::Big(x)) => log_big(x, small),
        Number::Int(IntRef::Small(x)) => small(x as f64),
        Number::Float(x) => small(x),
    }))
}

fn log2(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    log_by(vm, args, "math.log2", f64::log2)
}

fn log10(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    log_by(vm, args, "math.log10", f64::log10)
}

/// `ceil`, `floor`, `trunc`: the program's own method first.
fn whole(vm: &mut Vm, args: Args<'_>, name: &str, method: &str, round: fn(f64) -> f64) -> NativeResult {
    let [value] = args.exactly(&format!("math.{name}"))?;
    match as_number(value) {
        Some(Number::Int(number)) => Ok(numbers::int_value(number)),
        Some(Number::Float(number)) => float_ops::to_int(round(number)).map(int).map_err(raise),
        None => match vm.find_attr(value, method)? {
            Some(method) => vm.tail_call(&method, Vec::new()),
            None if name == "trunc" => {
                let found = vm.type_name(value);
                Err(type_error(format!("type {found} doesn't define __trunc__ method")))
            }
            None => {
                let number = real(vm, value)?;
                float_ops::to_int(round(number)).map(int).map_err(raise)
            }
        },
    }
}

fn ceil(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    whole(vm, args, "ceil", "__ceil__", f64::ceil)
}

fn floor(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    whole(vm, args, "floor", "__floor__", f64::floor)
}

fn trunc(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    whole(vm, args, "trunc", "__trunc__", f64::trunc)
}

fn modf(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [x] = args.exactly("math.modf")?;
    let x = real(vm, x)?;
    let fraction = if x.is_infinite() { 0.0_f64.copysign(x) } else { x.fract().copysign(x) };
    Ok(Value::tuple(vec![Value::Float(fraction), Value::Float(x.trunc())]))
}

fn is_close(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [a, b, relative, absolute] = args.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 0, 2)?;
    let mut number = |value: Option<&Value>, default| value.map_or(Ok(default), |value| real(vm, value));
    let (a, b) = (number(a, 0.0)?, number(b, 0.0)?);
    let (relative, absolute) = (number(relative, 1e-9)?, number(absolute, 0.0)?);
    if relative < 0.0 || absolute < 0.0 {
        return Err(value_error("tolerances must be non-negative"));
    }
    if a == b {
        return Ok(Value::Bool(true));
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Value::Bool(false));
    }
    let difference = (a - b).abs();
    Ok(Value::Bool(
        difference <= (relative * b).abs() || difference <= (relative * a).abs() || difference <= absolute,
    ))
}

/// The length of a vector, without overflow in between.
fn norm(parts: &[f64]) -> f64 {
    if parts.iter().any(|x| x.is_infinite()) {
        return f64::INFINITY;
    }
    let largest = parts.iter().fold(0.0_f64, |largest, x| largest.max(x.abs()));
    if largest == 0.0 || parts.iter().any(|x| x.is_nan()) {
        return parts.iter().sum::<f64>().abs();
    }
    if let [x, y] = parts {
        return x.hypot(*y);
    }
    largest * parts.iter().map(|x| (x / largest) * (x / largest)).sum::<f64>().sqrt()
}

fn hypot(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.no_keywords("math.hypot")?;
    let mut parts = Vec::with_capacity(args.len());
    for value in args.positional {
        parts.push(real(vm, value)?);
    }
    Ok(Value::Float(norm(&parts)))
}

fn dist(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("dist", 2, 2)?;
    let (Some(a), Some(b)) = (vm.collect(&args[0])?, vm.collect(&args[1])?) else {
        return Err(type_error("dist() takes two sequences"));
    };
    if a.len() != b.len() {
        return Err(value_error("both points must have the same number of dimensions"));
    }
    let mut parts = Vec::with_capacity(a.len());
    for (a, b) in a.iter().zip(&b) {
        parts.push(real(vm, a)? - real(vm, b)?);
    }
    Ok(Value::Float(norm(&parts)))
}

/// The exact sum of floats, rounded once. Mirrors `math.fsum` (Shewchuk's partial sums).
fn fsum(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable] = args.exactly("math.fsum")?;
    let Some(items) = vm.collect(iterable)? else {
        return Err(type_error("fsum() takes a list or tuple in Loopscope"));
    };
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    for item in &items {
        let mut x = real(vm, item)?;
        if !x.is_finite() {
            special += x;
            continue;
        }
        let mut kept = 0;
        for at in 0..partials.len() {
            let mut y = partials[at];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let high = x + y;
            let low = y - (high - x);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            x = high;
        }
        partials.truncate(kept);
        partials.push(x);
    }
    if special != 0.0 {
        return Ok(Value::Float(special));
    }
    let mut total = 0.0;
    let mut rest = 0.0;
    while let Some(x) = partials.pop() {
        let before = total;
        total += x;
        rest = x - (total - before);
        if rest != 0.0 {
            break;
        }
    }
    // Half-way cases round the way the next partial points.
    if let Some(next) = partials.last()
        && ((rest < 0.0 && *next < 0.0) || (rest > 0.0 && *next > 0.0))
    {
        let twice = rest * 2.0;
        let rounded = total + twice;
        if twice == rounded - total {
            total = rounded;
        }
    }
    Ok(Value::Float(total))
}

fn prod(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable, start] = args.bind("prod", ["iterable", "start"], 1, 1)?;
    let mut total = start.cloned().unwrap_or(Value::Int(1));
    let items = match iterable {
        Some(iterable) => match vm.collect(iterable)? {
            Some(items) => items,
            None => return Err(type_error("prod() takes a list or tuple in Loopscope")),
        },
        None => Vec::new(),
    };
    for item in &items {
        total = vm.binary(BinaryOp::Mul, &total, item)?;
    }
    Ok(total)
}
