//! One sleep of a run: how long it was asked to be, and which calls led to it.
//!
//! Plain facts, for whoever looks for the number in the source that made it so. Knows no source.

use loopscope_core::instrument::Location;
use loopscope_core::time::{Span as Duration, Time};

use crate::timeline::{Lane, LaneId, Phase, Span, Timeline, WaitOn, Waker};

/// A sleep that is over.
#[derive(Clone, PartialEq, Debug)]
pub struct Sleep {
    /// When it began.
    pub start: Time,
    /// When it was due.
    pub until: Time,
    /// Whether it blocked its thread: `time.sleep`.
    pub blocking: bool,
    /// Whether it ended because it was due; otherwise something cut it short.
    pub complete: bool,
    /// Where the lane stood.
    pub at: Location,
    /// Where the coroutines that it was in were made, the innermost first; last, where the lane was created.
    pub calls: Vec<Location>,
    /// How many sleeps of its lane came before it.
    pub nth: usize,
}

impl Sleep {
    /// How long it was asked to be.
    #[must_use]
    pub fn asked(&self) -> Duration {
        self.until.since(self.start)
    }
}

impl Timeline {
    /// The sleep that a span is, if it is one and over.
    #[must_use]
    pub fn sleep(&self, lane: LaneId, index: usize) -> Option<Sleep> {
        let lane = self.lane(lane)?;
        let span = lane.spans.get(index)?;
        let (until, blocking, complete) = self.kind_of(span)?;
        let nth = lane.spans.get(..index)?.iter().filter(|span| is_sleep(span)).count();
        let calls = calls(lane, span);
        Some(Sleep { start: span.start, until, blocking, complete, at: span.location, calls, nth })
    }

    /// The index of the span that is the sleep of that number in a lane.
    #[must_use]
    pub fn nth_sleep(&self, lane: LaneId, nth: usize) -> Option<usize> {
        let spans = self.lane(lane)?.spans.iter().enumerate();
        spans.filter(|(_, span)| is_sleep(span)).nth(nth).map(|(index, _)| index)
    }

    fn kind_of(&self, span: &Span) -> Option<(Time, bool, bool)> {
        if span.is_open() || span.end <= span.start {
            return None;
        }
        match (span.phase, self.wait(span)) {
            (Phase::Blocked, _) => Some((span.end, true, true)),
            (Phase::Sleeping, Some(wait)) => match wait.on {
                WaitOn::Sleep { until } => {
                    let due = matches!(wait.woken_by, Some(Waker::Timer(_))) && span.end >= until;
                    Some((until, false, due))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

fn is_sleep(span: &Span) -> bool {
    matches!(span.phase, Phase::Blocked | Phase::Sleeping)
}

fn calls(lane: &Lane, span: &Span) -> Vec<Location> {
    let mut calls: Vec<Location> = lane
        .frames
        .iter()
        .map_while(|level| {
            let entered = level.partition_point(|frame| frame.first_seq <= span.first_seq);
            level.get(entered.checked_sub(1)?).filter(|frame| frame.last_seq > span.first_seq)
        })
        .map(|frame| if frame.made_at.line > 0 { frame.made_at } else { frame.awaited_at })
        .collect();
    calls.reverse();
    calls.push(lane.created_location);
    calls.retain(|location| location.line > 0);
    calls.dedup();
    calls
}
