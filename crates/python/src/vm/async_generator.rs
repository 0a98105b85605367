//! Asynchronous generators: their steps, `async for`, and how they end.
//!
//! A step (`__anext__()`, `asend()`, `athrow()`, `aclose()`) is awaited as a coroutine is: the generator's frame is laid
//! on the frame that awaits, and what it awaits itself goes through to the task. A `yield` takes that one frame off
//! again and is the result of the await. A step can also be driven by hand with `send` and `throw`: then the generator is
//! resumed like any other, and a `yield` is a StopIteration.
//!
//! Mirrors `async_gen_asend_send`, `async_gen_athrow_send` and their neighbours in CPython's `genobject.c`.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use loopscope_core::asyncgens::AsyncGenerator;
use loopscope_core::coroutine::Coroutine;

use crate::asyncio::Py;
use crate::objects::{
    AsyncStep, Exc, ExcKind, Exception, Generator, GeneratorKind, GeneratorState, NativeData, NativeObject,
    StepKind, StepState, runtime_error, type_error, value_error,
};
use crate::value::Value;
use crate::vm::awaiting::end_await;
use crate::vm::closing::close_above;
use crate::vm::deliver::stop_iteration;
use crate::vm::frame::{Fiber, Input, OnReturn, Stop};
use crate::vm::{Request, Vm};

pub(super) const IGNORED_EXIT: &str = "async generator ignored GeneratorExit";

/// The step that an object is.
pub(crate) fn as_step(object: &NativeObject) -> Option<&AsyncStep> {
    match &object.data {
        NativeData::AsyncStep(step) => Some(step),
        _ => None,
    }
}

/// Whether the frame with this `on_return` belongs to an awaited step.
pub(crate) fn is_awaited_step(then: &OnReturn) -> bool {
    matches!(then, OnReturn::AsyncStep(object) if as_step(object).is_some_and(|step| step.awaited.get()))
}

pub(super) fn set_running(generator: &Generator, running: bool) {
    if let Some(part) = &generator.asynchronous {
        part.running.set(running);
    }
}

pub(super) fn set_closed(generator: &Generator) {
    if let Some(part) = &generator.asynchronous {
        part.closed.set(true);
    }
}

pub(super) fn ends(error: &Exc) -> bool {
    error.is(ExcKind::StopAsyncIteration) || error.is(ExcKind::GeneratorExit)
}

impl Vm {
    /// A step of a generator. The first one tells the running loop of it.
    pub(crate) fn new_step(&mut self, generator: &Rc<Generator>, kind: StepKind) -> Value {
        if let Some(part) = &generator.asynchronous
            && !part.hooked.replace(true)
            && let Some(event_loop) = self.asyncio.running_loop()
        {
            let known: Weak<dyn AsyncGenerator<Py>> =
                Rc::downgrade(&(generator.clone() as Rc<dyn AsyncGenerator<Py>>));
            event_loop.asyncgen_begun(known);
            part.event_loop.replace(Some(event_loop));
        }
        let class = self.types.rare(match kind {
            StepKind::Send(_) => "async_generator_asend",
            _ => "async_generator_athrow",
        });
        let state = Cell::new(StepState::Fresh);
        let step = AsyncStep { generator: generator.clone(), kind, state, awaited: Cell::new(false) };
        super::types::object(&class, NativeData::AsyncStep(step))
    }

    /// The rules for beginning a step, or for going on with one that has begun. None: it is over at once.
    fn enter_step(&mut self, step: &AsyncStep, input: Input) -> Result<Option<Input>, Exc> {
        let sends = matches!(step.kind, StepKind::Send(_));
        let state = step.state.get();
        if state == StepState::Over {
            let what = if sends { "__anext__()/asend()" } else { "aclose()/athrow()" };
            return Err(runtime_error(format!("cannot reuse already awaited {what}")));
        }
        let throws = matches!(input, Input::Throw(_));
        let finished = matches!(&*step.generator.state.borrow(), GeneratorState::Finished);
        if !sends && !throws && finished {
            step.state.set(StepState::Over);
            return Ok(None);
        }
        if state == StepState::Begun {
            return Ok(Some(input));
        }
        let Some(part) = &step.generator.asynchronous else { return Err(runtime_error("not asynchronous")) };
        let refuse = |error: Exc| {
            step.state.set(StepState::Over);
            Err(error)
        };
        if part.running.get() {
            let what = match step.kind {
                StepKind::Send(_) => "anext",
                StepKind::Throw(_) => "athrow",
                StepKind::Close => "aclose",
            };
            return refuse(runtime_error(format!("{what}(): asynchronous generator is already running")));
        }
        let input = match (input, &step.kind) {
            (Input::Throw(error), _) => Input::Throw(error),
            (Input::Send(value), StepKind::Send(_)) if !value.is_none() => Input::Send(value),
            (_, StepKind::Send(value)) => Input::Send(value.clone()),
            _ if part.closed.get() => {
                return refuse(Exception::new(ExcKind::StopAsyncIteration, Vec::new()));
            }
            (Input::Send(value), _) if !value.is_none() => {
                return Err(runtime_error("can't send non-None value to a just-started coroutine"));
            }
            (_, StepKind::Throw(error)) => Input::Throw(error.clone()),
            (_, StepKind::Close) => {
                part.closed.set(true);
                Input::Throw(Exception::new(ExcKind::GeneratorExit, Vec::new()))
            }
        };
        step.state.set(StepState::Begun);
        part.running.set(true);
        Ok(Some(input))
    }

    /// The top frame awaits a step, which goes on with `input`.
    pub(crate) fn await_step(
        &mut self,
        fiber: &mut Fiber,
        object: &Rc<NativeObject>,
        input: Input,
    ) -> Result<Option<Stop>, Exc> {
        let Some(step) = as_step(object) else { return Err(runtime_error("not a step")) };
        match self.enter_step(step, input)? {
            None => {
                end_await(fiber, Value::None);
                Ok(None)
            }
            Some(input) => {
                step.awaited.set(true);
                self.run_step(fiber, object, input, OnReturn::AsyncStep(object.clone()))
            }
        }
    }

    /// `send` and `throw` of a step: it is driven by hand.
    pub(crate) fn drive_step(&mut self, object: &Rc<NativeObject>, input: Input) -> Result<Value, Exc> {
        let Some(step) = as_step(object) else { return Err(runtime_error("not a step")) };
        match self.enter_step(step, input)? {
            None => Err(stop_iteration(Value::None)),
            Some(input) => {
                step.awaited.set(false);
                let then = OnReturn::AsyncStep(object.clone());
                self.request = Some(Request::Resume { generator: step.generator.clone(), input, then });
                Ok(Value::Nothing)
            }
        }
    }

    /// Lets a generator go on for a step that has begun. `then` begins with the step.
    pub(crate) fn run_step(
        &mut self,
        fiber: &mut Fiber,
        object: &Rc<NativeObject>,
        input: Input,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        let Some(step) = as_step(object) else { return Err(runtime_error("not a step")) };
        let generator = &step.generator;
        let problem = match (&*generator.state.borrow(), &input) {
            (GeneratorState::Running, _) => Some(value_error("async generator already executing")),
            (GeneratorState::Finished, Input::Throw(error)) => Some(error.clone()),
            (GeneratorState::Finished, _) => Some(Exception::new(ExcKind::StopAsyncIteration, Vec::new())),
            (GeneratorState::Created(_), Input::Send(value)) if !value.is_none() => {
                Some(type_error("can't send non-None value to a just-started async generator"))
            }
            _ => None,
        };
        if let Some(problem) = problem {
            return self.step_ended(fiber, object, problem);
        }
        let created = matches!(&*generator.state.borrow(), GeneratorState::Created(_));
        let first = fiber.frames.len();
        if let Err(error) = self.push_generator(fiber, generator, then) {
            return self.step_ended(fiber, object, error);
        }
        let mut input = input;
        close_above(fiber, first, &mut input);
        let at_await = fiber.frames.last().is_some_and(|frame| frame.is_waiting());
        if let Some(frame) = fiber.frames.last()
            && !at_await
            && !created
        {
            self.tell_entered(generator, frame);
        }
        match input {
            input if at_await => {
                self.resume_levels(fiber, &input);
                self.step_await(fiber, input)
            }
            Input::Throw(error) => {
                if let Some(frame) = fiber.frames.last_mut()
                    && created
                {
                    frame.refuse_to_begin();
                }
                self.throw(fiber, error)
            }
            Input::Send(value) if !created => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.values.push(value);
                }
                Ok(None)
            }
            _ => Ok(None),
        }
    }

    /// `yield` in an asynchronous generator: the step that it runs for has its value.
    pub(crate) fn yield_from_step(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        let Some(mut frame) = fiber.frames.pop() else { return Err(runtime_error("nothing yields")) };
        let awaited = is_awaited_step(&frame.on_return);
        let closing = frame.closing.take();
        let base = if awaited { fiber.base } else { frame.base };
        let (then, owner) = self.suspend_first(fiber, &mut frame);
        fiber.base = base;
        let then = match then {
            OnReturn::Then(then) => then.0,
            then => then,
        };
        if let Some(owner) = owner {
            self.tell_left(owner.id);
            self.heap.generator(&owner);
            owner.state.replace(GeneratorState::Single(frame));
        }
        let OnReturn::AsyncStep(object) = then else {
            return Err(runtime_error("an asynchronous generator ran without a step"));
        };
        let Some(step) = as_step(&object) else { return Err(runtime_error("not a step")) };
        set_running(&step.generator, false);
        step.state.set(StepState::Over);
        if step.closes() {
            return Err(runtime_error(IGNORED_EXIT));
        }
        if !awaited {
            return Err(stop_iteration(value));
        }
        if let Some(exit) = closing {
            return self.throw(fiber, exit);
        }
        end_await(fiber, value);
        Ok(None)
    }

    /// The generator of a step returned (`error` is StopAsyncIteration then) or raised.
    pub(crate) fn step_ended(
        &mut self,
        fiber: &mut Fiber,
        object: &NativeObject,
        error: Exc,
    ) -> Result<Option<Stop>, Exc> {
        let Some(step) = as_step(object) else { return Err(error) };
        set_running(&step.generator, false);
        step.state.set(StepState::Over);
        if !ends(&error) {
            return Err(error);
        }
        set_closed(&step.generator);
        if !step.closes() {
            return Err(error);
        }
        if step.awaited.get() {
            end_await(fiber, Value::None);
            return Ok(None);
        }
        Err(stop_iteration(Value::None))
    }

    /// `async for`: the asynchronous iterator of a value.
    pub(crate) fn get_aiter(&mut self, value: Value, statement: bool) -> Result<Value, Exc> {
        if let Value::Generator(generator) = &value
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return Ok(value);
        }
        match self.special_method(&value, &self.names.aiter.clone()) {
            Some(method) => self.request_then(method, &[&value], OnReturn::AsyncIterator(statement)),
            None => {
                let name = self.type_name(&value);
                Err(type_error(match statement {
                    true => {
                        format!("'async for' requires an object with __aiter__ method, got {name}")
                    }
                    false => format!("'{name}' object is not an async iterable"),
                }))
            }
        }
    }

    /// Checks what `__aiter__` gave.
    pub(crate) fn check_aiter(&mut self, value: Value, statement: bool) -> Result<Value, Exc> {
        if self.special_method(&value, &self.names.anext.clone()).is_some() {
            return Ok(value);
        }
        let name = self.type_name(&value);
        Err(type_error(match statement {
            true => format!(
                "'async for' received an object from __aiter__ that does not implement __anext__: {name}"
            ),
            false => format!("aiter() returned not an async iterator of type '{name}'"),
        }))
    }

    /// What an asynchronous iterator gives to be awaited next.
    pub(crate) fn get_anext(&mut self, iterator: &Value, statement: bool) -> Result<Value, Exc> {
        if let Value::Generator(generator) = iterator
            && generator.kind == GeneratorKind::AsyncGenerator
        {
            return Ok(self.new_step(generator, StepKind::Send(Value::None)));
        }
        match self.special_method(iterator, &self.names.anext.clone()) {
            Some(method) => self.request_then(method, &[iterator], OnReturn::Push),
            None => {
                let name = self.type_name(iterator);
                Err(type_error(match statement {
                    true => {
                        format!("'async for' requires an iterator with __anext__ method, got {name}")
                    }
                    false => format!("'{name}' object is not an async iterator"),
                }))
            }
        }
    }
}

impl AsyncGenerator<Py> for Generator {
    fn close(self: Rc<Self>, vm: &mut Vm) -> Box<dyn Coroutine<Py>> {
        let step = vm.new_step(&self, StepKind::Close);
        crate::asyncio::step_coroutine(vm, step)
    }

    fn object(self: Rc<Self>) -> Option<Value> {
        Some(Value::Generator(self))
    }

    fn describe(&self, _: &mut Vm) -> String {
        format!(
            "<async_generator object {} at {:#x}>",
            self.qualname.borrow(),
            std::ptr::from_ref(self) as usize
        )
    }
}
