//! Worker threads, as fibers of the program's own thread.
//!
//! A worker runs a coroutine that does not await: it ends, or it blocks ([`Pause`]), and what blocks it takes
//! time of its own while the loop goes on. So programs with threads are as deterministic as those without, on
//! every driver, and run where there are no threads.
//!
//! Workers go on in one place, [`Workers::turn`]: whenever the loop's own thread looks for events (before an
//! iteration) or blocks. Each runs until it blocks or ends, in this order: those whose moment has come, by
//! their moments, equal ones in the order in which they blocked; then those that were woken or started. At equal moments workers go before the loop's timers.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::coroutine::{Coroutine, Pause, Resume, Resumed};
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::{Environment, LoopRef};
use crate::ids::TaskId;
use crate::instrument::{Ending, Instrument};
use crate::job::Job;
use crate::time::Time;

/// The workers of a program, shared by its loops. A cheap reference: clones are the same workers.
pub struct Workers<D: Domain>(Rc<Body<D>>);

struct Body<D: Domain> {
    environment: Rc<Environment>,
    /// Those that can go on, first come first.
    ready: RefCell<VecDeque<Rc<Worker<D>>>>,
    /// Those that gave way: they go on at the next turn.
    yielded: RefCell<Vec<Rc<Worker<D>>>>,
    /// Those that block, in the order of the moments at which they go on, then of when they blocked.
    asleep: RefCell<Vec<Sleeper<D>>>,
    /// The one that used up its fuel in the middle.
    interrupted: RefCell<Option<Rc<Worker<D>>>>,
    current: RefCell<Option<Rc<Worker<D>>>>,
    /// What the running worker waits for when it parks next.
    held: RefCell<Option<Held>>,
    blocked: Cell<u64>,
    changes: Cell<u64>,
    /// How often one of them slept for no time in this turn.
    spins: Cell<u32>,
}

/// How often workers may sleep for no time before the loop's thread has its turn.
const MOST_SPINS: u32 = 1_000;

/// Whether something is held, which a blocked worker waits for: see [`Workers::wait_for`].
pub type Held = Rc<Cell<bool>>;

struct Sleeper<D: Domain> {
    worker: Rc<Worker<D>>,
    /// When it goes on.
    moment: Time,
    /// How many had blocked before it.
    number: u64,
    /// It waits for a change after this one; None: only for its moment.
    seen: Option<u64>,
    /// What has to be free for it to go on.
    held: Option<Held>,
}

/// Where a worker gets the next thing to run: the queue of its pool. None ends it.
pub(crate) type NextItem<D> = Box<dyn Fn(&Rc<Worker<D>>) -> Option<Item<D>>>;

/// A thing to run, and who wants to know.
pub(crate) struct Item<D: Domain> {
    pub(crate) job: Job<D>,
    pub(crate) coroutine: Box<dyn Coroutine<D>>,
}

/// One worker.
pub(crate) struct Worker<D: Domain> {
    name: Box<str>,
    next: NextItem<D>,
    item: RefCell<Option<Item<D>>>,
    started: Cell<bool>,
    /// The lane of the first thing that it ran: its number.
    thread: Cell<Option<TaskId>>,
    daemon: bool,
}

impl<D: Domain> Sleeper<D> {
    /// Whether what it waits for has come, its moment aside.
    fn may_go_on(&self, changes: u64) -> bool {
        match &self.held {
            Some(held) => !held.get(),
            None => self.seen.is_some_and(|seen| seen != changes),
        }
    }
}

impl<D: Domain> Clone for Workers<D> {
    fn clone(&self) -> Self {
        Workers(Rc::clone(&self.0))
    }
}

impl<D: Domain> Workers<D> {
    /// No worker yet.
    #[must_use]
    pub fn new(environment: Rc<Environment>) -> Workers<D> {
        Workers(Rc::new(Body {
            environment,
            ready: RefCell::default(),
            yielded: RefCell::default(),
            asleep: RefCell::default(),
            interrupted: RefCell::default(),
            current: RefCell::default(),
            held: RefCell::default(),
            blocked: Cell::new(0),
            changes: Cell::new(0),
            spins: Cell::new(0),
        }))
    }

    /// What they share with the loops of their program.
    #[must_use]
    pub fn environment(&self) -> &Rc<Environment> {
        &self.0.environment
    }

    /// Whether no worker runs or blocks. Those of a pool that wait for work do not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let body = &self.0;
        body.ready.borrow().is_empty()
            && body.yielded.borrow().is_empty()
            && body.asleep.borrow().is_empty()
            && body.interrupted.borrow().is_none()
    }

    /// Whether none of them is left but daemons, which a program does not wait for when it ends.
    #[must_use]
    pub fn only_daemons(&self) -> bool {
        let body = &self.0;
        body.ready.borrow().iter().all(|worker| worker.daemon)
            && body.yielded.borrow().iter().all(|worker| worker.daemon)
            && body.asleep.borrow().iter().all(|sleeper| sleeper.worker.daemon)
            && body.interrupted.borrow().iter().all(|worker| worker.daemon)
    }

    /// Whether one of them used up its fuel, and goes on before anything else.
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        self.0.interrupted.borrow().is_some()
    }

    /// The lane and the name of the worker that is running. Mirrors `threading.current_thread`.
    #[must_use]
    pub fn current(&self) -> Option<(TaskId, String)> {
        let worker = self.0.current.borrow().clone()?;
        let job = worker.item.borrow().as_ref().map(|item| item.job.id());
        Some((job?, worker.name.to_string()))
    }

    /// When the next of them goes on, if no change comes before.
    #[must_use]
    pub fn next_wake(&self) -> Option<Time> {
        let now = self.0.environment.clock().now();
        if self.is_interrupted() || !self.0.ready.borrow().is_empty() || !self.0.yielded.borrow().is_empty() {
            return Some(now);
        }
        let changes = self.0.changes.get();
        let asleep = self.0.asleep.borrow();
        if asleep.iter().any(|sleeper| sleeper.may_go_on(changes)) {
            return Some(now);
        }
        asleep.first().map(|sleeper| sleeper.moment).filter(|moment| *moment != Time::MAX)
    }

    /// Something that a parked thread may wait for has happened: see [`Pause::Park`].
    pub fn notify(&self) {
        self.0.changes.set(self.0.changes.get() + 1);
    }

    /// The running worker parks next until something is free, and keeps its place among those that wait.
    pub fn wait_for(&self, held: Held) {
        *self.0.held.borrow_mut() = Some(held);
    }

    /// How often [`Workers::notify`] was called: what has changed since a thread parked.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.0.changes.get()
    }

    /// The same for a loop that looks when to go on: one that a worker runs leaves the others to the loop's thread.
    pub(crate) fn next_wake_here(&self) -> Option<Time> {
        if self.is_inside() { None } else { self.next_wake() }
    }

    /// Whether one of them is running.
    fn is_inside(&self) -> bool {
        self.0.current.borrow().is_some()
    }

    /// Runs every worker that can go on until it blocks or ends. A pause: one of them has used up the fuel;
    /// the next turn goes on there. A loop that a worker runs has no turns to give.
    pub fn turn(&self, event_loop: &LoopRef<D>, cx: &mut D::Context) -> Option<Pause> {
        if self.is_inside() {
            return None;
        }
        self.0.ready.borrow_mut().extend(self.0.yielded.take());
        self.0.spins.set(0);
        loop {
            let interrupted = self.0.interrupted.take();
            let worker = match interrupted {
                Some(worker) => worker,
                None => {
                    self.wake();
                    self.0.ready.borrow_mut().pop_front()?
                }
            };
            *self.0.current.borrow_mut() = Some(Rc::clone(&worker));
            let pause = self.run(&worker, event_loop, cx);
            drop(self.0.current.take());
            if pause.is_some() {
                *self.0.interrupted.borrow_mut() = Some(worker);
                return pause;
            }
        }
    }

    /// Moves the first that can go on to the ready ones: whose moment has come, else who waited longest for a change that
    /// came.
    fn wake(&self) {
        let now = self.0.environment.clock().now();
        let changes = self.0.changes.get();
        let mut asleep = self.0.asleep.borrow_mut();
        let due = match asleep.first() {
            Some(sleeper) if sleeper.moment <= now => Some(0),
            _ => {
                let able = asleep.iter().enumerate().filter(|(_, sleeper)| sleeper.may_go_on(changes));
                able.min_by_key(|(_, sleeper)| sleeper.number).map(|(index, _)| index)
            }
        };
        let worker = due.map(|index| asleep.remove(index).worker);
        self.0.ready.borrow_mut().extend(worker);
    }

    /// Runs one worker until it blocks or has nothing left to do.
    fn run(&self, worker: &Rc<Worker<D>>, event_loop: &LoopRef<D>, cx: &mut D::Context) -> Option<Pause> {
        let mut input = Resume::Continue;
        loop {
            let taken = worker.item.take();
            let mut item = match taken {
                Some(item) => item,
                None => {
                    let next = (worker.next)(worker)?;
                    if !next.job.begin() {
                        continue;
                    }
                    worker.started.set(false);
                    worker.thread.set(worker.thread.get().or(Some(next.job.id())));
                    next
                }
            };
            let (id, first) = (item.job.id(), !worker.started.replace(true));
            if first {
                input = Resume::Send(D::unit());
                self.tell(|i, at| {
                    i.task_renamed(at, id, &worker.name);
                    i.step_begin(at, id);
                });
            }
            // In its slot while it runs, for `current`.
            let (job, mut coroutine) =
                (item.job.clone(), std::mem::replace(&mut item.coroutine, Box::new(Gone)));
            *worker.item.borrow_mut() = Some(item);
            let mut resumed =
                coroutine.resume(std::mem::replace(&mut input, Resume::Continue), event_loop, cx);
            if let Resumed::Await(_) | Resumed::Yield | Resumed::Invalid(_) = resumed {
                let error = D::error(ErrorKind::Runtime, "a worker thread cannot await");
                resumed = coroutine.resume(Resume::Throw(error), event_loop, cx);
            }
            let outcome = match resumed {
                Resumed::Pause(pause) => {
                    if let Some(item) = &mut *worker.item.borrow_mut() {
                        item.coroutine = coroutine;
                    }
                    return self.block(worker, pause);
                }
                Resumed::Return(value) => Ok(value),
                Resumed::Raise(error) => Err(error),
                // It awaits again: whatever it wants, it has had its chance.
                _ => Err(D::error(ErrorKind::Runtime, "a worker thread cannot await")),
            };
            drop(coroutine);
            self.ended(id, &outcome, cx);
            job.finish(outcome, cx);
            drop(worker.item.take());
        }
    }

    fn block(&self, worker: &Rc<Worker<D>>, pause: Pause) -> Option<Pause> {
        let held = self.0.held.take();
        let (moment, seen) = match pause {
            Pause::OutOfFuel => return Some(pause),
            // It goes on at once, but does not keep the others waiting for ever.
            Pause::Sleep(moment)
                if moment <= self.0.environment.clock().now() && self.0.spins.get() >= MOST_SPINS =>
            {
                self.0.yielded.borrow_mut().push(Rc::clone(worker));
                return None;
            }
            Pause::Sleep(moment) => {
                self.0.spins.set(self.0.spins.get() + 1);
                (moment, None)
            }
            Pause::Park(moment) => (moment, Some(self.0.changes.get())),
        };
        let number = self.0.blocked.get();
        self.0.blocked.set(number + 1);
        let sleeper = Sleeper { worker: Rc::clone(worker), moment, number, seen, held };
        let mut asleep = self.0.asleep.borrow_mut();
        let place = asleep.partition_point(|other| other.moment <= moment);
        asleep.insert(place, sleeper);
        None
    }

    fn ended(&self, id: TaskId, outcome: &Result<D::Value, D::Error>, cx: &mut D::Context) {
        if self.0.environment.instrument().is_none() {
            return;
        }
        let (picture, error) = match outcome {
            Ok(value) => (D::picture(cx, value), None),
            Err(error) => (None, Some(D::picture_error(cx, error))),
        };
        self.tell(|i, at| {
            i.step_end(at, id, None);
            i.task_done(
                at,
                id,
                error.as_deref().map_or(Ending::Returned(picture.as_deref()), Ending::Raised),
            );
        });
    }

    /// Runs a coroutine that does not await in a worker of its own, named `name`. Mirrors `Thread.start`.
    pub fn spawn(
        &self,
        name: String,
        coroutine: Box<dyn Coroutine<D>>,
        parent: Option<TaskId>,
        daemon: bool,
    ) -> Job<D> {
        let job = Job::new(self, coroutine.name(), parent);
        let item = RefCell::new(Some(Item { job: job.clone(), coroutine }));
        self.start(name, Box::new(move |_| item.take()), daemon);
        job
    }

    /// A worker that takes what `next` gives it until that gives nothing.
    pub(crate) fn start(&self, name: String, next: NextItem<D>, daemon: bool) -> Rc<Worker<D>> {
        let worker = Rc::new(Worker {
            name: name.into(),
            next,
            item: RefCell::new(None),
            started: Cell::new(false),
            thread: Cell::new(None),
            daemon,
        });
        self.resume(&worker);
        worker
    }

    /// Lets a worker go on that waited for work.
    pub(crate) fn resume(&self, worker: &Rc<Worker<D>>) {
        self.0.ready.borrow_mut().push_back(Rc::clone(worker));
    }

    /// What tells the running worker from all others, whatever it runs. Mirrors `threading.get_ident`.
    #[must_use]
    pub fn thread(&self) -> Option<TaskId> {
        self.0.current.borrow().as_ref()?.thread.get()
    }

    /// Drops every worker where it stands: the program is over.
    pub fn abandon(&self) {
        let body = &self.0;
        // Dropping may start another.
        loop {
            let mut left: Vec<Rc<Worker<D>>> = body.ready.take().into();
            left.extend(body.yielded.take());
            left.extend(body.asleep.take().into_iter().map(|sleeper| sleeper.worker));
            left.extend(body.interrupted.take());
            left.extend(body.current.take());
            if left.is_empty() {
                return;
            }
            // A pool may keep its workers, and what they run the pool.
            left.iter().for_each(|worker| drop(worker.item.take()));
        }
    }

    pub(crate) fn tell(&self, tell: impl FnOnce(&dyn Instrument, Time)) {
        if let Some(instrument) = self.0.environment.instrument() {
            tell(&**instrument, self.0.environment.clock().now());
        }
    }
}

/// Stands where a coroutine was taken out to be run.
struct Gone;

impl<D: Domain> Coroutine<D> for Gone {
    fn resume(&mut self, _: Resume<D>, _: &LoopRef<D>, _: &mut D::Context) -> Resumed<D> {
        Resumed::Return(D::unit())
    }
}
