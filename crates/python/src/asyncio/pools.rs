//! `concurrent.futures`: pools of worker threads, and the futures of what they run.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::executor::{DEFAULT_WORKERS, Pool};
use loopscope_core::job::{Job, JobState};
use loopscope_core::time::{Span, Time};

use super::Py;
use super::executors::{Work, after, keywords_of, start};
use crate::builtins::is_callable;
use crate::heap::Store;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Exc, ExcKind, NativeObject, runtime_error, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// `concurrent`.
pub(super) static PACKAGE: ModuleDef =
    ModuleDef { name: "concurrent", functions: &[], constants: |_| Vec::new(), python: None };

/// `concurrent.futures`.
pub(super) static MODULE: ModuleDef = ModuleDef {
    name: "concurrent.futures",
    functions: &[NativeDef::function("_park", park), NativeDef::function("_worker", worker_name)],
    constants,
    python: Some(embedded!("asyncio/concurrent_futures.py")),
};

static FUTURE_TYPE: TypeDef = TypeDef {
    name: "Future",
    constructor: Some(new_future),
    methods: &[
        NativeDef::method("cancel", cancel),
        NativeDef::method("cancelled", cancelled),
        NativeDef::method("running", is_running),
        NativeDef::method("done", done),
        NativeDef::method("result", result),
        NativeDef::method("exception", exception),
        NativeDef::method("add_done_callback", add_done_callback),
        NativeDef::method("set_running_or_notify_cancel", begin),
        NativeDef::method("set_result", set_result),
        NativeDef::method("set_exception", set_exception),
    ],
};

static POOL_TYPE: TypeDef = TypeDef {
    name: "ThreadPoolExecutor",
    constructor: Some(new_pool),
    methods: &[
        NativeDef::method("submit", submit),
        NativeDef::method("map", map),
        NativeDef::method("shutdown", shutdown),
        NativeDef::method("__enter__", enter),
        NativeDef::method("__exit__", exit),
        NativeDef::method("_is_drained", is_drained),
        NativeDef::property("_max_workers", max_workers),
    ],
};

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    vec![
        ("Future", Value::Class(vm.native_class(&FUTURE_TYPE, "concurrent.futures._base"))),
        ("ThreadPoolExecutor", Value::Class(vm.native_class(&POOL_TYPE, "concurrent.futures.thread"))),
        ("TimeoutError", Value::Class(vm.types.exception(ExcKind::TimeoutError).clone())),
    ]
}

/// A job as a value.
pub(super) fn job_value(vm: &mut Vm, job: &Job<Py>) -> Value {
    let class = vm.native_class(&FUTURE_TYPE, "concurrent.futures._base");
    NativeObject::any(&class, job.clone())
}

pub(super) fn as_job(value: &Value) -> Result<Job<Py>, Exc> {
    let found = match value {
        Value::Object(object) => object.with(|job: &mut Job<Py>| job.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("a concurrent.futures.Future is needed"))
}

fn this(args: &Args<'_>) -> Result<Job<Py>, Exc> {
    as_job(args.get(0).unwrap_or(&Value::None))
}

fn new_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.skip(1).exactly::<0>("Future")?;
    let job = Job::hidden(&vm.asyncio.workers);
    Ok(job_value(vm, &job))
}

/// Mirrors `concurrent.futures.Future.__repr__`.
pub(super) fn repr(vm: &Vm, object: &NativeObject) -> Option<String> {
    let job = object.with(|job: &mut Job<Py>| job.clone())?;
    let state = match job.state() {
        JobState::Pending => "pending",
        JobState::Running => "running",
        JobState::Cancelled => "cancelled",
        JobState::Finished => "finished",
    };
    let ended = match job.outcome() {
        Some(Ok(value)) => format!(" returned {}", vm.type_name(&value)),
        Some(Err(error)) => format!(" raised {}", vm.type_name(&Value::Exception(error))),
        None => String::new(),
    };
    let address = std::ptr::from_ref(object).addr();
    Some(format!("<Future at {address:#x} state={state}{ended}>"))
}

fn cancel(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.cancel(vm)))
}

fn cancelled(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.state() == JobState::Cancelled))
}

fn is_running(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.state() == JobState::Running))
}

fn done(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.done()))
}

/// Waits in Python, where a thread can block.
fn wait_for_job(vm: &mut Vm, args: &Args<'_>, method: &'static str) -> NativeResult {
    let [timeout] = args.skip(1).bind(method, ["timeout"], 0, 0)?;
    let (job, timeout) = (args.get(0).cloned(), timeout.cloned());
    let function = vm.module_attribute("concurrent.futures", "_wait_for")?;
    let arguments = vec![job.unwrap_or(Value::None), timeout.unwrap_or(Value::None), Value::str(method)];
    vm.tail_call(&function, arguments)
}

/// An exception of a class of the module's Python part.
fn module_error(vm: &mut Vm, class: &str, arguments: &[Value]) -> Exc {
    let made = vm.module_attribute("concurrent.futures", class);
    match made.and_then(|class| vm.call_nested(&class, arguments)) {
        Ok(Value::Exception(error)) => error,
        Ok(_) => runtime_error("no exception was made"),
        Err(error) => error,
    }
}

fn result(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match this(&args)?.outcome() {
        Some(outcome) => outcome,
        None if this(&args)?.done() => Err(module_error(vm, "CancelledError", &[])),
        None => wait_for_job(vm, &args, "result"),
    }
}

fn exception(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match this(&args)?.outcome() {
        Some(outcome) => Ok(outcome.err().map_or(Value::None, Value::Exception)),
        None if this(&args)?.done() => Err(module_error(vm, "CancelledError", &[])),
        None => wait_for_job(vm, &args, "exception"),
    }
}

/// Who is to be told of a job, and the future that stands for it: a circle, until the job ends.
struct Told(RefCell<Option<[Value; 2]>>);

impl Store for Told {
    fn size(&self) -> usize {
        0
    }

    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.0.borrow().iter().flatten().for_each(visit);
    }

    fn clear(&self) {
        drop(self.0.take());
    }
}

fn add_done_callback(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [callback] = args.skip(1).exactly("add_done_callback")?;
    let future = args.get(0).cloned().unwrap_or(Value::None);
    let kept = Rc::new(Told(RefCell::new(Some([callback.clone(), future]))));
    vm.heap.store(kept.clone());
    let call: loopscope_core::job::JobCallback<Py> = Box::new(move |_, vm: &mut Vm| {
        let Some([callback, future]) = kept.0.take() else { return };
        if let Err(error) = vm.call_nested(&callback, std::slice::from_ref(&future)) {
            let shown = vm.repr(&future).map_or_else(|_| "?".to_owned(), |text| text.to_string());
            let text = format!("exception calling callback for {shown}\n{}", vm.render_exception(&error));
            vm.write(true, &text);
        }
    });
    this(&args)?.add_done_callback(call, vm);
    Ok(Value::None)
}

fn begin(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.begin()))
}

fn finish(vm: &mut Vm, args: &Args<'_>, outcome: Result<Value, Exc>) -> NativeResult {
    let job = this(args)?;
    if job.done() {
        let shown = vm.repr(args.get(0).unwrap_or(&Value::None))?;
        let state = if job.state() == JobState::Cancelled { "CANCELLED" } else { "FINISHED" };
        let message = format!("{state}: {shown}");
        return Err(module_error(vm, "InvalidStateError", &[Value::str(message)]));
    }
    job.finish(outcome, vm);
    Ok(Value::None)
}

fn set_result(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.skip(1).exactly("set_result")?;
    finish(vm, &args, Ok(value.clone()))
}

fn set_exception(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Exception(error)] = args.skip(1).exactly("set_exception")? else {
        return Err(type_error("an exception is needed"));
    };
    finish(vm, &args, Err(error.clone()))
}

// Pools.

/// What a pool object holds.
struct PoolData {
    pool: Pool<Py>,
    most: usize,
    /// What each of its workers begins with, as `concurrent_futures.py` keeps it.
    initializer: Option<Value>,
}

pub(super) fn as_pool(value: &Value) -> Option<Pool<Py>> {
    match value {
        Value::Object(object) => object.with(|data: &mut PoolData| data.pool.clone()),
        _ => None,
    }
}

/// A call for a pool to make. Before the first one of a worker comes what the pool was made with.
pub(super) fn pool_work(
    vm: &mut Vm,
    pool: &Value,
    function: &Value,
    arguments: &[Value],
    keywords: Vec<(Value, Value)>,
) -> Result<Work, Exc> {
    let initializer = match pool {
        Value::Object(object) => object.with(|data: &mut PoolData| data.initializer.clone()).flatten(),
        _ => None,
    };
    let mut work = Work::new(vm, function.clone(), arguments.to_vec(), keywords);
    if let Some(initializer) = initializer {
        let check = vm.get_attr(&initializer, "check")?;
        vm.call_nested(&check, &[])?;
        work.begin_with(initializer);
    }
    Ok(work)
}

/// `_worker()`: the name of the worker that is running.
fn worker_name(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("_worker")?;
    Ok(vm.asyncio.worker.as_ref().map_or(Value::None, |(_, name)| Value::str(name.clone())))
}

fn this_pool(args: &Args<'_>) -> Result<Pool<Py>, Exc> {
    args.get(0).and_then(as_pool).ok_or_else(|| type_error("a ThreadPoolExecutor is needed"))
}

fn new_pool(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let names = ["max_workers", "thread_name_prefix", "initializer", "initargs"];
    let [most, prefix, initializer, arguments] = args.skip(1).bind("ThreadPoolExecutor", names, 0, 0)?;
    let most = match most {
        None | Some(Value::None) => DEFAULT_WORKERS,
        Some(most) => match vm.index(most)? {
            most if most <= 0 => return Err(value_error("max_workers must be greater than 0")),
            most => usize::try_from(most).unwrap_or(usize::MAX),
        },
    };
    let prefix = match prefix {
        Some(prefix) if vm.truth(prefix)? => vm.str(prefix)?.to_string(),
        _ => {
            vm.asyncio.pools += 1;
            format!("ThreadPoolExecutor-{}", vm.asyncio.pools - 1)
        }
    };
    let initializer = match initializer.filter(|initializer| !initializer.is_none()) {
        Some(initializer) if !is_callable(vm, initializer) => {
            return Err(type_error("initializer must be a callable"));
        }
        Some(initializer) => {
            let begin = vm.module_attribute("concurrent.futures", "_Beginning")?;
            let arguments = arguments.cloned().unwrap_or_else(|| Value::tuple(Vec::new()));
            Some(vm.call_nested(&begin, &[initializer.clone(), arguments])?)
        }
        None => None,
    };
    let pool = Pool::new(&vm.asyncio.workers, most, &prefix);
    let class = vm.native_class(&POOL_TYPE, "concurrent.futures.thread");
    Ok(NativeObject::any(&class, PoolData { pool, most, initializer }))
}

fn max_workers(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let most = match args.get(0) {
        Some(Value::Object(object)) => object.with(|data: &mut PoolData| data.most),
        _ => None,
    };
    Ok(most.map_or(Value::None, Value::from))
}

fn submit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let pool = this_pool(&args)?;
    let [_, function, arguments @ ..] = args.positional else {
        return Err(type_error("ThreadPoolExecutor.submit() missing 1 required positional argument: 'fn'"));
    };
    let work = pool_work(vm, &args.positional[0], function, arguments, keywords_of(&args))?;
    let submitted = start(vm, &pool, work, None)?;
    let future = job_value(vm, &submitted.job);
    after(vm, submitted.started, future)
}

/// Goes on in Python, with the arguments as they are.
fn in_python(
    vm: &mut Vm,
    function: &str,
    positional: &[Value],
    keywords: Vec<(Value, Value)>,
) -> NativeResult {
    let function = vm.module_attribute("concurrent.futures", function)?;
    vm.tail_call_with(&function, positional.to_vec(), keywords)
}

fn map(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    in_python(vm, "_map", args.positional, keywords_of(&args))
}

fn shutdown(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [wait, cancel] = args.skip(1).bind("shutdown", ["wait", "cancel_futures"], 0, 0)?;
    let cancel = match cancel {
        Some(cancel) => vm.truth(cancel)?,
        None => false,
    };
    let wait = match wait {
        Some(wait) => vm.truth(wait)?,
        None => true,
    };
    this_pool(&args)?.shutdown(cancel, vm);
    match wait {
        true => in_python(vm, "_drain", &args.positional[..1], Vec::new()),
        false => Ok(Value::None),
    }
}

fn enter(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(args.get(0).cloned().unwrap_or(Value::None))
}

fn exit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    this_pool(&args)?.shutdown(false, vm);
    in_python(vm, "_drain", &args.positional[..1], Vec::new())
}

fn is_drained(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this_pool(&args)?.is_drained()))
}

/// Blocks the calling thread until something changes, at most for so many seconds (None: for ever). What it waits for is
/// to be looked at again.
pub(crate) fn park(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [seconds] = args.exactly("_park")?;
    let moment = match seconds {
        Value::None => Time::MAX,
        seconds => {
            let span = Span::from_secs_f64(super::handles::seconds(vm, Some(seconds))?);
            vm.clock().now() + span
        }
    };
    if vm.is_nested() {
        return Err(runtime_error("cannot block inside a comparison, hash or repr method"));
    }
    vm.park_until(moment, Value::None)
}
