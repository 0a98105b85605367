//! Sorting: `list.sort` and `sorted`. Stable, and safe with any `__lt__`, however it answers.

use std::cmp::Ordering;

use crate::builtins::list;
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// What `sort` and `sorted` take by keyword: the key function, if any, and `reverse`.
fn options(vm: &mut Vm, args: Args<'_>, function: &str) -> Result<(Option<Value>, bool), Exc> {
    let (mut key, mut reverse) = (None, false);
    for (name, value) in args.iter_keywords() {
        match name {
            "key" => key = Some(value.clone()).filter(|key| !key.is_none()),
            "reverse" => reverse = vm.truth(value)?,
            _ => {
                return Err(crate::native::unexpected_keyword(function, name, &["key", "reverse"]));
            }
        }
    }
    Ok((key, reverse))
}

/// `list.sort(*, key=None, reverse=False)`.
pub(crate) fn list_sort(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (list, args) = list::this(vm, args, "sort")?;
    if !args.positional.is_empty() {
        return Err(type_error("sort() takes no positional arguments"));
    }
    let (key, reverse) = options(vm, args, "sort")?;
    // As in CPython the list is empty while it is sorted.
    let items = list.items.take();
    if let Some(key) = key {
        let items = vm.new_list(items);
        let arguments = vec![Value::List(list.clone()), items, key, Value::Bool(reverse)];
        return vm.prelude("list_sort", arguments);
    }
    let mut items = items;
    let sorted = sort(vm, &mut items, reverse);
    let added = list.items.replace(items);
    sorted?;
    if !added.is_empty() {
        return Err(value_error("list modified during sort"));
    }
    Ok(Value::None)
}

/// `sorted(iterable, /, *, key=None, reverse=False)`.
pub(crate) fn sorted(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [iterable] = args.positional else {
        return Err(type_error(format!("sorted expected 1 argument, got {}", args.len())));
    };
    let (key, reverse) = options(vm, args, "sort")?;
    let items = vm.collect(iterable)?;
    match (items, key) {
        (Some(mut items), None) => {
            sort(vm, &mut items, reverse)?;
            list::charged_list(vm, items)
        }
        (items, key) => {
            let iterable = match items {
                Some(items) => vm.new_list(items),
                None => {
                    vm.check_iterable(iterable)?;
                    iterable.clone()
                }
            };
            vm.prelude("sorted", vec![iterable, key.unwrap_or(Value::None), Value::Bool(reverse)])
        }
    }
}

/// For the prelude: `sort_by_keys(items, keys, reverse)` sorts both lists by `keys`.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn sort_by_keys(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::List(items), Value::List(keys), Value::Bool(reverse)] = args.positional else {
        return Err(type_error("sort_by_keys() takes two lists and a bool"));
    };
    let keys = keys.items.take();
    let order = sorted_order(vm, &keys, *reverse)?;
    let old = items.items.take();
    let mut old: Vec<Option<Value>> = old.into_iter().map(Some).collect();
    let sorted = order.iter().filter_map(|&at| old.get_mut(at)?.take()).collect();
    items.items.replace(sorted);
    Ok(Value::None)
}

/// Sorts values in place. If a comparison fails the order is undefined, but nothing is lost.
pub(crate) fn sort(vm: &mut Vm, items: &mut Vec<Value>, reverse: bool) -> Result<(), Exc> {
    if let Some(order) = plain_order(items) {
        if reverse {
            items.sort_by(|a, b| order(b, a));
        } else {
            items.sort_by(order);
        }
        return Ok(());
    }
    let order = sorted_order(vm, items, reverse)?;
    let mut old: Vec<Option<Value>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.iter().filter_map(|&at| old.get_mut(at)?.take()));
    Ok(())
}

/// The order of values that are all of one simple type: no program's code, and always consistent.
fn plain_order(items: &[Value]) -> Option<fn(&Value, &Value) -> Ordering> {
    if items.iter().all(|item| matches!(item, Value::Int(_))) {
        return Some(|a, b| match (a, b) {
            (Value::Int(a), Value::Int(b)) => a.cmp(b),
            _ => Ordering::Equal,
        });
    }
    if items.iter().all(|item| matches!(item, Value::Str(_))) {
        return Some(|a, b| match (a, b) {
            (Value::Str(a), Value::Str(b)) => a.as_str().cmp(b.as_str()),
            _ => Ordering::Equal,
        });
    }
    if items.iter().all(|item| matches!(item, Value::Float(number) if !number.is_nan())) {
        return Some(|a, b| match (a, b) {
            (Value::Float(a), Value::Float(b)) => a.partial_cmp(b).unwrap_or(Ordering::Equal),
            _ => Ordering::Equal,
        });
    }
    None
}

/// Fewer are sorted with CPython's own comparisons, which a program can watch.
const SHORT: usize = 64;

/// A binary insertion sort behind the run that the items begin with. Mirrors `list_sort_impl` for fewer than 64 items: `count_run`
/// and `binarysort`. `less` tells whether the first is less than the second.
fn sort_short(
    order: &mut [usize],
    less: &mut dyn FnMut(usize, usize) -> Result<bool, Exc>,
) -> Result<(), Exc> {
    let start = count_run(order, less)?;
    for at in start..order.len() {
        let item = order[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = usize::midpoint(low, high);
            if less(item, order[middle])? { high = middle } else { low = middle + 1 }
        }
        order[low..=at].rotate_right(1);
    }
    Ok(())
}

/// How many items at the beginning are in order, once those that descend have been turned round; equal ones keep their order.
fn count_run(
    order: &mut [usize],
    less: &mut dyn FnMut(usize, usize) -> Result<bool, Exc>,
) -> Result<usize, Exc> {
    let len = order.len();
    let mut end = 1;
    while end < len && !less(order[end], order[end - 1])? {
        end += 1;
    }
    if end >= len {
        return Ok(len);
    }
    if end > 1 {
        if less(order[0], order[end - 1])? {
            return Ok(end);
        }
        // All equal: turned round here and, with what follows, once more below.
        order[..end].reverse();
    }
    end += 1;
    let mut equal = 0;
    while end < len {
        if less(order[end], order[end - 1])? {
            order[end - 1 - equal..end].reverse();
            equal = 0;
        } else if less(order[end - 1], order[end])? {
            break;
        } else {
            equal += 1;
        }
        end += 1;
    }
    order[end - 1 - equal..end].reverse();
    order[..end].reverse();
    while end < len && !less(order[end], order[end - 1])? {
        end += 1;
    }
    Ok(end)
}

/// The indices of `keys` in sorted order: a stable merge sort over runs made by insertion.
///
/// In reverse, equal keys keep their order too.
fn sorted_order(vm: &mut Vm, keys: &[Value], reverse: bool) -> Result<Vec<usize>, Exc> {
    const RUN: usize = 16;
    let len = keys.len();
    vm.charge(len * 2 * size_of::<usize>())?;
    let mut order: Vec<usize> = (0..len).collect();
    if let Some(plain) = plain_order(keys) {
        if reverse {
            order.sort_by(|a, b| plain(&keys[*b], &keys[*a]));
        } else {
            order.sort_by(|a, b| plain(&keys[*a], &keys[*b]));
        }
        return Ok(order);
    }
    // Whether `b` must come before `a`, which is left of it.
    let mut out_of_order = |a: usize, b: usize| vm.less(&keys[b], &keys[a]);
    // Mirrors `list.sort`: in reverse the items are turned round before and after.
    if reverse {
        order.reverse();
    }
    if len < SHORT {
        sort_short(&mut order, &mut |a, b| out_of_order(b, a))?;
        if reverse {
            order.reverse();
        }
        return Ok(order);
    }
    for run in order.chunks_mut(RUN) {
        for at in 1..run.len() {
            let item = run[at];
            // The first place in run[..at] that has to come after the item.
            let (mut low, mut high) = (0, at);
            if !out_of_order(run[at - 1], item)? {
                continue;
            }
            high -= 1;
            while low < high {
                let middle = usize::midpoint(low, high);
                if out_of_order(run[middle], item)? { high = middle } else { low = middle + 1 }
            }
            run[low..=at].rotate_right(1);
        }
    }
    let mut buffer = Vec::with_capacity(len);
    let mut width = RUN;
    while width < len {
        buffer.clear();
        for pair in order.chunks(width * 2) {
            let (left, right) = pair.split_at(width.min(pair.len()));
            let (mut i, mut j) = (0, 0);
            // Runs that are in order already are copied after one comparison.
            if !right.is_empty() && !out_of_order(left[left.len() - 1], right[0])? {
                buffer.extend_from_slice(pair);
                continue;
            }
            while i < left.len() && j < right.len() {
                if out_of_order(left[i], right[j])? {
                    buffer.push(right[j]);
                    j += 1;
                } else {
                    buffer.push(left[i]);
                    i += 1;
                }
            }
            buffer.extend_from_slice(&left[i..]);
            buffer.extend_from_slice(&right[j..]);
        }
        std::mem::swap(&mut order, &mut buffer);
        width *= 2;
    }
    if reverse {
        order.reverse();
    }
    Ok(order)
}
