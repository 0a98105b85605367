//! Runs the programs next door and compares what they print with what CPython 3.13 printed
//! (`PYTHONHASHSEED=0 TZ=UTC python3.13 -W ignore NAME.py > NAME.out` records it).

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time;
use loopscope_core::ids::TaskId;
use loopscope_core::instrument::{Instrument, Stream};
use loopscope_core::time::Time;

use crate::{Limits, Options, Program, World};

#[derive(Default)]
struct Output(RefCell<String>);

impl Instrument for Output {
    fn wants_events(&self) -> bool {
        false
    }

    fn output(&self, _at: Time, _task: Option<TaskId>, stream: Stream, text: &str) {
        if stream == Stream::Stdout {
            self.0.borrow_mut().push_str(text);
        }
    }
}

/// What a program prints to stdout.
fn run(source: &str) -> String {
    let output = Rc::new(Output::default());
    let clock = Rc::new(VirtualClock::new());
    let options = Options {
        filename: "main.py".to_owned(),
        clock: clock.clone(),
        instrument: Some(output.clone()),
        limits: Limits::default(),
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    let limits = virtual_time::Limits { until: Time::MAX, fuel: u64::MAX };
    virtual_time::run(&mut program, &clock, limits);
    output.0.take()
}

fn check(name: &str, source: &str, expected: &str) {
    let printed = run(source);
    let (printed, expected): (Vec<&str>, Vec<&str>) = (printed.lines().collect(), expected.lines().collect());
    let mut differences = String::new();
    for at in 0..printed.len().max(expected.len()) {
        let (ours, theirs) = (printed.get(at), expected.get(at));
        if ours != theirs {
            let (ours, theirs) = (ours.unwrap_or(&"nothing"), theirs.unwrap_or(&"nothing"));
            differences.push_str(&format!("line {}\n  printed  {ours}\n  expected {theirs}\n", at + 1));
        }
    }
    assert!(differences.is_empty(), "the output of {name}.py differs from CPython's\n{differences}");
}

macro_rules! programs {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let name = stringify!($name);
            check(name, include_str!(concat!("programs/", stringify!($name), ".py")), include_str!(concat!("programs/", stringify!($name), ".out")));
        })*
    };
}

programs! {
    annotations
    dict
    list
    misc
    numbers
    random_module
    seqs
    sets
    strings
    sys_math
    time_module
}

/// What would take all memory, or for ever, is refused; what would not is not.
#[test]
fn absurd_sizes_are_refused() {
    let source = include_str!("programs/bounds.py");
    let fine = [false, false, false, false, true, true, true, false, false, false];
    let mut expected: Vec<&str> = fine.iter().map(|fine| if *fine { "fine" } else { "refused" }).collect();
    expected.extend(["deep", "deep", "end"]);
    assert_eq!(run(source).lines().collect::<Vec<_>>(), expected);
}
