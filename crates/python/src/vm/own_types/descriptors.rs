//! `property`, `staticmethod`, `classmethod` and `super`.

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{NativeData, type_error};
use crate::value::Value;
use crate::vm::{Request, Vm};

pub(super) const PROPERTY: TypeDef = TypeDef {
    name: "property",
    constructor: Some(property_new),
    methods: &[
        NativeDef::method("getter", property_getter),
        NativeDef::method("setter", property_setter),
        NativeDef::method("deleter", property_deleter),
    ],
};

pub(super) const STATIC_METHOD: TypeDef =
    TypeDef { name: "staticmethod", constructor: Some(staticmethod_new), methods: &[] };

pub(super) const CLASS_METHOD: TypeDef =
    TypeDef { name: "classmethod", constructor: Some(classmethod_new), methods: &[] };

pub(super) const SUPER: TypeDef = TypeDef { name: "super", constructor: Some(super_new), methods: &[] };

fn property_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [get, set, delete, _doc] = args.skip(1).bind("property", ["fget", "fset", "fdel", "doc"], 0, 0)?;
    let part = |part: Option<&Value>| part.cloned().unwrap_or(Value::None);
    let data = NativeData::Property { get: part(get), set: part(set), delete: part(delete) };
    Ok(crate::vm::types::object(&vm.types.property, data))
}

fn property_with(vm: &mut Vm, args: &Args<'_>, which: usize) -> NativeResult {
    let [property, function] = args.exactly("property")?;
    let Value::Object(object) = property else { return Err(type_error("not a property")) };
    let NativeData::Property { get, set, delete } = &object.data else {
        return Err(type_error("not a property"));
    };
    let mut parts = [get.clone(), set.clone(), delete.clone()];
    parts[which] = function.clone();
    let [get, set, delete] = parts;
    Ok(crate::vm::types::object(&vm.types.property, NativeData::Property { get, set, delete }))
}

fn property_getter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    property_with(vm, &args, 0)
}

fn property_setter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    property_with(vm, &args, 1)
}

fn property_deleter(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    property_with(vm, &args, 2)
}

fn staticmethod_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function] = args.skip(1).exactly("staticmethod")?;
    Ok(crate::vm::types::object(&vm.types.staticmethod, NativeData::StaticMethod(function.clone())))
}

fn classmethod_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function] = args.skip(1).exactly("classmethod")?;
    Ok(crate::vm::types::object(&vm.types.classmethod, NativeData::ClassMethod(function.clone())))
}

fn super_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.positional {
        [_] => {
            vm.request = Some(Request::Super);
            Ok(Value::Nothing)
        }
        [_, Value::Class(class), object] => {
            let fits = match object {
                Value::Class(other) => other.is_subclass(class) || vm.is_instance(object, class),
                other => vm.is_instance(other, class),
            };
            if !fits {
                return Err(type_error("super(type, obj): obj must be an instance or subtype of type"));
            }
            Ok(crate::vm::classes::super_of(vm, class, object))
        }
        _ => Err(type_error("super() argument 1 must be a type")),
    }
}

impl Vm {
    /// What `super()` without arguments means in the running function.
    pub(crate) fn super_here(&mut self, fiber: &crate::vm::frame::Fiber) -> NativeResult {
        let missing = || crate::objects::runtime_error("super(): __class__ cell not found");
        let frame = fiber.frames.last().ok_or_else(missing)?;
        let function = frame.function.as_ref().ok_or_else(missing)?;
        let code = &function.code;
        let slot =
            code.local_names.iter().rposition(|name| name.as_str() == "__class__").ok_or_else(missing)?;
        let class = match &frame.values[slot] {
            Value::Cell(cell) => crate::vm::classes::class_in_cell(cell).ok_or_else(missing)?,
            _ => return Err(missing()),
        };
        if code.parameters.positional == 0 && !code.parameters.var_args {
            return Err(crate::objects::runtime_error("super(): no arguments"));
        }
        let first = match &frame.values[0] {
            Value::Cell(cell) => cell.value.borrow().clone(),
            value => value.clone(),
        };
        if first.is_nothing() {
            return Err(crate::objects::runtime_error("super(): arg[0] deleted"));
        }
        Ok(crate::vm::classes::super_of(self, &class, &first))
    }
}
