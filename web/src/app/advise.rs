//! Insights: what there is to say of a run, going to what one tells of, and repairs.

use std::rc::Rc;

use loopscope_scenario::edit::apply;

use super::App;
use crate::advice::{Advice, Chosen, Ghost, Target};
use crate::components::tabs::Tab;

impl App {
    /// Another run is drawn: what there is to say of it.
    pub(super) fn advise(&mut self) {
        self.target = None;
        self.advice = match &self.drawn {
            // An older timeline than the text.
            Some(picture) if self.refusal.is_none() => Advice::of(picture, &self.source),
            _ => Advice::none(),
        };
    }

    /// Goes to a moment and marks a lane.
    pub(super) fn look(&mut self, target: Target) {
        self.seek(Some(target.seq));
        self.target = Some(target);
        self.tab = Tab::Timeline;
    }

    /// Changes the text as one step of the editor's history; the run before stays as a ghost.
    pub(super) fn repair(&mut self, chosen: Chosen) {
        if *chosen.source != *self.source {
            return;
        }
        let repaired: Rc<str> = apply(&self.source, &chosen.changes).into();
        self.ghost = Some(Ghost { before: chosen.before, source: repaired });
        self.tab = Tab::Timeline;
        // The editor tells of the new text.
        self.editor.apply(&self.source, &chosen.changes, 0);
    }

    /// The text is another one: a ghost stays only beside the text that it belongs to.
    pub(super) fn keep_ghost(&mut self) {
        self.ghost = self.ghost.take().filter(|ghost| *ghost.source == *self.source);
    }
}
