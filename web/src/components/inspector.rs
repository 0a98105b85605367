//! The loop at the playhead: what each task does there, and what the loop holds.

use loopscope_trace::format;
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

/// The inspector.
#[component]
pub(crate) fn Inspector(props: &Props) -> Html {
    let Some(picture) = &props.picture else {
        return html! { <p class="hint">{"The program has not run yet."}</p> };
    };
    let moment = picture.moment(props.playhead);
    html! {
        <div class="inspector" data-testid="inspector">
            <p data-testid="moment" data-seq={moment.seq.to_string()}>
                { format!("{}, after {} events", format::moment(moment.at), moment.seq) }
            </p>
        </div>
    }
}
