//! Builtin types and methods written in Python, which are loaded when a program names one of them: few programs do.

use std::rc::Rc;

use crate::native::{ModuleDef, NativeResult, embedded};
use crate::objects::{Exc, Str};
use crate::value::Value;
use crate::vm::Vm;

/// The modules they are in. Programs do not see them.
pub(crate) const COMPLEX: ModuleDef = ModuleDef::python("_complex", embedded!("builtins/complex.py"));
pub(crate) const BYTES: ModuleDef = ModuleDef::python("_bytes", embedded!("builtins/bytes.py"));

pub(crate) const GENERICS: ModuleDef = ModuleDef::python("_generics", embedded!("builtins/generics.py"));

/// A builtin that is not loaded yet.
pub(crate) fn builtin(vm: &mut Vm, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
    let module = match name.as_str() {
        "complex" => COMPLEX.name,
        "bytearray" | "memoryview" => BYTES.name,
        // What the compiler asks for, by names that no program can write.
        hidden if hidden.starts_with('.') => {
            let Some(module) = vm.import_module(GENERICS.name)? else { return Ok(None) };
            return match module.dict.get_name(&vm.intern("NAMES")) {
                Some(Value::Dict(names)) => Ok(names.get_name(name)),
                _ => Ok(None),
            };
        }
        _ => return Ok(None),
    };
    let Some(module) = vm.import_module(module)? else { return Ok(None) };
    let found = module.dict.get_name(name);
    if let Some(value) = &found {
        vm.builtins.set_name(name, value.clone());
    }
    Ok(found)
}

/// A method of `bytes` that is written in Python; `value` is a `bytes` or that class.
pub(crate) fn bytes_method(vm: &mut Vm, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
    if name.starts_with('_') {
        return Ok(None);
    }
    let Some(module) = vm.import_module(BYTES.name)? else { return Ok(None) };
    match module.dict.get_name(&vm.intern("methods")) {
        Some(Value::Dict(methods)) => Ok(methods.get_name(name)),
        _ => Ok(None),
    }
}

/// `bytes % values`.
pub(crate) fn percent(vm: &mut Vm, template: &Value, values: &Value) -> NativeResult {
    let module = vm.import_module(BYTES.name)?;
    let function = module.and_then(|module| module.dict.get_name(&vm.intern("percent")));
    vm.tail_call(&function.unwrap_or(Value::None), vec![template.clone(), values.clone()])
}

/// `a ** b` of a negative number to a fractional power, which is a complex number.
pub(crate) fn complex_power(vm: &mut Vm, a: &Value, b: &Value) -> NativeResult {
    let module = vm.import_module(COMPLEX.name)?;
    let function = module.and_then(|module| module.dict.get_name(&vm.intern("power")));
    vm.tail_call(&function.unwrap_or(Value::None), vec![a.clone(), b.clone()])
}
