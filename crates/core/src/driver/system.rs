//! The system driver: real time on this thread. Waiting is sleeping, until the next moment or until
//! another thread wakes a task.

use std::time::{Duration, Instant};

use super::{Advance, Machine};
use crate::clock::Clock;
use crate::time::Time;

/// The machine's own monotonic clock.
#[derive(Debug)]
pub struct SystemClock {
    start: Instant,
}

impl SystemClock {
    /// A clock that begins now.
    #[must_use]
    pub fn new() -> SystemClock {
        SystemClock { start: Instant::now() }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        SystemClock::new()
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Time {
        Time(u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX))
    }
}

/// Runs `machine` until it ends; false if every task waits for what can never come.
pub fn run(machine: &mut dyn Machine, clock: &dyn Clock) -> bool {
    loop {
        match machine.advance(u32::MAX) {
            Advance::Finished => return true,
            Advance::Iterated | Advance::OutOfFuel => {}
            Advance::Blocked(moment) => std::thread::sleep(span_until(moment, clock)),
            Advance::Idle(moment) => match machine.mailbox() {
                Some(mailbox) => mailbox.wait(Some(span_until(moment, clock))),
                None => std::thread::sleep(span_until(moment, clock)),
            },
            Advance::Deadlock => match machine.mailbox() {
                Some(mailbox) => mailbox.wait(None),
                None => return false,
            },
        }
    }
}

fn span_until(moment: Time, clock: &dyn Clock) -> Duration {
    Duration::from_nanos(moment.since(clock.now()).0)
}
