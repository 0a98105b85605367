//! `collections.deque`.

use std::rc::Rc;

use crate::builtins::compare::simple_equal;
use crate::builtins::convert::{as_int, count, plain};
use crate::builtins::list::{ITEM, charge_repeat, repeated};
use crate::builtins::{receiver, slicing, slots};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{
    Class, Deque, Exc, Iter, IterState, NativeData, index_error, runtime_error, type_error, value_error,
};
use crate::value::Value;
use crate::vm::Vm;

static DEQUE: TypeDef = TypeDef {
    name: "deque",
    constructor: Some(new),
    methods: &[
        NativeDef::method("__init__", init),
        NativeDef::method("append", append),
        NativeDef::method("appendleft", append_left),
        NativeDef::method("clear", clear),
        NativeDef::method("copy", copy),
        NativeDef::method("__copy__", copy),
        NativeDef::method("count", count_of),
        NativeDef::method("extend", extend),
        NativeDef::method("extendleft", extend_left),
        NativeDef::method("index", index),
        NativeDef::method("insert", insert),
        NativeDef::method("pop", pop),
        NativeDef::method("popleft", pop_left),
        NativeDef::method("remove", remove),
        NativeDef::method("reverse", reverse),
        NativeDef::method("rotate", rotate),
        NativeDef::method("__reversed__", reversed),
        NativeDef::property("maxlen", maxlen),
        slots::LEN,
        slots::GET_ITEM,
        slots::SET_ITEM,
        slots::DELETE_ITEM,
        slots::CONTAINS,
        slots::ITER,
        slots::EQ,
        slots::NE,
        slots::LT,
        slots::LE,
        slots::GT,
        slots::GE,
        slots::ADD,
        slots::MUL,
        slots::IN_PLACE_ADD,
        slots::REPR,
    ],
};

/// The class.
pub(crate) fn class(vm: &mut Vm) -> Rc<Class> {
    let class = vm.native_class(&DEQUE, "collections");
    if class.dict.get_name(&vm.names.tp_name).is_none() {
        class.dict.set_name(&vm.names.hash, Value::None);
        class.dict.set_name(&vm.names.tp_name, Value::str("collections.deque"));
    }
    class
}

/// The deque that a value is or holds.
pub(crate) fn as_deque(value: &Value) -> Option<&Rc<Deque>> {
    match plain(value) {
        Value::Object(object) => match &object.data {
            NativeData::Deque(deque) => Some(deque),
            _ => None,
        },
        _ => None,
    }
}

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Deque>, Args<'a>), Exc> {
    receiver(vm, args, "collections.deque", method, as_deque)
}

fn make(vm: &mut Vm, items: Vec<Value>, most: Option<usize>) -> NativeResult {
    vm.charge(items.len() * ITEM)?;
    let deque = Rc::new(Deque::default());
    drop(deque.items.replace(items.into()));
    deque.most.set(most);
    vm.heap.store(deque.clone());
    let class = class(vm);
    Ok(crate::vm::types::object(&class, NativeData::Deque(deque)))
}

fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let deque = make(vm, Vec::new(), None)?;
    fill(vm, &deque, args.skip(1), deque.clone())
}

fn init(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, rest) = this(vm, args, "__init__")?;
    let old = deque.items.take();
    drop(old);
    fill(vm, args.get(0).unwrap_or(&Value::None), rest, Value::None)
}

/// What the constructor does with its arguments; `result` is then given.
fn fill(vm: &mut Vm, target: &Value, args: Args<'_>, result: Value) -> NativeResult {
    let [iterable, most] = args.bind("deque", ["iterable", "maxlen"], 0, 0)?;
    let Some(deque) = as_deque(target) else { return Ok(result) };
    deque.most.set(match most {
        None | Some(Value::None) => None,
        Some(most) => {
            let most = as_int(most).ok_or_else(|| type_error("an integer is required"))?;
            let most = most.saturating_i64();
            Some(usize::try_from(most).map_err(|_| value_error("maxlen must be non-negative"))?)
        }
    });
    match iterable {
        Some(iterable) => extend_by(vm, target, iterable, false, result),
        None => Ok(result),
    }
}

/// Adds all items at an end; in Python if that runs the program's code.
fn extend_by(vm: &mut Vm, target: &Value, iterable: &Value, left: bool, result: Value) -> NativeResult {
    let Some(deque) = as_deque(target) else { return Ok(result) };
    let Some(items) = vm.collect(iterable)? else {
        vm.check_iterable(iterable)?;
        let function = vm.module_attribute("collections", "_extend")?;
        return vm.tail_call(&function, vec![target.clone(), iterable.clone(), Value::Bool(left), result]);
    };
    for item in items {
        push(vm, deque, item, left)?;
    }
    Ok(result)
}

fn push(vm: &mut Vm, deque: &Deque, item: Value, left: bool) -> Result<(), Exc> {
    let (len, capacity) = {
        let items = deque.items.borrow();
        (items.len(), items.capacity())
    };
    if len == capacity {
        vm.charge(len.max(4) * ITEM)?;
    }
    drop(deque.push(item, left));
    Ok(())
}

fn append(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "append")?;
    let [item] = args.exactly("deque.append")?;
    push(vm, deque, item.clone(), false)?;
    Ok(Value::None)
}

fn append_left(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "appendleft")?;
    let [item] = args.exactly("deque.appendleft")?;
    push(vm, deque, item.clone(), true)?;
    Ok(Value::None)
}

fn extend(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable] = args.skip(1).exactly("deque.extend")?;
    this(vm, args, "extend")?;
    extend_by(vm, &args.positional[0], iterable, false, Value::None)
}

fn extend_left(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable] = args.skip(1).exactly("deque.extendleft")?;
    this(vm, args, "extendleft")?;
    extend_by(vm, &args.positional[0], iterable, true, Value::None)
}

fn clear(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "clear")?;
    args.exactly::<0>("deque.clear")?;
    deque.touch();
    let old = deque.items.take();
    drop(old);
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, rest) = this(vm, args, "copy")?;
    rest.exactly::<0>("deque.copy")?;
    if let Some(original @ Value::Instance(_)) = args.get(0) {
        let class = vm.class_value(original);
        let mut arguments = vec![original.clone()];
        arguments.extend(deque.most.get().map(count));
        return vm.tail_call(&class, arguments);
    }
    let items = deque.items.borrow().iter().cloned().collect();
    make(vm, items, deque.most.get())
}

/// The first item from `from` up to `to` that is or equals `item`.
fn position(vm: &mut Vm, deque: &Deque, item: &Value, from: usize, to: usize) -> Result<Option<usize>, Exc> {
    let changes = deque.changes.get();
    for at in from..to {
        let Some(other) = deque.at(at) else { break };
        let same = match simple_equal(&other, item) {
            Some(same) => same,
            None => vm.equals(&other, item)?,
        };
        if same {
            return Ok(Some(at));
        }
        if deque.changes.get() != changes {
            return Err(runtime_error("deque mutated during iteration"));
        }
    }
    Ok(None)
}

fn count_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "count")?;
    let [item] = args.exactly("deque.count")?;
    let (mut total, mut from) = (0, 0);
    while let Some(at) = position(vm, deque, item, from, deque.len())? {
        total += 1;
        from = at + 1;
    }
    Ok(count(total))
}

fn not_there(vm: &mut Vm, item: &Value) -> Result<Exc, Exc> {
    let shown = vm.repr(item)?;
    Ok(value_error(format!("{shown} is not in deque")))
}

fn index(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "index")?;
    let args = args.between("index", 1, 3)?;
    let (from, to) = slicing::bounds(vm, args.get(1), args.get(2), deque.len())?;
    match position(vm, deque, &args[0], from, to.min(deque.len()))? {
        Some(at) => Ok(count(at)),
        None => Err(not_there(vm, &args[0])?),
    }
}

fn remove(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "remove")?;
    let [item] = args.exactly("deque.remove")?;
    let Some(at) = position(vm, deque, item, 0, deque.len())? else { return Err(not_there(vm, item)?) };
    let removed = deque.items.borrow_mut().remove(at);
    deque.touch();
    drop(removed);
    Ok(Value::None)
}

fn insert(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "insert")?;
    let [at, item] = args.exactly("insert")?;
    let at = slicing::index_argument(vm, at)?;
    let len = deque.len();
    if deque.most.get().is_some_and(|most| len >= most) {
        return Err(index_error("deque already at its maximum size"));
    }
    vm.charge(ITEM)?;
    deque.touch();
    let len = i64::try_from(len).unwrap_or(i64::MAX);
    let at = if at < 0 { at.saturating_add(len).max(0) } else { at.min(len) };
    deque.items.borrow_mut().insert(at as usize, item.clone());
    Ok(Value::None)
}

fn take(vm: &mut Vm, args: Args<'_>, method: &str, left: bool) -> NativeResult {
    let (deque, args) = this(vm, args, method)?;
    args.exactly::<0>(if left { "deque.popleft" } else { "deque.pop" })?;
    let mut items = deque.items.borrow_mut();
    let taken = if left { items.pop_front() } else { items.pop_back() };
    deque.touch();
    taken.ok_or_else(|| index_error("pop from an empty deque"))
}

fn pop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    take(vm, args, "pop", false)
}

fn pop_left(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    take(vm, args, "popleft", true)
}

fn reverse(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "reverse")?;
    args.exactly::<0>("deque.reverse")?;
    deque.items.borrow_mut().make_contiguous().reverse();
    Ok(Value::None)
}

fn rotate(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "rotate")?;
    let by = match args.between("rotate", 0, 1)?.first() {
        Some(by) => slicing::index_argument(vm, by)?,
        None => 1,
    };
    deque.touch();
    let mut items = deque.items.borrow_mut();
    if let len @ 1.. = items.len() {
        // Between 0 and the length, so it fits.
        items.rotate_right(by.rem_euclid(len as i64) as usize);
    }
    Ok(Value::None)
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (deque, args) = this(vm, args, "__reversed__")?;
    args.exactly::<0>("deque.__reversed__")?;
    Ok(Iter::value(IterState::Deque(deque.clone(), deque.len(), deque.changes.get(), true)))
}

fn maxlen(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(this(vm, args, "maxlen")?.0.most.get().map_or(Value::None, count))
}

// What operators do.

fn place(vm: &mut Vm, deque: &Deque, key: &Value) -> Result<usize, Exc> {
    if as_int(key).is_none() && !slicing::has_index(vm, key) {
        let name = vm.type_name(key);
        return Err(type_error(format!("sequence index must be integer, not '{name}'")));
    }
    let at = slicing::index_argument(vm, key)?;
    slicing::at(at, deque.len()).ok_or_else(|| index_error("deque index out of range"))
}

/// `deque[key]`.
pub(crate) fn get_item(vm: &mut Vm, deque: &Deque, key: &Value) -> NativeResult {
    let at = place(vm, deque, key)?;
    deque.at(at).ok_or_else(|| index_error("deque index out of range"))
}

/// `deque[key] = new`.
pub(crate) fn set_item(vm: &mut Vm, deque: &Deque, key: &Value, new: Value) -> Result<(), Exc> {
    let at = place(vm, deque, key)?;
    let old = deque.items.borrow_mut().get_mut(at).map(|place| std::mem::replace(place, new));
    drop(old);
    Ok(())
}

/// `del deque[key]`.
pub(crate) fn delete_item(vm: &mut Vm, deque: &Deque, key: &Value) -> Result<(), Exc> {
    let at = place(vm, deque, key)?;
    let old = deque.items.borrow_mut().remove(at);
    deque.touch();
    drop(old);
    Ok(())
}

/// `item in deque`.
pub(crate) fn contains(vm: &mut Vm, deque: &Deque, item: &Value) -> Result<bool, Exc> {
    Ok(position(vm, deque, item, 0, deque.len())?.is_some())
}

/// `a + b`.
pub(crate) fn concat(vm: &mut Vm, a: &Deque, b: &Value) -> NativeResult {
    let Some(b) = as_deque(b) else {
        let name = vm.type_name(b);
        return Err(type_error(format!("can only concatenate deque (not \"{name}\") to deque")));
    };
    let mut items: Vec<Value> = a.items.borrow().iter().cloned().collect();
    items.extend(b.items.borrow().iter().cloned());
    limited(vm, items, a.most.get())
}

/// `deque * times`.
pub(crate) fn repeat(vm: &mut Vm, deque: &Deque, times: usize) -> NativeResult {
    let items: Vec<Value> = deque.items.borrow().iter().cloned().collect();
    charge_repeat(vm, items.len(), ITEM, times)?;
    limited(vm, repeated(&items, times), deque.most.get())
}

fn limited(vm: &mut Vm, mut items: Vec<Value>, most: Option<usize>) -> NativeResult {
    if let Some(most) = most {
        items.drain(..items.len().saturating_sub(most));
    }
    make(vm, items, most)
}

/// `deque += iterable`.
pub(crate) fn extend_in_place(vm: &mut Vm, target: &Value, iterable: &Value) -> NativeResult {
    extend_by(vm, target, iterable, false, target.clone())
}

/// `deque *= times`.
pub(crate) fn repeat_in_place(vm: &mut Vm, deque: &Deque, times: usize) -> Result<(), Exc> {
    let Ok(more) = repeat(vm, deque, times) else { return vm.charge(usize::MAX) };
    if let Some(more) = as_deque(&more) {
        deque.touch();
        let old = deque.items.replace(more.items.take());
        drop(old);
    }
    Ok(())
}
