//! What a program does on a driver, event by event, times aside: the same on every driver.

use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time;
use loopscope_core::instrument::Instrument;
use loopscope_core::time::Time;
use loopscope_python::{Limits, Options, Program};
use loopscope_trace::log::{EventKind, Log};
use loopscope_trace::recorder::{Recorder, SharedLog};

/// How many events of a program are compared.
const EVENTS: usize = 200_000;
/// Bytes that a program may hold: more than any recorded one needs.
const MEMORY: usize = 256 << 20;

/// A program and the log of what it does.
#[must_use]
pub fn recorded(filename: &str, source: &str, clock: Rc<dyn Clock>) -> (Program, SharedLog) {
    let recorder = Recorder::with_capacity(EVENTS);
    let log = recorder.log();
    let options = Options {
        filename: filename.to_owned(),
        clock,
        instrument: Some(Rc::new(recorder) as Rc<dyn Instrument>),
        limits: Limits { memory: MEMORY },
        world: loopscope_python::World::default(),
    };
    (Program::new(source, options), log)
}

/// The log of a program on the virtual driver.
#[must_use]
pub fn on_virtual(filename: &str, source: &str) -> SharedLog {
    let clock = Rc::new(VirtualClock::new());
    let (mut program, log) = recorded(filename, source, clock.clone());
    let limits = virtual_time::Limits { until: Time::MAX, fuel: 1_000_000_000 };
    let _ = virtual_time::run(&mut program, &clock, limits);
    drop(program);
    log
}

/// Each event in words, without its moment and the moments it tells of. Left out is where the program is, which is told
/// again after each slice; and of what is written, which other tests compare, all but its length: it may show addresses.
#[must_use]
pub fn words(log: &Log) -> Vec<String> {
    log.events(0)
        .filter(|event| !matches!(event.kind, EventKind::Location { .. }))
        .map(|event| match event.kind {
            EventKind::Output { stream, text, .. } => format!("{stream:?} {}", log.text(text).len()),
            EventKind::StepWaits { task, future, purpose } => {
                timeless(&format!("StepWaits {task} {future} {:?}", log.purpose(purpose)))
            }
            kind => timeless(&format!("{kind:?}")),
        })
        .collect()
}

/// A text without the numbers of its moments.
fn timeless(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("Time(") {
        kept += before;
        kept += "Time";
        rest = after.split_once(')').map_or("", |(_, after)| after);
    }
    kept + rest
}

/// The first difference between two runs.
///
/// # Errors
/// The difference, in words.
pub fn compare(expected: &[String], actual: &[String]) -> Result<(), String> {
    let same = expected.iter().zip(actual).take_while(|(left, right)| left == right).count();
    if same == expected.len() && same == actual.len() {
        return Ok(());
    }
    let end = "(the end)".to_owned();
    let at = |events: &[String]| events.get(same).unwrap_or(&end).clone();
    Err(format!("event {same} is\n  {}\nin place of\n  {}", at(actual), at(expected)))
}
