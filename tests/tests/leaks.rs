//! A run leaves nothing behind: a program that is dropped frees its whole heap.
//!
//! What a run has made is known weakly ([`loopscope_python::Probe`]); core's loops, tasks and futures hold the clock, so
//! that nobody but the test may hold it afterwards.

use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, Limits as Driver, Slice};
use loopscope_core::time::Time;
use loopscope_python::{Limits, Options, Program, World};
use loopscope_tests::programs::programs;

const MEMORY: usize = 256 << 20;

fn program(source: &str, clock: &Rc<VirtualClock>) -> Program {
    let options = Options {
        filename: "x.py".to_owned(),
        clock: clock.clone(),
        instrument: None,
        limits: Limits { memory: MEMORY },
        world: World::default(),
    };
    Program::new(source, options)
}

/// Drops a program; how many of its objects are left.
fn left_of(program: Program, clock: &Rc<VirtualClock>) -> usize {
    let probe = program.vm().probe();
    drop(program);
    probe.alive() + Rc::strong_count(clock) - 1
}

/// Runs a program for so much fuel and drops it; how many of its objects are left.
fn left_after(source: &str, fuel: u64) -> usize {
    let clock = Rc::new(VirtualClock::new());
    let mut program = program(source, &clock);
    let _ = virtual_time::run(&mut program, &clock, Driver { until: Time::MAX, fuel });
    left_of(program, &clock)
}

/// Runs so many slices of a program, each of that many instructions at most, and drops it where it stands.
fn left_after_slices(source: &str, slices: u32, instructions: u32) -> usize {
    let clock = Rc::new(VirtualClock::new());
    let mut program = program(source, &clock);
    for _ in 0..slices {
        if let Slice::Ended(_) = virtual_time::advance(&mut program, &clock, instructions, Time::MAX) {
            break;
        }
    }
    left_of(program, &clock)
}

#[test]
fn every_recorded_program_frees_its_heap() {
    let leaking: Vec<&str> = programs()
        .iter()
        .filter(|program| left_after(program.source, 1_000_000_000) > 0)
        .map(|program| program.name)
        .collect();
    assert!(leaking.is_empty(), "{leaking:?}");
}

/// A preview that is stopped: between two iterations of the loop, or in the middle of anything.
#[test]
fn every_asyncio_program_frees_its_heap_wherever_it_is_cut() {
    let whole = 50_000;
    let cuts = [(1, whole), (6, whole), (30, whole), (17, 23), (150, 97)];
    let mut leaking = Vec::new();
    for program in programs().iter().filter(|program| program.name.starts_with("asyncio")) {
        for (slices, instructions) in cuts {
            let left = left_after_slices(program.source, slices, instructions);
            if left > 0 {
                leaking.push(format!("{}: {left} after {slices} slices of {instructions}", program.name));
            }
        }
    }
    assert!(leaking.is_empty(), "{}", leaking.join("\n"));
}

#[test]
fn ten_thousand_runs_leave_nothing() {
    let source = "class Node:\n    def __init__(self):\n        self.me = self\n\n\
                  def counter():\n    n = 0\n    def next():\n        nonlocal n\n        n += 1\n        \
                  return n\n    return next\n\nnodes = [Node() for _ in range(3)]\nnodes.append(nodes)\n\
                  gen = (x for x in nodes)\nnext(gen)\nc = counter()\nc()\n";
    assert_eq!((0..10_000).map(|_| left_after(source, 1_000_000)).sum::<usize>(), 0);
}
