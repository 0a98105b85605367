//! What waits for several futures, or keeps a cancellation from one: `wait`, `as_completed`, `shield`. Their
//! Python half, with the checks of the arguments, is in `combinators.py`.

use std::future::Future as StdFuture;
use std::pin::Pin;

use loopscope_core::as_completed::AsCompleted;
use loopscope_core::future::Future;
use loopscope_core::native::Adapter;
use loopscope_core::shield::shield as core_shield;
use loopscope_core::wait::{ReturnWhen, wait as core_wait};

use super::{Py, as_future, handles, module};
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Exc, NativeObject, attribute_error, type_error};
use crate::value::Value;
use crate::vm::Vm;

pub(super) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("_wait", wait),
    NativeDef::function("_as_completed", as_completed),
    NativeDef::function("_shield", shield),
];

static AS_COMPLETED: TypeDef = TypeDef {
    name: "_AsCompleted",
    constructor: None,
    methods: &[NativeDef::method("claim", as_completed_claim), NativeDef::method("get", as_completed_get)],
};

/// A coroutine object for an operation of core's.
pub(super) fn operation(
    vm: &mut Vm,
    name: &'static str,
    future: Pin<Box<dyn StdFuture<Output = NativeResult>>>,
) -> Value {
    module::native_coroutine(vm, name, Box::new(Adapter::named(name, future)))
}

/// A timeout in seconds, or none.
pub(super) fn seconds(vm: &mut Vm, value: &Value) -> Result<Option<f64>, Exc> {
    match value {
        Value::None => Ok(None),
        value => handles::seconds(vm, Some(value)).map(Some),
    }
}

/// The futures in a list.
fn futures(vm: &Vm, list: &Value) -> Result<Vec<Future<Py>>, Exc> {
    let Value::List(list) = list else { return Err(type_error("a list is needed")) };
    let items = list.items.borrow();
    let future = |value: &Value| {
        as_future(value).ok_or_else(|| {
            let name = vm.type_name(value);
            attribute_error(format!("'{name}' object has no attribute 'add_done_callback'"))
        })
    };
    items.iter().map(future).collect()
}

/// `_wait(futures, timeout, mode)`: a coroutine that ends when `asyncio.wait` does.
fn wait(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [list, timeout, mode] = args.exactly("_wait")?;
    let event_loop = module::running(vm)?;
    let (futures, timeout) = (futures(vm, list)?, seconds(vm, timeout)?);
    let return_when = match mode.as_str() {
        Some("FIRST_COMPLETED") => ReturnWhen::FirstCompleted,
        Some("FIRST_EXCEPTION") => ReturnWhen::FirstException,
        _ => ReturnWhen::AllCompleted,
    };
    let wait = async move {
        core_wait(&event_loop, &futures, timeout, return_when).await?;
        Ok(Value::None)
    };
    Ok(operation(vm, "_wait", Box::pin(wait)))
}

/// `_as_completed(futures, timeout)`: core's iterator.
fn as_completed(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [list, timeout] = args.exactly("_as_completed")?;
    let event_loop = module::running(vm)?;
    let (futures, timeout) = (futures(vm, list)?, seconds(vm, timeout)?);
    let class = vm.native_class(&AS_COMPLETED, "asyncio.tasks");
    Ok(NativeObject::any(&class, AsCompleted::new(&event_loop, &futures, timeout)))
}

fn this(args: &Args<'_>) -> Result<AsCompleted<Py>, Exc> {
    let found = match args.get(0) {
        Some(Value::Object(object)) => object.with(|completed: &mut AsCompleted<Py>| completed.clone()),
        _ => None,
    };
    found.ok_or_else(|| type_error("an iterator is needed"))
}

/// Asks for one more: whether there is one.
fn as_completed_claim(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(this(&args)?.claim()))
}

/// A coroutine that waits for the one that was asked for.
fn as_completed_get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let next = this(&args)?.get();
    let next = async move {
        let future = next.await?;
        Ok(super::future_object(&crate::vm::types(), &future))
    };
    Ok(operation(vm, "get", Box::pin(next)))
}

/// `_shield(future)`: the future that ends as it does.
fn shield(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [inner] = args.exactly("_shield")?;
    let inner = as_future(inner).ok_or_else(|| type_error("a future is needed"))?;
    let outer = core_shield(&inner);
    // Each keeps the other until one of them is done.
    vm.note_holder(&outer);
    Ok(super::future_value(vm, &outer))
}
