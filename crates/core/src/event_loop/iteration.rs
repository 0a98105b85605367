//! One iteration of a loop: the one place that runs callbacks.

use super::{LoopRef, Ready};
use crate::context::InContext;
use crate::coroutine::{Coroutine, Pause, Resume, Resumed};
use crate::domain::{Domain, Report, Slow, Subject};
use crate::future::{DoneCallback, Future, Operation};
use crate::handle::Callback;
use crate::instrument::Cause;
use crate::task::{Step, Task};
use crate::time::Time;

/// What was interrupted in its middle.
pub(super) enum Paused<D: Domain> {
    /// A step, and the future that woke it.
    Step(Task<D>, Option<Future<D>>),
    Routine(Box<dyn Coroutine<D>>),
}

/// How an iteration went.
#[must_use]
pub enum Turn<D: Domain> {
    /// It ran this many handles.
    Ran(usize),
    /// Nothing is ready. The moment of the next timer, if there is one.
    Idle(Option<Time>),
    /// A step stopped in its middle; the next call goes on there.
    Paused(Pause),
    /// An error that must stop the loop was raised. The rest of the iteration is still to come.
    Raised(D::Error),
}

impl<D: Domain> LoopRef<D> {
    /// One iteration: moves the due timers to the ready queue and runs what was ready. Mirrors
    /// `BaseEventLoop._run_once`. This is the only place that runs callbacks.
    pub fn run_once(&self, cx: &mut D::Context) -> Turn<D> {
        if let Some(turn) = self.run_workers(cx) {
            return turn;
        }
        if let Some(paused) = self.0.paused.take() {
            if let Some(turn) = self.resume_paused(paused, cx) {
                return turn;
            }
        } else if self.0.todo.get() == 0 {
            self.0.remote.deliver(self);
            if let Some(deadline) = self.collect_due_timers() {
                return Turn::Idle(earliest(deadline, self.0.workers.next_wake_here()));
            }
            let todo = self.0.ready.borrow().len();
            self.0.todo.set(todo);
            self.instrument(|i, at| i.iteration(at, todo));
        }
        let mut ran = 0;
        while self.0.todo.get() > 0 {
            self.0.todo.set(self.0.todo.get() - 1);
            let Some(entry) = self.0.ready.borrow_mut().pop_front() else { break };
            ran += 1;
            if let Some(turn) = self.run_entry(entry, cx) {
                return turn;
            }
        }
        self.flush_reports(cx);
        Turn::Ran(ran)
    }

    /// Lets the workers go on where this thread looks for events or blocks; says so if it is still to block.
    fn run_workers(&self, cx: &mut D::Context) -> Option<Turn<D>> {
        let workers = &self.0.workers;
        let paused = self.0.paused.borrow().is_some();
        let pause = self.0.pause.get().filter(|_| paused);
        let blocks = matches!(pause, Some((Pause::Sleep(_) | Pause::Park(_), _)));
        if (blocks || (!paused && self.0.todo.get() == 0) || workers.is_interrupted())
            && !workers.is_empty()
            && let Some(pause) = workers.turn(self, cx)
        {
            return Some(Turn::Paused(pause));
        }
        let (pause, changes) = pause?;
        let now = self.time();
        let until = match pause {
            Pause::Sleep(until) if until > now => until,
            Pause::Park(until) if until > now && workers.changes() == changes => until,
            _ => return None,
        };
        let until = workers.next_wake_here().map_or(until, |wake| wake.min(until));
        Some(Turn::Paused(match pause {
            Pause::Park(_) => Pause::Park(until),
            _ => Pause::Sleep(until),
        }))
    }

    /// Notes why a step stopped in its middle; the moment at which this is to be called again is the next that a
    /// worker goes on, if that is earlier.
    fn note_pause(&self, pause: Pause) -> Turn<D> {
        self.0.pause.set(Some((pause, self.0.workers.changes())));
        let wake = self.0.workers.next_wake_here();
        Turn::Paused(match (pause, wake) {
            (Pause::Sleep(until), Some(wake)) => Pause::Sleep(until.min(wake)),
            (Pause::Park(until), Some(wake)) => Pause::Park(until.min(wake)),
            _ => pause,
        })
    }

    fn run_entry(&self, entry: Ready<D>, cx: &mut D::Context) -> Option<Turn<D>> {
        self.note_begin();
        match entry {
            Ready::Step(task) => self.run_step(task, Resume::Send(D::unit()), cx),
            Ready::Throw(task, error) => self.run_step(task, Resume::Throw(*error), cx),
            Ready::Wakeup(task, future) => {
                let input = match future.result() {
                    Ok(value) => Resume::Send(value),
                    Err(error) => {
                        if future.cancelled() || future.is_gather() {
                            D::raised(cx, &error);
                        }
                        Resume::Throw(error)
                    }
                };
                // The future goes after the step, as what a handle holds does: it may be the last to hold its children.
                let turn = self.run_step(task, input, cx);
                self.let_go(Some(future), cx);
                turn
            }
            Ready::Done(done) => {
                let (future, callback) = *done;
                self.run_done_callback(future, callback, cx)
            }
            Ready::Gathered(child, outer) => self.run_done_callback(child, DoneCallback::Gather(outer), cx),
            Ready::Handle(handle) => {
                let callback = handle.take()?;
                self.run_callback(callback, Cause::Callback, cx)
            }
            Ready::Timer(timer) => {
                let callback = timer.take()?;
                self.run_callback(callback, Cause::Timer(timer.id()), cx)
            }
        }
    }

    #[cfg_attr(page, optimize(speed))]
    fn run_step(&self, task: Task<D>, input: Resume<D>, cx: &mut D::Context) -> Option<Turn<D>> {
        self.0.cause.set(Cause::Task(task.id()));
        let step = self.step(&task, input, cx);
        if let Step::Paused(pause) = step {
            *self.0.paused.borrow_mut() = Some(Paused::Step(task, None));
            return Some(self.note_pause(pause));
        }
        self.0.cause.set(Cause::Outside);
        self.note_end(Slow::Task(&task), cx);
        match step {
            Step::Fatal(error) => Some(Turn::Raised(error)),
            _ => None,
        }
    }

    fn run_callback(&self, callback: Callback<D>, cause: Cause, cx: &mut D::Context) -> Option<Turn<D>> {
        self.0.cause.set(cause);
        match callback {
            Callback::Native(function) => function(self, cx),
            Callback::SetResult(future, value) => {
                if !future.done() {
                    future.finish(Ok(value));
                }
            }
            Callback::Routine(routine) => return self.run_routine(routine, Resume::Send(D::unit()), cx),
        }
        self.0.cause.set(Cause::Outside);
        None
    }

    fn run_done_callback(
        &self,
        future: Future<D>,
        callback: DoneCallback<D>,
        cx: &mut D::Context,
    ) -> Option<Turn<D>> {
        // What a group does about a task that failed, that task does.
        self.0.cause.set(match (&callback, future.as_task()) {
            (DoneCallback::Operation(Operation::TaskGroup, _), Some(task)) => Cause::Task(task.id()),
            _ => Cause::Callback,
        });
        match callback {
            DoneCallback::Native(function) | DoneCallback::Operation(_, function) => {
                function(&future, self, cx);
            }
            DoneCallback::Gather(outer) => outer.child_done(&future),
            DoneCallback::Callable(callable, context) => {
                let routine = InContext::wrap(context, D::call(&callable, &future));
                drop((callable, future));
                return self.run_routine(routine, Resume::Send(D::unit()), cx);
            }
            DoneCallback::Stop => {
                // A fatal error has left `run_once` already.
                let fatal = matches!(future.peek(), Some(Err(error)) if D::is_fatal(&error));
                if !fatal {
                    self.stop();
                }
            }
            DoneCallback::Wakeup(task) => self.schedule_wakeup(task, future),
        }
        self.0.cause.set(Cause::Outside);
        None
    }

    /// Runs a callback of the engine's own to its end.
    fn run_routine(
        &self,
        mut routine: Box<dyn Coroutine<D>>,
        input: Resume<D>,
        cx: &mut D::Context,
    ) -> Option<Turn<D>> {
        let turn = match routine.resume(input, self, cx) {
            Resumed::Pause(pause) => {
                *self.0.paused.borrow_mut() = Some(Paused::Routine(routine));
                return Some(self.note_pause(pause));
            }
            Resumed::Raise(error) if D::is_fatal(&error) => Some(Turn::Raised(error)),
            Resumed::Raise(error) => {
                let message = format!("Exception in callback {}", routine.name());
                let subject = routine.object().map_or(Subject::Nothing, Subject::Handle);
                let report = Report { message, error: Some(error), subject };
                self.call_exception_handler(report, cx).err().map(Turn::Raised)
            }
            // A callback cannot wait: what it awaits is forgotten, as a coroutine that nobody sends to.
            _ => None,
        };
        self.0.cause.set(Cause::Outside);
        self.note_end(Slow::Callback(&*routine), cx);
        turn
    }

    /// Drops the future that woke a step, once that is over.
    fn let_go(&self, woken_by: Option<Future<D>>, cx: &mut D::Context) {
        if let Some(Paused::Step(_, held)) = &mut *self.0.paused.borrow_mut() {
            *held = woken_by;
            return;
        }
        drop(woken_by);
        D::settle(cx);
    }

    fn resume_paused(&self, paused: Paused<D>, cx: &mut D::Context) -> Option<Turn<D>> {
        match paused {
            Paused::Step(task, woken_by) => {
                let turn = self.run_step(task, Resume::Continue, cx);
                self.let_go(woken_by, cx);
                turn
            }
            Paused::Routine(routine) => self.run_routine(routine, Resume::Continue, cx),
        }
    }
}

fn earliest(a: Option<Time>, b: Option<Time>) -> Option<Time> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
