//! The virtual driver: discrete events. Nothing is waited for; the clock jumps to the next moment at which
//! something happens. Deterministic: for previews, tests and replays.

use super::{Advance, Machine};
use crate::clock::VirtualClock;
use crate::time::Time;

/// How many units of fuel a slice has between looks at the limits.
const SLICE: u32 = 100_000;

/// When to stop a run that has not ended.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The clock does not go beyond this moment.
    pub until: Time,
    /// Units of fuel in all. An iteration of the loop that does not use up its slice counts as one.
    pub fuel: u64,
}

impl Limits {
    /// None.
    pub const NONE: Limits = Limits { until: Time::MAX, fuel: u64::MAX };
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunEnd {
    /// The program ended.
    Finished,
    /// Every task waits, and no timer is set.
    Deadlock,
    /// The next thing happens after the last moment allowed.
    TimeLimit,
    /// All fuel is used up.
    FuelLimit,
}

/// Runs `machine` on `clock`, its own, until it ends or a limit is reached.
pub fn run(machine: &mut dyn Machine, clock: &VirtualClock, limits: Limits) -> RunEnd {
    let mut fuel = limits.fuel;
    loop {
        let slice = u32::try_from(fuel).unwrap_or(SLICE).min(SLICE);
        let used = match advance(machine, clock, slice, limits.until) {
            Slice::Ended(end) => return end,
            Slice::Iterated | Slice::Jumped => 1,
            Slice::UsedFuel => slice,
        };
        fuel = fuel.saturating_sub(u64::from(used));
        if fuel == 0 {
            return RunEnd::FuelLimit;
        }
    }
}

/// What one slice came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slice {
    /// The run is over.
    Ended(RunEnd),
    /// An iteration of the loop is over; there is more to run.
    Iterated,
    /// The clock jumped on; there is more to run.
    Jumped,
    /// The slice's fuel is used up; there is more to run.
    UsedFuel,
}

/// Runs one slice: for those who have other things to do in between, such as a page.
pub fn advance(machine: &mut dyn Machine, clock: &VirtualClock, fuel: u32, until: Time) -> Slice {
    match machine.advance(fuel) {
        Advance::Finished => Slice::Ended(RunEnd::Finished),
        Advance::Deadlock => Slice::Ended(RunEnd::Deadlock),
        Advance::Iterated => Slice::Iterated,
        Advance::OutOfFuel => Slice::UsedFuel,
        Advance::Idle(moment) | Advance::Blocked(moment) if moment > until => {
            clock.advance_to(until);
            Slice::Ended(RunEnd::TimeLimit)
        }
        Advance::Idle(moment) | Advance::Blocked(moment) => {
            clock.advance_to(moment);
            Slice::Jumped
        }
    }
}
