//! What needs nothing but the values of the frame: moving them, arithmetic of small numbers, jumps, names where they were found last.
//!
//! A loop of its own, and one that calls next to nothing: so the place in the code and the height of the stack stay in registers,
//! in a browser too. Whatever is not that plain it leaves to the loop around (`instructions`), where every instruction is carried out
//! whole. It knows no machine.

use std::cell::Cell;
use std::rc::Rc;

use super::plain::{int_binary, ordered, ordered_ints, quick_binary};
use crate::code::{Code, Hint};
use crate::heap::is_inline;
use crate::objects::{Dict, IterState, Str};
use crate::op::{CompareOp, Op, UnaryOp};
use crate::value::Value;

/// Where a frame stands: the next instruction, and the height of its stack. One word, so that it comes back in a register.
#[derive(Clone, Copy)]
pub(super) struct Place(u64);

impl Place {
    #[inline(always)]
    pub(super) fn new(pc: usize, top: usize) -> Place {
        Place((pc as u64) << 32 | top as u64 & 0xffff_ffff)
    }

    #[inline(always)]
    pub(super) fn pc(self) -> usize {
        (self.0 >> 32) as usize
    }

    #[inline(always)]
    pub(super) fn top(self) -> usize {
        (self.0 & 0xffff_ffff) as usize
    }
}

/// Writes a value over one that need not be dropped.
#[inline(always)]
fn put(place: &mut Value, value: Value) {
    std::mem::forget(std::mem::replace(place, value));
}

/// Writes a copy over a value that need not be dropped, the two words of it one by one (see `plain::copy_to`); false of nothing and of what is
/// rarely met.
#[inline(always)]
fn put_copy(place: &mut Value, value: &Value) -> bool {
    match value {
        Value::Int(number) => put(place, Value::Int(*number)),
        Value::None => put(place, Value::None),
        Value::Bool(flag) => put(place, Value::Bool(*flag)),
        Value::Float(number) => put(place, Value::Float(*number)),
        Value::Str(text) => put(place, Value::Str(Rc::clone(text))),
        Value::Tuple(items) => put(place, Value::Tuple(Rc::clone(items))),
        Value::List(list) => put(place, Value::List(Rc::clone(list))),
        Value::Dict(dict) => put(place, Value::Dict(Rc::clone(dict))),
        Value::Function(function) => put(place, Value::Function(Rc::clone(function))),
        Value::Native(native) => put(place, Value::Native(Rc::clone(native))),
        Value::Class(class) => put(place, Value::Class(Rc::clone(class))),
        Value::Instance(instance) => put(place, Value::Instance(Rc::clone(instance))),
        Value::Object(object) => put(place, Value::Object(Rc::clone(object))),
        _ => return false,
    }
    true
}

/// Whether a value goes away without anything else happening: it is small, or somebody else has it too.
#[inline(always)]
fn goes_quietly(value: &Value) -> bool {
    match value {
        Value::Str(text) => Rc::strong_count(text) > 1,
        Value::List(list) => Rc::strong_count(list) > 1,
        Value::Tuple(items) => Rc::strong_count(items) > 1,
        Value::Instance(instance) => Rc::strong_count(instance) > 1,
        other => is_inline(other),
    }
}

/// Lets go of what [`goes_quietly`], where there is nothing then.
#[inline(always)]
fn forget(place: &mut Value) {
    match std::mem::replace(place, Value::Nothing) {
        Value::Str(text) if Rc::strong_count(&text) > 1 => drop(text),
        Value::List(list) if Rc::strong_count(&list) > 1 => drop(list),
        Value::Tuple(items) if Rc::strong_count(&items) > 1 => drop(items),
        Value::Instance(instance) if Rc::strong_count(&instance) > 1 => drop(instance),
        other => std::mem::forget(other),
    }
}

/// What `plain::quick_compare` does without a call.
#[inline(always)]
fn compare(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(ordered_ints(op, *a, *b)),
        (Value::Float(a), Value::Float(b)) => Some(ordered(op, a, b)),
        _ => None,
    }
}

#[inline(always)]
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::None => Some(false),
        Value::Int(number) => Some(*number != 0),
        _ => None,
    }
}

/// Puts a copy of what a dict has for a name into `place`, where it was found last; false if it is not there.
#[inline(always)]
fn put_named(place: &mut Value, dict: &Dict, name: &Rc<Str>, hint: &Hint) -> bool {
    let Ok(table) = dict.table.try_borrow() else { return false };
    match table.at(hint.position.get() as usize) {
        Some((Value::Str(key), value)) if Rc::ptr_eq(key, name) => put_copy(place, value),
        _ => false,
    }
}

/// Moves a value to where a dict had that name last; false if it is not there, or if what is there would have to be dropped.
#[inline(always)]
fn set_named(dict: &Dict, name: &Rc<Str>, hint: &Hint, value: &mut Value) -> bool {
    let Ok(mut table) = dict.table.try_borrow_mut() else { return false };
    match table.at_mut(hint.position.get() as usize) {
        Some((Value::Str(key), place)) if Rc::ptr_eq(key, name) && goes_quietly(place) => {
            forget(place);
            put(place, std::mem::replace(value, Value::Nothing));
            true
        }
        _ => false,
    }
}

/// The dict of an instance whose class has that version: its attributes, where nobody else has a say.
#[inline(always)]
fn own_dict<'a>(object: &'a Value, version: &Cell<u32>) -> Option<&'a Dict> {
    match object {
        Value::Instance(instance) => match instance.class.try_borrow() {
            Ok(class) if class.version.get() == version.get() => Some(&instance.dict),
            _ => None,
        },
        _ => None,
    }
}

/// Runs the plain instructions from `place` on, up to one that is not; where that is. The places from its height on hold
/// nothing that would have to be dropped.
#[inline(never)]
#[expect(clippy::too_many_lines, reason = "the one match over the plain instructions")]
#[cfg_attr(page, optimize(speed))]
pub(super) fn run(code: &Code, globals: &Dict, places: &mut [Value], place: Place, fuel: &mut i64) -> Place {
    let ops = code.ops.as_slice();
    let (mut pc, mut top) = (place.pc(), place.top());
    while let Some(&op) = ops.get(pc) {
        let Some((below, above)) = places.split_at_mut_checked(top) else { break };
        // The first free place.
        macro_rules! free {
            () => {
                match above.first_mut() {
                    Some(place) => place,
                    None => break,
                }
            };
        }
        macro_rules! stop_unless {
            ($condition:expr) => {
                if !$condition {
                    break;
                }
            };
        }
        macro_rules! some {
            ($option:expr) => {
                match $option {
                    Some(value) => value,
                    None => break,
                }
            };
        }
        macro_rules! forward {
            ($target:expr) => {{
                let target = $target as usize;
                stop_unless!(target >= pc);
                pc = target;
                continue;
            }};
        }
        match op {
            Op::Nop => {}
            Op::LoadConst(index) => {
                stop_unless!(put_copy(free!(), some!(code.consts.get(index as usize))));
                top += 1;
            }
            Op::LoadInt(number) => {
                put(free!(), Value::Int(i64::from(number)));
                top += 1;
            }
            Op::LoadNone => {
                put(free!(), Value::None);
                top += 1;
            }
            Op::LoadBool(flag) => {
                put(free!(), Value::Bool(flag));
                top += 1;
            }
            Op::PushNothing => {
                put(free!(), Value::Nothing);
                top += 1;
            }
            Op::PopTop => {
                let value = some!(below.last_mut());
                stop_unless!(goes_quietly(value));
                forget(value);
                top -= 1;
            }
            Op::LoadLocal(slot) => {
                stop_unless!(put_copy(free!(), some!(below.get(slot as usize))));
                top += 1;
            }
            Op::LoadLocals(a, b) => {
                let [first, second, ..] = above else { break };
                let (a, b) = (some!(below.get(usize::from(a))), some!(below.get(usize::from(b))));
                // If only the first can be had so, the next instruction is where the second begins.
                stop_unless!(put_copy(first, a));
                top += 1;
                pc += 1;
                stop_unless!(put_copy(second, b));
                top += 1;
            }
            Op::StoreLocal(slot) => {
                let (value, below) = some!(below.split_last_mut());
                let place = some!(below.get_mut(slot as usize));
                stop_unless!(goes_quietly(place));
                forget(place);
                if let Value::Int(number) = *value {
                    put(place, Value::Int(number));
                } else {
                    put(place, std::mem::replace(value, Value::Nothing));
                }
                top -= 1;
            }
            Op::LoadDeref(slot) => {
                let Some(Value::Cell(cell)) = below.get(slot as usize) else { break };
                let Ok(value) = cell.value.try_borrow() else { break };
                stop_unless!(put_copy(free!(), &value));
                top += 1;
            }
            Op::StoreDeref(slot) => {
                let (value, below) = some!(below.split_last_mut());
                let Some(Value::Cell(cell)) = below.get(slot as usize) else { break };
                let Ok(mut old) = cell.value.try_borrow_mut() else { break };
                stop_unless!(is_inline(&old));
                put(&mut old, std::mem::replace(value, Value::Nothing));
                top -= 1;
            }
            Op::LoadGlobal(index) => {
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                stop_unless!(put_named(free!(), globals, name, hint));
                top += 1;
            }
            Op::LoadGlobalCall(index) => {
                let [callable, receiver, ..] = above else { break };
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                stop_unless!(put_named(callable, globals, name, hint));
                put(receiver, Value::Nothing);
                top += 2;
                pc += 1;
            }
            Op::LoadAttr(index) => {
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                let object = some!(below.last_mut());
                stop_unless!(goes_quietly(object));
                stop_unless!(put_named(free!(), some!(own_dict(object, &hint.version)), name, hint));
                forget(object);
                std::mem::swap(object, free!());
            }
            Op::LoadLocalAttr(slot, index) => {
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                let object = some!(below.get(usize::from(slot)));
                stop_unless!(put_named(free!(), some!(own_dict(object, &hint.version)), name, hint));
                top += 1;
                pc += 1;
            }
            Op::StoreGlobal(index) => {
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                stop_unless!(set_named(globals, name, hint, some!(below.last_mut())));
                top -= 1;
            }
            Op::StoreAttr(index) => {
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                let [.., value, object] = below else { break };
                stop_unless!(goes_quietly(object));
                stop_unless!(set_named(some!(own_dict(object, &hint.stores)), name, hint, value));
                forget(object);
                top -= 2;
            }
            Op::StoreLocalAttr(slot, index) => {
                let (name, hint) =
                    (some!(code.names.get(index as usize)), some!(code.hints.get(index as usize)));
                let (value, locals) = some!(below.split_last_mut());
                let object = some!(locals.get(usize::from(slot)));
                stop_unless!(set_named(some!(own_dict(object, &hint.stores)), name, hint, value));
                top -= 1;
                pc += 1;
            }
            Op::LoadItem => {
                let [.., object, Value::Int(index)] = below else { break };
                stop_unless!(goes_quietly(object));
                let at =
                    |len: usize| usize::try_from(if *index < 0 { *index + len as i64 } else { *index }).ok();
                match object {
                    Value::List(list) => {
                        let Ok(items) = list.items.try_borrow() else { break };
                        let item = some!(items.get(some!(at(items.len()))));
                        stop_unless!(put_copy(free!(), item));
                    }
                    Value::Tuple(items) => {
                        let item = some!(items.get(some!(at(items.len()))));
                        stop_unless!(put_copy(free!(), item));
                    }
                    _ => break,
                }
                forget(object);
                std::mem::swap(object, free!());
                top -= 1;
            }
            Op::StoreItem => {
                let [.., value, object, Value::Int(index)] = below else { break };
                stop_unless!(goes_quietly(object));
                if let Value::List(list) = object {
                    let Ok(mut items) = list.items.try_borrow_mut() else { break };
                    let place = some!(usize::try_from(*index).ok().and_then(|at| items.get_mut(at)));
                    stop_unless!(is_inline(place));
                    put(place, std::mem::replace(value, Value::Nothing));
                } else {
                    break;
                }
                forget(object);
                top -= 3;
            }
            Op::Binary(op) | Op::InPlace(op) => {
                let [.., a, b] = below else { break };
                let value = some!(quick_binary(op, a, b));
                put(a, value);
                top -= 1;
            }
            Op::BinaryLocals(op, a, b) => {
                let (a, b) = (some!(below.get(usize::from(a))), some!(below.get(usize::from(b))));
                put(free!(), some!(quick_binary(op, a, b)));
                top += 1;
                pc += 2;
            }
            Op::BinaryLocalInt(op, a, number) => {
                let Some(Value::Int(a)) = below.get(usize::from(a)) else { break };
                put(free!(), some!(int_binary(op, *a, i64::from(number))));
                top += 1;
                pc += 2;
            }
            Op::BinaryInt(op, number) => {
                let Some(value @ Value::Int(_)) = below.last_mut() else { break };
                let Value::Int(a) = *value else { break };
                put(value, some!(int_binary(op, a, i64::from(number))));
                pc += 1;
            }
            Op::Unary(UnaryOp::Not) => {
                let value = some!(below.last_mut());
                let flag = some!(truth(value));
                put(value, Value::Bool(!flag));
            }
            Op::Compare(op) => {
                let [.., a, b] = below else { break };
                let flag = some!(compare(op, a, b));
                put(a, Value::Bool(flag));
                top -= 1;
            }
            Op::CompareJump(op, target) => {
                let [.., a, b] = below else { break };
                let flag = some!(compare(op, a, b));
                if flag {
                    top -= 2;
                    pc += 1;
                } else {
                    stop_unless!(target as usize >= pc);
                    top -= 2;
                    pc = target as usize;
                    continue;
                }
            }
            Op::CompareLocalsJump(op, a, b) => {
                let (a, b) = (some!(below.get(usize::from(a))), some!(below.get(usize::from(b))));
                let flag = some!(compare(op, a, b));
                let Some(Op::JumpIfFalse(target)) = ops.get(pc + 3) else { break };
                if flag {
                    pc += 3;
                } else {
                    forward!(*target);
                }
            }
            Op::CompareLocalIntJump(op, a, number) => {
                let Some(Value::Int(left)) = below.get(usize::from(a)) else { break };
                let Some(Op::JumpIfFalse(target)) = ops.get(pc + 3) else { break };
                if ordered_ints(op, *left, i64::from(number)) {
                    pc += 3;
                } else {
                    forward!(*target);
                }
            }
            Op::Is(invert) => {
                let [.., a, b] = below else { break };
                let same = match (&*a, &*b) {
                    (a, Value::None) => a.is_none(),
                    _ => break,
                };
                stop_unless!(goes_quietly(a));
                forget(a);
                put(a, Value::Bool(same != invert));
                top -= 1;
            }
            Op::Jump(target) => forward!(target),
            Op::JumpBack(target) => {
                let target = target as usize;
                // The instruction that uses the last of the fuel is not here.
                let cost = (pc + 1).saturating_sub(target) as i64 + 1;
                stop_unless!(*fuel > cost);
                *fuel -= cost;
                pc = target;
                continue;
            }
            Op::JumpIfFalse(target) => {
                let flag = some!(truth(some!(below.last())));
                if !flag {
                    stop_unless!(target as usize >= pc);
                    top -= 1;
                    pc = target as usize;
                    continue;
                }
                top -= 1;
            }
            Op::JumpIfTrue(target) => {
                let flag = some!(truth(some!(below.last())));
                if flag {
                    stop_unless!(target as usize >= pc);
                    top -= 1;
                    pc = target as usize;
                    continue;
                }
                top -= 1;
            }
            Op::ForIter(_) | Op::ForIterStore { .. } => {
                let (iter, locals) = some!(below.split_last_mut());
                let Value::Iter(iter) = iter else { break };
                let Ok(mut state) = iter.state.try_borrow_mut() else { break };
                let place = match op {
                    Op::ForIterStore { local, .. } => some!(locals.get_mut(usize::from(local))),
                    _ => free!(),
                };
                stop_unless!(goes_quietly(place));
                match &mut *state {
                    IterState::Range(next, left, step) if *left > 0 => {
                        forget(place);
                        put(place, Value::Int(*next));
                        *next = next.wrapping_add(*step);
                        *left -= 1;
                    }
                    IterState::List(list, at) => {
                        let Ok(items) = list.items.try_borrow() else { break };
                        let item = some!(items.get(*at));
                        forget(place);
                        stop_unless!(put_copy(place, item));
                        *at += 1;
                    }
                    _ => break,
                }
                match op {
                    Op::ForIterStore { .. } => pc += 1,
                    _ => top += 1,
                }
            }
            _ => break,
        }
        pc += 1;
    }
    Place::new(pc, top)
}
