//! Errors of tasks that nobody looked at: raised at one moment, reported at another, when the task goes away.

use loopscope_core::instrument::Note;

use super::run::{Run, on_line};
use super::{Insight, Rule, Severity};
use crate::format;
use crate::timeline::Outcome;

pub(super) fn never_retrieved(run: &Run<'_>) -> Vec<Insight> {
    let mut found = Vec::new();
    for noted in run.log.notes() {
        let Note::NeverRetrieved(future) = noted.note else { continue };
        let failed = run.tasks().find(|(_, lane)| lane.future == Some(future));
        let Some((id, lane)) = failed else { continue };
        let (Outcome::Failed { message }, Some(raised)) = (&lane.outcome, lane.ended) else { continue };
        let location = lane.spans.last().map(|span| span.location).unwrap_or_default();
        let reported = if noted.at > raised {
            format!("it was reported only at {}, when the task went away", format::moment(noted.at))
        } else {
            "it was reported when the task went away".to_owned()
        };
        let sentence = format!(
            "{} failed at {} with {}{}, and nobody awaited it to find out: {reported}.",
            run.title(id),
            format::moment(raised),
            format::line(message, 100),
            after(location.line),
        );
        let seq = lane.ended_seq;
        found.push(run.insight(
            Rule::NeverRetrieved,
            Severity::Mistake,
            seq,
            raised,
            location,
            vec![id],
            sentence,
        ));
    }
    found
}

/// The error was raised somewhere after the place at which the last step began.
fn after(line: u32) -> String {
    if line == 0 { String::new() } else { format!(", in the step that began{}", on_line_of(line)) }
}

fn on_line_of(line: u32) -> String {
    on_line(loopscope_core::instrument::Location { line, column: 0 })
}
