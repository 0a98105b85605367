//! The line of those who wait: what every primitive has inside.
//!
//! Joining, leaving and waking cost the same however many wait. Who leaves from the middle leaves a hole, which
//! goes away when the front reaches it; and as a waiter that is done or cancelled stays so, the line remembers
//! how far it has looked.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::instrument::Purpose;

/// Futures in the order in which they came. Mirrors the deques `_waiters`, `_getters` and `_putters`.
pub(crate) struct Waiters<D: Domain>(RefCell<Line<D>>);

struct Line<D: Domain> {
    /// None: has left. The first is never a hole.
    futures: VecDeque<Option<Future<D>>>,
    /// The ticket of the first future.
    first: u64,
    /// How many have not left.
    len: usize,
    /// Every waiter with a lower ticket is done or has left.
    done: u64,
    /// Every waiter with a lower ticket was cancelled or has left.
    cancelled: u64,
}

impl<D: Domain> Waiters<D> {
    pub(crate) fn new() -> Waiters<D> {
        Waiters(RefCell::new(Line { futures: VecDeque::new(), first: 0, len: 0, done: 0, cancelled: 0 }))
    }

    /// How many wait, those included that have been woken or cancelled and did not run yet.
    pub(crate) fn len(&self) -> usize {
        self.0.borrow().len
    }

    /// A new place at the end.
    pub(crate) fn join(&self, event_loop: &LoopRef<D>, purpose: Purpose) -> Place<'_, D> {
        let future = event_loop.create_future_for(purpose);
        let mut line = self.0.borrow_mut();
        let ticket = line.first + line.futures.len() as u64;
        line.futures.push_back(Some(future.clone()));
        line.len += 1;
        Place { waiters: self, ticket, future }
    }

    /// Gives a place up; nothing happens the second time.
    fn leave(&self, ticket: u64) {
        let mut line = self.0.borrow_mut();
        let left = line.at(ticket).and_then(Option::take);
        if left.is_some() {
            line.len -= 1;
            line.close_front();
        }
        drop(line);
        // What a future holds may come back here when it goes away.
        drop(left);
    }

    /// Whether anybody waits who was not cancelled.
    pub(crate) fn has_live(&self) -> bool {
        let mut line = self.0.borrow_mut();
        let (from, end) = (line.cancelled.max(line.first), line.end());
        let live = (from..end).find(|&ticket| matches!(line.at(ticket), Some(Some(f)) if !f.cancelled()));
        line.cancelled = live.unwrap_or(end);
        live.is_some()
    }

    /// Wakes the first who was not woken yet; false if there is none. Mirrors `Semaphore._wake_up_next`.
    pub(crate) fn wake_next(&self) -> bool {
        let mut line = self.0.borrow_mut();
        let (from, end) = (line.done.max(line.first), line.end());
        let next = (from..end).find(|&ticket| matches!(line.at(ticket), Some(Some(f)) if !f.done()));
        line.done = next.map_or(end, |ticket| ticket + 1);
        let future = next.and_then(|ticket| line.at(ticket)?.clone());
        drop(line);
        match future {
            Some(future) => {
                future.finish(Ok(D::unit()));
                true
            }
            None => false,
        }
    }

    /// Wakes up to `count`.
    pub(crate) fn wake(&self, count: usize) {
        for _ in 0..count {
            if !self.wake_next() {
                return;
            }
        }
    }

    /// Wakes the first of all unless that has been done. Mirrors `Lock._wake_up_first`.
    pub(crate) fn wake_first(&self) {
        let first = self.0.borrow().futures.front().and_then(Clone::clone);
        if let Some(first) = first.filter(|first| !first.done()) {
            first.finish(Ok(D::unit()));
        }
    }

    /// Takes waiters out of the line from the front until one could be woken; false if there was none. Mirrors
    /// `Queue._wakeup_next`.
    pub(crate) fn take_next(&self) -> bool {
        loop {
            let mut line = self.0.borrow_mut();
            let Some(front) = line.futures.front_mut() else { return false };
            let taken = front.take();
            line.len -= 1;
            line.close_front();
            drop(line);
            if let Some(taken) = taken.filter(|taken| !taken.done()) {
                taken.finish(Ok(D::unit()));
                return true;
            }
        }
    }
}

impl<D: Domain> Line<D> {
    fn at(&mut self, ticket: u64) -> Option<&mut Option<Future<D>>> {
        let index = usize::try_from(ticket.checked_sub(self.first)?).ok()?;
        self.futures.get_mut(index)
    }

    /// The ticket of who joins next.
    fn end(&self) -> u64 {
        self.first + self.futures.len() as u64
    }

    fn close_front(&mut self) {
        while matches!(self.futures.front(), Some(None)) {
            self.futures.pop_front();
            self.first += 1;
        }
    }
}

/// A place in a line. Dropping it leaves the line.
pub(crate) struct Place<'w, D: Domain> {
    waiters: &'w Waiters<D>,
    ticket: u64,
    future: Future<D>,
}

impl<D: Domain> Place<'_, D> {
    /// What is waited for.
    pub(crate) fn future(&self) -> &Future<D> {
        &self.future
    }

    /// Waits until it is woken, and leaves the line.
    pub(crate) async fn woken(self) -> Result<(), D::Error> {
        self.future.clone().await.map(drop)
    }
}

impl<D: Domain> Drop for Place<'_, D> {
    fn drop(&mut self) {
        self.waiters.leave(self.ticket);
    }
}

/// The loop that a primitive belongs to: the first in which somebody had to wait. Mirrors `mixins._LoopBoundMixin`.
pub(crate) struct Home<D: Domain>(OnceCell<LoopRef<D>>);

impl<D: Domain> Home<D> {
    pub(crate) fn new() -> Home<D> {
        Home(OnceCell::new())
    }

    /// A `RuntimeError` in any other loop; `describe` says which object it is.
    pub(crate) fn enter(
        &self,
        event_loop: &LoopRef<D>,
        describe: impl FnOnce() -> String,
    ) -> Result<(), D::Error> {
        if self.0.get_or_init(|| event_loop.clone()).ptr_eq(event_loop) {
            return Ok(());
        }
        Err(D::error(ErrorKind::Runtime, &other_loop(&describe())))
    }
}

/// The message of the error that a primitive raises in a loop that is not its own.
#[must_use]
pub fn other_loop(primitive: &str) -> String {
    format!("{primitive} is bound to a different event loop")
}

/// What a primitive is and how it stands, as its error messages show it.
pub(crate) fn described(class: &str, state: &str) -> String {
    format!("<{class} [{state}]>")
}

/// A state with the number of those who wait, if anybody does.
pub(crate) fn with_waiters<D: Domain>(state: &str, waiters: &Waiters<D>) -> String {
    match waiters.len() {
        0 => state.to_owned(),
        count => format!("{state}, waiters:{count}"),
    }
}

/// Does something when dropped, unless it is disarmed: what has to happen however an `async fn` is left.
pub(crate) struct Finally<F: Fn()> {
    armed: Cell<bool>,
    action: F,
}

impl<F: Fn()> Finally<F> {
    pub(crate) fn new(action: F) -> Finally<F> {
        Finally { armed: Cell::new(true), action }
    }

    pub(crate) fn disarm(&self) {
        self.armed.set(false);
    }
}

impl<F: Fn()> Drop for Finally<F> {
    fn drop(&mut self) {
        if self.armed.get() {
            (self.action)();
        }
    }
}
