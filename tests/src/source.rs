//! The text of a program, as the trace asks it: what the page does, for tests.

use loopscope_core::instrument::Location;
use loopscope_scenario::reading::{Reading, Use};
use loopscope_trace::insights::{Source, Usage};

/// A text that was read.
#[expect(missing_debug_implementations, reason = "a syntax tree")]
pub struct Text<'s>(pub Reading<'s>);

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
