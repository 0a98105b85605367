//! `TaskGroup`: tasks that end together.
//!
//! Mirrors `asyncio.TaskGroup`. A group is entered by a task, its *parent*, which makes tasks in it and leaves it once
//! they are all done. The first that fails ends the others, and what the parent does inside: it is cancelled, and that
//! cancellation is taken back when the group is left with the errors in one.

use std::cell::{Cell, RefCell};
use std::future::Future as StdFuture;
use std::rc::Rc;

use crate::coroutine::Coroutine;
use crate::domain::{Domain, ErrorKind, Report, Subject};
use crate::event_loop::LoopRef;
use crate::future::{DoneCallback, Future, Operation};
use crate::instrument::Purpose;
use crate::task::{Task, TaskOptions};

/// A group of tasks. A cheap reference: clones are the same group.
///
/// ```
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn_in};
/// use loopscope_core::task_group::TaskGroup;
///
/// let at = run_virtual(|event_loop| async move {
///     let group = TaskGroup::<Native>::new();
///     let tasks = group.clone();
///     group
///         .within(&event_loop, async {
///             for seconds in [1.0, 3.0] {
///                 let inner = event_loop.clone();
///                 spawn_in(&tasks, async move { sleep(&inner, seconds).await })?;
///             }
///             Ok(())
///         })
///         .await?;
///     Ok(event_loop.time())
/// });
/// assert_eq!(at.unwrap().as_secs_f64(), 3.0);
/// ```
pub struct TaskGroup<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    /// The task that entered it, once one has.
    parent: RefCell<Option<Task<D>>>,
    /// The body has been left.
    exiting: Cell<bool>,
    /// The tasks have been cancelled: no more can be made.
    aborting: Cell<bool>,
    /// The group has cancelled its parent, and owes it an `uncancel`.
    parent_cancelled: Cell<bool>,
    /// Those that are not done, in the order in which they were made.
    tasks: RefCell<Vec<Task<D>>>,
    errors: RefCell<Vec<D::Error>>,
    /// The first error that must stop the loop itself.
    fatal: RefCell<Option<D::Error>>,
    /// What the parent waits for when it leaves.
    completed: RefCell<Option<Future<D>>>,
}

/// Why no task can be made in a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Nobody has entered it.
    NotEntered,
    /// It has been left, and its tasks are done.
    Finished,
    /// It has failed, or is being left with an error.
    ShuttingDown,
}

impl Refusal {
    /// asyncio's words for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Refusal::NotEntered => "has not been entered",
            Refusal::Finished => "is finished",
            Refusal::ShuttingDown => "is shutting down",
        }
    }
}

impl<D: Domain> Clone for TaskGroup<D> {
    fn clone(&self) -> Self {
        TaskGroup(Rc::clone(&self.0))
    }
}

impl<D: Domain> Default for TaskGroup<D> {
    fn default() -> Self {
        TaskGroup::new()
    }
}

impl<D: Domain> TaskGroup<D> {
    /// A group that nobody has entered.
    #[must_use]
    pub fn new() -> TaskGroup<D> {
        TaskGroup(Rc::new(Body {
            parent: RefCell::new(None),
            exiting: Cell::new(false),
            aborting: Cell::new(false),
            parent_cancelled: Cell::new(false),
            tasks: RefCell::new(Vec::new()),
            errors: RefCell::new(Vec::new()),
            fatal: RefCell::new(None),
            completed: RefCell::new(None),
        }))
    }

    /// How it stands, in asyncio's words: ` tasks=2 entered`, each word after a space. Mirrors `TaskGroup.__repr__`.
    #[must_use]
    pub fn state(&self) -> String {
        let mut words = String::new();
        let counts = [("tasks", self.0.tasks.borrow().len()), ("errors", self.0.errors.borrow().len())];
        for (name, count) in counts {
            if count > 0 {
                words.push_str(&format!(" {name}={count}"));
            }
        }
        if self.0.aborting.get() {
            words.push_str(" cancelling");
        } else if self.entered() {
            words.push_str(" entered");
        }
        words
    }

    /// Whether a task has entered it.
    #[must_use]
    pub fn entered(&self) -> bool {
        self.0.parent.borrow().is_some()
    }

    /// Lets the current task enter. Mirrors `__aenter__`.
    ///
    /// # Errors
    /// `RuntimeError` if it was entered before, or outside a task.
    pub fn enter(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        if self.entered() {
            return Err(self.problem("has already been entered"));
        }
        let Some(task) = event_loop.current_task() else {
            return Err(self.problem("cannot determine the parent task"));
        };
        *self.0.parent.borrow_mut() = Some(task);
        Ok(())
    }

    fn problem(&self, what: &str) -> D::Error {
        D::error(ErrorKind::Runtime, &format!("TaskGroup <TaskGroup{}> {what}", self.state()))
    }

    /// Why no task can be made in it now, if none can.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        if !self.entered() {
            Some(Refusal::NotEntered)
        } else if self.0.exiting.get() && self.0.tasks.borrow().is_empty() {
            Some(Refusal::Finished)
        } else if self.0.aborting.get() {
            Some(Refusal::ShuttingDown)
        } else {
            None
        }
    }

    /// Makes a task that the group waits for. Mirrors `TaskGroup.create_task`.
    ///
    /// # Errors
    /// `RuntimeError` if none can be made now; see [`Refusal`]. The coroutine is dropped.
    pub fn create_task(
        &self,
        coroutine: Box<dyn Coroutine<D>>,
        options: TaskOptions,
    ) -> Result<Task<D>, D::Error> {
        let parent = self.0.parent.borrow().clone();
        match (self.refusal(), parent) {
            (None, Some(parent)) => {
                let task = parent.future().event_loop().create_task(coroutine, options);
                self.adopt(&task);
                Ok(task)
            }
            (refusal, _) => Err(self.problem(refusal.unwrap_or(Refusal::NotEntered).as_str())),
        }
    }

    /// Takes in a task that was made for the group by other means, such as a task factory; ask
    /// [`TaskGroup::refusal`] before it is made. A task that is done already counts at once.
    pub fn adopt_made(&self, task: &Task<D>, cx: &mut D::Context) {
        if task.future().done() {
            self.task_done(task, task.future().event_loop(), cx);
        } else {
            self.adopt(task);
        }
    }

    fn adopt(&self, task: &Task<D>) {
        let group = self.clone();
        let done = move |future: &Future<D>, event_loop: &LoopRef<D>, cx: &mut D::Context| {
            if let Some(task) = future.as_task() {
                group.task_done(&task, event_loop, cx);
            }
        };
        self.0.tasks.borrow_mut().push(task.clone());
        task.future().add_done_callback(DoneCallback::Operation(Operation::TaskGroup, Box::new(done)));
    }

    /// Cancels what is not done. Mirrors `_abort`.
    fn abort(&self) {
        self.0.aborting.set(true);
        let tasks = self.0.tasks.borrow().clone();
        for task in tasks {
            task.cancel(None);
        }
    }

    /// Mirrors `_on_task_done`.
    fn task_done(&self, task: &Task<D>, event_loop: &LoopRef<D>, cx: &mut D::Context) {
        self.0.tasks.borrow_mut().retain(|known| !known.ptr_eq(task));
        if self.0.tasks.borrow().is_empty()
            && let Some(completed) = &*self.0.completed.borrow()
            && !completed.done()
        {
            completed.finish(Ok(D::unit()));
        }
        let Some(error) = task.future().failure() else { return };
        self.0.errors.borrow_mut().push(error.clone());
        self.note_fatal(&error);
        let Some(parent) = self.0.parent.borrow().clone() else { return };
        if parent.future().done() {
            let (child, parent) = (D::describe(cx, task.future()), D::describe(cx, parent.future()));
            let message =
                format!("Task {child} has errored out but its parent task {parent} is already completed");
            let subject = Subject::Task(task.future().clone());
            // What the handler raises is told by the loop itself.
            let _ = event_loop.call_exception_handler(Report { message, error: Some(error), subject }, cx);
            return;
        }
        if !self.0.aborting.get() && !self.0.parent_cancelled.get() {
            self.abort();
            self.0.parent_cancelled.set(true);
            parent.cancel(None);
        }
    }

    fn note_fatal(&self, error: &D::Error) {
        let mut fatal = self.0.fatal.borrow_mut();
        if fatal.is_none() && D::is_fatal(error) {
            *fatal = Some(error.clone());
        }
    }

    /// Waits for the tasks, and leaves the group. `error` is what the body raised, if it did; where this returns without
    /// one of its own, the body's goes on. Mirrors `__aexit__`.
    ///
    /// # Errors
    /// The errors of the tasks, and of the body, as one ([`Domain::group`]); a cancellation that did not come of the
    /// group; an error that must stop the loop, as it is.
    pub async fn exit(&self, error: Option<D::Error>) -> Result<(), D::Error> {
        let Some(parent) = self.0.parent.borrow().clone() else {
            return Err(self.problem(Refusal::NotEntered.as_str()));
        };
        self.0.exiting.set(true);
        if let Some(error) = &error {
            self.note_fatal(error);
            if !self.0.aborting.get() {
                self.abort();
            }
        }
        let (mut cancellation, own) = match error {
            Some(error) if D::is_cancelled(&error) => (Some(error), None),
            error => (None, error),
        };
        while !self.0.tasks.borrow().is_empty() {
            let waited = self.completed(parent.future().event_loop()).await;
            drop(self.0.completed.take());
            match waited {
                Ok(_) => {}
                Err(error) if D::is_cancelled(&error) => {
                    // The parent is cancelled from outside, or by the group itself.
                    if !self.0.aborting.get() {
                        cancellation = Some(error);
                        self.abort();
                    }
                }
                Err(error) => return Err(error),
            }
        }
        if let Some(fatal) = self.0.fatal.take() {
            return Err(fatal);
        }
        if self.0.parent_cancelled.get() && parent.uncancel() == 0 {
            cancellation = None;
        }
        let mut errors = self.0.errors.take();
        if let Some(cancellation) = cancellation
            && errors.is_empty()
        {
            return Err(cancellation);
        }
        errors.extend(own);
        if errors.is_empty() {
            return Ok(());
        }
        if parent.cancelling() > 0 {
            // Cancelled from outside as well: the group's error comes first, the cancellation at the next await.
            parent.uncancel();
            parent.cancel(None);
        }
        Err(D::group("unhandled errors in a TaskGroup", errors))
    }

    /// What is done when the last task is.
    fn completed(&self, event_loop: &LoopRef<D>) -> Future<D> {
        let ids = self.0.tasks.borrow().iter().map(|task| task.future().id()).collect();
        let completed = event_loop.create_future_for(Purpose::Group("TaskGroup", ids));
        *self.0.completed.borrow_mut() = Some(completed.clone());
        completed
    }

    /// Runs `body` inside the group, then waits for its tasks: `async with TaskGroup() as group`.
    ///
    /// # Errors
    /// As [`TaskGroup::enter`] and [`TaskGroup::exit`]; the body's own error where that lets it pass.
    pub async fn within<T>(
        &self,
        event_loop: &LoopRef<D>,
        body: impl StdFuture<Output = Result<T, D::Error>>,
    ) -> Result<T, D::Error> {
        self.enter(event_loop)?;
        match body.await {
            Ok(value) => self.exit(None).await.map(|()| value),
            Err(error) => {
                self.exit(Some(error.clone())).await?;
                Err(error)
            }
        }
    }
}
