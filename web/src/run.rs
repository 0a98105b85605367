//! Running a scenario: the preview on the virtual clock, and the live run in real time.
//!
//! Both record into a log, and a timeline is built from it. The rest of the page sees a [`Picture`]: the
//! timeline so far, and what the engine has to say. This is the only module that knows the engine.

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time::{self, RunEnd, Slice};
use loopscope_core::driver::{Advance, Machine};
use loopscope_core::time::Time;
use loopscope_python::stdlib::library;
use loopscope_python::vm::Limits;
use loopscope_python::{Console, Options, Program, Reply, World};
pub(crate) use loopscope_python::{Diagnostic, Severity};
use loopscope_scenario::Settings;
use loopscope_trace::builder::Builder;
use loopscope_trace::recorder::{Recorder, SharedLog};
use loopscope_trace::states::Lines;
use loopscope_trace::timeline::{Lane, Timeline, TraceState};
use loopscope_trace::{Log, Moment};
use yew::Callback;

use crate::page;
use crate::playback::Playback;
use crate::script;

/// How many events of a program that does not end are shown.
pub(crate) const PREVIEW_EVENTS: usize = 20_000;
/// How many events a live run may write before it is stopped.
const LIVE_EVENTS: usize = 1_000_000;
/// How many instructions a preview may take: about two seconds of computing.
const PREVIEW_FUEL: u64 = 150_000_000;
/// How many bytes a program may hold.
const MEMORY: usize = 256 << 20;
/// Instructions between looks at the page's clock.
const SLICE_FUEL: u32 = 50_000;
/// How long a preview may keep the page's thread, in milliseconds.
const SLICE_MS: f64 = 8.0;
/// How long looking for the moments of a line may keep it, in milliseconds.
const WATCH_MS: f64 = 200.0;
/// How long the first one may, while there is nothing to see or to type into: the engine itself is not warm yet.
const FIRST_SLICE_MS: f64 = 60.0;
/// How long a trial may take, in milliseconds: a drag does not begin before.
const TRIAL_SLICE_MS: f64 = 50.0;

/// What a run looks like at a moment. Cheap to clone; two are equal if nothing happened in between.
#[derive(Clone)]
pub(crate) struct Picture {
    run: Rc<Record>,
    version: u64,
}

impl PartialEq for Picture {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.run, &other.run) && self.version == other.version
    }
}

/// The lines that a person has typed for the program's `input()`. A run reads them from the first one on.
struct Keyboard {
    clock: Rc<VirtualClock>,
    lines: RefCell<Vec<String>>,
    read: Cell<usize>,
    /// Since when the program asks for a line that is not there.
    asking: Cell<Option<Time>>,
}

impl Keyboard {
    fn new(clock: &Rc<VirtualClock>, lines: &[String]) -> Rc<Keyboard> {
        let lines = RefCell::new(lines.to_vec());
        Rc::new(Keyboard { clock: Rc::clone(clock), lines, read: Cell::default(), asking: Cell::default() })
    }
}

impl Console for Keyboard {
    fn read_line(&self, _prompt: &str) -> Reply {
        let line = self.lines.borrow().get(self.read.get()).cloned();
        let Some(line) = line else {
            self.asking.set(self.asking.get().or_else(|| Some(self.clock.now())));
            return Reply::Later;
        };
        self.asking.set(None);
        self.read.set(self.read.get() + 1);
        Reply::Typed(line)
    }
}

/// What a run has written, and what was made of it.
struct Record {
    log: SharedLog,
    keyboard: Rc<Keyboard>,
    builder: RefCell<Builder>,
    version: Cell<u64>,
    diagnostics: RefCell<Rc<[Diagnostic]>>,
    lacks_library: Cell<bool>,
}

impl Record {
    fn new(log: SharedLog, clock: &Rc<VirtualClock>, answers: &[String]) -> Rc<Record> {
        Rc::new(Record {
            log,
            keyboard: Keyboard::new(clock, answers),
            builder: RefCell::new(Builder::new()),
            version: Cell::new(0),
            diagnostics: RefCell::new(Rc::default()),
            lacks_library: Cell::default(),
        })
    }

    fn picture(self: &Rc<Self>) -> Picture {
        self.version.set(self.version.get() + 1);
        Picture { run: Rc::clone(self), version: self.version.get() }
    }

    /// The run is over: by itself, or because `state` says so.
    fn finish(&self, program: &Program, state: Option<TraceState>) {
        self.lacks_library.set(program.lacks_library());
        *self.diagnostics.borrow_mut() = program.diagnostics().into();
        let state = state.unwrap_or_else(|| match (program.exit_status(), program.diagnostics().first()) {
            (Some(0), _) => TraceState::Finished,
            (Some(_), Some(error)) => TraceState::Failed { message: error.message.clone() },
            (Some(status), None) => TraceState::Failed { message: format!("exit status {status}") },
            (None, _) => TraceState::Unfinished,
        });
        self.builder.borrow_mut().finish(&self.log.borrow(), state);
    }
}

impl Picture {
    /// The timeline so far.
    pub(crate) fn timeline(&self) -> Ref<'_, Timeline> {
        Ref::map(self.run.builder.borrow(), Builder::timeline)
    }

    /// Whether the run goes on.
    pub(crate) fn is_running(&self) -> bool {
        self.timeline().state == TraceState::Running
    }

    /// Whether an error ended it.
    pub(crate) fn has_failed(&self) -> bool {
        matches!(self.timeline().state, TraceState::Failed { .. })
    }

    /// Whether it waits for a line of input.
    pub(crate) fn is_asking(&self) -> bool {
        self.run.keyboard.asking.get().is_some()
            && matches!(self.timeline().state, TraceState::Running | TraceState::Asking)
    }

    /// Whether the program imports what has not arrived yet: it is to be run again when it has ([`script::LIBRARY`]).
    pub(crate) fn lacks_library(&self) -> bool {
        self.run.lacks_library.get()
    }

    /// Whether this is another moment of the same run.
    pub(crate) fn same_run(&self, other: &Picture) -> bool {
        Rc::ptr_eq(&self.run, &other.run)
    }

    /// Why there is nothing to draw: the program failed before any task began.
    pub(crate) fn refusal(&self) -> Option<String> {
        let timeline = self.timeline();
        let TraceState::Failed { message } = &timeline.state else { return None };
        if timeline.lanes.iter().any(Lane::is_shown) {
            return None;
        }
        let diagnostics = self.diagnostics();
        let line = diagnostics.iter().find(|one| one.severity == Severity::Error).map_or(0, |one| one.line);
        Some(match message.split_once(": ") {
            _ if line == 0 => message.clone(),
            Some((kind, text)) => format!("{kind} on line {line}: {text}"),
            None => format!("{message} on line {line}"),
        })
    }

    /// Errors of the program, with their places.
    pub(crate) fn diagnostics(&self) -> Rc<[Diagnostic]> {
        Rc::clone(&self.run.diagnostics.borrow())
    }

    /// What was recorded.
    pub(crate) fn log(&self) -> Ref<'_, Log> {
        self.run.log.borrow()
    }

    /// How many events there are.
    pub(crate) fn events(&self) -> usize {
        self.timeline().events
    }

    /// The point after everything that happened up to a moment.
    pub(crate) fn seq_at(&self, moment: Time) -> usize {
        self.log().seq_after(moment)
    }

    /// The state at the playhead; without one, at the end.
    pub(crate) fn moment(&self, playhead: Option<usize>) -> Moment {
        let timeline = self.timeline();
        let mut moment = timeline.at_seq(&self.log(), playhead.unwrap_or(timeline.events));
        if playhead.is_none() {
            moment.at = timeline.end;
        }
        moment
    }

    /// When the playhead is.
    pub(crate) fn time_at(&self, seq: usize) -> Time {
        let last = seq.checked_sub(1).and_then(|last| self.log().event(last));
        last.map_or_else(|| self.timeline().start, |event| event.at)
    }

    /// Where the tasks stand at a point.
    pub(crate) fn lines_at(&self, seq: usize) -> Lines {
        let (timeline, log) = (self.timeline(), self.log());
        let mut lines = timeline.lines_at(&log, &timeline.at_seq(&log, seq));
        if lines.running == 0 && self.is_running() && seq == timeline.events && lines.others.is_empty() {
            // Outside any task.
            lines.running = log.last_location().map_or(0, |location| location.line);
        }
        lines
    }
}

/// Gives the engine the standard library as soon as it is there.
fn provide_library() {
    if !library::is_provided()
        && let Some(text) = script::LIBRARY.value().and_then(|value| value.as_string())
    {
        library::provide(text);
    }
}

fn program(source: &str, seed: u64, recorder: Recorder, record: &Record, watched: Option<u32>) -> Program {
    provide_library();
    let options = Options {
        filename: "scenario.py".to_owned(),
        clock: Rc::clone(&record.keyboard.clock) as Rc<dyn Clock>,
        instrument: Some(Rc::new(recorder)),
        limits: Limits { memory: MEMORY },
        world: World { seed, ..World::default() },
    };
    Program::watching(source, options, watched).with_console(Rc::clone(&record.keyboard) as Rc<dyn Console>)
}

/// The points of a recorded run of so many events at which a statement on a line began. The program is run once more, with
/// an eye on that line; of a long run only what can be done in a moment.
pub(crate) fn reached(
    source: &str,
    settings: &Settings,
    answers: &[String],
    line: u32,
    events: usize,
) -> Vec<usize> {
    let recorder = Recorder::with_capacity(events);
    let clock = Rc::new(VirtualClock::new());
    let record = Record::new(recorder.log(), &clock, answers);
    let mut program = program(source, settings.seed, recorder, &record, Some(line));
    let began = page::now();
    while page::now() - began < WATCH_MS && !record.log.borrow().overflowed() {
        if let Slice::Ended(_) = virtual_time::advance(&mut program, &clock, SLICE_FUEL, Time::MAX) {
            break;
        }
        if record.keyboard.asking.get().is_some() {
            break;
        }
    }
    let log = record.log.borrow();
    log.reached().iter().map(|seq| *seq as usize).collect()
}

/// A run on the virtual clock, as far as its limits go. Dropping it stops it.
#[must_use = "dropping a preview stops it"]
pub(crate) struct Preview {
    /// The next slice, if one is to come.
    _next: Rc<RefCell<Option<Timeout>>>,
}

/// What starting a preview comes to.
pub(crate) enum Started {
    /// It is over: the program took less than one slice, as most do.
    Shown(Picture),
    /// It goes on; its picture comes later.
    GoesOn(Preview),
}

impl Preview {
    /// Runs `source` until the run is over, its limits are reached, or it asks for a line that is not among the answers.
    /// If that takes more than one slice, `shown` gets the picture.
    pub(crate) fn start(
        source: &str,
        settings: &Settings,
        answers: &[String],
        shown: Callback<Picture>,
    ) -> Started {
        Self::start_within(SLICE_MS, source, settings, answers, shown)
    }

    /// The same for a moment in which the page stands still: only what is over soon is of use.
    pub(crate) fn trial(source: &str, settings: &Settings, answers: &[String]) -> Option<Picture> {
        match Self::start_within(TRIAL_SLICE_MS, source, settings, answers, Callback::noop()) {
            Started::Shown(picture) => Some(picture),
            Started::GoesOn(_) => None,
        }
    }

    /// The same for the page's first one, which it waits for a little longer.
    pub(crate) fn start_first(source: &str, settings: &Settings, shown: Callback<Picture>) -> Started {
        Self::start_within(FIRST_SLICE_MS, source, settings, &[], shown)
    }

    fn start_within(
        limit: f64,
        source: &str,
        settings: &Settings,
        answers: &[String],
        shown: Callback<Picture>,
    ) -> Started {
        let horizon = Time::from_secs_f64(settings.horizon);
        let seed = settings.seed;
        let attempt = Attempt::new(source, seed, answers, Time::MAX);
        let mut running = Running { source: source.into(), seed, answers: answers.into(), horizon, attempt };
        if let Some(picture) = running.slice(limit) {
            return Started::Shown(picture);
        }
        let next = Rc::new(RefCell::new(None));
        running.go_on_later(&next, shown);
        Started::GoesOn(Preview { _next: next })
    }
}

/// A preview under way. A program that ends is shown as a whole, however long it waits. Of one that has not
/// ended within the limits the first minute is shown; so it is run again, up to there.
struct Running {
    source: Rc<str>,
    seed: u64,
    answers: Rc<[String]>,
    horizon: Time,
    attempt: Attempt,
}

impl Running {
    /// Runs for so many milliseconds of the page's time.
    fn slice(&mut self, limit: f64) -> Option<Picture> {
        let began = page::now();
        loop {
            if let Some(end) = self.attempt.slice() {
                if end != PreviewEnd::Limit || self.attempt.clock.now() <= self.horizon {
                    return Some(self.attempt.finish(end));
                }
                self.attempt = Attempt::new(&self.source, self.seed, &self.answers, self.horizon);
            }
            if page::now() - began > limit {
                return None;
            }
        }
    }

    /// Goes on after the page had its turn.
    fn go_on_later(mut self, next: &Rc<RefCell<Option<Timeout>>>, shown: Callback<Picture>) {
        let slot = Rc::downgrade(next);
        let timeout = Timeout::new(0, move || {
            let Some(slot) = slot.upgrade() else { return };
            match self.slice(SLICE_MS) {
                Some(picture) => shown.emit(picture),
                None => self.go_on_later(&slot, shown),
            }
        });
        *next.borrow_mut() = Some(timeout);
    }
}

/// How a preview ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PreviewEnd {
    /// With the program.
    Finished,
    /// Nothing can happen any more.
    Deadlock,
    /// With a question.
    Asking,
    /// At a limit.
    Limit,
}

/// One run of a preview's program.
struct Attempt {
    program: Program,
    clock: Rc<VirtualClock>,
    record: Rc<Record>,
    fuel: u64,
    until: Time,
}

impl Attempt {
    fn new(source: &str, seed: u64, answers: &[String], until: Time) -> Attempt {
        let recorder = Recorder::with_capacity(2 * PREVIEW_EVENTS).with_locals();
        let clock = Rc::new(VirtualClock::new());
        let record = Record::new(recorder.log(), &clock, answers);
        let program = program(source, seed, recorder, &record, None);
        Attempt { program, clock, record, fuel: PREVIEW_FUEL, until }
    }

    /// Runs a little; how it ended, if it did.
    fn slice(&mut self) -> Option<PreviewEnd> {
        match virtual_time::advance(&mut self.program, &self.clock, SLICE_FUEL, self.until) {
            Slice::Ended(RunEnd::Finished) => return Some(PreviewEnd::Finished),
            Slice::Ended(RunEnd::Deadlock) => return Some(PreviewEnd::Deadlock),
            Slice::Ended(RunEnd::TimeLimit | RunEnd::FuelLimit) => return Some(PreviewEnd::Limit),
            Slice::UsedFuel | Slice::Iterated | Slice::Jumped => {}
        }
        self.fuel = self.fuel.saturating_sub(self.program.spent());
        if self.record.keyboard.asking.get().is_some() {
            return Some(PreviewEnd::Asking);
        }
        let full = self.fuel == 0 || self.record.log.borrow().len() >= PREVIEW_EVENTS;
        full.then_some(PreviewEnd::Limit)
    }

    fn finish(&self, end: PreviewEnd) -> Picture {
        let state = match end {
            PreviewEnd::Finished => None,
            PreviewEnd::Deadlock => Some(TraceState::Deadlock),
            PreviewEnd::Asking | PreviewEnd::Limit => {
                // Up to there nothing more happened.
                let mut builder = self.record.builder.borrow_mut();
                builder.feed(&self.record.log.borrow());
                builder.advance(self.record.keyboard.asking.get().unwrap_or_else(|| self.clock.now()));
                Some(if end == PreviewEnd::Asking { TraceState::Asking } else { TraceState::Unfinished })
            }
        };
        self.record.finish(&self.program, state);
        self.record.picture()
    }
}

/// A run in real time. Dropping it stops it.
#[must_use = "dropping a live run stops it"]
pub(crate) struct Live {
    record: Rc<Record>,
    program: Rc<RefCell<Program>>,
    playback: Playback,
}

impl Live {
    /// Runs `source` at the speed of the settings; `ended` is called when it ends by itself.
    pub(crate) fn start(
        source: &str,
        settings: &Settings,
        answers: &[String],
        ended: Callback<Picture>,
    ) -> Live {
        let recorder = Recorder::with_capacity(LIVE_EVENTS).with_locals();
        let clock = Rc::new(VirtualClock::new());
        let record = Record::new(recorder.log(), &clock, answers);
        let program = Rc::new(RefCell::new(program(source, settings.seed, recorder, &record, None)));
        let machine = Shared { program: Rc::clone(&program), log: Rc::clone(&record.log) };
        let playback = Playback::start(Box::new(machine), clock, settings.speed, {
            let (record, program) = (Rc::clone(&record), Rc::clone(&program));
            move |end| {
                let state = match end {
                    RunEnd::Deadlock => Some(TraceState::Deadlock),
                    _ => None,
                };
                record.finish(&program.borrow(), state);
                ended.emit(record.picture());
            }
        });
        Live { record, program, playback }
    }

    /// The run as it is at this moment.
    pub(crate) fn look(&self) -> Picture {
        let mut builder = self.record.builder.borrow_mut();
        builder.feed(&self.record.log.borrow());
        builder.advance(self.playback.now());
        drop(builder);
        self.record.picture()
    }

    /// Gives the program a line of input.
    pub(crate) fn answer(&self, line: String) {
        self.record.keyboard.lines.borrow_mut().push(line);
        self.record.keyboard.asking.set(None);
    }

    /// How many events were recorded so far.
    pub(crate) fn recorded(&self) -> usize {
        self.record.log.borrow().len()
    }

    /// Holds it where it is, or lets it go on.
    pub(crate) fn set_paused(&self, paused: bool) {
        self.playback.set_paused(paused);
    }

    /// Lets it run one iteration of its loop while it is held.
    pub(crate) fn step(&self) {
        self.playback.step();
    }

    /// Changes the speed, in virtual seconds a second.
    pub(crate) fn set_speed(&self, speed: f64) {
        self.playback.set_speed(speed);
    }

    /// Stops it where it is.
    pub(crate) fn stop(self) -> Picture {
        let Live { record, program, playback } = self;
        record.builder.borrow_mut().advance(playback.now());
        drop(playback);
        record.finish(&program.borrow(), Some(TraceState::Stopped));
        record.picture()
    }
}

/// A program that the page keeps a hand on while it plays.
struct Shared {
    program: Rc<RefCell<Program>>,
    log: SharedLog,
}

impl Machine for Shared {
    fn advance(&mut self, fuel: u32) -> Advance {
        if self.log.borrow().overflowed() {
            return Advance::Finished;
        }
        self.program.borrow_mut().advance(fuel)
    }

    fn spent(&self) -> u64 {
        self.program.borrow().spent()
    }
}
