//! What an inspector shows of real programs, step by step, as a person can read and check it.
//!
//! Each program below, from `timelines/`, is walked through by the steps of its tasks. `NAME.moments` shows at each of them what
//! has just happened, each task with its state and its stack, the ready queue, the timers and what was printed so far,
//! and at the end the points at which each line was reached.
//! `UPDATE_GOLDENS=1 cargo test -p loopscope-tests --test moments` writes them anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use loopscope_tests::traced::{traced, watching};
use loopscope_trace::happened::happened;
use loopscope_trace::{Event, EventKind, Log, Moment, Stride, Timeline, format, states};

const PROGRAMS: [&str; 8] =
    ["gather", "lock", "blocking", "cancel", "nested", "queue", "background", "task_group"];

/// More points of one program than these show nothing new.
const MOST: usize = 40;

fn moment(timeline: &Timeline, log: &Log, moment: &Moment) -> String {
    let mut text = String::new();
    let mut add = |line: String| writeln!(text, "{}", line.trim_end()).expect("a string takes all");
    let last = happened(timeline, log, moment.seq).unwrap_or_else(|| "The beginning".to_owned());
    add(format!(
        "== {} · event {} · iteration {} · {last}",
        format::moment(moment.at),
        moment.seq,
        moment.iteration
    ));
    for id in timeline.known_at(moment) {
        let state = timeline.lane_at(log, id, moment).expect("a lane that is known has a state");
        add(format!("  {}: {}", states::title(timeline, id), states::words(timeline, id, &state, moment)));
        for frame in &state.stack {
            let locals: Vec<_> =
                frame.locals.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            add(format!("      {} line {}{}", frame.name, frame.location.line, locals.concat()));
        }
    }
    let ready: Vec<_> = moment.ready.iter().map(|lane| states::title(timeline, *lane)).collect();
    add(format!("  ready: {}", ready.join(", ")));
    let timer = |timer: &loopscope_trace::TimerView| {
        let by = timer.by.map(|by| states::title(timeline, by)).unwrap_or_default();
        format!("{} {by}", format::moment(timer.deadline))
    };
    let timers: Vec<_> = moment.timers.iter().map(timer).collect();
    add(format!("  timers: {}", timers.join(", ")));
    let lines = timeline.lines_at(log, moment);
    add(format!("  lines: running {}, others {:?}", lines.running, lines.others));
    for (_, written) in timeline.output_at(moment) {
        add(format!("  | {written}"));
    }
    text
}

fn walk(timeline: &Timeline, log: &Log, stride: Stride) -> Vec<usize> {
    let mut points = vec![0];
    while let Some(next) = timeline.next_point(log, points[points.len() - 1], stride) {
        assert!(next > points[points.len() - 1], "a step forward goes forward");
        points.push(next);
    }
    points.remove(0);
    points
}

#[test]
fn programs_are_told_step_by_step() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("timelines");
    let mut failures = String::new();
    for name in PROGRAMS {
        let source =
            fs::read_to_string(folder.join(name).with_extension("py")).expect("the program can be read");
        let (log, timeline) = traced(name, &source);
        let log = log.borrow();
        let steps = walk(&timeline, &log, Stride::Step);
        let mut actual = String::new();
        for seq in steps.iter().take(MOST) {
            actual += &moment(&timeline, &log, &timeline.at_seq(&log, *seq));
        }
        actual += &moment(&timeline, &log, &timeline.at_seq(&log, log.len()));
        for line in 1..=source.lines().count() {
            let visits = timeline.visits(&log, line as u32);
            if !visits.is_empty() {
                writeln!(actual, "line {line} at {visits:?}").expect("a string takes all");
            }
        }
        let golden = folder.join(name).with_extension("moments");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(golden, actual).expect("the moments can be written");
        } else if actual != fs::read_to_string(golden).unwrap_or_default() {
            writeln!(failures, "{name}\n--- is\n{actual}").expect("a string takes all");
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn walking_back_comes_by_the_same_points() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("timelines");
    for name in PROGRAMS {
        let source =
            fs::read_to_string(folder.join(name).with_extension("py")).expect("the program can be read");
        let (log, timeline) = traced(name, &source);
        let log = log.borrow();
        for stride in [Stride::Event, Stride::Step, Stride::Iteration] {
            let there = walk(&timeline, &log, stride);
            let mut back = Vec::new();
            let mut at = log.len() + 1;
            while let Some(previous) = timeline.previous_point(&log, at, stride) {
                back.push(previous);
                at = previous;
            }
            back.reverse();
            back.retain(|seq| *seq > 0);
            assert_eq!(there, back, "{name} by {stride:?}");
            assert!(there.len() > 2, "{name} has points by {stride:?}");
        }
    }
}

#[test]
fn a_watched_line_tells_where_it_runs_and_changes_nothing_else() {
    let source = "\
import asyncio

async def go(delay):
    total = 0
    for part in range(3):
        total += part
    await asyncio.sleep(delay)
    total = -total
    return total

async def main():
    await asyncio.gather(go(2), go(1))

asyncio.run(main())
";
    let (plain, _) = traced("watched.py", source);
    let reached = |line| {
        let (log, timeline) = watching("watched.py", source, Some(line));
        let log = log.borrow();
        let plain = plain.borrow();
        assert_eq!(log.len(), plain.len(), "line {line}");
        // Where a body begins with the watched statement, its first place is that of the statement, not of its first value.
        let same = |one: Event, other: Event| match (one.kind, other.kind) {
            (
                EventKind::Location { task, location },
                EventKind::Location { task: other_task, location: other_location },
            ) => (one.at, task, location.line) == (other.at, other_task, other_location.line),
            _ => one == other,
        };
        assert_eq!(
            log.events(0).zip(plain.events(0)).find(|(one, other)| !same(*one, *other)),
            None,
            "line {line}"
        );
        let moments = log.reached().iter().map(|seq| {
            let moment = timeline.at_seq(&log, *seq as usize);
            let running = moment.running.map(|lane| states::title(&timeline, lane)).unwrap_or_default();
            format!("{} {running}", format::moment(moment.at))
        });
        moments.collect::<Vec<_>>()
    };
    assert_eq!(reached(4), ["0.0 s Task-2 (go)", "0.0 s Task-3 (go)"]);
    assert_eq!(reached(6), ["0.0 s Task-2 (go)", "0.0 s Task-3 (go)"], "three times in one moment is one");
    assert_eq!(reached(8), ["1.0 s Task-3 (go)", "2.0 s Task-2 (go)"]);
    assert_eq!(reached(14), ["0.0 s "]);
    assert_eq!(reached(2), <[&str; 0]>::default());
}

#[test]
fn every_event_has_a_sentence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("timelines");
    for name in PROGRAMS {
        let source =
            fs::read_to_string(folder.join(name).with_extension("py")).expect("the program can be read");
        let (log, timeline) = traced(name, &source);
        let log = log.borrow();
        for seq in 1..=log.len() {
            let sentence = happened(&timeline, &log, seq).expect("an event that happened");
            assert!(sentence.len() > 8 && !sentence.contains("  "), "{name} {seq}: {sentence}");
        }
    }
}
