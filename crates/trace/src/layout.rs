//! What there is to paint of the lanes in sight: level of detail.
//!
//! [`layout`] turns lanes into items: at most a few per pixel and lane, however many spans there are. Knows
//! no colours and no canvas; `picture` draws the items.

use loopscope_core::time::Time;

use crate::timeline::{Arrow, FrameSpan, Lane, LaneId, Outcome, Phase, Timeline, TraceState};
use crate::view::{LATEST, Projection};

/// One thing to paint in a lane's row. Positions are CSS pixels from the left end of the view, cut off
/// one pixel outside it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct DrawItem {
    /// The index of the row in what [`layout`] was given.
    pub row: u32,
    /// The lane in that row.
    pub lane: LaneId,
    /// The left end.
    pub x: f64,
    /// The width; 0 for marks.
    pub width: f64,
    /// What to paint.
    pub shape: Shape,
}

/// What to paint.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// One span: its index in [`Lane::spans`].
    Span {
        /// Its phase.
        phase: Phase,
        /// Its index.
        index: u32,
        /// Whether it is still going on, or goes on for ever.
        open: bool,
    },
    /// Several spans, each narrower than a pixel.
    Merged {
        /// The phase that takes most of the time.
        phase: Phase,
        /// Whether the loop was blocked in one of them.
        blocked: bool,
        /// The index of the first.
        first: u32,
        /// How many there are.
        count: u32,
    },
    /// A coroutine's frame inside the task, other than the task's own.
    Frame {
        /// How deep: 1 is what the task's own coroutine awaits.
        depth: u32,
        /// Its index in [`Lane::frames`] at that depth.
        index: u32,
    },
    /// A mark: steps that took no time, all within one pixel.
    Steps {
        /// The index of the first span concerned.
        first: u32,
        /// How many spans are concerned.
        count: u32,
    },
    /// A mark: the lane's end.
    End(EndKind),
}

/// How to mark the end of a lane.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EndKind {
    /// The task returned.
    Done,
    /// It raised.
    Failed,
    /// It was cancelled.
    Cancelled,
    /// The run ended first.
    CutOff,
}

impl EndKind {
    /// The mark for an outcome; None while the lane goes on, or is not known to have ended.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Option<EndKind> {
        match outcome {
            Outcome::Pending | Outcome::Unfinished => None,
            Outcome::Done { .. } => Some(EndKind::Done),
            Outcome::Failed { .. } => Some(EndKind::Failed),
            Outcome::Cancelled { .. } => Some(EndKind::Cancelled),
            Outcome::CutOff => Some(EndKind::CutOff),
        }
    }
}

/// How deep nested frames are painted.
pub const FRAME_DEPTH: usize = 6;

/// What to paint of `rows` (the lanes in sight, from the top) in a view `width` CSS pixels wide.
///
/// Spans, then frames, then marks: in this order they can be painted over each other. The number of
/// items is bounded by the pixels and rows, not by the spans.
#[must_use]
pub fn layout(timeline: &Timeline, rows: &[LaneId], projection: &Projection<'_>) -> Vec<DrawItem> {
    let mut painter = Painter {
        timeline,
        projection,
        width: projection.width(),
        under: Vec::new(),
        frames: Vec::new(),
        marks: Vec::new(),
    };
    if projection.is_visible() {
        for (row, id) in rows.iter().enumerate() {
            if let Some(lane) = timeline.lane(*id) {
                painter.lane(row as u32, *id, lane);
            }
        }
    }
    let mut items = painter.under;
    items.append(&mut painter.frames);
    items.append(&mut painter.marks);
    items
}

/// The arrows that begin and end in sight: they happen at one moment.
#[must_use]
pub fn arrows<'t>(timeline: &'t Timeline, projection: &Projection<'_>) -> &'t [Arrow] {
    let (first, last) = projection.moments();
    let from = timeline.arrows.partition_point(|arrow| arrow.at < first);
    let to = timeline.arrows.partition_point(|arrow| arrow.at <= last);
    timeline.arrows.get(from..to).unwrap_or(&[])
}

/// The index of the span of a lane at `x`, for a pointer: the one painted there, or a mark no more
/// than `slack` pixels away.
#[must_use]
pub fn span_at(
    timeline: &Timeline,
    lane: LaneId,
    projection: &Projection<'_>,
    x: f64,
    slack: f64,
) -> Option<usize> {
    let spans = &timeline.lane(lane)?.spans;
    let moment = projection.moment(x);
    let after = spans.partition_point(|span| span.start <= moment);
    // A step that took no time lies between the phases before and after it.
    let near = after.saturating_sub(3)..(after + 2).min(spans.len());
    let distance = |index: usize| (projection.x(spans[index].start) - x).abs();
    let mark = near
        .filter(|index| spans[*index].phase == Phase::Running && spans[*index].end == spans[*index].start)
        .filter(|index| distance(*index) <= slack)
        .min_by(|a, b| distance(*a).total_cmp(&distance(*b)));
    if mark.is_some() {
        return mark;
    }
    let index = after.checked_sub(1)?;
    (painted_end(timeline, timeline.lane(lane)?, index) >= moment).then_some(index)
}

/// Whether a span is a wait that nothing will end.
fn is_endless(timeline: &Timeline, lane: &Lane, index: usize) -> bool {
    timeline.state == TraceState::Deadlock
        && lane.outcome == Outcome::Unfinished
        && index + 1 == lane.spans.len()
        && lane.spans[index].phase == Phase::Waiting
}

/// To where a span is painted.
fn painted_end(timeline: &Timeline, lane: &Lane, index: usize) -> Time {
    if is_endless(timeline, lane, index) {
        Time(LATEST as u64)
    } else {
        timeline.span_end(&lane.spans[index])
    }
}

struct Painter<'t> {
    timeline: &'t Timeline,
    projection: &'t Projection<'t>,
    width: f64,
    under: Vec<DrawItem>,
    frames: Vec<DrawItem>,
    marks: Vec<DrawItem>,
}

impl Painter<'_> {
    fn lane(&mut self, row: u32, id: LaneId, lane: &Lane) {
        self.spans(row, id, lane);
        for depth in 1..lane.frames.len().min(FRAME_DEPTH + 1) {
            self.frame_level(row, id, depth as u32, &lane.frames[depth]);
        }
        if let (Some(end), Some(kind)) = (lane.ended, EndKind::of(&lane.outcome)) {
            let x = self.projection.x(end);
            if (-1.0..=self.width + 1.0).contains(&x) {
                self.marks.push(DrawItem { row, lane: id, x, width: 0.0, shape: Shape::End(kind) });
            }
        }
    }

    fn spans(&mut self, row: u32, id: LaneId, lane: &Lane) {
        let spans = &lane.spans;
        let (first, _) = self.projection.moments();
        let end_of = |index: usize| painted_end(self.timeline, lane, index);
        let mut index = spans.partition_point(|span| self.timeline.span_end(span) < first);
        while index < spans.len() {
            let x = self.projection.x(spans[index].start);
            if x > self.width {
                break;
            }
            let wide = |index: usize| {
                self.projection.x(end_of(index)) - self.projection.x(spans[index].start) >= 1.0
            };
            if wide(index) {
                let item = self.one(row, id, lane, index);
                self.under.push(item);
                index += 1;
                continue;
            }
            // Everything narrow that starts within this pixel is one item.
            let pixel_end = self.projection.moment(x.floor() + 1.0).max(Time(spans[index].start.0 + 1));
            let mut next = index + gallop(&spans[index..], |span| span.start < pixel_end);
            if next - index > 1 && wide(next - 1) {
                next -= 1;
            }
            self.narrow(row, id, lane, index, next);
            index = next;
        }
    }

    /// Paints the narrow spans `from..to` as one.
    fn narrow(&mut self, row: u32, id: LaneId, lane: &Lane, from: usize, to: usize) {
        let totals = lane.totals_between(self.timeline, from, to);
        let (first, count) = (from as u32, (to - from) as u32);
        if totals.iter().all(|time| *time == 0) {
            if lane.spans[from..to].iter().any(|span| span.phase == Phase::Running) {
                let x = self.projection.x(lane.spans[from].start);
                self.marks.push(DrawItem {
                    row,
                    lane: id,
                    x,
                    width: 0.0,
                    shape: Shape::Steps { first, count },
                });
            }
            return;
        }
        if count == 1 {
            let item = self.one(row, id, lane, from);
            self.under.push(item);
            return;
        }
        let longest = (0..totals.len()).max_by_key(|phase| totals[*phase]).unwrap_or(0);
        let mut item = self.one(row, id, lane, from);
        let end = self.projection.x(self.timeline.span_end(&lane.spans[to - 1]));
        item.width = (end.min(self.width + 1.0) - item.x).max(0.0);
        item.shape = Shape::Merged {
            phase: Phase::ALL[longest],
            blocked: totals[Phase::Blocked.index()] > 0,
            first,
            count,
        };
        self.under.push(item);
    }

    fn one(&self, row: u32, lane: LaneId, of: &Lane, index: usize) -> DrawItem {
        let span = &of.spans[index];
        let open = span.is_open() || is_endless(self.timeline, of, index);
        let shape = Shape::Span { phase: span.phase, index: index as u32, open };
        let (x, width) = self.stretch(span.start, painted_end(self.timeline, of, index));
        DrawItem { row, lane, x, width, shape }
    }

    fn frame_level(&mut self, row: u32, lane: LaneId, depth: u32, frames: &[FrameSpan]) {
        let (first, last) = self.projection.moments();
        let end_of = |frame: &FrameSpan| frame.end.min(self.timeline.end).max(frame.start);
        let mut index = frames.partition_point(|frame| end_of(frame) < first);
        while let Some(frame) = frames.get(index) {
            if frame.start > last {
                break;
            }
            let (x, width) = self.stretch(frame.start, end_of(frame));
            // A frame that took no time, or too little to see, is told by the marks of its steps.
            if width >= 1.0 {
                let shape = Shape::Frame { depth, index: index as u32 };
                self.frames.push(DrawItem { row, lane, x, width, shape });
                index += 1;
            } else {
                let pixel_end = self.projection.moment(x.floor() + 1.0).max(Time(frame.start.0 + 1));
                let mut next = index + gallop(&frames[index..], |frame| frame.start < pixel_end);
                let (_, wide) = self.stretch(frames[next - 1].start, end_of(&frames[next - 1]));
                if next - index > 1 && wide >= 1.0 {
                    next -= 1;
                }
                index = next;
            }
        }
    }

    /// Left end and width of a stretch of time, cut off outside the view.
    fn stretch(&self, start: Time, end: Time) -> (f64, f64) {
        let from = self.projection.x(start).max(-1.0);
        let to = self.projection.x(end).min(self.width + 1.0);
        (from, (to - from).max(0.0))
    }
}

/// How many of the first items fulfil `test`, where those that do come first. Costs the logarithm of
/// the answer, and is at least 1.
fn gallop<T>(items: &[T], test: impl Fn(&T) -> bool) -> usize {
    let mut reach = 1;
    while reach < items.len() && test(&items[reach]) {
        reach *= 2;
    }
    let low = reach / 2;
    let high = reach.min(items.len());
    (low + items[low..high].partition_point(test)).max(1)
}
