//! Event loops as programs see them.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use loopscope_core::event_loop::LoopRef;
use loopscope_core::ids::FutureId;
use loopscope_core::runners::{RunForever, RunUntil};
use loopscope_core::time::Span;

use super::handles::{loop_call_at, loop_call_later, loop_call_soon, loop_call_soon_threadsafe};
use super::module::{self, native_coroutine};
use super::objects::as_coroutine;
use super::{Py, Run, as_future, executors, future_value, reports, signals, tasks};
use crate::builtins::convert::plain;
use crate::builtins::is_callable;
use crate::native::{Args, NativeDef, NativeResult, TypeDef, missing_arguments};
use crate::objects::{Class, Dict, Exc, ExcKind, NativeObject, error, runtime_error, type_error};
use crate::value::Value;
use crate::vm::Vm;

static LOOP_TYPE: TypeDef = TypeDef {
    name: "_UnixSelectorEventLoop",
    constructor: Some(make_loop),
    methods: &[
        NativeDef::method("time", loop_time),
        NativeDef::method("create_future", loop_create_future),
        NativeDef::method("create_task", loop_create_task),
        NativeDef::method("call_soon", loop_call_soon),
        NativeDef::method("call_soon_threadsafe", loop_call_soon_threadsafe),
        NativeDef::method("call_later", loop_call_later),
        NativeDef::method("call_at", loop_call_at),
        NativeDef::method("stop", loop_stop),
        NativeDef::method("shutdown_asyncgens", loop_shutdown_asyncgens),
        NativeDef::method("close", loop_close),
        NativeDef::method("is_running", loop_is_running),
        NativeDef::method("is_closed", loop_is_closed),
        NativeDef::method("get_debug", loop_get_debug),
        NativeDef::method("set_debug", loop_set_debug),
        NativeDef::property("slow_callback_duration", loop_slow),
        NativeDef::method("_set_slow_callback_duration", loop_set_slow),
        NativeDef::method("run_until_complete", loop_run_until_complete),
        NativeDef::method("run_forever", loop_run_forever),
        NativeDef::method("set_exception_handler", reports::set_exception_handler),
        NativeDef::method("get_exception_handler", reports::get_exception_handler),
        NativeDef::method("default_exception_handler", reports::default_exception_handler),
        NativeDef::method("call_exception_handler", reports::call_exception_handler),
        NativeDef::method("set_task_factory", loop_set_task_factory),
        NativeDef::method("get_task_factory", loop_get_task_factory),
        NativeDef::method("run_in_executor", executors::run_in_executor),
        NativeDef::method("set_default_executor", executors::set_default_executor),
        NativeDef::method("shutdown_default_executor", executors::shutdown_default_executor),
        NativeDef::method("add_signal_handler", signals::add_signal_handler),
        NativeDef::method("remove_signal_handler", signals::remove_signal_handler),
        NativeDef::method("add_reader", refuse),
        NativeDef::method("add_writer", refuse),
        NativeDef::method("remove_reader", refuse),
        NativeDef::method("remove_writer", refuse),
        NativeDef::method("create_connection", refuse),
        NativeDef::method("create_server", refuse),
        NativeDef::method("create_unix_connection", refuse),
        NativeDef::method("create_unix_server", refuse),
        NativeDef::method("create_datagram_endpoint", refuse),
        NativeDef::method("getaddrinfo", refuse),
        NativeDef::method("getnameinfo", refuse),
        NativeDef::method("sock_accept", refuse),
        NativeDef::method("sock_connect", refuse),
        NativeDef::method("sock_recv", refuse),
        NativeDef::method("sock_sendall", refuse),
        NativeDef::method("connect_read_pipe", refuse),
        NativeDef::method("connect_write_pipe", refuse),
        NativeDef::method("subprocess_exec", refuse),
        NativeDef::method("subprocess_shell", refuse),
    ],
};

/// What this binding keeps with a loop of core's.
#[derive(Default)]
pub(super) struct Extra {
    /// The object that programs have of it.
    object: RefCell<Weak<NativeObject>>,
    /// The object, if its class is the program's own: kept until the loop is closed, for it may have attributes.
    instance: RefCell<Option<Value>>,
    /// The handlers of signals: the callable and its arguments by the number.
    pub(super) signals: RefCell<Vec<(i64, Vec<Value>)>>,
    /// The task that `asyncio.run` runs, and how often the program was interrupted meanwhile.
    pub(super) main: Cell<Option<FutureId>>,
    pub(super) interrupts: Cell<u32>,
    pub(super) exception_handler: RefCell<Option<Value>>,
    pub(super) task_factory: RefCell<Option<Value>>,
    /// What a program has given it.
    pub(super) attributes: RefCell<Option<Rc<Dict>>>,
}

/// What this binding keeps with a loop.
pub(super) fn extra(event_loop: &LoopRef<Py>) -> Rc<Extra> {
    if let Some(extra) = event_loop.engine().and_then(|engine| engine.downcast::<Extra>().ok()) {
        return extra;
    }
    let extra = Rc::new(Extra::default());
    event_loop.set_engine(extra.clone());
    extra
}

/// Whether a program has it as an object.
pub(super) fn has_object(event_loop: &LoopRef<Py>) -> bool {
    extra(event_loop).object.borrow().strong_count() > 0
}

/// Forgets an object of the program's own class.
pub(super) fn forget_instance(event_loop: &LoopRef<Py>) {
    let known = event_loop.engine().and_then(|engine| engine.downcast::<Extra>().ok());
    drop(known.map(|extra| extra.instance.take()));
}

/// A loop as a value: always the same object, as long as somebody has it.
pub(crate) fn loop_value(vm: &mut Vm, event_loop: &LoopRef<Py>) -> Value {
    let extra = extra(event_loop);
    if let Some(instance) = &*extra.instance.borrow() {
        return instance.clone();
    }
    if let Some(object) = extra.object.borrow().upgrade() {
        return Value::Object(object);
    }
    let class = loop_class(vm);
    let value = NativeObject::any(&class, event_loop.clone());
    if let Value::Object(object) = &value {
        *extra.object.borrow_mut() = Rc::downgrade(object);
    }
    value
}

/// The one class of loops that there is: `SelectorEventLoop`, and the classes that programs annotate with.
pub(super) fn loop_class(vm: &mut Vm) -> Rc<Class> {
    vm.native_class(&LOOP_TYPE, "asyncio.unix_events")
}

/// The loop that a value is.
pub(crate) fn as_loop(value: &Value) -> Result<LoopRef<Py>, Exc> {
    let found = match plain(value) {
        Value::Object(object) => object.with(|event_loop: &mut LoopRef<Py>| event_loop.clone()),
        _ => None,
    };
    let event_loop = found.ok_or_else(|| type_error("an event loop is needed"))?;
    if matches!(value, Value::Instance(_)) && !event_loop.is_closed() {
        let extra = extra(&event_loop);
        extra.instance.borrow_mut().get_or_insert_with(|| value.clone());
    }
    Ok(event_loop)
}

/// `SelectorEventLoop(selector=None)`: the class comes first. There is nothing that a selector could select from.
fn make_loop(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let event_loop = new_loop(vm);
    Ok(loop_value(vm, &event_loop))
}

/// What reaches out of the page. Mirrors the loops of CPython that lack an operation.
fn refuse(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let note =
        "Loopscope has no network, no files and no processes: asyncio.sleep() can stand for the waiting.";
    Err(vm.with_note(error(ExcKind::NotImplementedError, ""), note))
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

/// Debug mode's look at what is to be called back. Mirrors `_check_callback`.
pub(super) fn check_callback(vm: &mut Vm, callable: &Value, method: &str) -> Result<(), Exc> {
    if as_coroutine(callable).is_some() || module::makes_coroutines(callable) {
        return Err(type_error(format!("coroutines cannot be used with {method}()")));
    }
    if !is_callable(vm, callable) {
        let shown = vm.repr(callable)?;
        return Err(type_error(format!("a callable object was expected by {method}(), got {shown}")));
    }
    Ok(())
}

fn loop_time(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Float(this_loop(&args)?.time().as_secs_f64()))
}

fn loop_create_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let future = this_loop(&args)?.create_future();
    let future = future_value(vm, &future);
    super::made(vm, future)
}

fn loop_create_task(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = open_loop(&args).map_err(|error| module::holding(error, args.positional))?;
    args.only_keywords("BaseEventLoop.create_task", &["coro", "name", "context"])?;
    let coroutine = match args.skip(1).positional {
        [coroutine] => Some(coroutine),
        [] => args.keyword("coro"),
        _ => None,
    };
    let Some(coroutine) = coroutine else {
        return Err(missing_arguments("BaseEventLoop.create_task", "positional", &["coro"]));
    };
    let coroutine = module::coroutine_of(vm, coroutine.clone())?;
    let task = tasks::create(vm, &event_loop, &coroutine, args.keyword("name"), args.keyword("context"))?;
    super::note_created(vm, &task, None);
    super::made(vm, task)
}

fn loop_shutdown_asyncgens(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let coroutine = this_loop(&args)?.shutdown_asyncgens();
    Ok(native_coroutine(vm, "BaseEventLoop.shutdown_asyncgens", coroutine))
}

fn loop_stop(_: &mut Vm, args: Args<'_>) -> NativeResult {
    this_loop(&args)?.stop();
    Ok(Value::None)
}

fn loop_close(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = this_loop(&args)?;
    if event_loop.is_running() {
        return Err(runtime_error("Cannot close a running event loop"));
    }
    if !event_loop.is_closed() {
        reports::log_close(vm, &event_loop);
    }
    event_loop.close();
    let handlers = extra(&event_loop).signals.take();
    drop(handlers);
    forget_instance(&event_loop);
    Ok(Value::None)
}

fn loop_is_running(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_loop(&args)?.is_running()))
}

fn loop_is_closed(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_loop(&args)?.is_closed()))
}

fn loop_get_debug(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_loop(&args)?.debug()))
}

fn loop_set_debug(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [enabled] = args.skip(1).named("BaseEventLoop.set_debug", ["enabled"])?;
    let enabled = vm.truth(enabled)?;
    this_loop(&args)?.set_debug(enabled);
    Ok(Value::None)
}

fn loop_slow(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Float(this_loop(&args)?.slow_callback_duration().as_secs_f64()))
}

fn loop_set_slow(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let duration = super::handles::seconds(vm, args.get(1))?;
    this_loop(&args)?.set_slow_callback_duration(Span::from_secs_f64(duration));
    Ok(Value::None)
}

// Task factories.

fn loop_set_task_factory(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [factory] = args.skip(1).named("BaseEventLoop.set_task_factory", ["factory"])?;
    if !factory.is_none() && !is_callable(vm, factory) {
        return Err(type_error("task factory must be a callable or None"));
    }
    let factory = Some(factory.clone()).filter(|factory| !factory.is_none());
    drop(extra(&this_loop(&args)?).task_factory.replace(factory));
    Ok(Value::None)
}

fn loop_get_task_factory(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let factory = extra(&this_loop(&args)?).task_factory.borrow().clone();
    Ok(factory.unwrap_or(Value::None))
}

// Running.

/// Mirrors `_check_closed` and `_check_running`.
fn check_can_run(vm: &Vm, args: &Args<'_>) -> Result<LoopRef<Py>, Exc> {
    let event_loop = open_loop(args)?;
    if event_loop.is_running() {
        return Err(runtime_error("This event loop is already running"));
    }
    if vm.asyncio.running.is_some() {
        return Err(runtime_error("Cannot run the event loop while another loop is running"));
    }
    Ok(event_loop)
}

fn loop_run_until_complete(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = check_can_run(vm, &args).map_err(|error| module::holding(error, args.positional))?;
    let [awaitable] = args.skip(1).named("BaseEventLoop.run_until_complete", ["future"])?;
    let future = module::to_future(vm, awaitable, Some(&event_loop))?;
    if as_future(awaitable).is_none()
        && let Some(task) = future.as_task()
    {
        // That it did not end is told by an exception.
        task.set_report_destruction(false);
        if event_loop.debug() {
            vm.asyncio.unplaced = Some(task.future().id());
        }
    }
    let run = RunUntil::begin(&event_loop, future)?;
    vm.start_run(Run::Until(run), event_loop)
}

fn loop_run_forever(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = check_can_run(vm, &args)?;
    let run = RunForever::begin(&event_loop)?;
    vm.start_run(Run::Forever(run), event_loop)
}

pub(super) fn new_loop(vm: &mut Vm) -> LoopRef<Py> {
    let event_loop = vm.asyncio.new_loop();
    let handle = event_loop.handle();
    vm.asyncio.loops.push(event_loop);
    reports::log_new_loop(vm);
    handle
}
