//! The awaits of a frame, one after the other: coroutines that it awaited, and places where it waited itself.

use loopscope_core::instrument::Location;
use loopscope_core::time::{Span as Duration, Time};

use super::run::Run;
use crate::timeline::{FrameSpan, Lane, LaneId, Phase};

/// One await of a frame.
#[derive(Clone, Copy)]
pub(super) struct Await<'r> {
    pub(super) location: Location,
    /// The coroutine that was awaited, if it is one of the program.
    pub(super) name: Option<&'r str>,
    pub(super) start: Time,
    pub(super) end: Time,
    pub(super) seq: u32,
    /// Whether it came to its end.
    pub(super) ended: bool,
}

impl Await<'_> {
    pub(super) fn length(&self) -> u64 {
        self.end.since(self.start).0
    }
}

/// The awaits of one frame in the order in which they began.
pub(super) struct Series<'r> {
    pub(super) lane: LaneId,
    pub(super) awaits: Vec<Await<'r>>,
}

/// The awaits that took time, of each frame of the program. Costs the frames and spans, sorted as they are.
pub(super) fn all<'r>(run: &Run<'r>) -> Vec<Series<'r>> {
    let mut all = Vec::new();
    for (id, lane) in run.tasks() {
        for (depth, level) in lane.frames.iter().enumerate() {
            for frame in level.iter().filter(|frame| frame.location.line > 0) {
                let awaits = of_frame(run, lane, depth, frame);
                if awaits.len() >= 2 {
                    all.push(Series { lane: id, awaits });
                }
            }
        }
    }
    all
}

fn of_frame<'r>(run: &Run<'r>, lane: &'r Lane, depth: usize, frame: &'r FrameSpan) -> Vec<Await<'r>> {
    let end_of = |end: Time| end.min(run.timeline.end);
    let inner = lane.frames.get(depth + 1).map_or(&[][..], Vec::as_slice);
    let from = inner.partition_point(|child| child.first_seq < frame.first_seq);
    let children = inner[from..].iter().take_while(|child| child.first_seq < frame.last_seq);
    let mut awaits: Vec<Await<'r>> = children
        .clone()
        .map(|child| Await {
            location: child.awaited_at,
            name: (child.location.line > 0).then_some(child.name.as_str()),
            start: child.start,
            end: end_of(child.end).max(child.start),
            seq: child.first_seq,
            ended: child.last_seq != u32::MAX,
        })
        .collect();
    let from = lane.spans.partition_point(|span| span.first_seq < frame.first_seq);
    let spans = lane.spans[from..].iter().take_while(|span| span.first_seq < frame.last_seq);
    for span in spans.filter(|span| matches!(span.phase, Phase::Sleeping | Phase::Waiting)) {
        let at = inner.partition_point(|child| child.first_seq <= span.first_seq);
        let in_child = at
            .checked_sub(1)
            .and_then(|at| inner.get(at))
            .is_some_and(|child| child.last_seq > span.first_seq);
        if !in_child {
            awaits.push(Await {
                location: span.location,
                name: None,
                start: span.start,
                end: run.timeline.span_end(span),
                seq: span.first_seq,
                ended: !span.is_open(),
            });
        }
    }
    awaits.retain(|one| one.end > one.start);
    awaits.sort_by_key(|one| one.seq);
    awaits
}

/// The sum of some awaits, and the longest of them.
pub(super) fn sum_and_longest(awaits: &[Await<'_>]) -> (Duration, Duration) {
    let sum = awaits.iter().map(Await::length).fold(0, u64::saturating_add);
    (Duration(sum), Duration(awaits.iter().map(Await::length).max().unwrap_or(0)))
}
