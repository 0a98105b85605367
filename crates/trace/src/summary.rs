//! The one sentence above the timeline, and the figures in it.
//!
//! What is counted, so that the sentence is always true:
//! - *Waiting* is time in which a task waits for a timer and for nothing else: its own sleep up to the
//!   deadline, or a future that a timer resolves. Waiting for another task is not counted, since that task
//!   counts its own waiting.
//! - A task that no other created (`main`) is left out where it only looks on: where others waited or
//!   blocked and it did neither. asyncio's own tasks are never counted.
//! - The time of the run is the whole program's, from its first moment to its last.

use loopscope_core::time::Span;

use crate::format;
use crate::timeline::{Lane, Outcome, Phase, Timeline, TraceState, WaitOn};

/// The figures of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Figures {
    /// How many tasks are counted.
    pub tasks: usize,
    /// How long they waited for timers, added up.
    pub waiting: Span,
    /// How long the loop was blocked by synchronous code in it.
    pub blocked: Span,
    /// How long synchronous code blocked outside any loop.
    pub blocked_outside: Span,
    /// How long the run took.
    pub duration: Span,
}

/// The figures of a run, finished or not. Costs the lanes, not the spans.
#[must_use]
pub fn figures(timeline: &Timeline) -> Figures {
    let mut figures = Figures { duration: timeline.duration(), ..Figures::default() };
    let (mut inner, mut roots, mut busy_roots) = (0, 0, 0);
    for lane in timeline.lanes.iter().filter(|lane| !lane.housekeeping && !lane.worker) {
        let waiting = waiting(timeline, lane);
        let blocked = blocked(timeline, lane);
        add(&mut figures.waiting, waiting);
        match lane.is_module() {
            true => add(&mut figures.blocked_outside, blocked),
            false => add(&mut figures.blocked, blocked),
        }
        match (lane.task, lane.parent) {
            (None, _) => {}
            (_, Some(_)) => inner += 1,
            (_, None) => {
                roots += 1;
                busy_roots += usize::from(waiting > Span::ZERO || blocked > Span::ZERO);
            }
        }
    }
    let quiet = figures.waiting == Span::ZERO && figures.blocked == Span::ZERO;
    figures.tasks = if inner == 0 || quiet { inner + roots } else { inner + busy_roots };
    figures
}

fn add(total: &mut Span, more: Span) {
    total.0 = total.0.saturating_add(more.0);
}

/// What a run did, in one sentence without a full stop: `2 tasks, 3.0 s of waiting in 2.0 s`.
#[must_use]
pub fn sentence(timeline: &Timeline) -> String {
    let at = format::moment(timeline.end);
    if timeline.state == TraceState::Deadlock {
        let stuck = stuck(timeline);
        let (wait, them) = if stuck == 1 { ("waits", "it") } else { ("wait", "them") };
        return format!(
            "Deadlock at {at}: {} {wait} and nothing can wake {them}",
            format::counted(stuck, "task")
        );
    }
    let figures = figures(timeline);
    let mut sentence = what(timeline, &figures);
    if figures.blocked > Span::ZERO {
        sentence += &format!("; the loop was blocked for {}", total(timeline, figures.blocked));
    }
    if figures.blocked_outside > Span::ZERO {
        sentence += &format!("; blocked for {} outside the loop", total(timeline, figures.blocked_outside));
    }
    if timeline.truncated {
        return sentence
            + &format!("; only the first {} are shown", format::counted(timeline.events, "event"));
    }
    match &timeline.state {
        TraceState::Running | TraceState::Finished | TraceState::Deadlock => {}
        TraceState::Unfinished => sentence += &format!("; first {at} shown, still running"),
        TraceState::Asking => sentence += &format!("; at {at} it asks for a line of input"),
        TraceState::Stopped => sentence += &format!("; stopped at {at}"),
        TraceState::Failed { message } => {
            sentence += &format!("; ended with {} at {at}", error_name(message))
        }
    }
    sentence
}

/// A total as it reads best: what is long, or grows while it is read, to tenths of a second.
fn total(timeline: &Timeline, span: Span) -> String {
    const TENTH: u64 = 100_000_000;
    let coarse = span.0 >= 100 * TENTH || matches!(timeline.state, TraceState::Running);
    let whole = if coarse { span.0.saturating_add(TENTH / 2) / TENTH * TENTH } else { span.0 };
    format::span(Span(whole))
}

fn what(timeline: &Timeline, figures: &Figures) -> String {
    let tasks = match figures.tasks {
        0 => return "No task ran".to_owned(),
        count => format::counted(count, "task"),
    };
    let duration = total(timeline, figures.duration);
    let waiting = total(timeline, figures.waiting);
    let ongoing = matches!(timeline.state, TraceState::Running);
    match (figures.waiting > Span::ZERO, figures.duration > Span::ZERO) {
        (true, _) if ongoing => format!("{tasks}, {waiting} of waiting so far in {duration}"),
        (true, _) => format!("{tasks}, {waiting} of waiting in {duration}"),
        // Somebody may have waited for what no timer ended: nothing is said of it.
        (false, true) => format!("{tasks} in {duration}"),
        (false, false) => format!("{tasks}, no waiting"),
    }
}

/// How long a lane waited for timers alone, up to the present. Late is not asleep: see `Lane::due`.
fn waiting(timeline: &Timeline, lane: &Lane) -> Span {
    let past = lane.time_in(Phase::Sleeping).0.saturating_add(lane.timer_waits);
    let present = lane.open_span().filter(|span| span.phase == Phase::Sleeping).map_or(0, |span| {
        let end = match timeline.wait(span).map(|wait| &wait.on) {
            Some(WaitOn::Sleep { until }) => timeline.end.min(*until),
            _ => timeline.end,
        };
        end.since(span.start).0
    });
    Span(past.saturating_add(present))
}

fn blocked(timeline: &Timeline, lane: &Lane) -> Span {
    let present = lane.open_span().filter(|span| span.phase == Phase::Blocked);
    let present = present.map_or(0, |span| timeline.end.since(span.start).0);
    Span(lane.time_in(Phase::Blocked).0.saturating_add(present))
}

/// How many tasks wait for ever.
fn stuck(timeline: &Timeline) -> usize {
    timeline
        .lanes
        .iter()
        .filter(|lane| lane.task.is_some() && !lane.worker && lane.outcome == Outcome::Unfinished)
        .count()
}

/// The class of an error, from its line in a traceback: `ValueError` of `ValueError: no`.
fn error_name(message: &str) -> String {
    let name = message.split([':', '\n']).next().unwrap_or(message).trim();
    format::line(if name.is_empty() { "an error" } else { name }, 60)
}
