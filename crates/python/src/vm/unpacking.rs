//! `iter(value)`, and what `*` and `**` make of a value: unpacking, arguments, displays.
//!
//! Builtin iterables and mappings are dealt with here; of others these say so, and the caller runs the program's code.
//! How a builtin iterator advances is `iterate`'s.

use std::rc::Rc;

use crate::builtins::protocol;
use crate::native::NativeResult;
use crate::objects::{Dict, Exc, GeneratorKind, Str, type_error, value_error};
use crate::value::Value;
use crate::vm::Vm;
use crate::vm::frame::OnReturn;

impl Vm {
    /// Whether `iter(value)` can be tried at all.
    pub(crate) fn can_iterate(&mut self, value: &Value) -> bool {
        match value {
            Value::Generator(generator) => {
                matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_))
            }
            Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
                self.user_method(value, &self.names.iter.clone()).is_some()
                    || self.user_method(value, &self.names.getitem.clone()).is_some()
                    || protocol::iter(value).is_some()
            }
            other => {
                protocol::iter(other).is_some()
                    || self.special_method(other, &self.names.iter.clone()).is_some()
            }
        }
    }

    /// `iter(value)`.
    pub(crate) fn get_iter(&mut self, value: &Value) -> NativeResult {
        match value {
            Value::Iter(_) => return Ok(value.clone()),
            Value::Generator(generator)
                if matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_)) =>
            {
                return Ok(value.clone());
            }
            _ => {}
        }
        if let Some(method) = self.user_method(value, &self.names.iter.clone()) {
            if method.is_none() {
                let name = self.type_name(value);
                return Err(type_error(format!("'{name}' object is not iterable")));
            }
            return self.request_then(method, &[value], OnReturn::Iterator);
        }
        if let Some(iter) = protocol::iter(value) {
            return Ok(Value::Iter(iter));
        }
        if let Some(method) = self.special_method(value, &self.names.iter.clone()) {
            return self.request_then(method, &[value], OnReturn::Push);
        }
        if self.user_method(value, &self.names.getitem.clone()).is_some() {
            return self.prelude("sequence_iter", vec![value.clone()]);
        }
        let name = self.type_name(value);
        Err(type_error(format!("'{name}' object is not iterable")))
    }

    /// Whether a value has `__next__`.
    pub(crate) fn is_iterator(&mut self, value: &Value) -> bool {
        match value {
            Value::Iter(_) => true,
            Value::Generator(generator) => {
                matches!(generator.kind, GeneratorKind::Generator | GeneratorKind::Builtin(_))
            }
            other => self.special_method(other, &self.names.next.clone()).is_some(),
        }
    }

    /// The TypeError of `*value` for what cannot be iterated.
    pub(crate) fn check_star(
        &mut self,
        value: &Value,
        in_call: bool,
        callable: Option<&Value>,
    ) -> Result<(), Exc> {
        if self.can_iterate(value) {
            return Ok(());
        }
        let name = self.type_name(value);
        if let Some(callable) = callable {
            let function = self.callable_name(callable);
            return Err(type_error(format!("{function} argument after * must be an iterable, not {name}")));
        }
        Err(type_error(match in_call {
            true => format!("Value after * must be an iterable, not {name}"),
            false => format!("'{name}' object is not iterable"),
        }))
    }

    /// The TypeError of unpacking what cannot be iterated.
    pub(crate) fn check_unpackable(&mut self, value: &Value) -> Result<(), Exc> {
        if self.can_iterate(value) {
            return Ok(());
        }
        let name = self.type_name(value);
        Err(type_error(format!("cannot unpack non-iterable {name} object")))
    }

    /// Exactly `n` items of a builtin iterable; None for others.
    pub(crate) fn unpack(&mut self, value: &Value, n: usize) -> Result<Option<Vec<Value>>, Exc> {
        self.check_unpackable(value)?;
        let Some(iter) = self.builtin_iter(value) else { return Ok(None) };
        let mut items = Vec::with_capacity(n);
        while let Some(item) = self.iter_next(&iter)? {
            items.push(item);
            if items.len() > n {
                return Err(value_error(format!("too many values to unpack (expected {n})")));
            }
        }
        if items.len() < n {
            return Err(value_error(format!(
                "not enough values to unpack (expected {n}, got {})",
                items.len()
            )));
        }
        Ok(Some(items))
    }

    /// `{**mapping}` of a builtin mapping; false for others.
    pub(crate) fn dict_update(&mut self, target: &Value, mapping: &Value) -> Result<bool, Exc> {
        let (Value::Dict(target), Some(source)) = (target, as_dict(mapping)) else {
            if self.find_attr(mapping, "keys")?.is_none() {
                let name = self.type_name(mapping);
                return Err(type_error(format!("'{name}' object is not a mapping")));
            }
            return Ok(false);
        };
        for (key, value) in source.entries() {
            self.dict_set(target, key, value)?;
        }
        Ok(true)
    }

    /// `f(**mapping)`; false for what is not a builtin mapping.
    pub(crate) fn dict_merge(
        &mut self,
        target: &Value,
        mapping: &Value,
        callable: &Value,
    ) -> Result<bool, Exc> {
        let (Value::Dict(target), Some(source)) = (target, as_dict(mapping)) else {
            if self.find_attr(mapping, "keys")?.is_none() {
                let (name, function) = (self.type_name(mapping), self.callable_name(callable));
                return Err(type_error(format!(
                    "{function} argument after ** must be a mapping, not {name}"
                )));
            }
            return Ok(false);
        };
        for (key, value) in source.entries() {
            let Value::Str(name) = &key else {
                return Err(type_error("keywords must be strings"));
            };
            if target.get_name(name).is_some() {
                let function = self.callable_name(callable);
                return Err(type_error(format!(
                    "{function} got multiple values for keyword argument '{name}'"
                )));
            }
            target.set_name(name, value);
        }
        Ok(true)
    }

    /// A callable in messages: `module.qualname()`. Mirrors `_PyObject_FunctionStr`.
    fn callable_name(&mut self, callable: &Value) -> String {
        match callable {
            Value::Function(function) => {
                let module = function.globals.get_name(&self.names.name);
                let name: Rc<Str> = function.qualname.borrow().clone();
                match module.as_ref().and_then(Value::as_str) {
                    Some(module) if module != "builtins" => format!("{module}.{name}()"),
                    _ => format!("{name}()"),
                }
            }
            Value::Method(method) => self.callable_name(&method.function.clone()),
            Value::Native(native) => format!("{}()", super::attributes::native_qualname(native)),
            Value::Class(class) => match class.builtin {
                true => format!("{}()", class.name()),
                false => format!("__main__.{}()", class.qualname.borrow()),
            },
            other => format!("'{}' object", self.type_name(other)),
        }
    }
}

/// The dict that a value is or holds.
fn as_dict(value: &Value) -> Option<Rc<Dict>> {
    match crate::builtins::convert::plain(value) {
        Value::Dict(dict) => Some(dict.clone()),
        _ => None,
    }
}
