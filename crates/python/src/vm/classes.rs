//! Classes: what type a value has, making new ones, `isinstance`, `super`.

use std::rc::Rc;

use crate::objects::{
    Cell, Class, ClassKind, Dict, Exc, ExcClass, ExcKind, Function, GeneratorKind, NativeData, Slot, Str,
    ViewKind, next_version, type_error, value_error,
};
use crate::op::MakeFunction;
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;

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

    /// The class that an object says it is of, where its class has a property for that.
    fn claimed_class(&mut self, value: &Value) -> Result<Option<Rc<Class>>, Exc> {
        if !matches!(value, Value::Instance(_)) {
            return Ok(None);
        }
        match self.lookup(&self.class_of(value), &crate::vm::intern("__class__")) {
            Some(Value::Object(_)) => match self.get_attr(value, "__class__")? {
                Value::Class(claimed) => Ok(Some(claimed)),
                _ => Ok(None),
            },
            _ => Ok(None),
        }
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
            dict: None.into(),
            described: dict.into(),
        });
        self.heap.function(&function);
        Value::Function(function)
    }

    /// A class written in Python, of classes and a namespace. Mirrors `type_new_impl`.
    pub(crate) fn new_class(
        &mut self,
        name: &Rc<Str>,
        parents: Vec<Rc<Class>>,
        namespace: &Rc<Dict>,
        metaclass: Option<Rc<Class>>,
    ) -> Result<Rc<Class>, Exc> {
        let parents = if parents.is_empty() { vec![self.types.object.clone()] } else { parents };
        for parent in &parents {
            let closed = [
                "bool",
                "NoneType",
                "function",
                "range",
                "slice",
                "generator",
                "coroutine",
                "method",
                "builtin_function_or_method",
                "ellipsis",
                "NotImplementedType",
                "async_generator",
                "cell",
                "code",
                "frame",
                "traceback",
                "mappingproxy",
                "dict_keys",
                "dict_values",
                "dict_items",
                "memoryview",
                "method_descriptor",
                "member_descriptor",
            ];
            if parent.builtin && closed.contains(&parent.name().as_str()) {
                return Err(type_error(format!("type '{}' is not an acceptable base type", parent.name())));
            }
        }
        self.check_layout(&parents)?;
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
        let slots = match dict.get_name(&self.names.slots) {
            Some(slots) => Some(self.make_slots(name, &dict, &slots)?),
            None => None,
        };
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
        let with_dict = slots.unwrap_or(true) || ancestors.iter().any(|class| class.has_dict);
        let finalizes =
            dict.get_name(&self.names.del).is_some() || ancestors.iter().any(|class| class.finalizes.get());
        let class = Rc::new(Class {
            name: name.clone().into(),
            qualname: qualname.into(),
            bases: parents.clone().into(),
            ancestors: ancestors.into(),
            dict,
            kind,
            builtin: false,
            subclasses: Vec::new().into(),
            version: std::cell::Cell::new(next_version()),
            plain: std::cell::Cell::new(0),
            cache: Default::default(),
            constructor: std::cell::Cell::new(None),
            metaclass: metaclass.into(),
            has_dict: with_dict,
            finalizes: finalizes.into(),
            abstract_methods: false.into(),
        });
        for parent in &parents {
            if !parent.builtin {
                parent.subclasses.borrow_mut().push(Rc::downgrade(&class));
            }
        }
        self.heap.class(&class);
        Ok(class)
    }

    /// Puts a descriptor for each slot into the namespace; whether `__dict__` is among them.
    fn make_slots(&mut self, class: &Rc<Str>, dict: &Dict, slots: &Value) -> Result<bool, Exc> {
        let names = match slots {
            Value::Str(_) => vec![slots.clone()],
            other => match self.collect(other)? {
                Some(names) => names,
                None => {
                    let name = self.type_name(other);
                    return Err(type_error(format!("'{name}' object is not iterable")));
                }
            },
        };
        let mut with_dict = false;
        for name in names {
            let Value::Str(text) = &name else {
                let name = self.type_name(&name);
                return Err(type_error(format!("__slots__ items must be strings, not '{name}'")));
            };
            match text.as_str() {
                "__dict__" => with_dict = true,
                "__weakref__" => {}
                plain => {
                    if !crate::text::str_methods::is_identifier(plain) {
                        return Err(type_error("__slots__ must be identifiers"));
                    }
                    let mangled = crate::compile::mangle(Some(class.as_str()), plain);
                    let key = crate::vm::intern(mangled.as_deref().unwrap_or(plain));
                    if dict.get_name(&key).is_some() {
                        return Err(value_error(format!(
                            "'{plain}' in __slots__ conflicts with class variable"
                        )));
                    }
                    let slot = Slot { name: key.clone(), owner: class.clone() };
                    let of = self.types.rare("member_descriptor");
                    dict.set_name(&key, super::types::object(&of, NativeData::Slot(Box::new(slot))));
                }
            }
        }
        Ok(with_dict)
    }

    /// A TypeError if the bases hold different kinds of things. Mirrors `best_base`.
    fn check_layout(&self, parents: &[Rc<Class>]) -> Result<(), Exc> {
        let mut winner: Option<Rc<Class>> = None;
        for parent in parents {
            let solid = self.solid_base(parent);
            match &winner {
                Some(known) if known.is_subclass(&solid) => {}
                Some(known) if !solid.is_subclass(known) => {
                    return Err(type_error("multiple bases have instance lay-out conflict"));
                }
                _ => winner = Some(solid),
            }
        }
        Ok(())
    }

    /// Whether instances of two classes hold the same.
    pub(super) fn same_layout(&self, a: &Rc<Class>, b: &Rc<Class>) -> bool {
        let (a, b) = (self.solid_base(a), self.solid_base(b));
        Rc::ptr_eq(&a, &b)
    }

    /// The nearest class of the order whose instances hold more than a `__dict__`.
    fn solid_base(&self, class: &Rc<Class>) -> Rc<Class> {
        let adds = |class: &Rc<Class>| match class.kind {
            ClassKind::Exception(kind) if class.builtin => kind.has_fields(),
            _ if class.builtin => true,
            _ => class.dict.entries().iter().any(|(_, value)| match value {
                Value::Object(object) => matches!(object.data, NativeData::Slot(_)),
                _ => false,
            }),
        };
        if adds(class) {
            return class.clone();
        }
        let solid = class.ancestors.borrow().iter().find(|class| adds(class)).cloned();
        solid.unwrap_or_else(|| self.types.object.clone())
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
        class.version.set(next_version());
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

    /// What a metaclass written in Python says about instances or subclasses of one of its classes.
    pub(crate) fn check_hook(&self, class: &Value, name: &Rc<Str>) -> Option<Value> {
        match class {
            Value::Class(class) if class.metaclass.borrow().is_none() => None,
            Value::Class(_) | Value::Instance(_) => self.user_method(class, name),
            _ => None,
        }
    }

    /// `isinstance(value, classes)`.
    pub fn is_instance_of(&mut self, value: &Value, classes: &Value) -> Result<bool, Exc> {
        if let Value::Class(class) = classes
            && Rc::ptr_eq(&self.class_of(value), class)
        {
            return Ok(true);
        }
        if let Some(members) = self.class_members(classes) {
            for class in members {
                if (class.is_none() && value.is_none()) || self.is_instance_of(value, &class)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if let Some(hook) = self.check_hook(classes, &self.names.instancecheck) {
            let answer = self.call_nested(&hook, &[classes.clone(), value.clone()])?;
            return self.truth(&answer);
        }
        match classes {
            Value::Class(class) if self.is_instance(value, class) => Ok(true),
            Value::Class(class) => match self.claimed_class(value)? {
                Some(claimed) => Ok(claimed.is_subclass(class)),
                None => Ok(false),
            },
            Value::None => Ok(false),
            other if crate::builtins::alias::origin(other).is_some() => {
                Err(type_error("isinstance() argument 2 cannot be a parameterized generic"))
            }
            _ => Err(type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
        }
    }

    /// `issubclass(class, classes)`.
    pub(crate) fn is_subclass_of(&mut self, class: &Value, classes: &Value) -> Result<bool, Exc> {
        if let Some(members) = self.class_members(classes) {
            for other in members {
                if !other.is_none() && self.is_subclass_of(class, &other)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        if let Some(hook) = self.check_hook(classes, &self.names.subclasscheck) {
            let answer = self.call_nested(&hook, &[classes.clone(), class.clone()])?;
            return self.truth(&answer);
        }
        let Value::Class(class) = class else {
            return Err(type_error("issubclass() arg 1 must be a class"));
        };
        match classes {
            Value::Class(other) => Ok(class.is_subclass(other)),
            other if crate::builtins::alias::origin(other).is_some() => {
                Err(type_error("issubclass() argument 2 cannot be a parameterized generic"))
            }
            _ => Err(type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
        }
    }

    /// The classes in a tuple or a union.
    fn class_members(&self, classes: &Value) -> Option<Vec<Value>> {
        match classes {
            // A None in a tuple is no class.
            Value::Tuple(items) => Some(
                items
                    .iter()
                    .map(|item| match item {
                        Value::None => Value::Bool(false),
                        item => item.clone(),
                    })
                    .collect(),
            ),
            Value::Object(_) => crate::builtins::alias::union_members(classes),
            _ => None,
        }
    }

    /// The name that `class` statements see in their own namespace.
    pub(crate) fn class_name(&mut self, frame: &Frame, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
        let Some(namespace) = &frame.namespace else { return Ok(None) };
        match &namespace.mapping {
            None => Ok(namespace.dict.get_name(name)),
            Some(mapping) => match self.get_item(mapping, &Value::Str(name.clone())) {
                Ok(value) => Ok(Some(value)),
                Err(missing) if missing.is(ExcKind::KeyError) => Ok(None),
                Err(error) => Err(error),
            },
        }
    }
}

/// The C3 linearization of what comes after the class itself.
fn linearize(parents: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Exc> {
    for (at, parent) in parents.iter().enumerate() {
        if parents[..at].iter().any(|earlier| Rc::ptr_eq(earlier, parent)) {
            return Err(type_error(format!("duplicate base class {}", parent.name())));
        }
    }
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
