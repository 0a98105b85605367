//! A program traced on the virtual clock, as a preview is.

use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time::{self, RunEnd, Slice};
use loopscope_core::time::Time;
use loopscope_python::{Limits, Options, Program, World};
use loopscope_trace::{Builder, Recorder, SharedLog, Timeline, TraceState};

/// A program that does not end is shown up to here: the limits of the page's preview.
const UNTIL: Time = Time(60_000_000_000);
const EVENTS: usize = 20_000;
const SLICE: u32 = 50_000;

/// Runs a program; what happened, and the timeline of it.
#[must_use]
pub fn traced(name: &str, source: &str) -> (SharedLog, Timeline) {
    watching(name, source, None)
}

/// The same with an eye on one line.
#[must_use]
pub fn watching(name: &str, source: &str, line: Option<u32>) -> (SharedLog, Timeline) {
    let clock = Rc::new(VirtualClock::new());
    let recorder = Recorder::with_capacity(2 * EVENTS).with_locals();
    let log = recorder.log();
    let options = Options {
        filename: name.to_owned(),
        clock: Rc::clone(&clock) as Rc<dyn Clock>,
        instrument: Some(Rc::new(recorder)),
        limits: Limits::default(),
        world: World::default(),
    };
    let mut program = Program::watching(source, options, line);
    let state = loop {
        match virtual_time::advance(&mut program, &clock, SLICE, UNTIL) {
            Slice::Ended(RunEnd::Deadlock) => break TraceState::Deadlock,
            Slice::Ended(RunEnd::Finished) if program.exit_status() == Some(0) => break TraceState::Finished,
            Slice::Ended(RunEnd::Finished) => {
                let message = program.diagnostics().last().map(|error| error.message.clone());
                break TraceState::Failed { message: message.unwrap_or_default() };
            }
            Slice::Ended(_) => break TraceState::Unfinished,
            Slice::Iterated | Slice::Jumped | Slice::UsedFuel if log.borrow().len() >= EVENTS => {
                break TraceState::Unfinished;
            }
            Slice::Iterated | Slice::Jumped | Slice::UsedFuel => {}
        }
    };
    let mut builder = Builder::new();
    builder.advance(clock.now());
    let timeline = builder.finish(&log.borrow(), state).clone();
    (log, timeline)
}
