//! The event loop: the ready queue, the timers, and the one place that runs callbacks.
//!
//! Mirrors `asyncio.base_events.BaseEventLoop`. [`LoopRef::run_once`] is `_run_once`: it moves the timers
//! that are due into the ready queue and runs exactly the handles that were ready when it began; what they
//! schedule waits for the next iteration. It never waits and never moves a clock: it says until when nothing
//! will happen, and a driver takes it from there.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::hint::black_box;
use std::ops::Deref;
use std::rc::Rc;

mod environment;
mod iteration;
mod leftovers;
mod settings;
mod timer_queue;
mod timers;

pub use environment::Environment;
pub use iteration::Turn;
pub use settings::ExceptionHandler;

use iteration::Paused;
use settings::Settings;
use timer_queue::TimerQueue;

use crate::asyncgens::AsyncGenerators;
use crate::coroutine::Pause;
use crate::domain::{Domain, Report, Subject};
use crate::executor::DefaultExecutor;
use crate::future::{DoneCallback, Future, WeakFuture};
use crate::handle::{Callback, Handle, TimerHandle};
use crate::ids::{FutureId, TaskId};
use crate::instrument::{Cause, Instrument, Wait};
use crate::native::Polling;
use crate::remote::Remote;
use crate::task::Task;
use crate::time::Time;
use crate::workers::Workers;

/// A loop and its end: dropping it closes the loop.
///
/// Closing drops, in this order: every unfinished task's coroutine, in the order of creation; the ready
/// queue; the timers. Tasks and futures that are still referred to survive as empty shells. An engine may ask for them to be
/// left as they are: see [`LoopRef::keep_leftovers`].
#[must_use = "dropping an event loop drops every coroutine it runs"]
pub struct EventLoop<D: Domain>(LoopRef<D>);

impl<D: Domain> EventLoop<D> {
    /// A loop with nothing to do.
    pub fn new(environment: Rc<Environment>) -> EventLoop<D> {
        EventLoop::with_workers(Workers::new(environment))
    }

    /// A loop with nothing to do that shares `workers` with others of its program.
    pub fn with_workers(workers: Workers<D>) -> EventLoop<D> {
        let environment = Rc::clone(workers.environment());
        EventLoop(LoopRef(Rc::new(Body {
            environment,
            ready: RefCell::new(VecDeque::new()),
            timers: RefCell::default(),
            todo: Cell::new(0),
            paused: RefCell::new(None),
            current: RefCell::new(None),
            cause: Cell::new(Cause::Outside),
            running: Cell::new(false),
            stopping: Cell::new(false),
            closed: Cell::new(false),
            tasks: RefCell::new(Vec::new()),
            free_slots: RefCell::new(Vec::new()),
            reports: RefCell::new(Vec::new()),
            muted: Cell::new(false),
            remote: Remote::new(),
            polling: Polling::default(),
            asyncgens: AsyncGenerators::default(),
            settings: Settings::default(),
            workers,
            executor: DefaultExecutor::default(),
            pause: Cell::new(None),
            engine: RefCell::new(None),
            keeps_leftovers: Cell::new(false),
            failures: RefCell::new(Vec::new()),
            shut_down: RefCell::default(),
            shutting_down: Cell::new(false),
        })))
    }

    /// A reference that can be cloned and kept.
    #[must_use]
    pub fn handle(&self) -> LoopRef<D> {
        self.0.clone()
    }
}

impl<D: Domain> Deref for EventLoop<D> {
    type Target = LoopRef<D>;
    fn deref(&self) -> &LoopRef<D> {
        &self.0
    }
}

impl<D: Domain> Drop for EventLoop<D> {
    fn drop(&mut self) {
        self.0.close();
        if !self.0.0.keeps_leftovers.get() {
            // They may refer to the loop in turn.
            self.0.0.settings.clear();
            drop(self.0.0.engine.take());
        }
    }
}

/// A reference to a loop. Clones are the same loop.
pub struct LoopRef<D: Domain>(Rc<Body<D>>);

impl<D: Domain> Clone for LoopRef<D> {
    fn clone(&self) -> Self {
        LoopRef(Rc::clone(&self.0))
    }
}

struct Body<D: Domain> {
    environment: Rc<Environment>,
    ready: RefCell<VecDeque<Ready<D>>>,
    timers: RefCell<TimerQueue<D>>,
    /// How many handles are left of the iteration that a pause or an error interrupted.
    todo: Cell<usize>,
    paused: RefCell<Option<Paused<D>>>,
    current: RefCell<Option<Task<D>>>,
    cause: Cell<Cause>,
    running: Cell<bool>,
    stopping: Cell<bool>,
    closed: Cell<bool>,
    tasks: RefCell<Vec<Option<WeakFuture<D>>>>,
    free_slots: RefCell<Vec<u32>>,
    reports: RefCell<Vec<Report<D>>>,
    muted: Cell<bool>,
    remote: Remote<D>,
    polling: Polling<D>,
    asyncgens: AsyncGenerators<D>,
    settings: Settings<D>,
    workers: Workers<D>,
    executor: DefaultExecutor<D>,
    /// Why the interrupted step stopped, and what had changed by then.
    pause: Cell<Option<(Pause, u64)>>,
    /// What the engine keeps with the loop.
    engine: RefCell<Option<Rc<dyn Any>>>,
    /// Closing it leaves tasks as they are.
    keeps_leftovers: Cell<bool>,
    /// Futures that failed, if leftovers are kept.
    failures: RefCell<Vec<WeakFuture<D>>>,
    /// Tasks that were cancelled because the main one had ended.
    shut_down: RefCell<Vec<WeakFuture<D>>>,
    /// They are being waited for.
    shutting_down: Cell<bool>,
}

/// An entry of the ready queue.
pub(crate) enum Ready<D: Domain> {
    /// A task's first step, or the one after a bare yield.
    Step(Task<D>),
    /// A step that begins with an error.
    Throw(Task<D>, Box<D::Error>),
    /// The future that a task awaits is done.
    Wakeup(Task<D>, Future<D>),
    /// A callback of a future that is done. Boxed, so that the queue is no wider than its common entries.
    Done(Box<(Future<D>, DoneCallback<D>)>),
    /// A child of the gather that comes second is done.
    Gathered(Future<D>, Future<D>),
    /// `call_soon`.
    Handle(Handle<D>),
    /// A timer whose moment has come.
    Timer(TimerHandle<D>),
}

impl<D: Domain> LoopRef<D> {
    /// Whether both are the same loop.
    #[must_use]
    pub fn ptr_eq(&self, other: &LoopRef<D>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// What this loop shares with the others of its program.
    #[must_use]
    pub fn environment(&self) -> &Rc<Environment> {
        &self.0.environment
    }

    /// The present moment. Mirrors `loop.time()`.
    #[must_use]
    pub fn time(&self) -> Time {
        self.0.environment.clock.now()
    }

    /// Whether it is being run. Mirrors `loop.is_running`.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.0.running.get()
    }

    /// Whether it has been closed. Mirrors `loop.is_closed`.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.closed.get()
    }

    /// Ends the run after the present iteration. Mirrors `loop.stop`.
    pub fn stop(&self) {
        self.0.stopping.set(true);
    }

    /// The task whose step is running.
    #[must_use]
    pub fn current_task(&self) -> Option<Task<D>> {
        self.0.current.borrow().clone()
    }

    /// The tasks that are not done, in the order of creation; an eager one is created when its first step is over. Mirrors `asyncio.all_tasks`.
    #[must_use]
    pub fn all_tasks(&self) -> Vec<Task<D>> {
        let mut tasks: Vec<Task<D>> =
            self.0.tasks.borrow().iter().flatten().filter_map(|weak| weak.upgrade()?.as_task()).collect();
        tasks.sort_by_key(Task::order);
        tasks
    }

    /// Calls back in the next iteration. Mirrors `loop.call_soon`.
    pub fn call_soon(&self, callback: Callback<D>) -> Handle<D> {
        let handle = Handle::new(callback);
        self.push_ready(Ready::Handle(handle.clone()));
        handle
    }

    /// Begins a run: `run_once` may be called until [`LoopRef::end_run`]. Mirrors the head of
    /// `run_forever`. False if it is running already.
    #[must_use]
    pub fn begin_run(&self) -> bool {
        if self.0.running.replace(true) {
            return false;
        }
        self.instrument(|i, at| i.loop_started(at));
        true
    }

    /// Ends a run.
    pub fn end_run(&self) {
        if self.0.running.replace(false) {
            self.0.stopping.set(false);
            self.instrument(|i, at| i.loop_stopped(at));
        }
    }

    /// Whether `stop` was called and the iteration it was called in is over.
    #[must_use]
    pub fn stop_requested(&self) -> bool {
        self.0.stopping.get() && self.0.todo.get() == 0 && self.0.paused.borrow().is_none()
    }

    /// Hands what nobody awaits to the exception handler: see
    /// [`LoopRef::call_exception_handler`]. The engine may call it at
    /// any safe point, so that reports come as early as CPython's do.
    pub fn flush_reports(&self, cx: &mut D::Context) {
        while !self.0.reports.borrow().is_empty() {
            for report in self.0.reports.take() {
                // A destructor cannot raise: an error that ought to stop the loop ends here.
                let _ = self.call_exception_handler(report, cx);
            }
        }
    }

    /// Whether there is something for [`LoopRef::flush_reports`].
    #[must_use]
    pub fn has_reports(&self) -> bool {
        !self.0.reports.borrow().is_empty()
    }

    /// Puts the reports of futures in the order in which those were made: that of a collector of cycles, where
    /// all went away together.
    pub fn sort_reports(&self) {
        self.0.reports.borrow_mut().sort_by_key(|report| match &report.subject {
            Subject::Future(future) | Subject::Task(future) => future.id().0,
            _ => 0,
        });
    }

    /// Whether nothing else refers to the loop: nothing can be reported to it any more.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        Rc::strong_count(&self.0) == 1
    }

    /// Drops what was not handed out by [`LoopRef::flush_reports`].
    pub fn drop_reports(&self) {
        while !self.0.reports.borrow().is_empty() {
            drop(self.0.reports.take());
        }
    }

    /// Nobody hears of errors that nothing awaits any more: the run is over. What waits to be told is dropped; it refers
    /// to the loop.
    pub fn mute(&self) {
        self.0.muted.set(true);
        drop(self.0.reports.take());
    }

    /// Drops everything that is left to do. Mirrors `loop.close`. Nothing happens the second time.
    pub fn close(&self) {
        if self.0.closed.replace(true) {
            return;
        }
        self.close_executor();
        if !self.0.keeps_leftovers.get() {
            self.all_tasks().iter().for_each(Task::abandon);
        }
        drop(self.0.paused.take());
        // Dropping may schedule: go on until nothing comes any more.
        while !self.0.ready.borrow().is_empty() {
            for entry in self.0.ready.take() {
                match entry {
                    Ready::Handle(handle) => handle.forget(),
                    Ready::Timer(timer) => timer.forget(),
                    other => drop(other),
                }
            }
        }
        let timers = self.0.timers.take();
        timers.iter().for_each(TimerHandle::forget);
        drop(timers);
        drop(self.0.current.take());
        self.0.todo.set(0);
    }

    /// What the engine keeps with the loop: its own object of it, for example. Dropped with the loop.
    #[must_use]
    pub fn engine(&self) -> Option<Rc<dyn Any>> {
        self.0.engine.borrow().clone()
    }

    /// Keeps something of the engine's with the loop.
    pub fn set_engine(&self, engine: Rc<dyn Any>) {
        *self.0.engine.borrow_mut() = Some(engine);
    }

    // What tasks, futures and timers need of their loop.

    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn push_ready(&self, entry: Ready<D>) {
        if !self.0.closed.get() {
            self.0.ready.borrow_mut().push_back(entry);
        }
    }

    pub(crate) fn queue_report(&self, report: Report<D>) {
        if !self.0.muted.get() {
            self.0.reports.borrow_mut().push(report);
        }
    }

    /// The workers of the program.
    #[must_use]
    pub fn workers(&self) -> &Workers<D> {
        &self.0.workers
    }

    pub(crate) fn executor(&self) -> &DefaultExecutor<D> {
        &self.0.executor
    }

    /// Says on whose behalf the running callback acts.
    pub(crate) fn act_for(&self, cause: Cause) {
        self.0.cause.set(cause);
    }

    pub(crate) fn remote(&self) -> &Remote<D> {
        &self.0.remote
    }

    pub(crate) fn asyncgens(&self) -> &AsyncGenerators<D> {
        &self.0.asyncgens
    }

    pub(crate) fn polling(&self) -> &Polling<D> {
        &self.0.polling
    }

    pub(crate) fn enter_task(&self, task: &Task<D>) {
        *self.0.current.borrow_mut() = Some(task.clone());
    }

    pub(crate) fn leave_task(&self) {
        drop(self.0.current.take());
    }

    pub(crate) fn current_task_id(&self) -> Option<TaskId> {
        self.0.current.borrow().as_ref().map(Task::id)
    }

    pub(crate) fn set_cause(&self, cause: Cause) {
        self.0.cause.set(cause);
    }

    /// On whose behalf things happen at this moment.
    pub(crate) fn cause(&self) -> Cause {
        self.0.cause.get()
    }

    pub(crate) fn next_task_id(&self) -> TaskId {
        self.0.environment.next_task_id()
    }

    pub(crate) fn next_future_id(&self) -> FutureId {
        self.0.environment.next_future_id()
    }

    pub(crate) fn next_task_number(&self) -> u32 {
        let numbers = &self.0.environment.task_numbers;
        numbers.set(numbers.get() + 1);
        numbers.get()
    }

    /// The task's place in the list of tasks.
    pub(crate) fn remember_task(&self, task: WeakFuture<D>) -> u32 {
        let mut tasks = self.0.tasks.borrow_mut();
        if let Some(slot) = self.0.free_slots.borrow_mut().pop() {
            tasks[slot as usize] = Some(task);
            return slot;
        }
        tasks.push(Some(task));
        // Tasks are numbered with 32 bits: there are never more.
        (tasks.len() - 1) as u32
    }

    /// Reads the task's place in the list of tasks.
    #[inline]
    pub(crate) fn fetch_slot(&self, slot: u32) {
        black_box(self.0.tasks.borrow().get(slot as usize).is_some_and(Option::is_some));
    }

    pub(crate) fn forget_task(&self, slot: u32) {
        if let Some(entry) = self.0.tasks.borrow_mut().get_mut(slot as usize) {
            *entry = None;
            self.0.free_slots.borrow_mut().push(slot);
        }
    }

    pub(crate) fn has_instrument(&self) -> bool {
        self.0.environment.instrument.is_some()
    }

    pub(crate) fn instrument(&self, tell: impl FnOnce(&dyn Instrument, Time)) {
        if let Some(instrument) = &self.0.environment.instrument {
            tell(&**instrument, self.time());
        }
    }

    pub(crate) fn tell_future_done(&self, future: FutureId) {
        self.instrument(|i, at| i.future_done(at, future, self.cause()));
    }

    pub(crate) fn instrument_wait(&self, task: TaskId, future: &Future<D>) {
        self.instrument(|i, at| {
            let purpose = future.purpose();
            i.step_end(at, task, Some(Wait { future: future.id(), purpose: &purpose }));
        });
    }
}
