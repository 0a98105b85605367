//! What reaches the page from outside its elements: the address, keys for the whole page, its end, and scripts.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};
use yew::Callback;

use crate::components::play_bar::Travel;
use crate::editor::Editor;
use crate::page;

/// Whom to tell.
pub(crate) struct Listeners {
    /// The address was changed by hand.
    pub(crate) address: Callback<()>,
    /// Ctrl+Enter: run, or stop.
    pub(crate) run: Callback<()>,
    /// `?`, outside any field: help.
    pub(crate) help: Callback<()>,
    /// A key that moves the playhead, outside any field.
    pub(crate) travel: Callback<Travel>,
    /// Ctrl+Z outside the editor: take the last change of the text back; or do it again.
    pub(crate) history: Callback<bool>,
    /// The page is about to go.
    pub(crate) leaving: Callback<()>,
    /// A script sets the whole text.
    pub(crate) source: Callback<String>,
}

/// Listens for as long as the page lives.
pub(crate) fn listen(listeners: Listeners, editor: Editor) {
    let Listeners { address, run, help, travel, history, leaving, source } = listeners;
    on("hashchange", move |_| address.emit(()));
    on("pagehide", move |_| leaving.emit(()));
    on("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let command = event.ctrl_key() || event.meta_key();
        match event.key().as_str() {
            "Enter" if command && !event.repeat() => {
                event.prevent_default();
                run.emit(());
            }
            "z" | "Z" | "y" if command && !event.alt_key() && !has_own_history(event) => {
                event.prevent_default();
                history.emit(event.key() == "z" && !event.shift_key());
            }
            "?" if !command && !is_typing(event) => {
                event.prevent_default();
                help.emit(());
            }
            // Where a bracket needs AltGr, that counts as Ctrl and Alt.
            key if (!command && !event.alt_key()) || event.get_modifier_state("AltGraph") => {
                let to = match key {
                    " " if is_free(event) => Some(Travel::Play),
                    key => Travel::of_key(key),
                };
                if let Some(to) = to.filter(|_| !is_typing(event)) {
                    event.prevent_default();
                    travel.emit(to);
                }
            }
            _ => {}
        }
    });
    expose(source, editor);
}

fn on(name: &str, heard: impl FnMut(web_sys::Event) + 'static) {
    let closure: Closure<dyn FnMut(web_sys::Event)> = Closure::new(heard);
    if let Some(window) = page::window() {
        // Fails for listeners that are no functions only.
        let _ = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    // The page listens until it is gone.
    closure.forget();
}

/// Whether nothing has the focus that the space bar means something to.
fn is_free(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_none_or(|target| {
        target.closest("button, summary, a, .output, .inspector").is_ok_and(|found| found.is_none())
    })
}

/// Whether a key is a letter for what has the focus.
pub(crate) fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target
            .closest("input, select, textarea, dialog, [contenteditable=true]")
            .is_ok_and(|found| found.is_some())
    })
}

/// Whether a key goes to something that takes back its own changes: the editor, or a field in which something was
/// typed that is not part of the program yet (a field of the panel says what it was given in `data-shown`). A slider has
/// none.
fn has_own_history(event: &KeyboardEvent) -> bool {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    match target.dyn_ref::<HtmlInputElement>() {
        Some(field) if field.type_() == "range" => false,
        Some(field) => target.get_attribute("data-shown").is_none_or(|shown| field.value() != shown),
        None => target.closest("textarea, [contenteditable=true]").is_ok_and(|found| found.is_some()),
    }
}

/// `window.loopscope`: the page for scripts around it, and for tests.
fn expose(source: Callback<String>, editor: Editor) {
    let Some(window) = page::window() else { return };
    let object = js_sys::Object::new();
    let get: Closure<dyn Fn() -> String> = Closure::new(move || editor.text());
    let set: Closure<dyn Fn(String)> = Closure::new(move |text| source.emit(text));
    // Setting a property of a fresh object, or of the window, does not fail.
    let _ = js_sys::Reflect::set(&object, &"getSource".into(), &get.into_js_value());
    let _ = js_sys::Reflect::set(&object, &"setSource".into(), &set.into_js_value());
    let _ = js_sys::Reflect::set(&window, &"loopscope".into(), &object);
}
