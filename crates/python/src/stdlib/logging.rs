//! `logging`: what is written in `logging.py`, and what it asks of the machine; and asyncio's own logger.

use super::no_constants;
use super::sys::FRAMES_SHOWN;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::Exc;
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm, intern};

/// The module.
pub const MODULE: ModuleDef = ModuleDef {
    name: "logging",
    functions: &[
        NativeDef::function("_format_exception", format_exception),
        NativeDef::function("_frame", frame),
        NativeDef::function("_line_text", line_text),
        NativeDef::function("_task_name", task_name),
        NativeDef::function("_thread", thread),
    ],
    constants: no_constants,
    python: Some(embedded!("stdlib/logging.py")),
};

/// The severities that asyncio uses.
#[derive(Clone, Copy)]
pub(crate) enum Level {
    /// `DEBUG`.
    Debug = 10,
    /// `WARNING`.
    Warning = 30,
    /// `ERROR`.
    Error = 40,
}

/// Where CPython's asyncio logs something: its file, line and function.
pub(crate) type Place = (&'static str, i64, &'static str);

/// Has asyncio's logger say something, if the program has loaded `logging`; whether it did.
///
/// # Errors
/// What a handler of the program raises.
pub(crate) fn by_asyncio(
    vm: &mut Vm,
    level: Level,
    message: &str,
    error: Option<Exc>,
    place: Place,
) -> Result<bool, Exc> {
    let Some(Value::Module(logging)) = vm.modules.get_name(&intern("logging")) else { return Ok(false) };
    // While it is being imported there is nothing yet.
    let Some(log) = logging.dict.get_name(&intern("_asyncio")) else { return Ok(false) };
    let error = error.map_or(Value::None, Value::Exception);
    let (file, line, function) = place;
    let arguments = [
        Value::Int(level as i64),
        Value::str(message),
        error,
        file.into(),
        Value::Int(line),
        function.into(),
    ];
    vm.call_nested(&log, &arguments)?;
    Ok(true)
}

/// `_format_exception(error)`: its traceback as it is shown.
fn format_exception(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [error] = args.exactly("_format_exception")?;
    match error {
        Value::Exception(error) => Ok(Value::from(vm.render_exception(error))),
        _ => Ok(Value::from("NoneType: None\n")),
    }
}

/// `_frame(level, whole)`: the frame of the program that is that many above, from 1; the whole stack under it if asked.
fn frame(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [level, whole] = args.exactly("_frame")?;
    let most = if vm.truth(whole)? { FRAMES_SHOWN } else { 1 };
    let above = usize::try_from(vm.index(level)?.saturating_sub(1)).unwrap_or(0);
    vm.request = Some(Request::Frame { above, most, then: OnReturn::Push });
    Ok(Value::Nothing)
}

/// `_line_text(frame)`: the line that a frame stands at.
fn line_text(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [frame] = args.exactly("_line_text")?;
    Ok(match (vm.get_attr(frame, "f_code")?, vm.get_attr(frame, "f_lineno")?) {
        (Value::Code(code), Value::Int(line)) => {
            Value::from(code.source.line_text(u32::try_from(line).unwrap_or(0)).trim())
        }
        _ => Value::from(""),
    })
}

/// The name of the task that is running, or None.
fn task_name(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(vm.asyncio.current_task().map_or(Value::None, |task| Value::from(task.name())))
}

/// The number and the name of the thread that is running.
fn thread(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let (number, name) = match &vm.asyncio.worker {
        Some((lane, name)) => (lane.0 as i64, name.clone()),
        None => (0, "MainThread".to_owned()),
    };
    Ok(Value::tuple(vec![Value::Int(MAIN_THREAD + number), Value::from(name)]))
}

/// What stands for the number of the main thread.
const MAIN_THREAD: i64 = 140_000_000_000_000;
