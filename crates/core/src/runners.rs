//! Running a loop until something is done: `run_until_complete` and the whole of `asyncio.run`.
//!
//! Mirrors `base_events.run_until_complete` and `asyncio.runners.Runner`. Both are state machines that are
//! turned from outside, so that whoever turns them can stop between any two iterations, or in the middle of
//! a step.

use crate::context::Context;
use crate::coroutine::{Coroutine, Pause};
use crate::domain::{Domain, ErrorKind, Report, Subject};
use crate::event_loop::{EventLoop, LoopRef, Turn};
use crate::future::{CallbackId, DoneCallback, Future};
use crate::gather::gather;
use crate::task::{Task, TaskOptions};
use crate::time::Time;

/// How a turn of a run went.
#[must_use]
pub enum RunTurn<T> {
    /// It ran this many handles; turn again.
    Ran(usize),
    /// Nothing is ready. The moment of the next timer, if there is one.
    Idle(Option<Time>),
    /// A step stopped in its middle; turn again to go on.
    Paused(Pause),
    /// It is over.
    Done(T),
}

/// A loop that runs until it is told to stop. Mirrors `run_forever`; dropping it ends the run.
///
/// ```
/// use std::rc::Rc;
///
/// use loopscope_core::clock::VirtualClock;
/// use loopscope_core::event_loop::{Environment, EventLoop};
/// use loopscope_core::handle::Callback;
/// use loopscope_core::native::Native;
/// use loopscope_core::runners::{RunForever, RunTurn};
///
/// let event_loop = EventLoop::<Native>::new(Environment::new(Rc::new(VirtualClock::new()), None));
/// event_loop.call_soon(Callback::Native(Box::new(|event_loop, ()| event_loop.stop())));
/// let mut run = RunForever::begin(&event_loop).unwrap();
/// assert!(event_loop.is_running());
/// assert!(matches!(run.turn(&mut ()), RunTurn::Done(Ok(()))));
/// assert!(!event_loop.is_running());
/// ```
pub struct RunForever<D: Domain> {
    event_loop: LoopRef<D>,
    ended: bool,
}

impl<D: Domain> RunForever<D> {
    /// Begins a run.
    ///
    /// # Errors
    /// `RuntimeError` if the loop is running or closed.
    pub fn begin(event_loop: &LoopRef<D>) -> Result<RunForever<D>, D::Error> {
        if event_loop.is_closed() {
            return Err(D::error(ErrorKind::Runtime, "Event loop is closed"));
        }
        if !event_loop.begin_run() {
            return Err(D::error(ErrorKind::Runtime, "This event loop is already running"));
        }
        Ok(RunForever { event_loop: event_loop.clone(), ended: false })
    }

    /// One iteration. An error is one that must stop the loop.
    #[cfg_attr(page, optimize(speed))]
    pub fn turn(&mut self, cx: &mut D::Context) -> RunTurn<Result<(), D::Error>> {
        match self.event_loop.run_once(cx) {
            Turn::Idle(_) | Turn::Ran(_) if self.event_loop.stop_requested() => {
                self.leave();
                RunTurn::Done(Ok(()))
            }
            Turn::Ran(handles) => RunTurn::Ran(handles),
            Turn::Idle(deadline) => RunTurn::Idle(deadline),
            Turn::Paused(pause) => RunTurn::Paused(pause),
            Turn::Raised(error) => {
                self.leave();
                RunTurn::Done(Err(error))
            }
        }
    }

    fn leave(&mut self) {
        if !std::mem::replace(&mut self.ended, true) {
            self.event_loop.end_run();
        }
    }
}

impl<D: Domain> Drop for RunForever<D> {
    fn drop(&mut self) {
        self.leave();
    }
}

/// A loop that runs until a future is done. Mirrors `run_until_complete`; dropping it ends the run.
pub struct RunUntil<D: Domain> {
    run: RunForever<D>,
    future: Future<D>,
    callback: CallbackId,
}

impl<D: Domain> RunUntil<D> {
    /// Begins a run.
    ///
    /// # Errors
    /// `RuntimeError` if the loop is running or closed.
    pub fn begin(event_loop: &LoopRef<D>, future: Future<D>) -> Result<RunUntil<D>, D::Error> {
        let run = RunForever::begin(event_loop)?;
        let callback = future.add_done_callback(DoneCallback::Stop);
        Ok(RunUntil { run, future, callback })
    }

    /// One iteration.
    pub fn turn(&mut self, cx: &mut D::Context) -> RunTurn<Result<D::Value, D::Error>> {
        match self.run.turn(cx) {
            RunTurn::Ran(handles) => RunTurn::Ran(handles),
            RunTurn::Idle(deadline) => RunTurn::Idle(deadline),
            RunTurn::Paused(pause) => RunTurn::Paused(pause),
            RunTurn::Done(Ok(())) if self.future.done() => RunTurn::Done(self.future.result()),
            RunTurn::Done(Ok(())) => {
                let message = "Event loop stopped before Future completed.";
                RunTurn::Done(Err(D::error(ErrorKind::Runtime, message)))
            }
            RunTurn::Done(Err(error)) => {
                self.future.mark_retrieved();
                RunTurn::Done(Err(error))
            }
        }
    }
}

impl<D: Domain> Drop for RunUntil<D> {
    fn drop(&mut self) {
        self.future.remove_callback(self.callback);
    }
}

/// `asyncio.run`: runs a coroutine in a loop of its own and cleans up after it.
///
/// In this order: the main task runs to its end; every task that is left is cancelled and awaited;
/// asynchronous generators and the default executor are shut down, each by a task of its own, so that
/// tasks are numbered as in CPython; the loop is closed.
pub struct Runner<D: Domain> {
    event_loop: EventLoop<D>,
    stage: Stage<D>,
    /// What the main task came to, while the rest is cleaned up.
    outcome: Option<Result<D::Value, D::Error>>,
    /// It is closed when the main task has ended.
    once: bool,
    /// What its main tasks run in, one after the other.
    context: Option<Context>,
}

enum Stage<D: Domain> {
    /// Nothing runs: entered at birth and after each main task.
    Open,
    Main(RunUntil<D>),
    Cancelling(RunUntil<D>, Vec<Task<D>>),
    /// How many of the two shutdown tasks are still to come after this one.
    ShuttingDown(RunUntil<D>, u8),
    Closed,
}

impl<D: Domain> Runner<D> {
    /// A runner for `coroutine` on a fresh loop.
    ///
    /// # Errors
    /// None in practice: a fresh loop can be run.
    pub fn new(event_loop: EventLoop<D>, coroutine: Box<dyn Coroutine<D>>) -> Result<Runner<D>, D::Error> {
        let task = event_loop.create_task(coroutine, TaskOptions::default());
        let run = RunUntil::begin(&event_loop, task.future().clone())?;
        Ok(Runner { event_loop, stage: Stage::Main(run), outcome: None, once: true, context: None })
    }

    /// A runner that runs one coroutine after the other on a fresh loop, until it is closed. Mirrors
    /// `asyncio.Runner`.
    ///
    /// ```
    /// use std::rc::Rc;
    ///
    /// use loopscope_core::clock::VirtualClock;
    /// use loopscope_core::event_loop::{Environment, EventLoop};
    /// use loopscope_core::native::{Adapter, Native};
    /// use loopscope_core::runners::{RunTurn, Runner};
    ///
    /// let environment = Environment::new(Rc::new(VirtualClock::new()), None);
    /// let mut runner = Runner::<Native>::open(EventLoop::new(environment));
    /// for _ in 0..2 {
    ///     runner.run(Box::new(Adapter::new(async { Ok(()) }))).unwrap();
    ///     while let RunTurn::Ran(_) = runner.turn(&mut ()) {}
    /// }
    /// runner.close();
    /// while let RunTurn::Ran(_) = runner.turn(&mut ()) {}
    /// assert!(runner.event_loop().is_closed());
    /// ```
    pub fn open(event_loop: EventLoop<D>) -> Runner<D> {
        let context = Some(event_loop.environment().copy_context().unwrap_or_default());
        Runner { event_loop, stage: Stage::Open, outcome: None, once: false, context }
    }

    /// Makes a task of `coroutine`, to be run by turning until it is done. Mirrors `Runner.run`.
    ///
    /// # Errors
    /// `RuntimeError` if it is closed, or running.
    pub fn run(&mut self, coroutine: Box<dyn Coroutine<D>>) -> Result<Task<D>, D::Error> {
        match self.stage {
            Stage::Open => {}
            Stage::Closed => return Err(D::error(ErrorKind::Runtime, "Runner is closed")),
            _ => {
                let message = "Runner.run() cannot be called from a running event loop";
                return Err(D::error(ErrorKind::Runtime, message));
            }
        }
        let options = TaskOptions { context: self.context.clone(), ..TaskOptions::default() };
        let task = self.event_loop.create_task(coroutine, options);
        self.stage = Stage::Main(RunUntil::begin(&self.event_loop, task.future().clone())?);
        Ok(task)
    }

    /// Begins to clean up: turning goes on until the loop is closed. A main task that still runs is left where it
    /// is, and is cancelled with the rest. Mirrors `Runner.close`.
    pub fn close(&mut self) {
        if let Stage::Open | Stage::Main(_) = self.stage {
            self.stage = Stage::Closed;
            self.once = true;
            let _ = self.cancel_rest();
        }
    }

    /// The loop.
    #[must_use]
    pub fn event_loop(&self) -> &LoopRef<D> {
        &self.event_loop
    }

    /// What the main task failed with, while the rest is cleaned up.
    #[must_use]
    pub fn failure(&self) -> Option<&D::Error> {
        self.outcome.as_ref()?.as_ref().err()
    }

    /// One iteration of whatever is to be run now.
    pub fn turn(&mut self, cx: &mut D::Context) -> RunTurn<Result<D::Value, D::Error>> {
        let run = match &mut self.stage {
            Stage::Main(run) | Stage::Cancelling(run, _) | Stage::ShuttingDown(run, _) => run,
            Stage::Open => return RunTurn::Done(Ok(D::unit())),
            Stage::Closed => {
                return RunTurn::Done(Err(D::error(ErrorKind::Runtime, "Runner is closed")));
            }
        };
        let ended = match run.turn(cx) {
            RunTurn::Ran(handles) => return RunTurn::Ran(handles),
            RunTurn::Idle(deadline) => return RunTurn::Idle(deadline),
            RunTurn::Paused(pause) => return RunTurn::Paused(pause),
            RunTurn::Done(ended) => ended,
        };
        match std::mem::replace(&mut self.stage, Stage::Closed) {
            Stage::Main(_) if !self.once => {
                self.stage = Stage::Open;
                RunTurn::Done(ended)
            }
            Stage::Main(_) => {
                self.outcome = Some(ended);
                self.cancel_rest()
            }
            Stage::Cancelling(_, tasks) => {
                self.event_loop.end_shut_down();
                match ended {
                    Ok(_) => {
                        report_failures(&tasks, cx);
                        self.shut_down(2)
                    }
                    // A task raised what stops the loop, once more.
                    Err(error) => self.end(Err(error)),
                }
            }
            Stage::ShuttingDown(_, 0) => {
                let outcome = self.outcome.take().unwrap_or(ended);
                self.end(outcome)
            }
            Stage::ShuttingDown(_, more) => self.shut_down(more),
            Stage::Open | Stage::Closed => unreachable!("one where nothing runs was turned away above"),
        }
    }

    /// Mirrors `runners._cancel_all_tasks`.
    fn cancel_rest(&mut self) -> RunTurn<Result<D::Value, D::Error>> {
        let tasks = self.event_loop.all_tasks();
        if tasks.is_empty() {
            return self.shut_down(2);
        }
        for task in &tasks {
            task.cancel(None);
        }
        self.event_loop.note_shut_down(&tasks);
        let all = gather(&self.event_loop, tasks.iter().map(|task| task.future().clone()).collect(), true);
        match RunUntil::begin(&self.event_loop, all) {
            Ok(run) => {
                self.stage = Stage::Cancelling(run, tasks);
                RunTurn::Ran(0)
            }
            Err(error) => self.end(Err(error)),
        }
    }

    /// The two tasks that CPython runs at the end.
    fn shut_down(&mut self, tasks_to_come: u8) -> RunTurn<Result<D::Value, D::Error>> {
        let coroutine = match tasks_to_come {
            2 => self.event_loop.shutdown_asyncgens(),
            _ => self.event_loop.shutdown_default_executor(),
        };
        let options = TaskOptions { housekeeping: true, ..TaskOptions::default() };
        let task = self.event_loop.create_task(coroutine, options);
        match RunUntil::begin(&self.event_loop, task.future().clone()) {
            Ok(run) => {
                self.stage = Stage::ShuttingDown(run, tasks_to_come - 1);
                RunTurn::Ran(0)
            }
            Err(error) => self.end(Err(error)),
        }
    }

    fn end(&mut self, outcome: Result<D::Value, D::Error>) -> RunTurn<Result<D::Value, D::Error>> {
        self.event_loop.close();
        RunTurn::Done(outcome)
    }
}

fn report_failures<D: Domain>(tasks: &[Task<D>], cx: &mut D::Context) {
    for task in tasks {
        if let Some(error) = task.future().failure() {
            let message = "unhandled exception during asyncio.run() shutdown".to_owned();
            let future = task.future();
            let subject = Subject::Task(future.clone());
            let _ = future
                .event_loop()
                .call_exception_handler(Report { message, error: Some(error), subject }, cx);
        }
    }
}
