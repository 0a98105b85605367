//! Builtin functions on attributes.

use std::rc::Rc;

use crate::asyncio::{as_future, attributes};
use crate::builtins::convert::as_str;
use crate::native::{Args, NativeResult};
use crate::objects::{Dict, Exc, Str, type_error};
use crate::value::Value;
use crate::vm::frame::OnReturn;
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
    if let Value::Class(class) = &args[1]
        && let Some(hook) = vm.check_hook(&args[1], &vm.names.instancecheck)
        && !Rc::ptr_eq(&vm.class_of(&args[0]), class)
    {
        return vm.request_then(hook, &[&args[1], &args[0]], OnReturn::Truth(false));
    }
    vm.is_instance_of(&args[0], &args[1]).map(Value::Bool)
}

pub(crate) fn issubclass(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("issubclass", 2, 2)?;
    if let Some(hook) = vm.check_hook(&args[1], &vm.names.subclasscheck) {
        return vm.request_then(hook, &[&args[1], &args[0]], OnReturn::Truth(false));
    }
    vm.is_subclass_of(&args[0], &args[1]).map(Value::Bool)
}

/// The namespace of a value's own attributes.
fn namespace(value: &Value) -> Option<Rc<Dict>> {
    match value {
        // CPython does not show those of futures.
        Value::Instance(instance) => as_future(value).is_none().then(|| instance.dict.clone()),
        Value::Object(object) if as_future(value).is_none() => attributes::own(object),
        Value::Function(function) => function.dict.borrow().clone(),
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
    if let Some(dict) = vm.find_attr(value, "__dict__")? {
        return Ok(dict);
    }
    Err(type_error("vars() argument must have __dict__ attribute"))
}

/// What `object.__dir__` gives, `type`'s and a module's for those; sorted.
pub(crate) fn attribute_names(vm: &Vm, value: &Value) -> Vec<String> {
    let mut names = Vec::new();
    let mut add = |dict: &Dict| {
        names.extend(dict.entries().into_iter().filter_map(|(key, _)| key.as_str().map(str::to_owned)));
    };
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
        names.extend(["__class__", "__doc__"].map(str::to_owned));
        if class.has_dict && !class.is_subclass(&vm.types.future) {
            names.extend(["__dict__", "__module__", "__weakref__"].map(str::to_owned));
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

pub(crate) fn dir(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = args.between("dir", 0, 1)?;
    if let Some(Value::Module(module)) = args.first() {
        crate::asyncio::late::all(vm, module)?;
    }
    let names = match args.first() {
        None => {
            vm.request = Some(Request::Names);
            return Ok(Value::Nothing);
        }
        Some(value) => {
            if let Some(method) = super::functions::special(vm, value, "__dir__") {
                let names = vm.call_nested(&method, &[])?;
                return vm.prelude("sorted", vec![names, Value::None, Value::Bool(false)]);
            }
            attribute_names(vm, value)
        }
    };
    let names = names.into_iter().map(Value::from).collect();
    Ok(vm.new_list(names))
}
