//! Making instances: `__new__`, `__init__`, and what a class that derives from a builtin type holds. Mirrors `type_call`
//! and `object_new`.

use std::rc::Rc;

use crate::native::NativeResult;
use crate::objects::{Class, ClassKind, Exc, ExcClass, ExcKind, Exception, Instance, NativeData, type_error};
use crate::value::Value;
use crate::vm::call::Keywords;
use crate::vm::frame::{Fiber, OnReturn, Stop};
use crate::vm::requests::both;
use crate::vm::{Request, Vm};

impl Vm {
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
        if let Some(new) = self.lookup(class, &self.names.new) {
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
                    ClassKind::Exception(ExcKind::OSError) if (2..=5).contains(&positional.len()) => {
                        ExcClass::Builtin(os_error_kind(&positional[0]))
                    }
                    ClassKind::Exception(kind) => ExcClass::Builtin(kind),
                    _ => ExcClass::User(class.clone()),
                },
                false => ExcClass::User(class.clone()),
            };
            // The names of files are no arguments. Mirrors `oserror_init`.
            let (positional, files) = match positional {
                [_, _, file, rest @ ..] if kind.is(ExcKind::OSError) && !file.is_none() && rest.len() < 3 => {
                    let second = rest.get(1).cloned().unwrap_or(Value::None);
                    (&positional[..2], Some(Value::tuple(vec![file.clone(), second])))
                }
                _ => (positional, None),
            };
            let exception = Exception::with_class(class, positional.to_vec());
            exception.files.replace(files);
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
                    if own_init && Rc::ptr_eq(&base, &self.types.task) {
                        let found = crate::asyncio::task_arguments(positional, keywords);
                        arguments.extend(found.0);
                        named = found.1;
                    } else if !(own_init && by_init) {
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
            crate::asyncio::attributes::note_derived(&instance);
        }
        Ok(Value::Instance(instance))
    }

    /// Whether calling a class makes an exception of its arguments, and that is all.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn makes_plain_exceptions(&self, class: &Rc<Class>) -> bool {
        matches!(class.kind, ClassKind::Exception(_))
            && (class.plain.get() == class.version.get() || self.check_plain_exceptions(class))
    }

    #[cold]
    fn check_plain_exceptions(&self, class: &Rc<Class>) -> bool {
        let ClassKind::Exception(kind) = class.kind else { return false };
        let own = |name| !matches!(self.lookup(class, name), None | Some(Value::Native(_)));
        let plain = class.has_version()
            && !kind.is(ExcKind::BaseExceptionGroup)
            && !kind.is(ExcKind::OSError)
            && !class.abstract_methods.get()
            && class.metaclass.borrow().is_none()
            && !own(&self.names.new)
            && !own(&self.names.init);
        if plain {
            class.plain.set(class.version.get());
        }
        plain
    }

    /// What calling such a class gives.
    #[cfg_attr(page, optimize(speed))]
    pub(super) fn plain_exception(&mut self, class: &Rc<Class>, arguments: Vec<Value>) -> Value {
        let class = match class.kind {
            ClassKind::Exception(kind) if class.builtin => ExcClass::Builtin(kind),
            _ => ExcClass::User(class.clone()),
        };
        let exception = Exception::with_class(class, arguments);
        self.heap.exception(&exception);
        Value::Exception(exception)
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
        match self.lookup(&actual, &self.names.init) {
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
                            self.lookup(class, &self.names.new),
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
