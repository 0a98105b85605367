//! From events to lanes, as they come: each event is looked at once.
//!
//! The rules of phases, for a task:
//! - it becomes *ready* when it enters the ready queue, or when it sleeps and its deadline has come
//!   while the loop could not look (a late lane was due, not asleep);
//! - it is *running* from the begin of a step to its end, except while it is *blocked*;
//! - after a step it sleeps or waits, as the step's end tells, until it is ready again.

use loopscope_core::ids::{CoroutineId, FutureId, TaskId};
use loopscope_core::instrument::{Cause, Location, Purpose};
use loopscope_core::time::Time;
use rustc_hash::FxHashMap;

use crate::lanes::Point;
use crate::log::{Event, EventKind, Log, MaybeTask, Symbol};
use crate::outputs::{OpenLines, Origin};
use crate::queues::Queues;
use crate::timeline::{
    Arrow, ArrowKind, CALLBACKS, Canceller, FrameSpan, Lane, LaneId, MODULE, NO_WAIT, NeverAwaited, OPEN,
    Outcome, Phase, Timeline, TraceState, Wait, WaitOn, Waker,
};

/// Builds a [`Timeline`] from a growing [`Log`].
#[derive(Debug, Default)]
pub struct Builder {
    timeline: Timeline,
    /// How many events have been looked at.
    seen: usize,
    /// What is known of each lane beyond what the timeline shows, by lane.
    tracks: Vec<Track>,
    queues: Queues,
    open_lines: OpenLines,
    lane_of_future: FxHashMap<FutureId, LaneId>,
    /// Coroutine objects that have not run yet, and where they were made.
    made: FxHashMap<CoroutineId, Location>,
    /// Where the code outside any task is.
    outside: Location,
    loop_runs: bool,
    module: Option<LaneId>,
    callbacks: Option<LaneId>,
    /// Whether somebody blocks the loop at this moment.
    blocked: bool,
}

/// The moving parts of a lane.
#[derive(Debug, Default)]
struct Track {
    /// The place last told of.
    location: Location,
    /// The coroutines inside it, outermost first.
    frames: Vec<CoroutineId>,
    /// Who last asked for its cancellation.
    canceller: Option<Canceller>,
    /// Whether that was since its last step began.
    cancelling: bool,
    /// Whether the present running span has been given a place.
    placed: bool,
}

impl Builder {
    /// A builder for the log of one run.
    #[must_use]
    pub fn new() -> Builder {
        Builder::default()
    }

    /// The timeline of a whole log.
    #[must_use]
    pub fn build(log: &Log, state: TraceState) -> Timeline {
        let mut builder = Builder::new();
        builder.finish(log, state);
        builder.timeline
    }

    /// The timeline so far.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Looks at the events that are new since the last call. Costs only those.
    pub fn feed(&mut self, log: &Log) -> &Timeline {
        for event in log.events(self.seen) {
            let seq = self.seen as u32;
            self.seen += 1;
            self.timeline.end = self.timeline.end.max(event.at);
            self.event(log, &event, Point { at: event.at, seq });
            self.queues.apply(&event, &self.timeline.lane_of);
            self.timeline.checkpoints.offer(&self.queues);
        }
        self.timeline.events = self.seen;
        self.timeline.truncated = log.overflowed();
        &self.timeline
    }

    /// Time has passed without an event: the present is `now`. Never moves the end back.
    pub fn advance(&mut self, now: Time) -> &Timeline {
        self.timeline.end = self.timeline.end.max(now);
        if self.blocked {
            self.due_lanes();
        }
        &self.timeline
    }

    /// Looks at what is new, and ends the timeline: the run is over as `state` says, and whatever goes on
    /// ends with it. It ends with the last event, or later if [`Builder::advance`] said so: where a limit
    /// of time ended the run, tell that first.
    pub fn finish(&mut self, log: &Log, state: TraceState) -> &Timeline {
        self.feed(log);
        if self.timeline.lanes.is_empty() && !self.timeline.outputs.is_empty() {
            // A program without a task still ran somewhere.
            let first = &self.timeline.outputs[0];
            let (point, location) = (Point { at: first.at, seq: first.seq }, first.location);
            let lane = self.outside_lane(point);
            self.lane_mut(lane, |lane| lane.enter(Phase::Running, point, location));
        }
        self.due_lanes();
        // What a full log does not tell may well have ended.
        let over = matches!(state, TraceState::Finished | TraceState::Failed { .. }) && !log.overflowed();
        let point = Point { at: self.timeline.end, seq: u32::try_from(self.seen).unwrap_or(u32::MAX) };
        for lane in self.timeline.lanes.iter_mut().filter(|lane| lane.ended.is_none()) {
            let outcome = match (lane.task, over) {
                (None, true) => Outcome::Done { value: None },
                (Some(_), true) => Outcome::CutOff,
                (_, false) => Outcome::Unfinished,
            };
            lane.end(point, outcome);
        }
        self.timeline.state = state;
        &self.timeline
    }

    /// Sleepers whose deadline is past have been due since.
    fn due_lanes(&mut self) {
        let Timeline { lanes, waits, end, .. } = &mut self.timeline;
        let seq = u32::try_from(self.seen).unwrap_or(u32::MAX);
        for lane in lanes {
            let Some(span) = lane.open_span().filter(|span| span.phase == Phase::Sleeping) else { continue };
            if let Some(Wait { on: WaitOn::Sleep { until }, .. }) = waits.get(span.wait as usize)
                && *until < *end
            {
                lane.due(*until, seq);
            }
        }
    }

    fn event(&mut self, log: &Log, event: &Event, point: Point) {
        match event.kind {
            EventKind::TaskCreated { task, future, parent, name, coroutine, housekeeping } => {
                let lane = Lane {
                    future: Some(future),
                    housekeeping,
                    ..Lane::new(Some(task), log.text(name), log.text(coroutine), point)
                };
                self.created(lane, task, parent, point);
            }
            EventKind::WorkerCreated { task, future, parent, name, function } => {
                let mut lane = Lane::new(Some(task), log.text(name), log.text(function), point);
                (lane.future, lane.worker) = (Some(future), true);
                self.created(lane, task, parent, point);
                // It waits for a thread.
                self.ready(task, Cause::Outside, point);
            }
            EventKind::TaskRenamed { task, name } => {
                self.task_mut(task, |lane| log.text(name).clone_into(&mut lane.name));
            }
            EventKind::TaskReady { task, cause } => self.ready(task, cause, point),
            EventKind::StepBegin { task } => {
                if let Some(lane) = self.lane_of(task) {
                    let track = &mut self.tracks[lane.index()];
                    let location = track.location;
                    // It resumes where it stands; only a first step is placed by what it tells.
                    (track.cancelling, track.placed) = (false, location.line > 0);
                    self.lane_mut(lane, |lane| lane.enter(Phase::Running, point, location));
                }
            }
            EventKind::StepEnd { task } => self.task_mut(task, |lane| lane.close(point)),
            EventKind::StepSleeps { task, future, until } => {
                self.waits(task, Phase::Sleeping, future, WaitOn::Sleep { until }, point);
            }
            EventKind::StepWaits { task, future, purpose } => {
                let on = self.wait_on(log.purpose(purpose));
                self.waits(task, Phase::Waiting, future, on, point);
            }
            EventKind::CancelRequested { task, cause } => self.cancel_requested(task, cause, point),
            EventKind::TaskReturned { task, value } => {
                let value = value.map(|value| log.text(value).to_owned());
                self.task_mut(task, |lane| lane.end(point, Outcome::Done { value }));
            }
            EventKind::TaskRaised { task, error } => {
                let message = log.text(error).to_owned();
                self.task_mut(task, |lane| lane.end(point, Outcome::Failed { message }));
            }
            EventKind::TaskCancelled { task } => self.cancelled(task, point),
            EventKind::Iteration { .. } => self.timeline.iterations.push(point.seq),
            EventKind::LoopStarted => self.loop_runs = true,
            EventKind::LoopStopped => self.loop_runs = false,
            EventKind::Location { task, location } => self.location(task, location),
            EventKind::FrameEnter { task, coroutine, name, location } => {
                self.frame_enter(task, coroutine, log.text(name), location, point);
            }
            EventKind::FrameLeave { task, coroutine } => self.frame_leave(task, coroutine, point),
            EventKind::CoroutineCreated { task, coroutine, location, .. } => {
                self.made.insert(coroutine, location);
                if location.line > 0 {
                    self.location(task, location);
                }
            }
            EventKind::NeverAwaited { coroutine, name } => self.never_awaited(log, coroutine, name, point),
            EventKind::BlockBegin { task, .. } => self.block_begin(task, point),
            EventKind::BlockEnd { task } => self.block_end(task, point),
            EventKind::Output { task, stream, text } => {
                let lane = self.lane_of_maybe(task);
                let location = lane.map_or(self.outside, |lane| self.tracks[lane.index()].location);
                let origin = Origin { at: point.at, seq: point.seq, lane, location };
                self.open_lines.write(&mut self.timeline.outputs, stream, log.text(text), origin);
            }
            EventKind::FutureDone { .. }
            | EventKind::TimerSet { .. }
            | EventKind::TimerFired { .. }
            | EventKind::TimerCancelled { .. } => {}
        }
    }

    // Tasks.

    fn created(&mut self, mut lane: Lane, task: TaskId, parent: MaybeTask, point: Point) {
        let id = LaneId(self.timeline.lanes.len() as u32);
        if let Some(parent) = self.lane_of_maybe(parent) {
            lane.parent = Some(parent);
            lane.depth = self.timeline.lanes[parent.index()].depth + 1;
            let track = &self.tracks[parent.index()];
            lane.created_location = track.location;
            self.timeline.lanes[parent.index()].children.push(id);
            self.arrow(ArrowKind::Created, parent, id, point);
        } else {
            lane.created_location = self.outside;
        }
        if let Some(future) = lane.future {
            self.lane_of_future.insert(future, id);
        }
        self.timeline.lane_of.insert(task, id);
        self.timeline.lanes.push(lane);
        self.tracks.push(Track::default());
    }

    fn ready(&mut self, task: TaskId, cause: Cause, point: Point) {
        let Some(id) = self.lane_of(task) else { return };
        let waker = self.waker(id, cause);
        let location = self.tracks[id.index()].location;
        let Timeline { lanes, waits, .. } = &mut self.timeline;
        let lane = &mut lanes[id.index()];
        if let (Waker::Timer(_), Some(span)) = (waker, lane.open_span())
            && span.phase == Phase::Waiting
        {
            lane.timer_waits = lane.timer_waits.saturating_add(point.at.since(span.start).0);
        }
        // A lane that was found to be due while the loop was blocked has a span after that of its wait.
        let waited = lane.spans.iter().rev().take(2).find(|span| span.wait != NO_WAIT).copied();
        if let Some(span) = waited
            && let Some(wait) = waits.get_mut(span.wait as usize)
            && wait.woken_by.is_none()
        {
            wait.woken_by = Some(waker);
            if let WaitOn::Sleep { until } = wait.on
                && until < point.at
                && span.is_open()
            {
                lane.due(until, point.seq);
            }
        }
        if lane.open_span().is_none_or(|span| span.phase != Phase::Ready) {
            lane.enter(Phase::Ready, point, location);
        }
        if let Waker::Lane(from) | Waker::Cancel(Canceller::Lane(from)) = waker
            && from != id
            && !self.timeline.created_at_seq(id, point.seq)
        {
            self.arrow(ArrowKind::Woke, from, id, point);
        }
    }

    /// Who made a lane ready, told in terms of lanes.
    fn waker(&self, id: LaneId, cause: Cause) -> Waker {
        let track = &self.tracks[id.index()];
        if let (Some(canceller), true) = (track.canceller, track.cancelling) {
            return Waker::Cancel(canceller);
        }
        match cause {
            Cause::Outside => Waker::Outside,
            Cause::Timer(timer) => Waker::Timer(Some(timer)),
            Cause::Task(task) => match self.lane_of(task) {
                Some(lane) if lane == id => Waker::Itself,
                Some(lane) => Waker::Lane(lane),
                None => Waker::Outside,
            },
            Cause::Callback => self.last_gathered(id).map_or(Waker::Callback, Waker::Lane),
        }
    }

    /// The one whose end was what a lane waits for, of those that it waits for at once: the last one to end.
    fn last_gathered(&self, id: LaneId) -> Option<LaneId> {
        let span = self.timeline.lanes[id.index()].open_span()?;
        let (WaitOn::Gather { lanes, others: 0 } | WaitOn::Group { lanes, others: 0, .. }) =
            &self.timeline.wait(span)?.on
        else {
            return None;
        };
        let ended = lanes.iter().filter(|lane| self.timeline.lanes[lane.index()].ended.is_some());
        ended.max_by_key(|lane| self.timeline.lanes[lane.index()].ended_seq).copied()
    }

    fn wait_on(&self, purpose: &Purpose) -> WaitOn {
        match purpose {
            Purpose::Plain => WaitOn::Future,
            Purpose::Sleep(until) => WaitOn::Sleep { until: *until },
            Purpose::Task(task) | Purpose::Worker(task) => {
                self.lane_of(*task).map_or(WaitOn::Future, WaitOn::Lane)
            }
            Purpose::Gather(children) => {
                let (lanes, others) = self.lanes_of(children);
                WaitOn::Gather { lanes, others }
            }
            Purpose::Group(operation, members) => {
                let (lanes, others) = self.lanes_of(members);
                WaitOn::Group { operation, lanes, others }
            }
            Purpose::Timeout(until) => WaitOn::Timeout { until: *until },
            Purpose::Named(name) => WaitOn::Named(name),
            Purpose::Held(name, holder) => {
                let lane = holder.task().and_then(|task| self.lane_of(task));
                lane.map_or(WaitOn::Named(name), |lane| WaitOn::Held(name, lane))
            }
        }
    }

    /// The lanes of those futures that are tasks, and how many are not.
    fn lanes_of(&self, futures: &[FutureId]) -> (Vec<LaneId>, usize) {
        let lanes: Vec<LaneId> =
            futures.iter().filter_map(|future| self.lane_of_future.get(future).copied()).collect();
        let others = futures.len() - lanes.len();
        (lanes, others)
    }

    fn waits(&mut self, task: TaskId, phase: Phase, future: FutureId, on: WaitOn, point: Point) {
        let Some(id) = self.lane_of(task) else { return };
        let targets: &[LaneId] = match &on {
            WaitOn::Lane(lane) | WaitOn::Held(_, lane) => &[*lane],
            WaitOn::Gather { lanes, .. } | WaitOn::Group { lanes, .. } => lanes,
            _ => &[],
        };
        let arrow =
            |to: &LaneId| Arrow { kind: ArrowKind::WaitsOn, from: id, to: *to, at: point.at, seq: point.seq };
        self.timeline.arrows.extend(targets.iter().map(arrow));
        let wait = self.timeline.waits.len() as u32;
        self.timeline.waits.push(Wait { future, on, woken_by: None });
        let location = self.tracks[id.index()].location;
        self.lane_mut(id, |lane| lane.enter_wait(phase, point, location, wait));
    }

    fn cancel_requested(&mut self, task: TaskId, cause: Cause, point: Point) {
        let Some(id) = self.lane_of(task) else { return };
        let canceller = match cause {
            Cause::Outside => Canceller::Outside,
            Cause::Timer(_) => Canceller::Timer,
            Cause::Callback => Canceller::Callback,
            Cause::Task(task) => self.lane_of(task).map_or(Canceller::Outside, Canceller::Lane),
        };
        let track = &mut self.tracks[id.index()];
        (track.canceller, track.cancelling) = (Some(canceller), true);
        if let Canceller::Lane(from) = canceller {
            self.arrow(ArrowKind::Cancelled, from, id, point);
        }
    }

    fn cancelled(&mut self, task: TaskId, point: Point) {
        let Some(id) = self.lane_of(task) else { return };
        let by = self.tracks[id.index()].canceller;
        self.lane_mut(id, |lane| lane.end(point, Outcome::Cancelled { by }));
    }

    // Frames and places.

    fn location(&mut self, task: MaybeTask, location: Location) {
        let Some(lane) = self.lane_of_maybe(task) else {
            if task.get().is_none() {
                self.outside = location;
            }
            return;
        };
        let track = &mut self.tracks[lane.index()];
        track.location = location;
        let placed = std::mem::replace(&mut track.placed, true);
        if !placed {
            self.place_step(lane, location);
        }
    }

    /// Where the present step began.
    fn place_step(&mut self, lane: LaneId, location: Location) {
        if let Some(span) = self.timeline.lanes[lane.index()].spans.last_mut()
            && span.end == OPEN
            && span.phase == Phase::Running
        {
            span.location = location;
        }
    }

    fn frame_enter(
        &mut self,
        task: MaybeTask,
        coroutine: CoroutineId,
        name: &str,
        place: Location,
        point: Point,
    ) {
        let made_at = self.made.remove(&coroutine);
        let Some(id) = self.lane_of_maybe(task) else { return };
        let track = &mut self.tracks[id.index()];
        let depth = track.frames.len();
        let awaited_at = if depth == 0 { Location::default() } else { track.location };
        track.frames.push(coroutine);
        // The engine's own frames have no place in the program: it stays where it awaits them.
        let known = place.line > 0;
        if known {
            track.location = place;
        }
        let placed = if known { std::mem::replace(&mut track.placed, true) } else { true };
        let frame = FrameSpan {
            coroutine,
            name: name.to_owned(),
            start: point.at,
            end: OPEN,
            first_seq: point.seq,
            last_seq: u32::MAX,
            location: place,
            awaited_at,
            made_at: made_at.unwrap_or_default(),
        };
        let lane = &mut self.timeline.lanes[id.index()];
        lane.enter_frame(depth, frame);
        if let (0, Some(made_at)) = (depth, made_at) {
            lane.created_location = made_at;
        }
        if !placed {
            self.place_step(id, place);
        }
    }

    fn frame_leave(&mut self, task: MaybeTask, coroutine: CoroutineId, point: Point) {
        let Some(id) = self.lane_of_maybe(task) else { return };
        let track = &mut self.tracks[id.index()];
        let Some(depth) = track.frames.iter().rposition(|frame| *frame == coroutine) else { return };
        // What was above it is gone with it.
        let left: Vec<CoroutineId> = track.frames.drain(depth..).collect();
        let lane = &mut self.timeline.lanes[id.index()];
        let back_to = lane.frames.get(depth).and_then(|level| level.last()).map(|frame| frame.awaited_at);
        for (above, coroutine) in left.into_iter().enumerate() {
            lane.leave_frame(depth + above, coroutine, point);
        }
        if depth > 0 {
            self.tracks[id.index()].location = back_to.unwrap_or_default();
        }
    }

    fn never_awaited(&mut self, log: &Log, coroutine: CoroutineId, name: Symbol, point: Point) {
        self.timeline.never_awaited.push(NeverAwaited {
            at: point.at,
            seq: point.seq,
            name: log.text(name).to_owned(),
            location: self.made.remove(&coroutine).unwrap_or_default(),
        });
    }

    // Blocking.

    fn block_begin(&mut self, task: MaybeTask, point: Point) {
        let (lane, location) = match self.lane_of_maybe(task) {
            Some(lane) => (lane, self.tracks[lane.index()].location),
            None => (self.outside_lane(point), self.outside),
        };
        if !self.is_worker(lane) {
            self.blocked = true;
            let span = self.timeline.lanes.get(lane.index()).map_or(0, |lane| lane.spans.len());
            self.timeline.blocks.push((lane, span as u32));
        }
        self.lane_mut(lane, |lane| lane.enter(Phase::Blocked, point, location));
    }

    fn block_end(&mut self, task: MaybeTask, point: Point) {
        self.blocked &= self.lane_of_maybe(task).is_some_and(|lane| self.is_worker(lane));
        let Some(lane) = self.lane_of_maybe(task) else {
            let lane = self.outside_lane(point);
            self.lane_mut(lane, |lane| lane.close(point));
            return;
        };
        let location = self.tracks[lane.index()].location;
        self.lane_mut(lane, |lane| lane.enter(Phase::Running, point, location));
    }

    /// The lane of the code outside any task: that of the module, or of the loop's callbacks.
    fn outside_lane(&mut self, point: Point) -> LaneId {
        let (slot, name) =
            if self.loop_runs { (&mut self.callbacks, CALLBACKS) } else { (&mut self.module, MODULE) };
        *slot.get_or_insert_with(|| {
            let id = LaneId(self.timeline.lanes.len() as u32);
            self.timeline.lanes.push(Lane::new(None, name, "", point));
            self.tracks.push(Track::default());
            id
        })
    }

    // Small helpers.

    /// Whether it is a thread of its own: what blocks it does not block the loop.
    fn is_worker(&self, lane: LaneId) -> bool {
        self.timeline.lanes.get(lane.index()).is_some_and(|lane| lane.worker)
    }

    fn arrow(&mut self, kind: ArrowKind, from: LaneId, to: LaneId, point: Point) {
        self.timeline.arrows.push(Arrow { kind, from, to, at: point.at, seq: point.seq });
    }

    fn lane_of(&self, task: TaskId) -> Option<LaneId> {
        self.timeline.lane_of.get(&task).copied()
    }

    fn lane_of_maybe(&self, task: MaybeTask) -> Option<LaneId> {
        self.lane_of(task.get()?)
    }

    fn lane_mut(&mut self, lane: LaneId, change: impl FnOnce(&mut Lane)) {
        if let Some(lane) = self.timeline.lanes.get_mut(lane.index()) {
            change(lane);
        }
    }

    fn task_mut(&mut self, task: TaskId, change: impl FnOnce(&mut Lane)) {
        if let Some(lane) = self.lane_of(task) {
            self.lane_mut(lane, change);
        }
    }
}
