//! `as_completed`: the futures of a set, each as soon as it is done.
//!
//! Mirrors `asyncio.as_completed` and its iterator. What is done waits in a queue; whoever asks waits in
//! another one, and is woken in the order of asking.

use std::cell::{Cell, RefCell};
use std::collections::{HashSet, VecDeque};
use std::future::Future as StdFuture;
use std::rc::Rc;

use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::{CallbackId, DoneCallback, Future, Operation};
use crate::handle::{Callback, CancelOnDrop};
use crate::instrument::Purpose;
use crate::time::Time;

/// How many futures a wait names at most for the trace.
const MOST_NAMED: usize = 64;

/// An iterator over futures in the order in which they are done. A cheap reference: clones are the same.
pub struct AsCompleted<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    event_loop: LoopRef<D>,
    /// Done and not yet handed out; `None` for each that the time ran out for.
    done: RefCell<VecDeque<Option<Future<D>>>>,
    /// Emptied one by one, as they are done.
    todo: RefCell<Vec<Option<Watched<D>>>>,
    /// How many of them are pending.
    pending: Cell<usize>,
    /// How many have not been asked for.
    left: Cell<usize>,
    /// Those that wait for the next one.
    getters: RefCell<VecDeque<Future<D>>>,
    timer: RefCell<Option<CancelOnDrop<D>>>,
}

/// A future, and the callback that tells of its end.
type Watched<D> = (Future<D>, CallbackId);

impl<D: Domain> Clone for AsCompleted<D> {
    fn clone(&self) -> Self {
        AsCompleted(Rc::clone(&self.0))
    }
}

impl<D: Domain> AsCompleted<D> {
    /// Iterates over `futures`; those that are not done after `timeout` seconds of the loop's clock are given up.
    ///
    /// A future that is given twice counts once.
    ///
    /// ```
    /// use loopscope_core::as_completed::AsCompleted;
    /// use loopscope_core::native::{run_virtual, sleep, spawn};
    ///
    /// run_virtual(|event_loop| async move {
    ///     let tasks = [3.0, 1.0, 2.0].map(|delay| {
    ///         let inner = event_loop.clone();
    ///         spawn(&event_loop, async move { sleep(&inner, delay).await })
    ///     });
    ///     let futures: Vec<_> = tasks.iter().map(|task| task.task().future().clone()).collect();
    ///     let completed = AsCompleted::new(&event_loop, &futures, None);
    ///     let mut order = Vec::new();
    ///     while let Some(next) = completed.next() {
    ///         let done = next.await?;
    ///         order.push(futures.iter().position(|future| future.ptr_eq(&done)));
    ///     }
    ///     assert_eq!(order, [Some(1), Some(2), Some(0)]);
    ///     Ok(())
    /// })
    /// .unwrap();
    /// ```
    #[must_use]
    pub fn new(event_loop: &LoopRef<D>, futures: &[Future<D>], timeout: Option<f64>) -> AsCompleted<D> {
        let mut seen = HashSet::with_capacity(futures.len());
        let unique = futures.iter().filter(|future| seen.insert(future.id()));
        let this = AsCompleted(Rc::new(Body {
            event_loop: event_loop.clone(),
            done: RefCell::default(),
            todo: RefCell::default(),
            pending: Cell::new(0),
            left: Cell::new(0),
            getters: RefCell::default(),
            timer: RefCell::new(None),
        }));
        let watch = |(index, future): (usize, &Future<D>)| {
            let body = Rc::clone(&this.0);
            let callback = Box::new(move |_: &Future<D>, _: &LoopRef<D>, _: &mut D::Context| {
                body.completed(index);
            });
            let callback = DoneCallback::Operation(Operation::AsCompleted, callback);
            Some((future.clone(), future.add_done_callback(callback)))
        };
        let todo: Vec<_> = unique.enumerate().map(watch).collect();
        this.0.left.set(todo.len());
        this.0.pending.set(todo.len());
        if let Some(seconds) = timeout
            && !todo.is_empty()
        {
            let body = Rc::clone(&this.0);
            let when = Time::from_secs_f64(event_loop.time().as_secs_f64() + seconds);
            let expire = Callback::Native(Box::new(move |_, _| body.expire()));
            *this.0.timer.borrow_mut() = Some(CancelOnDrop(event_loop.call_at(when, expire)));
        }
        *this.0.todo.borrow_mut() = todo;
        this
    }

    /// The next one, to be awaited; None once all have been asked for. Mirrors `__next__` and `__anext__`.
    ///
    /// Awaiting it gives a future that is done, or a `TimeoutError` if the time has run out, or a cancellation
    /// that came meanwhile.
    #[must_use]
    pub fn next(&self) -> Option<impl StdFuture<Output = Result<Future<D>, D::Error>> + use<D>> {
        self.claim().then(|| self.get())
    }

    /// Asks for one more; false once all have been asked for.
    #[must_use]
    pub fn claim(&self) -> bool {
        let left = self.0.left.get();
        self.0.left.set(left.saturating_sub(1));
        left > 0
    }

    /// Waits for the one that was asked for with [`AsCompleted::claim`].
    pub fn get(&self) -> impl StdFuture<Output = Result<Future<D>, D::Error>> + use<D> {
        let body = Rc::clone(&self.0);
        async move { body.get().await }
    }
}

impl<D: Domain> Body<D> {
    /// Mirrors `_handle_completion`.
    fn completed(&self, index: usize) {
        let entry = self.todo.borrow_mut().get_mut(index).and_then(Option::take);
        // The time may have run out before this callback came.
        let Some((future, _)) = entry else { return };
        self.pending.set(self.pending.get() - 1);
        self.put(Some(future));
        if self.pending.get() == 0 {
            drop(self.timer.take());
        }
    }

    /// Mirrors `_handle_timeout`.
    fn expire(&self) {
        self.pending.set(0);
        for (future, callback) in self.todo.take().into_iter().flatten() {
            future.remove_callback(callback);
            self.put(None);
        }
    }

    /// What a wait for the next one is for; of many only the first are named.
    fn purpose(&self) -> Purpose {
        let todo = self.todo.borrow();
        let shown = if self.event_loop.has_instrument() { MOST_NAMED } else { 0 };
        Purpose::Group(
            "as_completed",
            todo.iter().flatten().take(shown).map(|(future, _)| future.id()).collect(),
        )
    }

    fn put(&self, done: Option<Future<D>>) {
        self.done.borrow_mut().push_back(done);
        self.wake_next();
    }

    fn wake_next(&self) {
        loop {
            let Some(getter) = self.getters.borrow_mut().pop_front() else { return };
            if !getter.done() {
                getter.finish(Ok(D::unit()));
                return;
            }
        }
    }

    /// Mirrors `_wait_for_one`, and the `Queue.get` in it.
    async fn get(&self) -> Result<Future<D>, D::Error> {
        loop {
            let done = self.done.borrow_mut().pop_front();
            match done {
                Some(Some(future)) => return Ok(future),
                Some(None) => return Err(D::error(ErrorKind::Timeout, "")),
                None => {}
            }
            let getter = self.event_loop.create_future_for(self.purpose());
            self.getters.borrow_mut().push_back(getter.clone());
            let mut asking = Asking { body: self, getter: Some(getter.clone()) };
            getter.await?;
            asking.getter = None;
        }
    }
}

/// Gives its turn to the next one if it is cancelled, or goes away, while it asks.
struct Asking<'a, D: Domain> {
    body: &'a Body<D>,
    /// Empty once it has been told.
    getter: Option<Future<D>>,
}

impl<D: Domain> Drop for Asking<'_, D> {
    fn drop(&mut self) {
        let Some(getter) = self.getter.take() else { return };
        getter.cancel(None);
        self.body.getters.borrow_mut().retain(|other| !other.ptr_eq(&getter));
        if !self.body.done.borrow().is_empty() && !getter.cancelled() {
            self.body.wake_next();
        }
    }
}
