//! The share dialog: the program as a link, as Markdown and as a frame for another page.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use loopscope_core::time::Time;
use loopscope_scenario::{Theme, ViewOptions};
use loopscope_trace::format;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::dialog::Dialog;
use super::icons::{Icon, icon};
use crate::page;

/// Links that are longer are cut by some of the programs that people write messages in.
const LONG: usize = 2_000;
/// How long a button says that it has copied, in milliseconds.
const COPIED_MS: u32 = 2_000;

/// What is shared.
#[derive(PartialEq)]
pub(crate) struct Offer {
    /// The page's address without query and fragment.
    pub(crate) base: String,
    /// The program, as a fragment; or why it has none.
    pub(crate) fragment: Result<String, String>,
    /// What the program is called.
    pub(crate) title: String,
    /// The moment that is looked at, in seconds, if it is not the whole run.
    pub(crate) moment: Option<f64>,
    /// What the address asks for now.
    pub(crate) options: ViewOptions,
}

/// What is shared while the dialog is open, and whom to tell that it is not any more.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) offer: Option<Rc<Offer>>,
    pub(crate) on_open: Callback<bool>,
}

/// The dialog.
#[component]
pub(crate) fn Share(props: &Props) -> Html {
    html! {
        <Dialog id="share" title="Share this program" open={props.offer.is_some()} on_open={props.on_open.clone()}>
            if let Some(offer) = &props.offer {
                <Form offer={Rc::clone(offer)} />
            }
        </Dialog>
    }
}

#[derive(Properties, PartialEq)]
struct FormProps {
    offer: Rc<Offer>,
}

#[component]
fn Form(props: &FormProps) -> Html {
    let offer = &*props.offer;
    let pinned = use_state(|| offer.moment.is_some());
    let theme = use_state(|| Theme::Auto);
    let embed = use_state(|| false);
    let fragment = match &offer.fragment {
        Ok(fragment) => fragment,
        Err(problem) => {
            return html! { <p class="inline-problem" role="alert">{ icon(Icon::Warning) }{ problem }</p> };
        }
    };
    let with = |embed: bool| {
        let t = offer.moment.filter(|_| *pinned);
        // Inside another page, and in a link to its moment, the lesson comes along.
        let query = ViewOptions { embed, theme: *theme, t, ..offer.options.clone() };
        format!("{}{query}{fragment}", offer.base)
    };
    let link = with(*embed);
    let markdown = format!("[{}]({link})", offer.title.replace(['[', ']', '\\'], " "));
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"420\" loading=\"lazy\" style=\"border: 1px solid #8888\"></iframe>",
        escaped(&with(true)),
        escaped(&offer.title),
    );
    let length = link.chars().count();
    let tick = |state: &UseStateHandle<bool>| {
        let state = state.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = target::<HtmlInputElement>(&event) {
                state.set(input.checked());
            }
        })
    };
    let choose = {
        let theme = theme.clone();
        Callback::from(move |event: Event| {
            let index = target::<HtmlSelectElement>(&event).map_or(0, |select| select.selected_index());
            theme.set(match index {
                1 => Theme::Light,
                2 => Theme::Dark,
                _ => Theme::Auto,
            });
        })
    };
    let moment = offer.moment.map_or_else(
        || "Begin at a moment (put the playhead there first)".to_owned(),
        |at| format!("Begin at {}, where the playhead is", format::moment(Time::from_secs_f64(at))),
    );
    html! {
        <>
            <p class="hint">{"A link holds the whole program. It is stored nowhere else, and does not grow old."}</p>
            <fieldset class="share-options">
                <legend class="visually-hidden">{"How it opens"}</legend>
                <label class="choice">
                    <input type="checkbox" data-testid="share-pin" checked={*pinned} disabled={offer.moment.is_none()} onchange={tick(&pinned)} />
                    { moment }
                </label>
                <label class="choice">
                    <input type="checkbox" data-testid="share-embed" checked={*embed} onchange={tick(&embed)} />
                    { "Compact, without menus (a frame always is)" }
                </label>
                <label class="choice">
                    { "Theme" }
                    <select class="button" data-testid="share-theme" onchange={choose}>
                        <option selected={*theme == Theme::Auto}>{"as the reader prefers"}</option>
                        <option selected={*theme == Theme::Light}>{"light"}</option>
                        <option selected={*theme == Theme::Dark}>{"dark"}</option>
                    </select>
                </label>
            </fieldset>
            <Field id="link" name="Link" text={link} first=true />
            <p class={classes!("hint", "share-length")} data-testid="share-length">
                { format!("{} characters", grouped(length)) }
                if length > LONG { { ". Some mail and chat programs cut links as long as this." } }
            </p>
            <Field id="markdown" name="Markdown" text={markdown} />
            <Field id="frame" name="Frame for a web page" text={frame} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FieldProps {
    id: &'static str,
    name: &'static str,
    text: String,
    /// Where the focus begins.
    #[prop_or_default]
    first: bool,
}

/// A text and a button that copies it.
#[component]
fn Field(props: &FieldProps) -> Html {
    let shown = use_node_ref();
    // The text that was copied; if it is another one now, it has not been.
    let copied = use_state(|| None::<(String, bool)>);
    let calm = use_mut_ref(|| None::<Timeout>);
    let copy = {
        let (shown, copied, text) = (shown.clone(), copied.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (shown, copied, calm, told) = (shown.clone(), copied.clone(), calm.clone(), text.clone());
            page::copy(text.clone(), move |done| {
                if let Some(input) = shown.cast::<HtmlInputElement>().filter(|_| !done) {
                    // The person's own copy needs no more than a key now.
                    input.select();
                }
                copied.set(Some((told, done)));
                *calm.borrow_mut() = Some(Timeout::new(COPIED_MS, move || copied.set(None)));
            });
        })
    };
    let said = match &*copied {
        Some((text, true)) if *text == props.text => "Copied",
        Some((text, false)) if *text == props.text => "Press Ctrl+C",
        _ => "Copy",
    };
    let id = format!("share-{}", props.id);
    html! {
        <div class="share-field">
            <label for={id.clone()}>{ props.name }</label>
            <input id={id.clone()} data-testid={id.clone()} class="field" ref={shown} readonly=true value={props.text.clone()} spellcheck="false" />
            <button class={classes!("button", props.first.then_some("primary"))} data-testid={format!("copy-{}", props.id)} onclick={copy}
                autofocus={props.first} aria-label={format!("{said}: {}", props.name)}>{ said }</button>
            <span class="visually-hidden" role="status">{ if said == "Copy" { "" } else { said } }</span>
        </div>
    }
}

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// A number as people read it: 12,345.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A text inside an attribute of HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
