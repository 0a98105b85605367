//! The state at one point of a run: what each task does, its stack, the ready queue, the timers.
//!
//! A point is a sequence number: that many events have happened. Found from the nearest copy of the
//! queues, so that a playhead can be dragged through a million events.

use loopscope_core::ids::TimerId;
use loopscope_core::instrument::Location;
use loopscope_core::time::Time;

use crate::log::{EventKind, Log};
use crate::timeline::{Lane, LaneId, MODULE, OutputLine, Phase, Span, Timeline, Wait};

/// A point of a run, and what the loop holds there.
#[derive(Clone, PartialEq, Debug)]
pub struct Moment {
    /// How many events have happened.
    pub seq: usize,
    /// The loop's time there.
    pub at: Time,
    /// The lane whose step runs.
    pub running: Option<LaneId>,
    /// The tasks in the ready queue, the next one first.
    pub ready: Vec<LaneId>,
    /// The timers that are set, earliest first.
    pub timers: Vec<TimerView>,
    /// The tasks that exist and are not done, in the order of creation.
    pub live: Vec<LaneId>,
    /// How many lines of [`Timeline::outputs`] have been begun.
    pub output_lines: usize,
    /// How many iterations of the loop have begun.
    pub iteration: u32,
}

/// A timer that is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimerView {
    /// When it is due.
    pub deadline: Time,
    /// Which one it is.
    pub timer: TimerId,
    /// The lane that set it.
    pub by: Option<LaneId>,
}

/// What one lane does at a point.
#[derive(Clone, PartialEq, Debug)]
pub struct LaneState<'t> {
    /// Its phase; None before its first, between two and after its end.
    pub phase: Option<Phase>,
    /// The index of its span in [`Lane::spans`].
    pub span: Option<usize>,
    /// Since when it has been in that phase.
    pub since: Time,
    /// What it waits for.
    pub wait: Option<&'t Wait>,
    /// The place in the source that it stands at.
    pub location: Location,
    /// Its coroutines: its own first, what that awaits next, and so on.
    pub stack: Vec<FrameState<'t>>,
}

/// One coroutine in a stack, or the module below them all.
#[derive(Clone, PartialEq, Debug)]
pub struct FrameState<'t> {
    /// The name of its function.
    pub name: &'t str,
    /// Where it stands: at an await, or where it runs. Line 0 if that is not known.
    pub location: Location,
    /// Its local variables (of the module: its globals that are data) with short pictures of their values, as they were
    /// when it was suspended last. While it runs, or others change what it holds, that is the past. Empty if the run was
    /// recorded without them.
    pub locals: Vec<(&'t str, &'t str)>,
}

impl Timeline {
    /// The last point of a moment: everything that happens at `at` has happened.
    #[must_use]
    pub fn at(&self, log: &Log, at: Time) -> Moment {
        let mut moment = self.at_seq(log, log.seq_after(at));
        moment.at = at.min(self.end).max(moment.at);
        moment
    }

    /// The point after the first `seq` events.
    #[must_use]
    pub fn at_seq(&self, log: &Log, seq: usize) -> Moment {
        let seq = seq.min(log.len());
        let queues = self.checkpoints.after(seq, log, &self.lane_of);
        let mut timers: Vec<TimerView> = queues
            .timers
            .iter()
            .map(|(timer, pending)| TimerView { deadline: pending.deadline, timer: *timer, by: pending.by })
            .collect();
        timers.sort_unstable_by_key(|timer| (timer.deadline, timer.timer));
        let mut live: Vec<LaneId> = queues.live.into_iter().collect();
        live.sort_unstable();
        Moment {
            seq,
            at: seq.checked_sub(1).and_then(|last| log.event(last)).map_or(self.start, |last| last.at),
            running: queues.running,
            ready: queues.ready.into(),
            timers,
            live,
            output_lines: self.outputs.partition_point(|line| (line.seq as usize) < seq),
            iteration: queues.iterations,
        }
    }

    /// What a lane does at a point.
    #[must_use]
    pub fn lane_at<'t>(&'t self, log: &'t Log, lane: LaneId, moment: &Moment) -> Option<LaneState<'t>> {
        let lane = self.lane(lane)?;
        // Between two spans, as after the end, the lane is in no phase.
        let index =
            span_index(lane, moment).filter(|index| lane.spans[*index].last_seq as usize >= moment.seq);
        let span = index.map(|index| &lane.spans[index]);
        let location = match span {
            Some(span) if matches!(span.phase, Phase::Running | Phase::Blocked) => {
                running_at(log, lane, span, moment)
            }
            Some(span) => span.location,
            None => Location::default(),
        };
        let frames: Vec<_> = lane
            .frames
            .iter()
            .map_while(|level| {
                let index = level.partition_point(|frame| (frame.first_seq as usize) < moment.seq);
                level.get(index.checked_sub(1)?).filter(|frame| frame.last_seq as usize >= moment.seq)
            })
            .collect();
        let stack = frames
            .iter()
            .enumerate()
            .map(|(depth, frame)| FrameState {
                name: &frame.name,
                location: frames.get(depth + 1).map_or(location, |above| above.awaited_at),
                locals: log.locals(Some(frame.coroutine), moment.seq).collect(),
            })
            .collect();
        Some(LaneState {
            phase: span.map(|span| span.phase),
            span: index,
            since: span.map_or(lane.created_at, |span| span.start),
            wait: span.and_then(|span| self.wait(span)),
            location,
            stack,
        })
    }

    /// The module's own frame at a point, if its globals are known.
    #[must_use]
    pub fn module_at<'t>(&self, log: &'t Log, moment: &Moment) -> Option<FrameState<'t>> {
        let locals: Vec<_> = log.locals(None, moment.seq).collect();
        (!locals.is_empty()).then(|| FrameState { name: MODULE, location: Location::default(), locals })
    }

    /// The lines written up to a point, each with the part of it that was there.
    pub fn output_at<'t>(&'t self, moment: &Moment) -> impl Iterator<Item = (&'t OutputLine, &'t str)> {
        let last = u32::try_from(moment.seq).unwrap_or(u32::MAX).saturating_sub(1);
        self.outputs.iter().take(moment.output_lines).map(move |line| (line, line.text_at(last)))
    }
}

fn span_index(lane: &Lane, moment: &Moment) -> Option<usize> {
    let begun = lane.spans.partition_point(|span| (span.first_seq as usize) < moment.seq);
    let index = begun.checked_sub(1)?;
    // Being due is no event: a sleeper becomes ready by the clock alone.
    let next = lane.spans.get(index + 1);
    let due = next.is_some_and(|next| {
        next.phase == Phase::Ready && lane.spans[index].phase == Phase::Sleeping && next.start < moment.at
    });
    Some(if due { index + 1 } else { index })
}

/// Where a running lane is: the last place it told of in this step.
fn running_at(log: &Log, lane: &Lane, span: &Span, moment: &Moment) -> Location {
    let from = span.first_seq as usize;
    let told = log.events(from).take(moment.seq.saturating_sub(from)).filter_map(|event| match event.kind {
        EventKind::Location { task, location }
        | EventKind::FrameEnter { task, location, .. }
        | EventKind::CoroutineCreated { task, location, .. } => {
            (task.get() == lane.task && location.line > 0).then_some(location)
        }
        _ => None,
    });
    told.last().unwrap_or(span.location)
}
