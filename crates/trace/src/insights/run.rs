//! What all rules look at: the run, and what one look at its events tells beside the timeline.

use loopscope_core::ids::TimerId;
use loopscope_core::instrument::{Cause, Location};
use loopscope_core::time::Time;
use rustc_hash::FxHashMap;

use super::{Insight, Rule, Severity, Source};
use crate::format;
use crate::log::{EventKind, Log};
use crate::timeline::{ArrowKind, Lane, LaneId, Phase, Span, Timeline, Wait};

/// A cancellation that was asked for.
pub(super) struct Cancel {
    pub(super) lane: LaneId,
    pub(super) cause: Cause,
    pub(super) seq: u32,
    pub(super) at: Time,
    /// When it should have been asked for, if a timer did and came late.
    pub(super) due: Option<Time>,
}

/// See the module.
pub(super) struct Run<'r> {
    pub(super) timeline: &'r Timeline,
    pub(super) log: &'r Log,
    pub(super) source: &'r dyn Source,
    pub(super) cancels: Vec<Cancel>,
}

impl<'r> Run<'r> {
    pub(super) fn new(timeline: &'r Timeline, log: &'r Log, source: &'r dyn Source) -> Run<'r> {
        let mut cancels = Vec::new();
        let mut deadlines: FxHashMap<TimerId, Time> = FxHashMap::default();
        let mut late: FxHashMap<TimerId, Time> = FxHashMap::default();
        for (seq, event) in (0_u32..).zip(log.events(0)) {
            match event.kind {
                EventKind::TimerSet { timer, deadline, .. } => {
                    deadlines.insert(timer, deadline);
                }
                EventKind::TimerCancelled { timer } => {
                    deadlines.remove(&timer);
                }
                EventKind::TimerFired { timer } => {
                    if let Some(deadline) = deadlines.remove(&timer).filter(|due| *due < event.at) {
                        late.insert(timer, deadline);
                    }
                }
                EventKind::CancelRequested { task, cause } => {
                    let due = match cause {
                        Cause::Timer(timer) => late.get(&timer).copied(),
                        _ => None,
                    };
                    if let Some(lane) = timeline.lane_of(task) {
                        cancels.push(Cancel { lane, cause, seq, at: event.at, due });
                    }
                }
                _ => {}
            }
        }
        Run { timeline, log, source, cancels }
    }

    /// The lanes of tasks on the loop that are the program's own.
    pub(super) fn tasks(&self) -> impl Iterator<Item = (LaneId, &'r Lane)> + use<'r> {
        let lanes = (0_u32..).map(LaneId).zip(&self.timeline.lanes);
        lanes.filter(|(_, lane)| lane.task.is_some() && !lane.housekeeping && !lane.worker)
    }

    pub(super) fn lane(&self, lane: LaneId) -> Option<&'r Lane> {
        self.timeline.lane(lane)
    }

    pub(super) fn wait(&self, span: &Span) -> Option<&'r Wait> {
        self.timeline.wait(span)
    }

    /// What a person calls a lane.
    pub(super) fn title(&self, lane: LaneId) -> String {
        self.lane(lane).map_or_else(|| "a task".to_owned(), title)
    }

    pub(super) fn titles(&self, lanes: &[LaneId]) -> String {
        let titles: Vec<String> = lanes.iter().take(3).map(|lane| self.title(*lane)).collect();
        match (titles.as_slice(), lanes.len().saturating_sub(titles.len())) {
            ([], _) => "nothing".to_owned(),
            ([one], _) => one.clone(),
            ([first @ .., last], 0) => format!("{} and {last}", first.join(", ")),
            (some, more) => format!("{} and {more} more", some.join(", ")),
        }
    }

    /// The function that a lane runs is meant to go on for ever.
    pub(super) fn endless(&self, lane: &Lane) -> bool {
        let line = own_line(lane);
        line > 0 && self.source.endless(line)
    }

    /// Whether somebody began to wait for a lane after event `seq`.
    pub(super) fn awaited_after(&self, lane: LaneId, seq: u32) -> bool {
        let arrows = &self.timeline.arrows;
        arrows.iter().any(|arrow| arrow.kind == ArrowKind::WaitsOn && arrow.to == lane && arrow.seq > seq)
    }

    /// The last place that a lane told of in its last step.
    pub(super) fn last_place(&self, lane: &Lane) -> Location {
        let Some(span) = lane.spans.last() else { return Location::default() };
        let (from, to) = (span.first_seq as usize, lane.ended_seq as usize);
        let told = self.log.events(from).take(to.saturating_sub(from)).filter_map(|event| match event.kind {
            EventKind::Location { task, location } | EventKind::CoroutineCreated { task, location, .. } => {
                (task.get() == lane.task && location.line > 0).then_some(location)
            }
            _ => None,
        });
        told.last().unwrap_or(span.location)
    }

    /// An insight about the point before event `seq`.
    #[expect(clippy::too_many_arguments, reason = "the parts of an insight, in one line at each rule")]
    pub(super) fn insight(
        &self,
        rule: Rule,
        severity: Severity,
        seq: u32,
        at: Time,
        location: Location,
        lanes: Vec<LaneId>,
        sentence: String,
    ) -> Insight {
        let seq = (seq as usize).min(self.log.len());
        Insight { rule, severity, seq, at, location, sentence, lanes, repair: None }
    }
}

/// What a person calls a lane.
pub(super) fn title(lane: &Lane) -> String {
    match (lane.task, lane.is_module()) {
        (Some(_), _) => format::line(&lane.title(), 60),
        (None, true) => "the program".to_owned(),
        (None, false) => "a callback".to_owned(),
    }
}

/// The line on which a lane's own coroutine function is defined; 0 if that is not known.
pub(super) fn own_line(lane: &Lane) -> u32 {
    lane.frames.first().and_then(|level| level.first()).map_or(0, |frame| frame.location.line)
}

/// ` on line 4`, or nothing.
pub(super) fn on_line(location: Location) -> String {
    if location.line == 0 { String::new() } else { format!(" on line {}", location.line) }
}

/// `sleeping on line 4`, of a span in the middle of which something happens.
pub(super) fn doing(span: &Span) -> String {
    let what = match span.phase {
        Phase::Sleeping => "asleep",
        Phase::Waiting => "waiting",
        Phase::Ready => "ready to go on",
        Phase::Running | Phase::Blocked => "running",
    };
    format!("{what}{}", on_line(span.location))
}
