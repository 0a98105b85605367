//! The timeline's component: the sentence, the tools, the names of the lanes and the canvas, and all that a
//! pointer or a key does to them.
//!
//! The names are elements of the page, as many as are in sight; the canvas lies under them and is painted
//! after each change. What is painted, and what is said of it, is in `timeline/`; [`canvas`] and [`input`] hold what
//! the two do.

mod canvas;
mod input;

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::time::Time;
use loopscope_trace::timeline::{LaneId, Timeline, TraceState};
use loopscope_trace::view::View;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::icons::{Icon, icon};
use super::timeline::palette::Palette;
use super::timeline::tooltip::{self, Place};
use super::timeline::words::{self, Details};
use super::timeline::{AXIS, MARGIN, ROW, names};
use super::transcript::Transcript;
use crate::run::{Picture, is_shown};
use crate::theme::Theme;
use input::is_touch;

/// The run, how it is shown, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    /// Why the last run has nothing to draw; `picture` is then an older one, if that had something.
    pub(crate) refusal: Option<Rc<str>>,
    /// The picture is not that of the present source.
    pub(crate) stale: bool,
    /// The run takes long.
    pub(crate) busy: bool,
    pub(crate) theme: Theme,
    /// The moment a link asks to see first, in seconds.
    pub(crate) at: Option<f64>,
    /// The moment that is looked at: after so many events.
    pub(crate) playhead: Option<usize>,
    pub(crate) on_seek: Callback<Option<usize>>,
    pub(crate) on_line: Callback<u32>,
    pub(crate) on_point: Callback<u32>,
}

/// What can happen to it.
pub(crate) enum Msg {
    /// The canvas has another size.
    Resized,
    /// The rows were scrolled.
    Scrolled,
    /// The pointer moved.
    Moved(PointerEvent),
    /// The pointer left.
    Left(PointerEvent),
    /// A button of the pointer went down or up.
    Pressed(PointerEvent),
    Released(PointerEvent),
    /// The browser took the pointer, to scroll.
    Cancelled,
    /// The wheel turned.
    Wheel(WheelEvent),
    /// A key went down.
    Key(KeyboardEvent),
    /// Zoom by this factor about the middle.
    Zoom(f64),
    /// Show everything.
    Fit,
}

/// The component.
pub(crate) struct TimelinePane {
    canvas: NodeRef,
    scroller: NodeRef,
    /// What part of the run is shown; all of it if none was chosen.
    view: Option<View>,
    /// When a live run ends, as far as the preview knows: so it does not rescale as it grows.
    expected: Time,
    chosen: Option<(LaneId, usize)>,
    /// Where the tooltip is, if a pointer chose.
    pointer: Option<(f64, f64)>,
    /// What points is a finger.
    touch: bool,
    drag: Option<Drag>,
    /// The playhead is being dragged along the axis.
    seeking: bool,
    size: (f64, f64),
    scrolled: f64,
    rows: Vec<LaneId>,
    palette: RefCell<Option<(Theme, Rc<Palette>)>>,
    observer: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
}

struct Drag {
    x: f64,
    start: View,
    moved: bool,
    /// What was chosen before.
    chosen: Option<(LaneId, usize)>,
}

impl Component for TimelinePane {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let mut pane = TimelinePane {
            canvas: NodeRef::default(),
            scroller: NodeRef::default(),
            view: None,
            expected: Time::ZERO,
            chosen: None,
            pointer: None,
            touch: false,
            drag: None,
            seeking: false,
            size: (0.0, 0.0),
            scrolled: 0.0,
            rows: Vec::new(),
            palette: RefCell::new(None),
            observer: None,
        };
        pane.take_rows(ctx.props());
        pane
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &Props) -> bool {
        let props = ctx.props();
        if props.picture != old.picture {
            self.take_rows(props);
            let same = match (&props.picture, &old.picture) {
                (Some(now), Some(before)) => now.same_run(before),
                _ => false,
            };
            if !same {
                self.view = None;
            }
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Resized => return self.measure(),
            Msg::Scrolled => {
                let top = self.scroller.cast::<Element>().map_or(0, |element| element.scroll_top());
                self.scrolled = f64::from(top);
            }
            Msg::Moved(event) => return self.moved(ctx, &event),
            // A finger leaves with each tap; what it chose stays until it taps elsewhere.
            Msg::Left(event) => {
                if is_touch(&event) {
                    return false;
                }
                self.pointer = None;
                return self.choose(ctx, None);
            }
            Msg::Pressed(event) => {
                self.touch = is_touch(&event);
                if self.begin_seek(ctx, &event) {
                    return true;
                }
                if let Some(start) = self.current_view(ctx) {
                    let x = f64::from(event.client_x());
                    self.drag = Some(Drag { x, start, moved: false, chosen: self.chosen });
                }
                return false;
            }
            Msg::Released(_) if self.seeking => self.seeking = false,
            Msg::Released(event) => {
                let Some(drag) = self.drag.take().filter(|drag| !drag.moved && event.button() == 0) else {
                    return true;
                };
                self.moved(ctx, &event);
                // The first tap tells, the second one goes there: on a phone that is another tab.
                if !self.touch || drag.chosen == self.chosen {
                    self.reveal(ctx);
                }
            }
            Msg::Cancelled => {
                self.drag = None;
                self.seeking = false;
            }
            Msg::Wheel(event) => return self.wheel(ctx, &event),
            Msg::Key(event) => return self.key(ctx, &event),
            Msg::Zoom(factor) => self.zoom(ctx, factor, self.plot_width() / 2.0),
            Msg::Fit => self.view = None,
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let link = ctx.link();
        let Some(picture) = &props.picture else {
            return html! {
                <section class="pane pane-timeline" aria-label="Timeline" aria-busy="true">
                    <div class="timeline-head"><p class="summary quiet" data-testid="summary">{"Running the program…"}</p></div>
                    <div class="timeline" data-testid="timeline" data-lanes="0" data-total="0.000" data-state="empty">
                        <div class="progress" hidden={!props.busy} />
                    </div>
                </section>
            };
        };
        let timeline = picture.timeline();
        let lanes = self.rows.len();
        let height = AXIS + lanes as f64 * ROW + 8.0;
        let total = format!("{:.3}", timeline.duration().as_secs_f64());
        let live = picture.is_running();
        let state = match &props.refusal {
            Some(_) => "failed",
            None => names::state(&timeline, lanes),
        };
        let sentence = match &props.refusal {
            _ if props.busy => "Running the program…".to_owned(),
            Some(refusal) => refusal.to_string(),
            None => names::sentence(&timeline, lanes),
        };
        let tool = |name: &'static str, key: &'static str, shown: Icon, msg: fn() -> Msg| {
            let onclick = link.callback(move |_: MouseEvent| msg());
            let title = format!("{name} ({key})");
            html! { <button class="button tiny" aria-label={name} {title} {onclick}>{ icon(shown) }</button> }
        };
        let classes = classes!(
            "pane",
            "pane-timeline",
            props.stale.then_some("stale"),
            // An older timeline than the sentence tells of.
            (props.refusal.is_some() && lanes > 0).then_some("outdated"),
        );
        html! {
            <section class={classes} aria-label="Timeline" aria-busy={props.busy.to_string()}>
                <div class="timeline-head">
                    <p class={classes!("summary", if props.busy { "quiet" } else { state })} data-testid="summary"
                        title={sentence.clone()} aria-live={if live { "off" } else { "polite" }}>{ sentence }</p>
                    <div class="timeline-tools" role="group" aria-label="Zoom">
                        { tool("Zoom in", "+", Icon::Plus, || Msg::Zoom(0.5)) }
                        { tool("Zoom out", "−", Icon::Minus, || Msg::Zoom(2.0)) }
                        { tool("Show the whole run", "0", Icon::Fit, || Msg::Fit) }
                    </div>
                </div>
                <div class="timeline" data-testid="timeline" data-lanes={lanes.to_string()} data-total={total}
                    data-state={state}>
                    <div class="progress" hidden={!props.busy} />
                    <canvas class="timeline-canvas" ref={self.canvas.clone()} aria-hidden="true" />
                    <div class="timeline-scroll" ref={self.scroller.clone()} tabindex="0" role="group"
                        aria-label="Lanes of the timeline: arrows move, Enter shows the line, plus and minus zoom"
                        onscroll={link.callback(|_: Event| Msg::Scrolled)}
                        onpointermove={link.callback(Msg::Moved)}
                        onpointerleave={link.callback(Msg::Left)}
                        onpointerdown={link.callback(Msg::Pressed)}
                        onpointerup={link.callback(Msg::Released)}
                        onpointercancel={link.callback(|_: PointerEvent| Msg::Cancelled)}
                        onwheel={link.callback(Msg::Wheel)}
                        onkeydown={link.callback(Msg::Key)}>
                        <ol class="lanes" style={format!("height: {height}px")}>
                            { for self.visible_rows().map(|row| self.lane_name(&timeline, row)) }
                        </ol>
                    </div>
                    if lanes == 0 { <p class="timeline-empty">{ names::nothing(&timeline) }</p> }
                    { self.tooltip(ctx, &timeline) }
                </div>
                { names::legend() }
                <p class="visually-hidden" aria-live="polite">{ self.announcement(&timeline) }</p>
                <Transcript picture={picture.clone()} later={live} />
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.observer.is_none() && self.canvas.get().is_some() {
            self.observe(ctx);
            self.measure();
        }
        self.paint(ctx);
    }
}

impl TimelinePane {
    fn take_rows(&mut self, props: &Props) {
        let Some(picture) = &props.picture else { return };
        let timeline = picture.timeline();
        self.rows = timeline.order(false);
        self.rows.retain(|lane| timeline.lane(*lane).is_some_and(is_shown));
        match timeline.state {
            // A stopped run keeps the scale it had.
            TraceState::Running | TraceState::Stopped => {}
            _ => self.expected = timeline.end,
        }
        if self.chosen.is_some_and(|(lane, span)| timeline.lane(lane).is_none_or(|l| span >= l.spans.len())) {
            self.chosen = None;
        }
    }

    fn visible_rows(&self) -> std::ops::Range<usize> {
        // Before the first measure a screenful is a good guess.
        let height = if self.size.1 > 0.0 { self.size.1 } else { 600.0 };
        let first = (self.scrolled / ROW) as usize;
        let last = ((self.scrolled + height) / ROW) as usize + 1;
        first.min(self.rows.len())..last.min(self.rows.len())
    }

    fn lane_name(&self, timeline: &Timeline, row: usize) -> Html {
        let id = self.rows[row];
        let Some(lane) = timeline.lane(id) else { return Html::default() };
        let style = format!(
            "top: {}px; height: {ROW}px; --depth: {}; --up: {}px",
            AXIS + row as f64 * ROW,
            lane.depth.min(6),
            self.connector(timeline, row),
        );
        let chosen = self.chosen.is_some_and(|(chosen, _)| chosen == id);
        html! {
            <li key={id.0} class={classes!("lane", chosen.then_some("chosen"))} {style} data-testid="lane"
                data-task={lane.name.clone()} title={names::title(timeline, lane)}>
                <span class="lane-name">{ names::name(lane) }</span>
                <span class="lane-task">{ names::second_name(lane) }</span>
            </li>
        }
    }

    /// How far up a row's line reaches: to the sibling above, or to the parent's lower edge.
    fn connector(&self, timeline: &Timeline, row: usize) -> f64 {
        const FARTHEST: usize = 100;
        let depth = |row: usize| timeline.lane(self.rows[row]).map_or(0, |lane| lane.depth);
        let own = depth(row);
        for up in 1..=row.min(FARTHEST) {
            match depth(row - up).cmp(&own) {
                std::cmp::Ordering::Greater => {}
                std::cmp::Ordering::Equal => return up as f64 * ROW,
                std::cmp::Ordering::Less => return (up as f64 - 0.5) * ROW + 2.0,
            }
        }
        row.min(FARTHEST) as f64 * ROW
    }

    fn details(&self, timeline: &Timeline) -> Option<Details> {
        let (lane, index) = self.chosen?;
        words::details(timeline, lane, index)
    }

    fn announcement(&self, timeline: &Timeline) -> String {
        let by_key = self.pointer.is_none();
        self.details(timeline).filter(|_| by_key).map(|details| details.sentence()).unwrap_or_default()
    }

    fn tooltip(&self, ctx: &Context<Self>, timeline: &Timeline) -> Html {
        let Some(details) = self.details(timeline) else { return Html::default() };
        let row =
            self.chosen.and_then(|(lane, _)| self.rows.iter().position(|row| *row == lane)).unwrap_or(0);
        let top = AXIS + row as f64 * ROW - self.scrolled;
        let (x, how) = match self.pointer {
            Some((x, _)) => (x, if self.touch { "tap again" } else { "click" }),
            None => (self.chosen_x(ctx, timeline).unwrap_or(self.size.0 / 2.0), "Enter"),
        };
        let place = Place { x, row: (top, top + ROW), size: self.size, how };
        tooltip::tooltip(details, &place)
    }

    /// Where the chosen span begins on the canvas, as far as that is in sight.
    fn chosen_x(&self, ctx: &Context<Self>, timeline: &Timeline) -> Option<f64> {
        let (lane, index) = self.chosen?;
        let start = timeline.lane(lane)?.spans.get(index)?.start;
        let x = self.current_view(ctx)?.x(start, self.plot_width());
        Some(MARGIN + x.max(0.0).min(self.plot_width()))
    }
}

impl Drop for TimelinePane {
    fn drop(&mut self) {
        if let Some((observer, _)) = self.observer.take() {
            observer.disconnect();
        }
    }
}
