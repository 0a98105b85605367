//! Scripts that come beside the engine: the editor, the texts of the standard library, and the lessons.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use web_sys::Element;

use crate::page;

/// A script of the page's own.
#[derive(Clone, Copy)]
pub(crate) struct Script {
    /// How it is found.
    selector: &'static str,
    /// For one that index.html only names and does not load: the `NAME` of its `data-NAME`. [`Script::begin`] loads it.
    inert: Option<&'static str>,
    /// What is there once it has run.
    global: &'static str,
}

/// CodeMirror, mounted.
pub(crate) const EDITOR: Script =
    Script { selector: "script[data-editor]", inert: None, global: "loopscopeEditor" };
/// The standard library: it comes when it is needed, or when nothing else is.
pub(crate) const LIBRARY: Script =
    Script { selector: "script[data-begun=library]", inert: Some("library"), global: "loopscopeLibrary" };
/// The course: it comes when somebody wants to learn.
pub(crate) const LESSONS: Script =
    Script { selector: "script[data-begun=lessons]", inert: Some("lessons"), global: "loopscopeLessons" };

impl Script {
    /// What it has left; None if it has not run.
    pub(crate) fn value(self) -> Option<JsValue> {
        let window = page::window()?;
        Reflect::get(&window, &self.global.into()).ok().filter(|value| !value.is_undefined())
    }

    /// Whether it has run.
    pub(crate) fn is_loaded(self) -> bool {
        self.value().is_some()
    }

    /// Begins to load one that index.html only names, if that is not done yet.
    pub(crate) fn begin(self) {
        let _: Option<()> = (|| {
            let name = self.inert?;
            let inert = element(&["script[data-", name, "]"].concat())?;
            if element(self.selector).is_none() {
                let script = page::window()?.document()?.create_element("script").ok()?;
                script.set_attribute("src", &inert.get_attribute("src")?).ok()?;
                script.set_attribute("data-begun", name).ok()?;
                inert.parent_element()?.append_child(&script).ok()?;
            }
            Some(())
        })();
    }

    /// Calls back once, when it has run, or with false when it cannot be had.
    pub(crate) fn when_loaded(self, done: impl FnOnce(bool) + 'static) {
        self.begin();
        let script = element(self.selector);
        // The attribute is set by web/static/boot.js.
        let Some(script) = script.filter(|script| !self.is_loaded() && !script.has_attribute("data-failed"))
        else {
            return done(self.is_loaded());
        };
        let heard = Closure::once_into_js(move |_: web_sys::Event| done(self.is_loaded()));
        for name in ["load", "error"] {
            // Fails for listeners that are no functions only.
            let _ = script.add_event_listener_with_callback(name, heard.unchecked_ref());
        }
    }
}

fn element(selector: &str) -> Option<Element> {
    page::window()?.document()?.query_selector(selector).ok().flatten()
}
