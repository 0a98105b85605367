//! The canvas: its size, the part of the run that it shows, and painting it.

use std::rc::Rc;

use loopscope_core::time::Time;
use loopscope_trace::breaks::Breaks;
use loopscope_trace::picture::{self, Scene};
use loopscope_trace::timeline::TraceState;
use loopscope_trace::view::{Projection, View};
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, ResizeObserver};
use yew::prelude::*;

use super::{Msg, TimelinePane, ghost};
use crate::components::timeline::MARGIN;
use crate::components::timeline::palette::Palette;
use crate::components::timeline::surface::CanvasSurface;
use crate::page;
use crate::theme::Theme;

/// The least time that a live run's axis shows, in nanoseconds.
const LEAST_ROOM: f64 = 1e9;
/// The largest scale of a canvas: beyond it the eye sees no difference and the memory does.
const MAX_SCALE: f64 = 3.0;

impl TimelinePane {
    pub(super) fn observe(&mut self, ctx: &Context<Self>) {
        let resized = ctx.link().callback(|()| Msg::Resized);
        let closure: Closure<dyn FnMut()> = Closure::new(move || resized.emit(()));
        if let (Some(scroller), Ok(observer)) =
            (self.scroller.cast::<Element>(), ResizeObserver::new(closure.as_ref().unchecked_ref()))
        {
            observer.observe(&scroller);
            self.observer = Some((observer, closure));
        }
    }

    /// Takes the canvas's size; whether it changed.
    pub(super) fn measure(&mut self) -> bool {
        let (Some(canvas), Some(scroller)) =
            (self.canvas.cast::<HtmlElement>(), self.scroller.cast::<Element>())
        else {
            return false;
        };
        // Beside the scrollbar of the rows, if they have one.
        let width = (scroller.client_width() - canvas.offset_left()).max(0);
        let size = (f64::from(width), f64::from(scroller.client_height()));
        std::mem::replace(&mut self.size, size) != size
    }

    pub(super) fn plot_width(&self) -> f64 {
        (self.size.0 - 2.0 * MARGIN).max(1.0)
    }

    /// The idle stretches that are drawn short at present.
    pub(super) fn breaks(&self) -> &Breaks {
        if self.short { &self.breaks } else { Breaks::NONE }
    }

    /// The whole run, as drawn.
    pub(super) fn bounds(&self, ctx: &Context<Self>) -> Option<View> {
        let picture = ctx.props().picture.as_ref()?;
        let timeline = picture.timeline();
        let all = View::fit_broken(&timeline, self.breaks());
        let mut end = all.end();
        if let Some(ghost) = &ctx.props().ghost {
            end = end.max(View::fit(&ghost.before.timeline()).end());
        }
        if matches!(timeline.state, TraceState::Running | TraceState::Stopped) {
            // Beyond what was expected the scale grows by steps, not with every frame.
            let mut room = (self.expected.0 as f64).max(LEAST_ROOM);
            while room < end {
                room *= 1.25;
            }
            end = room;
        }
        Some(View::new(all.start(), end))
    }

    pub(super) fn current_view(&self, ctx: &Context<Self>) -> Option<View> {
        self.view.or_else(|| self.bounds(ctx))
    }

    /// Where moments are in the plot, which begins [`MARGIN`] right of the canvas's left edge: all that turns a place
    /// into a moment, or a moment into a place, asks this.
    pub(super) fn projection(&self, ctx: &Context<Self>) -> Option<Projection<'_>> {
        Some(Projection::broken(self.current_view(ctx)?, self.breaks(), self.plot_width()))
    }

    fn palette(&self, theme: Theme, element: &Element) -> Rc<Palette> {
        let mut kept = self.palette.borrow_mut();
        match &*kept {
            Some((of, palette)) if *of == theme => Rc::clone(palette),
            _ => {
                let palette = Rc::new(Palette::of_element(element));
                *kept = Some((theme, Rc::clone(&palette)));
                palette
            }
        }
    }

    pub(super) fn paint(&self, ctx: &Context<Self>) {
        let (Some(canvas), Some(picture), Some(shown), Some(bounds)) = (
            self.canvas.cast::<HtmlCanvasElement>(),
            &ctx.props().picture,
            self.projection(ctx),
            self.bounds(ctx),
        ) else {
            return;
        };
        let ratio = page::window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, MAX_SCALE);
        let pixels = ((self.size.0 * ratio).round() as u32, (self.size.1 * ratio).round() as u32);
        if (canvas.width(), canvas.height()) != pixels {
            canvas.set_width(pixels.0);
            canvas.set_height(pixels.1);
            // Fails for a style sheet that cannot be written only.
            let _ = canvas.style().set_property("width", &format!("{}px", self.size.0));
        }
        let context = canvas.get_context("2d").ok().flatten();
        let Some(context) = context.and_then(|it| it.dyn_into::<CanvasRenderingContext2d>().ok()) else {
            return;
        };
        // Fails for numbers that are not finite only.
        let _ = context.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0);
        context.clear_rect(0.0, 0.0, self.size.0, self.size.1);
        let palette = self.palette(ctx.props().theme, &canvas);
        let timeline = picture.timeline();
        let hovering = self.drag.is_none() && !self.touch;
        let scene = Scene {
            timeline: &timeline,
            rows: &self.rows,
            shown,
            bounds,
            left: MARGIN,
            size: self.size,
            scrolled: self.scrolled,
            chosen: self.chosen,
            pointer: self.pointer.map(|(x, _)| x).filter(|x| hovering && *x >= MARGIN),
            playhead: ctx.props().now,
            present: picture.is_running().then_some(timeline.end),
            marked: ctx.props().at.map(Time::from_secs_f64),
        };
        let mut surface = CanvasSurface::new(&context, &palette);
        picture::draw(&scene, &mut surface);
        if let (Some(ghost), Some(shown)) = (&ctx.props().ghost, self.projection(ctx)) {
            let ground = ghost::Ground { rows: &self.rows, shown, size: self.size, scrolled: self.scrolled };
            ghost::paint(&timeline, &ghost.before.timeline(), &ground, &mut surface);
        }
    }
}
