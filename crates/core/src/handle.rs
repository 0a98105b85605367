//! Handles: callbacks that wait in the ready queue or for a timer, and can be cancelled.
//!
//! Mirrors `asyncio.events.Handle` and `TimerHandle`. A handle is a receipt: dropping it cancels nothing,
//! as in asyncio.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::hint::black_box;
use std::rc::Rc;

use crate::coroutine::Coroutine;
use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::ids::TimerId;
use crate::time::Time;

/// A Rust function that the loop calls once.
pub type NativeCallback<D> = Box<dyn FnOnce(&LoopRef<D>, &mut <D as Domain>::Context)>;

/// What a loop calls back.
pub enum Callback<D: Domain> {
    /// A Rust function.
    Native(NativeCallback<D>),
    /// A function of an engine, as a coroutine that ends without awaiting, so that it can pause.
    Routine(Box<dyn Coroutine<D>>),
    /// Gives a future its result unless it is done. Mirrors `futures._set_result_unless_cancelled`.
    SetResult(Future<D>, D::Value),
}

/// A callback in the ready queue. Mirrors `asyncio.Handle`.
pub struct Handle<D: Domain>(Rc<HandleBody<D>>);

struct HandleBody<D: Domain> {
    cancelled: Cell<bool>,
    callback: RefCell<Option<Callback<D>>>,
}

impl<D: Domain> Handle<D> {
    pub(crate) fn new(callback: Callback<D>) -> Handle<D> {
        Handle(Rc::new(HandleBody { cancelled: Cell::new(false), callback: RefCell::new(Some(callback)) }))
    }

    /// Keeps the callback from being called. Does nothing the second time, or after the call.
    pub fn cancel(&self) {
        self.0.cancelled.set(true);
        drop(self.0.callback.take());
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.0.cancelled.get()
    }

    /// Whether both are the same handle.
    #[must_use]
    pub fn ptr_eq(&self, other: &Handle<D>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn take(&self) -> Option<Callback<D>> {
        self.0.callback.take()
    }

    /// Drops what it would call, which may lead back to it, unless that is the engine's.
    pub(crate) fn forget(&self) {
        forget(&self.0.callback);
    }
}

/// Drops a callback of core's own.
fn forget<D: Domain>(place: &RefCell<Option<Callback<D>>>) {
    match place.take() {
        routine @ Some(Callback::Routine(_)) => drop(place.replace(routine)),
        other => drop(other),
    }
}

impl<D: Domain> Clone for Handle<D> {
    fn clone(&self) -> Self {
        Handle(Rc::clone(&self.0))
    }
}

/// A callback that waits for its moment. Mirrors `asyncio.TimerHandle`.
pub struct TimerHandle<D: Domain>(Rc<TimerBody<D>>);

struct TimerBody<D: Domain> {
    id: TimerId,
    when: Time,
    /// Among the timers of the loop: set from `call_at` until the moment comes.
    scheduled: Cell<bool>,
    cancelled: Cell<bool>,
    callback: RefCell<Option<Callback<D>>>,
    event_loop: LoopRef<D>,
}

impl<D: Domain> TimerHandle<D> {
    pub(crate) fn new(id: TimerId, when: Time, callback: Callback<D>, event_loop: LoopRef<D>) -> Self {
        let callback = RefCell::new(Some(callback));
        let (scheduled, cancelled) = (Cell::new(true), Cell::new(false));
        TimerHandle(Rc::new(TimerBody { id, when, scheduled, cancelled, callback, event_loop }))
    }

    /// Which timer this is.
    #[must_use]
    pub fn id(&self) -> TimerId {
        self.0.id
    }

    /// The moment at which the callback is due. Mirrors `TimerHandle.when`.
    #[must_use]
    pub fn when(&self) -> Time {
        self.0.when
    }

    /// Keeps the callback from being called. Does nothing the second time, or after the call.
    pub fn cancel(&self) {
        if !self.cancelled() && self.0.scheduled.get() {
            self.0.event_loop.timer_cancelled(self.id(), self.when());
        }
        self.0.cancelled.set(true);
        drop(self.0.callback.take());
    }

    /// Whether it was cancelled.
    #[must_use]
    pub fn cancelled(&self) -> bool {
        self.0.cancelled.get()
    }

    /// Whether both are the same handle.
    #[must_use]
    pub fn ptr_eq(&self, other: &TimerHandle<D>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Reads from what firing it will need, and does nothing with it. See [`crate::event_loop`]'s queue of timers.
    #[inline]
    pub(crate) fn fetch(&self) {
        // Here as below: fields that lie in different pieces of it.
        black_box((Rc::strong_count(&self.0), self.cancelled()));
        if let Some(Callback::SetResult(future, _)) = &*self.0.callback.borrow() {
            future.fetch();
        }
    }

    pub(crate) fn unschedule(&self) {
        self.0.scheduled.set(false);
    }

    pub(crate) fn take(&self) -> Option<Callback<D>> {
        self.0.callback.take()
    }

    /// Drops what it would call, which may lead back to it, unless that is the engine's.
    pub(crate) fn forget(&self) {
        forget(&self.0.callback);
    }
}

impl<D: Domain> Clone for TimerHandle<D> {
    fn clone(&self) -> Self {
        TimerHandle(Rc::clone(&self.0))
    }
}

/// Cancels a timer when dropped.
pub(crate) struct CancelOnDrop<D: Domain>(pub(crate) TimerHandle<D>);

impl<D: Domain> Drop for CancelOnDrop<D> {
    fn drop(&mut self) {
        self.0.cancel();
    }
}

/// An entry of a heap of timers. The greatest entry is the one that is due first.
pub(crate) struct TimerEntry<D: Domain> {
    pub(crate) when: Time,
    /// The timer's, here too: ordering a large heap must not go through pointers.
    id: TimerId,
    pub(crate) timer: TimerHandle<D>,
}

impl<D: Domain> TimerEntry<D> {
    pub(crate) fn new(timer: TimerHandle<D>) -> TimerEntry<D> {
        TimerEntry { when: timer.when(), id: timer.id(), timer }
    }

    fn key(&self) -> (Time, TimerId) {
        (self.when, self.id)
    }
}

impl<D: Domain> PartialEq for TimerEntry<D> {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl<D: Domain> Eq for TimerEntry<D> {}

impl<D: Domain> PartialOrd for TimerEntry<D> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<D: Domain> Ord for TimerEntry<D> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.key().cmp(&self.key())
    }
}
