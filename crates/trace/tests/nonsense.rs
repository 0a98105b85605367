//! Hooks in an order that no loop has: nothing panics, and what is derived still hangs together.

mod workload;

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Ending, Instrument, Location, Purpose, Stream, Wait};
use loopscope_core::time::Time;
use loopscope_trace::exports::{json, perfetto, svg, text};
use loopscope_trace::transcript::transcript;
use loopscope_trace::{Builder, Lane, Projection, Recorder, TraceState, View, axis, layout, summary};
use workload::Numbers;

fn hook(to: &dyn Instrument, n: &mut Numbers, at: Time) {
    let mut id = || n.below(6) as u32;
    let (task, other, future, timer) = (TaskId(id() + 1), TaskId(id() + 1), FutureId(id()), TimerId(id()));
    let (maybe, coroutine) = (Some(task).filter(|_| id() > 1), CoroutineId(id()));
    let location = Location { line: id(), column: id() };
    let cause = [Cause::Outside, Cause::Callback, Cause::Task(other), Cause::Timer(timer)][id() as usize % 4];
    let until = Time(n.below(2_000));
    match n.below(25) {
        0 | 1 => {
            to.task_created(at, task, future, Some(other).filter(|_| until.0 > 500), "n", "c", until.0 < 100)
        }
        2 => to.task_renamed(at, task, "</title>\u{0}\n"),
        3 | 4 => to.task_ready(at, task, cause),
        5 | 6 => to.step_begin(at, task),
        7 => to.step_end(at, task, None),
        8..=10 => {
            let purposes = [
                Purpose::Plain,
                Purpose::Sleep(until),
                Purpose::Task(other),
                Purpose::Gather(vec![future, FutureId(1), FutureId(2)]),
                Purpose::Gather(Vec::new()),
                Purpose::Timeout(until),
                Purpose::Named("event"),
                Purpose::Held("lock", other.into()),
            ];
            let purpose = &purposes[n.below(7) as usize];
            to.step_end(at, task, Some(Wait { future, purpose }));
        }
        11 => to.task_cancel_requested(at, task, cause),
        12 => to.task_done(at, task, Ending::Returned(Some("1"))),
        13 => to.task_done(at, task, [Ending::Raised(""), Ending::Cancelled][until.0 as usize % 2]),
        14 => to.future_done(at, future, cause),
        15 => to.timer_set(at, timer, until, maybe),
        16 => [Instrument::timer_fired, Instrument::timer_cancelled][until.0 as usize % 2](to, at, timer),
        17 => [Instrument::loop_started, Instrument::loop_stopped][until.0 as usize % 2](to, at),
        18 => to.location(at, maybe, location),
        19 => to.frame_enter(at, maybe, coroutine, "f", location),
        20 => to.frame_leave(at, maybe, coroutine),
        21 => to.block_begin(at, maybe, until),
        22 => to.block_end(at, maybe),
        23 => to.locals(at, Some(coroutine).filter(|_| until.0 > 500), &[("a", "1")][..until.0 as usize % 2]),
        _ => to.output(at, maybe, Stream::Stdout, ["a", "b\n", "\n\n"][until.0 as usize % 3]),
    }
}

fn check_lane(lane: &Lane) {
    for pair in lane.spans.windows(2) {
        assert!(pair[0].start <= pair[0].end && pair[0].end <= pair[1].start, "{pair:?}");
        assert!(pair[0].first_seq <= pair[1].first_seq, "{pair:?}");
    }
    for level in &lane.frames {
        for pair in level.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{pair:?}");
        }
    }
}

#[test]
fn sense_hangs_together() {
    let recorder = Recorder::new();
    workload::run(&recorder, 20, 60);
    let timeline = Builder::build(&recorder.log().borrow(), TraceState::Finished);
    timeline.lanes.iter().for_each(check_lane);
}

#[test]
fn nonsense_is_harmless() {
    let mut numbers = Numbers::new();
    let states = [
        TraceState::Finished,
        TraceState::Unfinished,
        TraceState::Deadlock,
        TraceState::Failed { message: String::new() },
    ];
    for round in 0..200 {
        let (recorder, mut builder, mut at) = (Recorder::new().with_locals(), Builder::new(), Time::ZERO);
        let log = recorder.log();
        for _ in 0..numbers.below(300) {
            // Mostly forward, at times back.
            at = Time((at.0 + numbers.below(40)).saturating_sub(numbers.below(30)));
            hook(&recorder, &mut numbers, at);
            if numbers.below(4) == 0 {
                builder.feed(&log.borrow());
                builder.advance(Time(at.0 + numbers.below(60)));
            }
        }
        let log = log.borrow();
        let timeline = builder.finish(&log, states[round % states.len()].clone()).clone();
        timeline.lanes.iter().for_each(check_lane);
        let order = timeline.order(true);
        assert_eq!(order.len(), timeline.lanes.len(), "every lane has a place");
        let view = View::fit(&timeline).zoomed(0.5, 3.0, 90.0, &View::fit(&timeline));
        let shown = Projection::plain(view, 90.0);
        assert!(layout(&timeline, &order, &shown).iter().all(|item| item.x.is_finite()));
        assert!(axis(&shown, 20.0).ticks.len() <= 6);
        let _ = (summary::sentence(&timeline), transcript(&timeline, 50));
        let _ = (text::lanes(&timeline, text::Options::default()), json::to_json(&timeline));
        let _ = (perfetto::to_perfetto(&timeline), svg::to_svg(&timeline, svg::Options::default()));
        for seq in 0..=log.len() {
            let moment = timeline.at_seq(&log, seq);
            for lane in &order {
                let _ = timeline.lane_at(&log, *lane, &moment);
            }
            let _ = timeline.output_at(&moment).count();
        }
    }
}
