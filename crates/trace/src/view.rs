//! What of a timeline is in sight, and what there is to paint of it.
//!
//! A [`View`] maps moments to CSS pixels. [`layout`] turns the lanes in sight into items to paint: at
//! most a few per pixel and lane, however many spans there are. Knows no canvas and no page.

use loopscope_core::time::Time;

use crate::timeline::{Arrow, FrameSpan, Lane, LaneId, Outcome, Phase, Timeline, TraceState};

/// No view is narrower than this many nanoseconds.
const MIN_SPAN: f64 = 20.0;

/// What a view shows of a run that takes no time.
const EMPTY_SPAN: f64 = 1e9;

/// How much of a run that ends in a deadlock is shown of the time after it, as a share of the run.
const FOREVER: f64 = 0.25;

/// Later than every moment shown, in nanoseconds; exact as a float, and far from [`Time::MAX`].
const LATEST: f64 = (1_u64 << 62) as f64;

/// A stretch of time in sight, in nanoseconds of the loop's clock. Any width in pixels can show it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct View {
    start: f64,
    span: f64,
}

impl View {
    /// The stretch from `start` to `end`, in nanoseconds; at least 20 ns of it.
    #[must_use]
    pub fn new(start: f64, end: f64) -> View {
        let finite = |moment: f64| if moment.is_nan() { 0.0 } else { moment.clamp(-LATEST, LATEST) };
        let start = finite(start);
        View { start, span: (finite(end) - start).max(MIN_SPAN) }
    }

    /// The whole run.
    #[must_use]
    pub fn fit(timeline: &Timeline) -> View {
        let start = timeline.start.0 as f64;
        let span = timeline.duration().0 as f64;
        let span = if span > 0.0 { span } else { EMPTY_SPAN };
        // What waits for ever began to wait at the end of all else: room to see it.
        let room = if timeline.state == TraceState::Deadlock { span * FOREVER } else { 0.0 };
        View::new(start, start + span + room)
    }

    /// The first moment in sight, in nanoseconds.
    #[must_use]
    pub fn start(&self) -> f64 {
        self.start
    }

    /// The last moment in sight, in nanoseconds.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.start + self.span
    }

    /// How much time is in sight, in nanoseconds.
    #[must_use]
    pub fn span(&self) -> f64 {
        self.span
    }

    /// Where a moment is, in CSS pixels from the left end; outside `0..=width` if it is out of sight.
    #[must_use]
    pub fn x(&self, moment: Time, width: f64) -> f64 {
        (moment.0 as f64 - self.start) / self.span * width
    }

    /// The moment at `x` CSS pixels from the left end, to the nanosecond.
    #[must_use]
    pub fn moment(&self, x: f64, width: f64) -> Time {
        if width.is_nan() || width <= 0.0 {
            return Time(self.start.max(0.0) as u64);
        }
        Time((self.start + x / width * self.span).round().clamp(0.0, LATEST) as u64)
    }

    /// This view with `factor` times as much time in sight (under 1: nearer), the moment at `x` staying
    /// where it is, and nothing outside `bounds`.
    #[must_use]
    pub fn zoomed(&self, factor: f64, x: f64, width: f64, bounds: &View) -> View {
        if !(width > 0.0 && factor > 0.0 && factor.is_finite()) {
            return *self;
        }
        let span = (self.span * factor).clamp(MIN_SPAN, bounds.span.max(MIN_SPAN));
        let share = x / width;
        View { start: self.start + share * (self.span - span), span }.within(bounds)
    }

    /// This view moved by `dx` CSS pixels (positive: later), and nothing outside `bounds`.
    #[must_use]
    pub fn panned(&self, dx: f64, width: f64, bounds: &View) -> View {
        if !(width > 0.0 && dx.is_finite()) {
            return *self;
        }
        View { start: self.start + dx / width * self.span, span: self.span }.within(bounds)
    }

    /// This view moved, only as far as needed, so that `moment` is in sight.
    #[must_use]
    pub fn showing(&self, moment: Time, bounds: &View) -> View {
        let moment = moment.0 as f64;
        let start = if moment < self.start {
            moment
        } else if moment > self.end() {
            moment - self.span
        } else {
            self.start
        };
        View { start, span: self.span }.within(bounds)
    }

    fn within(self, bounds: &View) -> View {
        let span = self.span.min(bounds.span);
        let start = self.start.min(bounds.end() - span).max(bounds.start);
        View { start, span }
    }
}

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
pub fn layout(timeline: &Timeline, rows: &[LaneId], view: &View, width: f64) -> Vec<DrawItem> {
    let mut painter =
        Painter { timeline, view, width, under: Vec::new(), frames: Vec::new(), marks: Vec::new() };
    if width > 0.0 && width.is_finite() {
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
pub fn arrows<'t>(timeline: &'t Timeline, view: &View) -> &'t [Arrow] {
    let from = timeline.arrows.partition_point(|arrow| (arrow.at.0 as f64) < view.start);
    let to = timeline.arrows.partition_point(|arrow| arrow.at.0 as f64 <= view.end());
    timeline.arrows.get(from..to).unwrap_or(&[])
}

/// The index of the span of a lane at `x`, for a pointer: the one painted there, or a mark no more
/// than `slack` pixels away.
#[must_use]
pub fn span_at(
    timeline: &Timeline,
    lane: LaneId,
    view: &View,
    width: f64,
    x: f64,
    slack: f64,
) -> Option<usize> {
    let spans = &timeline.lane(lane)?.spans;
    let moment = view.moment(x, width);
    let after = spans.partition_point(|span| span.start <= moment);
    // A step that took no time lies between the phases before and after it.
    let near = after.saturating_sub(3)..(after + 2).min(spans.len());
    let distance = |index: usize| (view.x(spans[index].start, width) - x).abs();
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
    view: &'t View,
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
            let x = self.view.x(end, self.width);
            if (-1.0..=self.width + 1.0).contains(&x) {
                self.marks.push(DrawItem { row, lane: id, x, width: 0.0, shape: Shape::End(kind) });
            }
        }
    }

    fn spans(&mut self, row: u32, id: LaneId, lane: &Lane) {
        let spans = &lane.spans;
        let end_of = |index: usize| painted_end(self.timeline, lane, index);
        let mut index =
            spans.partition_point(|span| (self.timeline.span_end(span).0 as f64) < self.view.start);
        while index < spans.len() {
            let x = self.view.x(spans[index].start, self.width);
            if x > self.width {
                break;
            }
            let wide = |index: usize| {
                self.view.x(end_of(index), self.width) - self.view.x(spans[index].start, self.width) >= 1.0
            };
            if wide(index) {
                let item = self.one(row, id, lane, index);
                self.under.push(item);
                index += 1;
                continue;
            }
            // Everything narrow that starts within this pixel is one item.
            let pixel_end = self.view.moment(x.floor() + 1.0, self.width).max(Time(spans[index].start.0 + 1));
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
                let x = self.view.x(lane.spans[from].start, self.width);
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
        let end = self.view.x(self.timeline.span_end(&lane.spans[to - 1]), self.width);
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
        let end_of = |frame: &FrameSpan| frame.end.min(self.timeline.end).max(frame.start);
        let mut index = frames.partition_point(|frame| (end_of(frame).0 as f64) < self.view.start);
        while let Some(frame) = frames.get(index) {
            if frame.start.0 as f64 > self.view.end() {
                break;
            }
            let (x, width) = self.stretch(frame.start, end_of(frame));
            // A frame that took no time, or too little to see, is told by the marks of its steps.
            if width >= 1.0 {
                let shape = Shape::Frame { depth, index: index as u32 };
                self.frames.push(DrawItem { row, lane, x, width, shape });
                index += 1;
            } else {
                let pixel_end = self.view.moment(x.floor() + 1.0, self.width).max(Time(frame.start.0 + 1));
                let mut next = index + gallop(&frames[index..], |frame| frame.start < pixel_end);
                let (_, last) = self.stretch(frames[next - 1].start, end_of(&frames[next - 1]));
                if next - index > 1 && last >= 1.0 {
                    next -= 1;
                }
                index = next;
            }
        }
    }

    /// Left end and width of a stretch of time, cut off outside the view.
    fn stretch(&self, start: Time, end: Time) -> (f64, f64) {
        let from = self.view.x(start, self.width).max(-1.0);
        let to = self.view.x(end, self.width).min(self.width + 1.0);
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

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: f64 = 800.0;

    fn fit() -> View {
        View::new(0.0, 2e9)
    }

    #[test]
    fn pixels_and_moments_agree() {
        let view = fit();
        assert_eq!(view.x(Time(500_000_000), WIDTH), 200.0);
        assert_eq!(view.moment(200.0, WIDTH), Time(500_000_000));
        assert_eq!(view.moment(-10.0, WIDTH), Time::ZERO);
        assert_eq!(view.moment(10.0, 0.0), Time::ZERO);
    }

    #[test]
    fn zoom_keeps_the_moment_under_the_pointer() {
        let view = fit().zoomed(0.25, 600.0, WIDTH, &fit());
        assert_eq!(view.moment(600.0, WIDTH), Time(1_500_000_000));
        assert_eq!(view.span(), 0.5e9);
        // Out again, and no further than everything.
        assert_eq!(view.zoomed(1e9, 600.0, WIDTH, &fit()), fit());
        // In, and no further than what is worth seeing.
        assert_eq!(fit().zoomed(1e-30, 0.0, WIDTH, &fit()).span(), 20.0);
    }

    #[test]
    fn nothing_outside_the_run_comes_into_sight() {
        let near = fit().zoomed(0.5, 0.0, WIDTH, &fit());
        assert_eq!(near.panned(-100.0, WIDTH, &fit()), near);
        assert_eq!(near.panned(1e9, WIDTH, &fit()).end(), 2e9);
        assert_eq!(near.panned(400.0, WIDTH, &fit()).start(), 0.5e9);
        assert_eq!(near.showing(Time(1_500_000_000), &fit()).end(), 1.5e9);
        assert_eq!(near.showing(Time(700_000_000), &fit()), near);
    }

    #[test]
    fn nonsense_changes_nothing() {
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(fit().zoomed(factor, 1.0, WIDTH, &fit()), fit());
        }
        assert_eq!(fit().panned(f64::NAN, WIDTH, &fit()), fit());
        assert!(View::new(f64::NAN, f64::INFINITY).span().is_finite());
        assert_eq!(layout(&Timeline::default(), &[LaneId(3)], &fit(), f64::INFINITY), []);
    }
}
