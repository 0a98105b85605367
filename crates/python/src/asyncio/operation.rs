//! Coroutines of core's primitives as the machine awaits them: `lock.acquire()`, `queue.get()`.
//!
//! Core's waits are Rust futures that get the loop they wait in. A program may make the coroutine before there is
//! a loop, so the future is made at the first step.

use std::pin::Pin;

use loopscope_core::coroutine::{Coroutine, Resume, Resumed};
use loopscope_core::event_loop::LoopRef;
use loopscope_core::locks::other_loop;
use loopscope_core::native::Adapter;

use super::Py;
use crate::native::NativeResult;
use crate::objects::{Exc, ExcKind, GeneratorKind, GeneratorState, NativeCoroutine, runtime_error};
use crate::value::Value;
use crate::vm::{Vm, intern};

/// A wait of core's.
type Wait = dyn Future<Output = Result<Value, Exc>>;

/// What can be waited for: makes the wait in the loop that runs it.
pub(crate) type Start = Box<dyn FnOnce(LoopRef<Py>) -> Pin<Box<Wait>>>;

/// A coroutine of one operation of a primitive.
struct Operation {
    /// None once it has started.
    start: Option<Start>,
    wait: Option<Adapter<Py, Wait>>,
    name: &'static str,
    /// The primitive.
    owner: Value,
}

/// The coroutine object of an operation of `owner`; `qualname` is what CPython calls it (`Lock.acquire`).
pub(crate) fn operation(vm: &mut Vm, qualname: &'static str, owner: &Value, start: Start) -> Value {
    let name = qualname.rsplit_once('.').map_or(qualname, |(_, name)| name);
    let operation = Operation { start: Some(start), wait: None, name: qualname, owner: owner.clone() };
    let state = GeneratorState::Native(NativeCoroutine(Box::new(operation), false));
    vm.register_generator(GeneratorKind::Coroutine, intern(name), intern(qualname), state, None)
}

/// Boxes a wait that gives nothing; the program gets `value`.
pub(crate) fn giving(value: Value, wait: impl Future<Output = Result<(), Exc>> + 'static) -> Pin<Box<Wait>> {
    Box::pin(async move { wait.await.map(|()| value) })
}

/// The coroutine object of an operation that never waits.
pub(crate) fn at_once(
    vm: &mut Vm,
    qualname: &'static str,
    owner: &Value,
    action: impl FnOnce() -> NativeResult + 'static,
) -> Value {
    operation(vm, qualname, owner, Box::new(|_| Box::pin(async move { action() })))
}

impl Coroutine<Py> for Operation {
    fn resume(&mut self, input: Resume<Py>, event_loop: &LoopRef<Py>, vm: &mut Vm) -> Resumed<Py> {
        if let Some(start) = self.start.take() {
            if let Resume::Throw(error) = input {
                return Resumed::Raise(error);
            }
            self.wait = Some(Adapter::named(self.name, start(event_loop.clone())));
        }
        let Some(wait) = &mut self.wait else {
            return Resumed::Raise(runtime_error("cannot reuse already awaited coroutine"));
        };
        match wait.resume(input, event_loop, vm) {
            Resumed::Raise(error) => Resumed::Raise(self.named(vm, error)),
            resumed => resumed,
        }
    }

    fn name(&self) -> &str {
        self.name
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
