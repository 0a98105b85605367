//! What a pointer, the wheel and keys do to the timeline: zoom, pan, choose a span, go to its line.

use loopscope_core::time::Time;
use loopscope_trace::timeline::LaneId;
use loopscope_trace::view::{View, span_at};
use web_sys::Element;
use yew::prelude::*;

use super::TimelinePane;
use crate::components::timeline::{AXIS, MARGIN, ROW, SLACK};

/// How far a pointer may move between press and release and still have clicked, in CSS pixels.
const CLICK: f64 = 4.0;

impl TimelinePane {
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

    /// The position of a pointer on the canvas.
    pub(super) fn position(&self, event: &MouseEvent) -> Option<(f64, f64)> {
        let frame = self.canvas.cast::<Element>()?.get_bounding_client_rect();
        Some((f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top()))
    }

    /// Pressed on the axis: the playhead comes here, and follows until the release.
    pub(super) fn begin_seek(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
        let on_axis = self.position(event).is_some_and(|(x, y)| y < AXIS && x >= 0.0);
        if !on_axis || event.button() != 0 {
            return false;
        }
        self.seeking = true;
        if let Some(element) = self.scroller.cast::<Element>() {
            // Without it the drag ends at the edge; a pointer that has gone cannot be kept.
            let _ = element.set_pointer_capture(event.pointer_id());
        }
        self.seek_to(ctx, event);
        true
    }

    fn seek_to(&self, ctx: &Context<Self>, event: &PointerEvent) {
        let (Some((x, _)), Some(view)) = (self.position(event), self.current_view(ctx)) else { return };
        let Some(picture) = &ctx.props().picture else { return };
        let moment = view.moment(x - MARGIN, self.plot_width());
        ctx.props().on_seek.emit(Some(picture.seq_at(moment)));
    }

    pub(super) fn moved(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
        if self.seeking {
            self.seek_to(ctx, event);
            return false;
        }
        if let Some(drag) = &mut self.drag {
            let dx = f64::from(event.client_x()) - drag.x;
            if !drag.moved && dx.abs() > CLICK {
                drag.moved = true;
                if let Some(element) = self.scroller.cast::<Element>() {
                    // Without it a drag ends at the edge; a pointer that has gone cannot be kept.
                    let _ = element.set_pointer_capture(event.pointer_id());
                }
            }
            if drag.moved {
                let from = drag.start;
                self.pan(ctx, from, -dx);
                return true;
            }
        }
        let Some((x, y)) = self.position(event) else { return false };
        self.pointer = Some((x, y));
        self.touch = is_touch(event);
        let found = self.span_under(ctx, x, y);
        self.choose(ctx, found);
        true
    }

    pub(super) fn span_under(&self, ctx: &Context<Self>, x: f64, y: f64) -> Option<(LaneId, usize)> {
        if y < AXIS {
            return None;
        }
        let row = ((y - AXIS + self.scrolled) / ROW).floor();
        let lane = *self.rows.get(row.max(0.0) as usize)?;
        let picture = ctx.props().picture.as_ref()?;
        let view = self.current_view(ctx)?;
        let index = span_at(&picture.timeline(), lane, &view, self.plot_width(), x - MARGIN, SLACK)?;
        Some((lane, index))
    }

    pub(super) fn choose(&mut self, ctx: &Context<Self>, chosen: Option<(LaneId, usize)>) -> bool {
        if self.chosen == chosen {
            return false;
        }
        self.chosen = chosen;
        ctx.props().on_point.emit(self.chosen_line(ctx));
        true
    }

    pub(super) fn chosen_line(&self, ctx: &Context<Self>) -> u32 {
        let picture = ctx.props().picture.as_ref();
        let line = self.chosen.zip(picture).and_then(|((lane, index), picture)| {
            picture.timeline().lane(lane)?.spans.get(index).map(|span| span.location.line)
        });
        line.unwrap_or(0)
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
            self.pan(ctx, view, sideways);
        }
        true
    }

    pub(super) fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        match event.key().as_str() {
            "+" | "=" => self.zoom(ctx, 0.5, self.plot_width() / 2.0),
            "-" => self.zoom(ctx, 2.0, self.plot_width() / 2.0),
            "0" => self.view = None,
            "Enter" => self.reveal(ctx),
            "ArrowUp" => self.step_lane(ctx, -1),
            "ArrowDown" => self.step_lane(ctx, 1),
            "ArrowLeft" => self.step_span(ctx, -1),
            "ArrowRight" => self.step_span(ctx, 1),
            "Home" => self.step_span(ctx, isize::MIN),
            "End" => self.step_span(ctx, isize::MAX),
            _ => return false,
        }
        event.prevent_default();
        self.pointer = None;
        true
    }

    pub(super) fn step_lane(&mut self, ctx: &Context<Self>, by: isize) {
        let Some(picture) = &ctx.props().picture else { return };
        let row = self.chosen.and_then(|(lane, _)| self.rows.iter().position(|row| *row == lane));
        let next = row.map_or(0, |row| row.saturating_add_signed(by)).min(self.rows.len().saturating_sub(1));
        let Some(lane) = self.rows.get(next).copied() else { return };
        // The span of the same moment.
        let chosen = {
            let timeline = picture.timeline();
            let at = self.chosen.and_then(|(id, index)| Some(timeline.lane(id)?.spans.get(index)?.start));
            let index = timeline
                .lane(lane)
                .map_or(0, |lane| lane.spans.partition_point(|span| at.is_none_or(|at| span.start < at)));
            let last = timeline.lane(lane).map_or(0, |lane| lane.spans.len().saturating_sub(1));
            (lane, if at.is_none() { 0 } else { index.min(last) })
        };
        self.choose(ctx, Some(chosen));
        self.show_row(next);
    }

    pub(super) fn step_span(&mut self, ctx: &Context<Self>, by: isize) {
        let Some(picture) = &ctx.props().picture else { return };
        let Some((lane, index)) = self.chosen.or_else(|| self.rows.first().map(|lane| (*lane, 0))) else {
            return;
        };
        let (next, start) = {
            let timeline = picture.timeline();
            let Some(spans) = timeline.lane(lane).map(|lane| &lane.spans) else { return };
            let next = index.saturating_add_signed(by).min(spans.len().saturating_sub(1));
            (next, spans.get(next).map_or(Time::ZERO, |span| span.start))
        };
        self.choose(ctx, Some((lane, next)));
        if let (Some(view), Some(bounds)) = (self.view, self.bounds(ctx)) {
            self.view = Some(view.showing(start, &bounds));
        }
    }

    pub(super) fn show_row(&self, row: usize) {
        let Some(scroller) = self.scroller.cast::<Element>() else { return };
        let (top, room) = (row as f64 * ROW, self.size.1 - AXIS);
        if top < self.scrolled {
            scroller.set_scroll_top(top as i32);
        } else if top + ROW > self.scrolled + room {
            scroller.set_scroll_top((top + ROW - room) as i32);
        }
    }
}

pub(super) fn is_touch(event: &PointerEvent) -> bool {
    event.pointer_type() == "touch"
}
