//! `value[key]`, read, written and deleted, and `item in container`: methods of classes written in Python first, then
//! what builtin values do (`builtins::protocol`).
//!
//! Like all that instructions call, these answer `Nothing` when a call was requested instead.

use crate::builtins::protocol;
use crate::native::NativeResult;
use crate::objects::{ExcKind, type_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

impl Vm {
    /// `value[key]`.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn load_item(&mut self, object: &Value, key: &Value) -> NativeResult {
        if let (Value::Dict(dict), Value::Str(_) | Value::Int(_)) = (object, key)
            && let Some(value) = self.dict_get(dict, key)?
        {
            return Ok(value);
        }
        if let Some(method) = self.user_method(object, &self.names.getitem.clone()) {
            return self.request_then(method, &[object, key], OnReturn::Push);
        }
        if let Value::Class(class) = object {
            let hook = self.lookup(class, &crate::vm::intern("__class_getitem__"));
            if let Some(Value::Object(hook)) = &hook
                && let crate::objects::NativeData::ClassMethod(function) = &hook.data
            {
                return self.request_then(function.clone(), &[object, key], OnReturn::Push);
            }
            if let Some(value) = protocol::get_item(self, object, key)? {
                return Ok(value);
            }
            return Err(type_error(format!("type '{}' is not subscriptable", class.name())));
        }
        let found = match protocol::get_item(self, object, key) {
            Err(missing) if missing.is(ExcKind::KeyError) => {
                // Of a class derived from dict.
                return match self.user_method(object, &self.names.missing.clone()) {
                    Some(method) => self.request_then(method, &[object, key], OnReturn::Push),
                    None => Err(missing),
                };
            }
            other => other?,
        };
        match found {
            Some(value) => Ok(value),
            None => {
                if let Value::Object(native) = object
                    && let Some(method) = self.lookup(&native.class, &self.names.getitem.clone())
                {
                    return self.request_then(method, &[object, key], OnReturn::Push);
                }
                let name = self.type_name(object);
                Err(type_error(format!("'{name}' object is not subscriptable")))
            }
        }
    }

    /// `value[key] = new`.
    pub(crate) fn store_item(&mut self, object: &Value, key: &Value, new: Value) -> NativeResult {
        if let Value::Dict(dict) = object {
            self.dict_set(dict, key.clone(), new)?;
            return Ok(Value::None);
        }
        if let Some(method) = self.user_method(object, &self.names.setitem.clone()) {
            return self.request_then(method, &[object, key, &new], OnReturn::Push);
        }
        if protocol::set_item(self, object, key, new)? {
            return Ok(Value::None);
        }
        if let (Value::Tuple(_) | Value::Str(_) | Value::Bytes(_), Value::BigInt(_)) = (object, key) {
            return Err(crate::objects::index_error("cannot fit 'int' into an index-sized integer"));
        }
        let name = self.type_name(object);
        Err(type_error(format!("'{name}' object does not support item assignment")))
    }

    /// `del value[key]`.
    pub(crate) fn remove_item(&mut self, object: &Value, key: &Value) -> NativeResult {
        if let Some(method) = self.user_method(object, &self.names.delitem.clone()) {
            return self.request_then(method, &[object, key], OnReturn::Push);
        }
        if protocol::delete_item(self, object, key)? {
            return Ok(Value::None);
        }
        let name = self.type_name(object);
        let verb = match object {
            Value::Instance(_) | Value::Str(_) | Value::Tuple(_) => "doesn't support",
            _ => "doesn't support",
        };
        Err(type_error(format!("'{name}' object {verb} item deletion")))
    }

    /// `item in container`: a bool, or a request whose truth is meant.
    pub(crate) fn contains_op(&mut self, container: &Value, item: &Value) -> NativeResult {
        if let Some(method) = self.user_method(container, &self.names.contains.clone()) {
            return self.request_then(method, &[container, item], OnReturn::Push);
        }
        if let Some(flag) = protocol::contains(self, container, item)? {
            return Ok(Value::Bool(flag));
        }
        if self.can_iterate(container) {
            return self.prelude("contains", vec![container.clone(), item.clone()]);
        }
        let name = self.type_name(container);
        Err(type_error(format!("argument of type '{name}' is not iterable")))
    }
}
