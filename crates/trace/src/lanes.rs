//! How one lane goes from phase to phase: the transitions, without knowing of other lanes.

use loopscope_core::ids::{CoroutineId, FutureId, TaskId};
use loopscope_core::instrument::Location;
use loopscope_core::time::Time;

use crate::timeline::{BLOCK, FrameSpan, Lane, LaneId, NO_WAIT, OPEN, Outcome, Phase, Span, Totals};

/// A point of the log.
#[derive(Clone, Copy)]
pub(crate) struct Point {
    pub(crate) at: Time,
    pub(crate) seq: u32,
}

impl Lane {
    pub(crate) fn new(task: Option<TaskId>, name: &str, coroutine: &str, point: Point) -> Lane {
        Lane {
            task,
            future: None::<FutureId>,
            name: name.to_owned(),
            coroutine: coroutine.to_owned(),
            parent: None::<LaneId>,
            depth: 0,
            children: Vec::new(),
            housekeeping: false,
            worker: false,
            created_at: point.at,
            created_seq: point.seq,
            created_location: Location::default(),
            ended: None,
            ended_seq: u32::MAX,
            outcome: Outcome::Pending,
            spans: Vec::new(),
            frames: Vec::new(),
            deepest: 0,
            blocks: Vec::new(),
            totals: Totals::default(),
            timer_waits: 0,
        }
    }

    /// The span that goes on.
    pub(crate) fn open_span(&self) -> Option<&Span> {
        self.spans.last().filter(|span| span.is_open())
    }

    /// Ends the phase it is in, if any.
    pub(crate) fn close(&mut self, point: Point) {
        if let Some(span) = self.spans.last_mut().filter(|span| span.end == OPEN) {
            span.end = point.at.max(span.start);
            span.last_seq = point.seq;
            self.totals.add(span.phase, span.start, span.end);
        }
    }

    /// Ends the phase it is in and begins another.
    pub(crate) fn enter(&mut self, phase: Phase, point: Point, location: Location) {
        self.enter_wait(phase, point, location, NO_WAIT);
    }

    pub(crate) fn enter_wait(&mut self, phase: Phase, point: Point, location: Location, wait: u32) {
        self.close(point);
        if self.spans.len().is_multiple_of(BLOCK) {
            self.blocks.push(self.totals);
        }
        // A present that was guessed too late must not make spans overlap.
        let start = self.spans.last().map_or(point.at, |last| last.end.max(point.at));
        self.spans.push(Span {
            start,
            end: OPEN,
            first_seq: point.seq,
            last_seq: u32::MAX,
            wait,
            location,
            phase,
        });
    }

    /// The moment a sleeping lane is late for is its deadline: from then on it is ready.
    pub(crate) fn due(&mut self, until: Time, seq: u32) {
        let location = self.spans.last().map_or(Location::default(), |span| span.location);
        let at = self.spans.last().map_or(until, |span| until.max(span.start));
        self.enter(Phase::Ready, Point { at, seq }, location);
    }

    /// The lane is over.
    pub(crate) fn end(&mut self, point: Point, outcome: Outcome) {
        self.close(point);
        for depth in 0..self.frames.len() {
            self.leave_last(depth, point, |_| true);
        }
        self.ended = Some(point.at);
        self.ended_seq = point.seq;
        self.outcome = outcome;
    }

    /// A coroutine's frame begins `depth` frames above the task's own.
    pub(crate) fn enter_frame(&mut self, depth: usize, frame: FrameSpan) {
        if self.frames.len() <= depth {
            self.frames.resize_with(depth + 1, Vec::new);
        }
        self.frames[depth].push(frame);
    }

    pub(crate) fn leave_frame(&mut self, depth: usize, coroutine: CoroutineId, point: Point) {
        self.leave_last(depth, point, |frame| frame.coroutine == coroutine);
    }

    fn leave_last(&mut self, depth: usize, point: Point, is_meant: impl Fn(&FrameSpan) -> bool) {
        let last = self.frames.get_mut(depth).and_then(|level| level.last_mut());
        if let Some(frame) = last.filter(|frame| frame.end == OPEN && is_meant(frame)) {
            frame.end = point.at;
            frame.last_seq = point.seq;
            if frame.end > frame.start {
                self.deepest = self.deepest.max(depth as u32);
            }
        }
    }
}
