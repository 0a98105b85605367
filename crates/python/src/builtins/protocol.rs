//! What builtin values answer to operators, comparisons, indexing, `len`, `hash`, `in` and the like.
//!
//! One function for each of the machine's questions; each only dispatches on the type and leaves the
//! answer to the file of that type.

use std::rc::Rc;

use crate::builtins::convert::{as_int, as_str, as_tuple, plain};
use crate::builtins::{
    alias, bytes, compare, dict, hash, list, numbers, range, set, slicing, str, tuple, views,
};
use crate::objects::{Exc, ExcKind, Iter, IterState, View, ViewKind, type_error};
use crate::op::{BinaryOp, CompareOp, UnaryOp};
use crate::stdlib::deque;
use crate::value::Value;
use crate::vm::Vm;

/// `a op b` of builtin values; None where the types have no such operation.
///
/// # Errors
/// What the operation raises.
#[cfg_attr(page, optimize(speed))]
pub fn binary(vm: &mut Vm, op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Exc> {
    match numbers::binary(op, a, b) {
        Ok(None) => {}
        Err(unsupported) if op == BinaryOp::Pow && unsupported.is(ExcKind::NotImplementedError) => {
            return super::late::complex_power(vm, a, b).map(Some);
        }
        result => return result,
    }
    let (left, right) = (plain(a), plain(b));
    match op {
        BinaryOp::Add => match (left, right) {
            (Value::Str(a), Value::Str(b)) => str::concat(vm, a, b).map(Some),
            (Value::List(a), Value::List(b)) => list::concat(vm, a, b).map(Some),
            (Value::Bytes(a), Value::Bytes(b)) => bytes::concat(vm, a, b).map(Some),
            (Value::Object(_), _) => match deque::as_deque(left) {
                Some(a) => deque::concat(vm, a, right).map(Some),
                None => Ok(None),
            },
            _ => match (as_tuple(left), as_tuple(right)) {
                (Some(a), Some(b)) => tuple::concat(vm, a, b).map(Some),
                _ => Ok(None),
            },
        },
        BinaryOp::Mul => repeat(vm, left, right),
        BinaryOp::Mod => match left {
            Value::Str(format) => str::percent(vm, format, b).map(Some),
            Value::Bytes(_) => super::late::percent(vm, left, b).map(Some),
            _ => Ok(None),
        },
        BinaryOp::Or | BinaryOp::And | BinaryOp::Xor | BinaryOp::Sub => match (left, right) {
            (Value::Dict(a), Value::Dict(b)) if op == BinaryOp::Or => dict::union(vm, a, b).map(Some),
            (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) => {
                set::binary(vm, op, left, right).map(Some)
            }
            (Value::View(view), _) if view.kind != ViewKind::Values => views::binary(vm, op, left, b),
            (_, Value::View(view)) if view.kind != ViewKind::Values => views::binary(vm, op, a, right),
            _ if op == BinaryOp::Or => Ok(alias::union(left, right)),
            _ => Ok(None),
        },
        _ => Ok(None),
    }
}

/// `a * b` where one is a sequence and the other an int.
fn repeat(vm: &mut Vm, left: &Value, right: &Value) -> Result<Option<Value>, Exc> {
    for (sequence, times) in [(left, right), (right, left)] {
        let is_sequence = matches!(sequence, Value::Str(_) | Value::List(_) | Value::Bytes(_))
            || as_tuple(sequence).is_some()
            || deque::as_deque(sequence).is_some();
        let times = match as_int(times) {
            Some(times) => times.saturating_i64(),
            None if is_sequence && slicing::has_index(vm, times) => vm.index(times)?,
            None => continue,
        };
        let times = usize::try_from(times.max(0)).unwrap_or(usize::MAX);
        return match sequence {
            Value::Str(text) => str::repeat(vm, text, times).map(Some),
            Value::List(items) => list::repeat(vm, items, times).map(Some),
            Value::Bytes(data) => bytes::repeat(vm, data, times).map(Some),
            other => match as_tuple(other) {
                Some(items) => tuple::repeat(vm, items, times).map(Some),
                None => match deque::as_deque(other) {
                    Some(items) => deque::repeat(vm, items, times).map(Some),
                    None => continue,
                },
            },
        };
    }
    Ok(None)
}

/// `a op= b` of builtin values that change in place; None where there is no such operation, then
/// [`binary`] applies.
///
/// # Errors
/// What the operation raises.
pub fn in_place(vm: &mut Vm, op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Exc> {
    match (plain(a), op) {
        (Value::List(items), BinaryOp::Add) => match vm.collect(b)? {
            Some(more) => list::extend(vm, items, more)?,
            None => {
                vm.check_iterable(b)?;
                return vm.prelude("list_iadd", vec![a.clone(), b.clone()]).map(Some);
            }
        },
        (Value::List(items), BinaryOp::Mul) => match as_int(b) {
            Some(times) => {
                let times = usize::try_from(times.saturating_i64().max(0)).unwrap_or(usize::MAX);
                list::repeat_in_place(vm, items, times)?;
            }
            None => return Ok(None),
        },
        (Value::Object(_), BinaryOp::Add | BinaryOp::Mul) => match (deque::as_deque(a), as_int(b)) {
            (Some(_), _) if op == BinaryOp::Add => {
                return deque::extend_in_place(vm, a, b).map(Some);
            }
            (Some(items), Some(times)) => {
                let times = usize::try_from(times.saturating_i64().max(0)).unwrap_or(usize::MAX);
                deque::repeat_in_place(vm, items, times)?;
            }
            _ => return Ok(None),
        },
        (Value::Dict(dict), BinaryOp::Or) => match plain(b) {
            Value::Dict(other) => dict::update_from_dict(vm, dict, other)?,
            _ => return vm.prelude("dict_ior", vec![a.clone(), b.clone()]).map(Some),
        },
        (Value::Set(set), BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor) => match plain(b) {
            Value::Set(other) | Value::FrozenSet(other) => set::update_by(vm, op, set, other)?,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    }
    Ok(Some(a.clone()))
}

/// The TypeError for `a op b` that no type could do, in CPython's words. `in_place` is for `op=`.
#[must_use]
pub fn operand_error(vm: &Vm, op: BinaryOp, in_place: bool, a: &Value, b: &Value) -> Exc {
    let right = vm.type_name(b);
    match (op, plain(a), plain(b)) {
        (BinaryOp::Add, Value::Str(_), _) => {
            return type_error(format!("can only concatenate str (not \"{right}\") to str"));
        }
        (BinaryOp::Add, Value::List(_), _) => {
            return type_error(format!("can only concatenate list (not \"{right}\") to list"));
        }
        (BinaryOp::Add, Value::Tuple(_), _) => {
            return type_error(format!("can only concatenate tuple (not \"{right}\") to tuple"));
        }
        (BinaryOp::Add, Value::Bytes(_), _) => return type_error(format!("can't concat {right} to bytes")),
        (BinaryOp::Mul, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_), _) => {
            return type_error(format!("can't multiply sequence by non-int of type '{right}'"));
        }
        (BinaryOp::Mul, left, _) if deque::as_deque(left).is_some() => {
            return type_error(format!("can't multiply sequence by non-int of type '{right}'"));
        }
        (BinaryOp::Mul, _, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_)) => {
            let left = vm.type_name(a);
            return type_error(format!("can't multiply sequence by non-int of type '{left}'"));
        }
        _ => {}
    }
    let symbol = symbol(op);
    let left = vm.type_name(a);
    let sign = match (op, in_place) {
        (BinaryOp::Pow, false) => "** or pow()".to_owned(),
        (BinaryOp::Pow, true) => "**=".to_owned(),
        (_, true) => format!("{symbol}="),
        (_, false) => symbol.to_owned(),
    };
    type_error(format!("unsupported operand type(s) for {sign}: '{left}' and '{right}'"))
}

/// How an operator is written.
#[must_use]
pub fn symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::FloorDiv => "//",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "**",
        BinaryOp::MatMul => "@",
        BinaryOp::LShift => "<<",
        BinaryOp::RShift => ">>",
        BinaryOp::And => "&",
        BinaryOp::Or => "|",
        BinaryOp::Xor => "^",
    }
}

/// `-a`, `+a`, `~a` of builtin values; None where the type has no such operation (`not` is
/// [`truth`]'s).
#[must_use]
#[cfg_attr(page, optimize(speed))]
pub fn unary(op: UnaryOp, a: &Value) -> Option<Value> {
    numbers::unary(op, a)
}

/// `a op b` for a comparison of builtin values; None where the types cannot be compared that way (then
/// `==` and `!=` mean identity, others are a TypeError).
///
/// # Errors
/// What comparing items raises.
pub fn compare(vm: &mut Vm, op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>, Exc> {
    compare::compare(vm, op, a, b)
}

/// `hash(value)` of builtin values; None where it is by identity.
///
/// # Errors
/// `unhashable type`, and what hashing items raises.
pub fn hash(vm: &mut Vm, value: &Value) -> Result<Option<i64>, Exc> {
    hash::hash(vm, value)
}

/// `bool(value)` of builtin values; None where that is always true.
#[must_use]
pub fn truth(value: &Value) -> Option<bool> {
    match plain(value) {
        Value::None => Some(false),
        Value::Bool(flag) => Some(*flag),
        Value::Int(number) => Some(*number != 0),
        Value::Float(number) => Some(*number != 0.0),
        Value::BigInt(_) => Some(true),
        other => len(other).map(|len| len != 0),
    }
}

/// `len(value)` of builtin values.
#[must_use]
pub fn len(value: &Value) -> Option<usize> {
    match plain(value) {
        Value::Str(text) => Some(text.char_len()),
        Value::Bytes(data) => Some(data.len()),
        Value::List(list) => Some(list.items.borrow().len()),
        Value::Dict(dict) => Some(dict.len()),
        Value::Set(set) | Value::FrozenSet(set) => Some(set.len()),
        Value::Range(range) => usize::try_from(range.len()).ok(),
        Value::View(view) => Some(view.dict.len()),
        other => match as_tuple(other) {
            Some(items) => Some(items.len()),
            None => deque::as_deque(other).map(|items| items.len()),
        },
    }
}

/// `value[key]` of builtin values.
///
/// # Errors
/// IndexError, KeyError, TypeError, ValueError.
#[cfg_attr(page, optimize(speed))]
pub fn get_item(vm: &mut Vm, value: &Value, key: &Value) -> Result<Option<Value>, Exc> {
    match plain(value) {
        Value::List(items) => list::get_item(vm, items, key).map(Some),
        Value::Dict(items) => dict::get_item(vm, items, key).map(Some),
        Value::Str(text) => str::get_item(vm, text, key).map(Some),
        Value::Bytes(data) => bytes::get_item(vm, data, key).map(Some),
        Value::Range(range) => range::get_item(vm, range, key).map(Some),
        Value::Class(class) => Ok(alias::generic(class, key)),
        other => match as_tuple(other) {
            Some(items) => tuple::get_item(vm, items, key).map(Some),
            None => match deque::as_deque(other) {
                Some(items) => deque::get_item(vm, items, key).map(Some),
                None => Ok(None),
            },
        },
    }
}

/// Whether a value is a `mappingproxy`: reading is all it does.
fn is_view(value: &Value) -> bool {
    matches!(value, Value::Instance(instance) if instance.class.borrow().builtin)
}

/// `value[key] = new` of builtin values; whether there is such an operation.
///
/// # Errors
/// IndexError, TypeError, ValueError.
pub fn set_item(vm: &mut Vm, value: &Value, key: &Value, new: Value) -> Result<bool, Exc> {
    match plain(value) {
        _ if is_view(value) => return Ok(false),
        Value::List(items) => list::set_item(vm, items, key, new)?,
        Value::Dict(items) => vm.dict_set(items, key.clone(), new)?,
        other => match deque::as_deque(other) {
            Some(items) => deque::set_item(vm, items, key, new)?,
            None => return Ok(false),
        },
    }
    Ok(true)
}

/// `del value[key]` of builtin values; whether there is such an operation.
///
/// # Errors
/// IndexError, KeyError, TypeError.
pub fn delete_item(vm: &mut Vm, value: &Value, key: &Value) -> Result<bool, Exc> {
    match plain(value) {
        _ if is_view(value) => return Ok(false),
        Value::List(items) => list::delete_item(vm, items, key)?,
        Value::Dict(items) => {
            if vm.dict_remove(items, key)?.is_none() {
                return Err(dict::key_error(key));
            }
        }
        other => match deque::as_deque(other) {
            Some(items) => deque::delete_item(vm, items, key)?,
            None => return Ok(false),
        },
    }
    Ok(true)
}

/// `item in container` of builtin containers; None for everything else.
///
/// # Errors
/// What comparing and hashing raise.
#[cfg_attr(page, optimize(speed))]
pub fn contains(vm: &mut Vm, container: &Value, item: &Value) -> Result<Option<bool>, Exc> {
    match plain(container) {
        Value::Str(text) => match as_str(item) {
            Some(part) => Ok(Some(text.as_str().contains(part.as_str()))),
            None => Err(type_error(format!(
                "'in <string>' requires string as left operand, not {}",
                vm.type_name(item)
            ))),
        },
        Value::Bytes(data) => bytes::contains(vm, data, item).map(Some),
        Value::List(items) => list::position(vm, items, item, 0, usize::MAX).map(|at| Some(at.is_some())),
        Value::Dict(dict) => vm.dict_get(dict, item).map(|found| Some(found.is_some())),
        Value::Set(set) | Value::FrozenSet(set) => set::contains(vm, set, item).map(Some),
        Value::Range(range) => range::contains(vm, range, item).map(Some),
        Value::View(view) => views::contains(vm, view, item).map(Some),
        other => match as_tuple(other) {
            Some(items) => tuple::position(vm, items, item, 0, usize::MAX).map(|at| Some(at.is_some())),
            None => match deque::as_deque(other) {
                Some(items) => deque::contains(vm, items, item).map(Some),
                None => Ok(None),
            },
        },
    }
}

/// The iterator that `iter(value)` gives for a builtin container; a builtin iterator is its own.
#[must_use]
pub fn iter(value: &Value) -> Option<Rc<Iter>> {
    let state = match plain(value) {
        Value::Iter(iter) => return Some(iter.clone()),
        Value::List(items) => IterState::List(items.clone(), 0),
        Value::Str(text) => IterState::Str(text.clone(), 0),
        Value::Bytes(data) => IterState::Bytes(data.clone(), 0),
        Value::Range(range) => IterState::Range(range.start, range.len(), range.step),
        Value::Dict(dict) => {
            let view = View { dict: dict.clone(), kind: ViewKind::Keys };
            IterState::View(Rc::new(view), 0, dict.len())
        }
        Value::View(view) => IterState::View(view.clone(), 0, view.dict.len()),
        Value::Set(set) | Value::FrozenSet(set) => IterState::Set(set.clone(), 0, set.len()),
        other => match as_tuple(other) {
            Some(items) => IterState::Tuple(items.clone(), 0),
            None => {
                let deque = deque::as_deque(other)?;
                IterState::Deque(deque.clone(), 0, deque.changes.get(), false)
            }
        },
    };
    Some(Rc::new(Iter { state: state.into() }))
}
