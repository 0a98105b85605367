//! `Semaphore`: so many at a time.
//!
//! Mirrors `asyncio.Semaphore`. It is fair, as a [`Lock`](super::Lock) is.

use std::cell::Cell;
use std::rc::Rc;

use super::waiters::{Finally, Home, Waiters, described, with_waiters};
use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::instrument::Purpose;

/// A counter of permits: taking one waits while there is none. A cheap reference: clones are the same semaphore.
///
/// ```
/// use loopscope_core::locks::Semaphore;
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn};
///
/// let end = run_virtual(|event_loop| async move {
///     let semaphore = Semaphore::<Native>::new(2);
///     let tasks: Vec<_> = (0..6)
///         .map(|_| {
///             let (inner, semaphore) = (event_loop.clone(), semaphore.clone());
///             spawn(&event_loop, async move {
///                 let _permit = semaphore.hold(&inner).await?;
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
pub struct Semaphore<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    waiters: Waiters<D>,
    home: Home<D>,
    value: Cell<usize>,
}

impl<D: Domain> Clone for Semaphore<D> {
    fn clone(&self) -> Self {
        Semaphore(Rc::clone(&self.0))
    }
}

impl<D: Domain> Semaphore<D> {
    /// A semaphore of `value` permits.
    #[must_use]
    pub fn new(value: usize) -> Semaphore<D> {
        Semaphore(Rc::new(Body { waiters: Waiters::new(), home: Home::new(), value: Cell::new(value) }))
    }

    /// How many permits there are at this moment; some may be spoken for by those who wait.
    #[must_use]
    pub fn value(&self) -> usize {
        self.0.value.get()
    }

    /// Whether `acquire` would have to wait. Mirrors `Semaphore.locked`.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.value() == 0 || self.0.waiters.has_live()
    }

    /// How it stands, in asyncio's words: `unlocked, value:2`.
    #[must_use]
    pub fn state(&self) -> String {
        let state =
            if self.locked() { "locked".to_owned() } else { format!("unlocked, value:{}", self.value()) };
        with_waiters(&state, &self.0.waiters)
    }

    /// Takes a permit if there is one and nobody waits for it; whether it did.
    #[must_use]
    pub fn try_acquire(&self) -> bool {
        let free = !self.locked();
        if free {
            self.0.value.set(self.value() - 1);
        }
        free
    }

    /// Takes a permit, once it is this task's turn; at once, without letting others run, if there is one and
    /// nobody waits. Mirrors `Semaphore.acquire`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile; a `RuntimeError` if others wait for it in another loop.
    pub async fn acquire(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        let body = &*self.0;
        if self.try_acquire() {
            return Ok(());
        }
        body.home.enter(event_loop, || described("Semaphore", &self.state()))?;
        // Others may have come who had to wait only because somebody was before them.
        let _wake = Finally::new(|| while self.value() > 0 && self.wake_next() {});
        let place = body.waiters.join(event_loop, Purpose::Named("semaphore"));
        let future = place.future().clone();
        // Who wakes a waiter takes the permit for it; one that is not used goes back.
        let give_back = Finally::new(|| {
            if future.done() && !future.cancelled() {
                body.value.set(self.value() + 1);
            }
        });
        place.woken().await?;
        give_back.disarm();
        Ok(())
    }

    /// Adds a permit, and wakes the next who waits. Mirrors `Semaphore.release`.
    pub fn release(&self) {
        self.0.value.set(self.value().saturating_add(1));
        self.wake_next();
    }

    fn wake_next(&self) -> bool {
        let woken = self.0.waiters.wake_next();
        if woken {
            self.0.value.set(self.value() - 1);
        }
        woken
    }

    /// Takes a permit until what it gives is dropped. Mirrors `async with semaphore`.
    ///
    /// # Errors
    /// Those of [`Semaphore::acquire`].
    pub async fn hold(&self, event_loop: &LoopRef<D>) -> Result<Permit<D>, D::Error> {
        self.acquire(event_loop).await?;
        Ok(Permit(self.clone()))
    }
}

/// Holds a permit until it is dropped.
#[must_use = "dropping it gives the permit back"]
pub struct Permit<D: Domain>(Semaphore<D>);

impl<D: Domain> Drop for Permit<D> {
    fn drop(&mut self) {
        self.0.release();
    }
}
