//! What classes' descriptors and the setters of classes and functions do: `property`, `__slots__`, `__set__`,
//! `__delete__`, class methods; and the attributes that such objects have themselves.

use std::rc::Rc;

use crate::native::{Binding, NativeResult};
use crate::objects::{
    Class, ClassKind, Dict, Exc, Function, Instance, NativeData, Str, attribute_error, type_error,
};
use crate::value::Value;
use crate::vm::attributes::bound;
use crate::vm::{Vm, intern};

/// The AttributeError of a property without a getter, setter or deleter.
#[cold]
pub(super) fn no_accessor(class: &Rc<Class>, property: &Value, what: &str) -> Exc {
    let ancestors = class.ancestors.borrow();
    let all = std::iter::once(class).chain(ancestors.iter());
    let name = all.flat_map(|class| class.dict.entries()).find(|(_, value)| value.is(property));
    let name = match name {
        Some((Value::Str(name), _)) => format!(" '{name}'"),
        _ => String::new(),
    };
    attribute_error(format!("property{name} of '{}' object has no {what}", class.qualname.borrow()))
}

impl Vm {
    /// What a class method of `function` is for a class: bound, or what its own `__get__` gives.
    pub(super) fn bind_class_method(&mut self, function: &Value, class: &Value) -> NativeResult {
        match function {
            Value::Instance(_) | Value::Object(_) => {
                let metaclass = self.class_of(class);
                if self.is_descriptor(function) {
                    return self.bind_found(function, class, &metaclass);
                }
                Ok(bound(function.clone(), class.clone()))
            }
            _ => Ok(bound(function.clone(), class.clone())),
        }
    }

    fn is_descriptor(&self, value: &Value) -> bool {
        match value {
            Value::Object(object) => matches!(
                object.data,
                NativeData::Property { .. } | NativeData::StaticMethod(_) | NativeData::ClassMethod(_)
            ),
            Value::Instance(_) => self.user_method(value, &self.names.get).is_some(),
            _ => false,
        }
    }

    /// Sets an attribute through a data descriptor of the object's class; None if there is none.
    pub(super) fn set_by_descriptor(
        &mut self,
        object: &Value,
        name: &Rc<Str>,
        value: &Value,
    ) -> Result<Option<Value>, Exc> {
        let class = self.class_of(object);
        let Some(found) = self.lookup(&class, name) else { return Ok(None) };
        let descriptor = match &found {
            Value::Instance(instance) => {
                if let Some(set) = self.user_method(&found, &self.names.set.clone()) {
                    let arguments = vec![object.clone(), value.clone()];
                    return self.request_call(set, found.clone(), arguments, Vec::new()).map(Some);
                }
                if self.user_method(&found, &self.names.delete.clone()).is_some() {
                    return Err(attribute_error("__set__"));
                }
                match &instance.base {
                    Some(base) => base.clone(),
                    None => return Ok(None),
                }
            }
            other => other.clone(),
        };
        if let Value::Native(native) = &descriptor
            && native.binding == Binding::Property
            && matches!(object, Value::Instance(_))
        {
            return match self.lookup(&class, &intern(&format!("_set_{name}"))) {
                Some(Value::Native(setter)) => {
                    self.call_native(setter.body, &[object.clone(), value.clone()], Vec::new()).map(Some)
                }
                _ => Err(self.cannot_set(object, name)),
            };
        }
        let Value::Object(descriptor) = &descriptor else { return Ok(None) };
        match &descriptor.data {
            NativeData::Property { set, .. } => {
                if set.is_none() {
                    return Err(no_accessor(&class, &found, "setter"));
                }
                self.request_call(set.clone(), object.clone(), vec![value.clone()], Vec::new()).map(Some)
            }
            NativeData::Slot(slot) => {
                if let Some(dict) = own_dict(object) {
                    dict.set_name(&slot.name, value.clone());
                }
                Ok(Some(Value::None))
            }
            _ => Ok(None),
        }
    }

    /// What `object.__delattr__` does for instances.
    pub(crate) fn remove_instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        class: &Rc<Class>,
        name: &Rc<Str>,
    ) -> NativeResult {
        if let Some(found) = self.lookup(class, name) {
            let descriptor = match &found {
                Value::Instance(instance) => {
                    if let Some(delete) = self.user_method(&found, &self.names.delete.clone()) {
                        return self.request_call(delete, found.clone(), vec![object.clone()], Vec::new());
                    }
                    if self.user_method(&found, &self.names.set.clone()).is_some() {
                        return Err(attribute_error("__delete__"));
                    }
                    instance.base.clone().unwrap_or(Value::None)
                }
                other => other.clone(),
            };
            if let Value::Object(descriptor) = &descriptor
                && let NativeData::Slot(slot) = &descriptor.data
                && instance.dict.get_name(name).is_none()
            {
                return Err(attribute_error(slot.name.as_str()));
            }
            if let Value::Object(descriptor) = &descriptor
                && let NativeData::Property { delete, .. } = &descriptor.data
            {
                if delete.is_none() {
                    return Err(no_accessor(class, &found, "deleter"));
                }
                return self.request_call(delete.clone(), object.clone(), Vec::new(), Vec::new());
            }
        }
        match instance.dict.remove_name(name) {
            Some(_) => Ok(Value::None),
            None if self.is_native_property(class, name) => Err(self.cannot_set(object, name)),
            None if !class.has_dict => Err(self.cannot_set(object, name)),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// What `type.__setattr__` does.
    pub(crate) fn set_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>, value: Value) -> NativeResult {
        if class.builtin {
            return Err(type_error(format!(
                "cannot set '{name}' attribute of immutable type '{}'",
                class.shown_name()
            )));
        }
        let must_be_str = |vm: &Vm, value: &Value| {
            let found = vm.type_name(value);
            type_error(format!("can only assign string to {}.{name}, not '{found}'", class.name()))
        };
        match (name.as_str(), &value) {
            ("__name__", Value::Str(text)) => drop(class.name.replace(text.clone())),
            ("__qualname__", Value::Str(text)) => drop(class.qualname.replace(text.clone())),
            ("__name__" | "__qualname__", other) => return Err(must_be_str(self, other)),
            ("__bases__", other) => {
                let (owner, found) = (class.name(), self.type_name(other));
                return Err(match other {
                    Value::Tuple(items) if items.is_empty() => {
                        type_error(format!("can only assign non-empty tuple to {owner}.__bases__, not ()"))
                    }
                    Value::Tuple(_) => {
                        type_error("Loopscope does not change the bases of a class; make another class")
                    }
                    _ => type_error(format!("can only assign tuple to {owner}.__bases__, not {found}")),
                });
            }
            ("__abstractmethods__", names) => {
                class.abstract_methods.set(self.truth(names)?);
                class.dict.set_name(name, value);
            }
            ("__del__", _) => {
                class.finalizes.set(true);
                class.dict.set_name(name, value);
            }
            _ => class.dict.set_name(name, value),
        }
        self.class_changed(class);
        Ok(Value::None)
    }

    /// What `type.__delattr__` does.
    pub(crate) fn remove_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> NativeResult {
        if class.builtin {
            return Err(type_error(format!(
                "cannot set '{name}' attribute of immutable type '{}'",
                class.shown_name()
            )));
        }
        let removed = class.dict.remove_name(name);
        self.class_changed(class);
        match removed {
            Some(_) => Ok(Value::None),
            None => Err(self.no_attribute(&Value::Class(class.clone()), name)),
        }
    }

    /// `function.name = value`.
    pub(super) fn set_function_attr(
        &mut self,
        function: &Rc<Function>,
        name: &Rc<Str>,
        value: Value,
    ) -> NativeResult {
        match (name.as_str(), &value) {
            ("__name__", Value::Str(text)) => drop(function.name.replace(text.clone())),
            ("__qualname__", Value::Str(text)) => drop(function.qualname.replace(text.clone())),
            ("__name__" | "__qualname__", _) => {
                return Err(type_error(format!("{name} must be set to a string object")));
            }
            ("__defaults__", Value::Tuple(items)) => drop(function.defaults.replace(items.to_vec())),
            ("__defaults__", Value::None) => drop(function.defaults.take()),
            ("__defaults__", _) => return Err(type_error("__defaults__ must be set to a tuple object")),
            ("__kwdefaults__", Value::Dict(dict)) => {
                drop(function.kw_defaults.replace(Some(dict.clone())));
            }
            ("__kwdefaults__", Value::None) => drop(function.kw_defaults.take()),
            ("__kwdefaults__", _) => return Err(type_error("__kwdefaults__ must be set to a dict object")),
            ("__dict__", Value::Dict(dict)) => drop(function.dict.replace(Some(dict.clone()))),
            ("__dict__", other) => {
                let found = self.type_name(other);
                return Err(type_error(format!("__dict__ must be set to a dictionary, not a '{found}'")));
            }
            ("__globals__" | "__closure__" | "__builtins__", _) => {
                return Err(attribute_error("readonly attribute"));
            }
            ("__code__", _) => {
                return Err(type_error(
                    "Loopscope does not change the code of a function; define another one",
                ));
            }
            ("__annotations__", Value::None) => {
                let empty = Value::Dict(self.new_dict());
                describe(function).set_name(name, empty);
            }
            ("__doc__" | "__annotations__" | "__module__" | "__type_params__", _) => {
                describe(function).set_name(name, value);
            }
            _ => {
                let mut dict = function.dict.borrow_mut();
                dict.get_or_insert_with(|| Rc::new(Dict::new())).set_name(name, value);
            }
        }
        Ok(Value::None)
    }

    /// The attributes of properties, class and static methods and slots.
    pub(super) fn descriptor_attr(&mut self, object: &Value, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
        let Value::Object(native) = object else { return Ok(None) };
        match &native.data {
            NativeData::Property { get, set, delete, doc } => Ok(match name.as_str() {
                "fget" => Some(get.clone()),
                "fset" => Some(set.clone()),
                "fdel" => Some(delete.clone()),
                "__doc__" => match &*doc.borrow() {
                    Value::None => match get {
                        Value::None => None,
                        get => self.find_attr(get, "__doc__")?,
                    },
                    doc => Some(doc.clone()),
                },
                "__name__" => self.find_attr(get, "__name__")?,
                "__isabstractmethod__" => {
                    let mut is_abstract = false;
                    for part in [get, set, delete] {
                        is_abstract |= self.is_abstract(part)?;
                    }
                    Some(Value::Bool(is_abstract))
                }
                _ => None,
            }),
            NativeData::StaticMethod(function) | NativeData::ClassMethod(function) => {
                let function = function.clone();
                match name.as_str() {
                    "__func__" | "__wrapped__" => Ok(Some(function)),
                    "__isabstractmethod__" => self.is_abstract(&function).map(Value::Bool).map(Some),
                    "__name__" | "__qualname__" | "__doc__" | "__module__" | "__annotations__" => {
                        self.find_attr(&function, name)
                    }
                    _ => Ok(None),
                }
            }
            NativeData::Slot(slot) => Ok(match name.as_str() {
                "__name__" => Some(Value::Str(slot.name.clone())),
                "__qualname__" => Some(Value::from(format!("{}.{}", slot.owner, slot.name))),
                _ => None,
            }),
            _ => Ok(None),
        }
    }

    /// Whether a function is marked as an abstract method.
    fn is_abstract(&mut self, function: &Value) -> Result<bool, Exc> {
        match self.find_attr(function, "__isabstractmethod__")? {
            Some(flag) => self.truth(&flag),
            None => Ok(false),
        }
    }

    /// A view of a dict that cannot be written to: `types.MappingProxyType`.
    pub(crate) fn mapping_proxy(&self, dict: &Rc<Dict>) -> Value {
        let class = self.types.rare("mappingproxy");
        let base = Some(Value::Dict(dict.clone()));
        Value::Instance(Rc::new(Instance {
            class: class.into(),
            dict: Rc::default(),
            base,
            on_drop: Default::default(),
        }))
    }

    /// A TypeError if the class cannot become the class of an instance of `old`.
    pub(crate) fn check_class_change(&self, old: &Rc<Class>, new: &Rc<Class>) -> Result<(), Exc> {
        if new.builtin || old.builtin {
            return Err(type_error(
                "__class__ assignment only supported for mutable types or ModuleType subclasses",
            ));
        }
        let alike = old.has_dict == new.has_dict
            && matches!((old.kind, new.kind), (ClassKind::Instance, ClassKind::Instance))
            && self.same_layout(old, new);
        if alike {
            return Ok(());
        }
        Err(type_error(format!(
            "__class__ assignment: '{}' object layout differs from '{}'",
            new.name(),
            old.name()
        )))
    }
}

/// The attributes an object keeps itself.
fn own_dict(object: &Value) -> Option<&Rc<Dict>> {
    match object {
        Value::Instance(instance) => Some(&instance.dict),
        Value::Exception(exception) => Some(&exception.dict),
        _ => None,
    }
}

fn describe(function: &Rc<Function>) -> Rc<Dict> {
    function.described.borrow_mut().get_or_insert_with(|| Rc::new(Dict::new())).clone()
}

/// The name of an attribute as a string that is shared.
pub(crate) fn attribute_name(vm: &Vm, name: &Value) -> Result<Rc<Str>, Exc> {
    match crate::builtins::convert::as_str(name) {
        Some(name) => Ok(intern(name)),
        None => {
            let found = vm.type_name(name);
            Err(type_error(format!("attribute name must be string, not '{found}'")))
        }
    }
}
