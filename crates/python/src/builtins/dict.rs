//! `dict`.

use std::rc::Rc;

use crate::builtins::{receiver, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Dict, Exc, ExcKind, Exception, Iter, IterState, View, ViewKind, error, type_error};
use crate::value::Value;
use crate::vm::Vm;

use super::convert::plain;

/// The methods of `dict`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("clear", clear),
    NativeDef::method("copy", copy),
    NativeDef::class_method("fromkeys", from_keys),
    NativeDef::method("get", get),
    NativeDef::method("items", items),
    NativeDef::method("keys", keys),
    NativeDef::method("pop", pop),
    NativeDef::method("popitem", pop_item),
    NativeDef::method("setdefault", set_default),
    NativeDef::method("update", update),
    NativeDef::method("values", values),
    NativeDef::method("__reversed__", reversed),
    slots::LEN,
    slots::GET_ITEM,
    slots::SET_ITEM,
    slots::DELETE_ITEM,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::NE,
    slots::OR,
    slots::IN_PLACE_OR,
    slots::REPR,
];

/// The methods of a view of a dict that cannot be written to.
pub(crate) const READ_METHODS: &[NativeDef] = &[
    NativeDef::method("copy", copy),
    NativeDef::method("get", get),
    NativeDef::method("items", items),
    NativeDef::method("keys", keys),
    NativeDef::method("values", values),
    NativeDef::method("__reversed__", reversed),
    slots::LEN,
    slots::GET_ITEM,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::NE,
    slots::OR,
    slots::REPR,
];

/// The bytes of one entry.
const ENTRY: usize = 2 * size_of::<Value>() + 16;

#[inline(always)]
fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Dict>, Args<'a>), Exc> {
    match args.positional {
        [Value::Dict(dict), rest @ ..] => Ok((dict, Args { positional: rest, ..args })),
        _ => this_or_error(vm, args, method),
    }
}

#[cold]
fn this_or_error<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Dict>, Args<'a>), Exc> {
    receiver(vm, args, "dict", method, |value| match plain(value) {
        Value::Dict(dict) => Some(dict),
        _ => None,
    })
}

/// A KeyError about a key.
pub(crate) fn key_error(key: &Value) -> Exc {
    Exception::new(ExcKind::KeyError, vec![key.clone()])
}

/// `dict(...)`.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let dict = vm.new_dict();
    fill(vm, &dict, args, "dict", Value::Dict(dict.clone()))
}

/// The work of `dict()` and `update()`: `result` is what they give in the end.
fn fill(vm: &mut Vm, dict: &Rc<Dict>, args: Args<'_>, name: &str, result: Value) -> NativeResult {
    if args.len() > 1 {
        return Err(type_error(format!("{name} expected at most 1 argument, got {}", args.len())));
    }
    if let Some(source) = args.get(0) {
        if let Value::Dict(other) = plain(source) {
            update_from_dict(vm, dict, other)?;
        } else if let Some(pairs) = simple_pairs(vm, source)? {
            for (key, value) in pairs {
                vm.dict_set(dict, key, value)?;
            }
        } else {
            let keywords = vm.new_dict();
            for (name, value) in args.names.iter().zip(args.keywords) {
                vm.dict_set(&keywords, name.clone(), value.clone())?;
            }
            let arguments = vec![Value::Dict(dict.clone()), source.clone(), Value::Dict(keywords), result];
            return vm.prelude("dict_update", arguments);
        }
    }
    for (name, value) in args.names.iter().zip(args.keywords) {
        vm.dict_set(dict, name.clone(), value.clone())?;
    }
    Ok(result)
}

/// The pairs of a builtin iterable of pairs that are tuples or lists; None for everything else, errors included.
fn simple_pairs(vm: &mut Vm, source: &Value) -> Result<Option<Vec<(Value, Value)>>, Exc> {
    // An iterator cannot be started over: only containers.
    if !matches!(source, Value::List(_) | Value::Tuple(_)) {
        return Ok(None);
    }
    let Some(items) = vm.collect(source)? else { return Ok(None) };
    Ok(items.iter().map(as_pair).collect())
}

/// What a tuple or a list of two holds.
fn as_pair(item: &Value) -> Option<(Value, Value)> {
    match item {
        Value::Tuple(pair) if pair.len() == 2 => Some((pair[0].clone(), pair[1].clone())),
        Value::List(pair) => match &pair.items.borrow()[..] {
            [key, value] => Some((key.clone(), value.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// For the prelude: `set_pair(dict, pair)` sets a pair that is plain, its key too; whether it did.
pub(crate) fn set_pair(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Dict(dict), item] = args.positional else { return Ok(Value::Bool(false)) };
    let Some((key, value)) = as_pair(item) else { return Ok(Value::Bool(false)) };
    let plain = matches!(key, Value::Str(_) | Value::Int(_));
    if plain {
        vm.dict_set(dict, key, value)?;
    }
    Ok(Value::Bool(plain))
}

/// `dict.update(other)` of another dict.
pub(crate) fn update_from_dict(vm: &mut Vm, dict: &Dict, other: &Rc<Dict>) -> Result<(), Exc> {
    vm.charge(other.len() * ENTRY)?;
    let size = other.len();
    let mut from = 0;
    while let Some((next, key, value)) = other.next_entry(from) {
        from = next;
        vm.dict_set(dict, key, value)?;
        if other.len() != size {
            return Err(error(ExcKind::RuntimeError, "dict mutated during update"));
        }
    }
    Ok(())
}

/// `a | b`.
pub(crate) fn union(vm: &mut Vm, a: &Dict, b: &Rc<Dict>) -> NativeResult {
    let result = copied(vm, a)?;
    update_from_dict(vm, &result, b)?;
    Ok(Value::Dict(result))
}

/// A shallow copy.
fn copied(vm: &mut Vm, dict: &Dict) -> Result<Rc<Dict>, Exc> {
    vm.charge(dict.len() * ENTRY)?;
    let copy = vm.new_dict();
    let table = dict.table.borrow();
    let mut target = copy.table.borrow_mut();
    for (hash, key, value) in table.iter_hashed() {
        target.push(hash, key.clone(), value.clone());
    }
    drop(target);
    Ok(copy)
}

/// `dict[key]`. The machine looks for `__missing__` of derived classes first.
pub(crate) fn get_item(vm: &mut Vm, dict: &Dict, key: &Value) -> NativeResult {
    vm.dict_get(dict, key)?.ok_or_else(|| key_error(key))
}

fn clear(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "clear")?;
    args.exactly::<0>("dict.clear")?;
    // Taken out first: destructors must find the dict empty.
    let old = dict.table.borrow_mut().take();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "copy")?;
    args.exactly::<0>("dict.copy")?;
    copied(vm, dict).map(Value::Dict)
}

fn from_keys(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let args = args.between("fromkeys", 1, 2)?;
    let value = args.get(1).cloned().unwrap_or(Value::None);
    let dict = vm.new_dict();
    match vm.collect(&args[0])? {
        Some(keys) => {
            for key in keys {
                vm.dict_set(&dict, key, value.clone())?;
            }
            Ok(Value::Dict(dict))
        }
        None => {
            vm.check_iterable(&args[0])?;
            vm.prelude("dict_fromkeys", vec![Value::Dict(dict), args[0].clone(), value])
        }
    }
}

#[cfg_attr(page, optimize(speed))]
fn get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "get")?;
    let args = args.between("get", 1, 2)?;
    let found = vm.dict_get(dict, &args[0])?;
    Ok(found.unwrap_or_else(|| args.get(1).cloned().unwrap_or(Value::None)))
}

fn view(vm: &Vm, args: Args<'_>, name: &str, kind: ViewKind) -> NativeResult {
    let (dict, args) = this(vm, args, name)?;
    if !args.is_empty() {
        args.exactly::<0>(&format!("dict.{name}"))?;
    }
    Ok(Value::View(Rc::new(View { dict: dict.clone(), kind })))
}

fn items(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    view(vm, args, "items", ViewKind::Items)
}

fn keys(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    view(vm, args, "keys", ViewKind::Keys)
}

fn values(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    view(vm, args, "values", ViewKind::Values)
}

fn pop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "pop")?;
    let args = args.between("pop", 1, 2)?;
    let removed = if dict.is_empty() { None } else { vm.dict_remove(dict, &args[0])? };
    match (removed, args.get(1)) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => Err(key_error(&args[0])),
    }
}

fn pop_item(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "popitem")?;
    args.exactly::<0>("dict.popitem")?;
    let last = dict.table.borrow_mut().pop_last();
    match last {
        Some((key, value)) => Ok(Value::tuple(vec![key, value])),
        None => Err(error(ExcKind::KeyError, "popitem(): dictionary is empty")),
    }
}

fn set_default(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "setdefault")?;
    let args = args.between("setdefault", 1, 2)?;
    if let Some(value) = vm.dict_get(dict, &args[0])? {
        return Ok(value);
    }
    let value = args.get(1).cloned().unwrap_or(Value::None);
    vm.dict_set(dict, args[0].clone(), value.clone())?;
    Ok(value)
}

fn update(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "update")?;
    fill(vm, dict, args, "update", Value::None)
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (dict, args) = this(vm, args, "__reversed__")?;
    args.exactly::<0>("dict.__reversed__")?;
    Ok(reversed_view(Rc::new(View { dict: dict.clone(), kind: ViewKind::Keys })))
}

/// `reversed(view)`.
pub(crate) fn reversed_view(view: Rc<View>) -> Value {
    let (end, len) = (view.dict.table.borrow().end(), view.dict.len());
    Iter::value(IterState::ReversedView(view, end, len))
}
