//! Items of lists, by an int that is an index of theirs: all else is `Vm::load_item` and `Vm::store_item`.

use super::plain::copy;
use crate::value::Value;

/// `object key -- item`; false if it is not that simple, and nothing is done.
#[inline]
pub(super) fn load(values: &mut Vec<Value>) -> bool {
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
    std::mem::forget(values.pop());
    true
}

/// `value object key --`; false if it is not that simple, and nothing is done.
#[inline]
pub(super) fn store(values: &mut Vec<Value>) -> bool {
    let [.., value, Value::List(list), Value::Int(index)] = values.as_mut_slice() else { return false };
    let mut items = list.items.borrow_mut();
    let Some(place) = usize::try_from(*index).ok().and_then(|at| items.get_mut(at)) else { return false };
    let old = std::mem::replace(place, std::mem::replace(value, Value::Nothing));
    drop(items);
    drop(old);
    std::mem::forget(values.pop());
    values.truncate(values.len() - 2);
    true
}
