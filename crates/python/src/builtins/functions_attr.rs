//! Builtin functions on attributes.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::builtins::alias;
use crate::builtins::convert::as_str;
use crate::native::{Args, NativeResult};
use crate::objects::{Class, Dict, Exc, Str, type_error};
use crate::value::Value;
use crate::vm::{Request, Vm};

fn name<'a>(vm: &Vm, value: &'a Value, message: impl FnOnce(String) -> String) -> Result<&'a Rc<Str>, Exc> {
    as_str(value).ok_or_else(|| type_error(message(vm.type_name(value))))
}

fn wrong_name(found: String) -> String {
    format!("attribute name must be string, not '{found}'")
}

pub(crate) fn getattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("getattr", 2, 3)?;
    let name = name(vm, &args[1], wrong_name)?;
    match args.get(2) {
        Some(default) => Ok(vm.find_attr(&args[0], name)?.unwrap_or_else(|| default.clone())),
        None => vm.get_attr(&args[0], name),
    }
}

pub(crate) fn hasattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("hasattr", 2, 2)?;
    let name = name(vm, &args[1], wrong_name)?;
    Ok(Value::Bool(vm.find_attr(&args[0], name)?.is_some()))
}

pub(crate) fn setattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("setattr", 3, 3)?;
    let name = name(vm, &args[1], wrong_name)?;
    vm.set_attr(&args[0], name, args[2].clone())?;
    Ok(Value::None)
}

pub(crate) fn delattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("delattr", 2, 2)?;
    let name = name(vm, &args[1], wrong_name)?;
    vm.delete_attr(&args[0], name)?;
    Ok(Value::None)
}

pub(crate) fn callable(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [value] = args.exactly("callable")?;
    Ok(Value::Bool(is_callable(vm, value)))
}

/// Whether a value can be called.
pub(crate) fn is_callable(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Class(_) => true,
        Value::Instance(_) | Value::Object(_) => {
            let call = vm.intern("__call__");
            vm.class_of(value).lookup(&call).is_some()
        }
        _ => false,
    }
}

pub(crate) fn isinstance(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("isinstance", 2, 2)?;
    instance_of(vm, &args[0], &args[1]).map(Value::Bool)
}

fn instance_of(vm: &mut Vm, value: &Value, classes: &Value) -> Result<bool, Exc> {
    let members = match classes {
        Value::Tuple(items) => items.to_vec(),
        other => match alias::union_members(other) {
            Some(members) => members,
            None => return vm.is_instance_of(value, classes),
        },
    };
    for class in &members {
        let holds = match class {
            Value::None if !matches!(classes, Value::Tuple(_)) => value.is_none(),
            class => instance_of(vm, value, class)?,
        };
        if holds {
            return Ok(true);
        }
    }
    Ok(false)
}

pub(crate) fn issubclass(_vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("issubclass", 2, 2)?;
    let Value::Class(class) = &args[0] else {
        return Err(type_error("issubclass() arg 1 must be a class"));
    };
    subclass_of(class, &args[1]).map(Value::Bool)
}

fn subclass_of(class: &Rc<Class>, classes: &Value) -> Result<bool, Exc> {
    let members = match classes {
        Value::Class(other) => return Ok(class.is_subclass(other)),
        Value::Tuple(items) => items.to_vec(),
        other => alias::union_members(other).ok_or_else(|| {
            type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")
        })?,
    };
    for other in &members {
        if !other.is_none() && subclass_of(class, other)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The namespace of a value's own attributes.
fn namespace(value: &Value) -> Option<Rc<Dict>> {
    match value {
        Value::Instance(instance) => Some(instance.dict.clone()),
        Value::Exception(exception) => Some(exception.dict.clone()),
        Value::Module(module) => Some(module.dict.clone()),
        Value::Class(class) => Some(class.dict.clone()),
        _ => None,
    }
}

pub(crate) fn vars(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("vars", 0, 1)?;
    let Some(value) = args.first() else {
        vm.request = Some(Request::Locals);
        return Ok(Value::Nothing);
    };
    if let Value::Instance(_) | Value::Module(_) | Value::Class(_) | Value::Exception(_) = value {
        return vm.get_attr(value, "__dict__");
    }
    Err(type_error("vars() argument must have __dict__ attribute"))
}

pub(crate) fn dir(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("dir", 0, 1)?;
    if let Some(Value::Module(module)) = args.first() {
        crate::asyncio::late::all(vm, module)?;
    }
    let mut names = BTreeSet::new();
    let mut add = |dict: &Dict| {
        names.extend(dict.entries().into_iter().filter_map(|(key, _)| key.as_str().map(str::to_owned)));
    };
    match args.first() {
        None => add(&vm.main.dict),
        Some(value) => {
            if let Some(method) = super::functions::special(vm, value, "__dir__") {
                let names = vm.call_nested(&method, &[])?;
                return vm.prelude("sorted", vec![names, Value::None, Value::Bool(false)]);
            }
            if let Some(dict) = namespace(value) {
                add(&dict);
            }
            let class = match value {
                Value::Module(_) => None,
                Value::Class(class) => Some(class.clone()),
                other => Some(vm.class_of(other)),
            };
            if let Some(class) = class {
                add(&class.dict);
                for ancestor in class.ancestors.borrow().iter() {
                    add(&ancestor.dict);
                }
            }
        }
    }
    let names = names.into_iter().map(Value::from).collect();
    Ok(vm.new_list(names))
}
