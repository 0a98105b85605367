//! `dict_keys`, `dict_values`, `dict_items`.

use std::rc::Rc;

use crate::builtins::convert::{as_tuple, plain};
use crate::builtins::{dict, list, receiver, set, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, Set, View, ViewKind};
use crate::op::BinaryOp;
use crate::value::Value;
use crate::vm::Vm;

/// The methods of `dict_keys` and `dict_items`.
pub(crate) const SET_METHODS: &[NativeDef] = &[
    NativeDef::method("isdisjoint", is_disjoint),
    NativeDef::method("__reversed__", reversed),
    slots::LEN,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
];

/// The methods of `dict_values`.
pub(crate) const METHODS: &[NativeDef] =
    &[NativeDef::method("__reversed__", reversed), slots::LEN, slots::ITER];

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<View>, Args<'a>), Exc> {
    receiver(vm, args, "dict_keys", method, |value| match value {
        Value::View(view) => Some(view),
        _ => None,
    })
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (view, args) = this(vm, args, "__reversed__")?;
    args.exactly::<0>("__reversed__")?;
    Ok(dict::reversed_view(view.clone()))
}

fn is_disjoint(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (view, args) = this(vm, args, "isdisjoint")?;
    let [other] = args.exactly("isdisjoint")?;
    let set = as_set(vm, &Value::View(view.clone()))?;
    set::disjoint(vm, &set, other)
}

/// A set of the items of any iterable.
fn as_set(vm: &mut Vm, value: &Value) -> Result<Rc<Set>, Exc> {
    if let Value::Set(set) | Value::FrozenSet(set) = plain(value) {
        return Ok(set.clone());
    }
    let items = match list::collect_nested(vm, value)? {
        Some(items) => items,
        None => {
            vm.check_iterable(value)?;
            Vec::new()
        }
    };
    set::from_items(vm, items)
}

/// `a op b` where one is a view of keys or items: gives a set.
pub(crate) fn binary(vm: &mut Vm, op: BinaryOp, a: &Value, b: &Value) -> Result<Option<Value>, Exc> {
    // A set on the left does not take views; the view on the right then takes the set.
    let left = as_set(vm, a)?;
    let right = as_set(vm, b)?;
    set::binary(vm, op, &Value::Set(left), &Value::Set(right)).map(Some)
}

/// `item in view`.
pub(crate) fn contains(vm: &mut Vm, view: &View, item: &Value) -> Result<bool, Exc> {
    match view.kind {
        ViewKind::Keys => Ok(vm.dict_get(&view.dict, item)?.is_some()),
        ViewKind::Values => {
            let mut from = 0;
            while let Some((next, _, value)) = view.dict.next_entry(from) {
                from = next;
                if vm.equals(&value, item)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        ViewKind::Items => {
            let Some(pair) = as_tuple(item).filter(|pair| pair.len() == 2).cloned() else { return Ok(false) };
            match vm.dict_get(&view.dict, &pair[0])? {
                Some(value) => vm.equals(&value, &pair[1]),
                None => Ok(false),
            }
        }
    }
}

/// The items that iterating gives, all at once.
pub(crate) fn items(view: &View) -> Vec<Value> {
    view.dict
        .entries()
        .into_iter()
        .map(|(key, value)| match view.kind {
            ViewKind::Keys => key,
            ViewKind::Values => value,
            ViewKind::Items => Value::tuple(vec![key, value]),
        })
        .collect()
}
