//! `await` and `yield from`: what is awaited, and how it goes on.
//!
//! A frame that waits stands at its await; each step asks the awaitable on top of its values, which goes on, lets
//! something through to whoever resumed the frame, or is done. How generators are put on a fiber and taken off
//! is `generator`'s.

use std::rc::Rc;

use loopscope_core::coroutine::Resumed;
use loopscope_core::future::Future;

use crate::asyncio::{self, Py};
use crate::native::NativeResult;
use crate::objects::{
    Exc, ExcKind, Generator, GeneratorKind, GeneratorState, error, runtime_error, type_error, value_error,
};
use crate::op::Awaiting;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::closing::{close_above, ignored_exit, is_closed_by};
use crate::vm::frame::{Fiber, Input, OnReturn, Stop};

/// Ends the await at which the top frame stands with a result.
#[cfg_attr(page, optimize(speed))]
pub(super) fn end_await(fiber: &mut Fiber, value: Value) {
    if let Some(top) = fiber.frames.last_mut().and_then(|frame| frame.values.last_mut()) {
        let awaited = std::mem::replace(top, value);
        drop(awaited);
    }
}

impl Vm {
    /// What `await value` waits for.
    pub(crate) fn get_awaitable(&mut self, value: Value, awaiting: Awaiting) -> NativeResult {
        match &value {
            Value::Generator(generator) if generator.kind == GeneratorKind::Coroutine => {
                let busy = match &*generator.state.borrow() {
                    GeneratorState::Running | GeneratorState::Single(_) | GeneratorState::Suspended(_) => {
                        true
                    }
                    GeneratorState::Native(native) => native.1,
                    GeneratorState::Created(_) | GeneratorState::Finished => false,
                };
                if busy {
                    return Err(error(ExcKind::RuntimeError, "coroutine is being awaited already"));
                }
                return Ok(value);
            }
            Value::Object(object) if super::async_generator::as_step(object).is_some() => return Ok(value),
            other if asyncio::as_future(other).is_some() => return Ok(value),
            _ => {}
        }
        match self.special_method(&value, &self.names.await_.clone()) {
            Some(method) => {
                self.request_then(method, &[&value], OnReturn::Awaitable(awaiting, value.clone()))
            }
            None => {
                let name = self.type_name(&value);
                let method = match awaiting {
                    Awaiting::Enter => "__aenter__",
                    Awaiting::Exit => "__aexit__",
                    _ => {
                        let error = type_error(format!("object {name} can't be used in 'await' expression"));
                        return Err(self.not_awaitable(awaiting, &value, error));
                    }
                };
                Err(type_error(format!(
                    "'async with' received an object from {method} that does not implement __await__: {name}"
                )))
            }
        }
    }

    /// The error of what cannot be awaited, in the words of an `async for` where it was that.
    pub(crate) fn not_awaitable(&mut self, awaiting: Awaiting, value: &Value, error: Exc) -> Exc {
        if awaiting != Awaiting::Next {
            return error;
        }
        let name = self.type_name(value);
        let outer = type_error(format!("'async for' received an invalid object from __anext__: {name}"));
        outer.cause.replace(Some(error.clone()));
        outer.context.replace(Some(error));
        outer.suppress_context.set(true);
        outer
    }

    /// The top frame is at an await, or at a `yield from`: what it waits for goes on with `input`.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn step_await(&mut self, fiber: &mut Fiber, input: Input) -> Result<Option<Stop>, Exc> {
        let Some(frame) = fiber.frames.last_mut() else { return Err(runtime_error("nothing awaits")) };
        // As if the instruction were done: an exception is raised at it.
        frame.pc += 1;
        let awaitable = match frame.values.last() {
            Some(Value::Generator(generator)) => {
                let generator = Rc::clone(generator);
                if matches!(&*generator.state.borrow(), GeneratorState::Native(_)) {
                    return self.await_native(fiber, &generator, input);
                }
                return self.await_generator(fiber, &generator, input);
            }
            Some(other) => other.clone(),
            None => return Err(runtime_error("nothing is awaited")),
        };
        match awaitable {
            Value::Iter(iter) => match input {
                Input::Throw(error) => self.throw(fiber, error),
                _ => match self.iter_next(&iter)? {
                    Some(value) => self.await_yields_at(fiber, value),
                    None => self.await_done(fiber, Value::None),
                },
            },
            Value::Object(object) if super::async_generator::as_step(&object).is_some() => {
                self.await_step(fiber, &object, input)
            }
            other => match asyncio::as_future(&other) {
                Some(future) => self.await_future(fiber, &future, input),
                None => {
                    if let Input::Throw(error) = &input
                        && error.is(ExcKind::GeneratorExit)
                    {
                        return self.close_iterator(fiber, &other, error.clone());
                    }
                    if let Some(error) = self.await_iterator(&other, input)? {
                        return self.throw(fiber, error);
                    }
                    match self.carry_out(fiber, OnReturn::YieldNext) {
                        // A native iterator is at its end.
                        Err(error) if error.is(ExcKind::StopIteration) => {
                            let value = error.args.borrow().first().cloned().unwrap_or(Value::None);
                            self.await_done(fiber, value)
                        }
                        outcome => outcome,
                    }
                }
            },
        }
    }

    fn await_future(
        &mut self,
        fiber: &mut Fiber,
        future: &Future<Py>,
        input: Input,
    ) -> Result<Option<Stop>, Exc> {
        match input {
            Input::Throw(error) => self.throw(fiber, error),
            _ if future.done() => {
                let value = future.result()?;
                self.await_done(fiber, value)
            }
            // A second task that was given the same coroutine waits as well.
            Input::Continue | Input::Send(_) => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.pc -= 1;
                }
                self.tell_await(fiber);
                if fiber.closing
                    && let Some(refused) = self.refuse_yield(fiber)
                {
                    return refused;
                }
                if fiber.base == 0 {
                    return Ok(Some(Stop::Await(future.clone())));
                }
                let value = asyncio::future_value(self, future);
                self.yield_value(fiber, value)
            }
        }
    }

    fn await_native(
        &mut self,
        fiber: &mut Fiber,
        generator: &Rc<Generator>,
        input: Input,
    ) -> Result<Option<Stop>, Exc> {
        if matches!(input, Input::Continue)
            && matches!(&*generator.state.borrow(), GeneratorState::Native(native) if native.1)
        {
            return Err(runtime_error("coroutine is being awaited already"));
        }
        let thrown = match &input {
            Input::Throw(error) => Some(error.clone()),
            _ => None,
        };
        let resumed = self.step_native(generator, input)?;
        if let Some(exit) = thrown.as_ref().filter(|thrown| thrown.is(ExcKind::GeneratorExit)) {
            return match resumed {
                Resumed::Raise(error) if !is_closed_by(&error) => Err(error),
                Resumed::Return(_) | Resumed::Raise(_) => self.throw(fiber, exit.clone()),
                _ => Err(ignored_exit(GeneratorKind::Coroutine)),
            };
        }
        match resumed {
            Resumed::Raise(error) if thrown.is_some_and(|thrown| Rc::ptr_eq(&thrown, &error)) => {
                self.throw(fiber, error)
            }
            Resumed::Await(future) => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.pc -= 1;
                }
                self.tell_await(fiber);
                if fiber.closing
                    && let Some(refused) = self.refuse_yield(fiber)
                {
                    return refused;
                }
                if fiber.base == 0 {
                    return Ok(Some(Stop::Await(future)));
                }
                let value = asyncio::future_value(self, &future);
                self.yield_value(fiber, value)
            }
            Resumed::Yield => {
                self.tell_await(fiber);
                self.await_yields_at(fiber, Value::None)
            }
            Resumed::Return(value) => self.await_done(fiber, value),
            Resumed::Raise(error) | Resumed::Invalid(error) => Err(error),
            Resumed::Pause(_) => Err(runtime_error("a coroutine of the engine paused")),
        }
    }

    fn await_generator(
        &mut self,
        fiber: &mut Fiber,
        generator: &Rc<Generator>,
        input: Input,
    ) -> Result<Option<Stop>, Exc> {
        let state = generator.state.borrow();
        match (&*state, generator.kind) {
            (GeneratorState::Finished, GeneratorKind::Coroutine) => {
                return Err(runtime_error("cannot reuse already awaited coroutine"));
            }
            (GeneratorState::Running, GeneratorKind::Coroutine) => {
                return Err(runtime_error("coroutine is being awaited already"));
            }
            (GeneratorState::Running, _) => return Err(value_error("generator already executing")),
            (GeneratorState::Finished, _) => {
                drop(state);
                return self.await_done(fiber, Value::None);
            }
            _ => {}
        }
        let created = matches!(&*state, GeneratorState::Created(_));
        drop(state);
        if created {
            self.tell_await(fiber);
        }
        let first = fiber.frames.len();
        self.push_generator(fiber, generator, OnReturn::Delegate)?;
        let mut input = input;
        close_above(fiber, first.saturating_sub(1), &mut input);
        if created {
            return Ok(None);
        }
        // It has been run by hand before: it goes on where it stands.
        let at_await = fiber.frames.last().is_some_and(|frame| frame.is_waiting());
        match input {
            Input::Throw(error) => self.throw(fiber, error),
            _ if at_await => self.step_await(fiber, Input::Send(Value::None)),
            Input::Send(value) => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.values.push(value);
                }
                Ok(None)
            }
            Input::Continue => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.values.push(Value::None);
                }
                Ok(None)
            }
        }
    }

    /// Asks an iterator of a class written in Python for what it awaits next. What it cannot be told of is given back.
    fn await_iterator(&mut self, iterator: &Value, input: Input) -> Result<Option<Exc>, Exc> {
        match input {
            Input::Continue | Input::Send(Value::None) => self.request_next(iterator)?,
            Input::Send(value) => {
                let callable = self.get_attr(iterator, "send")?;
                self.request_call(callable, Value::Nothing, vec![value], Vec::new())?;
            }
            Input::Throw(error) => match self.find_attr(iterator, "throw")? {
                Some(callable) => {
                    let arguments = vec![Value::Exception(error)];
                    self.request_call(callable, Value::Nothing, arguments, Vec::new())?;
                }
                None => return Ok(Some(error)),
            },
        }
        Ok(None)
    }

    fn await_done(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        end_await(fiber, value);
        Ok(None)
    }

    /// What is awaited lets `value` through to whoever resumed this; the frame waits at its instruction.
    fn await_yields_at(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        if let Some(frame) = fiber.frames.last_mut() {
            frame.pc -= 1;
        }
        self.await_yields(fiber, value)
    }

    pub(crate) fn await_yields(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        if fiber.closing
            && let Some(refused) = self.refuse_yield(fiber)
        {
            return refused;
        }
        if fiber.base == 0
            && let Some(future) = asyncio::as_future(&value)
        {
            return Ok(Some(Stop::Await(future)));
        }
        self.yield_value(fiber, value)
    }
}
