//! Plain work on plain values: arithmetic, comparisons and truth that need no code of the program, and the errors of
//! empty variables.

use std::rc::Rc;

use crate::code::{Code, Hint};
pub(super) use crate::heap::is_inline;
use crate::objects::{Exc, GeneratorKind, GeneratorState, Str};
use crate::op::{BinaryOp, CompareOp};
use crate::value::Value;
use crate::vm::stack::Stack;

/// Arithmetic of small ints; None if the result does not fit or needs more thought.
#[inline(always)]
pub(crate) fn int_binary(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    // Two branches that are foreseen are cheaper than one that is not.
    if op == BinaryOp::Add {
        return a.checked_add(b).map(Value::Int);
    }
    if op == BinaryOp::Sub {
        return a.checked_sub(b).map(Value::Int);
    }
    Some(Value::Int(match op {
        BinaryOp::Mul => a.checked_mul(b)?,
        BinaryOp::FloorDiv if b > 0 => a.div_euclid(b),
        BinaryOp::Mod if b > 0 => a.rem_euclid(b),
        BinaryOp::And => a & b,
        BinaryOp::Or => a | b,
        BinaryOp::Xor => a ^ b,
        BinaryOp::RShift if (0..64).contains(&b) => a >> b,
        _ => return None,
    }))
}

/// Arithmetic of floats, where it cannot fail.
#[inline(always)]
pub(crate) fn float_binary(op: BinaryOp, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b != 0.0 => a / b,
        _ => return None,
    }))
}

/// Arithmetic that needs no machine.
#[inline(always)]
pub(super) fn quick_binary(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => int_binary(op, *a, *b),
        (Value::Float(a), Value::Float(b)) => float_binary(op, *a, *b),
        (Value::Float(a), Value::Int(b)) => float_binary(op, *a, *b as f64),
        (Value::Int(a), Value::Float(b)) => float_binary(op, *a as f64, *b),
        _ => None,
    }
}

#[inline(always)]
pub(super) fn ordered<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> bool {
    match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
    }
}

/// The same for ints, without a jump.
#[inline(always)]
pub(super) fn ordered_ints(op: CompareOp, a: i64, b: i64) -> bool {
    // The orderings that satisfy each: bit 0 for less, bit 1 for equal, bit 2 for greater.
    const SATISFIED_BY: [u8; 6] = [1, 3, 2, 5, 4, 6];
    let ordering = u8::from(a >= b) + u8::from(a > b);
    SATISFIED_BY[op as usize] >> ordering & 1 == 1
}

/// A comparison that needs no machine.
#[inline(always)]
pub(crate) fn quick_compare(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(ordered_ints(op, *a, *b)),
        (Value::Float(a), Value::Float(b)) => Some(ordered(op, a, b)),
        (Value::Str(a), Value::Str(b)) => match op {
            CompareOp::Eq => Some(**a == **b),
            CompareOp::Ne => Some(**a != **b),
            _ => None,
        },
        _ => None,
    }
}

/// The truth of what needs no machine.
#[inline(always)]
pub(super) fn quick_truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::None => Some(false),
        Value::Int(number) => Some(*number != 0),
        Value::Str(text) => Some(!text.is_empty()),
        Value::List(list) => Some(!list.items.borrow().is_empty()),
        _ => None,
    }
}

/// Whether it is a coroutine that has not begun.
#[inline(always)]
pub(super) fn is_fresh_coroutine(value: &Value) -> bool {
    match value {
        Value::Generator(generator) => {
            generator.kind == GeneratorKind::Coroutine
                && match &*generator.state.borrow() {
                    GeneratorState::Created(_) => true,
                    GeneratorState::Native(native) => !native.1,
                    _ => false,
                }
        }
        _ => false,
    }
}

/// The first of the instructions that a fused one stands for, where that is not made for what it found.
#[cold]
pub(super) fn load_local(code: &Code, values: &mut Stack, slot: usize) -> Result<(), Exc> {
    let value = values[slot].clone();
    if value.is_nothing() {
        return Err(unbound_local(code, slot as u32));
    }
    values.push(value);
    Ok(())
}

/// Puts the result of an operation on two small values in their place: neither has to be dropped.
#[inline(always)]
pub(super) fn settle(values: &mut Stack, result: Value) {
    values.forget(1);
    if let Some(top) = values.last_mut() {
        std::mem::forget(std::mem::replace(top, result));
    }
}

/// Takes away two values that were compared: either both have to be dropped or none.
#[inline(always)]
pub(super) fn drop_compared(values: &mut Stack) {
    if values.last().is_some_and(is_inline) {
        values.forget(2);
    } else {
        values.truncate(values.len() - 2);
    }
}

/// Takes away a call that is over. Most last arguments are small: nothing happens when they go.
#[inline(always)]
pub(super) fn drop_call(values: &mut Stack, base: usize) {
    while values.len() > base && values.last().is_some_and(is_inline) {
        values.forget(1);
    }
    values.truncate(base);
}

/// `sequence -- last ... first` of a tuple or list of that length; false of everything else, and nothing is done.
#[inline]
#[cfg_attr(page, optimize(speed))]
pub(super) fn unpack(values: &mut Stack, count: usize) -> bool {
    match values.last() {
        Some(Value::Tuple(items)) if items.len() == count => {}
        Some(Value::List(list)) if list.items.borrow().len() == count => {}
        _ => return false,
    }
    let Some(sequence) = values.pop() else { return false };
    let mut push_all = |items: &[Value]| items.iter().rev().for_each(|item| push_copy(values, item));
    match &sequence {
        Value::Tuple(items) => push_all(items),
        Value::List(list) => push_all(&list.items.borrow()),
        _ => {}
    }
    true
}

/// Takes `from` and what is above it from one stack to another.
///
/// Numbers are written anew: a processor that has just written the two halves of a value cannot read them in one
/// piece before they have arrived.
#[inline]
pub(super) fn move_values(from: &mut Stack, start: usize, to: &mut Stack) {
    for value in &mut from[start..] {
        match value {
            Value::Int(number) => to.push(Value::Int(*number)),
            other => to.push(std::mem::replace(other, Value::Nothing)),
        }
    }
    from.forget(from.len() - start);
}

#[inline(always)]
pub(super) fn copy(value: &Value) -> Value {
    // Most values are small: no call, no count.
    match value {
        Value::Int(number) => Value::Int(*number),
        Value::Float(number) => Value::Float(*number),
        other => other.clone(),
    }
}

/// Puts a copy in the place of nothing, the two words of it one by one.
///
/// A processor that has just written the two halves of a value cannot read them in one piece before they have arrived: a copy
/// that is made elsewhere first, and then moved, waits for that.
#[inline(always)]
pub(super) fn copy_to(place: &mut Value, value: &Value) {
    macro_rules! put {
        ($copy:expr) => {
            std::mem::forget(std::mem::replace(place, $copy))
        };
    }
    match value {
        Value::Int(number) => put!(Value::Int(*number)),
        Value::None => put!(Value::None),
        Value::Bool(flag) => put!(Value::Bool(*flag)),
        Value::Float(number) => put!(Value::Float(*number)),
        Value::Str(text) => put!(Value::Str(Rc::clone(text))),
        Value::Tuple(items) => put!(Value::Tuple(Rc::clone(items))),
        Value::List(list) => put!(Value::List(Rc::clone(list))),
        Value::Dict(dict) => put!(Value::Dict(Rc::clone(dict))),
        Value::Function(function) => put!(Value::Function(Rc::clone(function))),
        Value::Native(native) => put!(Value::Native(Rc::clone(native))),
        Value::Class(class) => put!(Value::Class(Rc::clone(class))),
        Value::Instance(instance) => put!(Value::Instance(Rc::clone(instance))),
        Value::Generator(generator) => put!(Value::Generator(Rc::clone(generator))),
        Value::Object(object) => put!(Value::Object(Rc::clone(object))),
        other => put!(other.clone()),
    }
}

/// Pushes a copy of a value that is not on the stack.
#[inline(always)]
pub(super) fn push_copy(values: &mut Stack, value: &Value) {
    values.push(Value::Nothing);
    if let Some(place) = values.last_mut() {
        copy_to(place, value);
    }
}

/// Pushes a copy of the value in a slot; false if there is none.
#[inline(always)]
pub(super) fn push_slot(values: &mut Stack, slot: usize) -> bool {
    values.push(Value::Nothing);
    let Some((place, below)) = values.split_last_mut() else { return false };
    match &below[slot] {
        Value::Nothing => {
            values.pop();
            false
        }
        value => {
            copy_to(place, value);
            true
        }
    }
}

#[cold]
pub(super) fn unbound_local(code: &Code, slot: u32) -> Exc {
    let name = code.local_names.get(slot as usize).map_or("?", |name| name.as_str());
    crate::objects::error(
        crate::objects::ExcKind::UnboundLocalError,
        format!("cannot access local variable '{name}' where it is not associated with a value"),
    )
}

#[cold]
pub(super) fn unbound_cell(code: &Code, slot: u32) -> Exc {
    let free = code.local_names.len() - code.free_count as usize;
    if (slot as usize) < free {
        return unbound_local(code, slot);
    }
    let name = code.local_names.get(slot as usize).map_or("?", |name| name.as_str());
    crate::objects::error(
        crate::objects::ExcKind::NameError,
        format!(
            "cannot access free variable '{name}' where it is not associated with a value in enclosing scope"
        ),
    )
}

/// `module -- function nothing`, to be called; false if it is no module or has no such name, and nothing is done.
#[inline(always)]
pub(super) fn function_of_module(values: &mut Stack, name: &Rc<Str>, hint: &Hint) -> bool {
    let Some(top) = values.last_mut() else { return false };
    let Value::Module(module) = top else { return false };
    let Some(found) = module.dict.get_hinted(name, &hint.position) else { return false };
    *top = found;
    values.push(Value::Nothing);
    true
}
