//! The place under the timeline: the output, the loop at the playhead, the insights, one at a time.

use std::rc::Rc;

use loopscope_core::time::Time;
use loopscope_scenario::Settings;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::insights::Insights;
use super::inspector::Inspector;
use super::output::Output;
use super::tabs::{self, Tab};
use crate::advice::{Advice, Chosen, Target};
use crate::run::Picture;

/// Which part is shown, what they show, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) shown: Tab,
    pub(crate) on_show: Callback<Tab>,
    /// The run that is drawn.
    pub(crate) picture: Option<Picture>,
    /// The last run; another one than `picture` if it had nothing to draw.
    pub(crate) printed: Option<Picture>,
    /// The moment of `picture` that is looked at.
    pub(crate) playhead: Option<usize>,
    /// When that is, between the events around it.
    pub(crate) now: Option<Time>,
    pub(crate) on_seek: Callback<Option<usize>>,
    pub(crate) stale: bool,
    pub(crate) answers: Rc<[String]>,
    /// What there is to say of `picture`.
    pub(crate) advice: Advice,
    pub(crate) settings: Settings,
    pub(crate) on_look: Callback<Target>,
    pub(crate) on_fix: Callback<Chosen>,
    pub(crate) on_line: Callback<u32>,
    pub(crate) on_answer: Callback<String>,
    pub(crate) on_forget: Callback<()>,
}

/// The place and its tabs.
#[component]
pub(crate) fn Lower(props: &Props) -> Html {
    let same = match (&props.picture, &props.printed) {
        (Some(drawn), Some(printed)) => drawn.same_run(printed),
        _ => false,
    };
    let panel = |tab: Tab, content: Html| {
        html! {
            <div class="lower-panel" id={format!("panel-{}", tab.name())} role="tabpanel" hidden={tab != props.shown}
                aria-labelledby={format!("lower-{}", tab.name())}>
                { content }
            </div>
        }
    };
    html! {
        <section class={classes!("pane", "pane-lower", props.stale.then_some("stale"))} aria-label="Output, loop and insights">
            <div class="lower-tabs" role="tablist" aria-label="What is shown below the timeline" onkeydown={keys(props)}>
                { for Tab::LOWER.into_iter().map(|tab| button(props, tab)) }
            </div>
            { panel(Tab::Output, html! {
                <Output
                    picture={props.printed.clone()}
                    playhead={props.playhead.filter(|_| same)}
                    on_seek={props.on_seek.clone()}
                    stale={props.stale}
                    answers={props.answers.len()}
                    on_line={props.on_line.clone()}
                    on_answer={props.on_answer.clone()}
                    on_forget={props.on_forget.clone()}
                />
            }) }
            { panel(Tab::Loop, html! {
                if props.shown == Tab::Loop {
                    <Inspector
                        picture={props.picture.clone()}
                        playhead={props.playhead}
                        now={props.now}
                        on_line={props.on_line.clone()}
                        on_look={props.on_look.clone()}
                    />
                }
            }) }
            { panel(Tab::Insights, html! {
                if props.shown == Tab::Insights {
                    <Insights
                        picture={props.picture.clone()}
                        advice={props.advice.clone()}
                        settings={props.settings}
                        answers={Rc::clone(&props.answers)}
                        stale={props.stale}
                        on_look={props.on_look.clone()}
                        on_line={props.on_line.clone()}
                        on_fix={props.on_fix.clone()}
                    />
                }
            }) }
        </section>
    }
}

fn button(props: &Props, tab: Tab) -> Html {
    let chosen = tab == props.shown;
    let show = props.on_show.reform(move |_: MouseEvent| tab);
    html! {
        <button class="lower-tab" id={format!("lower-{}", tab.name())} role="tab" onclick={show}
            data-testid={format!("lower-{}", tab.name())} aria-selected={chosen.to_string()}
            aria-controls={format!("panel-{}", tab.name())} tabindex={if chosen { "0" } else { "-1" }}>
            { tab.label() }{ tabs::count(tab, props.advice.insights.len()) }
        </button>
    }
}

/// The arrows choose the neighbour, as in every row of tabs.
fn keys(props: &Props) -> Callback<KeyboardEvent> {
    let (shown, show) = (props.shown, props.on_show.clone());
    Callback::from(move |event: KeyboardEvent| {
        let at = Tab::LOWER.iter().position(|tab| *tab == shown).unwrap_or(0);
        let count = Tab::LOWER.len();
        let next = match event.key().as_str() {
            "ArrowLeft" => (at + count - 1) % count,
            "ArrowRight" => (at + 1) % count,
            "Home" => 0,
            "End" => count - 1,
            _ => return,
        };
        event.prevent_default();
        let row = event.current_target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let button = row.and_then(|row| row.children().item(next as u32));
        if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
            // Fails for an element that is not in the page only.
            let _ = button.focus();
        }
        show.emit(Tab::LOWER[next]);
    })
}
