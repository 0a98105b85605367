//! `types`: the names of the machine's own types; the rest is in `types.py`.

use crate::native::{ModuleDef, embedded};
use crate::value::Value;
use crate::vm::Vm;

/// `types`.
pub const MODULE: ModuleDef =
    ModuleDef { name: "types", functions: &[], constants, python: Some(embedded!("stdlib/types.py")) };

fn constants(vm: &mut Vm) -> Vec<(&'static str, Value)> {
    let types = vm.types.clone();
    let mut constants: Vec<(&'static str, Value)> = [
        ("FunctionType", &types.function),
        ("LambdaType", &types.function),
        ("GeneratorType", &types.generator),
        ("CoroutineType", &types.coroutine),
        ("AsyncGeneratorType", &types.async_generator),
        ("CodeType", &types.code),
        ("CellType", &types.cell),
        ("MethodType", &types.method),
        ("BuiltinFunctionType", &types.builtin),
        ("BuiltinMethodType", &types.builtin),
        ("MethodDescriptorType", &types.method_descriptor),
        ("WrapperDescriptorType", &types.method_descriptor),
        ("ModuleType", &types.module),
        ("TracebackType", &types.traceback),
        ("FrameType", &types.frame),
        ("NoneType", &types.none),
        ("EllipsisType", &types.ellipsis),
        ("NotImplementedType", &types.not_implemented),
    ]
    .map(|(name, class)| (name, Value::Class(class.clone())))
    .into();
    constants.push(("MappingProxyType", Value::Class(types.rare("mappingproxy"))));
    constants
}
