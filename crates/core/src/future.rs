//! Futures: a result that is not there yet, and those who want to be told.
//!
//! Mirrors `asyncio.futures.Future`. One type carries the three kinds that asyncio has: a plain future, a
//! task (see [`crate::task`]) and the outer future of a gather (see [`crate::gather`]); they differ in what
//! `cancel` does and in the part of their own.
//!
//! States: `Pending` is entered at birth and left once, for `Cancelled` (by `cancel`) or `Finished` (by
//! `set_result` or `set_exception`). Neither is ever left. Callbacks exist only while pending: leaving it
//! moves them all to the ready queue, in the order in which they were added.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::cancel::{self, CircularWait};
use crate::context::Context;
use crate::domain::{Domain, ErrorKind, Report, Subject};
use crate::event_loop::{LoopRef, Ready};
use crate::gather::GatherPart;
use crate::handle::NativeCallback;
use crate::ids::{FutureId, TaskId};
use crate::instrument::Purpose;
use crate::release::release;
use crate::task::{Task, TaskPart};

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

/// A Rust function that is called once, with the future that is done.
pub type NativeDoneCallback<D> = Box<dyn FnOnce(&Future<D>, &LoopRef<D>, &mut <D as Domain>::Context)>;

/// What is called when a future is done. Mirrors the argument of `add_done_callback`.
pub enum DoneCallback<D: Domain> {
    /// A Rust function.
    Native(NativeDoneCallback<D>),
    /// A callable of the engine, and the context it runs in if it has one; see [`Domain::call`].
    Callable(D::Value, Option<Context>),
    /// Wakes a task that awaits the future.
    Wakeup(Task<D>),
    /// Tells a gather that a child is done; the future is the outer one.
    Gather(Future<D>),
    /// Stops the loop. Mirrors `base_events._run_until_complete_cb`.
    Stop,
    /// Belongs to an operation of asyncio's own.
    Operation(Operation, NativeDoneCallback<D>),
}

/// The operations of asyncio that wait for futures by callbacks: reprs name them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// [`crate::wait`].
    Wait,
    /// [`crate::as_completed`].
    AsCompleted,
    /// [`crate::shield`]: the callback of the inner future.
    ShieldInner,
    /// The callback of the outer future of a shield.
    ShieldOuter,
    /// [`crate::task_group`].
    TaskGroup,
    /// A job that ends as a future does: see [`crate::job`].
    Chain,
}

/// Identifies a callback of one future, to remove it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CallbackId(u32);

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

/// Who is to be told. Most futures have one listener or none: it has its place here.
pub(crate) enum Listeners<D: Domain> {
    None,
    One(CallbackId, DoneCallback<D>),
    Many(Vec<(CallbackId, DoneCallback<D>)>),
}

impl<D: Domain> Listeners<D> {
    fn add(&mut self, id: CallbackId, callback: DoneCallback<D>) {
        match std::mem::replace(self, Listeners::None) {
            Listeners::None => *self = Listeners::One(id, callback),
            Listeners::One(first_id, first) => {
                *self = Listeners::Many(vec![(first_id, first), (id, callback)]);
            }
            Listeners::Many(mut all) => {
                all.push((id, callback));
                *self = Listeners::Many(all);
            }
        }
    }

    fn for_each(self, mut visit: impl FnMut(CallbackId, DoneCallback<D>)) {
        match self {
            Listeners::None => {}
            Listeners::One(id, callback) => visit(id, callback),
            Listeners::Many(all) => all.into_iter().for_each(|(id, callback)| visit(id, callback)),
        }
    }
}

/// What a future has failed with.
pub(crate) struct Failure<D: Domain> {
    error: D::Error,
    /// How far the error had come, for the first who asks for the result. Mirrors `fut_exception_tb`.
    trace: Cell<D::Trace>,
}

/// What only a future that is cancelled, or about to be, has.
pub(crate) struct Cancellation<D: Domain> {
    pub(crate) message: Option<D::Value>,
    /// The error that cancelled a task from inside; awaiting the task raises it once. Mirrors `_cancelled_exc`.
    pub(crate) error: Option<D::Error>,
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
    cancellation: Cell<Option<Box<Cancellation<D>>>>,
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
            cancellation: Cell::new(None),
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
        let mut cancellation = self.0.cancellation.take();
        let error = match cancellation.as_mut().and_then(|cancellation| cancellation.error.take()) {
            Some(error) => error,
            None => D::cancelled(cancellation.as_ref().and_then(|cancellation| cancellation.message.clone())),
        };
        self.0.cancellation.set(cancellation);
        error
    }

    /// The message that `cancel` was given.
    #[must_use]
    pub fn cancel_message(&self) -> Option<D::Value> {
        let cancellation = self.0.cancellation.take();
        let message = cancellation.as_ref().and_then(|cancellation| cancellation.message.clone());
        self.0.cancellation.set(cancellation);
        message
    }

    fn set_cancel_message(&self, message: Option<D::Value>) {
        let known = self.0.cancellation.take();
        if known.is_some() || message.is_some() {
            let error = known.and_then(|known| known.error);
            self.0.cancellation.set(Some(Box::new(Cancellation { message, error })));
        }
    }

    /// Awaiting this raises `error`, the first time.
    pub(crate) fn set_cancelled_error(&self, error: D::Error) {
        let message = self.0.cancellation.take().and_then(|known| known.message);
        self.0.cancellation.set(Some(Box::new(Cancellation { message, error: Some(error) })));
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

    /// Calls back, through the ready queue, when it is done; in the next iteration if it is done already.
    pub fn add_done_callback(&self, callback: DoneCallback<D>) -> CallbackId {
        let id = CallbackId(self.0.event_loop.environment().next_callback());
        if self.done() {
            self.0.event_loop.schedule_done(self, callback);
        } else {
            self.0.callbacks.borrow_mut().add(id, callback);
        }
        id
    }

    /// Removes the callbacks for which `matches` holds; how many there were. Mirrors
    /// `remove_done_callback`.
    pub fn remove_done_callbacks(
        &self,
        mut matches: impl FnMut(CallbackId, &DoneCallback<D>) -> bool,
    ) -> usize {
        // Dropped after the borrow ends: a drop may come back here.
        let mut removed = Vec::new();
        let mut kept = Listeners::None;
        self.take_callbacks().for_each(|id, callback| {
            if matches(id, &callback) {
                removed.push(callback);
            } else {
                kept.add(id, callback);
            }
        });
        *self.0.callbacks.borrow_mut() = kept;
        removed.len()
    }

    /// Looks at each callback in order, as `repr` does.
    pub fn for_each_callback(&self, mut visit: impl FnMut(&DoneCallback<D>)) {
        match &*self.0.callbacks.borrow() {
            Listeners::None => {}
            Listeners::One(_, callback) => visit(callback),
            Listeners::Many(all) => all.iter().for_each(|(_, callback)| visit(callback)),
        }
    }

    pub(crate) fn remove_callback(&self, id: CallbackId) {
        self.remove_done_callbacks(|other, _| other == id);
    }

    /// Drops what it came to and who wants to know: the run is over. A future that is part of a circle goes away so.
    pub fn abandon(&self) {
        drop(self.0.state.replace(State::Cancelled));
        self.mark_retrieved();
        self.forget_callbacks();
    }

    /// A reference that does not keep it alive.
    #[must_use]
    pub fn weak(&self) -> WeakFuture<D> {
        self.downgrade()
    }

    /// Drops every callback uncalled: the loop is closed.
    pub(crate) fn forget_callbacks(&self) {
        drop(self.take_callbacks());
    }

    fn take_callbacks(&self) -> Listeners<D> {
        self.0.callbacks.replace(Listeners::None)
    }

    fn schedule_callbacks(&self) {
        let event_loop = &self.0.event_loop;
        if !matches!(self.0.kind, Kind::Task(_)) {
            event_loop.tell_future_done(self.0.id);
        }
        self.take_callbacks().for_each(|_, callback| event_loop.schedule_done(self, callback));
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

    pub(crate) fn schedule_done(&self, future: &Future<D>, callback: DoneCallback<D>) {
        match callback {
            DoneCallback::Wakeup(task) => self.schedule_wakeup(task, future.clone()),
            DoneCallback::Gather(outer) => self.push_ready(Ready::Gathered(future.clone(), outer)),
            callback => self.push_ready(Ready::Done(Box::new((future.clone(), callback)))),
        }
    }
}

/// Reports what nobody can see any more: an error that was never looked at, a task that never ended.
/// Mirrors `Future.__del__` and `Task.__del__`.
impl<D: Domain> Drop for Body<D> {
    fn drop(&mut self) {
        if let Kind::Task(part) = &self.kind {
            part.forget(&self.event_loop);
        }
        if let Some(message) = self.last_words() {
            self.report(message);
            return;
        }
        if let Kind::Task(part) = &self.kind {
            part.release_links();
        }
        let listeners = self.callbacks.replace(Listeners::None);
        let state = self.state.replace(State::Pending);
        // What holds no other future needs no care.
        match (&state, &listeners) {
            (State::Pending | State::Cancelled, Listeners::None) => {}
            (State::Returned(_), Listeners::None) if !std::mem::needs_drop::<D::Value>() => {}
            _ => release((state, listeners)),
        }
    }
}

impl<D: Domain> Body<D> {
    /// What is worth a report when the future goes away as it is.
    fn last_words(&self) -> Option<&'static str> {
        let unretrieved = self.unretrieved.get();
        match &self.kind {
            Kind::Task(part) => {
                let pending = matches!(&*self.state.borrow(), State::Pending);
                if pending && part.reports_destruction() {
                    return Some("Task was destroyed but it is pending!");
                }
                unretrieved.then_some("Task exception was never retrieved")
            }
            Kind::Plain(_) => unretrieved.then_some("Future exception was never retrieved"),
            Kind::Gather(_) => unretrieved.then_some("_GatheringFuture exception was never retrieved"),
        }
    }

    /// Queues a report. It needs a future to show: one in the same state, with what this one had.
    fn report(&mut self, message: &str) {
        let kind = std::mem::replace(&mut self.kind, Kind::Plain(Purpose::Plain));
        if let Kind::Task(part) = &kind {
            part.silence();
        }
        let state = self.state.replace(State::Pending);
        let error = match &state {
            State::Raised(failure) => Some(failure.error.clone()),
            _ => None,
        };
        let remains = Future::new(self.id, self.event_loop.clone(), kind);
        *remains.0.state.borrow_mut() = state;
        let subject = match error {
            None => Subject::Task(remains),
            Some(_) => Subject::Future(remains),
        };
        self.event_loop.queue_report(Report { message: message.to_owned(), error, subject });
    }
}

/// How a callback of the engine's own is wrapped: kept here, beside the enum it belongs to.
impl<D: Domain> DoneCallback<D> {
    /// A Rust function that does not care which future is done.
    pub fn native(function: NativeCallback<D>) -> DoneCallback<D> {
        DoneCallback::Native(Box::new(move |_, event_loop, cx| function(event_loop, cx)))
    }

    /// The task that this callback wakes.
    #[must_use]
    pub fn wakes(&self) -> Option<TaskId> {
        match self {
            DoneCallback::Wakeup(task) => Some(task.id()),
            _ => None,
        }
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
