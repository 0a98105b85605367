//! What is worth knowing about a run: mistakes, lost time, surprises.
//!
//! ```text
//!  log, timeline ──> one rule a file ──> Insight list (what, when, where, a sentence)
//!                        │    ^
//!                        v    │ yes or no
//!                  Source: the text, asked by line and column
//! ```
//!
//! The trace has the times and finds candidates; what only the text can tell (does a value pass from this await to
//! that one?) is asked of [`Source`], by place. Who has the text answers; this crate does not read Python. Without an
//! answer a rule is silent, and so is every rule that is not sure: a false alarm is a defect.

mod at_once;
mod blocking;
mod cut_off;
mod deadlock;
mod exceptions;
mod fixed;
mod gather;
mod locks;
mod lost_update;
mod never_awaited;
mod never_suspends;
mod run;
mod sequence;
mod series;
mod swallowed;

use loopscope_core::instrument::Location;
use loopscope_core::time::Time;

pub use fixed::{Claim, Gain, gain};
use run::Run;

use crate::log::Log;
use crate::timeline::{LaneId, Timeline};

/// How many insights of one rule are told.
const PER_RULE: usize = 5;

/// What was looked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "the names are those of the rules, each described in its file")]
pub enum Rule {
    Deadlock,
    QueueJoin,
    NestedRun,
    NeverAwaited,
    Blocking,
    LateTimeout,
    NeverSuspends,
    LostUpdate,
    Swallowed,
    TimeoutIgnored,
    NeverRetrieved,
    GatherFailed,
    CutOff,
    Sequential,
    AsyncFor,
    AtOnce,
    LockWithoutAwait,
}

impl Rule {
    /// A name for tests and attributes: `"never-awaited"`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Rule::Deadlock => "deadlock",
            Rule::QueueJoin => "queue-join",
            Rule::NestedRun => "nested-run",
            Rule::NeverAwaited => "never-awaited",
            Rule::Blocking => "blocking",
            Rule::LateTimeout => "late-timeout",
            Rule::NeverSuspends => "never-suspends",
            Rule::LostUpdate => "lost-update",
            Rule::Swallowed => "cancellation-swallowed",
            Rule::TimeoutIgnored => "timeout-ignored",
            Rule::NeverRetrieved => "never-retrieved",
            Rule::GatherFailed => "gather-failed",
            Rule::CutOff => "cut-off",
            Rule::Sequential => "sequential",
            Rule::AsyncFor => "async-for",
            Rule::AtOnce => "at-once",
            Rule::LockWithoutAwait => "lock-without-await",
        }
    }
}

/// How much it matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// The program does not do what it says.
    Mistake,
    /// It does, but takes longer than it needs.
    Slow,
    /// It is so, and may be meant.
    Note,
}

impl Severity {
    /// A word for a person.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Severity::Mistake => "mistake",
            Severity::Slow => "slow",
            Severity::Note => "note",
        }
    }
}

/// A change of the text that would repair it, by the places that it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Repair {
    /// The blocking call here becomes an await.
    Unblock(Location),
    /// These awaits become one.
    Together(Vec<Location>),
    /// The call here is awaited.
    Await(Location),
}

/// Something worth knowing.
#[derive(Clone, PartialEq, Debug)]
pub struct Insight {
    /// What was looked for.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The point of the run to look at: so many events have happened.
    pub seq: usize,
    /// The moment of that point.
    pub at: Time,
    /// Where in the source; line 0 if that is not known.
    pub location: Location,
    /// One plain sentence, or two.
    pub sentence: String,
    /// The lanes concerned, the one to look at first.
    pub lanes: Vec<LaneId>,
    /// What would repair it, where that is mechanical.
    pub repair: Option<Repair>,
}

/// How the coroutine object that a call gives is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Usage {
    /// The call is a statement of its own.
    Statement,
    /// It is tested: in `if`, `while`, `and`, `not`, a comparison.
    Condition,
    /// It is shown: in an f-string, by `print`.
    Shown,
    /// Something else, or not known.
    #[default]
    Other,
}

/// The text of the program, asked by place. The answers by default are those of one who does not know, which keep
/// the rules silent.
#[expect(unused_variables, reason = "answers of one who does not know")]
pub trait Source {
    /// Whether the awaits at these places of one function, which ran in this order, could run side by side: nothing that one
    /// of them gives or changes is used by a later one, and nothing between them decides whether it runs. One place twice
    /// stands for an await in a loop.
    fn independent(&self, awaits: &[Location]) -> bool {
        false
    }
    /// How the coroutine made by the call here is used.
    fn usage(&self, call: Location) -> Usage {
        Usage::Other
    }
    /// Whether the function that is defined on this line repeats without an end of its own, as a server does.
    fn endless(&self, line: u32) -> bool {
        false
    }
    /// The line of the `async for` in whose body, in the same function, this place is.
    fn async_for(&self, place: Location) -> Option<u32> {
        None
    }
    /// Whether something inside the `async with` here can suspend.
    fn body_suspends(&self, place: Location) -> bool {
        true
    }
    /// Whether what is written here was made from what was read there, and not read again in between.
    fn carried(&self, read: Location, write: Location) -> bool {
        false
    }
}

/// Nobody has the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoSource;

impl Source for NoSource {}

/// What there is to know about a run, what matters most first, then in the order of the run. A run that goes on gives
/// what is sure by now.
#[must_use]
pub fn insights(timeline: &Timeline, log: &Log, source: &dyn Source) -> Vec<Insight> {
    let run = Run::new(timeline, log, source);
    let rules: [fn(&Run<'_>) -> Vec<Insight>; 14] = [
        deadlock::deadlock,
        deadlock::nested_run,
        never_awaited::never_awaited,
        blocking::blocking,
        blocking::late_timeout,
        never_suspends::never_suspends,
        lost_update::lost_update,
        swallowed::swallowed,
        exceptions::never_retrieved,
        gather::gather_failed,
        cut_off::cut_off,
        sequence::sequence,
        at_once::at_once,
        locks::lock_without_await,
    ];
    let mut found = Vec::new();
    for rule in rules {
        let mut of_rule = rule(&run);
        of_rule.truncate(PER_RULE);
        found.append(&mut of_rule);
    }
    // What became of the others is told with the gather.
    let gathered: Vec<LaneId> = found
        .iter()
        .filter(|insight| insight.rule == Rule::GatherFailed)
        .flat_map(|insight| insight.lanes.iter().copied())
        .collect();
    found.retain(|insight| {
        insight.rule != Rule::CutOff || !insight.lanes.iter().all(|lane| gathered.contains(lane))
    });
    found.sort_by_key(|insight| (insight.severity, insight.seq));
    found
}
