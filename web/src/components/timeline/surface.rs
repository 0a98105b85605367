//! The canvas as a surface for the trace's picture.
//!
//! What a call costs is mostly the way to the browser: colours are set only when they change, and narrow
//! rectangles have no round corners.

use loopscope_trace::picture::{Area, Face, Ink, Side, Stroke, Surface};
use web_sys::CanvasRenderingContext2d as Canvas;

use super::palette::Palette;

/// Space between the strokes of a hatch.
const HATCH: f64 = 6.0;
/// Narrower rectangles have no round corners.
const ROUND_FROM: f64 = 3.0;

/// A canvas, in the colours of a theme.
pub(crate) struct CanvasSurface<'c> {
    canvas: &'c Canvas,
    palette: &'c Palette,
    filled: Option<Ink>,
    stroked: Option<Ink>,
    face: Option<Face>,
    alpha: f64,
}

impl<'c> CanvasSurface<'c> {
    pub(crate) fn new(canvas: &'c Canvas, palette: &'c Palette) -> CanvasSurface<'c> {
        let surface = CanvasSurface { canvas, palette, filled: None, stroked: None, face: None, alpha: 1.0 };
        canvas.set_global_alpha(1.0);
        canvas.set_text_baseline("middle");
        surface
    }

    fn fill_with(&mut self, ink: Ink, alpha: f64) {
        if self.filled.replace(ink) != Some(ink) {
            self.canvas.set_fill_style_str(self.palette.of(ink));
        }
        self.fade(alpha);
    }

    fn stroke_with(&mut self, ink: Ink, alpha: f64, width: f64) {
        if self.stroked.replace(ink) != Some(ink) {
            self.canvas.set_stroke_style_str(self.palette.of(ink));
        }
        self.canvas.set_line_width(width);
        self.fade(alpha);
    }

    fn fade(&mut self, alpha: f64) {
        if self.alpha != alpha {
            self.alpha = alpha;
            self.canvas.set_global_alpha(alpha);
        }
    }

    fn path(&self, area: Area, radius: f64) {
        self.canvas.begin_path();
        let Area { x, y, width, height } = area;
        // Fails for a negative radius only.
        let _ = self.canvas.round_rect_with_f64(x, y, width, height, radius.min(width / 2.0));
    }

    fn stroke(&mut self, stroke: Stroke) {
        self.stroke_with(stroke.ink, stroke.alpha, stroke.width);
        if stroke.dashed {
            // Fails for what is no list of numbers only.
            let _ = self.canvas.set_line_dash(&js_sys::Array::of2(&4.into(), &3.into()));
        }
        self.canvas.stroke();
        if stroke.dashed {
            let _ = self.canvas.set_line_dash(&js_sys::Array::new());
        }
    }

    fn trace(&self, points: &[(f64, f64)]) {
        self.canvas.begin_path();
        for (index, (x, y)) in points.iter().enumerate() {
            if index == 0 { self.canvas.move_to(*x, *y) } else { self.canvas.line_to(*x, *y) }
        }
    }

    fn set_face(&mut self, face: Face) {
        if self.face.replace(face) != Some(face) {
            self.canvas.set_font(self.palette.font(face));
        }
    }

    /// The canvas forgets its colours with each [`Canvas::restore`], and so must this.
    fn forget(&mut self) {
        self.filled = None;
        self.stroked = None;
        self.face = None;
        self.alpha = f64::NAN;
    }
}

impl Surface for CanvasSurface<'_> {
    fn fill(&mut self, ink: Ink, alpha: f64, area: Area, radius: f64) {
        self.fill_with(ink, alpha);
        if radius > 0.0 && area.width >= ROUND_FROM {
            self.path(area, radius);
            self.canvas.fill();
        } else {
            self.canvas.fill_rect(area.x, area.y, area.width, area.height);
        }
    }

    fn outline(&mut self, stroke: Stroke, area: Area, radius: f64) {
        self.path(area, radius);
        self.stroke(stroke);
    }

    fn hatch(&mut self, ink: Ink, alpha: f64, area: Area, radius: f64) {
        let canvas = self.canvas;
        canvas.save();
        self.path(area, radius);
        canvas.clip();
        self.stroke_with(ink, alpha, 1.2);
        canvas.begin_path();
        // Fixed to the bar's left end; of a bar that begins out of sight only the phase is kept.
        let mut at = area.x - area.height;
        while at < area.x + area.width {
            canvas.move_to(at, area.y + area.height);
            canvas.line_to(at + area.height, area.y);
            at += HATCH;
        }
        canvas.stroke();
        canvas.restore();
        self.forget();
    }

    fn line(&mut self, stroke: Stroke, points: &[(f64, f64)]) {
        self.trace(points);
        self.stroke(stroke);
    }

    fn curve(&mut self, stroke: Stroke, [from, by, to]: [(f64, f64); 3]) {
        self.canvas.begin_path();
        self.canvas.move_to(from.0, from.1);
        self.canvas.quadratic_curve_to(by.0, by.1, to.0, to.1);
        self.stroke(stroke);
    }

    fn polygon(&mut self, ink: Ink, alpha: f64, points: &[(f64, f64)]) {
        self.fill_with(ink, alpha);
        self.trace(points);
        self.canvas.fill();
    }

    fn disc(&mut self, ink: Ink, (x, y): (f64, f64), radius: f64) {
        self.fill_with(ink, 1.0);
        self.canvas.begin_path();
        // Fails for a negative radius only.
        let _ = self.canvas.arc(x, y, radius, 0.0, std::f64::consts::TAU);
        self.canvas.fill();
    }

    fn text(&mut self, text: &str, face: Face, ink: Ink, side: Side, (x, y): (f64, f64)) {
        self.fill_with(ink, 1.0);
        self.set_face(face);
        self.canvas.set_text_align(if side == Side::Middle { "center" } else { "left" });
        // Fails for a place that is not finite only.
        let _ = self.canvas.fill_text(text, x, y);
    }

    fn width_of(&mut self, text: &str, face: Face) -> f64 {
        self.set_face(face);
        self.canvas.measure_text(text).map_or(f64::MAX, |measure| measure.width())
    }

    fn clip(&mut self, area: Area) {
        self.canvas.save();
        self.canvas.begin_path();
        self.canvas.rect(area.x, area.y, area.width, area.height);
        self.canvas.clip();
    }

    fn unclip(&mut self) {
        self.canvas.restore();
        self.forget();
    }
}
