//! A lesson's text with its code, its stress and its links into the page.

use loopscope_lessons::{Inline, inlines};
use yew::prelude::*;

use super::Act;

/// The text; while the run is `hidden`, links to its moments are words.
pub(super) fn prose(text: &str, hidden: bool, on_act: &Callback<Act>, on_line: &Callback<u32>) -> Html {
    let own = |words: &str| words.to_owned();
    let pieces = inlines(text).into_iter().map(|piece| match piece {
        Inline::Text(words) => html! { { own(words) } },
        Inline::Code(code) => html! { <code>{ own(code) }</code> },
        Inline::Strong(words) => html! { <strong>{ own(words) }</strong> },
        Inline::Moment(words, _) if hidden => html! { { own(words) } },
        Inline::Moment(words, at) => {
            link(words, "Show this moment", on_act.reform(move |_: MouseEvent| Act::Moment(at)))
        }
        Inline::Line(words, line) => link(words, "Show this line", on_line.reform(move |_: MouseEvent| line)),
    });
    html! { <>{ for pieces }</> }
}

fn link(words: &str, title: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class="text-link" {title} {onclick}>{ words.to_owned() }</button> }
}
