//! What becomes of generators, coroutines and steps that go away with work to do.
//!
//! Dropping only puts them into a queue: closing a generator runs code of the program, which has to wait for a safe
//! point.

use std::rc::Rc;

use loopscope_core::asyncgens::AsyncGenerator;
use loopscope_core::coroutine::Resumed;
use loopscope_core::ids::CoroutineId;

use crate::objects::{
    Dropped, ExcKind, Exception, Generator, GeneratorKind, GeneratorState, NativeCoroutine, StepKind,
    StepState, error, runtime_error,
};
use crate::value::Value;
use crate::vm::async_generator::{IGNORED_EXIT, as_step, ends, set_closed, set_running};
use crate::vm::closing::{ignored_exit, is_closed_by};
use crate::vm::frame::{Fiber, Input, OnReturn};
use crate::vm::{Request, Vm};

impl Vm {
    /// Whether anything went away with work to do.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn has_dropped(&self) -> bool {
        !self.dropped.borrow().is_empty()
    }

    /// [`Vm::tidy`] after a frame was left: the program is in the one below now.
    #[cold]
    pub(crate) fn tidy_below(&mut self, fiber: &Fiber) {
        match fiber.frames.last() {
            Some(frame) => {
                if let Some(function) = &frame.function {
                    self.set_here(function, frame.pc.saturating_sub(1));
                }
            }
            None => self.here = None,
        }
        self.tidy();
    }

    /// Deals with generators and coroutines that went away with work to do.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn tidy(&mut self) {
        loop {
            let batch = self.dropped.take();
            if batch.is_empty() {
                return;
            }
            for dropped in batch {
                self.end_dropped(dropped);
            }
        }
    }

    fn end_dropped(&mut self, dropped: Dropped) {
        if dropped.kind == GeneratorKind::AsyncGenerator {
            self.end_dropped_async(dropped);
            return;
        }
        if let Some(object) = dropped.object {
            if let Some(method) = self.user_method(&object, &self.names.del.clone())
                && let Err(error) = self.call_nested(&method, &[object])
            {
                self.report_unraisable(&error, &method);
            }
            self.tell_watchers(dropped.address);
            return;
        }
        let Dropped { qualname, kind, id, state, .. } = dropped;
        if let GeneratorState::Created(frame) = &state
            && frame.function.as_ref().is_some_and(|function| function.code.source.filename == "<prelude>")
        {
            // Stands for an object that is no coroutine.
            return;
        }
        if matches!(state, GeneratorState::Created(_) | GeneratorState::Native(_)) {
            if kind == GeneratorKind::Coroutine {
                if let Some(instrument) = &self.instrument {
                    instrument.coroutine_never_awaited(self.clock.now(), CoroutineId(id), &qualname);
                }
                self.warn_never_awaited(&qualname, id);
            }
            return;
        }
        let generator = Rc::new(Generator::gone(kind, qualname, id));
        *generator.state.borrow_mut() = state;
        self.finalize(&generator);
    }

    /// Calls back, the last first, when the object that is at that address goes away.
    /// What it raises is told of as ignored in `shown`.
    pub(crate) fn watch(&mut self, address: usize, callback: Value, shown: Value) {
        self.watchers.entry(address).or_default().push((callback, shown));
    }

    fn tell_watchers(&mut self, address: usize) {
        for (callback, shown) in self.watchers.remove(&address).unwrap_or_default().into_iter().rev() {
            if let Err(error) = self.call_nested(&callback, &[]) {
                self.report_unraisable(&error, &shown);
            }
        }
    }

    /// The coroutine of a task that nobody will go on with: it is closed, or was never awaited.
    pub(crate) fn end_left_over(&mut self, coroutine: &Rc<Generator>) {
        match coroutine.state.replace(GeneratorState::Finished) {
            state @ (GeneratorState::Single(_) | GeneratorState::Suspended(_)) => {
                coroutine.state.replace(state);
                self.finalize(coroutine);
            }
            GeneratorState::Created(_) => {
                let qualname = coroutine.qualname.borrow().clone();
                self.warn_never_awaited(&qualname, coroutine.id);
            }
            state @ GeneratorState::Native(NativeCoroutine(_, true)) => {
                coroutine.state.replace(state);
                let exit = Exception::new(ExcKind::GeneratorExit, Vec::new());
                if let Ok(Resumed::Raise(error)) = self.step_native(coroutine, Input::Throw(exit))
                    && !is_closed_by(&error)
                {
                    self.report_unraisable(&error, &Value::Generator(coroutine.clone()));
                }
            }
            _ => {}
        }
    }

    /// As `close()` does: GeneratorExit is raised where it stands.
    fn finalize(&mut self, generator: &Rc<Generator>) {
        let exit = Exception::new(ExcKind::GeneratorExit, Vec::new());
        let outcome = self.resume_nested(generator, Input::Throw(exit));
        let ignored = match outcome {
            Ok(_) => Some(ignored_exit(generator.kind)),
            Err(error) if error.is(ExcKind::GeneratorExit) || error.is(ExcKind::StopIteration) => None,
            Err(error) => Some(error),
        };
        if let Some(error) = ignored {
            self.report_unraisable(&error, &Value::Generator(generator.clone()));
        }
    }

    /// A step went away before it was begun. Mirrors `_PyErr_WarnUnawaitedAgenMethod`.
    pub(crate) fn warn_unawaited_step(&mut self, method: &str, qualname: &str) {
        let message = format!("coroutine method '{method}' of '{qualname}' was never awaited");
        if let Err(error) = self.warn("RuntimeWarning", &message) {
            self.report_unraisable(&error, &Value::None);
        }
    }

    /// An unfinished generator went away: the loop it was begun in closes it, else it is closed now, and must not await.
    pub(crate) fn end_dropped_async(&mut self, dropped: Dropped) {
        let Dropped { qualname, kind, id, state, closer, unawaited, .. } = dropped;
        if let Some(method) = unawaited {
            return self.warn_unawaited_step(method, &qualname);
        }
        let created = matches!(state, GeneratorState::Created(_));
        let (event_loop, code) = closer.map_or((None, None), |(event_loop, code)| (Some(event_loop), code));
        if event_loop.as_ref().map_or(created, |event_loop| event_loop.is_closed()) {
            loopscope_core::release::release(state);
            return;
        }
        // Once: what is left of it after that is only dropped. Mirrors the flag of `PyObject_CallFinalizer`.
        let mut generator = Generator::gone(kind, qualname, id);
        *generator.state.borrow_mut() = state;
        generator.code = code;
        generator.asynchronous = Some(Box::default());
        let generator = Rc::new(generator);
        self.heap.generator(&generator);
        if let Some(part) = &generator.asynchronous {
            part.hooked.set(true);
        }
        if let Some(event_loop) = event_loop {
            if matches!(crate::asyncio::close_by_factory(self, &event_loop, &generator), Ok(true)) {
                return;
            }
            let closing = generator.close(self);
            event_loop.asyncgen_dropped(closing);
            return;
        }
        set_closed(&generator);
        let exit = Exception::new(ExcKind::GeneratorExit, Vec::new());
        let closing = self.new_step(&generator, StepKind::Throw(exit.clone()));
        let Value::Object(object) = &closing else { return };
        set_running(&generator, true);
        if let Some(step) = as_step(object) {
            step.state.set(StepState::Begun);
        }
        let then = OnReturn::AsyncStep(object.clone());
        let request = Request::Resume { generator: generator.clone(), input: Input::Throw(exit), then };
        let problem = match self.run_nested(request) {
            Ok(_) => error(ExcKind::RuntimeError, IGNORED_EXIT),
            Err(error) if error.is(ExcKind::StopIteration) => runtime_error(IGNORED_EXIT),
            Err(error) if ends(&error) => return,
            Err(error) => error,
        };
        self.report_unraisable(&problem, &Value::Generator(generator));
    }
}
