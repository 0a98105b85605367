//! The browser driver: the page's own queues, and real waiting.
//!
//! Each iteration of the loop is a microtask of the page; a slice that has run for [`SLICE_MS`] gives way
//! to a macrotask, so that the page paints and hears its user. Waiting is a timer of the page, scaled by the
//! speed; when it is over, the *virtual* clock is set to exactly the moment that was waited for. So a program
//! reads the same times, and prints the same bytes, at every speed and as on the virtual driver; computing
//! takes none of its time.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::{Advance, Machine};
use crate::clock::{Clock, VirtualClock};
use crate::driver::virtual_time::RunEnd;
use crate::time::{Span, Time};

/// How long a program may keep the page's thread, in milliseconds.
pub const SLICE_MS: f64 = 8.0;
/// How much fuel a program gets between looks at the page's clock.
const FUEL: u32 = 20_000;
/// The longest single wait in milliseconds: a change of speed and a stop are noticed after it.
const WAIT_MS: f64 = 50.0;

/// A program that plays in the page. Dropping it stops the program.
#[must_use = "dropping a playback stops the program"]
pub struct Playback {
    shared: Rc<Shared>,
}

struct Shared {
    clock: Rc<VirtualClock>,
    /// Seconds of the program's time per second.
    speed: Cell<f64>,
    paused: Cell<bool>,
    /// How many iterations it may run though it is held.
    steps: Cell<u32>,
    stopped: Cell<bool>,
    /// The moment being waited for.
    target: Cell<Option<Time>>,
    /// The page's clock in ms and the program's clock at the last moment when both were set.
    anchor: Cell<(f64, Time)>,
}

impl Playback {
    /// Starts to run `machine` on `clock`, its own, at `speed` seconds a second (infinity: without
    /// waiting). `ended` is called once, unless the playback is dropped before.
    pub fn start(
        mut machine: Box<dyn Machine>,
        clock: Rc<VirtualClock>,
        speed: f64,
        ended: impl FnOnce(RunEnd) + 'static,
    ) -> Playback {
        let shared = Rc::new(Shared {
            speed: Cell::new(speed),
            paused: Cell::new(false),
            steps: Cell::new(0),
            stopped: Cell::new(false),
            target: Cell::new(None),
            anchor: Cell::new((page_now(), clock.now())),
            clock,
        });
        let running = Rc::clone(&shared);
        spawn_local(async move {
            let end = running.play(&mut *machine).await;
            drop(machine);
            if let Some(end) = end {
                ended(end);
            }
        });
        Playback { shared }
    }

    /// Changes the speed, in seconds of the program per second.
    pub fn set_speed(&self, speed: f64) {
        self.shared.set_anchor(self.now());
        self.shared.speed.set(speed);
    }

    /// Holds the program where it is, or lets it go on.
    pub fn set_paused(&self, paused: bool) {
        self.shared.set_anchor(self.now());
        self.shared.paused.set(paused);
        self.shared.steps.set(0);
    }

    /// Lets a program that is held run one more iteration of its loop, without waiting for its moment.
    pub fn step(&self) {
        if self.shared.paused.get() {
            self.shared.steps.set(self.shared.steps.get().saturating_add(1));
        }
    }

    /// The program's time at this moment: between two events it flows.
    #[must_use]
    pub fn now(&self) -> Time {
        self.shared.flowing_now()
    }
}

impl Drop for Playback {
    fn drop(&mut self) {
        self.shared.stopped.set(true);
    }
}

impl Shared {
    /// Runs the program to its end; nothing if it was stopped.
    async fn play(&self, machine: &mut dyn Machine) -> Option<RunEnd> {
        let mut slice_began = page_now();
        loop {
            while self.is_held() && !self.stopped.get() {
                wait(WAIT_MS).await;
            }
            if self.stopped.get() {
                return None;
            }
            match machine.advance(FUEL) {
                Advance::Finished => return Some(RunEnd::Finished),
                Advance::Deadlock => return Some(RunEnd::Deadlock),
                Advance::Idle(moment) | Advance::Blocked(moment) => {
                    if self.wait_until(moment).await {
                        slice_began = page_now();
                    }
                }
                Advance::Iterated => self.steps.set(self.steps.get().saturating_sub(1)),
                Advance::OutOfFuel => {}
            }
            if page_now() - slice_began > SLICE_MS {
                wait(0.0).await;
                slice_began = page_now();
            } else {
                microtask().await;
            }
        }
    }

    /// Lets the time pass until `moment` and sets the clock to it; whether the page had a turn meanwhile.
    async fn wait_until(&self, moment: Time) -> bool {
        self.target.set(Some(moment));
        let mut waited = false;
        while !self.stopped.get() && self.steps.get() == 0 {
            let speed = if self.paused.get() { 0.0 } else { self.speed.get() };
            let remaining = moment.since(self.flowing_now()).as_secs_f64() * 1000.0 / speed;
            if remaining.is_nan() || remaining < 0.5 {
                break;
            }
            wait(remaining.min(WAIT_MS)).await;
            waited = true;
        }
        self.target.set(None);
        if !self.stopped.get() {
            // The anchor stays: a timer that came late makes the next wait shorter.
            self.clock.advance_to(moment);
            if self.paused.get() {
                // It was reached by a step, not by waiting.
                self.set_anchor(moment);
            }
        }
        waited
    }

    fn is_held(&self) -> bool {
        self.paused.get() && self.steps.get() == 0
    }

    fn set_anchor(&self, now: Time) {
        self.anchor.set((page_now(), now));
    }

    fn flowing_now(&self) -> Time {
        let Some(target) = self.target.get() else { return self.clock.now() };
        let (page, program) = self.anchor.get();
        if self.paused.get() {
            return program;
        }
        let passed = Span::from_secs_f64((page_now() - page) / 1000.0 * self.speed.get());
        (program + passed).min(target)
    }
}

/// Goes on in a macrotask of the page, after `milliseconds` or more.
async fn wait(milliseconds: f64) {
    TimeoutFuture::new(milliseconds.ceil() as u32).await;
}

/// Goes on in a microtask of the page.
async fn microtask() {
    // A resolved promise cannot be rejected.
    let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
}

/// The page's clock in milliseconds.
fn page_now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or_else(js_sys::Date::now, |p| p.now())
}
