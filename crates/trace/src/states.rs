//! What each task does at a point, in words, and on which lines they stand: what an inspector shows.

use crate::format;
use crate::log::{EventKind, Log};
use crate::moment::{LaneState, Moment};
use crate::timeline::{Canceller, Lane, LaneId, Outcome, Phase, Timeline, WaitOn};
use crate::words::target;

/// The longest text of the program that is quoted, in characters.
const QUOTED: usize = 80;

/// More tasks than these are not looked at for their lines.
const MOST: usize = 500;

/// The lines on which tasks stand at a point.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lines {
    /// The line of what runs; 0 if nothing does, or it is not known.
    pub running: u32,
    /// The lines of the other tasks, in order, each once.
    pub others: Vec<u32>,
}

impl Timeline {
    /// The tasks and threads that exist at a point or have ended before it, in the order to draw them in; also the
    /// code outside any task while it does something that takes time.
    #[must_use]
    pub fn known_at(&self, moment: &Moment) -> Vec<LaneId> {
        let mut lanes = self.order(false);
        lanes.retain(|lane| {
            self.lane(*lane).is_some_and(|lane| match lane.task {
                Some(_) => (lane.created_seq as usize) < moment.seq,
                None => is_busy(lane, moment),
            })
        });
        lanes
    }

    /// Where the tasks stand at a point.
    #[must_use]
    pub fn lines_at(&self, log: &Log, moment: &Moment) -> Lines {
        let mut lines = Lines::default();
        for id in moment.live.iter().take(MOST).copied().chain(moment.running) {
            if self.lane(id).is_none_or(|lane| lane.housekeeping) {
                continue;
            }
            let Some(state) = self.lane_at(log, id, moment) else { continue };
            let line = state.location.line;
            if moment.running == Some(id) || (state.phase == Some(Phase::Blocked) && moment.running.is_none())
            {
                lines.running = line;
            } else if line > 0 {
                lines.others.push(line);
            }
        }
        if lines.running == 0 && moment.running.is_none() {
            lines.running = outside_at(log, moment);
        }
        lines.others.sort_unstable();
        lines.others.dedup();
        lines.others.retain(|line| *line != lines.running);
        lines
    }
}

/// Whether a lane of code outside any task runs or blocks at a point.
fn is_busy(lane: &Lane, moment: &Moment) -> bool {
    let begun = lane.spans.partition_point(|span| (span.first_seq as usize) < moment.seq);
    let last = begun.checked_sub(1).map(|last| &lane.spans[last]);
    last.is_some_and(|span| span.last_seq as usize >= moment.seq)
}

/// The line of the code outside any task, if that is what has just told something.
fn outside_at(log: &Log, moment: &Moment) -> u32 {
    const BEFORE: usize = 2;
    let first = moment.seq.saturating_sub(BEFORE);
    let told = log.events(first).take(moment.seq - first).map(|event| match event.kind {
        EventKind::Location { task, location } if task.get().is_none() => location.line,
        EventKind::Output { task, .. } | EventKind::BlockBegin { task, .. } if task.get().is_none() => KEEP,
        _ => 0,
    });
    told.fold(0, |line, told| if told == KEEP { line } else { told })
}

/// Stands for the line told before.
const KEEP: u32 = u32::MAX;

/// Whether a lane has ended at a point.
#[must_use]
pub fn has_ended(timeline: &Timeline, lane: &Lane, moment: &Moment) -> bool {
    // With the run, after its last event.
    let at_last = lane.ended_seq as usize == timeline.events
        && moment.seq == timeline.events
        && lane.outcome != Outcome::Unfinished;
    lane.ended.is_some() && (at_last || (lane.ended_seq as usize) < moment.seq)
}

/// What a lane does at a point: `sleeping until 2.0 s`; of one that has ended, how.
#[must_use]
pub fn words(timeline: &Timeline, id: LaneId, state: &LaneState<'_>, moment: &Moment) -> String {
    let Some(lane) = timeline.lane(id) else { return String::new() };
    if has_ended(timeline, lane, moment) {
        return ending(timeline, &lane.outcome);
    }
    match (state.phase, state.wait.map(|wait| &wait.on)) {
        (Some(Phase::Running), _) => "running".to_owned(),
        (Some(Phase::Blocked), _) if lane.worker => "blocks its own thread".to_owned(),
        (Some(Phase::Blocked), _) => "blocks the whole loop".to_owned(),
        (Some(Phase::Ready), _) if lane.worker => "waits for a thread".to_owned(),
        (Some(Phase::Ready), _) => {
            let place = moment.ready.iter().position(|ready| *ready == id);
            let begun = if state.stack.is_empty() { "ready to start" } else { "ready to go on" };
            match place {
                Some(place) => [begun, ", number ", &(place + 1).to_string(), " in the queue"].concat(),
                None => ["due, and ", begun].concat(),
            }
        }
        (Some(_), Some(WaitOn::Sleep { until })) => ["sleeping until ", &*format::moment(*until)].concat(),
        (Some(_), Some(on)) => ["waiting for ", &*target(timeline, on)].concat(),
        (Some(phase), None) => phase.name().to_owned(),
        (None, _) if state.stack.is_empty() => "just created".to_owned(),
        (None, _) => "its step is over".to_owned(),
    }
}

/// What a lane is called in a sentence.
#[must_use]
pub fn title(timeline: &Timeline, lane: LaneId) -> String {
    match timeline.lane(lane) {
        Some(lane) if lane.task.is_none() => "the program".to_owned(),
        Some(lane) => format::line(&lane.title(), QUOTED),
        None => "a task".to_owned(),
    }
}

fn ending(timeline: &Timeline, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Done { value: Some(value) } => ["returned ", &*format::line(value, QUOTED)].concat(),
        Outcome::Done { value: None } => "returned".to_owned(),
        Outcome::Failed { message } => ["failed with ", &*format::line(message, QUOTED)].concat(),
        Outcome::Cancelled { by } => {
            let by = match by {
                Some(Canceller::Lane(lane)) => [" by ", &*title(timeline, *lane)].concat(),
                Some(Canceller::Timer) => " by a timeout".to_owned(),
                Some(Canceller::Outside) => " by asyncio.run, because main was over".to_owned(),
                Some(Canceller::Callback) | None => String::new(),
            };
            ["cancelled", &*by].concat()
        }
        Outcome::CutOff => "cut off: the program ended first".to_owned(),
        Outcome::Unfinished | Outcome::Pending => "goes on".to_owned(),
    }
}
