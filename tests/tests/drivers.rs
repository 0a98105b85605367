//! The system driver does what the virtual one does, event by event, in real time.
//!
//! Not every program can be compared so. Left out are, by what they do on the virtual clock:
//! - those that take longer than [`LONGEST`];
//! - those in which two moments that are waited for are closer than [`APART`]: which comes first is no promise of a real
//!   clock;
//! - those whose source names a clock ([`CLOCKS`]): they print, or act on, times that are never the same.
//!
//! A machine that is busy may sleep through a moment: a program that differs is run again, by itself, before it fails.

use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

use loopscope_core::driver::system::{self, SystemClock};
use loopscope_core::time::{Span, Time};
use loopscope_tests::events::{compare, on_virtual, recorded, words};
use loopscope_tests::programs::{Program, programs};
use loopscope_trace::log::{EventKind, Log};

const LONGEST: Time = Time(1_500_000_000);
const APART: Span = Span::from_millis(25);
const CLOCKS: [&str; 11] = [
    "now(",
    "today(",
    "time()",
    "time_ns",
    "monotonic",
    "perf_counter",
    "strftime",
    "localtime",
    "ctime",
    "when",
    "debug",
];
/// Programs that run at once: most of their time they sleep.
const THREADS: usize = 12;
/// How often a program may be late.
const ATTEMPTS: usize = 10;

/// The moments that are waited for.
fn moments(log: &Log) -> Vec<Time> {
    let mut moments: Vec<Time> = log
        .events(0)
        .filter_map(|event| match event.kind {
            EventKind::TimerSet { deadline, .. } => Some(deadline),
            EventKind::BlockBegin { until, .. } => Some(until),
            _ => None,
        })
        .collect();
    moments.sort_unstable();
    moments
}

/// What the program does, if it can be compared in real time.
fn expected(program: &Program) -> Option<Vec<String>> {
    if CLOCKS.iter().any(|clock| program.source.contains(clock)) {
        return None;
    }
    let log = on_virtual(&program.filename(), program.source);
    let log = log.borrow();
    let moments = moments(&log);
    let apart = moments.windows(2).all(|pair| pair[1].since(pair[0]) >= APART);
    let end = moments.last().copied().unwrap_or_default();
    let first = moments.first().copied().unwrap_or(Time::MAX);
    (apart && end <= LONGEST && first >= Time::ZERO + APART).then(|| words(&log))
}

/// What it does on the system driver.
fn on_system(program: &Program) -> Vec<String> {
    let clock = Rc::new(SystemClock::new());
    let (mut running, log) = recorded(&program.filename(), program.source, clock.clone());
    system::run(&mut running, &*clock);
    drop(running);
    let log = log.borrow();
    words(&log)
}

#[test]
fn the_system_driver_gives_the_order_of_the_virtual_one() {
    let all: Vec<&Program> = programs().iter().collect();
    let late = Mutex::new(Vec::new());
    let compared = Mutex::new(0_usize);
    thread::scope(|scope| {
        for begin in 0..THREADS {
            let (all, late, compared) = (&all, &late, &compared);
            scope.spawn(move || {
                for program in all.iter().skip(begin).step_by(THREADS) {
                    let Some(expected) = expected(program) else { continue };
                    *compared.lock().expect("nothing panics while it is held") += 1;
                    if compare(&expected, &on_system(program)).is_err() {
                        late.lock().expect("nothing panics while it is held").push((*program, expected));
                    }
                }
            });
        }
    });
    let mut failures = Vec::new();
    for (program, expected) in late.into_inner().expect("every thread has ended") {
        let attempts = (0..ATTEMPTS).map(|_| compare(&expected, &on_system(program)));
        if let Err(difference) = attempts.reduce(|one, other| one.or(other)).unwrap_or(Ok(())) {
            failures.push(format!("{}: {difference}", program.name));
        }
    }
    let compared = compared.into_inner().expect("every thread has ended");
    println!("{compared} of {} programs compared", all.len());
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(compared * 4 > all.len(), "too few programs can be compared: {compared}");
}
