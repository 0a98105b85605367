//! What the page has to say: a damaged link, a library that did not come. Each can be taken away.

use std::cell::Cell;

use super::button::Button;
use yew::prelude::*;

use super::icons::{Icon, icon};

/// Something said to the person.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Notice {
    /// Its identity.
    pub(crate) id: usize,
    text: String,
}

thread_local! {
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

impl Notice {
    /// What could not be done.
    pub(crate) fn new(text: impl Into<String>) -> Notice {
        let id = NEXT.with(|next| next.replace(next.get() + 1));
        Notice { id, text: text.into() }
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
    let id = notice.id;
    let dismiss = props.on_dismiss.reform(move |_: MouseEvent| id);
    html! {
        <div class="notice" data-testid="notice">
            <span class="notice-icon">{ icon(Icon::Warning) }</span>
            <div class="notice-text">
                <p>{ &notice.text }</p>
            </div>
            { Button::new("button tiny", dismiss).named("Dismiss").icon(Icon::Cross) }
        </div>
    }
}
