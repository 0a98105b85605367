//! Exception handlers of a loop: errors that nothing awaits, on their way to the program or to stderr.
//!
//! Mirrors `call_exception_handler` and `default_exception_handler` of `base_events`.

use std::rc::Rc;

use loopscope_core::domain::{Domain, Report, Subject};
use loopscope_core::event_loop::LoopRef;

use super::loops::{extra, loop_value, this_loop};
use super::{Py, future_value};
use crate::builtins::is_callable;
use crate::native::{Args, NativeResult};
use crate::objects::{Dict, Exc, type_error};
use crate::stdlib::logging::{self, Level, Place};
use crate::value::Value;
use crate::vm::origins::FrameList;
use crate::vm::{Vm, intern};

pub(super) fn set_exception_handler(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [handler] = args.skip(1).named("BaseEventLoop.set_exception_handler", ["handler"])?;
    if !handler.is_none() && !is_callable(vm, handler) {
        let shown = vm.repr(handler)?;
        return Err(type_error(format!("A callable object or None is expected, got {shown}")));
    }
    let event_loop = this_loop(&args)?;
    let handler = Some(handler.clone()).filter(|handler| !handler.is_none());
    let core: loopscope_core::event_loop::ExceptionHandler<Py> =
        Rc::new(|event_loop: &LoopRef<Py>, report, vm: &mut Vm| {
            let context = context(vm, report);
            handle(vm, event_loop, context)
        });
    event_loop.set_exception_handler(handler.is_some().then_some(core));
    drop(extra(&event_loop).exception_handler.replace(handler));
    Ok(Value::None)
}

pub(super) fn get_exception_handler(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let handler = extra(&this_loop(&args)?).exception_handler.borrow().clone();
    Ok(handler.unwrap_or(Value::None))
}

pub(super) fn default_exception_handler(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [context] = args.skip(1).named("BaseEventLoop.default_exception_handler", ["context"])?;
    show(vm, context)?;
    Ok(Value::None)
}

pub(super) fn call_exception_handler(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [context] = args.skip(1).named("BaseEventLoop.call_exception_handler", ["context"])?;
    let event_loop = this_loop(&args)?;
    handle(vm, &event_loop, context.clone())?;
    Ok(Value::None)
}

/// The context of a report, as handlers get it.
fn context(vm: &mut Vm, report: Report<Py>) -> Value {
    let context = vm.new_dict();
    let (key, subject) = match &report.subject {
        Subject::Nothing => ("", Value::None),
        Subject::Future(future) => ("future", future_value(vm, future)),
        Subject::Task(task) => ("task", future_value(vm, task)),
        Subject::Handle(handle) => ("handle", handle.clone()),
        Subject::AsyncGenerator(generator) => ("asyncgen", generator.clone()),
    };
    // A task that was destroyed names itself first.
    let put = |key: &str, value: Value| context.set_name(&intern(key), value);
    let pending = report.error.is_none() && key == "task";
    if pending {
        put(key, subject.clone());
    }
    let message = match (&subject, report.message.find(" exception was never retrieved")) {
        // It is named by its class.
        (Value::Instance(_), Some(at)) => {
            format!("{}{}", vm.class_of(&subject).name(), &report.message[at..])
        }
        _ => report.message,
    };
    put("message", Value::str(message));
    if let Some(error) = report.error {
        put("exception", Value::Exception(error));
    }
    let stack = match &report.subject {
        Subject::Future(future) | Subject::Task(future) => vm.asyncio.stacks.get(&future.id()).cloned(),
        Subject::Handle(handle) => super::handles::stack_of(handle),
        _ => None,
    };
    if !pending && !key.is_empty() {
        put(key, subject);
    }
    if let Some(stack) = stack {
        let rows = stack.iter().map(|(code, op)| {
            let line = code.line(*op as usize);
            let (file, text) = (code.source.filename.as_str(), code.source.line_text(line).trim());
            let row = [file.into(), Value::Int(line.into()), code.name.as_str().into(), text.into()];
            Value::tuple(row.to_vec())
        });
        let rows = rows.collect();
        let list = vm.new_list(rows);
        context.set_name(&intern("source_traceback"), list);
    }
    Value::Dict(context)
}

/// Tells a report that no handler wants.
pub(super) fn report(vm: &mut Vm, report: Report<Py>) {
    let context = context(vm, report);
    guarded(vm, &context);
}

/// Calls the program's handler, or shows the context. What comes back is an error that must stop the loop.
fn handle(vm: &mut Vm, event_loop: &LoopRef<Py>, context: Value) -> Result<(), Exc> {
    let handler = extra(event_loop).exception_handler.borrow().clone();
    let Some(handler) = handler else {
        guarded(vm, &context);
        return Ok(());
    };
    let loop_object = loop_value(vm, event_loop);
    match vm.call_nested(&handler, &[loop_object, context.clone()]) {
        Ok(_) => Ok(()),
        Err(error) if Py::is_fatal(&error) => Err(error),
        Err(error) => {
            let outer = vm.new_dict();
            let message = Value::str("Unhandled error in exception handler");
            outer.set_name(&intern("message"), message);
            outer.set_name(&intern("exception"), Value::Exception(error));
            outer.set_name(&intern("context"), context);
            guarded(vm, &Value::Dict(outer));
            Ok(())
        }
    }
}

/// Shows a context, whatever is in it.
fn guarded(vm: &mut Vm, context: &Value) {
    if let Err(error) = show(vm, context) {
        let place = ("asyncio/base_events.py", 1891, "call_exception_handler");
        log(vm, Level::Error, "Exception in default exception handler", Some(error), place);
    }
}

/// Writes a context to stderr, as the logger of asyncio does where nobody has set up logging.
fn show(vm: &mut Vm, context: &Value) -> Result<(), Exc> {
    let Value::Dict(context) = context else {
        let name = vm.type_name(context);
        return Err(crate::objects::attribute_error(format!("'{name}' object has no attribute 'get'")));
    };
    let mut text = match entry(context, "message") {
        Some(message) if vm.truth(&message)? => vm.str(&message)?.to_string(),
        _ => "Unhandled exception in event loop".to_owned(),
    };
    let mut entries: Vec<(String, Value)> = Vec::new();
    for (key, value) in context.entries() {
        entries.push((vm.str(&key)?.to_string(), value));
    }
    entries.sort_by(|a, b| a.0.cmp(&b.0));
    for (key, value) in entries {
        if key == "message" || key == "exception" {
            continue;
        }
        let shown = match stack_rows(&key, &value) {
            Some(stack) => stack,
            None => vm.repr(&value)?.to_string(),
        };
        text.push_str(&format!("\n{key}: {shown}"));
    }
    let error = match entry(context, "exception") {
        Some(Value::Exception(error)) => Some(error),
        _ => None,
    };
    log(vm, Level::Error, &text, error, ("asyncio/base_events.py", 1858, "default_exception_handler"));
    Ok(())
}

/// The words for the stack at which something was made, without the last newline.
fn stack_rows(key: &str, value: &Value) -> Option<String> {
    let Value::List(rows) = value else { return None };
    let what = match key {
        "source_traceback" => "Object",
        "handle_traceback" => "Handle",
        _ => return None,
    };
    let mut list = FrameList::default();
    for row in rows.items.borrow().iter() {
        let Value::Tuple(row) = row else { return None };
        let [Value::Str(file), Value::Int(line), Value::Str(name), Value::Str(source)] = &row[..] else {
            return None;
        };
        list.add(file, *line as u32, name, source);
    }
    let text = format!("{what} created at (most recent call last):\n{}", list.finish());
    Some(text.trim_end().to_owned())
}

/// Logs that a loop was made.
pub(super) fn log_new_loop(vm: &mut Vm) {
    let place = ("asyncio/selector_events.py", 64, "__init__");
    log(vm, Level::Debug, "Using selector: EpollSelector", None, place);
}

/// Logs that a loop in debug mode is closed.
pub(crate) fn log_close(vm: &mut Vm, event_loop: &LoopRef<Py>) {
    if event_loop.debug() {
        let place = ("asyncio/base_events.py", 744, "close");
        let text = "Close <_UnixSelectorEventLoop running=False closed=False debug=True>";
        log(vm, Level::Debug, text, None, place);
    }
}

/// Logs as asyncio's logger does. Where the program has not loaded `logging`, warnings and errors come as they are.
pub(super) fn log(vm: &mut Vm, level: Level, text: &str, error: Option<Exc>, place: Place) {
    match logging::by_asyncio(vm, level, text, error.clone(), place) {
        Ok(true) => {}
        Ok(false) if matches!(level, Level::Debug) => {}
        Ok(false) => {
            let trace = error.map(|error| vm.render_exception(&error)).unwrap_or_default();
            vm.write(true, &format!("{text}\n{trace}"));
        }
        Err(failed) => {
            let trace = vm.render_exception(&failed);
            vm.write(true, &trace);
        }
    }
}

fn entry(context: &Dict, key: &str) -> Option<Value> {
    context.get_name(&intern(key))
}
