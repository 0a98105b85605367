//! `Lock`: one at a time.
//!
//! Mirrors `asyncio.Lock`. It is fair: a task that has to wait gets the lock in its turn, and whoever comes while
//! others wait queues behind them.

use std::cell::Cell;
use std::rc::Rc;

use super::waiters::{Finally, Home, Waiters, described, with_waiters};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::ids::TaskId;
use crate::instrument::{Holder, Purpose};

/// A lock that one task holds at a time. A cheap reference: clones are the same lock.
///
/// ```
/// use loopscope_core::locks::Lock;
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn};
///
/// let end = run_virtual(|event_loop| async move {
///     let lock = Lock::<Native>::new();
///     let tasks: Vec<_> = (0..3)
///         .map(|_| {
///             let (inner, lock) = (event_loop.clone(), lock.clone());
///             spawn(&event_loop, async move {
///                 let _held = lock.hold(&inner).await?;
///                 sleep(&inner, 1.0).await
///             })
///         })
///         .collect();
///     for task in tasks {
///         task.await?;
///     }
///     Ok(event_loop.time())
/// });
/// assert_eq!(end.unwrap().as_secs_f64(), 3.0);
/// ```
pub struct Lock<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    waiters: Waiters<D>,
    home: Home<D>,
    locked: Cell<bool>,
    holder: Holder,
}

impl<D: Domain> Clone for Lock<D> {
    fn clone(&self) -> Self {
        Lock(Rc::clone(&self.0))
    }
}

impl<D: Domain> Default for Lock<D> {
    fn default() -> Self {
        Lock::new()
    }
}

impl<D: Domain> Lock<D> {
    /// A lock that nobody holds.
    #[must_use]
    pub fn new() -> Lock<D> {
        Lock(Rc::new(Body {
            waiters: Waiters::new(),
            home: Home::new(),
            locked: Cell::new(false),
            holder: Holder::default(),
        }))
    }

    /// Whether somebody holds it.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.0.locked.get()
    }

    /// The task that took it, while it is held; None if that was done outside any task.
    #[must_use]
    pub fn holder(&self) -> Option<TaskId> {
        self.0.holder.task()
    }

    /// How it stands, in asyncio's words: `locked, waiters:2`.
    #[must_use]
    pub fn state(&self) -> String {
        let state = if self.locked() { "locked" } else { "unlocked" };
        with_waiters(state, &self.0.waiters)
    }

    /// Takes the lock if it is free and nobody waits for it; whether it did.
    #[must_use]
    pub fn try_acquire(&self, event_loop: &LoopRef<D>) -> bool {
        let free = !self.locked() && !self.0.waiters.has_live();
        if free {
            self.take(event_loop);
        }
        free
    }

    fn take(&self, event_loop: &LoopRef<D>) {
        self.0.locked.set(true);
        self.0.holder.set(event_loop.current_task_id());
    }

    /// Takes the lock, once it is this task's turn; at once, without letting others run, if it is free and
    /// nobody waits. Mirrors `Lock.acquire`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile; a `RuntimeError` if others wait for it in another loop.
    pub async fn acquire(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        if self.try_acquire(event_loop) {
            return Ok(());
        }
        let waiters = &self.0.waiters;
        self.0.home.enter(event_loop, || described("Lock", &self.state()))?;
        // A turn that came but is not taken goes to the next.
        let pass_on = Finally::new(|| {
            if !self.locked() {
                waiters.wake_first();
            }
        });
        waiters.join(event_loop, Purpose::Held("lock", self.0.holder.clone())).woken().await?;
        pass_on.disarm();
        self.take(event_loop);
        Ok(())
    }

    /// Gives the lock back, and wakes the first who waits. Anybody may do so, not only who took it. Mirrors
    /// `Lock.release`.
    ///
    /// # Errors
    /// `RuntimeError` if nobody holds it.
    pub fn release(&self) -> Result<(), D::Error> {
        if !self.0.locked.replace(false) {
            return Err(D::error(ErrorKind::Runtime, "Lock is not acquired."));
        }
        self.0.holder.set(None);
        self.0.waiters.wake_first();
        Ok(())
    }

    /// Takes the lock until what it gives is dropped. Mirrors `async with lock`.
    ///
    /// # Errors
    /// Those of [`Lock::acquire`].
    pub async fn hold(&self, event_loop: &LoopRef<D>) -> Result<LockGuard<D>, D::Error> {
        self.acquire(event_loop).await?;
        Ok(LockGuard(self.clone()))
    }
}

/// Holds a lock until it is dropped.
#[must_use = "dropping it releases the lock"]
pub struct LockGuard<D: Domain>(Lock<D>);

impl<D: Domain> Drop for LockGuard<D> {
    fn drop(&mut self) {
        // Somebody else may have released it.
        drop(self.0.release());
    }
}
