//! A job: something that a worker is asked to run, and its result.
//!
//! Mirrors `concurrent.futures.Future`. It is *pending* until a worker takes it, then *running*, then *finished*;
//! while it is pending it can be *cancelled*. Callbacks are called at once by whoever ends it, in the order in
//! which they were added.

use std::cell::RefCell;
use std::rc::Rc;

use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::{DoneCallback, Future, Operation};
use crate::handle::Callback;
use crate::ids::{FutureId, TaskId};
use crate::instrument::{Cause, Ending, Purpose};
use crate::workers::Workers;

/// What a job tells when it is over.
pub type JobCallback<D> = Box<dyn FnOnce(&Job<D>, &mut <D as Domain>::Context)>;

/// Something that a worker runs. A cheap reference: clones are the same job.
pub struct Job<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    id: TaskId,
    state: RefCell<State<D>>,
    callbacks: RefCell<Vec<JobCallback<D>>>,
    workers: Workers<D>,
}

enum State<D: Domain> {
    Pending,
    Running,
    Cancelled,
    Finished(Result<D::Value, D::Error>),
}

/// Where a job stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum JobState {
    /// No worker has taken it.
    Pending,
    /// A worker runs it.
    Running,
    /// It was cancelled before a worker took it.
    Cancelled,
    /// It has a result or an error.
    Finished,
}

impl<D: Domain> Clone for Job<D> {
    fn clone(&self) -> Self {
        Job(Rc::clone(&self.0))
    }
}

impl<D: Domain> Job<D> {
    /// A job that nobody runs yet. `function` is what the trace calls it; `parent` is who asks for it.
    #[must_use]
    pub fn new(workers: &Workers<D>, function: &str, parent: Option<TaskId>) -> Job<D> {
        let (id, future) = workers.environment().next_lane();
        workers.tell(|i, at| i.worker_created(at, id, future, parent, "worker", function));
        Job::with_id(workers, id)
    }

    /// A job that no lane shows: whoever ends it is shown elsewhere.
    #[must_use]
    pub fn hidden(workers: &Workers<D>) -> Job<D> {
        let (id, _) = workers.environment().next_lane();
        Job::with_id(workers, id)
    }

    fn with_id(workers: &Workers<D>, id: TaskId) -> Job<D> {
        Job(Rc::new(Body {
            id,
            state: RefCell::new(State::Pending),
            callbacks: RefCell::default(),
            workers: workers.clone(),
        }))
    }

    /// The lane that shows it, numbered among the tasks.
    #[must_use]
    pub fn id(&self) -> TaskId {
        self.0.id
    }

    /// Whether both are the same job.
    #[must_use]
    pub fn ptr_eq(&self, other: &Job<D>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> JobState {
        match &*self.0.state.borrow() {
            State::Pending => JobState::Pending,
            State::Running => JobState::Running,
            State::Cancelled => JobState::Cancelled,
            State::Finished(_) => JobState::Finished,
        }
    }

    /// Whether it was cancelled or has a result or an error.
    #[must_use]
    pub fn done(&self) -> bool {
        matches!(self.state(), JobState::Cancelled | JobState::Finished)
    }

    /// What it came to; None unless it is finished.
    #[must_use]
    pub fn outcome(&self) -> Option<Result<D::Value, D::Error>> {
        match &*self.0.state.borrow() {
            State::Finished(outcome) => Some(outcome.clone()),
            _ => None,
        }
    }

    /// Cancels it unless a worker has taken it; whether it is cancelled. Mirrors `Future.cancel`.
    pub fn cancel(&self, cx: &mut D::Context) -> bool {
        match self.state() {
            JobState::Cancelled => return true,
            JobState::Running | JobState::Finished => return false,
            JobState::Pending => {}
        }
        *self.0.state.borrow_mut() = State::Cancelled;
        self.0.workers.tell(|i, at| i.task_done(at, self.0.id, Ending::Cancelled));
        self.end(cx);
        true
    }

    /// A worker takes it; false if it was cancelled. Mirrors `set_running_or_notify_cancel`.
    #[must_use]
    pub fn begin(&self) -> bool {
        if self.state() != JobState::Pending {
            return false;
        }
        *self.0.state.borrow_mut() = State::Running;
        true
    }

    /// Gives it a result or an error. Nothing happens if it is done. Mirrors `set_result` and `set_exception`.
    pub fn finish(&self, outcome: Result<D::Value, D::Error>, cx: &mut D::Context) {
        if !self.done() {
            *self.0.state.borrow_mut() = State::Finished(outcome);
            self.end(cx);
        }
    }

    fn end(&self, cx: &mut D::Context) {
        self.0.workers.notify();
        for callback in self.0.callbacks.take() {
            callback(self, cx);
        }
    }

    /// Calls back when it is done; at once if it is done already. Mirrors `add_done_callback`.
    pub fn add_done_callback(&self, callback: JobCallback<D>, cx: &mut D::Context) {
        if self.done() {
            callback(self, cx);
        } else {
            self.0.callbacks.borrow_mut().push(callback);
        }
    }
}

impl<D: Domain> LoopRef<D> {
    /// A future of this loop that is done when a job is, one iteration later. Cancelling it cancels the job, if no
    /// worker has taken it; a job that runs goes on. Mirrors `futures.wrap_future`.
    pub fn wrap_job(&self, job: &Job<D>, cx: &mut D::Context) -> Future<D> {
        let future = self.create_future_for(Purpose::Worker(job.id()));
        // Whoever has the job to run keeps it: each keeping the other, they would stay when neither can end any more.
        let source = Rc::downgrade(&job.0);
        let cancel = move |future: &Future<D>, _: &LoopRef<D>, cx: &mut D::Context| {
            if let (true, Some(job)) = (future.cancelled(), source.upgrade()) {
                Job(job).cancel(cx);
            }
        };
        future.add_done_callback(DoneCallback::Operation(Operation::Cancel, Box::new(cancel)));
        let (event_loop, target) = (self.clone(), future.clone());
        let ended: JobCallback<D> = Box::new(move |job, _| {
            let job = job.clone();
            event_loop.call_soon(Callback::Native(Box::new(move |event_loop, _| {
                event_loop.act_for(Cause::Task(job.id()));
                match job.outcome() {
                    None => {
                        target.cancel(None);
                    }
                    Some(outcome) if !target.done() => target.finish(outcome),
                    Some(_) => {}
                }
            })));
        });
        job.add_done_callback(ended, cx);
        future
    }

    /// Lets a job end as a future does; cancelling the job cancels the future. Mirrors `futures._chain_future`.
    pub fn follow(&self, future: &Future<D>, job: &Job<D>, cx: &mut D::Context) {
        let (event_loop, source) = (self.clone(), future.downgrade());
        let cancel: JobCallback<D> = Box::new(move |job, _| {
            if let (JobState::Cancelled, Some(source)) = (job.state(), source.upgrade()) {
                event_loop.call_soon(Callback::Native(Box::new(move |_, _| {
                    source.cancel(None);
                })));
            }
        });
        job.add_done_callback(cancel, cx);
        let target = job.clone();
        let ended = DoneCallback::Operation(
            Operation::Chain,
            Box::new(move |future, _, cx| {
                if future.cancelled() {
                    target.cancel(cx);
                }
                if target.begin() {
                    let outcome = future.result();
                    target.finish(outcome, cx);
                }
            }),
        );
        future.add_done_callback(ended);
    }
}

impl crate::event_loop::Environment {
    /// The numbers of a lane that is no task.
    fn next_lane(&self) -> (TaskId, FutureId) {
        (self.next_task_id(), self.next_future_id())
    }
}
