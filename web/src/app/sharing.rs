//! What leaves the page: the link, the files; and the way back to the person's own programs.

use std::rc::Rc;

use loopscope_core::time::Time;
use loopscope_scenario::link;
use loopscope_trace::exports::{perfetto, svg};
use yew::prelude::*;

use super::{App, Msg};
use crate::components::exports::Export;
use crate::components::notices::Notice;
use crate::components::share::Offer;
use crate::drafts;
use crate::page;
use crate::theme::Theme;

/// Width of an exported picture, in CSS pixels.
const WIDTH: f64 = 1200.0;

impl App {
    /// Opens the share dialog, or closes it.
    pub(super) fn share(&mut self, open: bool) -> bool {
        self.offer = open.then(|| {
            let moment = self.held_at();
            Rc::new(Offer {
                base: page::base(),
                fragment: link::encode(&self.scenario()).map_err(|error| error.to_string()),
                title: drafts::title(&self.source),
                moment: moment.map(Time::as_secs_f64),
                options: self.options.clone(),
            })
        });
        true
    }

    /// Makes a file of what is shown, and lets the browser save it.
    pub(super) fn export(&self, ctx: &Context<Self>, export: Export) {
        let Some(picture) = &self.drawn else { return };
        let timeline = picture.timeline();
        let tone = match self.theme {
            Theme::Light => svg::Tone::Light,
            Theme::Dark => svg::Tone::Dark,
        };
        let drawing =
            || svg::to_svg(&timeline, svg::Options { width: WIDTH, tone, ..svg::Options::default() });
        let (kind, end, text) = match export {
            Export::Svg => ("image/svg+xml", "svg", drawing()),
            Export::Png => ("image/png", "png", drawing()),
            Export::Trace => ("application/json", "json", perfetto::to_perfetto(&timeline)),
            Export::Python => ("text/x-python", "py", self.source.to_string()),
        };
        let failed = ctx.link().callback(|()| Msg::NotSaved);
        page::save(&format!("{}.{end}", file_name(&self.source)), kind, &text, move || failed.emit(()));
    }

    /// A file could not be made.
    pub(super) fn not_saved(&mut self) {
        self.say(Notice::new("The browser could not make this file; the picture may be too large for it."));
    }

    /// What is in the editor is the person's own work from now on; what they had before stays.
    pub(super) fn own_it(&mut self) {
        // What is done in a lesson is no draft.
        if self.before.is_none() && !std::mem::replace(&mut self.own, true) {
            self.drafts.make_room();
        }
    }

    /// What the person's other programs are called, if the page is to tell of them.
    pub(super) fn draft_names(&self) -> Option<Vec<String>> {
        let names = if self.drafts_shown && self.before.is_none() { self.drafts.names() } else { Vec::new() };
        (!names.is_empty()).then_some(names)
    }

    /// Goes back to a program of the person's own.
    pub(super) fn open_draft(&mut self, ctx: &Context<Self>, index: usize) {
        self.follower.flush();
        let own = self.own.then(|| self.scenario());
        if let Some(draft) = self.drafts.take(index, own.as_ref()) {
            self.load(ctx, draft);
            self.own = true;
        }
    }
}

/// The program's title as the name of a file.
fn file_name(source: &str) -> String {
    // The browser knows the small letters of all scripts; the tables of Rust's weigh 9 kB.
    let title = String::from(js_sys::JsString::from(drafts::title(source)).to_lower_case());
    let words: Vec<&str> =
        title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "program".to_owned() } else { words.join("-") }
}
