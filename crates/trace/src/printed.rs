//! Why a line came when it came: what its lane had waited for, in one sentence.
//!
//! For those who expected another order. It tells of the step that wrote the line and of what began that step, and
//! looks no further back.

use crate::format;
use crate::timeline::{Lane, LaneId, OutputLine, Phase, Span, Timeline, Wait, WaitOn, Waker};

/// Why the output line with this index came when it did: `Task-2 (boil) printed it when its sleep on line 6 was over.`
#[must_use]
pub fn why(timeline: &Timeline, index: usize) -> Option<String> {
    let line = timeline.outputs.get(index)?;
    let Some((id, lane)) = line.lane.and_then(|id| Some((id, timeline.lane(id)?))) else {
        return Some(outside(timeline, line));
    };
    if lane.is_module() {
        return Some(outside(timeline, line));
    }
    let place = step_of(lane, line)?;
    let (name, step) = (who(lane), lane.spans.get(place)?);
    if in_the_same_step(timeline, index, id, step) {
        return Some(format!("{name} printed it right after its line before: it did not stop in between."));
    }
    let before = &lane.spans[..place];
    if before.last().is_some_and(|span| span.phase == Phase::Blocked) {
        return Some(format!(
            "{name} printed it after it had blocked the whole loop{}.",
            since(line_of(before))
        ));
    }
    if before.iter().all(|span| span.phase == Phase::Ready) {
        return Some(format!("{name} printed it in its first step{}.", first_turn(timeline, lane, step)));
    }
    // Due for a while before it ran: something else kept the loop.
    let late = before.last().filter(|ready| ready.phase == Phase::Ready && ready.end > ready.start);
    let waited = before.iter().rev().take(2).find_map(|span| Some((span, timeline.wait(span)?)));
    Some(match waited {
        None => format!(
            "{name} printed it when it had its turn again: it had let the others go first{}.",
            at(before.last())
        ),
        Some((span, wait)) => {
            let when = if late.is_some() { "late, for the loop was blocked when" } else { "when" };
            format!("{name} printed it {when} {}.", ended(timeline, span, wait))
        }
    })
}

/// The index of the span of a lane in which a line was written.
fn step_of(lane: &Lane, line: &OutputLine) -> Option<usize> {
    lane.spans.partition_point(|span| span.first_seq <= line.seq).checked_sub(1)
}

/// Whether the line before was written in the same step.
fn in_the_same_step(timeline: &Timeline, index: usize, lane: LaneId, step: &Span) -> bool {
    let before = index.checked_sub(1).and_then(|before| timeline.outputs.get(before));
    before.is_some_and(|before| before.lane == Some(lane) && before.seq >= step.first_seq)
}

/// Of ordinary code.
fn outside(timeline: &Timeline, line: &OutputLine) -> String {
    let ran = timeline.lanes.iter().filter(|lane| lane.task.is_some() && lane.created_seq < line.seq);
    match ran.count() {
        0 => "It is outside the loop, and no loop was running yet.".to_owned(),
        _ => "It is outside the loop: the code there goes on when the loop has ended.".to_owned(),
    }
}

fn who(lane: &Lane) -> String {
    if lane.worker { format!("The thread of {}", lane.coroutine) } else { lane.title() }
}

/// What a new task had to wait for: who made it had to stop.
fn first_turn(timeline: &Timeline, lane: &Lane, step: &Span) -> String {
    let Some(parent) = lane.parent.and_then(|parent| timeline.lane(parent)) else {
        return String::new();
    };
    if lane.worker {
        return format!(", beside {}", parent.title());
    }
    let stood = parent.spans.iter().rev().find(|span| span.first_seq < step.first_seq);
    match stood {
        Some(span) if matches!(span.phase, Phase::Sleeping | Phase::Waiting) => {
            format!(", once {} had stopped{}", parent.title(), since(span.location.line))
        }
        _ => String::new(),
    }
}

/// What ended a wait, and which.
fn ended(timeline: &Timeline, span: &Span, wait: &Wait) -> String {
    let place = since(span.location.line);
    let title = |lane: LaneId| timeline.lane(lane).map_or_else(|| "a task".to_owned(), Lane::title);
    match (&wait.on, wait.woken_by) {
        (_, Some(Waker::Cancel(_))) => format!("it was cancelled in its wait{place}"),
        (WaitOn::Sleep { until }, _) => format!("its sleep{place} was over, at {}", format::moment(*until)),
        (WaitOn::Lane(on), _) => format!("{}, which it awaited{place}, had ended", title(*on)),
        (WaitOn::Gather { .. }, Some(Waker::Lane(by)))
            if timeline
                .lane(by)
                .is_some_and(|lane| matches!(lane.outcome, crate::timeline::Outcome::Failed { .. })) =>
        {
            format!("{} had failed: the gather{place} does not wait for the others", title(by))
        }
        (WaitOn::Gather { .. }, _) => format!("all that it gathered{place} had ended"),
        (WaitOn::Group { .. }, _) => format!("the tasks that it waited for{place} had ended"),
        (WaitOn::Held(what, by), _) => format!("{} had given it the {what}{place}", title(*by)),
        (WaitOn::Named(what), _) => format!("the {what} that it waited for{place} was there"),
        (WaitOn::Timeout { .. } | WaitOn::Future, _) => format!("what it waited for{place} was there"),
    }
}

fn line_of(spans: &[Span]) -> u32 {
    spans.last().map_or(0, |span| span.location.line)
}

fn at(span: Option<&Span>) -> String {
    since(span.map_or(0, |span| span.location.line))
}

/// ` on line 4`
fn since(line: u32) -> String {
    if line > 0 { format!(" on line {line}") } else { String::new() }
}
