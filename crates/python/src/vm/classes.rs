//! Classes: what type a value has, and what is found in it; `super`.

use std::rc::Rc;

use crate::objects::{
    Cell, Class, Exc, ExcClass, ExcKind, GeneratorKind, NativeData, Str, ViewKind, next_version,
};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::Frame;

impl Vm {
    /// `type(value)`.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
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
    #[cfg_attr(page, optimize(speed))]
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
    #[cfg_attr(page, optimize(speed))]
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
