//! `loopscope run FILE.py`: runs a program as `python FILE.py` would.
#![forbid(unsafe_code)]

use std::io::{self, Write};
use std::process::ExitCode;
use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::{Machine, system, virtual_time};
use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;
use loopscope_python::{Limits, Options, Program};

const USAGE: &str = "usage: loopscope run FILE.py [--clock system|virtual]";

/// Passes on what the program writes.
struct Output;

impl Instrument for Output {
    fn output(&self, _: Time, _: Option<TaskId>, stream: Stream, text: &str) {
        // A reader that has gone away is no reason to complain, as little as for `python | head`.
        let _ = match stream {
            Stream::Stdout => io::stdout().write_all(text.as_bytes()),
            Stream::Stderr => {
                let _ = io::stdout().flush();
                io::stderr().write_all(text.as_bytes())
            }
        };
    }
}

enum ClockKind {
    System,
    Virtual,
}

struct Arguments {
    file: String,
    clock: ClockKind,
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    match words.next().as_deref() {
        Some("run") => {}
        Some(other) => return Err(format!("unknown command: {other}")),
        None => return Err("no command".to_owned()),
    }
    let mut file = None;
    let mut clock = ClockKind::System;
    while let Some(word) = words.next() {
        let value = match word.as_str() {
            "--clock" => Some(words.next().ok_or("--clock needs a value")?),
            other => other.strip_prefix("--clock=").map(str::to_owned),
        };
        if let Some(value) = value {
            clock = match value.as_str() {
                "system" => ClockKind::System,
                "virtual" => ClockKind::Virtual,
                other => return Err(format!("unknown clock: {other}")),
            };
        } else if word.starts_with("--") {
            return Err(format!("unknown option: {word}"));
        } else if file.replace(word).is_some() {
            return Err("more than one file".to_owned());
        }
    }
    Ok(Arguments { file: file.ok_or("no file")?, clock })
}

fn run(arguments: &Arguments) -> Result<i32, String> {
    let source = std::fs::read_to_string(&arguments.file)
        .map_err(|error| format!("can't open file '{}': {error}", arguments.file))?;
    let options = |clock: Rc<dyn Clock>| Options {
        filename: arguments.file.clone(),
        clock,
        instrument: Some(Rc::new(Output)),
        limits: Limits::default(),
    };
    let status = match arguments.clock {
        ClockKind::System => {
            let clock = Rc::new(system::SystemClock::new());
            let mut program = Program::new(&source, options(clock.clone()));
            system::run(&mut program, &*clock);
            finish(&mut program)
        }
        ClockKind::Virtual => {
            let clock = Rc::new(VirtualClock::new());
            let mut program = Program::new(&source, options(clock.clone()));
            virtual_time::run(&mut program, &clock, virtual_time::Limits::NONE);
            finish(&mut program)
        }
    };
    Ok(status)
}

/// The exit status; a program in which every task waits for ever has none of its own.
fn finish(program: &mut Program) -> i32 {
    let status = program.exit_status();
    let _ = program.advance(0);
    let _ = io::stdout().flush();
    status.unwrap_or_else(|| {
        let _ = writeln!(io::stderr(), "loopscope: every task waits, and nothing will ever wake one");
        1
    })
}

fn main() -> ExitCode {
    let arguments = match parse(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => {
            let _ = writeln!(io::stderr(), "loopscope: {problem}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(status) => ExitCode::from(u8::try_from(status & 0xff).unwrap_or(1)),
        Err(problem) => {
            let _ = writeln!(io::stderr(), "loopscope: {problem}");
            ExitCode::from(2)
        }
    }
}
