//! The timeline as prose: one sentence for each step, for those who hear it rather than see it.

use crate::format;
use crate::timeline::{
    Canceller, Lane, LaneId, MODULE, Outcome, OutputLine, Phase, Span, Timeline, TraceState, WaitOn, Waker,
};
use loopscope_core::instrument::Stream;

/// How many sentences a transcript has at most, unless told otherwise.
pub const DEFAULT_SENTENCES: usize = 400;

/// What happened, one sentence each, in order; at most `limit`, and then one that tells how many more
/// there are.
#[must_use]
pub fn transcript(timeline: &Timeline, limit: usize) -> Vec<String> {
    let teller = Teller { timeline };
    let mut points = teller.points();
    points.sort_unstable_by_key(|(seq, _)| *seq);
    let total = points.len();
    let mut sentences: Vec<String> =
        points.iter().take(limit).filter_map(|(_, point)| teller.sentence(*point)).collect();
    if total > limit {
        sentences.push(format!("And {} more.", format::counted(total - limit, "step")));
    } else if let Some(end) = teller.end() {
        sentences.push(end);
    }
    sentences
}

/// Something to tell of.
#[derive(Clone, Copy)]
enum Point {
    /// A step or a block: a lane and the index of the span.
    Span(LaneId, usize),
    /// A lane is created.
    Created(LaneId),
    /// A line is printed.
    Output(usize),
}

struct Teller<'t> {
    timeline: &'t Timeline,
}

impl Teller<'_> {
    fn points(&self) -> Vec<(u32, Point)> {
        let mut points = Vec::new();
        for (index, lane) in self.timeline.lanes.iter().enumerate().filter(|(_, lane)| !lane.housekeeping) {
            let id = LaneId(index as u32);
            if lane.task.is_some() && lane.parent.is_some() {
                points.push((lane.created_seq, Point::Created(id)));
            }
            let told = lane.spans.iter().enumerate().filter(|(_, span)| tells(span));
            points.extend(told.map(|(index, span)| (span.first_seq, Point::Span(id, index))));
        }
        let lines = self.timeline.outputs.iter().enumerate();
        points.extend(lines.map(|(index, line)| (line.seq, Point::Output(index))));
        points
    }

    fn sentence(&self, point: Point) -> Option<String> {
        match point {
            Point::Created(id) => {
                let lane = self.timeline.lane(id)?;
                let at = format::moment(lane.created_at);
                let line = on_line(lane.created_location.line);
                Some(format!("At {at} {} creates {}{line}.", self.title(lane.parent?), title(lane)))
            }
            Point::Span(id, index) => self.step(self.timeline.lane(id)?, index),
            Point::Output(index) => Some(self.output(self.timeline.outputs.get(index)?)),
        }
    }

    fn output(&self, line: &OutputLine) -> String {
        let who = line.lane.map_or_else(|| "the program".to_owned(), |lane| self.title(lane));
        let verb = match line.stream {
            Stream::Stdout => "prints",
            Stream::Stderr => "writes to standard error",
        };
        format!("At {} {who} {verb}: {}", format::moment(line.at), format::line(&line.text, 200))
    }

    /// A step of a task, or a block, from its span on.
    fn step(&self, lane: &Lane, index: usize) -> Option<String> {
        let span = lane.spans.get(index)?;
        let at = format::moment(span.start);
        let who = title(lane);
        let line = on_line(span.location.line);
        if span.phase == Phase::Blocked {
            let until =
                if span.is_open() { String::new() } else { format!(" until {}", format::moment(span.end)) };
            let what = if lane.name == MODULE { "the program" } else { "the whole loop" };
            return Some(format!("At {at} {who} blocks {what}{line}{until}."));
        }
        let before = index.checked_sub(1).map(|before| &lane.spans[before]);
        if before.is_some_and(|before| before.phase == Phase::Blocked) {
            // The step goes on after a block: only what it does next is news.
            return self.outcome_of_step(lane, index).map(|next| format!("At {at} {who} {next}."));
        }
        let first = lane.spans.iter().position(|span| span.phase == Phase::Running) == Some(index);
        let begin = if first { "starts".to_owned() } else { self.why(lane, index) };
        let next = self.outcome_of_step(lane, index).map_or(String::new(), |next| format!(" and {next}"));
        Some(format!("At {at} {who} {begin}{line}{next}."))
    }

    /// Why a lane goes on with the running span `index`.
    fn why(&self, lane: &Lane, index: usize) -> String {
        let waited = lane.spans[..index].iter().rev().find_map(|span| self.timeline.wait(span));
        let late = index.checked_sub(1).is_some_and(|ready| {
            let ready = &lane.spans[ready];
            ready.phase == Phase::Ready && ready.end > ready.start
        });
        // A step that follows another without a wait yielded in between.
        let direct = lane.spans[..index].iter().rev().take(2).any(|span| self.timeline.wait(span).is_some());
        let why =
            match waited.filter(|_| direct).and_then(|wait| wait.woken_by.map(|waker| (waker, &wait.on))) {
                Some((Waker::Cancel(by), _)) => format!("is cancelled{}", self.by(by)),
                Some((_, WaitOn::Sleep { until })) if late => {
                    format!("wakes up, late since {},", format::moment(*until))
                }
                Some((_, WaitOn::Sleep { .. })) => "wakes up".to_owned(),
                Some((_, WaitOn::Lane(on))) => format!("goes on, as {} has ended,", self.title(*on)),
                Some((_, WaitOn::Gather { .. })) => "goes on, as all it gathered has ended,".to_owned(),
                Some((Waker::Lane(by), _)) => format!("goes on, woken by {},", self.title(by)),
                _ => "goes on".to_owned(),
            };
        if self.gather_failed(waited, direct) {
            "goes on, as one it gathered has failed,".to_owned()
        } else {
            why
        }
    }

    /// Whether the wait before ended with a gather's child still going on.
    fn gather_failed(&self, waited: Option<&crate::timeline::Wait>, direct: bool) -> bool {
        let Some(WaitOn::Gather { lanes, .. }) = waited.filter(|_| direct).map(|wait| &wait.on) else {
            return false;
        };
        let Some(Waker::Lane(last)) = waited.and_then(|wait| wait.woken_by) else { return false };
        let failed = |lane: &LaneId| {
            self.timeline.lane(*lane).is_some_and(|lane| matches!(lane.outcome, Outcome::Failed { .. }))
        };
        lanes.len() > 1
            && failed(&last)
            && lanes.iter().any(|lane| {
                let after = self.timeline.lane(*lane).map_or(0, |lane| lane.ended_seq);
                after > self.timeline.lane(last).map_or(0, |lane| lane.ended_seq)
            })
    }

    /// What the step of the running span `index` leads to.
    fn outcome_of_step(&self, lane: &Lane, index: usize) -> Option<String> {
        let Some(next) = lane.spans.get(index + 1) else { return ending(self, lane) };
        match next.phase {
            Phase::Sleeping | Phase::Waiting => Some(self.waits(next)),
            Phase::Ready => Some("lets the others run".to_owned()),
            Phase::Running | Phase::Blocked => None,
        }
    }

    fn waits(&self, span: &Span) -> String {
        let Some(wait) = self.timeline.wait(span) else { return "waits".to_owned() };
        match &wait.on {
            WaitOn::Sleep { until } => format!("sleeps until {}", format::moment(*until)),
            WaitOn::Lane(on) => format!("waits for {}", self.title(*on)),
            WaitOn::Gather { lanes, others } => {
                let count = lanes.len() + others;
                match lanes.as_slice() {
                    [] => format!("waits for {}", format::counted(count, "future")),
                    [one] if count == 1 => format!("waits for {}", self.title(*one)),
                    some if count <= 4 && *others == 0 => {
                        let titles: Vec<String> = some.iter().map(|lane| self.title(*lane)).collect();
                        let (last, first) =
                            titles.split_last().map_or(("", &[][..]), |(l, f)| (l.as_str(), f));
                        format!("waits for {} and {last}", first.join(", "))
                    }
                    _ => format!("waits for {} at once", format::counted(count, "task")),
                }
            }
            WaitOn::Future => "waits for a future".to_owned(),
            WaitOn::Timeout { until } => format!("waits, but no longer than {}", format::moment(*until)),
            WaitOn::Named(name) => format!("waits for a {name}"),
        }
    }

    fn by(&self, canceller: Canceller) -> String {
        match canceller {
            Canceller::Lane(lane) => format!(" by {}", self.title(lane)),
            Canceller::Timer => " by a timeout".to_owned(),
            Canceller::Callback => " by a callback".to_owned(),
            Canceller::Outside => ", as the run ends,".to_owned(),
        }
    }

    fn title(&self, lane: LaneId) -> String {
        self.timeline.lane(lane).map_or_else(|| "a task".to_owned(), title)
    }

    fn end(&self) -> Option<String> {
        let at = format::moment(self.timeline.end);
        Some(match &self.timeline.state {
            TraceState::Running => return None,
            TraceState::Finished => format!("At {at} the program ends."),
            TraceState::Failed { message } => {
                format!("At {at} the program ends with {}.", format::line(message, 200))
            }
            TraceState::Stopped => format!("At {at} the run is stopped."),
            TraceState::Unfinished => format!("At {at} the recording ends; the program would go on."),
            TraceState::Deadlock => format!("At {at} every task waits and nothing can wake one: a deadlock."),
        })
    }
}

fn tells(span: &Span) -> bool {
    matches!(span.phase, Phase::Running | Phase::Blocked)
}

/// How a lane ended, as the end of a sentence.
fn ending(teller: &Teller<'_>, lane: &Lane) -> Option<String> {
    match &lane.outcome {
        Outcome::Done { value: Some(value) } if value != "None" => {
            Some(format!("returns {}", format::line(value, 80)))
        }
        Outcome::Done { .. } => Some("ends".to_owned()),
        Outcome::Failed { message } => Some(format!("fails with {}", format::line(message, 120))),
        // Told already where it was woken to be cancelled.
        Outcome::Cancelled { by: Some(by) } => Some(format!("ends cancelled{}", teller.by(*by))),
        Outcome::Cancelled { by: None } => Some("ends cancelled".to_owned()),
        Outcome::Pending | Outcome::Unfinished | Outcome::CutOff => None,
    }
}

fn title(lane: &Lane) -> String {
    match (lane.task, lane.is_module()) {
        (Some(_), _) => format::line(&lane.title(), 60),
        (None, true) => "the program".to_owned(),
        (None, false) => "a callback".to_owned(),
    }
}

fn on_line(line: u32) -> String {
    if line == 0 { String::new() } else { format!(" on line {line}") }
}
