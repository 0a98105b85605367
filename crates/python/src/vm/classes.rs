//! Classes: what type a value has, making new ones, `isinstance`, `super`.

use std::rc::Rc;

use crate::code::CodeKind;
use crate::native::{Args, NativeResult};
use crate::objects::{
    Cell, Class, ClassKind, Dict, Exc, ExcClass, Function, GeneratorKind, NativeData, Str, ViewKind,
    type_error,
};
use crate::op::MakeFunction;
use crate::value::Value;
use crate::vm::frame::{ClassParts, OnReturn};
use crate::vm::{Request, Vm};

impl Vm {
    /// `type(value)`.
    #[must_use]
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        let types = &self.types;
        match value {
            Value::Instance(instance) => instance.class.borrow().clone(),
            Value::Exception(exception) => match &exception.class {
                ExcClass::Builtin(kind) => types.exception(*kind).clone(),
                ExcClass::User(class) => class.clone(),
            },
            Value::Object(object) => object.class.clone(),
            Value::Nothing | Value::None => types.none.clone(),
            Value::Bool(_) => types.bool_.clone(),
            Value::Int(_) | Value::BigInt(_) => types.int.clone(),
            Value::Float(_) => types.float.clone(),
            Value::NotImplemented => types.not_implemented.clone(),
            Value::Ellipsis => types.ellipsis.clone(),
            Value::Str(_) => types.str_.clone(),
            Value::Bytes(_) => types.bytes.clone(),
            Value::Tuple(_) => types.tuple.clone(),
            Value::List(_) => types.list.clone(),
            Value::Dict(_) => types.dict.clone(),
            Value::Set(_) => types.set.clone(),
            Value::FrozenSet(_) => types.frozenset.clone(),
            Value::Range(_) => types.range.clone(),
            Value::Slice(_) => types.slice.clone(),
            Value::View(view) => match view.kind {
                ViewKind::Keys => types.dict_keys.clone(),
                ViewKind::Values => types.dict_values.clone(),
                ViewKind::Items => types.dict_items.clone(),
            },
            Value::Iter(iter) => types.iterator(&iter.state.borrow()),
            Value::Function(_) => types.function.clone(),
            Value::Method(method) if matches!(method.function, Value::Native(_)) => types.builtin.clone(),
            Value::Method(_) => types.method.clone(),
            Value::Native(native) => match native.owner.borrow().upgrade() {
                Some(_) => types.method_descriptor.clone(),
                None => types.builtin.clone(),
            },
            Value::Class(class) => class.metaclass.borrow().clone().unwrap_or_else(|| types.type_.clone()),
            Value::Generator(generator) => match generator.kind {
                GeneratorKind::Generator => types.generator.clone(),
                GeneratorKind::Coroutine => types.coroutine.clone(),
                GeneratorKind::AsyncGenerator => types.async_generator.clone(),
                GeneratorKind::Builtin(name) => types.rare(name),
            },
            Value::Module(_) => types.module.clone(),
            Value::Cell(_) => types.cell.clone(),
            Value::Code(_) => types.code.clone(),
        }
    }

    /// The name of a value's type as messages show it: most often `type(value).__name__`.
    #[must_use]
    pub fn type_name(&self, value: &Value) -> String {
        let class = self.class_of(value);
        // Classes of CPython's C modules have the module in their name where messages show it (`tp_name`).
        match class.dict.get_name(&self.names.tp_name) {
            Some(Value::Str(name)) => name.to_string(),
            _ => class.name().to_string(),
        }
    }

    /// `isinstance(value, class)` for one class.
    #[must_use]
    pub fn is_instance(&self, value: &Value, class: &Rc<Class>) -> bool {
        self.class_of(value).is_subclass(class)
    }

    /// A special method found in the class of a value, not in the value: to be called with the value first.
    pub(crate) fn special_method(&self, value: &Value, name: &Rc<Str>) -> Option<Value> {
        let class = self.class_of(value);
        let found = self.lookup(&class, name)?;
        match &found {
            Value::Object(object) => match &object.data {
                NativeData::StaticMethod(function) => Some(function.clone()),
                _ => Some(found),
            },
            _ => Some(found),
        }
    }

    /// The method of a class written in Python; builtin classes' own are left to `builtins::protocol`.
    pub(crate) fn user_method(&self, value: &Value, name: &Rc<Str>) -> Option<Value> {
        let class = match value {
            Value::Instance(instance) => instance.class.borrow().clone(),
            Value::Exception(exception) => match &exception.class {
                ExcClass::User(class) => class.clone(),
                ExcClass::Builtin(_) => return None,
            },
            Value::Class(class) => class.metaclass.borrow().clone()?,
            _ => return None,
        };
        match self.lookup(&class, name)? {
            Value::Native(_) => None,
            Value::Object(object) => match &object.data {
                NativeData::StaticMethod(function) => Some(function.clone()),
                _ => Some(Value::Object(object)),
            },
            found => Some(found),
        }
    }

    /// `Op::MakeFunction`.
    pub(crate) fn make_function(
        &mut self,
        outer: &Rc<Function>,
        flags: u8,
        values: &mut Vec<Value>,
    ) -> Value {
        let Some(Value::Code(code)) = values.pop() else { return Value::None };
        let mut closure = Vec::new();
        if flags & MakeFunction::CLOSURE != 0
            && let Some(Value::Tuple(cells)) = values.pop()
        {
            closure.extend(cells.iter().filter_map(|cell| match cell {
                Value::Cell(cell) => Some(cell.clone()),
                _ => None,
            }));
        }
        let mut dict = None;
        if flags & MakeFunction::ANNOTATIONS != 0
            && let Some(annotations) = values.pop()
        {
            let attributes = Rc::new(Dict::new());
            attributes.set_name(&self.names.annotations, annotations);
            dict = Some(attributes);
        }
        let mut kw_defaults = None;
        if flags & MakeFunction::KW_DEFAULTS != 0
            && let Some(Value::Dict(defaults)) = values.pop()
        {
            kw_defaults = Some(defaults);
        }
        let mut defaults = Vec::new();
        if flags & MakeFunction::DEFAULTS != 0
            && let Some(Value::Tuple(values)) = values.pop()
        {
            defaults = values.to_vec();
        }
        let function = Rc::new(Function {
            name: code.name.clone().into(),
            qualname: code.qualname.clone().into(),
            code,
            globals: outer.globals.clone(),
            closure: closure.into(),
            defaults: defaults.into(),
            kw_defaults: kw_defaults.into(),
            dict: dict.into(),
        });
        self.heap.function(&function);
        Value::Function(function)
    }

    /// The function behind `class` statements.
    pub(crate) fn build_class_function(&self) -> Value {
        super::types::native("__build_class__", build_class, Some("builtins"))
    }

    /// Makes a class of what its body left in the namespace. Mirrors `type.__new__`.
    pub(crate) fn finish_class(&mut self, parts: ClassParts, cell: &Value) -> NativeResult {
        let ClassParts { name, bases, keywords, namespace } = parts;
        let class = self.new_class(&name, &bases, &namespace)?;
        if let Value::Cell(cell) = cell {
            cell.value.replace(Value::Class(class.clone()));
        }
        self.announce_class(class, keywords)
    }

    /// `__set_name__` of what is in the namespace, then `__init_subclass__` of the parent.
    fn announce_class(&mut self, class: Rc<Class>, keywords: Vec<(Value, Value)>) -> NativeResult {
        for (key, value) in class.dict.entries() {
            if matches!(value, Value::Instance(_))
                && let Some(method) = self.special_method(&value, &self.names.set_name.clone())
            {
                self.call_nested(&method, &[value, Value::Class(class.clone()), key])?;
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

    /// A class written in Python.
    pub fn new_class(
        &mut self,
        name: &Rc<Str>,
        bases: &[Value],
        namespace: &Rc<Dict>,
    ) -> Result<Rc<Class>, Exc> {
        let mut parents = Vec::new();
        for base in bases {
            match base {
                Value::Class(class) => parents.push(class.clone()),
                other => match crate::builtins::alias::origin(other) {
                    Some(origin) => parents.push(origin),
                    None => {
                        let name = self.type_name(other);
                        return Err(type_error(format!("bases must be types, not '{name}'")));
                    }
                },
            }
        }
        if parents.is_empty() {
            parents.push(self.types.object.clone());
        }
        for parent in &parents {
            let closed =
                ["bool", "NoneType", "function", "range", "slice", "generator", "coroutine", "method"];
            if parent.builtin && closed.contains(&parent.name().as_str()) {
                return Err(type_error(format!("type '{}' is not an acceptable base type", parent.name())));
            }
        }
        let ancestors = linearize(&parents)?;
        self.charge(512 + ancestors.len() * 16)?;
        let kind = ancestors
            .iter()
            .find_map(|class| match class.kind {
                ClassKind::Exception(kind) if class.builtin => Some(ClassKind::Exception(kind)),
                _ => None,
            })
            .unwrap_or(ClassKind::Instance);
        let dict = self.new_dict();
        for (key, value) in namespace.entries() {
            if let Value::Str(key) = &key {
                if **key == *self.names.classcell && matches!(value, Value::Cell(_)) {
                    continue;
                }
                let value = self.implied_binding(key, value);
                dict.set_name(key, value);
            }
        }
        if dict.get_name(&self.names.eq).is_some() && dict.get_name(&self.names.hash).is_none() {
            dict.set_name(&self.names.hash.clone(), Value::None);
        }
        if dict.get_name(&self.names.doc).is_none() {
            dict.set_name(&self.names.doc.clone(), Value::None);
        }
        let qualname = match dict.remove_name(&self.names.qualname) {
            Some(Value::Str(qualname)) => qualname,
            _ => name.clone(),
        };
        let metaclass = parents.iter().find_map(|parent| parent.metaclass.borrow().clone());
        let class = Rc::new(Class {
            name: name.clone().into(),
            qualname: qualname.into(),
            bases: parents.clone().into(),
            ancestors: ancestors.into(),
            dict,
            kind,
            builtin: false,
            subclasses: Vec::new().into(),
            version: std::cell::Cell::new(0),
            cache: Default::default(),
            constructor: std::cell::Cell::new(None),
            metaclass: metaclass.into(),
        });
        for parent in &parents {
            if !parent.builtin {
                parent.subclasses.borrow_mut().push(Rc::downgrade(&class));
            }
        }
        self.heap.class(&class);
        Ok(class)
    }

    /// Functions that are class or static methods by their name.
    fn implied_binding(&self, name: &Str, value: Value) -> Value {
        if !matches!(value, Value::Function(_)) {
            return value;
        }
        match name.as_str() {
            "__new__" => super::types::object(&self.types.staticmethod, NativeData::StaticMethod(value)),
            "__init_subclass__" | "__class_getitem__" => {
                super::types::object(&self.types.classmethod, NativeData::ClassMethod(value))
            }
            _ => value,
        }
    }

    /// Notes that a class was changed.
    pub(crate) fn class_changed(&mut self, class: &Rc<Class>) {
        class.version.set(class.version.get() + 1);
        class.cache.borrow_mut().clear();
        let subclasses: Vec<_> =
            class.subclasses.borrow().iter().filter_map(std::rc::Weak::upgrade).collect();
        for subclass in subclasses {
            self.class_changed(&subclass);
        }
    }

    /// [`Class::lookup`], remembered.
    pub(crate) fn lookup(&self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        let key = Rc::as_ptr(name) as usize;
        if let Some((kept, found)) = class.cache.borrow().get(&key)
            && Rc::ptr_eq(kept, name)
        {
            return found.clone();
        }
        let found = class.lookup(name);
        class.cache.borrow_mut().insert(key, (name.clone(), found.clone()));
        found
    }

    /// `isinstance(value, classes)` and `issubclass`.
    pub fn is_instance_of(&mut self, value: &Value, classes: &Value) -> Result<bool, Exc> {
        match classes {
            Value::Class(class) => Ok(self.is_instance(value, class)),
            Value::Tuple(items) => {
                for class in items.iter() {
                    if self.is_instance_of(value, class)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            _ => Err(type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
        }
    }
}

/// The C3 linearization of what comes after the class itself.
fn linearize(parents: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Exc> {
    let mut lists: Vec<Vec<Rc<Class>>> = parents
        .iter()
        .map(|parent| {
            let mut list = vec![parent.clone()];
            list.extend(parent.ancestors.borrow().iter().cloned());
            list
        })
        .collect();
    lists.push(parents.to_vec());
    let mut order = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(order);
        }
        let next = lists.iter().map(|list| list[0].clone()).find(|candidate| {
            !lists.iter().any(|list| list[1..].iter().any(|class| Rc::ptr_eq(class, candidate)))
        });
        let Some(next) = next else {
            let names: Vec<String> = lists.iter().map(|list| list[0].name().to_string()).collect();
            let mut unique: Vec<String> = Vec::new();
            for name in names {
                if !unique.contains(&name) {
                    unique.push(name);
                }
            }
            return Err(type_error(format!(
                "Cannot create a consistent method resolution order (MRO) for bases {}",
                unique.join(", ")
            )));
        };
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        order.push(next);
    }
}

/// `__build_class__(body, name, *bases, **keywords)`.
fn build_class(vm: &mut Vm, args: Args<'_>) -> NativeResult {
    let (Some(Value::Function(body)), Some(Value::Str(name))) = (args.get(0), args.get(1)) else {
        return Err(type_error("__build_class__: func must be a function"));
    };
    let bases = args.positional[2..].to_vec();
    let keywords: Vec<(Value, Value)> =
        args.names.iter().cloned().zip(args.keywords.iter().cloned()).collect();
    if keywords.iter().any(|(name, _)| name.as_str() == Some("metaclass")) {
        return Err(type_error("Loopscope does not support metaclasses yet"));
    }
    let namespace = vm.new_dict();
    debug_assert_eq!(body.code.kind, CodeKind::Plain, "class bodies are plain code");
    let parts = ClassParts { name: name.clone(), bases, keywords, namespace: namespace.clone() };
    vm.request = Some(Request::ClassBody {
        body: body.clone(),
        namespace,
        then: OnReturn::ClassBody(Box::new(parts)),
    });
    Ok(Value::Nothing)
}

/// `super()`: the class after which to look, found in the caller's `__class__` cell.
pub(crate) fn super_of(vm: &Vm, class: &Rc<Class>, receiver: &Value) -> Value {
    super::types::object(&vm.types.super_, NativeData::Super(class.clone(), receiver.clone()))
}

/// The value of a `__class__` cell.
pub(crate) fn class_in_cell(cell: &Cell) -> Option<Rc<Class>> {
    match &*cell.value.borrow() {
        Value::Class(class) => Some(class.clone()),
        _ => None,
    }
}
