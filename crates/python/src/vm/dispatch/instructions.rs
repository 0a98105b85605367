//! The instructions of the running frame: one match, in which plain work on plain values is done.
//!
//! It is one function, and longer than any other, because it keeps its place in registers: where it stands in the code,
//! the values, the frame. What an instruction does to values alone is `plain`'s and `items`'; what needs the
//! machine is a call of it.

use std::rc::Rc;

use super::calls::{plain_constructor, spread};
use super::plain::*;
use super::quick::{self, Place};
use super::{Leave, empty_stack, items};
use crate::code::CodeKind;
use crate::native::Args;
use crate::objects::{Cell, Function, GeneratorKind, Iter, IterState};
use crate::op::{Conversion, Op, UnaryOp};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn};

impl Vm {
    /// Runs the top frame, those it calls and those it returns to, until something else has to happen.
    #[expect(clippy::too_many_lines, reason = "the one match over all instructions")]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn run_frames(&mut self, fiber: &mut Fiber) -> Leave {
        'frames: loop {
            // Whatever goes on with another frame takes fuel: a recursion needs no jump back.
            self.fuel -= 1;
            if self.fuel <= 0 {
                return Leave::OutOfFuel;
            }
            self.level = self.depth + fiber.frames.len();
            let Some(frame) = fiber.frames.last_mut() else {
                return Leave::Raise(crate::objects::runtime_error("nothing to run"));
            };
            let Frame { function: Some(function), values, pc: at, owner, bare, .. } = &mut **frame else {
                return Leave::Raise(crate::objects::runtime_error("a frame without a function"));
            };
            let function: &Rc<Function> = function;
            let code = &*function.code;
            let ops = code.ops.as_slice();
            let mut pc = *at;

            shorthands!($, self, fiber, function, code, values, pc, at, owner, 'frames);

            // An instruction that is carried out elsewhere ends it.
            let op = loop {
                if let Some(run) = code.runs.get(pc)
                    && run.get() > 0
                {
                    let place = Place::new(pc, values.len());
                    let place = quick::run(code, &function.globals, values.places(), place, &mut self.fuel);
                    values.set_len(place.top());
                    // What was not plain a few times rarely is. (A jump back only lacked fuel.)
                    if place.pc() == pc && !matches!(ops.get(pc), Some(Op::JumpBack(_))) {
                        run.set(run.get() - 1);
                    }
                    pc = place.pc();
                }
                let Some(&op) = ops.get(pc) else {
                    *at = pc;
                    return Leave::Raise(crate::objects::runtime_error("ran past the end of the code"));
                };
                pc += 1;
                match op {
                    Op::Nop => {}
                    Op::Reached => self.tell_reached(),
                    Op::LoadConst(index) => push_copy(values, &code.consts[index as usize]),
                    Op::LoadInt(number) => push!(Value::Int(i64::from(number))),
                    Op::LoadNone => push!(Value::None),
                    Op::LoadBool(flag) => push!(Value::Bool(flag)),
                    Op::PushNothing => push!(Value::Nothing),
                    Op::PopTop => drop_top!(),
                    Op::Copy(n) => {
                        let value = copy(&values[values.len() - n as usize]);
                        push!(value);
                    }
                    Op::Swap(n) => {
                        let top = values.len() - 1;
                        values.swap(top, top + 1 - n as usize);
                    }
                    Op::LoadLocal(slot) => load!(slot),
                    Op::LoadLocals(a, b) => {
                        load!(a);
                        pc += 1;
                        load!(b);
                    }
                    Op::StoreLocal(slot) => {
                        let slot = slot as usize;
                        if is_inline(&values[slot]) {
                            // Nothing to let go of.
                            if let Some(&Value::Int(number)) = values.last() {
                                values.forget(1);
                                std::mem::forget(std::mem::replace(&mut values[slot], Value::Int(number)));
                            } else {
                                let value = pop!();
                                std::mem::forget(std::mem::replace(&mut values[slot], value));
                            }
                        } else {
                            let value = pop!();
                            let old = std::mem::replace(&mut values[slot], value);
                            let_go!(old);
                        }
                    }
                    Op::LoadLocalAndClear(slot) => {
                        let old = std::mem::replace(&mut values[slot as usize], Value::Nothing);
                        push!(old);
                    }
                    Op::MakeCell(slot) => {
                        let value = std::mem::replace(&mut values[slot as usize], Value::Nothing);
                        let cell = Cell::new(value);
                        self.heap.cell(&cell);
                        values[slot as usize] = Value::Cell(cell);
                    }
                    Op::LoadClosure(slot) => {
                        let cell = values[slot as usize].clone();
                        push!(cell);
                    }
                    Op::LoadDeref(slot) => {
                        values.push(Value::Nothing);
                        if let Some((place, below)) = values.split_last_mut()
                            && let Value::Cell(cell) = &below[slot as usize]
                        {
                            copy_to(place, &cell.value.borrow());
                        }
                        if values.last().is_none_or(Value::is_nothing) {
                            values.pop();
                            attempt!(Err(unbound_cell(code, slot)));
                        }
                    }
                    Op::StoreDeref(slot) => {
                        let value = pop!();
                        if let Value::Cell(cell) = &values[slot as usize] {
                            let old = cell.value.replace(value);
                            let_go!(old);
                        }
                    }
                    Op::LoadGlobal(index) | Op::LoadGlobalCall(index) => {
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        {
                            let table = function.globals.table.borrow();
                            match table.at(hint.position.get() as usize) {
                                Some((Value::Str(key), value)) if Rc::ptr_eq(key, name) => {
                                    push_copy(values, value);
                                }
                                _ => {
                                    drop(table);
                                    attempt!(self.load_global(values, &function.globals, name, hint));
                                }
                            }
                        }
                        if let Op::LoadGlobalCall(_) = op {
                            push!(Value::Nothing);
                            pc += 1;
                        }
                    }
                    Op::StoreGlobal(index) => {
                        let value = pop!();
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        function.globals.set_hinted(name, &hint.position, value);
                        if self.has_dropped() {
                            here!();
                            self.tidy();
                        }
                    }
                    Op::LoadAttr(index) => {
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        if let Some(object) = values.last_mut()
                            && let Some(value) = Vm::own_attr(object, name, hint)
                        {
                            *object = value;
                            continue;
                        }
                        let object = pop!();
                        answer!(self.hinted_attr(&object, name, hint));
                    }
                    Op::LoadLocalAttr(slot, index) => {
                        let object = &values[slot as usize];
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        if let Some(value) = Vm::own_attr(object, name, hint) {
                            pc += 1;
                            push!(value);
                            continue;
                        }
                        if object.is_nothing() {
                            attempt!(Err(unbound_local(code, u32::from(slot))));
                        }
                        pc += 1;
                        answer!(self.hinted_attr(object, name, hint));
                    }
                    Op::StoreAttr(index) => {
                        let object = pop!();
                        let value = pop!();
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        if let Err(value) = Vm::set_own_attr(&object, name, hint, value)
                            && let Value::Nothing = attempt!(self.set_hinted_attr(&object, name, hint, value))
                        {
                            *at = pc;
                            return Leave::Request(OnReturn::Discard);
                        }
                    }
                    Op::StoreLocalAttr(slot, index) => {
                        let value = pop!();
                        let object = &values[slot as usize];
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        match Vm::set_own_attr(object, name, hint, value) {
                            Ok(()) => pc += 1,
                            Err(value) => {
                                // The two instructions as they were.
                                push!(value);
                                attempt!(load_local(code, values, usize::from(slot)));
                            }
                        }
                    }
                    Op::LoadMethod(index) => {
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        if function_of_module(values, name, hint) {
                            continue;
                        }
                        let object = values.len() - 1;
                        if push_slot(values, object)
                            && let [.., to, object] = values.as_mut_slice()
                            && self.put_hinted_method(to, object, name, hint)
                        {
                            continue;
                        }
                        values.truncate(object + 1);
                        let object = pop!();
                        match attempt!(self.method_or_attr(&object, name, hint)) {
                            (Value::Nothing, _) => {
                                *at = pc;
                                return Leave::Request(OnReturn::Method);
                            }
                            (callable, is_method) => {
                                push!(callable);
                                push!(if is_method { object } else { Value::Nothing });
                            }
                        }
                    }
                    Op::LoadLocalMethod(slot, index) => {
                        let (name, hint) = (&code.names[index as usize], &code.hints[index as usize]);
                        let slot = usize::from(slot);
                        push!(Value::Nothing);
                        if let Some((to, below)) = values.split_last_mut()
                            && self.put_hinted_method(to, &below[slot], name, hint)
                        {
                            pc += 1;
                            load!(slot);
                        } else {
                            values.pop();
                            attempt!(load_local(code, values, slot));
                        }
                    }
                    Op::LoadItem => {
                        if items::load(values) {
                            continue;
                        }
                        let key = pop!();
                        let object = pop!();
                        answer!(self.load_item(&object, &key));
                    }
                    Op::LoadSlice => {
                        pc += 1;
                        if !attempt!(self.load_slice(values)) {
                            pc -= 1;
                            attempt!(self.build(values, Op::BuildSlice(2)));
                        }
                    }
                    Op::StoreItem => {
                        if items::store(values) {
                            continue;
                        }
                        let key = pop!();
                        let object = pop!();
                        let value = pop!();
                        if let Value::Nothing = attempt!(self.store_item(&object, &key, value)) {
                            *at = pc;
                            return Leave::Request(OnReturn::Discard);
                        }
                    }
                    Op::Call(count) => {
                        let base = values.len() - count as usize - 2;
                        self.fuel -= 1;
                        let next = match &values[base] {
                            Value::Function(callee) if callee.code.is_simple() => {
                                attempt!(self.simple_frame(values, base))
                            }
                            Value::Native(native) => {
                                let body = native.body;
                                let start = base + 1 + usize::from(values[base + 1].is_nothing());
                                call_native!(body, base, start)
                            }
                            Value::Class(class)
                                if values[base + 1].is_nothing()
                                    && let Some(body) = plain_constructor(class) =>
                            {
                                // The class is its first argument.
                                values[base + 1] = values[base].clone();
                                call_native!(body, base, base + 1)
                            }
                            Value::Class(class)
                                if values[base + 1].is_nothing() && self.makes_plain_exceptions(class) =>
                            {
                                let class = Rc::clone(class);
                                let arguments = values.split_off(base + 2);
                                values.truncate(base);
                                push!(self.plain_exception(&class, arguments));
                                continue;
                            }
                            _ => {
                                here!();
                                match self.frame_for(values, base, &[]) {
                                    Some(next) => next,
                                    None => {
                                        *at = pc;
                                        let then = attempt!(self.prepare_call(values, base));
                                        carry_on!(self.carry_out(fiber, then));
                                    }
                                }
                            }
                        };
                        begin!(next);
                    }
                    Op::CallKw { count, names } => {
                        here!();
                        self.fuel -= 1;
                        let base = values.len() - usize::from(count) - 2;
                        let names = match &code.consts[names as usize] {
                            Value::Tuple(names) => names,
                            _ => return empty_stack(),
                        };
                        call_by_name!(base, names);
                    }
                    Op::CallEx(has_keywords) => {
                        here!();
                        self.fuel -= 1;
                        let (base, names) = spread(values, has_keywords);
                        call_by_name!(base, &names);
                    }
                    Op::Return => {
                        if *bare {
                            carry_on!(self.leave_bare_frame(fiber));
                        }
                        let value = pop!();
                        *at = pc;
                        carry_on!(self.leave_frame(fiber, value));
                    }
                    Op::Binary(op) => {
                        if let [.., a, b] = values.as_slice()
                            && let Some(value) = quick_binary(op, a, b)
                        {
                            settle(values, value);
                            continue;
                        }
                        let b = pop!();
                        let a = pop!();
                        answer!(self.binary_op(op, &a, &b, false));
                    }
                    Op::BinaryLocals(op, a, b) => {
                        if let Some(value) =
                            quick_binary(op, &values[usize::from(a)], &values[usize::from(b)])
                        {
                            pc += 2;
                            push!(value);
                            continue;
                        }
                        attempt!(load_local(code, values, usize::from(a)));
                    }
                    Op::BinaryLocalInt(op, a, number) => {
                        if let Value::Int(a) = &values[usize::from(a)]
                            && let Some(value) = int_binary(op, *a, i64::from(number))
                        {
                            pc += 2;
                            push!(value);
                            continue;
                        }
                        attempt!(load_local(code, values, usize::from(a)));
                    }
                    Op::BinaryInt(op, number) => {
                        if let Some(Value::Int(a)) = values.last()
                            && let Some(value) = int_binary(op, *a, i64::from(number))
                        {
                            pc += 1;
                            if let Some(top) = values.last_mut() {
                                std::mem::forget(std::mem::replace(top, value));
                            }
                            continue;
                        }
                        push!(Value::Int(i64::from(number)));
                    }
                    Op::InPlace(op) => {
                        if let [.., a, b] = values.as_slice()
                            && let Some(value) = quick_binary(op, a, b)
                        {
                            settle(values, value);
                            continue;
                        }
                        let b = pop!();
                        let a = pop!();
                        answer!(self.binary_op(op, &a, &b, true));
                    }
                    Op::Unary(UnaryOp::Not) => {
                        let value = pop!();
                        let flag = match quick_truth(&value) {
                            Some(flag) => flag,
                            None => ask_truth!(&value),
                        };
                        push!(Value::Bool(!flag));
                    }
                    Op::Unary(op) => {
                        let value = pop!();
                        answer!(self.unary_op(op, &value));
                    }
                    Op::Compare(op) => {
                        if let [.., a, b] = values.as_slice()
                            && let Some(flag) = quick_compare(op, a, b)
                        {
                            drop_compared(values);
                            push!(Value::Bool(flag));
                            continue;
                        }
                        let b = pop!();
                        let a = pop!();
                        answer!(self.compare_op(op, &a, &b));
                    }
                    Op::CompareJump(op, target) => {
                        if let [.., a, b] = values.as_slice()
                            && let Some(flag) = quick_compare(op, a, b)
                        {
                            drop_compared(values);
                            pc = if flag { pc + 1 } else { target as usize };
                            continue;
                        }
                        let b = pop!();
                        let a = pop!();
                        answer!(self.compare_op(op, &a, &b));
                    }
                    Op::CompareLocalsJump(op, a, b) => {
                        let (a, b) = (usize::from(a), usize::from(b));
                        if let Some(flag) = quick_compare(op, &values[a], &values[b])
                            && let Some(Op::JumpIfFalse(target)) = ops.get(pc + 2)
                        {
                            pc = if flag { pc + 3 } else { *target as usize };
                            continue;
                        }
                        attempt!(load_local(code, values, a));
                    }
                    Op::CompareLocalIntJump(op, a, number) => {
                        let a = usize::from(a);
                        if let Value::Int(left) = &values[a]
                            && let Some(Op::JumpIfFalse(target)) = ops.get(pc + 2)
                        {
                            let flag = ordered_ints(op, *left, i64::from(number));
                            pc = if flag { pc + 3 } else { *target as usize };
                            continue;
                        }
                        attempt!(load_local(code, values, a));
                    }
                    Op::Is(invert) => {
                        let b = pop!();
                        let a = pop!();
                        push!(Value::Bool(a.is(&b) != invert));
                    }
                    Op::Contains(invert) => {
                        let container = pop!();
                        let item = pop!();
                        match attempt!(self.contains_op(&container, &item)) {
                            Value::Bool(flag) => push!(Value::Bool(flag != invert)),
                            _ => {
                                *at = pc;
                                return Leave::Request(OnReturn::Truth(invert));
                            }
                        }
                    }
                    Op::Jump(target) => pc = target as usize,
                    Op::JumpBack(target) => jump_back!(target),
                    Op::JumpIfFalse(target) => {
                        if !test!() {
                            jump!(target);
                        }
                    }
                    Op::JumpIfTrue(target) => {
                        if test!() {
                            jump!(target);
                        }
                    }
                    Op::JumpIfNone(target) => {
                        let is_none = values.last().is_some_and(Value::is_none);
                        drop_top!();
                        if is_none {
                            jump!(target);
                        }
                    }
                    Op::JumpIfNotNone(target) => {
                        let is_none = values.last().is_some_and(Value::is_none);
                        drop_top!();
                        if !is_none {
                            jump!(target);
                        }
                    }
                    Op::JumpIfFalseOrPop(target) | Op::JumpIfTrueOrPop(target) => {
                        let jump_if = matches!(op, Op::JumpIfTrueOrPop(_));
                        let value = pop!();
                        let flag = match quick_truth(&value) {
                            Some(flag) => flag,
                            None => match attempt!(self.truth_of(&value)) {
                                Value::Bool(flag) => flag,
                                _ => {
                                    // The value itself is needed again: `JumpKeeping` knows both.
                                    push!(value);
                                    *at = pc;
                                    return Leave::Request(OnReturn::ShortCircuit);
                                }
                            },
                        };
                        if flag == jump_if {
                            push!(value);
                            pc = target as usize;
                        }
                    }
                    Op::ListAppend(depth) => {
                        let item = pop!();
                        if let Some(bytes) = items::append(&values[values.len() - depth as usize], item) {
                            attempt!(self.charge(bytes));
                        }
                    }
                    Op::GetIter => {
                        let value = pop!();
                        if let Value::Range(range) = &value {
                            push!(Iter::value(IterState::Range(range.start, range.len(), range.step)));
                            continue;
                        }
                        answer!(self.get_iter(&value), OnReturn::Iterator);
                    }
                    Op::ForIter(target) | Op::ForIterStore { target, .. } => {
                        let item = match values.last() {
                            Some(Value::Iter(iter)) => match items::next_of_range(iter) {
                                None => {
                                    let iter = iter.clone();
                                    attempt!(self.iter_next(&iter))
                                }
                                item => item,
                            },
                            Some(Value::Generator(generator))
                                if matches!(
                                    generator.kind,
                                    GeneratorKind::Generator | GeneratorKind::Builtin(_)
                                ) =>
                            {
                                let generator = generator.clone();
                                *at = pc;
                                let input = Input::Send(Value::None);
                                carry_on!(self.resume(fiber, &generator, input, OnReturn::ForIter));
                            }
                            Some(other) => {
                                let iterator = other.clone();
                                attempt!(self.request_next(&iterator));
                                *at = pc;
                                carry_on!(self.carry_out(fiber, OnReturn::ForIter));
                            }
                            None => return empty_stack(),
                        };
                        match (item, op) {
                            (Some(item), Op::ForIterStore { local, .. }) => {
                                drop(std::mem::replace(&mut values[usize::from(local)], item));
                                pc += 1;
                            }
                            (Some(item), _) => push!(item),
                            (None, _) => {
                                values.pop();
                                pc = target as usize;
                            }
                        }
                    }
                    Op::Await | Op::YieldFrom => {
                        // Stays at this instruction until what it waits for is done.
                        *at = pc - 1;
                        carry_on!(self.step_await(fiber, Input::Continue));
                    }
                    Op::Yield => {
                        let value = pop_int!();
                        *at = pc;
                        carry_on!(self.yield_value(fiber, value));
                    }
                    Op::AsyncYield => {
                        let value = pop!();
                        *at = pc;
                        carry_on!(self.yield_from_step(fiber, value));
                    }
                    Op::GetAwaitable(_) => {
                        // A fresh coroutine is what it is; all else is looked at elsewhere.
                        if !values.last().is_some_and(is_fresh_coroutine) {
                            *at = pc;
                            break op;
                        }
                    }
                    Op::UnpackSequence(count) => {
                        if !unpack(values, count as usize) {
                            *at = pc;
                            break op;
                        }
                    }
                    Op::BuildTuple(_)
                    | Op::BuildList(_)
                    | Op::BuildSet(_)
                    | Op::BuildMap(_)
                    | Op::BuildString(_)
                    | Op::BuildSlice(_)
                    | Op::ListToTuple
                    | Op::SetAdd(_)
                    | Op::MapAdd(_) => attempt!(self.build(values, op)),
                    Op::PushExcInfo => self.begin_handling(values),
                    Op::CheckExcMatch => {
                        let class = pop!();
                        let Some(Value::Exception(caught)) = values.last() else { return empty_stack() };
                        let flag = attempt!(self.exception_matches(caught, &class));
                        push!(Value::Bool(flag));
                    }
                    Op::PopExcept => {
                        let previous = match pop!() {
                            Value::Exception(previous) => Some(previous),
                            _ => None,
                        };
                        if let Some(caught) = std::mem::replace(&mut self.handled, previous) {
                            let_go!(Value::Exception(caught));
                        }
                    }
                    Op::StarTuple if matches!(values.last(), Some(Value::Tuple(_))) => {}
                    Op::StarDict if matches!(values.last(), Some(Value::Dict(dict)) if dict.has_names_only()) =>
                        {}
                    Op::ListExtend(depth) => {
                        if !attempt!(self.extend_list(values, depth as usize)) {
                            *at = pc;
                            break op;
                        }
                    }
                    Op::FormatValue { conversion: Conversion::None | Conversion::Str, spec: false }
                        if matches!(values.last(), Some(Value::Str(_))) => {}
                    // In the other rooms.
                    other => {
                        *at = pc;
                        break other;
                    }
                }
            };
            if let Err(leave) = self.elsewhere(fiber, op) {
                return leave;
            }
        }
    }
}
