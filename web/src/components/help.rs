//! The help: what the shapes mean, and the keys. A dialog of the browser's own, which keeps the focus inside,
//! closes with Escape and gives the focus back.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icons::{Icon, icon};

/// What each shape of the timeline says.
const SHAPES: [(&str, &str, &str); 8] = [
    (
        "running",
        "Running",
        "a step of the task. On the virtual clock it takes no time, so it is a thin line.",
    ),
    ("ready", "Ready", "it could run, but something else does."),
    ("sleeping", "Sleeping", "asyncio.sleep: the task waits for its timer, and the loop goes on."),
    ("waiting", "Waiting", "for another task, a gather or a future."),
    ("blocked", "Loop blocked", "time.sleep and its like: nothing else can run meanwhile."),
    ("done", "Done", "the task returned."),
    ("failed", "Failed", "an exception ended it."),
    ("cancelled", "Cancelled", "somebody cancelled it."),
];

/// The keys, and what they do.
const KEYS: [(&[&str], &str); 8] = [
    (&["Ctrl", "Enter"], "Run live, or stop"),
    (&["?"], "This help, outside the editor"),
    (&["Esc", "Tab"], "In the editor, one after the other: leave it"),
    (&["↑", "↓"], "In the timeline: another task"),
    (&["←", "→"], "In the timeline: the span before or after"),
    (&["Enter"], "In the timeline: show the line"),
    (&["+", "−"], "In the timeline: zoom; also Ctrl and the wheel"),
    (&["0"], "In the timeline: the whole run"),
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
    let dialog = use_node_ref();
    use_effect_with(props.open, {
        let dialog = dialog.clone();
        move |open| {
            let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return };
            if *open && !dialog.open() {
                // Fails for a dialog that is open or not in the page only.
                let _ = dialog.show_modal();
            } else if !*open && dialog.open() {
                dialog.close();
            }
        }
    });
    let onclose = props.on_open.reform(|_: Event| false);
    let close = props.on_open.reform(|_: MouseEvent| false);
    let onclick = {
        let (dialog, on_open) = (dialog.clone(), props.on_open.clone());
        Callback::from(move |event: MouseEvent| {
            // What is around the content is the dialog itself.
            let target = event.target().and_then(|target| target.dyn_into::<HtmlDialogElement>().ok());
            if target.is_some() && target == dialog.cast() {
                on_open.emit(false);
            }
        })
    };
    html! {
        <dialog class="help" ref={dialog} aria-labelledby="help-title" data-testid="help-dialog" {onclose} {onclick}>
            if props.open {
                <div class="help-body">
                    <header class="help-head">
                        <h2 id="help-title">{"What you see here"}</h2>
                        <button class="button tiny" aria-label="Close" title="Close (Esc)" onclick={close}>
                            { icon(Icon::Cross) }
                        </button>
                    </header>
                    <p>{"Every change of the program runs it at once on a virtual clock and redraws the timeline: \
                         a lane for each task, under the one that created it. Run plays it live, with real waiting."}</p>
                    <h3>{"The shapes"}</h3>
                    <dl class="help-shapes">{ for SHAPES.iter().map(shape) }</dl>
                    <h3>{"The keys"}</h3>
                    <dl class="help-keys">{ for KEYS.iter().map(key) }</dl>
                    <p class="hint">{"Nothing is sent anywhere: the engine runs in this page, and the link holds the program."}</p>
                </div>
            }
        </dialog>
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
