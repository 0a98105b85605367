//! Why a lane stands still: one sentence with the causal chain, from the span that is asked about to what it comes down
//! to: a timer, a lock's holder, somebody who does not come.

use loopscope_core::instrument::Location;
use loopscope_core::time::Time;

use crate::format;
use crate::timeline::{Canceller, Lane, LaneId, Phase, Span, Timeline, TraceState, Wait, WaitOn, Waker};

/// How many links a chain has at most.
const LINKS: usize = 6;

/// Why a lane sleeps, waits or is not run in one of its spans, in one sentence; None for a span in which it runs.
///
/// `Waiting on line 9 for Task-3 (go), which sleeps on line 4 until 2.0 s.`
#[must_use]
pub fn why(timeline: &Timeline, lane: LaneId, span: usize) -> Option<String> {
    let of = timeline.lane(lane)?;
    let at = of.spans.get(span)?;
    let sentence = match at.phase {
        Phase::Running => return None,
        Phase::Blocked => blocked(of, at, timeline),
        Phase::Ready => ready(timeline, lane, of, span),
        Phase::Sleeping => sleeping(timeline, at),
        Phase::Waiting => {
            let wait = timeline.wait(at)?;
            let mut sentence = format!("Waiting{} for ", on_line(at.location));
            let mut path = vec![lane];
            chain(timeline, at, wait, &mut path, &mut sentence);
            if !at.is_open()
                && let Some(woke) = wait.woken_by
                && let Some(end) = ended_by(timeline, at, wait, woke)
            {
                sentence += &end;
            }
            sentence
        }
    };
    Some(sentence + ".")
}

/// What is waited for, without why it takes so long: `a lock taken by Task-2 (go)`.
#[must_use]
pub fn what(timeline: &Timeline, on: &WaitOn) -> String {
    match on {
        WaitOn::Sleep { until } => format!("a timer at {}", format::moment(*until)),
        WaitOn::Lane(lane) => title(timeline, *lane),
        WaitOn::Gather { lanes, others } => several(timeline, "all of", lanes, *others),
        WaitOn::Group { operation: "TaskGroup", lanes, others } => {
            several(timeline, "the tasks of its TaskGroup,", lanes, *others)
        }
        WaitOn::Group { operation: "shield", lanes, others } => {
            several(timeline, "the shielded", lanes, *others)
        }
        WaitOn::Group { operation, lanes, others } => {
            format!("{} in {operation}", several(timeline, "one or all of", lanes, *others))
        }
        WaitOn::Future => "a future".to_owned(),
        WaitOn::Timeout { until } => format!("a result, until {} at most", format::moment(*until)),
        WaitOn::Named("queue to be done") => {
            "all items of a queue to be done, until task_done() has been called for each".to_owned()
        }
        WaitOn::Named(name) => format!("{}{}", format::one(name), helper(name)),
        WaitOn::Held(name, lane) => format!("{} taken by {}", format::one(name), title(timeline, *lane)),
    }
}

/// Who could end a wait for something with a name.
fn helper(name: &str) -> &'static str {
    match name {
        "queue item" => ", until somebody puts one",
        "queue slot" => ", until somebody takes an item",
        "event" => ", until somebody sets it",
        "condition" => ", until somebody notifies it",
        "semaphore" => ", until somebody releases it",
        "barrier" => ", until enough others have come",
        _ => "",
    }
}

/// What a wait comes down to: what it is for, and why that is not there at the end of the span that asks.
fn chain(timeline: &Timeline, from: &Span, wait: &Wait, path: &mut Vec<LaneId>, sentence: &mut String) {
    *sentence += &what(timeline, &wait.on);
    let Some(next) = last_of(timeline, from, &wait.on) else { return };
    if path.contains(&next) {
        *sentence += ", which waits for it in turn: a deadlock";
        return;
    }
    if path.len() >= LINKS {
        *sentence += ", which waits in turn";
        return;
    }
    let Some(lane) = timeline.lane(next) else { return };
    path.push(next);
    *sentence += match &wait.on {
        WaitOn::Lane(_) | WaitOn::Held(..) => ", which ",
        _ => "; the last of them is ",
    };
    if !matches!(wait.on, WaitOn::Lane(_) | WaitOn::Held(..)) {
        *sentence += &format!("{}, which ", title(timeline, next));
    }
    // The longest stretch of what it does meanwhile.
    let end = timeline.span_end(from);
    let first = lane.spans.partition_point(|span| span.last_seq <= from.first_seq);
    let meanwhile = lane.spans[first..].iter().take_while(|span| span.first_seq < from.last_seq);
    let overlap = |span: &Span| timeline.span_end(span).min(end).since(span.start.max(from.start)).0;
    let Some(longest) = meanwhile.max_by_key(|span| (overlap(span), u32::MAX - span.first_seq)) else {
        *sentence += "has not begun";
        return;
    };
    match (longest.phase, timeline.wait(longest)) {
        (Phase::Sleeping, Some(Wait { on: WaitOn::Sleep { until }, .. })) => {
            *sentence +=
                &format!("sleeps until {} because of{}", format::moment(*until), line(longest.location));
        }
        (_, Some(inner)) => {
            *sentence += &format!("waits{} for ", on_line(longest.location));
            chain(timeline, longest, inner, path, sentence);
        }
        (Phase::Blocked, None) => {
            *sentence += &format!(
                "blocks {}{} until {}",
                if lane.worker { "its thread" } else { "the loop" },
                on_line(longest.location),
                format::moment(timeline.span_end(longest)),
            );
        }
        (Phase::Ready, None) => {
            *sentence += "is ready";
            let until = timeline.span_end(longest);
            if let Some((other, block)) = in_the_way(timeline, next, longest.start, until) {
                let other = title(timeline, other);
                *sentence += &format!(", but {other} blocks the loop{}", on_line(block.location));
            }
        }
        (_, None) => *sentence += &format!("runs{}", on_line(longest.location)),
    }
}

/// Of what is waited for, the lane that decides when the wait is over: the last to end of those that go on.
fn last_of(timeline: &Timeline, from: &Span, on: &WaitOn) -> Option<LaneId> {
    let lanes: &[LaneId] = match on {
        WaitOn::Lane(lane) | WaitOn::Held(_, lane) => std::slice::from_ref(lane),
        WaitOn::Gather { lanes, .. } | WaitOn::Group { lanes, .. } => lanes,
        _ => return None,
    };
    let alive = lanes.iter().filter_map(|id| timeline.lane(*id).map(|lane| (*id, lane)));
    let alive = alive.filter(|(_, lane)| lane.ended_seq > from.first_seq);
    // Whoever ends after the wait did not decide it, unless all do.
    let decides = |(_, lane): &(LaneId, &Lane)| (lane.ended_seq <= from.last_seq, lane.ended_seq);
    alive.max_by_key(decides).map(|(id, _)| id)
}

fn sleeping(timeline: &Timeline, span: &Span) -> String {
    let Some(wait) = timeline.wait(span) else { return format!("Asleep{}", on_line(span.location)) };
    let until = match wait.on {
        WaitOn::Sleep { until } => until,
        _ => timeline.span_end(span),
    };
    let mut sentence = format!("Asleep until {} because of{}", format::moment(until), line(span.location));
    if let (Some(Waker::Cancel(by)), false) = (wait.woken_by, span.is_open()) {
        sentence += &format!(", but woken at {} by {}", format::moment(span.end), canceller(timeline, by));
    }
    sentence
}

fn blocked(lane: &Lane, span: &Span, timeline: &Timeline) -> String {
    let until = format::moment(timeline.span_end(span));
    let whose = if lane.worker { "its own thread only" } else { "the whole loop: nothing else can run" };
    format!("A call{} blocks until {until}, and with it {whose}", on_line(span.location))
}

fn ready(timeline: &Timeline, id: LaneId, lane: &Lane, index: usize) -> String {
    let span = &lane.spans[index];
    let began = match index.checked_sub(1).and_then(|before| lane.spans.get(before)) {
        None => format!("Created at {}", format::moment(span.start)),
        Some(before) => match (before.phase, timeline.wait(before).map(|wait| (&wait.on, wait.woken_by))) {
            (Phase::Sleeping, Some((_, Some(Waker::Cancel(by)))))
            | (_, Some((_, Some(Waker::Cancel(by))))) => {
                format!("Cancelled at {} by {}", format::moment(span.start), canceller(timeline, by))
            }
            (Phase::Sleeping, _) => format!("Due at {}", format::moment(span.start)),
            (_, Some((_, Some(Waker::Lane(by))))) => {
                format!("Woken at {} by {}", format::moment(span.start), title(timeline, by))
            }
            _ => format!("Ready since {}", format::moment(span.start)),
        },
    };
    let end = timeline.span_end(span);
    if end == span.start {
        return format!("{began}, and run in the loop's next turn");
    }
    match in_the_way(timeline, id, span.start, end) {
        Some((other, block)) => format!(
            "{began}, but not run until {}: {} blocks the loop{}",
            format::moment(end),
            title(timeline, other),
            on_line(block.location),
        ),
        None => format!("{began}, but not run until {}", format::moment(end)),
    }
}

/// Who blocks the loop for most of a stretch of time.
fn in_the_way(timeline: &Timeline, id: LaneId, from: Time, to: Time) -> Option<(LaneId, &Span)> {
    let lanes = (0_u32..).map(LaneId).zip(&timeline.lanes);
    let others = lanes.filter(|(other, lane)| *other != id && !lane.worker);
    let blocks = others.flat_map(|(other, lane)| {
        let first = lane.spans.partition_point(|span| timeline.span_end(span) <= from);
        let spans = lane.spans[first..].iter().take_while(move |span| span.start < to);
        spans.filter(|span| span.phase == Phase::Blocked).map(move |span| (other, span))
    });
    blocks.max_by_key(|(_, span)| timeline.span_end(span).min(to).since(span.start.max(from)).0)
}

/// How a wait ended, where what it was for does not tell.
fn ended_by(timeline: &Timeline, span: &Span, wait: &Wait, woke: Waker) -> Option<String> {
    let at = format::moment(span.end);
    match (woke, &wait.on) {
        (Waker::Cancel(by), _) => Some(format!("; cancelled at {at} by {}", canceller(timeline, by))),
        (_, WaitOn::Lane(_) | WaitOn::Held(..) | WaitOn::Gather { .. } | WaitOn::Group { .. }) => None,
        (Waker::Lane(by), _) => Some(format!("; {} did so at {at}", title(timeline, by))),
        (Waker::Timer(_), _) => Some(format!("; a timer ended it at {at}")),
        _ => None,
    }
}

fn canceller(timeline: &Timeline, by: Canceller) -> String {
    match by {
        Canceller::Lane(lane) => title(timeline, lane),
        Canceller::Timer => "a timeout".to_owned(),
        Canceller::Callback => "its group".to_owned(),
        Canceller::Outside if timeline.state == TraceState::Running => "code outside any task".to_owned(),
        Canceller::Outside => "the end of asyncio.run".to_owned(),
    }
}

fn several(timeline: &Timeline, of: &str, lanes: &[LaneId], others: usize) -> String {
    let count = lanes.len() + others;
    if others > 0 || !(1..=3).contains(&count) {
        return format!("{of} {}", format::counted(count, "task"));
    }
    let titles: Vec<String> = lanes.iter().map(|lane| title(timeline, *lane)).collect();
    match titles.as_slice() {
        [one] => one.clone(),
        [first @ .., last] => format!("{of} {} and {last}", first.join(", ")),
        [] => of.to_owned(),
    }
}

fn title(timeline: &Timeline, lane: LaneId) -> String {
    timeline.lane(lane).map_or_else(
        || "a task".to_owned(),
        |lane| if lane.is_module() { "the program".to_owned() } else { format::line(&lane.title(), 60) },
    )
}

fn line(location: Location) -> String {
    if location.line == 0 { " a sleep".to_owned() } else { format!(" line {}", location.line) }
}

fn on_line(location: Location) -> String {
    if location.line == 0 { String::new() } else { format!(" on line {}", location.line) }
}
