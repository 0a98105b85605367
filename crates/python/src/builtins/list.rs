//! `list`.

use std::rc::Rc;

use crate::builtins::convert::count;
use crate::builtins::slicing::{self, Key};
use crate::builtins::{receiver, slots, sort};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, Iter, IterState, List, index_error, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::types::types;

/// The methods of `list`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("append", append),
    NativeDef::method("clear", clear),
    NativeDef::method("copy", copy),
    NativeDef::method("count", count_of),
    NativeDef::method("extend", extend_by),
    NativeDef::method("index", index),
    NativeDef::method("insert", insert),
    NativeDef::method("pop", pop),
    NativeDef::method("remove", remove),
    NativeDef::method("reverse", reverse),
    NativeDef::method("sort", sort::list_sort),
    NativeDef::method("__reversed__", reversed),
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
];

/// The bytes of one item.
pub(crate) const ITEM: usize = size_of::<Value>();

/// The list that a method was called on, and the other arguments.
pub(crate) fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<List>, Args<'a>), Exc> {
    receiver(vm, args, "list", method, |value| match value {
        Value::List(list) => Some(list),
        _ => None,
    })
}

/// `list(...)`.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let items = args.between("list", 0, 1)?;
    let Some(iterable) = items.first() else { return Ok(vm.new_list(Vec::new())) };
    match vm.collect(iterable)? {
        Some(items) => charged_list(vm, items),
        None => {
            vm.check_iterable(iterable)?;
            vm.prelude("list", vec![iterable.clone()])
        }
    }
}

fn append(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    // As it nearly always is.
    if let ([Value::List(list), item], []) = (args.positional, args.keywords) {
        push(vm, list, item.clone())?;
        return Ok(Value::None);
    }
    let (list, args) = this(vm, args, "append")?;
    let [item] = args.exactly("list.append")?;
    push(vm, list, item.clone())?;
    Ok(Value::None)
}

/// Adds an item at the end.
pub(crate) fn push(vm: &mut Vm, list: &List, item: Value) -> Result<(), Exc> {
    let mut items = list.items.borrow_mut();
    if items.len() == items.capacity() {
        let more = items.len().max(4);
        drop(items);
        // It may look at all there is.
        vm.charge(more * ITEM)?;
        items = list.items.borrow_mut();
    }
    items.push(item);
    Ok(())
}

/// Adds items at the end.
pub(crate) fn extend(vm: &mut Vm, list: &List, more: Vec<Value>) -> Result<(), Exc> {
    vm.charge(more.len() * ITEM)?;
    list.items.borrow_mut().extend(more);
    Ok(())
}

fn extend_by(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "extend")?;
    let [iterable] = args.exactly("list.extend")?;
    match vm.collect(iterable)? {
        Some(more) => extend(vm, list, more)?,
        None => {
            vm.check_iterable(iterable)?;
            return vm.prelude("list_extend", vec![Value::List(list.clone()), iterable.clone()]);
        }
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "clear")?;
    args.exactly::<0>("list.clear")?;
    // Taken out first: destructors must find the list empty.
    crate::heap::drop_backwards(list.items.take());
    Ok(Value::None)
}

fn copy(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "copy")?;
    args.exactly::<0>("list.copy")?;
    charged_list(vm, list.items.borrow().clone())
}

/// A new list whose items are counted.
pub(crate) fn charged_list(vm: &mut Vm, items: Vec<Value>) -> NativeResult {
    vm.charge(items.len() * ITEM)?;
    Ok(vm.new_list(items))
}

fn count_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "count")?;
    let [item] = args.exactly("list.count")?;
    let mut total = 0;
    let mut from = 0;
    while let Some(at) = position(vm, list, item, from, usize::MAX)? {
        total += 1;
        from = at + 1;
    }
    Ok(count(total))
}

/// The first item from `from` up to `to` that is or equals `item`. Comparing may change the list.
pub(crate) fn position(
    vm: &mut Vm,
    list: &List,
    item: &Value,
    from: usize,
    to: usize,
) -> Result<Option<usize>, Exc> {
    let mut at = from;
    while at < to {
        // Runs of items that compare without a program's code need no clones.
        let candidate = {
            let items = list.items.borrow();
            let rest = items.get(at..to.min(items.len())).unwrap_or(&[]);
            let mut candidate = None;
            for other in rest {
                match super::compare::simple_equal(other, item) {
                    Some(true) => return Ok(Some(at)),
                    Some(false) => at += 1,
                    None => {
                        candidate = Some(other.clone());
                        break;
                    }
                }
            }
            candidate
        };
        let Some(other) = candidate else { return Ok(None) };
        if vm.equals(&other, item)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

fn index(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "index")?;
    let args = args.between("index", 1, 3)?;
    let len = list.items.borrow().len();
    let (from, to) = slicing::strict_bounds(vm, args.get(1), args.get(2), len)?;
    // Items added while comparing are not looked at if an end is given.
    let to = if args.len() > 2 { to } else { usize::MAX };
    match position(vm, list, &args[0], from, to)? {
        Some(at) => Ok(count(at)),
        None => {
            let repr = vm.repr(&args[0])?;
            Err(value_error(format!("{repr} is not in list")))
        }
    }
}

fn insert(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "insert")?;
    let [at, item] = args.exactly("insert")?;
    let at = slicing::index_argument(vm, at)?;
    vm.charge(ITEM)?;
    let mut items = list.items.borrow_mut();
    let len = i64::try_from(items.len()).unwrap_or(i64::MAX);
    let at = if at < 0 { at.saturating_add(len).max(0) } else { at.min(len) };
    items.insert(at as usize, item.clone());
    Ok(Value::None)
}

fn pop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "pop")?;
    let args = args.between("pop", 0, 1)?;
    let at = match args.first() {
        Some(at) => slicing::index_argument(vm, at)?,
        None => -1,
    };
    let mut items = list.items.borrow_mut();
    if items.is_empty() {
        return Err(index_error("pop from empty list"));
    }
    let at = slicing::at(at, items.len()).ok_or_else(|| index_error("pop index out of range"))?;
    Ok(items.remove(at))
}

fn remove(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "remove")?;
    let [item] = args.exactly("list.remove")?;
    let Some(at) = position(vm, list, item, 0, usize::MAX)? else {
        return Err(value_error("list.remove(x): x not in list"));
    };
    let removed = {
        let mut items = list.items.borrow_mut();
        (at < items.len()).then(|| items.remove(at))
    };
    drop(removed);
    Ok(Value::None)
}

fn reverse(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "reverse")?;
    args.exactly::<0>("list.reverse")?;
    list.items.borrow_mut().reverse();
    Ok(Value::None)
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = this(vm, args, "__reversed__")?;
    args.exactly::<0>("list.__reversed__")?;
    let len = list.items.borrow().len();
    Ok(Iter::value(IterState::ReversedList(list.clone(), len)))
}

/// `a + b`.
pub(crate) fn concat(vm: &mut Vm, a: &List, b: &List) -> NativeResult {
    let (a, b) = (a.items.borrow(), b.items.borrow());
    vm.charge((a.len() + b.len()) * ITEM)?;
    let mut items = Vec::with_capacity(a.len() + b.len());
    items.extend_from_slice(&a);
    items.extend_from_slice(&b);
    Ok(vm.new_list(items))
}

/// Counts the memory of that many copies of a sequence.
pub(crate) fn charge_repeat(vm: &mut Vm, len: usize, item: usize, times: usize) -> Result<(), Exc> {
    let bytes = len.checked_mul(times).and_then(|len| len.checked_mul(item));
    // More than can be counted is more than there is.
    vm.charge(bytes.unwrap_or(usize::MAX))
}

/// That many copies of all items, one after the other.
pub(crate) fn repeated(items: &[Value], times: usize) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len() * times);
    for _ in 0..if items.is_empty() { 0 } else { times } {
        all.extend_from_slice(items);
    }
    all
}

/// `a * times`.
pub(crate) fn repeat(vm: &mut Vm, list: &List, times: usize) -> NativeResult {
    let items = list.items.borrow();
    charge_repeat(vm, items.len(), ITEM, times)?;
    let items = repeated(&items, times);
    Ok(vm.new_list(items))
}

/// `a *= times`.
pub(crate) fn repeat_in_place(vm: &mut Vm, list: &List, times: usize) -> Result<(), Exc> {
    let repeated = {
        let items = list.items.borrow();
        charge_repeat(vm, items.len(), ITEM, times)?;
        repeated(&items, times)
    };
    let old = list.items.replace(repeated);
    drop(old);
    Ok(())
}

/// `list[key]`.
pub(crate) fn get_item(vm: &mut Vm, list: &List, key: &Value) -> NativeResult {
    let len = list.items.borrow().len();
    match slicing::key(vm, key, len, "list", "list index out of range")? {
        Key::Index(at) => {
            let items = list.items.borrow();
            items.get(at).cloned().ok_or_else(|| index_error("list index out of range"))
        }
        Key::Slice(picked) => {
            let items = {
                let items = list.items.borrow();
                picked.indices().filter_map(|at| items.get(at).cloned()).collect()
            };
            charged_list(vm, items)
        }
    }
}

/// `list[key] = new`.
pub(crate) fn set_item(vm: &mut Vm, list: &List, key: &Value, new: Value) -> Result<(), Exc> {
    let len = list.items.borrow().len();
    match slicing::key(vm, key, len, "list", "list assignment index out of range")? {
        Key::Index(at) => {
            let old = list.items.borrow_mut().get_mut(at).map(|place| std::mem::replace(place, new));
            drop(old);
            Ok(())
        }
        Key::Slice(picked) => {
            let Some(new) = collect_nested(vm, &new)? else {
                return Err(type_error("must assign iterable to extended slice"));
            };
            vm.charge(new.len() * ITEM)?;
            let old: Vec<Value> = {
                let mut items = list.items.borrow_mut();
                let len = items.len();
                if let Some(range) = picked.contiguous() {
                    items.splice(range.start.min(len)..range.end.min(len), new).collect()
                } else {
                    if new.len() != picked.count {
                        return Err(value_error(format!(
                            "attempt to assign sequence of size {} to extended slice of size {}",
                            new.len(),
                            picked.count
                        )));
                    }
                    let pairs = picked.indices().filter(|at| *at < len).zip(new);
                    pairs.map(|(at, value)| std::mem::replace(&mut items[at], value)).collect()
                }
            };
            drop(old);
            Ok(())
        }
    }
}

/// The items of any iterable, in a nested run if need be; None if it is none.
pub(crate) fn collect_nested(vm: &mut Vm, iterable: &Value) -> Result<Option<Vec<Value>>, Exc> {
    if let Some(items) = vm.collect(iterable)? {
        return Ok(Some(items));
    }
    if vm.check_iterable(iterable).is_err() {
        return Ok(None);
    }
    let class = Value::Class(types().list.clone());
    let list = vm.call_nested(&class, std::slice::from_ref(iterable))?;
    Ok(match list {
        Value::List(list) => Some(list.items.take()),
        _ => None,
    })
}

/// `del list[key]`.
pub(crate) fn delete_item(vm: &mut Vm, list: &List, key: &Value) -> Result<(), Exc> {
    let len = list.items.borrow().len();
    let key = slicing::key(vm, key, len, "list", "list assignment index out of range")?;
    let old: Vec<Value> = {
        let mut items = list.items.borrow_mut();
        match key {
            Key::Index(at) if at < items.len() => vec![items.remove(at)],
            Key::Index(_) => Vec::new(),
            Key::Slice(picked) => match picked.contiguous() {
                Some(range) if range.end <= items.len() => items.drain(range).collect(),
                _ => {
                    let mut doomed: Vec<usize> = picked.indices().collect();
                    doomed.sort_unstable();
                    let mut doomed = doomed.into_iter().peekable();
                    let mut at = 0;
                    items
                        .extract_if(.., |_| {
                            let hit = doomed.next_if_eq(&at).is_some();
                            at += 1;
                            hit
                        })
                        .collect()
                }
            },
        }
    };
    drop(old);
    Ok(())
}
