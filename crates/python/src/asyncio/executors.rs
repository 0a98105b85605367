//! Worker threads as programs see them: `run_in_executor`, `to_thread`, `concurrent.futures`.
//!
//! A worker runs a call in a fiber of its own (see `loopscope_core::workers`). Inside it no loop is running but one that
//! it runs itself.

use loopscope_core::context::{Context, InContext};
use loopscope_core::coroutine::{Coroutine, Pause, Resume, Resumed};
use loopscope_core::event_loop::LoopRef;
use loopscope_core::executor::{Pool, Submitted};
use loopscope_core::handle::Callback;
use loopscope_core::job::Job;
use loopscope_core::runners::RunTurn;
use loopscope_core::time::Time;

use super::coroutine::{go_on, run};
use super::current_loop::Policy;
use super::loops::{as_loop, check_callback, open_loop, this_loop};
use super::module::{native_coroutine, running, to_future};
use super::objects::as_coroutine;
use super::pools::{as_job, as_pool, job_value, pool_work};
use super::{Py, Run, future_value};
use crate::native::{Args, NativeDef, NativeResult, missing_arguments};
use crate::objects::{Exc, runtime_error, type_error};
use crate::value::Value;
use crate::vm::frame::{Fiber, Input, Stop};
use crate::vm::handling::Handling;
use crate::vm::{Request, Vm};

/// What `asyncio` gets from here.
pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_run_in_thread", run_in_thread),
    NativeDef::function("run_coroutine_threadsafe", run_coroutine_threadsafe),
    NativeDef::function("wrap_future", wrap_future),
];

// Workers.

/// A call in a worker.
pub(crate) struct Work {
    callable: Value,
    positional: Vec<Value>,
    keywords: Vec<(Value, Value)>,
    name: String,
    fiber: Fiber,
    handled: Handling,
    blocked: bool,
    /// The loop that it waits for to run.
    inner: Option<(Run, LoopRef<Py>)>,
    policy: Policy,
}

impl Work {
    pub(super) fn new(
        vm: &mut Vm,
        callable: Value,
        positional: Vec<Value>,
        keywords: Vec<(Value, Value)>,
    ) -> Work {
        let name = match vm.find_attr(&callable, "__qualname__") {
            Ok(Some(Value::Str(name))) => name.to_string(),
            _ => vm.type_name(&callable).to_string(),
        };
        Work::named(name, callable, positional, keywords)
    }

    /// Has it called by `beginning`, which gets the callable first.
    pub(super) fn begin_with(&mut self, beginning: Value) {
        let callable = std::mem::replace(&mut self.callable, beginning);
        self.positional.insert(0, callable);
    }

    /// A call that is shown by another name.
    pub(crate) fn named(
        name: String,
        callable: Value,
        positional: Vec<Value>,
        keywords: Vec<(Value, Value)>,
    ) -> Work {
        Work {
            callable,
            positional,
            keywords,
            name,
            fiber: Fiber::default(),
            handled: Handling::default(),
            blocked: false,
            inner: None,
            policy: Policy::of_thread(),
        }
    }

    fn go_on(&mut self, input: Resume<Py>, vm: &mut Vm) -> Stop {
        if std::mem::take(&mut self.blocked) {
            vm.tell_unblocked();
        }
        match input {
            Resume::Continue => run(vm, &mut self.fiber, &mut self.handled, go_on),
            Resume::Throw(error) => Stop::Raise(error),
            Resume::Send(_) => {
                let (callable, positional) = (self.callable.clone(), std::mem::take(&mut self.positional));
                let keywords = std::mem::take(&mut self.keywords);
                run(vm, &mut self.fiber, &mut self.handled, |vm, fiber| {
                    vm.run_call_with(fiber, callable, positional, keywords)
                })
            }
        }
    }
}

impl Work {
    /// One iteration of the loop that it waits for: a pause, or what the run came to. The other threads have their turn
    /// between any two.
    fn turn_inner(&mut self, vm: &mut Vm) -> Option<Result<Pause, Result<Value, Exc>>> {
        let (mut run, event_loop) = self.inner.take()?;
        vm.asyncio.running = Some(event_loop.clone());
        let turn = run.turn(vm);
        vm.asyncio.running = None;
        let pause = match turn {
            RunTurn::Ran(_) => Pause::Sleep(vm.clock().now()),
            RunTurn::Idle(deadline) => Pause::Park(deadline.unwrap_or(Time::MAX)),
            RunTurn::Paused(pause) => pause,
            RunTurn::Done(result) => {
                if let Run::Runner(_) = run {
                    vm.asyncio.policy.set(None);
                    super::log_close(vm, &event_loop);
                }
                drop(run);
                event_loop.flush_reports(vm);
                vm.tidy();
                return Some(Err(result));
            }
        };
        self.inner = Some((run, event_loop));
        Some(Ok(pause))
    }

    fn advance(&mut self, input: Resume<Py>, vm: &mut Vm) -> Resumed<Py> {
        let mut stop = match self.turn_inner(vm) {
            None => self.go_on(input, vm),
            Some(Ok(pause)) => return Resumed::Pause(pause),
            Some(Err(result)) => self.go_on_with(result, vm),
        };
        loop {
            stop = match stop {
                Stop::Return(value) => return Resumed::Return(value),
                Stop::Raise(error) | Stop::Killed(error) => return Resumed::Raise(error),
                Stop::OutOfFuel => return Resumed::Pause(Pause::OutOfFuel),
                Stop::Sleep(moment) => {
                    self.blocked = true;
                    return Resumed::Pause(Pause::Sleep(moment));
                }
                Stop::Park(moment) => {
                    self.blocked = moment > vm.clock().now();
                    return Resumed::Pause(Pause::Park(moment));
                }
                Stop::RunLoop => {
                    self.inner = vm.asyncio.run.take().zip(vm.asyncio.running.take());
                    match self.turn_inner(vm) {
                        Some(Ok(pause)) => return Resumed::Pause(pause),
                        Some(Err(result)) => self.go_on_with(result, vm),
                        None => Stop::Raise(runtime_error("no loop to run")),
                    }
                }
                Stop::Await(_) | Stop::Yield(_) => {
                    return Resumed::Raise(runtime_error("a worker thread cannot await"));
                }
            };
        }
    }

    /// Goes on after the loop has run.
    fn go_on_with(&mut self, result: Result<Value, Exc>, vm: &mut Vm) -> Stop {
        let input = match (result, self.fiber.frames.is_empty()) {
            (Ok(value), true) => return Stop::Return(value),
            (Err(error), true) => return Stop::Raise(error),
            (Ok(value), false) => Input::Send(value),
            (Err(error), false) => Input::Throw(error),
        };
        run(vm, &mut self.fiber, &mut self.handled, |vm, fiber| vm.run(fiber, input))
    }
}

impl Coroutine<Py> for Work {
    fn resume(&mut self, input: Resume<Py>, event_loop: &LoopRef<Py>, vm: &mut Vm) -> Resumed<Py> {
        let outer_loop = vm.asyncio.running.take();
        let outer_run = vm.asyncio.run.take();
        let outer_worker = std::mem::replace(&mut vm.asyncio.worker, event_loop.workers().current());
        vm.asyncio.policy.exchange(&mut self.policy);
        let resumed = vm.without_handling(|vm| self.advance(input, vm));
        vm.asyncio.policy.exchange(&mut self.policy);
        vm.asyncio.worker = outer_worker;
        vm.asyncio.run = outer_run;
        vm.asyncio.running = outer_loop;
        resumed
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Vm {
    /// Blocks the calling thread until something changes, at the latest until `moment`; then goes on with `value`.
    pub(super) fn park_until(&mut self, moment: Time, value: Value) -> NativeResult {
        if self.is_nested() {
            // It cannot be left here: whoever waits looks again.
            return Ok(value);
        }
        if moment > self.clock().now() {
            self.tell_blocked(moment);
        }
        self.request = Some(Request::Park(moment, value));
        Ok(Value::Nothing)
    }
}

/// Submits a call. A thread has a context of its own unless it is given one.
pub(super) fn start(
    vm: &mut Vm,
    pool: &Pool<Py>,
    work: Work,
    context: Option<Context>,
) -> Result<Submitted<Py>, Exc> {
    let parent = vm.current_task_id();
    pool.submit(InContext::wrap(Some(context.unwrap_or_default()), Box::new(work)), parent)
}

/// The end of what submits: a worker that was started begins to run before it returns, as CPython's do.
pub(crate) fn after(vm: &mut Vm, started: bool, value: Value) -> NativeResult {
    match started {
        true => {
            let now = vm.clock().now();
            vm.park_until(now, value)
        }
        false => Ok(value),
    }
}

pub(super) fn keywords_of(args: &Args<'_>) -> Vec<(Value, Value)> {
    args.iter_keywords().map(|(name, value)| (Value::str(name), value.clone())).collect()
}

// Loops.

/// `loop.run_in_executor(executor, func, *args)`.
pub(super) fn run_in_executor(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = open_loop(&args)?;
    let by_name =
        [args.keyword("executor"), args.keyword("func")].map(|value| value.unwrap_or(&Value::Nothing));
    let (executor, function, arguments): (_, _, &[Value]) = match args.skip(1).positional {
        [executor, function, arguments @ ..] => (executor, function, arguments),
        [executor] if !by_name[1].is_nothing() => (executor, by_name[1], &[]),
        [] if by_name.iter().all(|value| !value.is_nothing()) => (by_name[0], by_name[1], &[]),
        given => {
            let missing = &["executor", "func"][given.len().min(1)..];
            return Err(missing_arguments("BaseEventLoop.run_in_executor", "positional", missing));
        }
    };
    if event_loop.debug() {
        check_callback(vm, function, "run_in_executor")?;
    }
    let pool = match (executor, as_pool(executor)) {
        (Value::None, _) => event_loop.default_executor()?,
        (_, Some(pool)) => pool,
        // One of the program's own.
        _ => {
            let submit = vm.get_attr(executor, "submit")?;
            let submitted = vm.module_attribute("asyncio", "_submitted")?;
            let mut positional = vec![submit, function.clone()];
            positional.extend(arguments.iter().cloned());
            return vm.tail_call(&submitted, positional);
        }
    };
    let work = pool_work(vm, executor, function, arguments, Vec::new())?;
    submit_for(vm, &event_loop, &pool, work, None)
}

fn submit_for(
    vm: &mut Vm,
    event_loop: &LoopRef<Py>,
    pool: &Pool<Py>,
    work: Work,
    context: Option<Context>,
) -> NativeResult {
    let submitted = start(vm, pool, work, context)?;
    let future = event_loop.wrap_job(&submitted.job, vm);
    let future = future_value(vm, &future);
    after(vm, submitted.started, future)
}

/// The part of `asyncio.to_thread` that knows of threads: `(func, args, kwargs)`.
fn run_in_thread(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function, positional, keywords] = args.exactly("_run_in_thread")?;
    let event_loop = running(vm)?;
    let pool = event_loop.default_executor()?;
    let positional = match positional {
        Value::Tuple(items) => items.to_vec(),
        _ => Vec::new(),
    };
    let keywords = match keywords {
        Value::Dict(keywords) => keywords.entries(),
        _ => Vec::new(),
    };
    let work = Work::new(vm, function.clone(), positional, keywords);
    let context = vm.asyncio.environment.copy_context();
    submit_for(vm, &event_loop, &pool, work, context)
}

/// `loop.set_default_executor(executor)`.
pub(super) fn set_default_executor(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [executor] = args.skip(1).named("BaseEventLoop.set_default_executor", ["executor"])?;
    let pool = as_pool(executor).ok_or_else(|| type_error("executor must be ThreadPoolExecutor instance"))?;
    this_loop(&args)?.set_default_executor(pool);
    Ok(Value::None)
}

/// `loop.shutdown_default_executor(timeout=None)`.
pub(super) fn shutdown_default_executor(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [timeout] = args.skip(1).bind("BaseEventLoop.shutdown_default_executor", ["timeout"], 0, 0)?;
    let coroutine = this_loop(&args)?.shutdown_default_executor();
    let closing = native_coroutine(vm, "BaseEventLoop.shutdown_default_executor", coroutine);
    match timeout {
        None | Some(Value::None) => Ok(closing),
        Some(timeout) => {
            let within = vm.module_attribute("asyncio", "_shut_down_within")?;
            vm.tail_call(&within, vec![closing, timeout.clone()])
        }
    }
}

/// `asyncio.run_coroutine_threadsafe(coro, loop)`.
fn run_coroutine_threadsafe(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [coroutine, event_loop] = args.named("run_coroutine_threadsafe", ["coro", "loop"])?;
    if as_coroutine(coroutine).is_none() {
        return Err(type_error("A coroutine object is required"));
    }
    let event_loop = as_loop(event_loop)?;
    if event_loop.is_closed() {
        return Err(runtime_error("Event loop is closed"));
    }
    let job = Job::hidden(event_loop.workers());
    let (target, coroutine) = (job.clone(), coroutine.clone());
    event_loop.call_soon(Callback::Native(Box::new(move |event_loop, vm| {
        match to_future(vm, &coroutine, Some(event_loop)) {
            Ok(future) => event_loop.follow(&future, &target, vm),
            Err(error) => target.finish(Err(error), vm),
        }
    })));
    vm.asyncio.workers.notify();
    Ok(job_value(vm, &job))
}

/// `asyncio.wrap_future(future, *, loop=None)`.
fn wrap_future(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [future, event_loop] = args.bind("wrap_future", ["future", "loop"], 0, 1)?;
    let future = future.cloned().unwrap_or(Value::None);
    if super::as_future(&future).is_some() {
        return Ok(future);
    }
    let job = as_job(&future)?;
    let event_loop = match event_loop {
        None | Some(Value::None) => super::current_loop::event_loop(vm)?,
        Some(event_loop) => as_loop(event_loop)?,
    };
    let wrapped = event_loop.wrap_job(&job, vm);
    Ok(future_value(vm, &wrapped))
}
