//! A lane: a task, a thread or other code of the run, with its spans, its awaited coroutines and its end.

use loopscope_core::ids::{CoroutineId, FutureId, TaskId};
use loopscope_core::instrument::Location;
use loopscope_core::time::{Span as Duration, Time};

use super::{Canceller, LaneId, OPEN, Phase, Span, Timeline};

/// How a lane ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// It has not.
    Pending,
    /// Its task returned; a short picture of the value, if the engine gave one.
    Done {
        /// The picture.
        value: Option<String>,
    },
    /// Its task raised.
    Failed {
        /// The error in one line.
        message: String,
    },
    /// Its task was cancelled.
    Cancelled {
        /// By whom, if it was asked for: a task can also raise `CancelledError` by itself.
        by: Option<Canceller>,
    },
    /// What was recorded ends first; the run went on, or was stopped.
    Unfinished,
    /// The run ended first: nobody will resume it.
    CutOff,
}

/// A coroutine's frame inside a task, from its first step to its last.
#[derive(Clone, PartialEq, Debug)]
pub struct FrameSpan {
    /// The coroutine.
    pub coroutine: CoroutineId,
    /// The name of its function.
    pub name: String,
    /// When it was entered.
    pub start: Time,
    /// When it was left for good; [`OPEN`] while it is there.
    pub end: Time,
    /// The event that entered it.
    pub first_seq: u32,
    /// The event that left it; `u32::MAX` while it is there.
    pub last_seq: u32,
    /// Where the frame was entered.
    pub location: Location,
    /// Where its caller awaits it; unknown for a task's own coroutine.
    pub awaited_at: Location,
    /// Where its coroutine object was made: the call of its function. Unknown where nobody told.
    pub made_at: Location,
}

/// One task's life; or the code outside any task, if it does something that takes time.
#[derive(Clone, PartialEq, Debug)]
pub struct Lane {
    /// The task; None for code outside any task.
    pub task: Option<TaskId>,
    /// The task as a future.
    pub future: Option<FutureId>,
    /// `Task-2`, or what the program called it; outside any task `<module>`, or `<callbacks>` for what
    /// the loop calls.
    pub name: String,
    /// The name of the coroutine's function.
    pub coroutine: String,
    /// The lane of the task that created it.
    pub parent: Option<LaneId>,
    /// How many parents above it there are.
    pub depth: u32,
    /// The lanes it created, in order.
    pub children: Vec<LaneId>,
    /// One of asyncio's own tasks at the end of `asyncio.run`: hidden unless asked for.
    pub housekeeping: bool,
    /// Whether it is what a worker thread runs: what blocks it does not block the loop.
    pub worker: bool,
    /// When it was created.
    pub created_at: Time,
    /// The event that created it.
    pub created_seq: u32,
    /// Where in its parent's source it was created.
    pub created_location: Location,
    /// When it ended; None while it goes on.
    pub ended: Option<Time>,
    /// The event that ended it; `u32::MAX` while it goes on.
    pub ended_seq: u32,
    /// How it ended.
    pub outcome: Outcome,
    /// Its phases, one after the other.
    pub spans: Vec<Span>,
    /// The coroutine frames inside it, by depth: first the task's own, then what that awaits. The
    /// frames of one depth follow each other and do not overlap.
    pub frames: Vec<Vec<FrameSpan>>,
    /// The deepest level of [`Lane::frames`] at which a frame took time and is over.
    pub(crate) deepest: u32,
    /// For each block of [`BLOCK`] spans: what lies before it.
    pub(crate) blocks: Vec<Totals>,
    /// What lies in all complete spans so far.
    pub(crate) totals: Totals,
    /// Nanoseconds of waiting, other than sleeping, that a timer ended.
    pub(crate) timer_waits: u64,
}

/// The name of the lane of code outside any loop.
pub(crate) const MODULE: &str = "<module>";

/// The name of the lane of callbacks that the loop runs outside any task.
pub(crate) const CALLBACKS: &str = "<callbacks>";

/// How many spans one entry of [`Lane::blocks`] stands for.
pub(crate) const BLOCK: usize = 64;

/// Nanoseconds in each phase, by [`Phase::index`], over complete spans.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Totals(pub(crate) [u64; 5]);

impl Totals {
    pub(crate) fn add(&mut self, phase: Phase, start: Time, end: Time) {
        let slot = &mut self.0[phase.index()];
        *slot = slot.saturating_add(end.since(start).0);
    }
}

impl Lane {
    /// How long it was in a phase, as far as the spans of that phase are over.
    #[must_use]
    pub fn time_in(&self, phase: Phase) -> Duration {
        Duration(self.totals.0[phase.index()])
    }

    /// Nanoseconds in each phase, by [`Phase::index`], over the spans `from..to`: the cost is bounded
    /// by the size of two blocks.
    pub(crate) fn totals_between(&self, timeline: &Timeline, from: usize, to: usize) -> [u64; 5] {
        let mut totals = Totals::default();
        let mut add = |range: std::ops::Range<usize>| {
            for span in self.spans.get(range).unwrap_or(&[]) {
                totals.add(span.phase, span.start, timeline.span_end(span));
            }
        };
        let (first, last) = (from.div_ceil(BLOCK), to / BLOCK);
        match (self.blocks.get(first), self.blocks.get(last)) {
            (Some(before), Some(after)) if first < last => {
                add(from..first * BLOCK);
                add(last * BLOCK..to);
                for (total, (after, before)) in totals.0.iter_mut().zip(after.0.iter().zip(before.0)) {
                    *total = total.saturating_add(after.saturating_sub(before));
                }
            }
            _ => add(from..to),
        }
        totals.0
    }

    /// How many levels of coroutines inside the task's own took time so far.
    #[must_use]
    pub fn nested_levels(&self, timeline: &Timeline) -> u32 {
        let open = self.frames.iter().rposition(|level| {
            level.last().is_some_and(|frame| frame.end == OPEN && frame.start < timeline.end)
        });
        self.deepest.max(open.unwrap_or(0) as u32)
    }

    /// Whether it is worth a row: a task, or code outside any task that takes time.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        self.task.is_some() || self.spans.iter().any(|span| span.end > span.start)
    }

    /// The innermost coroutine of the program that it was in when an event happened, if not the task's own.
    #[must_use]
    pub fn nested_at(&self, seq: u32) -> Option<&FrameSpan> {
        let there = self.frames.iter().map_while(|level| {
            let entered = level.partition_point(|frame| frame.first_seq <= seq);
            level.get(entered.checked_sub(1)?).filter(|frame| frame.last_seq > seq)
        });
        // The engine's own have no place in the program.
        there.skip(1).filter(|frame| frame.location.line > 0).last()
    }

    /// Whether it is that of the module's own code, outside any loop.
    #[must_use]
    pub fn is_module(&self) -> bool {
        self.task.is_none() && self.name == MODULE
    }

    /// The name to show first: the function's says most; a task that was given a name goes by that.
    #[must_use]
    pub fn called(&self) -> &str {
        let number = self.name.strip_prefix("Task-");
        let numbered = number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        if numbered && !self.coroutine.is_empty() { &self.coroutine } else { &self.name }
    }

    /// The other of the two names, if it is another one.
    #[must_use]
    pub fn also_called(&self) -> &str {
        match (self.called() == self.name, self.name == self.coroutine) {
            (_, true) => "",
            (true, _) => &self.coroutine,
            (false, _) => &self.name,
        }
    }

    /// What a person calls it: `Task-2 (go)`.
    #[must_use]
    pub fn title(&self) -> String {
        if self.coroutine.is_empty() || self.coroutine == self.name {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, self.coroutine)
        }
    }
}
