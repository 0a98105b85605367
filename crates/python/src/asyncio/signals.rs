//! Signals that a program sends itself, as far as a loop sees to them: its handlers, and what `asyncio.run` does when it
//! is interrupted. The rest is in `stdlib/signal.py`.

use loopscope_core::event_loop::LoopRef;
use loopscope_core::task::Task;

use super::loops::{extra, open_loop, this_loop};
use super::objects::as_coroutine;
use super::{Py, as_task, module};
use crate::builtins::convert::plain;
use crate::native::{Args, NativeDef, NativeResult};
use crate::objects::{Exc, ExcKind, Exception, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;

/// What `asyncio` gets from here.
pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_interrupt", interrupt),
    NativeDef::function("_interruptible", interruptible),
    NativeDef::function("_interrupted", was_interrupted),
    NativeDef::function("_signal_handler", signal_handler),
];

/// Mirrors `_check_signal`.
fn signal_number(vm: &mut Vm, args: &Args<'_>) -> Result<i64, Exc> {
    let signal = args.get(1).unwrap_or(&Value::None);
    let shown = vm.repr(signal)?;
    match plain(signal) {
        Value::Int(number @ 1..=64) => Ok(*number),
        Value::Int(_) => Err(value_error(format!("invalid signal number {shown}"))),
        _ => Err(type_error(format!("sig must be an int, not {shown}"))),
    }
}

pub(super) fn add_signal_handler(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let event_loop = open_loop(&args)?;
    let callback = args.get(2).unwrap_or(&Value::None);
    if as_coroutine(callback).is_some() || module::makes_coroutines(callback) {
        return Err(type_error("coroutines cannot be used with add_signal_handler()"));
    }
    let number = signal_number(vm, &args)?;
    let call = args.skip(2).positional.to_vec();
    let extra = extra(&event_loop);
    let mut signals = extra.signals.borrow_mut();
    signals.retain(|(known, _)| *known != number);
    signals.push((number, call));
    Ok(Value::None)
}

pub(super) fn remove_signal_handler(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let number = signal_number(vm, &args)?;
    let extra = extra(&this_loop(&args)?);
    let removed = {
        let mut signals = extra.signals.borrow_mut();
        let at = signals.iter().position(|(known, _)| *known == number);
        at.map(|at| signals.remove(at))
    };
    Ok(Value::Bool(removed.is_some()))
}

/// `_signal_handler(number)`: the loop that is running, and what it is to call with which arguments; None if it has no
/// handler of that signal.
fn signal_handler(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [number] = args.exactly("_signal_handler")?;
    let Some(event_loop) = vm.asyncio.running.clone() else { return Ok(Value::None) };
    let Value::Int(number) = plain(number) else { return Ok(Value::None) };
    let call = {
        let extra = extra(&event_loop);
        let signals = extra.signals.borrow();
        signals.iter().find(|(known, _)| known == number).map(|(_, call)| call.clone())
    };
    Ok(match call {
        Some(call) => {
            let event_loop = super::loops::loop_value(vm, &event_loop);
            Value::tuple(std::iter::once(event_loop).chain(call).collect())
        }
        None => Value::None,
    })
}

/// Notes which task it is that an interrupt cancels while that loop runs.
pub(super) fn begin_run(event_loop: &LoopRef<Py>, main: &Task<Py>) {
    let extra = extra(event_loop);
    extra.main.set(Some(main.future().id()));
    extra.interrupts.set(0);
}

/// `_interruptible(loop, task)`.
fn interruptible(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [_, task] = args.exactly("_interruptible")?;
    let task = as_task(task).ok_or_else(|| type_error("a task is needed"))?;
    begin_run(&this_loop(&args)?, &task);
    Ok(Value::None)
}

/// `_interrupted(loop)`: whether an interrupt has cancelled the task that it runs.
fn was_interrupted(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(extra(&this_loop(&args)?).interrupts.get() > 0))
}

/// `_interrupt()`: the first interrupt cancels the main task of `asyncio.run`; false if it is to be raised. Mirrors
/// `Runner._on_sigint`.
fn interrupt(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let Some(event_loop) = vm.asyncio.running.clone() else { return Ok(Value::Bool(false)) };
    let extra = extra(&event_loop);
    let Some(main) = extra.main.get() else { return Ok(Value::Bool(false)) };
    extra.interrupts.set(extra.interrupts.get() + 1);
    let main = event_loop.all_tasks().into_iter().find(|task| task.future().id() == main);
    Ok(Value::Bool(match main {
        Some(main) if extra.interrupts.get() == 1 => main.cancel(None),
        _ => false,
    }))
}

/// What `asyncio.run` ends with: its main task's cancellation is an interrupt if that was its cause. Mirrors the end of
/// `Runner.run`.
pub(crate) fn after_run(event_loop: &LoopRef<Py>, result: NativeResult) -> NativeResult {
    match result {
        Err(cancelled) if cancelled.is(ExcKind::CancelledError) && extra(event_loop).interrupts.get() > 0 => {
            let error = Exception::new(ExcKind::KeyboardInterrupt, Vec::new());
            error.context.replace(Some(cancelled));
            Err(error)
        }
        result => result,
    }
}
