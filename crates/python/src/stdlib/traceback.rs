//! `traceback`: the texts of tracebacks, which are the machine's own; the rest is in `traceback.py`.

use super::no_constants;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::type_error;
use crate::traceback::{exception_line, render_frames};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::report::frame_summary;

/// `traceback`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "traceback",
    functions: &[
        NativeDef::function("_entries", entries),
        NativeDef::function("_line", line),
        NativeDef::function("_only", only),
        NativeDef::function("_render", render),
    ],
    constants: no_constants,
    python: Some(embedded!("stdlib/traceback.py")),
};

/// `_render(exception)`: all of it, as it is shown when it is not caught.
fn render(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.exactly("_render")? {
        [Value::Exception(error)] => Ok(Value::from(vm.render_exception(error))),
        _ => Err(type_error("an exception is needed")),
    }
}

/// `_only(exception)`: its last line.
fn only(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.exactly("_only")? {
        [Value::Exception(error)] => {
            let (class, message) = (vm.exception_class_name(error), vm.exception_message(error));
            Ok(Value::from(exception_line(&class, message.as_deref())))
        }
        _ => Err(type_error("an exception is needed")),
    }
}

/// `_entries(exception)`: of each frame that it went through its file, line, function, source line and text.
fn entries(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Exception(error)] = args.exactly("_entries")? else {
        return Err(type_error("an exception is needed"));
    };
    let trace = error.trace.borrow().clone();
    let mut found = Vec::new();
    for entry in trace.iter().rev().filter(|entry| !entry.code.source.hidden) {
        let summary = frame_summary(entry);
        let mut text = String::new();
        render_frames(&mut text, &[summary]);
        let line = summary.line();
        found.push(Value::tuple(vec![
            Value::str(&*summary.source.filename),
            Value::Int(i64::from(line)),
            Value::str(summary.name),
            Value::str(summary.source.line_text(line).trim()),
            Value::from(text),
        ]));
    }
    Ok(vm.new_list(found))
}

/// `_line(code, line)`: a line of the source of a code.
fn line(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.exactly("_line")? {
        [Value::Code(code), Value::Int(line)] if !code.source.hidden => {
            Ok(Value::str(code.source.line_text(u32::try_from(*line).unwrap_or(0)).trim()))
        }
        _ => Ok(Value::str("")),
    }
}
