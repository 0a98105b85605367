//! Asynchronous generators as a loop sees them: it knows those that were begun in it, closes the ones that
//! go away before their end, and closes what is left at shutdown.
//!
//! Mirrors `base_events._asyncgen_firstiter_hook`, `_asyncgen_finalizer_hook` and `shutdown_asyncgens`. How a
//! generator works inside, nothing here needs to know.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::{Domain, Report, Subject};
use crate::event_loop::LoopRef;
use crate::gather::gather;
use crate::handle::Callback;
use crate::task::{Task, TaskOptions};

/// A generator that awaits between its values, and that has to be closed if it is not run to its end.
pub trait AsyncGenerator<D: Domain> {
    /// A coroutine that closes it: what it has to clean up is done when that returns. Mirrors `aclose`.
    fn close(self: Rc<Self>, cx: &mut D::Context) -> Box<dyn Coroutine<D>>;

    /// The generator in words, for reports. Mirrors its `repr`.
    fn describe(&self, cx: &mut D::Context) -> String;

    /// The engine's own object of it, if it has one.
    fn object(self: Rc<Self>) -> Option<D::Value> {
        None
    }
}

/// The generators of one loop.
pub(crate) struct AsyncGenerators<D: Domain> {
    /// Those that were begun here; the loop keeps none of them alive.
    begun: RefCell<Vec<Weak<dyn AsyncGenerator<D>>>>,
    /// At this many those that are gone are forgotten.
    purge_at: Cell<usize>,
    /// Mirrors `_asyncgens_shutdown_called`.
    shut_down: Cell<bool>,
}

impl<D: Domain> Default for AsyncGenerators<D> {
    fn default() -> Self {
        AsyncGenerators {
            begun: RefCell::new(Vec::new()),
            purge_at: Cell::new(64),
            shut_down: Cell::new(false),
        }
    }
}

impl<D: Domain> LoopRef<D> {
    /// A generator is asked for its first value while this loop runs: the loop remembers it. Mirrors the hook
    /// `firstiter`. False if the loop's generators have been shut down before, so that nobody will close it.
    ///
    /// ```
    /// use std::rc::Rc;
    /// use loopscope_core::asyncgens::AsyncGenerator;
    /// use loopscope_core::coroutine::Coroutine;
    /// use loopscope_core::native::{Adapter, Native, run_virtual};
    /// use loopscope_core::task::TaskOptions;
    ///
    /// struct Lines(std::cell::Cell<bool>);
    ///
    /// impl AsyncGenerator<Native> for Lines {
    ///     fn close(self: Rc<Self>, _: &mut ()) -> Box<dyn Coroutine<Native>> {
    ///         Box::new(Adapter::new(async move {
    ///             self.0.set(true);
    ///             Ok(())
    ///         }))
    ///     }
    ///     fn describe(&self, _: &mut ()) -> String {
    ///         "<lines>".to_owned()
    ///     }
    /// }
    ///
    /// let closed = run_virtual(|event_loop| async move {
    ///     let lines = Rc::new(Lines(false.into()));
    ///     let known: Rc<dyn AsyncGenerator<Native>> = lines.clone();
    ///     event_loop.asyncgen_begun(Rc::downgrade(&known));
    ///     // `run` does this at its end; by hand it closes what is open now.
    ///     let all = event_loop.create_task(event_loop.shutdown_asyncgens(), TaskOptions::default());
    ///     all.future().clone().await?;
    ///     Ok(lines.0.get())
    /// });
    /// assert!(closed.unwrap());
    /// ```
    pub fn asyncgen_begun(&self, generator: Weak<dyn AsyncGenerator<D>>) -> bool {
        let generators = self.asyncgens();
        let mut begun = generators.begun.borrow_mut();
        if begun.len() >= generators.purge_at.get() {
            begun.retain(|generator| generator.strong_count() > 0);
            generators.purge_at.set(64.max(2 * begun.len()));
        }
        begun.push(generator);
        !generators.shut_down.get()
    }

    /// A generator that was begun here goes away before its end: `closing` is run by a task of its own, which is
    /// made in the next iteration. Nothing happens if the loop is closed. Mirrors the hook `finalizer`.
    pub fn asyncgen_dropped(&self, closing: Box<dyn Coroutine<D>>) {
        if self.is_closed() {
            return;
        }
        self.call_soon(Callback::Native(Box::new(move |event_loop, _| {
            drop(event_loop.create_task(closing, TaskOptions::default()));
        })));
    }

    /// A coroutine that closes all generators that were begun here and are alive, each in a task of its own,
    /// and reports those that fail. Mirrors `loop.shutdown_asyncgens`.
    #[must_use = "it does nothing unless a task runs it"]
    pub fn shutdown_asyncgens(&self) -> Box<dyn Coroutine<D>> {
        Box::new(Shutdown::Created)
    }
}

/// A generator that is being closed, and by which task.
type Closing<D> = (Rc<dyn AsyncGenerator<D>>, Task<D>);

enum Shutdown<D: Domain> {
    Created,
    Closing(Vec<Closing<D>>),
    /// The engine closes them.
    Handed(Box<dyn Coroutine<D>>),
}

impl<D: Domain> Coroutine<D> for Shutdown<D> {
    fn resume(&mut self, input: Resume<D>, event_loop: &LoopRef<D>, cx: &mut D::Context) -> Resumed<D> {
        if let Shutdown::Handed(coroutine) = self {
            return coroutine.resume(input, event_loop, cx);
        }
        if let Resume::Throw(error) = input {
            return Resumed::Raise(error);
        }
        if let Shutdown::Closing(closing) = std::mem::replace(self, Shutdown::Created) {
            for (generator, task) in closing {
                if let Some(error) = task.future().failure() {
                    let shown = generator.describe(cx);
                    let message =
                        format!("an error occurred during closing of asynchronous generator {shown}");
                    let subject = generator.object().map_or(Subject::Nothing, Subject::AsyncGenerator);
                    let report = Report { message, error: Some(error), subject };
                    if let Err(fatal) = event_loop.call_exception_handler(report, cx) {
                        return Resumed::Raise(fatal);
                    }
                }
            }
            return Resumed::Return(D::unit());
        }
        let generators = event_loop.asyncgens();
        generators.shut_down.set(true);
        let alive: Vec<_> = generators.begun.take().iter().filter_map(Weak::upgrade).collect();
        if alive.is_empty() {
            return Resumed::Return(D::unit());
        }
        if let Some(mut coroutine) = D::close_generators(cx, event_loop, &alive) {
            let resumed = coroutine.resume(input, event_loop, cx);
            *self = Shutdown::Handed(coroutine);
            return resumed;
        }
        let close = |generator: Rc<dyn AsyncGenerator<D>>| {
            let coroutine = Rc::clone(&generator).close(cx);
            (generator, event_loop.create_task(coroutine, TaskOptions::default()))
        };
        let closing: Vec<Closing<D>> = alive.into_iter().map(close).collect();
        let children = closing.iter().map(|(_, task)| task.future().clone()).collect();
        *self = Shutdown::Closing(closing);
        Resumed::Await(gather(event_loop, children, true))
    }

    fn name(&self) -> &str {
        "shutdown_asyncgens"
    }
}
