//! Hooks: what a loop and the engine above it tell about what they do.
//!
//! A trait of no-ops, so that an instrument says only what it cares for. The loop calls the hooks of
//! tasks, futures and timers; an engine of coroutines calls those of frames, output and blocking. Core
//! knows nothing of who listens.

use std::cell::Cell;
use std::rc::Rc;

use crate::ids::{CoroutineId, FutureId, TaskId, TimerId};
use crate::time::Time;

/// A place in the source text of a coroutine. Both count from 1; 0 is unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The line.
    pub line: u32,
    /// The column, in characters.
    pub column: u32,
}

/// Where a program writes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Stream {
    /// Standard output.
    Stdout,
    /// Standard error.
    Stderr,
}

/// What a future stands for, as far as its maker told. Decides how a wait is drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Made by `create_future()` or by a program.
    Plain,
    /// `sleep` until this deadline.
    Sleep(Time),
    /// A task.
    Task(TaskId),
    /// What a worker runs, known by its lane.
    Worker(TaskId),
    /// The outer future of `gather`; its children in order.
    Gather(Vec<FutureId>),
    /// An operation on several futures, such as `"wait"`; the futures in order.
    Group(&'static str, Vec<FutureId>),
    /// Waits for another future with a deadline.
    Timeout(Time),
    /// Something else with a name, such as `"event"` or `"queue item"`.
    Named(&'static str),
    /// Something with a name that one task at a time holds: a lock.
    Held(&'static str, Holder),
}

/// Who holds something. Clones follow what happens to it; whoever writes down how it is takes [`Holder::snapshot`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Holder(Rc<Cell<Option<TaskId>>>);

impl Holder {
    /// The task that holds it; None if nobody does, or code outside any task.
    #[must_use]
    pub fn task(&self) -> Option<TaskId> {
        self.0.get()
    }

    /// One that stays as this one is now.
    #[must_use]
    pub fn snapshot(&self) -> Holder {
        Holder(Rc::new(self.0.as_ref().clone()))
    }

    pub(crate) fn set(&self, task: Option<TaskId>) {
        self.0.set(task);
    }
}

impl From<TaskId> for Holder {
    fn from(task: TaskId) -> Holder {
        Holder(Rc::new(Cell::new(Some(task))))
    }
}

/// What a task waits for.
#[derive(Clone, Copy, Debug)]
pub struct Wait<'a> {
    /// The future.
    pub future: FutureId,
    /// What it stands for.
    pub purpose: &'a Purpose,
}

/// Why a handle was put into the ready queue, or who asked for a cancellation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cause {
    /// Code outside any task: before the loop ran, or the engine itself.
    Outside,
    /// A step of this task.
    Task(TaskId),
    /// This timer.
    Timer(TimerId),
    /// A plain callback of the loop.
    Callback,
}

/// How a task ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending<'a> {
    /// It returned; a short picture of the value, if the engine has one.
    Returned(Option<&'a str>),
    /// It raised; the error in one line.
    Raised(&'a str),
    /// It was cancelled.
    Cancelled,
}

/// What only those care for who look for mistakes: see [`Instrument::note`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// The deadline of a timeout came while the task was inside, and yet nothing was raised: what it guards took the
    /// cancellation for itself.
    TimeoutIgnored,
    /// A task or future with this id went away with an error that nobody had looked at.
    NeverRetrieved(FutureId),
    /// The task asks for a lock in an `async with`. The number tells locks apart.
    LockEntered(u32),
    /// The task reads something that tasks share. The number tells such things apart.
    Reads(u32),
    /// The task writes it.
    Writes(u32),
}

/// Listens to what happens. Every hook does nothing unless overridden. All are called in the order in
/// which things happen; `at` is the loop's clock.
#[expect(unused_variables, reason = "no-op hooks")]
pub trait Instrument {
    /// A task came to be. `parent` is the task that was running. `housekeeping` tasks are asyncio's own
    /// (the ends of `asyncio.run`).
    #[expect(
        clippy::too_many_arguments,
        reason = "a hook is called where all of this is at hand, unallocated"
    )]
    fn task_created(
        &self,
        at: Time,
        task: TaskId,
        future: FutureId,
        parent: Option<TaskId>,
        name: &str,
        coroutine: &str,
        housekeeping: bool,
    ) {
    }
    /// Something is to be run by a worker: a lane of its own, which is told of as tasks are. Its name becomes that of the
    /// worker's thread when one takes it; what blocks it does not block the loop.
    fn worker_created(
        &self,
        at: Time,
        task: TaskId,
        future: FutureId,
        parent: Option<TaskId>,
        name: &str,
        function: &str,
    ) {
    }
    /// A task got another name.
    fn task_renamed(&self, at: Time, task: TaskId, name: &str) {}
    /// A task entered the ready queue.
    fn task_ready(&self, at: Time, task: TaskId, cause: Cause) {}
    /// A step of a task begins.
    fn step_begin(&self, at: Time, task: TaskId) {}
    /// A step of a task is over; if the task waits now, for what.
    fn step_end(&self, at: Time, task: TaskId, wait: Option<Wait<'_>>) {}
    /// Cancellation of a task was asked for.
    fn task_cancel_requested(&self, at: Time, task: TaskId, cause: Cause) {}
    /// A task ended.
    fn task_done(&self, at: Time, task: TaskId, ending: Ending<'_>) {}
    /// A future that is no task was done.
    fn future_done(&self, at: Time, future: FutureId, cause: Cause) {}
    /// A timer was set.
    fn timer_set(&self, at: Time, timer: TimerId, deadline: Time, by: Option<TaskId>) {}
    /// A timer's moment came.
    fn timer_fired(&self, at: Time, timer: TimerId) {}
    /// A timer was cancelled before its moment.
    fn timer_cancelled(&self, at: Time, timer: TimerId) {}
    /// An iteration of the loop begins with this many ready handles.
    fn iteration(&self, at: Time, ready: usize) {}
    /// A loop starts running. Mirrors `run_forever`.
    fn loop_started(&self, at: Time) {}
    /// A loop stopped running.
    fn loop_stopped(&self, at: Time) {}

    /// The engine reached this place in the running task (or outside any task): at the start of a step,
    /// at an await, at a blocking call, at a print.
    fn location(&self, at: Time, task: Option<TaskId>, location: Location) {}
    /// A statement begins on the line that the engine was asked to watch. Told apart from all else: a run with a
    /// watched line tells the same otherwise.
    fn reached(&self, at: Time, task: Option<TaskId>) {}
    /// A coroutine frame was entered inside a task: awaited, or the task's own.
    fn frame_enter(
        &self,
        at: Time,
        task: Option<TaskId>,
        coroutine: CoroutineId,
        name: &str,
        location: Location,
    ) {
    }
    /// That frame is left for good.
    fn frame_leave(&self, at: Time, task: Option<TaskId>, coroutine: CoroutineId) {}
    /// A coroutine object was made by calling a coroutine function, at `location` of its caller.
    fn coroutine_created(
        &self,
        at: Time,
        task: Option<TaskId>,
        coroutine: CoroutineId,
        name: &str,
        location: Location,
    ) {
    }
    /// A coroutine object was dropped before it ever ran.
    fn coroutine_never_awaited(&self, at: Time, coroutine: CoroutineId, name: &str) {}
    /// Synchronous code blocks the thread until `until` (`time.sleep`).
    fn block_begin(&self, at: Time, task: Option<TaskId>, until: Time) {}
    /// The blocking call is over.
    fn block_end(&self, at: Time, task: Option<TaskId>) {}
    /// Whether it listens to anything but [`Instrument::output`]. A run asks once, when it is made: what nobody listens to
    /// is not looked up.
    fn wants_events(&self) -> bool {
        true
    }
    /// Whether [`Instrument::locals`] is to be told: making short pictures of values takes time.
    fn wants_locals(&self) -> bool {
        false
    }
    /// The local variables of a coroutine's frame, each with a short picture of its value, as the task's step leaves them;
    /// without a coroutine, the global variables of the program. Told if they are new or changed, and perhaps if not.
    fn locals(&self, at: Time, coroutine: Option<CoroutineId>, locals: &[(&str, &str)]) {}
    /// Something that no other hook tells of. `name` is that of what is read or written, else empty; `location` is
    /// unknown where the loop tells.
    fn note(&self, at: Time, task: Option<TaskId>, note: Note, name: &str, location: Location) {}
    /// The program wrote.
    fn output(&self, at: Time, task: Option<TaskId>, stream: Stream, text: &str) {}
}

/// Listens to nothing.
#[derive(Debug, Default)]
pub struct NoInstrument;

impl Instrument for NoInstrument {}
