//! libFuzzer's target: whatever text is a program, the engine neither panics nor hangs.
//!
//! `cargo xtask fuzz-engine` starts it from the recorded programs. A panic is a crash to libFuzzer, and so is a
//! step that goes on for seconds though its fuel is long used up.
#![no_main]

mod mutate;

use std::rc::Rc;

use libfuzzer_sys::{fuzz_crossover, fuzz_mutator, fuzz_target};
use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, Limits};
use loopscope_core::time::Time;
use loopscope_python::{Limits as EngineLimits, Options, Program, World};

/// Enough for each recorded program, and for a loop to meet what it does the second time.
const FUEL: u64 = 300_000;
/// Bytes a program may hold.
const MEMORY: usize = 32 << 20;
/// Seconds of virtual time.
const HORIZON: f64 = 600.0;

fuzz_target!(|data: &[u8]| {
    let Ok(source) = std::str::from_utf8(data) else { return };
    let clock = Rc::new(VirtualClock::new());
    let options = Options {
        filename: "program.py".to_owned(),
        clock: clock.clone(),
        instrument: None,
        limits: EngineLimits { memory: MEMORY },
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    let limits = Limits { fuel: FUEL, until: Time::from_secs_f64(HORIZON), ..Limits::NONE };
    virtual_time::run(&mut program, &clock, limits);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    // Bytes are libFuzzer's own field; half of the time it has the say.
    if seed % 2 == 0 {
        return libfuzzer_sys::fuzzer_mutate(data, size, max_size);
    }
    let text = mutate::mutated(&data[..size], seed);
    put(text.as_bytes(), data, max_size)
});

fuzz_crossover!(|one: &[u8], other: &[u8], out: &mut [u8], seed: u32| {
    let text = mutate::crossed(one, other, seed);
    let room = out.len();
    put(text.as_bytes(), out, room)
});

fn put(text: &[u8], out: &mut [u8], room: usize) -> usize {
    let size = text.len().min(room).min(out.len());
    out[..size].copy_from_slice(&text[..size]);
    size
}
