//! The types that belong to the machine: their methods need its insides.

mod descriptors;
mod exceptions;
mod generators;
mod object;
mod repr;

use std::rc::Rc;

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{Module, type_error};
use crate::value::Value;
use crate::vm::{Request, Vm, intern};

pub(crate) use exceptions::{set_exception_attr, traceback_of};
pub(crate) use generators::{
    frame_object, generator_await, generator_code, generator_frame, generator_name, generator_qualname,
    generator_suspended, itself, thrown,
};

/// Functions of the builtins that need the machine's insides.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("locals", locals),
    NativeDef::function("globals", globals),
    NativeDef::function("exit", exit),
    NativeDef::function("quit", exit),
];

/// The machine's own types.
pub(crate) static TYPES: &[TypeDef] = &[
    object::OBJECT,
    object::TYPE,
    MODULE,
    descriptors::PROPERTY,
    descriptors::STATIC_METHOD,
    descriptors::CLASS_METHOD,
    descriptors::SUPER,
    descriptors::MEMBER,
    descriptors::FUNCTION,
    descriptors::METHOD,
    descriptors::BUILTIN,
    descriptors::METHOD_DESCRIPTOR,
    descriptors::MAPPING_PROXY,
    generators::GENERATOR_TYPE,
    generators::COROUTINE,
    generators::COROUTINE_WRAPPER,
    exceptions::BASE_EXCEPTION,
    exceptions::STOP_ITERATION,
    exceptions::SYSTEM_EXIT,
    exceptions::OS_ERROR,
];

/// `types.ModuleType(name, doc=None)`.
const MODULE: TypeDef = TypeDef { name: "module", constructor: Some(new_module), methods: &[] };

fn new_module(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [name, doc] = args.skip(1).bind("module", ["name", "doc"], 0, 1)?;
    let Some(Value::Str(name)) = name else {
        let kind = name.map_or_else(Default::default, |name| vm.type_name(name));
        return Err(type_error(format!("module() argument 'name' must be str, not {kind}")));
    };
    let dict = vm.new_dict();
    dict.set_name(&vm.names.name.clone(), Value::Str(name.clone()));
    dict.set_name(&intern("__doc__"), doc.cloned().unwrap_or(Value::None));
    Ok(Value::Module(Rc::new(Module { name: name.clone(), dict })))
}

fn receiver(args: &Args<'_>) -> Value {
    args.get(0).cloned().unwrap_or(Value::None)
}

fn locals(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("locals")?;
    vm.request = Some(Request::Locals);
    Ok(Value::Nothing)
}

/// `exit(code=None)` of the module `site`.
fn exit(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let [code] = args.bind("exit", ["code"], 0, 0)?;
    let code = code.cloned().unwrap_or(Value::None);
    Err(crate::objects::Exception::new(crate::objects::ExcKind::SystemExit, vec![code]))
}

fn globals(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("globals")?;
    vm.request = Some(Request::Globals);
    Ok(Value::Nothing)
}

impl Vm {
    /// The local variables of the running function, in a new dict.
    pub(crate) fn locals_here(&mut self, fiber: &crate::vm::frame::Fiber) -> NativeResult {
        let Some(frame) = fiber.frames.last() else { return Ok(Value::Dict(self.new_dict())) };
        let Some(function) = frame.function.clone() else { return Ok(Value::Dict(self.new_dict())) };
        if let Some(namespace) = &frame.namespace {
            let dict = || Value::Dict(namespace.dict.clone());
            return Ok(namespace.mapping.clone().unwrap_or_else(dict));
        }
        if function.code.name.as_str() == "<module>" {
            return Ok(Value::Dict(function.globals.clone()));
        }
        Ok(Value::Dict(self.locals_of(frame)))
    }
}
