//! Methods of `object` and `type`: what every class inherits.

use std::rc::Rc;

use super::receiver;
use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{ClassKind, type_error};
use crate::value::Value;
use crate::vm::descriptors::attribute_name;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm};

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
        NativeDef::method("__lt__", not_implemented),
        NativeDef::method("__le__", not_implemented),
        NativeDef::method("__gt__", not_implemented),
        NativeDef::method("__ge__", not_implemented),
        NativeDef::method("__dir__", object_dir),
        NativeDef::class_method("__init_subclass__", object_init_subclass),
        NativeDef::class_method("__subclasshook__", not_implemented),
    ],
};

pub(super) const TYPE: TypeDef = TypeDef {
    name: "type",
    constructor: Some(type_new),
    methods: &[
        NativeDef::static_method("__new__", type_new_method),
        NativeDef::method("__init__", type_init),
        NativeDef::class_method("__prepare__", type_prepare),
        NativeDef::method("__instancecheck__", type_instance_check),
        NativeDef::method("__subclasscheck__", type_subclass_check),
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
        return vm.request_then(method, &[&object], OnReturn::Text("__repr__"));
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
    let name = attribute_name(vm, name)?;
    match object {
        Value::Instance(instance) => {
            let class = instance.class.borrow().clone();
            vm.set_instance_attr(instance, object, &class, &name, value.clone())
        }
        Value::Class(class) => vm.set_class_attr(class, &name, value.clone()),
        Value::Exception(exception) => {
            if !super::set_exception_attr(exception, &name, value)? {
                exception.dict.set_name(&name, value.clone());
            }
            Ok(Value::None)
        }
        _ => vm.store_attr(object, &name, value.clone()),
    }
}

fn object_delattr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, name] = args.exactly("__delattr__")?;
    let name = attribute_name(vm, name)?;
    match object {
        Value::Instance(instance) => {
            let class = instance.class.borrow().clone();
            vm.remove_instance_attr(instance, object, &class, &name)
        }
        Value::Class(class) => vm.remove_class_attr(class, &name),
        _ => vm.remove_attr(object, &name),
    }
}

fn object_getattribute(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [object, name] = args.exactly("__getattribute__")?;
    let name = attribute_name(vm, name)?;
    let found = match object {
        Value::Instance(instance) => vm.plain_instance_attr(instance, object, &name)?,
        _ => vm.try_attr(object, &name)?,
    };
    found.ok_or_else(|| vm.no_attribute(object, &name))
}

/// The names of an object's attributes, in no order.
fn object_dir(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let names = crate::builtins::attribute_names(vm, &receiver(&args));
    Ok(vm.new_list(names.into_iter().map(Value::from).collect()))
}

fn not_implemented(_: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(Value::NotImplemented)
}

fn object_init_subclass(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.get(0) {
        Some(Value::Class(class)) => args.no_keywords(&format!("{}.__init_subclass__", class.name()))?,
        _ => args.no_keywords("object.__init_subclass__")?,
    }
    Ok(Value::None)
}

fn type_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.positional {
        [_, value] if args.keywords.is_empty() => Ok(Value::Class(vm.class_of(value))),
        [own, rest @ ..] if rest.len() == 3 => {
            if let (Value::Class(own), Value::Tuple(bases)) = (own, &rest[1]) {
                let best = vm.best_metaclass(own, bases)?;
                if !Rc::ptr_eq(&best, own) {
                    return vm.request_call(
                        Value::Class(best),
                        Value::Nothing,
                        rest.to_vec(),
                        keywords(&args),
                    );
                }
            }
            type_new_method(vm, args)
        }
        _ => Err(type_error("type() takes 1 or 3 arguments")),
    }
}

/// `type.__new__(metaclass, name, bases, namespace)`.
fn type_new_method(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.positional {
        [Value::Class(metaclass), rest @ ..] if metaclass.is_subclass(&vm.types.type_) => match rest {
            [value] if Rc::ptr_eq(metaclass, &vm.types.type_) => Ok(Value::Class(vm.class_of(value))),
            rest => vm.class_of_parts(metaclass, rest, keywords(&args)),
        },
        [Value::Class(class), ..] => {
            Err(type_error(format!("type.__new__({0}): {0} is not a subtype of type", class.name())))
        }
        _ => Err(type_error("type.__new__(X): X is not a type object")),
    }
}

fn type_init(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.len() {
        2 | 4 => Ok(Value::None),
        _ => Err(type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

fn type_prepare(vm: &mut Vm, _: Args<'_>) -> NativeResult {
    Ok(Value::Dict(vm.new_dict()))
}

fn type_instance_check(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [class, value] = args.exactly("__instancecheck__")?;
    let Value::Class(class) = class else { return Err(type_error("not a type")) };
    Ok(Value::Bool(vm.is_instance(value, class)))
}

fn type_subclass_check(_: &mut Vm, args: Args<'_>) -> NativeResult {
    match args.exactly("__subclasscheck__")? {
        [Value::Class(class), Value::Class(other)] => Ok(Value::Bool(other.is_subclass(class))),
        _ => Err(type_error("issubclass() arg 1 must be a class")),
    }
}

fn type_mro(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = receiver(&args) else { return Err(type_error("mro() needs a type")) };
    let mut order = vec![Value::Class(class.clone())];
    order.extend(class.ancestors.borrow().iter().cloned().map(Value::Class));
    Ok(vm.new_list(order))
}

fn type_call(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = receiver(&args) else { return Err(type_error("not a type")) };
    let positional = args.positional.get(1..).unwrap_or(&[]).to_vec();
    vm.request = Some(Request::Instantiate { class, positional, keywords: keywords(&args) });
    Ok(Value::Nothing)
}

fn type_subclasses(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let Value::Class(class) = receiver(&args) else { return Err(type_error("not a type")) };
    let alive =
        class.subclasses.borrow().iter().filter_map(std::rc::Weak::upgrade).map(Value::Class).collect();
    Ok(vm.new_list(alive))
}
