//! Runs that cannot go on: tasks that wait for each other in a circle, a `Queue.join` for which a `task_done` is
//! missing; and `asyncio.run` inside a running loop.

use super::run::{Run, on_line};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::{Lane, LaneId, Outcome, Span, TraceState, Wait, WaitOn};

/// What `Queue.join` waits for, in core's word.
const JOIN: &str = "queue to be done";
/// What `Queue.get` waits for.
const ITEM: &str = "queue item";

/// The wait in which a lane stands at the end.
fn last_wait<'r>(run: &Run<'r>, lane: &'r Lane) -> Option<(&'r Span, &'r Wait)> {
    let span = lane.spans.last()?;
    Some((span, run.wait(span).filter(|wait| wait.woken_by.is_none())?))
}

/// The lanes that could end a wait.
fn targets(on: &WaitOn) -> &[LaneId] {
    match on {
        WaitOn::Lane(lane) | WaitOn::Held(_, lane) => std::slice::from_ref(lane),
        WaitOn::Gather { lanes, .. } | WaitOn::Group { lanes, .. } => lanes,
        _ => &[],
    }
}

pub(super) fn deadlock(run: &Run<'_>) -> Vec<Insight> {
    if run.timeline.state != TraceState::Deadlock {
        return Vec::new();
    }
    let stuck: Vec<(LaneId, &Span, &Wait)> = run
        .tasks()
        .filter(|(_, lane)| lane.outcome == Outcome::Unfinished)
        .filter_map(|(id, lane)| last_wait(run, lane).map(|(span, wait)| (id, span, wait)))
        .collect();
    let join = stuck.iter().find(|(_, _, wait)| wait.on == WaitOn::Named(JOIN));
    let circle = circle(&stuck.iter().map(|(id, _, wait)| (*id, targets(&wait.on))).collect::<Vec<_>>());
    let place = |id: LaneId| stuck.iter().find(|(known, ..)| *known == id);
    if let (Some((id, span, _)), true) = (join, circle.is_empty()) {
        let takers: Vec<LaneId> =
            stuck.iter().filter(|(_, _, wait)| wait.on == WaitOn::Named(ITEM)).map(|(id, ..)| *id).collect();
        let why = match takers.as_slice() {
            [] => "an item is left that nobody takes, or that was taken without task_done()".to_owned(),
            takers => format!(
                "the queue is empty, as {} waits for an item, so task_done() was not called for each item that was \
                 taken",
                run.titles(&takers[..1])
            ),
        };
        let sentence =
            format!("{} waits{} for ever in Queue.join: {why}.", run.title(*id), on_line(span.location));
        let lanes = [*id].into_iter().chain(takers).collect();
        let at = run.timeline.end;
        return vec![run.insight(
            Rule::QueueJoin,
            Severity::Mistake,
            span.first_seq + 1,
            at,
            span.location,
            lanes,
            sentence,
        )];
    }
    let shown: Vec<LaneId> =
        if circle.is_empty() { stuck.iter().map(|(id, ..)| *id).collect() } else { circle.clone() };
    let Some((_, span, _)) = shown.first().and_then(|id| place(*id)) else { return Vec::new() };
    let each: Vec<String> = shown
        .iter()
        .take(4)
        .filter_map(|id| {
            let (_, span, wait) = place(*id)?;
            Some(format!(
                "{} waits{} for {}",
                run.title(*id),
                on_line(span.location),
                super::super::why::what(run.timeline, &wait.on)
            ))
        })
        .collect();
    let kind = match (circle.len(), stuck.len()) {
        (0, 1) => "nothing can wake the task that is left".to_owned(),
        (0, _) => "nothing can wake the tasks that are left".to_owned(),
        (1, _) => "it waits for itself".to_owned(),
        (count, _) => format!("{} wait for each other in a circle", format::counted(count, "task")),
    };
    let sentence = format!("Deadlock: {kind}. {}.", each.join("; "));
    let location = span.location;
    let seq = u32::try_from(run.log.len()).unwrap_or(u32::MAX);
    let at = run.timeline.end;
    vec![run.insight(Rule::Deadlock, Severity::Mistake, seq, at, location, shown, sentence)]
}

/// Lanes of which each waits for the next and the last for the first; empty if there is no such circle.
fn circle(waits: &[(LaneId, &[LaneId])]) -> Vec<LaneId> {
    for (start, _) in waits {
        // Along the first of what each waits for: a circle of locks has no choices.
        let mut path = vec![*start];
        while path.len() <= waits.len() {
            let at = path.last().copied().unwrap_or(*start);
            let next = waits
                .iter()
                .find(|(id, _)| *id == at)
                .and_then(|(_, to)| to.iter().find(|to| waits.iter().any(|(id, _)| id == *to)).copied());
            let Some(next) = next else { break };
            if let Some(from) = path.iter().position(|known| *known == next) {
                return path.split_off(from);
            }
            path.push(next);
        }
    }
    Vec::new()
}

pub(super) fn nested_run(run: &Run<'_>) -> Vec<Insight> {
    const MESSAGES: [&str; 2] =
        ["asyncio.run() cannot be called from a running event loop", "This event loop is already running"];
    let failed = run.tasks().find_map(|(id, lane)| match &lane.outcome {
        Outcome::Failed { message } if MESSAGES.iter().any(|text| message.contains(text)) => Some((id, lane)),
        _ => None,
    });
    let Some((id, lane)) = failed else { return Vec::new() };
    let at = lane.ended.unwrap_or(run.timeline.end);
    let location = run.last_place(lane);
    let sentence = format!(
        "{} asked for a second event loop inside the one that runs it: asyncio.run is for the outermost call; inside a \
         coroutine, await the other one.",
        run.title(id)
    );
    vec![run.insight(Rule::NestedRun, Severity::Mistake, lane.ended_seq, at, location, vec![id], sentence)]
}
