//! Futures, tasks, loops and handles in words: reprs, and reports of errors that nothing awaits.

use std::rc::Rc;

use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::{DoneCallback, Future, FutureState, Operation};

use super::Py;
use crate::objects::{Exc, Generator, GeneratorState, NativeData};
use crate::value::Value;
use crate::vm::{Vm, intern};

/// The repr of an object of asyncio; None for others.
pub fn repr(vm: &mut Vm, value: &Value) -> Result<Option<String>, Exc> {
    let object = match value {
        Value::Object(object) => object,
        // Of a class that derives from one.
        Value::Instance(instance) => match &instance.base {
            Some(Value::Object(object)) if matches!(object.data, NativeData::Future(_)) => object,
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    if let NativeData::Future(future) = &object.data {
        return Ok(Some(future_repr(vm, future)));
    }
    Ok(super::objects::repr(vm, object))
}

/// `repr(future)`. Mirrors `base_futures._future_repr` and `base_tasks._task_repr`.
pub(crate) fn future_repr(vm: &mut Vm, future: &Future<Py>) -> String {
    let _nested = vm.enter_repr();
    if _nested.is_none() {
        return "<Future ...>".to_owned();
    }
    let mut parts = vec![match future.state() {
        FutureState::Pending => "pending".to_owned(),
        FutureState::Cancelled => "cancelled".to_owned(),
        FutureState::Finished => "finished".to_owned(),
    }];
    match future.peek() {
        Some(Ok(value)) => parts.push(format!("result={}", short(vm, &value))),
        Some(Err(error)) => {
            let text = vm.repr(&Value::Exception(error)).map_or_else(|_| "?".to_owned(), |t| t.to_string());
            parts.push(format!("exception={text}"));
        }
        None => {}
    }
    let callbacks = callbacks(vm, future);
    if !callbacks.is_empty() {
        parts.push(callbacks);
    }
    if future.event_loop().made_in_debug(future.id()) {
        let created = vm.asyncio.created.get(&future.id()).cloned();
        let inside = || match future.is_gather() {
            true => place("tasks", GATHERING_INIT),
            false => place("base_events", CREATE_FUTURE),
        };
        parts.push(format!("created at {}", created.unwrap_or_else(inside)));
    }
    let class = match future.as_task() {
        Some(task) => {
            if task.cancelling() > 0 && !future.done() {
                "cancelling".clone_into(&mut parts[0]);
            }
            let name = vm.repr(&Value::str(task.name())).map_or_else(|_| String::new(), |t| t.to_string());
            parts.insert(1, format!("name={name}"));
            if let Some(waiter) = task.waiter() {
                let waiter = future_repr(vm, &waiter);
                parts.insert(2, format!("wait_for={waiter}"));
            }
            match task.object() {
                Some(Value::Generator(generator)) => {
                    parts.insert(2, format!("coro=<{}>", coroutine(vm, &generator)));
                }
                // A step of an asynchronous generator.
                Some(other) => {
                    parts.insert(2, format!("coro=<<{} without __name__>()>", vm.type_name(&other)));
                }
                None => {}
            }
            "Task"
        }
        None if future.is_gather() => "_GatheringFuture",
        None => "Future",
    };
    vm.leave_repr();
    let derived = super::attributes::derived(vm, future).map(|object| vm.class_of(&object).name());
    format!("<{} {}>", derived.as_ref().map_or(class, |name| name.as_str()), parts.join(" "))
}

/// A value as `reprlib.repr` shows it: the beginning of what is long.
pub(super) fn short(vm: &mut Vm, value: &Value) -> String {
    shortened(vm, value, 6)
}

fn shortened(vm: &mut Vm, value: &Value, level: u32) -> String {
    let items = |vm: &mut Vm, items: &[Value], most: usize| {
        let mut texts: Vec<String> =
            items.iter().take(most).map(|item| shortened(vm, item, level - 1)).collect();
        if items.len() > most {
            texts.push("...".to_owned());
        }
        texts.join(", ")
    };
    match value {
        Value::List(_) if level == 0 => "[...]".to_owned(),
        Value::Tuple(_) if level == 0 => "(...)".to_owned(),
        Value::Dict(_) if level == 0 => "{...}".to_owned(),
        Value::List(list) => {
            let list = list.items.borrow().clone();
            format!("[{}]", items(vm, &list, 6))
        }
        Value::Tuple(tuple) if tuple.len() == 1 => format!("({},)", shortened(vm, &tuple[0], level - 1)),
        Value::Tuple(tuple) => format!("({})", items(vm, tuple, 6)),
        Value::Dict(dict) => {
            let entries = dict.entries();
            let mut texts: Vec<String> = entries
                .iter()
                .take(4)
                .map(|(key, value)| {
                    let key = shortened(vm, key, level - 1);
                    format!("{key}: {}", shortened(vm, value, level - 1))
                })
                .collect();
            if entries.len() > 4 {
                texts.push("...".to_owned());
            }
            format!("{{{}}}", texts.join(", "))
        }
        Value::Int(_) | Value::BigInt(_) => cut(&whole(vm, value), 40),
        Value::Str(text) => {
            let shown = crate::text::repr::str_repr(text);
            if shown.chars().count() <= 30 {
                return shown;
            }
            let start: String = text.chars().take(30).collect();
            cut(&crate::text::repr::str_repr(&format!("{start}{}", tail(text, 30))), 30)
        }
        other => cut(&whole(vm, other), 30),
    }
}

fn whole(vm: &mut Vm, value: &Value) -> String {
    vm.repr(value).map_or_else(|_| "?".to_owned(), |text| text.to_string())
}

fn tail(text: &str, count: usize) -> String {
    let all: Vec<char> = text.chars().collect();
    all[all.len().saturating_sub(count)..].iter().collect()
}

/// The two ends of a text that is longer than `most`.
fn cut(text: &str, most: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= most {
        return text.to_owned();
    }
    let head = (most - 3) / 2;
    let foot = most - 3 - head;
    let start: String = letters[..head].iter().collect();
    let end: String = letters[letters.len() - foot..].iter().collect();
    format!("{start}...{end}")
}

/// Mirrors `coroutines._format_coroutine`.
pub(crate) fn coroutine(vm: &Vm, generator: &Rc<Generator>) -> String {
    let name = generator.qualname.borrow().clone();
    let Some(code) = &generator.code else {
        let (module, defined, awaits) = super::operation::source(&name);
        return match &*generator.state.borrow() {
            GeneratorState::Finished => format!("{name}() done, defined at {}", place(module, defined)),
            GeneratorState::Native(coroutine) if !coroutine.1 => {
                format!("{name}() running at {}", place(module, defined))
            }
            _ => format!("{name}() running at {}", place(module, awaits)),
        };
    };
    let file = &code.source.filename;
    match &*generator.state.borrow() {
        GeneratorState::Finished => format!("{name}() done, defined at {file}:{}", code.first_line),
        GeneratorState::Running => {
            let op = vm.place_in(generator).map_or(0, |(_, op)| op);
            format!("{name}() running at {file}:{}", code.line(op))
        }
        GeneratorState::Created(_) => format!("{name}() running at {file}:{}", code.first_line),
        GeneratorState::Single(frame) => format!("{name}() running at {file}:{}", code.line(frame.op())),
        GeneratorState::Suspended(frames) => {
            let op = frames.first().map_or(0, |frame| frame.op());
            format!("{name}() running at {file}:{}", code.line(op))
        }
        GeneratorState::Native(_) => format!("{name}() running"),
    }
}

/// Lines of CPython's own asyncio, as reprs name them: `base_events.create_future`.
const CREATE_FUTURE: u32 = 460;
/// `_GatheringFuture.__init__`.
const GATHERING_INIT: u32 = 765;
/// `tasks.create_task`.
pub(super) const CREATE_TASK: (&str, u32) = ("tasks", 410);
/// `tasks.ensure_future`.
pub(super) const ENSURE_FUTURE: (&str, u32) = ("tasks", 748);
/// `Runner.run`.
pub(super) const RUNNER: (&str, u32) = ("runners", 100);

/// A place in CPython's own asyncio, from the library's folder on.
pub(super) fn place(module: &str, line: u32) -> String {
    format!("asyncio/{module}.py:{line}")
}

fn callbacks(vm: &mut Vm, future: &Future<Py>) -> String {
    enum Shown {
        Known(String),
        Callable(Value),
    }
    let mut shown = Vec::new();
    future.for_each_callback(|callback| {
        shown.push(match callback {
            DoneCallback::Wakeup(_) => Shown::Known("Task.task_wakeup()".to_owned()),
            DoneCallback::Callable(callable, _) => Shown::Callable(callable.clone()),
            DoneCallback::Gather(_) => {
                Shown::Known(format!("gather.<locals>._done_callback() at {}", place("tasks", 820)))
            }
            DoneCallback::Stop => {
                Shown::Known(format!("_run_until_complete_cb() at {}", place("base_events", 182)))
            }
            DoneCallback::Native(_) => Shown::Known("callback()".to_owned()),
            DoneCallback::Operation(operation, _) => Shown::Known(operation_callback(*operation)),
        });
    });
    let texts: Vec<String> = shown
        .into_iter()
        .map(|shown| match shown {
            Shown::Known(text) => text,
            Shown::Callable(callable) => callback(vm, &callable, None),
        })
        .collect();
    match texts.as_slice() {
        [] => String::new(),
        [one] => format!("cb=[{one}]"),
        [one, two] => format!("cb=[{one}, {two}]"),
        [first, middle @ .., last] => format!("cb=[{first}, <{} more>, {last}]", middle.len()),
    }
}

/// The callback of an operation of asyncio's own, as CPython names it.
fn operation_callback(operation: Operation) -> String {
    let (name, line) = match operation {
        Operation::TaskGroup => return "TaskGroup._on_task_done()".to_owned(),
        Operation::AsCompleted => return "_AsCompletedIterator._handle_completion()".to_owned(),
        Operation::Chain => {
            return format!("_chain_future.<locals>._call_set_state() at {}", place("futures", 393));
        }
        Operation::Cancel => {
            return format!("_chain_future.<locals>._call_check_cancel() at {}", place("futures", 386));
        }
        Operation::Wait => ("_wait.<locals>._on_completion", 521),
        Operation::ShieldInner => ("shield.<locals>._inner_done_callback", 958),
        Operation::ShieldOuter => ("shield.<locals>._outer_done_callback", 975),
    };
    format!("{name}() at {}", place("tasks", line))
}

/// Mirrors `format_helpers._format_callback_source`.
pub(super) fn callback(vm: &mut Vm, callable: &Value, argument: Option<&str>) -> String {
    let argument = argument.unwrap_or("");
    match callable {
        Value::Function(function) => {
            let code = &function.code;
            let name = function.qualname.borrow();
            format!("{name}({argument}) at {}:{}", code.source.filename, code.first_line)
        }
        Value::Method(method) => match &method.function {
            Value::Function(function) => {
                // Only of plain functions the source is shown.
                format!("{}({argument})", function.qualname.borrow())
            }
            Value::Native(native) => {
                let class = defining_class(vm, &method.receiver, native.name);
                format!("{class}.{}({argument})", native.name)
            }
            other => short(vm, other),
        },
        Value::Native(native) => format!("{}({argument})", native.name),
        other => {
            let text = short(vm, other);
            format!("{text}({argument})")
        }
    }
}

/// The name of the class that a method comes from, as its `__qualname__` begins. Our own bases of a class written in
/// Python begin with an underscore and are taken for that class.
fn defining_class(vm: &Vm, receiver: &Value, method: &str) -> String {
    let class = vm.class_of(receiver);
    let method = intern(method);
    let mut name = class.name.borrow().to_string();
    for class in std::iter::once(&class).chain(class.ancestors.borrow().iter()) {
        let own = class.name.borrow();
        if !own.starts_with('_') {
            name = own.to_string();
        }
        if class.dict.get_name(&method).is_some() {
            break;
        }
    }
    name
}

/// `repr(loop)`.
pub(crate) fn loop_repr(event_loop: &LoopRef<Py>) -> String {
    let word = |flag: bool| if flag { "True" } else { "False" };
    format!(
        "<_UnixSelectorEventLoop running={} closed={} debug={}>",
        word(event_loop.is_running()),
        word(event_loop.is_closed()),
        word(event_loop.debug())
    )
}
