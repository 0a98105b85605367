//! The functions of `asyncio`.

use loopscope_core::coroutine::Coroutine;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::Future;
use loopscope_core::gather::gather as core_gather;
use loopscope_core::runners::Runner;
use loopscope_core::sleep::Sleep;
use rustc_hash::FxHashMap;

use super::current_loop::{get_event_loop, loop_for, new_event_loop, set_event_loop};
use super::loops::{as_loop, loop_class, loop_value};
use super::objects::{as_coroutine, create_task, is_step};
use super::{Py, Run, as_future, describe, domain, future_value, made, note_created, tasks};
use crate::builtins::convert::plain;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::{Exc, ExcKind, runtime_error, type_error, value_error};
use crate::value::Value;
use crate::vm::{Vm, intern};

/// `asyncio` and the parts of it that are imported by name.
pub(crate) static MODULES: &[&ModuleDef] =
    &[&ASYNCIO, &super::locks::MODULE, &super::pools::PACKAGE, &super::pools::MODULE, &super::queues::MODULE];

/// The parts of CPython's package that are the one module under another name here.
pub(crate) const PARTS: &[&str] = &[
    "base_events",
    "coroutines",
    "events",
    "exceptions",
    "futures",
    "protocols",
    "runners",
    "streams",
    "subprocess",
    "taskgroups",
    "tasks",
    "threads",
    "timeouts",
    "transports",
    "unix_events",
];

/// The functions of the files beside this one.
static MORE_FUNCTIONS: &[&[NativeDef]] = &[
    super::combinators::FUNCTIONS,
    super::executors::FUNCTIONS,
    super::current_loop::FUNCTIONS,
    super::signals::FUNCTIONS,
    super::task_groups::FUNCTIONS,
    tasks::FUNCTIONS,
    super::timeouts::FUNCTIONS,
];

static ASYNCIO: ModuleDef = ModuleDef {
    name: "asyncio",
    functions: FUNCTIONS,
    constants,
    python: Some(embedded!("asyncio/asyncio.py")),
};

static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("run", run),
    NativeDef::function("sleep", sleep),
    NativeDef::function("create_task", create_task_function),
    NativeDef::function("gather", gather),
    NativeDef::function("ensure_future", ensure_future),
    NativeDef::function("current_task", current_task),
    NativeDef::function("all_tasks", all_tasks),
    NativeDef::function("get_running_loop", get_running_loop),
    NativeDef::function("_get_running_loop", get_running_loop_or_none),
    NativeDef::function("get_event_loop", get_event_loop),
    NativeDef::function("new_event_loop", new_event_loop),
    NativeDef::function("set_event_loop", set_event_loop),
    NativeDef::function("isfuture", is_future),
    NativeDef::function("iscoroutine", is_coroutine),
    NativeDef::function("iscoroutinefunction", is_coroutine_function),
];

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    let mut constants = vec![
        ("Future", Value::Class(vm.types.future.clone())),
        ("Task", Value::Class(vm.types.task.clone())),
        ("FIRST_COMPLETED", Value::str("FIRST_COMPLETED")),
        ("FIRST_EXCEPTION", Value::str("FIRST_EXCEPTION")),
        ("ALL_COMPLETED", Value::str("ALL_COMPLETED")),
    ];
    for name in ["AbstractEventLoop", "BaseEventLoop", "EventLoop", "SelectorEventLoop"] {
        constants.push((name, Value::Class(loop_class(vm))));
    }
    constants.extend(super::handles::classes(vm));
    for kind in [
        ExcKind::CancelledError,
        ExcKind::TimeoutError,
        ExcKind::InvalidStateError,
        ExcKind::IncompleteReadError,
        ExcKind::LimitOverrunError,
        ExcKind::BrokenBarrierError,
    ] {
        constants.push((kind.name(), Value::Class(vm.types.exception(kind).clone())));
    }
    for function in MORE_FUNCTIONS.iter().copied().flatten() {
        constants
            .push((function.name, crate::vm::types::native(function.name, function.body, Some("asyncio"))));
    }
    constants
}

fn no_loop() -> Exc {
    runtime_error("no running event loop")
}

/// An error of what is a Python function in CPython: its traceback keeps what the function was given.
pub(super) fn holding(error: Exc, given: &[Value]) -> Exc {
    let kept: Vec<Value> = given.iter().filter(|value| as_coroutine(value).is_some()).cloned().collect();
    if !kept.is_empty() && error.held.borrow().is_none() {
        error.held.replace(Some(Value::tuple(kept)));
    }
    error
}

/// The loop that is running.
pub(super) fn running(vm: &Vm) -> Result<LoopRef<Py>, Exc> {
    vm.asyncio.running_loop().ok_or_else(no_loop)
}

/// The TypeError of a function whose other parameters go by name.
fn one_positional(args: &Args<'_>, function: &str) -> Result<(), Exc> {
    match args.positional.len() {
        0 if args.keywords.is_empty() && function == "run" => {
            Err(type_error("run() missing 1 required positional argument: 'main'"))
        }
        0 | 1 => Ok(()),
        given => {
            let message = format!("{function}() takes 1 positional argument but {given} were given");
            Err(type_error(message))
        }
    }
}

/// `asyncio.run(main)`.
fn run(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    one_positional(&args, "run")?;
    let [main, debug, factory] = args.bind("run", ["main", "debug", "loop_factory"], 0, 1)?;
    let main = coroutine_of(vm, main.cloned().unwrap_or(Value::None))?;
    if vm.asyncio.running.is_some() {
        let error = runtime_error("asyncio.run() cannot be called from a running event loop");
        error.held.replace(Some(main));
        return Err(error);
    }
    let factory = factory.cloned().unwrap_or(Value::None);
    let plain = factory.is_none() && vm.asyncio.policy.object.is_none();
    let Some(generator) = as_coroutine(&main).filter(|_| plain) else {
        let function = vm.module_attribute("asyncio", "_run_in_runner")?;
        let debug = debug.cloned().unwrap_or(Value::None);
        return vm.tail_call(&function, vec![main, debug, factory]);
    };
    let debug = match debug {
        None | Some(Value::None) => false,
        Some(debug) => vm.truth(debug)?,
    };
    let event_loop = vm.asyncio.new_loop();
    super::reports::log_new_loop(vm);
    let handle = event_loop.handle();
    handle.set_debug(debug);
    vm.asyncio.policy.set(Some(handle.clone()));
    vm.heap.generator(&generator);
    let runner = Runner::new(event_loop, domain::boxed(generator))?;
    if let Some(main) = handle.all_tasks().first() {
        super::signals::begin_run(&handle, main);
        let main = future_value(vm, main.future());
        note_created(vm, &main, Some(describe::RUNNER));
        if debug {
            vm.asyncio.unplaced = as_future(&main).map(|main| main.id());
        }
    }
    vm.start_run(Run::Runner(runner), handle)
}

/// `asyncio.sleep(delay, result=None)`: a coroutine of core's.
#[cfg_attr(page, optimize(speed))]
fn sleep(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if args.is_empty() {
        return Err(type_error("sleep() missing 1 required positional argument: 'delay'"));
    }
    let given = args.positional.len();
    if given > 2 {
        let message = format!("sleep() takes from 1 to 2 positional arguments but {given} were given");
        return Err(type_error(message));
    }
    let [delay, result] = args.bind("sleep", ["delay", "result"], 0, 1)?;
    let delay = match delay.map(plain) {
        Some(Value::Int(number)) => *number as f64,
        Some(Value::Float(number)) => *number,
        Some(Value::Bool(flag)) => f64::from(u8::from(*flag)),
        Some(other) => {
            let odd = vm.module_attribute("asyncio", "_sleep")?;
            return vm.call_nested(&odd, &[other.clone(), result.cloned().unwrap_or(Value::None)]);
        }
        None => 0.0,
    };
    let result = result.cloned().unwrap_or(Value::None);
    // All that a sleep holds is its result.
    let leads_on = !result.is_none();
    let name = vm.names.sleep.clone();
    Ok(vm.native_generator(name.clone(), name, Box::new(Sleep::<Py>::new(delay, result)), leads_on))
}

/// A coroutine object that runs a coroutine of core's.
pub(crate) fn native_coroutine(vm: &mut Vm, name: &str, coroutine: Box<dyn Coroutine<Py>>) -> Value {
    let name = intern(name);
    vm.native_generator(name.clone(), name, coroutine, true)
}

fn create_task_function(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if args.is_empty() {
        return Err(type_error("create_task() missing 1 required positional argument: 'coro'"));
    }
    one_positional(&args, "create_task")?;
    let [coroutine, name, context] = args.bind("create_task", ["coro", "name", "context"], 0, 1)?;
    let given = coroutine.cloned();
    let kept = given.as_slice();
    let event_loop = vm.asyncio.running_loop().ok_or_else(|| holding(no_loop(), kept))?;
    let coroutine = given.clone().unwrap_or(Value::None);
    let coroutine = coroutine_of(vm, coroutine)?;
    let task =
        tasks::create(vm, &event_loop, &coroutine, name, context).map_err(|error| holding(error, kept))?;
    note_created(vm, &task, Some(describe::CREATE_TASK));
    made(vm, task)
}

/// Whether a value has what `collections.abc.Coroutine` asks for.
fn is_like_a_coroutine(vm: &Vm, value: &Value) -> bool {
    matches!(value, Value::Instance(_))
        && ["send", "throw", "close", "__await__"]
            .iter()
            .all(|name| vm.user_method(value, &intern(name)).is_some())
}

/// An object of the program's own that is like a coroutine, as one that awaits it; any other value as it is.
pub(super) fn coroutine_of(vm: &mut Vm, value: Value) -> NativeResult {
    if !is_like_a_coroutine(vm, &value) {
        return Ok(value);
    }
    let wrap = vm.module_attribute("asyncio", "_wrap_awaitable")?;
    vm.call_nested(&wrap, &[value])
}

/// `ensure_future`: a future as it is, a coroutine as a task.
pub(crate) fn to_future(
    vm: &mut Vm,
    value: &Value,
    event_loop: Option<&LoopRef<Py>>,
) -> Result<Future<Py>, Exc> {
    if let Some(future) = as_future(value) {
        if event_loop.is_some_and(|event_loop| !event_loop.ptr_eq(future.event_loop())) {
            return Err(value_error(
                "The future belongs to a different loop than the one specified as the loop argument",
            ));
        }
        return Ok(future);
    }
    let coroutine = if as_coroutine(value).is_some() || is_step(value) {
        value.clone()
    } else if vm.find_attr(value, "__await__")?.is_some() {
        let wrap = vm.module_attribute("asyncio", "_wrap_awaitable")?;
        vm.call_nested(&wrap, std::slice::from_ref(value))?
    } else {
        return Err(type_error("An asyncio.Future, a coroutine or an awaitable is required"));
    };
    let event_loop = loop_for(vm, event_loop, &[])?;
    if event_loop.is_closed() {
        return Err(runtime_error("Event loop is closed"));
    }
    let task = create_task(vm, &event_loop, &coroutine)?;
    note_created(vm, &task, Some(describe::ENSURE_FUTURE));
    as_future(&task).ok_or_else(|| runtime_error("no task was made"))
}

/// Whether the running loop has a task factory.
fn makes_tasks_by_factory(vm: &Vm) -> bool {
    vm.asyncio.running.as_ref().is_some_and(tasks::by_factory)
}

#[cfg_attr(page, optimize(speed))]
fn gather(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.only_keywords("gather", &["return_exceptions"])?;
    let return_exceptions = match args.keyword("return_exceptions") {
        Some(value) => vm.truth(value)?,
        None => false,
    };
    if makes_tasks_by_factory(vm) && args.positional.iter().any(|value| as_future(value).is_none()) {
        let function = vm.module_attribute("asyncio", "_gather_by_factory")?;
        let arguments = vec![Value::tuple(args.positional.to_vec()), Value::Bool(return_exceptions)];
        return vm.tail_call(&function, arguments);
    }
    let mut children: Vec<Future<Py>> = Vec::with_capacity(args.len());
    // The same coroutine twice is one task. Coroutines are told apart by where they are.
    let mut seen: FxHashMap<usize, usize> = FxHashMap::default();
    seen.reserve(args.len());
    for value in args.positional {
        let address = value.address();
        let earlier = address.and_then(|address| seen.insert(address, children.len()));
        let child = match earlier {
            Some(earlier) => children[earlier].clone(),
            None => {
                let event_loop = children.first().map(|child| child.event_loop().clone());
                let child = to_future(vm, value, event_loop.as_ref())
                    .map_err(|error| holding(error, args.positional))?;
                // The program has no reference to what is made here.
                if let (Some(task), None) = (child.as_task(), as_future(value)) {
                    task.set_report_destruction(false);
                }
                child
            }
        };
        children.push(child);
    }
    let event_loop = loop_for(vm, None, &children)?;
    let outer = core_gather(&event_loop, children, return_exceptions);
    vm.note_holder(&outer);
    let outer = future_value(vm, &outer);
    made(vm, outer)
}

fn ensure_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value, event_loop] = args.bind("ensure_future", ["coro_or_future", "loop"], 0, 1)?;
    let value = value.cloned().unwrap_or(Value::None);
    let event_loop = match event_loop {
        None | Some(Value::None) => None,
        Some(event_loop) => Some(as_loop(event_loop)?),
    };
    let coroutine = as_coroutine(&value).is_some() || is_step(&value);
    if event_loop.is_none() && coroutine && makes_tasks_by_factory(vm) {
        let event_loop = running(vm)?;
        return tasks::create(vm, &event_loop, &value, None, None);
    }
    let future = to_future(vm, &value, event_loop.as_ref())
        .map_err(|error| holding(error, std::slice::from_ref(&value)))?;
    if as_future(&value).is_some() {
        return Ok(value);
    }
    let future = future_value(vm, &future);
    made(vm, future)
}

fn current_task(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [event_loop] = args.bind("current_task", ["loop"], 0, 0)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => running(vm)?,
        Some(event_loop) => as_loop(event_loop)?,
    };
    Ok(match event_loop.current_task() {
        Some(task) => future_value(vm, task.future()),
        None => Value::None,
    })
}

fn all_tasks(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [event_loop] = args.bind("all_tasks", ["loop"], 0, 0)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => running(vm)?,
        Some(event_loop) => as_loop(event_loop)?,
    };
    let set = vm.new_set(crate::containers::SetTable::new());
    for task in event_loop.all_tasks() {
        let task = future_value(vm, task.future());
        vm.set_add(&set, task)?;
    }
    Ok(Value::Set(set))
}

fn get_running_loop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("get_running_loop")?;
    match vm.asyncio.running_loop() {
        Some(event_loop) => Ok(loop_value(vm, &event_loop)),
        None => Err(no_loop()),
    }
}

fn get_running_loop_or_none(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(match vm.asyncio.running_loop() {
        Some(event_loop) => loop_value(vm, &event_loop),
        None => Value::None,
    })
}

fn is_future(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.named("isfuture", ["obj"])?;
    Ok(Value::Bool(as_future(value).is_some()))
}

fn is_coroutine(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.named("iscoroutine", ["obj"])?;
    Ok(Value::Bool(as_coroutine(value).is_some() || is_step(value) || is_like_a_coroutine(vm, value)))
}

fn is_coroutine_function(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.named("iscoroutinefunction", ["func"])?;
    Ok(Value::Bool(makes_coroutines(value)))
}

/// Whether calling it makes a coroutine.
pub(super) fn makes_coroutines(value: &Value) -> bool {
    let mut value = value.clone();
    // A program can lead bound methods and partial calls in a circle.
    for _ in 0..100 {
        value = match &value {
            Value::Function(function) => return function.code.kind == crate::code::CodeKind::Coroutine,
            Value::Native(native) => return native.name == "sleep" && native.module == Some("asyncio"),
            Value::Method(method) => method.function.clone(),
            Value::Instance(instance) => {
                let class = instance.class.borrow().clone();
                let name = class.lookup(&intern("__tp_name__"));
                match instance.dict.get_name(&intern("func")) {
                    Some(function) if name.is_some_and(|name| name.as_str() == Some("functools.partial")) => {
                        function
                    }
                    _ => return false,
                }
            }
            _ => return false,
        };
    }
    false
}
