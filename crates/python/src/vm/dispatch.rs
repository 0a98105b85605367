//! The run loop: one match over the instructions of the running frame.
//!
//! Plain work on plain values happens here; everything else is a call into the neighbours. An operation that
//! has to run the program's code answers `Value::Nothing` and leaves a request (see [`Vm::request`]),
//! which is carried out between two instructions. The loop never blocks and never recurses for a call of
//! Python by Python.

use std::rc::Rc;

use crate::native::Args;
use crate::objects::{Cell, Exc, Iter, IterState, Slice};
use crate::op::{BinaryOp, CompareOp, Op, UnaryOp};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};

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

/// Arithmetic of small ints; None if the result does not fit or needs more thought.
#[inline(always)]
pub(crate) fn int_binary(op: BinaryOp, a: i64, b: i64) -> Option<Value> {
    Some(Value::Int(match op {
        BinaryOp::Add => a.checked_add(b)?,
        BinaryOp::Sub => a.checked_sub(b)?,
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
fn quick_binary(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => int_binary(op, *a, *b),
        (Value::Float(a), Value::Float(b)) => float_binary(op, *a, *b),
        (Value::Float(a), Value::Int(b)) => float_binary(op, *a, *b as f64),
        (Value::Int(a), Value::Float(b)) => float_binary(op, *a as f64, *b),
        _ => None,
    }
}

#[inline(always)]
fn ordered<T: PartialOrd>(op: CompareOp, a: &T, b: &T) -> bool {
    match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Eq => a == b,
        CompareOp::Ne => a != b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
    }
}

/// A comparison that needs no machine.
#[inline(always)]
pub(crate) fn quick_compare(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(ordered(op, a, b)),
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
fn quick_truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::None => Some(false),
        Value::Int(number) => Some(*number != 0),
        Value::Str(text) => Some(!text.is_empty()),
        Value::List(list) => Some(!list.items.borrow().is_empty()),
        _ => None,
    }
}

/// What correct code never does.
#[cold]
fn empty_stack() -> Leave {
    Leave::Raise(crate::objects::runtime_error("nothing on the stack"))
}

/// Whether letting go of a value frees nothing that could matter.
#[inline(always)]
fn is_inline(value: &Value) -> bool {
    matches!(value, Value::Int(_) | Value::None | Value::Bool(_) | Value::Float(_) | Value::Nothing)
}

#[inline(always)]
fn copy(value: &Value) -> Value {
    // Most values are small: no call, no count.
    match value {
        Value::Int(number) => Value::Int(*number),
        Value::Float(number) => Value::Float(*number),
        other => other.clone(),
    }
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
                Op::DeleteLocal(slot) => {
                    let old = std::mem::replace(&mut frame.values[slot as usize], Value::Nothing);
                    if old.is_nothing() {
                        attempt!(Err(unbound_local(code, slot)));
                    }
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
                Op::DeleteDeref(slot) => {
                    let old = match &frame.values[slot as usize] {
                        Value::Cell(cell) => cell.value.replace(Value::Nothing),
                        _ => Value::Nothing,
                    };
                    if old.is_nothing() {
                        attempt!(Err(unbound_cell(code, slot)));
                    }
                    let_go!(old);
                }
                Op::LoadClassDeref(slot) => {
                    let name = &code.local_names[slot as usize];
                    let found = frame.namespace.as_ref().and_then(|namespace| namespace.get_name(name));
                    let value = match (found, &frame.values[slot as usize]) {
                        (Some(value), _) => value,
                        (None, Value::Cell(cell)) => cell.value.borrow().clone(),
                        _ => Value::Nothing,
                    };
                    if value.is_nothing() {
                        attempt!(Err(unbound_cell(code, slot)));
                    }
                    push!(value);
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
                Op::StoreGlobal(index) => {
                    let value = pop!();
                    function.globals.set_name(&code.names[index as usize], value);
                    if self.has_dropped() {
                        here!();
                        self.tidy();
                    }
                }
                Op::DeleteGlobal(index) => {
                    let name = &code.names[index as usize];
                    match function.globals.remove_name(name) {
                        Some(old) => let_go!(old),
                        None => attempt!(Err(self.name_error(name))),
                    }
                }
                Op::LoadName(index) => {
                    let name = &code.names[index as usize];
                    let found = frame.namespace.as_ref().and_then(|namespace| namespace.get_name(name));
                    let found = found.or_else(|| function.globals.get_name(name));
                    match found.or_else(|| self.builtins.get_name(name)) {
                        Some(value) => push!(value),
                        None => attempt!(Err(self.name_error(name))),
                    }
                }
                Op::StoreName(index) => {
                    let value = pop!();
                    let name = &code.names[index as usize];
                    match &frame.namespace {
                        Some(namespace) => namespace.set_name(name, value),
                        None => function.globals.set_name(name, value),
                    }
                }
                Op::DeleteName(index) => {
                    let name = &code.names[index as usize];
                    let namespace = frame.namespace.as_ref().unwrap_or(&function.globals);
                    if namespace.remove_name(name).is_none() {
                        attempt!(Err(self.name_error(name)));
                    }
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
                Op::DeleteAttr(index) => {
                    let object = pop!();
                    let done = self.remove_attr(&object, &code.names[index as usize]);
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
                Op::LoadSuperAttr(_) => {
                    attempt!(Err(crate::objects::runtime_error("unknown instruction")));
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
                Op::DeleteItem => {
                    let key = pop!();
                    let object = pop!();
                    if let Value::Nothing = attempt!(self.remove_item(&object, &key)) {
                        frame.pc = pc;
                        return Leave::Request(OnReturn::Discard);
                    }
                }
                Op::BuildSlice(n) => {
                    let step = if n == 3 { pop!() } else { Value::None };
                    let stop = pop!();
                    let start = pop!();
                    push!(Value::Slice(Rc::new(Slice { start, stop, step })));
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
                Op::CallEx(has_keywords) => {
                    here!();
                    self.fuel -= 1;
                    let keywords = if has_keywords { pop!() } else { Value::None };
                    let arguments = pop!();
                    let receiver = pop!();
                    let callable = pop!();
                    frame.pc = pc;
                    attempt!(self.request_call_ex(callable, receiver, &arguments, &keywords));
                    return Leave::Request(OnReturn::Push);
                }
                Op::Return => {
                    let value = pop!();
                    frame.pc = pc;
                    return Leave::Return(value);
                }
                Op::MakeFunction(flags) => {
                    let made = self.make_function(&function, flags, &mut frame.values);
                    push!(made);
                }
                Op::LoadBuildClass => push!(self.build_class_function()),

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
                    let value = pop!();
                    let flag = match quick_truth(&value) {
                        Some(flag) => flag,
                        None => {
                            let flag = ask_truth!(&value);
                            let_go!(value);
                            flag
                        }
                    };
                    if !flag {
                        if (target as usize) < pc {
                            jump_back!(target);
                        } else {
                            pc = target as usize;
                        }
                    }
                }
                Op::JumpIfTrue(target) => {
                    let value = pop!();
                    let flag = match quick_truth(&value) {
                        Some(flag) => flag,
                        None => {
                            let flag = ask_truth!(&value);
                            let_go!(value);
                            flag
                        }
                    };
                    if flag {
                        if (target as usize) < pc {
                            jump_back!(target);
                        } else {
                            pc = target as usize;
                        }
                    }
                }
                Op::JumpIfNone(target) => {
                    if pop!().is_none() {
                        if (target as usize) < pc {
                            jump_back!(target);
                        } else {
                            pc = target as usize;
                        }
                    }
                }
                Op::JumpIfNotNone(target) => {
                    if !pop!().is_none() {
                        if (target as usize) < pc {
                            jump_back!(target);
                        } else {
                            pc = target as usize;
                        }
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

                Op::BuildTuple(n) => {
                    let items = frame.values.split_off(frame.values.len() - n as usize);
                    push!(Value::tuple(items));
                }
                Op::BuildList(n) => {
                    let items = frame.values.split_off(frame.values.len() - n as usize);
                    attempt!(self.charge(64 + items.len() * 16));
                    let list = self.new_list(items);
                    push!(list);
                }
                Op::BuildSet(n) => {
                    let items = frame.values.split_off(frame.values.len() - n as usize);
                    let set = self.new_set(crate::containers::SetTable::new());
                    for item in items {
                        attempt!(self.set_add(&set, item));
                    }
                    push!(Value::Set(set));
                }
                Op::BuildConstantSet(n) => {
                    let items = frame.values.split_off(frame.values.len() - n as usize);
                    let set = self.new_set(crate::containers::SetTable::new());
                    for item in items {
                        attempt!(self.set_add(&set, item));
                    }
                    let merged = set.table.borrow().merged_copy();
                    let merged = self.new_set(merged);
                    push!(Value::Set(merged));
                }
                Op::BuildMap(n) => {
                    let items = frame.values.split_off(frame.values.len() - 2 * n as usize);
                    attempt!(self.charge(128 + items.len() * 24));
                    let dict = self.new_dict();
                    let mut items = items.into_iter();
                    while let (Some(key), Some(value)) = (items.next(), items.next()) {
                        attempt!(self.dict_set(&dict, key, value));
                    }
                    push!(Value::Dict(dict));
                }
                Op::BuildString(n) => {
                    let parts = frame.values.split_off(frame.values.len() - n as usize);
                    let len = parts.iter().filter_map(Value::as_str).map(str::len).sum();
                    attempt!(self.charge_text(len));
                    let mut text = String::with_capacity(len);
                    parts.iter().filter_map(Value::as_str).for_each(|part| text.push_str(part));
                    push!(Value::str(text));
                }
                Op::ListToTuple => {
                    let list = pop!();
                    let items = match &list {
                        Value::List(list) => list.items.borrow().clone(),
                        _ => Vec::new(),
                    };
                    push!(Value::tuple(items));
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
                Op::SetAdd(depth) => {
                    let item = pop!();
                    let at = frame.values.len() - depth as usize;
                    if let Value::Set(set) = frame.values[at].clone() {
                        attempt!(self.set_add(&set, item));
                    }
                }
                Op::MapAdd(depth) => {
                    let value = pop!();
                    let key = pop!();
                    let at = frame.values.len() - depth as usize;
                    if let Value::Dict(dict) = frame.values[at].clone() {
                        attempt!(self.dict_set(&dict, key, value));
                    }
                }
                Op::ListExtend(depth) | Op::SetUpdate(depth) => {
                    let iterable = pop!();
                    let at = frame.values.len() - depth as usize;
                    let target = frame.values[at].clone();
                    match attempt!(self.collect(&iterable)) {
                        Some(items) => match &target {
                            Value::List(list) => {
                                attempt!(self.charge(items.len() * 16));
                                list.items.borrow_mut().extend(items);
                            }
                            Value::Set(set) => {
                                for item in items {
                                    attempt!(self.set_add(set, item));
                                }
                            }
                            _ => {}
                        },
                        None => {
                            // Made a list first; then the same instruction again.
                            let after_star = matches!(op, Op::ListExtend(_));
                            let alone = matches!(ops.get(pc), Some(Op::CallEx(_) | Op::ListToTuple))
                                && matches!(&target, Value::List(list) if list.items.borrow().is_empty())
                                && at >= 2;
                            let callable = if alone { Some(frame.values[at - 2].clone()) } else { None };
                            attempt!(self.check_star(&iterable, after_star, callable.as_ref()));
                            attempt!(self.prelude("to_list", vec![iterable]));
                            frame.pc = pc - 1;
                            return Leave::Request(OnReturn::Push);
                        }
                    }
                }
                Op::DictUpdate(depth) => {
                    let mapping = pop!();
                    let at = frame.values.len() - depth as usize;
                    let target = frame.values[at].clone();
                    if !attempt!(self.dict_update(&target, &mapping)) {
                        attempt!(self.prelude("to_dict", vec![mapping]));
                        frame.pc = pc - 1;
                        return Leave::Request(OnReturn::Push);
                    }
                }
                Op::DictMerge => {
                    let mapping = pop!();
                    let at = frame.values.len();
                    let target = frame.values[at - 1].clone();
                    let callable = frame.values[at - 4].clone();
                    if !attempt!(self.dict_merge(&target, &mapping, &callable)) {
                        attempt!(self.prelude("to_dict", vec![mapping]));
                        frame.pc = pc - 1;
                        return Leave::Request(OnReturn::Push);
                    }
                }
                Op::UnpackSequence(n) => {
                    let sequence = pop!();
                    let n = n as usize;
                    match &sequence {
                        Value::Tuple(items) if items.len() == n => {
                            frame.values.extend(items.iter().rev().cloned());
                        }
                        Value::List(list) if list.items.borrow().len() == n => {
                            frame.values.extend(list.items.borrow().iter().rev().cloned());
                        }
                        _ => match attempt!(self.unpack(&sequence, n)) {
                            Some(items) => frame.values.extend(items.into_iter().rev()),
                            None => {
                                attempt!(self.prelude("unpack", vec![sequence, Value::from(n)]));
                                frame.pc = pc - 1;
                                return Leave::Request(OnReturn::Push);
                            }
                        },
                    }
                }
                Op::UnpackEx { before, after } => {
                    let sequence = pop!();
                    match attempt!(self.collect(&sequence)) {
                        Some(items) => {
                            let (before, after) = (usize::from(before), usize::from(after));
                            if items.len() < before + after {
                                attempt!(Err(crate::objects::value_error(format!(
                                    "not enough values to unpack (expected at least {}, got {})",
                                    before + after,
                                    items.len()
                                ))));
                            }
                            let mut first = items;
                            let mut middle = first.split_off(before);
                            let last = middle.split_off(middle.len() - after);
                            frame.values.extend(last.into_iter().rev());
                            let middle = self.new_list(middle);
                            push!(middle);
                            frame.values.extend(first.into_iter().rev());
                        }
                        None => {
                            attempt!(self.check_unpackable(&sequence));
                            attempt!(self.prelude("to_list", vec![sequence]));
                            frame.pc = pc - 1;
                            return Leave::Request(OnReturn::Push);
                        }
                    }
                }
                Op::FormatValue { conversion, spec } => {
                    let spec = if spec { pop!() } else { Value::Nothing };
                    let value = pop!();
                    if let (
                        Value::Str(_),
                        crate::op::Conversion::None | crate::op::Conversion::Str,
                        Value::Nothing,
                    ) = (&value, conversion, &spec)
                    {
                        push!(value);
                        continue;
                    }
                    answer!(self.format_field(&value, conversion, &spec), OnReturn::Text("__format__"));
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

                Op::Raise(count) => {
                    let cause = if count == 2 { pop!() } else { Value::Nothing };
                    let exception = if count >= 1 { pop!() } else { Value::Nothing };
                    frame.pc = pc;
                    if count == 0 {
                        return match self.handled.clone() {
                            Some(error) => Leave::Reraise(error),
                            None => {
                                Leave::Raise(crate::objects::runtime_error("No active exception to reraise"))
                            }
                        };
                    }
                    return match self.prepare_raise(exception, cause) {
                        Ok(Some(error)) | Err(error) => Leave::Raise(error),
                        Ok(None) => Leave::Request(OnReturn::Push),
                    };
                }
                Op::PushExcInfo => {
                    let exception = pop!();
                    let previous = self.handled.take().map_or(Value::None, Value::Exception);
                    if let Value::Exception(exception) = &exception {
                        self.handled = Some(exception.clone());
                    }
                    push!(previous);
                    push!(exception);
                }
                Op::PopExcept => {
                    self.handled = match pop!() {
                        Value::Exception(previous) => Some(previous),
                        _ => None,
                    };
                }
                Op::CheckExcMatch => {
                    let class = pop!();
                    let matches = match frame.values.last() {
                        Some(Value::Exception(exception)) => {
                            let exception = exception.clone();
                            attempt!(self.exception_matches(&exception, &class))
                        }
                        _ => false,
                    };
                    push!(Value::Bool(matches));
                }
                Op::CheckStarMatch => {
                    let types = pop!();
                    let caught = pop!();
                    answer!(self.except_star(&caught, &types));
                }
                Op::HandleStar => {
                    if let Some(Value::Exception(matched)) = frame.values.last() {
                        self.handled = Some(matched.clone());
                    }
                }
                Op::EndStar => {
                    let errors = pop!();
                    let caught = pop!();
                    answer!(self.after_except_star(&caught, &errors));
                }
                Op::Reraise => {
                    let exception = pop!();
                    frame.pc = pc;
                    return match exception {
                        Value::Exception(exception) => Leave::Reraise(exception),
                        _ => Leave::Raise(crate::objects::runtime_error("nothing to raise again")),
                    };
                }
                Op::LoadAssertionError => {
                    let class = self.types.exception(crate::objects::ExcKind::AssertionError).clone();
                    push!(Value::Class(class));
                }
                Op::BeforeWith | Op::BeforeAsyncWith => {
                    let manager = pop!();
                    let (exit, result) = attempt!(self.before_with(&manager, op == Op::BeforeAsyncWith));
                    push!(exit);
                    attempt!(self.request_call(result, Value::Nothing, Vec::new(), Vec::new()));
                    frame.pc = pc;
                    return Leave::Request(OnReturn::Push);
                }
                Op::WithExceptStart => {
                    let len = frame.values.len();
                    let exception = frame.values[len - 1].clone();
                    let exit = frame.values[len - 3].clone();
                    let arguments = self.exit_arguments(&exception);
                    attempt!(self.request_call(exit, Value::Nothing, arguments, Vec::new()));
                    frame.pc = pc;
                    return Leave::Request(OnReturn::Push);
                }

                Op::MatchSequence => {
                    let flag = frame.values.last().is_some_and(super::patterns::is_sequence);
                    push!(Value::Bool(flag));
                }
                Op::MatchMapping => {
                    let flag = frame.values.last().is_some_and(super::patterns::is_mapping);
                    push!(Value::Bool(flag));
                }
                Op::GetLen => {
                    let subject = frame.values.last().cloned().unwrap_or(Value::Nothing);
                    let length = attempt!(self.len(&subject));
                    push!(Value::from(length));
                }
                Op::MatchKeys => {
                    let len = frame.values.len();
                    let (subject, keys) = (frame.values[len - 2].clone(), frame.values[len - 1].clone());
                    answer!(self.match_keys(&subject, &keys));
                }
                Op::MatchRest => {
                    let keys = pop!();
                    let subject = pop!();
                    answer!(self.match_rest(&subject, &keys));
                }
                Op::MatchClass(positional) => {
                    let names = pop!();
                    let class = pop!();
                    let subject = pop!();
                    answer!(self.match_class(&subject, &class, positional as usize, &names));
                }

                Op::GetAwaitable(awaiting) => {
                    let value = pop!();
                    answer!(self.get_awaitable(value, awaiting));
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
                Op::GetYieldFromIter => {
                    let value = pop!();
                    match &value {
                        Value::Generator(_) | Value::Iter(_) => push!(value),
                        _ => answer!(self.get_iter(&value), OnReturn::Iterator),
                    }
                }
                Op::AsyncYield => {
                    let value = pop!();
                    frame.pc = pc;
                    return Leave::AsyncYield(value);
                }
                Op::GetAIter => {
                    let value = pop!();
                    answer!(self.get_aiter(value, true));
                }
                Op::GetANext => {
                    let iterator = frame.values.last().cloned().unwrap_or(Value::Nothing);
                    answer!(self.get_anext(&iterator, true));
                }
                Op::EndAsyncFor => {
                    let exception = pop!();
                    if let Value::Exception(exception) = exception
                        && !exception.is(crate::objects::ExcKind::StopAsyncIteration)
                    {
                        frame.pc = pc;
                        return Leave::Reraise(exception);
                    }
                    let_go!(pop!());
                }

                Op::ImportName(index) => {
                    here!();
                    let fromlist = pop!();
                    let level = pop!();
                    answer!(self.import_name(&code.names[index as usize], &fromlist, &level));
                }
                Op::ImportFrom(index) => {
                    let module = frame.values.last().cloned().unwrap_or(Value::Nothing);
                    let found = attempt!(self.import_from(&module, &code.names[index as usize]));
                    push!(found);
                }
                Op::ImportStar => {
                    let module = pop!();
                    attempt!(self.import_star(&module, &function.globals));
                }
                Op::PrintExpr => drop(frame.values.pop()),
            }
        }
    }
}

#[cold]
fn unbound_local(code: &crate::code::Code, slot: u32) -> Exc {
    let name = code.local_names.get(slot as usize).map_or("?", |name| name.as_str());
    crate::objects::error(
        crate::objects::ExcKind::UnboundLocalError,
        format!("cannot access local variable '{name}' where it is not associated with a value"),
    )
}

#[cold]
fn unbound_cell(code: &crate::code::Code, slot: u32) -> Exc {
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
