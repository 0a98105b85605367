//! What the page advises: the trace's insights into a run, answered from the text, and repairs that were tried.

use std::rc::Rc;

use loopscope_core::instrument::Location;
use loopscope_scenario::Settings;
use loopscope_scenario::edit::{TextChange, apply};
use loopscope_scenario::fix::{self, Wish};
use loopscope_scenario::reading::{Reading, Use};
use loopscope_trace::LaneId;
use loopscope_trace::insights::{Claim, Gain, Insight, NoSource, Repair, Source, Usage, gain, insights};
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
        let found = if picture.is_running() {
            Vec::new()
        } else {
            let (timeline, log) = (picture.timeline(), picture.log());
            match Reading::new(source) {
                Some(reading) => insights(&timeline, &log, &Text(reading)),
                None => insights(&timeline, &log, &NoSource),
            }
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
        let place = |at: &Location| (at.line, at.column);
        let (wish, claim) = match self.insights.get(index)?.repair.as_ref()? {
            Repair::Unblock(at) => (Wish::Unblock(place(at)), Claim::BlocksLess),
            Repair::Together(awaits) => (Wish::Together(awaits.iter().map(place).collect()), Claim::Faster),
            Repair::Await(at) => (Wish::Await(place(at)), Claim::AwaitsMore),
        };
        let changes = fix::fix(&self.source, &wish)?;
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

/// A text, as the trace asks it.
struct Text<'s>(Reading<'s>);

fn place(location: Location) -> (u32, u32) {
    (location.line, location.column)
}

impl Source for Text<'_> {
    fn independent(&self, awaits: &[Location]) -> bool {
        self.0.independent(&awaits.iter().copied().map(place).collect::<Vec<_>>())
    }

    fn usage(&self, call: Location) -> Usage {
        match self.0.usage(place(call)) {
            Use::Statement => Usage::Statement,
            Use::Condition => Usage::Condition,
            Use::Shown => Usage::Shown,
            Use::Other => Usage::Other,
        }
    }

    fn endless(&self, line: u32) -> bool {
        self.0.endless(line)
    }

    fn async_for(&self, at: Location) -> Option<u32> {
        self.0.async_for(place(at))
    }

    fn body_suspends(&self, at: Location) -> bool {
        self.0.body_suspends(place(at))
    }

    fn carried(&self, read: Location, write: Location) -> bool {
        self.0.carried(place(read), place(write))
    }
}
