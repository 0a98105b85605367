//! The state at a point, found from checkpoints and spans, against a replay of the events from the start.

mod workload;

use std::collections::{BTreeMap, VecDeque};

use loopscope_core::ids::{TaskId, TimerId};
use loopscope_core::instrument::Location;
use loopscope_core::time::Time;
use loopscope_trace::{Builder, EventKind, Log, Moment, Phase, Recorder, Timeline, TraceState};

/// What a reader of the events alone would know.
#[derive(Default)]
struct Replay {
    at: Time,
    phases: BTreeMap<TaskId, Option<Phase>>,
    places: BTreeMap<TaskId, Location>,
    ready: VecDeque<TaskId>,
    timers: BTreeMap<TimerId, Time>,
    running: Option<TaskId>,
    iterations: u32,
    /// Sleepers, until when.
    asleep: BTreeMap<TaskId, Time>,
}

impl Replay {
    fn apply(&mut self, at: Time, kind: &EventKind) {
        self.at = at;
        let mut phase = |task: TaskId, phase| {
            self.phases.insert(task, phase);
            self.asleep.remove(&task);
        };
        match *kind {
            EventKind::TaskCreated { task, .. } => phase(task, None),
            EventKind::TaskReady { task, .. } => {
                phase(task, Some(Phase::Ready));
                self.ready.push_back(task);
            }
            EventKind::StepBegin { task } => {
                phase(task, Some(Phase::Running));
                assert_eq!(self.ready.pop_front(), Some(task));
                self.running = Some(task);
            }
            EventKind::StepEnd { task } => {
                phase(task, None);
                self.running = None;
            }
            EventKind::StepSleeps { task, until, .. } => {
                phase(task, Some(Phase::Sleeping));
                self.asleep.insert(task, until);
                self.running = None;
            }
            EventKind::TaskReturned { task, .. } => {
                self.phases.remove(&task);
            }
            EventKind::BlockBegin { task, .. } => phase(task.get().expect("a task"), Some(Phase::Blocked)),
            EventKind::BlockEnd { task } => phase(task.get().expect("a task"), Some(Phase::Running)),
            EventKind::Location { task, location } | EventKind::FrameEnter { task, location, .. } => {
                self.places.insert(task.get().expect("a task"), location);
            }
            EventKind::TimerSet { timer, deadline, .. } => {
                self.timers.insert(timer, deadline);
            }
            EventKind::TimerFired { timer } => {
                self.timers.remove(&timer);
            }
            EventKind::Iteration { .. } => self.iterations += 1,
            _ => {}
        }
    }

    fn check(&self, timeline: &Timeline, log: &Log, moment: &Moment) {
        let lane = |task: TaskId| timeline.lane_of(task).expect("a lane");
        let seq = moment.seq;
        assert_eq!(moment.running, self.running.map(lane), "running at {seq}");
        assert_eq!(moment.ready, self.ready.iter().copied().map(lane).collect::<Vec<_>>(), "ready at {seq}");
        let mut timers: Vec<_> = self.timers.iter().map(|(timer, deadline)| (*deadline, *timer)).collect();
        timers.sort_unstable();
        let actual: Vec<_> = moment.timers.iter().map(|timer| (timer.deadline, timer.timer)).collect();
        assert_eq!(actual, timers, "timers at {seq}");
        assert_eq!(moment.iteration, self.iterations, "iterations at {seq}");
        assert_eq!(moment.live, self.phases.keys().copied().map(lane).collect::<Vec<_>>(), "alive at {seq}");
        for (task, phase) in &self.phases {
            let state = timeline.lane_at(log, lane(*task), moment).expect("a state");
            // A sleeper is due by the clock alone.
            let due = self.asleep.get(task).is_some_and(|until| *until < self.at);
            let expected = if due { Some(Phase::Ready) } else { *phase };
            assert_eq!(state.phase, expected, "{task} at {seq} ({})", self.at);
            if let (Some(phase), Some(place)) = (phase, self.places.get(task))
                && *phase != Phase::Ready
            {
                assert_eq!(state.location, *place, "{task} at {seq}");
            }
        }
    }
}

#[test]
fn moments_agree_with_a_replay() {
    let recorder = Recorder::new();
    workload::run(&recorder, 40, 30);
    let shared = recorder.log();
    let log = shared.borrow();
    assert!(log.len() > 3 * 2048, "several checkpoints: {}", log.len());
    let timeline = Builder::build(&log, TraceState::Finished);
    let mut replay = Replay::default();
    for (seq, event) in log.events(0).enumerate() {
        // Around checkpoints each point, elsewhere now and then.
        if seq % 2048 < 40 || seq % 13 == 0 {
            replay.check(&timeline, &log, &timeline.at_seq(&log, seq));
        }
        replay.apply(event.at, &event.kind);
    }
    let end = timeline.at_seq(&log, log.len());
    replay.check(&timeline, &log, &end);
    assert_eq!(end.live, []);
    assert_eq!(timeline.at(&log, Time::MAX), end);
}

#[test]
fn no_event_is_needed_to_look() {
    let timeline = Timeline::default();
    let moment = timeline.at(&Log::default(), Time(5));
    assert_eq!((moment.seq, moment.at, moment.live.len()), (0, Time::ZERO, 0));
}
