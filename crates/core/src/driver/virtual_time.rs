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
    /// Units of fuel in all. Each slice uses one at least.
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
        if let Slice::Ended(end) = advance(machine, clock, slice, limits.until) {
            return end;
        }
        fuel = fuel.saturating_sub(machine.spent().max(1));
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A machine whose slices use more or less than they are given.
    struct Spending {
        costs: [u64; 5],
        slices: usize,
    }

    impl Machine for Spending {
        fn advance(&mut self, _: u32) -> Advance {
            self.slices += 1;
            Advance::Iterated
        }

        fn spent(&self) -> u64 {
            self.costs[(self.slices - 1) % self.costs.len()]
        }
    }

    #[test]
    fn what_is_spent_counts_and_a_slice_that_spends_nothing_counts_as_one() {
        let mut machine = Spending { costs: [0, 39, 0, 58, 1_000], slices: 0 };
        let mut slices_with = |fuel| {
            machine.slices = 0;
            assert_eq!(
                run(&mut machine, &VirtualClock::new(), Limits { fuel, ..Limits::NONE }),
                RunEnd::FuelLimit
            );
            machine.slices
        };
        assert_eq!(slices_with(1), 1);
        assert_eq!(slices_with(40), 2);
        assert_eq!(slices_with(41), 3);
        assert_eq!(slices_with(99), 4);
        assert_eq!(slices_with(100), 5);
    }
}
