//! Locks that guard nothing: nothing inside any `async with` of the lock can suspend, so that no other task could run
//! in between even without it.

use loopscope_core::instrument::{Location, Note};
use rustc_hash::FxHashMap;

use super::run::Run;
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::{Phase, WaitOn};

pub(super) fn lock_without_await(run: &Run<'_>) -> Vec<Insight> {
    let mut order: Vec<u32> = Vec::new();
    let mut entered: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    let notes = run.log.notes();
    for (index, noted) in notes.iter().enumerate() {
        if let Note::LockEntered(lock) = noted.note {
            let places = entered.entry(lock).or_default();
            if places.is_empty() {
                order.push(lock);
            }
            places.push(index);
        }
    }
    let mut found: Vec<Insight> = Vec::new();
    for lock in order {
        let taken = &entered[&lock];
        let mut places: Vec<Location> = taken.iter().map(|index| notes[*index].location).collect();
        places.sort_unstable();
        places.dedup();
        let mut tasks: Vec<_> = taken.iter().filter_map(|index| notes[*index].task.get()).collect();
        tasks.sort_unstable();
        tasks.dedup();
        let known = |place: &Location| found.iter().any(|insight| insight.location == *place);
        // Somebody waited for it: it was held while its holder was suspended.
        let waited = taken.iter().any(|index| {
            let noted = &notes[*index];
            let lane =
                noted.task.get().and_then(|task| run.timeline.lane_of(task)).and_then(|lane| run.lane(lane));
            lane.is_some_and(|lane| {
                let from = lane.spans.partition_point(|span| span.first_seq < noted.seq);
                let next = lane.spans[from..].iter().find(|span| span.phase == Phase::Waiting);
                next.and_then(|span| run.wait(span))
                    .is_some_and(|wait| matches!(wait.on, WaitOn::Held("lock", _) | WaitOn::Named("lock")))
            })
        });
        if waited {
            continue;
        }
        // A lock of one task may be there for what comes later.
        if tasks.len() < 2
            || places.iter().any(known)
            || places.iter().any(|at| run.source.body_suspends(*at))
        {
            continue;
        }
        let Some(first) = taken.first().map(|index| &notes[*index]) else { continue };
        let lines: Vec<String> = places.iter().map(|place| place.line.to_string()).collect();
        let on = if lines.len() == 1 { "line" } else { "lines" };
        let sentence = format!(
            "The lock taken by {} on {on} {} is never held across an await: nothing inside suspends, so no other task could \
             come in between even without it.",
            format::counted(tasks.len(), "task"),
            lines.join(", "),
        );
        let lanes = tasks.iter().filter_map(|task| run.timeline.lane_of(*task)).collect();
        found.push(run.insight(
            Rule::LockWithoutAwait,
            Severity::Note,
            first.seq,
            first.at,
            first.location,
            lanes,
            sentence,
        ));
    }
    found
}
