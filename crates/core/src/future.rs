//! Futures: a result that is not there yet, and those who want to be told.
//!
//! Mirrors `asyncio.futures.Future`. One type carries the three kinds that asyncio has: a plain future, a
//! task (see [`crate::task`]) and the outer future of a gather (see [`crate::gather`]); they differ in what
//! `cancel` does and in the part of their own.
//!
//! States: `Pending` is entered at birth and left once, for `Cancelled` (by `cancel`) or `Finished` (by
//! `set_result` or `set_exception`). Neither is ever left. Callbacks exist only while pending: leaving it
//! moves them all to the ready queue, in the order in which they were added.

mod callbacks;
mod last_words;

use std::any::Any;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::cancel::{self, CircularWait};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::gather::GatherPart;
use crate::ids::FutureId;
use crate::instrument::Purpose;
use crate::task::{Task, TaskPart};
use callbacks::Listeners;
pub use callbacks::{CallbackId, DoneCallback, NativeDoneCallback, Operation};

/// A result that is not there yet. A cheap reference: clones are the same future.
pub struct Future<D: Domain>(pub(crate) Rc<Body<D>>);

/// Where a future stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FutureState {
    /// No result yet.
    Pending,
    /// Cancelled.
    Cancelled,
    /// Has a result or an error.
    Finished,
}

pub(crate) enum State<D: Domain> {
    Pending,
    Cancelled,
    Returned(D::Value),
    /// Boxed: there are many futures, and few that fail.
    Raised(Box<Failure<D>>),
}

impl<D: Domain> State<D> {
    fn result(&self) -> Option<Result<D::Value, D::Error>> {
        match self {
            State::Pending | State::Cancelled => None,
            State::Returned(value) => Some(Ok(value.clone())),
            State::Raised(failure) => Some(Err(failure.error.clone())),
        }
    }
}

/// What a future has failed with.
pub(crate) struct Failure<D: Domain> {
    error: D::Error,
    /// How far the error had come, for the first who asks for the result. Mirrors `fut_exception_tb`.
    trace: Cell<D::Trace>,
}

/// What few futures have.
struct Rare<D: Domain> {
    /// What `cancel` was given.
    message: Option<D::Value>,
    /// The error that cancelled a task from inside; awaiting the task raises it once. Mirrors `_cancelled_exc`.
    error: Option<D::Error>,
    engine: Option<Rc<dyn Any>>,
}

impl<D: Domain> Default for Rare<D> {
    fn default() -> Self {
        Rare { message: None, error: None, engine: None }
    }
}

pub(crate) enum Kind<D: Domain> {
    /// What it stands for; that of the others is known.
    Plain(Purpose),
    Task(TaskPart<D>),
    Gather(GatherPart<D>),
}

pub(crate) struct Body<D: Domain> {
    pub(crate) id: FutureId,
    pub(crate) event_loop: LoopRef<D>,
    pub(crate) state: RefCell<State<D>>,
    callbacks: RefCell<Listeners<D>>,
    pub(crate) kind: Kind<D>,
    rare: Cell<Option<Box<Rare<D>>>>,
    /// An error is set and nobody has looked at it. Mirrors `__log_traceback`.
    pub(crate) unretrieved: Cell<bool>,
}

impl<D: Domain> Clone for Future<D> {
    fn clone(&self) -> Self {
        Future(Rc::clone(&self.0))
    }
}

impl<D: Domain> Future<D> {
    pub(crate) fn new(id: FutureId, event_loop: LoopRef<D>, kind: Kind<D>) -> Future<D> {
        Future(Rc::new(Body {
            id,
            event_loop,
            state: RefCell::new(State::Pending),
            callbacks: RefCell::new(Listeners::None),
            kind,
            rare: Cell::new(None),
            unretrieved: Cell::new(false),
        }))
    }

    /// Which future this is.
    #[must_use]
    pub fn id(&self) -> FutureId {
        self.0.id
    }

    /// Whether both are the same future.
    #[must_use]
    pub fn ptr_eq(&self, other: &Future<D>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// The loop it belongs to. Mirrors `get_loop`.
    #[must_use]
    pub fn event_loop(&self) -> &LoopRef<D> {
        &self.0.event_loop
    }

    /// This future as a task, if it is one.
    #[must_use]
    pub fn as_task(&self) -> Option<Task<D>> {
        matches!(self.0.kind, Kind::Task(_)).then(|| Task(self.clone()))
    }

    /// Whether it is the outer future of a gather.
    #[must_use]
    pub fn is_gather(&self) -> bool {
        matches!(self.0.kind, Kind::Gather(_))
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> FutureState {
        match &*self.0.state.borrow() {
            State::Pending => FutureState::Pending,
            State::Cancelled => FutureState::Cancelled,
            State::Returned(_) | State::Raised(_) => FutureState::Finished,
        }
    }

    /// Whether it has a result or an error, or was cancelled.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn done(&self) -> bool {
        !matches!(&*self.0.state.borrow(), State::Pending)
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        matches!(&*self.0.state.borrow(), State::Cancelled)
    }

    /// What it stands for: for the trace, and for whoever tells why a program stands still.
    #[must_use]
    pub fn purpose(&self) -> Cow<'_, Purpose> {
        match &self.0.kind {
            Kind::Plain(purpose) => Cow::Borrowed(purpose),
            Kind::Task(part) => Cow::Owned(Purpose::Task(part.id())),
            Kind::Gather(part) => Cow::Owned(part.purpose()),
        }
    }

    /// The result.
    ///
    /// # Errors
    /// The error it failed with; a `CancelledError` if it was cancelled; `InvalidStateError` if it is not
    /// done.
    pub fn result(&self) -> Result<D::Value, D::Error> {
        match &*self.0.state.borrow() {
            State::Pending => Err(D::error(ErrorKind::InvalidState, "Result is not set.")),
            State::Cancelled => Err(self.cancelled_error()),
            State::Returned(value) => Ok(value.clone()),
            State::Raised(failure) => {
                self.0.unretrieved.set(false);
                D::retrace(&failure.error, failure.trace.take());
                Err(failure.error.clone())
            }
        }
    }

    /// The result as an operation passes it on: the trace of an error stays as it is.
    pub(crate) fn outcome(&self) -> Result<D::Value, D::Error> {
        match self.exception()? {
            Some(error) => Err(error),
            None => self.result(),
        }
    }

    /// The error it failed with, if it did.
    ///
    /// # Errors
    /// A `CancelledError` if it was cancelled; `InvalidStateError` if it is not done.
    pub fn exception(&self) -> Result<Option<D::Error>, D::Error> {
        match &*self.0.state.borrow() {
            State::Pending => Err(D::error(ErrorKind::InvalidState, "Exception is not set.")),
            State::Cancelled => Err(self.cancelled_error()),
            State::Returned(_) => Ok(None),
            State::Raised(failure) => {
                self.0.unretrieved.set(false);
                Ok(Some(failure.error.clone()))
            }
        }
    }

    /// The error it failed with, marked as seen; `None` if it is pending, was cancelled or has a result. Unlike
    /// [`Future::exception`] it leaves the error of a cancelled future to those who await it, with its message.
    #[must_use]
    pub fn failure(&self) -> Option<D::Error> {
        match &*self.0.state.borrow() {
            State::Raised(failure) => {
                self.0.unretrieved.set(false);
                Some(failure.error.clone())
            }
            _ => None,
        }
    }

    /// Looks at the outcome without marking an error as seen, as `repr` does; `None` while it is pending
    /// or if it was cancelled.
    #[must_use]
    pub fn peek(&self) -> Option<Result<D::Value, D::Error>> {
        self.0.state.borrow().result()
    }

    /// Whether it failed and nobody has looked at its error.
    pub(crate) fn is_unretrieved(&self) -> bool {
        self.0.unretrieved.get()
    }

    /// What is worth a report if it goes away as it is.
    pub(crate) fn last_words(&self) -> Option<&'static str> {
        self.0.last_words()
    }

    /// Marks an error as seen, so that dropping the future reports nothing.
    pub fn mark_retrieved(&self) {
        self.0.unretrieved.set(false);
    }

    /// The `CancelledError` of this future. Mirrors `_make_cancelled_error`.
    pub(crate) fn cancelled_error(&self) -> D::Error {
        match self.in_rare(|rare| rare.error.take()) {
            Some(error) => error,
            None => D::cancelled(self.cancel_message()),
        }
    }

    /// The message that `cancel` was given.
    #[must_use]
    pub fn cancel_message(&self) -> Option<D::Value> {
        self.in_rare(|rare| rare.message.clone())
    }

    fn set_cancel_message(&self, message: Option<D::Value>) {
        let mut rare = self.0.rare.take();
        if rare.is_some() || message.is_some() {
            rare.get_or_insert_default().message = message;
        }
        self.0.rare.set(rare);
    }

    /// Awaiting this raises `error`, the first time.
    pub(crate) fn set_cancelled_error(&self, error: D::Error) {
        let mut rare = self.0.rare.take();
        rare.get_or_insert_default().error = Some(error);
        self.0.rare.set(rare);
    }

    /// What the engine keeps with the future.
    #[must_use]
    pub fn engine(&self) -> Option<Rc<dyn Any>> {
        self.in_rare(|rare| rare.engine.clone())
    }

    /// Whether the engine keeps anything with it.
    #[must_use]
    #[inline]
    pub fn has_engine(&self) -> bool {
        self.in_rare(|rare| rare.engine.as_ref().map(|_| ())).is_some()
    }

    /// Keeps something of the engine's with the future: its own object of it, for example. Dropped with the future.
    pub fn set_engine(&self, engine: Rc<dyn Any>) {
        let mut rare = self.0.rare.take();
        rare.get_or_insert_default().engine = Some(engine);
        self.0.rare.set(rare);
    }

    /// What `f` finds in the rare part, if there is one. It drops nothing there.
    #[inline]
    fn in_rare<T>(&self, f: impl FnOnce(&mut Rare<D>) -> Option<T>) -> Option<T> {
        let mut rare = self.0.rare.take();
        let found = rare.as_deref_mut().and_then(f);
        self.0.rare.set(rare);
        found
    }

    /// Gives it a result.
    ///
    /// # Errors
    /// `InvalidStateError` if it is done; `RuntimeError` for a task.
    pub fn set_result(&self, value: D::Value) -> Result<(), D::Error> {
        self.set_from_outside("set_result", Ok(value))
    }

    /// Lets it fail.
    ///
    /// # Errors
    /// `InvalidStateError` if it is done; `RuntimeError` for a task.
    pub fn set_exception(&self, error: D::Error) -> Result<(), D::Error> {
        self.set_from_outside("set_exception", Err(error))
    }

    fn set_from_outside(&self, operation: &str, result: Result<D::Value, D::Error>) -> Result<(), D::Error> {
        if matches!(self.0.kind, Kind::Task(_)) {
            let message = format!("Task does not support {operation} operation");
            return Err(D::error(ErrorKind::Runtime, &message));
        }
        if self.done() {
            return Err(D::error(ErrorKind::InvalidState, "invalid state"));
        }
        self.finish(result);
        Ok(())
    }

    /// Leaves `Pending` for `Finished`. The caller has made sure that it is pending.
    pub(crate) fn finish(&self, result: Result<D::Value, D::Error>) {
        debug_assert!(!self.done(), "a future is finished once");
        *self.0.state.borrow_mut() = match result {
            Ok(value) => State::Returned(value),
            Err(error) => {
                self.0.unretrieved.set(true);
                self.0.event_loop.note_failure(self.downgrade());
                let trace = Cell::new(D::trace_of(&error));
                State::Raised(Box::new(Failure { error, trace }))
            }
        };
        self.schedule_callbacks();
    }

    /// Asks for cancellation; false if there is nothing left to cancel. A task is asked to raise
    /// `CancelledError` where it awaits, a gather passes it on to its children, a plain future is cancelled
    /// at once.
    ///
    /// Tasks that wait for each other in a circle cannot be cancelled: the answer is false for them too.
    pub fn cancel(&self, message: Option<D::Value>) -> bool {
        self.try_cancel(message).unwrap_or(false)
    }

    /// As [`Future::cancel`], but tells of a circle.
    ///
    /// # Errors
    /// If the request comes back to a future that it came from. Nothing is cancelled then.
    pub fn try_cancel(&self, message: Option<D::Value>) -> Result<bool, CircularWait> {
        cancel::cancel(self, message)
    }

    /// The future that this task awaits.
    pub(crate) fn waiter(&self) -> Option<Future<D>> {
        match &self.0.kind {
            Kind::Task(part) => part.waiter(),
            _ => None,
        }
    }

    pub(crate) fn gather_child(&self, index: usize) -> Option<Future<D>> {
        match &self.0.kind {
            Kind::Gather(part) => part.child(index),
            _ => None,
        }
    }

    pub(crate) fn note_cancel_request(&self) {
        match &self.0.kind {
            Kind::Task(part) => part.note_cancel_request(&self.0.event_loop),
            Kind::Gather(part) => part.note_cancel_request(),
            Kind::Plain(_) => {}
        }
    }

    pub(crate) fn cancel_at_next_step(&self, message: &Option<D::Value>) {
        if let Kind::Task(part) = &self.0.kind {
            part.cancel_at_next_step();
            self.set_cancel_message(message.clone());
        }
    }

    /// Leaves `Pending` for `Cancelled`; false if it had been left.
    pub(crate) fn cancel_now(&self, message: Option<D::Value>) -> bool {
        if self.done() {
            return false;
        }
        *self.0.state.borrow_mut() = State::Cancelled;
        self.set_cancel_message(message);
        self.schedule_callbacks();
        true
    }

    /// Drops what it came to and who wants to know: the run is over. A future that is part of a circle goes away so.
    pub fn abandon(&self) {
        drop(self.0.state.replace(State::Cancelled));
        self.mark_retrieved();
        self.forget_callbacks();
        if let Kind::Gather(part) = &self.0.kind {
            part.release_children();
        }
    }

    /// A reference that does not keep it alive.
    #[must_use]
    pub fn weak(&self) -> WeakFuture<D> {
        self.downgrade()
    }

    pub(crate) fn downgrade(&self) -> WeakFuture<D> {
        WeakFuture(Rc::downgrade(&self.0))
    }
}

/// A reference that does not keep a future alive.
pub struct WeakFuture<D: Domain>(Weak<Body<D>>);

impl<D: Domain> Clone for WeakFuture<D> {
    fn clone(&self) -> Self {
        WeakFuture(Weak::clone(&self.0))
    }
}

impl<D: Domain> WeakFuture<D> {
    /// How many references keep it alive.
    #[must_use]
    pub fn strong_count(&self) -> usize {
        self.0.strong_count()
    }

    /// The future, if it is still there.
    #[must_use]
    pub fn upgrade(&self) -> Option<Future<D>> {
        self.0.upgrade().map(Future)
    }
}

impl<D: Domain> LoopRef<D> {
    /// A pending future of this loop. Mirrors `loop.create_future`.
    #[must_use]
    pub fn create_future(&self) -> Future<D> {
        self.create_future_for(Purpose::Plain)
    }

    /// A pending future that stands for `purpose` in the trace.
    #[must_use]
    pub fn create_future_for(&self, purpose: Purpose) -> Future<D> {
        Future::new(self.next_future_id(), self.clone(), Kind::Plain(purpose))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::native::Native;

    /// A program may have a hundred thousand of them, and what they cost is mostly memory.
    #[test]
    fn a_future_is_small() {
        assert!(size_of::<Body<Native>>() <= 176, "{}", size_of::<Body<Native>>());
    }
}
