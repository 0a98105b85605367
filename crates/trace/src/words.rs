//! A span in words: for labels, for what is shown beside a pointer, and for those who hear the page.

use loopscope_core::time::Span as Duration;

use crate::format;
use crate::log::Log;
use crate::moment::Moment;
use crate::timeline::{Canceller, Lane, LaneId, Outcome, Phase, Span, Timeline, WaitOn, Waker};

/// What there is to say of a span.
pub struct Details {
    /// `Task-2 (go)`.
    pub title: String,
    /// `sleeping until 2.0 s`.
    pub phase: String,
    /// `0.0 s to 2.0 s, 2.0 s in all`.
    pub when: String,
    /// Why it stands still, if it does.
    pub why: Option<String>,
    /// More, a sentence each: what woke it, how it ended.
    pub more: Vec<String>,
    /// The line of the source; 0 if it is not known.
    pub line: u32,
}

impl Details {
    /// All of it in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut text = format!("{}: {}, {}", self.title, self.phase, self.when);
        if self.line > 0 {
            text += &format!(", line {}", self.line);
        }
        for more in
            self.why.iter().map(|why| why.trim_end_matches('.')).chain(self.more.iter().map(String::as_str))
        {
            text += ". ";
            text += more;
        }
        text
    }
}

/// What there is to say of the span `index` of a lane.
#[must_use]
pub fn details(timeline: &Timeline, id: LaneId, index: usize) -> Option<Details> {
    let lane = timeline.lane(id)?;
    let span = lane.spans.get(index)?;
    let mut more = Vec::new();
    if let Some(waker) = timeline.wait(span).and_then(|wait| wait.woken_by) {
        more.push(woken(timeline, id, waker));
    }
    // A wait that took no time needs no reason.
    let why = (timeline.span_end(span) > span.start).then(|| crate::why(timeline, id, index)).flatten();
    if index + 1 == lane.spans.len() {
        more.extend(ending(timeline, lane));
    }
    Some(Details {
        title: lane.title(),
        phase: match (span.phase, lane.worker) {
            (Phase::Blocked, true) => "blocks its own thread, not the loop".to_owned(),
            (Phase::Ready, true) => "waits for a thread".to_owned(),
            _ => phase(timeline, span),
        },
        when: when(timeline, span),
        why,
        more,
        line: span.location.line,
    })
}

/// What there is to say of a lane as a whole.
#[must_use]
pub fn lane_details(timeline: &Timeline, id: LaneId) -> Option<Details> {
    let lane = timeline.lane(id)?;
    let made = match lane.parent {
        Some(parent) => format!("created by {}", name(timeline, parent)),
        None if lane.task.is_some() => "the first task".to_owned(),
        None => "code outside any task".to_owned(),
    };
    let end = timeline.lane_end(lane);
    Some(Details {
        title: lane.title(),
        phase: if lane.worker { format!("a thread, {made}") } else { made },
        when: format!("{} to {}", format::moment(lane.created_at), format::moment(end)),
        why: None,
        more: ending(timeline, lane).into_iter().collect(),
        line: lane.created_location.line,
    })
}

/// What goes on at a moment, in a few words: `1.5 seconds, Task-2 running on line 4`.
#[must_use]
pub fn moment(timeline: &Timeline, log: &Log, moment: &Moment) -> String {
    let seconds = format::span(Duration(moment.at.0));
    let at = match seconds.strip_suffix(" s") {
        Some("1.0") => "1 second".to_owned(),
        Some(seconds) => format!("{} seconds", seconds.strip_suffix(".0").unwrap_or(seconds)),
        None => seconds,
    };
    let lanes = moment.running.into_iter().chain(moment.live.iter().copied());
    let mut states = lanes.filter_map(|id| Some((id, timeline.lane_at(log, id, moment)?)));
    let busy = states.find(|(_, state)| matches!(state.phase, Some(Phase::Running | Phase::Blocked)));
    if let Some((id, state)) = busy {
        let does = if state.phase == Some(Phase::Blocked) { "blocking" } else { "running" };
        let line = match state.location.line {
            0 => String::new(),
            line => format!(" on line {line}"),
        };
        return format!("{at}, {} {does}{line}", name(timeline, id));
    }
    let (live, ready) = (moment.live.len(), moment.ready.len());
    if live == 0 {
        format!("{at}, no task")
    } else if ready > 0 {
        format!("{at}, {} of {} ready", ready.min(live), format::counted(live, "task"))
    } else {
        let wait = if live == 1 { "waits" } else { "wait" };
        format!("{at}, {} {wait}", format::counted(live, "task"))
    }
}

fn phase(timeline: &Timeline, span: &Span) -> String {
    match (span.phase, timeline.wait(span).map(|wait| &wait.on)) {
        (Phase::Running, _) => "running".to_owned(),
        (Phase::Ready, _) => "ready, but something else runs".to_owned(),
        (Phase::Blocked, _) => "blocks the whole loop with synchronous code".to_owned(),
        (_, Some(WaitOn::Sleep { until })) => format!("sleeping until {}", format::moment(*until)),
        (_, Some(on)) => format!("waiting for {}", target(timeline, on)),
        (phase, None) => phase.name().to_owned(),
    }
}

/// What is waited for, as the object of a sentence.
#[must_use]
pub fn target(timeline: &Timeline, on: &WaitOn) -> String {
    match on {
        WaitOn::Sleep { until } => format!("a timer at {}", format::moment(*until)),
        WaitOn::Lane(lane) => name(timeline, *lane),
        WaitOn::Gather { lanes, others } => format!("all of {}", several(timeline, lanes, *others)),
        WaitOn::Group { operation, lanes, others } => {
            format!("{} ({operation})", several(timeline, lanes, *others))
        }
        WaitOn::Future => "a future".to_owned(),
        WaitOn::Timeout { until } => format!("a result, until {} at most", format::moment(*until)),
        WaitOn::Named(what) => format::one(what),
        WaitOn::Held(what, lane) => format!("{} taken by {}", format::one(what), name(timeline, *lane)),
    }
}

fn several(timeline: &Timeline, lanes: &[LaneId], others: usize) -> String {
    let mut names: Vec<String> = lanes.iter().take(4).map(|lane| name(timeline, *lane)).collect();
    let rest = lanes.len() - names.len() + others;
    if rest > 0 {
        names.push(format!("{rest} more"));
    }
    names.join(", ")
}

fn name(timeline: &Timeline, lane: LaneId) -> String {
    timeline.lane(lane).map_or_else(|| "a task".to_owned(), |lane| lane.name.clone())
}

fn when(timeline: &Timeline, span: &Span) -> String {
    let end = timeline.span_end(span);
    if end == span.start {
        return format!("at {}", format::moment(span.start));
    }
    format!(
        "{} to {}, {} in all",
        format::moment(span.start),
        format::moment(end),
        format::span(end.since(span.start))
    )
}

fn woken(timeline: &Timeline, own: LaneId, waker: Waker) -> String {
    match waker {
        Waker::Timer(_) => "Woken by its timer".to_owned(),
        Waker::Lane(lane) if lane != own => format!("Woken by {}", name(timeline, lane)),
        Waker::Lane(_) | Waker::Itself => "Woken by itself".to_owned(),
        Waker::Cancel(canceller) => format!("Cancelled{}", by(timeline, Some(canceller))),
        Waker::Callback => "Woken by a callback of the loop".to_owned(),
        Waker::Outside => "Woken from outside any task".to_owned(),
    }
}

fn by(timeline: &Timeline, canceller: Option<Canceller>) -> String {
    match canceller {
        Some(Canceller::Lane(lane)) => format!(" by {}", name(timeline, lane)),
        Some(Canceller::Timer) => " by a timeout".to_owned(),
        Some(Canceller::Outside) => " by asyncio.run, because main was over".to_owned(),
        Some(Canceller::Callback) | None => String::new(),
    }
}

fn ending(timeline: &Timeline, lane: &Lane) -> Option<String> {
    match &lane.outcome {
        Outcome::Done { value: Some(value) } => Some(format!("Returned {value}")),
        Outcome::Done { value: None } => Some("Returned".to_owned()),
        Outcome::Failed { message } => Some(format!("Failed with {message}")),
        Outcome::Cancelled { by: canceller } => Some(format!("Cancelled{}", by(timeline, *canceller))),
        Outcome::CutOff => Some("Cut off: the program ended first".to_owned()),
        Outcome::Unfinished => Some("Goes on after what is shown".to_owned()),
        Outcome::Pending => None,
    }
}

/// A label short enough to stand inside a bar.
#[must_use]
pub fn label(timeline: &Timeline, lane: &Lane, index: usize) -> Option<String> {
    let span = lane.spans.get(index)?;
    let taken = format::span(timeline.span_end(span).since(span.start));
    match (span.phase, timeline.wait(span).map(|wait| &wait.on)) {
        (Phase::Sleeping, _) => Some(format!("sleep {taken}")),
        (Phase::Blocked, _) if lane.worker => Some(format!("blocks its thread {taken}")),
        (Phase::Blocked, _) => Some(format!("blocks the loop {taken}")),
        (Phase::Waiting, Some(WaitOn::Gather { .. })) => Some("waits for gather".to_owned()),
        (Phase::Waiting, Some(WaitOn::Group { operation, .. })) => Some(format!("waits in {operation}")),
        (Phase::Waiting, Some(on)) => Some(format!("waits for {}", target(timeline, on))),
        (Phase::Ready, _) => Some(format!("ready {taken}")),
        _ => None,
    }
}

/// How a lane ended, in a few words, if there is more to say than that it did.
#[must_use]
pub fn outcome(timeline: &Timeline, lane: &Lane) -> Option<String> {
    const ROOM: usize = 48;
    match &lane.outcome {
        Outcome::Done { value: Some(value) } if value != "None" => {
            Some(format!("returned {}", format::line(value, ROOM)))
        }
        Outcome::Failed { message } => Some(format::line(message, ROOM)),
        Outcome::Cancelled { by: canceller } => Some(format!("cancelled{}", by(timeline, *canceller))),
        Outcome::CutOff => Some("cut off".to_owned()),
        Outcome::Done { .. } | Outcome::Pending | Outcome::Unfinished => None,
    }
}
