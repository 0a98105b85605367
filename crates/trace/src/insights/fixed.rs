//! Whether a repaired program does what the repair claims: its run against the run before.

use loopscope_core::time::Span as Duration;

use crate::timeline::{Timeline, TraceState};

/// What a repair claims.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Claim {
    /// The run takes less time.
    Faster,
    /// The loop is blocked for less time.
    BlocksLess,
    /// Fewer coroutines are never awaited.
    AwaitsMore,
}

/// How long a run took, and how long it takes repaired.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gain {
    /// Before.
    pub before: Duration,
    /// After.
    pub after: Duration,
}

/// What a repair gives; None if it does not do what it claims, or if the program ended before and does not now.
#[must_use]
pub fn gain(claim: Claim, before: &Timeline, after: &Timeline) -> Option<Gain> {
    let ends = |timeline: &Timeline| timeline.state == TraceState::Finished && !timeline.truncated;
    if ends(before) && !ends(after) {
        return None;
    }
    let fails = |timeline: &Timeline| {
        matches!(timeline.state, TraceState::Failed { .. } | TraceState::Deadlock | TraceState::Asking)
    };
    if fails(after) && !fails(before) {
        return None;
    }
    let blocked = |timeline: &Timeline| crate::summary::figures(timeline).blocked;
    let kept = match claim {
        Claim::Faster => ends(after) && after.duration() < before.duration(),
        Claim::BlocksLess => blocked(after) < blocked(before),
        Claim::AwaitsMore => after.never_awaited.len() < before.never_awaited.len(),
    };
    kept.then(|| Gain { before: before.duration(), after: after.duration() })
}

#[cfg(test)]
mod tests {
    use loopscope_core::time::Time;

    use super::*;

    fn run(seconds: u64, state: TraceState) -> Timeline {
        Timeline { end: Time(seconds * 1_000_000_000), state, ..Timeline::default() }
    }

    #[test]
    fn a_claim_is_held_against_the_runs() {
        let (slow, fast) = (run(3, TraceState::Finished), run(2, TraceState::Finished));
        let found = gain(Claim::Faster, &slow, &fast).expect("it is faster");
        assert_eq!((found.before, found.after), (slow.duration(), fast.duration()));
        assert_eq!(gain(Claim::Faster, &fast, &slow), None);
        assert_eq!(gain(Claim::BlocksLess, &slow, &fast), None);
        let failed = run(2, TraceState::Failed { message: "ValueError".to_owned() });
        assert_eq!(gain(Claim::Faster, &slow, &failed), None);
        assert_eq!(gain(Claim::Faster, &slow, &run(2, TraceState::Deadlock)), None);
    }
}
