//! Eager tasks: a task whose first step runs where the task is made.
//!
//! Mirrors `Task(eager_start=True)`. If the first step is the last one, the task is done at once and the loop
//! never hears of it; else it goes on as any other task.

use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::instrument::Cause;
use crate::native::Polling;
use crate::task::{Routine, Step, Task, TaskOptions};

/// A task that is inside its first step: whoever holds it runs the coroutine, and says how it stopped.
///
/// For engines whose coroutines may pause in the middle of a step; others use [`LoopRef::create_eager_task`].
#[must_use = "the step has to be ended"]
pub struct EagerStart<D: Domain> {
    task: Task<D>,
    routine: Option<Routine<D>>,
    /// The task that makes this one.
    outer: Option<Task<D>>,
    cause: Cause,
}

impl<D: Domain> EagerStart<D> {
    /// The task.
    #[must_use]
    pub fn task(&self) -> &Task<D> {
        &self.task
    }

    fn resume(&mut self, input: Resume<D>, cx: &mut D::Context) -> Resumed<D> {
        match &mut self.routine {
            Some(routine) => routine.resume(input, None, self.task.future().event_loop(), cx),
            None => Resumed::Return(D::unit()),
        }
    }

    /// The step is over: the coroutine stopped like this.
    ///
    /// # Errors
    /// An error that must stop the loop: see [`Domain::is_fatal`]. The task has failed with it.
    pub fn end(self, resumed: Resumed<D>, cx: &mut D::Context) -> Result<Task<D>, D::Error> {
        let event_loop = self.task.future().event_loop().clone();
        event_loop.exchange_context(&self.task);
        let step = match self.routine {
            Some(routine) => event_loop.end_step(&self.task, routine, resumed, cx),
            None => Step::Over,
        };
        if self.task.future().done() {
            event_loop.forget_object(&self.task);
        } else {
            self.task.set_known_since(event_loop.environment().tasks_made());
        }
        match self.outer {
            Some(outer) => event_loop.enter_task(&outer),
            None => event_loop.leave_task(),
        }
        event_loop.set_cause(self.cause);
        match step {
            Step::Fatal(error) => Err(error),
            _ => Ok(self.task),
        }
    }
}

impl<D: Domain> LoopRef<D> {
    /// Makes a task and enters its first step; the caller runs the coroutine. None of it is scheduled.
    pub fn begin_eager_task(&self, coroutine: Box<dyn Coroutine<D>>, options: TaskOptions) -> EagerStart<D> {
        let task = self.make_task_of(coroutine, options);
        task.set_known_since(u32::MAX);
        let routine = self.take_routine(&task);
        let (outer, cause) = (self.current_task(), self.cause());
        self.enter_task(&task);
        self.set_cause(Cause::Task(task.id()));
        self.instrument(|i, at| i.step_begin(at, task.id()));
        self.exchange_context(&task);
        EagerStart { task, routine, outer, cause }
    }

    /// Makes a task and runs its first step at once. A loop that does not run yet only schedules it.
    ///
    /// ```
    /// use loopscope_core::native::{Adapter, run_virtual};
    /// use loopscope_core::task::TaskOptions;
    ///
    /// run_virtual(|event_loop| async move {
    ///     let coroutine = Box::new(Adapter::new(async { Ok(()) }));
    ///     let task = event_loop.create_eager_task(coroutine, TaskOptions::default(), &mut ())?;
    ///     assert!(task.future().done());
    ///     Ok(())
    /// })
    /// .unwrap();
    /// ```
    ///
    /// # Errors
    /// An error that must stop the loop: see [`Domain::is_fatal`]. The task has failed with it.
    pub fn create_eager_task(
        &self,
        coroutine: Box<dyn Coroutine<D>>,
        options: TaskOptions,
        cx: &mut D::Context,
    ) -> Result<Task<D>, D::Error> {
        if !self.is_running() {
            return Ok(self.create_task(coroutine, options));
        }
        let mut start = self.begin_eager_task(coroutine, options);
        // What the coroutine that makes the task is waiting for is none of this one's business.
        let own = Polling::default();
        own.exchange(self.polling());
        let mut resumed = start.resume(Resume::Send(D::unit()), cx);
        // Nobody is there to let time pass: it goes on at once.
        while let Resumed::Pause(_) = resumed {
            resumed = start.resume(Resume::Continue, cx);
        }
        own.exchange(self.polling());
        start.end(resumed, cx)
    }
}
