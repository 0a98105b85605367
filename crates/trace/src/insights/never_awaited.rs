//! A coroutine that was made and dropped without ever running. The engine tells of it where CPython warns.

use super::run::{Run, on_line};
use super::{Insight, Repair, Rule, Severity, Usage};
use crate::format;

pub(super) fn never_awaited(run: &Run<'_>) -> Vec<Insight> {
    let mut found: Vec<(Insight, usize)> = Vec::new();
    for lost in run.timeline.never_awaited.iter().filter(|lost| lost.location.line > 0) {
        let location = lost.location;
        if let Some((_, times)) = found.iter_mut().find(|(known, _)| known.location == location) {
            *times += 1;
            continue;
        }
        let (name, place) = (format::line(&lost.name, 60), on_line(location));
        let usage = run.source.usage(location);
        let sentence = match usage {
            Usage::Condition => format!(
                "The condition{place} tests a coroutine object, which is always true: {name}() was never awaited, so none of \
                 its code ran."
            ),
            Usage::Shown => format!(
                "What is shown{place} is a coroutine object and not a result: {name}() was never awaited, so none of its code \
                 ran."
            ),
            Usage::Statement | Usage::Other => format!(
                "{name}(){place} was never awaited: calling a coroutine function only makes a coroutine object, and none \
                 of its code ran."
            ),
        };
        let insight = run.insight(
            Rule::NeverAwaited,
            Severity::Mistake,
            lost.seq,
            lost.at,
            location,
            Vec::new(),
            sentence,
        );
        let repair = (usage != Usage::Other).then_some(Repair::Await(location));
        found.push((Insight { repair, ..insight }, 1));
    }
    let told = found.into_iter().map(|(mut insight, times)| {
        if times > 1 {
            insight.sentence += &format!(" This happened {times} times.");
        }
        insight
    });
    told.collect()
}
