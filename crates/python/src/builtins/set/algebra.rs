//! Sets with other sets, or with any iterable: union, intersection, difference, and what contains what.

use std::rc::Rc;

use super::{as_set, copied, items_of, keys, like, merge, merge_set, set_of, this};
use crate::builtins::convert::plain;
use crate::containers::SetTable;
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, Set};
use crate::op::BinaryOp;
use crate::value::Value;
use crate::vm::Vm;

pub(super) fn update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "update")?;
    args.no_keywords("set.update")?;
    for other in args.positional {
        merge(vm, set, other)?;
    }
    Ok(Value::None)
}

pub(super) fn union(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "union")?;
    args.no_keywords("set.union")?;
    let result = copied(vm, set)?;
    for other in args.positional {
        merge(vm, &result, other)?;
    }
    Ok(like(&receiver, result))
}

/// The items of both. Mirrors `set_intersection`.
fn intersect(vm: &mut Vm, set: &Rc<Set>, other: &Value) -> Result<Rc<Set>, Exc> {
    let result = vm.new_set(SetTable::new());
    match as_set(other) {
        Some(other) if Rc::ptr_eq(set, other) => copied(vm, set),
        Some(other) => {
            let (small, large) = if other.len() > set.len() { (set, other) } else { (other, set) };
            for key in keys(small) {
                if vm.set_contains(large, &key)? {
                    vm.set_add(&result, key)?;
                }
            }
            Ok(result)
        }
        None => {
            for item in items_of(vm, other)? {
                if vm.set_contains(set, &item)? {
                    vm.set_add(&result, item)?;
                }
            }
            Ok(result)
        }
    }
}

fn intersect_all(vm: &mut Vm, set: &Rc<Set>, others: &[Value]) -> Result<Rc<Set>, Exc> {
    let Some((first, rest)) = others.split_first() else { return copied(vm, set) };
    let mut result = intersect(vm, set, first)?;
    for other in rest {
        result = intersect(vm, &result, other)?;
    }
    Ok(result)
}

pub(super) fn intersection(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "intersection")?;
    args.no_keywords("set.intersection")?;
    intersect_all(vm, set, args.positional).map(|result| like(&receiver, result))
}

pub(super) fn intersection_update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "intersection_update")?;
    args.no_keywords("set.intersection_update")?;
    let result = intersect_all(vm, set, args.positional)?;
    swap(set, &result);
    Ok(Value::None)
}

fn swap(set: &Set, other: &Set) {
    if !std::ptr::eq(set, other) {
        set.table.swap(&other.table);
    }
}

/// The items that are not in the other. Mirrors `set_difference`.
fn subtract(vm: &mut Vm, set: &Rc<Set>, other: &Value) -> Result<Rc<Set>, Exc> {
    let size = match plain(other) {
        Value::Set(other) | Value::FrozenSet(other) => Some(other.len()),
        Value::Dict(other) => Some(other.len()),
        _ => None,
    };
    if size.is_none_or(|size| set.len() / 4 > size || set.is_empty()) {
        let result = copied(vm, set)?;
        remove_all(vm, &result, other)?;
        return Ok(result);
    }
    let result = vm.new_set(SetTable::new());
    for key in keys(set) {
        let there = match plain(other) {
            Value::Dict(other) => vm.dict_get(other, &key)?.is_some(),
            other => match as_set(other) {
                Some(other) => vm.set_contains(other, &key)?,
                None => false,
            },
        };
        if !there {
            vm.set_add(&result, key)?;
        }
    }
    Ok(result)
}

/// Removes the items of an iterable. Mirrors `set_difference_update_internal`.
fn remove_all(vm: &mut Vm, set: &Rc<Set>, other: &Value) -> Result<(), Exc> {
    let doomed = match as_set(other) {
        Some(other) if Rc::ptr_eq(set, other) => {
            let old = set.table.borrow_mut().take();
            drop(old);
            return Ok(());
        }
        Some(other) => keys(other),
        None => items_of(vm, other)?,
    };
    for item in doomed {
        vm.set_remove(set, &item)?;
    }
    set.table.borrow_mut().tidy();
    Ok(())
}

pub(super) fn difference(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "difference")?;
    args.no_keywords("set.difference")?;
    let Some((first, rest)) = args.positional.split_first() else {
        return copied(vm, set).map(|copy| like(&receiver, copy));
    };
    let result = subtract(vm, set, first)?;
    for other in rest {
        remove_all(vm, &result, other)?;
    }
    Ok(like(&receiver, result))
}

pub(super) fn difference_update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "difference_update")?;
    args.no_keywords("set.difference_update")?;
    for other in args.positional {
        remove_all(vm, set, other)?;
    }
    Ok(Value::None)
}

/// Keeps what is in one of both. Mirrors `set_symmetric_difference_update`.
fn toggle(vm: &mut Vm, set: &Rc<Set>, other: &Value) -> Result<(), Exc> {
    let others = match plain(other) {
        Value::Dict(dict) => dict.entries().into_iter().map(|(key, _)| key).collect(),
        other => match as_set(other) {
            Some(other) if Rc::ptr_eq(set, other) => {
                let old = set.table.borrow_mut().take();
                drop(old);
                return Ok(());
            }
            Some(other) => keys(other),
            None => keys(&*set_of(vm, other)?),
        },
    };
    for key in others {
        if !vm.set_remove(set, &key)? {
            vm.set_add(set, key)?;
        }
    }
    Ok(())
}

pub(super) fn symmetric_difference(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "symmetric_difference")?;
    let [other] = args.exactly("set.symmetric_difference")?;
    let result = set_of(vm, other)?;
    toggle(vm, &result, &Value::Set(set.clone()))?;
    Ok(like(&receiver, result))
}

pub(super) fn symmetric_difference_update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "symmetric_difference_update")?;
    let [other] = args.exactly("set.symmetric_difference_update")?;
    toggle(vm, set, other)?;
    Ok(Value::None)
}

/// Whether all keys of `a` are in `b`.
pub(crate) fn is_within(vm: &mut Vm, a: &Set, b: &Set) -> Result<bool, Exc> {
    if a.len() > b.len() {
        return Ok(false);
    }
    for key in keys(a) {
        if !vm.set_contains(b, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

pub(super) fn is_subset(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "issubset")?;
    let [other] = args.exactly("set.issubset")?;
    let other = match as_set(other) {
        Some(other) => other.clone(),
        None => set_of(vm, other)?,
    };
    is_within(vm, set, &other).map(Value::Bool)
}

pub(super) fn is_superset(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "issuperset")?;
    let [other] = args.exactly("set.issuperset")?;
    if let Some(other) = as_set(other) {
        return is_within(vm, other, set).map(Value::Bool);
    }
    for item in items_of(vm, other)? {
        if !vm.set_contains(set, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

pub(super) fn is_disjoint(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "isdisjoint")?;
    let [other] = args.exactly("set.isdisjoint")?;
    disjoint(vm, set, other)
}

/// Whether no item of an iterable is in the set.
pub(crate) fn disjoint(vm: &mut Vm, set: &Set, other: &Value) -> NativeResult {
    for item in items_of(vm, other)? {
        if vm.set_contains(set, &item)? {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

/// `a op b` of two sets; the result is of the left one's type.
pub(crate) fn binary(vm: &mut Vm, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
    let (Some(left), Some(right)) = (as_set(a), as_set(b)) else { return Ok(Value::NotImplemented) };
    let result = match op {
        BinaryOp::And => intersect(vm, left, b)?,
        BinaryOp::Sub => subtract(vm, left, b)?,
        BinaryOp::Xor => {
            let result = copied(vm, right)?;
            toggle(vm, &result, a)?;
            result
        }
        _ => {
            let result = copied(vm, left)?;
            merge_set(vm, &result, right)?;
            result
        }
    };
    Ok(like(a, result))
}

/// `a op= b` of two sets.
pub(crate) fn update_by(vm: &mut Vm, op: BinaryOp, set: &Rc<Set>, other: &Rc<Set>) -> Result<(), Exc> {
    let value = Value::Set(other.clone());
    match op {
        BinaryOp::And => {
            let result = intersect(vm, set, &value)?;
            swap(set, &result);
            Ok(())
        }
        BinaryOp::Sub => remove_all(vm, set, &value),
        BinaryOp::Xor => toggle(vm, set, &value),
        _ => merge_set(vm, set, other),
    }
}
