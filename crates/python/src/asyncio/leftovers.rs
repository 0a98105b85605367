//! What a program leaves pending, and what CPython's collector of cycles makes of it when the program ends.
//!
//! It comes by twice: first with the program's globals and the error that ended it still there, then without. What is in
//! reach the first time is met on the way, and gone through in that order the second time.

use std::collections::VecDeque;
use std::rc::Rc;

use loopscope_core::event_loop::{EventLoop, LoopRef};
use loopscope_core::future::Future;
use loopscope_core::ids::FutureId;
use loopscope_core::instrument::Purpose;
use rustc_hash::FxHashSet;

use super::{Py, as_future, loops};
use crate::heap::Store;
use crate::objects::{Exc, ExcKind, Generator, GeneratorKind, GeneratorState};
use crate::value::Value;
use crate::vm::Vm;

/// How many circles are kept, about as many as CPython's collector lets pass.
const MOST_CIRCLES: usize = 32;

/// An error comes out of a loop: it is in a circle with the task that failed, through the frame of `run_until_complete`.
/// So what the functions that it came through hold stays when a program has caught and forgotten it.
pub(crate) fn keep_circle(vm: &mut Vm, error: &Exc) {
    if error.is(ExcKind::CancelledError) {
        return;
    }
    if vm.asyncio.circles.len() == MOST_CIRCLES {
        for circle in std::mem::take(&mut vm.asyncio.circles) {
            end_circle(vm, circle);
        }
    }
    vm.asyncio.circles.push(error.clone());
}

/// Ends the circles of errors that the program has forgotten; whether the one that ended it is in one.
pub(crate) fn collect_circles(vm: &mut Vm, error: Option<&Exc>) -> bool {
    let mut circular = false;
    for circle in std::mem::take(&mut vm.asyncio.circles) {
        match error {
            Some(error) if Rc::ptr_eq(error, &circle) => circular = true,
            _ => end_circle(vm, circle),
        }
    }
    circular
}

/// The collector comes to the outermost frame first.
pub(crate) fn end_circle(vm: &mut Vm, error: Exc) {
    if Rc::strong_count(&error) == 1 {
        for remains in error.trace.take().into_iter().rev().filter_map(|entry| entry.remains) {
            remains.keep(Vec::new());
            vm.tidy();
        }
    }
    drop(error);
    vm.tidy();
}

/// Ends what nobody can go on with any more: coroutines of pending tasks are closed, tasks and unseen errors are told of.
/// `error` ended the program, and is kept to the very end. Gives what something else than the error leads to.
pub(crate) fn collect_leftovers(vm: &mut Vm, error: Option<&Exc>) -> FxHashSet<FutureId> {
    let (going, gone) = known_loops(vm, false);
    let mut reach = Reach::default();
    reach.globals(vm);
    reach.walk(None);
    for event_loop in &going {
        reach.timers(event_loop);
    }
    let mut left = leftovers(&gone);
    close_all(&gone);
    let going = leftovers(&going);
    let elsewhere = left.iter().chain(&going).filter(|future| !reach.misses(future) && reach.holds(future));
    let elsewhere = elsewhere.map(Future::id).collect();
    reach.walk(error);
    left.retain(|future| !reach.holds(future));
    left.extend(going.into_iter().filter(|future| !future.done() && reach.misses(future)));
    left.sort_by_key(Future::id);
    for future in left {
        end(vm, &future);
    }
    elsewhere
}

/// Ends the rest, when the globals are gone: all is told of before any coroutine is closed. What only the error leads to
/// comes in the order in which it is met.
pub(crate) fn collect_rest(vm: &mut Vm, error: Option<&Exc>, elsewhere: &FxHashSet<FutureId>) {
    let gone = known_loops(vm, true).1;
    let left = leftovers(&gone);
    close_all(&gone);
    let mut reach = Reach::default();
    reach.walk(error);
    let met = |future: &Future<Py>| {
        let id = future.id();
        !elsewhere.contains(&id)
            && reach.order.iter().any(|met| matches!(met, Met::Future(known) if *known == id))
    };
    let (then, first): (Vec<_>, Vec<_>) = left.iter().partition(|future| met(future));
    for future in first {
        future.event_loop().report_leftover(future, vm);
    }
    for met in &reach.order {
        match met {
            Met::Future(id) => {
                if let Some(future) = then.iter().find(|future| future.id() == *id) {
                    future.event_loop().report_leftover(future, vm);
                }
            }
            Met::Coroutine(coroutine) => vm.end_left_over(coroutine),
        }
    }
    for future in left {
        end(vm, &future);
    }
}

/// The loops that go on, and those that do not. One that goes on is in reach, and with it what its timers lead to: through
/// its object, or as the current loop until the end.
fn known_loops(vm: &mut Vm, last: bool) -> (Vec<LoopRef<Py>>, Vec<LoopRef<Py>>) {
    let mut loops = vm.asyncio.past.clone();
    loops.iter().for_each(LoopRef::break_circles);
    if let Some(below) = vm.asyncio.below.upgrade() {
        below.keep(Vec::new());
    }
    vm.tidy();
    for event_loop in vm.asyncio.loops.iter().map(EventLoop::handle) {
        if !loops.iter().any(|known| known.ptr_eq(&event_loop)) {
            loops.push(event_loop);
        }
    }
    loops.into_iter().partition(|event_loop| {
        !event_loop.is_closed()
            && (vm.asyncio.policy.is_current(event_loop) || !last && loops::has_object(event_loop))
    })
}

/// Mirrors `BaseEventLoop.__del__`: a loop is older than its tasks, and ends before them.
fn close_all(loops: &[LoopRef<Py>]) {
    loops.iter().for_each(LoopRef::close);
}

fn leftovers(loops: &[LoopRef<Py>]) -> Vec<Future<Py>> {
    let mut left: Vec<Future<Py>> = loops.iter().flat_map(LoopRef::leftovers).collect();
    left.sort_by_key(Future::id);
    left
}

fn end(vm: &mut Vm, future: &Future<Py>) {
    if let Some(coroutine) = coroutine_of(future) {
        vm.end_left_over(&coroutine);
    }
    future.event_loop().report_leftover(future, vm);
    vm.tidy();
}

/// The coroutine of a pending task.
fn coroutine_of(future: &Future<Py>) -> Option<Rc<Generator>> {
    match future.as_task().filter(|_| !future.done())?.object() {
        Some(Value::Generator(coroutine)) => Some(coroutine),
        _ => None,
    }
}

/// What a walk comes to on its way.
enum Step {
    /// A frame of the error's traceback, the outermost first; then what it leads to.
    Trace(usize),
    Frame(usize),
    Value(Value),
    Future(Future<Py>),
}

/// What was met, in this order.
enum Met {
    Future(FutureId),
    /// One that was never awaited.
    Coroutine(Rc<Generator>),
}

/// What can be reached, level by level as CPython's collector does.
#[derive(Default)]
struct Reach {
    open: VecDeque<Step>,
    seen: FxHashSet<usize>,
    futures: FxHashSet<FutureId>,
    order: Vec<Met>,
    /// Timers lead where nobody can look.
    unknown: bool,
}

impl Reach {
    fn globals(&mut self, vm: &Vm) {
        self.open.extend(vm.main.dict.entries().into_iter().map(|(_, value)| Step::Value(value)));
    }

    /// What goes on by itself: tasks that sleep or are ready.
    fn timers(&mut self, event_loop: &LoopRef<Py>) {
        let mut sleeping = 0;
        for task in event_loop.all_tasks() {
            if let Some(waiter) = task.waiter() {
                match &*waiter.purpose() {
                    Purpose::Sleep(_) | Purpose::Timeout(_) => sleeping += 1,
                    Purpose::Plain | Purpose::Named(_) | Purpose::Held(..) | Purpose::Task(_) => continue,
                    _ => {}
                }
            }
            self.open.push_back(Step::Future(task.future().clone()));
        }
        self.unknown |= event_loop.pending_timers().len() > sleeping;
        self.walk(None);
    }

    fn walk(&mut self, error: Option<&Exc>) {
        let trace = error.map(|error| error.trace.borrow().clone()).unwrap_or_default();
        if !trace.is_empty() {
            self.open.push_back(Step::Trace(trace.len()));
        }
        while let Some(step) = self.open.pop_front() {
            match step {
                Step::Trace(0) => {}
                Step::Trace(left) => self.open.extend([Step::Trace(left - 1), Step::Frame(left - 1)]),
                Step::Frame(at) => {
                    if let Some(remains) = &trace[at].remains {
                        remains.each(&mut |value| self.open.push_back(Step::Value(value.clone())));
                    }
                }
                Step::Value(value) => self.look_at(&value),
                Step::Future(future) => self.come_to(future),
            }
        }
    }

    /// A future, what it awaits, and what its coroutine holds.
    fn come_to(&mut self, future: Future<Py>) {
        if !self.futures.insert(future.id()) {
            return;
        }
        self.order.push(Met::Future(future.id()));
        self.open.extend(future.as_task().and_then(|task| task.waiter()).map(Step::Future));
        if let Some(coroutine) = coroutine_of(&future) {
            self.enter(&coroutine);
        }
    }

    fn enter(&mut self, generator: &Generator) {
        let frames = match &*generator.state.borrow() {
            GeneratorState::Created(frame) | GeneratorState::Single(frame) => frame.values.to_vec(),
            GeneratorState::Suspended(frames) => {
                frames.iter().flat_map(|frame| frame.values.iter().cloned()).collect()
            }
            GeneratorState::Native(native) => native.0.object().into_iter().collect(),
            _ => Vec::new(),
        };
        self.open.extend(frames.into_iter().map(Step::Value));
    }

    fn look_at(&mut self, value: &Value) {
        if let Some(future) = as_future(value) {
            return self.come_to(future);
        }
        if !value.address().is_some_and(|address| self.seen.insert(address)) {
            return;
        }
        let mut push = |value: &Value| self.open.push_back(Step::Value(value.clone()));
        match value {
            Value::Cell(cell) => push(&cell.value.borrow()),
            // From the last to the first, as their `tp_traverse` goes.
            Value::List(list) => list.items.borrow().iter().rev().for_each(push),
            Value::Tuple(items) => items.iter().rev().for_each(push),
            Value::Set(set) => set.table.borrow().iter().for_each(push),
            Value::Dict(dict) => dict.entries().iter().flat_map(|(key, value)| [key, value]).for_each(push),
            Value::Instance(instance) => instance.dict.entries().iter().for_each(|(_, value)| push(value)),
            Value::Generator(generator) => {
                if generator.kind == GeneratorKind::Coroutine
                    && matches!(&*generator.state.borrow(), GeneratorState::Created(_))
                {
                    self.order.push(Met::Coroutine(generator.clone()));
                }
                self.enter(generator);
            }
            _ => {}
        }
    }

    /// Whether a future is in reach: itself, what it waits for, or the primitive that can wake it.
    fn holds(&self, future: &Future<Py>) -> bool {
        if self.futures.contains(&future.id()) {
            return true;
        }
        let Some(waiter) = future.as_task().and_then(|task| task.waiter()) else { return false };
        self.futures.contains(&waiter.id()) || self.wakes(future)
    }

    /// Whether the primitive that a task waits for is in reach.
    fn wakes(&self, future: &Future<Py>) -> bool {
        let mut inner = Reach::default();
        if let Some(coroutine) = coroutine_of(future) {
            let top = match &*coroutine.state.borrow() {
                GeneratorState::Single(frame) => frame.values.last().cloned(),
                GeneratorState::Suspended(frames) => {
                    frames.last().and_then(|frame| frame.values.last().cloned())
                }
                _ => None,
            };
            if let Some(Value::Generator(awaited)) = top {
                inner.enter(&awaited);
            }
        }
        inner.open.iter().any(|step| {
            matches!(step, Step::Value(owner) if owner.address().is_some_and(|address| self.seen.contains(&address)))
        })
    }

    /// Whether nothing in a loop that goes on leads to a task: it waits for what is in no reach, and for no moment.
    fn misses(&self, future: &Future<Py>) -> bool {
        let waits = future.as_task().and_then(|task| task.waiter()).is_some_and(|waiter| {
            matches!(&*waiter.purpose(), Purpose::Plain | Purpose::Named(_) | Purpose::Held(..))
        });
        waits && !self.unknown && !self.holds(future)
    }
}
