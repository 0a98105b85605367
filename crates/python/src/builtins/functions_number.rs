//! Builtin functions on numbers and characters.

use crate::builtins::convert::{as_int, as_number, as_str, count, int, plain, raise};
use crate::builtins::{functions, number_types, numbers, slicing, str as strings};
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, overflow_error, type_error, value_error};
use crate::op::BinaryOp;
use crate::text::{int_ops, repr};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

pub(crate) fn abs(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("abs")?;
    if let Some(method) = functions::special(vm, value, "__abs__") {
        return vm.tail_call(&method, Vec::new());
    }
    match as_number(value) {
        Some(number) => Ok(numbers::abs(number)),
        None => Err(type_error(format!("bad operand type for abs(): '{}'", vm.type_name(value)))),
    }
}

pub(crate) fn bin(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("bin")?;
    number_types::radix_text(vm, value, 2)
}

pub(crate) fn oct(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("oct")?;
    number_types::radix_text(vm, value, 8)
}

pub(crate) fn hex(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("hex")?;
    number_types::radix_text(vm, value, 16)
}

pub(crate) fn chr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("chr")?;
    let out_of_range = || value_error("chr() arg not in range(0x110000)");
    let code = match as_int(value) {
        Some(number) => number.to_i64().ok_or_else(out_of_range)?,
        None => slicing::index_argument(vm, value)?,
    };
    let code = u32::try_from(code).ok().filter(|code| *code <= 0x10_ffff).ok_or_else(out_of_range)?;
    match char::from_u32(code) {
        Some(character) => Ok(Value::from(character.to_string())),
        None => Err(value_error("chr() of a lone surrogate is not supported in Loopscope")),
    }
}

pub(crate) fn ord(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("ord")?;
    match plain(value) {
        Value::Str(text) => {
            let mut characters = text.chars();
            match (characters.next(), characters.next()) {
                (Some(only), None) => Ok(Value::Int(i64::from(u32::from(only)))),
                _ => Err(type_error(format!(
                    "ord() expected a character, but string of length {} found",
                    text.char_len()
                ))),
            }
        }
        Value::Bytes(data) => match data[..] {
            [only] => Ok(Value::Int(i64::from(only))),
            _ => Err(type_error(format!(
                "ord() expected a character, but string of length {} found",
                data.len()
            ))),
        },
        _ => Err(type_error(format!("ord() expected string of length 1, but {} found", vm.type_name(value)))),
    }
}

pub(crate) fn ascii(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("ascii")?;
    let shown = vm.repr(value)?;
    strings::text(vm, repr::ascii_only(&shown))
}

pub(crate) fn divmod(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("divmod", 2, 2)?;
    let (a, b) = (&args[0], &args[1]);
    if let Some(method) = functions::special(vm, a, "__divmod__") {
        return vm.tail_call(&method, vec![b.clone()]);
    }
    if let Some(method) = functions::special(vm, b, "__rdivmod__") {
        return vm.tail_call(&method, vec![a.clone()]);
    }
    match (as_number(a), as_number(b)) {
        (Some(a), Some(b)) => numbers::div_mod(a, b),
        _ => {
            let (left, right) = (vm.type_name(a), vm.type_name(b));
            Err(type_error(format!("unsupported operand type(s) for divmod(): '{left}' and '{right}'")))
        }
    }
}

pub(crate) fn pow(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [base, exponent, modulus] = args.bind("pow", ["base", "exp", "mod"], 0, 2)?;
    let (Some(base), Some(exponent)) = (base, exponent) else { return Ok(Value::None) };
    let Some(modulus) = modulus.filter(|modulus| !modulus.is_none()) else {
        return vm.binary(BinaryOp::Pow, base, exponent);
    };
    if let Some(method) = functions::special(vm, base, "__pow__") {
        return vm.tail_call(&method, vec![exponent.clone(), modulus.clone()]);
    }
    match (as_int(base), as_int(exponent), as_int(modulus)) {
        (Some(base), Some(exponent), Some(modulus)) => {
            int_ops::pow_mod(base, exponent, modulus).map(int).map_err(raise)
        }
        _ if [base, exponent, modulus].iter().all(|value| as_number(value).is_some())
            || [base, exponent, modulus].iter().any(|value| matches!(plain(value), Value::Float(_))) =>
        {
            Err(type_error("pow() 3rd argument not allowed unless all arguments are integers"))
        }
        _ => {
            let names = [base, exponent, modulus].map(|value| vm.type_name(value));
            let [a, b, c] = names;
            Err(type_error(format!("unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'")))
        }
    }
}

pub(crate) fn round(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [number, digits] = args.bind("round", ["number", "ndigits"], 0, 1)?;
    let Some(number) = number else { return Ok(Value::None) };
    if let Some(method) = functions::special(vm, number, "__round__") {
        let digits = digits.filter(|digits| !digits.is_none());
        return vm.tail_call(&method, digits.cloned().into_iter().collect());
    }
    match number_types::round(vm, number, digits)? {
        Some(rounded) => Ok(rounded),
        None => {
            let name = vm.type_name(number);
            Err(type_error(format!("type {name} doesn't define __round__ method")))
        }
    }
}

pub(crate) fn hash(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("hash")?;
    if let Value::Instance(_) = value
        && let Some(method @ Value::Function(_)) = vm.user_method(value, &vm.names.hash.clone())
    {
        let then = OnReturn::Keep(Box::new((given_hash, Value::None)));
        return vm.request_then(method, &[value], then);
    }
    vm.hash(value).map(Value::Int)
}

/// What comes of a program's `__hash__`.
fn given_hash(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [_, hash] = args.exactly("hash")?;
    crate::builtins::hash::given(hash).map(Value::Int)
}

pub(crate) fn id(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("id")?;
    let _ = vm;
    Ok(match value.address() {
        Some(address) => count(address),
        // Inline values have no place: one for each value.
        None => match value {
            Value::Int(number) => Value::Int(number.wrapping_mul(32).wrapping_add(0x00a0_0000) & i64::MAX),
            Value::Bool(flag) => Value::Int(0x0090_0000 + i64::from(*flag) * 32),
            Value::Float(number) => Value::Int((number.to_bits() >> 1) as i64 & !15),
            Value::Ellipsis => Value::Int(0x0090_0080),
            Value::NotImplemented => Value::Int(0x0090_00a0),
            _ => Value::Int(0x0090_0060),
        },
    })
}

pub(crate) fn format(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("format", 1, 2)?;
    let spec = match args.get(1) {
        None => "",
        Some(spec) => match as_str(spec) {
            Some(spec) => spec.as_str(),
            None => {
                let name = vm.type_name(spec);
                return Err(type_error(format!("format() argument 2 must be str, not {name}")));
            }
        },
    };
    if let Some(method) = functions::special(vm, &args[0], "__format__") {
        return vm.prelude("formatted", vec![method, Value::from(spec)]);
    }
    vm.format(&args[0], spec).map(Value::Str)
}

/// The length that a program's `__len__` gave.
pub(crate) fn check_len(vm: &mut Vm, value: &Value) -> Result<usize, Exc> {
    let length = match as_int(value) {
        Some(number) if number.is_negative() => return Err(value_error("__len__() should return >= 0")),
        Some(number) => {
            number.to_i64().ok_or_else(|| overflow_error("cannot fit 'int' into an index-sized integer"))?
        }
        None => slicing::index_argument(vm, value)?,
    };
    usize::try_from(length).map_err(|_| value_error("__len__() should return >= 0"))
}
