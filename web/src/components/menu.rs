//! A menu: a disclosure with a list of buttons, which needs no keys of its own. It closes with Escape, with a choice, and
//! when the focus leaves it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::prelude::*;

/// What it is called, what its button shows, and its items.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) class: &'static str,
    pub(crate) name: &'static str,
    /// The button's `data-testid`.
    pub(crate) test: &'static str,
    pub(crate) title: &'static str,
    /// The button's classes.
    pub(crate) button: &'static str,
    /// What the button shows.
    pub(crate) face: Html,
    /// List items with a button each.
    pub(crate) children: Html,
}

/// The menu.
#[component]
pub(crate) fn Menu(props: &Props) -> Html {
    let open = use_state(|| false);
    let (root, button) = (use_node_ref(), use_node_ref());
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let close = {
        let (open, button) = (open.clone(), button.clone());
        move || {
            open.set(false);
            if let Some(button) = button.cast::<HtmlElement>() {
                // What had the focus goes away; without it the button can still be found.
                let _ = button.focus();
            }
        }
    };
    let onkeydown = {
        let (open, close) = (open.clone(), close.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                close();
            }
        })
    };
    // The item has heard of the click by now.
    let onclick = Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if target.is_some_and(|target| target.closest("button").is_ok_and(|found| found.is_some())) {
            close();
        }
    });
    let onfocusout = {
        let (open, root) = (open.clone(), root.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
            let inside = root.cast::<Node>().is_some_and(|root| root.contains(next.as_ref()));
            if !inside {
                open.set(false);
            }
        })
    };
    html! {
        <div class={classes!("menu", props.class)} ref={root} {onkeydown} {onfocusout}>
            <button class={props.button} ref={button} data-testid={props.test} aria-label={props.name} aria-expanded={open.to_string()}
                onclick={toggle} title={props.title}>{ props.face.clone() }</button>
            if *open {
                <ol class="menu-list" tabindex="-1" aria-label={props.name} {onclick}>{ props.children.clone() }</ol>
            }
        </div>
    }
}
