//! Awaits that never suspended, where that matters. Awaiting a coroutine that has nothing to wait for is common and
//! harmless; it is told of only where it kept the loop from the others: a task that awaited and yet took time from its
//! first line to its last while others were ready, and a loop of such awaits that does not end.

use rustc_hash::FxHashMap;

use super::run::{Run, on_line};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::log::EventKind;
use crate::timeline::{LaneId, Phase, TraceState};

/// So many awaits in one step are a loop.
const MANY: usize = 1_000;

pub(super) fn never_suspends(run: &Run<'_>) -> Vec<Insight> {
    let mut found: Vec<Insight> = endless(run).into_iter().collect();
    let mut functions: Vec<u32> = Vec::new();
    for (id, lane) in run.tasks() {
        let Some(ended) = lane.ended.filter(|ended| *ended > lane.created_at) else { continue };
        let mut spans = lane.spans.iter();
        let never = !spans.any(|span| matches!(span.phase, Phase::Sleeping | Phase::Waiting));
        let Some(first) = lane.spans.iter().find(|span| span.phase == Phase::Running) else { continue };
        // Its own frame and one that it awaited, which came and went in the same step.
        let awaited = lane.frames.get(1).and_then(|level| level.iter().find(|frame| frame.location.line > 0));
        let Some(frame) = awaited.filter(|_| never && ended > first.start) else { continue };
        let held: Vec<LaneId> = run
            .tasks()
            .filter(|(other, of)| {
                let from = of.spans.partition_point(|span| run.timeline.span_end(span) <= first.start);
                let during = of.spans[from..].iter().take_while(|span| span.start < ended);
                *other != id
                    && during.into_iter().any(|span| span.phase == Phase::Ready && span.end > span.start)
            })
            .map(|(other, _)| other)
            .collect();
        if held.is_empty() || functions.contains(&frame.awaited_at.line) {
            continue;
        }
        functions.push(frame.awaited_at.line);
        let sentence = format!(
            "{} awaits{}, but nothing in {}() suspends: it ran from start to end in one step of {}, while {} could not \
             run.",
            run.title(id),
            on_line(frame.awaited_at),
            format::line(&frame.name, 60),
            format::span(ended.since(first.start)),
            run.titles(&held),
        );
        let lanes = [id].into_iter().chain(held).collect();
        found.push(run.insight(
            Rule::NeverSuspends,
            Severity::Note,
            first.first_seq + 1,
            first.start,
            frame.awaited_at,
            lanes,
            sentence,
        ));
    }
    found
}

/// A run that does not end because one step of a task awaits again and again what never suspends.
fn endless(run: &Run<'_>) -> Option<Insight> {
    if !matches!(run.timeline.state, TraceState::Unfinished | TraceState::Stopped) {
        return None;
    }
    let (id, span) = run.tasks().find_map(|(id, lane)| {
        let span = lane.spans.last().filter(|span| span.phase == Phase::Running)?;
        (span.last_seq as usize >= run.log.len()).then_some((id, span))
    })?;
    let mut awaits = 0_usize;
    let mut places: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    let mut place = span.location;
    for event in run.log.events(span.first_seq as usize) {
        match event.kind {
            EventKind::CoroutineCreated { location, .. } if location.line > 0 => place = location,
            EventKind::FrameEnter { .. } => {
                awaits += 1;
                *places.entry((place.line, place.column)).or_default() += 1;
            }
            _ => {}
        }
    }
    if awaits < MANY {
        return None;
    }
    let (line, column) = places
        .into_iter()
        .max_by_key(|(place, times)| (*times, std::cmp::Reverse(*place)))
        .map(|(place, _)| place)?;
    let location = loopscope_core::instrument::Location { line, column };
    let sentence = format!(
        "{} awaits{} again and again, but what it awaits never suspends: in one step it did so {awaits} times, and \
         nothing else can run. An await of asyncio.sleep(0) would let the others in.",
        run.title(id),
        on_line(location),
    );
    let (seq, at) = (span.first_seq + 1, span.start);
    Some(run.insight(Rule::NeverSuspends, Severity::Mistake, seq, at, location, vec![id], sentence))
}
