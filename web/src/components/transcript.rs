//! The run in words: for those who do not see the timeline, and for those who want it told.

use loopscope_trace::transcript::{DEFAULT_SENTENCES, transcript};
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
}

/// The sentences; none are made until somebody opens them.
#[component]
pub(crate) fn Transcript(props: &Props) -> Html {
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <details class={classes!("transcript", props.later.then_some("later"))} {ontoggle}>
            <summary>{"What happens, in words"}</summary>
            if *open && !props.later {
                <ol>
                    { for transcript(&props.picture.timeline(), DEFAULT_SENTENCES).into_iter().map(|line| html! { <li>{ line }</li> }) }
                </ol>
            }
        </details>
    }
}
