//! Rust coroutines: any [`std::future::Future`] as a task, with asyncio's rules.
//!
//! An `async` block becomes a [`Coroutine`] through [`Adapter`]. When it awaits one of this loop's futures,
//! the task waits for that future, as a Python task would; when it awaits anything else, it waits for the
//! [`std::task::Waker`]. A cancellation arrives as an error of the await it stands at.
//!
//! ```
//! use loopscope_core::native::{self, sleep};
//!
//! let result = native::run_virtual(|event_loop| async move {
//!     let hello = native::spawn(&event_loop, {
//!         let event_loop = event_loop.clone();
//!         async move {
//!             sleep(&event_loop, 2.0).await?;
//!             Ok("hello")
//!         }
//!     });
//!     let world = native::spawn(&event_loop, async { Ok("world") });
//!     let (hello, world) = (hello.await?, world.await?);
//!     assert_eq!(event_loop.time().as_secs_f64(), 2.0);
//!     Ok(format!("{hello} {world}"))
//! });
//! assert_eq!(result.unwrap(), "hello world");
//! ```

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::future::Future as StdFuture;
use std::hint::black_box;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::{DoneCallback, Future};
use crate::handle::{Callback, CancelOnDrop};
use crate::instrument::Purpose;
use crate::task::{Task, TaskOptions};
use crate::task_group::TaskGroup;
use crate::time::Span;

mod program;
mod world;

#[cfg(not(target_arch = "wasm32"))]
pub use program::run;
pub use program::{BlockingRunner, Program, run_virtual};
pub use world::{Error, Native};

/// What passes between a Rust future being polled and the loop's futures inside it.
pub(crate) struct Polling<D: Domain> {
    /// The futures of the loop that were polled and are pending.
    awaited: RefCell<Vec<Future<D>>>,
    yielded: Cell<bool>,
    /// An error to be given to the first await that is polled.
    thrown: Cell<Option<D::Error>>,
}

impl<D: Domain> Default for Polling<D> {
    fn default() -> Self {
        Polling { awaited: RefCell::default(), yielded: Cell::new(false), thrown: Cell::new(None) }
    }
}

impl<D: Domain> Polling<D> {
    /// Sets the state of one poll aside, for another inside it; and back.
    pub(crate) fn exchange(&self, other: &Polling<D>) {
        self.awaited.swap(&other.awaited);
        self.yielded.swap(&other.yielded);
        self.thrown.swap(&other.thrown);
    }
}

/// Awaiting a future of the loop from Rust gives its result, or its error.
impl<D: Domain> StdFuture for Future<D> {
    type Output = Result<D::Value, D::Error>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_result()
    }
}

impl<D: Domain> Future<D> {
    fn poll_result(&self) -> Poll<Result<D::Value, D::Error>> {
        let polling = self.event_loop().polling();
        if let Some(error) = polling.thrown.take() {
            return Poll::Ready(Err(error));
        }
        if self.done() {
            return Poll::Ready(self.result());
        }
        polling.awaited.borrow_mut().push(self.clone());
        Poll::Pending
    }
}

/// A Rust future that a task runs: what [`LoopRef::create_task_of`] keeps in place of a coroutine, so that the
/// future's own box is the only one.
pub(crate) struct RustTask<D: Domain> {
    future: Pin<Box<dyn TaskFuture<D>>>,
    started: bool,
}

/// A Rust future of a task. When it is done it keeps its result for the [`JoinHandle`].
trait TaskFuture<D: Domain>: StdFuture<Output = Result<D::Value, D::Error>> {
    /// The name of its type.
    fn name(&self) -> &'static str;
    /// Reads from it, and does nothing with what it reads.
    fn fetch(&self);
    /// Moves the result into an `Option` of the type that it has.
    fn take(self: Pin<&mut Self>, result: &mut dyn Any);
}

pin_project_lite::pin_project! {
    /// What a task of [`spawn`] runs.
    #[project = SpawnedPart]
    enum Spawned<F, T> {
        Running { #[pin] future: F },
        Done { result: Option<T> },
    }
}

impl<F: StdFuture<Output = Result<T, Error>>, T> StdFuture for Spawned<F, T> {
    type Output = Result<(), Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let SpawnedPart::Running { future } = self.as_mut().project() else {
            return Poll::Ready(Err(Error::Rule(ErrorKind::Runtime, "polled after its end".to_owned())));
        };
        future.poll(cx).map(|done| {
            let (result, done) = match done {
                Ok(result) => (Some(result), Ok(())),
                Err(error) => (None, Err(error)),
            };
            // Here the program's future goes away.
            self.set(Spawned::Done { result });
            done
        })
    }
}

impl<F: StdFuture<Output = Result<T, Error>>, T: 'static> TaskFuture<Native> for Spawned<F, T> {
    fn name(&self) -> &'static str {
        std::any::type_name::<F>()
    }

    fn fetch(&self) {
        black_box(matches!(self, Spawned::Running { .. }));
    }

    fn take(self: Pin<&mut Self>, to: &mut dyn Any) {
        if let SpawnedPart::Done { result } = self.project()
            && let Some(to) = to.downcast_mut::<Option<T>>()
        {
            *to = result.take();
        }
    }
}

impl<D: Domain> RustTask<D> {
    pub(crate) fn name(&self) -> &'static str {
        self.future.name()
    }

    pub(crate) fn fetch(&self) {
        self.future.fetch();
    }

    /// Moves the result into an `Option` of the type that it has.
    fn take(&mut self, result: &mut dyn Any) {
        self.future.as_mut().take(result);
    }

    /// `awaited` is what the task waited for until now.
    pub(crate) fn resume(
        &mut self,
        input: Resume<D>,
        awaited: Option<Future<D>>,
        event_loop: &LoopRef<D>,
    ) -> Resumed<D> {
        let started = std::mem::replace(&mut self.started, true);
        resume(self.future.as_mut(), started, awaited, input, event_loop)
    }
}

/// Polls a Rust future as a coroutine is resumed.
fn resume<D: Domain, F: StdFuture<Output = Result<D::Value, D::Error>> + ?Sized>(
    future: Pin<&mut F>,
    started: bool,
    awaited: Option<Future<D>>,
    input: Resume<D>,
    event_loop: &LoopRef<D>,
) -> Resumed<D> {
    let polling = event_loop.polling();
    if let Resume::Throw(error) = input {
        if !started {
            return Resumed::Raise(error);
        }
        // What a failed or cancelled future raises, its own poll will give.
        let own = awaited.is_some_and(|future| match D::is_cancelled(&error) {
            true => future.cancelled(),
            false => future.done(),
        });
        if !own {
            polling.thrown.set(Some(error));
        }
    }
    let poll = |waker: &Waker| future.poll(&mut Context::from_waker(waker));
    let polled = match event_loop.current_task_id() {
        Some(task) => event_loop.remote().with_waker(task, poll),
        None => poll(Waker::noop()),
    };
    // An error that no await took ends the coroutine: what it awaits knows nothing of cancellation.
    match (polled, polling.thrown.take()) {
        (Poll::Ready(Ok(value)), _) => Resumed::Return(value),
        (Poll::Ready(Err(error)), _) => Resumed::Raise(error),
        (Poll::Pending, Some(error)) => {
            drop(polling.awaited.take());
            Resumed::Raise(error)
        }
        (Poll::Pending, None) => suspended(event_loop),
    }
}

/// Turns what was polled into what the task is to wait for.
fn suspended<D: Domain>(event_loop: &LoopRef<D>) -> Resumed<D> {
    let polling = event_loop.polling();
    let mut awaited = polling.awaited.borrow_mut();
    if polling.yielded.replace(false) {
        awaited.clear();
        return Resumed::Yield;
    }
    if let Some(last) = awaited.pop() {
        if awaited.is_empty() {
            return Resumed::Await(last);
        }
        awaited.push(last);
        let all = std::mem::take(&mut *awaited);
        drop(awaited);
        return Resumed::Await(any_of(event_loop, &all));
    }
    drop(awaited);
    Resumed::Await(match event_loop.current_task_id() {
        Some(task) => event_loop.remote().park(task, event_loop),
        None => event_loop.create_future(),
    })
}

/// A Rust future as a coroutine.
pub struct Adapter<D: Domain, F: ?Sized> {
    /// Empty when it is over.
    future: Option<Pin<Box<F>>>,
    /// What the task waits for on its behalf.
    awaited: Option<Future<D>>,
    started: bool,
    name: &'static str,
}

/// What an operation of asyncio's own comes to, as a Rust future.
pub type Operation<D> = dyn StdFuture<Output = Result<<D as Domain>::Value, <D as Domain>::Error>>;

impl<D: Domain, F: StdFuture<Output = Result<D::Value, D::Error>>> Adapter<D, F> {
    /// A coroutine that polls `future`.
    pub fn new(future: F) -> Adapter<D, F> {
        let name = std::any::type_name::<F>();
        Adapter { future: Some(Box::pin(future)), awaited: None, started: false, name }
    }
}

impl<D: Domain> Adapter<D, Operation<D>> {
    /// A coroutine of an engine's own, under the name that programs know it by.
    #[must_use]
    pub fn named(name: &'static str, future: Pin<Box<Operation<D>>>) -> Adapter<D, Operation<D>> {
        Adapter { future: Some(future), awaited: None, started: false, name }
    }
}

impl<D: Domain, F: ?Sized> Adapter<D, F> {
    /// What is waited for on its behalf.
    #[must_use]
    pub fn awaited(&self) -> Option<&Future<D>> {
        self.awaited.as_ref()
    }
}

/// A future that is done when one of several is.
fn any_of<D: Domain>(event_loop: &LoopRef<D>, futures: &[Future<D>]) -> Future<D> {
    let any = event_loop.create_future();
    for future in futures {
        let any = any.clone();
        future.add_done_callback(DoneCallback::native(Box::new(move |_, _| {
            if !any.done() {
                any.finish(Ok(D::unit()));
            }
        })));
    }
    any
}

impl<D: Domain, F: StdFuture<Output = Result<D::Value, D::Error>> + ?Sized> Coroutine<D> for Adapter<D, F> {
    fn resume(&mut self, input: Resume<D>, event_loop: &LoopRef<D>, _: &mut D::Context) -> Resumed<D> {
        let Some(future) = &mut self.future else {
            return Resumed::Raise(D::error(ErrorKind::Runtime, "cannot reuse already awaited coroutine"));
        };
        let started = std::mem::replace(&mut self.started, true);
        let resumed = resume(future.as_mut(), started, self.awaited.take(), input, event_loop);
        match &resumed {
            Resumed::Await(future) => self.awaited = Some(future.clone()),
            Resumed::Return(_) | Resumed::Raise(_) => self.future = None,
            _ => {}
        }
        resumed
    }

    fn name(&self) -> &str {
        self.name
    }
}

/// A task and the result it makes. Dropping it leaves the task running, as in asyncio.
#[must_use = "await it, or the result and any error are lost"]
pub struct JoinHandle<T> {
    task: Task<Native>,
    result: Outcome<T>,
}

/// Where the result of a task is.
enum Outcome<T> {
    /// With the future that made it.
    InTask,
    /// Set by a coroutine around it.
    Shared(Rc<Cell<Option<T>>>),
}

impl<T: 'static> JoinHandle<T> {
    fn take(&self) -> Option<T> {
        match &self.result {
            Outcome::Shared(result) => result.take(),
            Outcome::InTask => {
                let mut result: Option<T> = None;
                if let Some(mut future) = self.task.take_rust() {
                    future.take(&mut result);
                }
                result
            }
        }
    }
}

impl<T> JoinHandle<T> {
    /// The task.
    #[must_use]
    pub fn task(&self) -> &Task<Native> {
        &self.task
    }

    /// Asks the task to end with [`Error::Cancelled`]; false if it is done.
    pub fn cancel(&self) -> bool {
        self.task.cancel(None)
    }
}

impl<T: 'static> StdFuture for JoinHandle<T> {
    type Output = Result<T, Error>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        self.task.future().poll_result().map(|done| {
            done?;
            let taken =
                || Error::Rule(ErrorKind::InvalidState, "the result has been taken already".to_owned());
            self.take().ok_or_else(taken)
        })
    }
}

/// Runs a Rust future as a task. Mirrors `asyncio.create_task`.
pub fn spawn<T: 'static>(
    event_loop: &LoopRef<Native>,
    future: impl StdFuture<Output = Result<T, Error>> + 'static,
) -> JoinHandle<T> {
    let routine = RustTask { future: Box::pin(Spawned::Running { future }), started: false };
    JoinHandle { task: event_loop.create_task_of(routine, TaskOptions::default()), result: Outcome::InTask }
}

/// Runs a Rust future as a task of a group. Mirrors `TaskGroup.create_task`.
///
/// # Errors
/// As [`TaskGroup::create_task`].
pub fn spawn_in<T: 'static>(
    group: &TaskGroup<Native>,
    future: impl StdFuture<Output = Result<T, Error>> + 'static,
) -> Result<JoinHandle<T>, Error> {
    let result = Rc::new(Cell::new(None));
    let slot = Rc::clone(&result);
    let coroutine = Adapter::new(async move {
        slot.set(Some(future.await?));
        Ok(())
    });
    let task = group.create_task(Box::new(coroutine), TaskOptions::default())?;
    Ok(JoinHandle { task, result: Outcome::Shared(result) })
}

/// Lets the others run for one iteration. Mirrors `asyncio.sleep(0)`.
///
/// # Errors
/// A cancellation that came meanwhile.
pub async fn yield_now<D: Domain>(event_loop: &LoopRef<D>) -> Result<(), D::Error> {
    let mut yielded = false;
    std::future::poll_fn(|_| {
        let polling = event_loop.polling();
        if let Some(error) = polling.thrown.take() {
            return Poll::Ready(Err(error));
        }
        if std::mem::replace(&mut yielded, true) {
            return Poll::Ready(Ok(()));
        }
        polling.yielded.set(true);
        Poll::Pending
    })
    .await
}

/// Waits for `seconds` of the loop's clock. Mirrors `asyncio.sleep`.
///
/// # Errors
/// A cancellation that came meanwhile; a `ValueError` for a NaN.
pub async fn sleep<D: Domain>(event_loop: &LoopRef<D>, seconds: f64) -> Result<(), D::Error> {
    if seconds.is_nan() {
        return Err(D::error(ErrorKind::Value, "Invalid delay: NaN (not a number)"));
    }
    if seconds <= 0.0 {
        return yield_now(event_loop).await;
    }
    let deadline = event_loop.time() + Span::from_secs_f64(seconds);
    let future = event_loop.create_future_for(Purpose::Sleep(deadline));
    let callback = Callback::SetResult(future.clone(), D::unit());
    let _timer = CancelOnDrop(event_loop.call_at(deadline, callback));
    future.await.map(drop)
}

/// The result of each task, in order; the first error as soon as it comes. Mirrors `asyncio.gather`.
///
/// # Errors
/// The first error of a task; the others go on.
pub async fn gather<T: 'static>(
    event_loop: &LoopRef<Native>,
    handles: Vec<JoinHandle<T>>,
) -> Result<Vec<T>, Error> {
    let children = handles.iter().map(|handle| handle.task.future().clone()).collect();
    crate::gather::gather(event_loop, children, false).await?;
    let mut results = Vec::with_capacity(handles.len());
    for handle in handles {
        results.push(handle.await?);
    }
    Ok(results)
}
