//! `set` and `frozenset`: making them, their items. Operations on two sets are in `algebra`.

mod algebra;

use std::rc::Rc;

use crate::builtins::convert::plain;
use crate::builtins::{dict, list, receiver, slots};
use crate::containers::SetTable;
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Dict, Exc, ExcKind, Set, error};
use crate::value::Value;
use crate::vm::Vm;
use algebra::{
    difference, difference_update, intersection, intersection_update, is_disjoint, is_subset, is_superset,
    symmetric_difference, symmetric_difference_update, union, update,
};

pub(crate) use algebra::{binary, disjoint, is_within, update_by};

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
    if let Value::FrozenSet(_) = plain(&receiver) {
        args.exactly::<0>("frozenset.copy")?;
    } else {
        args.exactly::<0>("set.copy")?;
    }
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
