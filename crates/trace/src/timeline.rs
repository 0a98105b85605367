//! The timeline: lanes, their spans, what was written, who waited on whom and who woke whom.
//!
//! Plain data, filled by `builder` and read by everything after it. A timeline may be read while the
//! run goes on: what has no end yet ends at [`Time::MAX`], and [`Timeline::end`] is the present.

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Location, Stream};
use loopscope_core::time::{Span as Duration, Time};

use crate::queues::{Checkpoints, LaneOf};

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

/// What a lane does during a span.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Phase {
    /// A step runs. On the virtual clock it takes no time: the span is empty, but there.
    Running,
    /// In the ready queue, or due, but something else runs.
    Ready,
    /// Waits for its own timer: `asyncio.sleep`.
    Sleeping,
    /// Waits for a task, a future, a lock.
    Waiting,
    /// Runs synchronous code that blocks the thread, and so the whole loop: `time.sleep`.
    Blocked,
}

impl Phase {
    /// All phases, in the order of their indices.
    pub const ALL: [Phase; 5] =
        [Phase::Running, Phase::Ready, Phase::Sleeping, Phase::Waiting, Phase::Blocked];

    /// A name for a person: `"running"`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Phase::Running => "running",
            Phase::Ready => "ready",
            Phase::Sleeping => "sleeping",
            Phase::Waiting => "waiting",
            Phase::Blocked => "blocked",
        }
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

/// A stretch of one lane's life in one phase. The spans of a lane follow each other and do not overlap.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Span {
    /// When it begins.
    pub start: Time,
    /// When it ends; [`OPEN`] while it goes on.
    pub end: Time,
    /// The event that began it. Orders spans that begin in the same moment.
    pub first_seq: u32,
    /// The event that ended it; `u32::MAX` while it goes on.
    pub last_seq: u32,
    /// The index of its wait in [`Timeline::waits`]; see [`Timeline::wait`].
    pub(crate) wait: u32,
    /// Where in the source the lane stands: where a step resumed, or the await or call it is in.
    pub location: Location,
    /// What the lane does.
    pub phase: Phase,
}

/// [`Span::wait`] of a span that waits for nothing.
pub(crate) const NO_WAIT: u32 = u32::MAX;

impl Span {
    /// Whether it is still going on.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.end == OPEN
    }
}

/// What a sleeping or waiting lane waits for, and what ended the wait.
#[derive(Clone, PartialEq, Debug)]
pub struct Wait {
    /// The future.
    pub future: FutureId,
    /// What it stands for.
    pub on: WaitOn,
    /// What ended the wait; None while it goes on, and where the run ended first.
    pub woken_by: Option<Waker>,
}

/// What a lane waits for.
#[derive(Clone, PartialEq, Debug)]
pub enum WaitOn {
    /// Its own timer.
    Sleep {
        /// The moment it is due.
        until: Time,
    },
    /// The task of another lane.
    Lane(LaneId),
    /// All children of a `gather`.
    Gather {
        /// The children that are tasks, in their order.
        lanes: Vec<LaneId>,
        /// How many children are futures of another kind.
        others: usize,
    },
    /// An operation on several futures, such as `wait`, `as_completed` or `shield`.
    Group {
        /// Its name.
        operation: &'static str,
        /// The futures that are tasks, in their order.
        lanes: Vec<LaneId>,
        /// How many are futures of another kind.
        others: usize,
    },
    /// A future that tells no more.
    Future,
    /// Another future, with a deadline.
    Timeout {
        /// The deadline.
        until: Time,
    },
    /// Something with a name: `"event"`, `"queue item"`.
    Named(&'static str),
    /// Something with a name that another lane had taken when the wait began: `"lock"`.
    Held(&'static str, LaneId),
}

/// What made a lane ready again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Waker {
    /// A timer came due.
    Timer(Option<TimerId>),
    /// Another lane: its task ended, or it resolved the future, released the lock.
    Lane(LaneId),
    /// Cancelled by someone.
    Cancel(Canceller),
    /// A callback of the loop.
    Callback,
    /// The lane itself, by yielding: `sleep(0)`, or an await of what was done already.
    Itself,
    /// Code outside any task.
    Outside,
}

/// Who asked for a cancellation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Canceller {
    /// A task.
    Lane(LaneId),
    /// A timer: a timeout.
    Timer,
    /// A callback of the loop, such as `gather`'s.
    Callback,
    /// Code outside any task. At the end of `asyncio.run` that is the runner, which cancels what is left.
    Outside,
}

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

    /// The other of the two names.
    #[must_use]
    pub fn also_called(&self) -> &str {
        if self.called() == self.name { &self.coroutine } else { &self.name }
    }

    /// What a person calls it: `Task-2 (go)`.
    #[must_use]
    pub fn title(&self) -> String {
        if self.coroutine.is_empty() {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, self.coroutine)
        }
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
