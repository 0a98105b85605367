//! What the page has to say: a damaged link, a copied one. Each can be taken away; good news goes by itself.

use std::cell::Cell;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::icons::{Icon, icon};

/// How long good news stays, in milliseconds.
const PASSING_MS: u32 = 4_000;

/// How serious it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tone {
    /// Something was done.
    Good,
    /// Something could not be done.
    Problem,
}

/// Something said to the person.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Notice {
    /// Its identity.
    pub(crate) id: usize,
    tone: Tone,
    text: String,
    /// A text to be copied by hand.
    copy: Option<String>,
    passing: bool,
}

thread_local! {
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

impl Notice {
    /// A notice that stays until it is taken away.
    pub(crate) fn new(tone: Tone, text: impl Into<String>) -> Notice {
        let id = NEXT.with(|next| next.replace(next.get() + 1));
        Notice { id, tone, text: text.into(), copy: None, passing: false }
    }

    /// A notice that goes by itself.
    pub(crate) fn passing(tone: Tone, text: impl Into<String>) -> Notice {
        Notice { passing: true, ..Notice::new(tone, text) }
    }

    /// A link that could not be copied: the person can.
    pub(crate) fn with_link(link: String) -> Notice {
        let text = "The browser does not let the page copy. Here is the link:";
        Notice { copy: Some(link), ..Notice::new(Tone::Good, text) }
    }
}

/// The notices, oldest first, and whom to tell when one is taken away.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) notices: Vec<Notice>,
    pub(crate) on_dismiss: Callback<usize>,
}

/// All notices.
#[component]
pub(crate) fn Notices(props: &Props) -> Html {
    html! {
        <div class="notices" role="status" aria-live="polite">
            { for props.notices.iter().map(|notice| html! {
                <Card key={notice.id} notice={notice.clone()} on_dismiss={props.on_dismiss.clone()} />
            }) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    notice: Notice,
    on_dismiss: Callback<usize>,
}

#[component]
fn Card(props: &CardProps) -> Html {
    let notice = &props.notice;
    let dismiss = {
        let (dismiss, id) = (props.on_dismiss.clone(), notice.id);
        Callback::from(move |()| dismiss.emit(id))
    };
    use_effect_with(notice.passing, {
        let dismiss = dismiss.clone();
        move |passing| {
            let timeout = passing.then(|| Timeout::new(PASSING_MS, move || dismiss.emit(())));
            move || drop(timeout)
        }
    });
    let tone = match notice.tone {
        Tone::Good => "good",
        Tone::Problem => "problem",
    };
    html! {
        <div class={classes!("notice", tone)} data-testid="notice" data-tone={tone}>
            if notice.tone == Tone::Problem {
                <span class="notice-icon">{ icon(Icon::Warning) }</span>
            }
            <div class="notice-text">
                <p>{ &notice.text }</p>
                if let Some(link) = &notice.copy {
                    <input class="field" readonly=true value={link.clone()} aria-label="Link to this program" />
                }
            </div>
            <button class="button tiny" aria-label="Dismiss" title="Dismiss" onclick={dismiss.reform(|_: MouseEvent| ())}>
                { icon(Icon::Cross) }
            </button>
        </div>
    }
}
