//! `Condition`: waits under a lock for what others change under the same lock.
//!
//! Mirrors `asyncio.Condition`.

use std::rc::Rc;

use super::Lock;
use super::waiters::{Finally, Home, Waiters, described, with_waiters};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::instrument::Purpose;

/// A condition variable with its lock. A cheap reference: clones are the same condition.
///
/// ```
/// use std::cell::Cell;
/// use std::rc::Rc;
///
/// use loopscope_core::locks::Condition;
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn};
///
/// let seen = run_virtual(|event_loop| async move {
///     let (condition, stock) = (Condition::<Native>::default(), Rc::new(Cell::new(0)));
///     let buyer = spawn(&event_loop, {
///         let (inner, condition, stock) = (event_loop.clone(), condition.clone(), stock.clone());
///         async move {
///             let mut held = condition.hold(&inner).await?;
///             held.wait_for(&inner, || stock.get() >= 3).await?;
///             Ok(stock.get())
///         }
///     });
///     for _ in 0..5 {
///         sleep(&event_loop, 1.0).await?;
///         let held = condition.hold(&event_loop).await?;
///         stock.set(stock.get() + 1);
///         held.notify_all();
///     }
///     buyer.await
/// });
/// assert_eq!(seen.unwrap(), 3);
/// ```
pub struct Condition<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    lock: Lock<D>,
    waiters: Waiters<D>,
    home: Home<D>,
    purpose: &'static str,
}

impl<D: Domain> Clone for Condition<D> {
    fn clone(&self) -> Self {
        Condition(Rc::clone(&self.0))
    }
}

impl<D: Domain> Default for Condition<D> {
    fn default() -> Self {
        Condition::new(Lock::new())
    }
}

impl<D: Domain> Condition<D> {
    /// A condition under `lock`, which others may share.
    #[must_use]
    pub fn new(lock: Lock<D>) -> Condition<D> {
        Condition::standing_for("condition", lock)
    }

    /// A condition inside another primitive, which the trace is to name.
    pub(crate) fn standing_for(purpose: &'static str, lock: Lock<D>) -> Condition<D> {
        Condition(Rc::new(Body { lock, waiters: Waiters::new(), home: Home::new(), purpose }))
    }

    /// Its lock.
    #[must_use]
    pub fn lock(&self) -> &Lock<D> {
        &self.0.lock
    }

    /// How many wait to be notified, those included that have been and did not run yet.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.0.waiters.len()
    }

    /// How it stands, in asyncio's words: `locked, waiters:2`.
    #[must_use]
    pub fn state(&self) -> String {
        let state = if self.lock().locked() { "locked" } else { "unlocked" };
        with_waiters(state, &self.0.waiters)
    }

    /// Takes the lock until what it gives is dropped. Mirrors `async with condition`.
    ///
    /// # Errors
    /// Those of [`Lock::acquire`].
    pub async fn hold(&self, event_loop: &LoopRef<D>) -> Result<ConditionGuard<D>, D::Error> {
        self.lock().acquire(event_loop).await?;
        Ok(ConditionGuard { condition: self.clone(), held: true })
    }

    /// Releases the lock, waits to be notified, and takes the lock again. It does so when it is cancelled, too:
    /// however this ends, the lock is held. Mirrors `Condition.wait`.
    ///
    /// It may come back without a reason: look again whether what was waited for is true.
    ///
    /// # Errors
    /// A cancellation that came meanwhile; a `RuntimeError` if the lock is not held, or if others wait in another
    /// loop.
    pub async fn wait(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        let body = &*self.0;
        if !body.lock.locked() {
            return Err(D::error(ErrorKind::Runtime, "cannot wait on un-acquired lock"));
        }
        body.home.enter(event_loop, || described("Condition", &self.state()))?;
        body.lock.release()?;
        // Who cannot use a notification leaves it to another.
        let pass_on = Finally::new(|| body.waiters.wake(1));
        let mut outcome = body.waiters.join(event_loop, Purpose::Named(body.purpose)).woken().await;
        loop {
            match body.lock.acquire(event_loop).await {
                Ok(()) => break,
                Err(error) if D::is_cancelled(&error) => outcome = Err(error),
                Err(error) => return Err(error),
            }
        }
        outcome?;
        pass_on.disarm();
        Ok(())
    }

    /// Waits until `predicate` holds; not at all if it does. Mirrors `Condition.wait_for`.
    ///
    /// # Errors
    /// Those of [`Condition::wait`].
    pub async fn wait_for(
        &self,
        event_loop: &LoopRef<D>,
        predicate: impl Fn() -> bool,
    ) -> Result<(), D::Error> {
        while !predicate() {
            self.wait(event_loop).await?;
        }
        Ok(())
    }

    /// Wakes up to `count` of those who wait. Mirrors `Condition.notify`.
    ///
    /// # Errors
    /// `RuntimeError` if the lock is not held.
    pub fn notify(&self, count: usize) -> Result<(), D::Error> {
        if !self.lock().locked() {
            return Err(D::error(ErrorKind::Runtime, "cannot notify on un-acquired lock"));
        }
        self.0.waiters.wake(count);
        Ok(())
    }

    /// Wakes all who wait. Mirrors `Condition.notify_all`.
    ///
    /// # Errors
    /// `RuntimeError` if the lock is not held.
    pub fn notify_all(&self) -> Result<(), D::Error> {
        self.notify(usize::MAX)
    }

    /// The same whoever holds the lock.
    pub(crate) fn wake_all(&self) {
        self.0.waiters.wake(usize::MAX);
    }
}

/// Holds the lock of a condition until it is dropped.
#[must_use = "dropping it releases the lock"]
pub struct ConditionGuard<D: Domain> {
    condition: Condition<D>,
    /// False while a wait has given the lock to others.
    held: bool,
}

impl<D: Domain> ConditionGuard<D> {
    /// [`Condition::wait`].
    ///
    /// # Errors
    /// Those of [`Condition::wait`].
    pub async fn wait(&mut self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        // A wait that is dropped in its middle does not hold the lock.
        self.held = false;
        let outcome = self.condition.wait(event_loop).await;
        self.held = outcome.as_ref().err().is_none_or(D::is_cancelled);
        outcome
    }

    /// [`Condition::wait_for`].
    ///
    /// # Errors
    /// Those of [`Condition::wait`].
    pub async fn wait_for(
        &mut self,
        event_loop: &LoopRef<D>,
        predicate: impl Fn() -> bool,
    ) -> Result<(), D::Error> {
        while !predicate() {
            self.wait(event_loop).await?;
        }
        Ok(())
    }

    /// [`Condition::notify`]: the lock is held.
    pub fn notify(&self, count: usize) {
        self.condition.0.waiters.wake(count);
    }

    /// [`Condition::notify_all`]: the lock is held.
    pub fn notify_all(&self) {
        self.condition.wake_all();
    }
}

impl<D: Domain> Drop for ConditionGuard<D> {
    fn drop(&mut self) {
        if self.held {
            drop(self.condition.lock().release());
        }
    }
}
