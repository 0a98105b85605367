//! Playing a machine in the page and waiting for its end.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::Machine;
use loopscope_core::driver::browser::Playback;
use loopscope_core::driver::virtual_time::RunEnd;

/// Plays a machine to its end, at `speed` seconds a second.
pub(crate) async fn play(machine: Box<dyn Machine>, clock: &Rc<VirtualClock>, speed: f64) -> RunEnd {
    let end = Rc::new(Cell::new(None));
    let told = Rc::clone(&end);
    let _playback = Playback::start(machine, Rc::clone(clock), speed, move |ended| told.set(Some(ended)));
    until(|| end.get().is_some()).await;
    end.get().expect("the condition")
}

/// Gives the page its turns until a condition is true.
pub(crate) async fn until(condition: impl Fn() -> bool) {
    while !condition() {
        turn_of_the_page().await;
    }
}

/// Lets the page do what it has queued: events, timers, painting.
pub(crate) async fn turn_of_the_page() {
    TimeoutFuture::new(0).await;
}
