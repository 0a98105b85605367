//! What `match` asks of its subject: its kind, its keys, its class and attributes.
//!
//! Mirrors `MATCH_SEQUENCE`, `MATCH_MAPPING`, `match_keys` and `match_class` in CPython's `ceval.c`. What may call the
//! program's code is in the prelude.

use crate::native::NativeResult;
use crate::objects::{Exc, Instance, NativeData, value_error};
use crate::value::Value;
use crate::vm::{Vm, intern};

/// The value of a builtin type that an instance of a class derived from it holds.
fn plain(value: &Value) -> &Value {
    match value {
        Value::Instance(instance) => instance.base.as_ref().unwrap_or(value),
        _ => value,
    }
}

/// Lists, tuples, ranges, deques, and what derives from `collections.abc.Sequence`; strings are none.
pub(super) fn is_sequence(value: &Value) -> bool {
    match plain(value) {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => true,
        Value::Object(native) => matches!(native.data, NativeData::Deque(_)),
        Value::Instance(instance) => derives(instance, "Sequence"),
        _ => false,
    }
}

/// Dicts, and what derives from `collections.abc.Mapping`.
pub(super) fn is_mapping(value: &Value) -> bool {
    match plain(value) {
        Value::Dict(_) => true,
        Value::Instance(instance) => derives(instance, "Mapping"),
        _ => false,
    }
}

/// Whether a class of `collections.abc` is among those that an object's class derives from.
fn derives(instance: &Instance, name: &str) -> bool {
    let class = instance.class.borrow();
    class.ancestors.borrow().iter().any(|ancestor| {
        let module = || ancestor.dict.get_name(&intern("__module__"));
        ancestor.name().as_str() == name
            && module().as_ref().and_then(Value::as_str) == Some("collections.abc")
    })
}

impl Vm {
    /// The values of the keys in a tuple, or None if one is missing.
    pub(super) fn match_keys(&mut self, subject: &Value, keys: &Value) -> NativeResult {
        let Value::Tuple(wanted) = keys else { return Ok(Value::None) };
        for (index, key) in wanted.iter().enumerate() {
            for earlier in &wanted[..index] {
                if self.equals(earlier, key)? {
                    let shown = self.repr(key)?;
                    return Err(value_error(format!("mapping pattern checks duplicate key ({shown})")));
                }
            }
        }
        let Value::Dict(dict) = subject else {
            return self.prelude("match_keys", vec![subject.clone(), keys.clone()]);
        };
        let mut values = Vec::with_capacity(wanted.len());
        for key in wanted.iter() {
            match self.dict_get(dict, key)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        Ok(Value::tuple(values))
    }

    /// A dict of what the keys in a tuple leave.
    pub(super) fn match_rest(&mut self, subject: &Value, keys: &Value) -> NativeResult {
        let Value::Dict(dict) = plain(subject) else {
            return self.prelude("match_rest", vec![subject.clone(), keys.clone()]);
        };
        let rest = self.new_dict();
        for (key, value) in dict.entries() {
            self.dict_set(&rest, key, value)?;
        }
        if let Value::Tuple(keys) = keys {
            for key in keys.iter() {
                let removed = self.dict_remove(&rest, key)?;
                drop(removed);
            }
        }
        Ok(Value::Dict(rest))
    }

    /// The attributes that a class pattern looks at, or None if the subject is no instance or lacks one.
    pub(super) fn match_class(
        &mut self,
        subject: &Value,
        class: &Value,
        positional: usize,
        names: &Value,
    ) -> Result<Value, Exc> {
        let nothing = positional == 0 && matches!(names, Value::Tuple(names) if names.is_empty());
        if let Value::Class(known) = class
            && known.metaclass.borrow().is_none()
            && (nothing || !self.is_instance(subject, known))
        {
            // No code of the program is needed to tell.
            let matches = self.is_instance(subject, known);
            return Ok(if matches { Value::tuple(Vec::new()) } else { Value::None });
        }
        let count = Value::from(positional);
        self.prelude("match_class", vec![subject.clone(), class.clone(), count, names.clone()])
    }
}
