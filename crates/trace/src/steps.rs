//! Walking through a run: the next and the previous point by event, by step of a task, by iteration of the
//! loop, and the points at which a line of the source was reached.
//!
//! A point is a sequence number, as in [`Moment`](crate::Moment): that many events have happened.

use rustc_hash::FxHashMap;

use crate::log::{EventKind, Log, MaybeTask};
use crate::timeline::Timeline;

/// How many events are read at once on the way back.
const CHUNK: usize = 256;

/// How far a walk goes at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stride {
    /// To the next event.
    Event,
    /// To the next step of a task: just after it has begun.
    Step,
    /// To the next iteration of the loop: just after it has begun.
    Iteration,
}

impl Timeline {
    /// The first point after `from` that the stride stops at.
    #[must_use]
    pub fn next_point(&self, log: &Log, from: usize, stride: Stride) -> Option<usize> {
        match stride {
            Stride::Event => (from < log.len()).then_some(from + 1),
            Stride::Step => {
                let begins = log.events(from).position(|event| self.begins_step(event.kind));
                begins.map(|ahead| from + ahead + 1)
            }
            Stride::Iteration => {
                let begun = self.iterations.partition_point(|seq| (*seq as usize) < from);
                self.iterations.get(begun).map(|seq| *seq as usize + 1)
            }
        }
    }

    /// The last point before `from` that the stride stops at.
    #[must_use]
    pub fn previous_point(&self, log: &Log, from: usize, stride: Stride) -> Option<usize> {
        match stride {
            Stride::Event => from.checked_sub(1),
            Stride::Step => {
                let mut end = from.saturating_sub(1);
                while end > 0 {
                    let start = (end - 1) / CHUNK * CHUNK;
                    let kinds = log.events(start).take(end - start).map(|event| event.kind);
                    let found = kinds.enumerate().filter(|(_, kind)| self.begins_step(*kind)).last();
                    if let Some((ahead, _)) = found {
                        return Some(start + ahead + 1);
                    }
                    end = start;
                }
                None
            }
            Stride::Iteration => {
                let begun = self.iterations.partition_point(|seq| (*seq as usize) + 1 < from);
                begun.checked_sub(1).map(|last| self.iterations[last] as usize + 1)
            }
        }
    }

    /// Whether a step of a task begins that a person knows of: asyncio's own are passed over.
    fn begins_step(&self, kind: EventKind) -> bool {
        let EventKind::StepBegin { task } = kind else { return false };
        self.lane_of(task).and_then(|lane| self.lane(lane)).is_some_and(|lane| !lane.housekeeping)
    }

    /// The points at which a line of the source was reached, in order: each time some task, or the code
    /// outside any, came to it from another line or in another step. Known are the lines on which a
    /// coroutine begins or is made, is awaited or goes on, and those that block or write.
    #[must_use]
    pub fn visits(&self, log: &Log, line: u32) -> Vec<usize> {
        let mut visits = Vec::new();
        // Where each is, in its present step.
        let mut places: FxHashMap<MaybeTask, u32> = FxHashMap::default();
        for (seq, event) in log.events(0).enumerate() {
            let (task, location) = match event.kind {
                EventKind::StepBegin { task } => {
                    places.remove(&MaybeTask::from(Some(task)));
                    continue;
                }
                EventKind::Location { task, location }
                | EventKind::FrameEnter { task, location, .. }
                | EventKind::CoroutineCreated { task, location, .. } => (task, location),
                _ => continue,
            };
            if location.line > 0
                && places.insert(task, location.line) != Some(location.line)
                && location.line == line
            {
                visits.push(seq + 1);
            }
        }
        visits
    }
}
