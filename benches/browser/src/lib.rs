//! The engine alone in a module of WebAssembly, built as the page is, so that its time in a browser can be
//! taken beside another's. The page beside it (`index.html`, `compare.js`) does that.
#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, Limits};
use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;
use loopscope_python::{Limits as EngineLimits, Options, Program, World};
use wasm_bindgen::prelude::wasm_bindgen;

/// Keeps what a program says of its failure.
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

/// Runs a program from its source to its end, with an engine of its own.
///
/// # Errors
/// What it wrote to stderr, if it failed.
#[wasm_bindgen]
pub fn run(source: &str) -> Result<(), String> {
    let clock = Rc::new(VirtualClock::new());
    let errors = Rc::new(Errors::default());
    let options = Options {
        filename: "program.py".to_owned(),
        clock: clock.clone(),
        instrument: Some(errors.clone()),
        limits: EngineLimits { memory: usize::MAX },
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    virtual_time::run(&mut program, &clock, Limits::NONE);
    if program.exit_status() == Some(0) { Ok(()) } else { Err(errors.0.take()) }
}
