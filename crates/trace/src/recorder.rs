//! The recorder: core's hooks, written down.
//!
//! It must be cheap, for it runs inside the loop: no hook does more than append.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Ending, Instrument, Location, Note, Purpose, Stream, Wait};
use loopscope_core::time::Time;

use crate::log::{EventKind, Log};

/// A log that a recorder writes while others read. Borrow it only between slices of the run, not
/// across one: the recorder needs it for itself while the loop runs.
pub type SharedLog = Rc<RefCell<Log>>;

/// Writes what a loop tells into a [`Log`].
#[derive(Debug, Default)]
pub struct Recorder {
    log: SharedLog,
    /// Whether local variables are written down too.
    locals: bool,
}

impl Recorder {
    /// A recorder with an empty log of the default size.
    #[must_use]
    pub fn new() -> Recorder {
        Recorder::default()
    }

    /// A recorder whose log keeps at most `events` events.
    #[must_use]
    pub fn with_capacity(events: usize) -> Recorder {
        Recorder { log: Rc::new(RefCell::new(Log::new(events))), locals: false }
    }

    /// The same recorder, which also writes down the local variables of suspended frames. It costs a run some of
    /// its time.
    #[must_use]
    pub fn with_locals(mut self) -> Recorder {
        self.locals = true;
        self
    }

    /// The log, shared.
    #[must_use]
    pub fn log(&self) -> SharedLog {
        Rc::clone(&self.log)
    }

    /// Drops everything written so far: for the next run.
    pub fn reset(&self) {
        self.log.borrow_mut().clear();
    }

    #[inline(always)]
    fn push(&self, at: Time, kind: EventKind) {
        self.log.borrow_mut().push(at, kind);
    }
}

impl Instrument for Recorder {
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
        let mut log = self.log.borrow_mut();
        if let (Some(name), Some(coroutine)) = (log.add_text(name), log.intern(coroutine)) {
            let parent = parent.into();
            log.push(at, EventKind::TaskCreated { task, future, parent, name, coroutine, housekeeping });
        }
    }

    fn worker_created(
        &self,
        at: Time,
        task: TaskId,
        future: FutureId,
        parent: Option<TaskId>,
        name: &str,
        function: &str,
    ) {
        let mut log = self.log.borrow_mut();
        if let (Some(name), Some(function)) = (log.add_text(name), log.intern(function)) {
            log.push(at, EventKind::WorkerCreated { task, future, parent: parent.into(), name, function });
        }
    }

    fn task_renamed(&self, at: Time, task: TaskId, name: &str) {
        let mut log = self.log.borrow_mut();
        if let Some(name) = log.add_text(name) {
            log.push(at, EventKind::TaskRenamed { task, name });
        }
    }

    fn task_ready(&self, at: Time, task: TaskId, cause: Cause) {
        self.push(at, EventKind::TaskReady { task, cause });
    }

    fn step_begin(&self, at: Time, task: TaskId) {
        self.push(at, EventKind::StepBegin { task });
    }

    fn step_end(&self, at: Time, task: TaskId, wait: Option<Wait<'_>>) {
        let kind = match wait {
            None => EventKind::StepEnd { task },
            Some(Wait { future, purpose: Purpose::Sleep(until) }) => {
                EventKind::StepSleeps { task, future, until: *until }
            }
            Some(Wait { future, purpose }) => {
                let Some(purpose) = self.log.borrow_mut().add_purpose(purpose) else { return };
                EventKind::StepWaits { task, future, purpose }
            }
        };
        self.push(at, kind);
    }

    fn task_cancel_requested(&self, at: Time, task: TaskId, cause: Cause) {
        self.push(at, EventKind::CancelRequested { task, cause });
    }

    fn task_done(&self, at: Time, task: TaskId, ending: Ending<'_>) {
        let mut log = self.log.borrow_mut();
        let kind = match ending {
            Ending::Returned(value) => {
                EventKind::TaskReturned { task, value: value.and_then(|value| log.intern(value)) }
            }
            Ending::Raised(error) => match log.intern(error) {
                Some(error) => EventKind::TaskRaised { task, error },
                None => return,
            },
            Ending::Cancelled => EventKind::TaskCancelled { task },
        };
        log.push(at, kind);
    }

    fn future_done(&self, at: Time, future: FutureId, cause: Cause) {
        self.push(at, EventKind::FutureDone { future, cause });
    }

    fn timer_set(&self, at: Time, timer: TimerId, deadline: Time, by: Option<TaskId>) {
        self.push(at, EventKind::TimerSet { timer, deadline, by: by.into() });
    }

    fn timer_fired(&self, at: Time, timer: TimerId) {
        self.push(at, EventKind::TimerFired { timer });
    }

    fn timer_cancelled(&self, at: Time, timer: TimerId) {
        self.push(at, EventKind::TimerCancelled { timer });
    }

    fn iteration(&self, at: Time, ready: usize) {
        self.push(at, EventKind::Iteration { ready: u32::try_from(ready).unwrap_or(u32::MAX) });
    }

    fn loop_started(&self, at: Time) {
        self.push(at, EventKind::LoopStarted);
    }

    fn loop_stopped(&self, at: Time) {
        self.push(at, EventKind::LoopStopped);
    }

    fn location(&self, at: Time, task: Option<TaskId>, location: Location) {
        self.push(at, EventKind::Location { task: task.into(), location });
    }

    fn reached(&self, _: Time, _: Option<TaskId>) {
        self.log.borrow_mut().reach();
    }

    fn frame_enter(
        &self,
        at: Time,
        task: Option<TaskId>,
        coroutine: CoroutineId,
        name: &str,
        location: Location,
    ) {
        let mut log = self.log.borrow_mut();
        if let Some(name) = log.intern(name) {
            log.push(at, EventKind::FrameEnter { task: task.into(), coroutine, name, location });
        }
    }

    fn frame_leave(&self, at: Time, task: Option<TaskId>, coroutine: CoroutineId) {
        self.push(at, EventKind::FrameLeave { task: task.into(), coroutine });
    }

    fn coroutine_created(
        &self,
        at: Time,
        task: Option<TaskId>,
        coroutine: CoroutineId,
        name: &str,
        location: Location,
    ) {
        let mut log = self.log.borrow_mut();
        if let Some(name) = log.intern(name) {
            log.push(at, EventKind::CoroutineCreated { task: task.into(), coroutine, name, location });
        }
    }

    fn coroutine_never_awaited(&self, at: Time, coroutine: CoroutineId, name: &str) {
        let mut log = self.log.borrow_mut();
        if let Some(name) = log.intern(name) {
            log.push(at, EventKind::NeverAwaited { coroutine, name });
        }
    }

    fn block_begin(&self, at: Time, task: Option<TaskId>, until: Time) {
        self.push(at, EventKind::BlockBegin { task: task.into(), until });
    }

    fn block_end(&self, at: Time, task: Option<TaskId>) {
        self.push(at, EventKind::BlockEnd { task: task.into() });
    }

    fn wants_locals(&self) -> bool {
        self.locals
    }

    fn locals(&self, _: Time, coroutine: Option<CoroutineId>, locals: &[(&str, &str)]) {
        if self.locals {
            self.log.borrow_mut().add_locals(coroutine, locals);
        }
    }

    fn note(&self, at: Time, task: Option<TaskId>, note: Note, name: &str, location: Location) {
        self.log.borrow_mut().add_note(at, task.into(), note, name, location);
    }

    fn output(&self, at: Time, task: Option<TaskId>, stream: Stream, text: &str) {
        let mut log = self.log.borrow_mut();
        if let Some(text) = log.add_text(text) {
            log.push(at, EventKind::Output { task: task.into(), stream, text });
        }
    }
}
