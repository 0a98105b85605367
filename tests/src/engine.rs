//! Runs a program on the virtual driver and collects what it writes.

use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, RunEnd};
use loopscope_core::time::Time;
use loopscope_python::{Console, Options, Program, World};

use crate::compare::Outcome;
use crate::written::Written;

/// When to stop a program that has not ended.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Moments and fuel, for the driver.
    pub driver: virtual_time::Limits,
    /// Bytes that it may hold, about.
    pub memory: usize,
}

impl Limits {
    /// More than any recorded program needs.
    #[must_use]
    pub fn recorded() -> Limits {
        let driver = virtual_time::Limits { until: Time::MAX, fuel: 1_000_000_000 };
        Limits { driver, memory: 1 << 30 }
    }

    /// Less than a preview in a page is given, so that tests of what never ends are soon over.
    #[must_use]
    pub fn page() -> Limits {
        let driver = virtual_time::Limits { until: Time::from_secs_f64(60.0), fuel: 4_000_000 };
        Limits { driver, memory: 256 << 20 }
    }
}

/// Runs a program to its end.
#[must_use]
pub fn run(filename: &str, source: &str) -> Outcome {
    run_within(filename, source, Limits::recorded())
}

/// Runs a program until it ends or reaches a limit.
#[must_use]
pub fn run_within(filename: &str, source: &str, limits: Limits) -> Outcome {
    run_at(filename, source, limits, None)
}

/// Runs a program that asks a console for input.
#[must_use]
pub fn run_at(filename: &str, source: &str, limits: Limits, console: Option<Rc<dyn Console>>) -> Outcome {
    let clock = Rc::new(VirtualClock::new());
    let written = Rc::new(Written::default());
    let options = Options {
        filename: filename.to_owned(),
        clock: clock.clone(),
        instrument: Some(written.clone()),
        limits: loopscope_python::Limits { memory: limits.memory },
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    if let Some(console) = console {
        program = program.with_console(console);
    }
    let end = virtual_time::run(&mut program, &clock, limits.driver);
    let status = program.exit_status();
    drop(program);
    let (stdout, stderr) = (written.take_stdout(), written.take_stderr());
    let stopped = match end {
        RunEnd::Finished => None,
        RunEnd::Deadlock => Some("deadlock".to_owned()),
        RunEnd::TimeLimit => Some("time limit".to_owned()),
        RunEnd::FuelLimit => Some("fuel limit".to_owned()),
    };
    // A shell sees the low byte.
    let status = status.map_or(0, |status| status.to_le_bytes()[0]);
    Outcome { stdout, stderr, written: written.bytes(), status, stopped }
}
