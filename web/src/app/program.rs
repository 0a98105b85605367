//! The program in the editor: how it changes, by hand, by gestures and by other scenarios, and what follows from that.

use std::rc::Rc;

use loopscope_scenario::edit::{self};
use loopscope_scenario::{EXAMPLES, Scenario, ViewOptions, link};
use yew::prelude::*;

use super::{App, Gesture};
use crate::address::{self, Next};
use crate::components::notices::Notice;
use crate::page;

impl App {
    /// One step of a change that is made in many.
    pub(super) fn gesture(&mut self, step: Gesture) {
        match step {
            Gesture::Step(changes) => {
                if !self.in_gesture {
                    self.gestures += 1;
                    self.in_gesture = true;
                }
                self.editor.apply(&self.source, &changes, self.gestures);
            }
            Gesture::End | Gesture::TakeBack => {
                self.in_gesture = false;
                self.editor.settle(step == Gesture::TakeBack);
            }
        }
    }

    /// The text is another one: everything that follows from it does.
    pub(super) fn source_changed(&mut self, ctx: &Context<Self>, source: Rc<str>) {
        if *self.source == *source {
            return;
        }
        self.source = source;
        // The moment that a link asked for was one of its own program.
        self.options.t = None;
        self.edited_lesson();
        self.keep_ghost();
        self.analyse();
        self.follow();
        self.run_again(ctx);
    }

    /// The whole text is another one, and not by typing.
    pub(super) fn replace_source(&mut self, ctx: &Context<Self>, source: &str) {
        self.editor.set_text(source);
        self.replaced = true;
        self.answers = Rc::default();
        self.outline = Rc::default();
        self.source_changed(ctx, source.into());
    }

    /// Opens a scenario that is not the person's own; the draft stays as it is.
    pub(super) fn open(&mut self, ctx: &Context<Self>, scenario: Scenario) {
        // What was typed a moment ago belongs to the draft.
        self.follower.flush();
        self.drafts.put_aside();
        self.drafts_shown = true;
        self.own = false;
        self.load(ctx, scenario);
    }

    /// Puts another scenario into the editor.
    pub(super) fn load(&mut self, ctx: &Context<Self>, scenario: Scenario) {
        self.settings = scenario.settings;
        self.replace_source(ctx, &scenario.source);
        // Also where only the settings are others.
        self.follow();
        self.run_again(ctx);
    }

    pub(super) fn analyse(&mut self) {
        match edit::analyse(&self.source) {
            Ok(outline) => {
                self.outline = Rc::new(outline);
                self.outline_fits = true;
            }
            Err(_) => self.outline_fits = false,
        }
        self.whole = self.whole_page();
        self.example =
            EXAMPLES.iter().find(|example| *example.source == *self.source).map(|example| example.slug);
    }

    pub(super) fn scenario(&self) -> Scenario {
        Scenario { source: self.source.to_string(), settings: self.settings }
    }

    pub(super) fn follow(&self) {
        self.follower.follow(Next {
            scenario: self.scenario(),
            query: self.options.to_string(),
            bare: self.is_lesson_as_written(),
            // Inside another page nobody looks for a draft.
            draft: self.own && !self.options.embed,
        });
    }

    /// Says something; what was said long before goes.
    pub(super) fn say(&mut self, notice: Notice) {
        const MOST: usize = 3;
        self.notices.push(notice);
        let more = self.notices.len().saturating_sub(MOST);
        self.notices.drain(..more);
    }

    /// The address was changed while the page is open: another link, or by hand.
    pub(super) fn open_address(&mut self, ctx: &Context<Self>) -> bool {
        if self.follower.is_own(&page::address().1) {
            return false;
        }
        match address::open().scenario {
            Ok(Some(scenario)) => {
                self.notices.clear();
                self.open(ctx, scenario);
            }
            Ok(None) => return false,
            Err(error) => self.say(Notice::new(error.to_string())),
        }
        true
    }

    /// In the embedded view: the address of the whole page with the same program.
    pub(super) fn whole_page(&self) -> Option<AttrValue> {
        self.options.embed.then(|| {
            let fragment = link::encode(&self.scenario()).unwrap_or_default();
            let query = ViewOptions { embed: false, ..self.options.clone() };
            format!("{}{query}{fragment}", page::path()).into()
        })
    }
}
