//! Wake-ups from outside the loop's thread: the [`std::task::Waker`]s of Rust futures that are not ours.
//!
//! A task that awaits such a future waits for a plain future of the loop, parked here; waking it puts its
//! number on a list that any thread may write, which the loop reads at the start of each iteration.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::task::{Wake, Waker};
use std::time::Duration;

use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::ids::TaskId;

/// The part that other threads see.
#[derive(Default)]
pub struct Mailbox {
    woken: Mutex<Vec<TaskId>>,
    arrived: Condvar,
}

impl Mailbox {
    fn post(&self, task: TaskId) {
        self.woken.lock().unwrap_or_else(PoisonError::into_inner).push(task);
        self.arrived.notify_one();
    }

    /// Waits until something arrives, at most for `timeout` (for ever without one).
    pub fn wait(&self, timeout: Option<Duration>) {
        let woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        match timeout {
            Some(timeout) => drop(self.arrived.wait_timeout_while(woken, timeout, |woken| woken.is_empty())),
            None => drop(self.arrived.wait_while(woken, |woken| woken.is_empty())),
        }
    }
}

/// Wakes one task of one loop. As long as nobody keeps a clone of it, it is lent to one task after the other.
struct TaskWaker {
    mailbox: Arc<Mailbox>,
    task: AtomicU32,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.mailbox.post(TaskId(self.task.load(Ordering::Relaxed)));
    }
}

/// A waker, and what it is made of, to see whether somebody kept a clone.
struct Lent {
    shared: Arc<TaskWaker>,
    waker: Waker,
}

impl Lent {
    fn is_kept(&self) -> bool {
        let kept = Arc::strong_count(&self.shared) > 2;
        // Whoever dropped the last clone has read whose it was before it is changed.
        fence(Ordering::Acquire);
        kept
    }
}

/// The loop's side.
pub(crate) struct Remote<D: Domain> {
    mailbox: Arc<Mailbox>,
    parked: RefCell<HashMap<TaskId, Future<D>>>,
    /// A waker that nobody has kept: the next one to be lent.
    spare: Cell<Option<Lent>>,
}

impl<D: Domain> Remote<D> {
    pub(crate) fn new() -> Remote<D> {
        Remote { mailbox: Arc::default(), parked: RefCell::new(HashMap::new()), spare: Cell::new(None) }
    }

    pub(crate) fn mailbox(&self) -> &Arc<Mailbox> {
        &self.mailbox
    }

    /// Lends `poll` a waker of `task`. Most futures keep none: they cost no allocation.
    pub(crate) fn with_waker<R>(&self, task: TaskId, poll: impl FnOnce(&Waker) -> R) -> R {
        let lent = self.spare.take().unwrap_or_else(|| {
            let shared = Arc::new(TaskWaker { mailbox: Arc::clone(&self.mailbox), task: AtomicU32::new(0) });
            Lent { waker: Arc::clone(&shared).into(), shared }
        });
        lent.shared.task.store(task.0, Ordering::Relaxed);
        let polled = poll(&lent.waker);
        if !lent.is_kept() {
            self.spare.set(Some(lent));
        }
        polled
    }

    /// A future that is done when the task is woken.
    pub(crate) fn park(&self, task: TaskId, event_loop: &LoopRef<D>) -> Future<D> {
        let future = event_loop.create_future();
        self.parked.borrow_mut().insert(task, future.clone());
        future
    }

    /// Whether a task waits for another thread.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.parked.borrow().is_empty()
    }

    /// Wakes the tasks that were asked for since the last time.
    pub(crate) fn deliver(&self, _event_loop: &LoopRef<D>) {
        if self.parked.borrow().is_empty() {
            return;
        }
        let woken = std::mem::take(&mut *self.mailbox.woken.lock().unwrap_or_else(PoisonError::into_inner));
        for task in woken {
            let future = self.parked.borrow_mut().remove(&task);
            if let Some(future) = future.filter(|future| !future.done()) {
                future.finish(Ok(D::unit()));
            }
        }
    }
}
