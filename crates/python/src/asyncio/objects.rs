//! Future and Task as programs see them.

use std::rc::Rc;

use loopscope_core::coroutine::Coroutine;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::{DoneCallback, Future};
use loopscope_core::task::Task;

use super::loops::{as_loop, loop_value};
use super::{Py, Run, as_future, domain, future_value, tasks};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{
    Class, Exc, ExcKind, Generator, GeneratorKind, NativeObject, error, runtime_error, type_error,
};
use crate::value::Value;
use crate::vm::async_generator::as_step;
use crate::vm::{Request, Vm};

/// Future and Task.
pub(crate) static TYPES: &[TypeDef] = &[
    TypeDef { name: "Future", constructor: Some(new_future), methods: FUTURE },
    TypeDef { name: "Task", constructor: Some(new_task), methods: TASK },
];

static FUTURE: &[NativeDef] = &[
    NativeDef::method("done", done),
    NativeDef::method("cancelled", cancelled),
    NativeDef::method("result", result),
    NativeDef::method("exception", exception),
    NativeDef::method("set_result", set_result),
    NativeDef::method("set_exception", set_exception),
    NativeDef::method("cancel", cancel),
    NativeDef::method("add_done_callback", add_done_callback),
    NativeDef::method("remove_done_callback", remove_done_callback),
    NativeDef::method("get_loop", get_loop),
    NativeDef::method("__await__", await_future),
    NativeDef::method("__iter__", await_future),
    NativeDef::property("_state", state),
    NativeDef::property("_loop", get_loop),
    NativeDef::property("_result", kept_result),
    NativeDef::property("_exception", peek_exception),
];

static TASK: &[NativeDef] = &[
    NativeDef::method("__init__", init_task),
    NativeDef::method("get_name", get_name),
    NativeDef::method("set_name", set_name),
    NativeDef::method("get_coro", get_coro),
    NativeDef::method("uncancel", uncancel),
    NativeDef::method("cancelling", cancelling),
    NativeDef::method("get_context", tasks::get_context),
    NativeDef::method("get_stack", tasks::get_stack),
    NativeDef::method("print_stack", tasks::print_stack),
    NativeDef::method("_peek_exception", peek_exception),
    NativeDef::property("_coro", get_coro),
    NativeDef::property("_fut_waiter", fut_waiter),
    NativeDef::property("_must_cancel", must_cancel),
    NativeDef::property("_log_destroy_pending", reports_destruction),
    NativeDef::method("_set__log_destroy_pending", report_destruction),
    NativeDef::method("set_result", set_result),
    NativeDef::method("set_exception", set_exception),
];

/// The repr of an object of this module that is no future.
pub(crate) fn repr(vm: &mut Vm, object: &NativeObject) -> Option<String> {
    if let Some(text) = object.with(|event_loop: &mut LoopRef<Py>| super::describe::loop_repr(event_loop)) {
        return Some(text);
    }
    super::handles::repr(vm, object).or_else(|| super::pools::repr(vm, object))
}

fn this(args: &Args<'_>) -> Result<Future<Py>, Exc> {
    args.get(0).and_then(as_future).ok_or_else(|| type_error("a future is needed"))
}

fn this_task(args: &Args<'_>) -> Result<Task<Py>, Exc> {
    this(args)?.as_task().ok_or_else(|| type_error("a task is needed"))
}

/// The coroutine object that a value is.
pub(crate) fn as_coroutine(value: &Value) -> Option<Rc<Generator>> {
    match value {
        Value::Generator(generator) if generator.kind == GeneratorKind::Coroutine => Some(generator.clone()),
        _ => None,
    }
}

fn new_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = match args.keyword("loop") {
        Some(value) if !value.is_none() => as_loop(value)?,
        _ => super::current_loop::event_loop(vm)?,
    };
    let future = event_loop.create_future();
    let future = future_value(vm, &future);
    super::note_created(vm, &future, None);
    super::made(vm, future)
}

/// `Task(coro, *, loop=None, name=None, context=None, eager_start=False)`.
fn new_task(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let names = ["coro", "loop", "name", "context", "eager_start"];
    let [coroutine, event_loop, name, context, eager] = args.skip(1).bind("Task", names, 0, 1)?;
    let coroutine = coroutine.cloned().unwrap_or(Value::None);
    let event_loop = match event_loop {
        Some(value) if !value.is_none() => as_loop(value)?,
        _ => super::current_loop::event_loop(vm)?,
    };
    let eager = match eager {
        Some(eager) => vm.truth(eager)?,
        None => false,
    };
    let runnable = runnable(vm, &coroutine)?;
    let options = tasks::options(vm, name, context)?;
    if eager && event_loop.is_running() {
        return tasks::start_eagerly(vm, &event_loop, &coroutine, options);
    }
    let task = event_loop.create_task(runnable, options);
    let task = future_value(vm, task.future());
    super::note_created(vm, &task, None);
    super::made(vm, task)
}

/// The arguments of a class with an `__init__` of its own that are Task's: the task is made before that calls Task's.
pub(crate) fn task_arguments(
    positional: &[Value],
    keywords: &[(Value, Value)],
) -> (Vec<Value>, Vec<(Value, Value)>) {
    let runs = |value: &&Value| as_coroutine(value).is_some() || is_step(value);
    let coroutine = positional.iter().chain(keywords.iter().map(|(_, value)| value)).find(runs);
    let known = |name: &Value| matches!(name.as_str(), Some("loop" | "name" | "context" | "eager_start"));
    let named = keywords.iter().filter(|(name, _)| known(name)).cloned().collect();
    (coroutine.or(positional.first()).into_iter().cloned().collect(), named)
}

/// `super().__init__(coro, name=...)` in a class of the program's: the task is there, and gets that name.
fn init_task(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let names = ["coro", "loop", "name", "context", "eager_start"];
    let [_, _, name, ..] = args.skip(1).bind("Task", names, 0, 1)?;
    if let Some(name) = name.filter(|name| !name.is_none()) {
        let name = vm.str(name)?;
        this_task(&args)?.set_name(&name);
    }
    Ok(Value::None)
}

/// The bytes that a task and its coroutine count for, about as many as when the heap is measured.
const TASK_SIZE: usize = 256;

/// What a task of a coroutine object runs; so does one of a step of an asynchronous generator.
pub(crate) fn runnable(vm: &mut Vm, coroutine: &Value) -> Result<Box<dyn Coroutine<Py>>, Exc> {
    vm.charge(TASK_SIZE)?;
    if let Some(generator) = as_coroutine(coroutine) {
        // What it will wait for leads to the task, and so back to it.
        vm.heap.generator(&generator);
        return Ok(domain::boxed(generator));
    }
    if is_step(coroutine) {
        return Ok(super::step_coroutine(vm, coroutine.clone()));
    }
    let shown = vm.repr(coroutine)?;
    Err(type_error(format!("a coroutine was expected, got {shown}")))
}

/// Whether a value is a step of an asynchronous generator.
pub(crate) fn is_step(value: &Value) -> bool {
    matches!(value, Value::Object(object) if as_step(object).is_some())
}

/// A task of a coroutine object, as the loop's task factory makes it, for a native that goes on with it. Where
/// the task is the native's result, see [`tasks::create`].
pub(crate) fn create_task(vm: &mut Vm, event_loop: &LoopRef<Py>, coroutine: &Value) -> NativeResult {
    let task = tasks::create(vm, event_loop, coroutine, None, None)?;
    vm.finish_nested(task)
}

fn done(_: &mut Vm, args: Args<'_>) -> NativeResult {
    args.skip(1).exactly::<0>("done")?;
    Ok(Value::Bool(this(&args)?.done()))
}

fn cancelled(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.cancelled()))
}

fn state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(match this(&args)?.state() {
        loopscope_core::future::FutureState::Pending => "PENDING",
        loopscope_core::future::FutureState::Cancelled => "CANCELLED",
        loopscope_core::future::FutureState::Finished => "FINISHED",
    }))
}

fn result(_: &mut Vm, args: Args<'_>) -> NativeResult {
    this(&args)?.result()
}

fn exception(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(this(&args)?.exception()?.map_or(Value::None, Value::Exception))
}

fn reports_destruction(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_task(&args)?.reports_destruction()))
}

fn report_destruction(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [report] = args.skip(1).exactly("_log_destroy_pending")?;
    this_task(&args)?.set_report_destruction(vm.truth(report)?);
    Ok(Value::None)
}

/// The error of a failed future, which is not seen for that.
fn peek_exception(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(match this(&args)?.peek() {
        Some(Err(error)) => Value::Exception(error),
        _ => Value::None,
    })
}

fn kept_result(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(match this(&args)?.peek() {
        Some(Ok(value)) => value,
        _ => Value::None,
    })
}

fn fut_waiter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(match this_task(&args)?.waiter() {
        Some(future) => future_value(vm, &future),
        None => Value::None,
    })
}

fn must_cancel(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_task(&args)?.must_cancel()))
}

fn set_result(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.skip(1).exactly("set_result")?;
    vm.note_result(value);
    this(&args)?.set_result(value.clone())?;
    Ok(Value::None)
}

fn set_exception(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.skip(1).exactly("set_exception")?;
    let exception = match value {
        Value::Exception(exception) => exception.clone(),
        class @ Value::Class(_) => match vm.call_nested(class, &[])? {
            Value::Exception(exception) => exception,
            _ => return Err(type_error("invalid exception object")),
        },
        _ => return Err(type_error("invalid exception object")),
    };
    if exception.is(ExcKind::StopIteration) {
        let outer =
            runtime_error("StopIteration interacts badly with generators and cannot be raised into a Future");
        outer.cause.replace(Some(exception));
        this(&args)?.set_exception(outer)?;
        return Ok(Value::None);
    }
    this(&args)?.set_exception(exception)?;
    Ok(Value::None)
}

fn cancel(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [message] = args.skip(1).bind("cancel", ["msg"], 0, 0)?;
    let message = message.filter(|message| !message.is_none()).cloned();
    this(&args)?.try_cancel(message).map(Value::Bool).map_err(|_| {
        // CPython passes the request on by calls, which never end here.
        error(ExcKind::RecursionError, "maximum recursion depth exceeded")
    })
}

fn add_done_callback(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [callback, context] = args.skip(1).bind("add_done_callback", ["fn", "context"], 1, 1)?;
    let context = crate::stdlib::contextvars::context_or_copy(vm, context)?;
    if let Some(callback) = callback {
        this(&args)?.add_done_callback(DoneCallback::Callable(callback.clone(), context));
    }
    Ok(Value::None)
}

fn remove_done_callback(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [callback] = args.skip(1).exactly("remove_done_callback")?;
    let removed = this(&args)?.remove_done_callbacks(|_, known| match known {
        DoneCallback::Callable(known, _) => same_callable(known, callback),
        _ => false,
    });
    Ok(Value::from(removed))
}

/// Bound methods are equal if they bind the same.
fn same_callable(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Method(a), Value::Method(b)) => a.function.is(&b.function) && a.receiver.is(&b.receiver),
        _ => a.is(b),
    }
}

fn get_loop(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = this(&args)?.event_loop().clone();
    Ok(loop_value(vm, &event_loop))
}

/// `future.__await__()`: the machine awaits futures themselves.
fn await_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let future = args.get(0).cloned().unwrap_or(Value::None);
    vm.import_module("asyncio")?;
    let function = vm.module_attribute("asyncio", "_await_future")?;
    vm.tail_call(&function, vec![future])
}

fn get_name(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this_task(&args)?.name()))
}

fn set_name(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [name] = args.skip(1).exactly("set_name")?;
    let name = vm.str(name)?;
    this_task(&args)?.set_name(&name);
    Ok(Value::None)
}

fn get_coro(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(this_task(&args)?.object().unwrap_or(Value::None))
}

fn uncancel(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(i64::from(this_task(&args)?.uncancel())))
}

fn cancelling(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Int(i64::from(this_task(&args)?.cancelling())))
}

impl Vm {
    /// The class of a native type of a module, made once per machine's thread.
    pub(crate) fn native_class(&mut self, definition: &'static TypeDef, module: &str) -> Rc<Class> {
        let class = self.types.rare(definition.name);
        if class.dict.is_empty() {
            crate::vm::types::fill_native(&class, definition, module);
        }
        class
    }

    /// An attribute of a module of the engine's.
    pub(crate) fn module_attribute(&mut self, module: &str, name: &str) -> NativeResult {
        let found = match self.import_module(module)? {
            Some(module) => match module.dict.get_name(&crate::vm::intern(name)) {
                Some(found) => Some(found),
                None => super::late::attribute(self, &module, name)?,
            },
            None => None,
        };
        found.ok_or_else(|| error(ExcKind::SystemError, format!("{module} has no {name}")))
    }

    /// Lets the main program, or the thread that is running, wait for a loop to run.
    pub(crate) fn start_run(&mut self, run: Run, event_loop: LoopRef<Py>) -> NativeResult {
        if self.is_nested() {
            return Err(runtime_error("a loop cannot be run inside a comparison, hash or repr method"));
        }
        super::tell_late_reports(self);
        self.asyncio.set_running(event_loop);
        self.asyncio.between = crate::vm::origins::between(&run);
        self.asyncio.run = Some(run);
        self.request = Some(Request::RunLoop);
        Ok(Value::Nothing)
    }
}
