//! The bridge to the editor (web/js/editor.js): text and places go through here, nothing else.
//!
//! The editor is heavier than all else of the page but the engine, and nobody can type before having seen
//! something. So it comes by itself (a script of its own in index.html) and is mounted after the first timeline. Until
//! then [`Editor`] keeps what it is told, and the text is on the page as plain text.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use loopscope_scenario::edit::{self, TextChange, Utf16Map};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    type View;

    #[wasm_bindgen(js_name = loopscopeEditor)]
    fn mount(
        parent: &Element,
        text: &str,
        label: &str,
        changed: &Closure<dyn FnMut(String)>,
        visited: &Closure<dyn FnMut(u32, bool)>,
    ) -> View;

    #[wasm_bindgen(method)]
    fn text(this: &View) -> String;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &View, text: &str);
    #[wasm_bindgen(method)]
    fn apply(this: &View, changes: &Array, gesture: u32);
    #[wasm_bindgen(method)]
    fn settle(this: &View, taken_back: bool);
    #[wasm_bindgen(method)]
    fn undo(this: &View);
    #[wasm_bindgen(method)]
    fn redo(this: &View);
    #[wasm_bindgen(method)]
    fn depths(this: &View) -> Vec<u32>;
    #[wasm_bindgen(method)]
    fn diagnose(this: &View, items: &Array);
    #[wasm_bindgen(method)]
    fn mark(this: &View, others: &Array, running: u32, pointed: u32, shown: u32);
    #[wasm_bindgen(method)]
    fn reveal(this: &View, line: u32, focus: bool);
    #[wasm_bindgen(method)]
    fn measure(this: &View);
    #[wasm_bindgen(method)]
    fn destroy(this: &View);
}

/// A place in the text that is wrong. Lines and columns count characters from 1.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Problem {
    /// Where it begins.
    pub(crate) start: (u32, u32),
    /// Where it ends.
    pub(crate) end: (u32, u32),
    /// What is wrong.
    pub(crate) message: String,
    /// Only a warning.
    pub(crate) warning: bool,
}

/// The editor. Clones are the same editor.
#[derive(Clone, Default)]
pub(crate) struct Editor(Rc<State>);

#[derive(Default)]
struct State {
    mounted: RefCell<Option<Mounted>>,
    /// What to begin with.
    waiting: RefCell<Waiting>,
}

struct Mounted {
    view: Rc<View>,
    _changed: Closure<dyn FnMut(String)>,
    _visited: Closure<dyn FnMut(u32, bool)>,
}

/// What the editor was told before it was there.
#[derive(Default)]
struct Waiting {
    text: String,
    problems: Vec<Problem>,
    others: Rc<[u32]>,
    running: u32,
    pointed: u32,
    visited: Option<Rc<dyn Fn(u32, bool)>>,
    line: Option<(u32, bool)>,
    changed: Option<Rc<dyn Fn(String)>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.view.destroy();
    }
}

impl PartialEq for Editor {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Editor {
    /// The text to begin with; `changed` gets the text after each change made in the editor.
    pub(crate) fn begin(&self, text: &str, changed: impl Fn(String) + 'static) {
        let mut waiting = self.0.waiting.borrow_mut();
        text.clone_into(&mut waiting.text);
        waiting.changed = Some(Rc::new(changed));
    }

    /// `visited` gets a line whose moments are asked for: the next one, or with true the one before.
    pub(crate) fn on_visit(&self, visited: impl Fn(u32, bool) + 'static) {
        self.0.waiting.borrow_mut().visited = Some(Rc::new(visited));
    }

    /// Puts the editor into `parent`, with what it was told so far. Its script must be there: [`crate::script::EDITOR`].
    pub(crate) fn mount(&self, parent: &Element) {
        let Waiting { text, problems, others, running, pointed, visited, line, changed } =
            self.0.waiting.take();
        let changed: Closure<dyn FnMut(String)> = Closure::new(move |text| {
            if let Some(changed) = &changed {
                changed(text);
            }
        });
        let visited: Closure<dyn FnMut(u32, bool)> = Closure::new(move |line, back| {
            if let Some(visited) = &visited {
                visited(line, back);
            }
        });
        let view =
            Rc::new(mount(parent, &text, "Python source. Escape, then Tab leaves it", &changed, &visited));
        *self.0.mounted.borrow_mut() = Some(Mounted { view, _changed: changed, _visited: visited });
        self.diagnose(&text, &problems);
        self.mark(&others, running, pointed, 0);
        if let Some((line, focus)) = line {
            self.reveal(line, focus);
        }
    }

    /// Takes the editor out of the page.
    pub(crate) fn unmount(&self) {
        drop(self.0.mounted.take());
    }

    fn view(&self) -> Option<Rc<View>> {
        // No borrow is held while JavaScript runs that may call back into `changed`.
        self.0.mounted.borrow().as_ref().map(|mounted| Rc::clone(&mounted.view))
    }

    /// The text.
    pub(crate) fn text(&self) -> String {
        self.view().map_or_else(|| self.0.waiting.borrow().text.clone(), |view| view.text())
    }

    /// Replaces the whole text; `changed` is not called.
    pub(crate) fn set_text(&self, text: &str) {
        match self.view() {
            Some(view) => view.set_text(text),
            None => text.clone_into(&mut self.0.waiting.borrow_mut().text),
        }
    }

    /// Applies changes of `source`, the present text, as one step of the history, together with what came before of the
    /// same gesture (0 is none); `changed` is called.
    pub(crate) fn apply(&self, source: &str, changes: &[TextChange], gesture: u32) {
        let Some(view) = self.view() else {
            let text = edit::apply(source, changes);
            self.set_text(&text);
            let changed = self.0.waiting.borrow().changed.clone();
            if let Some(changed) = changed {
                changed(text);
            }
            return;
        };
        let map = Utf16Map::new(source);
        let items: Array = changes
            .iter()
            .map(|change| {
                let range = map.range_to_utf16(&change.range);
                Array::of3(
                    &JsValue::from_f64(range.start as f64),
                    &JsValue::from_f64(range.end as f64),
                    &JsValue::from_str(&change.insert),
                )
            })
            .collect();
        view.apply(&items, gesture);
    }

    /// Ends a gesture. One that is taken back leaves text and history as they were before it; `changed` is called if
    /// that is another text.
    pub(crate) fn settle(&self, taken_back: bool) {
        if let Some(view) = self.view() {
            view.settle(taken_back);
        }
    }

    /// Takes back the last step of the history, or does it again; `changed` is called if there is one.
    pub(crate) fn travel(&self, back: bool) {
        match self.view() {
            Some(view) if back => view.undo(),
            Some(view) => view.redo(),
            None => {}
        }
    }

    /// Whether there is a step to take back, and one to do again.
    pub(crate) fn history(&self) -> (bool, bool) {
        let depths = self.view().map_or_else(Vec::new, |view| view.depths());
        let is_some = |index: usize| depths.get(index).is_some_and(|depth| *depth > 0);
        (is_some(0), is_some(1))
    }

    /// Underlines what is wrong in `source`, the present text.
    pub(crate) fn diagnose(&self, source: &str, problems: &[Problem]) {
        let Some(view) = self.view() else {
            self.0.waiting.borrow_mut().problems = problems.to_vec();
            return;
        };
        let map = Utf16Map::new(source);
        let items: Array = problems
            .iter()
            .map(|problem| {
                let (start, end) = (offset(source, problem.start), offset(source, problem.end));
                Array::of4(
                    &JsValue::from_f64(map.to_utf16(start) as f64),
                    &JsValue::from_f64(map.to_utf16(end.max(start)) as f64),
                    &JsValue::from_str(if problem.warning { "warning" } else { "error" }),
                    &JsValue::from_str(&problem.message),
                )
            })
            .collect();
        view.diagnose(&items);
    }

    /// Marks the lines of tasks that wait, the line of what runs, and the one that is pointed at, and brings
    /// one into sight; 0 is none.
    pub(crate) fn mark(&self, others: &Rc<[u32]>, running: u32, pointed: u32, shown: u32) {
        match self.view() {
            Some(view) => {
                let others: Array = others.iter().map(|line| JsValue::from(*line)).collect();
                view.mark(&others, running, pointed, shown);
            }
            None => {
                let mut waiting = self.0.waiting.borrow_mut();
                (waiting.others, waiting.running, waiting.pointed) = (Rc::clone(others), running, pointed);
            }
        }
    }

    /// Scrolls to a line and puts the cursor there.
    pub(crate) fn reveal(&self, line: u32, focus: bool) {
        match self.view() {
            Some(view) => view.reveal(line, focus),
            None => self.0.waiting.borrow_mut().line = Some((line, focus)),
        }
    }

    /// Measures again, after it was hidden.
    pub(crate) fn measure(&self) {
        if let Some(view) = self.view() {
            view.measure();
        }
    }
}

/// The byte at a line and column, both from 1; the end of the line or text if there is no such place.
fn offset(source: &str, (line, column): (u32, u32)) -> usize {
    let mut start = 0;
    for (number, text) in source.split_inclusive('\n').enumerate() {
        if number + 1 == line as usize {
            let text = text.trim_end_matches(['\n', '\r']);
            let within = text.char_indices().nth((column as usize).saturating_sub(1));
            return start + within.map_or(text.len(), |(byte, _)| byte);
        }
        start += text.len();
    }
    source.len()
}
