//! `Barrier`: so many wait for each other, and go on together.
//!
//! Mirrors `asyncio.Barrier`.

use std::cell::Cell;
use std::rc::Rc;

use super::waiters::Finally;
use super::{Condition, Lock};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;

/// Where a barrier stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    /// Tasks come and wait. Entered at birth, and when the last has left one of the next two.
    Filling,
    /// All have come and are leaving; who comes now waits for the next round.
    Draining,
    /// `reset` was called while tasks waited: they leave with an error.
    Resetting,
    /// `abort` was called. Left by `reset` only.
    Broken,
}

/// A meeting point of a fixed number of tasks. A cheap reference: clones are the same barrier.
///
/// ```
/// use loopscope_core::locks::Barrier;
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn};
///
/// let ends = run_virtual(|event_loop| async move {
///     let barrier = Barrier::<Native>::new(3).unwrap();
///     let tasks: Vec<_> = [1.0, 2.0, 3.0]
///         .map(|delay| {
///             let (inner, barrier) = (event_loop.clone(), barrier.clone());
///             spawn(&event_loop, async move {
///                 sleep(&inner, delay).await?;
///                 barrier.wait(&inner).await?;
///                 Ok(inner.time().as_secs_f64())
///             })
///         })
///         .into();
///     let mut ends = Vec::new();
///     for task in tasks {
///         ends.push(task.await?);
///     }
///     Ok(ends)
/// });
/// assert_eq!(ends.unwrap(), [3.0, 3.0, 3.0]);
/// ```
pub struct Barrier<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    /// Notified at each change of state.
    changed: Condition<D>,
    parties: usize,
    state: Cell<State>,
    /// How many are between coming and leaving.
    inside: Cell<usize>,
}

impl<D: Domain> Clone for Barrier<D> {
    fn clone(&self) -> Self {
        Barrier(Rc::clone(&self.0))
    }
}

impl<D: Domain> Barrier<D> {
    /// A barrier for `parties` tasks.
    ///
    /// # Errors
    /// `ValueError` for none.
    pub fn new(parties: usize) -> Result<Barrier<D>, D::Error> {
        if parties == 0 {
            return Err(D::error(ErrorKind::Value, "parties must be > 0"));
        }
        Ok(Barrier(Rc::new(Body {
            changed: Condition::standing_for("barrier", Lock::new()),
            parties,
            state: Cell::new(State::Filling),
            inside: Cell::new(0),
        })))
    }

    /// How many it takes.
    #[must_use]
    pub fn parties(&self) -> usize {
        self.0.parties
    }

    /// How many wait at the moment.
    #[must_use]
    pub fn n_waiting(&self) -> usize {
        if self.0.state.get() == State::Filling { self.0.inside.get() } else { 0 }
    }

    /// Whether it was aborted.
    #[must_use]
    pub fn broken(&self) -> bool {
        self.0.state.get() == State::Broken
    }

    /// How it stands, in asyncio's words: `filling, waiters:1/3`.
    #[must_use]
    pub fn state(&self) -> String {
        let state = match self.0.state.get() {
            State::Filling => "filling",
            State::Draining => "draining",
            State::Resetting => "resetting",
            State::Broken => return "broken".to_owned(),
        };
        format!("{state}, waiters:{}/{}", self.n_waiting(), self.parties())
    }

    /// Waits until all have come; gives the place of this task in the order of arrival, from 0. Mirrors
    /// `Barrier.wait`.
    ///
    /// # Errors
    /// `BrokenBarrierError` if the barrier is aborted or reset; a cancellation that came meanwhile.
    pub async fn wait(&self, event_loop: &LoopRef<D>) -> Result<usize, D::Error> {
        let body = &*self.0;
        let mut held = body.changed.hold(event_loop).await?;
        let settled = || !matches!(body.state.get(), State::Draining | State::Resetting);
        held.wait_for(event_loop, settled).await?;
        if self.broken() {
            return Err(D::error(ErrorKind::BrokenBarrier, "Barrier aborted"));
        }
        let index = body.inside.get();
        body.inside.set(index + 1);
        let _leave = Finally::new(|| self.leave());
        if index + 1 == body.parties {
            body.state.set(State::Draining);
            held.notify_all();
            return Ok(index);
        }
        held.wait_for(event_loop, || body.state.get() != State::Filling).await?;
        if matches!(body.state.get(), State::Broken | State::Resetting) {
            return Err(D::error(ErrorKind::BrokenBarrier, "Abort or reset of barrier"));
        }
        Ok(index)
    }

    /// The last to leave lets the next round begin. Mirrors `Barrier._exit`.
    fn leave(&self) {
        let body = &*self.0;
        body.inside.set(body.inside.get() - 1);
        if body.inside.get() == 0 {
            if matches!(body.state.get(), State::Resetting | State::Draining) {
                body.state.set(State::Filling);
            }
            body.changed.wake_all();
        }
    }

    /// Begins anew; tasks that wait get a `BrokenBarrierError`. Mirrors `Barrier.reset`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile.
    pub async fn reset(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        let held = self.0.changed.hold(event_loop).await?;
        let state = if self.0.inside.get() > 0 { State::Resetting } else { State::Filling };
        self.0.state.set(state);
        held.notify_all();
        Ok(())
    }

    /// Breaks the barrier: who waits, and whoever comes, gets a `BrokenBarrierError`. Mirrors `Barrier.abort`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile.
    pub async fn abort(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        let held = self.0.changed.hold(event_loop).await?;
        self.0.state.set(State::Broken);
        held.notify_all();
        Ok(())
    }
}
