//! The machine: what natives and the run loop need of each other.
//!
//! The methods here that take values of any type may run a program's code (`__eq__`, `__hash__`,
//! `__repr__`, ...) in a nested run: never call them while a container is borrowed.

use std::rc::Rc;

use crate::containers::SetTable;
use crate::native::NativeResult;
use crate::objects::{Class, Dict, Exc, Iter, List, Set, Str, runtime_error};
use crate::op::{BinaryOp, CompareOp};
use crate::value::Value;

pub mod frame;

/// The machine of one run.
pub struct Vm {
    _private: (),
}

#[expect(unused_variables, clippy::unused_self, reason = "the contract comes first, the bodies follow")]
impl Vm {
    // Making objects.

    /// The one shared string with this text: for names.
    pub fn intern(&mut self, text: &str) -> Rc<Str> {
        Str::new(text)
    }

    /// A list.
    pub fn new_list(&mut self, items: Vec<Value>) -> Value {
        Value::List(Rc::new(List { items: items.into() }))
    }

    /// A dict for a program.
    pub fn new_dict(&mut self) -> Rc<Dict> {
        Rc::new(Dict::new())
    }

    /// A set.
    pub fn new_set(&mut self, table: SetTable<Value>) -> Rc<Set> {
        Rc::new(Set { table: table.into(), hash: None.into() })
    }

    /// Counts `bytes` that are about to be allocated; MemoryError if that is too much.
    pub fn charge(&mut self, bytes: usize) -> Result<(), Exc> {
        Ok(())
    }

    // Types.

    /// `type(value)`.
    #[must_use]
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        unreachable!()
    }

    /// `type(value).__name__`.
    #[must_use]
    pub fn type_name(&self, value: &Value) -> String {
        self.class_of(value).name().to_string()
    }

    /// `isinstance(value, class)` for one class.
    #[must_use]
    pub fn is_instance(&self, value: &Value, class: &Rc<Class>) -> bool {
        self.class_of(value).is_subclass(class)
    }

    // Operations on values of any type. They may run a program's code.

    /// `bool(value)`.
    pub fn truth(&mut self, value: &Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    /// `hash(value)`.
    pub fn hash(&mut self, value: &Value) -> Result<i64, Exc> {
        Err(runtime_error("later"))
    }

    /// `a is b or a == b`: how containers compare.
    pub fn equals(&mut self, a: &Value, b: &Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    /// `a op b`.
    pub fn compare(&mut self, op: CompareOp, a: &Value, b: &Value) -> NativeResult {
        Err(runtime_error("later"))
    }

    /// `bool(a < b)`: how sorting compares.
    pub fn less(&mut self, a: &Value, b: &Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    /// `a op b`.
    pub fn binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        Err(runtime_error("later"))
    }

    /// `str(value)`.
    pub fn str(&mut self, value: &Value) -> Result<Rc<Str>, Exc> {
        Err(runtime_error("later"))
    }

    /// `repr(value)`.
    pub fn repr(&mut self, value: &Value) -> Result<Rc<Str>, Exc> {
        Err(runtime_error("later"))
    }

    /// `format(value, spec)`.
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<Rc<Str>, Exc> {
        Err(runtime_error("later"))
    }

    /// An int of what has `__index__`; OverflowError if it does not fit.
    pub fn index(&mut self, value: &Value) -> Result<i64, Exc> {
        Err(runtime_error("later"))
    }

    /// `len(value)`.
    pub fn len(&mut self, value: &Value) -> Result<usize, Exc> {
        Err(runtime_error("later"))
    }

    /// `value.name`.
    pub fn get_attr(&mut self, value: &Value, name: &str) -> NativeResult {
        Err(runtime_error("later"))
    }

    /// `value.name`, or None where that is an AttributeError.
    pub fn find_attr(&mut self, value: &Value, name: &str) -> Result<Option<Value>, Exc> {
        Err(runtime_error("later"))
    }

    /// `value.name = new`.
    pub fn set_attr(&mut self, value: &Value, name: &str, new: Value) -> Result<(), Exc> {
        Err(runtime_error("later"))
    }

    /// `del value.name`.
    pub fn delete_attr(&mut self, value: &Value, name: &str) -> Result<(), Exc> {
        Err(runtime_error("later"))
    }

    /// `value[key]`.
    pub fn get_item(&mut self, value: &Value, key: &Value) -> NativeResult {
        Err(runtime_error("later"))
    }

    /// `value[key] = new`.
    pub fn set_item(&mut self, value: &Value, key: &Value, new: Value) -> Result<(), Exc> {
        Err(runtime_error("later"))
    }

    /// `item in container`.
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    // Dicts and sets.

    /// The value of a key.
    pub fn dict_get(&mut self, dict: &Dict, key: &Value) -> Result<Option<Value>, Exc> {
        Err(runtime_error("later"))
    }

    /// Sets the value of a key.
    pub fn dict_set(&mut self, dict: &Dict, key: Value, value: Value) -> Result<(), Exc> {
        Err(runtime_error("later"))
    }

    /// Removes a key and gives its value.
    pub fn dict_remove(&mut self, dict: &Dict, key: &Value) -> Result<Option<Value>, Exc> {
        Err(runtime_error("later"))
    }

    /// Whether a key is in a set.
    pub fn set_contains(&mut self, set: &Set, key: &Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    /// Adds a key; whether it was not there yet.
    pub fn set_add(&mut self, set: &Set, key: Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    /// Removes a key; whether it was there.
    pub fn set_remove(&mut self, set: &Set, key: &Value) -> Result<bool, Exc> {
        Err(runtime_error("later"))
    }

    // Iteration.

    /// An iterator that never runs a program's code, if the value is iterable in that way: builtin
    /// containers and builtin iterators over them. None for everything else: then go on in the prelude.
    pub fn builtin_iter(&mut self, value: &Value) -> Option<Rc<Iter>> {
        None
    }

    /// The next item of such an iterator.
    pub fn iter_next(&mut self, iter: &Iter) -> Result<Option<Value>, Exc> {
        Err(runtime_error("later"))
    }

    /// All items of what [`Vm::builtin_iter`] can iterate; None for everything else.
    pub fn collect(&mut self, value: &Value) -> Result<Option<Vec<Value>>, Exc> {
        let Some(iter) = self.builtin_iter(value) else { return Ok(None) };
        let mut items = Vec::new();
        while let Some(item) = self.iter_next(&iter)? {
            items.push(item);
        }
        Ok(Some(items))
    }

    /// A TypeError unless the value can be iterated at all (it has `__iter__` or `__getitem__`).
    pub fn check_iterable(&mut self, value: &Value) -> Result<(), Exc> {
        Ok(())
    }

    // Calls.

    /// Ends a native by a call: its result is the native's. Nothing is nested, the call may suspend.
    pub fn tail_call(&mut self, callable: &Value, positional: Vec<Value>) -> NativeResult {
        Err(runtime_error("later"))
    }

    /// Ends a native by a call of a function written in Python in the prelude (`builtins/prelude.py`): for everything
    /// that has to call back into the program (keys, `__iter__` of its classes, ...).
    pub fn prelude(&mut self, function: &'static str, positional: Vec<Value>) -> NativeResult {
        Err(runtime_error("later"))
    }

    /// Calls and waits for the result in a nested run: only where neither [`Vm::tail_call`] nor the prelude will
    /// do (comparisons inside containers). Such calls cannot suspend, and nest only some 40 deep.
    pub fn call_nested(&mut self, callable: &Value, positional: &[Value]) -> NativeResult {
        Err(runtime_error("later"))
    }

    // The world.

    /// Writes to the program's stdout (`false`) or stderr (`true`).
    pub fn write(&mut self, error: bool, text: &str) {}
}
