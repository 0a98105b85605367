//! Methods of the types that belong to the machine: object, type, property, super, functions, generators,
//! exceptions.

use std::rc::Rc;

use crate::native::{Args, NativeDef, NativeResult, TypeDef};
use crate::objects::{
    Class, ClassKind, Exc, Exception, Generator, GeneratorKind, GeneratorState, NativeData, Str,
    attribute_error, type_error,
};
use crate::value::Value;
use crate::vm::frame::{Input, OnReturn};
use crate::vm::{Request, Vm, intern};

/// Functions of the builtins that need the machine's insides.
pub(crate) static FUNCTIONS: &[NativeDef] =
    &[NativeDef::function("locals", locals), NativeDef::function("globals", globals)];

/// The machine's own types.
pub(crate) static TYPES: &[TypeDef] = &[
    TypeDef {
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
    },
    TypeDef {
        name: "type",
        constructor: Some(type_new),
        methods: &[
            NativeDef::method("mro", type_mro),
            NativeDef::method("__call__", type_call),
            NativeDef::method("__subclasses__", type_subclasses),
        ],
    },
    TypeDef {
        name: "property",
        constructor: Some(property_new),
        methods: &[
            NativeDef::method("getter", property_getter),
            NativeDef::method("setter", property_setter),
            NativeDef::method("deleter", property_deleter),
        ],
    },
    TypeDef { name: "staticmethod", constructor: Some(staticmethod_new), methods: &[] },
    TypeDef { name: "classmethod", constructor: Some(classmethod_new), methods: &[] },
    TypeDef { name: "super", constructor: Some(super_new), methods: &[] },
    TypeDef { name: "generator", constructor: None, methods: GENERATOR },
    TypeDef { name: "coroutine", constructor: None, methods: GENERATOR },
    TypeDef {
        name: "coroutine_wrapper",
        constructor: None,
        methods: &[
            NativeDef::method("send", generator_send),
            NativeDef::method("throw", generator_throw),
            NativeDef::method("close", generator_close),
            NativeDef::method("__next__", wrapper_next),
            NativeDef::method("__iter__", itself),
        ],
    },
    TypeDef {
        name: "BaseException",
        constructor: None,
        methods: &[
            NativeDef::method("__init__", exception_init),
            NativeDef::method("__str__", exception_str),
            NativeDef::method("__repr__", object_repr),
            NativeDef::method("add_note", exception_add_note),
            NativeDef::method("with_traceback", exception_with_traceback),
            NativeDef::property("args", exception_args),
            NativeDef::property("__cause__", exception_cause),
            NativeDef::property("__context__", exception_context),
            NativeDef::property("__suppress_context__", exception_suppress),
            NativeDef::property("__traceback__", exception_traceback),
        ],
    },
    TypeDef {
        name: "StopIteration",
        constructor: None,
        methods: &[NativeDef::property("value", first_argument)],
    },
    TypeDef {
        name: "SystemExit",
        constructor: None,
        methods: &[NativeDef::property("code", first_argument)],
    },
    TypeDef {
        name: "OSError",
        constructor: None,
        methods: &[
            NativeDef::property("errno", os_error_errno),
            NativeDef::property("strerror", os_error_strerror),
            NativeDef::property("filename", os_error_filename),
        ],
    },
];

static GENERATOR: &[NativeDef] = &[
    NativeDef::method("send", generator_send),
    NativeDef::method("throw", generator_throw),
    NativeDef::method("close", generator_close),
    NativeDef::method("__next__", generator_next),
    NativeDef::method("__iter__", itself),
    NativeDef::method("__await__", coroutine_await),
    NativeDef::property("__name__", generator_name),
    NativeDef::property("__qualname__", generator_qualname),
    NativeDef::property("cr_running", generator_running),
    NativeDef::property("gi_running", generator_running),
    NativeDef::property("cr_code", generator_code),
    NativeDef::property("gi_code", generator_code),
    NativeDef::property("cr_frame", generator_frame),
    NativeDef::property("gi_frame", generator_frame),
    NativeDef::property("cr_await", generator_await),
    NativeDef::property("gi_yieldfrom", generator_await),
];

fn receiver(args: &Args<'_>) -> Value {
    args.get(0).cloned().unwrap_or(Value::None)
}

// object

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

fn keywords(args: &Args<'_>) -> Vec<(Value, Value)> {
    args.names.iter().cloned().zip(args.keywords.iter().cloned()).collect()
}

fn object_init(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let object = receiver(&args);
    if let Value::Exception(_) = &object {
        return exception_init(vm, args);
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

fn object_repr(vm: &mut Vm, args: Args<'_>) -> NativeResult {
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

// type

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

// property, staticmethod, classmethod, super

fn property_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [get, set, delete, _doc] = args.skip(1).bind("property", ["fget", "fset", "fdel", "doc"], 0, 0)?;
    let part = |part: Option<&Value>| part.cloned().unwrap_or(Value::None);
    let data = NativeData::Property { get: part(get), set: part(set), delete: part(delete) };
    Ok(super::types::object(&vm.types.property, data))
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
    Ok(super::types::object(&vm.types.property, NativeData::Property { get, set, delete }))
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
    Ok(super::types::object(&vm.types.staticmethod, NativeData::StaticMethod(function.clone())))
}

fn classmethod_new(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let [function] = args.skip(1).exactly("classmethod")?;
    Ok(super::types::object(&vm.types.classmethod, NativeData::ClassMethod(function.clone())))
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
            Ok(super::classes::super_of(vm, class, object))
        }
        _ => Err(type_error("super() argument 1 must be a type")),
    }
}

// Functions that look at the running frame.

fn locals(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("locals")?;
    vm.request = Some(Request::Locals);
    Ok(Value::Nothing)
}

fn globals(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    args.exactly::<0>("globals")?;
    vm.request = Some(Request::Globals);
    Ok(Value::Nothing)
}

// Generators.

fn generator(args: &Args<'_>) -> Result<Rc<Generator>, Exc> {
    match args.get(0) {
        Some(Value::Generator(generator)) => Ok(generator.clone()),
        Some(Value::Object(object)) => match &object.data {
            NativeData::CoroutineWrapper(Value::Generator(generator)) => Ok(generator.clone()),
            _ => Err(type_error("a generator or coroutine is needed")),
        },
        _ => Err(type_error("a generator or coroutine is needed")),
    }
}

fn request_resume(vm: &mut Vm, generator: Rc<Generator>, input: Input) -> NativeResult {
    vm.request = Some(Request::Resume { generator, input, then: OnReturn::Next });
    Ok(Value::Nothing)
}

fn generator_send(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let [value] = args.skip(1).exactly("send")?;
    request_resume(vm, generator, Input::Send(value.clone()))
}

fn generator_next(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    if generator.kind == GeneratorKind::Coroutine {
        return Err(attribute_error("'coroutine' object has no attribute '__next__'"));
    }
    request_resume(vm, generator, Input::Send(Value::None))
}

fn generator_throw(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let error = thrown(vm, args.skip(1), "throw")?;
    request_resume(vm, generator, Input::Throw(error))
}

/// The exception that `throw` and its kin are given: an instance, a class, or a class and its argument.
pub(crate) fn thrown(vm: &mut Vm, args: Args<'_>, method: &str) -> Result<Exc, Exc> {
    let arguments = args.between(method, 1, 3)?;
    Ok(match (&arguments[0], arguments.get(1)) {
        (Value::Exception(error), _) => error.clone(),
        (Value::Class(_), Some(Value::Exception(error))) => error.clone(),
        (class @ Value::Class(_), value) => {
            let given = value.filter(|value| !value.is_none()).cloned();
            match vm.call_nested(class, &given.into_iter().collect::<Vec<_>>())? {
                Value::Exception(error) => error,
                _ => return Err(type_error("exceptions must derive from BaseException")),
            }
        }
        (other, _) => {
            let name = vm.type_name(other);
            return Err(type_error(format!(
                "exceptions must be classes or instances deriving from BaseException, not {name}"
            )));
        }
    })
}

fn generator_close(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    vm.close_generator(&generator)
}

pub(crate) fn itself(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(receiver(&args))
}

fn wrapper_next(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    request_resume(vm, generator, Input::Send(Value::None))
}

fn coroutine_await(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let class = vm.types.rare("coroutine_wrapper");
    Ok(super::types::object(&class, NativeData::CoroutineWrapper(receiver(&args))))
}

pub(crate) fn generator_name(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Str(generator(&args)?.name.borrow().clone()))
}

pub(crate) fn generator_qualname(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Str(generator(&args)?.qualname.borrow().clone()))
}

fn generator_running(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(matches!(&*generator(&args)?.state.borrow(), GeneratorState::Running)))
}

pub(crate) fn generator_code(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let code = first_frame(&generator).map(|(code, _)| Value::Code(code));
    Ok(code.unwrap_or(Value::None))
}

pub(crate) fn generator_frame(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    Ok(match first_frame(&generator) {
        Some((code, op)) => frame_object(vm, code, op),
        None => Value::None,
    })
}

/// A frame that stands at an instruction, as an object.
pub(crate) fn frame_object(vm: &mut Vm, code: Rc<crate::code::Code>, op: usize) -> Value {
    let dict = vm.new_dict();
    // One that has not begun stands at its `def`.
    let line = if op == 0 { code.first_line } else { code.line(op) };
    dict.set_name(&intern("f_lineno"), Value::Int(i64::from(line)));
    dict.set_name(&intern("f_code"), Value::Code(code));
    super::types::object(&vm.types.frame, NativeData::Namespace(dict))
}

pub(crate) fn generator_await(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let generator = generator(&args)?;
    let state = generator.state.borrow();
    let frame = match &*state {
        GeneratorState::Single(frame) => Some(frame),
        GeneratorState::Suspended(frames) => frames.first(),
        _ => None,
    };
    let awaited = frame.and_then(|frame| {
        let code = &frame.function.as_ref()?.code;
        let at = matches!(code.ops.get(frame.op()), Some(crate::op::Op::Await | crate::op::Op::YieldFrom));
        if at { frame.values.last().cloned() } else { None }
    });
    Ok(awaited.unwrap_or(Value::None))
}

/// The code of a suspended generator's own frame, and the instruction it stands at.
pub(crate) fn first_frame(generator: &Generator) -> Option<(Rc<crate::code::Code>, usize)> {
    let state = generator.state.borrow();
    let frame = match &*state {
        GeneratorState::Created(frame) | GeneratorState::Single(frame) => frame,
        GeneratorState::Suspended(frames) => frames.first()?,
        _ => return None,
    };
    Some((frame.function.as_ref()?.code.clone(), frame.op()))
}

// Exceptions.

fn exception(args: &Args<'_>) -> Result<Exc, Exc> {
    match args.get(0) {
        Some(Value::Exception(exception)) => Ok(exception.clone()),
        _ => Err(type_error("an exception is needed")),
    }
}

fn exception_init(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    let old = exception.args.replace(args.positional[1..].to_vec());
    drop(old);
    vm.init_exception(&exception, keywords(&args))?;
    Ok(Value::None)
}

fn exception_str(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Str(vm.exception_text(&exception(&args)?)?))
}

fn exception_add_note(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    let [note] = args.skip(1).exactly("BaseException.add_note")?;
    let Value::Str(_) = note else {
        let name = vm.type_name(note);
        return Err(type_error(format!("note must be a str, not '{name}'")));
    };
    let name = vm.names.notes.clone();
    match exception.dict.get_name(&name) {
        Some(Value::List(notes)) => notes.items.borrow_mut().push(note.clone()),
        _ => {
            let notes = vm.new_list(vec![note.clone()]);
            exception.dict.set_name(&name, notes);
        }
    }
    Ok(Value::None)
}

fn exception_with_traceback(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    if let Some(Value::None) = args.get(1) {
        exception.trace.take();
    }
    Ok(Value::Exception(exception))
}

fn exception_args(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let args = exception(&args)?.args.borrow().clone();
    Ok(Value::tuple(args))
}

fn exception_cause(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let cause = exception(&args)?.cause.borrow().clone();
    Ok(cause.map_or(Value::None, Value::Exception))
}

fn exception_context(_: &mut Vm, args: Args<'_>) -> NativeResult {
    let context = exception(&args)?.context.borrow().clone();
    Ok(context.map_or(Value::None, Value::Exception))
}

fn exception_suppress(_: &mut Vm, args: Args<'_>) -> NativeResult {
    Ok(Value::Bool(exception(&args)?.suppress_context.get()))
}

fn exception_traceback(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let exception = exception(&args)?;
    Ok(traceback_of(vm, &exception))
}

/// The traceback object of an exception: `tb_lineno`, `tb_next`.
pub(crate) fn traceback_of(vm: &mut Vm, exception: &Exception) -> Value {
    let entries = exception.trace.borrow().clone();
    let mut next = Value::None;
    for entry in entries {
        let dict = vm.new_dict();
        dict.set_name(&intern("tb_lineno"), Value::Int(i64::from(entry.code.line(entry.op as usize))));
        dict.set_name(&intern("tb_next"), next);
        next = super::types::object(&vm.types.traceback, NativeData::Namespace(dict));
    }
    next
}

fn argument(args: &Args<'_>, index: usize) -> NativeResult {
    Ok(exception(args)?.args.borrow().get(index).cloned().unwrap_or(Value::None))
}

fn first_argument(_: &mut Vm, args: Args<'_>) -> NativeResult {
    argument(&args, 0)
}

fn os_error_errno(_: &mut Vm, args: Args<'_>) -> NativeResult {
    if exception(&args)?.args.borrow().len() < 2 { Ok(Value::None) } else { argument(&args, 0) }
}

fn os_error_strerror(_: &mut Vm, args: Args<'_>) -> NativeResult {
    argument(&args, 1)
}

fn os_error_filename(_: &mut Vm, args: Args<'_>) -> NativeResult {
    argument(&args, 2)
}

/// Attributes of exceptions that are no plain attributes; whether `name` is one.
pub(crate) fn set_exception_attr(exception: &Exc, name: &Str, value: &Value) -> Result<bool, Exc> {
    let linked = |what: &str| match value {
        Value::None => Ok(None),
        Value::Exception(other) => Ok(Some(other.clone())),
        _ => Err(type_error(format!("exception {what} must be None or derive from BaseException"))),
    };
    match name.as_str() {
        "__cause__" => {
            let old = exception.cause.replace(linked("cause")?);
            drop(old);
            exception.suppress_context.set(true);
        }
        "__context__" => {
            let old = exception.context.replace(linked("context")?);
            drop(old);
        }
        "__suppress_context__" => match value {
            Value::Bool(flag) => exception.suppress_context.set(*flag),
            _ => return Err(type_error("attribute value type must be bool")),
        },
        "__traceback__" => match value {
            Value::None => drop(exception.trace.take()),
            Value::Object(_) => {}
            _ => return Err(type_error("__traceback__ must be a traceback or None")),
        },
        "message" | "exceptions" if exception.group.borrow().is_some() => {
            return Err(attribute_error("readonly attribute"));
        }
        "args" => {
            let items = match value {
                Value::Tuple(items) => items.to_vec(),
                Value::List(list) => list.items.borrow().clone(),
                _ => return Err(type_error("args must be a tuple")),
            };
            let old = exception.args.replace(items);
            drop(old);
        }
        _ => return Ok(false),
    }
    Ok(true)
}

impl Vm {
    /// `repr` of what belongs to the machine; None for everything else.
    pub(crate) fn own_repr(&mut self, value: &Value) -> Result<Option<String>, Exc> {
        let address = value.address().unwrap_or(0);
        Ok(Some(match value {
            Value::Exception(exception) => {
                let class = self.class_of(value);
                let args = exception.args.borrow().clone();
                let name = class.name();
                match args.as_slice() {
                    [one] => format!("{name}({})", self.repr(one)?),
                    _ => format!("{name}{}", self.repr(&Value::tuple(args))?),
                }
            }
            Value::Class(class) => format!("<class '{}'>", self.full_name(class)),
            Value::Function(function) => format!("<function {} at {address:#x}>", function.qualname.borrow()),
            Value::Native(native) => match native.owner.borrow().upgrade() {
                Some(class) => format!("<method '{}' of '{}' objects>", native.name, class.name()),
                None => format!("<built-in function {}>", native.name),
            },
            Value::Method(method) => match &method.function {
                Value::Native(native) => {
                    let at = method.receiver.address().unwrap_or(0);
                    let name = self.type_name(&method.receiver);
                    format!("<built-in method {} of {name} object at {at:#x}>", native.name)
                }
                Value::Function(function) => {
                    let receiver = self.repr(&method.receiver)?;
                    format!("<bound method {} of {receiver}>", function.qualname.borrow())
                }
                other => format!("<bound method of {}>", self.type_name(other)),
            },
            Value::Generator(generator) => {
                let kind = match generator.kind {
                    GeneratorKind::Generator => "generator",
                    GeneratorKind::Coroutine => "coroutine",
                    GeneratorKind::AsyncGenerator => "async_generator",
                    GeneratorKind::Builtin(name) => {
                        return Ok(Some(format!("<{name} object at {address:#x}>")));
                    }
                };
                format!("<{kind} object {} at {address:#x}>", generator.qualname.borrow())
            }
            Value::Module(module) => match module.name.as_str() {
                "__main__" => format!("<module '__main__' from '{}'>", self.filename()),
                name => format!("<module '{name}'>"),
            },
            Value::Cell(_) => format!("<cell at {address:#x}>"),
            Value::Code(code) => format!(
                "<code object {} at {address:#x}, file \"{}\", line {}>",
                code.name, code.source.filename, code.first_line
            ),
            Value::Object(object) => match &object.data {
                NativeData::Property { .. } => format!("<property object at {address:#x}>"),
                NativeData::StaticMethod(function) => format!("<staticmethod({})>", self.repr(function)?),
                NativeData::ClassMethod(function) => format!("<classmethod({})>", self.repr(function)?),
                NativeData::Super(class, receiver) => {
                    let name = self.type_name(receiver);
                    format!("<super: <class '{}'>, <{name} object>>", class.name())
                }
                _ => match crate::asyncio::repr(self, value)? {
                    Some(text) => text,
                    None => return crate::stdlib::contextvars::repr(self, value),
                },
            },
            _ => return Ok(None),
        }))
    }

    /// The name of a class with its module, as its repr shows it.
    pub(crate) fn full_name(&mut self, class: &Rc<Class>) -> String {
        let qualname = class.qualname.borrow().clone();
        let module = class.dict.get_name(&self.names.module);
        match module.as_ref().and_then(Value::as_str) {
            Some(module) if module != "builtins" => format!("{module}.{qualname}"),
            Some(_) => qualname.to_string(),
            None if class.builtin => qualname.to_string(),
            None => format!("__main__.{qualname}"),
        }
    }

    /// What `super()` without arguments means in the running function.
    pub(crate) fn super_here(&mut self, fiber: &crate::vm::frame::Fiber) -> NativeResult {
        let missing = || crate::objects::runtime_error("super(): __class__ cell not found");
        let frame = fiber.frames.last().ok_or_else(missing)?;
        let function = frame.function.as_ref().ok_or_else(missing)?;
        let code = &function.code;
        let slot =
            code.local_names.iter().rposition(|name| name.as_str() == "__class__").ok_or_else(missing)?;
        let class = match &frame.values[slot] {
            Value::Cell(cell) => super::classes::class_in_cell(cell).ok_or_else(missing)?,
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
        Ok(super::classes::super_of(self, &class, &first))
    }

    /// The local variables of the running function, in a new dict.
    pub(crate) fn locals_here(&mut self, fiber: &crate::vm::frame::Fiber) -> NativeResult {
        let Some(frame) = fiber.frames.last() else { return Ok(Value::Dict(self.new_dict())) };
        let Some(function) = frame.function.clone() else { return Ok(Value::Dict(self.new_dict())) };
        if let Some(namespace) = &frame.namespace {
            return Ok(Value::Dict(namespace.clone()));
        }
        if function.code.name.as_str() == "<module>" {
            return Ok(Value::Dict(function.globals.clone()));
        }
        let dict = self.new_dict();
        for (name, value) in function.code.local_names.iter().zip(&frame.values) {
            let value = match value {
                Value::Cell(cell) => cell.value.borrow().clone(),
                value => value.clone(),
            };
            if !value.is_nothing() && !name.starts_with('.') {
                dict.set_name(name, value);
            }
        }
        Ok(Value::Dict(dict))
    }
}
