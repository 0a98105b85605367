//! `isinstance` and `issubclass`: tuples, unions, the hooks of metaclasses.

use std::rc::Rc;

use crate::objects::{Class, Exc, Str, type_error};
use crate::value::Value;
use crate::vm::Vm;

impl Vm {
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

    /// What a metaclass written in Python says about instances or subclasses of one of its classes.
    pub(crate) fn check_hook(&self, class: &Value, name: &Rc<Str>) -> Option<Value> {
        match class {
            Value::Class(class) if class.metaclass.borrow().is_none() => None,
            Value::Class(_) | Value::Instance(_) => self.user_method(class, name),
            _ => None,
        }
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
}
