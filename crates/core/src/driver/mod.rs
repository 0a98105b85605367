//! Drivers: the only code that knows where a program runs and how time passes there.
//!
//! A [`Machine`] is advanced slice by slice; between slices it says what it waits for, and the driver
//! lets the time pass: at once ([`virtual_time`]), by sleeping ([`system`]) or by timers of the page
//! (`browser`). This module's children are the one place that makes a clock advance.

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod system;
pub mod virtual_time;

use std::sync::Arc;

pub use crate::remote::Mailbox;
use crate::time::Time;

/// Something that a driver can run: an event loop with work to do, or a whole program.
pub trait Machine {
    /// Goes on until it is finished, has to wait, or has used `fuel`.
    ///
    /// One unit of fuel is about one instruction of an interpreter or one callback of the loop.
    fn advance(&mut self, fuel: u32) -> Advance;

    /// How many units the last call of [`Machine::advance`] used. It may be more than it was given: what cannot be
    /// interrupted is counted when it is over.
    fn spent(&self) -> u64;

    /// Where other threads leave word, if a task waits for one: the driver may wait there.
    fn mailbox(&self) -> Option<Arc<Mailbox>> {
        None
    }
}

/// Where a machine stands after a slice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[must_use]
pub enum Advance {
    /// It has ended; there is nothing more to run.
    Finished,
    /// An iteration of the loop is over and more is ready; call again.
    Iterated,
    /// The fuel is used up; call again at once, or after letting others run.
    OutOfFuel,
    /// Every task waits; nothing happens before this moment.
    Idle(Time),
    /// A synchronous call blocks the program until this moment.
    Blocked(Time),
    /// Every task waits and no timer is set: nothing can ever happen again.
    Deadlock,
}
