//! What the program printed: every line with the moment it was written, errors told apart.

use loopscope_core::instrument::Stream;
use loopscope_trace::format;
use loopscope_trace::timeline::{OutputLine, TraceState};
use yew::prelude::*;

use super::icons::{Icon, icon};
use crate::run::Picture;

/// How many lines are put into the page: the last ones.
const SHOWN: usize = 2_000;
/// How many characters of one line are put into the page.
const LINE_CHARS: usize = 4_000;

/// The run, and whom to tell of a line of the source.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: Option<Picture>,
    pub(crate) stale: bool,
    pub(crate) live: bool,
    pub(crate) on_line: Callback<u32>,
}

/// The output.
#[component]
pub(crate) fn Output(props: &Props) -> Html {
    let scroller = use_node_ref();
    use_effect_with((props.picture.clone(), props.live), {
        let scroller = scroller.clone();
        move |(_, live)| {
            if let Some(element) = scroller.cast::<web_sys::Element>() {
                // A live run keeps its newest line in sight; a finished one is read from the top.
                element.set_scroll_top(if *live { element.scroll_height() } else { 0 });
            }
        }
    });
    let body = match &props.picture {
        None => html! { <p class="hint">{"The program has not run yet."}</p> },
        Some(picture) => lines(picture, &props.on_line),
    };
    html! {
        <section class={classes!("pane", "pane-output", props.stale.then_some("stale"))} aria-label="Output">
            <h2 class="pane-title">{"Output"}</h2>
            <div class="output" data-testid="output" ref={scroller} tabindex="0" role="log" aria-live="off">
                { body }
            </div>
        </section>
    }
}

fn lines(picture: &Picture, on_line: &Callback<u32>) -> Html {
    let timeline = picture.timeline();
    let outputs = &timeline.outputs;
    if outputs.is_empty() {
        let text = match timeline.state {
            TraceState::Running => "Nothing printed yet.",
            _ => "The program printed nothing.",
        };
        return html! { <p class="hint">{ text }</p> };
    }
    let hidden = outputs.len().saturating_sub(SHOWN);
    html! {
        <>
            if hidden > 0 {
                <p class="hint">{ format!("{hidden} earlier lines are not shown.") }</p>
            }
            <ol class="output-lines">
                { for outputs[hidden..].iter().enumerate().map(|(index, line)| self::line(hidden + index, line, on_line)) }
            </ol>
        </>
    }
}

fn line(index: usize, line: &OutputLine, on_line: &Callback<u32>) -> Html {
    let error = line.stream == Stream::Stderr;
    let place = line.location.line;
    let onclick = (place > 0).then(|| on_line.reform(move |_: MouseEvent| place));
    let text: String = match line.text.char_indices().nth(LINE_CHARS) {
        Some((cut, _)) => format!("{}…", &line.text[..cut]),
        None => line.text.clone(),
    };
    html! {
        <li key={index} class={classes!("output-line", error.then_some("error"))} data-testid="output-line"
            data-time={format!("{:.3}", line.at.as_secs_f64())}
            data-stream={if error { "stderr" } else { "stdout" }}>
            if let Some(onclick) = onclick {
                <button class="output-time" {onclick} title={format!("Show line {place}")}>{ format::moment(line.at) }</button>
            } else {
                <span class="output-time">{ format::moment(line.at) }</span>
            }
            <span class="output-mark" title={if error { "stderr" } else { "" }}>
                if error { { icon(Icon::Warning) }<span class="visually-hidden">{"error: "}</span> }
            </span>
            <span class="output-text">{ text }</span>
        </li>
    }
}
