//! A run leaves nothing behind: a program that is dropped frees its whole heap.
//!
//! What a run has made is known weakly ([`loopscope_python::Probe`]); core's loops, tasks and futures hold the clock, so
//! that nobody but the test may hold it afterwards.

use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, Limits as Driver};
use loopscope_core::time::Time;
use loopscope_python::{Limits, Options, Program, World};
use loopscope_tests::programs::programs;

const MEMORY: usize = 256 << 20;

/// Runs a program for so much fuel and drops it; how many of its objects are left.
fn left_after(source: &str, fuel: u64) -> usize {
    let clock = Rc::new(VirtualClock::new());
    let options = Options {
        filename: "x.py".to_owned(),
        clock: clock.clone(),
        instrument: None,
        limits: Limits { memory: MEMORY },
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    let _ = virtual_time::run(&mut program, &clock, Driver { until: Time::MAX, fuel });
    let probe = program.vm().probe();
    drop(program);
    probe.alive() + Rc::strong_count(&clock) - 1
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

#[test]
fn ten_thousand_runs_leave_nothing() {
    let source = "class Node:\n    def __init__(self):\n        self.me = self\n\n\
                  def counter():\n    n = 0\n    def next():\n        nonlocal n\n        n += 1\n        \
                  return n\n    return next\n\nnodes = [Node() for _ in range(3)]\nnodes.append(nodes)\n\
                  gen = (x for x in nodes)\nnext(gen)\nc = counter()\nc()\n";
    assert_eq!((0..10_000).map(|_| left_after(source, 1_000_000)).sum::<usize>(), 0);
}
