//! What pointers and the wheel do to the timeline: zoom, pan, move the playhead, choose a span, go to its line.
//!
//! One finger or the mouse's button pans, two fingers pinch; on the axis the playhead follows.

use loopscope_trace::layout::span_at;
use loopscope_trace::timeline::LaneId;
use loopscope_trace::view::View;
use web_sys::Element;
use yew::prelude::*;

use super::drag::Note;
use super::{Drag, TimelinePane};
use crate::components::timeline::{AXIS, MARGIN, SLACK};

/// How far a pointer may move between press and release and still have clicked, in CSS pixels.
const CLICK: f64 = 4.0;

/// A pointer that is down.
#[derive(Clone, Copy)]
pub(super) struct Down {
    id: i32,
    x: f64,
    y: f64,
}

impl TimelinePane {
    /// Shows `factor` times as much time; the moment at `x` in the plot stays where it is.
    pub(super) fn zoom(&mut self, ctx: &Context<Self>, factor: f64, x: f64) {
        if let (Some(view), Some(bounds)) = (self.current_view(ctx), self.bounds(ctx)) {
            let zoomed = view.zoomed(factor, x, self.plot_width(), &bounds);
            self.view = (zoomed.span() < bounds.span()).then_some(zoomed);
        }
    }

    pub(super) fn pan(&mut self, ctx: &Context<Self>, from: View, dx: f64) {
        if let Some(bounds) = self.bounds(ctx)
            && from.span() < bounds.span()
        {
            self.view = Some(from.panned(dx, self.plot_width(), &bounds));
        }
    }

    /// The position of a pointer on the canvas; left of it are the names.
    pub(super) fn position(&self, event: &MouseEvent) -> Option<(f64, f64)> {
        let frame = self.canvas.cast::<Element>()?.get_bounding_client_rect();
        Some((f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top()))
    }

    /// A pointer went down; whether anything is to be seen of it.
    pub(super) fn pressed(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
        self.touch = is_touch(event);
        let Some((x, y)) = self.position(event) else { return false };
        self.downs.retain(|down| down.id != event.pointer_id());
        self.downs.push(Down { id: event.pointer_id(), x, y });
        if self.downs.len() > 1 {
            // Two fingers pinch: neither of them means anything else.
            self.seeking = false;
            self.cancel_stretch(ctx);
            if let Some(drag) = &mut self.drag {
                drag.moved = true;
            }
            return false;
        }
        self.note = None;
        if self.begin_seek(ctx, event) || self.begin_stretch(ctx, event, (x, y)) {
            return true;
        }
        if let Some(start) = self.current_view(ctx).filter(|_| x >= 0.0) {
            self.drag = Some(Drag { x, start, moved: false, chosen: self.chosen });
        }
        false
    }

    /// A pointer went up, or was taken by the browser to scroll.
    pub(super) fn lifted(&mut self, event: &PointerEvent) {
        self.downs.retain(|down| down.id != event.pointer_id());
    }

    /// Pressed on the axis: the playhead comes here, and follows until the release.
    fn begin_seek(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
        let on_axis = self.position(event).is_some_and(|(x, y)| (0.0..AXIS).contains(&y) && x >= 0.0);
        if !on_axis || event.button() != 0 {
            return false;
        }
        self.seeking = true;
        self.capture(event);
        self.seek_to(ctx, event);
        true
    }

    /// Without it a drag ends at the edge.
    fn capture(&self, event: &PointerEvent) {
        if let Some(element) = self.scroller.cast::<Element>() {
            // A pointer that has gone cannot be kept.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
    }

    fn seek_to(&self, ctx: &Context<Self>, event: &PointerEvent) {
        let (Some((x, _)), Some(shown)) = (self.position(event), self.projection(ctx)) else { return };
        ctx.props().on_scrub.emit(shown.moment((x - MARGIN).clamp(0.0, shown.width())));
    }

    pub(super) fn moved(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
        let Some((x, y)) = self.position(event) else { return false };
        if self.pinched(ctx, event, x, y) {
            return true;
        }
        if self.stretching(event, x) {
            return false;
        }
        if self.seeking {
            self.seek_to(ctx, event);
            return false;
        }
        if let Some(drag) = &mut self.drag {
            let dx = x - drag.x;
            let begins = !drag.moved && dx.abs() > CLICK;
            drag.moved |= begins;
            let (start, moved) = (drag.start, drag.moved);
            if begins {
                self.capture(event);
            }
            if moved {
                self.pan(ctx, start, -dx);
                return true;
            }
        }
        self.pointer = Some((x, y));
        self.touch = is_touch(event);
        self.feel(ctx, x, y);
        let found = self.grip.map(|(lane, index)| (lane, Some(index))).or_else(|| self.under(ctx, x, y));
        self.choose(ctx, found);
        true
    }

    /// With two fingers down: what was between them stays between them.
    fn pinched(&mut self, ctx: &Context<Self>, event: &PointerEvent, x: f64, y: f64) -> bool {
        let Some(moved) = self.downs.iter().position(|down| down.id == event.pointer_id()) else {
            return false;
        };
        let before = std::mem::replace(&mut self.downs[moved], Down { id: event.pointer_id(), x, y });
        let Some(other) = self.downs.iter().find(|down| down.id != event.pointer_id()).copied() else {
            return false;
        };
        let apart = |down: Down| (down.x - other.x).hypot(down.y - other.y).max(16.0);
        let (from, to) = (apart(before), apart(self.downs[moved]));
        self.zoom(ctx, from / to, (before.x + other.x) / 2.0 - MARGIN);
        if let Some(view) = self.current_view(ctx) {
            self.pan(ctx, view, (before.x - x) / 2.0);
        }
        true
    }

    /// What is at a place of the canvas: a span, or left of it and between spans only a lane.
    pub(super) fn under(&self, ctx: &Context<Self>, x: f64, y: f64) -> Option<(LaneId, Option<usize>)> {
        if y < AXIS {
            return None;
        }
        let row = self.rows.get(self.rows.at(y - AXIS + self.scrolled)?)?;
        let shown = self.projection(ctx)?;
        let picture = ctx.props().picture.as_ref()?;
        let found =
            if x < 0.0 { None } else { span_at(&picture.timeline(), row.lane, &shown, x - MARGIN, SLACK) };
        Some((row.lane, found))
    }

    pub(super) fn choose(&mut self, ctx: &Context<Self>, chosen: Option<(LaneId, Option<usize>)>) -> bool {
        if self.chosen == chosen {
            return false;
        }
        self.chosen = chosen;
        self.end_nudge(ctx);
        // The way to its button leads over other spans.
        self.note = self.note.take().filter(Note::is_done);
        ctx.props().on_point.emit(self.chosen_line(ctx));
        true
    }

    /// The line of what is chosen: of a span, or where a task was created; 0 if there is none.
    fn chosen_line(&self, ctx: &Context<Self>) -> u32 {
        let (Some((lane, span)), Some(picture)) = (self.chosen, &ctx.props().picture) else { return 0 };
        let timeline = picture.timeline();
        let Some(lane) = timeline.lane(lane) else { return 0 };
        let span = span.and_then(|index| lane.spans.get(index));
        span.map_or(lane.created_location, |span| span.location).line
    }

    pub(super) fn reveal(&self, ctx: &Context<Self>) {
        let line = self.chosen_line(ctx);
        if line > 0 {
            ctx.props().on_line.emit(line);
        }
    }

    pub(super) fn wheel(&mut self, ctx: &Context<Self>, event: &WheelEvent) -> bool {
        let Some((x, _)) = self.position(event) else { return false };
        if event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            self.zoom(ctx, (event.delta_y() * 0.002).exp(), x - MARGIN);
            return true;
        }
        let sideways = if event.shift_key() { event.delta_y() } else { event.delta_x() };
        if sideways == 0.0 {
            return false;
        }
        if let Some(view) = self.current_view(ctx) {
            // Else the browser might go back a page.
            event.prevent_default();
            self.pan(ctx, view, sideways);
        }
        true
    }
}

pub(super) fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}
