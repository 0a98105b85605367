//! One step of a task: from where it stands to its next await, end or pause, and what that means for it.

use super::{Routine, Task};
use crate::coroutine::{Resume, Resumed};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::{LoopRef, Ready};
use crate::future::DoneCallback;
use crate::instrument::Ending;

/// How a step of a task went.
pub(crate) enum Step<D: Domain> {
    /// It is over.
    Over,
    /// It stopped in its middle.
    Paused(crate::coroutine::Pause),
    /// It raised what must stop the loop.
    Fatal(D::Error),
}

impl<D: Domain> LoopRef<D> {
    /// Runs one step of a task, from here to its next await, end or pause. Mirrors `Task.__step`.
    ///
    /// # Errors
    /// An error that must stop the loop: see [`Domain::is_fatal`]. The task has failed with it.
    pub(crate) fn step(&self, task: &Task<D>, input: Resume<D>, cx: &mut D::Context) -> Step<D> {
        let part = task.part();
        let mut input = input;
        let resumes_pause = matches!(input, Resume::Continue);
        let mut awaited = None;
        if !resumes_pause {
            if task.future().done() {
                return Step::Over;
            }
            if part.must_cancel.replace(false) && !matches!(&input, Resume::Throw(e) if D::is_cancelled(e)) {
                input = Resume::Throw(task.future().cancelled_error());
            }
            awaited = part.waiter.take();
            self.instrument(|i, at| i.step_begin(at, task.id()));
        }
        let Some(mut routine) = part.routine.take() else { return Step::Over };
        // A pause leaves the task current: this one, or an eager one in its first step.
        if !resumes_pause {
            self.enter_task(task);
        }
        self.exchange_context(task);
        let resumed = routine.resume(input, awaited, self, cx);
        self.exchange_context(task);
        if let Resumed::Pause(pause) = resumed {
            part.routine.set(Some(routine));
            return Step::Paused(pause);
        }
        let step = self.end_step(task, routine, resumed, cx);
        self.leave_task();
        step
    }

    /// What the end of a step means for its task.
    pub(crate) fn end_step(
        &self,
        task: &Task<D>,
        routine: Routine<D>,
        resumed: Resumed<D>,
        cx: &mut D::Context,
    ) -> Step<D> {
        match resumed {
            Resumed::Return(value) => {
                match routine {
                    Routine::Coroutine(coroutine) => drop(coroutine),
                    // It has the result.
                    Routine::Rust(future) => task.part().routine.set(Some(Routine::Rust(future))),
                }
                self.returned(task, value, cx);
                Step::Over
            }
            Resumed::Raise(error) => {
                drop(routine);
                self.raised(task, error, cx)
            }
            resumed => {
                task.part().routine.set(Some(routine));
                self.suspended(task, resumed, cx);
                Step::Over
            }
        }
    }

    fn returned(&self, task: &Task<D>, value: D::Value, cx: &mut D::Context) {
        let part = task.part();
        part.forget(self);
        self.instrument(|i, at| i.step_end(at, task.id(), None));
        if part.must_cancel.replace(false) {
            // Cancelled in its last step: the result is lost.
            self.instrument(|i, at| i.task_done(at, task.id(), Ending::Cancelled));
            let message = task.future().cancel_message();
            task.future().cancel_now(message);
            return;
        }
        if self.has_instrument() {
            let picture = D::picture(cx, &value);
            self.instrument(|i, at| i.task_done(at, task.id(), Ending::Returned(picture.as_deref())));
        }
        task.future().finish(Ok(value));
    }

    fn raised(&self, task: &Task<D>, error: D::Error, cx: &mut D::Context) -> Step<D> {
        task.part().forget(self);
        self.instrument(|i, at| i.step_end(at, task.id(), None));
        if D::is_cancelled(&error) {
            self.instrument(|i, at| i.task_done(at, task.id(), Ending::Cancelled));
            task.future().set_cancelled_error(error);
            task.future().cancel_now(None);
            return Step::Over;
        }
        if self.has_instrument() {
            let picture = D::picture_error(cx, &error);
            self.instrument(|i, at| i.task_done(at, task.id(), Ending::Raised(&picture)));
        }
        task.future().finish(Err(error.clone()));
        if D::is_fatal(&error) { Step::Fatal(error) } else { Step::Over }
    }

    /// The coroutine awaits or yielded: arranges its next step. Mirrors `__step_run_and_handle_result`.
    fn suspended(&self, task: &Task<D>, resumed: Resumed<D>, cx: &mut D::Context) {
        let part = task.part();
        let wrong = match resumed {
            Resumed::Await(future) if future.ptr_eq(task.future()) => {
                let task = D::describe(cx, task.future());
                D::error(ErrorKind::Runtime, &format!("Task cannot await on itself: {task}"))
            }
            Resumed::Await(future) if !future.event_loop().ptr_eq(self) => {
                let (task, future) = (D::describe(cx, task.future()), D::describe(cx, &future));
                let message = format!("Task {task} got Future {future} attached to a different loop");
                D::error(ErrorKind::Runtime, &message)
            }
            Resumed::Await(future) => {
                self.instrument_wait(task.id(), &future);
                future.add_done_callback(DoneCallback::Wakeup(task.clone()));
                part.waiter.set(Some(future.clone()));
                if part.must_cancel.get() && future.cancel(task.future().cancel_message()) {
                    part.must_cancel.set(false);
                }
                return;
            }
            Resumed::Invalid(error) => error,
            _ => {
                self.instrument(|i, at| i.step_end(at, task.id(), None));
                self.schedule(task, Ready::Step(task.clone()));
                return;
            }
        };
        self.instrument(|i, at| i.step_end(at, task.id(), None));
        self.schedule(task, Ready::Throw(task.clone(), Box::new(wrong)));
    }

    /// Makes the context of a task current, or the other one again.
    pub(crate) fn exchange_context(&self, task: &Task<D>) {
        self.environment().context_cell().swap(&task.part().context);
    }
}
