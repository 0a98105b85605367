//! The picture of a timeline: what the page's canvas and the exported file show, from one place.
//!
//! ```text
//! timeline ── rows, view ──> layout ──> DrawItem ──> picture ──> Surface: canvas | SVG
//!                                        words ────────┘
//! ```
//! The picture has the time axis on top and the rows below it. Phases differ in shape as well as in colour:
//! running is solid, ready a thin line, sleeping hatched, waiting an outline, a blocked loop tall and loud, with a
//! band across all rows. Coroutines inside a task are strips under its bar. Knows no page.

mod arrows;
mod marks;
mod surface;

use loopscope_core::time::Time;

use crate::axis::{Axis, axis};
use crate::format;
use crate::layout::{DrawItem, Shape, layout};
use crate::rows::{BAR, BAR_TOP, NESTED, NESTED_LEVELS, ROW, Row, Rows};
use crate::timeline::{LaneId, Phase, Timeline, TraceState};
use crate::view::{Projection, View};
use crate::words;

pub use surface::{Area, Face, Ink, Side, Stroke, Surface};

/// Height of the time axis above the rows, in CSS pixels.
pub const AXIS: f64 = 28.0;
/// Free room at both ends of the time axis, in CSS pixels: marks at the ends are seen whole.
pub const MARGIN: f64 = 16.0;
/// The narrowest bar that may have a label.
const LABEL_FROM: f64 = 34.0;
/// Height of the strip of a nested coroutine.
const STRIP: f64 = 15.0;

/// What is drawn of a timeline, and how.
pub struct Scene<'s> {
    /// The run.
    pub timeline: &'s Timeline,
    /// All rows.
    pub rows: &'s Rows,
    /// Which stretch of time is shown.
    pub shown: Projection<'s>,
    /// All that could be shown: where it is more, the axis tells which part is.
    pub bounds: View,
    /// Where the shown stretch begins, in CSS pixels from the picture's left edge.
    pub left: f64,
    /// Width and height of the picture, in CSS pixels.
    pub size: (f64, f64),
    /// How far the rows are scrolled up, in CSS pixels.
    pub scrolled: f64,
    /// The lane that is pointed at or chosen, and the index of the span, if it is one.
    pub chosen: Option<(LaneId, Option<usize>)>,
    /// Where the pointer is, in CSS pixels from the picture's left edge.
    pub pointer: Option<f64>,
    /// The playhead: what comes after it is pale.
    pub playhead: Option<Time>,
    /// The present of a run that goes on.
    pub present: Option<Time>,
    /// The moment that a link points at.
    pub marked: Option<Time>,
}

/// Draws a timeline.
pub fn draw(scene: &Scene<'_>, on: &mut dyn Surface) {
    let (width, height) = scene.size;
    if width < 2.0 * MARGIN || height < AXIS {
        // Not in sight.
        return;
    }
    let visible = scene.rows.between(scene.scrolled, scene.scrolled + height - AXIS);
    let lanes = scene.rows.lanes().get(visible.clone()).unwrap_or(&[]);
    let mut painter = Painter {
        scene,
        on,
        axis: axis(&scene.shown, 72.0),
        first: visible.start,
        labelled: vec![f64::MIN; lanes.len()],
    };
    painter.axis();
    painter.clip_rows();
    painter.ground(visible);
    painter.blocks();
    painter.gaps();
    let items = layout(scene.timeline, lanes, &scene.shown);
    for item in &items {
        painter.item(item);
    }
    painter.tears();
    painter.arrows();
    painter.endings(&items);
    painter.moments();
    painter.on.unclip();
    painter.flags();
}

struct Painter<'s, 'o> {
    scene: &'s Scene<'s>,
    on: &'o mut dyn Surface,
    axis: Axis,
    /// The index of the first row in sight.
    first: usize,
    /// For each row in sight, where its last label ends.
    labelled: Vec<f64>,
}

impl Painter<'_, '_> {
    /// Where a moment is in the picture.
    fn x(&self, moment: Time) -> f64 {
        self.scene.left + self.scene.shown.x(moment)
    }

    /// The right end of the plot.
    fn right(&self) -> f64 {
        self.scene.left + self.scene.shown.width()
    }

    /// The upper edge of a row's bar.
    fn bar_top(&self, row: &Row) -> f64 {
        AXIS + row.top - self.scene.scrolled + BAR_TOP
    }

    fn clip_rows(&mut self) {
        let (width, height) = self.scene.size;
        self.on.clip(Area::new(0.0, AXIS, width, height - AXIS));
    }

    fn axis(&mut self) {
        let (width, height) = self.scene.size;
        let guide = Stroke::new(Ink::Guide, 1.0);
        let last = self.axis.ticks.len().saturating_sub(1);
        for (index, tick) in self.axis.ticks.iter().enumerate() {
            let x = (self.scene.left + tick.x).round() + 0.5;
            self.on.line(guide, &[(x, AXIS - 5.0), (x, height)]);
            // The unit once, at the end of the axis.
            let label =
                if index == last { format!("{} {}", tick.label, self.axis.unit) } else { tick.label.clone() };
            let half = self.on.width_of(&label, Face::Plain) / 2.0 + 2.0;
            let x = x.clamp(half, (width - half).max(half));
            self.on.text(&label, Face::Plain, Ink::Text3, Side::Middle, (x, AXIS / 2.0));
        }
        self.on.line(guide, &[(0.0, AXIS - 0.5), (width, AXIS - 0.5)]);
        self.part();
    }

    /// Which part of the run is in sight, if it is not all of it: a thumb along the upper edge.
    fn part(&mut self) {
        let (bounds, view) = (self.scene.bounds, self.scene.shown.view());
        if view.span() >= bounds.span() * 0.999 {
            return;
        }
        let whole = self.scene.shown.width();
        let at = (view.start() - bounds.start()) / bounds.span() * whole;
        let width = (view.span() / bounds.span() * whole).max(8.0);
        self.on.fill(Ink::Guide, 1.0, Area::new(self.scene.left, 1.0, whole, 3.0), 1.5);
        let thumb = Area::new(self.scene.left + at.min(whole - width), 1.0, width, 3.0);
        self.on.fill(Ink::Accent, 0.8, thumb, 1.5);
    }

    /// Lines between the rows, and the chosen row.
    fn ground(&mut self, visible: std::ops::Range<usize>) {
        let width = self.scene.size.0;
        for row in visible.filter_map(|index| self.scene.rows.get(index)) {
            let top = AXIS + row.top - self.scene.scrolled;
            if self.scene.chosen.is_some_and(|(lane, _)| lane == row.lane) {
                self.on.fill(Ink::AccentSoft, 0.7, Area::new(0.0, top, width, row.height), 0.0);
            }
            let bottom = (top + row.height).round() - 0.5;
            self.on.line(Stroke::new(Ink::Guide, 1.0).faint(0.7), &[(0.0, bottom), (width, bottom)]);
        }
    }

    /// Where the loop is blocked nothing goes on anywhere: a band across all rows.
    fn blocks(&mut self) {
        let (first, last) = self.scene.shown.moments();
        let timeline = self.scene.timeline;
        let from = timeline.blocks.partition_point(|block| timeline.block(*block).1 < first);
        let mut covered = f64::MIN;
        for block in timeline.blocks.get(from..).unwrap_or(&[]) {
            let (start, end) = timeline.block(*block);
            if start > last {
                break;
            }
            let (x, to) =
                (self.x(start).max(self.scene.left - MARGIN), self.x(end).min(self.right() + MARGIN));
            // Bands of less than a pixel are left out: their bars are seen.
            if to - x >= 1.0 && to > covered {
                let height = self.scene.size.1 - AXIS;
                self.on.fill(Ink::Blocked, 0.09, Area::new(x, AXIS, to - x, height), 0.0);
                covered = to;
            }
        }
    }

    /// Idle stretches that are drawn short.
    fn gaps(&mut self) {
        let height = self.scene.size.1 - AXIS;
        for gap in &self.axis.gaps {
            let area = Area::new(self.scene.left + gap.x, AXIS, gap.width, height);
            self.on.hatch(Ink::Guide, 1.0, area, 0.0);
        }
    }

    /// The edges of the gaps, torn through the bars.
    fn tears(&mut self) {
        let (left, height) = (self.scene.left, self.scene.size.1);
        for gap in &self.axis.gaps {
            for x in [left + gap.x, left + gap.x + gap.width] {
                let mut points = Vec::new();
                let mut y = AXIS;
                while y < height + 4.0 {
                    points.push((x + if points.len() % 2 == 0 { -2.0 } else { 2.0 }, y));
                    y += 5.0;
                }
                self.on.line(Stroke::new(Ink::Surface, 4.0), &points);
                self.on.line(Stroke::new(Ink::Text3, 1.0).faint(0.7), &points);
            }
        }
    }

    /// The playhead and other moments, over everything else.
    fn moments(&mut self) {
        let height = self.scene.size.1;
        if let Some(x) = self.in_sight(self.scene.marked) {
            self.on.line(Stroke::new(Ink::Accent, 1.5).dashed(), &[(x, AXIS), (x, height)]);
        }
        if let Some(playhead) = self.scene.playhead {
            let x = self.x(playhead).max(0.0);
            let future = Area::new(x, AXIS, (self.scene.size.0 - x).max(0.0), height - AXIS);
            self.on.fill(Ink::Surface, 0.55, future, 0.0);
        }
        if let Some(x) = self.scene.pointer {
            self.on.line(Stroke::new(Ink::Text3, 1.0).faint(0.5), &[(x, AXIS), (x, height)]);
        }
        for moment in [self.scene.present, self.scene.playhead] {
            if let Some(x) = self.in_sight(moment) {
                self.on.line(Stroke::new(Ink::Playhead, 1.5), &[(x, AXIS - 6.0), (x, height)]);
            }
        }
    }

    fn in_sight(&self, moment: Option<Time>) -> Option<f64> {
        let x = self.scene.shown.x(moment?);
        (-1.0..=self.scene.shown.width() + 1.0).contains(&x).then_some(self.scene.left + x)
    }

    /// Labels on the axis, over what is written there.
    fn flags(&mut self) {
        for index in 0..self.axis.gaps.len() {
            let gap = &self.axis.gaps[index];
            let text = format!("{} idle", format::span(gap.time));
            let x = self.scene.left + gap.x + gap.width / 2.0;
            self.flag(&text, x, Ink::Guide, Ink::Text2);
        }
        if let Some(x) = self.scene.pointer {
            let moment = self.scene.shown.moment(x - self.scene.left);
            let grain = self.scene.shown.view().span() / self.scene.shown.width().max(1.0);
            self.flag(&format::moment(rounded(moment, grain)), x, Ink::Text3, Ink::Surface);
        }
        if let (Some(x), Some(moment)) = (self.in_sight(self.scene.marked), self.scene.marked) {
            self.flag(&format::moment(moment), x, Ink::Accent, Ink::OnAccent);
        }
        if let (Some(x), Some(moment)) = (self.in_sight(self.scene.playhead), self.scene.playhead) {
            self.flag(&format::moment(moment), x, Ink::Playhead, Ink::Surface);
        }
    }

    fn flag(&mut self, text: &str, x: f64, ground: Ink, ink: Ink) {
        let width = self.scene.size.0;
        let half = self.on.width_of(text, Face::Bold) / 2.0 + 7.0;
        let x = x.clamp(half + 1.0, (width - half - 1.0).max(half + 1.0));
        self.on.fill(ground, 1.0, Area::new(x - half, 5.0, 2.0 * half, AXIS - 10.0), 9.0);
        self.on.text(text, Face::Bold, ink, Side::Middle, (x, AXIS / 2.0 + 0.5));
    }

    fn item(&mut self, item: &DrawItem) {
        let Some(row) = self.scene.rows.get(self.first + item.row as usize) else { return };
        let bar = Area::new(self.scene.left + item.x, self.bar_top(row), item.width, BAR);
        match item.shape {
            Shape::Span { phase, index, open } => self.span(item, phase, index as usize, open, bar),
            Shape::Merged { phase, blocked, .. } => {
                let phase = if blocked { Phase::Blocked } else { phase };
                let area = Area::new(bar.x, bar.y + 4.0, bar.width.max(1.0), BAR - 8.0);
                self.on.fill(marks::ink(phase), 0.75, area, 0.0);
            }
            Shape::Frame { depth, index } => self.strip(item, depth, index as usize, bar),
            Shape::Steps { .. } => {
                self.on.fill(Ink::Running, 1.0, Area::new(bar.x - 1.5, bar.y - 3.0, 3.0, BAR + 6.0), 1.5);
            }
            // Painted last, over the arrows.
            Shape::End(_) => {}
        }
    }

    fn span(&mut self, item: &DrawItem, phase: Phase, index: usize, open: bool, bar: Area) {
        let lane = self.scene.timeline.lane(item.lane);
        // What blocks a thread of its own blocks nothing else: it is as good as running.
        let quiet = phase == Phase::Blocked && lane.is_some_and(|lane| lane.worker);
        let phase = if quiet { Phase::Running } else { phase };
        // A wait without an end has none in sight; while the run goes on, it ends at the present.
        let ended = self.scene.timeline.state != TraceState::Running;
        let beyond = if open && ended && phase == Phase::Waiting { 2.0 * MARGIN } else { 0.0 };
        marks::bar(self.on, phase, Area { width: bar.width + beyond, ..bar });
        if item.width >= LABEL_FROM
            && let Some(label) = lane.and_then(|lane| words::label(self.scene.timeline, lane, index))
        {
            self.bar_label(item.row as usize, &label, phase, bar);
        }
        if self.scene.chosen == Some((item.lane, Some(index))) {
            self.on.outline(Stroke::new(Ink::Text, 1.5), bar.inset(-2.0), 6.0);
        }
    }

    /// A label inside a bar, as much of it as there is room for.
    fn bar_label(&mut self, row: usize, label: &str, phase: Phase, bar: Area) {
        let from = bar.x.max(self.scene.left) + 8.0;
        let room = bar.x + bar.width - from - 6.0;
        let Some(text) = self.fitting(label, Face::Plain, room) else { return };
        let width = self.on.width_of(&text, Face::Plain);
        let ink = match phase {
            Phase::Running => Ink::OnAccent,
            Phase::Blocked => Ink::OnBlocked,
            Phase::Sleeping => Ink::Text,
            Phase::Ready | Phase::Waiting => Ink::Text2,
        };
        // A quiet patch, so that hatch and line do not run through the letters.
        let patch = Area::new(from - 4.0, bar.y + 2.0, width + 8.0, BAR - 4.0);
        match phase {
            Phase::Sleeping => self.on.fill(Ink::SleepingSoft, 1.0, patch, 3.0),
            Phase::Ready => self.on.fill(Ink::Surface, 1.0, patch, 3.0),
            _ => {}
        }
        self.on.text(&text, Face::Plain, ink, Side::Left, (from, bar.y + BAR / 2.0 + 0.5));
        if let Some(labelled) = self.labelled.get_mut(row) {
            *labelled = from + width;
        }
    }

    /// The strip of a coroutine inside the task.
    fn strip(&mut self, item: &DrawItem, depth: u32, index: usize, bar: Area) {
        if depth > NESTED_LEVELS {
            return;
        }
        let lane = self.scene.timeline.lane(item.lane);
        let frame = lane.and_then(|lane| lane.frames.get(depth as usize)?.get(index));
        let y = bar.y + BAR + 3.0 + f64::from(depth - 1) * NESTED;
        let area = Area::new(bar.x, y, bar.width, STRIP);
        // The engine's own have no place in the program.
        let own = frame.is_some_and(|frame| frame.location.line > 0);
        self.on.fill(if own { Ink::AccentSoft } else { Ink::Guide }, 1.0, area, 3.0);
        if own {
            self.on.fill(Ink::Running, 0.55, Area::new(area.x, y, area.width.min(2.0), STRIP), 1.0);
        }
        let Some(frame) = frame.filter(|_| item.width >= LABEL_FROM) else { return };
        let from = area.x.max(self.scene.left) + 7.0;
        let room = area.x + area.width - from - 4.0;
        let full = format!("await {}()", frame.name);
        let text = if self.on.width_of(&full, Face::Code) <= room { Some(full) } else { None };
        if let Some(text) = text.or_else(|| self.fitting(&format!("{}()", frame.name), Face::Code, room)) {
            self.on.text(&text, Face::Code, Ink::Text2, Side::Left, (from, y + STRIP / 2.0 + 0.5));
        }
    }

    /// As much of a text as fits, if that is worth reading.
    fn fitting(&mut self, text: &str, face: Face, room: f64) -> Option<String> {
        const WORTH_READING: usize = 4;
        let width = self.on.width_of(text, face);
        if width <= room {
            return Some(text.to_owned());
        }
        let count = text.chars().count();
        let kept = (room / width * count as f64) as usize;
        let kept = kept.checked_sub(1).filter(|kept| *kept >= WORTH_READING)?;
        Some(text.chars().take(kept).chain(['…']).collect())
    }
}

/// A moment as exact as a pixel is.
fn rounded(moment: Time, grain: f64) -> Time {
    let mut step = 1_u64;
    while (step as f64) < grain {
        step = step.saturating_mul(10);
    }
    let step = (step / 10).max(1);
    Time((moment.0 + step / 2) / step * step)
}

/// How high a picture of all rows is, in CSS pixels.
#[must_use]
pub fn height(rows: &Rows) -> f64 {
    AXIS + rows.height().max(ROW)
}
