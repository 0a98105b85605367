//! What keys do to the timeline: some wherever the focus is, as long as nobody types; most in the timeline itself.

use loopscope_core::time::Time;
use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::{Msg, TimelinePane};
use crate::components::timeline::{AXIS, MARGIN};
use crate::outside;
use crate::page;

/// How much of what is in sight a key moves away.
const PAN: f64 = 0.2;
/// How much nearer a key brings it.
const ZOOM: f64 = 1.5;

/// Listens for the keys of the whole page: W, A, S, D and F.
pub(super) struct PageKeys {
    closure: Closure<dyn FnMut(KeyboardEvent)>,
}

impl PageKeys {
    pub(super) fn listen(ctx: &Context<TimelinePane>) -> PageKeys {
        let link = ctx.link().clone();
        let closure: Closure<dyn FnMut(KeyboardEvent)> = Closure::new(move |event: KeyboardEvent| {
            let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.shift_key();
            let known = matches!(event.key().as_str(), "w" | "a" | "s" | "d" | "f");
            if event.key() == "Escape" {
                link.send_message(Msg::Escape);
            }
            if plain && known && !outside::is_typing(&event) {
                link.send_message(Msg::Key(event));
            }
        });
        if let Some(window) = page::window() {
            let heard = closure.as_ref().unchecked_ref();
            // Fails for listeners that are no functions only.
            let _ = window.add_event_listener_with_callback("keydown", heard);
        }
        PageKeys { closure }
    }
}

impl Drop for PageKeys {
    fn drop(&mut self) {
        if let Some(window) = page::window() {
            let heard = self.closure.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback("keydown", heard);
        }
    }
}

impl TimelinePane {
    pub(super) fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        if event.alt_key() && !event.ctrl_key() && !event.meta_key() && self.nudge(ctx, event) {
            event.prevent_default();
            return true;
        }
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented() {
            return false;
        }
        let middle = self.plot_width() / 2.0;
        let about = self.pointer.map_or(middle, |(x, _)| (x - MARGIN).clamp(0.0, self.plot_width()));
        let mut by_pointer = true;
        match event.key().as_str() {
            "w" => self.zoom(ctx, 1.0 / ZOOM, about),
            "s" => self.zoom(ctx, ZOOM, about),
            "a" => self.pan_by(ctx, -PAN),
            "d" => self.pan_by(ctx, PAN),
            "0" | "f" => self.view = None,
            "+" | "=" => self.zoom(ctx, 1.0 / ZOOM, middle),
            "-" => self.zoom(ctx, ZOOM, middle),
            key => {
                by_pointer = false;
                match key {
                    "c" => self.fold_chosen(ctx),
                    "Enter" => self.reveal(ctx),
                    "ArrowUp" => self.step_lane(ctx, -1),
                    "ArrowDown" => self.step_lane(ctx, 1),
                    "ArrowLeft" => self.step_span(ctx, -1),
                    "ArrowRight" => self.step_span(ctx, 1),
                    "Home" => self.step_span(ctx, isize::MIN),
                    "End" => self.step_span(ctx, isize::MAX),
                    "Escape" if self.chosen.is_some() => {
                        self.choose(ctx, None);
                    }
                    _ => return false,
                }
            }
        }
        event.prevent_default();
        if !by_pointer {
            self.pointer = None;
        }
        true
    }

    /// Moves the view by a share of what is in sight.
    fn pan_by(&mut self, ctx: &Context<Self>, share: f64) {
        if let Some(view) = self.current_view(ctx) {
            self.pan(ctx, view, share * self.plot_width());
        }
    }

    fn fold_chosen(&mut self, ctx: &Context<Self>) {
        if let Some((lane, _)) = self.chosen {
            self.fold(ctx, lane);
        }
    }

    fn step_lane(&mut self, ctx: &Context<Self>, by: isize) {
        let Some(picture) = &ctx.props().picture else { return };
        let row = self.chosen.and_then(|(lane, _)| self.rows.standing_for(lane));
        let next = row.map_or(0, |row| row.saturating_add_signed(by)).min(self.rows.len().saturating_sub(1));
        let Some(lane) = self.rows.get(next).map(|row| row.lane) else { return };
        // The span of the same moment.
        let chosen = {
            let timeline = picture.timeline();
            let at = self.chosen.and_then(|(id, index)| Some(timeline.lane(id)?.spans.get(index?)?.start));
            let spans = timeline.lane(lane).map_or(&[][..], |lane| &lane.spans);
            let index = at.map_or(0, |at| spans.partition_point(|span| span.start < at));
            (lane, spans.len().checked_sub(1).map(|last| index.min(last)))
        };
        self.choose(ctx, Some(chosen));
        self.show_row(next);
    }

    fn step_span(&mut self, ctx: &Context<Self>, by: isize) {
        let Some(picture) = &ctx.props().picture else { return };
        let first = self.rows.get(0).map(|row| (row.lane, None));
        let Some((lane, index)) = self.chosen.or(first) else { return };
        let (next, start) = {
            let timeline = picture.timeline();
            let Some(spans) = timeline.lane(lane).map(|lane| &lane.spans) else { return };
            let next = index.map_or(0, |index| index.saturating_add_signed(by));
            let next = next.min(spans.len().saturating_sub(1));
            (next, spans.get(next).map_or(Time::ZERO, |span| span.start))
        };
        self.choose(ctx, Some((lane, Some(next))));
        self.show_moment(ctx, start);
    }

    /// Moves the view, only as far as needed, so that a moment is in sight.
    pub(super) fn show_moment(&mut self, ctx: &Context<Self>, moment: Time) {
        if self.view.is_some()
            && let (Some(shown), Some(bounds)) = (self.projection(ctx), self.bounds(ctx))
        {
            self.view = Some(shown.showing(moment, &bounds));
        }
    }

    pub(super) fn show_row(&self, row: usize) {
        let (Some(scroller), Some(row)) = (self.scroller.cast::<Element>(), self.rows.get(row)) else {
            return;
        };
        let room = self.size.1 - AXIS;
        if row.top < self.scrolled {
            scroller.set_scroll_top(row.top as i32);
        } else if row.top + row.height > self.scrolled + room {
            scroller.set_scroll_top((row.top + row.height - room) as i32);
        }
    }
}
