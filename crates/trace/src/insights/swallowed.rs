//! Cancellations that had no effect: a task that was told to stop and went on; a timeout that came, and yet nothing
//! was raised. A task that tidies up, awaits while it does, and ends cancelled has done right, and so has one that
//! ends at once.

use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Cause, Note};

use super::run::{Run, on_line};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::{LaneId, Outcome, Phase};

pub(super) fn swallowed(run: &Run<'_>) -> Vec<Insight> {
    let mut found: Vec<Insight> = Vec::new();
    for cancel in &run.cancels {
        let own = run.lane(cancel.lane).and_then(|lane| lane.task);
        let asked = match cancel.cause {
            // A task group stops its own task when a child fails, and takes that back.
            Cause::Task(task) => Some(task) != own && !is_child(run, task, cancel.lane),
            Cause::Outside => true,
            // A timeout and a task group take their own cancellations back.
            Cause::Timer(_) | Cause::Callback => false,
        };
        let Some(lane) = run.lane(cancel.lane).filter(|lane| asked && !lane.housekeeping) else { continue };
        if matches!(lane.outcome, Outcome::Cancelled { .. } | Outcome::Failed { .. } | Outcome::Pending) {
            continue;
        }
        // The step in which it is told, and whether it goes on after that one for some time.
        let told = lane.spans.partition_point(|span| span.first_seq <= cancel.seq);
        let rest = lane.spans.get(told..).unwrap_or(&[]);
        let Some(at) = rest.iter().position(|span| span.phase == Phase::Running) else { continue };
        let went_on = rest[at..].iter().find(|span| {
            matches!(span.phase, Phase::Sleeping | Phase::Waiting) && run.timeline.span_end(span) > span.start
        });
        let Some(span) = went_on else { continue };
        // Told again, and that time it listened: cleaning up twice is no news.
        if found.iter().any(|known| known.lanes.first() == Some(&cancel.lane)) {
            continue;
        }
        let by = match cancel.cause {
            Cause::Task(task) => match run.timeline.lane_of(task) {
                Some(by) => format!("{} cancelled it", run.title(by)),
                None => "it was cancelled".to_owned(),
            },
            _ => "it was cancelled as the run ended".to_owned(),
        };
        let end = match (&lane.outcome, lane.ended) {
            (Outcome::Done { .. }, Some(at)) => format!(" and returned at {}", format::moment(at)),
            _ => String::new(),
        };
        let sentence = format!(
            "{} swallowed its cancellation: {by} at {}, but it went on to wait{}{end}.",
            run.title(cancel.lane),
            format::moment(cancel.at),
            on_line(span.location),
        );
        let lanes = vec![cancel.lane];
        let (seq, place) = (rest[at].first_seq, span.location);
        found.push(run.insight(Rule::Swallowed, Severity::Mistake, seq, cancel.at, place, lanes, sentence));
    }
    found.extend(timeouts(run));
    found
}

/// Whether a task was made by the task of a lane.
fn is_child(run: &Run<'_>, task: TaskId, of: LaneId) -> bool {
    let lane = run.timeline.lane_of(task).and_then(|lane| run.lane(lane));
    lane.is_some_and(|lane| lane.parent == Some(of))
}

fn timeouts<'n>(run: &'n Run<'_>) -> impl Iterator<Item = Insight> + 'n {
    let ignored = run.log.notes().iter().filter(|noted| noted.note == Note::TimeoutIgnored);
    ignored.filter_map(|noted| {
        let lane = run.timeline.lane_of(noted.task.get()?)?;
        let came = run.cancels.iter().rfind(|cancel| {
            cancel.lane == lane && cancel.seq < noted.seq && matches!(cancel.cause, Cause::Timer(_))
        })?;
        // The await at which the cancellation was thrown in.
        let spans = &run.lane(lane)?.spans;
        let hit = spans.get(spans.partition_point(|span| span.first_seq <= came.seq).checked_sub(1)?)?;
        let sentence = format!(
            "The timeout of {} came at {}, but the cancellation was swallowed{}: no TimeoutError was raised, and the code \
             went on as if it were in time, at {}.",
            run.title(lane),
            format::moment(came.at),
            on_line(hit.location),
            format::moment(noted.at),
        );
        Some(run.insight(
            Rule::TimeoutIgnored,
            Severity::Mistake,
            came.seq,
            came.at,
            hit.location,
            vec![lane],
            sentence,
        ))
    })
}
