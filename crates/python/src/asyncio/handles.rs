//! Callbacks of a loop, and the handles that programs get of them.

use loopscope_core::handle::{Callback, Handle, TimerHandle};
use loopscope_core::time::Time;

use super::Py;
use super::coroutine::Call;
use super::loops::{open_loop, this_loop};
use super::objects::as_coroutine;
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, NativeObject, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

static HANDLE_TYPE: TypeDef = TypeDef {
    name: "Handle",
    constructor: None,
    methods: &[NativeDef::method("cancel", handle_cancel), NativeDef::method("cancelled", handle_cancelled)],
};

static TIMER_HANDLE_TYPE: TypeDef = TypeDef {
    name: "TimerHandle",
    constructor: None,
    methods: &[
        NativeDef::method("cancel", handle_cancel),
        NativeDef::method("cancelled", handle_cancelled),
        NativeDef::method("when", handle_when),
    ],
};

fn callable_of(
    vm: &mut Vm,
    args: &Args<'_>,
    at: usize,
    method: &str,
) -> Result<(Value, Vec<Value>, String), Exc> {
    let callable = args.get(at).cloned().ok_or_else(|| {
        type_error(format!("BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"))
    })?;
    if as_coroutine(&callable).is_some() {
        return Err(type_error(format!("coroutines cannot be used with {method}()")));
    }
    let name = vm.repr(&callable)?.to_string();
    Ok((callable, args.positional[at + 1..].to_vec(), name))
}

pub(super) fn loop_call_soon(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = open_loop(&args)?;
    let (callable, arguments, name) = callable_of(vm, &args, 1, "call_soon")?;
    let handle = event_loop.call_soon(Callback::Routine(Box::new(Call::new(callable, arguments))));
    let class = vm.native_class(&HANDLE_TYPE, "asyncio.events");
    Ok(NativeObject::any(&class, (handle, name)))
}

pub(super) fn seconds(vm: &mut Vm, value: Option<&Value>) -> Result<f64, Exc> {
    match value {
        Some(Value::Int(number)) => Ok(*number as f64),
        Some(Value::Float(number)) if number.is_nan() => {
            Err(value_error("Invalid delay: NaN (not a number)"))
        }
        Some(Value::Float(number)) => Ok(*number),
        Some(Value::Bool(flag)) => Ok(f64::from(u8::from(*flag))),
        Some(other) => {
            let name = vm.type_name(other);
            Err(type_error(format!("unsupported operand type(s) for +: 'float' and '{name}'")))
        }
        None => Err(type_error("delay must not be None")),
    }
}

fn timer(vm: &mut Vm, args: &Args<'_>, when: Time, method: &str) -> NativeResult {
    let event_loop = open_loop(args)?;
    let (callable, arguments, name) = callable_of(vm, args, 2, method)?;
    let timer = event_loop.call_at(when, Callback::Routine(Box::new(Call::new(callable, arguments))));
    let class = vm.native_class(&TIMER_HANDLE_TYPE, "asyncio.events");
    Ok(NativeObject::any(&class, (timer, name)))
}

pub(super) fn loop_call_later(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let delay = seconds(vm, args.get(1))?;
    let when = Time::from_secs_f64(this_loop(&args)?.time().as_secs_f64() + delay);
    timer(vm, &args, when, "call_later")
}

pub(super) fn loop_call_at(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let when = Time::from_secs_f64(seconds(vm, args.get(1))?);
    timer(vm, &args, when, "call_at")
}

fn handle_parts(args: &Args<'_>) -> (Option<Handle<Py>>, Option<TimerHandle<Py>>) {
    match args.get(0) {
        Some(Value::Object(object)) => (
            object.with(|(handle, _): &mut (Handle<Py>, String)| handle.clone()),
            object.with(|(timer, _): &mut (TimerHandle<Py>, String)| timer.clone()),
        ),
        _ => (None, None),
    }
}

fn handle_cancel(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match handle_parts(&args) {
        (Some(handle), _) => handle.cancel(),
        (_, Some(timer)) => timer.cancel(),
        _ => return Err(type_error("a handle is needed")),
    }
    Ok(Value::None)
}

fn handle_cancelled(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match handle_parts(&args) {
        (Some(handle), _) => Ok(Value::Bool(handle.cancelled())),
        (_, Some(timer)) => Ok(Value::Bool(timer.cancelled())),
        _ => Err(type_error("a handle is needed")),
    }
}

fn handle_when(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match handle_parts(&args).1 {
        Some(timer) => Ok(Value::Float(timer.when().as_secs_f64())),
        None => Err(type_error("a timer handle is needed")),
    }
}
