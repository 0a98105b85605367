//! `sys.getsizeof`: the sizes that CPython 3.13 has on a 64-bit machine, as far as they follow from the value; what a list or
//! set has kept in store for more does not count.

use crate::native::{Args, NativeResult};
use crate::objects::Str;
use crate::value::Value;
use crate::vm::Vm;

/// `sys.getsizeof(object, default=...)`.
pub(super) fn get_size(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("getsizeof", 1, 2)?;
    if let Some(method) = vm.find_attr(&args[0], "__sizeof__")? {
        return vm.tail_call(&method, Vec::new());
    }
    Ok(Value::from(size_of(&args[0])))
}

fn size_of(value: &Value) -> usize {
    match value {
        Value::None | Value::NotImplemented | Value::Ellipsis => 16,
        Value::Bool(_) => 28,
        Value::Int(number) => int_size(u64::from(64 - number.unsigned_abs().leading_zeros())),
        Value::BigInt(number) => int_size(number.bits()),
        Value::Float(_) => 24,
        Value::Str(text) => str_size(text),
        Value::Bytes(bytes) => 33 + bytes.len(),
        Value::Tuple(items) => 40 + 8 * items.len(),
        Value::List(list) => {
            let length = list.items.borrow().len();
            // A display of a few constants has room for an even number.
            let room = if (3..8).contains(&length) { length.next_multiple_of(2) } else { length };
            56 + 8 * room
        }
        Value::Dict(dict) => {
            dict_size(dict.len(), dict.entries().iter().all(|(key, _)| key.as_str().is_some()))
        }
        Value::Set(set) | Value::FrozenSet(set) => set_size(set.table.borrow().len()),
        Value::Function(_) => 160,
        Value::Native(_) => 72,
        Value::Generator(_) => 192,
        Value::Class(_) => 1712,
        Value::Method(_) => 64,
        Value::Module(_) | Value::Exception(_) => 72,
        _ => 48,
    }
}

/// Ints are kept in digits of 30 bits.
fn int_size(bits: u64) -> usize {
    24 + 4 * (bits.div_ceil(30).max(1) as usize)
}

fn str_size(text: &Str) -> usize {
    let length = text.char_len() + 1;
    match text.chars().max() {
        None | Some('\0'..='\x7f') => 40 + length,
        Some('\u{80}'..='\u{ff}') => 56 + length,
        Some('\u{100}'..='\u{ffff}') => 56 + 2 * length,
        Some(_) => 56 + 4 * length,
    }
}

/// A table that is two thirds full at most: indices, and entries with a hash unless all keys are strings.
fn dict_size(length: usize, plain: bool) -> usize {
    if length == 0 {
        return 64;
    }
    let mut slots: usize = 8;
    while slots * 2 / 3 < length {
        slots *= 2;
    }
    let index = if slots <= 128 { 1 } else { 2 } * if slots <= 1 << 15 { 1 } else { 2 };
    96 + slots * index + slots * 2 / 3 * if plain { 16 } else { 24 }
}

/// A set that was filled one by one: its table grows fourfold where it is three fifths full.
fn set_size(length: usize) -> usize {
    let mut slots: usize = 8;
    for filled in 1..=length {
        if filled * 5 >= (slots - 1) * 3 {
            slots = (filled * if filled > 50_000 { 2 } else { 4 } + 1).next_power_of_two();
        }
    }
    200 + 16 + if slots == 8 { 0 } else { 16 * slots }
}
