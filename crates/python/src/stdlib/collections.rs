//! `collections`: `deque` and what the Python part needs.

use super::deque;
use crate::builtins::convert::plain;
use crate::native::{Args, Binding, ModuleDef, NativeDef, NativeResult, embedded};
use crate::objects::{ExcKind, Method, Native, attribute_error, error, type_error};
use crate::op::BinaryOp;
use crate::value::Value;
use crate::vm::Vm;

/// `collections`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "collections",
    functions: &[
        NativeDef::function("_count", count),
        NativeDef::function("_define", define),
        NativeDef::function("_field", field),
    ],
    constants: |vm| vec![("deque", Value::Class(deque::class(vm)))],
    python: Some(embedded!("stdlib/collections.py")),
};

/// `_count(counter, iterable)`: counts the items, if that runs none of the program's code; whether it did.
fn count(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [counter, iterable] = args.exactly("_count")?;
    let Value::Dict(dict) = plain(counter) else { return Ok(Value::Bool(false)) };
    let own = |vm: &Vm, name: &str| {
        let found = vm.class_of(counter).lookup(&crate::vm::intern(name));
        found.is_some_and(|found| !matches!(found, Value::Native(_)))
    };
    if own(vm, "__setitem__") || own(vm, "get") {
        return Ok(Value::Bool(false));
    }
    let dict = dict.clone();
    let Some(iter) = vm.builtin_iter(iterable) else { return Ok(Value::Bool(false)) };
    while let Some(item) = vm.iter_next(&iter)? {
        vm.fuel -= 1;
        let number = match vm.dict_get(&dict, &item)? {
            None => Value::Int(1),
            Some(number) => vm.binary(BinaryOp::Add, &number, &Value::Int(1))?,
        };
        vm.dict_set(&dict, item, number)?;
    }
    Ok(Value::Bool(true))
}

/// `_define(text, namespace)`: runs definitions that the engine wrote, in a namespace.
fn define(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [Value::Str(text), Value::Dict(namespace)] = args.exactly("_define")? else {
        return Err(type_error("_define() takes a text and a dict"));
    };
    vm.run_definitions(text, namespace)?;
    Ok(Value::None)
}

/// `_field(index)`: getter and setter of a field of a named tuple.
fn field(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [index] = args.exactly("_field")?;
    let bound = |name, body| {
        let native =
            Native { name, binding: Binding::Function, body, module: None, owner: Default::default() };
        let function = Value::Native(std::rc::Rc::new(native));
        Value::Method(std::rc::Rc::new(Method { function, receiver: index.clone() }))
    };
    Ok(Value::tuple(vec![bound("get", get_field), bound("set", set_field)]))
}

/// Called with the index and the tuple.
fn get_field(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.positional {
        [Value::Int(index), tuple] => match plain(tuple) {
            Value::Tuple(items) => match items.get(*index as usize) {
                Some(item) => Ok(item.clone()),
                None => Err(error(ExcKind::IndexError, "tuple index out of range")),
            },
            other => {
                let name = vm.type_name(other);
                Err(type_error(format!(
                    "descriptor for index '{index}' for tuple subclasses doesn't apply to '{name}' object"
                )))
            }
        },
        _ => Err(type_error("a tuple is needed")),
    }
}

fn set_field(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Err(attribute_error("can't set attribute"))
}
