//! Coroutines of core's primitives as the machine awaits them: `lock.acquire()`, `queue.get()`, the end of a group.
//!
//! Core's waits are Rust futures. An operation makes one only when it has to wait: what can be had at once, in the
//! first step, costs no future, and lets nobody else run.

use std::pin::Pin;
use std::rc::Rc;

use loopscope_core::coroutine::{Coroutine, Resume, Resumed};
use loopscope_core::event_loop::LoopRef;
use loopscope_core::locks::{Barrier, Condition, Event, Lock, other_loop};
use loopscope_core::native::Adapter;
use loopscope_core::queues::Gate;
use loopscope_core::task_group::TaskGroup;

use super::Py;
use super::locks::Counter;
use super::queues::PyQueue;
use crate::native::NativeResult;
use crate::objects::{Exc, ExcKind, Str, runtime_error};
use crate::value::Value;
use crate::vm::{Vm, intern};

/// A wait of core's.
type Wait = dyn Future<Output = NativeResult>;

/// What can be waited for. Those with a value give it when they are done.
pub(super) enum Op {
    Acquire(Lock<Py>, Value),
    Release(Lock<Py>),
    Take(Counter, Value),
    Give(Counter),
    Event(Event<Py>),
    Condition(Condition<Py>),
    Barrier(Barrier<Py>),
    Reset(Barrier<Py>),
    Abort(Barrier<Py>),
    Put(PyQueue, Value),
    Get(PyQueue),
    Room(Gate<Py>),
    Item(Gate<Py>),
    Join(Gate<Py>),
    Leave(TaskGroup<Py>, Option<Exc>),
}

impl Op {
    /// The outcome, if there is nothing to wait for. Only a lock asks who takes it.
    fn at_once(&self, vm: &mut Vm, event_loop: Option<&LoopRef<Py>>) -> Option<NativeResult> {
        match self {
            Op::Acquire(lock, value) => lock.try_acquire(event_loop?).then(|| Ok(value.clone())),
            Op::Release(lock) => Some(lock.release().map(|()| Value::None)),
            Op::Take(semaphore, value) => semaphore.counter().try_acquire().then(|| Ok(value.clone())),
            Op::Give(semaphore) => Some(semaphore.release()),
            Op::Event(event) => event.is_set().then_some(Ok(Value::Bool(true))),
            Op::Put(queue, item) => (!queue.gate.full()).then(|| queue.put_nowait(vm, item.clone())),
            Op::Get(queue) => (!queue.gate.is_empty()).then(|| queue.get_nowait(vm)),
            Op::Join(gate) => (gate.unfinished() == 0).then_some(Ok(Value::None)),
            _ => None,
        }
    }

    /// The wait.
    fn wait(&self, event_loop: &LoopRef<Py>) -> Pin<Box<Wait>> {
        let l = event_loop.clone();
        match self {
            Op::Acquire(lock, value) => {
                let lock = lock.clone();
                giving(value.clone(), async move { lock.acquire(&l).await })
            }
            Op::Take(semaphore, value) => {
                let semaphore = semaphore.counter().clone();
                giving(value.clone(), async move { semaphore.acquire(&l).await })
            }
            Op::Event(event) => {
                let event = event.clone();
                giving(Value::Bool(true), async move { event.wait(&l).await })
            }
            Op::Condition(condition) => {
                let condition = condition.clone();
                giving(Value::Bool(true), async move { condition.wait(&l).await })
            }
            Op::Barrier(barrier) => {
                let barrier = barrier.clone();
                Box::pin(async move { barrier.wait(&l).await.map(Value::from) })
            }
            Op::Reset(barrier) => {
                let barrier = barrier.clone();
                giving(Value::None, async move { barrier.reset(&l).await })
            }
            Op::Abort(barrier) => {
                let barrier = barrier.clone();
                giving(Value::None, async move { barrier.abort(&l).await })
            }
            Op::Put(PyQueue { gate, .. }, _) | Op::Room(gate) => {
                let gate = gate.clone();
                giving(Value::None, async move { gate.room(&l).await })
            }
            Op::Get(PyQueue { gate, .. }) | Op::Item(gate) => {
                let gate = gate.clone();
                giving(Value::None, async move { gate.item(&l).await })
            }
            Op::Join(gate) => {
                let gate = gate.clone();
                giving(Value::None, async move { gate.join(&l).await })
            }
            Op::Leave(group, error) => {
                let (group, error) = (group.clone(), error.clone());
                giving(Value::None, async move { group.exit(error).await })
            }
            // These never wait.
            Op::Release(_) | Op::Give(_) => Box::pin(std::future::ready(Ok(Value::None))),
        }
    }

    /// What is left to do when the wait is over.
    fn then(&self, vm: &mut Vm, value: Value) -> NativeResult {
        match self {
            Op::Put(queue, item) => queue.put_nowait(vm, item.clone()),
            Op::Get(queue) => queue.get_nowait(vm),
            _ => Ok(value),
        }
    }
}

/// The places of CPython's own coroutines, as reprs name them: the module, the line of the definition, the line of
/// the await.
pub(super) fn source(qualname: &str) -> (&'static str, u32, u32) {
    match qualname {
        "_ContextManagerMixin.__aenter__" => ("locks", 13, 14),
        "_ContextManagerMixin.__aexit__" => ("locks", 19, 19),
        "Lock.acquire" => ("locks", 90, 110),
        "Event.wait" => ("locks", 200, 213),
        "Condition.wait" => ("locks", 248, 272),
        "Semaphore.acquire" => ("locks", 386, 407),
        "Barrier.wait" => ("locks", 511, 527),
        "Barrier.reset" => ("locks", 577, 583),
        "Barrier.abort" => ("locks", 592, 598),
        "Queue.put" => ("queues", 125, 139),
        "Queue.get" => ("queues", 172, 186),
        "Queue.join" => ("queues", 242, 251),
        "TaskGroup.__aexit__" => ("taskgroups", 68, 106),
        // `sleep`.
        _ => ("tasks", 703, 718),
    }
}

fn giving(value: Value, wait: impl Future<Output = Result<(), Exc>> + 'static) -> Pin<Box<Wait>> {
    Box::pin(async move { wait.await.map(|()| value) })
}

/// The names of an operation, as CPython has them.
#[derive(Clone)]
pub(crate) struct OpName {
    text: &'static str,
    name: Rc<Str>,
    qualname: Rc<Str>,
}

/// A coroutine of one operation of a primitive.
struct Operation {
    op: Op,
    started: bool,
    wait: Option<Adapter<Py, Wait>>,
    name: &'static str,
    /// The primitive.
    owner: Value,
}

impl Vm {
    /// The coroutine object of an operation of `owner`; `qualname` is what CPython calls it (`Lock.acquire`).
    pub(super) fn operation(&mut self, qualname: &'static str, owner: &Value, op: Op) -> NativeResult {
        let known = self.asyncio.operations.iter().find(|known| std::ptr::eq(known.text, qualname)).cloned();
        let OpName { name, qualname: full, .. } = known.unwrap_or_else(|| {
            let name = qualname.rsplit_once('.').map_or(qualname, |(_, name)| name);
            let made = OpName { text: qualname, name: intern(name), qualname: intern(qualname) };
            self.asyncio.operations.push(made.clone());
            made
        });
        let operation = Operation { op, started: false, wait: None, name: qualname, owner: owner.clone() };
        Ok(self.native_generator(name, full, Box::new(operation), true))
    }
}

impl Coroutine<Py> for Operation {
    fn resume(&mut self, input: Resume<Py>, event_loop: &LoopRef<Py>, vm: &mut Vm) -> Resumed<Py> {
        if !std::mem::replace(&mut self.started, true) {
            if let Resume::Throw(error) = input {
                return Resumed::Raise(error);
            }
            if let Some(outcome) = self.op.at_once(vm, Some(event_loop)) {
                return ended(outcome);
            }
            self.wait = Some(Adapter::named(self.name, self.op.wait(event_loop)));
        }
        let Some(wait) = &mut self.wait else {
            return Resumed::Raise(runtime_error("cannot reuse already awaited coroutine"));
        };
        match wait.resume(input, event_loop, vm) {
            Resumed::Return(value) => {
                self.wait = None;
                ended(self.op.then(vm, value))
            }
            Resumed::Raise(error) => Resumed::Raise(self.named(vm, error)),
            resumed => resumed,
        }
    }

    fn resume_without_loop(&mut self, input: &Resume<Py>, vm: &mut Vm) -> Option<Resumed<Py>> {
        match input {
            Resume::Throw(thrown) => {
                let awaited = self.wait.as_ref()?.awaited()?.clone();
                match &self.op {
                    // It takes its lock again, if that is free, and wakes another in its place.
                    Op::Condition(condition) => {
                        self.wait = None;
                        let closed = awaited.event_loop().is_closed();
                        let taken = condition.lock().try_acquire(awaited.event_loop());
                        (taken && closed && condition.waiting() > 0).then(|| loop_is_closed(thrown))
                    }
                    // It cancels what it waits for, which would be told in the loop.
                    Op::Get(_) | Op::Item(_) | Op::Put(..) | Op::Room(_) if !awaited.done() => {
                        let mut told = false;
                        awaited.for_each_callback(|_| told = true);
                        (told && awaited.event_loop().is_closed()).then(|| loop_is_closed(thrown))
                    }
                    _ => None,
                }
            }
            _ if self.started => None,
            _ => Some(ended(self.op.at_once(vm, None)?)),
        }
    }

    fn name(&self) -> &str {
        self.name
    }

    /// The primitive: the coroutine's own object is the generator around it.
    fn object(&self) -> Option<Value> {
        Some(self.owner.clone())
    }
}

/// What a callback that cannot be scheduled makes of an exception.
fn loop_is_closed(thrown: &Exc) -> Resumed<Py> {
    let error = runtime_error("Event loop is closed");
    error.context.replace(Some(thrown.clone()));
    Resumed::Raise(error)
}

fn ended(outcome: NativeResult) -> Resumed<Py> {
    match outcome {
        Ok(value) => Resumed::Return(value),
        Err(error) => Resumed::Raise(error),
    }
}

impl Operation {
    /// Core does not know the object that stands for the primitive: the error that has it in its message is told
    /// again.
    fn named(&self, vm: &mut Vm, error: Exc) -> Exc {
        let suffix = other_loop("");
        let ours = error.is(ExcKind::RuntimeError)
            && matches!(error.args.borrow().first(), Some(Value::Str(text)) if text.ends_with(&suffix));
        if !ours {
            return error;
        }
        match vm.repr(&self.owner) {
            Ok(owner) => runtime_error(other_loop(&owner)),
            Err(error) => error,
        }
    }
}
