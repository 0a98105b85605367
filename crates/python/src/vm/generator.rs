//! Making, resuming, suspending and closing generators and coroutines.
//!
//! Frames of a suspended generator belong to its object; while it runs they are on the fiber. Where one awaits
//! another (or yields from it), the frames of both lie on each other and are suspended and resumed as one
//! piece: the innermost frame answers to whoever resumed the outermost, however many lie between. What becomes of an
//! await is `awaiting`'s.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::coroutine::{Coroutine, Resume, Resumed};
use loopscope_core::ids::CoroutineId;
use loopscope_core::instrument::Location;

use crate::asyncio::{self, Py};
use crate::code::CodeKind;
use crate::objects::{
    Exc, ExcKind, Exception, Generator, GeneratorKind, GeneratorState, NativeCoroutine, error, runtime_error,
    type_error, value_error,
};
use crate::value::Value;
use crate::vm::async_generator::is_awaited_step;
use crate::vm::closing::{close_above, ignored_exit, is_closed_by};
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};
use crate::vm::unwind::exhausted;
use crate::vm::{Request, Vm};

impl Vm {
    /// The generator or coroutine object for a frame that was prepared.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn new_generator(&mut self, frame: Box<Frame>) -> Value {
        let Some(function) = frame.function.clone() else { return Value::None };
        let kind = match function.code.kind {
            CodeKind::Coroutine => GeneratorKind::Coroutine,
            CodeKind::AsyncGenerator => GeneratorKind::AsyncGenerator,
            _ if !function.code.source.hidden => GeneratorKind::Generator,
            _ => match crate::builtins::generator_type(&function.code.name) {
                Some(name) => GeneratorKind::Builtin(name),
                None => GeneratorKind::Generator,
            },
        };
        let (name, qualname) = (function.name.borrow().clone(), function.qualname.borrow().clone());
        let state = GeneratorState::Created(frame);
        Value::Generator(self.make_generator(kind, name, qualname, state, Some(function.code.clone())))
    }

    /// The coroutine object of a coroutine of core's, which may be part of a circle if it `leads_on` to other values.
    pub(crate) fn native_generator(
        &mut self,
        name: Rc<crate::objects::Str>,
        qualname: Rc<crate::objects::Str>,
        coroutine: Box<dyn Coroutine<Py>>,
        leads_on: bool,
    ) -> Value {
        let state = GeneratorState::Native(NativeCoroutine(coroutine, false));
        let generator = self.make_generator(GeneratorKind::Coroutine, name, qualname, state, None);
        if leads_on {
            self.heap.generator(&generator);
        }
        Value::Generator(generator)
    }

    /// A generator object. The heap hears of it when it is suspended for the first time.
    #[cfg_attr(page, optimize(speed))]
    fn make_generator(
        &mut self,
        kind: GeneratorKind,
        name: Rc<crate::objects::Str>,
        qualname: Rc<crate::objects::Str>,
        state: GeneratorState,
        code: Option<Rc<crate::code::Code>>,
    ) -> Rc<Generator> {
        // One of the engine's own is made where the program calls for it.
        let maker = code.as_ref().or(self.here.as_ref().map(|(here, _)| here));
        let hidden = maker.is_none_or(|code| code.source.hidden);
        let coroutine = kind == GeneratorKind::Coroutine;
        let id = if coroutine || kind == GeneratorKind::AsyncGenerator {
            self.next_coroutine += 1;
            self.next_coroutine
        } else {
            0
        };
        let generator = Rc::new(Generator {
            kind,
            name: RefCell::new(name),
            qualname: RefCell::new(qualname),
            state: RefCell::new(state),
            code,
            at: std::cell::Cell::new(0),
            id,
            asynchronous: (kind == GeneratorKind::AsyncGenerator).then(Box::default),
            registered: std::cell::Cell::new(false),
            on_drop: Some(self.dropped.clone()),
        });
        if coroutine && let Some(instrument) = &self.instrument {
            let location = if hidden { Location::default() } else { self.location() };
            let name = generator.qualname.borrow().clone();
            instrument.coroutine_created(
                self.clock.now(),
                self.current_task_id(),
                CoroutineId(id),
                &name,
                location,
            );
        }
        generator
    }

    /// Puts a generator's frames on the fiber; `then` says who asked. Its first frame takes its place.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn push_generator(
        &mut self,
        fiber: &mut Fiber,
        generator: &Rc<Generator>,
        then: OnReturn,
    ) -> Result<(), Exc> {
        fiber.note_place();
        let first = fiber.frames.len();
        let delegate = matches!(then, OnReturn::Delegate);
        let begins = !delegate && !is_awaited_step(&then);
        match generator.state.replace(GeneratorState::Running) {
            GeneratorState::Created(frame) => {
                self.tell_entered(generator, &frame);
                fiber.frames.push(frame);
            }
            GeneratorState::Single(frame) => fiber.frames.push(frame),
            GeneratorState::Suspended(frames) => fiber.frames.extend(frames),
            other => {
                generator.state.replace(other);
                return Err(runtime_error("generator cannot be resumed"));
            }
        }
        if self.depth + fiber.frames.len() >= self.recursion_limit {
            // It has ended: its frame was left before it ran.
            drop(fiber.frames.split_off(first));
            generator.state.replace(GeneratorState::Finished);
            return Err(super::deliver::recursion_error());
        }
        let base = fiber.base;
        if let Some(frame) = fiber.frames.get_mut(first) {
            frame.owner = Some(generator.clone());
            frame.on_return = then;
            if begins {
                frame.base = base;
                fiber.base = first;
            }
            self.enter_level(frame);
        }
        if fiber.frames.len() > first + 1 {
            self.inherited = self.inherited_here(fiber);
        }
        Ok(())
    }

    /// Resumes a generator for `next`, `send`, `throw`, a `for` loop or `close`.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn resume(
        &mut self,
        fiber: &mut Fiber,
        generator: &Rc<Generator>,
        input: Input,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        let step = match &then {
            OnReturn::AsyncStep(object) => Some(object.clone()),
            OnReturn::Then(both) => match &both.0 {
                OnReturn::AsyncStep(object) => Some(object.clone()),
                _ => None,
            },
            _ => None,
        };
        if let Some(object) = step {
            return self.run_step(fiber, &object, input, then);
        }
        let coroutine = generator.kind == GeneratorKind::Coroutine;
        let noun = if coroutine { "coroutine" } else { "generator" };
        let state = generator.state.borrow();
        match &*state {
            GeneratorState::Running => return Err(value_error(format!("{noun} already executing"))),
            GeneratorState::Finished => {
                drop(state);
                return match (input, then) {
                    _ if coroutine => Err(runtime_error("cannot reuse already awaited coroutine")),
                    (Input::Throw(error), _) => Err(error),
                    (_, OnReturn::ForIter) => {
                        exhausted(fiber);
                        Ok(None)
                    }
                    _ => Err(super::deliver::stop_iteration(Value::None)),
                };
            }
            GeneratorState::Created(_) => {
                if let Input::Send(value) = &input
                    && !value.is_none()
                {
                    return Err(type_error(format!("can't send non-None value to a just-started {noun}")));
                }
            }
            GeneratorState::Native(_) => {
                drop(state);
                return self.resume_native(fiber, generator, input, then);
            }
            GeneratorState::Single(_) | GeneratorState::Suspended(_) => {}
        }
        drop(state);
        let first = fiber.frames.len();
        self.push_generator(fiber, generator, then)?;
        let mut input = input;
        close_above(fiber, first, &mut input);
        let at_await = fiber.frames.last().is_some_and(|frame| frame.is_waiting());
        if at_await || fiber.frames.len() > first + 1 {
            self.resume_levels(fiber, &input);
        }
        match input {
            Input::Continue => Ok(None),
            input if at_await => self.step_await(fiber, input),
            Input::Send(value) => {
                if let Some(frame) = fiber.frames.last_mut()
                    && frame.pc != 0
                {
                    frame.values.push(value);
                }
                Ok(None)
            }
            Input::Throw(error) => {
                if let Some(frame) = fiber.frames.last_mut()
                    && frame.pc == 0
                {
                    frame.refuse_to_begin();
                }
                self.throw(fiber, error)
            }
        }
    }

    /// `send` and `throw` by hand to a coroutine of the engine's own.
    fn resume_native(
        &mut self,
        fiber: &mut Fiber,
        generator: &Rc<Generator>,
        input: Input,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        match self.step_native(generator, input)? {
            Resumed::Await(future) => {
                let value = asyncio::future_value(self, &future);
                self.deliver(fiber, then, value)
            }
            Resumed::Yield => self.deliver(fiber, then, Value::None),
            Resumed::Return(value) => Err(super::deliver::stop_iteration(value)),
            Resumed::Invalid(error) | Resumed::Raise(error) => Err(error),
            Resumed::Pause(_) => Err(runtime_error("paused outside a task")),
        }
    }

    #[cfg_attr(page, optimize(speed))]
    pub(super) fn step_native(
        &mut self,
        generator: &Rc<Generator>,
        input: Input,
    ) -> Result<Resumed<Py>, Exc> {
        let state = generator.state.replace(GeneratorState::Running);
        let GeneratorState::Native(mut coroutine) = state else {
            generator.state.replace(state);
            return Err(runtime_error("not a coroutine of the engine"));
        };
        let input = match input {
            Input::Continue | Input::Send(_) => Resume::Send(Value::None),
            Input::Throw(error) => Resume::Throw(error),
        };
        let Some(event_loop) = self.asyncio.running_loop() else {
            if let Some(resumed) = coroutine.0.resume_without_loop(&input, self) {
                generator.state.replace(GeneratorState::Finished);
                return Ok(resumed);
            }
            if let Resume::Throw(error) = input {
                // What it waits for will not come any more.
                generator.state.replace(GeneratorState::Finished);
                return Err(error);
            }
            // It asks for the loop first, and has begun.
            generator.state.replace(GeneratorState::Finished);
            return Err(runtime_error("no running event loop"));
        };
        coroutine.1 = true;
        let resumed = coroutine.0.resume(input, &event_loop, self);
        generator.state.replace(match &resumed {
            Resumed::Return(_) | Resumed::Raise(_) => GeneratorState::Finished,
            _ => GeneratorState::Native(coroutine),
        });
        Ok(resumed)
    }

    /// Suspends the innermost generator that was resumed in this fiber and gives `value` to who resumed it.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn yield_value(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        if fiber.closing
            && let Some(refused) = self.refuse_yield(fiber)
        {
            return refused;
        }
        let base = fiber.base;
        if base == 0 {
            return Ok(Some(Stop::Yield(value)));
        }
        let single = fiber.frames.len() == base + 1;
        if single {
            let Some(mut frame) = fiber.frames.pop() else { return Ok(None) };
            let (then, owner) = self.suspend_first(fiber, &mut frame);
            let refused = refuses(&then, &owner);
            if let Some(owner) = owner {
                self.heap.generator(&owner);
                owner.state.replace(GeneratorState::Single(frame));
            }
            return match refused {
                Some(error) => Err(error),
                None => self.deliver(fiber, then, value),
            };
        }
        let mut frames = fiber.frames.split_off(base);
        let Some(first) = frames.first_mut() else { return Ok(None) };
        let (then, owner) = self.suspend_first(fiber, first);
        // Several levels have been left at once.
        self.inherited = self.inherited_here(fiber);
        let refused = refuses(&then, &owner);
        if let Some(owner) = owner {
            self.heap.generator(&owner);
            owner.state.replace(GeneratorState::Suspended(frames));
        }
        match refused {
            Some(error) => Err(error),
            None => self.deliver(fiber, then, value),
        }
    }

    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn suspend_first(
        &mut self,
        fiber: &mut Fiber,
        frame: &mut Frame,
    ) -> (OnReturn, Option<Rc<Generator>>) {
        fiber.base = frame.base;
        let outer = frame.outer_handled.take();
        frame.own_handled = std::mem::replace(&mut self.handled, outer);
        if self.handled.is_some() {
            self.inherited = self.inherited_here(fiber);
        }
        (std::mem::take(&mut frame.on_return), frame.owner.take())
    }

    /// What `next(iterator)` has to do for an iterator that is not a builtin one; requested.
    pub(crate) fn request_next(&mut self, iterator: &Value) -> Result<(), Exc> {
        match iterator {
            Value::Generator(generator)
                if matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_)) =>
            {
                self.request = Some(Request::Resume {
                    generator: generator.clone(),
                    input: Input::Send(Value::None),
                    then: OnReturn::Push,
                });
                Ok(())
            }
            other => match self.special_method(other, &self.names.next.clone()) {
                Some(callable) => {
                    let arguments = vec![other.clone()];
                    self.request_call(callable, Value::Nothing, arguments, Vec::new()).map(drop)
                }
                None => {
                    let name = self.type_name(other);
                    Err(type_error(format!("'{name}' object is not an iterator")))
                }
            },
        }
    }

    /// `generator.close()`.
    pub(crate) fn close_generator(&mut self, generator: &Rc<Generator>) -> Result<Value, Exc> {
        let state = generator.state.borrow();
        match &*state {
            GeneratorState::Finished => return Ok(Value::None),
            GeneratorState::Running => {
                let noun = if generator.kind == GeneratorKind::Coroutine { "coroutine" } else { "generator" };
                return Err(error(ExcKind::ValueError, format!("{noun} already executing")));
            }
            GeneratorState::Native(NativeCoroutine(_, true)) if self.asyncio.running_loop().is_none() => {
                drop(state);
                let exit = Exception::new(ExcKind::GeneratorExit, Vec::new());
                return match self.step_native(generator, Input::Throw(exit)) {
                    Ok(Resumed::Raise(error)) if !is_closed_by(&error) => Err(error),
                    _ => Ok(Value::None),
                };
            }
            GeneratorState::Created(_) | GeneratorState::Native(_) => {
                drop(state);
                let old = generator.state.replace(GeneratorState::Finished);
                drop(old);
                return Ok(Value::None);
            }
            _ => {}
        }
        drop(state);
        self.request = Some(Request::Resume {
            generator: generator.clone(),
            input: Input::Throw(Exception::new(ExcKind::GeneratorExit, Vec::new())),
            then: OnReturn::Close,
        });
        Ok(Value::Nothing)
    }
}

/// What a generator gets that yields where `then` closes it.
#[inline]
fn refuses(then: &OnReturn, owner: &Option<Rc<Generator>>) -> Option<Exc> {
    match (then, owner) {
        (OnReturn::Close, Some(owner)) => Some(ignored_exit(owner.kind)),
        _ => None,
    }
}
