//! Python programs: through the engine, and under CPython 3.13 where it exists.
//!
//! CPython runs each program in a process of its own, and says itself how much processor time the program
//! took, the start of the interpreter and the import of asyncio aside. Here that is the whole life of an
//! engine: its start, the compiler, the run and the end.

use std::cell::RefCell;
use std::process::{Command, Stdio};
use std::rc::Rc;
use std::time::Duration;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, Limits};
use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;
use loopscope_python::{Limits as EngineLimits, Options, Program, World};

use crate::tasks::Traced;

/// Runs what it is given on its command line and prints the nanoseconds it took.
const DRIVER: &str = "\
import asyncio, gc, sys, time
code = compile(sys.argv[1], 'program.py', 'exec')
for _ in range(2):  # as every contender: the second time counts
    gc.collect()
    start = time.process_time_ns()
    exec(code, {'__name__': '__main__'})
print(time.process_time_ns() - start, file=sys.stderr)
";

/// A program, and what is in it.
pub(crate) struct Source {
    pub(crate) name: &'static str,
    pub(crate) says: &'static str,
    pub(crate) text: &'static str,
}

macro_rules! sources {
    ($($name:literal, $says:literal;)*) => {
        &[$(Source { name: $name, says: $says, text: include_str!(concat!("../programs/", $name, ".py")) }),*]
    };
}

/// Full of awaits: what the engine is for.
pub(crate) const AWAITS: &[Source] = sources! {
    "yields", "1,000 tasks x 100 yields";
    "spawn_join", "100,000 create_task + await";
    "gather", "gather over 100,000 coroutines";
    "nested_awaits", "100,000 awaits of a coroutine";
};

/// The rest of the language.
pub(crate) const LANGUAGE: &[Source] = sources! {
    "arithmetic", "a loop over integers";
    "calls", "calls of functions: fib(23)";
    "closures", "closures, keywords, lambdas";
    "attributes", "attributes of instances";
    "methods", "methods, properties, operators";
    "objects", "making and comparing instances";
    "lists", "lists";
    "dicts", "dicts";
    "strings", "strings";
    "comprehensions", "comprehensions";
    "exceptions", "exceptions";
    "generators", "items of a generator";
};

/// Keeps what a program wrote to stderr, to be shown if it fails.
#[derive(Default)]
struct Errors(RefCell<String>);

impl Instrument for Errors {
    fn wants_events(&self) -> bool {
        false
    }

    fn output(&self, _: Time, _: Option<TaskId>, stream: Stream, text: &str) {
        if stream == Stream::Stderr {
            self.0.borrow_mut().push_str(text);
        }
    }
}

/// Runs a program from its source to its end.
pub(crate) fn in_engine(text: &str, traced: Traced) {
    let status = run(text, traced.instrument());
    if status != Some(0) {
        let errors = Rc::new(Errors::default());
        run(text, Some(errors.clone()));
        panic!("the benchmark's own program failed: {}", errors.0.borrow());
    }
}

fn run(text: &str, instrument: Option<Rc<dyn Instrument>>) -> Option<i32> {
    let clock = Rc::new(VirtualClock::new());
    let limits = EngineLimits { memory: usize::MAX };
    let options = Options {
        filename: "program.py".to_owned(),
        clock: clock.clone(),
        instrument,
        limits,
        world: World::default(),
    };
    let mut program = Program::new(text, options);
    virtual_time::run(&mut program, &clock, Limits::NONE);
    program.exit_status()
}

/// Runs a program under the CPython that `python` starts.
///
/// # Errors
/// If it cannot be started, or the program fails.
pub(crate) fn in_cpython(python: &str, text: &str) -> Result<Duration, String> {
    let mut command = Command::new(python);
    let output = command.args(["-I", "-c", DRIVER, text]).stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("{python}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    match said.trim().parse() {
        Ok(nanoseconds) if output.status.success() => Ok(Duration::from_nanos(nanoseconds)),
        _ => Err(format!("{python} ({}): {said}", output.status)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The programs with counts so small that a debug build runs them at once.
    #[test]
    fn the_engine_runs_every_program() {
        for source in AWAITS.iter().chain(LANGUAGE) {
            let small = source.text.replace("00_000", "").replace("0_000", "").replace("1_000", "10");
            let small = small.replace("fib(23)", "fib(5)");
            in_engine(&small, Traced::No);
            in_engine(&small, Traced::Yes);
        }
    }
}
