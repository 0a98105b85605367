//! The event loop: the ready queue, the timer heap, and the one place that runs callbacks.
//!
//! Mirrors `asyncio.base_events.BaseEventLoop`. [`LoopRef::run_once`] is `_run_once`: it moves the timers
//! that are due into the ready queue and runs exactly the handles that were ready when it began; what they
//! schedule waits for the next iteration. It never waits and never moves a clock: it says until when nothing
//! will happen, and a driver takes it from there.

use std::cell::{Cell, RefCell};
use std::collections::{BinaryHeap, VecDeque};
use std::ops::Deref;
use std::rc::Rc;

use crate::clock::Clock;
use crate::coroutine::{Coroutine, Pause, Resume, Resumed};
use crate::domain::{Domain, Report};
use crate::future::{DoneCallback, Future, WeakFuture};
use crate::handle::{Callback, Handle, TimerEntry, TimerHandle};
use crate::ids::{FutureId, TaskId, TimerId};
use crate::instrument::{Cause, Instrument, Wait};
use crate::native::Polling;
use crate::remote::Remote;
use crate::task::{Step, Task};
use crate::time::{Span, Time};

/// Below this many timers cancelled ones are not worth clearing away.
const MIN_TIMERS_TO_CLEAR: usize = 100;

/// What the loops of one program share: the clock, the instrument and the numbering.
pub struct Environment {
    clock: Rc<dyn Clock>,
    instrument: Option<Rc<dyn Instrument>>,
    tasks: Cell<u32>,
    task_numbers: Cell<u64>,
    futures: Cell<u32>,
    timers: Cell<u32>,
}

impl Environment {
    /// A fresh numbering over `clock`, told to `instrument`.
    #[must_use]
    pub fn new(clock: Rc<dyn Clock>, instrument: Option<Rc<dyn Instrument>>) -> Rc<Environment> {
        Rc::new(Environment {
            clock,
            instrument,
            tasks: Cell::new(0),
            task_numbers: Cell::new(0),
            futures: Cell::new(0),
            timers: Cell::new(0),
        })
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Rc<dyn Clock> {
        &self.clock
    }

    /// Who listens, if anybody does.
    #[must_use]
    pub fn instrument(&self) -> Option<&Rc<dyn Instrument>> {
        self.instrument.as_ref()
    }
}

fn next(counter: &Cell<u32>) -> u32 {
    counter.set(counter.get().wrapping_add(1));
    counter.get()
}

/// A loop and its end: dropping it closes the loop.
///
/// Closing drops, in this order: every unfinished task's coroutine, in the order of creation; the ready
/// queue; the timers. Tasks and futures that are still referred to survive as empty shells.
#[must_use = "dropping an event loop drops every coroutine it runs"]
pub struct EventLoop<D: Domain>(LoopRef<D>);

impl<D: Domain> EventLoop<D> {
    /// A loop with nothing to do.
    pub fn new(environment: Rc<Environment>) -> EventLoop<D> {
        EventLoop(LoopRef(Rc::new(Body {
            environment,
            ready: RefCell::new(VecDeque::new()),
            timers: RefCell::new(BinaryHeap::new()),
            cancelled_timers: Cell::new(0),
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
            remote: Remote::new(),
            polling: Polling::default(),
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
    timers: RefCell<BinaryHeap<TimerEntry<D>>>,
    cancelled_timers: Cell<usize>,
    /// How many handles are left of the iteration that a pause or an error interrupted.
    todo: Cell<usize>,
    paused: RefCell<Option<Paused<D>>>,
    current: RefCell<Option<Task<D>>>,
    cause: Cell<Cause>,
    running: Cell<bool>,
    stopping: Cell<bool>,
    closed: Cell<bool>,
    tasks: RefCell<Vec<Option<WeakFuture<D>>>>,
    free_slots: RefCell<Vec<usize>>,
    reports: RefCell<Vec<Report<D>>>,
    remote: Remote<D>,
    polling: Polling<D>,
}

/// An entry of the ready queue.
pub(crate) enum Ready<D: Domain> {
    /// A task's first step, or the one after a bare yield.
    Step(Task<D>),
    /// A step that begins with an error.
    Throw(Task<D>, D::Error),
    /// The future that a task awaits is done.
    Wakeup(Task<D>, Future<D>),
    /// A callback of a future that is done.
    Done(Future<D>, DoneCallback<D>),
    /// `call_soon`.
    Handle(Handle<D>),
    /// A timer whose moment has come.
    Timer(TimerHandle<D>),
}

/// What was interrupted in its middle.
enum Paused<D: Domain> {
    Step(Task<D>),
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

    /// The tasks that are not done, in the order of creation. Mirrors `asyncio.all_tasks`.
    #[must_use]
    pub fn all_tasks(&self) -> Vec<Task<D>> {
        let mut tasks: Vec<Task<D>> =
            self.0.tasks.borrow().iter().flatten().filter_map(|weak| weak.upgrade()?.as_task()).collect();
        tasks.sort_by_key(Task::id);
        tasks
    }

    /// Calls back in the next iteration. Mirrors `loop.call_soon`.
    pub fn call_soon(&self, callback: Callback<D>) -> Handle<D> {
        let handle = Handle::new(callback);
        self.push_ready(Ready::Handle(handle.clone()));
        handle
    }

    /// Calls back once `delay` has passed. Mirrors `loop.call_later`.
    pub fn call_later(&self, delay: Span, callback: Callback<D>) -> TimerHandle<D> {
        self.call_at(self.time() + delay, callback)
    }

    /// Calls back at the moment `when`; timers of the same moment in the order in which they were set.
    /// Mirrors `loop.call_at`.
    pub fn call_at(&self, when: Time, callback: Callback<D>) -> TimerHandle<D> {
        let id = TimerId(next(&self.0.environment.timers));
        let timer = TimerHandle::new(id, when, callback, self.clone());
        self.0.timers.borrow_mut().push(TimerEntry { when, timer: timer.clone() });
        self.instrument(|i, at| i.timer_set(at, id, when, self.current_task_id()));
        timer
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

    /// One iteration: moves the due timers to the ready queue and runs what was ready. Mirrors
    /// `BaseEventLoop._run_once`. This is the only place that runs callbacks.
    pub fn run_once(&self, cx: &mut D::Context) -> Turn<D> {
        if let Some(paused) = self.0.paused.take() {
            if let Some(turn) = self.resume_paused(paused, cx) {
                return turn;
            }
        } else if self.0.todo.get() == 0 {
            self.0.remote.deliver(self);
            if let Some(deadline) = self.collect_due_timers() {
                return Turn::Idle(deadline);
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

    fn run_entry(&self, entry: Ready<D>, cx: &mut D::Context) -> Option<Turn<D>> {
        match entry {
            Ready::Step(task) => self.run_step(task, Resume::Send(D::unit()), cx),
            Ready::Throw(task, error) => self.run_step(task, Resume::Throw(error), cx),
            Ready::Wakeup(task, future) => {
                let input = match future.result() {
                    Ok(value) => Resume::Send(value),
                    Err(error) => Resume::Throw(error),
                };
                drop(future);
                self.run_step(task, input, cx)
            }
            Ready::Done(future, callback) => self.run_done_callback(future, callback, cx),
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

    fn run_step(&self, task: Task<D>, input: Resume<D>, cx: &mut D::Context) -> Option<Turn<D>> {
        self.0.cause.set(Cause::Task(task.id()));
        let step = self.step(&task, input, cx);
        if let Step::Paused(pause) = step {
            *self.0.paused.borrow_mut() = Some(Paused::Step(task));
            return Some(Turn::Paused(pause));
        }
        self.0.cause.set(Cause::Outside);
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
        self.0.cause.set(Cause::Callback);
        match callback {
            DoneCallback::Native(function) => function(&future, self, cx),
            DoneCallback::Gather(outer) => outer.child_done(&future),
            DoneCallback::Callable(callable) => {
                let routine = D::call(&callable, &future);
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
                return Some(Turn::Paused(pause));
            }
            Resumed::Raise(error) if D::is_fatal(&error) => Some(Turn::Raised(error)),
            Resumed::Raise(error) => {
                let message = format!("Exception in callback {}", routine.name());
                D::report(cx, Report { message, error: Some(error), future: None });
                None
            }
            // A callback cannot wait: what it awaits is forgotten, as a coroutine that nobody sends to.
            _ => None,
        };
        self.0.cause.set(Cause::Outside);
        turn
    }

    fn resume_paused(&self, paused: Paused<D>, cx: &mut D::Context) -> Option<Turn<D>> {
        match paused {
            Paused::Step(task) => self.run_step(task, Resume::Continue, cx),
            Paused::Routine(routine) => self.run_routine(routine, Resume::Continue, cx),
        }
    }

    /// Moves the timers whose moment has come to the ready queue. If nothing is ready then, gives the moment
    /// of the next timer, if there is one.
    fn collect_due_timers(&self) -> Option<Option<Time>> {
        self.clear_cancelled_timers();
        let now = self.time();
        loop {
            let due = {
                let mut timers = self.0.timers.borrow_mut();
                match timers.peek() {
                    Some(entry) if entry.timer.cancelled() || entry.when <= now => timers.pop(),
                    Some(entry) if self.0.ready.borrow().is_empty() => return Some(Some(entry.when)),
                    None if self.0.ready.borrow().is_empty() => return Some(None),
                    _ => return None,
                }
            };
            let TimerEntry { timer, .. } = due?;
            timer.unschedule();
            if timer.cancelled() {
                self.0.cancelled_timers.set(self.0.cancelled_timers.get().saturating_sub(1));
            } else {
                self.instrument(|i, at| i.timer_fired(at, timer.id()));
                self.push_ready(Ready::Timer(timer));
            }
        }
    }

    /// Rebuilds the heap when most of a large one is cancelled, so that cancelled timers cost nothing for
    /// long.
    fn clear_cancelled_timers(&self) {
        let (count, cancelled) = (self.0.timers.borrow().len(), self.0.cancelled_timers.get());
        if count > MIN_TIMERS_TO_CLEAR && cancelled * 2 > count {
            let entries = self.0.timers.take().into_vec();
            let (gone, kept): (Vec<_>, Vec<_>) =
                entries.into_iter().partition(|entry| entry.timer.cancelled());
            gone.iter().for_each(|entry| entry.timer.unschedule());
            *self.0.timers.borrow_mut() = kept.into();
            self.0.cancelled_timers.set(0);
        }
    }

    /// Hands what nobody awaits to the exception handler: see [`Domain::report`]. The engine may call it at
    /// any safe point, so that reports come as early as CPython's do.
    pub fn flush_reports(&self, cx: &mut D::Context) {
        while !self.0.reports.borrow().is_empty() {
            for report in self.0.reports.take() {
                D::report(cx, report);
            }
        }
    }

    /// Drops everything that is left to do. Mirrors `loop.close`. Nothing happens the second time.
    pub fn close(&self) {
        if self.0.closed.replace(true) {
            return;
        }
        for task in self.all_tasks() {
            task.abandon();
        }
        drop(self.0.paused.take());
        // Dropping may schedule: go on until nothing comes any more.
        while !self.0.ready.borrow().is_empty() {
            drop(self.0.ready.take());
        }
        drop(self.0.timers.take());
        drop(self.0.current.take());
        self.0.todo.set(0);
    }

    /// The timers that are set, earliest first.
    #[must_use]
    pub fn pending_timers(&self) -> Vec<(Time, TimerId)> {
        let timers = self.0.timers.borrow();
        let mut pending: Vec<_> = timers
            .iter()
            .filter(|entry| !entry.timer.cancelled())
            .map(|entry| (entry.when, entry.timer.id()))
            .collect();
        pending.sort_unstable();
        pending
    }

    // What tasks, futures and timers need of their loop.

    pub(crate) fn push_ready(&self, entry: Ready<D>) {
        if !self.0.closed.get() {
            self.0.ready.borrow_mut().push_back(entry);
        }
    }

    pub(crate) fn timer_cancelled(&self, timer: TimerId) {
        self.0.cancelled_timers.set(self.0.cancelled_timers.get() + 1);
        self.instrument(|i, at| i.timer_cancelled(at, timer));
    }

    pub(crate) fn queue_report(&self, report: Report<D>) {
        self.0.reports.borrow_mut().push(report);
    }

    pub(crate) fn remote(&self) -> &Remote<D> {
        &self.0.remote
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

    /// On whose behalf things happen at this moment.
    pub(crate) fn cause(&self) -> Cause {
        self.0.cause.get()
    }

    pub(crate) fn next_task_id(&self) -> TaskId {
        TaskId(next(&self.0.environment.tasks))
    }

    pub(crate) fn next_future_id(&self) -> FutureId {
        FutureId(next(&self.0.environment.futures))
    }

    pub(crate) fn next_task_number(&self) -> u64 {
        let numbers = &self.0.environment.task_numbers;
        numbers.set(numbers.get() + 1);
        numbers.get()
    }

    pub(crate) fn remember_task(&self, task: WeakFuture<D>) -> usize {
        let mut tasks = self.0.tasks.borrow_mut();
        if let Some(slot) = self.0.free_slots.borrow_mut().pop() {
            tasks[slot] = Some(task);
            return slot;
        }
        tasks.push(Some(task));
        tasks.len() - 1
    }

    pub(crate) fn forget_task(&self, slot: usize) {
        if let Some(entry) = self.0.tasks.borrow_mut().get_mut(slot) {
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
