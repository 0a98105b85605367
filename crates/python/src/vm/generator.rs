//! Resuming, suspending and closing generators and coroutines.
//!
//! Frames of a suspended generator belong to its object; while it runs they are on the fiber. Where one awaits
//! another (or yields from it), the frames of both lie on each other and are suspended and resumed as one
//! piece: the innermost frame answers to whoever resumed the outermost, however many lie between.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::coroutine::{Resume, Resumed};
use loopscope_core::future::Future;
use loopscope_core::ids::CoroutineId;
use loopscope_core::instrument::Location;

use crate::asyncio::{self, Py};
use crate::code::CodeKind;
use crate::objects::{
    Exc, ExcKind, Exception, Generator, GeneratorKind, GeneratorState, error, runtime_error, type_error,
    value_error,
};
use crate::value::Value;
use crate::vm::async_generator::is_awaited_step;
use crate::vm::frame::{Fiber, Frame, Input, OnReturn, Stop};
use crate::vm::{Request, Vm};

impl Vm {
    /// The generator or coroutine object for a frame that was prepared.
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
        self.register_generator(kind, name, qualname, state, Some(function.code.clone()))
    }

    /// A generator object in any state.
    pub(crate) fn register_generator(
        &mut self,
        kind: GeneratorKind,
        name: Rc<crate::objects::Str>,
        qualname: Rc<crate::objects::Str>,
        state: GeneratorState,
        code: Option<Rc<crate::code::Code>>,
    ) -> Value {
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
        if !matches!(&*generator.state.borrow(), GeneratorState::Created(_)) {
            self.heap.generator(&generator);
        }
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
        Value::Generator(generator)
    }

    /// Where the program is.
    pub(crate) fn location(&self) -> Location {
        match &self.here {
            Some((code, op)) => match code.ranges.get(*op) {
                Some((start, _)) => {
                    Location { line: code.source.line(*start), column: code.source.column(*start) }
                }
                None => Location::default(),
            },
            None => Location::default(),
        }
    }

    pub(crate) fn tell_entered(&self, generator: &Generator, frame: &Frame) {
        if !self.origins.borrow().is_empty() {
            self.origins.borrow_mut().remove(&generator.id);
        }
        if let (Some(instrument), Some(function)) = (&self.instrument, &frame.function)
            && generator.id != 0
        {
            let code = &function.code;
            let location = match code.source.hidden {
                true => Location::default(),
                false => Location { line: code.first_line, column: 1 },
            };
            let task = self.current_task_id();
            let name = generator.qualname.borrow().clone();
            instrument.frame_enter(self.clock.now(), task, CoroutineId(generator.id), &name, location);
        }
    }

    pub(crate) fn tell_left(&self, id: u32) {
        if let Some(instrument) = &self.instrument {
            instrument.frame_leave(self.clock.now(), self.current_task_id(), CoroutineId(id));
        }
    }

    /// Puts a generator's frames on the fiber; `then` says who asked. Its first frame takes its place.
    pub(crate) fn push_generator(
        &mut self,
        fiber: &mut Fiber,
        generator: &Rc<Generator>,
        then: OnReturn,
    ) -> Result<(), Exc> {
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
            let mut frames = fiber.frames.split_off(first);
            generator.state.replace(match frames.len() {
                1 => frames.pop().map_or(GeneratorState::Finished, GeneratorState::Created),
                _ => GeneratorState::Suspended(frames),
            });
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
                        self.unwind_for(fiber);
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
        self.push_generator(fiber, generator, then)?;
        let at_await = fiber.frames.last().is_some_and(|frame| frame.is_waiting());
        match input {
            Input::Continue => Ok(None),
            input if at_await => {
                self.resume_levels(fiber, &input);
                self.step_await(fiber, input)
            }
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

    /// Ends the `for` loop of the top frame.
    fn unwind_for(&mut self, fiber: &mut Fiber) {
        if let Some(frame) = fiber.frames.last_mut() {
            let op =
                frame.function.as_ref().and_then(|f| f.code.ops.get(frame.pc.saturating_sub(1)).copied());
            if let Some(crate::op::Op::ForIter(target) | crate::op::Op::ForIterStore { target, .. }) = op {
                frame.values.pop();
                frame.pc = target as usize;
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

    fn step_native(&mut self, generator: &Rc<Generator>, input: Input) -> Result<Resumed<Py>, Exc> {
        let state = generator.state.replace(GeneratorState::Running);
        let GeneratorState::Native(mut coroutine) = state else {
            generator.state.replace(state);
            return Err(runtime_error("not a coroutine of the engine"));
        };
        let Some(event_loop) = self.asyncio.running_loop() else {
            if let Input::Throw(error) = input {
                // What it waits for will not come any more.
                generator.state.replace(GeneratorState::Finished);
                return Err(error);
            }
            generator.state.replace(GeneratorState::Native(coroutine));
            return Err(runtime_error("no running event loop"));
        };
        let input = match input {
            Input::Continue | Input::Send(_) => Resume::Send(Value::None),
            Input::Throw(error) => Resume::Throw(error),
        };
        coroutine.1 = true;
        let resumed = coroutine.0.resume(input, &event_loop, self);
        generator.state.replace(match &resumed {
            Resumed::Return(_) | Resumed::Raise(_) => GeneratorState::Finished,
            _ => GeneratorState::Native(coroutine),
        });
        Ok(resumed)
    }

    /// The top frame is at an await, or at a `yield from`: what it waits for goes on with `input`.
    pub(crate) fn step_await(&mut self, fiber: &mut Fiber, input: Input) -> Result<Option<Stop>, Exc> {
        let Some(frame) = fiber.frames.last_mut() else { return Err(runtime_error("nothing awaits")) };
        // As if the instruction were done: an exception is raised at it.
        frame.pc += 1;
        let Some(awaitable) = frame.values.last().cloned() else {
            return Err(runtime_error("nothing is awaited"));
        };
        match awaitable {
            Value::Generator(generator) => {
                if matches!(&*generator.state.borrow(), GeneratorState::Native(_)) {
                    return self.await_native(fiber, &generator, input);
                }
                self.await_generator(fiber, &generator, input)
            }
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
        match self.step_native(generator, input)? {
            Resumed::Raise(error) if thrown.is_some_and(|thrown| Rc::ptr_eq(&thrown, &error)) => {
                self.throw(fiber, error)
            }
            Resumed::Await(future) => {
                if let Some(frame) = fiber.frames.last_mut() {
                    frame.pc -= 1;
                }
                self.tell_await(fiber);
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
        self.push_generator(fiber, generator, OnReturn::Delegate)?;
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
        if let Some(frame) = fiber.frames.last_mut()
            && let Some(top) = frame.values.last_mut()
        {
            let old = std::mem::replace(top, value);
            drop(old);
        }
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
        if fiber.base == 0
            && let Some(future) = asyncio::as_future(&value)
        {
            return Ok(Some(Stop::Await(future)));
        }
        self.yield_value(fiber, value)
    }

    fn tell_await(&mut self, fiber: &Fiber) {
        if self.instrument.is_none() {
            return;
        }
        // The nearest frame of the program's own.
        for frame in fiber.frames.iter().rev() {
            if let Some(function) = &frame.function
                && !function.code.source.hidden
            {
                self.set_here(function, frame.op());
                self.tell_location();
                return;
            }
        }
    }

    /// Suspends the innermost generator that was resumed in this fiber and gives `value` to who resumed it.
    pub(crate) fn yield_value(&mut self, fiber: &mut Fiber, value: Value) -> Result<Option<Stop>, Exc> {
        let base = fiber.base;
        if base == 0 {
            return Ok(Some(Stop::Yield(value)));
        }
        let single = fiber.frames.len() == base + 1;
        if single {
            let Some(mut frame) = fiber.frames.pop() else { return Ok(None) };
            let (then, owner) = self.suspend_first(fiber, &mut frame);
            if let Some(owner) = owner {
                self.heap.generator(&owner);
                owner.state.replace(GeneratorState::Single(frame));
            }
            return self.deliver(fiber, then, value);
        }
        let mut frames = fiber.frames.split_off(base);
        let Some(first) = frames.first_mut() else { return Ok(None) };
        let (then, owner) = self.suspend_first(fiber, first);
        // Several levels have been left at once.
        self.inherited = self.inherited_here(fiber);
        if let Some(owner) = owner {
            self.heap.generator(&owner);
            owner.state.replace(GeneratorState::Suspended(frames));
        }
        self.deliver(fiber, then, value)
    }

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
