//! Executors: pools of workers that run what a loop must not wait for.
//!
//! Mirrors `concurrent.futures.ThreadPoolExecutor`, `loop.run_in_executor` and the loop's default executor.
//!
//! ```
//! use loopscope_core::coroutine::{Coroutine, Pause, Resume, Resumed};
//! use loopscope_core::event_loop::LoopRef;
//! use loopscope_core::native::{Native, run_virtual, sleep};
//! use loopscope_core::time::Span;
//!
//! /// Blocks its thread for two seconds.
//! struct Block(bool);
//!
//! impl Coroutine<Native> for Block {
//!     fn resume(&mut self, _: Resume<Native>, event_loop: &LoopRef<Native>, _: &mut ()) -> Resumed<Native> {
//!         match std::mem::replace(&mut self.0, true) {
//!             false => Resumed::Pause(Pause::Sleep(event_loop.time() + Span::from_secs_f64(2.0))),
//!             true => Resumed::Return(()),
//!         }
//!     }
//! }
//!
//! let both = run_virtual(|event_loop| async move {
//!     let blocking = event_loop.run_in_executor(None, Box::new(Block(false)), &mut ())?;
//!     sleep(&event_loop, 1.5).await?;
//!     blocking.await?;
//!     Ok(event_loop.time())
//! });
//! assert_eq!(both.unwrap().as_secs_f64(), 2.0);
//! ```

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::coroutine::{Coroutine, Resume, Resumed};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;
use crate::future::Future;
use crate::handle::Callback;
use crate::ids::TaskId;
use crate::instrument::Purpose;
use crate::job::Job;
use crate::workers::{Item, NextItem, Worker, Workers};

/// How many workers a pool has unless it is told: as `min(32, cpus + 4)` on a machine with four processors.
pub const DEFAULT_WORKERS: usize = 8;

/// A pool of workers. A cheap reference: clones are the same pool. When the last one goes, the pool is shut down.
pub struct Pool<D: Domain>(Rc<Handle<D>>);

/// Its workers share only what is in it: so that nobody has to wait for a pool that nobody knows any more.
struct Handle<D: Domain>(Rc<Body<D>>);

impl<D: Domain> Drop for Handle<D> {
    fn drop(&mut self) {
        self.0.shut_down.set(true);
        drop(self.0.idle.take());
    }
}

/// What came of a submission.
pub struct Submitted<D: Domain> {
    /// What was queued.
    pub job: Job<D>,
    /// Whether a worker was started for it. CPython's begins to run before `submit` returns: an engine that can
    /// pauses here ([`crate::coroutine::Pause::Park`] until now).
    pub started: bool,
}

struct Body<D: Domain> {
    workers: Workers<D>,
    most: usize,
    prefix: Box<str>,
    queue: RefCell<VecDeque<Item<D>>>,
    /// Workers that wait for work, the longest first.
    idle: RefCell<VecDeque<Rc<Worker<D>>>>,
    /// How many idle workers have not been promised work. Mirrors `_idle_semaphore`.
    free: Cell<usize>,
    started: Cell<usize>,
    /// Workers that run or are about to.
    busy: Cell<usize>,
    shut_down: Cell<bool>,
    /// Called once the pool is shut down and no worker is busy.
    drained: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl<D: Domain> Clone for Pool<D> {
    fn clone(&self) -> Self {
        Pool(Rc::clone(&self.0))
    }
}

impl<D: Domain> Pool<D> {
    /// A pool of at most `most` workers, which are named `prefix_0` and so on.
    #[must_use]
    pub fn new(workers: &Workers<D>, most: usize, prefix: &str) -> Pool<D> {
        Pool(Rc::new(Handle(Rc::new(Body {
            workers: workers.clone(),
            most,
            prefix: prefix.into(),
            queue: RefCell::default(),
            idle: RefCell::default(),
            free: Cell::new(0),
            started: Cell::new(0),
            busy: Cell::new(0),
            shut_down: Cell::new(false),
            drained: RefCell::default(),
        }))))
    }

    /// Queues something to run; a worker is started for it unless one waits for work or all are there. It runs when
    /// the thread of the caller next looks for events or blocks: see [`crate::workers`]. Mirrors `submit`.
    ///
    /// # Errors
    /// `RuntimeError` after [`Pool::shutdown`].
    pub fn submit(
        &self,
        coroutine: Box<dyn Coroutine<D>>,
        parent: Option<TaskId>,
    ) -> Result<Submitted<D>, D::Error> {
        let body = &self.0.0;
        if body.shut_down.get() {
            return Err(D::error(ErrorKind::Runtime, "cannot schedule new futures after shutdown"));
        }
        let job = Job::new(&body.workers, coroutine.name(), parent);
        body.queue.borrow_mut().push_back(Item { job: job.clone(), coroutine });
        if body.free.get() > 0 {
            body.free.set(body.free.get() - 1);
            let idle = body.idle.borrow_mut().pop_front();
            if let Some(worker) = idle {
                body.busy.set(body.busy.get() + 1);
                body.workers.resume(&worker);
            }
        } else if body.started.get() < body.most {
            let name = format!("{}_{}", body.prefix, body.started.get());
            body.started.set(body.started.get() + 1);
            body.busy.set(body.busy.get() + 1);
            let shared = Rc::clone(body);
            let next: NextItem<D> = Box::new(move |worker| shared.next(worker));
            body.workers.start(name, next, false);
            return Ok(Submitted { job, started: true });
        }
        Ok(Submitted { job, started: false })
    }

    /// Takes no more jobs; the queued ones are still run, or cancelled if `cancel` says so. Mirrors `shutdown`.
    pub fn shutdown(&self, cancel: bool, cx: &mut D::Context) {
        let body = &self.0.0;
        body.shut_down.set(true);
        drop(body.idle.take());
        if cancel {
            for item in body.queue.take() {
                item.job.cancel(cx);
            }
        }
        body.tell_drained();
    }

    /// Whether it takes no more jobs and has none left.
    #[must_use]
    pub fn is_drained(&self) -> bool {
        self.0.0.is_drained()
    }

    /// Calls back once it is drained.
    pub fn when_drained(&self, tell: Box<dyn FnOnce()>) {
        self.0.0.drained.borrow_mut().push(tell);
        self.0.0.tell_drained();
    }
}

impl<D: Domain> Body<D> {
    /// The next thing for a worker to run; without one it waits for work.
    fn next(&self, worker: &Rc<Worker<D>>) -> Option<Item<D>> {
        let body = self;
        let item = body.queue.borrow_mut().pop_front();
        if item.is_none() {
            body.busy.set(body.busy.get() - 1);
            if body.shut_down.get() {
                self.tell_drained();
            } else {
                body.free.set(body.free.get() + 1);
                body.idle.borrow_mut().push_back(Rc::clone(worker));
            }
        }
        item
    }

    fn is_drained(&self) -> bool {
        self.shut_down.get() && self.busy.get() == 0
    }

    fn tell_drained(&self) {
        if self.is_drained() {
            self.workers.notify();
            for told in self.drained.take() {
                told();
            }
        }
    }
}

/// The default executor of a loop, made when it is first needed.
pub(crate) struct DefaultExecutor<D: Domain> {
    pool: RefCell<Option<Pool<D>>>,
    shut_down: Cell<bool>,
}

impl<D: Domain> Default for DefaultExecutor<D> {
    fn default() -> Self {
        DefaultExecutor { pool: RefCell::new(None), shut_down: Cell::new(false) }
    }
}

impl<D: Domain> LoopRef<D> {
    /// Runs a coroutine that does not await in a worker of `pool`, or of the default executor. Mirrors
    /// `loop.run_in_executor`.
    ///
    /// # Errors
    /// `RuntimeError` if the pool, or the default executor, has been shut down.
    pub fn run_in_executor(
        &self,
        pool: Option<&Pool<D>>,
        coroutine: Box<dyn Coroutine<D>>,
        cx: &mut D::Context,
    ) -> Result<Future<D>, D::Error> {
        let pool = match pool {
            Some(pool) => pool.clone(),
            None => self.default_executor()?,
        };
        let submitted = pool.submit(coroutine, self.current_task_id())?;
        Ok(self.wrap_job(&submitted.job, cx))
    }

    /// The default executor; the first time one is made.
    ///
    /// # Errors
    /// `RuntimeError` if it has been shut down.
    pub fn default_executor(&self) -> Result<Pool<D>, D::Error> {
        let executor = self.executor();
        if executor.shut_down.get() {
            return Err(D::error(ErrorKind::Runtime, "Executor shutdown has been called"));
        }
        let mut pool = executor.pool.borrow_mut();
        Ok(pool.get_or_insert_with(|| Pool::new(self.workers(), DEFAULT_WORKERS, "asyncio")).clone())
    }

    /// Sets the default executor. Mirrors `loop.set_default_executor`.
    pub fn set_default_executor(&self, pool: Pool<D>) {
        let old = self.executor().pool.replace(Some(pool));
        drop(old);
    }

    /// A coroutine that waits until the workers of the default executor are done. It takes no more jobs from then
    /// on. Mirrors `loop.shutdown_default_executor`.
    #[must_use = "it does nothing unless a task runs it"]
    pub fn shutdown_default_executor(&self) -> Box<dyn Coroutine<D>> {
        Box::new(Shutdown { begun: false })
    }

    /// The loop is closed: its executor takes no more jobs, and what it runs goes on.
    pub(crate) fn close_executor(&self) {
        self.executor().shut_down.set(true);
        let pool = self.executor().pool.take();
        if let Some(pool) = pool {
            pool.0.0.shut_down.set(true);
            drop(pool.0.0.idle.take());
        }
    }
}

struct Shutdown {
    begun: bool,
}

impl<D: Domain> Coroutine<D> for Shutdown {
    fn resume(&mut self, input: Resume<D>, event_loop: &LoopRef<D>, cx: &mut D::Context) -> Resumed<D> {
        if let Resume::Throw(error) = input {
            return Resumed::Raise(error);
        }
        event_loop.executor().shut_down.set(true);
        let pool = event_loop.executor().pool.borrow().clone();
        let Some(pool) = pool.filter(|_| !std::mem::replace(&mut self.begun, true)) else {
            return Resumed::Return(D::unit());
        };
        let future = event_loop.create_future_for(Purpose::Named("executor"));
        let (target, owner) = (future.clone(), event_loop.clone());
        pool.shutdown(false, cx);
        pool.when_drained(Box::new(move || {
            owner.call_soon(Callback::SetResult(target, D::unit()));
        }));
        Resumed::Await(future)
    }

    fn name(&self) -> &str {
        "shutdown_default_executor"
    }
}
