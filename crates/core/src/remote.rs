//! Wake-ups from outside the loop's thread: the [`std::task::Waker`]s of Rust futures that are not ours.
//!
//! A task that awaits such a future waits for a plain future of the loop, parked here; waking it puts its
//! number on a list that any thread may write, which the loop reads at the start of each iteration.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::task::Wake;
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

/// Wakes one task of one loop.
pub(crate) struct TaskWaker {
    mailbox: Arc<Mailbox>,
    task: TaskId,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.mailbox.post(self.task);
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.mailbox.post(self.task);
    }
}

/// The loop's side.
pub(crate) struct Remote<D: Domain> {
    mailbox: Arc<Mailbox>,
    parked: RefCell<HashMap<TaskId, Future<D>>>,
}

impl<D: Domain> Remote<D> {
    pub(crate) fn new() -> Remote<D> {
        Remote { mailbox: Arc::default(), parked: RefCell::new(HashMap::new()) }
    }

    pub(crate) fn mailbox(&self) -> &Arc<Mailbox> {
        &self.mailbox
    }

    pub(crate) fn waker(&self, task: TaskId) -> std::task::Waker {
        Arc::new(TaskWaker { mailbox: Arc::clone(&self.mailbox), task }).into()
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
