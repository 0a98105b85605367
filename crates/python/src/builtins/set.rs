//! `set` and `frozenset`.

use std::rc::Rc;

use crate::builtins::convert::plain;
use crate::builtins::{dict, list, receiver, slots};
use crate::containers::SetTable;
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Dict, Exc, ExcKind, Set, error};
use crate::op::BinaryOp;
use crate::value::Value;
use crate::vm::Vm;

/// The methods of `set`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("add", add),
    NativeDef::method("clear", clear),
    NativeDef::method("copy", copy),
    NativeDef::method("difference", difference),
    NativeDef::method("difference_update", difference_update),
    NativeDef::method("discard", discard),
    NativeDef::method("intersection", intersection),
    NativeDef::method("intersection_update", intersection_update),
    NativeDef::method("isdisjoint", is_disjoint),
    NativeDef::method("issubset", is_subset),
    NativeDef::method("issuperset", is_superset),
    NativeDef::method("pop", pop),
    NativeDef::method("remove", remove),
    NativeDef::method("symmetric_difference", symmetric_difference),
    NativeDef::method("symmetric_difference_update", symmetric_difference_update),
    NativeDef::method("union", union),
    NativeDef::method("update", update),
    slots::LEN,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::REPR,
];

/// The methods of `frozenset`.
pub(crate) const FROZEN_METHODS: &[NativeDef] = &[
    NativeDef::method("copy", copy),
    NativeDef::method("difference", difference),
    NativeDef::method("intersection", intersection),
    NativeDef::method("isdisjoint", is_disjoint),
    NativeDef::method("issubset", is_subset),
    NativeDef::method("issuperset", is_superset),
    NativeDef::method("symmetric_difference", symmetric_difference),
    NativeDef::method("union", union),
    slots::LEN,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::HASH,
    slots::REPR,
];

/// The bytes of one key, with the room that a table leaves free.
const KEY: usize = 3 * (size_of::<Value>() + 8);

fn as_set(value: &Value) -> Option<&Rc<Set>> {
    match plain(value) {
        Value::Set(set) | Value::FrozenSet(set) => Some(set),
        _ => None,
    }
}

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Set>, Args<'a>), Exc> {
    receiver(vm, args, "set", method, as_set)
}

/// A set of these items.
pub(crate) fn from_items(vm: &mut Vm, items: Vec<Value>) -> Result<Rc<Set>, Exc> {
    vm.charge(items.len() * KEY)?;
    let set = vm.new_set(SetTable::new());
    for item in items {
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

/// A copy of a set as CPython makes it.
fn copied(vm: &mut Vm, set: &Set) -> Result<Rc<Set>, Exc> {
    vm.charge(set.len() * KEY)?;
    let table = set.table.borrow().merged_copy();
    Ok(vm.new_set(table))
}

/// A new set of the items of any iterable. Mirrors `make_new_set`.
fn set_of(vm: &mut Vm, iterable: &Value) -> Result<Rc<Set>, Exc> {
    if let Some(other) = as_set(iterable) {
        return copied(vm, other);
    }
    let set = vm.new_set(SetTable::new());
    merge(vm, &set, iterable)?;
    Ok(set)
}

/// Adds the items of any iterable, in a nested run if need be. Mirrors `set_update_internal`.
fn merge(vm: &mut Vm, set: &Rc<Set>, iterable: &Value) -> Result<(), Exc> {
    match plain(iterable) {
        Value::Set(other) | Value::FrozenSet(other) => merge_set(vm, set, other),
        Value::Dict(other) => {
            reserve(vm, set, other)?;
            for (key, _) in other.entries() {
                vm.set_add(set, key)?;
            }
            Ok(())
        }
        _ => {
            for item in items_of(vm, iterable)? {
                vm.set_add(set, item)?;
            }
            Ok(())
        }
    }
}

fn reserve(vm: &mut Vm, set: &Set, other: &Dict) -> Result<(), Exc> {
    vm.charge(other.len() * KEY)?;
    set.table.borrow_mut().reserve_for_merge(other.len());
    Ok(())
}

fn merge_set(vm: &mut Vm, set: &Rc<Set>, other: &Rc<Set>) -> Result<(), Exc> {
    if Rc::ptr_eq(set, other) || other.is_empty() {
        return Ok(());
    }
    vm.charge(other.len() * KEY)?;
    if set.is_empty() {
        // No comparisons: one set's keys differ from each other.
        let never = |_: &Value, _: &Value| Ok::<_, std::convert::Infallible>(false);
        let other = other.table.borrow();
        let merged = set.table.borrow_mut().merge(&other, never);
        return merged.map_err(|never| match never {});
    }
    set.table.borrow_mut().reserve_for_merge(other.len());
    for key in keys(other) {
        vm.set_add(set, key)?;
    }
    Ok(())
}

/// A copy of the keys in order.
pub(crate) fn keys(set: &Set) -> Vec<Value> {
    set.table.borrow().iter().cloned().collect()
}

/// The items of any iterable, in a nested run if need be.
fn items_of(vm: &mut Vm, iterable: &Value) -> Result<Vec<Value>, Exc> {
    match list::collect_nested(vm, iterable)? {
        Some(items) => Ok(items),
        None => {
            vm.check_iterable(iterable)?;
            Ok(Vec::new())
        }
    }
}

/// A result that is frozen if the receiver is.
fn like(receiver: &Value, set: Rc<Set>) -> Value {
    match plain(receiver) {
        Value::FrozenSet(_) => Value::FrozenSet(set),
        _ => Value::Set(set),
    }
}

/// `set(...)`.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    make(vm, args.skip(1), "set", Value::Set)
}

/// `frozenset(...)`.
pub(crate) fn new_frozen(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let [_, Value::FrozenSet(set)] = args.positional {
        return Ok(Value::FrozenSet(set.clone()));
    }
    make(vm, args.skip(1), "frozenset", Value::FrozenSet)
}

fn make(vm: &mut Vm, args: Args<'_>, name: &'static str, wrap: fn(Rc<Set>) -> Value) -> NativeResult {
    let items = args.between(name, 0, 1)?;
    let Some(iterable) = items.first() else { return Ok(wrap(vm.new_set(SetTable::new()))) };
    if vm.builtin_iter(iterable).is_some() {
        return set_of(vm, iterable).map(wrap);
    }
    vm.check_iterable(iterable)?;
    vm.prelude(name, vec![iterable.clone()])
}

fn add(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "add")?;
    let [item] = args.exactly("set.add")?;
    vm.set_add(set, item.clone())?;
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "clear")?;
    args.exactly::<0>("set.clear")?;
    let old = set.table.borrow_mut().take();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "copy")?;
    args.exactly::<0>("set.copy")?;
    if let Value::FrozenSet(_) = receiver {
        return Ok(receiver);
    }
    copied(vm, set).map(|copy| like(&receiver, copy))
}

fn pop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "pop")?;
    args.exactly::<0>("set.pop")?;
    let popped = set.table.borrow_mut().pop();
    popped.ok_or_else(|| error(ExcKind::KeyError, "pop from an empty set"))
}

/// A key to look up: a set stands for the frozenset of its items.
fn lookup_key(vm: &mut Vm, key: &Value) -> Result<Value, Exc> {
    match plain(key) {
        Value::Set(set) => Ok(Value::FrozenSet(copied(vm, set)?)),
        _ => Ok(key.clone()),
    }
}

/// `item in set`.
pub(crate) fn contains(vm: &mut Vm, set: &Set, item: &Value) -> Result<bool, Exc> {
    let key = lookup_key(vm, item)?;
    vm.set_contains(set, &key)
}

fn discard(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "discard")?;
    let [item] = args.exactly("set.discard")?;
    let key = lookup_key(vm, item)?;
    vm.set_remove(set, &key)?;
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "remove")?;
    let [item] = args.exactly("set.remove")?;
    let key = lookup_key(vm, item)?;
    if vm.set_remove(set, &key)? { Ok(Value::None) } else { Err(dict::key_error(item)) }
}

fn update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "update")?;
    args.no_keywords("set.update")?;
    for other in args.positional {
        merge(vm, set, other)?;
    }
    Ok(Value::None)
}

fn union(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn intersection(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "intersection")?;
    args.no_keywords("set.intersection")?;
    intersect_all(vm, set, args.positional).map(|result| like(&receiver, result))
}

fn intersection_update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn difference(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn difference_update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn symmetric_difference(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let receiver = args.get(0).cloned().unwrap_or(Value::None);
    let (set, args) = this(vm, args, "symmetric_difference")?;
    let [other] = args.exactly("set.symmetric_difference")?;
    let result = set_of(vm, other)?;
    toggle(vm, &result, &Value::Set(set.clone()))?;
    Ok(like(&receiver, result))
}

fn symmetric_difference_update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn is_subset(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (set, args) = this(vm, args, "issubset")?;
    let [other] = args.exactly("set.issubset")?;
    let other = match as_set(other) {
        Some(other) => other.clone(),
        None => set_of(vm, other)?,
    };
    is_within(vm, set, &other).map(Value::Bool)
}

fn is_superset(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

fn is_disjoint(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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
