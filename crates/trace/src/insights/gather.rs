//! A `gather` that failed while others of its children lived on: it does not stop them.

use super::run::{Run, on_line};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::{Canceller, LaneId, Outcome, WaitOn, Waker};

pub(super) fn gather_failed(run: &Run<'_>) -> Vec<Insight> {
    let mut found = Vec::new();
    for (id, lane) in run.tasks() {
        for span in &lane.spans {
            let Some(wait) = run.wait(span) else { continue };
            let WaitOn::Gather { lanes, .. } = &wait.on else { continue };
            if span.is_open() || matches!(wait.woken_by, None | Some(Waker::Cancel(_))) {
                continue;
            }
            let ended =
                |child: &&LaneId| run.lane(**child).is_some_and(|lane| lane.ended_seq <= span.last_seq);
            let failed = lanes.iter().filter(ended).find_map(|child| match &run.lane(*child)?.outcome {
                Outcome::Failed { message } => Some((*child, message)),
                _ => None,
            });
            // Whoever was stopped by a task was looked after.
            let alive: Vec<LaneId> = lanes
                .iter()
                .filter(|child| !ended(child))
                .copied()
                .filter(|child| {
                    let outcome = run.lane(*child).map(|lane| &lane.outcome);
                    !matches!(outcome, Some(Outcome::Cancelled { by: Some(Canceller::Lane(_)) }))
                        && !run.awaited_after(*child, span.last_seq)
                })
                .collect();
            let (Some((child, message)), false) = (failed, alive.is_empty()) else { continue };
            let fates: Vec<String> = alive.iter().take(3).filter_map(|lane| fate(run, *lane)).collect();
            let more = match alive.len().saturating_sub(3) {
                0 => String::new(),
                more => format!("; and {more} more"),
            };
            let sentence = format!(
                "gather{} failed at {} with {} of {}, but it does not stop the others: {}{more}.",
                on_line(span.location),
                format::moment(span.end),
                format::line(message, 80),
                run.title(child),
                fates.join("; "),
            );
            let lanes = [child, id].into_iter().chain(alive).collect();
            found.push(run.insight(
                Rule::GatherFailed,
                Severity::Mistake,
                span.last_seq,
                span.end,
                span.location,
                lanes,
                sentence,
            ));
        }
    }
    found
}

/// What became of one that lived on.
fn fate(run: &Run<'_>, id: LaneId) -> Option<String> {
    let lane = run.lane(id)?;
    let (title, at) = (run.title(id), format::moment(run.timeline.lane_end(lane)));
    Some(match &lane.outcome {
        Outcome::Done { .. } => format!("{title} went on and ended at {at}"),
        Outcome::Failed { message } => {
            format!("{title} failed too at {at} with {}", format::line(message, 60))
        }
        Outcome::Cancelled { by: Some(Canceller::Outside) } | Outcome::CutOff => {
            format!("{title} went on until the run ended at {at}, which cut it off")
        }
        Outcome::Cancelled { .. } => format!("{title} went on and was cancelled at {at}"),
        Outcome::Pending | Outcome::Unfinished => format!("{title} still goes on"),
    })
}
