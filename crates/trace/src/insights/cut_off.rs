//! Tasks that were still at work when the main coroutine returned, and ended with it. Silent about those that repeat
//! for ever, which are meant to end so, and where the program failed, which is the news then.

use loopscope_core::instrument::Cause;

use super::run::{Run, doing};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::{Canceller, Outcome, Phase, TraceState, WaitOn};

pub(super) fn cut_off(run: &Run<'_>) -> Vec<Insight> {
    if run.timeline.state != TraceState::Finished {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (id, lane) in run.tasks().filter(|(_, lane)| lane.parent.is_some()) {
        if !matches!(lane.outcome, Outcome::Cancelled { by: Some(Canceller::Outside) } | Outcome::CutOff) {
            continue;
        }
        let cancel =
            run.cancels.iter().find(|cancel| cancel.lane == id && matches!(cancel.cause, Cause::Outside));
        let seq = cancel.map_or(lane.ended_seq, |cancel| cancel.seq);
        // The root that was there when it was made, and is over.
        let mut root = lane;
        while let Some(parent) = root.parent.and_then(|parent| run.lane(parent)) {
            root = parent;
        }
        let returned = matches!(root.outcome, Outcome::Done { .. }) && root.ended_seq <= seq;
        // Somebody waited for it: their end is the reason.
        let span = lane.spans.iter().rfind(|span| span.first_seq < seq && span.phase != Phase::Running);
        let Some(span) = span.filter(|_| returned && !run.endless(lane)) else { continue };
        let never_ran = lane.frames.first().is_none_or(Vec::is_empty);
        let when = format::moment(root.ended.unwrap_or(run.timeline.end));
        let (main, task) = (format::line(&root.coroutine, 60), run.title(id));
        // Whoever waited for it gave up, and may have meant to.
        let given_up = run.awaited_after(id, lane.created_seq);
        let nobody = if given_up { "" } else { ", and nobody awaited it" };
        let severity = if given_up { Severity::Note } else { Severity::Mistake };
        let sentence = if never_ran {
            format!("{task} never began: {main} returned at {when}, before the loop came to it{nobody}.")
        } else {
            let until = match run.wait(span).map(|wait| &wait.on) {
                Some(WaitOn::Sleep { until }) => format!(" until {}", format::moment(*until)),
                _ => String::new(),
            };
            let doing = doing(span);
            format!("{task} was cut off: it was {doing}{until} when {main} returned at {when}{nobody}.")
        };
        let at = cancel.map_or(run.timeline.end, |cancel| cancel.at);
        let place = if span.location.line > 0 { span.location } else { lane.created_location };
        found.push(run.insight(Rule::CutOff, severity, seq, at, place, vec![id], sentence));
    }
    // One sentence for many of the same kind.
    let more = found.len().saturating_sub(1);
    if more >= 3 {
        found.truncate(1);
        if let Some(first) = found.first_mut() {
            first.sentence += &format!(" So were {}.", format::counted(more, "other task"));
        }
    }
    found
}
