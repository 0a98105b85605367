//! The timeline as prose, for those who hear it rather than see it: a paragraph for each moment, from which the playhead
//! goes there.

use super::button::Button;
use loopscope_trace::format;
use loopscope_trace::transcript::{DEFAULT_PARAGRAPHS, Paragraph, transcript};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::run::Picture;

/// The run.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Picture,
    /// The run goes on: its place is kept.
    pub(crate) later: bool,
    pub(crate) on_seek: Callback<Option<usize>>,
}

/// The paragraphs; none are made until somebody opens them.
#[component]
pub(crate) fn Transcript(props: &Props) -> Html {
    let open = use_state(|| false);
    let most = use_state(|| DEFAULT_PARAGRAPHS);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    let told = if *open && !props.later {
        let (paragraphs, more) = transcript(&props.picture.timeline(), *most);
        let tell_more = {
            let most = most.clone();
            Callback::from(move |_: MouseEvent| most.set(*most * 4))
        };
        html! {
            <>
                <ol data-testid="transcript">
                    { for paragraphs.into_iter().map(|told| paragraph(told, &props.picture, &props.on_seek)) }
                </ol>
                if more { { Button::new("button tiny-text", tell_more).text("Tell more") } }
            </>
        }
    } else {
        Html::default()
    };
    html! {
        <details class={classes!("transcript", props.later.then_some("later"))} {ontoggle}>
            <summary>{"What happens, in words"}</summary>
            { told }
        </details>
    }
}

fn paragraph(told: Paragraph, picture: &Picture, on_seek: &Callback<Option<usize>>) -> Html {
    let seek = {
        let (at, picture, on_seek) = (told.at, picture.clone(), on_seek.clone());
        Callback::from(move |_: MouseEvent| on_seek.emit(Some(picture.seq_at(at))))
    };
    html! {
        <li>
            { Button::new("line-link", seek).title("Put the playhead here").text(format::moment(told.at)) }
            <p>{ told.text }</p>
        </li>
    }
}
