//! What a loop can be told about itself: debug mode, and who hears of errors that nothing awaits.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::LoopRef;
use crate::domain::{Domain, Report, Slow};
use crate::ids::FutureId;
use crate::time::{Span, Time};

/// Hears of errors that nothing awaits. What it fails with must stop the loop: see [`Domain::is_fatal`].
pub type ExceptionHandler<D> =
    Rc<dyn Fn(&LoopRef<D>, Report<D>, &mut <D as Domain>::Context) -> Result<(), <D as Domain>::Error>>;

/// What a loop was told about itself.
pub(super) struct Settings<D: Domain> {
    debug: Cell<bool>,
    slow: Cell<Span>,
    handler: RefCell<Option<ExceptionHandler<D>>>,
    /// The last future that was made before debug mode.
    debug_after: Cell<u32>,
    /// When the callback began that runs in debug mode.
    began: Cell<Option<Time>>,
}

impl<D: Domain> Default for Settings<D> {
    fn default() -> Settings<D> {
        Settings {
            debug: Cell::new(false),
            slow: Cell::new(Span::from_millis(100)),
            handler: RefCell::new(None),
            debug_after: Cell::new(0),
            began: Cell::new(None),
        }
    }
}

impl<D: Domain> Settings<D> {
    pub(super) fn clear(&self) {
        drop(self.handler.take());
    }
}

impl<D: Domain> LoopRef<D> {
    /// Whether it runs in debug mode. Mirrors `loop.get_debug`.
    #[must_use]
    pub fn debug(&self) -> bool {
        self.0.settings.debug.get()
    }

    /// In debug mode callbacks and steps that take long are told of. Mirrors `loop.set_debug`.
    ///
    /// ```
    /// use loopscope_core::native::run_virtual;
    ///
    /// let debug = run_virtual(|event_loop| async move {
    ///     event_loop.set_debug(true);
    ///     Ok(event_loop.debug())
    /// });
    /// assert!(debug.unwrap());
    /// ```
    pub fn set_debug(&self, debug: bool) {
        if !self.0.settings.debug.replace(debug) {
            self.0.settings.debug_after.set(self.0.environment.futures.get());
        }
    }

    /// Whether that future was made in debug mode.
    #[must_use]
    pub fn made_in_debug(&self, future: FutureId) -> bool {
        self.debug() && future.0 > self.0.settings.debug_after.get()
    }

    /// How long a callback or step may take in debug mode; 0.1 s unless set. Mirrors
    /// `loop.slow_callback_duration`.
    #[must_use]
    pub fn slow_callback_duration(&self) -> Span {
        self.0.settings.slow.get()
    }

    /// Sets how long a callback or step may take in debug mode.
    pub fn set_slow_callback_duration(&self, duration: Span) {
        self.0.settings.slow.set(duration);
    }

    /// Who hears of errors that nothing awaits; None: [`Domain::report`]. Mirrors
    /// `loop.get_exception_handler`.
    #[must_use]
    pub fn exception_handler(&self) -> Option<ExceptionHandler<D>> {
        self.0.settings.handler.borrow().clone()
    }

    /// Sets who hears of errors that nothing awaits. Mirrors `loop.set_exception_handler`.
    ///
    /// ```
    /// use std::cell::RefCell;
    /// use std::rc::Rc;
    ///
    /// use loopscope_core::native::{Error, run_virtual, spawn, yield_now};
    ///
    /// let heard = Rc::new(RefCell::new(Vec::new()));
    /// let log = heard.clone();
    /// run_virtual(|event_loop| async move {
    ///     event_loop.set_exception_handler(Some(Rc::new(move |_, report, ()| {
    ///         log.borrow_mut().push(report.message);
    ///         Ok(())
    ///     })));
    ///     drop(spawn(&event_loop, async { Err::<(), Error>(Error::Cancelled) }));
    ///     drop(spawn(&event_loop, async { Err::<(), Error>(std::fmt::Error.into()) }));
    ///     yield_now(&event_loop).await?;
    ///     yield_now(&event_loop).await
    /// })
    /// .unwrap();
    /// assert_eq!(*heard.borrow(), ["Task exception was never retrieved"]);
    /// ```
    pub fn set_exception_handler(&self, handler: Option<ExceptionHandler<D>>) {
        // Dropped after the borrow ends: a drop may come back here.
        let old = std::mem::replace(&mut *self.0.settings.handler.borrow_mut(), handler);
        drop(old);
    }

    /// Tells whoever is to hear of it. Mirrors `loop.call_exception_handler`.
    ///
    /// # Errors
    /// What the handler raised, if that must stop the loop.
    pub fn call_exception_handler(&self, report: Report<D>, cx: &mut D::Context) -> Result<(), D::Error> {
        match self.exception_handler() {
            Some(handler) => handler(self, report, cx),
            None => {
                D::report(cx, report);
                Ok(())
            }
        }
    }

    /// A callback or a step begins: notes when, in debug mode.
    pub(super) fn note_begin(&self) {
        if self.debug() {
            self.0.settings.began.set(Some(self.time()));
        }
    }

    /// It is over: tells of it if it took long.
    pub(super) fn note_end(&self, what: Slow<'_, D>, cx: &mut D::Context) {
        if let Some(began) = self.0.settings.began.take() {
            let took = self.time().since(began);
            if took >= self.slow_callback_duration() {
                D::slow(cx, what, took);
            }
        }
    }
}
