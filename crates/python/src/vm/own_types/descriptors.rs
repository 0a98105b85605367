//! `property`, `staticmethod`, `classmethod`, `super`, `mappingproxy`, and what functions have as descriptors.

use std::cell::RefCell;

use super::object::keywords;
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{NativeData, runtime_error, type_error};
use crate::value::Value;
use crate::vm::{Request, Vm};

const GET: NativeDef = NativeDef::method("__get__", descriptor_get);
const SET: NativeDef = NativeDef::method("__set__", descriptor_set);
const DELETE: NativeDef = NativeDef::method("__delete__", descriptor_delete);
const CALL: NativeDef = NativeDef::method("__call__", call);

pub(super) const PROPERTY: TypeDef = TypeDef {
    name: "property",
    constructor: Some(property_new),
    methods: &[
        NativeDef::method("getter", property_getter),
        NativeDef::method("setter", property_setter),
        NativeDef::method("deleter", property_deleter),
        NativeDef::method("_set___doc__", property_set_doc),
        GET,
        SET,
        DELETE,
    ],
};

pub(super) const STATIC_METHOD: TypeDef =
    TypeDef { name: "staticmethod", constructor: Some(staticmethod_new), methods: &[GET, CALL] };

pub(super) const CLASS_METHOD: TypeDef =
    TypeDef { name: "classmethod", constructor: Some(classmethod_new), methods: &[GET] };

pub(super) const MEMBER: TypeDef =
    TypeDef { name: "member_descriptor", constructor: None, methods: &[GET, SET, DELETE] };

pub(super) const FUNCTION: TypeDef = TypeDef { name: "function", constructor: None, methods: &[GET, CALL] };

pub(super) const METHOD: TypeDef =
    TypeDef { name: "method", constructor: Some(method_new), methods: &[GET, CALL] };

pub(super) const BUILTIN: TypeDef =
    TypeDef { name: "builtin_function_or_method", constructor: None, methods: &[CALL] };

pub(super) const METHOD_DESCRIPTOR: TypeDef =
    TypeDef { name: "method_descriptor", constructor: None, methods: &[GET, CALL] };

pub(super) const SUPER: TypeDef = TypeDef { name: "super", constructor: Some(super_new), methods: &[] };

pub(super) const MAPPING_PROXY: TypeDef =
    TypeDef { name: "mappingproxy", constructor: Some(proxy_new), methods: crate::builtins::MAPPING_METHODS };

/// `descriptor.__get__(object, class)`.
fn descriptor_get(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let rest = args.skip(1).between("__get__", 1, 2)?;
    let descriptor = super::receiver(&args);
    match (&rest[0], rest.get(1)) {
        (Value::None, None | Some(Value::None)) => Err(type_error("__get__(None, None) is invalid")),
        (Value::None, Some(Value::Class(class))) => match &descriptor {
            Value::Object(object) if matches!(object.data, NativeData::ClassMethod(_)) => {
                vm.bind_found(&descriptor, &rest[0], class)
            }
            Value::Object(object) => match &object.data {
                NativeData::StaticMethod(function) => Ok(function.clone()),
                _ => Ok(descriptor.clone()),
            },
            _ => Ok(descriptor.clone()),
        },
        (object, class) => {
            if let Value::Method(_) = descriptor {
                return Ok(descriptor);
            }
            let class = match class {
                Some(Value::Class(class)) => class.clone(),
                _ => vm.class_of(object),
            };
            // Of an instance of a derived class it is the builtin's own `__get__` that was asked for.
            vm.bind_found(crate::builtins::convert::plain(&descriptor), object, &class)
        }
    }
}

/// The setter or deleter of a property.
fn accessor(args: &Args<'_>, setter: bool) -> Option<Value> {
    match args.get(0).map(crate::builtins::convert::plain) {
        Some(Value::Object(object)) => match &object.data {
            NativeData::Property { set, .. } if setter => Some(set.clone()),
            NativeData::Property { delete, .. } => Some(delete.clone()),
            _ => None,
        },
        _ => None,
    }
}

fn descriptor_set(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, value] = args.skip(1).exactly("__set__")?;
    match accessor(&args, true) {
        Some(Value::None) => Err(crate::objects::attribute_error("property has no setter")),
        Some(set) => vm.request_call(set, object.clone(), vec![value.clone()], Vec::new()),
        None => {
            if let Some(Value::Object(slot)) = args.get(0)
                && let (NativeData::Slot(slot), Value::Instance(instance)) = (&slot.data, object)
            {
                instance.dict.set_name(&slot.name, value.clone());
            }
            Ok(Value::None)
        }
    }
}

fn descriptor_delete(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object] = args.skip(1).exactly("__delete__")?;
    match accessor(&args, false) {
        Some(Value::None) => Err(crate::objects::attribute_error("property has no deleter")),
        Some(delete) => vm.request_call(delete, object.clone(), Vec::new(), Vec::new()),
        None => {
            if let Some(Value::Object(slot)) = args.get(0)
                && let (NativeData::Slot(slot), Value::Instance(instance)) = (&slot.data, object)
                && instance.dict.remove_name(&slot.name).is_none()
            {
                return Err(vm.no_attribute(object, &slot.name));
            }
            Ok(Value::None)
        }
    }
}

/// `function.__call__(...)`.
fn call(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let rest = args.skip(1).positional.to_vec();
    vm.request_call(super::receiver(&args), Value::Nothing, rest, keywords(&args))
}

fn property_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [get, set, delete, doc] = args.skip(1).bind("property", ["fget", "fset", "fdel", "doc"], 0, 0)?;
    let part = |part: Option<&Value>| part.cloned().unwrap_or(Value::None);
    let doc = RefCell::new(part(doc));
    let data = NativeData::Property { get: part(get), set: part(set), delete: part(delete), doc };
    Ok(crate::vm::types::object(&vm.types.property, data))
}

fn property_with(vm: &mut Vm, args: &Args<'_>, which: usize) -> NativeResult {
    let [property, function] = args.exactly("property")?;
    let Value::Object(object) = crate::builtins::convert::plain(property) else {
        return Err(type_error("not a property"));
    };
    let NativeData::Property { get, set, delete, doc } = &object.data else {
        return Err(type_error("not a property"));
    };
    let mut parts = [get.clone(), set.clone(), delete.clone()];
    parts[which] = function.clone();
    // A class derived from property makes more of its own.
    if let Value::Instance(instance) = property {
        let class = instance.class.borrow().clone();
        return vm.request_call(Value::Class(class), Value::Nothing, parts.to_vec(), Vec::new());
    }
    let [get, set, delete] = parts;
    let doc = RefCell::new(doc.borrow().clone());
    Ok(crate::vm::types::object(&vm.types.property, NativeData::Property { get, set, delete, doc }))
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

fn property_set_doc(_: &mut Vm, args: Args<'_>) -> NativeResult {
    if let [Value::Object(object), new] = args.positional
        && let NativeData::Property { doc, .. } = &object.data
    {
        drop(doc.replace(new.clone()));
    }
    Ok(Value::None)
}

fn staticmethod_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function] = args.skip(1).exactly("staticmethod")?;
    Ok(crate::vm::types::object(&vm.types.staticmethod, NativeData::StaticMethod(function.clone())))
}

fn classmethod_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function] = args.skip(1).exactly("classmethod")?;
    Ok(crate::vm::types::object(&vm.types.classmethod, NativeData::ClassMethod(function.clone())))
}

fn proxy_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [mapping] = args.skip(1).exactly("mappingproxy")?;
    match crate::builtins::convert::plain(mapping) {
        Value::Dict(dict) => Ok(vm.mapping_proxy(dict)),
        other => {
            let found = vm.type_name(other);
            Err(type_error(format!("mappingproxy() argument must be a mapping, not {found}")))
        }
    }
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
                let kind = match object {
                    Value::Class(object) => format!("type {}", object.name()),
                    other => format!("instance of {}", vm.type_name(other)),
                };
                return Err(type_error(format!(
                    "super(type, obj): obj ({kind}) is not an instance or subtype of type ({}).",
                    class.name()
                )));
            }
            Ok(crate::vm::classes::super_of(vm, class, object))
        }
        [_, other, ..] => {
            let found = vm.type_name(other);
            Err(type_error(format!("super() argument 1 must be a type, not {found}")))
        }
        [] => Err(runtime_error("super(): no arguments")),
    }
}

impl Vm {
    /// What `super()` without arguments means in the running function.
    pub(crate) fn super_here(&mut self, fiber: &crate::vm::frame::Fiber) -> NativeResult {
        let missing = || runtime_error("super(): __class__ cell not found");
        let frame = fiber.frames.last().ok_or_else(missing)?;
        let function = frame.function.as_ref().ok_or_else(missing)?;
        let code = &function.code;
        if code.parameters.positional == 0 && !code.parameters.var_args {
            return Err(runtime_error("super(): no arguments"));
        }
        let slot =
            code.local_names.iter().rposition(|name| name.as_str() == "__class__").ok_or_else(missing)?;
        let class = match &frame.values[slot] {
            Value::Cell(cell) => crate::vm::classes::class_in_cell(cell).ok_or_else(missing)?,
            _ => return Err(missing()),
        };
        let first = match &frame.values[0] {
            Value::Cell(cell) => cell.value.borrow().clone(),
            value => value.clone(),
        };
        if first.is_nothing() {
            return Err(runtime_error("super(): arg[0] deleted"));
        }
        if let Value::Tuple(_) = &first
            && code.parameters.positional == 0
        {
            return Err(runtime_error("super(): no arguments"));
        }
        let fits = match &first {
            Value::Class(other) => other.is_subclass(&class) || self.is_instance(&first, &class),
            other => self.is_instance(other, &class),
        };
        if !fits {
            let kind = match &first {
                Value::Class(object) => format!("type {}", object.name()),
                other => format!("instance of {}", self.type_name(other)),
            };
            return Err(type_error(format!(
                "super(type, obj): obj ({kind}) is not an instance or subtype of type ({}).",
                class.name()
            )));
        }
        Ok(crate::vm::classes::super_of(self, &class, &first))
    }
}

/// `types.MethodType(function, receiver)`.
fn method_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function, receiver] = args.skip(1).exactly("method")?;
    if !crate::builtins::is_callable(vm, function) {
        return Err(type_error("first argument must be callable"));
    }
    if receiver.is_none() {
        return Err(type_error("instance must not be None"));
    }
    Ok(crate::vm::attributes::bound(function.clone(), receiver.clone()))
}
