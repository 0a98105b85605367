//! Timelines of programs that core's own loop ran: the hooks come as the builder expects them.

use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::virtual_time::{self, Limits, RunEnd};
use loopscope_core::event_loop::{Environment, LoopRef};
use loopscope_core::handle::Callback;
use loopscope_core::locks::Lock;
use loopscope_core::native::{Error, JoinHandle, Native, Program, gather, sleep, spawn, yield_now};
use loopscope_core::queues::Queue;
use loopscope_core::time::{Span, Time};
use loopscope_trace::{
    Builder, Canceller, Outcome, Recorder, Timeline, TraceState, WaitOn, Waker, format, summary, transcript,
};

type Loop = LoopRef<Native>;

/// Runs `main` on a virtual clock up to `until`; its timeline.
fn run<F>(until: f64, main: impl FnOnce(Loop) -> F) -> Timeline
where
    F: Future<Output = Result<(), Error>> + 'static,
{
    let (clock, recorder) = (Rc::new(VirtualClock::new()), Recorder::new());
    let log = recorder.log();
    let environment = Environment::new(clock.clone(), Some(Rc::new(recorder)));
    let mut program = Program::with_environment(environment, main).expect("a fresh loop runs");
    let limits = Limits { until: Time::from_secs_f64(until), ..Limits::NONE };
    let state = match virtual_time::run(&mut program, &clock, limits) {
        RunEnd::Finished => match program.result() {
            Ok(()) => TraceState::Finished,
            Err(error) => TraceState::Failed { message: error.to_string() },
        },
        RunEnd::Deadlock => TraceState::Deadlock,
        RunEnd::TimeLimit | RunEnd::FuelLimit => TraceState::Unfinished,
    };
    let mut builder = Builder::new();
    builder.advance(clock.now());
    builder.finish(&log.borrow(), state).clone()
}

fn sleeper(event_loop: &Loop, seconds: f64) -> JoinHandle<()> {
    let inner = event_loop.clone();
    spawn(event_loop, async move { sleep(&inner, seconds).await })
}

fn check(timeline: &Timeline, expected: &str) {
    let mut actual = summary::sentence(timeline) + "\n";
    for id in timeline.order(false) {
        let lane = timeline.lane(id).expect("a lane");
        actual += &format!("{}{}:", "  ".repeat(lane.depth as usize), lane.name);
        for span in &lane.spans {
            actual += &format!(" {} {},", format::moment(span.start), span.phase.name());
        }
        let end = match &lane.outcome {
            Outcome::Done { .. } => "done",
            Outcome::Failed { .. } => "failed",
            Outcome::Cancelled { .. } => "cancelled",
            Outcome::Unfinished => "unfinished",
            Outcome::CutOff => "cut off",
            Outcome::Pending => "pending",
        };
        actual += &format!(" {} {end}\n", lane.ended.map_or_else(String::new, format::moment));
    }
    let lines = |text: &str| text.lines().map(str::trim_start).collect::<Vec<_>>().join("\n");
    let (actual, expected) = (lines(actual.trim()), lines(expected.trim()));
    assert!(actual == expected, "--- is\n{actual}\n--- should be\n{expected}");
}

#[test]
fn a_gather_of_sleeps_overlaps() {
    let timeline = run(60.0, |event_loop| async move {
        let handles = vec![sleeper(&event_loop, 2.0), sleeper(&event_loop, 1.0)];
        gather(&event_loop, handles).await.map(drop)
    });
    check(
        &timeline,
        "2 tasks, 3.0 s of waiting in 2.0 s
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s waiting, 2.0 s ready, 2.0 s running, 2.0 s done
        Task-2: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 2.0 s ready, 2.0 s running, 2.0 s done
        Task-3: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s done",
    );
    // The gather's own callback wakes main; the child that ended last is the reason.
    let waiting = timeline.wait(&timeline.lanes[0].spans[2]).expect("a wait");
    let WaitOn::Gather { lanes, others: 0 } = &waiting.on else { panic!("{waiting:?}") };
    assert_eq!(lanes.len(), 2);
    assert_eq!(waiting.woken_by, Some(Waker::Lane(lanes[0])));
    // asyncio.run's own two tasks are there, out of sight.
    assert_eq!((timeline.lanes.len(), timeline.order(false).len(), timeline.order(true).len()), (5, 3, 5));
}

#[test]
fn awaits_one_after_another_add_up() {
    let timeline = run(60.0, |event_loop| async move {
        sleep(&event_loop, 1.0).await?;
        yield_now(&event_loop).await?;
        sleep(&event_loop, 0.5).await
    });
    check(
        &timeline,
        "1 task, 1.5 s of waiting in 1.5 s
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s ready, 1.0 s running, \
         1.0 s sleeping, 1.5 s ready, 1.5 s running, 1.5 s done",
    );
}

#[test]
fn what_is_left_at_the_end_is_cancelled_by_the_runner() {
    let timeline = run(60.0, |event_loop| async move {
        let _left = sleeper(&event_loop, 10.0);
        sleep(&event_loop, 1.0).await
    });
    check(
        &timeline,
        "2 tasks, 2.0 s of waiting in 1.0 s
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s done
        Task-2: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s cancelled",
    );
    assert_eq!(timeline.lanes[1].outcome, Outcome::Cancelled { by: Some(Canceller::Outside) });
}

#[test]
fn a_task_is_cancelled_by_the_one_that_asked() {
    let timeline = run(60.0, |event_loop| async move {
        let other = sleeper(&event_loop, 10.0);
        sleep(&event_loop, 1.0).await?;
        other.cancel();
        assert!(matches!(other.await, Err(Error::Cancelled)));
        Ok(())
    });
    check(
        &timeline,
        "2 tasks, 2.0 s of waiting in 1.0 s
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s waiting, 1.0 s ready, \
         1.0 s running, 1.0 s done
        Task-2: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s cancelled",
    );
    let main = timeline.lane_of(timeline.lanes[0].task.expect("a task")).expect("a lane");
    assert_eq!(timeline.lanes[1].outcome, Outcome::Cancelled { by: Some(Canceller::Lane(main)) });
}

#[test]
fn a_wait_for_a_lock_tells_who_has_it_and_who_gave_it_up() {
    let timeline = run(60.0, |event_loop| async move {
        let lock = Lock::<Native>::new();
        let hold = |seconds: f64| {
            let (inner, lock) = (event_loop.clone(), lock.clone());
            spawn(&event_loop, async move {
                let _held = lock.hold(&inner).await?;
                sleep(&inner, seconds).await
            })
        };
        gather(&event_loop, vec![hold(2.0), hold(1.0)]).await.map(drop)
    });
    check(
        &timeline,
        "2 tasks, 3.0 s of waiting in 3.0 s
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s waiting, 3.0 s ready, 3.0 s running, 3.0 s done
        Task-2: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 2.0 s ready, 2.0 s running, 2.0 s done
        Task-3: 0.0 s ready, 0.0 s running, 0.0 s waiting, 2.0 s ready, 2.0 s running, 2.0 s sleeping, \
         3.0 s ready, 3.0 s running, 3.0 s done",
    );
    let first = timeline.lane_of(timeline.lanes[1].task.expect("a task")).expect("a lane");
    let waiting = timeline.wait(&timeline.lanes[2].spans[2]).expect("a wait");
    assert_eq!((&waiting.on, waiting.woken_by), (&WaitOn::Held("lock", first), Some(Waker::Lane(first))));
    let (told, _) = transcript::transcript(&timeline, 100);
    let says = |what: &str| told.iter().any(|paragraph| paragraph.text.contains(what));
    assert!(says("starts and waits for a lock taken by Task-2"), "{told:#?}");
}

#[test]
fn a_wait_for_a_queue_is_ended_by_who_puts() {
    let timeline = run(60.0, |event_loop| async move {
        let queue = Queue::<Native, i32>::new(0);
        let (inner, source) = (event_loop.clone(), queue.clone());
        let getter = spawn(&event_loop, async move { source.get(&inner).await });
        sleep(&event_loop, 1.0).await?;
        queue.put_nowait(1)?;
        getter.await.map(drop)
    });
    let waiting = timeline.wait(&timeline.lanes[1].spans[2]).expect("a wait");
    let main = timeline.lane_of(timeline.lanes[0].task.expect("a task")).expect("a lane");
    assert_eq!((&waiting.on, waiting.woken_by), (&WaitOn::Named("queue item"), Some(Waker::Lane(main))));
}

#[test]
fn a_program_without_end_is_unfinished() {
    let timeline = run(2.5, |event_loop| async move {
        loop {
            sleep(&event_loop, 1.0).await?;
        }
    });
    check(
        &timeline,
        "1 task, 2.5 s of waiting in 2.5 s; first 2.5 s shown, still running
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s sleeping, \
         2.0 s ready, 2.0 s running, 2.0 s sleeping, 2.5 s unfinished",
    );
}

#[test]
fn waiting_for_what_never_comes_is_a_deadlock() {
    let timeline = run(60.0, |event_loop| async move {
        let never = event_loop.create_future();
        sleep(&event_loop, 1.0).await?;
        never.await
    });
    check(
        &timeline,
        "Deadlock at 1.0 s: 1 task waits and nothing can wake it
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s sleeping, 1.0 s ready, 1.0 s running, 1.0 s waiting, \
         1.0 s unfinished",
    );
}

#[test]
fn a_future_that_a_timer_resolves_is_waiting_too() {
    let timeline = run(60.0, |event_loop| async move {
        let future = event_loop.create_future();
        let result = Callback::SetResult(future.clone(), ());
        let _timer = event_loop.call_later(Span::from_millis(1500), result);
        future.await
    });
    check(
        &timeline,
        "1 task, 1.5 s of waiting in 1.5 s
        Task-1: 0.0 s ready, 0.0 s running, 0.0 s waiting, 1.5 s ready, 1.5 s running, 1.5 s done",
    );
}
