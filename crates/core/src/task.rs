//! Tasks: a coroutine that the loop runs step by step, and the future of its result.
//!
//! Mirrors `asyncio.tasks.Task`. A task is at every moment in one of these places:
//! - *scheduled*: a step or a wakeup of it is in the ready queue; it waits for nothing;
//! - *running*: the loop is inside its step; its coroutine is out of its slot;
//! - *waiting*: `TaskPart::waiter` holds the pending future it awaits, which holds a wakeup in return;
//! - *done*: its future is done; the coroutine has been dropped.

mod step;

use std::cell::Cell;
use std::cmp::Reverse;
use std::hint::black_box;

use crate::context::Context;
use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::Domain;
use crate::event_loop::{LoopRef, Ready};
use crate::future::{Future, Kind};
use crate::ids::TaskId;
use crate::native::RustTask;
use crate::release::release;

pub(crate) use step::Step;

/// A future whose result is made by a coroutine. A cheap reference: clones are the same task.
///
/// Dropping every reference to a pending task cancels nothing while the loop can still reach it; when not
/// even the loop can, the task is destroyed and reported.
pub struct Task<D: Domain>(pub(crate) Future<D>);

/// How a task is made.
#[derive(Clone, Debug, Default)]
pub struct TaskOptions {
    /// Its name; without one it is `Task-` and the next number.
    pub name: Option<String>,
    /// It belongs to asyncio itself, and is not shown unless asked for.
    pub housekeeping: bool,
    /// What it runs in; without one, in a copy of the current context.
    pub context: Option<Context>,
}

/// What a task has beyond a future.
pub(crate) struct TaskPart<D: Domain> {
    id: TaskId,
    /// The number in its name, unless it was given one.
    number: u32,
    name: Cell<Option<Box<str>>>,
    /// Empty while running and when done; but a Rust future stays until its result is taken.
    routine: Cell<Option<Routine<D>>>,
    /// Empty once an eager task is done with its first step.
    object: Cell<Option<D::Value>>,
    /// The future it awaits. Mirrors `_fut_waiter`.
    waiter: Cell<Option<Future<D>>>,
    /// A cancellation that is to be raised at the next step. Mirrors `_must_cancel`.
    must_cancel: Cell<bool>,
    cancel_requests: Cell<u32>,
    /// Whether dropping it while pending is worth a report. Mirrors `_log_destroy_pending`.
    report_destruction: Cell<bool>,
    /// What it runs in, while it does not run; while it runs, that of whoever runs it. Empty until needed.
    context: Cell<Option<Context>>,
    /// Its place in the loop's list of tasks, or `NO_SLOT`.
    slot: Cell<u32>,
    /// For an eager task: the last task that had been made when the loop began to know of it. 0 for others.
    known_since: Cell<u32>,
}

const NO_SLOT: u32 = u32::MAX;

/// What a task runs.
pub(crate) enum Routine<D: Domain> {
    Coroutine(Box<dyn Coroutine<D>>),
    Rust(RustTask<D>),
}

impl<D: Domain> Routine<D> {
    /// Goes on; `awaited` is what it waited for.
    pub(crate) fn resume(
        &mut self,
        input: Resume<D>,
        awaited: Option<Future<D>>,
        event_loop: &LoopRef<D>,
        cx: &mut D::Context,
    ) -> Resumed<D> {
        match self {
            Routine::Coroutine(coroutine) => {
                drop(awaited);
                coroutine.resume(input, event_loop, cx)
            }
            Routine::Rust(future) => future.resume(input, awaited, event_loop),
        }
    }
}

impl<D: Domain> TaskPart<D> {
    pub(crate) fn id(&self) -> TaskId {
        self.id
    }

    pub(crate) fn reports_destruction(&self) -> bool {
        self.report_destruction.get()
    }

    pub(crate) fn silence(&self) {
        self.report_destruction.set(false);
    }

    pub(crate) fn forget(&self, event_loop: &LoopRef<D>) {
        let slot = self.slot.replace(NO_SLOT);
        if slot != NO_SLOT {
            event_loop.forget_task(slot);
        }
    }

    /// Cancellation of the task is asked for.
    pub(crate) fn note_cancel_request(&self, event_loop: &LoopRef<D>) {
        self.cancel_requests.set(self.cancel_requests.get() + 1);
        event_loop.instrument(|i, at| i.task_cancel_requested(at, self.id, event_loop.cause()));
    }

    /// What it awaits could not be cancelled, or it awaits nothing: the next step begins with the error.
    pub(crate) fn cancel_at_next_step(&self) {
        self.must_cancel.set(true);
    }

    pub(crate) fn waiter(&self) -> Option<Future<D>> {
        let waiter = self.waiter.take();
        self.waiter.set(waiter.clone());
        waiter
    }

    /// Drops what may be the beginning of a long chain.
    pub(crate) fn release_links(&self) {
        match (self.waiter.take(), self.routine.take()) {
            (None, None) => {}
            links => release(links),
        }
    }
}

impl<D: Domain> Clone for Task<D> {
    fn clone(&self) -> Self {
        Task(self.0.clone())
    }
}

impl<D: Domain> Task<D> {
    fn part(&self) -> &TaskPart<D> {
        match &self.0.0.kind {
            Kind::Task(part) => part,
            _ => unreachable!("a Task is made from a future of that kind only"),
        }
    }

    /// Which task this is.
    #[must_use]
    pub fn id(&self) -> TaskId {
        self.part().id
    }

    /// The future of its result.
    #[must_use]
    pub fn future(&self) -> &Future<D> {
        &self.0
    }

    /// Whether both are the same task.
    #[must_use]
    pub fn ptr_eq(&self, other: &Task<D>) -> bool {
        self.0.ptr_eq(&other.0)
    }

    /// Its name. Mirrors `get_name`.
    #[must_use]
    pub fn name(&self) -> String {
        let part = self.part();
        let given = part.name.take();
        let name = given.as_ref().map_or_else(|| format!("Task-{}", part.number), |name| name.to_string());
        part.name.set(given);
        name
    }

    /// Gives it another name.
    pub fn set_name(&self, name: &str) {
        self.part().name.set(Some(name.into()));
        self.0.event_loop().instrument(|i, at| i.task_renamed(at, self.id(), name));
    }

    /// What it runs in. Mirrors `get_context`.
    #[must_use]
    pub fn context(&self) -> Context {
        let part = self.part();
        let routine = part.routine.take();
        let running = routine.is_none() && !self.0.done();
        part.routine.set(routine);
        if running {
            return self.0.event_loop().environment().outermost_context();
        }
        let context = part.context.take().unwrap_or_default();
        part.context.set(Some(context.clone()));
        context
    }

    /// The engine's object of its coroutine. Mirrors `get_coro`.
    #[must_use]
    pub fn object(&self) -> Option<D::Value> {
        let object = self.part().object.take();
        self.part().object.set(object.clone());
        object
    }

    /// Reads from what its next step will need.
    #[inline]
    pub(crate) fn fetch(&self) {
        let part = self.part();
        let routine = part.routine.take();
        if let Some(Routine::Rust(future)) = &routine {
            future.fetch();
        }
        part.routine.set(routine);
        black_box(self.0.done());
        self.0.event_loop().fetch_slot(part.slot.get());
    }

    /// The future it awaits at the moment. Mirrors `_fut_waiter`.
    #[must_use]
    pub fn waiter(&self) -> Option<Future<D>> {
        self.part().waiter()
    }

    /// Whether a cancellation waits for its next step: it shows as `cancelling` in a repr.
    #[must_use]
    pub fn must_cancel(&self) -> bool {
        self.part().must_cancel.get()
    }

    /// Asks it to raise `CancelledError` where it awaits; false if it is done. Mirrors `Task.cancel`.
    pub fn cancel(&self, message: Option<D::Value>) -> bool {
        self.0.cancel(message)
    }

    /// Takes one request for cancellation back; how many remain. Mirrors `Task.uncancel`.
    pub fn uncancel(&self) -> u32 {
        let requests = &self.part().cancel_requests;
        requests.set(requests.get().saturating_sub(1));
        if requests.get() == 0 {
            self.part().must_cancel.set(false);
        }
        requests.get()
    }

    /// How many times cancellation was asked for and not taken back. Mirrors `Task.cancelling`.
    #[must_use]
    pub fn cancelling(&self) -> u32 {
        self.part().cancel_requests.get()
    }

    /// Whether dropping it while it is pending is worth a report. Mirrors `_log_destroy_pending`.
    #[must_use]
    pub fn reports_destruction(&self) -> bool {
        self.part().reports_destruction()
    }

    /// Sets that.
    pub fn set_report_destruction(&self, report: bool) {
        self.part().report_destruction.set(report);
    }

    /// The loop knows of it since that task was made, and does not know of it before (`u32::MAX`).
    pub(crate) fn set_known_since(&self, task: u32) {
        self.part().known_since.set(task);
    }

    /// Orders tasks as they came to be known to the loop: eager ones when their first step was over, the inner before the
    /// outer. Mirrors the order of `tasks._scheduled_tasks`.
    pub(crate) fn order(&self) -> (u32, Reverse<TaskId>) {
        let since = self.part().known_since.get();
        (if since == 0 { self.id().0 } else { since }, Reverse(self.id()))
    }

    /// Its Rust future, once it is done.
    pub(crate) fn take_rust(&self) -> Option<RustTask<D>> {
        match self.part().routine.take() {
            Some(Routine::Rust(future)) if self.0.done() => Some(future),
            other => {
                self.part().routine.set(other);
                None
            }
        }
    }

    /// Drops the coroutine and whatever the task waits for: the loop is closed.
    pub(crate) fn abandon(&self) {
        self.part().silence();
        drop(self.part().waiter.take());
        drop(self.part().routine.take());
        self.0.forget_callbacks();
    }
}

impl<D: Domain> LoopRef<D> {
    /// Makes a task of a coroutine and schedules its first step. Mirrors `loop.create_task`.
    pub fn create_task(&self, coroutine: Box<dyn Coroutine<D>>, options: TaskOptions) -> Task<D> {
        let task = self.make_task_of(coroutine, options);
        self.schedule(&task, Ready::Step(task.clone()));
        task
    }

    /// Makes a task of a coroutine that is not scheduled.
    pub(crate) fn make_task_of(&self, coroutine: Box<dyn Coroutine<D>>, options: TaskOptions) -> Task<D> {
        let function = self.has_instrument().then(|| coroutine.name().to_owned());
        let object = coroutine.object();
        self.make_task(Routine::Coroutine(coroutine), function, object, options)
    }

    /// Makes a task of a Rust future and schedules its first step.
    pub(crate) fn create_task_of(&self, routine: RustTask<D>, options: TaskOptions) -> Task<D> {
        let function = self.has_instrument().then(|| routine.name().to_owned());
        let task = self.make_task(Routine::Rust(routine), function, None, options);
        self.schedule(&task, Ready::Step(task.clone()));
        task
    }

    fn make_task(
        &self,
        routine: Routine<D>,
        function: Option<String>,
        object: Option<D::Value>,
        options: TaskOptions,
    ) -> Task<D> {
        let id = self.next_task_id();
        let number = if options.name.is_some() { 0 } else { self.next_task_number() };
        let part = TaskPart {
            id,
            number,
            name: Cell::new(options.name.map(Box::from)),
            object: Cell::new(object),
            routine: Cell::new(Some(routine)),
            waiter: Cell::new(None),
            must_cancel: Cell::new(false),
            cancel_requests: Cell::new(0),
            report_destruction: Cell::new(true),
            context: Cell::new(options.context.or_else(|| self.environment().copy_context())),
            slot: Cell::new(NO_SLOT),
            known_since: Cell::new(0),
        };
        let future = Future::new(self.next_future_id(), self.clone(), Kind::Task(part));
        let task = Task(future);
        task.part().slot.set(self.remember_task(task.future().downgrade()));
        if let Some(function) = function {
            let (name, parent) = (task.name(), self.current_task_id());
            self.instrument(|i, at| {
                i.task_created(at, id, task.future().id(), parent, &name, &function, options.housekeeping);
            });
        }
        task
    }

    /// Puts a step of `task` into the ready queue.
    fn schedule(&self, task: &Task<D>, step: Ready<D>) {
        self.instrument(|i, at| i.task_ready(at, task.id(), self.cause()));
        self.push_ready(step);
    }

    /// Puts the wakeup of a task into the ready queue: `future`, which it awaits, is done.
    pub(crate) fn schedule_wakeup(&self, task: Task<D>, future: Future<D>) {
        self.instrument(|i, at| i.task_ready(at, task.id(), self.cause()));
        self.push_ready(Ready::Wakeup(task, future));
    }

    /// Takes what a task runs, to be run outside [`LoopRef::step`].
    pub(crate) fn take_routine(&self, task: &Task<D>) -> Option<Routine<D>> {
        task.part().routine.take()
    }

    /// Forgets the engine's object of the coroutine. Mirrors the end of `__eager_start`.
    pub(crate) fn forget_object(&self, task: &Task<D>) {
        drop(task.part().object.take());
    }
}
