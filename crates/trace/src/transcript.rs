//! The timeline as prose: one sentence for each step, for those who hear it rather than see it.

use crate::format;
use crate::timeline::{
    Canceller, Lane, LaneId, Outcome, OutputLine, Phase, Span, Timeline, TraceState, Wait, WaitOn, Waker,
};
use loopscope_core::instrument::Stream;

/// How many sentences a transcript has at most, unless told otherwise.
pub const DEFAULT_SENTENCES: usize = 400;

/// What happened, one sentence each, in order; at most `limit`, and then one that tells that there is
/// more.
#[must_use]
pub fn transcript(timeline: &Timeline, limit: usize) -> Vec<String> {
    let teller = Teller { timeline };
    let points = teller.points();
    let mut sentences = Vec::new();
    let mut rest = points.as_slice();
    while let [(_, point), after @ ..] = rest {
        if sentences.len() >= limit {
            break;
        }
        rest = after;
        // A step in which nothing else is told is one sentence.
        let whole = match (point, after) {
            (Point::Step(lane, span), [(_, Point::StepEnd(of, end)), after @ ..])
                if lane == of && span == end =>
            {
                rest = after;
                true
            }
            _ => false,
        };
        sentences.extend(teller.sentence(*point, whole));
    }
    if !rest.is_empty() {
        sentences.push("And so on.".to_owned());
    } else if let Some(end) = teller.end() {
        sentences.push(end);
    }
    sentences
}

/// Something to tell of.
#[derive(Clone, Copy)]
enum Point {
    /// A step begins: a lane and the index of the span.
    Step(LaneId, usize),
    /// A step ends.
    StepEnd(LaneId, usize),
    /// A lane blocks.
    Block(LaneId, usize),
    /// A lane is created.
    Created(LaneId),
    /// A line is printed.
    Output(usize),
}

struct Teller<'t> {
    timeline: &'t Timeline,
}

impl Teller<'_> {
    /// All there is to tell of, in order.
    fn points(&self) -> Vec<(u32, Point)> {
        let mut points = Vec::new();
        for (index, lane) in self.timeline.lanes.iter().enumerate().filter(|(_, lane)| !lane.housekeeping) {
            let id = LaneId(index as u32);
            if lane.task.is_some() && lane.parent.is_some() {
                points.push((lane.created_seq, Point::Created(id)));
            }
            for (index, span) in lane.spans.iter().enumerate() {
                match span.phase {
                    Phase::Running => {
                        points.push((span.first_seq, Point::Step(id, index)));
                        points.push((span.last_seq, Point::StepEnd(id, index)));
                    }
                    Phase::Blocked => points.push((span.first_seq, Point::Block(id, index))),
                    Phase::Ready | Phase::Sleeping | Phase::Waiting => {}
                }
            }
        }
        let lines = self.timeline.outputs.iter().enumerate();
        points.extend(lines.map(|(index, line)| (line.seq, Point::Output(index))));
        // Stable: where a step ends with the event that begins a block, its end comes first.
        points.sort_by_key(|(seq, _)| *seq);
        points
    }

    /// What there is to say of a point; `whole` if a step is told with its end.
    fn sentence(&self, point: Point, whole: bool) -> Option<String> {
        match point {
            Point::Created(id) => {
                let lane = self.timeline.lane(id)?;
                let at = format::moment(lane.created_at);
                let line = on_line(lane.created_location.line);
                Some(format!("At {at} {} creates {}{line}.", self.title(lane.parent?), title(lane)))
            }
            Point::Output(index) => Some(self.output(self.timeline.outputs.get(index)?)),
            Point::Block(id, index) => Some(block(self.timeline.lane(id)?, index)),
            Point::Step(id, index) => {
                let lane = self.timeline.lane(id)?;
                let begin = self.begin(lane, index);
                let end = if whole && !lane.is_module() { self.end_of_step(lane, index) } else { None };
                let told: Vec<String> = begin.into_iter().chain(end).collect();
                let told = told.join(" and ");
                let at = format::moment(lane.spans.get(index)?.start);
                (!told.is_empty()).then(|| format!("At {at} {} {}.", title(lane), told.trim_end_matches(',')))
            }
            Point::StepEnd(id, index) => {
                // That the program ends is told last, and with how.
                let lane = self.timeline.lane(id).filter(|lane| !lane.is_module())?;
                let (span, end) = (lane.spans.get(index)?, self.end_of_step(lane, index)?);
                Some(format!("At {} {} {end}.", format::moment(span.end), title(lane)))
            }
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

    /// How the running span `index` begins, and why; None where it goes on after a block.
    fn begin(&self, lane: &Lane, index: usize) -> Option<String> {
        let line = on_line(lane.spans[index].location.line);
        let before = &lane.spans[..index];
        if before.last().is_some_and(|before| before.phase == Phase::Blocked) {
            return None;
        }
        if before.iter().all(|span| span.phase == Phase::Ready) {
            return Some(format!("starts{line}"));
        }
        // A step that follows another without a wait yielded in between.
        let wait = before.iter().rev().take(2).find_map(|span| self.timeline.wait(span));
        let Some(wait) = wait else { return Some(format!("resumes{line}")) };
        let late = before.last().filter(|ready| ready.phase == Phase::Ready && ready.end > ready.start);
        Some(match (&wait.on, wait.woken_by) {
            (_, Some(Waker::Cancel(by))) => format!("is cancelled{line}{}", self.by(by)),
            (WaitOn::Sleep { .. }, _) => match late {
                Some(ready) => format!("wakes up{line}, late since {},", format::moment(ready.start)),
                None => format!("wakes up{line}"),
            },
            (WaitOn::Lane(on), _) => format!("resumes{line}, as {} has ended,", self.title(*on)),
            (WaitOn::Gather { .. }, _) if self.gather_failed(wait) => {
                format!("resumes{line}, as one it gathered has failed,")
            }
            (WaitOn::Gather { .. }, _) => format!("resumes{line}, as all it gathered have ended,"),
            (_, Some(Waker::Lane(by))) => format!("resumes{line}, woken by {},", self.title(by)),
            _ => format!("resumes{line}"),
        })
    }

    /// Whether a gather ended with one child's error while another went on.
    fn gather_failed(&self, wait: &Wait) -> bool {
        let (WaitOn::Gather { lanes, .. }, Some(Waker::Lane(last))) = (&wait.on, wait.woken_by) else {
            return false;
        };
        let Some(last) = self.timeline.lane(last) else { return false };
        let mut gathered = lanes.iter().filter_map(|lane| self.timeline.lane(*lane));
        matches!(last.outcome, Outcome::Failed { .. }) && gathered.any(|lane| lane.ended_seq > last.ended_seq)
    }

    /// What the running span `index` leads to; None where it goes on in a block, or nobody knows.
    fn end_of_step(&self, lane: &Lane, index: usize) -> Option<String> {
        let Some(next) = lane.spans.get(index + 1) else { return ending(lane) };
        match next.phase {
            Phase::Sleeping | Phase::Waiting => Some(self.waits(lane, next)),
            Phase::Ready => Some("lets the others run".to_owned()),
            Phase::Running | Phase::Blocked => None,
        }
    }

    fn waits(&self, lane: &Lane, span: &Span) -> String {
        let place = match lane.nested_at(span.first_seq) {
            Some(frame) => format!(" in {}{}", frame.name, on_line(span.location.line)),
            None => on_line(span.location.line),
        };
        let waits = format!("waits{place}");
        let Some(wait) = self.timeline.wait(span) else { return waits };
        match &wait.on {
            WaitOn::Sleep { until } => format!("sleeps{place} until {}", format::moment(*until)),
            WaitOn::Lane(on) => format!("{waits} for {}", self.title(*on)),
            WaitOn::Gather { lanes, others } => format!("{waits} for {}", self.several(lanes, *others)),
            WaitOn::Group { operation, lanes, others } => {
                format!("{waits} with {operation} for {}", self.several(lanes, *others))
            }
            WaitOn::Future => format!("{waits} for a future"),
            WaitOn::Timeout { until } => format!("{waits}, but no longer than {}", format::moment(*until)),
            WaitOn::Named(name) => format!("{waits} for {}", format::one(name)),
            WaitOn::Held(name, by) => {
                format!("{waits} for {} taken by {}", format::one(name), self.title(*by))
            }
        }
    }

    /// The names of a few lanes, or how many they are.
    fn several(&self, lanes: &[LaneId], others: usize) -> String {
        if others > 0 || !(1..=4).contains(&lanes.len()) {
            return format!("{} at once", format::counted(lanes.len() + others, "task"));
        }
        let titles: Vec<String> = lanes.iter().map(|lane| self.title(*lane)).collect();
        match titles.as_slice() {
            [first @ .., before, last] if !first.is_empty() => {
                format!("{}, {before} and {last}", first.join(", "))
            }
            _ => titles.join(" and "),
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
            TraceState::Asking => format!("At {at} the program waits for a line of input."),
            TraceState::Deadlock => format!("At {at} every task waits and nothing can wake one: a deadlock."),
        })
    }
}

fn block(lane: &Lane, index: usize) -> String {
    let span = &lane.spans[index];
    let what = match (lane.is_module(), lane.worker) {
        (true, _) => "",
        (_, true) => " its own thread",
        _ => " the whole loop",
    };
    let until = if span.is_open() { String::new() } else { format!(" until {}", format::moment(span.end)) };
    let (at, line) = (format::moment(span.start), on_line(span.location.line));
    format!("At {at} {} blocks{what}{line}{until}.", title(lane))
}

/// How a lane ended, as the end of a sentence. By whom it was cancelled was told where it was woken.
fn ending(lane: &Lane) -> Option<String> {
    match &lane.outcome {
        Outcome::Done { value: Some(value) } if value != "None" => {
            Some(format!("returns {}", format::line(value, 80)))
        }
        Outcome::Done { .. } => Some("ends".to_owned()),
        Outcome::Failed { message } => Some(format!("fails with {}", format::line(message, 120))),
        Outcome::Cancelled { .. } => Some("ends cancelled".to_owned()),
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
