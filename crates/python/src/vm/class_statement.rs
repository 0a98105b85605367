//! `class` statements: which metaclass makes the class, where its body puts its names, and who is told of it.
//!
//! Mirrors `builtin___build_class__` and `type_new` of CPython. Metaclasses are the program's code: they are called by
//! request, so that they may do what any call may; only `__prepare__`, `__mro_entries__` and `__set_name__` run nested.

use std::rc::Rc;

use crate::code::CodeKind;
use crate::native::{Args, NativeResult};
use crate::objects::{Class, Dict, Exc, NativeData, Str, type_error};
use crate::value::Value;
use crate::vm::call::Keywords;
use crate::vm::frame::{ClassParts, Namespace, OnReturn};
use crate::vm::{Request, Vm};

impl Vm {
    /// The function behind `class` statements.
    pub(crate) fn build_class_function(&self) -> Value {
        super::types::native("__build_class__", build_class, Some("builtins"))
    }

    /// Makes the class of what its body left in the namespace.
    pub(crate) fn finish_class(&mut self, parts: ClassParts, cell: &Value) -> NativeResult {
        let ClassParts { name, bases, original, keywords, namespace, metaclass } = parts;
        if let Some(original) = original {
            namespace.dict.set_name(&crate::vm::intern("__orig_bases__"), original);
        }
        if let Some(metaclass) = metaclass {
            let dict = || Value::Dict(namespace.dict.clone());
            let space = namespace.mapping.clone().unwrap_or_else(dict);
            let arguments = vec![Value::Str(name), Value::tuple(bases), space];
            return self.request_call(metaclass, Value::Nothing, arguments, keywords);
        }
        let parents = bases_of(self, &bases)?;
        self.make_class(&name, parents, &namespace.dict, None, keywords, cell)
    }

    /// `type.__new__`: a class, made known to what is in it and to its parent; gives `Nothing` if that is a call.
    pub(crate) fn make_class(
        &mut self,
        name: &Rc<Str>,
        parents: Vec<Rc<Class>>,
        namespace: &Rc<Dict>,
        metaclass: Option<Rc<Class>>,
        keywords: Keywords,
        cell: &Value,
    ) -> NativeResult {
        let class = self.new_class(name, parents, namespace, metaclass)?;
        let kept = namespace.get_name(&self.names.classcell);
        for cell in [Some(cell), kept.as_ref()].into_iter().flatten() {
            if let Value::Cell(cell) = cell {
                cell.value.replace(Value::Class(class.clone()));
            }
        }
        self.announce_class(class, keywords)
    }

    /// `type(name, bases, namespace)` of a metaclass.
    pub(crate) fn class_of_parts(
        &mut self,
        metaclass: &Rc<Class>,
        positional: &[Value],
        keywords: Keywords,
    ) -> NativeResult {
        let [name, bases, namespace] = positional else {
            return Err(type_error(format!(
                "type.__new__() takes exactly 3 arguments ({} given)",
                positional.len()
            )));
        };
        let wrong = |vm: &Vm, number: u32, wanted: &str, value: &Value| {
            let name = vm.type_name(value);
            type_error(format!("type.__new__() argument {number} must be {wanted}, not {name}"))
        };
        let Value::Str(name) = name else { return Err(wrong(self, 1, "str", name)) };
        let Value::Tuple(bases) = bases else { return Err(wrong(self, 2, "tuple", bases)) };
        let Value::Dict(namespace) = crate::builtins::convert::plain(namespace) else {
            return Err(wrong(self, 3, "dict", namespace));
        };
        let best = self.best_metaclass(metaclass, bases)?;
        let parents = bases_of(self, bases)?;
        let own = (!Rc::ptr_eq(&best, &self.types.type_)).then_some(best);
        self.make_class(name, parents, namespace, own, keywords, &Value::None)
    }

    /// The most derived of a metaclass and those of the bases. Mirrors `_PyType_CalculateMetaclass`.
    pub(crate) fn best_metaclass(&self, metaclass: &Rc<Class>, bases: &[Value]) -> Result<Rc<Class>, Exc> {
        let mut best = metaclass.clone();
        for base in bases {
            let own = self.class_of(base);
            if best.is_subclass(&own) {
                continue;
            }
            if !own.is_subclass(&best) {
                return Err(type_error(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of \
                     the metaclasses of all its bases",
                ));
            }
            best = own;
        }
        Ok(best)
    }

    /// `__set_name__` of what is in the namespace, then `__init_subclass__` of the parent.
    fn announce_class(&mut self, class: Rc<Class>, keywords: Keywords) -> NativeResult {
        for (key, value) in class.dict.entries() {
            if matches!(value, Value::Instance(_))
                && let Some(method) = self.user_method(&value, &self.names.set_name.clone())
            {
                let arguments = [value.clone(), Value::Class(class.clone()), key.clone()];
                if let Err(error) = self.call_nested(&method, &arguments) {
                    let kind = self.type_name(&value);
                    let (key, owner) = (self.repr(&key)?, class.name());
                    let note = format!("Error calling __set_name__ on '{kind}' instance {key} in '{owner}'");
                    self.add_note(&error, Value::from(note));
                    return Err(error);
                }
            }
        }
        let hook = class
            .ancestors
            .borrow()
            .iter()
            .find_map(|parent| parent.dict.get_name(&self.names.init_subclass));
        let hook = match hook {
            Some(Value::Object(object)) => match &object.data {
                NativeData::ClassMethod(function) => function.clone(),
                _ => return Ok(Value::Class(class)),
            },
            Some(function @ Value::Function(_)) => function,
            _ if keywords.is_empty() => return Ok(Value::Class(class)),
            _ => {
                return Err(type_error(format!(
                    "{}.__init_subclass__() takes no keyword arguments",
                    class.name()
                )));
            }
        };
        let receiver = Value::Class(class.clone());
        self.request = Some(Request::Call {
            callable: hook,
            positional: vec![receiver.clone()],
            keywords,
            then: OnReturn::Instead(receiver),
        });
        Ok(Value::Nothing)
    }

    /// The bases with what `__mro_entries__` makes of those that are no classes. Mirrors `types.resolve_bases`.
    fn resolve_bases(&mut self, written: &[Value]) -> Result<(Vec<Value>, Option<Value>), Exc> {
        if written.iter().all(|base| matches!(base, Value::Class(_))) {
            return Ok((written.to_vec(), None));
        }
        let mut bases = Vec::new();
        let mut changed = false;
        for base in written {
            if let Some(origin) = crate::builtins::alias::origin(base) {
                bases.push(Value::Class(origin));
                changed = true;
                continue;
            }
            let hook = match base {
                Value::Class(_) => None,
                other => self.find_attr(other, "__mro_entries__")?,
            };
            match hook {
                None => bases.push(base.clone()),
                Some(hook) => {
                    let Value::Tuple(entries) = self.call_nested(&hook, &[Value::tuple(written.to_vec())])?
                    else {
                        return Err(type_error("__mro_entries__ must return a tuple"));
                    };
                    bases.extend(entries.iter().cloned());
                    changed = true;
                }
            }
        }
        Ok((bases, changed.then(|| Value::tuple(written.to_vec()))))
    }

    /// What the metaclass wants the names of the body in.
    fn prepare(
        &mut self,
        metaclass: &Value,
        name: &Rc<Str>,
        bases: &[Value],
        keywords: &Keywords,
    ) -> Result<Namespace, Exc> {
        let hook = match metaclass {
            Value::Class(class) => match self.lookup(class, &self.names.prepare.clone()) {
                Some(Value::Native(_)) | None => None,
                Some(_) => self.find_attr(metaclass, "__prepare__")?,
            },
            other => self.find_attr(other, "__prepare__")?,
        };
        let Some(hook) = hook else { return Ok(Namespace { dict: self.new_dict(), mapping: None }) };
        let request = Request::Call {
            callable: hook,
            positional: vec![Value::Str(name.clone()), Value::tuple(bases.to_vec())],
            keywords: keywords.clone(),
            then: OnReturn::Push,
        };
        let space = self.run_nested(request)?;
        match (&space, crate::builtins::convert::plain(&space)) {
            (Value::Dict(dict), _) => Ok(Namespace { dict: dict.clone(), mapping: None }),
            (_, Value::Dict(dict)) => Ok(Namespace { dict: dict.clone(), mapping: Some(space.clone()) }),
            _ if self.special_method(&space, &self.names.getitem.clone()).is_some() => {
                Ok(Namespace { dict: self.new_dict(), mapping: Some(space) })
            }
            _ => {
                let kind = match metaclass {
                    Value::Class(class) => class.name().to_string(),
                    _ => "<metaclass>".to_owned(),
                };
                let found = self.type_name(&space);
                Err(type_error(format!("{kind}.__prepare__() must return a mapping, not {found}")))
            }
        }
    }
}

/// The classes in a tuple of bases.
fn bases_of(vm: &mut Vm, bases: &[Value]) -> Result<Vec<Rc<Class>>, Exc> {
    let mut parents = Vec::with_capacity(bases.len());
    for base in bases {
        match base {
            Value::Class(class) => parents.push(class.clone()),
            other if vm.find_attr(other, "__mro_entries__")?.is_some() => {
                return Err(type_error("type() doesn't support MRO entry resolution; use types.new_class()"));
            }
            _ => return Err(type_error("bases must be types")),
        }
    }
    Ok(parents)
}

/// `__build_class__(body, name, *bases, **keywords)`.
fn build_class(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (Some(Value::Function(body)), Some(Value::Str(name))) = (args.get(0), args.get(1)) else {
        return Err(type_error("__build_class__: func must be a function"));
    };
    debug_assert_eq!(body.code.kind, CodeKind::Plain, "class bodies are plain code");
    let (bases, original) = vm.resolve_bases(&args.positional[2..])?;
    let mut keywords: Keywords = args.names.iter().cloned().zip(args.keywords.iter().cloned()).collect();
    let given = keywords.iter().position(|(name, _)| name.as_str() == Some("metaclass"));
    let metaclass = match given.map(|at| keywords.remove(at).1) {
        Some(given) => given,
        None => bases
            .first()
            .map_or_else(|| Value::Class(vm.types.type_.clone()), |base| Value::Class(vm.class_of(base))),
    };
    let metaclass = match &metaclass {
        Value::Class(class) if class.is_subclass(&vm.types.type_) => {
            let best = vm.best_metaclass(class, &bases)?;
            (!Rc::ptr_eq(&best, &vm.types.type_)).then_some(Value::Class(best))
        }
        _ => Some(metaclass.clone()),
    };
    let namespace = match &metaclass {
        Some(metaclass) => vm.prepare(metaclass, name, &bases, &keywords)?,
        None => Namespace { dict: vm.new_dict(), mapping: None },
    };
    let namespace = Rc::new(namespace);
    let parts =
        ClassParts { name: name.clone(), bases, original, keywords, namespace: namespace.clone(), metaclass };
    vm.request = Some(Request::ClassBody {
        body: body.clone(),
        namespace,
        then: OnReturn::ClassBody(Box::new(parts)),
    });
    Ok(Value::Nothing)
}
