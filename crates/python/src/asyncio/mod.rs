//! Binds core to the module `asyncio`: Python's values and exceptions flow through core's futures and
//! tasks, and the machine's coroutines are run by core's loop.
//!
//! ```text
//! domain      what core has to know of Python's values and errors
//! coroutine   a coroutine of the machine as core resumes it
//! objects     Future, Task as programs see them
//! attributes  what programs add to them: attributes, classes that derive from them
//! loops       event loops as programs see them
//! current_loop  which loop is the current one: policies
//! handles     call_soon, call_later and the handles they give
//! module      asyncio.run, gather, sleep, ...
//! combinators wait, as_completed, shield
//! task_groups TaskGroup
//! timeouts    timeout, wait_for
//! outside.py  what reaches out of the page: refused
//! *.py        what is best said in Python: what runs the program's coroutines, what programs enter and leave
//! executors   worker threads: to_thread, run_in_executor
//! pools       concurrent.futures
//! reports     exception handlers
//! describe    reprs
//! leftovers   what is pending when the program ends
//! deadlock    who waits for what, where nothing can happen any more
//! operation   what may wait in locks and queues, as a coroutine
//! locks       Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier
//! queues      Queue, LifoQueue, PriorityQueue
//! ```

pub(crate) mod attributes;
mod combinators;
mod coroutine;
mod current_loop;
pub(crate) mod deadlock;
mod describe;
mod domain;
pub(crate) mod executors;
mod handles;
pub(crate) mod late;
mod leftovers;
mod locks;
mod loops;
mod module;
mod objects;
mod operation;
pub(crate) mod pools;
mod queues;
mod reports;
pub(crate) mod signals;
mod task_groups;
mod tasks;
mod timeouts;

use std::rc::{Rc, Weak};

use loopscope_core::clock::Clock;
use loopscope_core::context::WeakContext;
use loopscope_core::event_loop::{Environment, EventLoop, LoopRef};
use loopscope_core::future::Future;
use loopscope_core::ids::{FutureId, TaskId};
use loopscope_core::instrument::Instrument;
use loopscope_core::runners::{RunForever, RunTurn, RunUntil, Runner};
use loopscope_core::task::Task;
use loopscope_core::workers::Workers;

use rustc_hash::FxHashMap;

use crate::native::NativeResult;
use crate::objects::{Exc, NativeData, Remains};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::origins::{Made, Stack};

pub use coroutine::PyCoroutine;
pub(crate) use coroutine::step_coroutine;
pub use describe::repr;
pub use domain::Py;
pub(crate) use handles::compare;
pub(crate) use leftovers::{collect_circles, collect_leftovers, collect_rest, end_circle, keep_circle};
pub(crate) use locks::state_at_a_glance;
pub(crate) use module::{MODULES, PARTS};
pub(crate) use objects::{TYPES, task_arguments};
pub(crate) use queues::queued;
pub(crate) use reports::log_close;
pub(crate) use tasks::close_by_factory;

/// A loop that the main program waits for, or a thread.
pub(crate) enum Run {
    /// `asyncio.run`.
    Runner(Runner<Py>),
    /// `loop.run_until_complete`.
    Until(RunUntil<Py>),
    /// `loop.run_forever`.
    Forever(RunForever<Py>),
}

impl Run {
    /// One iteration. What is cleaned up after a failed main task is cleaned up while that failure is handled.
    pub(crate) fn turn(&mut self, vm: &mut Vm) -> RunTurn<Result<Value, Exc>> {
        let failure = match self {
            Run::Runner(runner) => runner.failure().cloned(),
            _ => None,
        };
        let outer = failure.map(|error| vm.handled.replace(error));
        let turn = match self {
            Run::Runner(runner) => runner.turn(vm),
            Run::Until(until) => until.turn(vm),
            Run::Forever(forever) => match forever.turn(vm) {
                RunTurn::Ran(handles) => RunTurn::Ran(handles),
                RunTurn::Idle(deadline) => RunTurn::Idle(deadline),
                RunTurn::Paused(pause) => RunTurn::Paused(pause),
                RunTurn::Done(ended) => RunTurn::Done(ended.map(|()| Value::None)),
            },
        };
        if let Some(outer) = outer {
            vm.handled = outer;
        }
        vm.tidy();
        turn
    }
}

/// What one machine knows of asyncio.
pub struct State {
    pub(crate) environment: Rc<Environment>,
    /// The loop that is running.
    pub(crate) running: Option<LoopRef<Py>>,
    /// What the main program waits for.
    pub(crate) run: Option<Run>,
    /// What tracebacks of errors that left a task's coroutine lead to.
    pub(crate) below: Weak<Remains>,
    /// The loop that is used while none is running.
    pub(crate) policy: current_loop::Policy,
    /// Where futures were made in debug mode, for their reprs. One that is not here was made inside asyncio.
    pub(crate) created: FxHashMap<FutureId, String>,
    /// The whole stacks, for reports.
    pub(crate) stacks: FxHashMap<FutureId, Stack>,
    /// The task that a run is about to begin with.
    pub(crate) unplaced: Option<FutureId>,
    /// How many frames of CPython's are between a task's step and what runs the loop.
    pub(crate) between: usize,
    /// Contexts that hold objects which may hold them: cleared at the end.
    pub(crate) contexts: Vec<WeakContext>,
    /// The worker threads.
    pub(crate) workers: Workers<Py>,
    /// The worker that is running: its lane and its name.
    pub(crate) worker: Option<(TaskId, String)>,
    /// How many executors without a name were made.
    pub(crate) pools: u32,
    /// A loop that never runs: what workers run on while there is no other.
    home: Option<EventLoop<Py>>,
    /// The names of the operations of locks and queues that were used.
    pub(crate) operations: Vec<operation::OpName>,
    /// Loops made by `new_event_loop`.
    pub(crate) loops: Vec<EventLoop<Py>>,
    /// Loops that have run: what goes away later is still reported to them.
    past: Vec<LoopRef<Py>>,
    /// Errors that came out of a loop.
    pub(crate) circles: Vec<Exc>,
}

impl State {
    /// Nothing runs yet.
    #[must_use]
    pub fn new(clock: Rc<dyn Clock>, instrument: Option<Rc<dyn Instrument>>) -> State {
        let environment = Environment::new(clock, instrument);
        State {
            workers: Workers::new(environment.clone()),
            environment,
            worker: None,
            pools: 0,
            home: None,
            running: None,
            run: None,
            below: Weak::new(),
            policy: current_loop::Policy::default(),
            created: FxHashMap::default(),
            stacks: FxHashMap::default(),
            unplaced: None,
            between: 0,
            contexts: Vec::new(),
            operations: Vec::new(),
            loops: Vec::new(),
            past: Vec::new(),
            circles: Vec::new(),
        }
    }

    /// Something that may refer to the current context is about to be kept in it.
    pub(crate) fn remember_context(&mut self) {
        let context = self.environment.context();
        if self.contexts.len() == self.contexts.capacity() {
            self.contexts.retain(|known| known.upgrade().is_some());
        }
        if self.contexts.last().and_then(WeakContext::upgrade).is_none_or(|last| !last.ptr_eq(&context)) {
            self.contexts.push(context.downgrade());
        }
    }

    /// A fresh loop.
    pub(crate) fn new_loop(&self) -> EventLoop<Py> {
        let event_loop = EventLoop::with_workers(self.workers.clone());
        event_loop.keep_leftovers();
        event_loop
    }

    /// The loop that stands behind workers while no other runs.
    pub(crate) fn home(&mut self) -> LoopRef<Py> {
        if self.home.is_none() {
            self.home = Some(self.new_loop());
        }
        self.home.as_ref().map_or_else(|| self.new_loop().handle(), EventLoop::handle)
    }

    /// Drops everything that may still run.
    pub(crate) fn abandon(&mut self) {
        let loops = self.loops.iter().map(EventLoop::handle).chain(self.running.take());
        let loops: Vec<LoopRef<Py>> = loops.chain(self.past.drain(..)).collect();
        loops.iter().for_each(LoopRef::mute);
        self.run = None;
        self.circles.clear();
        self.worker = None;
        self.policy = current_loop::Policy::default();
        loops.iter().for_each(loops::forget_instance);
        self.loops.clear();
        loops.iter().for_each(LoopRef::dispose);
        self.home = None;
        self.workers.abandon();
    }

    /// A loop begins to run.
    pub(crate) fn set_running(&mut self, event_loop: LoopRef<Py>) {
        self.past.retain(|past| !past.is_alone() && !past.ptr_eq(&event_loop));
        self.past.push(event_loop.clone());
        // What another loop cancelled at its end has been waited for.
        if let Some(below) = std::mem::take(&mut self.below).upgrade() {
            below.keep(Vec::new());
        }
        self.running = Some(event_loop);
    }

    /// The loop that is running.
    #[must_use]
    pub fn running_loop(&self) -> Option<LoopRef<Py>> {
        self.running.clone()
    }

    /// The task that is running.
    #[must_use]
    pub fn current_task(&self) -> Option<Task<Py>> {
        self.running.as_ref().and_then(LoopRef::current_task)
    }
}

/// Tells what was left when the program ended.
pub(crate) fn tell_last_reports(vm: &mut Vm) {
    vm.asyncio.past.iter().for_each(LoopRef::sort_reports);
    tell_late_reports(vm);
}

/// Tells what went away in the step that runs, before the program writes more.
pub(crate) fn tell_due_reports(vm: &mut Vm) {
    if let Some(event_loop) = vm.asyncio.running.clone().filter(LoopRef::has_reports) {
        event_loop.flush_reports(vm);
    }
}

/// Tells what went away since a loop ran last, unseen: an error of a task that nobody looked at.
pub(crate) fn tell_late_reports(vm: &mut Vm) {
    for event_loop in vm.asyncio.past.clone() {
        event_loop.flush_reports(vm);
    }
}

/// A future that the program made in debug mode remembers where: at its own line, or at one of asyncio's
/// (`library`).
pub(crate) fn note_created(vm: &mut Vm, future: &Value, library: Option<(&str, u32)>) {
    if let Some(future) = as_future(future)
        && future.event_loop().debug()
    {
        let place = match library {
            Some((module, line)) => Some(describe::place(module, line)),
            None => vm.place_here(),
        };
        if let Some(place) = place {
            vm.asyncio.created.insert(future.id(), place);
        }
    }
}

/// The end of a native that has made a future: in debug mode it is noted where.
pub(crate) fn made(vm: &mut Vm, future: Value) -> NativeResult {
    match as_future(&future).filter(|future| future.event_loop().debug()) {
        Some(made) => vm.place(Made::Future(made.id()), 0, future),
        None => Ok(future),
    }
}

/// A future or task as a value.
pub(crate) fn future_value(vm: &mut Vm, future: &Future<Py>) -> Value {
    attributes::derived(vm, future).unwrap_or_else(|| future_object(&vm.types, future))
}

/// The same, where there is no machine at hand.
fn future_object(types: &crate::vm::types::Types, future: &Future<Py>) -> Value {
    let class = match future.as_task() {
        Some(_) => &types.task,
        None if future.is_gather() => &types.gathering,
        None => &types.future,
    };
    crate::vm::types::object(class, NativeData::Future(future.clone()))
}

/// The task that a value is.
pub(crate) fn as_task(value: &Value) -> Option<Task<Py>> {
    as_future(value)?.as_task()
}

/// The future that a value is.
#[cfg_attr(page, optimize(speed))]
pub(crate) fn as_future(value: &Value) -> Option<Future<Py>> {
    match value {
        Value::Object(object) => match &object.data {
            NativeData::Future(future) => Some(future.clone()),
            _ => None,
        },
        Value::Instance(instance) => as_future(instance.base.as_ref()?),
        _ => None,
    }
}
