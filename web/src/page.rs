//! The browser's window, as far as the page needs it. Everything here may be denied: then it does nothing.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Storage, Window};

/// The window; there is always one in a page.
pub(crate) fn window() -> Option<Window> {
    web_sys::window()
}

/// Milliseconds since the page began.
pub(crate) fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Marks a moment for whoever measures the page.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        // A mark that cannot be set is missed by nobody but a benchmark.
        let _ = performance.mark(name);
    }
}

/// The query and the fragment of the address, with their `?` and `#` or empty.
pub(crate) fn address() -> (String, String) {
    let location = window().map(|window| window.location());
    let part = |read: fn(&web_sys::Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    (part(web_sys::Location::search), part(web_sys::Location::hash))
}

/// The address without query and fragment.
pub(crate) fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The address without query and fragment, with its host.
pub(crate) fn base() -> String {
    let origin = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    origin + &path()
}

/// Puts a query and a fragment into the address, without a new entry in the history.
pub(crate) fn replace_address(query: &str, fragment: &str) {
    let Some(window) = window() else { return };
    let Ok(path) = window.location().pathname() else { return };
    if let Ok(history) = window.history() {
        // Browsers refuse too many changes in a short time; the next one comes.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("{path}{query}{fragment}")));
    }
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What was stored under `key`.
pub(crate) fn load(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Stores `value` under `key`.
pub(crate) fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Full or denied: the page works without.
        let _ = storage.set_item(key, value);
    }
}

/// Sets an attribute of the document's root, such as `data-theme`.
pub(crate) fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = window().and_then(|window| window.document()).and_then(|page| page.document_element())
    {
        let _ = root.set_attribute(name, value);
    }
}

/// The value of an attribute of the document's root.
pub(crate) fn root_attribute(name: &str) -> Option<String> {
    window()?.document()?.document_element()?.get_attribute(name)
}

/// Calls back before each paint. Dropping it ends that.
#[must_use = "dropping it ends the calls"]
pub(crate) struct EachFrame {
    state: Rc<FrameState>,
}

struct FrameState {
    callback: RefCell<Option<Closure<dyn FnMut()>>>,
    request: RefCell<Option<i32>>,
}

impl FrameState {
    fn request(&self) {
        let callback = self.callback.borrow();
        if let (Some(window), Some(callback)) = (window(), callback.as_ref()) {
            *self.request.borrow_mut() =
                window.request_animation_frame(callback.as_ref().unchecked_ref()).ok();
        }
    }
}

impl EachFrame {
    /// Starts to call `callback`.
    pub(crate) fn start(mut callback: impl FnMut() + 'static) -> EachFrame {
        let state = Rc::new(FrameState { callback: RefCell::new(None), request: RefCell::new(None) });
        let weak = Rc::downgrade(&state);
        let closure = Closure::new(move || {
            callback();
            if let Some(state) = weak.upgrade() {
                state.request();
            }
        });
        *state.callback.borrow_mut() = Some(closure);
        state.request();
        EachFrame { state }
    }
}

impl Drop for EachFrame {
    fn drop(&mut self) {
        if let (Some(window), Some(request)) = (window(), self.state.request.take()) {
            // The frame may have come already.
            let _ = window.cancel_animation_frame(request);
        }
    }
}

/// Calls back after each paint-ready moment once: before the next frame.
pub(crate) fn after_paint(callback: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(callback);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(closure.unchecked_ref());
    }
}

/// Calls back once, when the page's thread is free.
pub(crate) fn soon(callback: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, callback).forget();
}

#[wasm_bindgen]
extern "C" {
    /// web/static/boot.js
    #[wasm_bindgen(js_name = loopscopeSave, catch)]
    async fn save_file(name: &str, kind: &str, text: &str) -> Result<JsValue, JsValue>;
}

/// Lets the browser save a text as a file; with `image/png` for `kind`, the picture that the text is as SVG. `failed` is
/// called if that cannot be made.
pub(crate) fn save(name: &str, kind: &'static str, text: &str, failed: impl FnOnce() + 'static) {
    let (name, text) = (name.to_owned(), text.to_owned());
    wasm_bindgen_futures::spawn_local(async move {
        if save_file(&name, kind, &text).await.is_err() {
            failed();
        }
    });
}

/// Copies a text to the clipboard, and tells whether it could.
pub(crate) fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        let copied = match window() {
            Some(window) if window.is_secure_context() => {
                let promise = window.navigator().clipboard().write_text(&text);
                wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
            }
            _ => false,
        };
        done(copied);
    });
}

/// Scrolls `frame`, as little as needed, so that `place` in it is in sight; its top, if it is higher than the frame.
pub(crate) fn bring(frame: &Element, place: &Element) {
    /// What stands at the top of a frame stays clear.
    const HEAD: f64 = 36.0;
    let (seen, there) = (frame.get_bounding_client_rect(), place.get_bounding_client_rect());
    let above = there.top() - HEAD - seen.top();
    let below = (there.bottom() - seen.bottom()).max(0.0);
    frame.set_scroll_top(frame.scroll_top() + below.min(above) as i32);
}
