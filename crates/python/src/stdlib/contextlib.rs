//! `contextlib`: what is written in `contextlib.py`, and the tracebacks it puts back.

use super::no_constants;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::{Exc, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// The module.
pub const MODULE: ModuleDef = ModuleDef {
    name: "contextlib",
    functions: &[
        NativeDef::function("_bound", super::functools::bound),
        NativeDef::function("_trace_length", trace_length),
        NativeDef::function("_cut_trace", cut_trace),
    ],
    constants: no_constants,
    python: Some(embedded!("stdlib/contextlib.py")),
};

fn exception(value: &Value) -> Result<&Exc, Exc> {
    match value {
        Value::Exception(exception) => Ok(exception),
        _ => Err(type_error("an exception is needed")),
    }
}

/// How many frames an exception has gone through.
fn trace_length(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [error] = args.exactly("_trace_length")?;
    Ok(Value::from(exception(error)?.trace.borrow().len()))
}

/// Takes the frames back that it went through since it had gone through that many.
fn cut_trace(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [error, length] = args.exactly("_cut_trace")?;
    let length = usize::try_from(vm.index(length)?).unwrap_or(0);
    exception(error)?.trace.borrow_mut().truncate(length);
    Ok(Value::None)
}
