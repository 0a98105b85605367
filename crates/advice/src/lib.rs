//! What there is to say of a run, with its text at hand.
//!
//! ```text
//!  trace: what happened ──> insights(...) ──> Insight ──> attempt(...) ──> TextChange, and what it claims
//!                               ^                              ^
//!  scenario: the text ──────────┴──────────────────────────────┘
//! ```
//!
//! The trace does not read Python, and the scenario has seen no run: here one asks the other. What is tried, and whether a
//! repair keeps its promise, is for whoever can run programs: this crate cannot.

#![forbid(unsafe_code)]

use loopscope_core::instrument::Location;
use loopscope_scenario::edit::TextChange;
use loopscope_scenario::fix::{self, Wish};
use loopscope_scenario::reading::{Reading, Use};
use loopscope_trace::insights::{self, Claim, Insight, NoSource, Repair, Source, Usage};
use loopscope_trace::{Log, Timeline};

/// What is worth knowing about a run that is over. Without a text that can be read, only what needs none.
#[must_use]
pub fn insights(timeline: &Timeline, log: &Log, source: &str) -> Vec<Insight> {
    match Reading::new(source) {
        Some(reading) => insights::insights(timeline, log, &Text(reading)),
        None => insights::insights(timeline, log, &NoSource),
    }
}

/// The changes of the text that a repair stands for, and what the changed program is to do better: whether it does is to be
/// seen by running it ([`loopscope_trace::insights::gain`]). None if there are no changes that are sure.
#[must_use]
pub fn attempt(source: &str, repair: &Repair) -> Option<(Vec<TextChange>, Claim)> {
    let (wish, claim) = match repair {
        Repair::Unblock(at) => (Wish::Unblock(place(*at)), Claim::BlocksLess),
        Repair::Together(awaits) => (Wish::Together(places(awaits)), Claim::Faster),
        Repair::Await(at) => (Wish::Await(place(*at)), Claim::AwaitsMore),
    };
    Some((fix::fix(source, &wish)?, claim))
}

/// A text, as the trace asks it.
struct Text<'s>(Reading<'s>);

/// A place, as the scenario knows it: line and column, both from 1.
fn place(location: Location) -> (u32, u32) {
    (location.line, location.column)
}

fn places(locations: &[Location]) -> Vec<(u32, u32)> {
    locations.iter().copied().map(place).collect()
}

impl Source for Text<'_> {
    fn independent(&self, awaits: &[Location]) -> bool {
        self.0.independent(&places(awaits))
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
