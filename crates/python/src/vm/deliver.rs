//! What becomes of a frame's result: how a fiber begins, how a frame is left, and what its caller makes of the value.
//! Exceptions are `unwind`'s.

use crate::native::Args;
use crate::objects::{
    Exc, ExcKind, Exception, GeneratorKind, GeneratorState, error, runtime_error, type_error,
};
use crate::op::Op;
use crate::value::Value;
use crate::vm::async_generator::is_awaited_step;
use crate::vm::awaiting::end_await;
use crate::vm::closing::ignored_exit;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};
use crate::vm::unwind::exhausted;
use crate::vm::{Request, Vm};

/// The RecursionError of too many frames.
#[cold]
pub(crate) fn recursion_error() -> Exc {
    error(ExcKind::RecursionError, "maximum recursion depth exceeded")
}

impl Vm {
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
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn leave_frame(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        let Some(mut frame) = fiber.frames.pop() else { return Ok(Some(Stop::Return(value))) };
        let then = match &mut frame.on_return {
            _ if frame.bare => None,
            OnReturn::Push if frame.owner.is_none() => None,
            other => Some(std::mem::take(other)),
        };
        let Some(then) = then else {
            self.retire(fiber, frame);
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
        let closing = if fiber.closing { frame.closing.take() } else { None };
        let namespace = frame.namespace.take();
        self.retire(fiber, frame);
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
        if let Some(exit) = closing {
            // Who awaits it is closed as well, and need not know how this one ended.
            if let OnReturn::AsyncStep(object) = &then {
                let _ = self.step_ended(fiber, object, stop_async_iteration());
            }
            return self.throw(fiber, exit);
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
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn generator_ended(&mut self, fiber: &mut Fiber, frame: &mut Frame, then: &OnReturn) -> bool {
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
    #[cfg_attr(page, optimize(speed))]
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
    #[cfg_attr(page, optimize(speed))]
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
            OnReturn::Close => return Err(ignored_exit(GeneratorKind::Generator)),
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
    #[cfg_attr(page, optimize(speed))]
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
                    if let Some(then) = self.request.as_mut().and_then(Request::then) {
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
            OnReturn::Length => crate::builtins::functions_number::check_len(self, &value).map(Value::from),
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
