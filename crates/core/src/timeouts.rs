//! `timeout`: cancels the task that is inside it when its moment comes.
//!
//! Mirrors `asyncio.timeouts.Timeout`. It is an object to be entered and left, not a coroutine: what it
//! guards runs in the same task, so nothing here needs to know how.

use std::cell::{Cell, RefCell};
use std::future::Future as StdFuture;
use std::rc::Rc;

use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::handle::{Callback, Handle, TimerHandle};
use crate::instrument::{Location, Note};
use crate::task::Task;
use crate::time::Time;

/// Where a timeout stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeoutState {
    /// Made, not yet entered.
    Created,
    /// Inside: the deadline is watched.
    Active,
    /// The deadline came while inside; the task has been asked to cancel.
    Expiring,
    /// Left after the deadline came.
    Expired,
    /// Left before the deadline.
    Finished,
}

impl TimeoutState {
    /// CPython's word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TimeoutState::Created => "created",
            TimeoutState::Active => "active",
            TimeoutState::Expiring => "expiring",
            TimeoutState::Expired => "expired",
            TimeoutState::Finished => "finished",
        }
    }
}

/// What to do with the error with which the body was left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum TimeoutExit {
    /// Let it pass.
    Pass,
    /// It is the cancellation of this timeout: raise `TimeoutError` in its place.
    TimedOut,
    /// Let it pass, but it came of the cancellation of this timeout: a `CancelledError` in its context is a
    /// `TimeoutError` to those outside. Mirrors `_insert_timeout_error`.
    Overtaken,
}

/// A deadline around a piece of a task. A cheap reference: clones are the same timeout.
pub struct Timeout<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    state: Cell<TimeoutState>,
    when: Cell<Option<Time>>,
    inside: RefCell<Option<Inside<D>>>,
    watch: RefCell<Option<Watch<D>>>,
}

struct Inside<D: Domain> {
    task: Task<D>,
    /// How many cancellations were asked for before entering.
    cancelling: u32,
}

enum Watch<D: Domain> {
    Soon(Handle<D>),
    Timer(TimerHandle<D>),
}

impl<D: Domain> Clone for Timeout<D> {
    fn clone(&self) -> Self {
        Timeout(Rc::clone(&self.0))
    }
}

impl<D: Domain> Timeout<D> {
    /// A timeout that expires at `when`, or never.
    #[must_use]
    pub fn new(when: Option<Time>) -> Timeout<D> {
        Timeout(Rc::new(Body {
            state: Cell::new(TimeoutState::Created),
            when: Cell::new(when),
            inside: RefCell::new(None),
            watch: RefCell::new(None),
        }))
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> TimeoutState {
        self.0.state.get()
    }

    /// The deadline. Mirrors `Timeout.when`.
    #[must_use]
    pub fn when(&self) -> Option<Time> {
        self.0.when.get()
    }

    /// Whether the deadline came while inside. Mirrors `Timeout.expired`.
    #[must_use]
    pub fn expired(&self) -> bool {
        matches!(self.state(), TimeoutState::Expiring | TimeoutState::Expired)
    }

    /// Starts to watch the current task. Mirrors `__aenter__`.
    ///
    /// # Errors
    /// `RuntimeError` if it was entered before, or outside a task.
    pub fn enter(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        if self.state() != TimeoutState::Created {
            return Err(D::error(ErrorKind::Runtime, "Timeout has already been entered"));
        }
        let Some(task) = event_loop.current_task() else {
            return Err(D::error(ErrorKind::Runtime, "Timeout should be used inside a task"));
        };
        self.0.state.set(TimeoutState::Active);
        *self.0.inside.borrow_mut() = Some(Inside { cancelling: task.cancelling(), task });
        self.watch_until(self.when(), event_loop);
        Ok(())
    }

    /// Moves the deadline. Mirrors `Timeout.reschedule`.
    ///
    /// # Errors
    /// `RuntimeError` unless it is active.
    pub fn reschedule(&self, when: Option<Time>, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        match self.state() {
            TimeoutState::Active => {
                self.watch_until(when, event_loop);
                Ok(())
            }
            TimeoutState::Created => Err(D::error(ErrorKind::Runtime, "Timeout has not been entered")),
            state => {
                let message = format!("Cannot change state of {} Timeout", state.as_str());
                Err(D::error(ErrorKind::Runtime, &message))
            }
        }
    }

    fn watch_until(&self, when: Option<Time>, event_loop: &LoopRef<D>) {
        self.0.when.set(when);
        self.stop_watching();
        let Some(when) = when else { return };
        let this = self.clone();
        let callback = Callback::Native(Box::new(move |_, _| this.expire()));
        let watch = if when <= event_loop.time() {
            Watch::Soon(event_loop.call_soon(callback))
        } else {
            Watch::Timer(event_loop.call_at(when, callback))
        };
        *self.0.watch.borrow_mut() = Some(watch);
    }

    fn stop_watching(&self) {
        match self.0.watch.take() {
            Some(Watch::Soon(handle)) => handle.cancel(),
            Some(Watch::Timer(timer)) => timer.cancel(),
            None => {}
        }
    }

    /// The deadline came. Mirrors `_on_timeout`.
    fn expire(&self) {
        let task = self.0.inside.borrow().as_ref().map(|inside| inside.task.clone());
        if let Some(task) = task {
            task.cancel(None);
            self.0.state.set(TimeoutState::Expiring);
        }
        drop(self.0.watch.take());
    }

    /// Stops to watch. `error` is what the body raised, if it did. Mirrors `__aexit__`.
    pub fn exit(&self, error: Option<&D::Error>) -> TimeoutExit {
        self.stop_watching();
        let Some(inside) = self.0.inside.take() else { return TimeoutExit::Pass };
        match self.state() {
            TimeoutState::Expiring => {
                self.0.state.set(TimeoutState::Expired);
                let ours = inside.task.uncancel() <= inside.cancelling;
                if error.is_none() {
                    inside.task.future().event_loop().instrument(|i, at| {
                        let task = Some(inside.task.id());
                        i.note(at, task, Note::TimeoutIgnored, "", Location::default());
                    });
                }
                match error {
                    Some(error) if ours && D::is_cancelled(error) => TimeoutExit::TimedOut,
                    Some(_) if ours => TimeoutExit::Overtaken,
                    _ => TimeoutExit::Pass,
                }
            }
            TimeoutState::Active => {
                self.0.state.set(TimeoutState::Finished);
                TimeoutExit::Pass
            }
            _ => TimeoutExit::Pass,
        }
    }
}

/// Runs `body` for at most `seconds` of the loop's clock; without a number, however long it takes. Mirrors
/// `async with asyncio.timeout(seconds)`.
///
/// ```
/// use loopscope_core::native::{run_virtual, sleep};
/// use loopscope_core::timeouts::timeout;
///
/// run_virtual(|event_loop| async move {
///     let late = timeout(&event_loop, Some(1.0), sleep(&event_loop, 5.0)).await;
///     assert!(late.is_err());
///     timeout(&event_loop, Some(10.0), sleep(&event_loop, 5.0)).await?;
///     assert_eq!(event_loop.time().as_secs_f64(), 6.0);
///     Ok(())
/// })
/// .unwrap();
/// ```
///
/// # Errors
/// What the body failed with; a `TimeoutError` when the time was over; a `RuntimeError` outside a task.
pub async fn timeout<D: Domain, T>(
    event_loop: &LoopRef<D>,
    seconds: Option<f64>,
    body: impl StdFuture<Output = Result<T, D::Error>>,
) -> Result<T, D::Error> {
    let when = seconds.map(|seconds| Time::from_secs_f64(event_loop.time().as_secs_f64() + seconds));
    timeout_at(event_loop, when, body).await
}

/// Runs `body` until `when` at most. Mirrors `async with asyncio.timeout_at(when)`. To move the deadline
/// meanwhile, make a [`Timeout`] and enter it.
///
/// # Errors
/// As [`timeout`].
pub async fn timeout_at<D: Domain, T>(
    event_loop: &LoopRef<D>,
    when: Option<Time>,
    body: impl StdFuture<Output = Result<T, D::Error>>,
) -> Result<T, D::Error> {
    let guard = Entered(Timeout::new(when));
    guard.0.enter(event_loop)?;
    let result = body.await;
    match guard.0.exit(result.as_ref().err()) {
        TimeoutExit::TimedOut => Err(D::error(ErrorKind::Timeout, "")),
        TimeoutExit::Pass | TimeoutExit::Overtaken => result,
    }
}

/// Leaves a timeout when the body is dropped in its middle.
struct Entered<D: Domain>(Timeout<D>);

impl<D: Domain> Drop for Entered<D> {
    fn drop(&mut self) {
        let _ = self.0.exit(None);
    }
}
