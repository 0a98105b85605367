//! Core's timeouts for `timeouts.py`, which has the class that programs see.

use loopscope_core::time::Time;
use loopscope_core::timeouts::{Timeout, TimeoutExit};

use super::{Py, combinators, module};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, NativeObject, runtime_error, type_error};
use crate::value::Value;
use crate::vm::Vm;

pub(super) static FUNCTIONS: &[NativeDef] = &[NativeDef::function("_timeout_at", timeout_at)];

static GUARD: TypeDef = TypeDef {
    name: "_Timeout",
    constructor: None,
    methods: &[
        NativeDef::method("state", state),
        NativeDef::method("reschedule", reschedule),
        NativeDef::method("expired", expired),
        NativeDef::method("enter", enter),
        NativeDef::method("leave", leave),
    ],
};

fn deadline(vm: &mut Vm, when: &Value) -> Result<Option<Time>, Exc> {
    Ok(combinators::seconds(vm, when)?.map(Time::from_secs_f64))
}

/// A timeout that expires at that time of the loop, or never.
fn timeout_at(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [when] = args.exactly("timeout_at")?;
    let timeout = Timeout::<Py>::new(deadline(vm, when)?);
    let class = vm.native_class(&GUARD, "asyncio.timeouts");
    Ok(NativeObject::any(&class, timeout))
}

fn this(args: &Args<'_>) -> Result<Timeout<Py>, Exc> {
    let found = match args.get(0) {
        Some(Value::Object(object)) => object.with(|timeout: &mut Timeout<Py>| timeout.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("a timeout is needed"))
}

fn state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this(&args)?.state().as_str()))
}

fn reschedule(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [when] = args.skip(1).exactly("reschedule")?;
    let when = deadline(vm, when)?;
    let event_loop = module::running(vm)?;
    this(&args)?.reschedule(when, &event_loop)?;
    Ok(Value::None)
}

fn expired(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.expired()))
}

fn enter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop =
        vm.asyncio.running_loop().ok_or_else(|| runtime_error("Timeout should be used inside a task"))?;
    this(&args)?.enter(&event_loop)?;
    Ok(Value::None)
}

/// Leaves it with the error of the body, if there is one: what is to become of the error.
fn leave(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [error] = args.skip(1).exactly("leave")?;
    let error = match error {
        Value::Exception(error) => Some(error),
        _ => None,
    };
    Ok(match this(&args)?.exit(error) {
        TimeoutExit::TimedOut => Value::str("timed out"),
        TimeoutExit::Overtaken => Value::str("overtaken"),
        TimeoutExit::Pass => Value::None,
    })
}
