//! `sleep`: waits for a moment of the loop's clock.
//!
//! Mirrors `asyncio.sleep`. With a delay of zero or less it yields once and sets no timer.

use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::handle::{Callback, CancelOnDrop};
use crate::instrument::Purpose;
use crate::time::Span;

/// The coroutine of a sleep.
#[must_use = "a sleep does nothing unless a task runs it"]
pub struct Sleep<D: Domain> {
    delay: f64,
    result: Option<D::Value>,
    state: SleepState<D>,
}

enum SleepState<D: Domain> {
    /// Entered at birth.
    Unstarted,
    /// Gave way once; entered for a delay that is not positive.
    Yielded,
    /// A timer is set; entered for a positive delay. The timer is cancelled when the sleep is dropped.
    Waiting(CancelOnDrop<D>, Future<D>),
    /// Returned or raised.
    Over,
}

impl<D: Domain> Sleep<D> {
    /// Sleeps for `delay` seconds, then returns `result`. A NaN makes it raise `ValueError` when it starts.
    pub fn new(delay: f64, result: D::Value) -> Sleep<D> {
        Sleep { delay, result: Some(result), state: SleepState::Unstarted }
    }

    fn finish(&mut self) -> Resumed<D> {
        Resumed::Return(self.result.take().unwrap_or_else(D::unit))
    }
}

impl<D: Domain> Coroutine<D> for Sleep<D> {
    #[cfg_attr(page, optimize(speed))]
    fn resume(&mut self, input: Resume<D>, event_loop: &LoopRef<D>, _cx: &mut D::Context) -> Resumed<D> {
        let state = std::mem::replace(&mut self.state, SleepState::Over);
        if let Resume::Throw(error) = input {
            return Resumed::Raise(error);
        }
        match state {
            SleepState::Unstarted if self.delay.is_nan() => {
                Resumed::Raise(D::error(ErrorKind::Value, "Invalid delay: NaN (not a number)"))
            }
            SleepState::Unstarted if self.delay <= 0.0 => {
                self.state = SleepState::Yielded;
                Resumed::Yield
            }
            SleepState::Unstarted => {
                let deadline = event_loop.time() + Span::from_secs_f64(self.delay);
                let future = event_loop.create_future_for(Purpose::Sleep(deadline));
                let callback = Callback::SetResult(future.clone(), D::unit());
                let timer = CancelOnDrop(event_loop.call_at(deadline, callback));
                self.state = SleepState::Waiting(timer, future.clone());
                Resumed::Await(future)
            }
            // Resumed by somebody else: two tasks run the same coroutine. Both wait.
            SleepState::Waiting(timer, future) if !future.done() => {
                self.state = SleepState::Waiting(timer, future.clone());
                Resumed::Await(future)
            }
            SleepState::Yielded | SleepState::Waiting(..) => self.finish(),
            SleepState::Over => {
                Resumed::Raise(D::error(ErrorKind::Runtime, "cannot reuse already awaited coroutine"))
            }
        }
    }

    fn name(&self) -> &str {
        "sleep"
    }
}
