//! A coroutine of the machine as core resumes it, and calls of Python functions by the loop.

use std::rc::Rc;

use loopscope_core::coroutine::{Coroutine, Pause, Resume, Resumed};
use loopscope_core::domain::{Domain, Report, Subject};
use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::Future;

use super::Py;
use super::handles::Parts;
use crate::objects::{Exc, Generator, GeneratorState, NativeCoroutine, Str, runtime_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::async_generator::as_step;
use crate::vm::frame::{Fiber, Input, OnReturn, Stop};
use crate::vm::handling::Handling;

/// A coroutine object that a task runs. Its frames are a fiber of their own while it runs.
pub struct PyCoroutine {
    generator: Rc<Generator>,
    /// What programs see as the task's coroutine, if that is another object.
    object: Option<Value>,
    name: Rc<Str>,
    fiber: Fiber,
    /// The exception it handles, while it is suspended.
    handled: Handling,
    /// It has run here: else somebody else may have begun it.
    ran: bool,
    /// It blocked in `time.sleep`.
    blocked: bool,
}

impl PyCoroutine {
    /// For a coroutine object.
    #[must_use]
    pub fn new(generator: Rc<Generator>) -> PyCoroutine {
        let name = generator.qualname.borrow().clone();
        PyCoroutine {
            generator,
            object: None,
            name,
            fiber: Fiber::default(),
            handled: Handling::default(),
            ran: false,
            blocked: false,
        }
    }

    /// Takes the frames out of the object.
    fn take_frames(&mut self, vm: &mut Vm) -> Result<(), Exc> {
        match self.generator.state.replace(GeneratorState::Running) {
            GeneratorState::Created(frame) => {
                vm.tell_entered(&self.generator, &frame);
                self.fiber = std::mem::take(&mut vm.spare_fiber);
                self.fiber.frames.push(frame);
            }
            GeneratorState::Single(frame) => {
                self.fiber = std::mem::take(&mut vm.spare_fiber);
                self.fiber.frames.push(frame);
            }
            GeneratorState::Suspended(frames) => {
                if !self.ran {
                    self.handled = Handling::of(&frames);
                }
                self.fiber.frames = frames;
            }
            GeneratorState::Finished => {
                self.generator.state.replace(GeneratorState::Finished);
                return Err(runtime_error("cannot reuse already awaited coroutine"));
            }
            state => {
                self.generator.state.replace(state);
                return Err(runtime_error("coroutine is already being awaited"));
            }
        }
        if let Some(frame) = self.fiber.frames.first_mut() {
            frame.owner = Some(self.generator.clone());
            frame.on_return = OnReturn::Push;
            // Suspended by whoever ran it before, while it handled this.
            if let Some(handled) = frame.own_handled.take() {
                self.handled.own = Some(handled);
            }
        }
        self.fiber.base = 0;
        self.ran = true;
        Ok(())
    }

    /// Gives the frames back to the object: suspended.
    fn give_back(&mut self, vm: &mut Vm) {
        vm.heap.generator(&self.generator);
        if let Some(frame) = self.fiber.frames.first_mut() {
            frame.owner = None;
        }
        let state = match self.fiber.frames.len() {
            1 => self.fiber.frames.pop().map_or(GeneratorState::Finished, GeneratorState::Single),
            _ => GeneratorState::Suspended(std::mem::take(&mut self.fiber.frames)),
        };
        self.generator.state.replace(state);
    }

    fn resume_native(
        &mut self,
        input: Resume<Py>,
        event_loop: &LoopRef<Py>,
        vm: &mut Vm,
        mut coroutine: NativeCoroutine,
    ) -> Resumed<Py> {
        coroutine.1 = true;
        let thrown = match &input {
            Resume::Throw(error) => Some(error.clone()),
            _ => None,
        };
        let resumed = coroutine.0.resume(input, event_loop, vm);
        if let Resumed::Raise(error) = &resumed
            && !thrown.is_some_and(|thrown| Rc::ptr_eq(&thrown, error))
        {
            vm.chain(error);
        }
        self.generator.state.replace(match &resumed {
            Resumed::Return(_) | Resumed::Raise(_) => GeneratorState::Finished,
            _ => GeneratorState::Native(coroutine),
        });
        resumed
    }
}

/// A coroutine that awaits a step of an asynchronous generator: what a task of `agen.aclose()` runs.
pub(crate) fn step_coroutine(vm: &mut Vm, step: Value) -> Box<dyn Coroutine<Py>> {
    let name = match &step {
        Value::Object(object) => as_step(object).map_or_else(String::new, |step| {
            format!("{}.{}", step.generator.qualname.borrow(), step.method())
        }),
        _ => String::new(),
    };
    let wrap = vm.module_attribute("asyncio", "_wrap_awaitable");
    match wrap.and_then(|wrap| vm.call_nested(&wrap, std::slice::from_ref(&step))) {
        Ok(Value::Generator(generator)) => {
            generator.qualname.replace(Str::new(name));
            await_at_once(&generator, &step);
            Box::new(PyCoroutine { object: Some(step), ..PyCoroutine::new(generator) })
        }
        Ok(_) => Box::new(Failed(runtime_error("nothing to await"))),
        Err(error) => Box::new(Failed(error)),
    }
}

/// Puts a fresh coroutine that awaits its argument at that await, so that what is thrown into it reaches the argument.
fn await_at_once(generator: &Generator, awaitable: &Value) {
    let state = generator.state.replace(GeneratorState::Running);
    let GeneratorState::Created(mut frame) = state else {
        generator.state.replace(state);
        return;
    };
    let ops = frame.function.as_ref().map(|function| function.code.ops.as_slice()).unwrap_or_default();
    match ops.iter().position(|op| matches!(op, crate::op::Op::Await)) {
        Some(at) => {
            frame.pc = at;
            frame.values.push(awaitable.clone());
            generator.state.replace(GeneratorState::Single(frame));
        }
        None => drop(generator.state.replace(GeneratorState::Created(frame))),
    }
}

/// A coroutine that could not be made.
struct Failed(Exc);

impl Coroutine<Py> for Failed {
    fn resume(&mut self, _: Resume<Py>, _: &LoopRef<Py>, _: &mut Vm) -> Resumed<Py> {
        Resumed::Raise(self.0.clone())
    }
}

/// Lets a fiber go on. Without a frame it was a native that blocked: there is nothing after it.
pub(super) fn go_on(vm: &mut Vm, fiber: &mut Fiber) -> Stop {
    match fiber.frames.is_empty() {
        true => Stop::Return(Value::None),
        false => vm.run(fiber, Input::Continue),
    }
}

/// Runs a fiber of its own in the machine. Unless it handles an exception itself, the one that is being handled where
/// the loop is run is its context too.
pub(super) fn run(
    vm: &mut Vm,
    fiber: &mut Fiber,
    handled: &mut Handling,
    go: impl FnOnce(&mut Vm, &mut Fiber) -> Stop,
) -> Stop {
    let stop = vm.with_handling(handled, |vm| go(vm, fiber));
    // Where the fuel ends is no place of the program's.
    if vm.instrument.is_some() && !matches!(stop, Stop::OutOfFuel) {
        vm.tell_globals();
        vm.tell_locals(&fiber.frames);
    }
    vm.here = None;
    vm.tidy();
    stop
}

impl Coroutine<Py> for PyCoroutine {
    #[cfg_attr(page, optimize(speed))]
    fn resume(&mut self, input: Resume<Py>, event_loop: &LoopRef<Py>, vm: &mut Vm) -> Resumed<Py> {
        let native = match self.generator.state.replace(GeneratorState::Running) {
            GeneratorState::Native(coroutine) => Some(coroutine),
            state => {
                self.generator.state.replace(state);
                None
            }
        };
        if let Some(coroutine) = native {
            return self.resume_native(input, event_loop, vm, coroutine);
        }
        let input = match input {
            Resume::Send(value) => Input::Send(value),
            Resume::Throw(error) => Input::Throw(error),
            Resume::Continue => Input::Continue,
        };
        if std::mem::take(&mut self.blocked) {
            vm.tell_unblocked();
        }
        if !matches!(input, Input::Continue)
            && let Err(error) = self.take_frames(vm)
        {
            return Resumed::Raise(error);
        }
        if vm.instrument.is_some() {
            vm.tell_fiber(&self.fiber);
        }
        let stop = run(vm, &mut self.fiber, &mut self.handled, |vm, fiber| vm.run(fiber, input));
        let resumed = self.stopped(vm, stop);
        // Many tasks wait and few run: what they stack their frames on goes from one to the next.
        if self.fiber.frames.is_empty() {
            vm.spare_fiber = std::mem::take(&mut self.fiber);
        }
        resumed
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn object(&self) -> Option<Value> {
        Some(self.object.clone().unwrap_or_else(|| Value::Generator(self.generator.clone())))
    }
}

impl PyCoroutine {
    /// What the loop is to be told of how the fiber stopped.
    fn stopped(&mut self, vm: &mut Vm, stop: Stop) -> Resumed<Py> {
        match stop {
            Stop::Await(future) => {
                self.give_back(vm);
                Resumed::Await(future)
            }
            Stop::Yield(Value::None) => {
                self.give_back(vm);
                Resumed::Yield
            }
            Stop::Yield(value) if super::as_future(&value).is_some() => {
                self.give_back(vm);
                let task = vm.asyncio.current_task().map(|task| super::future_value(vm, task.future()));
                let mut shown =
                    |value: &Value| vm.repr(value).map_or_else(|_| "?".to_owned(), |text| text.to_string());
                let (task, future) = (shown(&task.unwrap_or(Value::None)), shown(&value));
                let message = format!("yield was used instead of yield from in task {task} with {future}");
                Resumed::Invalid(runtime_error(message))
            }
            Stop::Yield(value) => {
                self.give_back(vm);
                let text = vm.repr(&value).map_or_else(|_| "?".to_owned(), |text| text.to_string());
                Resumed::Invalid(runtime_error(format!("Task got bad yield: {text}")))
            }
            Stop::Return(value) => {
                vm.note_result(&value);
                Resumed::Return(value)
            }
            Stop::Raise(error) | Stop::Killed(error) => {
                self.generator.state.replace(GeneratorState::Finished);
                Resumed::Raise(error)
            }
            Stop::OutOfFuel => Resumed::Pause(Pause::OutOfFuel),
            Stop::Sleep(moment) => {
                self.blocked = true;
                Resumed::Pause(Pause::Sleep(moment))
            }
            Stop::Park(moment) => {
                self.blocked = moment > vm.clock().now();
                Resumed::Pause(Pause::Park(moment))
            }
            Stop::RunLoop => Resumed::Raise(runtime_error("This event loop is already running")),
        }
    }
}

/// A call of a Python function by the loop: a done callback, or `call_soon`.
pub(crate) struct Call {
    parts: Rc<Parts>,
    /// The handle, where something has to be told about it.
    object: Option<Value>,
    fiber: Fiber,
    handled: Handling,
    blocked: bool,
}

impl Call {
    /// A done callback of a future.
    pub(crate) fn done(callable: Value, future: &Future<Py>) -> Call {
        let argument = super::future_object(&crate::vm::types(), future);
        Call::new(Parts::new(future.event_loop().clone(), callable, vec![argument], None, None))
    }

    /// A plain callback.
    pub(super) fn new(parts: Rc<Parts>) -> Call {
        Call { parts, object: None, fiber: Fiber::default(), handled: Handling::default(), blocked: false }
    }
}

impl Coroutine<Py> for Call {
    #[cfg_attr(page, optimize(speed))]
    fn resume(&mut self, input: Resume<Py>, event_loop: &LoopRef<Py>, vm: &mut Vm) -> Resumed<Py> {
        if std::mem::take(&mut self.blocked) {
            vm.tell_unblocked();
        }
        let stop = if matches!(input, Resume::Continue) {
            run(vm, &mut self.fiber, &mut self.handled, go_on)
        } else {
            let Some((callable, mut arguments)) = self.parts.call() else {
                return Resumed::Return(Value::None);
            };
            if let Some(first) = arguments.first_mut()
                && let Some(derived) =
                    super::as_future(first).and_then(|future| super::attributes::derived(vm, &future))
            {
                *first = derived;
            }
            run(vm, &mut self.fiber, &mut self.handled, |vm, fiber| vm.run_call(fiber, callable, arguments))
        };
        let resumed = match stop {
            Stop::Return(value) => Resumed::Return(value),
            Stop::Raise(error) | Stop::Killed(error) => {
                if Py::is_fatal(&error) {
                    return Resumed::Raise(error);
                }
                let handle = super::handles::handle_object(vm, &self.parts);
                let shown = self.parts.describe(vm).unwrap_or_default();
                let message = format!("Exception in callback {shown}");
                let report = Report { message, error: Some(error), subject: Subject::Handle(handle) };
                match event_loop.call_exception_handler(report, vm) {
                    Ok(()) => Resumed::Return(Value::None),
                    Err(fatal) => Resumed::Raise(fatal),
                }
            }
            Stop::OutOfFuel => return Resumed::Pause(Pause::OutOfFuel),
            Stop::Sleep(moment) => {
                self.blocked = true;
                return Resumed::Pause(Pause::Sleep(moment));
            }
            Stop::Park(moment) => {
                self.blocked = moment > vm.clock().now();
                return Resumed::Pause(Pause::Park(moment));
            }
            Stop::RunLoop => Resumed::Raise(runtime_error("This event loop is already running")),
            Stop::Await(_) | Stop::Yield(_) => Resumed::Raise(runtime_error("a callback cannot await")),
        };
        if event_loop.debug() {
            self.object = Some(super::handles::handle_object(vm, &self.parts));
        }
        resumed
    }

    fn name(&self) -> &str {
        "callback"
    }

    fn object(&self) -> Option<Value> {
        self.object.clone()
    }
}
