//! What natives ask of the machine: operations on values of any type, each with its result at once. Where a class
//! of the program has its own method for it, that runs nested.

use std::rc::Rc;

use crate::builtins::{formatting, protocol, repr};
use crate::native::NativeResult;
use crate::objects::{Class, Dict, Exc, ExcKind, Iter, Set, Str, error, type_error};
use crate::op::{BinaryOp, CompareOp};
use crate::value::Value;
use crate::vm::dispatch::quick_compare;
use crate::vm::{Vm, intern};

/// Whether comparing and hashing a value never runs the program's code.
fn is_plain_key(value: &Value) -> bool {
    matches!(
        value,
        Value::Str(_)
            | Value::Int(_)
            | Value::Bool(_)
            | Value::None
            | Value::Float(_)
            | Value::BigInt(_)
            | Value::Bytes(_)
    )
}

/// Equality of keys that never runs the program's code; None if it might.
#[inline]
#[cfg_attr(page, optimize(speed))]
fn plain_equal(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Str(a), Value::Str(b)) => Some(**a == **b),
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Str(_), other) | (other, Value::Str(_)) if is_plain_key(other) => Some(false),
        (a, b) if a.is(b) => Some(true),
        _ => None,
    }
}

impl Vm {
    /// `bool(value)`.
    pub fn truth(&mut self, value: &Value) -> Result<bool, Exc> {
        let answer = self.truth_of(value)?;
        Ok(!matches!(self.finish_nested(answer)?, Value::Bool(false) | Value::Int(0)))
    }

    /// `hash(value)`.
    #[cfg_attr(page, optimize(speed))]
    pub fn hash(&mut self, value: &Value) -> Result<i64, Exc> {
        match value {
            Value::Str(text) => return Ok(text.hash()),
            Value::Int(number) => return Ok(crate::containers::hashing::int(*number)),
            _ => {}
        }
        if let Value::Instance(_) | Value::Exception(_) | Value::Class(_) = value {
            match self.user_method(value, &self.names.hash.clone()) {
                Some(Value::None) => {
                    let name = self.type_name(value);
                    return Err(type_error(format!("unhashable type: '{name}'")));
                }
                Some(method) => {
                    let hash = self.call_nested(&method, std::slice::from_ref(value))?;
                    return crate::builtins::hash::given(&hash);
                }
                None => {}
            }
        }
        match protocol::hash(self, value)? {
            Some(hash) => Ok(hash),
            None => Ok(crate::builtins::hash::identity(value)),
        }
    }

    /// `a is b or a == b`: how containers compare.
    #[cfg_attr(page, optimize(speed))]
    pub fn equals(&mut self, a: &Value, b: &Value) -> Result<bool, Exc> {
        if let Some(flag) = plain_equal(a, b) {
            return Ok(flag);
        }
        let result = self.compare(CompareOp::Eq, a, b)?;
        self.truth(&result)
    }

    /// `a op b`.
    pub fn compare(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        if let Some(flag) = quick_compare(op, a, b) {
            return Ok(Value::Bool(flag));
        }
        let answer = self.compare_op(op, a, b)?;
        self.finish_nested(answer)
    }

    /// `bool(a < b)`: how sorting compares.
    pub fn less(&mut self, a: &Value, b: &Value) -> Result<bool, Exc> {
        let result = self.compare(CompareOp::Lt, a, b)?;
        self.truth(&result)
    }

    /// `a op b`.
    pub fn binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        let answer = self.binary_op(op, a, b, false)?;
        self.finish_nested(answer)
    }

    /// `str(value)`.
    pub fn str(&mut self, value: &Value) -> Result<Rc<Str>, Exc> {
        if let Value::Str(text) = value {
            return Ok(text.clone());
        }
        if let Some(method) = self.text_method(value, true) {
            return self.text_of("__str__", &method, value);
        }
        if let Value::Exception(exception) = value {
            return self.exception_text(exception);
        }
        if let Value::Instance(instance) = value
            && let Some(Value::Str(text)) = &instance.base
        {
            return Ok(text.clone());
        }
        // A `mappingproxy` is shown as what it stands for.
        if let Value::Instance(instance) = value
            && let Some(mapping @ Value::Dict(_)) = &instance.base
            && instance.class.borrow().builtin
        {
            return self.repr(mapping);
        }
        self.repr(value)
    }

    fn text_of(&mut self, method: &str, callable: &Value, value: &Value) -> Result<Rc<Str>, Exc> {
        match self.call_nested(callable, std::slice::from_ref(value))? {
            Value::Str(text) => Ok(text),
            other => {
                let name = self.type_name(&other);
                Err(type_error(format!("{method} returned non-string (type {name})")))
            }
        }
    }

    /// `repr(value)`.
    pub fn repr(&mut self, value: &Value) -> Result<Rc<Str>, Exc> {
        if let Some(method) = self.text_method(value, false) {
            return self.text_of("__repr__", &method, value);
        }
        let text = match self.own_repr(value)? {
            Some(text) => text,
            None => match repr::repr(self, value)? {
                Some(text) => text,
                None => repr::default(self, value),
            },
        };
        self.charge_text(text.len())?;
        Ok(Str::new(text))
    }

    /// `format(value, spec)`.
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<Rc<Str>, Exc> {
        if let Some(method) = self.user_method(value, &self.names.format.clone()) {
            return match self.call_nested(&method, &[value.clone(), Value::str(spec)])? {
                Value::Str(text) => Ok(text),
                other => {
                    let name = self.type_name(&other);
                    Err(type_error(format!("__format__ must return a str, not {name}")))
                }
            };
        }
        if !matches!(value, Value::Instance(_) | Value::Exception(_))
            && let Some(text) = formatting::format_builtin(self, value, spec)?
        {
            return Ok(Str::new(text));
        }
        if spec.is_empty() {
            return self.str(value);
        }
        let plain = crate::builtins::convert::plain(value).clone();
        if let Some(text) = formatting::format_builtin(self, &plain, spec)? {
            return Ok(Str::new(text));
        }
        let name = self.type_name(value);
        Err(type_error(format!("unsupported format string passed to {name}.__format__")))
    }

    /// An int of what has `__index__`; OverflowError if it does not fit.
    pub fn index(&mut self, value: &Value) -> Result<i64, Exc> {
        match crate::builtins::convert::plain(value) {
            Value::Int(number) => return Ok(*number),
            Value::Bool(flag) => return Ok(i64::from(*flag)),
            Value::BigInt(_) => {
                return Err(error(ExcKind::OverflowError, "Python int too large to convert to C ssize_t"));
            }
            _ => {}
        }
        if let Some(method) = self.user_method(value, &self.names.index.clone()) {
            return match self.call_nested(&method, std::slice::from_ref(value))? {
                Value::Int(number) => Ok(number),
                Value::Bool(flag) => Ok(i64::from(flag)),
                other => {
                    let name = self.type_name(&other);
                    Err(type_error(format!("__index__ returned non-int (type {name})")))
                }
            };
        }
        let name = self.type_name(value);
        Err(type_error(format!("'{name}' object cannot be interpreted as an integer")))
    }

    /// `len(value)`.
    pub fn len(&mut self, value: &Value) -> Result<usize, Exc> {
        if let Some(method) = self.user_method(value, &self.names.len.clone()) {
            let len = self.call_nested(&method, std::slice::from_ref(value))?;
            let len = self.index(&len)?;
            return usize::try_from(len)
                .map_err(|_| error(ExcKind::ValueError, "__len__() should return >= 0"));
        }
        match protocol::len(value) {
            Some(len) => Ok(len),
            None => {
                let name = self.type_name(value);
                Err(type_error(format!("object of type '{name}' has no len()")))
            }
        }
    }

    /// `value.name`.
    pub fn get_attr(&mut self, value: &Value, name: &str) -> NativeResult {
        let answer = self.load_attr(value, &intern(name))?;
        self.finish_nested(answer)
    }

    /// `value.name`, or None where that is an AttributeError.
    pub fn find_attr(&mut self, value: &Value, name: &str) -> Result<Option<Value>, Exc> {
        let name = intern(name);
        let found = match self.try_attr(value, &name) {
            Err(error) if error.is(ExcKind::AttributeError) => None,
            found => found?,
        };
        let answer = match found {
            Some(answer) => answer,
            None => match self.ask_getattr(value, &name) {
                Some(answer) => answer?,
                None => return Ok(None),
            },
        };
        match self.finish_nested(answer) {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.is(ExcKind::AttributeError) => match self.ask_getattr(value, &name) {
                Some(answer) => {
                    let answer = answer?;
                    match self.finish_nested(answer) {
                        Ok(value) => Ok(Some(value)),
                        Err(error) if error.is(ExcKind::AttributeError) => Ok(None),
                        Err(error) => Err(error),
                    }
                }
                None => Ok(None),
            },
            Err(error) => Err(error),
        }
    }

    /// `value.name = new`.
    pub fn set_attr(&mut self, value: &Value, name: &str, new: Value) -> Result<(), Exc> {
        let answer = self.store_attr(value, &intern(name), new)?;
        self.finish_nested(answer).map(drop)
    }

    /// `del value.name`.
    pub fn delete_attr(&mut self, value: &Value, name: &str) -> Result<(), Exc> {
        let answer = self.remove_attr(value, &intern(name))?;
        self.finish_nested(answer).map(drop)
    }

    /// `value[key]`.
    pub fn get_item(&mut self, value: &Value, key: &Value) -> NativeResult {
        let answer = self.load_item(value, key)?;
        self.finish_nested(answer)
    }

    /// `value[key] = new`.
    pub fn set_item(&mut self, value: &Value, key: &Value, new: Value) -> Result<(), Exc> {
        let answer = self.store_item(value, key, new)?;
        self.finish_nested(answer).map(drop)
    }

    /// `item in container`.
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool, Exc> {
        let answer = self.contains_op(container, item)?;
        let answer = self.finish_nested(answer)?;
        self.truth(&answer)
    }

    // Dicts and sets.

    /// The position of a key, and its hash.
    #[cfg_attr(page, optimize(speed))]
    fn dict_find(&mut self, dict: &Dict, key: &Value) -> Result<(i64, Option<usize>), Exc> {
        let hash = self.hash(key)?;
        if dict.is_empty() {
            return Ok((hash, None));
        }
        let found = dict.table.borrow().find(hash, |known| plain_equal(known, key).ok_or(()));
        if let Ok(position) = found {
            return Ok((hash, position));
        }
        let candidates = dict.table.borrow().candidates(hash);
        for position in candidates {
            let known = dict.table.borrow().at(position).map(|(known, _)| known.clone());
            if let Some(known) = known
                && self.equals(&known, key)?
            {
                return Ok((hash, Some(position)));
            }
        }
        Ok((hash, None))
    }

    /// The value of a key.
    #[cfg_attr(page, optimize(speed))]
    pub fn dict_get(&mut self, dict: &Dict, key: &Value) -> Result<Option<Value>, Exc> {
        let (_, position) = self.dict_find(dict, key)?;
        let table = dict.table.borrow();
        Ok(position.and_then(|position| table.at(position)).map(|(_, value)| value.clone()))
    }

    /// Sets the value of a key.
    #[cfg_attr(page, optimize(speed))]
    pub fn dict_set(&mut self, dict: &Dict, key: Value, value: Value) -> Result<(), Exc> {
        let (hash, position) = self.dict_find(dict, &key)?;
        if let Some(position) = position {
            let mut table = dict.table.borrow_mut();
            if let Some(place) = table.value_mut(position) {
                let old = std::mem::replace(place, value);
                drop(table);
                drop(old);
                return Ok(());
            }
        }
        let mut table = dict.table.borrow_mut();
        let before = table.heap_size();
        table.push(hash, key, value);
        let grown = table.heap_size().saturating_sub(before);
        drop(table);
        if grown > 0 {
            self.charge(grown)?;
        }
        Ok(())
    }

    /// Removes a key and gives its value.
    pub fn dict_remove(&mut self, dict: &Dict, key: &Value) -> Result<Option<Value>, Exc> {
        let (_, position) = self.dict_find(dict, key)?;
        let Some(position) = position else { return Ok(None) };
        let removed = dict.table.borrow_mut().remove_at(position);
        Ok(removed.map(|(_, value)| value))
    }

    /// The position of a key, and its hash.
    #[cfg_attr(page, optimize(speed))]
    fn set_find(&mut self, set: &Set, key: &Value) -> Result<(i64, Option<usize>), Exc> {
        let hash = self.hash(key)?;
        let found = set.table.borrow().find(hash, |known| plain_equal(known, key).ok_or(()));
        if let Ok(position) = found {
            return Ok((hash, position));
        }
        let candidates = set.table.borrow().candidates(hash);
        for position in candidates {
            let known = set.table.borrow().at(position).cloned();
            if let Some(known) = known
                && self.equals(&known, key)?
            {
                return Ok((hash, Some(position)));
            }
        }
        Ok((hash, None))
    }

    /// Whether a key is in a set.
    pub fn set_contains(&mut self, set: &Set, key: &Value) -> Result<bool, Exc> {
        Ok(self.set_find(set, key)?.1.is_some())
    }

    /// Adds a key; whether it was not there yet.
    pub fn set_add(&mut self, set: &Set, key: Value) -> Result<bool, Exc> {
        let (hash, position) = self.set_find(set, &key)?;
        if position.is_some() {
            return Ok(false);
        }
        let mut table = set.table.borrow_mut();
        let before = table.heap_size();
        table.push(hash, key);
        let grown = table.heap_size().saturating_sub(before);
        drop(table);
        if grown > 0 {
            self.charge(grown)?;
        }
        Ok(true)
    }

    /// Removes a key; whether it was there.
    pub fn set_remove(&mut self, set: &Set, key: &Value) -> Result<bool, Exc> {
        let (_, position) = self.set_find(set, key)?;
        let Some(position) = position else { return Ok(false) };
        let removed = set.table.borrow_mut().remove_at(position);
        Ok(removed.is_some())
    }

    // Iteration.

    /// An iterator that never runs a program's code, if the value is iterable in that way: builtin
    /// containers and builtin iterators over them. None for everything else: then go on in the prelude.
    pub fn builtin_iter(&mut self, value: &Value) -> Option<Rc<Iter>> {
        if self.user_method(value, &self.names.iter.clone()).is_some() {
            return None;
        }
        protocol::iter(value)
    }

    /// All items of what [`Vm::builtin_iter`] can iterate; None for everything else.
    #[cfg_attr(page, optimize(speed))]
    pub fn collect(&mut self, value: &Value) -> Result<Option<Vec<Value>>, Exc> {
        match value {
            Value::List(list) => return Ok(Some(list.items.borrow().clone())),
            Value::Tuple(items) => return Ok(Some(items.to_vec())),
            _ => {}
        }
        let Some(iter) = self.builtin_iter(value) else { return Ok(None) };
        let mut items = Vec::new();
        while let Some(item) = self.iter_next(&iter)? {
            if items.len() == items.capacity() {
                self.charge(items.capacity() * size_of::<Value>())?;
            }
            items.push(item);
        }
        Ok(Some(items))
    }

    /// A TypeError unless the value can be iterated at all (it has `__iter__` or `__getitem__`).
    pub fn check_iterable(&mut self, value: &Value) -> Result<(), Exc> {
        if self.can_iterate(value) {
            return Ok(());
        }
        let name = self.type_name(value);
        Err(type_error(format!("'{name}' object is not iterable")))
    }

    /// `type(value)` as the class that `class` statements name.
    #[must_use]
    pub fn class_value(&self, value: &Value) -> Value {
        Value::Class(self.class_of(value))
    }

    /// The builtin class of that name.
    #[must_use]
    pub fn builtin_class(&self, name: &str) -> Option<Rc<Class>> {
        self.types.by_name(name)
    }

    /// `str(exception)`.
    pub fn exception_text(&mut self, exception: &Exc) -> Result<Rc<Str>, Exc> {
        if let Some(group) = &*exception.group.borrow() {
            return Ok(super::groups::text(group));
        }
        let args = exception.args.borrow().clone();
        match args.as_slice() {
            [] => Ok(intern("")),
            [one] if exception.is(ExcKind::KeyError) => self.repr(one),
            [code, message, rest @ ..] if rest.len() < 4 && exception.is(ExcKind::OSError) => {
                let (code, message) = (self.str(code)?, self.str(message)?);
                let mut text = format!("[Errno {code}] {message}");
                let files = exception.files.borrow().clone();
                if let Some(Value::Tuple(files)) = files {
                    for (before, file) in
                        [": ", " -> "].iter().zip(files.iter()).filter(|(_, file)| !file.is_none())
                    {
                        text.push_str(before);
                        text.push_str(&self.repr(file)?);
                    }
                }
                Ok(Str::new(text))
            }
            [one] => self.str(one),
            _ => self.repr(&Value::tuple(args)),
        }
    }
}
