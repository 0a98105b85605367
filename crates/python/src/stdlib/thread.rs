//! `_thread`: what `threading` needs of the machine. A thread is a worker (see `loopscope_core::workers`).

use loopscope_core::context::{Context, InContext};

use crate::asyncio::executors::{Work, after};
use crate::asyncio::pools::park;
use loopscope_core::workers::Held;

use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, ExcKind, Exception, NativeObject, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// `_thread`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "_thread",
    functions: &[
        NativeDef::function("_die", die),
        NativeDef::function("_lane", lane),
        NativeDef::function("_spawn", spawn),
        NativeDef::function("_wait", wait),
    ],
    constants: |vm| vec![(FLAG.name, Value::Class(vm.native_class(&FLAG, "_thread")))],
    python: None,
};

/// `_die(status)`: ends the program here and now, as a signal does that has no handler.
fn die(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [status] = args.exactly("_die")?;
    vm.died = i32::try_from(vm.index(status)?).ok();
    let error = Exception::new(ExcKind::SystemExit, Vec::new());
    vm.killed = Some(error.clone());
    Err(error)
}

/// `_spawn(function, name, what, daemon)`: runs a function in a thread of that name, which runs until it blocks or ends
/// before this returns. `what` it runs is shown on the timeline.
fn spawn(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function, Value::Str(name), Value::Str(what), daemon] = args.exactly("_spawn")? else {
        return Err(type_error("_spawn() takes a function and two names"));
    };
    let daemon = vm.truth(daemon)?;
    let work = Work::named(what.to_string(), function.clone(), Vec::new(), Vec::new());
    let coroutine = InContext::wrap(Some(Context::default()), Box::new(work));
    let parent = vm.current_task_id();
    vm.asyncio.workers.spawn(name.to_string(), coroutine, parent, daemon);
    after(vm, true, Value::None)
}

/// `_lane()`: the number and the name of the running thread, whatever it runs; None in the main one.
fn lane(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("_lane")?;
    Ok(match &vm.asyncio.worker {
        Some((lane, name)) => {
            let thread = vm.asyncio.workers.thread().unwrap_or(*lane);
            Value::tuple(vec![Value::from(thread.0 as usize), Value::str(&**name)])
        }
        None => Value::None,
    })
}

/// Whether something is held that threads wait for.
static FLAG: TypeDef = TypeDef {
    name: "_Flag",
    constructor: Some(new_flag),
    methods: &[NativeDef::property("held", held), NativeDef::method("_set_held", set_held)],
};

fn new_flag(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(NativeObject::any(&vm.native_class(&FLAG, "_thread"), Held::default()))
}

fn flag(value: Option<&Value>) -> Result<Held, Exc> {
    let found = match value {
        Some(Value::Object(object)) => object.with(|held: &mut Held| held.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("a flag is needed"))
}

fn held(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(flag(args.get(0))?.get()))
}

fn set_held(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let flag = flag(args.get(0))?;
    flag.set(matches!(args.get(1), Some(Value::Bool(true))));
    if !flag.get() {
        vm.asyncio.workers.notify();
    }
    Ok(Value::None)
}

/// `_wait(flag, seconds)`: blocks until it is free, at most so long (None: for ever). It is to be looked at again.
fn wait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [waited, _] = args.exactly("_wait")?;
    let held = flag(Some(waited))?;
    let parked = park(vm, args.skip(1))?;
    if vm.asyncio.worker.is_some() {
        vm.asyncio.workers.wait_for(held);
    }
    Ok(parked)
}
