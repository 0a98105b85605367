//! `range` and `slice`.

use std::rc::Rc;

use crate::builtins::convert::{as_int, plain, wide};
use crate::builtins::slicing::{self, Key};
use crate::builtins::{receiver, slots};
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, Iter, IterState, Range, Slice, index_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// The methods of `range`.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("count", count_of),
    NativeDef::method("index", index),
    NativeDef::property("start", start),
    NativeDef::property("stop", stop),
    NativeDef::property("step", step),
    NativeDef::method("__reversed__", reversed),
    slots::LEN,
    slots::GET_ITEM,
    slots::CONTAINS,
    slots::ITER,
    slots::EQ,
    slots::HASH,
];

/// The methods of `slice`.
pub(crate) const SLICE_METHODS: &[NativeDef] = &[
    NativeDef::method("indices", indices),
    NativeDef::property("start", slice_start),
    NativeDef::property("stop", slice_stop),
    NativeDef::property("step", slice_step),
    slots::EQ,
];

fn this<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Range>, Args<'a>), Exc> {
    receiver(vm, args, "range", method, |value| match value {
        Value::Range(range) => Some(range),
        _ => None,
    })
}

/// `range(...)`.
pub(crate) fn new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let args = args.between("range", 1, 3)?;
    let mut bounds = [0, 0, 1];
    let places: &[usize] = if args.len() == 1 { &[1] } else { &[0, 1, 2] };
    for (place, value) in places.iter().zip(args) {
        bounds[*place] = slicing::index_argument(vm, value)?;
    }
    let [start, stop, step] = bounds;
    if step == 0 {
        return Err(value_error("range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

/// Where a number is in a range.
pub(crate) fn find(range: &Range, number: i64) -> Option<i64> {
    let (start, stop, step) = (i128::from(range.start), i128::from(range.stop), i128::from(range.step));
    let number = i128::from(number);
    let inside = if step > 0 { start <= number && number < stop } else { stop < number && number <= start };
    if !inside || (number - start) % step != 0 {
        return None;
    }
    i64::try_from((number - start) / step).ok()
}

/// Where an item is in a range; items that are no ints are compared one by one.
fn position(vm: &mut Vm, range: &Range, item: &Value) -> Result<Option<i64>, Exc> {
    match plain(item) {
        Value::Float(number) => {
            let whole = number.fract() == 0.0 && number.abs() < 9.0e18;
            Ok(if whole { find(range, *number as i64) } else { None })
        }
        Value::Instance(_) => {
            for at in 0..range.len() {
                if vm.equals(&Value::Int(range.at(at)), item)? {
                    return Ok(Some(at));
                }
            }
            Ok(None)
        }
        other => Ok(as_int(other).and_then(|number| find(range, number.to_i64()?))),
    }
}

/// `item in range`.
pub(crate) fn contains(vm: &mut Vm, range: &Range, item: &Value) -> Result<bool, Exc> {
    position(vm, range, item).map(|at| at.is_some())
}

fn count_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (range, args) = this(vm, args, "count")?;
    let [item] = args.exactly("range.count")?;
    Ok(Value::Int(i64::from(contains(vm, range, item)?)))
}

fn index(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (range, args) = this(vm, args, "index")?;
    let [item] = args.exactly("range.index")?;
    match position(vm, range, item)? {
        Some(at) => Ok(Value::Int(at)),
        None if as_int(item).is_some() => {
            let repr = vm.repr(item)?;
            Err(value_error(format!("{repr} is not in range")))
        }
        None => Err(value_error("sequence.index(x): x not in sequence")),
    }
}

fn start(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "start").map(|(range, _)| Value::Int(range.start))
}

fn stop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "stop").map(|(range, _)| Value::Int(range.stop))
}

fn step(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this(vm, args, "step").map(|(range, _)| Value::Int(range.step))
}

fn reversed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (range, args) = this(vm, args, "__reversed__")?;
    args.exactly::<0>("range.__reversed__")?;
    let len = range.len();
    let last = if len == 0 { range.start } else { range.at(len - 1) };
    Ok(Iter::value(IterState::Range(last, len, range.step.wrapping_neg())))
}

/// `range[key]`.
pub(crate) fn get_item(vm: &mut Vm, range: &Range, key: &Value) -> NativeResult {
    let len = usize::try_from(range.len()).unwrap_or(usize::MAX);
    match slicing::key(vm, key, len, "range", "range object index out of range")? {
        Key::Index(at) => Ok(Value::Int(range.at(at as i64))),
        Key::Slice(picked) => {
            let at = |index: i64| {
                i64::try_from(i128::from(range.start) + i128::from(index) * i128::from(range.step))
                    .map_err(|_| index_error("range object index out of range"))
            };
            let step = range.step.saturating_mul(picked.step);
            Ok(Value::Range(Rc::new(Range { start: at(picked.start)?, stop: at(picked.stop)?, step })))
        }
    }
}

/// Whether two ranges are the same sequence.
pub(crate) fn same(a: &Range, b: &Range) -> bool {
    let len = a.len();
    len == b.len() && (len == 0 || (a.start == b.start && (len == 1 || a.step == b.step)))
}

/// `slice(...)`.
pub(crate) fn new_slice(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.skip(1);
    let args = args.between("slice", 1, 3)?;
    let at = |index: usize| args.get(index).cloned().unwrap_or(Value::None);
    let slice = match args.len() {
        1 => Slice { start: Value::None, stop: at(0), step: Value::None },
        _ => Slice { start: at(0), stop: at(1), step: at(2) },
    };
    Ok(Value::Slice(Rc::new(slice)))
}

fn this_slice<'a>(vm: &Vm, args: Args<'a>, method: &str) -> Result<(&'a Rc<Slice>, Args<'a>), Exc> {
    receiver(vm, args, "slice", method, |value| match value {
        Value::Slice(slice) => Some(slice),
        _ => None,
    })
}

fn indices(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (slice, args) = this_slice(vm, args, "indices")?;
    let [len] = args.exactly("slice.indices")?;
    let len = slicing::index_argument(vm, len)?;
    let len = usize::try_from(len).map_err(|_| value_error("length should not be negative"))?;
    let picked = slicing::pick(vm, slice, len)?;
    Ok(Value::tuple(vec![Value::Int(picked.start), Value::Int(picked.stop), Value::Int(picked.step)]))
}

fn slice_start(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_slice(vm, args, "start").map(|(slice, _)| slice.start.clone())
}

fn slice_stop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_slice(vm, args, "stop").map(|(slice, _)| slice.stop.clone())
}

fn slice_step(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_slice(vm, args, "step").map(|(slice, _)| slice.step.clone())
}

/// The sum of a range's items after the first `skipped`; no loop.
pub(crate) fn total(start: i64, count_left: i64, step: i64) -> Value {
    let (start, left, step) = (i128::from(start), i128::from(count_left), i128::from(step));
    // left * (first + last) / 2; the product may need more than 128 bits only for absurd ranges.
    let last = start + (left - 1).max(0) * step;
    match left.checked_mul(start + last) {
        Some(twice) => wide(twice / 2),
        None => Value::int(num_bigint::BigInt::from(left) * num_bigint::BigInt::from(start + last) / 2),
    }
}
