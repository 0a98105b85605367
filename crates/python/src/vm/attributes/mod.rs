//! Attribute access: lookup, binding, descriptors.
//!
//! ```text
//! mod      object.name: instances, binding, errors
//! class    Class.name, super().name
//! builtin  the same of functions, code, exceptions and other values of the engine
//! store    object.name = value, del object.name
//! hinted   the same for instructions, which remember where they found a name
//! ```

mod builtin;
mod class;
mod hinted;
mod store;

use std::rc::Rc;

use crate::asyncio::attributes;
use crate::native::{Args, Binding, NativeResult};
use crate::objects::{
    Class, Exc, ExcKind, Instance, Method, Module, Native, NativeData, NativeObject, Str, error,
};
use crate::value::Value;
use crate::vm::descriptors::no_accessor;
use crate::vm::frame::OnReturn;
use crate::vm::{Request, Vm, intern};

impl Vm {
    /// `object.name` as an instruction does it: may answer `Nothing` and request a call.
    pub(crate) fn load_attr(&mut self, object: &Value, name: &Rc<Str>) -> NativeResult {
        let found = match self.try_attr(object, name) {
            Err(missing) if missing.is(ExcKind::AttributeError) => {
                return self.ask_getattr(object, name).unwrap_or(Err(missing));
            }
            found => found?,
        };
        match found {
            Some(value) => {
                if value.is_nothing()
                    && let Value::Instance(_) = object
                    && self.user_method(object, &self.names.getattr.clone()).is_some()
                    && let Some(then) = self.request.as_mut().and_then(Request::then)
                    && then.is_push()
                {
                    *then = OnReturn::GetAttr(Box::new((object.clone(), name.clone())));
                }
                Ok(value)
            }
            None => match self.ask_getattr(object, name) {
                Some(answer) => answer,
                None => Err(self.no_attribute(object, name)),
            },
        }
    }

    /// Asks `__getattr__`, if the class has one.
    pub(crate) fn ask_getattr(&mut self, object: &Value, name: &Rc<Str>) -> Option<NativeResult> {
        if let Value::Module(module) = object {
            return self.ask_module(module, name);
        }
        let hook = self.user_method(object, &self.names.getattr.clone())?;
        Some(self.request_call(hook, object.clone(), vec![Value::Str(name.clone())], Vec::new()))
    }

    /// Asks the function `__getattr__` of a module, if it has one.
    pub(crate) fn ask_module(&mut self, module: &Module, name: &Rc<Str>) -> Option<NativeResult> {
        let hook = module.dict.get_name(&self.names.getattr)?;
        Some(self.request_call(hook, Value::Nothing, vec![Value::Str(name.clone())], Vec::new()))
    }

    /// The attribute; None if there is none.
    pub(crate) fn try_attr(&mut self, object: &Value, name: &Rc<Str>) -> Result<Option<Value>, Exc> {
        match object {
            Value::Instance(instance) => self.instance_attr(instance, object, name),
            Value::Class(class) => self.class_attr(class, object, name),
            Value::Module(module) => {
                if let Some(value) = module.dict.get_name(name) {
                    return Ok(Some(value));
                }
                match name.as_str() {
                    "__dict__" => Ok(Some(Value::Dict(module.dict.clone()))),
                    "__name__" => Ok(Some(Value::Str(module.name.clone()))),
                    "__class__" => Ok(Some(Value::Class(self.types.module.clone()))),
                    "__doc__" => Ok(Some(Value::None)),
                    _ if module.name.as_str() == "builtins" => crate::builtins::late::builtin(self, name),
                    name => crate::asyncio::late::attribute(self, module, name),
                }
            }
            Value::Object(native) => {
                if let NativeData::Super(class, receiver) = &native.data {
                    return self.super_attr(class, receiver, name);
                }
                if let NativeData::Namespace(dict) = &native.data
                    && let Some(value) = dict.get_name(name)
                {
                    return Ok(Some(value));
                }
                if let NativeData::Future(_) = &native.data
                    && let Some(dict) = attributes::own(native)
                    && let Some(value) = dict.get_name(name)
                {
                    return Ok(Some(value));
                }
                self.builtin_attr(object, name)
            }
            _ => self.builtin_attr(object, name),
        }
    }

    fn instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let class = instance.class.borrow().clone();
        if !class.builtin
            && let Some(hook @ Value::Function(_)) = self.lookup(&class, &self.names.getattribute)
        {
            let arguments = vec![Value::Str(name.clone())];
            return self.request_call(hook, object.clone(), arguments, Vec::new()).map(Some);
        }
        self.plain_instance_attr(instance, object, name)
    }

    /// What `object.__getattribute__` does for instances.
    pub(crate) fn plain_instance_attr(
        &mut self,
        instance: &Rc<Instance>,
        object: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let class = instance.class.borrow().clone();
        let found = self.lookup(&class, name);
        if let Some(found) = &found
            && self.is_data_descriptor(found)
        {
            return self.bind_found(found, object, &class).map(Some);
        }
        if let Some(value) = instance.dict.get_name(name) {
            return Ok(Some(value));
        }
        match found {
            Some(found) => self.bind_found(&found, object, &class).map(Some),
            None => {
                // An instance of a class that derives from `property` and the like.
                if let Some(base @ Value::Object(_)) = &instance.base
                    && let Some(value) = self.descriptor_attr(base, name)?
                {
                    return Ok(Some(value));
                }
                Ok(self.common_attr(object, &class, name))
            }
        }
    }

    /// Attributes that every object has.
    fn common_attr(&mut self, object: &Value, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        match name.as_str() {
            "__class__" => Some(Value::Class(class.clone())),
            "__dict__" if !class.has_dict => None,
            "__dict__" => match object {
                // It has attributes, but CPython's does not show them.
                Value::Instance(_) if crate::asyncio::as_future(object).is_some() => None,
                Value::Instance(instance) => Some(Value::Dict(instance.dict.clone())),
                Value::Exception(exception) => Some(Value::Dict(exception.dict.clone())),
                _ => None,
            },
            "__doc__" => Some(Value::None),
            "__module__" => Some(match object {
                Value::Instance(_) | Value::Exception(_) => Value::str("__main__"),
                _ => Value::str("builtins"),
            }),
            _ => None,
        }
    }

    /// Whether it goes before what the instance itself holds.
    fn is_data_descriptor(&self, found: &Value) -> bool {
        match found {
            Value::Object(object) => {
                matches!(object.data, NativeData::Property { .. } | NativeData::Slot(_))
            }
            Value::Native(native) => native.binding == Binding::Property,
            Value::Instance(instance) => {
                self.user_method(found, &self.names.set).is_some()
                    || self.user_method(found, &self.names.delete).is_some()
                    || instance.base.as_ref().is_some_and(|base| self.is_data_descriptor(base))
            }
            _ => false,
        }
    }

    /// What an attribute that was found in the class means for the object.
    pub(crate) fn bind_found(&mut self, found: &Value, object: &Value, class: &Rc<Class>) -> NativeResult {
        match found {
            Value::Function(_) => Ok(bound(found.clone(), object.clone())),
            Value::Native(native) => match native.binding {
                Binding::Method => Ok(bound(found.clone(), object.clone())),
                Binding::ClassMethod => Ok(bound(found.clone(), Value::Class(class.clone()))),
                Binding::Property => (native.body)(self, Args::positional(std::slice::from_ref(object))),
                Binding::Function | Binding::StaticMethod => Ok(found.clone()),
            },
            Value::Object(descriptor) => match &descriptor.data {
                NativeData::Property { get, .. } => {
                    if get.is_none() {
                        return Err(no_accessor(class, found, "getter"));
                    }
                    self.request_call(get.clone(), object.clone(), Vec::new(), Vec::new())
                }
                NativeData::StaticMethod(function) => Ok(function.clone()),
                NativeData::ClassMethod(function) => {
                    self.bind_class_method(function, &Value::Class(class.clone()))
                }
                NativeData::Slot(slot) => {
                    let value = match object {
                        Value::Instance(instance) => instance.dict.get_name(&slot.name),
                        Value::Exception(exception) => exception.dict.get_name(&slot.name),
                        _ => None,
                    };
                    value.ok_or_else(|| self.no_attribute(object, &slot.name))
                }
                _ => Ok(found.clone()),
            },
            Value::Instance(instance) => match self.user_method(found, &self.names.get.clone()) {
                Some(get) => {
                    let arguments = vec![object.clone(), Value::Class(class.clone())];
                    self.request_call(get, found.clone(), arguments, Vec::new())
                }
                None => match &instance.base {
                    Some(base @ Value::Object(_)) => self.bind_found(&base.clone(), object, class),
                    _ => Ok(found.clone()),
                },
            },
            _ => Ok(found.clone()),
        }
    }

    /// The method that a call `object.name(...)` would call with the object first; None if it is not that simple.
    #[inline]
    pub(crate) fn find_method(&self, object: &Value, name: &Rc<Str>) -> Option<Value> {
        match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow();
                let found = self.lookup(&class, name)?;
                let simple = match &found {
                    Value::Function(_) => true,
                    Value::Native(native) => native.binding == Binding::Method,
                    _ => false,
                };
                if !simple
                    || instance.dict.get_name(name).is_some()
                    || self
                        .lookup(&class, &self.names.getattribute)
                        .is_some_and(|hook| !matches!(hook, Value::Native(_)))
                {
                    return None;
                }
                Some(found)
            }
            Value::Class(_) | Value::Module(_) | Value::Function(_) => None,
            Value::Object(native) if has_own_attributes(native) => None,
            Value::Exception(exception) if exception.dict.get_name(name).is_some() => None,
            other => {
                let class = self.class_of(other);
                let found = self.lookup(&class, name)?;
                match &found {
                    Value::Native(native) if native.binding == Binding::Method => Some(found),
                    Value::Function(_) => Some(found),
                    _ => None,
                }
            }
        }
    }

    /// The AttributeError of a missing attribute, in CPython's words.
    #[cold]
    pub(crate) fn no_attribute(&mut self, object: &Value, name: &Rc<Str>) -> Exc {
        let message = match object {
            Value::Class(class) => format!("type object '{}' has no attribute '{name}'", class.shown_name()),
            Value::Module(module) => format!("module '{}' has no attribute '{name}'", module.name),
            Value::Object(native) if matches!(native.data, NativeData::Super(..)) => {
                format!("'super' object has no attribute '{name}'")
            }
            other => format!("'{}' object has no attribute '{name}'", self.type_name(other)),
        };
        let exception = error(ExcKind::AttributeError, message);
        exception.dict.set_name(&self.names.name_attribute, Value::Str(name.clone()));
        exception.dict.set_name(&intern("obj"), object.clone());
        exception
    }
}

/// Whether what a native object's class says of a name need not be the last word.
#[inline]
fn has_own_attributes(native: &NativeObject) -> bool {
    match &native.data {
        NativeData::Super(..) | NativeData::Namespace(_) => true,
        NativeData::Future(future) => future.has_engine(),
        _ => false,
    }
}

/// A bound method.
pub(crate) fn bound(function: Value, receiver: Value) -> Value {
    Value::Method(Rc::new(Method { function, receiver }))
}

/// `__qualname__` of a function of the engine.
pub(crate) fn native_qualname(native: &Native) -> String {
    match native.owner.borrow().upgrade() {
        Some(class) => format!("{}.{}", class.name(), native.name),
        None => native.name.to_owned(),
    }
}
