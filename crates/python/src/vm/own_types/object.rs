//! Methods of `object` and `type`: what every class inherits.

use super::receiver;
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{ClassKind, type_error};
use crate::value::Value;
use crate::vm::frame::OnReturn;
use crate::vm::{Vm, intern};

pub(super) const OBJECT: TypeDef = TypeDef {
    name: "object",
    constructor: Some(object_new),
    methods: &[
        NativeDef::static_method("__new__", object_new_method),
        NativeDef::method("__init__", object_init),
        NativeDef::method("__repr__", object_repr),
        NativeDef::method("__str__", object_str),
        NativeDef::method("__eq__", object_eq),
        NativeDef::method("__ne__", object_ne),
        NativeDef::method("__hash__", object_hash),
        NativeDef::method("__format__", object_format),
        NativeDef::method("__setattr__", object_setattr),
        NativeDef::method("__delattr__", object_delattr),
        NativeDef::method("__getattribute__", object_getattribute),
        NativeDef::class_method("__init_subclass__", object_init_subclass),
    ],
};

pub(super) const TYPE: TypeDef = TypeDef {
    name: "type",
    constructor: Some(type_new),
    methods: &[
        NativeDef::method("mro", type_mro),
        NativeDef::method("__call__", type_call),
        NativeDef::method("__subclasses__", type_subclasses),
    ],
};

fn object_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    if args.len() > 1 || !args.keywords.is_empty() {
        return Err(type_error("object() takes no arguments"));
    }
    let class = vm.types.object.clone();
    vm.new_instance(&class, &[], &Vec::new())
}

fn object_new_method(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.get(0) {
        Some(Value::Class(class)) if class.builtin && !matches!(class.kind, ClassKind::Exception(_)) => {
            match class.constructor.get() {
                Some(constructor) => vm.call_native(constructor, args.positional, keywords(&args)),
                None => Err(type_error(format!("cannot create '{}' instances", class.name()))),
            }
        }
        Some(Value::Class(class)) => vm.new_instance(class, &args.positional[1..], &keywords(&args)),
        _ => Err(type_error("object.__new__(X): X is not a type object")),
    }
}

pub(super) fn keywords(args: &Args<'_>) -> Vec<(Value, Value)> {
    args.names.iter().cloned().zip(args.keywords.iter().cloned()).collect()
}

fn object_init(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let object = receiver(&args);
    if let Value::Exception(_) = &object {
        return super::exceptions::exception_init(vm, args);
    }
    if let Value::Instance(instance) = &object
        && let Some(base) = &instance.base
    {
        let arguments = args.positional.get(1..).unwrap_or(&[]).to_vec();
        match (base, arguments.first()) {
            (Value::List(list), Some(source)) => {
                let Some(items) = vm.collect(source)? else {
                    return vm.prelude("list_init", vec![Value::List(list.clone()), source.clone()]);
                };
                list.items.borrow_mut().extend(items);
            }
            (Value::Dict(dict), source) => {
                if let Some(source) = source
                    && !vm.dict_update(&Value::Dict(dict.clone()), source)?
                {
                    return vm.prelude("dict_update", vec![Value::Dict(dict.clone()), source.clone()]);
                }
                for (name, value) in keywords(&args) {
                    vm.dict_set(dict, name, value)?;
                }
            }
            (Value::Set(set), Some(source)) => {
                let Some(items) = vm.collect(source)? else {
                    return vm.prelude("set_update", vec![Value::Set(set.clone()), source.clone()]);
                };
                for item in items {
                    vm.set_add(set, item)?;
                }
            }
            _ => {}
        }
        return Ok(Value::None);
    }
    if args.len() > 1 || !args.keywords.is_empty() {
        let class = vm.class_of(&object);
        let own_init = !matches!(vm.lookup(&class, &vm.names.init.clone()), Some(Value::Native(_)));
        let own_new = !matches!(vm.lookup(&class, &vm.names.new.clone()), Some(Value::Native(_)));
        if own_init {
            return Err(type_error(
                "object.__init__() takes exactly one argument (the instance to initialize)",
            ));
        }
        if !own_new {
            return Err(type_error(format!("{}() takes no arguments", class.name())));
        }
    }
    Ok(Value::None)
}

pub(super) fn object_repr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let object = receiver(&args);
    let text = match vm.own_repr(&object)? {
        Some(text) => text,
        None => match crate::builtins::repr::repr(vm, &object)? {
            Some(text) => text,
            None => crate::builtins::repr::default(vm, &object),
        },
    };
    Ok(Value::str(text))
}

fn object_str(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let object = receiver(&args);
    if let Value::Str(_) = object {
        return Ok(object);
    }
    if let Some(method) = vm.text_method(&object, false) {
        return vm.request_then(method, vec![object], OnReturn::Text("__repr__"));
    }
    match &object {
        Value::Exception(exception) => Ok(Value::Str(vm.exception_text(exception)?)),
        Value::Instance(instance) if matches!(instance.base, Some(Value::Str(_))) => {
            Ok(instance.base.clone().unwrap_or(Value::None))
        }
        _ => object_repr(vm, args),
    }
}

fn object_eq(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [a, b] = args.exactly("__eq__")?;
    if a.is(b) {
        return Ok(Value::Bool(true));
    }
    Ok(crate::builtins::protocol::compare(vm, crate::op::CompareOp::Eq, a, b)?
        .unwrap_or(Value::NotImplemented))
}

fn object_ne(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [a, b] = args.exactly("__ne__")?;
    match vm.compare(crate::op::CompareOp::Eq, a, b)? {
        Value::Bool(flag) => Ok(Value::Bool(!flag)),
        other => Ok(other),
    }
}

fn object_hash(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let object = receiver(&args);
    let hash = match crate::builtins::protocol::hash(vm, &object)? {
        Some(hash) => hash,
        None => crate::builtins::hash::identity(&object),
    };
    Ok(Value::Int(hash))
}

fn object_format(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, spec] = args.exactly("__format__")?;
    if spec.as_str() == Some("") {
        return Ok(Value::Str(vm.str(object)?));
    }
    let name = vm.type_name(object);
    Err(type_error(format!("unsupported format string passed to {name}.__format__")))
}

fn object_setattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, name, value] = args.exactly("__setattr__")?;
    let Value::Str(name) = name else { return Err(type_error("attribute name must be string")) };
    let name = intern(name);
    match object {
        Value::Instance(instance) => {
            let class = instance.class.borrow().clone();
            vm.set_instance_attr(instance, object, &class, &name, value.clone())
        }
        _ => vm.store_attr(object, &name, value.clone()),
    }
}

fn object_delattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, name] = args.exactly("__delattr__")?;
    let Value::Str(name) = name else { return Err(type_error("attribute name must be string")) };
    let removed = match object {
        Value::Instance(instance) => instance.dict.remove_name(name),
        _ => None,
    };
    match removed {
        Some(_) => Ok(Value::None),
        None => Err(vm.no_attribute(object, name)),
    }
}

fn object_getattribute(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, name] = args.exactly("__getattribute__")?;
    let Value::Str(name) = name else { return Err(type_error("attribute name must be string")) };
    let name = intern(name);
    if let Value::Instance(instance) = object {
        let class = instance.class.borrow().clone();
        let found = vm.lookup(&class, &name);
        if let Some(found @ Value::Object(_)) = &found {
            return vm.bind_found(found, object, &class);
        }
        if let Some(value) = instance.dict.get_name(&name) {
            return Ok(value);
        }
        if let Some(found) = found {
            return vm.bind_found(&found, object, &class);
        }
        return match name.as_str() {
            "__dict__" => Ok(Value::Dict(instance.dict.clone())),
            "__class__" => Ok(Value::Class(class)),
            _ => Err(vm.no_attribute(object, &name)),
        };
    }
    vm.load_attr(object, &name)
}

fn object_init_subclass(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(Value::None)
}

fn type_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.positional {
        [_, value] if args.keywords.is_empty() => Ok(Value::Class(vm.class_of(value))),
        [_, Value::Str(name), Value::Tuple(bases), Value::Dict(namespace)] => {
            let parts = crate::vm::frame::ClassParts {
                name: name.clone(),
                bases: bases.to_vec(),
                keywords: keywords(&args),
                namespace: namespace.clone(),
            };
            vm.finish_class(parts, &Value::None)
        }
        _ => Err(type_error("type() takes 1 or 3 arguments")),
    }
}

fn type_mro(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = receiver(&args) else { return Err(type_error("mro() needs a type")) };
    let mut order = vec![Value::Class(class.clone())];
    order.extend(class.ancestors.borrow().iter().cloned().map(Value::Class));
    Ok(Value::tuple(order))
}

fn type_call(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let rest = args.positional.get(1..).unwrap_or(&[]).to_vec();
    vm.request_call(receiver(&args), Value::Nothing, rest, keywords(&args))
}

fn type_subclasses(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = receiver(&args) else { return Err(type_error("not a type")) };
    let alive =
        class.subclasses.borrow().iter().filter_map(std::rc::Weak::upgrade).map(Value::Class).collect();
    Ok(vm.new_list(alive))
}
