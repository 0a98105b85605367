//! What flows through futures and tasks: the values and errors of one world of coroutines.
//!
//! The loop is generic over a [`Domain`], so that the same futures, tasks and timers carry Python
//! objects in one program and plain Rust results in another. It must know neither.

use std::rc::Rc;

use crate::asyncgens::AsyncGenerator;
use crate::coroutine::Coroutine;
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::task::Task;
use crate::time::Span;

/// The values and errors of one world of coroutines, and what its coroutines need at hand to run.
pub trait Domain: Sized + 'static {
    /// What futures resolve to and what coroutines are sent.
    type Value: Clone + 'static;
    /// What futures fail with and what coroutines raise.
    type Error: Clone + 'static;
    /// Where an error has come through; of nothing by default.
    type Trace: Default + 'static;
    /// Handed by reference to everything that the loop runs: an interpreter, or `()`.
    type Context;

    /// The value of nothing: what a coroutine is resumed with, what `sleep` returns.
    fn unit() -> Self::Value;
    /// The error of asyncio's own rules.
    fn error(kind: ErrorKind, message: &str) -> Self::Error;
    /// A `CancelledError` with the message given to `cancel()`.
    fn cancelled(message: Option<Self::Value>) -> Self::Error;
    /// The `CancelledError` of a cancelled child among the results of a `gather`: without a message it has an
    /// empty one there.
    fn cancelled_child(message: Option<Self::Value>) -> Self::Error {
        Self::cancelled(message)
    }
    /// Whether `error` is a `CancelledError`.
    fn is_cancelled(error: &Self::Error) -> bool;
    /// Where `error` has come through: what [`Domain::retrace`] takes it back to. Mirrors `exception.__traceback__`.
    fn trace_of(error: &Self::Error) -> Self::Trace;
    /// Gives `error` the trace that it had: each await of a failed future begins it anew.
    fn retrace(error: &Self::Error, trace: Self::Trace);
    /// Whether `error` must stop the loop itself: `KeyboardInterrupt` and `SystemExit`.
    fn is_fatal(error: &Self::Error) -> bool;
    /// Results in one value, in their order: `gather`'s list.
    fn list(values: Vec<Self::Value>) -> Self::Value;
    /// Errors in one, in their order: what a task group fails with. Mirrors `raise BaseExceptionGroup(message, errors) from
    /// None`.
    fn group(message: &str, errors: Vec<Self::Error>) -> Self::Error;
    /// An error as a value: `gather(return_exceptions=True)`.
    fn error_value(error: Self::Error) -> Self::Value;
    /// Tells the user of an error that nothing awaits, where no handler is set. Mirrors
    /// `loop.default_exception_handler`.
    fn report(cx: &mut Self::Context, report: Report<Self>);
    /// Tells the user of a callback or step that kept the loop for `took`, in debug mode. Mirrors the warning of
    /// `_run_once`.
    fn slow(cx: &mut Self::Context, what: Slow<'_, Self>, took: Span);
    /// A coroutine that calls the engine's own `callable` with `future`: a done callback.
    fn call(callable: &Self::Value, future: &Future<Self>) -> Box<dyn Coroutine<Self>>;
    /// A callback or a step is over, and what it held is gone: the engine deals with what went away.
    fn settle(_cx: &mut Self::Context) {}
    /// The loop raises the error of a gather, or the `CancelledError` of any future, on its way to the task that awaits it.
    fn raised(_cx: &mut Self::Context, _error: &Self::Error) {}
    /// The coroutine that closes `generators` where the engine makes tasks in a way of its own; else core makes a task of
    /// the closing of each.
    fn close_generators(
        _cx: &mut Self::Context,
        _event_loop: &LoopRef<Self>,
        _generators: &[Rc<dyn AsyncGenerator<Self>>],
    ) -> Option<Box<dyn Coroutine<Self>>> {
        None
    }
    /// A future in words, for error messages. Mirrors `repr(future)`.
    fn describe(cx: &mut Self::Context, future: &Future<Self>) -> String;
    /// A short picture of a task's result, for the trace; `None` where there is nothing to show.
    fn picture(cx: &mut Self::Context, value: &Self::Value) -> Option<String>;
    /// An error in one line, for the trace.
    fn picture_error(cx: &mut Self::Context, error: &Self::Error) -> String;
}

/// Which of asyncio's own exceptions an error is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// `asyncio.InvalidStateError`.
    InvalidState,
    /// `RuntimeError`.
    Runtime,
    /// `TypeError`.
    Type,
    /// `ValueError`.
    Value,
    /// `TimeoutError`.
    Timeout,
    /// `asyncio.BrokenBarrierError`.
    BrokenBarrier,
    /// `asyncio.QueueEmpty`.
    QueueEmpty,
    /// `asyncio.QueueFull`.
    QueueFull,
    /// `asyncio.QueueShutDown`.
    QueueShutDown,
}

/// An error that nothing awaits, on its way to the exception handler. Mirrors the `context` dict of
/// `loop.call_exception_handler`.
pub struct Report<D: Domain> {
    /// What went wrong, in asyncio's words.
    pub message: String,
    /// The error, if there is one.
    pub error: Option<D::Error>,
    /// What it is about.
    pub subject: Subject<D>,
}

/// What a report is about: the key of the context that names it.
pub enum Subject<D: Domain> {
    /// Nothing that could be shown.
    Nothing,
    /// A future or a task (`"future"`). One that was dropped is here in its last state.
    Future(Future<D>),
    /// A task (`"task"`).
    Task(Future<D>),
    /// An object of the engine's: the callback that raised (`"handle"`).
    Handle(D::Value),
    /// An object of the engine's: an asynchronous generator that failed while it was closed (`"asyncgen"`).
    AsyncGenerator(D::Value),
}

/// What took long in debug mode.
pub enum Slow<'a, D: Domain> {
    /// A step of a task.
    Task(&'a Task<D>),
    /// A callback.
    Callback(&'a dyn Coroutine<D>),
}
