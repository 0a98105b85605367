//! `await create_task(x)` at once: a task of its own, and yet nothing runs beside it. Silent if its creator has other
//! tasks that do, if it was stopped, and if it took no time.

use super::run::{Run, on_line, own_line};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::{LaneId, Outcome, Phase, WaitOn};

pub(super) fn at_once(run: &Run<'_>) -> Vec<Insight> {
    let mut found: Vec<(Insight, usize)> = Vec::new();
    for (id, lane) in run.tasks() {
        for span in lane.spans.iter().filter(|span| span.phase == Phase::Waiting && !span.is_open()) {
            let Some(WaitOn::Lane(child)) = run.wait(span).map(|wait| &wait.on) else { continue };
            let Some(task) = run.lane(*child) else { continue };
            let took = span.end > span.start;
            // One that ran at once, or that the engine made, is another matter.
            let own = task.parent == Some(id)
                && !task.worker
                && own_line(task) > 0
                && task.name != "None"
                && matches!(task.outcome, Outcome::Done { .. });
            // In the step that made it, on the line that made it.
            let made_here = task.created_location.line == 0 || made_on(run, *child) == span.location.line;
            let step = lane.spans[..].partition_point(|one| one.first_seq < task.created_seq);
            let same_step = step
                .checked_sub(1)
                .and_then(|at| lane.spans.get(at))
                .is_some_and(|running| running.phase == Phase::Running && running.last_seq == span.first_seq);
            let beside = lane.children.iter().filter(|other| *other != child).any(|other| {
                run.lane(*other).is_some_and(|other| {
                    other.created_seq < span.last_seq
                        && other.ended_seq > span.first_seq
                        && !other.housekeeping
                })
            });
            if !(took && own && made_here && same_step) || beside {
                continue;
            }
            if let Some((_, times)) = found.iter_mut().find(|(known, _)| known.location == span.location) {
                *times += 1;
                continue;
            }
            let sentence = format!(
                "{} is awaited{} as soon as it is created: {} does nothing meanwhile, for {}, just as if it awaited {}() itself.",
                run.title(*child),
                on_line(span.location),
                run.title(id),
                format::span(span.end.since(span.start)),
                format::line(&task.coroutine, 60),
            );
            let lanes: Vec<LaneId> = vec![id, *child];
            let (seq, at) = (span.first_seq + 1, span.start);
            found.push((
                run.insight(Rule::AtOnce, Severity::Note, seq, at, span.location, lanes, sentence),
                1,
            ));
        }
    }
    let told = found.into_iter().map(|(mut insight, times)| {
        if times > 1 {
            insight.sentence += &format!(" This happens {times} times.");
        }
        insight
    });
    told.collect()
}

/// The line on which a task's coroutine was made.
fn made_on(run: &Run<'_>, lane: LaneId) -> u32 {
    run.lane(lane).map_or(0, |lane| lane.created_location.line)
}
