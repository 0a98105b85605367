//! Hashes of builtin values.

use crate::builtins::convert::plain;
use crate::builtins::depth::Nested;
use crate::containers::hashing::{self, TupleHash};
use crate::objects::{Exc, Tuple, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// The hash by identity. Mirrors `_Py_HashPointer`: addresses are multiples of 16.
#[must_use]
pub fn identity(value: &Value) -> i64 {
    (value.address().unwrap_or(0) as u64).rotate_right(4) as i64
}

/// The hash that a program's `__hash__` gave. Mirrors `slot_tp_hash`.
///
/// # Errors
/// TypeError if it is no int.
pub(crate) fn given(hash: &Value) -> Result<i64, Exc> {
    match hash {
        Value::Int(hash) => Ok(if *hash == -1 { -2 } else { *hash }),
        Value::Bool(flag) => Ok(i64::from(*flag)),
        Value::BigInt(hash) => Ok(hashing::big_int(hash)),
        _ => Err(type_error("__hash__ method should return an integer")),
    }
}

/// `hash(value)` of builtin values; None where it is by identity.
pub(crate) fn hash(vm: &mut Vm, value: &Value) -> Result<Option<i64>, Exc> {
    Ok(Some(match plain(value) {
        Value::Str(text) => text.hash(),
        Value::Int(number) => hashing::int(*number),
        Value::Bool(flag) => i64::from(*flag),
        Value::None => hashing::NONE,
        Value::Float(number) => hashing::float(*number).unwrap_or(0),
        Value::BigInt(number) => hashing::big_int(number),
        Value::Bytes(data) => hashing::bytes(data),
        Value::Tuple(items) => tuple(vm, items)?,
        Value::FrozenSet(set) => {
            if let Some(hash) = set.hash.get() {
                return Ok(Some(hash));
            }
            let hashes: Vec<i64> = set.table.borrow().iter_hashed().map(|(hash, _)| hash).collect();
            let hash = hashing::frozen_set(hashes.into_iter());
            set.hash.set(Some(hash));
            hash
        }
        Value::Range(range) => {
            let len = range.len();
            let step = if len < 2 { hashing::NONE } else { hashing::int(range.step) };
            let start = if len == 0 { hashing::NONE } else { hashing::int(range.start) };
            hashing::tuple([hashing::int(len), start, step].into_iter())
        }
        Value::Slice(slice) => {
            let mut state = TupleHash::new();
            for part in [&slice.start, &slice.stop, &slice.step] {
                state.add(vm.hash(part)?);
            }
            // Slices leave out the length that tuples mix in.
            state.finish(3)
        }
        Value::Method(method) => identity(&method.receiver) ^ identity(&method.function),
        Value::List(_) | Value::Dict(_) | Value::Set(_) => {
            return Err(unhashable(vm, value));
        }
        Value::View(view) if view.kind != crate::objects::ViewKind::Values => {
            return Err(unhashable(vm, value));
        }
        other => match super::convert::as_tuple(other).cloned() {
            Some(items) => tuple(vm, &items)?,
            None if crate::stdlib::deque::as_deque(other).is_some() => return Err(unhashable(vm, value)),
            None => return super::alias::hash(vm, other),
        },
    }))
}

fn tuple(vm: &mut Vm, items: &Tuple) -> Result<i64, Exc> {
    let _nested = Nested::enter("in hash")?;
    let mut state = TupleHash::new();
    for item in items.iter() {
        let hash = match item {
            Value::Str(text) => text.hash(),
            Value::Int(number) => hashing::int(*number),
            other => vm.hash(other)?,
        };
        state.add(hash);
    }
    Ok(state.finish(items.len()))
}

/// The TypeError about a value that has no hash.
#[must_use]
pub fn unhashable(vm: &Vm, value: &Value) -> Exc {
    type_error(format!("unhashable type: '{}'", vm.type_name(value)))
}
