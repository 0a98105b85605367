//! Calls of every kind of callable, and the binding of arguments to parameters.

use std::rc::Rc;

use crate::code::CodeKind;
use crate::native::NativeResult;
use crate::objects::{
    Class, ClassKind, Exc, ExcClass, ExcKind, Exception, Function, Instance, NativeData, error, type_error,
};
use crate::value::Value;
use crate::vm::deliver::both;
use crate::vm::frame::{Fiber, Frame, OnReturn, Stop};
use crate::vm::{Request, Vm};

/// Keyword arguments: names and values.
pub(crate) type Keywords = Vec<(Value, Value)>;

/// Puts the cells of a function's free variables into its last slots.
pub(crate) fn fill_closure(function: &Function, values: &mut [Value]) {
    let closure = function.closure.borrow();
    let slots = function.code.local_names.len();
    for (place, cell) in values[slots - closure.len()..slots].iter_mut().zip(closure.iter()) {
        *place = Value::Cell(cell.clone());
    }
}

/// Completes the arguments of a simple function of which not the exact number was given.
#[cold]
pub(crate) fn fill_defaults(function: &Function, values: &mut Vec<Value>) -> Result<(), Exc> {
    let wanted = usize::from(function.code.parameters.positional);
    let defaults = function.defaults.borrow();
    let given = values.len();
    if given > wanted {
        return Err(too_many(function, given, 0));
    }
    let first_default = wanted - defaults.len().min(wanted);
    if given < first_default {
        let missing: Vec<&str> =
            (given..first_default).map(|slot| function.code.local_names[slot].as_str()).collect();
        return Err(missing_arguments(function, "positional", &missing));
    }
    values.extend(defaults[given - first_default..].iter().cloned());
    values.resize(function.code.local_names.len(), Value::Nothing);
    fill_closure(function, values);
    Ok(())
}

fn too_many(function: &Function, given: usize, keyword_only_given: usize) -> Exc {
    let parameters = &function.code.parameters;
    let most = usize::from(parameters.positional);
    let defaults = function.defaults.borrow().len();
    let (takes, plural) = match defaults {
        0 => (most.to_string(), most != 1),
        _ => (format!("from {} to {most}", most - defaults.min(most)), true),
    };
    let arguments = if plural { "arguments" } else { "argument" };
    let were = if given == 1 && keyword_only_given == 0 { "was" } else { "were" };
    let extra = if keyword_only_given == 0 {
        String::new()
    } else {
        let s = |n: usize| if n == 1 { "" } else { "s" };
        format!(
            " positional argument{} (and {keyword_only_given} keyword-only argument{})",
            s(given),
            s(keyword_only_given)
        )
    };
    let name = function.qualname.borrow();
    type_error(format!("{name}() takes {takes} positional {arguments} but {given}{extra} {were} given"))
}

fn missing_arguments(function: &Function, kind: &str, names: &[&str]) -> Exc {
    let list = match names {
        [one] => format!("'{one}'"),
        [one, two] => format!("'{one}' and '{two}'"),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(|name| format!("'{name}'")).collect();
            format!("{}, and '{last}'", rest.join(", "))
        }
        [] => String::new(),
    };
    let plural = if names.len() == 1 { "" } else { "s" };
    let name = function.qualname.borrow();
    type_error(format!("{name}() missing {} required {kind} argument{plural}: {list}", names.len()))
}

impl Vm {
    /// Binds arguments to parameters in a fresh frame.
    pub(crate) fn bind(
        &mut self,
        function: &Rc<Function>,
        positional: Vec<Value>,
        keywords: Keywords,
    ) -> Result<Box<Frame>, Exc> {
        let mut frame = self.frame_from_pool();
        match self.bind_into(function, positional, keywords, &mut frame.values) {
            Ok(()) => {
                frame.function = Some(function.clone());
                Ok(frame)
            }
            Err(error) => {
                self.recycle(frame);
                Err(error)
            }
        }
    }

    fn bind_into(
        &mut self,
        function: &Rc<Function>,
        mut positional: Vec<Value>,
        keywords: Keywords,
        values: &mut Vec<Value>,
    ) -> Result<(), Exc> {
        let code = &function.code;
        let parameters = &code.parameters;
        let slots = code.local_names.len();
        let wanted = usize::from(parameters.positional);
        if positional.len() == wanted && keywords.is_empty() && code.is_simple() {
            values.reserve(slots + code.stack_size as usize);
            values.append(&mut positional);
            values.resize(slots, Value::Nothing);
            fill_closure(function, values);
            return Ok(());
        }
        let keyword_only = usize::from(parameters.keyword_only);
        values.reserve(slots + code.stack_size as usize);
        values.resize(slots, Value::Nothing);

        let given = positional.len();
        let extra = if given > wanted { positional.split_off(wanted) } else { Vec::new() };
        for (place, value) in values.iter_mut().zip(positional) {
            *place = value;
        }
        let mut unknown = Vec::new();
        for (name, value) in keywords {
            let Some(text) = name.as_str() else { return Err(type_error("keywords must be strings")) };
            let first = usize::from(parameters.positional_only);
            let found = (first..wanted + keyword_only).find(|slot| code.local_names[*slot].as_str() == text);
            match found {
                Some(slot) => {
                    if !values[slot].is_nothing() {
                        let function = function.qualname.borrow();
                        return Err(type_error(format!(
                            "{function}() got multiple values for argument '{text}'"
                        )));
                    }
                    values[slot] = value;
                }
                None if parameters.var_kwargs => unknown.push((name, value)),
                None => return Err(unexpected_keyword(function, text)),
            }
        }
        if !extra.is_empty() && !parameters.var_args {
            let keyword_only_given =
                values[wanted..wanted + keyword_only].iter().filter(|v| !v.is_nothing()).count();
            return Err(too_many(function, given, keyword_only_given));
        }
        {
            let defaults = function.defaults.borrow();
            let first_default = wanted - defaults.len().min(wanted);
            let missing: Vec<&str> = (given.min(wanted)..first_default)
                .filter(|slot| values[*slot].is_nothing())
                .map(|slot| code.local_names[slot].as_str())
                .collect();
            if !missing.is_empty() {
                return Err(missing_arguments(function, "positional", &missing));
            }
            for slot in given.max(first_default)..wanted {
                if values[slot].is_nothing() {
                    values[slot] = defaults[slot - first_default].clone();
                }
            }
        }
        if keyword_only > 0 {
            let defaults = function.kw_defaults.borrow().clone();
            let mut missing = Vec::new();
            for (place, name) in values.iter_mut().zip(&code.local_names).skip(wanted).take(keyword_only) {
                if place.is_nothing() {
                    match defaults.as_ref().and_then(|defaults| defaults.get_name(name)) {
                        Some(value) => *place = value,
                        None => missing.push(name.as_str()),
                    }
                }
            }
            if !missing.is_empty() {
                return Err(missing_arguments(function, "keyword-only", &missing));
            }
        }
        let mut slot = wanted + keyword_only;
        if parameters.var_args {
            values[slot] = Value::tuple(extra);
            slot += 1;
        }
        if parameters.var_kwargs {
            let dict = self.new_dict();
            for (name, value) in unknown {
                self.dict_set(&dict, name, value)?;
            }
            values[slot] = Value::Dict(dict);
        }
        fill_closure(function, values);
        Ok(())
    }

    /// Asks for a call; `receiver` comes first unless it is `Nothing`. Always gives `Nothing`.
    pub(crate) fn request_call(
        &mut self,
        callable: Value,
        receiver: Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
    ) -> NativeResult {
        if !receiver.is_nothing() {
            positional.insert(0, receiver);
        }
        self.request = Some(Request::Call { callable, positional, keywords, then: OnReturn::Push });
        Ok(Value::Nothing)
    }

    /// The same with something to do with the result first.
    pub(crate) fn request_then(
        &mut self,
        callable: Value,
        positional: Vec<Value>,
        then: OnReturn,
    ) -> NativeResult {
        self.request = Some(Request::Call { callable, positional, keywords: Vec::new(), then });
        Ok(Value::Nothing)
    }

    /// `f(*args, **kwargs)`.
    pub(crate) fn request_call_ex(
        &mut self,
        callable: Value,
        receiver: Value,
        arguments: &Value,
        keywords: &Value,
    ) -> NativeResult {
        let positional = match arguments {
            Value::Tuple(items) => items.to_vec(),
            Value::List(list) => list.items.borrow().clone(),
            other => {
                let name = self.type_name(other);
                return Err(type_error(format!("argument after * must be an iterable, not {name}")));
            }
        };
        let keywords = match keywords {
            Value::Dict(dict) => dict.entries(),
            _ => Vec::new(),
        };
        self.request_call(callable, receiver, positional, keywords)
    }

    /// Calls anything; the result goes to the top frame of the fiber.
    pub(crate) fn call_with(
        &mut self,
        fiber: &mut Fiber,
        callable: Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        match &callable {
            Value::Function(function) => {
                let mut frame = self.bind(function, positional, keywords)?;
                if function.code.kind != CodeKind::Plain {
                    let generator = self.new_generator(frame);
                    self.note_origin(fiber, &generator);
                    return self.deliver(fiber, then, generator);
                }
                frame.on_return = then;
                if self.depth + fiber.frames.len() >= self.recursion_limit {
                    self.recycle(frame);
                    return Err(super::deliver::recursion_error());
                }
                fiber.frames.push(frame);
                Ok(None)
            }
            Value::Native(native) => {
                let value = self.call_native(native.body, &positional, keywords)?;
                self.settle(fiber, then, value)
            }
            Value::Method(method) => {
                positional.insert(0, method.receiver.clone());
                self.call_with(fiber, method.function.clone(), positional, keywords, then)
            }
            Value::Class(class) => {
                if class.metaclass.borrow().is_some()
                    && let Some(hook) = self.user_method(&callable, &self.names.call.clone())
                {
                    positional.insert(0, callable.clone());
                    return self.call_with(fiber, hook, positional, keywords, then);
                }
                self.instantiate(fiber, class, positional, keywords, then)
            }
            Value::Object(object) => match &object.data {
                NativeData::StaticMethod(function) => {
                    self.call_with(fiber, function.clone(), positional, keywords, then)
                }
                _ => self.call_object(fiber, &callable, positional, keywords, then),
            },
            _ => self.call_object(fiber, &callable, positional, keywords, then),
        }
    }

    fn call_object(
        &mut self,
        fiber: &mut Fiber,
        callable: &Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        match self.special_method(callable, &self.names.call.clone()) {
            Some(method) => {
                positional.insert(0, callable.clone());
                self.call_with(fiber, method, positional, keywords, then)
            }
            None => {
                let name = self.type_name(callable);
                Err(type_error(format!("'{name}' object is not callable")))
            }
        }
    }

    /// Delivers what a native gave, or carries out what it asks for.
    fn settle(&mut self, fiber: &mut Fiber, then: OnReturn, value: Value) -> Result<Option<Stop>, Exc> {
        if value.is_nothing() {
            return self.carry_out(fiber, then);
        }
        self.deliver(fiber, then, value)
    }

    /// Makes an instance, whatever the metaclass says. Mirrors `type_call`.
    pub(crate) fn instantiate(
        &mut self,
        fiber: &mut Fiber,
        class: &Rc<Class>,
        mut positional: Vec<Value>,
        keywords: Keywords,
        then: OnReturn,
    ) -> Result<Option<Stop>, Exc> {
        if class.builtin && !matches!(class.kind, ClassKind::Exception(_)) {
            let Some(constructor) = class.constructor.get() else {
                return Err(type_error(format!("cannot create '{}' instances", class.name())));
            };
            positional.insert(0, Value::Class(class.clone()));
            let value = self.call_native(constructor, &positional, keywords)?;
            return self.settle(fiber, then, value);
        }
        if let Some(new) = class.lookup(&self.names.new) {
            let new = match &new {
                Value::Object(object) => match &object.data {
                    NativeData::StaticMethod(function) => function.clone(),
                    _ => new.clone(),
                },
                _ => new.clone(),
            };
            if !matches!(new, Value::Native(_)) {
                let mut arguments = vec![Value::Class(class.clone())];
                arguments.extend(positional.iter().cloned());
                let parts = (Value::Class(class.clone()), positional, keywords.clone());
                let then = both(OnReturn::New(Box::new(parts)), then);
                return self.call_with(fiber, new, arguments, keywords, then);
            }
        }
        let instance = self.new_instance(class, &positional, &keywords)?;
        if instance.is_nothing() {
            let parts = (Value::Class(class.clone()), positional, keywords);
            return self.carry_out(fiber, both(OnReturn::New(Box::new(parts)), then));
        }
        let value = self.after_new(&Value::Class(class.clone()), instance, positional, keywords)?;
        self.settle(fiber, then, value)
    }

    /// An instance before `__init__`: what `object.__new__` gives.
    pub(crate) fn new_instance(
        &mut self,
        class: &Rc<Class>,
        positional: &[Value],
        keywords: &Keywords,
    ) -> NativeResult {
        if class.abstract_methods.get() {
            return Err(self.abstract_error(class)?);
        }
        if let ClassKind::Exception(kind) = class.kind {
            if kind.is(ExcKind::BaseExceptionGroup) {
                return self.new_group(class, positional).map(Value::Exception);
            }
            let class = match class.builtin {
                true => match class.kind {
                    ClassKind::Exception(ExcKind::OSError) if positional.len() >= 2 => {
                        ExcClass::Builtin(os_error_kind(&positional[0]))
                    }
                    ClassKind::Exception(kind) => ExcClass::Builtin(kind),
                    _ => ExcClass::User(class.clone()),
                },
                false => ExcClass::User(class.clone()),
            };
            let exception = Exception::with_class(class, positional.to_vec());
            self.heap.exception(&exception);
            return Ok(Value::Exception(exception));
        }
        // A class that derives from a builtin type holds a value of that type.
        let ancestor = class.ancestors.borrow().iter().find(|class| class.builtin).cloned();
        let base = match ancestor {
            Some(base) if Rc::ptr_eq(&base, &self.types.type_) => {
                return self.class_of_parts(class, positional, keywords.clone());
            }
            Some(base) if !Rc::ptr_eq(&base, &self.types.object) => match base.constructor.get() {
                Some(constructor) => {
                    let own_init = matches!(class.lookup(&self.names.init), Some(Value::Function(_)));
                    let mut arguments = vec![Value::Class(base.clone())];
                    // Mutable containers are filled by `__init__`, the others are made by `__new__`.
                    let by_init = ["list", "dict", "set", "deque"].contains(&base.name().as_str());
                    let mut named = Vec::new();
                    if !(own_init && by_init) {
                        arguments.extend(positional.iter().cloned());
                        named.clone_from(keywords);
                    }
                    let value = self.call_native(constructor, &arguments, named)?;
                    Some(self.finish_nested(value)?)
                }
                None => return Err(type_error(format!("cannot derive from '{}'", base.name()))),
            },
            _ => None,
        };
        let dict = self.new_dict();
        let on_drop = match class.finalizes.get() {
            true => std::cell::OnceCell::from(self.dropped.clone()),
            false => std::cell::OnceCell::new(),
        };
        let has_base = base.is_some();
        let instance = Rc::new(Instance { class: class.clone().into(), dict, base, on_drop });
        if has_base {
            crate::asyncio::note_derived(self, &instance);
        }
        Ok(Value::Instance(instance))
    }

    /// The TypeError of a class whose abstract methods are not all there.
    fn abstract_error(&mut self, class: &Rc<Class>) -> Result<Exc, Exc> {
        let missing = class.lookup(&self.names.abstract_methods);
        let mut names: Vec<String> = match &missing {
            Some(names) => self.collect(names)?.unwrap_or_default(),
            None => Vec::new(),
        }
        .iter()
        .filter_map(|name| name.as_str().map(|name| format!("'{name}'")))
        .collect();
        names.sort();
        let s = if names.len() == 1 { "" } else { "s" };
        let (class, names) = (class.name(), names.join(", "));
        Ok(type_error(format!(
            "Can't instantiate abstract class {class} without an implementation for abstract method{s} {names}"
        )))
    }

    /// Calls `__init__` on what `__new__` gave; the instance itself if there is none.
    pub(crate) fn after_new(
        &mut self,
        class: &Value,
        instance: Value,
        mut positional: Vec<Value>,
        keywords: Keywords,
    ) -> NativeResult {
        let Value::Class(class) = class else { return Ok(instance) };
        let actual = self.class_of(&instance);
        if !actual.is_subclass(class) {
            return Ok(instance);
        }
        match actual.lookup(&self.names.init) {
            Some(init @ (Value::Function(_) | Value::Instance(_) | Value::Method(_))) => {
                positional.insert(0, instance.clone());
                self.request = Some(Request::Call {
                    callable: init,
                    positional,
                    keywords,
                    then: OnReturn::Init(instance),
                });
                Ok(Value::Nothing)
            }
            _ => {
                match &instance {
                    Value::Instance(object) if object.base.is_none() => {
                        let custom_new = matches!(
                            class.lookup(&self.names.new),
                            Some(Value::Object(_) | Value::Function(_))
                        );
                        let given = !positional.is_empty() || !keywords.is_empty();
                        if !custom_new && given {
                            return Err(type_error(format!("{}() takes no arguments", class.name())));
                        }
                    }
                    Value::Exception(exception) => {
                        if exception.group.borrow().is_some() {
                            // `__new__` may have taken others.
                            drop(exception.args.replace(positional));
                        }
                        self.init_exception(exception, keywords)?;
                    }
                    _ => {}
                }
                Ok(instance)
            }
        }
    }

    /// The keywords that builtin exceptions take.
    pub(crate) fn init_exception(&mut self, exception: &Exc, keywords: Keywords) -> Result<(), Exc> {
        for (name, value) in keywords {
            let known = match exception.kind() {
                kind if kind.is(ExcKind::ImportError) => {
                    ["name", "path"].contains(&name.as_str().unwrap_or(""))
                }
                kind if kind.is(ExcKind::AttributeError) => {
                    ["name", "obj"].contains(&name.as_str().unwrap_or(""))
                }
                kind if kind.is(ExcKind::NameError) => name.as_str() == Some("name"),
                _ => false,
            };
            let Value::Str(text) = &name else { continue };
            if !known {
                let class = self.class_of(&Value::Exception(exception.clone()));
                return Err(type_error(format!("{}() takes no keyword arguments", class.name())));
            }
            exception.dict.set_name(text, value);
        }
        Ok(())
    }

    /// What `raise` does with its operands; None if a call was requested first.
    pub(crate) fn prepare_raise(&mut self, exception: Value, cause: Value) -> Result<Option<Exc>, Exc> {
        let raised = match exception {
            Value::Exception(exception) => exception,
            Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                let plain = class.builtin;
                if !plain {
                    self.request_then(Value::Class(class), Vec::new(), OnReturn::Raise(cause))?;
                    return Ok(None);
                }
                match self.new_instance(&class, &[], &Vec::new())? {
                    Value::Exception(exception) => exception,
                    _ => return Err(type_error("exceptions must derive from BaseException")),
                }
            }
            _ => return Err(type_error("exceptions must derive from BaseException")),
        };
        match cause {
            Value::Nothing => {}
            Value::None => {
                raised.cause.replace(None);
                raised.suppress_context.set(true);
            }
            Value::Exception(cause) => {
                raised.cause.replace(Some(cause));
                raised.suppress_context.set(true);
            }
            Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                if let Value::Exception(cause) = self.new_instance(&class, &[], &Vec::new())? {
                    raised.cause.replace(Some(cause));
                    raised.suppress_context.set(true);
                }
            }
            _ => return Err(type_error("exception causes must derive from BaseException")),
        }
        Ok(Some(raised))
    }

    /// Whether an `except` clause takes an exception.
    pub(crate) fn exception_matches(&mut self, exception: &Exc, class: &Value) -> Result<bool, Exc> {
        match class {
            Value::Class(class) if matches!(class.kind, ClassKind::Exception(_)) => {
                let own = self.class_of(&Value::Exception(exception.clone()));
                Ok(own.is_subclass(class))
            }
            Value::Tuple(classes) => {
                for class in classes.iter() {
                    if self.exception_matches(exception, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => Err(error(
                ExcKind::TypeError,
                "catching classes that do not inherit from BaseException is not allowed",
            )),
        }
    }
}

/// The class of an OSError with that number. Mirrors `PyOS`'s table of `errno` classes.
fn os_error_kind(number: &Value) -> ExcKind {
    match number.as_int() {
        Some(1 | 13) => ExcKind::PermissionError,
        Some(2) => ExcKind::FileNotFoundError,
        Some(3) => ExcKind::ProcessLookupError,
        Some(4) => ExcKind::InterruptedError,
        Some(10) => ExcKind::ChildProcessError,
        Some(11 | 114 | 115) => ExcKind::BlockingIOError,
        Some(17) => ExcKind::FileExistsError,
        Some(20) => ExcKind::NotADirectoryError,
        Some(21) => ExcKind::IsADirectoryError,
        Some(32 | 108) => ExcKind::BrokenPipeError,
        Some(103) => ExcKind::ConnectionAbortedError,
        Some(104) => ExcKind::ConnectionResetError,
        Some(110) => ExcKind::TimeoutError,
        Some(111) => ExcKind::ConnectionRefusedError,
        _ => ExcKind::OSError,
    }
}

fn unexpected_keyword(function: &Function, name: &str) -> Exc {
    let parameters = &function.code.parameters;
    let callee = function.qualname.borrow();
    let names = &function.code.local_names;
    if names[..usize::from(parameters.positional_only)].iter().any(|n| n.as_str() == name) {
        return type_error(format!(
            "{callee}() got some positional-only arguments passed as keyword arguments: '{name}'"
        ));
    }
    let first = usize::from(parameters.positional_only);
    let last = usize::from(parameters.positional) + usize::from(parameters.keyword_only);
    let candidates = names[first..last].iter().map(|name| name.as_str());
    crate::native::unexpected_keyword(&callee, name, &candidates.collect::<Vec<_>>())
}
