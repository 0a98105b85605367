//! Builtin functions and types that iterate. Builtin containers are walked here; everything that
//! runs a program's code goes on in the prelude.

use std::rc::Rc;

use crate::builtins::convert::{as_int, int, plain};
use crate::builtins::numbers::Sum;
use crate::builtins::{dict, functions, range, slicing};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{
    Exc, ExcKind, Exception, Iter, IterState, NativeObject, View, ViewKind, type_error, value_error,
};
use crate::op::{BinaryOp, CompareOp};
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm};

/// Whether the machine can walk the value without running a program's code; TypeError if it cannot be
/// iterated at all.
fn builtin(vm: &mut Vm, value: &Value) -> Result<Option<Rc<Iter>>, Exc> {
    let iter = vm.builtin_iter(value);
    if iter.is_none() {
        vm.check_iterable(value)?;
    }
    Ok(iter)
}

/// [`builtin`], and short enough to be walked without a pause.
fn walkable(vm: &mut Vm, value: &Value) -> Result<Option<Rc<Iter>>, Exc> {
    Ok(builtin(vm, value)?.filter(|iter| !is_long(iter)))
}

pub(crate) fn all(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    quantify(vm, args, "all", false)
}

pub(crate) fn any(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    quantify(vm, args, "any", true)
}

/// Whether there is an item whose truth is `wanted`; that ends the search.
fn quantify(vm: &mut Vm, args: Args<'_>, name: &'static str, wanted: bool) -> NativeResult {
    let [iterable] = args.exactly(name)?;
    let Some(iter) = walkable(vm, iterable)? else { return vm.prelude(name, vec![iterable.clone()]) };
    while let Some(item) = vm.iter_next(&iter)? {
        vm.fuel -= 1;
        if vm.truth(&item)? == wanted {
            return Ok(Value::Bool(wanted));
        }
    }
    Ok(Value::Bool(!wanted))
}

/// More items than this are left to the prelude, whose loops can be suspended.
const LONG: i64 = 1_000_000;

/// Whether an iterator has very many items left without holding them: ranges and what is made of them.
fn is_long(iter: &Iter) -> bool {
    match &*iter.state.borrow() {
        IterState::Range(_, left, _) => *left > LONG,
        IterState::Enumerate(inner, _) => is_long(inner),
        IterState::Zip(inner, _) => inner.iter().all(|inner| is_long(inner)),
        _ => false,
    }
}

pub(crate) fn sum(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable, start] = args.bind("sum", ["iterable", "start"], 1, 1)?;
    let Some(iterable) = iterable else { return Ok(Value::None) };
    let start = start.cloned().unwrap_or(Value::Int(0));
    match plain(&start) {
        Value::Str(_) => return Err(type_error("sum() can't sum strings [use ''.join(seq) instead]")),
        Value::Bytes(_) => return Err(type_error("sum() can't sum bytes [use b''.join(seq) instead]")),
        _ => {}
    }
    if let (Value::Range(numbers), Some(start)) = (iterable, as_int(&start)) {
        let total = range::total(numbers.start, numbers.len(), numbers.step);
        let total = as_int(&total).map(|total| crate::text::int_ops::add(total, start));
        if let Some(Ok(total)) = total {
            return Ok(int(total));
        }
    }
    let Some(iter) = walkable(vm, iterable)? else {
        return vm.prelude("sum", vec![iterable.clone(), start]);
    };
    let mut sum = Sum::new(&start);
    while let Some(item) = vm.iter_next(&iter)? {
        vm.fuel -= 1;
        if !sum.add(&item)? {
            if let Value::Instance(_) = item {
                // Its `__add__` is the program's: the prelude goes on with this item and the rest.
                let rest = Value::Iter(iter);
                return vm.prelude("sum_rest", vec![sum.value(), item, rest]);
            }
            sum = Sum::Other(vm.binary(BinaryOp::Add, &sum.value(), &item)?);
        }
    }
    Ok(sum.value())
}

/// For the prelude: `sum_of(start)` is a sum that is added to.
pub(crate) fn sum_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [start] = args.exactly("sum_of")?;
    Ok(NativeObject::any(&vm.types.object, Sum::new(start)))
}

/// For the prelude: `sum_add(sum, item)` adds a number. Its answer is whether the item has to be added with `+`, and so
/// the rest.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn sum_add(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Object(sum), item] = args.positional else { return Err(type_error("sum_add() takes a sum")) };
    let added = sum.with(|sum: &mut Sum| sum.add(item)).unwrap_or(Ok(false))?;
    Ok(Value::Bool(!added))
}

/// For the prelude: `sum_value(sum)`.
pub(crate) fn sum_value(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Object(sum)] = args.positional else { return Err(type_error("sum_value() takes a sum")) };
    Ok(sum.with(|sum: &mut Sum| sum.value()).unwrap_or(Value::None))
}

pub(crate) fn max(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    extreme(vm, args, "max", CompareOp::Gt)
}

pub(crate) fn min(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    extreme(vm, args, "min", CompareOp::Lt)
}

fn extreme(vm: &mut Vm, args: Args<'_>, name: &'static str, better: CompareOp) -> NativeResult {
    let (mut key, mut default) = (None, None);
    for (keyword, value) in args.iter_keywords() {
        match keyword {
            "key" => key = Some(value).filter(|key| !key.is_none()),
            "default" => default = Some(value),
            _ => {
                return Err(crate::native::unexpected_keyword(name, keyword, &["key", "default"]));
            }
        }
    }
    let items = match args.positional {
        [] => return Err(type_error(format!("{name} expected at least 1 argument, got 0"))),
        [iterable] => iterable.clone(),
        _ if default.is_some() => {
            return Err(type_error(format!(
                "Cannot specify a default for {name}() with multiple positional arguments"
            )));
        }
        several => Value::tuple(several.to_vec()),
    };
    let iter = walkable(vm, &items)?;
    if let (None, Some(iter)) = (key, &iter) {
        let mut best: Option<Value> = None;
        while let Some(item) = vm.iter_next(iter)? {
            vm.fuel -= 1;
            let take = match &best {
                None => true,
                Some(best) => match (&item, best) {
                    (Value::Int(a), Value::Int(b)) => {
                        if better == CompareOp::Gt {
                            a > b
                        } else {
                            a < b
                        }
                    }
                    (item, best) => {
                        let answer = vm.compare(better, item, best)?;
                        vm.truth(&answer)?
                    }
                },
            };
            if take {
                best = Some(item);
            }
        }
        return best
            .or_else(|| default.cloned())
            .ok_or_else(|| value_error(format!("{name}() iterable argument is empty")));
    }
    let items = iter.map_or(items, Value::Iter);
    let (has_default, default) = (default.is_some(), default.cloned().unwrap_or(Value::None));
    let key = key.cloned().unwrap_or(Value::None);
    vm.prelude(name, vec![items, key, Value::Bool(has_default), default])
}

/// `iter(iterable)` and `iter(callable, sentinel)`.
pub(crate) fn iter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.between("iter", 1, 2)? {
        [function, sentinel] => {
            if !super::functions_attr::is_callable(vm, function) {
                return Err(type_error("iter(v, w): v must be callable"));
            }
            vm.prelude("callable_iterator", vec![function.clone(), sentinel.clone()])
        }
        args => vm.get_iter(&args[0]),
    }
}

/// `next(iterator[, default])`.
pub(crate) fn next(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("next", 1, 2)?;
    if let Value::Iter(iter) = &args[0] {
        return match (vm.iter_next(iter)?, args.get(1)) {
            (Some(item), _) => Ok(item),
            (None, Some(default)) => Ok(default.clone()),
            (None, None) => Err(Exception::new(ExcKind::StopIteration, Vec::new())),
        };
    }
    if !vm.is_iterator(&args[0]) {
        let name = vm.type_name(&args[0]);
        return Err(type_error(format!("'{name}' object is not an iterator")));
    }
    if let Some(default) = args.get(1) {
        return vm.prelude("next_or", vec![args[0].clone(), default.clone()]);
    }
    step(vm, &args[0])
}

/// Has the machine resume an iterator that is not a builtin one.
fn step(vm: &mut Vm, iterator: &Value) -> NativeResult {
    vm.request_next(iterator)?;
    if let Some(Request::Resume { then, .. }) = &mut vm.request {
        *then = OnReturn::Next;
    }
    Ok(Value::Nothing)
}

/// `__next__` of the builtin iterators.
pub(crate) fn next_slot(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.exactly("__next__")? {
        [Value::Iter(iter)] => match vm.iter_next(iter)? {
            Some(item) => Ok(item),
            None => Err(Exception::new(ExcKind::StopIteration, Vec::new())),
        },
        [other] => step(vm, other),
    }
}

/// `__iter__` of the builtin iterators.
pub(crate) fn iter_slot(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [this] = args.exactly("__iter__")?;
    Ok(this.clone())
}

/// The methods of builtin iterators.
pub(crate) const ITERATOR: &[NativeDef] =
    &[NativeDef::method("__iter__", iter_slot), NativeDef::method("__next__", next_slot)];

/// `enumerate(iterable, start=0)`.
pub(crate) fn new_enumerate(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable, start] = args.skip(1).bind("enumerate", ["iterable", "start"], 0, 1)?;
    let Some(iterable) = iterable else { return Ok(Value::None) };
    let start = match start {
        Some(start) => slicing::index_argument(vm, start)?,
        None => 0,
    };
    match builtin(vm, iterable)? {
        Some(iter) => Ok(Iter::value(IterState::Enumerate(iter, start))),
        None => vm.prelude("enumerate", vec![iterable.clone(), Value::Int(start)]),
    }
}

/// `zip(*iterables, strict=False)`.
pub(crate) fn new_zip(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let mut strict = false;
    for (name, value) in args.iter_keywords() {
        match name {
            "strict" => strict = vm.truth(value)?,
            _ => return Err(crate::native::unexpected_keyword("zip", name, &["strict"])),
        }
    }
    let mut iters = Vec::with_capacity(args.len());
    let mut all_builtin = true;
    for (at, iterable) in args.positional.iter().enumerate() {
        match vm.builtin_iter(iterable) {
            Some(iter) => iters.push(iter),
            None if vm.check_iterable(iterable).is_err() => {
                let _ = at;
                return Err(not_iterable(vm, iterable));
            }
            None => all_builtin = false,
        }
    }
    if all_builtin && !strict {
        return Ok(Iter::value(IterState::Zip(iters, false)));
    }
    vm.prelude("zip", vec![Value::tuple(args.positional.to_vec()), Value::Bool(strict)])
}

fn not_iterable(vm: &Vm, value: &Value) -> Exc {
    type_error(format!("'{}' object is not iterable", vm.type_name(value)))
}

/// `map(function, *iterables)`.
pub(crate) fn new_map(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    args.no_keywords("map")?;
    let [function, iterables @ ..] = args.positional else {
        return Err(type_error("map() must have at least two arguments."));
    };
    if iterables.is_empty() {
        return Err(type_error("map() must have at least two arguments."));
    }
    for iterable in iterables {
        builtin(vm, iterable)?;
    }
    vm.prelude("map", vec![function.clone(), Value::tuple(iterables.to_vec())])
}

/// `filter(function, iterable)`.
pub(crate) fn new_filter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let args = args.between("filter", 2, 2)?;
    builtin(vm, &args[1])?;
    vm.prelude("filter", vec![args[0].clone(), args[1].clone()])
}

/// `reversed(sequence)`.
pub(crate) fn new_reversed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let [value] = args.between("reversed", 1, 1)? else { return Ok(Value::None) };
    if let Some(method) = functions::special(vm, value, "__reversed__") {
        return vm.tail_call(&method, Vec::new());
    }
    Ok(match plain(value) {
        Value::List(list) => {
            let len = list.items.borrow().len();
            Iter::value(IterState::ReversedList(list.clone(), len))
        }
        Value::Dict(dict) => dict::reversed_view(Rc::new(View { dict: dict.clone(), kind: ViewKind::Keys })),
        Value::View(view) => dict::reversed_view(view.clone()),
        Value::Range(_) | Value::Object(_) => {
            if vm.find_attr(value, "__reversed__")?.is_none() {
                let name = vm.type_name(value);
                return Err(type_error(format!("'{name}' object is not reversible")));
            }
            let method = vm.get_attr(value, "__reversed__")?;
            return vm.tail_call(&method, Vec::new());
        }
        Value::Tuple(items) => {
            let items: Vec<Value> = items.iter().rev().cloned().collect();
            Iter::value(IterState::Items(items.into_iter(), "reversed"))
        }
        Value::Str(text) => {
            vm.charge(text.len() * 64)?;
            let items: Vec<Value> = text.chars().rev().map(|c| Value::from(c.to_string())).collect();
            Iter::value(IterState::Items(items.into_iter(), "reversed"))
        }
        Value::Bytes(data) => {
            let items: Vec<Value> = data.iter().rev().map(|byte| Value::Int(i64::from(*byte))).collect();
            Iter::value(IterState::Items(items.into_iter(), "reversed"))
        }
        _ => {
            let is_sequence = functions::special(vm, value, "__getitem__").is_some()
                && functions::special(vm, value, "__len__").is_some();
            if !is_sequence {
                let name = vm.type_name(value);
                return Err(type_error(format!("'{name}' object is not reversible")));
            }
            return vm.prelude("reversed", vec![value.clone()]);
        }
    })
}

/// For the prelude: `list_swap(a, b)` swaps the items of two lists; whether `a` was empty.
pub(crate) fn list_swap(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::List(a), Value::List(b)] = args.positional else {
        return Err(type_error("list_swap() takes two lists"));
    };
    let _ = vm;
    let was_empty = a.items.borrow().is_empty();
    if !Rc::ptr_eq(a, b) {
        a.items.swap(&b.items);
    }
    Ok(Value::Bool(was_empty))
}
