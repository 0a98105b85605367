//! `types`: the names of the machine's own types; the rest is in `types.py`.

use crate::native::{Args, ModuleDef, NativeDef, NativeResult, embedded};
use crate::value::Value;
use crate::vm::Vm;

/// `types`.
pub const MODULE: ModuleDef = ModuleDef {
    name: "types",
    functions: &[NativeDef::function("_may_yield_from_coroutines", may_yield_from_coroutines)],
    constants,
    python: Some(embedded!("stdlib/types.py")),
};

/// `types.coroutine` was given this: a function's generators may `yield from` coroutines from now on.
fn may_yield_from_coroutines(_: &mut Vm, args: Args<'_>) -> NativeResult {
    if let [Value::Function(function)] = args.exactly("coroutine")? {
        function.code.iterable_coroutine.set(true);
    }
    Ok(Value::None)
}

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
