//! `wait`: waits until the first, or the first that fails, or all of several futures are done.
//!
//! Mirrors `asyncio.wait`. It cancels nothing: what is not done in time goes on, and so do all of them when
//! the wait itself is cancelled.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::rc::Rc;

use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::{CallbackId, DoneCallback, Future, Operation};
use crate::handle::{Callback, CancelOnDrop};
use crate::instrument::Purpose;
use crate::time::Time;

/// When a wait is over. Mirrors `return_when`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReturnWhen {
    /// As soon as one future is done, in any way.
    FirstCompleted,
    /// As soon as one fails (being cancelled does not count), or all are done.
    FirstException,
    /// When all are done.
    AllCompleted,
}

/// What a wait came to. Both parts keep the order in which the futures were given.
pub struct Waited<D: Domain> {
    /// Those that are done, in any way: look at each for its result.
    pub done: Vec<Future<D>>,
    /// Those that are not.
    pub pending: Vec<Future<D>>,
}

/// What the callbacks of one wait share.
struct Waiting<D: Domain> {
    waiter: Future<D>,
    return_when: ReturnWhen,
    /// How many are still to be done.
    remaining: Cell<usize>,
    timer: RefCell<Option<CancelOnDrop<D>>>,
}

impl<D: Domain> Waiting<D> {
    /// Mirrors `_on_completion`.
    fn completed(&self, future: &Future<D>) {
        self.remaining.set(self.remaining.get() - 1);
        let over = self.remaining.get() == 0
            || match self.return_when {
                ReturnWhen::FirstCompleted => true,
                ReturnWhen::FirstException => future.failure().is_some(),
                ReturnWhen::AllCompleted => false,
            };
        if over {
            drop(self.timer.take());
            release(&self.waiter);
        }
    }
}

/// Ends a wait for `waiter`, unless something else has ended it. Mirrors `_release_waiter`.
pub(crate) fn release<D: Domain>(waiter: &Future<D>) {
    if !waiter.done() {
        waiter.finish(Ok(D::unit()));
    }
}

/// A timer that ends a wait `seconds` from now.
pub(crate) fn release_later<D: Domain>(
    event_loop: &LoopRef<D>,
    waiter: &Future<D>,
    seconds: f64,
) -> CancelOnDrop<D> {
    let when = Time::from_secs_f64(event_loop.time().as_secs_f64() + seconds);
    CancelOnDrop(event_loop.call_at(when, Callback::SetResult(waiter.clone(), D::unit())))
}

/// Takes the callbacks back when the wait is over, or goes away.
struct Watching<D: Domain> {
    waiting: Rc<Waiting<D>>,
    callbacks: Vec<(Future<D>, CallbackId)>,
}

impl<D: Domain> Drop for Watching<D> {
    fn drop(&mut self) {
        drop(self.waiting.timer.take());
        for (future, callback) in &self.callbacks {
            future.remove_callback(*callback);
        }
    }
}

/// Waits for `futures` until `return_when` holds, at most `timeout` seconds of the loop's clock.
///
/// A future that is given twice counts once. The time running out is no error: see what is pending.
///
/// ```
/// use loopscope_core::native::{run_virtual, sleep, spawn};
/// use loopscope_core::wait::{ReturnWhen, wait};
///
/// run_virtual(|event_loop| async move {
///     let tasks = [1.0, 2.0, 3.0].map(|delay| {
///         let inner = event_loop.clone();
///         spawn(&event_loop, async move { sleep(&inner, delay).await })
///     });
///     let futures: Vec<_> = tasks.iter().map(|task| task.task().future().clone()).collect();
///
///     let first = wait(&event_loop, &futures, None, ReturnWhen::FirstCompleted).await?;
///     assert_eq!((first.done.len(), first.pending.len()), (1, 2));
///
///     let rest = wait(&event_loop, &first.pending, Some(1.5), ReturnWhen::AllCompleted).await?;
///     assert_eq!((rest.done.len(), rest.pending.len()), (1, 1));
///     assert_eq!(event_loop.time().as_secs_f64(), 2.5);
///     Ok(())
/// })
/// .unwrap();
/// ```
///
/// # Errors
/// A `ValueError` if there is no future; a cancellation that came meanwhile.
pub async fn wait<D: Domain>(
    event_loop: &LoopRef<D>,
    futures: &[Future<D>],
    timeout: Option<f64>,
    return_when: ReturnWhen,
) -> Result<Waited<D>, D::Error> {
    if futures.is_empty() {
        return Err(D::error(ErrorKind::Value, "Set of Tasks/Futures is empty."));
    }
    let mut seen = HashSet::with_capacity(futures.len());
    let unique: Vec<&Future<D>> = futures.iter().filter(|future| seen.insert(future.id())).collect();
    let ids = unique.iter().map(|future| future.id()).collect();
    let waiter = event_loop.create_future_for(Purpose::Group("wait", ids));
    let timer = timeout.map(|seconds| release_later(event_loop, &waiter, seconds));
    let waiting = Rc::new(Waiting {
        waiter: waiter.clone(),
        return_when,
        remaining: Cell::new(unique.len()),
        timer: RefCell::new(timer),
    });
    let watch = |future: &&Future<D>| {
        let waiting = Rc::clone(&waiting);
        let callback = Box::new(move |future: &Future<D>, _: &LoopRef<D>, _: &mut D::Context| {
            waiting.completed(future);
        });
        ((*future).clone(), future.add_done_callback(DoneCallback::Operation(Operation::Wait, callback)))
    };
    let callbacks = unique.iter().map(watch).collect();
    let watching = Watching { waiting: Rc::clone(&waiting), callbacks };
    waiter.await?;
    drop(watching);
    let (done, pending) = unique.into_iter().cloned().partition(Future::done);
    Ok(Waited { done, pending })
}
