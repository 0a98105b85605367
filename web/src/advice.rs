//! What the page advises: the trace's insights into a run, answered from the text, and repairs that were tried.

use std::rc::Rc;

use loopscope_advice::{attempt, insights};
use loopscope_scenario::Settings;
use loopscope_scenario::edit::{TextChange, apply};
use loopscope_scenario::fix;
use loopscope_trace::LaneId;
use loopscope_trace::insights::{Claim, Gain, Insight, gain};
use yew::Callback;

use crate::run::{Picture, Preview, Started};

/// The insights into a run that is over, and the text that was run.
#[derive(Clone)]
pub(crate) struct Advice {
    pub(crate) insights: Rc<[Insight]>,
    source: Rc<str>,
}

impl PartialEq for Advice {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.insights, &other.insights)
    }
}

impl Advice {
    /// What there is to say of a run of `source`; nothing while it goes on.
    pub(crate) fn of(picture: &Picture, source: &Rc<str>) -> Advice {
        let found = match picture.is_running() {
            true => Vec::new(),
            false => insights(&picture.timeline(), &picture.log(), source),
        };
        Advice { insights: found.into(), source: Rc::clone(source) }
    }

    /// Nothing.
    pub(crate) fn none() -> Advice {
        Advice { insights: Rc::new([]), source: "".into() }
    }

    /// The text that it is about.
    pub(crate) fn source(&self) -> &Rc<str> {
        &self.source
    }

    /// The change of the text that would repair what an insight tells of, not tried yet.
    pub(crate) fn repair(&self, index: usize) -> Option<Attempt> {
        let (changes, claim) = attempt(&self.source, self.insights.get(index)?.repair.as_ref()?)?;
        Some(Attempt { claim, changes, source: Rc::clone(&self.source) })
    }
}

/// A repair that is to be tried.
pub(crate) struct Attempt {
    claim: Claim,
    pub(crate) changes: Vec<TextChange>,
    source: Rc<str>,
}

impl Attempt {
    /// Runs the repaired program.
    pub(crate) fn run(&self, settings: &Settings, answers: &[String], done: Callback<Picture>) -> Started {
        Preview::start(&apply(&self.source, &self.changes), settings, answers, done)
    }

    /// What it gives; None if it does not do what it claims.
    pub(crate) fn gain(&self, before: &Picture, after: &Picture) -> Option<Gain> {
        gain(self.claim, &before.timeline(), &after.timeline())
    }

    /// The change as lines.
    pub(crate) fn lines(&self) -> Vec<fix::Line> {
        fix::lines(&self.source, &self.changes)
    }
}

/// A repair that a person wants.
#[derive(Clone)]
pub(crate) struct Chosen {
    pub(crate) changes: Vec<TextChange>,
    /// The text that they change.
    pub(crate) source: Rc<str>,
    /// The run before.
    pub(crate) before: Picture,
}

/// A place in the run to go to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) seq: usize,
    pub(crate) lane: Option<LaneId>,
}

/// The run before a repair, drawn faintly under the present one.
#[derive(Clone, PartialEq)]
pub(crate) struct Ghost {
    pub(crate) before: Picture,
    /// The text that it is the ghost of.
    pub(crate) source: Rc<str>,
}
