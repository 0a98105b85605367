//! The timeline's component: the sentence, the tools, the names of the lanes and the canvas, and all that a
//! pointer or a key does to them.
//!
//! The names are elements of the page, as many as are in sight; the canvas lies under them and is painted
//! after each change. What is painted is the trace's picture; what is beside it is in `timeline/`. [`canvas`], [`lanes`]
//! and [`playhead`] show, [`input`] and [`keys`] hear; [`drag`] changes the program.

mod canvas;
mod drag;
mod ghost;
mod input;
mod keys;
mod lanes;
mod playhead;

use std::cell::RefCell;
use std::rc::Rc;

use super::button::Button;
use loopscope_core::time::Time;
use loopscope_scenario::Settings;
use loopscope_trace::timeline::{LaneId, Timeline, TraceState};
use loopscope_trace::view::View;
use loopscope_trace::words::{self, Details};
use loopscope_trace::{Breaks, Rows};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

use super::exports::{Export, Exports};
use super::icons::Icon;
use super::play_bar::Travel;
use super::timeline::palette::Palette;
use super::timeline::tooltip::{self, Place};
use super::timeline::{AXIS, MARGIN, names};
use super::transcript::Transcript;
use crate::advice::{Ghost, Target};
use crate::app::Gesture;
use crate::run::Picture;
use crate::theme::Theme;
use drag::{Note, Nudge, Stretch};
use input::{Down, is_touch};
use keys::PageKeys;
use playhead::Told;

/// How the figures of the sentence are meant.
const SUMMED: &str =
    ". Time asleep is added up over the tasks; a main task that only waits for others is not counted.";

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
    /// When that is, between the events around it.
    pub(crate) now: Option<Time>,
    /// It moves by itself.
    pub(crate) playing: bool,
    /// A lane to be marked, as an insight leads there.
    pub(crate) target: Option<Target>,
    /// The run before a repair.
    pub(crate) ghost: Option<Ghost>,
    /// Whom to tell that it is to go.
    pub(crate) on_lay: Callback<()>,
    pub(crate) on_seek: Callback<Option<usize>>,
    pub(crate) on_travel: Callback<Travel>,
    pub(crate) on_scrub: Callback<Time>,
    pub(crate) on_export: Callback<Export>,
    pub(crate) on_line: Callback<u32>,
    pub(crate) on_point: Callback<u32>,
    /// The program that is drawn, and what it is run with.
    pub(crate) source: Rc<str>,
    pub(crate) settings: Settings,
    pub(crate) answers: Rc<[String]>,
    pub(crate) on_gesture: Callback<Gesture>,
    pub(crate) on_history: Callback<bool>,
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
    Cancelled(PointerEvent),
    /// The wheel turned.
    Wheel(WheelEvent),
    /// A key went down.
    Key(KeyboardEvent),
    /// Zoom by this factor about the middle.
    Zoom(f64),
    /// Show everything.
    Fit,
    /// A frame, while the end of a sleep is dragged.
    Stretched,
    /// A key went up.
    KeyUp(KeyboardEvent),
    /// Escape, wherever the focus is.
    Escape,
    /// What was said has been read.
    Noted,
    /// Fold away what is under a lane, or show it again.
    Fold(LaneId),
    /// Draw long idle stretches short, or as long as they are.
    Shorten,
}

/// The component.
pub(crate) struct TimelinePane {
    canvas: NodeRef,
    scroller: NodeRef,
    /// What part of the run is shown; all of it if none was chosen.
    view: Option<View>,
    /// When a live run ends, as far as the preview knows: so it does not rescale as it grows.
    expected: Time,
    /// The lane that is pointed at or chosen, and the index of the span, if it is one.
    chosen: Option<(LaneId, Option<usize>)>,
    /// Where the tooltip is, if a pointer chose.
    pointer: Option<(f64, f64)>,
    /// What points is a finger.
    touch: bool,
    /// The pointers that are down.
    downs: Vec<Down>,
    drag: Option<Drag>,
    /// The playhead is being dragged along the axis.
    seeking: bool,
    /// The end of a sleep that a pointer is near.
    grip: Option<(LaneId, usize)>,
    /// The end of a sleep is being dragged.
    stretch: Option<Stretch>,
    /// The sleep that keys make longer or shorter.
    nudged: Option<Nudge>,
    note: Option<Note>,
    size: (f64, f64),
    /// Whether it was rendered with its size known.
    placed: bool,
    scrolled: f64,
    rows: Rows,
    /// The sentence above the timeline: of all lanes, so it is not made with every frame.
    sentence: String,
    /// The lanes under which nothing is shown.
    folded: Vec<LaneId>,
    /// Long idle stretches of a run that is over.
    breaks: Breaks,
    /// Whether they are drawn short.
    short: bool,
    keys: Option<PageKeys>,
    /// The lane whose step runs where the playhead is.
    acting: Option<LaneId>,
    /// What was said of the playhead last, and where it was.
    told: RefCell<Option<(Picture, Stand, Told)>>,
    palette: RefCell<Option<(Theme, Rc<Palette>)>>,
    observer: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
}

/// An event, and a moment between it and the next.
type Stand = (Option<usize>, Option<Time>);

struct Drag {
    x: f64,
    start: View,
    moved: bool,
    /// What was chosen before.
    chosen: Option<(LaneId, Option<usize>)>,
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
            downs: Vec::new(),
            drag: None,
            seeking: false,
            grip: None,
            stretch: None,
            nudged: None,
            note: None,
            size: (0.0, 0.0),
            placed: false,
            scrolled: 0.0,
            rows: Rows::default(),
            sentence: String::new(),
            folded: Vec::new(),
            breaks: Breaks::default(),
            short: false,
            keys: None,
            acting: None,
            told: RefCell::new(None),
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
            self.grip = None;
            self.follow_sleep(ctx);
            let same = match (&props.picture, &old.picture) {
                (Some(now), Some(before)) => now.same_run(before),
                _ => false,
            };
            // A drag changes the program under the pointer: what is in sight stays in sight.
            if !same && self.drag.is_none() && self.stretch.is_none() && self.nudged.is_none() {
                self.view = None;
            }
        }
        if (props.playhead, props.now) != (old.playhead, old.now) {
            self.follow(ctx);
        }
        if props.target != old.target
            && let Some(lane) = props.target.and_then(|target| target.lane)
        {
            self.mark(props, lane);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            // The first size was taken after the first rendering.
            Msg::Resized => return self.measure() || !std::mem::replace(&mut self.placed, true),
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
                self.grip = None;
                if self.stretch.is_some() {
                    return false;
                }
                return self.choose(ctx, None);
            }
            Msg::Pressed(event) => return self.pressed(ctx, &event),
            Msg::Released(event) if self.stretch.is_some() => {
                self.lifted(&event);
                if !self.end_stretch(ctx) {
                    self.moved(ctx, &event);
                    if !self.touch {
                        self.reveal(ctx);
                    }
                }
            }
            Msg::Released(event) if self.seeking => {
                self.lifted(&event);
                self.seeking = false;
            }
            Msg::Released(event) => {
                self.lifted(&event);
                let Some(drag) = self.drag.take().filter(|drag| !drag.moved && event.button() == 0) else {
                    return true;
                };
                self.moved(ctx, &event);
                // The first tap tells, the second one goes there: on a phone that is another tab.
                if !self.touch || drag.chosen == self.chosen {
                    self.reveal(ctx);
                }
            }
            Msg::Cancelled(event) => {
                self.lifted(&event);
                self.cancel_stretch(ctx);
                self.drag = None;
                self.seeking = false;
            }
            Msg::Wheel(event) => return self.wheel(ctx, &event),
            Msg::Key(event) => return self.key(ctx, &event),
            Msg::Zoom(factor) => self.zoom(ctx, factor, self.plot_width() / 2.0),
            Msg::Fit => self.view = None,
            Msg::Stretched => return self.stretched(ctx),
            Msg::KeyUp(event) => {
                if event.key() == "Alt" {
                    self.end_nudge(ctx);
                }
                return false;
            }
            Msg::Escape => return self.cancel_stretch(ctx),
            Msg::Noted => self.note = None,
            Msg::Fold(lane) => self.fold(ctx, lane),
            Msg::Shorten => {
                self.short = !self.short;
                self.view = None;
                self.find_breaks(ctx.props());
            }
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
        let height = AXIS + self.rows.height() + 8.0;
        let total = format!("{:.3}", timeline.duration().as_secs_f64());
        let live = picture.is_running();
        let state = match &props.refusal {
            Some(_) => "failed",
            None => names::state(&timeline, lanes),
        };
        let sentence = match &props.refusal {
            _ if props.busy => "Running the program…".to_owned(),
            Some(refusal) => refusal.to_string(),
            None => self.sentence.clone(),
        };
        let tool = |name: &'static str, key: &'static str, shown: Icon, msg: fn() -> Msg| {
            let onclick = link.callback(move |_: MouseEvent| msg());
            let title = format!("{name} ({key})");
            Button::new("button tiny", onclick).name(name).title(title).icon(shown)
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
                        title={[&*sentence, SUMMED].concat()} aria-live={if live { "off" } else { "polite" }}>{ sentence }</p>
                    if let Some(ghost) = &props.ghost { { self.ghost_note(ctx, ghost, &timeline) } }
                    <div class="timeline-tools" role="group" aria-label="Zoom">
                        { tool("Zoom in", "+", Icon::Plus, || Msg::Zoom(0.5)) }
                        { tool("Zoom out", "−", Icon::Minus, || Msg::Zoom(2.0)) }
                        { tool("Show the whole run", "0", Icon::Fit, || Msg::Fit) }
                        if self.short || !self.breaks.is_empty() {
                            { Button::new("button tiny", link.callback(|_: MouseEvent| Msg::Shorten))
                                .pressed(self.short).test("shorten").name("Shorten idle time")
                                .title("Draw long stretches short in which nothing happens").icon(Icon::Squeeze) }
                        }
                    </div>
                    <Exports on_export={props.on_export.clone()} />
                </div>
                <div class="timeline" data-testid="timeline" data-lanes={lanes.to_string()} data-total={total}
                    data-state={state}>
                    <div class="progress" hidden={!props.busy} />
                    <canvas class="timeline-canvas" ref={self.canvas.clone()} aria-hidden="true" />
                    <div class={classes!("timeline-scroll", (self.grip.is_some() || self.stretch.is_some()).then_some("at-end"))} ref={self.scroller.clone()} tabindex="0" role="group"
                        aria-label="Lanes of the timeline: arrows move, Enter shows the line, C folds, plus and minus zoom"
                        onscroll={link.callback(|_: Event| Msg::Scrolled)}
                        onpointermove={link.callback(Msg::Moved)}
                        onpointerleave={link.callback(Msg::Left)}
                        onpointerdown={link.callback(Msg::Pressed)}
                        onpointerup={link.callback(Msg::Released)}
                        onpointercancel={link.callback(Msg::Cancelled)}
                        onwheel={link.callback(Msg::Wheel)}
                        onkeydown={link.callback(Msg::Key)}
                        onkeyup={link.callback(Msg::KeyUp)}>
                        <ol class="lanes" style={format!("height: {height}px")}>
                            { for self.visible_rows().map(|row| self.lane_name(ctx, &timeline, row)) }
                        </ol>
                    </div>
                    if lanes > 0 { { self.playhead(ctx, picture) } }
                    if lanes == 0 { <p class="timeline-empty">{ names::nothing(&timeline) }</p> }
                    { self.tooltip(ctx, &timeline) }
                    { self.grip(ctx) }
                </div>
                { names::legend() }
                <p class="visually-hidden" aria-live="polite">{ self.announcement(&timeline) }</p>
                <Transcript picture={picture.clone()} later={live} on_seek={props.on_seek.clone()} />
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if self.observer.is_none() && self.canvas.get().is_some() {
            self.observe(ctx);
            self.keys = Some(PageKeys::listen(ctx));
            self.measure();
        }
        self.paint(ctx);
    }
}

impl TimelinePane {
    fn take_rows(&mut self, props: &Props) {
        let Some(picture) = &props.picture else { return };
        let timeline = picture.timeline();
        self.rows = Rows::of(&timeline, &self.folded);
        // A number and its unit stay on one line.
        let sentence = names::sentence(&timeline, self.rows.len());
        self.sentence = sentence.replace(" s ", "\u{a0}s ").replace(" s;", "\u{a0}s;");
        match timeline.state {
            // A stopped run keeps the scale it had.
            TraceState::Running | TraceState::Stopped => {}
            _ => self.expected = timeline.end,
        }
        let is_there = |(lane, span): (LaneId, Option<usize>)| {
            timeline.lane(lane).is_some_and(|lane| span.is_none_or(|span| span < lane.spans.len()))
        };
        self.chosen = self.chosen.filter(|chosen| is_there(*chosen));
        self.find_breaks(props);
    }

    /// Looks for long idle stretches: in a run that is over, and in a long one only if they are asked for.
    fn find_breaks(&mut self, props: &Props) {
        const AT_ONCE: usize = 50_000;
        let Some(picture) = props.picture.as_ref() else { return };
        let timeline = picture.timeline();
        let worth = self.short || timeline.events <= AT_ONCE;
        self.breaks =
            if picture.is_running() || !worth { Breaks::default() } else { Breaks::find(&timeline) };
    }

    fn fold(&mut self, ctx: &Context<Self>, lane: LaneId) {
        match self.folded.binary_search(&lane) {
            Ok(place) => {
                self.folded.remove(place);
            }
            Err(place) => self.folded.insert(place, lane),
        }
        self.take_rows(ctx.props());
    }

    fn details(&self, timeline: &Timeline) -> Option<Details> {
        let (lane, index) = self.chosen?;
        match index {
            Some(index) => words::details(timeline, lane, index),
            None => words::lane_details(timeline, lane),
        }
    }

    fn announcement(&self, timeline: &Timeline) -> String {
        let by_key = self.pointer.is_none();
        self.details(timeline).filter(|_| by_key).map(|details| details.sentence()).unwrap_or_default()
    }

    fn tooltip(&self, ctx: &Context<Self>, timeline: &Timeline) -> Html {
        let Some(details) = self.details(timeline).filter(|_| self.stretch.is_none() && self.note.is_none())
        else {
            return Html::default();
        };
        let row = self.chosen.and_then(|(lane, _)| self.rows.get(self.rows.standing_for(lane)?));
        let (top, height) = row.map_or((0.0, 0.0), |row| (AXIS + row.top - self.scrolled, row.height));
        let (x, how) = match self.pointer {
            Some((x, _)) => (x, if self.touch { "tap again" } else { "click" }),
            None => (self.chosen_x(ctx, timeline).unwrap_or(self.size.0 / 2.0), "Enter"),
        };
        let sleeps = self.chosen.is_some_and(|(lane, index)| {
            index.is_some_and(|index| timeline.sleep(lane, index).is_some_and(|sleep| sleep.complete))
        });
        let change = match self.pointer {
            _ if !sleeps => None,
            Some(_) => Some("Drag its end to change the delay."),
            None => Some("Alt and the arrows change the delay."),
        };
        let place = Place { x, row: (top, top + height), size: self.size, how, change };
        tooltip::tooltip(details, &place)
    }

    /// Where the chosen span begins on the canvas, as far as that is in sight.
    fn chosen_x(&self, ctx: &Context<Self>, timeline: &Timeline) -> Option<f64> {
        let (lane, index) = self.chosen?;
        let start = timeline.lane(lane)?.spans.get(index?)?.start;
        let x = self.projection(ctx)?.x(start);
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
