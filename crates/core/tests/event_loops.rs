//! The rules of the loop itself: running, stopping, debug mode, what closing drops. Each test names one.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::clock::VirtualClock;
use loopscope_core::coroutine::{Coroutine, Resume, Resumed};
use loopscope_core::event_loop::{Environment, EventLoop, LoopRef};
use loopscope_core::handle::Callback;
use loopscope_core::native::{Error, Native};
use loopscope_core::runners::{RunForever, RunTurn, RunUntil};
use loopscope_core::task::TaskOptions;
use loopscope_core::time::{Span, Time};

type Log = Rc<RefCell<Vec<String>>>;

/// Waits for a future that never comes, and says when it is dropped.
struct Noisy(&'static str, Log);

impl Drop for Noisy {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0.to_owned());
    }
}

impl Coroutine<Native> for Noisy {
    fn resume(&mut self, _: Resume<Native>, event_loop: &LoopRef<Native>, _: &mut ()) -> Resumed<Native> {
        Resumed::Await(event_loop.create_future())
    }
}

fn fresh() -> (EventLoop<Native>, Rc<VirtualClock>) {
    let clock = Rc::new(VirtualClock::new());
    (EventLoop::new(Environment::new(clock.clone(), None)), clock)
}

fn noisy_callback(name: &'static str, log: &Log) -> Callback<Native> {
    let held = Noisy(name, log.clone());
    Callback::Native(Box::new(move |_, ()| drop(held)))
}

fn say(name: &'static str, log: &Log) -> Callback<Native> {
    let log = log.clone();
    Callback::Native(Box::new(move |_, ()| log.borrow_mut().push(name.to_owned())))
}

fn run_forever(event_loop: &LoopRef<Native>) {
    let mut run = RunForever::begin(event_loop).unwrap();
    while !matches!(run.turn(&mut ()), RunTurn::Done(_)) {}
}

#[test]
fn closing_drops_tasks_in_the_order_of_creation_then_ready_callbacks_then_timers() {
    let log = Log::default();
    let (event_loop, _) = fresh();
    event_loop.call_at(Time::from_secs_f64(2.0), noisy_callback("timer", &log));
    event_loop.call_soon(noisy_callback("ready", &log));
    let tasks: Vec<_> = ["first", "second", "third"]
        .map(|name| event_loop.create_task(Box::new(Noisy(name, log.clone())), TaskOptions::default()))
        .into();
    event_loop.close();
    assert_eq!(*log.borrow(), ["first", "second", "third", "ready", "timer"]);
    assert!(tasks.iter().all(|task| !task.future().done()));
}

#[test]
fn dropping_the_loop_drops_every_coroutine_though_tasks_are_kept() {
    let log = Log::default();
    let (event_loop, clock) = fresh();
    let task = event_loop.create_task(Box::new(Noisy("waiting", log.clone())), TaskOptions::default());
    event_loop.call_soon(Callback::Native(Box::new(|event_loop, ()| event_loop.stop())));
    run_forever(&event_loop);
    assert!(task.waiter().is_some());
    drop(event_loop);
    assert_eq!(*log.borrow(), ["waiting"]);
    drop(task);
    assert_eq!(Rc::strong_count(&clock), 1);
}

#[test]
fn what_a_destructor_schedules_on_a_closed_loop_is_dropped() {
    let log = Log::default();
    let (event_loop, clock) = fresh();
    /// Schedules another callback when it is dropped.
    struct Late(LoopRef<Native>, Log);
    impl Drop for Late {
        fn drop(&mut self) {
            self.0.call_soon(say("never", &self.1));
        }
    }
    let late = Late(event_loop.handle(), log.clone());
    event_loop.call_soon(Callback::Native(Box::new(move |_, ()| drop(late))));
    drop(event_loop);
    assert!(log.borrow().is_empty());
    assert_eq!(Rc::strong_count(&clock), 1);
}

#[test]
fn stop_ends_the_run_after_the_iteration_it_was_called_in() {
    let log = Log::default();
    let (event_loop, _) = fresh();
    event_loop.call_soon(Callback::Native(Box::new(|event_loop, ()| event_loop.stop())));
    event_loop.call_soon(say("same iteration", &log));
    let later = log.clone();
    event_loop.call_soon(Callback::Native(Box::new(move |event_loop, ()| {
        event_loop.call_soon(say("next iteration", &later));
    })));
    run_forever(&event_loop);
    assert_eq!(*log.borrow(), ["same iteration"]);
    event_loop.stop();
    run_forever(&event_loop);
    assert_eq!(*log.borrow(), ["same iteration", "next iteration"]);
}

#[test]
fn a_run_ends_where_it_was_stopped_before_its_future_is_done() {
    let (event_loop, _) = fresh();
    let future = event_loop.create_future();
    event_loop.stop();
    let mut run = RunUntil::begin(&event_loop, future).unwrap();
    let outcome = loop {
        if let RunTurn::Done(outcome) = run.turn(&mut ()) {
            break outcome;
        }
    };
    assert_eq!(outcome.unwrap_err().to_string(), "Event loop stopped before Future completed.");
}

#[test]
fn a_loop_runs_once_at_a_time_and_not_when_it_is_closed() {
    let (event_loop, _) = fresh();
    let refused = |event_loop: &LoopRef<Native>| match RunForever::begin(event_loop) {
        Err(Error::Rule(_, message)) => message,
        _ => String::new(),
    };
    let running = RunForever::begin(&event_loop).unwrap();
    assert_eq!(refused(&event_loop), "This event loop is already running");
    drop(running);
    assert!(!event_loop.is_running());
    event_loop.close();
    assert_eq!(refused(&event_loop), "Event loop is closed");
}

#[test]
fn debug_mode_notes_which_futures_were_made_in_it() {
    let (event_loop, _) = fresh();
    let before = event_loop.create_future();
    event_loop.set_debug(true);
    let after = event_loop.create_future();
    assert!(!event_loop.made_in_debug(before.id()));
    assert!(event_loop.made_in_debug(after.id()));
    assert_eq!(event_loop.slow_callback_duration(), Span::from_millis(100));
}
