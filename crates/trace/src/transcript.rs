//! The timeline as prose, for those who hear it rather than see it: a paragraph for each moment, a sentence for each
//! task that does something then.

use crate::format;
use crate::timeline::{
    Canceller, Lane, LaneId, Outcome, OutputLine, Phase, Span, Timeline, TraceState, Wait, WaitOn, Waker,
};
use loopscope_core::instrument::Stream;
use loopscope_core::time::Time;

/// How many paragraphs a transcript has at most, unless told otherwise.
pub const DEFAULT_PARAGRAPHS: usize = 100;

/// What happened at one moment.
#[derive(Clone, PartialEq, Debug)]
pub struct Paragraph {
    /// When.
    pub at: Time,
    /// The event that it begins with.
    pub seq: u32,
    /// What, in sentences.
    pub text: String,
}

impl std::fmt::Display for Paragraph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "At {}: {}", format::moment(self.at), self.text)
    }
}

/// What happened, moment by moment; the last paragraph tells how it ended. `limit` paragraphs at most, and whether
/// there is more.
#[must_use]
pub fn transcript(timeline: &Timeline, limit: usize) -> (Vec<Paragraph>, bool) {
    let teller = Teller { timeline };
    let points = teller.points();
    let mut story = Story { timeline, paragraphs: Vec::new(), sentences: Vec::new() };
    let mut rest = points.as_slice();
    while let [(seq, point), after @ ..] = rest {
        let Some(at) = teller.time(*point) else {
            rest = after;
            continue;
        };
        if !story.has_room(at, limit) {
            return (story.paragraphs, true);
        }
        rest = after;
        // A step in which nothing else is told is one clause.
        let whole = match (point, after) {
            (Point::Step(lane, span), [(_, Point::StepEnd(of, end)), after @ ..])
                if lane == of && span == end =>
            {
                rest = after;
                true
            }
            _ => false,
        };
        if let Some((who, deed)) = teller.deed(*point, whole) {
            story.tell(at, *seq, who, deed);
        }
    }
    if let Some(end) = teller.end() {
        let (at, seq) = (timeline.end, timeline.events as u32);
        if !story.has_room(at, limit) {
            return (story.paragraphs, true);
        }
        story.open(at, seq);
        story.flush();
        story.say(&end);
    }
    story.flush();
    (story.paragraphs, false)
}

/// Something that somebody does.
#[derive(Clone, PartialEq)]
enum Deed {
    /// In words: `sleeps on line 4 until 2.0 s`.
    Does(String),
    /// Creates a lane, on a line.
    Creates(LaneId, u32),
}

/// A sentence in the making: who (one, or several that do the same), and what.
struct Sentence {
    who: Vec<Option<LaneId>>,
    deeds: Vec<Deed>,
}

/// The paragraphs so far.
struct Story<'t> {
    timeline: &'t Timeline,
    paragraphs: Vec<Paragraph>,
    /// The sentences of the last one.
    sentences: Vec<Sentence>,
}

impl Story<'_> {
    /// Whether something at a moment belongs to the last paragraph, or there may be another one.
    fn has_room(&mut self, at: Time, limit: usize) -> bool {
        let room = self.is_now(at) || self.paragraphs.len() < limit;
        if !room {
            self.flush();
        }
        room
    }

    fn is_now(&self, at: Time) -> bool {
        self.paragraphs.last().is_some_and(|last| last.at == at)
    }

    /// Begins another paragraph, unless the last one is of the same moment.
    fn open(&mut self, at: Time, seq: u32) {
        if !self.is_now(at) {
            self.flush();
            self.paragraphs.push(Paragraph { at, seq, text: String::new() });
        }
    }

    fn tell(&mut self, at: Time, seq: u32, who: Option<LaneId>, deed: Deed) {
        self.open(at, seq);
        match self.sentences.last_mut().filter(|last| last.who == [who]) {
            Some(sentence) => sentence.deeds.push(deed),
            None => self.sentences.push(Sentence { who: vec![who], deeds: vec![deed] }),
        }
    }

    /// Writes the sentences of the last paragraph.
    fn flush(&mut self) {
        let mut together: Vec<Sentence> = Vec::new();
        for mut sentence in std::mem::take(&mut self.sentences) {
            // Those that do the same, one after the other, are told of together.
            match together.last_mut().filter(|last| last.deeds == sentence.deeds) {
                Some(last) => last.who.append(&mut sentence.who),
                None => together.push(sentence),
            }
        }
        for Sentence { who, deeds } in &together {
            let text = format!("{} {}.", self.subject(who), self.predicate(deeds));
            // A name stays as it is.
            let is_named = matches!(who.as_slice(), [Some(one)] if self.is_task(*one));
            if is_named { self.say(&text) } else { self.say(&capital(&text)) }
        }
    }

    /// Adds a sentence to the last paragraph.
    fn say(&mut self, sentence: &str) {
        let Some(last) = self.paragraphs.last_mut() else { return };
        if !last.text.is_empty() {
            last.text.push(' ');
        }
        last.text.push_str(sentence);
    }

    fn is_task(&self, lane: LaneId) -> bool {
        self.timeline.lane(lane).is_some_and(|lane| lane.task.is_some())
    }

    fn name(&self, who: Option<LaneId>) -> String {
        let lane = who.and_then(|who| self.timeline.lane(who));
        lane.map_or_else(|| "the program".to_owned(), title)
    }

    fn subject(&self, who: &[Option<LaneId>]) -> String {
        const MOST: usize = 4;
        match who {
            [one] => self.name(*one),
            [first, .., last] if who.len() > MOST => {
                format!("each of {} tasks, from {} to {},", who.len(), self.name(*first), self.name(*last))
            }
            _ => format!("each of {}", listed(who.iter().map(|who| self.name(*who)).collect())),
        }
    }

    /// All that somebody does, in one predicate.
    fn predicate(&self, deeds: &[Deed]) -> String {
        const MOST: usize = 4;
        let mut clauses: Vec<String> = Vec::new();
        let mut deeds = deeds.iter().peekable();
        while let Some(deed) = deeds.next() {
            clauses.push(match deed {
                Deed::Does(text) => text.clone(),
                Deed::Creates(lane, line) => {
                    let mut created = vec![*lane];
                    while let Some(Deed::Creates(lane, _)) =
                        deeds.next_if(|next| matches!(next, Deed::Creates(_, other) if other == line))
                    {
                        created.push(*lane);
                    }
                    let whom = match created.as_slice() {
                        [first, .., last] if created.len() > MOST => format!(
                            "{} tasks, from {} to {},",
                            created.len(),
                            self.name(Some(*first)),
                            self.name(Some(*last))
                        ),
                        _ => listed(created.iter().map(|lane| self.name(Some(*lane))).collect()),
                    };
                    format!("creates {whom}{}", on_line(*line))
                }
            });
        }
        // A comma that ends a clause stands before another one only.
        listed(clauses.iter().map(|clause| clause.trim_end_matches(',').to_owned()).collect())
    }
}

/// A text with a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// Things in a row: `a, b and c`.
fn listed(things: Vec<String>) -> String {
    match things.as_slice() {
        [first @ .., before, last] if !first.is_empty() => {
            format!("{}, {before} and {last}", first.join(", "))
        }
        _ => things.join(" and "),
    }
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

    /// When a point is.
    fn time(&self, point: Point) -> Option<Time> {
        let span = |lane: LaneId, index: usize| self.timeline.lane(lane)?.spans.get(index);
        Some(match point {
            Point::Created(lane) => self.timeline.lane(lane)?.created_at,
            Point::Output(index) => self.timeline.outputs.get(index)?.at,
            Point::Block(lane, index) | Point::Step(lane, index) => span(lane, index)?.start,
            Point::StepEnd(lane, index) => self.timeline.span_end(span(lane, index)?),
        })
    }

    /// What there is to say of a point, and of whom; `whole` if a step is told with its end.
    fn deed(&self, point: Point, whole: bool) -> Option<(Option<LaneId>, Deed)> {
        match point {
            Point::Created(id) => {
                let lane = self.timeline.lane(id)?;
                Some((lane.parent, Deed::Creates(id, lane.created_location.line)))
            }
            Point::Output(index) => {
                let line = self.timeline.outputs.get(index)?;
                Some((line.lane, Deed::Does(output(line))))
            }
            Point::Block(id, index) => Some((Some(id), Deed::Does(block(self.timeline.lane(id)?, index)))),
            Point::Step(id, index) => {
                let lane = self.timeline.lane(id)?;
                let begin = self.begin(lane, index);
                let end = if whole && !lane.is_module() { self.end_of_step(lane, index) } else { None };
                let told: Vec<String> = begin.into_iter().chain(end).collect();
                (!told.is_empty()).then(|| (Some(id), Deed::Does(told.join(" and "))))
            }
            Point::StepEnd(id, index) => {
                // That the program ends is told last, and with how.
                let lane = self.timeline.lane(id).filter(|lane| !lane.is_module())?;
                Some((Some(id), Deed::Does(self.end_of_step(lane, index)?)))
            }
        }
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
        listed(titles)
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
        Some(match &self.timeline.state {
            TraceState::Running => return None,
            TraceState::Finished => "The program ends.".to_owned(),
            TraceState::Failed { message } => {
                format!("The program ends with {}.", format::line(message, 200))
            }
            TraceState::Stopped => "The run is stopped.".to_owned(),
            TraceState::Unfinished => "The recording ends; the program would go on.".to_owned(),
            TraceState::Asking => "The program waits for a line of input.".to_owned(),
            TraceState::Deadlock => "Every task waits and nothing can wake one: a deadlock.".to_owned(),
        })
    }
}

fn output(line: &OutputLine) -> String {
    let text = format::line(&line.text, 200);
    match line.stream {
        Stream::Stdout => format!("prints \u{201c}{text}\u{201d}"),
        Stream::Stderr => format!("writes \u{201c}{text}\u{201d} to standard error"),
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
    format!("blocks{what}{}{until}", on_line(span.location.line))
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
