//! The seam between the loop and whatever it runs.
//!
//! A coroutine is resumed and answers with how it stopped. Suspension is a return value: nothing below
//! this seam blocks, and nothing above it knows how a coroutine works inside.

use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::time::Time;

/// A resumable computation. Mirrors the generator protocol that `Task.__step` drives (`send`, `throw`).
pub trait Coroutine<D: Domain> {
    /// Goes on until it awaits, ends or pauses. Never called again after `Return` or `Raise`.
    ///
    /// After a `Pause` the next call's input is [`Resume::Continue`].
    fn resume(&mut self, input: Resume<D>, event_loop: &LoopRef<D>, cx: &mut D::Context) -> Resumed<D>;

    /// The same where no loop runs, for what needs none; None: it cannot go on without one.
    fn resume_without_loop(&mut self, input: &Resume<D>, cx: &mut D::Context) -> Option<Resumed<D>> {
        let _ = (input, cx);
        None
    }

    /// What to call it in reports and in the trace: the name of its function.
    fn name(&self) -> &str {
        "coroutine"
    }

    /// The engine's own object of this coroutine, if it has one. Mirrors `Task.get_coro`.
    fn object(&self) -> Option<D::Value> {
        None
    }
}

/// What a coroutine is resumed with.
pub enum Resume<D: Domain> {
    /// The value of what it awaited: the future's result, or [`Domain::unit`] to start with and after
    /// a `Yield`.
    Send(D::Value),
    /// An error to be raised where it stands.
    Throw(D::Error),
    /// Nothing: it paused, and goes on where it was.
    Continue,
}

/// How a coroutine stopped.
#[must_use]
pub enum Resumed<D: Domain> {
    /// Waits for a future. Mirrors `yield self` in `Future.__await__`.
    Await(Future<D>),
    /// Lets others run and goes on in the next iteration. Mirrors a bare `yield` (`sleep(0)`).
    Yield,
    /// Yielded what a task cannot wait for; the error is thrown back into it.
    Invalid(D::Error),
    /// Returned.
    Return(D::Value),
    /// Raised.
    Raise(D::Error),
    /// Not at an await: the step is not over, and nothing else of this loop may run before it goes on.
    Pause(Pause),
}

/// Why a step stopped in its middle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pause {
    /// It has used the budget of this slice.
    OutOfFuel,
    /// It blocks its thread until this moment (`time.sleep`).
    Sleep(Time),
    /// It blocks its thread until something changes ([`crate::workers::Workers::notify`]), at the latest until this
    /// moment, and looks again.
    Park(Time),
}
