//! `int`, `bool` and `float`: constructors and methods.

use num_bigint::{BigInt, Sign};

use crate::builtins::convert::{Number, as_int, as_number, as_str, int, plain, raise};
use crate::builtins::numbers::int_value;
use crate::builtins::{formatting, functions, numbers, receiver, slicing, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, overflow_error, type_error, value_error};
use crate::text::int_ops::{self, IntRef};
use crate::text::{float, float_ops, int as int_text};
use crate::value::Value;
use crate::vm::Vm;

/// The methods of `int`.
pub(crate) const INT_METHODS: &[NativeDef] = &[
    NativeDef::method("as_integer_ratio", int_ratio),
    NativeDef::method("bit_count", bit_count),
    NativeDef::method("bit_length", bit_length),
    NativeDef::method("conjugate", int_itself),
    NativeDef::class_method("from_bytes", from_bytes),
    NativeDef::method("is_integer", int_is_integer),
    NativeDef::method("to_bytes", to_bytes),
    NativeDef::property("denominator", denominator),
    NativeDef::property("imag", int_imag),
    NativeDef::property("numerator", int_itself),
    NativeDef::property("real", int_itself),
    NativeDef::method("__abs__", abs_slot),
    NativeDef::method("__index__", int_itself),
    NativeDef::method("__int__", int_itself),
    NativeDef::method("__float__", to_float),
    NativeDef::method("__format__", formatting::format_slot),
    slots::ADD,
    slots::R_ADD,
    slots::SUB,
    slots::R_SUB,
    slots::MUL,
    slots::R_MUL,
    slots::DIV,
    slots::R_DIV,
    slots::FLOOR_DIV,
    slots::MOD,
    slots::POW,
    slots::AND,
    slots::OR,
    slots::XOR,
    slots::NEG,
    slots::BOOL,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
    slots::HASH,
    slots::REPR,
];

/// The methods of `bool` beyond those of `int`.
pub(crate) const BOOL_METHODS: &[NativeDef] = &[slots::REPR];

/// The methods of `float`.
pub(crate) const FLOAT_METHODS: &[NativeDef] = &[
    NativeDef::method("as_integer_ratio", float_ratio),
    NativeDef::method("conjugate", float_itself),
    NativeDef::method("hex", float_hex),
    NativeDef::method("is_integer", float_is_integer),
    NativeDef::property("imag", float_imag),
    NativeDef::property("real", float_itself),
    NativeDef::method("__abs__", abs_slot),
    NativeDef::method("__float__", float_itself),
    NativeDef::method("__int__", float_to_int),
    NativeDef::method("__format__", formatting::format_slot),
    slots::ADD,
    slots::R_ADD,
    slots::SUB,
    slots::R_SUB,
    slots::MUL,
    slots::R_MUL,
    slots::DIV,
    slots::R_DIV,
    slots::FLOOR_DIV,
    slots::MOD,
    slots::POW,
    slots::NEG,
    slots::BOOL,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
    slots::HASH,
    slots::REPR,
];

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(IntRef<'a>, Args<'a>), Exc> {
    let (value, rest) = receiver(vm, args, "int", method, |value| as_int(value).is_some().then_some(value))?;
    Ok((as_int(value).unwrap_or(IntRef::Small(0)), rest))
}

fn this_float<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(f64, Args<'a>), Exc> {
    let (value, rest) = receiver(vm, args, "float", method, |value| match value {
        Value::Float(number) => Some(number),
        _ => None,
    })?;
    Ok((*value, rest))
}

/// `int(...)`.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn new_int(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if args.len() > 3 {
        let given = args.len() - 1;
        return Err(type_error(format!("int expected at most 2 arguments, got {given}")));
    }
    let [number, base] = args.skip(1).bind("int", ["x", "base"], 1, 0)?;
    let Some(number) = number else {
        return match base {
            Some(_) => Err(type_error("int() missing string argument")),
            None => Ok(Value::Int(0)),
        };
    };
    if let Some(base) = base {
        let base = slicing::index_argument(vm, base)?;
        if base != 0 && !(2..=36).contains(&base) {
            return Err(value_error("int() base must be >= 2 and <= 36, or 0"));
        }
        let text = match plain(number) {
            Value::Str(text) => text.as_str().to_owned(),
            Value::Bytes(data) => {
                return int_text::parse(&ascii_digits(data), base).map(int).map_err(|_| {
                    let shown = crate::text::repr::bytes_repr(data);
                    value_error(format!("invalid literal for int() with base {base}: {shown}"))
                });
            }
            _ => return Err(type_error("int() can't convert non-string with explicit base")),
        };
        return int_text::parse(&text, base).map(int).map_err(raise);
    }
    match plain(number) {
        Value::Int(_) | Value::BigInt(_) if !matches!(number, Value::Instance(_)) => Ok(number.clone()),
        Value::Float(number) => float_ops::to_int(*number).map(int).map_err(raise),
        Value::Str(text) => int_text::parse(text, 10).map(int).map_err(raise),
        Value::Bytes(data) => int_text::parse(&ascii_digits(data), 10).map(int).map_err(|_| {
            let shown = crate::text::repr::bytes_repr(data);
            value_error(format!("invalid literal for int() with base 10: {shown}"))
        }),
        other => {
            for name in ["__int__", "__index__"] {
                if let Some(method) = functions::special(vm, number, name) {
                    return vm.prelude("int_of", vec![method, Value::from(name)]);
                }
            }
            match as_int(other) {
                Some(number) => Ok(int_value(number)),
                None => {
                    let name = vm.type_name(number);
                    Err(type_error(format!(
                        "int() argument must be a string, a bytes-like object or a real number, not '{name}'"
                    )))
                }
            }
        }
    }
}

/// `bool(...)`.
pub(crate) fn new_bool(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let args = args.between("bool", 0, 1)?;
    args.first().map_or(Ok(false), |value| vm.truth(value)).map(Value::Bool)
}

/// The text of bytes that are a number: digits beyond ASCII are none there.
fn ascii_digits(data: &[u8]) -> String {
    data.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { '?' }).collect()
}

/// `float(...)`.
pub(crate) fn new_float(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let args = args.between("float", 0, 1)?;
    let Some(value) = args.first() else { return Ok(Value::Float(0.0)) };
    if let Some(text) = as_str(value) {
        return float::parse(text).map(Value::Float).map_err(raise);
    }
    for name in ["__float__", "__index__"] {
        if let Some(method) = functions::special(vm, value, name) {
            return vm.prelude("float_of", vec![method, Value::from(name)]);
        }
    }
    match as_number(value) {
        Some(number) => numbers::to_f64(number).map(Value::Float).map_err(raise),
        None => match plain(value) {
            Value::Bytes(data) => float::parse(&ascii_digits(data)).map(Value::Float).map_err(|_| {
                let shown = crate::text::repr::bytes_repr(data);
                value_error(format!("could not convert string to float: {shown}"))
            }),
            _ => {
                let name = vm.type_name(value);
                Err(type_error(format!("float() argument must be a string or a real number, not '{name}'")))
            }
        },
    }
}

fn int_itself(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "__int__").map(|(number, _)| int_value(number))
}

fn int_imag(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "imag").map(|_| Value::Int(0))
}

fn denominator(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "denominator").map(|_| Value::Int(1))
}

fn int_is_integer(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "is_integer").map(|_| Value::Bool(true))
}

fn int_ratio(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "as_integer_ratio").map(|(number, _)| Value::tuple(vec![int_value(number), Value::Int(1)]))
}

fn to_float(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (number, _) = this(vm, args, "__float__")?;
    int_ops::to_f64(number).map(Value::Float).map_err(raise)
}

fn bit_length(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "bit_length").map(|(number, _)| Value::Int(int_ops::bit_length(number) as i64))
}

fn bit_count(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "bit_count").map(|(number, _)| Value::Int(int_ops::bit_count(number) as i64))
}

/// Whether the byte order is `big`.
fn big_endian(vm: &Vm, order: Option<&Value>, function: &str) -> Result<bool, Exc> {
    let Some(order) = order else { return Ok(true) };
    match as_str(order).map(|order| order.as_str()) {
        Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(value_error("byteorder must be either 'little' or 'big'")),
        None => Err(type_error(format!(
            "{function}() argument 'byteorder' must be str, not {}",
            vm.type_name(order)
        ))),
    }
}

fn to_bytes(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (number, args) = this(vm, args, "to_bytes")?;
    let [length, order, signed] = args.bind("to_bytes", ["length", "byteorder", "signed"], 0, 0)?;
    let length = length.map_or(Ok(1), |length| slicing::index_argument(vm, length))?;
    let length = usize::try_from(length).map_err(|_| value_error("length argument must be non-negative"))?;
    let big = big_endian(vm, order, "to_bytes")?;
    let signed = signed.map_or(Ok(false), |signed| vm.truth(signed))?;
    if number.is_negative() && !signed {
        return Err(overflow_error("can't convert negative int to unsigned"));
    }
    vm.charge(length)?;
    let number = number.to_big();
    let mut data = if signed { number.to_signed_bytes_le() } else { number.magnitude().to_bytes_le() };
    let fill = if number.sign() == Sign::Minus { 0xff } else { 0 };
    if number.sign() == Sign::NoSign {
        data.clear();
    }
    if data.len() > length && !(length == 0 && fill == 0xff && data == [0xff]) {
        return Err(overflow_error("int too big to convert"));
    }
    data.resize(length, fill);
    if big {
        data.reverse();
    }
    Ok(Value::bytes(data))
}

fn from_bytes(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [data, order, signed] = args.skip(1).bind("from_bytes", ["bytes", "byteorder", "signed"], 0, 1)?;
    let source = data.unwrap_or(&Value::None);
    let mut data = match super::bytes::bytes_like(vm, source)? {
        Some(data) => data.to_vec(),
        None if matches!(plain(source), Value::Str(_)) || as_int(source).is_some() => {
            let name = vm.type_name(source);
            return Err(type_error(format!("cannot convert '{name}' object to bytes")));
        }
        None => super::bytes::from_items(vm, source)?,
    };
    if !big_endian(vm, order, "from_bytes")? {
        data.reverse();
    }
    let signed = signed.map_or(Ok(false), |signed| vm.truth(signed))?;
    Ok(Value::int(if signed {
        BigInt::from_signed_bytes_be(&data)
    } else {
        BigInt::from_bytes_be(Sign::Plus, &data)
    }))
}

fn abs_slot(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("__abs__")?;
    match as_number(value) {
        Some(number) => Ok(numbers::abs(number)),
        None => Err(type_error(format!("bad operand type for abs(): '{}'", vm.type_name(value)))),
    }
}

fn float_itself(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_float(vm, args, "__float__").map(|(number, _)| Value::Float(number))
}

fn float_imag(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_float(vm, args, "imag").map(|_| Value::Float(0.0))
}

fn float_is_integer(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_float(vm, args, "is_integer").map(|(number, _)| Value::Bool(float_ops::is_integer(number)))
}

fn float_to_int(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (number, _) = this_float(vm, args, "__int__")?;
    float_ops::to_int(number).map(int).map_err(raise)
}

fn float_ratio(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (number, _) = this_float(vm, args, "as_integer_ratio")?;
    let (above, below) = float_ops::as_integer_ratio(number).map_err(raise)?;
    Ok(Value::tuple(vec![int(above), int(below)]))
}

fn float_hex(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (number, args) = this_float(vm, args, "hex")?;
    args.exactly::<0>("float.hex")?;
    Ok(Value::from(float::hex(number)))
}

/// `round(number, digits)`; None for what is no number.
pub(crate) fn round(vm: &mut Vm, value: &Value, digits: Option<&Value>) -> Result<Option<Value>, Exc> {
    let digits = match digits {
        None | Some(Value::None) => None,
        Some(digits) => Some(digits),
    };
    Ok(Some(match (as_number(value), digits) {
        (None, _) => return Ok(None),
        (Some(Number::Int(number)), None) => int_value(number),
        (Some(Number::Int(number)), Some(digits)) => {
            let digits = slicing::index_argument(vm, digits)?;
            int(int_ops::round(number, digits))
        }
        (Some(Number::Float(number)), None) => float_ops::round_to_int(number).map(int).map_err(raise)?,
        (Some(Number::Float(number)), Some(digits)) => {
            let digits = slicing::index_argument(vm, digits)?;
            Value::Float(float_ops::round_digits(number, digits).map_err(raise)?)
        }
    }))
}

/// `bin`, `oct`, `hex`.
pub(crate) fn radix_text(vm: &mut Vm, value: &Value, radix: u32) -> NativeResult {
    match as_int(value) {
        Some(number) => Ok(Value::from(int_text::to_radix(number, radix))),
        None => {
            let number = slicing::index_argument(vm, value)?;
            Ok(Value::from(int_text::to_radix(IntRef::Small(number), radix)))
        }
    }
}
