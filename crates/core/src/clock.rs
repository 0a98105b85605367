//! Clocks. A loop only reads its clock; only a driver makes one advance.

use std::cell::Cell;

use crate::time::Time;

/// What time it is. Mirrors `loop.time()`: monotonic, begins at zero.
pub trait Clock {
    /// The present moment.
    fn now(&self) -> Time;
}

/// A clock that stands still until a driver sets it.
///
/// The virtual driver sets it at once; the browser driver sets it after the real time has passed.
/// Either way a program reads the same times, so both print the same bytes.
#[derive(Debug, Default)]
pub struct VirtualClock {
    now: Cell<Time>,
}

impl VirtualClock {
    /// A clock at [`Time::ZERO`].
    #[must_use]
    pub fn new() -> VirtualClock {
        VirtualClock::default()
    }

    /// Moves the clock on to `moment`; a moment that is past leaves it alone.
    pub(crate) fn advance_to(&self, moment: Time) {
        if moment > self.now.get() {
            self.now.set(moment);
        }
    }
}

impl Clock for VirtualClock {
    fn now(&self) -> Time {
        self.now.get()
    }
}
