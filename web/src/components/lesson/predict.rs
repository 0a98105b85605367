//! Predict first: lines to arrange by dragging, with keys or with buttons; after the run, where it differs and why.

use std::rc::Rc;

use loopscope_core::instrument::Stream;
use loopscope_lessons::predict::{Placed, compare, moved};
use loopscope_trace::{format, printed};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{Act, Prediction};
use crate::components::button::Button;
use crate::components::icons::{Icon, icon};
use crate::page;
use crate::run::Picture;

/// The lines, the order so far, and the run to compare with.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) prediction: Prediction,
    pub(super) lines: Rc<[String]>,
    pub(super) picture: Option<Picture>,
    pub(super) on_act: Callback<Act>,
    pub(super) on_seek: Callback<Option<usize>>,
}

/// What can happen.
pub(super) enum Msg {
    /// A pointer went down on the line at this place.
    Pressed(PointerEvent, usize),
    /// It moved.
    Dragged(PointerEvent),
    /// It was lifted, or taken away.
    Released,
    /// Move the line at this place up or down; its own control has the focus, and keeps it.
    Move(usize, bool),
}

/// The part.
pub(super) struct Predict {
    list: NodeRef,
    /// The place of the line that is dragged.
    dragged: Option<usize>,
    /// The place of the line that is to have the focus.
    focus: Option<usize>,
    /// What was done last, for those who hear it.
    said: String,
    /// The verdict came into sight: while it runs, and when it is over.
    seen: (bool, bool),
}

impl Component for Predict {
    type Message = Msg;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Predict {
            list: NodeRef::default(),
            dragged: None,
            focus: None,
            said: String::new(),
            seen: (false, false),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let Prediction::Asked(order) = &ctx.props().prediction else { return false };
        match msg {
            Msg::Pressed(event, place) => {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let on = |selector: &str| {
                    target
                        .as_ref()
                        .is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
                };
                // A finger scrolls the page, unless it takes the grip.
                if on(".tiny")
                    || event.button() != 0
                    || (event.pointer_type() == "touch" && !on(".predict-grip"))
                {
                    return false;
                }
                if let Some(list) = self.list.cast::<Element>() {
                    // Rows change places under the pointer; the list stays. Fails for a pointer that is gone only.
                    let _ = list.set_pointer_capture(event.pointer_id());
                }
                self.dragged = Some(place);
            }
            Msg::Dragged(event) => {
                let Some((from, to)) = self.dragged.zip(self.row_at(f64::from(event.client_y()))) else {
                    return false;
                };
                if from == to {
                    return false;
                }
                self.dragged = Some(to);
                self.moves(ctx, order, from, to);
            }
            Msg::Released => self.dragged = None,
            Msg::Move(from, up) => {
                let to = if up { from.wrapping_sub(1) } else { from + 1 };
                if to >= order.len() {
                    return false;
                }
                self.focus = Some(to);
                self.moves(ctx, order, from, to);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().prediction {
            Prediction::Asked(order) => self.asked(ctx, order),
            Prediction::Made(order) => made(ctx.props(), &self.list, order),
            Prediction::None => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let props = ctx.props();
        let made = matches!(props.prediction, Prediction::Made(_));
        let over = made && props.picture.as_ref().is_some_and(|picture| !picture.is_running());
        if std::mem::replace(&mut self.seen, (made, over)) != (made, over)
            && made
            && let Some(list) = self.list.cast::<Element>()
            && let Ok(Some(frame)) = list.closest(".lesson-body")
        {
            page::bring(&frame, &list);
        }
        let Some(row) = self.focus.take().and_then(|place| self.row(place)) else { return };
        if let Ok(Some(control)) = row.query_selector(".predict-line")
            && let Ok(control) = control.dyn_into::<HtmlElement>()
        {
            // Fails for an element that is not in the page only.
            let _ = control.focus();
        }
    }
}

impl Predict {
    fn row(&self, place: usize) -> Option<Element> {
        self.list.cast::<Element>()?.children().item(u32::try_from(place).ok()?)
    }

    /// The place of the row at a height in the window.
    fn row_at(&self, y: f64) -> Option<usize> {
        let count = self.list.cast::<Element>()?.child_element_count() as usize;
        let above = (0..count)
            .filter_map(|place| self.row(place))
            .filter(|row| row.get_bounding_client_rect().bottom() <= y);
        Some(above.count().min(count.checked_sub(1)?))
    }

    fn moves(&mut self, ctx: &Context<Self>, order: &[usize], from: usize, to: usize) {
        let props = ctx.props();
        let line = order.get(from).and_then(|place| props.lines.get(*place));
        self.said = format!("{}: now {} of {}", line.map_or("", String::as_str), to + 1, order.len());
        props.on_act.emit(Act::Order(moved(order, from, to)));
    }

    fn asked(&self, ctx: &Context<Self>, order: &[usize]) -> Html {
        let (props, link) = (ctx.props(), ctx.link());
        let count = order.len();
        // By place, not by line: rows stay where they are, and so do the focus and the pointer.
        let row = |(place, line): (usize, &usize)| {
            let text = props.lines.get(*line).cloned().unwrap_or_default();
            let pressed = link.callback(move |event: PointerEvent| Msg::Pressed(event, place));
            let key = link.batch_callback(move |event: KeyboardEvent| {
                let up = match event.key().as_str() {
                    "ArrowUp" => true,
                    "ArrowDown" => false,
                    _ => return None,
                };
                event.prevent_default();
                Some(Msg::Move(place, up))
            });
            let step = |up: bool| link.callback(move |_: MouseEvent| Msg::Move(place, up));
            let dragged = (self.dragged == Some(place)).then_some("dragged");
            html! {
                <li class={classes!("predict-row", dragged)} onpointerdown={pressed}>
                    <span class="predict-grip" aria-hidden="true">{ icon(Icon::Grip) }</span>
                    <button class="predict-line" data-testid="predict-line" onkeydown={key} aria-roledescription="line that can be moved"
                        aria-label={format!("{text}: {} of {count}. The arrow keys move it.", place + 1)}>{ &text }</button>
                    { Button::new("button tiny", step(true)).test("predict-up").name(format!("Move up: {text}"))
                        .title("Up").disabled(place == 0).icon(Icon::Up) }
                    { Button::new("button tiny", step(false)).test("predict-down")
                        .name(format!("Move down: {text}")).title("Down").disabled(place + 1 == count)
                        .icon(Icon::Down) }
                </li>
            }
        };
        let run = props.on_act.reform(|_: MouseEvent| Act::Compare);
        let show = props.on_act.reform(|_: MouseEvent| Act::Show);
        html! {
            <>
                <p class="hint">{"Drag the lines into the order in which they will be printed. With keys: the arrows."}</p>
                <ol class="predict-rows" ref={self.list.clone()} onpointermove={link.callback(Msg::Dragged)}
                    onpointerup={link.callback(|_: PointerEvent| Msg::Released)}
                    onpointercancel={link.callback(|_: PointerEvent| Msg::Released)}>
                    { for order.iter().enumerate().map(row) }
                </ol>
                <p class="visually-hidden" aria-live="polite" data-testid="predict-said">{ &self.said }</p>
                <div class="lesson-tools">
                    { Button::new("button primary", run).test("predict-run").disabled(count == 0)
                        .icon_and_text(Icon::Play, "Run and compare") }
                    { Button::new("button quiet", show).text("Just show me") }
                </div>
            </>
        }
    }
}

/// What was printed, as far as the run is, beside what was expected.
fn made(props: &Props, list: &NodeRef, order: &[usize]) -> Html {
    let lines: Vec<&str> = props.lines.iter().map(String::as_str).collect();
    let placed = compare(&lines, order);
    let right = placed.iter().filter(|placed| **placed == Placed::InOrder).count();
    let Some(picture) = &props.picture else { return Html::default() };
    let timeline = picture.timeline();
    let mut outputs = timeline
        .outputs
        .iter()
        .enumerate()
        .filter(|(_, line)| line.stream == Stream::Stdout && line.complete);
    let rows: Vec<Html> = placed.iter().zip(&lines).map(|(placed, text)| {
        let Some((index, line)) = outputs.next() else {
            return html! { <li class="predict-result later">{"…"}</li> };
        };
        let seq = line.seq as usize + 1;
        let seek = props.on_seek.reform(move |_: MouseEvent| Some(seq));
        let at = format::moment(line.at);
        let (class, mark, why) = match placed {
            Placed::InOrder => ("right", Icon::Check, None),
            Placed::Expected(place) => {
                let why = printed::why(&timeline, index).unwrap_or_default();
                ("wrong", Icon::Cross, Some(format!("You had it {}. {why}", ordinal(place + 1))))
            }
        };
        html! {
            <li class={classes!("predict-result", class)} data-testid="predict-result" data-right={(class == "right").to_string()}>
                <span class="predict-mark">{ icon(mark) }<span class="visually-hidden">{ if class == "right" { "in order: " } else { "elsewhere: " } }</span></span>
                <code>{ (*text).to_owned() }</code>
                { Button::new("text-link", seek).test("predict-moment").title("Show this moment on the timeline")
                    .text(at) }
                if let Some(why) = why {
                    <p>{ why }</p>
                }
            </li>
        }
    }).collect();
    let over = !picture.is_running();
    let verdict = match right {
        all if all == lines.len() => "All in order. Well seen!".to_owned(),
        some => {
            let rest = if some + 1 == lines.len() { "The other one" } else { "The others" };
            format!("{some} of {} in order. {rest} came elsewhere:", lines.len())
        }
    };
    let again = props.on_act.reform(|_: MouseEvent| Act::Again);
    html! {
        <>
            <p class="predict-verdict" role="status" data-testid="predict-verdict">{ if over { verdict } else { "It runs…".to_owned() } }</p>
            <ol class="predict-rows" ref={list.clone()}>{ for rows }</ol>
            if over {
                <div class="lesson-tools">
                    { Button::new("button quiet", again).test("predict-again").text("Predict again") }
                </div>
            }
        </>
    }
}

fn ordinal(number: usize) -> String {
    let end = match number {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}
