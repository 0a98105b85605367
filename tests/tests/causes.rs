//! The number behind each sleep of real runs: what the trace tells of a sleep leads to a number of the source, and
//! changing that number changes that sleep, by as much.
//!
//! The text alone finds candidates (`scenario::edit::cause`); here the whole way is taken, from run to source and back.

use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time::{self, Limits};
use loopscope_core::time::Time;
use loopscope_python::{Options, Program, World};
use loopscope_scenario::edit::{Place, Slept, apply, cause, set_number};
use loopscope_trace::sleep::Sleep;
use loopscope_trace::timeline::LaneId;
use loopscope_trace::{Builder, Recorder, Timeline, TraceState};

fn run(source: &str) -> Timeline {
    let (clock, recorder) = (Rc::new(VirtualClock::new()), Recorder::with_capacity(20_000));
    let log = recorder.log();
    let options = Options {
        filename: "scenario.py".to_owned(),
        clock: Rc::clone(&clock) as Rc<dyn Clock>,
        instrument: Some(Rc::new(recorder)),
        limits: loopscope_python::Limits::default(),
        world: World::default(),
    };
    let mut program = Program::new(source, options);
    virtual_time::run(&mut program, &clock, Limits { until: Time::from_secs_f64(60.0), fuel: 10_000_000 });
    Builder::build(&log.borrow(), TraceState::Finished)
}

fn facts(sleep: &Sleep) -> Slept {
    let place = |location: &loopscope_core::instrument::Location| Place {
        line: location.line as usize,
        column: location.column as usize,
    };
    Slept {
        seconds: sleep.asked().as_secs_f64(),
        blocking: sleep.blocking,
        at: place(&sleep.at),
        calls: sleep.calls.iter().map(place).collect(),
    }
}

fn sleeps(timeline: &Timeline) -> Vec<(LaneId, Sleep)> {
    let lanes = timeline.lanes.iter().enumerate().map(|(index, lane)| (LaneId(index as u32), lane));
    lanes
        .flat_map(|(id, lane)| {
            (0..lane.spans.len()).filter_map(move |index| Some((id, timeline.sleep(id, index)?)))
        })
        .collect()
}

/// Each sleep as `lane seconds: number`, or why there is none; lane by lane.
fn check(source: &str, expected: &[&str]) {
    let timeline = run(source);
    let mut told = Vec::new();
    for (lane, sleep) in sleeps(&timeline) {
        let name = &timeline.lanes[lane.index()].name;
        let seconds = sleep.asked().as_secs_f64();
        let found = match cause(source, &facts(&sleep)) {
            Ok(found) => found,
            Err(refused) => {
                told.push(format!("{name} {seconds}: {refused}"));
                continue;
            }
        };
        // Where the text has several, the run tells which.
        let true_ones: Vec<String> = found
            .iter()
            .filter(|one| changes(source, lane, &sleep, &one.range))
            .map(|one| format!("{}:{}", one.line, one.column))
            .collect();
        let of = if found.len() > 1 { format!(" of {}", found.len()) } else { String::new() };
        told.push(format!("{name} {seconds}: {}{of}", true_ones.join(" ")));
    }
    assert_eq!(told, expected, "{source}");
}

/// Whether the sleep is half a second longer when the number is.
fn changes(source: &str, lane: LaneId, sleep: &Sleep, range: &std::ops::Range<usize>) -> bool {
    let wanted = sleep.asked().as_secs_f64() + 0.5;
    let changed = apply(source, &set_number(source, range, wanted).expect("a number can be set"));
    let timeline = run(&changed);
    let index = timeline.nth_sleep(lane, sleep.nth).expect("the sleep is there");
    let now = timeline.sleep(lane, index).expect("it is a sleep");
    (now.asked().as_secs_f64() - wanted).abs() < 1e-8
}

#[test]
fn arguments_of_tasks() {
    check(
        "\
import asyncio

async def go(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
    task = asyncio.create_task(go(2, 'task'))
    await asyncio.gather(go(1, 'a'), go(2, 'b'))
    await go(1, 'c')
    await task
    async with asyncio.TaskGroup() as group:
        group.create_task(go(.5, 'd'))
        group.create_task(go(delay=0.5, what='e'))

asyncio.run(main())
",
        &[
            "Task-1 1: 10:14",
            "Task-2 2: 8:35",
            "Task-3 1: 9:29",
            "Task-4 2: 9:41",
            "Task-5 0.5: 13:30",
            "Task-6 0.5: 14:36",
        ],
    );
}

#[test]
fn through_calls_items_defaults_and_constants() {
    check(
        "\
import asyncio

PAUSE = 0.25

async def nap(seconds):
    result = await asyncio.sleep(seconds, 'slept')
    return result

async def go(delay=1):
    await nap(delay)
    await asyncio.sleep(PAUSE)

class Job:
    def __init__(self, length):
        self.length = length

    async def run(self):
        await asyncio.sleep(self.length)

async def main():
    await asyncio.gather(go(), go(1), *[go(n) for n in (2, 3)])
    for seconds in [1.5, 2.5]:
        await nap(seconds)
    await asyncio.gather(Job(5).run(), Job(6).run(), asyncio.sleep(7))

asyncio.run(main())
",
        &[
            "Task-1 1.5: 22:21",
            "Task-1 2.5: 22:26",
            "Task-2 1: 9:20",
            "Task-2 0.25: 3:9",
            "Task-3 1: 21:35",
            "Task-3 0.25: 3:9",
            "Task-4 2: 21:57",
            "Task-4 0.25: 3:9",
            "Task-5 3: 21:60",
            "Task-5 0.25: 3:9",
            "Task-6 5: 24:30",
            "Task-7 6: 24:44",
            "Task-8 7: 24:68",
        ],
    );
}

#[test]
fn threads_and_blocking() {
    check(
        "\
import asyncio, time

def work(seconds):
    time.sleep(seconds)

async def main():
    await asyncio.gather(asyncio.to_thread(work, 2), asyncio.to_thread(work, 2), asyncio.to_thread(time.sleep, 1))
    time.sleep(0.5)
    work(0.75)

asyncio.run(main())
",
        &[
            "Task-1 0.5: 8:16",
            "Task-1 0.75: 9:10",
            "asyncio_0 2: 7:50 of 2",
            "asyncio_1 2: 7:78 of 2",
            "asyncio_2 1: 7:112",
        ],
    );
}

#[test]
fn what_a_number_does_not_explain() {
    check(
        "\
import asyncio, random

async def go(n):
    await asyncio.sleep(n * 0.5)

async def main():
    await go(4)
    await asyncio.sleep(random.random())
    for delay in [1, 1]:
        await asyncio.sleep(delay)

asyncio.run(main())
",
        &[
            "Task-1 2: This delay is computed: n * 0.5. No single number sets it.",
            "Task-1 0.844421852: This delay is random: random.random(). No single number sets it.",
            "Task-1 1: 9:19 of 2",
            "Task-1 1: 9:22 of 2",
        ],
    );
}
