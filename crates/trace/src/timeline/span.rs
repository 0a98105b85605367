//! What a lane does when: its spans, what it waits for in them, and what ended the wait.

use loopscope_core::ids::{FutureId, TimerId};
use loopscope_core::instrument::Location;
use loopscope_core::time::Time;

use super::{LaneId, OPEN};

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
    /// The index of its wait in [`super::Timeline::waits`]; see [`super::Timeline::wait`].
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
