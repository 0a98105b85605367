//! What the loop holds at a point of the log: the ready queue, the timers, the tasks alive.
//!
//! Kept by the builder event by event, with a copy from time to time, so that the state at any point
//! costs only the events since the copy before it.

use std::collections::VecDeque;

use loopscope_core::ids::{TaskId, TimerId};
use loopscope_core::time::Time;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::log::{Event, EventKind, Log};
use crate::timeline::LaneId;

/// The least distance between copies, in events.
const DISTANCE: usize = 2048;

/// A timer that is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Pending {
    pub(crate) deadline: Time,
    pub(crate) by: Option<LaneId>,
}

/// Which task has which lane.
pub(crate) type LaneOf = FxHashMap<TaskId, LaneId>;

/// What the loop holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Queues {
    /// How many events were applied.
    pub(crate) applied: usize,
    pub(crate) ready: VecDeque<LaneId>,
    pub(crate) timers: FxHashMap<TimerId, Pending>,
    pub(crate) live: FxHashSet<LaneId>,
    pub(crate) running: Option<LaneId>,
    /// Lanes that are no tasks of the loop's.
    workers: FxHashSet<LaneId>,
    /// How many iterations have begun.
    pub(crate) iterations: u32,
}

impl Queues {
    pub(crate) fn apply(&mut self, event: &Event, lanes: &LaneOf) {
        self.applied += 1;
        let lane = |task: TaskId| lanes.get(&task).copied();
        match event.kind {
            EventKind::TaskCreated { task, .. } => self.live.extend(lane(task)),
            EventKind::WorkerCreated { task, .. } => {
                self.live.extend(lane(task));
                self.workers.extend(lane(task));
            }
            EventKind::StepBegin { task } | EventKind::StepEnd { task }
                if lane(task).is_some_and(|lane| self.workers.contains(&lane)) => {}
            EventKind::TaskReady { task, .. } => self.ready.extend(lane(task)),
            EventKind::StepBegin { task } => {
                self.running = lane(task);
                self.leave_ready(lane(task));
            }
            EventKind::StepEnd { .. } | EventKind::StepSleeps { .. } | EventKind::StepWaits { .. } => {
                self.running = None;
            }
            EventKind::TaskReturned { task, .. }
            | EventKind::TaskRaised { task, .. }
            | EventKind::TaskCancelled { task } => {
                if let Some(lane) = lane(task) {
                    self.live.remove(&lane);
                }
            }
            EventKind::TimerSet { timer, deadline, by } => {
                self.timers.insert(timer, Pending { deadline, by: by.get().and_then(lane) });
            }
            EventKind::TimerFired { timer } | EventKind::TimerCancelled { timer } => {
                self.timers.remove(&timer);
            }
            EventKind::Iteration { .. } => self.iterations += 1,
            _ => {}
        }
    }

    fn leave_ready(&mut self, lane: Option<LaneId>) {
        // It is the first, unless plain callbacks are mixed with what the log does not know of.
        if self.ready.front().copied() == lane {
            self.ready.pop_front();
        } else if let Some(place) = self.ready.iter().position(|ready| Some(*ready) == lane) {
            self.ready.remove(place);
        }
    }

    fn size(&self) -> usize {
        self.ready.len() + self.timers.len() + self.live.len()
    }
}

/// Copies of the queues along the log.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Checkpoints(Vec<Queues>);

impl Checkpoints {
    /// Copies the queues if the last copy is far enough behind. A copy as large as the distance to the
    /// one before keeps the cost for each event constant.
    pub(crate) fn offer(&mut self, queues: &Queues) {
        let last = self.0.last().map_or(0, |last| last.applied);
        if queues.applied - last >= DISTANCE.max(queues.size()) {
            self.0.push(queues.clone());
        }
    }

    /// The queues after the first `count` events of the log.
    pub(crate) fn after(&self, count: usize, log: &Log, lanes: &LaneOf) -> Queues {
        let behind = self.0.partition_point(|copy| copy.applied <= count);
        let mut queues = behind.checked_sub(1).map_or_else(Queues::default, |last| self.0[last].clone());
        for event in log.events(queues.applied).take(count.saturating_sub(queues.applied)) {
            queues.apply(&event, lanes);
        }
        queues
    }
}
