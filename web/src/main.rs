//! The Loopscope page: a yew application around the engine.
//!
//! ```text
//! editor.rs ──text──> app.rs ──source──> run.rs ──Picture──> components/ (timeline, output)
//!     ^                 │  ^                                      │
//!     └──TextChange─────┘  └──────────── messages ────────────────┘
//! ```
//!
//! [`app`] holds the state; [`run`] is the only module that knows the engine; components paint what the
//! trace derived and send messages. The source text is the only truth: every panel edits it in place.
#![forbid(unsafe_code)]

mod address;
mod advice;
mod app;
mod components;
mod course;
mod drafts;
mod editor;
mod outside;
mod page;
mod playback;
mod run;
mod script;
mod theme;

fn main() {
    let root = page::window().and_then(|w| w.document()).and_then(|page| page.get_element_by_id("app"));
    if let Some(root) = root {
        // The static shell has done its work.
        root.set_inner_html("");
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
