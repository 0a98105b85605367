//! Event loops as programs see them.

use loopscope_core::event_loop::LoopRef;
use loopscope_core::runners::RunUntil;

use super::handles::{loop_call_at, loop_call_later, loop_call_soon};
use super::module::native_coroutine;
use super::objects::create_task;
use super::{Py, Run, as_future, future_value};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, NativeObject, runtime_error, type_error};
use crate::value::Value;
use crate::vm::Vm;

static LOOP_TYPE: TypeDef = TypeDef {
    name: "_UnixSelectorEventLoop",
    constructor: None,
    methods: &[
        NativeDef::method("time", loop_time),
        NativeDef::method("create_future", loop_create_future),
        NativeDef::method("create_task", loop_create_task),
        NativeDef::method("call_soon", loop_call_soon),
        NativeDef::method("call_soon_threadsafe", loop_call_soon),
        NativeDef::method("call_later", loop_call_later),
        NativeDef::method("call_at", loop_call_at),
        NativeDef::method("stop", loop_stop),
        NativeDef::method("shutdown_asyncgens", loop_shutdown_asyncgens),
        NativeDef::method("close", loop_close),
        NativeDef::method("is_running", loop_is_running),
        NativeDef::method("is_closed", loop_is_closed),
        NativeDef::method("get_debug", loop_get_debug),
        NativeDef::method("set_debug", loop_set_debug),
        NativeDef::method("run_until_complete", loop_run_until_complete),
    ],
};

/// A loop as a value.
pub(crate) fn loop_value(vm: &mut Vm, event_loop: &LoopRef<Py>) -> Value {
    if let Some((known, value)) = &vm.asyncio.loop_value
        && known.ptr_eq(event_loop)
    {
        return value.clone();
    }
    let class = vm.native_class(&LOOP_TYPE, "asyncio.unix_events");
    let value = NativeObject::any(&class, event_loop.clone());
    vm.asyncio.loop_value = Some((event_loop.clone(), value.clone()));
    value
}

/// The loop that a value is.
pub(crate) fn as_loop(value: &Value) -> Result<LoopRef<Py>, Exc> {
    let found = match value {
        Value::Object(object) => object.with(|event_loop: &mut LoopRef<Py>| event_loop.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("an event loop is needed"))
}

pub(super) fn this_loop(args: &Args<'_>) -> Result<LoopRef<Py>, Exc> {
    as_loop(args.get(0).unwrap_or(&Value::None))
}

pub(super) fn open_loop(args: &Args<'_>) -> Result<LoopRef<Py>, Exc> {
    let event_loop = this_loop(args)?;
    if event_loop.is_closed() {
        return Err(runtime_error("Event loop is closed"));
    }
    Ok(event_loop)
}

fn loop_time(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Float(this_loop(&args)?.time().as_secs_f64()))
}

fn loop_create_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let future = this_loop(&args)?.create_future();
    Ok(future_value(vm, &future))
}

fn loop_create_task(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = open_loop(&args)?;
    let [coroutine] = args.skip(1).positional else {
        return Err(type_error("create_task() takes 1 positional argument"));
    };
    create_task(vm, &event_loop, coroutine, args.keyword("name").cloned())
}

fn loop_shutdown_asyncgens(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let coroutine = this_loop(&args)?.shutdown_asyncgens();
    Ok(native_coroutine(vm, "BaseEventLoop.shutdown_asyncgens", coroutine))
}

fn loop_stop(_: &mut Vm, args: Args<'_>) -> NativeResult {
    this_loop(&args)?.stop();
    Ok(Value::None)
}

fn loop_close(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = this_loop(&args)?;
    if event_loop.is_running() {
        return Err(runtime_error("Cannot close a running event loop"));
    }
    event_loop.close();
    Ok(Value::None)
}

fn loop_is_running(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_loop(&args)?.is_running()))
}

fn loop_is_closed(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_loop(&args)?.is_closed()))
}

fn loop_get_debug(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(Value::Bool(false))
}

fn loop_set_debug(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(Value::None)
}

fn loop_run_until_complete(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = open_loop(&args)?;
    if event_loop.is_running() {
        return Err(runtime_error("This event loop is already running"));
    }
    if vm.asyncio.running.is_some() {
        return Err(runtime_error("Cannot run the event loop while another loop is running"));
    }
    let [awaitable] = args.skip(1).exactly("run_until_complete")?;
    let future = match as_future(awaitable) {
        Some(future) => future,
        None => match as_future(&create_task(vm, &event_loop, awaitable, None)?) {
            Some(future) => future,
            None => return Err(type_error("An asyncio.Future, a coroutine or an awaitable is required")),
        },
    };
    let run = RunUntil::begin(&event_loop, future)?;
    vm.start_run(Run::Until(run), event_loop)
}
