//! Which number of the source made one sleep of a run as long as it was.
//!
//! `flow` knows all the numbers that can reach a sleep. Of one sleep that happened more is known: where the task stood,
//! which calls made the coroutines it was in, and how long it slept. With the calls each parameter has the value of one
//! call; the length is then the test of every number that is left. It knows no trace: it is told places and seconds.

use std::fmt;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::change::Lines;
use super::facts::{Call, Callable, Facts, Slot, Source, span};
use super::flow::{Flow, Found, described, sink};
use super::label::excerpt;
use super::{Delay, DelayKind, EditError, guard};
use ruff_python_ast::Expr;

/// A place in a source: line and column in characters, both from 1. Line 0 is a place that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// What is known of a sleep that happened.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Slept {
    /// How long, in seconds, it was asked to be.
    pub seconds: f64,
    /// Whether it was `time.sleep`, and not `asyncio.sleep`.
    pub blocking: bool,
    /// Where the task stood: the beginning of the call or of its `await`.
    pub at: Place,
    /// Where the coroutines it was in were made, the innermost first: the beginnings of the calls.
    pub calls: Vec<Place>,
}

/// Why no single number explains a sleep. Its text is a sentence for the person who took hold of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unexplained {
    /// The source is not what was run, or does not parse.
    Stale,
    /// It is drawn at random, by this expression.
    Random(String),
    /// It is computed, by this expression, from more than one number or by a call.
    Computed(String),
    /// Several numbers of this length could be it; the lines they are on, in order.
    Several(Vec<usize>),
    /// No number of the source has to do with it.
    NoNumber,
}

impl fmt::Display for Unexplained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stale => EditError::Stale.fmt(f),
            Self::Random(what) => write!(f, "This delay is random: {what}. No single number sets it."),
            Self::Computed(what) => write!(f, "This delay is computed: {what}. No single number sets it."),
            Self::Several(lines) => {
                let mut lines = lines.clone();
                lines.dedup();
                let named: Vec<String> = lines.iter().map(usize::to_string).collect();
                let of = if named.len() == 1 { "line" } else { "lines" };
                write!(f, "More than one number could have set this delay: {of} {}.", named.join(", "))
            }
            Self::NoNumber => f.write_str("No number in the program sets this delay."),
        }
    }
}

impl std::error::Error for Unexplained {}

/// How a value comes about that is not simply passed on. In the order in which they explain a delay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Made {
    Random,
    Computed,
    /// By something of the library.
    Elsewhere,
}

/// The calls behind one sleep.
#[derive(Default)]
pub(super) struct Context<'a> {
    /// Of each function that is known to have been called: by which calls.
    calls: FxHashMap<Callable<'a>, Vec<usize>>,
    /// What on the way is made, and where; the best explanation.
    made: Option<(Made, Range<usize>)>,
}

impl<'a> Context<'a> {
    fn new(facts: &Facts<'a>, starts: &FxHashSet<usize>) -> Self {
        let mut context = Context::default();
        for (index, call) in facts.calls.iter().enumerate() {
            if starts.contains(&span(call.whole).start)
                && let Some(callable) = facts.callable(call.func, call.scope)
            {
                context.calls.entry(callable).or_default().push(index);
            }
        }
        // `job(2)` calls whatever functions the name can stand for.
        let mut aliased: Vec<(Callable<'a>, Vec<usize>)> = Vec::new();
        for (function, aliases) in &facts.aliases {
            let calls: Vec<usize> =
                aliases.iter().filter_map(|alias| context.calls.get(alias)).flatten().copied().collect();
            if !calls.is_empty() {
                aliased.push((*function, calls));
            }
        }
        for (function, calls) in aliased {
            context.calls.entry(function).or_default().extend(calls);
        }
        context
    }

    /// The calls that led here, if the function is one of those that were called.
    pub(super) fn calls_of(&self, callable: Callable<'a>) -> Option<Vec<usize>> {
        self.calls.get(&callable).cloned()
    }

    /// Whether a parameter with these sources was given a value, so that its default has nothing to say.
    pub(super) fn passes(&self, facts: &Facts<'a>, sources: &[Source<'a>]) -> bool {
        sources.iter().any(|source| match *source {
            Source::Passed(callable, slot) => self
                .calls
                .get(&callable)
                .is_some_and(|calls| calls.iter().all(|&call| gives(facts.calls[call], slot))),
            _ => false,
        })
    }

    pub(super) fn note(&mut self, made: Made, range: Range<usize>) {
        if self.made.as_ref().is_none_or(|(known, _)| made < *known) {
            self.made = Some((made, range));
        }
    }
}

/// Whether a call gives that argument for certain.
fn gives(call: Call<'_>, slot: Slot<'_>) -> bool {
    match slot {
        Slot::Position(position) => {
            call.args.get(..=position).is_some_and(|args| !args.iter().any(Expr::is_starred_expr))
        }
        Slot::Keyword(name) => {
            call.keywords.iter().any(|keyword| keyword.arg.as_ref().is_some_and(|arg| arg.as_str() == name))
        }
    }
}

/// The number of `source` that made a sleep as long as it was. More than one, all of that value, where the text alone
/// cannot tell them apart (`for delay in [1, 1]`): a run with one of them changed can.
///
/// # Errors
///
/// [`Unexplained`] when no number of that value reaches the sleep as it is.
pub fn cause(source: &str, slept: &Slept) -> Result<Vec<Delay>, Unexplained> {
    let parsed = guard::parse(source).map_err(|_| Unexplained::Stale)?;
    let facts = Facts::collect(parsed.suite());
    let lines = Lines::new(source);
    let offset = |place: &Place| lines.offset(place.line, place.column);
    let starts: FxHashSet<usize> = slept
        .calls
        .iter()
        .filter_map(offset)
        .flat_map(|start| [start, behind_await(source, start)])
        .collect();
    let kind = if slept.blocking { DelayKind::Blocking } else { DelayKind::Sleep };
    let mut sinks: Vec<(&Expr, Call<'_>)> = facts
        .calls
        .iter()
        .filter_map(|call| sink(&facts, call))
        .filter(|(of, ..)| *of == kind)
        .map(|(_, delay, call)| (delay, call))
        .collect();
    let stands = offset(&slept.at).map(|start| [start, behind_await(source, start)]);
    let is_here = |call: &Call<'_>| stands.is_some_and(|stands| stands.contains(&span(call.whole).start));
    if sinks.iter().any(|(_, call)| is_here(call)) {
        sinks.retain(|(_, call)| is_here(call));
    } else if sinks.iter().any(|(_, call)| starts.contains(&span(call.whole).start)) {
        // The sleep is itself what a task runs: `gather(asyncio.sleep(1), asyncio.sleep(2))`.
        sinks.retain(|(_, call)| starts.contains(&span(call.whole).start));
    }
    let mut flow = Flow::new(&facts, kind, Some(Context::new(&facts, &starts)));
    for (delay, call) in sinks {
        flow.begin(delay, call);
    }
    flow.settle();
    let made = flow.context.take().and_then(|context| context.made);
    let found: Vec<Found<'_>> = flow
        .found
        .into_values()
        .filter(|found| found.exact && is_as_long(found.value, slept.seconds))
        .collect();
    if !found.is_empty() {
        return Ok(described(&facts, source, &lines, found));
    }
    Err(match made {
        None => Unexplained::NoNumber,
        Some((made, range)) => {
            let what = excerpt(source.get(range).unwrap_or("")).into_owned();
            if made == Made::Random { Unexplained::Random(what) } else { Unexplained::Computed(what) }
        }
    })
}

/// Whether a sleep of so many seconds may have been asked for by this number: runs count whole nanoseconds.
fn is_as_long(number: f64, seconds: f64) -> bool {
    seconds.is_finite() && (number - seconds).abs() <= 1.5e-9 + seconds.abs() * 1e-15
}

/// Where what is awaited begins, if an `await` begins at `start`.
fn behind_await(source: &str, start: usize) -> usize {
    let Some(rest) = source.get(start..).and_then(|text| text.strip_prefix("await")) else { return start };
    let awaited = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '(' | '\\'));
    source.len() - awaited.len()
}
