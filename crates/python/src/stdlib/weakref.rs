//! `weakref`: what knows an object without keeping it; the rest is in `weakref.py`.

use std::rc::{Rc, Weak};

use loopscope_core::future::WeakFuture;

use super::no_constants;
use crate::asyncio::{Py, as_future, future_value};
use crate::native::{Args, ModuleDef, NativeDef, NativeResult, TypeDef, embedded};
use crate::objects::{Class, Exception, Function, Generator, Instance, NativeObject, Set, type_error};
use crate::value::Value;
use crate::vm::Vm;

/// `weakref`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "weakref",
    functions: &[NativeDef::function("_watch", watch), NativeDef::function("_weak", weak)],
    constants: no_constants,
    python: Some(embedded!("stdlib/weakref.py")),
};

static WEAK: TypeDef =
    TypeDef { name: "_Weak", constructor: None, methods: &[NativeDef::method("get", get)] };

/// An object, as long as something else keeps it.
enum Known {
    Instance(Weak<Instance>),
    Function(Weak<Function>),
    Class(Weak<Class>),
    Set(Weak<Set>),
    FrozenSet(Weak<Set>),
    Exception(Weak<Exception>),
    Generator(Weak<Generator>),
    Future(WeakFuture<Py>),
    Object(Weak<NativeObject>),
}

impl Known {
    fn value(&self, vm: &mut Vm) -> Option<Value> {
        Some(match self {
            Known::Instance(weak) => Value::Instance(weak.upgrade()?),
            Known::Function(weak) => Value::Function(weak.upgrade()?),
            Known::Class(weak) => Value::Class(weak.upgrade()?),
            Known::Set(weak) => Value::Set(weak.upgrade()?),
            Known::FrozenSet(weak) => Value::FrozenSet(weak.upgrade()?),
            Known::Exception(weak) => Value::Exception(weak.upgrade()?),
            Known::Generator(weak) => Value::Generator(weak.upgrade()?),
            Known::Future(weak) => future_value(vm, &weak.upgrade()?),
            Known::Object(weak) => Value::Object(weak.upgrade()?),
        })
    }
}

/// `_weak(object)`.
fn weak(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object] = args.exactly("_weak")?;
    // Objects of futures are only wrappers, also those of classes of the program's.
    let known = match (as_future(object), object) {
        (Some(future), _) => Known::Future(future.weak()),
        (None, Value::Instance(rc)) => Known::Instance(Rc::downgrade(rc)),
        (None, Value::Function(rc)) => Known::Function(Rc::downgrade(rc)),
        (None, Value::Class(rc)) => Known::Class(Rc::downgrade(rc)),
        (None, Value::Set(rc)) => Known::Set(Rc::downgrade(rc)),
        (None, Value::FrozenSet(rc)) => Known::FrozenSet(Rc::downgrade(rc)),
        (None, Value::Exception(rc)) => Known::Exception(Rc::downgrade(rc)),
        (None, Value::Generator(rc)) => Known::Generator(Rc::downgrade(rc)),
        (None, Value::Object(rc)) => Known::Object(Rc::downgrade(rc)),
        (None, other) => {
            let name = vm.type_name(other);
            return Err(type_error(format!("cannot create weak reference to '{name}' object")));
        }
    };
    Ok(NativeObject::any(&vm.native_class(&WEAK, "weakref"), known))
}

fn get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Some(Value::Object(object)) = args.get(0) else { return Err(type_error("a reference is needed")) };
    let found = object.with(|known: &mut Known| known.value(vm)).flatten();
    Ok(found.unwrap_or(Value::None))
}

/// `_watch(object, callback, shown)`: calls back when an object of a class of the program goes away; whether it will. `shown` is
/// what reports of its errors name.
fn watch(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, callback, shown] = args.exactly("_watch")?;
    let Value::Instance(instance) = object else { return Ok(Value::Bool(false)) };
    if as_future(object).is_some() {
        return Ok(Value::Bool(false));
    }
    let queue = vm.dropped.clone();
    instance.on_drop.get_or_init(|| queue);
    vm.watch(object.address().unwrap_or(0), callback.clone(), shown.clone());
    Ok(Value::Bool(true))
}
