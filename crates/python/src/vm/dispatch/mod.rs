//! The run loop: one match over the instructions of the running frame.
//!
//! Plain work on plain values happens here; everything else is a call into the neighbours. An operation that
//! has to run the program's code answers `Value::Nothing` and leaves a request (see [`Vm::request`]),
//! which is carried out between two instructions. The loop never blocks and never recurses for a call of
//! Python by Python.

mod blocks;
mod build;
mod names;
mod plain;

use std::rc::Rc;

use crate::native::Args;
use crate::objects::{Cell, Exc, Iter, IterState};
use crate::op::{Op, UnaryOp};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};
pub(super) use plain::quick_compare;
use plain::*;

/// Why the inner loop was left.
enum Leave {
    /// A frame was prepared: it runs next.
    Enter(Box<Frame>),
    /// There is a request to carry out.
    Request(OnReturn),
    /// The frame returns.
    Return(Value),
    /// It raises.
    Raise(Exc),
    /// It raises again what it caught.
    Reraise(Exc),
    /// The generator yields.
    Yield(Value),
    /// The asynchronous generator yields.
    AsyncYield(Value),
    /// It awaits what is on the top of its stack; see `generator::step_await`.
    Await,
    /// The fuel is used up.
    OutOfFuel,
}

impl From<Exc> for Leave {
    fn from(error: Exc) -> Leave {
        Leave::Raise(error)
    }
}

impl Frame {
    fn pop(&mut self) -> Result<Value, Leave> {
        self.values.pop().ok_or_else(empty_stack)
    }

    /// Pushes a result, or leaves to carry out the request that stands for it.
    fn answer(&mut self, result: Value, then: OnReturn) -> Result<(), Leave> {
        match result {
            Value::Nothing => return Err(Leave::Request(then)),
            value => self.values.push(value),
        }
        Ok(())
    }
}

/// What correct code never does.
#[cold]
fn empty_stack() -> Leave {
    Leave::Raise(crate::objects::runtime_error("nothing on the stack"))
}

impl Vm {
    /// Runs a fiber until it stops.
    pub(crate) fn run(&mut self, fiber: &mut Fiber, input: Input) -> Stop {
        if let Some(stop) = self.begin(fiber, input) {
            return stop;
        }
        loop {
            let leave = self.run_frame(fiber);
            let outcome = match leave {
                Leave::Enter(frame) => self.enter(fiber, frame),
                Leave::Return(value) => self.leave_frame(fiber, value),
                Leave::Request(then) => self.carry_out(fiber, then),
                Leave::Raise(error) => Err(error),
                Leave::Reraise(error) => match self.unwind(fiber, error, true) {
                    Ok(stop) => Ok(stop),
                    Err(error) => return Stop::Raise(error),
                },
                Leave::Yield(value) => self.yield_value(fiber, value),
                Leave::AsyncYield(value) => self.yield_from_step(fiber, value),
                Leave::Await => self.step_await(fiber, Input::Continue),
                Leave::OutOfFuel => {
                    if self.nested == 0 {
                        return Stop::OutOfFuel;
                    }
                    self.nested_fuel()
                }
            };
            let outcome = match outcome {
                Err(error) => {
                    self.chain(&error);
                    self.unwind(fiber, error, false)
                }
                fine => fine,
            };
            match outcome {
                Ok(None) => {}
                Ok(Some(stop)) => return stop,
                Err(error) => return Stop::Raise(error),
            }
        }
    }

    /// Pushes a frame that was made for this fiber.
    fn enter(&mut self, fiber: &mut Fiber, frame: Box<Frame>) -> Result<Option<Stop>, Exc> {
        if self.depth + fiber.frames.len() >= super::RECURSION_LIMIT {
            self.recycle(frame);
            return Err(super::deliver::recursion_error());
        }
        if let Some(caller) = fiber.frames.last()
            && let Some(owner) = &caller.owner
        {
            owner.at.set(caller.pc.saturating_sub(1) as u32);
        }
        fiber.frames.push(frame);
        Ok(None)
    }

    /// Lets go of a value; what it leaves behind is dealt with here and now.
    fn let_go(&mut self, function: &Rc<crate::objects::Function>, frame: &Frame, value: Value) {
        drop(value);
        if self.has_dropped() {
            self.set_here(function, frame.pc - 1);
            self.tidy();
        }
    }

    /// Runs the top frame until something else has to happen.
    #[expect(clippy::too_many_lines, reason = "the one match over all instructions")]
    fn run_frame(&mut self, fiber: &mut Fiber) -> Leave {
        self.level = self.depth + fiber.frames.len();
        let Some(frame) = fiber.frames.last_mut() else {
            return Leave::Raise(crate::objects::runtime_error("nothing to run"));
        };
        let frame: &mut Frame = frame;
        let Some(function) = frame.function.clone() else {
            return Leave::Raise(crate::objects::runtime_error("a frame without a function"));
        };
        let code = &*function.code;
        let ops = code.ops.as_slice();
        let mut pc = frame.pc;

        // The instruction before `pc` is the one at fault.
        macro_rules! attempt {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(error) => {
                        frame.pc = pc;
                        return Leave::Raise(error);
                    }
                }
            };
        }
        // A branch that is never taken is cheaper than a value to fall back on.
        macro_rules! pop {
            () => {
                match frame.values.pop() {
                    Some(value) => value,
                    None => return empty_stack(),
                }
            };
        }
        macro_rules! push {
            ($value:expr) => {
                frame.values.push($value)
            };
        }
        // Pushes a result, or leaves to carry out the request that stands for it.
        macro_rules! answer {
            ($result:expr) => {
                answer!($result, OnReturn::Push)
            };
            ($result:expr, $then:expr) => {{
                match attempt!($result) {
                    Value::Nothing => {
                        frame.pc = pc;
                        return Leave::Request($then);
                    }
                    value => push!(value),
                }
            }};
        }
        macro_rules! here {
            () => {
                self.set_here(&function, pc - 1)
            };
        }
        // Replaces what is to be tested by its truth and comes back to this instruction.
        macro_rules! ask_truth {
            ($value:expr) => {{
                pc -= 1;
                let flag = self.truth_of($value);
                pc += 1;
                match attempt!(flag) {
                    Value::Bool(flag) => flag,
                    _ => {
                        frame.pc = pc - 1;
                        return Leave::Request(OnReturn::Bool);
                    }
                }
            }};
        }
        // Lets go of a value; what it leaves behind is dealt with here and now.
        macro_rules! let_go {
            ($value:expr) => {{
                let value = $value;
                if !is_inline(&value) {
                    drop(value);
                    if self.has_dropped() {
                        here!();
                        self.tidy();
                    }
                }
            }};
        }
        macro_rules! jump_back {
            ($target:expr) => {{
                let target = $target as usize;
                self.fuel -= (pc - target.min(pc)) as i64 + 1;
                pc = target;
                if self.fuel <= 0 {
                    frame.pc = pc;
                    return Leave::OutOfFuel;
                }
            }};
        }

        macro_rules! jump {
            ($target:expr) => {{
                if ($target as usize) < pc {
                    jump_back!($target);
                } else {
                    pc = $target as usize;
                }
            }};
        }
        // The truth of the top value, which goes.
        macro_rules! test {
            () => {{
                let value = pop!();
                match quick_truth(&value) {
                    Some(flag) => flag,
                    None => {
                        let flag = ask_truth!(&value);
                        let_go!(value);
                        flag
                    }
                }
            }};
        }

        loop {
            let Some(&op) = ops.get(pc) else {
                frame.pc = pc;
                return Leave::Raise(crate::objects::runtime_error("ran past the end of the code"));
            };
            pc += 1;
            match op {
                Op::Nop => {}
                Op::LoadConst(index) => push!(copy(&code.consts[index as usize])),
                Op::LoadInt(number) => push!(Value::Int(i64::from(number))),
                Op::LoadNone => push!(Value::None),
                Op::LoadBool(flag) => push!(Value::Bool(flag)),
                Op::PushNothing => push!(Value::Nothing),
                Op::PopTop => let_go!(pop!()),
                Op::Copy(n) => {
                    let value = copy(&frame.values[frame.values.len() - n as usize]);
                    push!(value);
                }
                Op::Swap(n) => {
                    let top = frame.values.len() - 1;
                    frame.values.swap(top, top + 1 - n as usize);
                }
                Op::LoadLocal(slot) => {
                    let value = copy(&frame.values[slot as usize]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, slot)));
                    }
                    push!(value);
                }
                Op::LoadLocals(a, b) => {
                    let (a, b) = (u32::from(a), u32::from(b));
                    let value = copy(&frame.values[a as usize]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, a)));
                    }
                    push!(value);
                    pc += 1;
                    let value = copy(&frame.values[b as usize]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, b)));
                    }
                    push!(value);
                }
                Op::StoreLocal(slot) => {
                    let value = pop!();
                    let old = std::mem::replace(&mut frame.values[slot as usize], value);
                    let_go!(old);
                }
                Op::LoadLocalAndClear(slot) => {
                    let old = std::mem::replace(&mut frame.values[slot as usize], Value::Nothing);
                    push!(old);
                }
                Op::MakeCell(slot) => {
                    let value = std::mem::replace(&mut frame.values[slot as usize], Value::Nothing);
                    let cell = Cell::new(value);
                    self.heap.cell(&cell);
                    frame.values[slot as usize] = Value::Cell(cell);
                }
                Op::LoadClosure(slot) => {
                    let cell = frame.values[slot as usize].clone();
                    push!(cell);
                }
                Op::LoadDeref(slot) => {
                    let value = match &frame.values[slot as usize] {
                        Value::Cell(cell) => copy(&cell.value.borrow()),
                        _ => Value::Nothing,
                    };
                    if value.is_nothing() {
                        attempt!(Err(unbound_cell(code, slot)));
                    }
                    push!(value);
                }
                Op::StoreDeref(slot) => {
                    let value = pop!();
                    if let Value::Cell(cell) = &frame.values[slot as usize] {
                        let old = cell.value.replace(value);
                        let_go!(old);
                    }
                }
                Op::LoadGlobal(index) => {
                    let hint = &code.hints[index as usize];
                    let name = &code.names[index as usize];
                    let value = match function.globals.get_hinted(name, hint) {
                        Some(value) => value,
                        None => match self.builtins.get_name(name) {
                            Some(value) => value,
                            None => attempt!(Err(self.name_error(name))),
                        },
                    };
                    push!(value);
                }
                Op::LoadAttr(index) => {
                    let object = pop!();
                    answer!(self.load_attr(&object, &code.names[index as usize]));
                }
                Op::LoadLocalAttr(slot, index) => {
                    pc += 1;
                    let found = match &frame.values[slot as usize] {
                        Value::Nothing => {
                            pc -= 1;
                            attempt!(Err(unbound_local(code, u32::from(slot))))
                        }
                        object => self.load_attr(object, &code.names[index as usize]),
                    };
                    answer!(found);
                }
                Op::StoreAttr(index) => {
                    let object = pop!();
                    let value = pop!();
                    let done = self.store_attr(&object, &code.names[index as usize], value);
                    if let Value::Nothing = attempt!(done) {
                        frame.pc = pc;
                        return Leave::Request(OnReturn::Discard);
                    }
                }
                Op::LoadMethod(index) => {
                    let object = pop!();
                    let name = &code.names[index as usize];
                    match self.find_method(&object, name) {
                        Some(callable) => {
                            push!(callable);
                            push!(object);
                        }
                        None => {
                            // The second place of the call is filled first when the attribute has to be asked for.
                            match attempt!(self.load_attr(&object, name)) {
                                Value::Nothing => {
                                    frame.pc = pc;
                                    return Leave::Request(OnReturn::Method);
                                }
                                value => {
                                    push!(value);
                                    push!(Value::Nothing);
                                }
                            }
                        }
                    }
                }
                Op::LoadItem => {
                    let key = pop!();
                    let object = pop!();
                    if let (Value::List(list), Value::Int(index)) = (&object, &key) {
                        let items = list.items.borrow();
                        let len = items.len() as i64;
                        let at = if *index < 0 { *index + len } else { *index };
                        if let Some(item) = usize::try_from(at).ok().and_then(|at| items.get(at)) {
                            let item = copy(item);
                            drop(items);
                            push!(item);
                            continue;
                        }
                    }
                    answer!(self.load_item(&object, &key));
                }
                Op::StoreItem => {
                    let key = pop!();
                    let object = pop!();
                    let value = pop!();
                    if let (Value::List(list), Value::Int(index)) = (&object, &key) {
                        let mut items = list.items.borrow_mut();
                        if let Some(place) = usize::try_from(*index).ok().and_then(|at| items.get_mut(at)) {
                            let old = std::mem::replace(place, value);
                            drop(items);
                            drop(old);
                            continue;
                        }
                    }
                    if let Value::Nothing = attempt!(self.store_item(&object, &key, value)) {
                        frame.pc = pc;
                        return Leave::Request(OnReturn::Discard);
                    }
                }
                Op::Call(count) => {
                    let count = count as usize;
                    let base = frame.values.len() - count - 2;
                    self.fuel -= 1;
                    match &frame.values[base] {
                        Value::Function(callee) if callee.code.is_simple() => {
                            let callee = callee.clone();
                            let mut next = self.frame_from_pool();
                            let start = base + 1 + usize::from(frame.values[base + 1].is_nothing());
                            let given = frame.values.len() - start;
                            let wanted = usize::from(callee.code.parameters.positional);
                            next.values
                                .reserve(callee.code.local_names.len() + callee.code.stack_size as usize);
                            for argument in &mut frame.values[start..] {
                                next.values.push(std::mem::replace(argument, Value::Nothing));
                            }
                            frame.values.truncate(base);
                            if given == wanted {
                                let slots = callee.code.local_names.len();
                                for _ in given..slots {
                                    next.values.push(Value::Nothing);
                                }
                                if callee.code.free_count != 0 {
                                    super::call::fill_closure(&callee, &mut next.values);
                                }
                            } else {
                                attempt!(super::call::fill_defaults(&callee, &mut next.values));
                            }
                            let plain = callee.code.kind == crate::code::CodeKind::Plain;
                            next.function = Some(callee);
                            if plain {
                                frame.pc = pc;
                                return Leave::Enter(next);
                            }
                            here!();
                            let generator = self.new_generator(next);
                            push!(generator);
                        }
                        Value::Native(native) => {
                            let body = native.body;
                            here!();
                            let start = base + 1 + usize::from(frame.values[base + 1].is_nothing());
                            let result = body(self, Args::positional(&frame.values[start..]));
                            match result {
                                Ok(Value::Nothing) => {
                                    frame.values.truncate(base);
                                    frame.pc = pc;
                                    return Leave::Request(OnReturn::Push);
                                }
                                Ok(value) => {
                                    frame.values.truncate(base);
                                    push!(value);
                                }
                                Err(error) => {
                                    frame.pc = pc;
                                    return Leave::Raise(error);
                                }
                            }
                        }
                        _ => {
                            here!();
                            let arguments: Vec<Value> = frame.values.drain(base + 2..).collect();
                            let receiver = pop!();
                            let callable = pop!();
                            frame.pc = pc;
                            attempt!(self.request_call(callable, receiver, arguments, Vec::new()));
                            return Leave::Request(OnReturn::Push);
                        }
                    }
                    if self.has_dropped() {
                        here!();
                        self.tidy();
                    }
                }
                Op::CallKw { count, names } => {
                    here!();
                    self.fuel -= 1;
                    let base = frame.values.len() - usize::from(count) - 2;
                    let Value::Tuple(names) = &code.consts[names as usize] else {
                        attempt!(Err(crate::objects::runtime_error("bad keyword names")))
                    };
                    let first_keyword = frame.values.len() - names.len();
                    if let Value::Native(native) = &frame.values[base] {
                        let body = native.body;
                        let start = base + 1 + usize::from(frame.values[base + 1].is_nothing());
                        let args = Args {
                            positional: &frame.values[start..first_keyword],
                            keywords: &frame.values[first_keyword..],
                            names,
                        };
                        let result = body(self, args);
                        let result = attempt!(result);
                        frame.values.truncate(base);
                        if result.is_nothing() {
                            frame.pc = pc;
                            return Leave::Request(OnReturn::Push);
                        }
                        push!(result);
                        continue;
                    }
                    let keywords = names.iter().cloned().zip(frame.values.drain(first_keyword..)).collect();
                    let arguments: Vec<Value> = frame.values.drain(base + 2..).collect();
                    let receiver = pop!();
                    let callable = pop!();
                    frame.pc = pc;
                    attempt!(self.request_call(callable, receiver, arguments, keywords));
                    return Leave::Request(OnReturn::Push);
                }
                Op::Return => {
                    let value = pop!();
                    frame.pc = pc;
                    return Leave::Return(value);
                }
                Op::Binary(op) => {
                    if let [.., a, b] = frame.values.as_slice()
                        && let Some(value) = quick_binary(op, a, b)
                    {
                        frame.values.pop();
                        if let Some(top) = frame.values.last_mut() {
                            *top = value;
                        }
                        continue;
                    }
                    let b = pop!();
                    let a = pop!();
                    answer!(self.binary_op(op, &a, &b, false));
                }
                Op::BinaryLocals(op, a, b) => {
                    if let Some(value) =
                        quick_binary(op, &frame.values[usize::from(a)], &frame.values[usize::from(b)])
                    {
                        pc += 2;
                        push!(value);
                        continue;
                    }
                    let value = copy(&frame.values[usize::from(a)]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, u32::from(a))));
                    }
                    push!(value);
                }
                Op::BinaryLocalInt(op, a, number) => {
                    if let Value::Int(a) = &frame.values[usize::from(a)]
                        && let Some(value) = int_binary(op, *a, i64::from(number))
                    {
                        pc += 2;
                        push!(value);
                        continue;
                    }
                    let value = copy(&frame.values[usize::from(a)]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, u32::from(a))));
                    }
                    push!(value);
                }
                Op::BinaryInt(op, number) => {
                    if let Some(Value::Int(a)) = frame.values.last()
                        && let Some(value) = int_binary(op, *a, i64::from(number))
                    {
                        pc += 1;
                        if let Some(top) = frame.values.last_mut() {
                            *top = value;
                        }
                        continue;
                    }
                    push!(Value::Int(i64::from(number)));
                }
                Op::InPlace(op) => {
                    if let [.., a, b] = frame.values.as_slice()
                        && let Some(value) = quick_binary(op, a, b)
                    {
                        frame.values.pop();
                        if let Some(top) = frame.values.last_mut() {
                            *top = value;
                        }
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
                    if let [.., a, b] = frame.values.as_slice()
                        && let Some(flag) = quick_compare(op, a, b)
                    {
                        frame.values.pop();
                        if let Some(top) = frame.values.last_mut() {
                            *top = Value::Bool(flag);
                        }
                        continue;
                    }
                    let b = pop!();
                    let a = pop!();
                    answer!(self.compare_op(op, &a, &b));
                }
                Op::CompareJump(op, target) => {
                    if let [.., a, b] = frame.values.as_slice()
                        && let Some(flag) = quick_compare(op, a, b)
                    {
                        frame.values.pop();
                        frame.values.pop();
                        pc = if flag { pc + 1 } else { target as usize };
                        continue;
                    }
                    let b = pop!();
                    let a = pop!();
                    answer!(self.compare_op(op, &a, &b));
                }
                Op::CompareLocalsJump(op, a, b) => {
                    let (a, b) = (usize::from(a), usize::from(b));
                    if let Some(flag) = quick_compare(op, &frame.values[a], &frame.values[b])
                        && let Some(Op::JumpIfFalse(target)) = ops.get(pc + 2)
                    {
                        pc = if flag { pc + 3 } else { *target as usize };
                        continue;
                    }
                    let value = copy(&frame.values[a]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, a as u32)));
                    }
                    push!(value);
                }
                Op::CompareLocalIntJump(op, a, number) => {
                    let a = usize::from(a);
                    if let Value::Int(left) = &frame.values[a]
                        && let Some(Op::JumpIfFalse(target)) = ops.get(pc + 2)
                    {
                        let flag = ordered(op, left, &i64::from(number));
                        pc = if flag { pc + 3 } else { *target as usize };
                        continue;
                    }
                    let value = copy(&frame.values[a]);
                    if let Value::Nothing = value {
                        attempt!(Err(unbound_local(code, a as u32)));
                    }
                    push!(value);
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
                            frame.pc = pc;
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
                    if pop!().is_none() {
                        jump!(target);
                    }
                }
                Op::JumpIfNotNone(target) => {
                    if !pop!().is_none() {
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
                                frame.pc = pc;
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
                    let at = frame.values.len() - depth as usize;
                    if let Value::List(list) = &frame.values[at] {
                        let mut items = list.items.borrow_mut();
                        let full = items.len() == items.capacity();
                        items.push(item);
                        if full {
                            let bytes = items.capacity() * 8;
                            drop(items);
                            attempt!(self.charge(bytes));
                        }
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
                Op::ForIter(target) => {
                    let Some(top) = frame.values.last() else { continue };
                    if let Value::Iter(iter) = top {
                        let mut state = iter.state.borrow_mut();
                        if let IterState::Range(next, left, step) = &mut *state {
                            if *left > 0 {
                                let item = *next;
                                *next = item.wrapping_add(*step);
                                *left -= 1;
                                drop(state);
                                push!(Value::Int(item));
                            } else {
                                drop(state);
                                frame.values.pop();
                                pc = target as usize;
                            }
                            continue;
                        }
                        drop(state);
                        let iter = iter.clone();
                        match attempt!(self.iter_next(&iter)) {
                            Some(item) => push!(item),
                            None => {
                                frame.values.pop();
                                pc = target as usize;
                            }
                        }
                        continue;
                    }
                    let iterator = top.clone();
                    attempt!(self.request_next(&iterator));
                    frame.pc = pc;
                    return Leave::Request(OnReturn::ForIter);
                }
                Op::ForIterStore { local, target } => {
                    let Some(top) = frame.values.last() else { continue };
                    if let Value::Iter(iter) = top {
                        let mut state = iter.state.borrow_mut();
                        if let IterState::Range(next, left, step) = &mut *state {
                            if *left > 0 {
                                let item = *next;
                                *next = item.wrapping_add(*step);
                                *left -= 1;
                                drop(state);
                                let old = std::mem::replace(
                                    &mut frame.values[usize::from(local)],
                                    Value::Int(item),
                                );
                                drop(old);
                                pc += 1;
                            } else {
                                drop(state);
                                frame.values.pop();
                                pc = target as usize;
                            }
                            continue;
                        }
                        drop(state);
                        let iter = iter.clone();
                        match attempt!(self.iter_next(&iter)) {
                            Some(item) => {
                                let old = std::mem::replace(&mut frame.values[usize::from(local)], item);
                                drop(old);
                                pc += 1;
                            }
                            None => {
                                frame.values.pop();
                                pc = target as usize;
                            }
                        }
                        continue;
                    }
                    let iterator = top.clone();
                    attempt!(self.request_next(&iterator));
                    frame.pc = pc;
                    return Leave::Request(OnReturn::ForIter);
                }
                Op::Await | Op::YieldFrom => {
                    // Stays at this instruction until what it waits for is done.
                    frame.pc = pc - 1;
                    return Leave::Await;
                }
                Op::Yield => {
                    let value = pop!();
                    frame.pc = pc;
                    return Leave::Yield(value);
                }
                Op::AsyncYield => {
                    let value = pop!();
                    frame.pc = pc;
                    return Leave::AsyncYield(value);
                }
                // Containers and texts: build.rs.
                Op::BuildTuple(_)
                | Op::BuildList(_)
                | Op::BuildSet(_)
                | Op::BuildConstantSet(_)
                | Op::BuildMap(_)
                | Op::BuildString(_)
                | Op::ListToTuple
                | Op::SetAdd(_)
                | Op::MapAdd(_)
                | Op::ListExtend(_)
                | Op::SetUpdate(_)
                | Op::DictUpdate(_)
                | Op::DictMerge
                | Op::UnpackSequence(_)
                | Op::UnpackEx { .. }
                | Op::FormatValue { .. } => {
                    frame.pc = pc;
                    if let Err(leave) = self.build_op(frame, &function, op) {
                        return leave;
                    }
                }
                // Exceptions, patterns, await and import: blocks.rs.
                Op::Raise(_)
                | Op::PushExcInfo
                | Op::PopExcept
                | Op::CheckExcMatch
                | Op::CheckStarMatch
                | Op::HandleStar
                | Op::EndStar
                | Op::Reraise
                | Op::LoadAssertionError
                | Op::BeforeWith
                | Op::BeforeAsyncWith
                | Op::WithExceptStart
                | Op::MatchSequence
                | Op::MatchMapping
                | Op::GetLen
                | Op::MatchKeys
                | Op::MatchRest
                | Op::MatchClass(_)
                | Op::GetAwaitable(_)
                | Op::GetYieldFromIter
                | Op::GetAIter
                | Op::GetANext
                | Op::EndAsyncFor
                | Op::ImportName(_)
                | Op::ImportFrom(_)
                | Op::ImportStar
                | Op::PrintExpr => {
                    frame.pc = pc;
                    if let Err(leave) = self.block_op(frame, &function, op) {
                        return leave;
                    }
                }
                // Names that are no plain locals, and what is rarely done to things: names.rs.
                Op::DeleteLocal(_)
                | Op::DeleteDeref(_)
                | Op::LoadClassDeref(_)
                | Op::StoreGlobal(_)
                | Op::DeleteGlobal(_)
                | Op::LoadName(_)
                | Op::StoreName(_)
                | Op::DeleteName(_)
                | Op::DeleteAttr(_)
                | Op::LoadSuperAttr(_)
                | Op::DeleteItem
                | Op::BuildSlice(_)
                | Op::CallEx(_)
                | Op::MakeFunction(_)
                | Op::LoadBuildClass => {
                    frame.pc = pc;
                    if let Err(leave) = self.name_op(frame, &function, op) {
                        return leave;
                    }
                }
            }
        }
    }
}
