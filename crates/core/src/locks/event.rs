//! `Event`: many wait until something has happened.
//!
//! Mirrors `asyncio.Event`.

use std::cell::Cell;
use std::rc::Rc;

use super::waiters::{Home, Waiters, described, with_waiters};
use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::instrument::Purpose;

/// A flag that tasks can wait for. A cheap reference: clones are the same event.
///
/// ```
/// use loopscope_core::locks::Event;
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn};
///
/// let at = run_virtual(|event_loop| async move {
///     let event = Event::<Native>::new();
///     let waiting = spawn(&event_loop, {
///         let (inner, event) = (event_loop.clone(), event.clone());
///         async move {
///             event.wait(&inner).await?;
///             Ok(inner.time())
///         }
///     });
///     sleep(&event_loop, 2.0).await?;
///     event.set();
///     waiting.await
/// });
/// assert_eq!(at.unwrap().as_secs_f64(), 2.0);
/// ```
pub struct Event<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    waiters: Waiters<D>,
    home: Home<D>,
    set: Cell<bool>,
    purpose: &'static str,
}

impl<D: Domain> Clone for Event<D> {
    fn clone(&self) -> Self {
        Event(Rc::clone(&self.0))
    }
}

impl<D: Domain> Default for Event<D> {
    fn default() -> Self {
        Event::new()
    }
}

impl<D: Domain> Event<D> {
    /// An event that has not happened.
    #[must_use]
    pub fn new() -> Event<D> {
        Event::standing_for("event")
    }

    /// An event inside another primitive, which the trace is to name.
    pub(crate) fn standing_for(purpose: &'static str) -> Event<D> {
        Event(Rc::new(Body { waiters: Waiters::new(), home: Home::new(), set: Cell::new(false), purpose }))
    }

    /// Whether it has happened.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.set.get()
    }

    /// How it stands, in asyncio's words: `unset, waiters:2`.
    #[must_use]
    pub fn state(&self) -> String {
        with_waiters(if self.is_set() { "set" } else { "unset" }, &self.0.waiters)
    }

    /// Lets it happen: wakes all who wait. Mirrors `Event.set`.
    pub fn set(&self) {
        if !self.0.set.replace(true) {
            self.0.waiters.wake(usize::MAX);
        }
    }

    /// Takes it back: who comes now has to wait. Those who have been woken go on all the same. Mirrors
    /// `Event.clear`.
    pub fn clear(&self) {
        self.0.set.set(false);
    }

    /// Waits until it has happened; not at all if it has. Mirrors `Event.wait`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile; a `RuntimeError` if others wait for it in another loop.
    pub async fn wait(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        if self.is_set() {
            return Ok(());
        }
        self.0.home.enter(event_loop, || described("Event", &self.state()))?;
        self.0.waiters.join(event_loop, Purpose::Named(self.0.purpose)).woken().await
    }
}
