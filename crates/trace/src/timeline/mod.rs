//! The timeline: lanes, their spans, what was written, who waited on whom and who woke whom.
//!
//! Plain data, filled by `builder` and read by everything after it. A timeline may be read while the
//! run goes on: what has no end yet ends at [`Time::MAX`], and [`Timeline::end`] is the present.

mod lane;
mod span;

use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Location, Stream};
use loopscope_core::time::{Span as Duration, Time};

use crate::queues::{Checkpoints, LaneOf};

pub(crate) use lane::{BLOCK, CALLBACKS, MODULE, Totals};
pub use lane::{FrameSpan, Lane, Outcome};
pub(crate) use span::NO_WAIT;
pub use span::{Canceller, Phase, Span, Wait, WaitOn, Waker};

/// The end of what is not over yet.
pub const OPEN: Time = Time::MAX;

/// A lane of a timeline: its index in [`Timeline::lanes`], in the order of creation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LaneId(pub u32);

impl LaneId {
    /// The index in [`Timeline::lanes`].
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One line that the program wrote.
#[derive(Clone, PartialEq, Debug)]
pub struct OutputLine {
    /// When its first piece was written.
    pub at: Time,
    /// The event that wrote its first piece.
    pub seq: u32,
    /// Which lane wrote it; None for code outside any task.
    pub lane: Option<LaneId>,
    /// Where to.
    pub stream: Stream,
    /// Where in the source; line 0 if that is not known.
    pub location: Location,
    /// The text, without the newline.
    pub text: String,
    /// Whether the newline has been written.
    pub complete: bool,
    /// For each piece after the first: its event, and where in the text it begins.
    pub(crate) pieces: Vec<(u32, usize)>,
}

/// Something that one lane did to another.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Arrow {
    /// What was done.
    pub kind: ArrowKind,
    /// Who did it.
    pub from: LaneId,
    /// To whom.
    pub to: LaneId,
    /// When.
    pub at: Time,
    /// The event.
    pub seq: u32,
}

/// What one lane can do to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum ArrowKind {
    /// `from` created `to`.
    Created,
    /// `from` began to wait for `to`.
    WaitsOn,
    /// `from` made `to` ready again.
    Woke,
    /// `from` asked for the cancellation of `to`.
    Cancelled,
}

/// A coroutine object that was dropped before it ever ran.
#[derive(Clone, PartialEq, Debug)]
pub struct NeverAwaited {
    /// When it was dropped.
    pub at: Time,
    /// The event.
    pub seq: u32,
    /// The name of its function.
    pub name: String,
    /// Where it was made; line 0 if that is not known.
    pub location: Location,
}

/// Where a run stands.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum TraceState {
    /// It goes on.
    #[default]
    Running,
    /// The program ended by itself.
    Finished,
    /// The program ended with an error that nothing caught; the error in one line.
    Failed {
        /// The last line of the traceback: `ValueError: no`.
        message: String,
    },
    /// A person stopped it.
    Stopped,
    /// A limit of time, events or memory was reached; the program would go on.
    Unfinished,
    /// Every task waits and nothing can ever wake one.
    Deadlock,
    /// The program asks for a line of input that is not there yet.
    Asking,
}

/// A whole run, as lanes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    /// All lanes, in the order of creation. See [`Timeline::order`] for the order to draw them in.
    pub lanes: Vec<Lane>,
    /// Every line written, in the order of its first piece.
    pub outputs: Vec<OutputLine>,
    /// What lanes did to each other, in the order in which it happened.
    pub arrows: Vec<Arrow>,
    /// The spans in which synchronous code blocks the loop's own thread, in order: lanes, and indices in [`Lane::spans`].
    pub blocks: Vec<(LaneId, u32)>,
    /// Coroutine objects that never ran.
    pub never_awaited: Vec<NeverAwaited>,
    /// The events at which iterations of the loop began.
    pub iterations: Vec<u32>,
    /// When the run began.
    pub start: Time,
    /// When it ended; while it goes on, the last moment known of.
    pub end: Time,
    /// Where it stands.
    pub state: TraceState,
    /// How many events it was made from.
    pub events: usize,
    /// Whether the log was too small for all that happened.
    pub truncated: bool,
    pub(crate) waits: Vec<Wait>,
    pub(crate) lane_of: LaneOf,
    pub(crate) checkpoints: Checkpoints,
}

impl Timeline {
    /// The lane, if there is such.
    #[must_use]
    pub fn lane(&self, lane: LaneId) -> Option<&Lane> {
        self.lanes.get(lane.index())
    }

    /// What a sleeping or waiting span waits for.
    #[must_use]
    pub fn wait(&self, span: &Span) -> Option<&Wait> {
        self.waits.get(span.wait as usize)
    }

    /// When a span ends; the present, while it goes on.
    #[must_use]
    pub fn span_end(&self, span: &Span) -> Time {
        span.end.min(self.end).max(span.start)
    }

    /// When a block of [`Timeline::blocks`] begins and ends.
    #[must_use]
    pub fn block(&self, (lane, span): (LaneId, u32)) -> (Time, Time) {
        let span = self.lane(lane).and_then(|lane| lane.spans.get(span as usize));
        span.map_or((Time::ZERO, Time::ZERO), |span| (span.start, self.span_end(span)))
    }

    /// When a lane ends; the present, while it goes on.
    #[must_use]
    pub fn lane_end(&self, lane: &Lane) -> Time {
        lane.ended.unwrap_or(self.end)
    }

    /// The lane of a task.
    #[must_use]
    pub fn lane_of(&self, task: TaskId) -> Option<LaneId> {
        self.lane_of.get(&task).copied()
    }

    /// Whether the lane was created just before the event `seq`: what makes it ready is its creation.
    pub(crate) fn created_at_seq(&self, lane: LaneId, seq: u32) -> bool {
        self.lane(lane).is_some_and(|lane| lane.created_seq + 1 == seq)
    }

    /// How long the run took so far.
    #[must_use]
    pub fn duration(&self) -> Duration {
        self.end.since(self.start)
    }

    /// The lanes in the order to draw them: each under the one that created it, those outside any task
    /// first. asyncio's own tasks are left out unless `housekeeping` is set.
    #[must_use]
    pub fn order(&self, housekeeping: bool) -> Vec<LaneId> {
        let roots = |module: bool| {
            self.lanes
                .iter()
                .enumerate()
                .filter(move |(_, lane)| lane.parent.is_none() && lane.task.is_none() == module)
        };
        // Depth first without recursion: a chain of tasks can be as long as memory allows.
        let mut stack: Vec<LaneId> =
            roots(true).chain(roots(false)).map(|(index, _)| LaneId(index as u32)).collect();
        stack.reverse();
        let mut order = Vec::with_capacity(self.lanes.len());
        while let Some(id) = stack.pop() {
            let Some(lane) = self.lane(id) else { continue };
            if housekeeping || !lane.housekeeping {
                order.push(id);
            }
            stack.extend(lane.children.iter().rev());
        }
        order
    }
}
