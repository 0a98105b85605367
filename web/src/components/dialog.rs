//! A dialog of the browser's own: it keeps the focus inside, closes with Escape or a click beside it, and gives the
//! focus back.

use super::button::Button;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icons::Icon;

/// What it is called, whether it is shown, and whom to tell.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Its `data-testid`, and the beginning of its title's id.
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) open: bool,
    pub(crate) on_open: Callback<bool>,
    /// What is in it, while it is open.
    pub(crate) children: Html,
}

/// The dialog.
#[component]
pub(crate) fn Dialog(props: &Props) -> Html {
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
    let title = format!("{}-title", props.id);
    html! {
        <dialog class="dialog" ref={dialog} aria-labelledby={title.clone()} data-testid={format!("{}-dialog", props.id)}
            {onclose} {onclick}>
            if props.open {
                <div class="dialog-body">
                    <header class="dialog-head">
                        <h2 id={title}>{ props.title }</h2>
                        { Button::new("button tiny", close).name("Close").title("Close (Esc)").icon(Icon::Cross) }
                    </header>
                    { props.children.clone() }
                </div>
            }
        </dialog>
    }
}
