//! What becomes of a frame's result, and of an exception on its way through the frames.

use std::rc::Rc;

use crate::heap::{is_flat, is_inline};
use crate::native::Args;
use crate::objects::{
    Exc, ExcKind, Exception, GeneratorKind, GeneratorState, Remains, TraceEntry, error, runtime_error,
    type_error,
};
use crate::op::Op;
use crate::value::Value;
use crate::vm::async_generator::is_awaited_step;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};
use crate::vm::origins::Made;
use crate::vm::{Request, Vm};

/// The RecursionError of too many frames.
#[cold]
pub(crate) fn recursion_error() -> Exc {
    error(ExcKind::RecursionError, "maximum recursion depth exceeded")
}

/// `then` after `first`.
pub(crate) fn both(first: OnReturn, then: OnReturn) -> OnReturn {
    match (first, then) {
        (OnReturn::Push, then) => then,
        (first, OnReturn::Push) => first,
        (first, then) => OnReturn::Then(Box::new((first, then))),
    }
}

impl Vm {
    /// A frame to be filled.
    #[inline]
    pub(crate) fn frame_from_pool(&mut self) -> Box<Frame> {
        self.pool.pop().unwrap_or_else(|| Box::new(Frame::empty()))
    }

    /// Takes back a frame that has ended.
    #[inline]
    pub(crate) fn recycle(&mut self, mut frame: Box<Frame>) {
        if frame.remains.is_some() {
            self.leave_remains(&mut frame);
        }
        // Most of the last are small or empty: nothing happens when they go.
        while frame.values.last().is_some_and(is_inline) {
            std::mem::forget(frame.values.pop());
        }
        frame.values.clear();
        frame.function = None;
        frame.pc = 0;
        if !std::mem::take(&mut frame.bare) {
            frame.strip();
        }
        if self.pool.len() < 256 {
            self.pool.push(frame);
        }
    }

    /// A frame that is in tracebacks ends: they keep its local variables.
    #[cold]
    fn leave_remains(&mut self, frame: &mut Frame) {
        let Some(remains) = frame.remains.take() else { return };
        if Rc::strong_count(&remains) > 1 {
            let locals = locals_of(frame);
            drop_operands(&mut frame.values, locals);
            remains.keep(self.take_locals(frame));
            self.heap.store(remains);
        }
    }

    /// The local variables of a frame, where they are worth keeping.
    fn take_locals(&mut self, frame: &mut Frame) -> Vec<Value> {
        if frame.values.iter().all(is_flat) {
            return Vec::new();
        }
        let locals = std::mem::take(&mut frame.values);
        self.count_memory(locals.capacity() * size_of::<Value>());
        locals
    }

    /// Lets a fiber go on.
    pub(crate) fn begin(&mut self, fiber: &mut Fiber, input: Input) -> Option<Stop> {
        let Some(frame) = fiber.frames.last_mut() else {
            return Some(Stop::Raise(runtime_error("nothing to resume")));
        };
        let waiting = frame.is_waiting();
        let outcome = match input {
            Input::Continue => return None,
            input if waiting => {
                self.resume_levels(fiber, &input);
                self.step_await(fiber, input)
            }
            Input::Send(value) => {
                if frame.pc != 0 {
                    frame.values.push(value);
                }
                return None;
            }
            Input::Throw(error) => self.throw(fiber, error),
        };
        let outcome = match outcome {
            Err(error) if !fiber.frames.is_empty() => {
                self.chain(&error);
                self.unwind(fiber, error, false)
            }
            outcome => outcome,
        };
        outcome.unwrap_or_else(|error| Some(Stop::Raise(error)))
    }

    /// The top frame returns `value`.
    #[inline]
    pub(crate) fn leave_frame(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        let Some(mut frame) = fiber.frames.pop() else { return Ok(Some(Stop::Return(value))) };
        let then = match &mut frame.on_return {
            _ if frame.bare => None,
            OnReturn::Push if frame.owner.is_none() => None,
            other => Some(std::mem::take(other)),
        };
        let Some(then) = then else {
            self.recycle(frame);
            if self.has_dropped() {
                self.tidy_below(fiber);
            }
            return match fiber.frames.last_mut() {
                Some(below) => {
                    below.values.push(value);
                    Ok(None)
                }
                None => Ok(Some(Stop::Return(value))),
            };
        };
        let generator = self.generator_ended(fiber, &mut frame, &then);
        let namespace = frame.namespace.take();
        self.recycle(frame);
        drop(namespace);
        if self.has_dropped() {
            self.tidy_below(fiber);
        }
        if fiber.frames.is_empty() {
            return match then {
                OnReturn::Push | OnReturn::Delegate => Ok(Some(Stop::Return(value))),
                then => self.last_result(fiber, then, value),
            };
        }
        if generator {
            return self.generator_returned(fiber, then, value);
        }
        self.deliver(fiber, then, value)
    }

    /// The result of a fiber's first frame that has something to become first.
    fn last_result(&mut self, fiber: &mut Fiber, then: OnReturn, value: Value) -> Result<Option<Stop>, Exc> {
        let value = self.convert(then, value)?;
        if value.is_nothing() {
            return self.carry_out(fiber, OnReturn::Push);
        }
        Ok(Some(Stop::Return(value)))
    }

    /// Notes the end of a generator whose frame it was; whether it was one.
    fn generator_ended(&mut self, fiber: &mut Fiber, frame: &mut Frame, then: &OnReturn) -> bool {
        let Some(owner) = frame.owner.take() else { return false };
        owner.state.replace(GeneratorState::Finished);
        if owner.id != 0 {
            self.tell_left(owner.id);
        }
        if !matches!(then, OnReturn::Delegate) && !is_awaited_step(then) {
            fiber.base = frame.base;
        }
        frame.thrown = false;
        self.leave_level(fiber, frame);
        true
    }

    /// A generator that was resumed returned.
    fn generator_returned(
        &mut self,
        fiber: &mut Fiber,
        then: OnReturn,
        value: Value,
    ) -> Result<Option<Stop>, Exc> {
        match then {
            OnReturn::Delegate => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.values.pop();
                    frame.values.push(value);
                }
                Ok(None)
            }
            OnReturn::ForIter => {
                exhausted(fiber);
                Ok(None)
            }
            OnReturn::Close => self.deliver(fiber, OnReturn::Push, Value::None),
            OnReturn::Then(then) if matches!(then.0, OnReturn::Close) => {
                self.deliver(fiber, then.1, Value::None)
            }
            OnReturn::YieldNext => {
                end_await(fiber, value);
                Ok(None)
            }
            OnReturn::AsyncStep(object) => self.step_ended(fiber, &object, stop_async_iteration()),
            OnReturn::Then(then) if matches!(then.0, OnReturn::AsyncStep(_)) => {
                self.generator_returned(fiber, then.0, value)
            }
            _ => Err(stop_iteration(value)),
        }
    }

    /// Gives the top frame a result.
    pub(crate) fn deliver(
        &mut self,
        fiber: &mut Fiber,
        then: OnReturn,
        value: Value,
    ) -> Result<Option<Stop>, Exc> {
        if let OnReturn::Then(then) = then {
            let (first, second) = *then;
            let value = self.convert(first, value)?;
            if value.is_nothing() {
                return self.carry_out(fiber, second);
            }
            return self.deliver(fiber, second, value);
        }
        let Some(frame) = fiber.frames.last_mut() else {
            return self.last_result(fiber, then, value);
        };
        match then {
            OnReturn::Push | OnReturn::ForIter | OnReturn::Next => frame.values.push(value),
            OnReturn::Discard => {}
            OnReturn::Method => {
                frame.values.push(value);
                frame.values.push(Value::Nothing);
            }
            OnReturn::Delegate => {
                frame.values.pop();
                frame.values.push(value);
            }
            OnReturn::Close => return Err(runtime_error("generator ignored GeneratorExit")),
            OnReturn::YieldNext => {
                frame.pc -= 1;
                return self.await_yields(fiber, value);
            }
            OnReturn::ShortCircuit => {
                let Value::Bool(flag) = self.convert(OnReturn::Bool, value)? else { return Ok(None) };
                let op = frame.function.as_ref().and_then(|f| f.code.ops.get(frame.pc - 1).copied());
                match op {
                    Some(Op::JumpIfFalseOrPop(target)) if !flag => frame.pc = target as usize,
                    Some(Op::JumpIfTrueOrPop(target)) if flag => frame.pc = target as usize,
                    _ => drop(frame.values.pop()),
                }
            }
            OnReturn::Bool => {
                // The test that asked runs again, now with a plain bool.
                let flag = self.convert(OnReturn::Bool, value)?;
                frame.values.push(flag);
            }
            OnReturn::Raise(cause) => {
                return match self.prepare_raise(value, cause)? {
                    Some(error) => {
                        self.chain(&error);
                        Err(error)
                    }
                    None => self.carry_out(fiber, OnReturn::Push),
                };
            }
            then => {
                let value = self.convert(then, value)?;
                if value.is_nothing() {
                    return self.carry_out(fiber, OnReturn::Push);
                }
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.values.push(value);
                }
            }
        }
        Ok(None)
    }

    /// Makes of a result what is asked for; `Nothing` if that needs another call, which is requested.
    fn convert(&mut self, then: OnReturn, value: Value) -> Result<Value, Exc> {
        match then {
            OnReturn::Init(instance) => match value {
                Value::None => Ok(instance),
                other => {
                    let name = self.type_name(&other);
                    Err(type_error(format!("__init__() should return None, not '{name}'")))
                }
            },
            OnReturn::Instead(instead) => Ok(instead),
            OnReturn::New(parts) => {
                let (class, positional, keywords) = *parts;
                self.after_new(&class, value, positional, keywords)
            }
            OnReturn::Truth(invert) => match self.truth_of(&value)? {
                Value::Bool(flag) => Ok(Value::Bool(flag != invert)),
                other => {
                    if let Some(Request::Call { then, .. }) = &mut self.request {
                        *then = OnReturn::Truth(invert);
                    }
                    Ok(other)
                }
            },
            OnReturn::Binary(reflect) => match value {
                Value::NotImplemented => self.binary_next(*reflect),
                value => Ok(value),
            },
            OnReturn::Compare(reflect) => match value {
                Value::NotImplemented => self.compare_next(*reflect),
                value => Ok(value),
            },
            OnReturn::Iterator => {
                if self.is_iterator(&value) {
                    return Ok(value);
                }
                let name = self.type_name(&value);
                Err(type_error(format!("iter() returned non-iterator of type '{name}'")))
            }
            OnReturn::AsyncIterator(statement) => self.check_aiter(value, statement),
            OnReturn::Awaitable(awaiting, object) => {
                if let Value::Object(object) = &value
                    && let crate::objects::NativeData::CoroutineWrapper(coroutine) = &object.data
                {
                    return Ok(coroutine.clone());
                }
                if matches!(&value, Value::Generator(g) if g.kind == GeneratorKind::Coroutine) {
                    let error = type_error("__await__() returned a coroutine");
                    return Err(self.not_awaitable(awaiting, &object, error));
                }
                if self.is_iterator(&value) {
                    return Ok(value);
                }
                let name = self.type_name(&value);
                let error = type_error(format!("__await__() returned non-iterator of type '{name}'"));
                Err(self.not_awaitable(awaiting, &object, error))
            }
            OnReturn::Text(method) => match &value {
                Value::Str(_) => Ok(value),
                other => {
                    let name = self.type_name(other);
                    Err(type_error(match method {
                        "__format__" => format!("__format__ must return a str, not {name}"),
                        _ => format!("{method} returned non-string (type {name})"),
                    }))
                }
            },
            OnReturn::NotEmpty => {
                let len = self.convert(OnReturn::Length, value)?;
                Ok(Value::Bool(!matches!(len, Value::Int(0))))
            }
            OnReturn::Length => match &value {
                Value::Int(len) if *len < 0 => {
                    Err(crate::objects::value_error("__len__() should return >= 0"))
                }
                Value::Int(_) | Value::BigInt(_) => Ok(value),
                Value::Bool(flag) => Ok(Value::Int(i64::from(*flag))),
                other => {
                    let name = self.type_name(other);
                    Err(type_error(format!("'{name}' object cannot be interpreted as an integer")))
                }
            },
            OnReturn::Bool => match &value {
                Value::Bool(_) => Ok(value),
                other => {
                    let name = self.type_name(other);
                    Err(type_error(format!("__bool__ should return bool, returned {name}")))
                }
            },
            OnReturn::ClassBody(parts) => self.finish_class(*parts, &value),
            OnReturn::Keep(parts) => parts.0(self, Args::positional(&[parts.1, value])),
            _ => Ok(value),
        }
    }

    /// Carries out the request that a native or an operation left.
    pub(crate) fn carry_out(&mut self, fiber: &mut Fiber, outer: OnReturn) -> Result<Option<Stop>, Exc> {
        match self.request.take() {
            None => Err(runtime_error("a native function returned nothing")),
            Some(Request::Call { callable, positional, keywords, then }) => {
                self.call_with(fiber, callable, positional, keywords, both(then, outer))
            }
            Some(Request::ClassBody { body, namespace, then }) => {
                let mut frame = self.bind(&body, Vec::new(), Vec::new())?;
                frame.namespace = Some(namespace);
                frame.on_return = both(then, outer);
                fiber.frames.push(frame);
                Ok(None)
            }
            Some(Request::Instantiate { class, positional, keywords }) => {
                self.instantiate(fiber, &class, positional, keywords, outer)
            }
            Some(Request::Super) => {
                let value = self.super_here(fiber)?;
                self.deliver(fiber, outer, value)
            }
            Some(Request::Locals) => {
                let value = self.locals_here(fiber)?;
                self.deliver(fiber, outer, value)
            }
            Some(Request::Names) => {
                let locals = self.locals_here(fiber)?;
                let names = self.prelude("sorted", vec![locals, Value::None, Value::Bool(false)])?;
                debug_assert!(names.is_nothing(), "the prelude answers by request");
                self.carry_out(fiber, outer)
            }
            Some(Request::Globals) => {
                let globals = fiber.frames.last().and_then(|frame| frame.function.as_ref());
                let globals =
                    globals.map_or_else(|| self.main.dict.clone(), |function| function.globals.clone());
                self.deliver(fiber, outer, Value::Dict(globals))
            }
            Some(Request::Frame { above, most, then }) => {
                let value = self.frame_above(fiber, above, most);
                self.deliver(fiber, both(then, outer), value)
            }
            Some(Request::Resume { generator, input, then }) => {
                self.resume(fiber, &generator, input, both(then, outer))
            }
            Some(Request::Place { made, depth, value }) => {
                self.keep_place(fiber, made, depth);
                self.deliver(fiber, outer, value)
            }
            Some(Request::Sleep(moment)) => {
                self.deliver(fiber, outer, Value::None)?;
                Ok(Some(Stop::Sleep(moment)))
            }
            Some(Request::Park(moment, value)) => {
                self.deliver(fiber, outer, value)?;
                Ok(Some(Stop::Park(moment)))
            }
            Some(Request::RunLoop) => {
                let frames = fiber.frames.iter();
                self.outside =
                    frames.filter_map(|frame| Some((frame.function.clone()?, frame.op()))).collect();
                if let Some(task) = self.asyncio.unplaced.take() {
                    self.keep_place(fiber, Made::Future(task), usize::MAX);
                }
                Ok(Some(Stop::RunLoop))
            }
        }
    }

    /// Calls a native with arguments that are at hand.
    pub(crate) fn call_native(
        &mut self,
        body: crate::native::NativeBody,
        positional: &[Value],
        keywords: Vec<(Value, Value)>,
    ) -> Result<Value, Exc> {
        if keywords.is_empty() {
            return body(self, Args::positional(positional));
        }
        let (names, values): (Vec<Value>, Vec<Value>) = keywords.into_iter().unzip();
        body(self, Args { positional, keywords: &values, names: &names })
    }

    /// An exception is thrown at where the top frame stands.
    pub(crate) fn throw(&mut self, fiber: &mut Fiber, error: Exc) -> Result<Option<Stop>, Exc> {
        self.chain_thrown(&error);
        self.unwind(fiber, error, false)
    }

    /// Brings an exception to the handler that takes it. `again`: the top frame is in its traceback already.
    pub(crate) fn unwind(&mut self, fiber: &mut Fiber, error: Exc, again: bool) -> Result<Option<Stop>, Exc> {
        let mut error = error;
        let mut again = again;
        loop {
            let Some(frame) = fiber.frames.last_mut() else { return Err(error) };
            // A frame that has not begun (a coroutine thrown into at once) is at its `def` line, in no handler.
            let op = frame.pc.checked_sub(1).and_then(|op| u32::try_from(op).ok()).unwrap_or(u32::MAX);
            let mut traced = false;
            if let Some(function) = &frame.function {
                let code = &function.code;
                let handler = code.handlers.iter().find(|handler| handler.start <= op && op < handler.end);
                let handler = handler.filter(|_| self.killed.is_none());
                if !again && code.source.filename != "<prelude>" {
                    if handler.is_some() && frame.remains.is_none() && !code.local_names.is_empty() {
                        frame.remains = Some(Rc::default());
                    }
                    let mut trace = error.trace.borrow_mut();
                    // A traceback is for reading: what goes on for ever is cut.
                    traced = trace.len() < 2_000;
                    if traced {
                        let remains = frame.remains.clone();
                        trace.push(TraceEntry { code: code.clone(), op, remains });
                    }
                }
                if let Some(handler) = handler {
                    let locals = code.local_names.len();
                    let (target, depth) = (handler.target as usize, handler.depth as usize);
                    drop_operands(&mut frame.values, locals + depth);
                    frame.pc = target;
                    frame.values.push(Value::Exception(error));
                    if !self.dropped.borrow().is_empty() {
                        // What was to be used goes away here, whoever comes next.
                        let function = function.clone();
                        self.set_here(&function, op as usize);
                        self.tidy();
                    }
                    return Ok(None);
                }
            }
            again = false;
            if error.is(ExcKind::StopIteration) && fiber.frames.last().is_some_and(|frame| is_iterator(frame))
            {
                // What stands for an iterator in C ends where the program's code says so.
                return self.leave_frame(fiber, Value::None);
            }
            let Some(mut frame) = fiber.frames.pop() else { return Err(error) };
            let locals = locals_of(&frame);
            drop_operands(&mut frame.values, locals);
            if traced && frame.remains.is_none() {
                let locals = self.take_locals(&mut frame);
                if !locals.is_empty()
                    && let Some(entry) = error.trace.borrow_mut().last_mut()
                {
                    let remains = Remains::new(locals);
                    self.heap.store(remains.clone());
                    entry.remains = Some(remains);
                }
            }
            let then = std::mem::take(&mut frame.on_return);
            let kind = frame.owner.as_ref().map(|owner| owner.kind);
            let awaited = matches!(then, OnReturn::Delegate) || is_awaited_step(&then);
            self.generator_ended(fiber, &mut frame, &then);
            self.recycle(frame);
            if let Some(kind) = kind
                && let Some(raised) = forbidden(kind, &error)
            {
                let noun = match kind {
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "async generator",
                    _ => "generator",
                };
                let outer = runtime_error(format!("{noun} raised {raised}"));
                outer.cause.replace(Some(error.clone()));
                outer.context.replace(Some(error));
                outer.suppress_context.set(true);
                error = outer;
            }
            let (then, rest) = match then {
                OnReturn::Then(then) => *then,
                then => (then, OnReturn::Push),
            };
            match then {
                OnReturn::ForIter if kind.is_none() && error.is(ExcKind::StopIteration) => {
                    exhausted(fiber);
                    return Ok(None);
                }
                OnReturn::AsyncStep(object) => match self.step_ended(fiber, &object, error) {
                    Ok(stop) => return Ok(stop),
                    Err(next) => error = next,
                },
                OnReturn::YieldNext if error.is(ExcKind::StopIteration) => {
                    let value = error.args.borrow().first().cloned().unwrap_or(Value::None);
                    end_await(fiber, value);
                    return Ok(None);
                }
                OnReturn::Close
                    if error.is(ExcKind::GeneratorExit)
                        || (kind.is_none() && error.is(ExcKind::StopIteration)) =>
                {
                    return self.deliver(fiber, OnReturn::Push, Value::None);
                }
                OnReturn::GetAttr(parts) if error.is(ExcKind::AttributeError) => {
                    let (object, name) = *parts;
                    match self.ask_getattr(&object, &name) {
                        Some(Ok(_)) => match self.carry_out(fiber, rest) {
                            Ok(stop) => return Ok(stop),
                            Err(next) => error = next,
                        },
                        Some(Err(next)) => error = next,
                        None => {}
                    }
                }
                _ => {}
            }
            if awaited && self.is_thrown(fiber) {
                self.chain_thrown(&error);
            }
        }
    }
}

/// How many values of a frame are its local variables.
fn locals_of(frame: &Frame) -> usize {
    frame.function.as_ref().map_or(0, |function| function.code.local_names.len())
}

/// Drops what is beyond the first `kept` values, the top first.
fn drop_operands(values: &mut Vec<Value>, kept: usize) {
    while values.len() > kept {
        drop(values.pop());
    }
}

/// The loop of the `for` whose iterator ended goes on behind it.
fn exhausted(fiber: &mut Fiber) {
    let Some(frame) = fiber.frames.last_mut() else { return };
    let op = frame.function.as_ref().and_then(|f| f.code.ops.get(frame.pc.saturating_sub(1)).copied());
    if let Some(Op::ForIter(target) | Op::ForIterStore { target, .. }) = op {
        frame.values.pop();
        frame.pc = target as usize;
    }
}

/// An await of an iterator is over.
fn end_await(fiber: &mut Fiber, value: Value) {
    if let Some(frame) = fiber.frames.last_mut() {
        frame.values.pop();
        frame.values.push(value);
    }
}

/// Whether a frame is that of a generator of the engine's own that stands for an iterator.
fn is_iterator(frame: &Frame) -> bool {
    let generator = frame
        .owner
        .as_ref()
        .is_some_and(|owner| matches!(owner.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_)));
    generator
        && frame.function.as_ref().is_some_and(|function| {
            let source = &function.code.source;
            source.hidden && ["<prelude>", "<itertools>"].contains(&source.filename.as_str())
        })
}

/// What must not come out of a generator of that kind: its own ends are told by it.
fn forbidden(kind: GeneratorKind, error: &Exc) -> Option<&'static str> {
    if error.is(ExcKind::StopIteration) {
        return Some("StopIteration");
    }
    let asynchronous = kind == GeneratorKind::AsyncGenerator && error.is(ExcKind::StopAsyncIteration);
    asynchronous.then_some("StopAsyncIteration")
}

/// The StopAsyncIteration of an asynchronous generator that returned.
fn stop_async_iteration() -> Exc {
    Exception::new(ExcKind::StopAsyncIteration, Vec::new())
}

/// The StopIteration of a generator that returned.
pub(crate) fn stop_iteration(value: Value) -> Exc {
    let args = if value.is_none() { Vec::new() } else { vec![value] };
    Exception::new(ExcKind::StopIteration, args)
}
