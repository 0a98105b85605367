//! The driver by itself: it never holds the page, stops when it is told, and waits for exact moments.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use loopscope_core::clock::{Clock, VirtualClock};
use loopscope_core::driver::browser::Playback;
use loopscope_core::driver::virtual_time::RunEnd;
use loopscope_core::driver::{Advance, Machine};
use loopscope_core::time::Time;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::play::{play, turn_of_the_page, until};

/// A machine made of a function.
struct Steps<F>(F);

impl<F: FnMut() -> Advance> Machine for Steps<F> {
    fn advance(&mut self, _: u32) -> Advance {
        (self.0)()
    }

    fn spent(&self) -> u64 {
        1
    }
}

#[wasm_bindgen_test]
async fn a_machine_runs_to_its_end() {
    let mut left = 100;
    let machine = Steps(move || {
        left -= 1;
        if left == 0 { Advance::Finished } else { Advance::Iterated }
    });
    assert_eq!(play(Box::new(machine), &Rc::default(), 1.0).await, RunEnd::Finished);
    assert_eq!(play(Box::new(Steps(|| Advance::Deadlock)), &Rc::default(), 1.0).await, RunEnd::Deadlock);
}

#[wasm_bindgen_test]
async fn waiting_ends_on_the_very_moment_at_every_speed() {
    for speed in [1.0, 100.0, f64::INFINITY] {
        let clock = Rc::new(VirtualClock::new());
        let (seen, reader) = (Rc::new(RefCell::new(Vec::new())), Rc::clone(&clock));
        let log = Rc::clone(&seen);
        let mut moments = [0.005, 0.0075, 0.02].map(Time::from_secs_f64).into_iter();
        let machine = Steps(move || {
            log.borrow_mut().push(reader.now());
            moments.next().map_or(Advance::Finished, Advance::Idle)
        });
        assert_eq!(play(Box::new(machine), &clock, speed).await, RunEnd::Finished);
        assert_eq!(*seen.borrow(), [0.0, 0.005, 0.0075, 0.02].map(Time::from_secs_f64), "at speed {speed}");
    }
}

#[wasm_bindgen_test]
async fn a_machine_that_never_ends_leaves_the_page_its_turns_and_stops() {
    let slices = Rc::new(Cell::new(0_u64));
    let count = Rc::clone(&slices);
    let machine = Steps(move || {
        count.set(count.get() + 1);
        Advance::OutOfFuel
    });
    let playback = Playback::start(Box::new(machine), Rc::default(), 1.0, |_| unreachable!("it never ends"));
    // Each of these turns is one that the running machine has let the page have.
    for _ in 0..5 {
        let before = slices.get();
        turn_of_the_page().await;
        until(|| slices.get() > before).await;
    }
    drop(playback);
    turn_of_the_page().await;
    let stopped_at = slices.get();
    for _ in 0..5 {
        turn_of_the_page().await;
    }
    assert_eq!(slices.get(), stopped_at);
}

#[wasm_bindgen_test]
async fn a_paused_machine_stands_still_until_it_is_released() {
    let slices = Rc::new(Cell::new(0_u64));
    let count = Rc::clone(&slices);
    let machine = Steps(move || {
        count.set(count.get() + 1);
        Advance::OutOfFuel
    });
    let playback = Playback::start(Box::new(machine), Rc::default(), 1.0, |_| unreachable!("it never ends"));
    until(|| slices.get() > 0).await;
    playback.set_paused(true);
    turn_of_the_page().await;
    let paused_at = slices.get();
    for _ in 0..5 {
        turn_of_the_page().await;
    }
    assert_eq!(slices.get(), paused_at);
    playback.set_paused(false);
    until(|| slices.get() > paused_at).await;
}
