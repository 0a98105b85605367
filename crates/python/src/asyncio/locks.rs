//! `asyncio.locks`: core's primitives as programs see them.
//!
//! The classes are written in Python (`locks.py`), so that programs can derive from them and give them attributes;
//! what they do is in the native classes here, from which those derive.

use std::rc::Rc;

use loopscope_core::locks::{Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore};

use super::Py;
use super::operation::Op;
use crate::builtins::convert::plain;
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Exc, ExcKind, NativeObject, Str, error, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// `asyncio.locks`.
pub(crate) static MODULE: ModuleDef = ModuleDef {
    name: "asyncio.locks",
    functions: &[],
    constants,
    python: Some(embedded!("asyncio/locks.py")),
};

static LOCK: TypeDef = TypeDef {
    name: "_Lock",
    constructor: Some(new_lock),
    methods: &[
        NativeDef::method("_state", lock_state),
        NativeDef::property("_locked", lock_locked),
        NativeDef::method("locked", lock_locked),
        NativeDef::method("acquire", lock_acquire),
        NativeDef::method("release", lock_release),
        NativeDef::method("__aenter__", enter),
        NativeDef::method("__aexit__", exit),
    ],
};

static EVENT: TypeDef = TypeDef {
    name: "_Event",
    constructor: Some(new_event),
    methods: &[
        NativeDef::method("_state", event_state),
        NativeDef::property("_value", event_is_set),
        NativeDef::method("is_set", event_is_set),
        NativeDef::method("set", event_set),
        NativeDef::method("clear", event_clear),
        NativeDef::method("wait", event_wait),
    ],
};

static CONDITION: TypeDef = TypeDef {
    name: "_Condition",
    constructor: Some(new_condition),
    methods: &[
        NativeDef::method("_start", condition_start),
        NativeDef::method("_state", condition_state),
        NativeDef::method("wait", condition_wait),
        NativeDef::method("notify", condition_notify),
        NativeDef::method("notify_all", condition_notify_all),
        NativeDef::method("locked", lock_locked),
        NativeDef::method("acquire", lock_acquire),
        NativeDef::method("release", lock_release),
        NativeDef::method("__aenter__", enter),
        NativeDef::method("__aexit__", exit),
    ],
};

static SEMAPHORE: TypeDef = TypeDef {
    name: "_Semaphore",
    constructor: Some(new_semaphore),
    methods: &[
        NativeDef::method("_start", semaphore_start),
        NativeDef::method("_state", semaphore_state),
        NativeDef::property("_value", semaphore_value),
        NativeDef::method("locked", semaphore_locked),
        NativeDef::method("acquire", semaphore_acquire),
        NativeDef::method("release", semaphore_release),
        NativeDef::method("__aenter__", enter),
        NativeDef::method("__aexit__", exit),
    ],
};

static BARRIER: TypeDef = TypeDef {
    name: "_Barrier",
    constructor: Some(new_barrier),
    methods: &[
        NativeDef::method("_start", barrier_start),
        NativeDef::method("_state", barrier_state),
        NativeDef::method("wait", barrier_wait),
        NativeDef::method("reset", barrier_reset),
        NativeDef::method("abort", barrier_abort),
        NativeDef::property("parties", barrier_parties),
        NativeDef::property("n_waiting", barrier_n_waiting),
        NativeDef::property("broken", barrier_broken),
    ],
};

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    [&LOCK, &EVENT, &CONDITION, &SEMAPHORE, &BARRIER]
        .into_iter()
        .map(|definition| (definition.name, Value::Class(vm.native_class(definition, "asyncio.locks"))))
        .collect()
}

/// How a primitive is, as its repr has it in brackets; None for other objects.
pub(crate) fn state_at_a_glance(object: &NativeObject) -> Option<String> {
    let state = object.with(|lock: &mut Lock<Py>| lock.state());
    let state = state.or_else(|| object.with(|event: &mut Event<Py>| event.state()));
    let state = state.or_else(|| object.with(|counter: &mut Counter| counter.counter().state()));
    let state = state.or_else(|| object.with(|condition: &mut Condition<Py>| condition.state()));
    state.or_else(|| object.with(|barrier: &mut Barrier<Py>| barrier.state()))
}

/// The object of an operation: the first argument, as it is and as the primitive that it holds.
pub(super) fn this<T: Clone + 'static>(args: &Args<'_>) -> Result<T, Exc> {
    let found = args.get(0).and_then(|value| match plain(value) {
        Value::Object(object) => object.with(|primitive: &mut T| primitive.clone()),
        _ => None,
    });
    found.ok_or_else(|| type_error("a primitive of asyncio is needed"))
}

/// Gives the first argument another primitive: what `__init__` asks for.
pub(super) fn start<T: 'static>(args: &Args<'_>, primitive: T) -> NativeResult {
    let place = match args.get(0).map(plain) {
        Some(Value::Object(object)) => object.with(|place: &mut T| *place = primitive),
        _ => None,
    };
    place.map(|()| Value::None).ok_or_else(|| type_error("a primitive of asyncio is needed"))
}

pub(super) fn owner<'a>(args: &Args<'a>) -> &'a Value {
    args.get(0).unwrap_or(&Value::None)
}

/// The TypeError of a method written in Python that takes nothing but `self`.
pub(super) fn no_arguments(args: &Args<'_>, method: &str) -> Result<(), Exc> {
    if let Some((name, _)) = args.iter_keywords().next() {
        return Err(type_error(format!("{method}() got an unexpected keyword argument '{name}'")));
    }
    match args.len() {
        0 | 1 => Ok(()),
        given => Err(type_error(format!("{method}() takes 1 positional argument but {given} were given"))),
    }
}

fn object<T: 'static>(vm: &mut Vm, definition: &'static TypeDef, primitive: T) -> NativeResult {
    Ok(NativeObject::any(&vm.native_class(definition, "asyncio.locks"), primitive))
}

/// A count that a program gave: what is below zero is zero, what is too large is without end.
pub(super) fn count(vm: &mut Vm, value: &Value) -> Result<usize, Exc> {
    if matches!(plain(value), Value::BigInt(_)) {
        let zero = vm.less(value, &Value::Int(0))?;
        return Ok(if zero { 0 } else { usize::MAX });
    }
    if let Value::Float(number) = plain(value) {
        // So many items are at least that number.
        return Ok(number.ceil() as usize);
    }
    Ok(usize::try_from(vm.index(value)?.max(0)).unwrap_or(usize::MAX))
}

/// `async with`: the method of a class that a program has written goes before the native one.
fn overridden(vm: &mut Vm, args: &Args<'_>, method: &Rc<Str>, helper: &str) -> Option<NativeResult> {
    let own = vm.special_method(owner(args), method)?;
    if matches!(own, Value::Native(_)) {
        return None;
    }
    let helper = vm.module_attribute("asyncio.locks", helper);
    Some(helper.and_then(|helper| vm.tail_call(&helper, vec![owner(args).clone()])))
}

fn enter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let Some(result) = overridden(vm, &args, &vm.names.acquire.clone(), "_enter") {
        return result;
    }
    let op = match lock_of(&args) {
        Ok(lock) => {
            vm.tell_lock(owner(&args));
            Op::Acquire(lock, Value::None)
        }
        Err(_) => Op::Take(this::<Counter>(&args)?, Value::None),
    };
    vm.operation("_ContextManagerMixin.__aenter__", owner(&args), op)
}

fn exit(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if let Some(result) = overridden(vm, &args, &vm.names.release.clone(), "_exit") {
        return result;
    }
    let op = match lock_of(&args) {
        Ok(lock) => Op::Release(lock),
        Err(_) => Op::Give(this::<Counter>(&args)?),
    };
    vm.operation("_ContextManagerMixin.__aexit__", owner(&args), op)
}

// Lock, and the lock of a condition.

fn new_lock(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    object(vm, &LOCK, Lock::<Py>::new())
}

fn lock_of(args: &Args<'_>) -> Result<Lock<Py>, Exc> {
    this::<Lock<Py>>(args).or_else(|_| Ok(this::<Condition<Py>>(args)?.lock().clone()))
}

fn lock_state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(lock_of(&args)?.state()))
}

fn lock_locked(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Lock.locked")?;
    Ok(Value::Bool(lock_of(&args)?.locked()))
}

fn lock_acquire(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Lock.acquire")?;
    let lock = lock_of(&args)?;
    vm.operation("Lock.acquire", owner(&args), Op::Acquire(lock, Value::Bool(true)))
}

fn lock_release(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Lock.release")?;
    lock_of(&args)?.release()?;
    Ok(Value::None)
}

// Event.

fn new_event(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    object(vm, &EVENT, Event::<Py>::new())
}

fn event_state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this::<Event<Py>>(&args)?.state()))
}

fn event_is_set(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Event.is_set")?;
    Ok(Value::Bool(this::<Event<Py>>(&args)?.is_set()))
}

fn event_set(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Event.set")?;
    this::<Event<Py>>(&args)?.set();
    Ok(Value::None)
}

fn event_clear(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Event.clear")?;
    this::<Event<Py>>(&args)?.clear();
    Ok(Value::None)
}

fn event_wait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Event.wait")?;
    let event = this::<Event<Py>>(&args)?;
    vm.operation("Event.wait", owner(&args), Op::Event(event))
}

// Condition.

fn new_condition(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    object(vm, &CONDITION, Condition::<Py>::default())
}

fn condition_start(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let lock = this::<Lock<Py>>(&args.skip(1))
        .map_err(|_| error(ExcKind::TypeError, "the lock of a Condition has to be an asyncio.Lock"))?;
    start(&args, Condition::new(lock))
}

fn condition_state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this::<Condition<Py>>(&args)?.state()))
}

fn condition_wait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Condition.wait")?;
    let condition = this::<Condition<Py>>(&args)?;
    vm.operation("Condition.wait", owner(&args), Op::Condition(condition))
}

fn condition_notify(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [wanted] = args.skip(1).bind("Condition.notify", ["n"], 0, 0)?;
    let wanted = match wanted {
        Some(wanted) => count(vm, wanted)?,
        None => 1,
    };
    this::<Condition<Py>>(&args)?.notify(wanted)?;
    Ok(Value::None)
}

fn condition_notify_all(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Condition.notify_all")?;
    this::<Condition<Py>>(&args)?.notify_all()?;
    Ok(Value::None)
}

// Semaphore and BoundedSemaphore.

/// Which of the two it is.
#[derive(Clone)]
pub(super) enum Counter {
    Plain(Semaphore<Py>),
    Bounded(BoundedSemaphore<Py>),
}

impl Counter {
    pub(super) fn counter(&self) -> &Semaphore<Py> {
        match self {
            Counter::Plain(semaphore) => semaphore,
            Counter::Bounded(semaphore) => semaphore,
        }
    }

    pub(super) fn release(&self) -> NativeResult {
        match self {
            Counter::Plain(semaphore) => semaphore.release(),
            Counter::Bounded(semaphore) => semaphore.release()?,
        }
        Ok(Value::None)
    }
}

fn new_semaphore(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    object(vm, &SEMAPHORE, Counter::Plain(Semaphore::new(1)))
}

fn semaphore_start(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value, bounded] = args.skip(1).exactly("_start")?;
    let value = count(vm, value)?;
    start(
        &args,
        match vm.truth(bounded)? {
            true => Counter::Bounded(BoundedSemaphore::new(value)),
            false => Counter::Plain(Semaphore::new(value)),
        },
    )
}

fn semaphore_state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this::<Counter>(&args)?.counter().state()))
}

fn semaphore_value(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::from(this::<Counter>(&args)?.counter().value()))
}

fn semaphore_locked(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Semaphore.locked")?;
    Ok(Value::Bool(this::<Counter>(&args)?.counter().locked()))
}

fn semaphore_acquire(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Semaphore.acquire")?;
    let semaphore = this::<Counter>(&args)?;
    vm.operation("Semaphore.acquire", owner(&args), Op::Take(semaphore, Value::Bool(true)))
}

fn semaphore_release(_: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Semaphore.release")?;
    this::<Counter>(&args)?.release()
}

// Barrier.

fn new_barrier(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    let barrier = Barrier::<Py>::new(1)?;
    object(vm, &BARRIER, barrier)
}

fn barrier_start(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [parties] = args.skip(1).exactly("_start")?;
    let barrier = Barrier::<Py>::new(count(vm, parties)?)?;
    start(&args, barrier)
}

fn barrier_state(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::str(this::<Barrier<Py>>(&args)?.state()))
}

fn barrier_wait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Barrier.wait")?;
    let barrier = this::<Barrier<Py>>(&args)?;
    vm.operation("Barrier.wait", owner(&args), Op::Barrier(barrier))
}

fn barrier_reset(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Barrier.reset")?;
    let barrier = this::<Barrier<Py>>(&args)?;
    vm.operation("Barrier.reset", owner(&args), Op::Reset(barrier))
}

fn barrier_abort(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    no_arguments(&args, "Barrier.abort")?;
    let barrier = this::<Barrier<Py>>(&args)?;
    vm.operation("Barrier.abort", owner(&args), Op::Abort(barrier))
}

fn barrier_parties(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::from(this::<Barrier<Py>>(&args)?.parties()))
}

fn barrier_n_waiting(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::from(this::<Barrier<Py>>(&args)?.n_waiting()))
}

fn barrier_broken(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this::<Barrier<Py>>(&args)?.broken()))
}
