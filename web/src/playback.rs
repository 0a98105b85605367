//! The browser driver. Where the page is only checked (clippy, an editor's analysis), not run, a thing of the
//! same shape stands for it: core has that driver for wasm32 alone.

#[cfg(target_arch = "wasm32")]
pub(crate) use loopscope_core::driver::browser::Playback;

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use checked::Playback;

#[cfg(not(target_arch = "wasm32"))]
mod checked {
    use std::rc::Rc;

    use loopscope_core::clock::{Clock, VirtualClock};
    use loopscope_core::driver::Machine;
    use loopscope_core::driver::virtual_time::{self, Limits, RunEnd};
    use loopscope_core::time::Time;

    /// Runs at once, at any speed.
    pub(crate) struct Playback {
        clock: Rc<VirtualClock>,
    }

    impl Playback {
        pub(crate) fn start(
            mut machine: Box<dyn Machine>,
            clock: Rc<VirtualClock>,
            _speed: f64,
            ended: impl FnOnce(RunEnd) + 'static,
        ) -> Playback {
            ended(virtual_time::run(&mut *machine, &clock, Limits::NONE));
            Playback { clock }
        }

        #[expect(clippy::unused_self, reason = "the shape of the browser's")]
        pub(crate) fn set_speed(&self, _speed: f64) {}

        #[expect(clippy::unused_self, reason = "the shape of the browser's")]
        pub(crate) fn set_paused(&self, _paused: bool) {}

        #[expect(clippy::unused_self, reason = "the shape of the browser's")]
        pub(crate) fn step(&self) {}

        pub(crate) fn now(&self) -> Time {
            self.clock.now()
        }
    }
}
