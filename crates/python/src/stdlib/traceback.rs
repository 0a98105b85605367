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
        NativeDef::function("_ignored", ignored),
        NativeDef::function("_line", line),
        NativeDef::function("_lines", lines),
        NativeDef::function("_only", only),
        NativeDef::function("_render", render),
        NativeDef::function("_source", source),
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

/// `_ignored(exception, function)`: tells of what a function of `atexit` raised.
fn ignored(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let [Value::Exception(error), function] = args.exactly("_ignored")? {
        vm.report_ignored(error, " atexit callback", function);
    }
    Ok(Value::None)
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

/// `_lines(code)`: all lines of the file of a code.
fn lines(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Code(code)] = args.exactly("_lines")? else { return Err(type_error("a code is needed")) };
    let lines = code.source.text.lines().filter(|_| !code.source.hidden);
    let lines = lines.map(|line| Value::from(format!("{line}\n"))).collect();
    Ok(vm.new_list(lines))
}

/// `_source(code)`: the lines of a function of the program, from its first, and the number of that.
fn source(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Code(code)] = args.exactly("_source")? else { return Err(type_error("a code is needed")) };
    let first = code.first_line;
    let mut lines = Vec::new();
    if !code.source.hidden {
        let indent = |text: &str| text.len() - text.trim_start().len();
        let text = &code.source.text[code.source.line_start(first) as usize..];
        let own = indent(text);
        let mut decorated = false;
        // To the next line that is indented no more, decorators and the head aside; not the empty lines before it.
        let mut depth = 0_i32;
        for line in text.split_inclusive('\n') {
            let in_head = lines.is_empty() || depth > 0 || decorated;
            let blank = line.trim().is_empty();
            if !in_head && !blank && indent(line) <= own && !line.trim_start().starts_with([')', ']', '}']) {
                break;
            }
            if in_head {
                let count = |brackets: [char; 3]| line.matches(brackets).count() as i32;
                depth += count(['(', '[', '{']) - count([')', ']', '}']);
                decorated = depth == 0 && line.trim_start().starts_with('@') || decorated && depth > 0;
            }
            lines.push(line);
        }
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
    }
    let lines = lines.into_iter().map(Value::from).collect();
    let lines = vm.new_list(lines);
    Ok(Value::tuple(vec![lines, Value::Int(i64::from(first))]))
}
