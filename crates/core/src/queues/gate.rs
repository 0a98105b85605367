//! Everything of a queue but its items: who may put and take, and who waits for that.
//!
//! An engine that keeps the items in its own way (in objects of its language, or where the program says) uses a
//! gate and asks it around each step; [`Queue`](super::Queue) is a gate with items. Mirrors `asyncio.Queue` without
//! `_init`, `_get` and `_put`.

use std::cell::Cell;
use std::rc::Rc;

use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::instrument::Purpose;
use crate::locks::Event;
use crate::locks::waiters::{Finally, Home, Waiters};

/// The rules of a queue. A cheap reference: clones are the same gate.
///
/// ```
/// use loopscope_core::native::Native;
/// use loopscope_core::queues::Gate;
///
/// let gate = Gate::<Native>::new(1);
/// gate.may_put().unwrap();
/// // ... the engine stores the item ...
/// gate.was_put();
/// assert_eq!(gate.may_put().unwrap_err().to_string(), "QueueFull");
/// assert!(gate.full());
/// ```
pub struct Gate<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    getters: Waiters<D>,
    putters: Waiters<D>,
    home: Home<D>,
    /// How many items it takes; 0 is no limit.
    max_size: usize,
    size: Cell<usize>,
    unfinished: Cell<usize>,
    finished: Event<D>,
    shut_down: Cell<bool>,
}

impl<D: Domain> Clone for Gate<D> {
    fn clone(&self) -> Self {
        Gate(Rc::clone(&self.0))
    }
}

impl<D: Domain> Gate<D> {
    /// The gate of an empty queue of at most `max_size` items; 0 is no limit.
    #[must_use]
    pub fn new(max_size: usize) -> Gate<D> {
        let finished = Event::standing_for("queue to be done");
        finished.set();
        Gate(Rc::new(Body {
            getters: Waiters::new(),
            putters: Waiters::new(),
            home: Home::new(),
            max_size,
            size: Cell::new(0),
            unfinished: Cell::new(0),
            finished,
            shut_down: Cell::new(false),
        }))
    }

    /// How many items there are. Mirrors `Queue.qsize`.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.size.get()
    }

    /// Whether there is none. Mirrors `Queue.empty`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether there are as many as it takes. Mirrors `Queue.full`.
    #[must_use]
    pub fn full(&self) -> bool {
        self.0.max_size > 0 && self.len() >= self.0.max_size
    }

    /// Corrects the number of items, where the engine's own way of keeping them has made it another.
    pub fn set_len(&self, size: usize) {
        self.0.size.set(size);
    }

    /// Items that were put and for which `task_done` was not called yet.
    #[must_use]
    pub fn unfinished(&self) -> usize {
        self.0.unfinished.get()
    }

    /// Whether it was shut down.
    #[must_use]
    pub fn is_shut_down(&self) -> bool {
        self.0.shut_down.get()
    }

    /// How many wait for an item, and how many for room.
    #[must_use]
    pub fn waiting(&self) -> (usize, usize) {
        (self.0.getters.len(), self.0.putters.len())
    }

    fn refused(kind: ErrorKind) -> D::Error {
        D::error(kind, "")
    }

    /// Whether an item may be put now; if so, it has to be, and [`Gate::was_put`] called. Mirrors the head of
    /// `Queue.put_nowait`.
    ///
    /// # Errors
    /// `QueueShutDown`; `QueueFull`.
    pub fn may_put(&self) -> Result<(), D::Error> {
        if self.is_shut_down() {
            return Err(Self::refused(ErrorKind::QueueShutDown));
        }
        if self.full() {
            return Err(Self::refused(ErrorKind::QueueFull));
        }
        Ok(())
    }

    /// An item was put: wakes the next who waits for one. Mirrors the rest of `Queue.put_nowait`.
    pub fn was_put(&self) {
        self.0.size.set(self.len() + 1);
        self.0.unfinished.set(self.unfinished() + 1);
        self.0.finished.clear();
        self.0.getters.take_next();
    }

    /// Whether there is an item to take; if so, it has to be, and [`Gate::was_taken`] called. Mirrors the head of
    /// `Queue.get_nowait`.
    ///
    /// # Errors
    /// `QueueShutDown`; `QueueEmpty`.
    pub fn may_take(&self) -> Result<(), D::Error> {
        if !self.is_empty() {
            return Ok(());
        }
        Err(Self::refused(match self.is_shut_down() {
            true => ErrorKind::QueueShutDown,
            false => ErrorKind::QueueEmpty,
        }))
    }

    /// An item was taken: wakes the next who waits for room. Mirrors the rest of `Queue.get_nowait`.
    pub fn was_taken(&self) {
        self.0.size.set(self.len().saturating_sub(1));
        self.0.putters.take_next();
    }

    /// Waits until there is room; not at all if there is. Mirrors the loop of `Queue.put`.
    ///
    /// # Errors
    /// `QueueShutDown`; a cancellation that came meanwhile; a `RuntimeError` if others wait in another loop.
    pub async fn room(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        while self.full() {
            self.wait(event_loop, &self.0.putters, "queue slot", || !self.full()).await?;
        }
        Ok(())
    }

    /// Waits until there is an item; not at all if there is. Mirrors the loop of `Queue.get`.
    ///
    /// # Errors
    /// `QueueShutDown`; a cancellation that came meanwhile; a `RuntimeError` if others wait in another loop.
    pub async fn item(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        while self.is_empty() {
            self.wait(event_loop, &self.0.getters, "queue item", || !self.is_empty()).await?;
        }
        Ok(())
    }

    async fn wait(
        &self,
        event_loop: &LoopRef<D>,
        line: &Waiters<D>,
        purpose: &'static str,
        others_can: impl Fn() -> bool,
    ) -> Result<(), D::Error> {
        if self.is_shut_down() {
            return Err(Self::refused(ErrorKind::QueueShutDown));
        }
        self.0.home.enter(event_loop, || self.describe())?;
        let place = line.join(event_loop, Purpose::Named(purpose));
        let future = place.future().clone();
        // Who was woken and cannot use it leaves it to the next.
        let pass_on = Finally::new(|| {
            future.cancel(None);
            if others_can() && !future.cancelled() {
                line.take_next();
            }
        });
        place.woken().await?;
        pass_on.disarm();
        Ok(())
    }

    /// Counts an item as dealt with. Mirrors `Queue.task_done`.
    ///
    /// # Errors
    /// `ValueError` if there are no more of them.
    pub fn task_done(&self) -> Result<(), D::Error> {
        let Some(left) = self.unfinished().checked_sub(1) else {
            return Err(D::error(ErrorKind::Value, "task_done() called too many times"));
        };
        self.0.unfinished.set(left);
        if left == 0 {
            self.0.finished.set();
        }
        Ok(())
    }

    /// Waits until all items have been dealt with; not at all if they have. Mirrors `Queue.join`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile; a `RuntimeError` if others wait in another loop.
    pub async fn join(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        if self.unfinished() > 0 {
            self.0.finished.wait(event_loop).await?;
        }
        Ok(())
    }

    /// Refuses every put from now on, and every take once it is empty. With `immediate` it is empty at once: the
    /// caller drops the items. Mirrors `Queue.shutdown`.
    pub fn shutdown(&self, immediate: bool) {
        self.0.shut_down.set(true);
        if immediate {
            self.0.unfinished.set(self.unfinished().saturating_sub(self.len()));
            self.0.size.set(0);
            if self.unfinished() == 0 {
                self.0.finished.set();
            }
        }
        while self.0.getters.take_next() {}
        while self.0.putters.take_next() {}
    }

    /// How it stands, in asyncio's words, without the items: what comes before them in a `repr`, and what after.
    #[must_use]
    pub fn state(&self) -> String {
        use std::fmt::Write as _;
        let mut text = String::new();
        let (getters, putters) = self.waiting();
        for (name, count) in [("_getters", getters), ("_putters", putters)] {
            if count > 0 {
                let _ = write!(text, " {name}[{count}]");
            }
        }
        if self.unfinished() > 0 {
            let _ = write!(text, " tasks={}", self.unfinished());
        }
        if self.is_shut_down() {
            text.push_str(" shutdown");
        }
        text
    }

    fn describe(&self) -> String {
        format!("<Queue maxsize={}{}>", self.0.max_size, self.state())
    }
}
