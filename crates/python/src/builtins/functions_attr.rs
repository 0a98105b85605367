//! Builtin functions on attributes.

use std::rc::Rc;

use crate::builtins::convert::as_str;
use crate::native::{Args, NativeResult};
use crate::objects::{Exc, Str, type_error};
use crate::value::Value;
use crate::vm::Vm;

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
    Ok(Value::Bool(match value {
        Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Class(_) => true,
        Value::Instance(_) | Value::Object(_) => {
            let call = vm.intern("__call__");
            vm.class_of(value).lookup(&call).is_some()
        }
        _ => false,
    }))
}
