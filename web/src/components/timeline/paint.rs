//! Painting: draw items onto a canvas. All positions are CSS pixels of the canvas.

use loopscope_core::time::Time;
use loopscope_trace::axis::axis;
use loopscope_trace::format;
use loopscope_trace::timeline::{ArrowKind, LaneId, Phase, Timeline};
use loopscope_trace::view::{DrawItem, EndKind, Shape, View, arrows, layout};
use web_sys::CanvasRenderingContext2d as Canvas;

use super::palette::Palette;
use super::words;
use super::{AXIS, MARGIN, ROW};

/// Height of a bar.
const BAR: f64 = 18.0;
/// Distance of a bar from the top of its row.
const BAR_TOP: f64 = 8.0;
/// Space between the strokes of a hatch.
const HATCH: f64 = 6.0;
/// More arrows than these say nothing any more.
const MOST_ARROWS: usize = 120;
/// The narrowest bar that gets a label.
const LABEL_FROM: f64 = 56.0;

/// What to paint.
pub(crate) struct Scene<'s> {
    pub(crate) timeline: &'s Timeline,
    /// All rows, from the top.
    pub(crate) rows: &'s [LaneId],
    pub(crate) view: View,
    /// Width and height of the canvas.
    pub(crate) size: (f64, f64),
    /// How far the rows are scrolled up.
    pub(crate) scrolled: f64,
    /// The row and span that is pointed at or chosen.
    pub(crate) chosen: Option<(LaneId, usize)>,
    /// The moment that is looked at, or the present of a live run.
    pub(crate) playhead: Option<Time>,
    /// Whether somebody put the playhead there: it has a handle on the axis.
    pub(crate) held: bool,
    /// The moment that the link points at.
    pub(crate) marked: Option<Time>,
}

impl Scene<'_> {
    fn plot_width(&self) -> f64 {
        (self.size.0 - 2.0 * MARGIN).max(1.0)
    }

    fn visible(&self) -> std::ops::Range<usize> {
        let first = (self.scrolled / ROW).floor().max(0.0) as usize;
        let last = ((self.scrolled + self.size.1 - AXIS) / ROW).ceil().max(0.0) as usize;
        first.min(self.rows.len())..last.min(self.rows.len())
    }

    /// Paints all of it.
    pub(crate) fn paint(&self, canvas: &Canvas, colours: &Palette) {
        if self.size.0 < 2.0 * MARGIN || self.size.1 < AXIS {
            // Not in sight.
            return;
        }
        let brush = Brush { canvas, colours };
        canvas.clear_rect(0.0, 0.0, self.size.0, self.size.1);
        let visible = self.visible();
        let rows = &self.rows[visible.clone()];
        let top = |row: usize| AXIS + (visible.start + row) as f64 * ROW - self.scrolled;

        canvas.save();
        brush.clip(0.0, AXIS, self.size.0, self.size.1 - AXIS);
        for (row, lane) in rows.iter().enumerate() {
            let chosen = self.chosen.is_some_and(|(id, _)| id == *lane);
            if chosen || (visible.start + row) % 2 == 1 {
                canvas.set_fill_style_str(if chosen { &colours.accent_soft } else { &colours.stripe });
                canvas.set_global_alpha(if chosen { 1.0 } else { 0.5 });
                canvas.fill_rect(0.0, top(row), self.size.0, ROW);
                canvas.set_global_alpha(1.0);
            }
        }
        canvas.restore();
        self.axis(&brush);

        canvas.save();
        brush.clip(0.0, AXIS, self.size.0, self.size.1 - AXIS);
        // A fault in translating is not possible with finite numbers.
        let _ = canvas.translate(MARGIN, 0.0);
        if let Some(x) = self.marked_x() {
            brush.dashed(&colours.accent, x, AXIS, self.size.1);
        }
        for item in layout(self.timeline, rows, &self.view, self.plot_width()) {
            self.item(&brush, &item, top(item.row as usize));
        }
        self.arrows(&brush, rows, top);
        if let Some(now) = self.playhead {
            let x = self.view.x(now, self.plot_width());
            canvas.set_fill_style_str(&colours.playhead);
            canvas.fill_rect(x - 0.75, AXIS, 1.5, self.size.1 - AXIS);
        }
        canvas.restore();
        if let Some(now) = self.playhead.filter(|_| self.held) {
            let x = MARGIN + self.view.x(now, self.plot_width());
            brush.rounded(x - 4.0, AXIS - 13.0, 8.0, 12.0, 3.0);
            canvas.set_fill_style_str(&colours.playhead);
            canvas.fill();
        }
    }

    fn axis(&self, brush: &Brush<'_>) {
        let (canvas, colours) = (brush.canvas, brush.colours);
        let axis = axis(&self.view, self.plot_width(), 72.0);
        canvas.set_font(&format!("11px {}", colours.font));
        canvas.set_text_baseline("middle");
        canvas.set_text_align("center");
        let last = axis.ticks.len().saturating_sub(1);
        for (index, tick) in axis.ticks.iter().enumerate() {
            let x = (MARGIN + tick.x).round() + 0.5;
            brush.line(&colours.guide, 1.0, &[(x, AXIS), (x, self.size.1)]);
            // The unit once, at the end of the axis.
            let label =
                if index == last { format!("{} {}", tick.label, axis.unit) } else { tick.label.clone() };
            let half = label.chars().count() as f64 * 3.2;
            canvas.set_fill_style_str(&colours.ink_3);
            let _ = canvas.fill_text(
                &label,
                x.clamp(half + 2.0, (self.size.0 - half - 2.0).max(half + 2.0)),
                AXIS / 2.0,
            );
        }
        brush.line(&colours.guide, 1.0, &[(0.0, AXIS - 0.5), (self.size.0, AXIS - 0.5)]);
        if let (Some(x), Some(moment)) = (self.marked_x(), self.marked) {
            brush.flag(&format::moment(moment), MARGIN + x, self.size.0);
        }
    }

    /// Where the marked moment is in the plot, if it is in sight.
    fn marked_x(&self) -> Option<f64> {
        let x = self.view.x(self.marked?, self.plot_width());
        (-1.0..=self.plot_width() + 1.0).contains(&x).then_some(x)
    }

    fn item(&self, brush: &Brush<'_>, item: &DrawItem, top: f64) {
        let y = top + BAR_TOP;
        match item.shape {
            Shape::Span { phase, index, open } => {
                let lane = self.timeline.lane(item.lane);
                // What blocks a thread of its own blocks nothing else: it is as good as running.
                let quiet = phase == Phase::Blocked && lane.is_some_and(|lane| lane.worker);
                let phase = if quiet { Phase::Running } else { phase };
                // A wait without an end has none in sight.
                let beyond = if open && phase == Phase::Waiting { 2.0 * MARGIN } else { 0.0 };
                brush.span(phase, item.x, y, item.width + beyond);
                if item.width >= LABEL_FROM
                    && let Some(label) =
                        lane.and_then(|lane| words::label(self.timeline, lane, index as usize))
                {
                    brush.label(&label, phase, item.x, y, item.width);
                }
                if self.chosen == Some((item.lane, index as usize)) {
                    brush.frame(item.x, y, item.width);
                }
            }
            Shape::Merged { phase, blocked, .. } => {
                let phase = if blocked { Phase::Blocked } else { phase };
                brush.canvas.set_fill_style_str(brush.colours.phase(phase));
                brush.canvas.set_global_alpha(0.65);
                brush.canvas.fill_rect(item.x, y + 3.0, item.width.max(1.0), BAR - 6.0);
                brush.canvas.set_global_alpha(1.0);
            }
            Shape::Frame { depth, .. } => {
                let y = y + BAR + f64::from(depth.min(2)) * 4.0 - 1.0;
                brush.canvas.set_fill_style_str(&brush.colours.running);
                brush.canvas.set_global_alpha(0.35);
                brush.rounded(item.x, y, item.width.max(2.0), 2.5, 1.0);
                brush.canvas.fill();
                brush.canvas.set_global_alpha(1.0);
            }
            Shape::Steps { .. } => {
                brush.canvas.set_fill_style_str(&brush.colours.running);
                brush.canvas.fill_rect(item.x - 1.0, y - 2.0, 2.0, BAR + 4.0);
            }
            Shape::End(end) => brush.end(end, item.x, y + BAR / 2.0),
        }
    }

    /// Who created whom and who woke whom: vertical, since both happen at one moment.
    fn arrows(&self, brush: &Brush<'_>, rows: &[LaneId], top: impl Fn(usize) -> f64) {
        let shown = arrows(self.timeline, &self.view);
        if shown.len() > MOST_ARROWS {
            return;
        }
        let middle = |lane: LaneId| {
            let row = rows.iter().position(|row| *row == lane)?;
            Some(top(row) + BAR_TOP + BAR / 2.0)
        };
        for arrow in shown {
            let colour = match arrow.kind {
                ArrowKind::Created => &brush.colours.ink_3,
                ArrowKind::Woke => &brush.colours.running,
                ArrowKind::Cancelled => &brush.colours.cancelled,
                ArrowKind::WaitsOn => continue,
            };
            if let (Some(from), Some(to)) = (middle(arrow.from), middle(arrow.to))
                && from != to
            {
                let down = (to - from).signum();
                let x = self.view.x(arrow.at, self.plot_width());
                brush.arrow(colour, x, from + down * (BAR / 2.0 + 2.0), to - down * (BAR / 2.0 + 3.0), down);
            }
        }
    }
}

struct Brush<'b> {
    canvas: &'b Canvas,
    colours: &'b Palette,
}

impl Brush<'_> {
    fn clip(&self, x: f64, y: f64, width: f64, height: f64) {
        self.canvas.begin_path();
        self.canvas.rect(x, y, width, height);
        self.canvas.clip();
    }

    fn line(&self, colour: &str, width: f64, points: &[(f64, f64)]) {
        self.canvas.begin_path();
        for (index, (x, y)) in points.iter().enumerate() {
            if index == 0 { self.canvas.move_to(*x, *y) } else { self.canvas.line_to(*x, *y) }
        }
        self.canvas.set_stroke_style_str(colour);
        self.canvas.set_line_width(width);
        self.canvas.stroke();
    }

    fn dashed(&self, colour: &str, x: f64, top: f64, bottom: f64) {
        let dashes = js_sys::Array::of2(&4.into(), &3.into());
        // Fails for what is no list of numbers only.
        let _ = self.canvas.set_line_dash(&dashes);
        self.line(colour, 1.5, &[(x, top), (x, bottom)]);
        let _ = self.canvas.set_line_dash(&js_sys::Array::new());
    }

    /// A label on the axis, over what is written there.
    fn flag(&self, text: &str, x: f64, width: f64) {
        let (canvas, colours) = (self.canvas, self.colours);
        canvas.set_font(&format!("600 11px {}", colours.font));
        let half = canvas.measure_text(text).map_or(20.0, |measure| measure.width() / 2.0) + 6.0;
        let x = x.clamp(half + 1.0, (width - half - 1.0).max(half + 1.0));
        canvas.set_fill_style_str(&colours.accent);
        self.rounded(x - half, 5.0, 2.0 * half, AXIS - 10.0, 9.0);
        canvas.fill();
        canvas.set_fill_style_str(&colours.accent_ink);
        let _ = canvas.fill_text(text, x, AXIS / 2.0 + 0.5);
    }

    fn rounded(&self, x: f64, y: f64, width: f64, height: f64, radius: f64) {
        self.canvas.begin_path();
        // Fails for a negative radius only.
        let _ = self.canvas.round_rect_with_f64(x, y, width, height, radius.min(width / 2.0));
    }

    /// A phase, by shape first: solid, thin, hatched, outlined, loud.
    fn span(&self, phase: Phase, x: f64, y: f64, width: f64) {
        let (canvas, colours) = (self.canvas, self.colours);
        let colour = colours.phase(phase);
        match phase {
            Phase::Running => {
                canvas.set_fill_style_str(colour);
                self.rounded(x, y, width.max(2.0), BAR, 3.0);
                canvas.fill();
            }
            Phase::Ready => {
                canvas.set_fill_style_str(colour);
                self.rounded(x, y + BAR / 2.0 - 2.0, width.max(1.0), 4.0, 2.0);
                canvas.fill();
            }
            Phase::Sleeping => {
                canvas.set_fill_style_str(&colours.sleeping_soft);
                self.rounded(x + 0.5, y + 0.5, (width - 1.0).max(1.0), BAR - 1.0, 4.0);
                canvas.fill();
                self.hatch(colour, x, y, width);
                self.outline(colour, x, y, width, 1.0);
            }
            Phase::Waiting => {
                canvas.set_fill_style_str(&colours.surface);
                self.rounded(x + 0.5, y + 3.5, (width - 1.0).max(1.0), BAR - 7.0, 4.0);
                canvas.fill();
                canvas.set_stroke_style_str(colour);
                canvas.set_line_width(1.0);
                canvas.stroke();
            }
            Phase::Blocked => {
                canvas.set_fill_style_str(colour);
                self.rounded(x, y - 3.0, width.max(2.0), BAR + 6.0, 3.0);
                canvas.fill();
            }
        }
    }

    fn hatch(&self, colour: &str, x: f64, y: f64, width: f64) {
        let canvas = self.canvas;
        canvas.save();
        self.rounded(x + 0.5, y + 0.5, (width - 1.0).max(1.0), BAR - 1.0, 4.0);
        canvas.clip();
        canvas.begin_path();
        // The strokes keep their places when the view moves by whole strokes only; good enough for the eye.
        let mut at = x - BAR;
        while at < x + width {
            canvas.move_to(at, y + BAR);
            canvas.line_to(at + BAR, y);
            at += HATCH;
        }
        canvas.set_global_alpha(0.45);
        canvas.set_stroke_style_str(colour);
        canvas.set_line_width(1.2);
        canvas.stroke();
        canvas.restore();
    }

    fn outline(&self, colour: &str, x: f64, y: f64, width: f64, line: f64) {
        self.rounded(x + 0.5, y + 0.5, (width - 1.0).max(1.0), BAR - 1.0, 4.0);
        self.canvas.set_stroke_style_str(colour);
        self.canvas.set_line_width(line);
        self.canvas.stroke();
    }

    /// Around what is pointed at.
    fn frame(&self, x: f64, y: f64, width: f64) {
        self.rounded(x - 1.5, y - 1.5, width.max(2.0) + 3.0, BAR + 3.0, 5.0);
        self.canvas.set_stroke_style_str(&self.colours.ink);
        self.canvas.set_line_width(1.5);
        self.canvas.stroke();
    }

    fn label(&self, text: &str, phase: Phase, x: f64, y: f64, width: f64) {
        let (canvas, colours) = (self.canvas, self.colours);
        canvas.set_font(&format!("11px {}", colours.font));
        let taken = canvas.measure_text(text).map_or(f64::MAX, |measure| measure.width());
        if taken + 14.0 > width {
            return;
        }
        canvas.set_text_align("left");
        canvas.set_text_baseline("middle");
        let colour = match phase {
            Phase::Blocked | Phase::Running => &colours.surface,
            Phase::Sleeping => &colours.ink,
            _ => &colours.ink_2,
        };
        if matches!(phase, Phase::Sleeping | Phase::Waiting) {
            // A quiet patch, so that hatch and outline do not run through the letters.
            let patch = if phase == Phase::Sleeping { &colours.sleeping_soft } else { &colours.surface };
            canvas.set_fill_style_str(patch);
            self.rounded(x + 5.0, y + 1.5, taken + 6.0, BAR - 3.0, 3.0);
            canvas.fill();
        }
        canvas.set_fill_style_str(colour);
        let _ = canvas.fill_text(text, x + 8.0, y + BAR / 2.0 + 0.5);
    }

    fn arrow(&self, colour: &str, x: f64, from: f64, to: f64, down: f64) {
        self.canvas.set_global_alpha(0.7);
        self.line(colour, 1.0, &[(x, from), (x, to)]);
        self.line(colour, 1.2, &[(x - 3.0, to - down * 4.0), (x, to), (x + 3.0, to - down * 4.0)]);
        self.canvas.set_global_alpha(1.0);
    }

    /// An end, by shape: a disc, a cross, a struck disc, an open bracket.
    fn end(&self, end: EndKind, x: f64, y: f64) {
        let (canvas, colours) = (self.canvas, self.colours);
        let colour = colours.end(end);
        let disc = |radius: f64, fill: &str| {
            canvas.begin_path();
            // Fails for a negative radius only.
            let _ = canvas.arc(x, y, radius, 0.0, std::f64::consts::TAU);
            canvas.set_fill_style_str(fill);
            canvas.fill();
        };
        disc(7.0, &colours.surface);
        match end {
            EndKind::Done => {
                disc(5.0, colour);
                self.line(&colours.surface, 1.4, &[(x - 2.4, y), (x - 0.6, y + 1.9), (x + 2.5, y - 1.8)]);
            }
            EndKind::Failed => {
                self.line(colour, 2.6, &[(x - 4.0, y - 4.0), (x + 4.0, y + 4.0)]);
                self.line(colour, 2.6, &[(x + 4.0, y - 4.0), (x - 4.0, y + 4.0)]);
            }
            EndKind::Cancelled => {
                disc(5.5, colour);
                disc(3.7, &colours.surface);
                self.line(colour, 1.8, &[(x - 3.6, y + 3.6), (x + 3.6, y - 3.6)]);
            }
            EndKind::CutOff => {
                self.line(colour, 1.8, &[(x - 3.0, y - 6.0), (x, y - 6.0), (x, y + 6.0), (x - 3.0, y + 6.0)]);
            }
        }
    }
}
