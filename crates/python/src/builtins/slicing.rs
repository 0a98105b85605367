//! Indices and slices of sequences. Mirrors `PySlice_AdjustIndices` and `_PyEval_SliceIndex`.

use crate::builtins::convert::{as_int, plain};
use crate::objects::{Exc, ExcKind, Range, Slice, error, index_error, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// The items that a slice picks from a sequence: `count` of them, from `start` in steps of `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Picked {
    pub(crate) start: i64,
    pub(crate) stop: i64,
    pub(crate) step: i64,
    pub(crate) count: usize,
}

impl Picked {
    /// The indices, in the slice's order.
    pub(crate) fn indices(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        // In range by construction: `start + i * step` is an index of the sequence.
        (0..self.count).map(move |i| (self.start + i as i64 * self.step) as usize)
    }

    /// The items as an ordinary range of indices, if the step is 1.
    pub(crate) fn contiguous(self) -> Option<std::ops::Range<usize>> {
        (self.step == 1).then(|| {
            let start = self.start as usize;
            start..start + self.count
        })
    }
}

/// Whether a class gives the value an `__index__`.
pub(crate) fn has_index(vm: &mut Vm, value: &Value) -> bool {
    let name = vm.intern("__index__");
    matches!(value, Value::Instance(_)) && vm.class_of(value).lookup(&name).is_some()
}

/// A number of a slice, clamped to an i64; None for None.
fn bound(vm: &mut Vm, value: &Value) -> Result<Option<i64>, Exc> {
    if let Some(number) = as_int(value) {
        return Ok(Some(number.saturating_i64()));
    }
    if value.is_none() {
        return Ok(None);
    }
    if has_index(vm, value) {
        return vm.index(value).map(Some);
    }
    Err(type_error("slice indices must be integers or None or have an __index__ method"))
}

/// What a slice picks from a sequence of `len` items.
pub(crate) fn pick(vm: &mut Vm, slice: &Slice, len: usize) -> Result<Picked, Exc> {
    let step = bound(vm, &slice.step)?;
    let start = bound(vm, &slice.start)?;
    let stop = bound(vm, &slice.stop)?;
    let step = step.unwrap_or(1);
    if step == 0 {
        return Err(value_error("slice step cannot be zero"));
    }
    Ok(adjust(start, stop, step.max(-i64::MAX), i64::try_from(len).unwrap_or(i64::MAX)))
}

/// The same for bounds that are numbers.
pub(crate) fn adjust(start: Option<i64>, stop: Option<i64>, step: i64, len: i64) -> Picked {
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clamp = |bound: i64| {
        let bound = if bound < 0 { bound.saturating_add(len) } else { bound };
        bound.clamp(lowest, highest)
    };
    let start = start.map_or(if step < 0 { highest } else { lowest }, clamp);
    let stop = stop.map_or(if step < 0 { lowest } else { highest }, clamp);
    let count = Range { start, stop, step }.len();
    Picked { start, stop, step, count: usize::try_from(count).unwrap_or(0) }
}

/// What is between the brackets of `sequence[...]`.
pub(crate) enum Key {
    /// One item, in range.
    Index(usize),
    /// A slice.
    Slice(Picked),
}

/// What a key picks from a sequence of `len` items. `kind` is the sequence's name in messages; `out_of_range`
/// the message of the IndexError.
pub(crate) fn key(vm: &mut Vm, key: &Value, len: usize, kind: &str, out_of_range: &str) -> Result<Key, Exc> {
    if let Value::Slice(slice) = key {
        return pick(vm, slice, len).map(Key::Slice);
    }
    let index = match as_int(key) {
        Some(number) => number.to_i64().ok_or_else(|| match kind {
            // It can be longer than any list, and says so of every number.
            "range" => index_error(out_of_range),
            _ => {
                let name = vm.type_name(key);
                index_error(format!("cannot fit '{name}' into an index-sized integer"))
            }
        })?,
        None if has_index(vm, key) => vm.index(key)?,
        None => {
            let name = vm.type_name(key);
            return Err(type_error(match kind {
                "str" => format!("string indices must be integers, not '{name}'"),
                "bytes" => format!("byte indices must be integers or slices, not {name}"),
                _ => format!("{kind} indices must be integers or slices, not {name}"),
            }));
        }
    };
    at(index, len).map(Key::Index).ok_or_else(|| index_error(out_of_range))
}

/// An index, counted from the end if negative, if it is in range.
pub(crate) fn at(index: i64, len: usize) -> Option<usize> {
    let len = i64::try_from(len).ok()?;
    let index = if index < 0 { index.checked_add(len)? } else { index };
    (0..len).contains(&index).then_some(index as usize)
}

/// An argument that must be an index: an int, or what has `__index__`.
pub(crate) fn index_argument(vm: &mut Vm, value: &Value) -> Result<i64, Exc> {
    match as_int(value) {
        Some(number) => number
            .to_i64()
            .ok_or_else(|| error(ExcKind::OverflowError, "Python int too large to convert to C ssize_t")),
        None if has_index(vm, value) => vm.index(value),
        None => {
            let name = vm.type_name(value);
            Err(type_error(format!("'{name}' object cannot be interpreted as an integer")))
        }
    }
}

/// The optional bounds of `index`, `count`, `find`: clamped to `0..=len`.
pub(crate) fn bounds(
    vm: &mut Vm,
    start: Option<&Value>,
    stop: Option<&Value>,
    len: usize,
) -> Result<(usize, usize), Exc> {
    let start = match start {
        Some(value) if !plain(value).is_none() => bound(vm, value)?,
        _ => None,
    };
    let stop = match stop {
        Some(value) if !plain(value).is_none() => bound(vm, value)?,
        _ => None,
    };
    let len = i64::try_from(len).unwrap_or(i64::MAX);
    let picked = adjust(start, stop, 1, len);
    Ok((picked.start as usize, picked.stop as usize))
}

/// The same where None is no bound: of `list.index` and `tuple.index`.
pub(crate) fn strict_bounds(
    vm: &mut Vm,
    start: Option<&Value>,
    stop: Option<&Value>,
    len: usize,
) -> Result<(usize, usize), Exc> {
    for value in [start, stop].into_iter().flatten() {
        if as_int(value).is_none() && !has_index(vm, value) {
            return Err(type_error("slice indices must be integers or have an __index__ method"));
        }
    }
    bounds(vm, start, stop, len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(start: Option<i64>, stop: Option<i64>, step: i64, len: i64) -> Vec<usize> {
        adjust(start, stop, step, len).indices().collect()
    }

    // Expected: list(range(len))[start:stop:step] in CPython.
    #[test]
    fn slices_pick_what_cpython_picks() {
        assert_eq!(picked(None, None, 1, 4), [0, 1, 2, 3]);
        assert_eq!(picked(None, None, -1, 4), [3, 2, 1, 0]);
        assert_eq!(picked(Some(-3), Some(-1), 1, 4), [1, 2]);
        assert_eq!(picked(Some(10), None, -2, 4), [3, 1]);
        assert_eq!(picked(Some(3), Some(1), 1, 4), []);
        assert_eq!(picked(Some(-100), Some(i64::MAX), 3, 4), [0, 3]);
        assert_eq!(picked(Some(i64::MIN), Some(i64::MIN), -1, 4), []);
        assert_eq!(picked(None, None, i64::MAX, 4), [0]);
        assert_eq!(picked(None, None, -i64::MAX, 4), [3]);
        assert_eq!(picked(None, None, 1, 0), []);
    }

    #[test]
    fn indices_count_from_the_end() {
        assert_eq!(at(-1, 3), Some(2));
        assert_eq!(at(-4, 3), None);
        assert_eq!(at(3, 3), None);
        assert_eq!(at(i64::MIN, 3), None);
    }
}
