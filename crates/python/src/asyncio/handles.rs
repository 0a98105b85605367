//! Callbacks of a loop, and the handles that programs get of them.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use loopscope_core::context::InContext;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::handle::{Callback, Handle, TimerHandle};
use loopscope_core::time::Time;

use super::Py;
use super::coroutine::Call;
use super::describe;
use super::loops::{check_callback, open_loop, this_loop};
use super::tasks;
use crate::native::{Args, NativeBody, NativeDef, NativeResult, TypeDef, missing_arguments};
use crate::objects::{Exc, NativeObject, type_error, value_error};
use crate::op::CompareOp;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::origins::{Made, Stack};

static HANDLE_TYPE: TypeDef = TypeDef {
    name: "Handle",
    constructor: None,
    methods: &[NativeDef::method("cancel", handle_cancel), NativeDef::method("cancelled", handle_cancelled)],
};

static TIMER_HANDLE_TYPE: TypeDef = TypeDef {
    name: "TimerHandle",
    constructor: None,
    methods: &[
        NativeDef::method("cancel", handle_cancel),
        NativeDef::method("cancelled", handle_cancelled),
        NativeDef::method("when", handle_when),
    ],
};

/// The classes of handles: plain, and of timers.
pub(super) fn classes(vm: &mut Vm) -> [(&'static str, Value); 2] {
    let [handle, timer] =
        [&HANDLE_TYPE, &TIMER_HANDLE_TYPE].map(|definition| vm.native_class(definition, "asyncio.events"));
    // They are made once per thread.
    if !timer.is_subclass(&handle) {
        timer.ancestors.borrow_mut().insert(0, handle.clone());
        timer.bases.replace(vec![handle.clone()]);
    }
    [(HANDLE_TYPE.name, Value::Class(handle)), (TIMER_HANDLE_TYPE.name, Value::Class(timer))]
}

/// What is called back, shared by the call and its handle. Empty once it is cancelled.
pub(super) struct Parts {
    call: RefCell<Option<(Value, Vec<Value>)>>,
    /// The moment of a timer, in seconds.
    when: Option<f64>,
    /// Where it was made, in debug mode.
    created: Option<String>,
    /// With what was around it.
    pub(super) stack: Rc<RefCell<Option<Stack>>>,
    /// The handle that the program got.
    object: RefCell<Weak<NativeObject>>,
    event_loop: LoopRef<Py>,
}

impl Parts {
    pub(super) fn new(
        event_loop: LoopRef<Py>,
        callable: Value,
        arguments: Vec<Value>,
        when: Option<f64>,
        created: Option<String>,
    ) -> Rc<Parts> {
        let call = RefCell::new(Some((callable, arguments)));
        let (stack, object) = (Rc::default(), RefCell::default());
        Rc::new(Parts { call, when, created, stack, object, event_loop })
    }

    /// What to call with what.
    pub(super) fn call(&self) -> Option<(Value, Vec<Value>)> {
        self.call.borrow().clone()
    }

    /// Mirrors `format_helpers._format_callback_source`: arguments are shown in debug mode only.
    pub(super) fn describe(&self, vm: &mut Vm) -> Option<String> {
        let (callable, arguments) = self.call()?;
        let shown: Vec<String> = match self.event_loop.debug() {
            true => arguments.iter().map(|argument| describe::short(vm, argument)).collect(),
            false => Vec::new(),
        };
        Some(describe::callback(vm, &callable, Some(&shown.join(", "))))
    }
}

/// Core's own handle.
enum Core {
    Soon(Handle<Py>),
    Timer(TimerHandle<Py>),
    /// One that ran, or a future's: too late to cancel it.
    Fixed,
}

/// What a handle object holds.
struct HandleData {
    core: Core,
    parts: Rc<Parts>,
    /// How it was shown when it was cancelled in debug mode.
    shown: Option<String>,
}

/// The handle of a call, as an object: the one that the program has, if it has one.
pub(super) fn handle_object(vm: &mut Vm, parts: &Rc<Parts>) -> Value {
    let known = parts.object.borrow().upgrade();
    match known {
        Some(object) => Value::Object(object),
        None => new_object(vm, Core::Fixed, parts),
    }
}

fn new_object(vm: &mut Vm, core: Core, parts: &Rc<Parts>) -> Value {
    let definition = if parts.when.is_some() { &TIMER_HANDLE_TYPE } else { &HANDLE_TYPE };
    let class = vm.native_class(definition, "asyncio.events");
    let value = NativeObject::any(&class, HandleData { core, parts: parts.clone(), shown: None });
    if let Value::Object(object) = &value {
        *parts.object.borrow_mut() = Rc::downgrade(object);
    }
    value
}

/// The repr of a handle. Mirrors `Handle._repr_info` and `TimerHandle._repr_info`.
pub(super) fn repr(vm: &mut Vm, object: &NativeObject) -> Option<String> {
    let (shown, cancelled, parts) =
        object.with(|data: &mut HandleData| (data.shown.clone(), data.cancelled(), data.parts.clone()))?;
    if shown.is_some() {
        return shown;
    }
    let mut words = vec![if parts.when.is_some() { "<TimerHandle" } else { "<Handle" }.to_owned()];
    if cancelled {
        words.push("cancelled".to_owned());
    }
    if let Some(when) = parts.when {
        words.push(format!("when={}", crate::text::float::repr(when)));
    }
    if !matches!(parts.call(), Some((Value::None, _))) {
        words.extend(parts.describe(vm));
    }
    if let Some(created) = &parts.created {
        words.push(format!("created at {created}"));
    }
    Some(words.join(" ") + ">")
}

/// Timers are ordered by their moments; None for anything else. Mirrors `TimerHandle.__lt__` and its like.
pub(crate) fn compare(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    let timer = |value: &Value| match value {
        Value::Object(object) => object
            .with(|data: &mut HandleData| Some((data.parts.when?, data.cancelled(), data.parts.call())))?,
        _ => None,
    };
    let ((when, cancelled, call), (other, other_cancelled, other_call)) = (timer(a)?, timer(b)?);
    let same_call = match (&call, &other_call) {
        (Some((function, arguments)), Some((other_function, other_arguments))) => {
            function.is(other_function)
                && arguments.len() == other_arguments.len()
                && arguments.iter().zip(other_arguments).all(|(one, other)| one.is(other))
        }
        (None, None) => true,
        _ => false,
    };
    let equal = when == other && cancelled == other_cancelled && same_call;
    Some(match op {
        CompareOp::Eq => equal,
        CompareOp::Ne => !equal,
        CompareOp::Lt => when < other,
        CompareOp::Le => when < other || equal,
        CompareOp::Gt => when > other,
        CompareOp::Ge => when > other || equal,
    })
}

fn call_of(
    vm: &mut Vm,
    event_loop: &LoopRef<Py>,
    args: &Args<'_>,
    when: Option<f64>,
    method: &str,
) -> Result<Rc<Parts>, Exc> {
    let at = 1 + usize::from(when.is_some());
    let Some(callable) = args.get(at) else {
        return Err(type_error(format!(
            "BaseEventLoop.{method}() missing 1 required positional argument: 'callback'"
        )));
    };
    let mut created = None;
    if event_loop.debug() {
        check_callback(vm, callable, method)?;
        created = vm.place_here();
    }
    let arguments = args.positional[at + 1..].to_vec();
    Ok(Parts::new(event_loop.clone(), callable.clone(), arguments, when, created))
}

/// The call itself, in the context that it is given, or in a copy of the current one.
fn routine(vm: &mut Vm, args: &Args<'_>, parts: &Rc<Parts>) -> Result<Callback<Py>, Exc> {
    let context = tasks::callback_context(vm, args)?;
    Ok(Callback::Routine(InContext::wrap(context, Box::new(Call::new(parts.clone())))))
}

/// The end of a native that gives a handle: in debug mode it is noted where that was.
fn placed(vm: &mut Vm, parts: &Rc<Parts>, handle: Value, inside: usize) -> NativeResult {
    match parts.event_loop.debug() {
        true => vm.place(Made::Handle(parts.stack.clone()), inside, handle),
        false => Ok(handle),
    }
}

/// Where the handle that a value is was made, in debug mode.
pub(super) fn stack_of(handle: &Value) -> Option<Stack> {
    match handle {
        Value::Object(object) => object.with(|data: &mut HandleData| data.parts.stack.borrow().clone())?,
        _ => None,
    }
}

fn soon(vm: &mut Vm, args: Args<'_>, method: &str) -> NativeResult {
    let event_loop = open_loop(&args)?;
    let parts = call_of(vm, &event_loop, &args, None, method)?;
    let routine = routine(vm, &args, &parts)?;
    let handle = event_loop.call_soon(routine);
    let handle = new_object(vm, Core::Soon(handle), &parts);
    placed(vm, &parts, handle, 2)
}

/// Calls back in the next iteration: what asyncio itself does.
pub(super) fn call_soon(event_loop: &LoopRef<Py>, callable: Value, arguments: Vec<Value>) {
    let parts = Parts::new(event_loop.clone(), callable, arguments, None, None);
    drop(event_loop.call_soon(Callback::Routine(Box::new(Call::new(parts)))));
}

/// The call with what these parameters were given by name in its place.
fn placed_by_name(vm: &mut Vm, args: &Args<'_>, names: &[&str], native: NativeBody) -> Option<NativeResult> {
    let given = args.positional.len().saturating_sub(1);
    let named: Vec<Value> =
        names.get(given..)?.iter().map_while(|name| args.keyword(name).cloned()).collect();
    if named.is_empty() {
        return None;
    }
    let positional = [args.positional, &named].concat();
    let rest = args.iter_keywords().filter(|(name, _)| !names.contains(name));
    let (names, keywords): (Vec<Value>, Vec<Value>) =
        rest.map(|(name, value)| (Value::str(name), value.clone())).unzip();
    Some(native(vm, Args { positional: &positional, keywords: &keywords, names: &names }))
}

pub(super) fn loop_call_soon(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let Some(called) = placed_by_name(vm, &args, &["callback"], loop_call_soon) {
        return called;
    }
    args.only_keywords("BaseEventLoop.call_soon", &["context"])?;
    soon(vm, args, "call_soon")
}

pub(super) fn loop_call_soon_threadsafe(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let Some(called) = placed_by_name(vm, &args, &["callback"], loop_call_soon_threadsafe) {
        return called;
    }
    args.only_keywords("BaseEventLoop.call_soon_threadsafe", &["context"])?;
    // A loop that another thread runs waits for that.
    vm.asyncio.workers.notify();
    soon(vm, args, "call_soon_threadsafe")
}

/// A number of seconds for the loop's clock.
pub(super) fn seconds(vm: &mut Vm, value: Option<&Value>) -> Result<f64, Exc> {
    match value {
        Some(Value::Int(number)) => Ok(*number as f64),
        Some(Value::Float(number)) if number.is_nan() => {
            Err(value_error("Invalid delay: NaN (not a number)"))
        }
        Some(Value::Float(number)) => Ok(*number),
        Some(Value::Bool(flag)) => Ok(f64::from(u8::from(*flag))),
        Some(Value::None) | None => Err(type_error("delay must not be None")),
        Some(other) => {
            let name = vm.type_name(other);
            Err(type_error(format!("unsupported operand type(s) for +: 'float' and '{name}'")))
        }
    }
}

/// Both kinds of timers: CPython's `call_later` is a `call_at`, and is named so where it refuses.
fn timer(vm: &mut Vm, args: &Args<'_>, when: f64, inside: usize) -> NativeResult {
    let event_loop = open_loop(args)?;
    // The moment as the clock counts it; one before its beginning keeps its number.
    let moment = Time::from_secs_f64(when);
    let when = if when < 0.0 { when } else { moment.as_secs_f64() };
    let parts = call_of(vm, &event_loop, args, Some(when), "call_at")?;
    let routine = routine(vm, args, &parts)?;
    let timer = event_loop.call_at(moment, routine);
    let handle = new_object(vm, Core::Timer(timer), &parts);
    placed(vm, &parts, handle, inside)
}

pub(super) fn loop_call_later(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let Some(called) = placed_by_name(vm, &args, &["delay", "callback"], loop_call_later) {
        return called;
    }
    args.only_keywords("BaseEventLoop.call_later", &["context"])?;
    if args.positional.len() < 3 {
        let missing = &["delay", "callback"][args.positional.len().saturating_sub(1)..];
        return Err(missing_arguments("BaseEventLoop.call_later", "positional", missing));
    }
    let delay = seconds(vm, args.get(1))?;
    let when = this_loop(&args)?.time().as_secs_f64() + delay;
    timer(vm, &args, when, 3)
}

pub(super) fn loop_call_at(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let Some(called) = placed_by_name(vm, &args, &["when", "callback"], loop_call_at) {
        return called;
    }
    args.only_keywords("BaseEventLoop.call_at", &["context"])?;
    if matches!(args.get(1), Some(Value::None)) {
        return Err(type_error("when cannot be None"));
    }
    let when = seconds(vm, args.get(1))?;
    timer(vm, &args, when, 2)
}

fn with_handle<R>(args: &Args<'_>, f: impl FnOnce(&mut HandleData) -> R) -> Result<R, Exc> {
    let found = match args.get(0) {
        Some(Value::Object(object)) => object.with(f),
        _ => None,
    };
    found.ok_or_else(|| type_error("a handle is needed"))
}

fn handle_cancel(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let debug = with_handle(&args, |data| data.parts.event_loop.debug())?;
    let shown = match args.get(0) {
        Some(Value::Object(object)) if debug => repr(vm, object),
        _ => None,
    };
    let parts = with_handle(&args, |data| {
        let (cancelled, parts) = (data.cancelled(), data.parts.clone());
        match &data.core {
            Core::Soon(handle) => handle.cancel(),
            Core::Timer(timer) => timer.cancel(),
            Core::Fixed => {}
        }
        if !cancelled && data.shown.is_none() {
            // As it is from now on, but with what it would have called.
            data.shown = shown.map(|shown| mark_cancelled(&shown));
        }
        parts
    })?;
    drop(parts.call.take());
    Ok(Value::None)
}

/// The repr of a handle with the word that says that it is cancelled.
fn mark_cancelled(shown: &str) -> String {
    match shown.split_once(' ') {
        Some((class, _)) if shown.starts_with(&format!("{class} cancelled")) => shown.to_owned(),
        Some((class, rest)) => format!("{class} cancelled {rest}"),
        None => shown.to_owned(),
    }
}

impl HandleData {
    fn cancelled(&self) -> bool {
        match &self.core {
            Core::Soon(handle) => handle.cancelled(),
            Core::Timer(timer) => timer.cancelled(),
            Core::Fixed => false,
        }
    }
}

fn handle_cancelled(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(with_handle(&args, |data| data.cancelled())?))
}

fn handle_when(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let when = with_handle(&args, |data| data.parts.when)?;
    when.map(Value::Float).ok_or_else(|| type_error("a timer handle is needed"))
}
