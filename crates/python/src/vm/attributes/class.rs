//! `Class.name` and `super().name`: along the order of classes, with what a metaclass says first.

use std::rc::Rc;

use super::bound;
use crate::native::Binding;
use crate::objects::{Class, Exc, NativeData, Str};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
    pub(super) fn class_attr(
        &mut self,
        class: &Rc<Class>,
        object: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let special = match name.as_str() {
            "__name__" => Some(Value::Str(class.name())),
            "__qualname__" => Some(Value::Str(class.qualname.borrow().clone())),
            "__dict__" => Some(self.mapping_proxy(&class.dict)),
            "__annotations__" if !class.builtin => {
                let known = class.dict.get_name(name);
                Some(known.unwrap_or_else(|| {
                    let made = Value::Dict(self.new_dict());
                    class.dict.set_name(name, made.clone());
                    made
                }))
            }
            "__type_params__" if class.dict.get_name(name).is_none() => Some(Value::tuple(Vec::new())),
            "__class__" => Some(Value::Class(self.class_of(object))),
            "__bases__" => {
                Some(Value::tuple(class.bases.borrow().iter().cloned().map(Value::Class).collect()))
            }
            "__base__" => Some(class.bases.borrow().first().cloned().map_or(Value::None, Value::Class)),
            "__mro__" => {
                let mut order = vec![Value::Class(class.clone())];
                order.extend(class.ancestors.borrow().iter().cloned().map(Value::Class));
                Some(Value::tuple(order))
            }
            "__module__" if class.dict.get_name(name).is_none() => {
                Some(Value::str(if class.builtin { "builtins" } else { "__main__" }))
            }
            _ => None,
        };
        if special.is_some() {
            return Ok(special);
        }
        let metaclass = class.metaclass.borrow().clone();
        if let Some(metaclass) = metaclass
            && let Some(found) = self.lookup(&metaclass, name)
            && self.is_data_descriptor(&found)
        {
            return self.bind_found(&found, object, &metaclass).map(Some);
        }
        if let Some(found) = self.lookup(class, name) {
            return match &found {
                Value::Native(native) if native.binding == Binding::ClassMethod => {
                    Ok(Some(bound(found.clone(), object.clone())))
                }
                Value::Object(descriptor) => match &descriptor.data {
                    NativeData::StaticMethod(function) => Ok(Some(function.clone())),
                    NativeData::ClassMethod(function) => self.bind_class_method(function, object).map(Some),
                    _ => Ok(Some(found.clone())),
                },
                Value::Instance(instance) => match self.user_method(&found, &self.names.get.clone()) {
                    Some(get) => {
                        let arguments = vec![Value::None, object.clone()];
                        self.request_call(get, found.clone(), arguments, Vec::new()).map(Some)
                    }
                    None => match &instance.base {
                        Some(Value::Object(base)) => match &base.data {
                            NativeData::StaticMethod(function) => Ok(Some(function.clone())),
                            NativeData::ClassMethod(function) => {
                                self.bind_class_method(function, object).map(Some)
                            }
                            _ => Ok(Some(found)),
                        },
                        _ => Ok(Some(found)),
                    },
                },
                _ => Ok(Some(found)),
            };
        }
        if Rc::ptr_eq(class, &self.types.bytes)
            && let Some(method) = crate::builtins::late::bytes_method(self, name)?
        {
            return Ok(Some(method));
        }
        let metaclass = self.class_of(object);
        match self.lookup(&metaclass, name) {
            Some(found) => self.bind_found(&found, object, &metaclass).map(Some),
            None if name.as_str() == "__doc__" => Ok(Some(Value::None)),
            None => Ok(None),
        }
    }

    pub(super) fn super_attr(
        &mut self,
        after: &Rc<Class>,
        receiver: &Value,
        name: &Rc<Str>,
    ) -> Result<Option<Value>, Exc> {
        let (start, as_class) = match receiver {
            Value::Class(class) if class.is_subclass(after) => (class.clone(), true),
            other => (self.class_of(other), false),
        };
        if name.as_str() == "__class__" {
            return Ok(Some(Value::Class(self.types.super_.clone())));
        }
        let ancestors = start.ancestors.borrow().clone();
        let skip = if Rc::ptr_eq(&start, after) {
            0
        } else {
            ancestors.iter().position(|class| Rc::ptr_eq(class, after)).map_or(ancestors.len(), |at| at + 1)
        };
        for class in &ancestors[skip..] {
            let Some(found) = class.dict.get_name(name) else { continue };
            if as_class && matches!(found, Value::Function(_)) {
                return Ok(Some(found));
            }
            return self.bind_found(&found, receiver, &start).map(Some);
        }
        Ok(None)
    }
}
