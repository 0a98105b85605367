//! Which loop is the current one, and whose policy says so. Mirrors `BaseDefaultEventLoopPolicy`.
//!
//! What a loop is to programs is `loops`'.

use std::rc::Rc;

use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::Future;

use super::Py;
use super::loops::{as_loop, loop_value, new_loop};
use crate::code::Source;
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, runtime_error, type_error};
use crate::stdlib::sys::line_of;
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm};

/// What the late part about policies needs of this one.
pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_current_loop", current_loop),
    NativeDef::function("_make_current", make_current),
    NativeDef::function("_get_policy", get_policy),
    NativeDef::function("_set_policy", set_policy),
];

/// Which loop the main thread uses while none is running.
#[derive(Default)]
pub(crate) struct Policy {
    current: Option<LoopRef<Py>>,
    /// Whether the program, or `asyncio.run`, has said which.
    set: bool,
    /// The program's own policy.
    pub(super) object: Option<Value>,
    /// The line that asked the program's policy for a loop.
    asked: Option<(Rc<Source>, u32)>,
}

impl Policy {
    /// Whether that loop is the current one.
    pub(crate) fn is_current(&self, event_loop: &LoopRef<Py>) -> bool {
        self.current.as_ref().is_some_and(|current| current.ptr_eq(event_loop))
    }

    /// What a thread begins with: none, and none is made for it.
    pub(crate) fn of_thread() -> Policy {
        Policy { set: true, ..Policy::default() }
    }

    /// Each thread has a current loop of its own.
    pub(crate) fn exchange(&mut self, other: &mut Policy) {
        std::mem::swap(&mut self.current, &mut other.current);
        std::mem::swap(&mut self.set, &mut other.set);
    }

    /// Mirrors `set_event_loop`.
    pub(crate) fn set(&mut self, event_loop: Option<LoopRef<Py>>) {
        self.set = true;
        self.current = event_loop;
    }
}

/// The current loop; none if one is to be made now, with a warning. Mirrors
/// `BaseDefaultEventLoopPolicy.get_event_loop`.
fn current(vm: &Vm) -> Result<Option<LoopRef<Py>>, Exc> {
    let policy = &vm.asyncio.policy;
    match &policy.current {
        None if policy.set => {
            let thread = vm.asyncio.worker.as_ref().map_or("MainThread", |(_, name)| name);
            Err(runtime_error(format!("There is no current event loop in thread '{thread}'.")))
        }
        current => Ok(current.clone()),
    }
}

fn warn_no_loop(vm: &mut Vm, place: Option<(Rc<Source>, u32)>) -> Result<(), Exc> {
    vm.warn_at(place, "DeprecationWarning", "There is no current event loop")
}

/// What a policy in Python asks: the current loop, or None where it has to make one.
fn current_loop(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    match current(vm)? {
        Some(event_loop) => Ok(loop_value(vm, &event_loop)),
        None => {
            let then = OnReturn::Keep(Box::new((warned, Value::None)));
            vm.request = Some(Request::Frame { above: 0, most: 1, then });
            Ok(Value::Nothing)
        }
    }
}

fn warned(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let asked = vm.asyncio.policy.asked.take();
    let place = line_of(vm, args.get(1).unwrap_or(&Value::None))?;
    warn_no_loop(vm, place.or(asked))?;
    Ok(Value::None)
}

fn get_policy(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(vm.asyncio.policy.object.clone().unwrap_or(Value::None))
}

fn set_policy(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let policy = args.get(0).filter(|policy| !policy.is_none()).cloned();
    if policy.is_none() {
        // The default one, as it begins.
        vm.asyncio.policy.set(None);
        vm.asyncio.policy.set = false;
    }
    drop(std::mem::replace(&mut vm.asyncio.policy.object, policy));
    Ok(Value::None)
}

/// Ends a native by a call of the program's policy, if there is one.
fn by_policy(vm: &mut Vm, method: &str, arguments: Vec<Value>) -> Result<Option<Value>, Exc> {
    let Some(policy) = vm.asyncio.policy.object.clone() else { return Ok(None) };
    let method = vm.get_attr(&policy, method)?;
    vm.tail_call(&method, arguments).map(Some)
}

/// `asyncio.get_event_loop()`.
pub(super) fn get_event_loop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("get_event_loop")?;
    let event_loop = event_loop(vm)?;
    Ok(loop_value(vm, &event_loop))
}

/// `asyncio.new_event_loop()`.
pub(super) fn new_event_loop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("new_event_loop")?;
    if let Some(called) = by_policy(vm, "new_event_loop", Vec::new())? {
        return Ok(called);
    }
    let event_loop = new_loop(vm);
    Ok(loop_value(vm, &event_loop))
}

/// `asyncio.set_event_loop(loop)`.
pub(super) fn set_event_loop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [event_loop] = args.named("set_event_loop", ["loop"])?;
    match by_policy(vm, "set_event_loop", vec![event_loop.clone()])? {
        Some(called) => Ok(called),
        None => make_current(vm, Args::positional(std::slice::from_ref(event_loop))),
    }
}

/// Mirrors `BaseDefaultEventLoopPolicy.set_event_loop`.
fn make_current(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [event_loop] = args.exactly("set_event_loop")?;
    vm.asyncio.policy.set = true;
    let event_loop = match event_loop {
        Value::None => None,
        value => match as_loop(value) {
            Ok(event_loop) => Some(event_loop),
            Err(_) => {
                let name = vm.type_name(value);
                return Err(type_error(format!(
                    "loop must be an instance of AbstractEventLoop or None, not '{name}'"
                )));
            }
        },
    };
    vm.asyncio.policy.set(event_loop);
    Ok(Value::None)
}

/// The loop that a function was told to use, or the one that is there. Futures bring theirs.
pub(super) fn loop_for(
    vm: &mut Vm,
    given: Option<&LoopRef<Py>>,
    futures: &[Future<Py>],
) -> Result<LoopRef<Py>, Exc> {
    match (given, futures.first()) {
        (Some(event_loop), _) => Ok(event_loop.clone()),
        (None, Some(future)) => Ok(future.event_loop().clone()),
        (None, None) => event_loop(vm),
    }
}

/// The running loop, or the current one; the first time one is made, with a warning. Mirrors
/// `asyncio.get_event_loop`.
pub(super) fn event_loop(vm: &mut Vm) -> Result<LoopRef<Py>, Exc> {
    if let Some(event_loop) = vm.asyncio.running_loop() {
        return Ok(event_loop);
    }
    if let Some(policy) = vm.asyncio.policy.object.clone() {
        vm.asyncio.policy.asked = vm.line_here();
        let method = vm.get_attr(&policy, "get_event_loop")?;
        return as_loop(&vm.call_nested(&method, &[])?);
    }
    match current(vm)? {
        Some(event_loop) => Ok(event_loop),
        None => {
            let place = vm.line_here();
            warn_no_loop(vm, place)?;
            let event_loop = new_loop(vm);
            vm.asyncio.policy.set(Some(event_loop.clone()));
            Ok(event_loop)
        }
    }
}
