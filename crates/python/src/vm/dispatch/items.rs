//! Items of lists and ranges, where that is simple: all else is `Vm::load_item`, `Vm::store_item` and `Vm::iter_next`.

use super::plain::copy;
use crate::builtins::slicing::adjust;
use crate::builtins::{list, str};
use crate::objects::{Exc, Iter, IterState};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::stack::Stack;

/// `object key -- item`; false if it is not that simple, and nothing is done.
#[inline]
pub(super) fn load(values: &mut Stack) -> bool {
    let [.., object, Value::Int(index)] = values.as_mut_slice() else { return false };
    let item = match object {
        Value::List(list) => {
            let items = list.items.borrow();
            let at = if *index < 0 { *index + items.len() as i64 } else { *index };
            usize::try_from(at).ok().and_then(|at| items.get(at)).map(copy)
        }
        Value::Tuple(items) => {
            let at = if *index < 0 { *index + items.len() as i64 } else { *index };
            usize::try_from(at).ok().and_then(|at| items.get(at)).map(copy)
        }
        _ => None,
    };
    let Some(item) = item else { return false };
    *object = item;
    values.forget(1);
    true
}

/// `value object key --`; false if it is not that simple, and nothing is done.
#[inline]
pub(super) fn store(values: &mut Stack) -> bool {
    let [.., value, Value::List(list), Value::Int(index)] = values.as_mut_slice() else { return false };
    let mut items = list.items.borrow_mut();
    let Some(place) = usize::try_from(*index).ok().and_then(|at| items.get_mut(at)) else { return false };
    let old = std::mem::replace(place, std::mem::replace(value, Value::Nothing));
    drop(items);
    drop(old);
    values.forget(1);
    values.truncate(values.len() - 2);
    true
}

impl Vm {
    /// `object start stop -- object[start:stop]`; false if it is not that simple, and nothing is done.
    #[inline(never)]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn load_slice(&mut self, values: &mut Stack) -> Result<bool, Exc> {
        let [.., object, start, stop] = values.as_slice() else { return Ok(false) };
        let bound = |value: &Value| match value {
            Value::Int(number) => Some(Some(*number)),
            Value::None => Some(None),
            _ => None,
        };
        let (Some(start), Some(stop)) = (bound(start), bound(stop)) else { return Ok(false) };
        let pick = |len: usize| {
            let picked = adjust(start, stop, 1, i64::try_from(len).unwrap_or(i64::MAX));
            picked.contiguous().unwrap_or_default()
        };
        let part = match object {
            Value::Str(text) if text.is_ascii() => match text.get(pick(text.len())) {
                Some(part) if part.len() == text.len() => Value::Str(text.clone()),
                Some(part) => str::text(self, part)?,
                None => return Ok(false),
            },
            Value::List(list) => {
                let items = list.items.borrow();
                let part = items.get(pick(items.len())).map(<[Value]>::to_vec);
                drop(items);
                list::charged_list(self, part.unwrap_or_default())?
            }
            _ => return Ok(false),
        };
        values.truncate(values.len() - 3);
        values.push(part);
        Ok(true)
    }
}

/// Appends to a list that is being made; how many bytes to count if it has grown.
#[inline(always)]
pub(super) fn append(list: &Value, item: Value) -> Option<usize> {
    let Value::List(list) = list else { return None };
    let mut items = list.items.borrow_mut();
    let full = items.len() == items.capacity();
    items.push(item);
    full.then(|| items.capacity() * 8)
}

/// The next number of a range; None at its end, and of other iterators.
#[inline(always)]
pub(super) fn next_of_range(iter: &Iter) -> Option<Value> {
    match &mut *iter.state.borrow_mut() {
        IterState::Range(next, left, step) if *left > 0 => {
            let item = *next;
            *next = item.wrapping_add(*step);
            *left -= 1;
            Some(Value::Int(item))
        }
        _ => None,
    }
}
