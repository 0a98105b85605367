//! Every recorded program, played by the browser driver: the same bytes as CPython 3.13, as natively.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time::RunEnd;
use loopscope_core::driver::{Advance, Machine};
use loopscope_core::instrument::Instrument;
use loopscope_python::{Limits, Options, Program, World};
use loopscope_tests::compare::{Outcome, compare};
use loopscope_tests::written::Written;
use loopscope_tests::{events, programs};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

use crate::play::play;

/// Bytes that a program may hold: more than any recorded one needs.
const MEMORY: usize = 256 << 20;

/// A program of which one end is kept: the driver drops the other when it is over.
struct Kept(Rc<RefCell<Program>>);

impl Machine for Kept {
    fn advance(&mut self, fuel: u32) -> Advance {
        self.0.borrow_mut().advance(fuel)
    }

    fn spent(&self) -> u64 {
        self.0.borrow().spent()
    }
}

async fn run(filename: String, source: &str) -> Outcome {
    let clock = Rc::new(VirtualClock::new());
    let written = Rc::new(Written::default());
    let options = Options {
        filename,
        clock: Rc::clone(&clock) as Rc<dyn Clock>,
        instrument: Some(Rc::clone(&written) as Rc<dyn Instrument>),
        limits: Limits { memory: MEMORY },
        world: World::default(),
    };
    let program = Rc::new(RefCell::new(Program::new(source, options)));
    // Without waiting: driver.rs tests that.
    let end = play(Box::new(Kept(Rc::clone(&program))), &clock, f64::INFINITY).await;
    let status = program.borrow().exit_status();
    Outcome {
        stdout: written.take_stdout(),
        stderr: written.take_stderr(),
        // A shell sees the low byte.
        status: status.map_or(0, |status| status.to_le_bytes()[0]),
        stopped: (end != RunEnd::Finished).then(|| format!("{end:?}")),
        ..Outcome::default()
    }
}

#[wasm_bindgen_test]
async fn every_program_prints_in_the_page_what_cpython_prints() {
    let mut tally = BTreeMap::<&str, (u32, u32)>::new();
    let mut failures = String::new();
    for program in programs::programs().iter().chain(programs::refusals()) {
        // A native test says that each is recorded.
        let Some(expected) = program.expected else { continue };
        let outcome = compare(expected, &run(program.filename(), program.source).await);
        let (passed, failed) = tally.entry(program.folder()).or_default();
        match (outcome, program.pending()) {
            (Ok(()), _) => *passed += 1,
            // The native test tells when a pending program can leave its list.
            (Err(_), Some(_)) => {}
            (Err(report), None) => {
                *failed += 1;
                let _ = writeln!(failures, "{}: {report}", program.name);
            }
        }
    }
    console_log!("{:<24}{:>8}{:>8}", "folder", "passed", "failed");
    for (folder, (passed, failed)) in tally {
        console_log!("{folder:<24}{passed:>8}{failed:>8}");
    }
    assert!(failures.is_empty(), "{failures}");
}

/// The drivers differ in how they let time pass, and in nothing else.
#[wasm_bindgen_test]
async fn every_program_does_the_same_things_in_the_same_order_as_on_the_virtual_driver() {
    let mut failures = String::new();
    for program in programs::programs() {
        let expected = events::words(&events::on_virtual(&program.filename(), program.source).borrow());
        let clock = Rc::new(VirtualClock::new());
        let (running, log) = events::recorded(&program.filename(), program.source, clock.clone());
        play(Box::new(running), &clock, f64::INFINITY).await;
        let actual = events::words(&log.borrow());
        if let Err(difference) = events::compare(&expected, &actual) {
            let _ = writeln!(failures, "{}: {difference}", program.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
