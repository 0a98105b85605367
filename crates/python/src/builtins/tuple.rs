//! `tuple`.

use std::rc::Rc;

use crate::builtins::convert::{as_tuple, count};
use crate::builtins::list::{ITEM, charge_repeat, repeated};
use crate::builtins::slicing::{self, Key};
use crate::builtins::{receiver, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, Tuple, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// The methods of `tuple`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("count", count_of),
    NativeDef::method("index", index),
    slots::LEN,
    slots::GET_ITEM,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::HASH,
    slots::ADD,
    slots::REPR,
];

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Tuple>, Args<'a>), Exc> {
    receiver(vm, args, "tuple", method, as_tuple)
}

/// `tuple(...)`.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let items = args.between("tuple", 0, 1)?;
    let Some(iterable) = items.first() else { return Ok(Value::tuple(Vec::new())) };
    if let Value::Tuple(_) = iterable {
        return Ok(iterable.clone());
    }
    match vm.collect(iterable)? {
        Some(items) => charged_tuple(vm, items),
        None => {
            vm.check_iterable(iterable)?;
            vm.prelude("tuple", vec![iterable.clone()])
        }
    }
}

/// A new tuple whose items are counted.
pub(crate) fn charged_tuple(vm: &mut Vm, items: Vec<Value>) -> NativeResult {
    vm.charge(items.len() * ITEM)?;
    Ok(Value::tuple(items))
}

fn count_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (tuple, args) = this(vm, args, "count")?;
    let [item] = args.exactly("tuple.count")?;
    let mut total = 0;
    let mut from = 0;
    while let Some(at) = position(vm, tuple, item, from, usize::MAX)? {
        total += 1;
        from = at + 1;
    }
    Ok(count(total))
}

fn index(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (tuple, args) = this(vm, args, "index")?;
    let args = args.between("index", 1, 3)?;
    let (from, to) = slicing::strict_bounds(vm, args.get(1), args.get(2), tuple.len())?;
    match position(vm, tuple, &args[0], from, to)? {
        Some(at) => Ok(count(at)),
        None => Err(value_error("tuple.index(x): x not in tuple")),
    }
}

/// The first item from `from` up to `to` that is or equals `item`.
pub(crate) fn position(
    vm: &mut Vm,
    tuple: &Tuple,
    item: &Value,
    from: usize,
    to: usize,
) -> Result<Option<usize>, Exc> {
    for at in from..to.min(tuple.len()) {
        if vm.equals(&tuple[at], item)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// `a + b`.
pub(crate) fn concat(vm: &mut Vm, a: &Rc<Tuple>, b: &Rc<Tuple>) -> NativeResult {
    let mut items = Vec::with_capacity(a.len() + b.len());
    items.extend_from_slice(a);
    items.extend_from_slice(b);
    charged_tuple(vm, items)
}

/// `a * times`.
pub(crate) fn repeat(vm: &mut Vm, tuple: &Tuple, times: usize) -> NativeResult {
    charge_repeat(vm, tuple.len(), ITEM, times)?;
    Ok(Value::tuple(repeated(tuple, times)))
}

/// `tuple[key]`.
pub(crate) fn get_item(vm: &mut Vm, tuple: &Tuple, key: &Value) -> NativeResult {
    match slicing::key(vm, key, tuple.len(), "tuple", "tuple index out of range")? {
        Key::Index(at) => Ok(tuple[at].clone()),
        Key::Slice(picked) => {
            let items = picked.indices().map(|at| tuple[at].clone()).collect();
            charged_tuple(vm, items)
        }
    }
}
