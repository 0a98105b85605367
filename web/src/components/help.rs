//! The help: what the shapes mean, and the keys.

use yew::prelude::*;

use super::dialog::Dialog;

/// What each shape of the timeline says.
const SHAPES: [(&str, &str, &str); 9] = [
    (
        "running",
        "Running",
        "a step of the task. On the virtual clock it takes no time, so it is a thin line.",
    ),
    ("ready", "Ready", "it could run, but something else does."),
    ("sleeping", "Sleeping", "asyncio.sleep: the task waits for its timer, and the loop goes on."),
    ("waiting", "Waiting", "for a task, a future, a lock, a queue. Point at it to see for whom, and why."),
    ("nested", "Awaited", "a coroutine inside the task that awaits it: awaiting makes no new task."),
    ("blocked", "Loop blocked", "time.sleep and its like: nothing else can run meanwhile."),
    ("done", "Done", "the task returned."),
    ("failed", "Failed", "an exception ended it."),
    ("cancelled", "Cancelled", "somebody cancelled it."),
];

/// The keys, and what they do.
const KEYS: [(&[&str], &str); 20] = [
    (&["Ctrl", "Enter"], "Run live, or stop"),
    (&["Space"], "Play from the playhead, or pause"),
    (&[",", "."], "The playhead: a step of a task (up to its next wait) back, or on"),
    (&["Shift", ",", "."], "The playhead: an event back, or on"),
    (&["[", "]"], "The playhead: an iteration of the loop back, or on"),
    (&["W", "S"], "Zoom in and out, about the pointer; also Ctrl and the wheel, or two fingers"),
    (&["A", "D"], "Earlier, later; also drag, or Shift and the wheel"),
    (&["F"], "The whole run; in the timeline also 0"),
    (&["↑", "↓"], "In the timeline: another task"),
    (&["←", "→"], "In the timeline: the span before or after"),
    (&["Home", "End"], "In the timeline: the first span, the last"),
    (&["+", "−"], "In the timeline: zoom"),
    (&["C"], "In the timeline: fold the tasks inside, or unfold them"),
    (&["Enter"], "In the timeline: show the line"),
    (&["Alt", "← →"], "In the timeline: make the chosen sleep shorter or longer; with Shift in small steps"),
    (&["Esc"], "In the timeline: choose nothing"),
    (&["←", "→", "Home", "End"], "On the playhead: move it"),
    (&["Esc", "Tab"], "In the editor, one after the other: leave it"),
    (&["Ctrl", "Z"], "Undo, wherever the focus is; with Shift redo"),
    (&["?"], "This help, outside the editor"),
];

/// Whether it is shown, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) open: bool,
    pub(crate) on_open: Callback<bool>,
}

/// The dialog.
#[component]
pub(crate) fn Help(props: &Props) -> Html {
    html! {
        <Dialog id="help" title="What you see here" open={props.open} on_open={props.on_open.clone()}>
            if props.open { { content() } }
        </Dialog>
    }
}

fn content() -> Html {
    html! {
        <>
            <p>{"Every change of the program runs it at once on a virtual clock and redraws the timeline: \
                 a lane for each task, under the one that created it. Run plays it live, with real waiting."}</p>
            <h3>{"The shapes"}</h3>
            <dl class="help-shapes">{ for SHAPES.iter().map(shape) }</dl>
            <h3>{"The keys"}</h3>
            <dl class="help-keys">{ for KEYS.iter().map(key) }</dl>
            <p class="hint">{"Nothing is sent anywhere: the engine runs in this page, and the link holds the program."}</p>
        </>
    }
}

fn shape((kind, name, meaning): &(&'static str, &'static str, &'static str)) -> Html {
    html! {
        <div>
            <dt><span class="swatch-place"><span class={classes!("swatch", *kind)} aria-hidden="true" /></span>{ *name }</dt>
            <dd>{ *meaning }</dd>
        </div>
    }
}

fn key((keys, meaning): &(&'static [&'static str], &'static str)) -> Html {
    html! {
        <div>
            <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
            <dd>{ *meaning }</dd>
        </div>
    }
}
