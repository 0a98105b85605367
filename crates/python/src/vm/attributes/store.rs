//! Setting and deleting attributes.

use std::rc::Rc;

use crate::asyncio::attributes;
use crate::native::{Binding, NativeResult};
use crate::objects::{Class, Exc, Instance, NativeData, Str, attribute_error, type_error};
use crate::value::Value;
use crate::vm::{Vm, intern};

impl Vm {
    /// `object.name = value` as an instruction does it.
    pub(crate) fn store_attr(&mut self, object: &Value, name: &Rc<Str>, value: Value) -> NativeResult {
        match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow().clone();
                if let Some(hook @ Value::Function(_)) = self.lookup(&class, &self.names.setattr) {
                    let arguments = vec![Value::Str(name.clone()), value];
                    return self.request_call(hook, object.clone(), arguments, Vec::new());
                }
                self.set_instance_attr(instance, object, &class, name, value)
            }
            Value::Class(class) => {
                if class.builtin {
                    return Err(type_error(format!(
                        "cannot set '{name}' attribute of immutable type '{}'",
                        class.shown_name()
                    )));
                }
                if class.metaclass.borrow().is_some() {
                    if let Some(hook @ Value::Function(_)) = self.user_method(object, &self.names.setattr) {
                        let arguments = vec![Value::Str(name.clone()), value];
                        return self.request_call(hook, object.clone(), arguments, Vec::new());
                    }
                    if let Some(answer) = self.set_by_descriptor(object, name, &value)? {
                        return Ok(answer);
                    }
                }
                self.set_class_attr(class, name, value)
            }
            Value::Module(module) => {
                module.dict.set_name(name, value);
                Ok(Value::None)
            }
            Value::Function(function) => self.set_function_attr(function, name, value),
            Value::Exception(exception) => {
                if crate::vm::own_types::set_exception_attr(exception, name, &value)? {
                    return Ok(Value::None);
                }
                if let Some(hook @ Value::Function(_)) = self.user_method(object, &self.names.setattr) {
                    let arguments = vec![Value::Str(name.clone()), value];
                    return self.request_call(hook, object.clone(), arguments, Vec::new());
                }
                if let Some(answer) = self.set_by_descriptor(object, name, &value)? {
                    return Ok(answer);
                }
                exception.dict.set_name(name, value);
                Ok(Value::None)
            }
            Value::Object(native) => {
                if let NativeData::Namespace(dict) = &native.data {
                    dict.set_name(name, value);
                    return Ok(Value::None);
                }
                let class = native.class.clone();
                if let Some(Value::Native(setter)) = self.lookup(&class, &intern(&format!("_set_{name}"))) {
                    return self.call_native(setter.body, &[object.clone(), value], Vec::new());
                }
                let takes = match self.lookup(&class, name) {
                    // What a loop of CPython's would heed is not what core runs.
                    Some(_) => {
                        matches!(native.data, NativeData::Future(_)) && !self.is_native_property(&class, name)
                    }
                    None => !matches!(name.as_str(), "__class__" | "__dict__"),
                };
                if takes && let Some(dict) = attributes::own_or_new(self, native) {
                    dict.set_name(name, value);
                    return Ok(Value::None);
                }
                Err(self.cannot_set(object, name))
            }
            Value::Generator(generator) => {
                match (name.as_str(), &value) {
                    ("__name__", Value::Str(text)) => drop(generator.name.replace(text.clone())),
                    ("__qualname__", Value::Str(text)) => drop(generator.qualname.replace(text.clone())),
                    _ => return Err(self.cannot_set(object, name)),
                }
                Ok(Value::None)
            }
            _ => Err(self.cannot_set(object, name)),
        }
    }

    pub(crate) fn cannot_set(&mut self, object: &Value, name: &Rc<Str>) -> Exc {
        let class = self.class_of(object);
        match self.lookup(&class, name) {
            Some(Value::Native(native)) if native.binding == Binding::Property => {
                let ancestors = class.ancestors.borrow();
                let of = std::iter::once(&class).chain(&*ancestors).find(|class| class.builtin);
                let of = of.unwrap_or(&class).shown_name();
                attribute_error(format!("attribute '{name}' of '{of}' objects is not writable"))
            }
            Some(_) => {
                attribute_error(format!("'{}' object attribute '{name}' is read-only", class.shown_name()))
            }
            None => attribute_error(format!(
                "'{}' object has no attribute '{name}' and no __dict__ for setting new attributes",
                class.shown_name()
            )),
        }
    }

    /// Whether a class's objects compute an attribute in the engine.
    pub(crate) fn is_native_property(&self, class: &Rc<Class>, name: &Rc<Str>) -> bool {
        matches!(self.lookup(class, name), Some(Value::Native(native)) if native.binding == Binding::Property)
    }

    /// What `object.__setattr__` does.
    pub(crate) fn set_instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        class: &Rc<Class>,
        name: &Rc<Str>,
        value: Value,
    ) -> NativeResult {
        if let Some(answer) = self.set_by_descriptor(object, name, &value)? {
            return Ok(answer);
        }
        if name.as_str() == "__dict__"
            && class.has_dict
            && let Value::Dict(new) = &value
        {
            drop(instance.dict.table.replace(new.table.borrow().clone()));
            return Ok(Value::None);
        }
        if name.as_str() == "__class__" {
            if let Value::Class(new) = value {
                self.check_class_change(class, &new)?;
                instance.class.replace(new);
                return Ok(Value::None);
            }
            let found = self.type_name(&value);
            return Err(type_error(format!("__class__ must be set to a class, not '{found}' object")));
        }
        if !class.has_dict {
            return Err(self.cannot_set(object, name));
        }
        instance.dict.set_name(name, value);
        Ok(Value::None)
    }

    /// `del object.name` as an instruction does it.
    pub(crate) fn remove_attr(&mut self, object: &Value, name: &Rc<Str>) -> NativeResult {
        let removed = match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow().clone();
                if let Some(hook @ Value::Function(_)) = self.lookup(&class, &self.names.delattr) {
                    return self.request_call(
                        hook,
                        object.clone(),
                        vec![Value::Str(name.clone())],
                        Vec::new(),
                    );
                }
                return self.remove_instance_attr(instance, object, &class, name);
            }
            Value::Class(class) if !class.builtin => {
                if class.metaclass.borrow().is_some()
                    && let Some(hook @ Value::Function(_)) = self.user_method(object, &self.names.delattr)
                {
                    let arguments = vec![Value::Str(name.clone())];
                    return self.request_call(hook, object.clone(), arguments, Vec::new());
                }
                return self.remove_class_attr(class, name);
            }
            Value::Module(module) => module.dict.remove_name(name),
            Value::Exception(exception) => exception.dict.remove_name(name),
            Value::Function(function) => {
                function.dict.borrow().as_ref().and_then(|dict| dict.remove_name(name))
            }
            Value::Object(native) => {
                let dict = match &native.data {
                    NativeData::Namespace(dict) => Some(dict.clone()),
                    _ => attributes::own(native),
                };
                let takes = dict.is_some() || attributes::takes_any(native);
                match dict.and_then(|dict| dict.remove_name(name)) {
                    None if !takes || self.is_native_property(&native.class, name) => {
                        return Err(self.cannot_set(object, name));
                    }
                    removed => removed,
                }
            }
            _ => return Err(self.cannot_set(object, name)),
        };
        match removed {
            Some(_) => Ok(Value::None),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// Whether instances of the class take an attribute of that name without any ceremony.
    pub(super) fn stores_plainly(&self, class: &Rc<Class>, name: &Rc<Str>) -> bool {
        if class.builtin || !class.has_version() || name.starts_with("__") {
            return false;
        }
        let free = match self.lookup(class, name) {
            None => class.has_dict,
            Some(Value::Object(found)) => {
                matches!(&found.data, NativeData::Slot(slot) if *slot.name == **name)
            }
            Some(Value::Native(_) | Value::Instance(_)) => false,
            Some(_) => class.has_dict,
        };
        free && matches!(self.lookup(class, &self.names.setattr), None | Some(Value::Native(_)))
    }
}
