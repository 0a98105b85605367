//! Comparisons of builtin values.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::builtins::convert::{as_number, as_tuple, plain};
use crate::builtins::depth::Nested;
use crate::builtins::{numbers, range, set, views};
use crate::objects::{Dict, Exc, List, Set, Tuple, ViewKind};
use crate::op::CompareOp;
use crate::stdlib::deque::as_deque;
use crate::value::Value;
use crate::vm::Vm;

/// Whether two values are the same or equal, where that is plain to see: None if it takes the machine.
#[must_use]
pub(crate) fn simple_equal(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Str(a), Value::Str(b)) => Some(a == b),
        (Value::None, Value::None) => Some(true),
        (Value::Bool(a), Value::Bool(b)) => Some(a == b),
        (Value::Int(_) | Value::Str(_) | Value::None | Value::Bool(_), Value::Str(_) | Value::None)
        | (Value::Str(_) | Value::None, Value::Int(_) | Value::Bool(_)) => Some(false),
        (Value::Str(_), Value::Tuple(_)) | (Value::Tuple(_), Value::Str(_)) => Some(false),
        _ => None,
    }
}

/// Whether an order answers a comparison.
#[must_use]
pub(crate) fn holds(op: CompareOp, order: Ordering) -> bool {
    match op {
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Eq => order.is_eq(),
        CompareOp::Ne => order.is_ne(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
    }
}

/// How a comparison is written.
#[must_use]
pub fn symbol(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Eq => "==",
        CompareOp::Ne => "!=",
        CompareOp::Gt => ">",
        CompareOp::Ge => ">=",
    }
}

fn equality(op: CompareOp) -> bool {
    matches!(op, CompareOp::Eq | CompareOp::Ne)
}

/// `a op b` of builtin values; None where their types do not compare that way.
pub(crate) fn compare(vm: &mut Vm, op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>, Exc> {
    if let (Some(x), Some(y)) = (as_number(a), as_number(b)) {
        // A NaN is unequal to everything, and no order holds.
        let result = numbers::order(x, y).map_or(op == CompareOp::Ne, |order| holds(op, order));
        return Ok(Some(Value::Bool(result)));
    }
    let result = match (plain(a), plain(b)) {
        (Value::Str(a), Value::Str(b)) => holds(op, a.as_str().cmp(b.as_str())),
        (Value::Bytes(a), Value::Bytes(b)) => holds(op, a[..].cmp(&b[..])),
        (Value::List(a), Value::List(b)) => return lists(vm, op, a, b).map(Some),
        (Value::Dict(a), Value::Dict(b)) if equality(op) => dicts(vm, a, b)? == (op == CompareOp::Eq),
        (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => sets(vm, op, a, b)?,
        (Value::Range(a), Value::Range(b)) if equality(op) => range::same(a, b) == (op == CompareOp::Eq),
        (Value::Slice(a), Value::Slice(b)) => {
            let parts = |slice: &crate::objects::Slice| {
                Tuple::new(vec![slice.start.clone(), slice.stop.clone(), slice.step.clone()])
            };
            return tuples(vm, op, &parts(a), &parts(b)).map(Some);
        }
        (Value::View(view), other) if view.kind != ViewKind::Values => {
            return view_compare(vm, op, a, other);
        }
        (other, Value::View(view)) if view.kind != ViewKind::Values => {
            return view_compare(vm, swapped(op), b, other);
        }
        (Value::None, Value::None) | (Value::Ellipsis, Value::Ellipsis) if equality(op) => {
            op == CompareOp::Eq
        }
        (Value::Method(a), Value::Method(b)) if equality(op) => {
            (a.function.is(&b.function) && a.receiver.is(&b.receiver)) == (op == CompareOp::Eq)
        }
        (x, y) => match (as_tuple(x), as_tuple(y)) {
            (Some(a), Some(b)) => return tuples(vm, op, a, b).map(Some),
            _ => match (as_deque(x), as_deque(y)) {
                (Some(a), Some(b)) => {
                    let item = |at| Some((a.at(at)?, b.at(at)?));
                    return sequences(vm, op, || (a.len(), b.len()), item).map(Some);
                }
                _ if equality(op) => match super::alias::equal(vm, x, y)? {
                    Some(same) => same == (op == CompareOp::Eq),
                    None => return Ok(None),
                },
                _ => return Ok(None),
            },
        },
    };
    Ok(Some(Value::Bool(result)))
}

fn swapped(op: CompareOp) -> CompareOp {
    match op {
        CompareOp::Lt => CompareOp::Gt,
        CompareOp::Le => CompareOp::Ge,
        CompareOp::Gt => CompareOp::Lt,
        CompareOp::Ge => CompareOp::Le,
        same => same,
    }
}

/// Compares item by item: `item(i)` gives both items at an index while both sequences have one.
fn sequences(
    vm: &mut Vm,
    op: CompareOp,
    lens: impl Fn() -> (usize, usize),
    item: impl Fn(usize) -> Option<(Value, Value)>,
) -> Result<Value, Exc> {
    let (left, right) = lens();
    if left != right && equality(op) {
        return Ok(Value::Bool(op == CompareOp::Ne));
    }
    let _nested = Nested::enter("in comparison")?;
    let mut at = 0;
    while let Some((a, b)) = item(at) {
        let same = match simple_equal(&a, &b) {
            Some(same) => same,
            None => vm.equals(&a, &b)?,
        };
        if !same {
            return match op {
                CompareOp::Eq => Ok(Value::Bool(false)),
                CompareOp::Ne => Ok(Value::Bool(true)),
                _ => vm.compare(op, &a, &b),
            };
        }
        at += 1;
    }
    let (left, right) = lens();
    Ok(Value::Bool(holds(op, left.cmp(&right))))
}

fn lists(vm: &mut Vm, op: CompareOp, a: &Rc<List>, b: &Rc<List>) -> Result<Value, Exc> {
    let lens = || (a.items.borrow().len(), b.items.borrow().len());
    let item = |at: usize| {
        let (a, b) = (a.items.borrow(), b.items.borrow());
        Some((a.get(at)?.clone(), b.get(at)?.clone()))
    };
    sequences(vm, op, lens, item)
}

fn tuples(vm: &mut Vm, op: CompareOp, a: &Tuple, b: &Tuple) -> Result<Value, Exc> {
    sequences(vm, op, || (a.len(), b.len()), |at| Some((a.get(at)?.clone(), b.get(at)?.clone())))
}

/// Whether two dicts have equal keys with equal values.
fn dicts(vm: &mut Vm, a: &Rc<Dict>, b: &Rc<Dict>) -> Result<bool, Exc> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let _nested = Nested::enter("in comparison")?;
    let mut from = 0;
    while let Some((next, key, value)) = a.next_entry(from) {
        from = next;
        match vm.dict_get(b, &key)? {
            Some(other) if vm.equals(&value, &other)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

fn sets(vm: &mut Vm, op: CompareOp, a: &Set, b: &Set) -> Result<bool, Exc> {
    Ok(match op {
        CompareOp::Eq => a.len() == b.len() && set::is_within(vm, a, b)?,
        CompareOp::Ne => a.len() != b.len() || !set::is_within(vm, a, b)?,
        CompareOp::Le => set::is_within(vm, a, b)?,
        CompareOp::Lt => a.len() < b.len() && set::is_within(vm, a, b)?,
        CompareOp::Ge => set::is_within(vm, b, a)?,
        CompareOp::Gt => b.len() < a.len() && set::is_within(vm, b, a)?,
    })
}

/// Compares a view of keys or items with a set or another such view, as sets.
fn view_compare(vm: &mut Vm, op: CompareOp, view: &Value, other: &Value) -> Result<Option<Value>, Exc> {
    let count = match other {
        Value::Set(set) | Value::FrozenSet(set) => set.len(),
        Value::View(other) if other.kind != ViewKind::Values => other.dict.len(),
        _ => return Ok(None),
    };
    let Value::View(inner) = plain(view) else { return Ok(None) };
    let len = inner.dict.len();
    let result = match op {
        CompareOp::Eq => len == count && view_within(vm, other, view)?,
        CompareOp::Ne => len != count || !view_within(vm, other, view)?,
        CompareOp::Ge => len >= count && view_within(vm, other, view)?,
        CompareOp::Gt => len > count && view_within(vm, other, view)?,
        CompareOp::Le => len <= count && view_within(vm, view, other)?,
        CompareOp::Lt => len < count && view_within(vm, view, other)?,
    };
    Ok(Some(Value::Bool(result)))
}

/// Whether a view or set has all that another has. Items may be unhashable: a view is searched as it is.
fn view_within(vm: &mut Vm, a: &Value, b: &Value) -> Result<bool, Exc> {
    let items = match plain(a) {
        Value::View(view) => views::items(view),
        Value::Set(set) | Value::FrozenSet(set) => set::keys(set),
        _ => return Ok(false),
    };
    for item in items {
        let found = match plain(b) {
            Value::View(view) => views::contains(vm, view, &item)?,
            Value::Set(set) | Value::FrozenSet(set) => vm.set_contains(set, &item)?,
            _ => false,
        };
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The TypeError for `a op b` that no type could do.
#[must_use]
pub fn order_error(vm: &Vm, op: CompareOp, a: &Value, b: &Value) -> Exc {
    crate::objects::type_error(format!(
        "'{}' not supported between instances of '{}' and '{}'",
        symbol(op),
        vm.type_name(a),
        vm.type_name(b)
    ))
}
