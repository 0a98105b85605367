//! What is worth knowing about the run.

use yew::prelude::*;

use crate::run::Picture;

/// The run, the moment that is looked at, and whom to tell of a moment or a line.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    pub(crate) playhead: Option<usize>,
    pub(crate) on_seek: Callback<Option<usize>>,
    pub(crate) on_line: Callback<u32>,
}

/// The insights.
#[component]
pub(crate) fn Insights(_props: &Props) -> Html {
    html! { <p class="hint">{"No rule looks at runs yet."}</p> }
}
