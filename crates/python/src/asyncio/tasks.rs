//! What tasks have beyond futures: how they are made (by the loop's factory, eagerly), their contexts and stacks.
//! The Python half is in `tasks.py`.

use std::rc::Rc;

use loopscope_core::asyncgens::AsyncGenerator;
use loopscope_core::context::Context;
use loopscope_core::coroutine::{Coroutine, Resumed};
use loopscope_core::eager::EagerStart;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::task::TaskOptions;

use super::objects::runnable;
use super::{Py, as_future, as_task, future_value};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, Generator, GeneratorState, NativeObject, StepKind, runtime_error, type_error};
use crate::value::Value;
use crate::vm::Vm;

pub(super) static FUNCTIONS: &[NativeDef] = &[NativeDef::function("_stack_of", stack_of)];

static EAGER_START: TypeDef = TypeDef {
    name: "_EagerStart",
    constructor: None,
    methods: &[
        NativeDef::method("awaits", eager_awaits),
        NativeDef::method("returned", eager_returned),
        NativeDef::method("raised", eager_raised),
    ],
};

/// Ends a native by a call of a function of `tasks.py`.
fn tail(vm: &mut Vm, function: &str, arguments: Vec<Value>) -> NativeResult {
    let function = vm.module_attribute("asyncio", function)?;
    vm.tail_call(&function, arguments)
}

/// How a task is to be made.
pub(super) fn options(
    vm: &mut Vm,
    name: Option<&Value>,
    context: Option<&Value>,
) -> Result<TaskOptions, Exc> {
    let name = match name {
        None | Some(Value::None) => None,
        Some(name) => Some(vm.str(name)?.to_string()),
    };
    let context = crate::stdlib::contextvars::context_or_copy(vm, context)?;
    Ok(TaskOptions { name, context, ..TaskOptions::default() })
}

/// A task as the loop's task factory makes it; without one, a plain one. Ends the native that calls it. Mirrors
/// `loop.create_task`.
#[cfg_attr(page, optimize(speed))]
pub(super) fn create(
    vm: &mut Vm,
    event_loop: &LoopRef<Py>,
    coroutine: &Value,
    name: Option<&Value>,
    context: Option<&Value>,
) -> NativeResult {
    let factory = super::loops::extra(event_loop).task_factory.borrow().clone();
    let or_none = |value: Option<&Value>| value.cloned().unwrap_or(Value::None);
    if let Some(factory) = factory {
        let loop_object = super::loops::loop_value(vm, event_loop);
        let arguments = vec![factory, loop_object, coroutine.clone(), or_none(name), or_none(context)];
        return tail(vm, "_create_by_factory", arguments);
    }
    let coroutine = runnable(vm, coroutine)?;
    let options = options(vm, name, context)?;
    let task = event_loop.create_task(coroutine, options);
    Ok(future_value(vm, task.future()))
}

/// `Task(coro, eager_start=True)`: the first step runs here, in the fiber of whoever makes the task. Ends the
/// native that calls it.
pub(super) fn start_eagerly(
    vm: &mut Vm,
    event_loop: &LoopRef<Py>,
    coroutine: &Value,
    options: TaskOptions,
) -> NativeResult {
    let start = event_loop.begin_eager_task(runnable(vm, coroutine)?, options);
    let class = vm.native_class(&EAGER_START, "asyncio.tasks");
    let start = NativeObject::any(&class, Some(start));
    tail(vm, "_start_eagerly", vec![start, coroutine.clone()])
}

/// Whether the tasks of a loop are made by the program's factory.
pub(super) fn by_factory(event_loop: &LoopRef<Py>) -> bool {
    super::loops::extra(event_loop).task_factory.borrow().is_some()
}

/// An asynchronous generator went away unfinished in a loop whose tasks its factory makes. Mirrors
/// `_asyncgen_finalizer_hook`; false: the loop has no factory.
pub(crate) fn close_by_factory(
    vm: &mut Vm,
    event_loop: &LoopRef<Py>,
    generator: &Rc<Generator>,
) -> Result<bool, Exc> {
    if !by_factory(event_loop) {
        return Ok(false);
    }
    let step = vm.new_step(generator, StepKind::Close);
    let event_loop_object = super::loops::loop_value(vm, event_loop);
    let create_task = vm.get_attr(&event_loop_object, "create_task")?;
    super::handles::call_soon(event_loop, create_task, vec![step]);
    Ok(true)
}

/// The coroutine that closes what is left, where a factory makes the tasks.
pub(super) fn close_generators(
    vm: &mut Vm,
    event_loop: &LoopRef<Py>,
    generators: &[Rc<dyn AsyncGenerator<Py>>],
) -> Option<Box<dyn Coroutine<Py>>> {
    if !by_factory(event_loop) {
        return None;
    }
    let objects = generators.iter().filter_map(|generator| Rc::clone(generator).object()).collect();
    let arguments = [super::loops::loop_value(vm, event_loop), Value::tuple(objects)];
    let function = vm.module_attribute("asyncio", "_close_generators").ok()?;
    match vm.call_nested(&function, &arguments) {
        Ok(Value::Generator(coroutine)) => Some(super::domain::boxed(coroutine)),
        _ => None,
    }
}

fn end(vm: &mut Vm, args: &Args<'_>, resumed: Resumed<Py>) -> NativeResult {
    let start = match args.get(0) {
        Some(Value::Object(object)) => object.with(|start: &mut Option<EagerStart<Py>>| start.take()),
        _ => None,
    };
    let start = start.flatten().ok_or_else(|| runtime_error("the first step is over"))?;
    if let Some(Value::Generator(generator)) = start.task().object() {
        vm.tell_suspended(&generator);
    }
    let event_loop = start.task().future().event_loop().clone();
    match start.end(resumed, vm) {
        Ok(task) => Ok(future_value(vm, task.future())),
        Err(error) => {
            // Nobody gets the task: its report comes before the error goes on.
            event_loop.flush_reports(vm);
            Err(error)
        }
    }
}

fn eager_awaits(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [awaited] = args.skip(1).exactly("awaits")?;
    let resumed = match (awaited, as_future(awaited)) {
        (_, Some(future)) => Resumed::Await(future),
        (Value::None, None) => Resumed::Yield,
        (other, None) => {
            let shown = vm.repr(other)?;
            Resumed::Invalid(runtime_error(format!("Task got bad yield: {shown}")))
        }
    };
    end(vm, &args, resumed)
}

fn eager_returned(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.skip(1).exactly("returned")?;
    end(vm, &args, Resumed::Return(value.clone()))
}

fn eager_raised(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [error] = args.skip(1).exactly("raised")?;
    let Value::Exception(error) = error else { return Err(type_error("an exception is needed")) };
    end(vm, &args, Resumed::Raise(error.clone()))
}

/// `task.get_context()`.
pub(super) fn get_context(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let task = args.get(0).cloned().unwrap_or(Value::None);
    vm.import_module("contextvars")?;
    let function = vm.module_attribute("contextvars", "_context_of")?;
    vm.tail_call(&function, vec![task])
}

/// `task.get_stack(*, limit=None)`.
pub(super) fn get_stack(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [limit] = args.skip(1).bind("get_stack", ["limit"], 0, 0)?;
    let task = args.get(0).cloned().unwrap_or(Value::None);
    tail(vm, "_get_stack", vec![task, limit.cloned().unwrap_or(Value::None)])
}

/// `task.print_stack(*, limit=None, file=None)`.
pub(super) fn print_stack(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [limit, file] = args.skip(1).bind("print_stack", ["limit", "file"], 0, 0)?;
    let task = args.get(0).cloned().unwrap_or(Value::None);
    let or_none = |value: Option<&Value>| value.cloned().unwrap_or(Value::None);
    tail(vm, "_print_stack", vec![task, or_none(limit), or_none(file)])
}

/// The frames of a task that awaits, or those its error came through; under a task that runs those that the loop runs
/// in. A list of
/// `(frame, file, line, function, text)`.
fn stack_of(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [task] = args.exactly("_stack_of")?;
    let task = as_task(task).ok_or_else(|| type_error("a task is needed"))?;
    let mut places = Vec::new();
    if let Some(Err(error)) = task.future().peek() {
        let trace = error.trace.borrow();
        places.extend(trace.iter().rev().map(|entry| (entry.code.clone(), entry.op as usize)));
    } else if let Some(Value::Generator(generator)) = task.object() {
        if matches!(&*generator.state.borrow(), GeneratorState::Running) {
            let below = vm.below_loop().into_iter();
            places.extend(below.map(|(function, op)| (function.code.clone(), op)));
        }
        places.extend(vm.place_in(&generator));
    }
    let mut rows = Vec::new();
    for (code, op) in places.into_iter().filter(|(code, _)| !code.source.hidden) {
        let line = code.line(op);
        let text = code.source.line_text(line).trim().to_owned();
        let (file, name) = (Value::str(code.source.filename.clone()), Value::str(code.name.as_str()));
        let dict = vm.new_dict();
        let frame = crate::vm::own_types::frame_object(vm, code, op, dict);
        rows.push(Value::tuple(vec![frame, file, Value::Int(i64::from(line)), name, Value::str(text)]));
    }
    Ok(vm.new_list(rows))
}

/// The context of a callback: the one that is asked for, or a copy of the current one.
pub(super) fn callback_context(vm: &mut Vm, args: &Args<'_>) -> Result<Option<Context>, Exc> {
    crate::stdlib::contextvars::context_or_copy(vm, args.keyword("context"))
}
