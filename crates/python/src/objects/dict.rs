//! Dicts and their views. Operations that may call a program's `__hash__` or `__eq__` are methods of the machine
//! (`Vm::dict_get` and so on); those here take string keys only, or positions.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::rc::Rc;

use crate::containers::OrderedTable;
use crate::objects::Str;
use crate::value::Value;

/// A `dict`, also the namespace of modules, classes and instances. Make one for a program with
/// [`Vm::new_dict`](crate::vm::Vm::new_dict).
#[derive(Debug, Default)]
pub struct Dict {
    /// The entries. Never hold a borrow while calling into the machine.
    pub table: RefCell<OrderedTable<Value, Value>>,
}

/// Whether a key is this string.
fn same(key: &Value, name: &Str) -> bool {
    matches!(key, Value::Str(text) if **text == *name)
}

impl Dict {
    /// An empty dict.
    #[must_use]
    pub fn new() -> Dict {
        Dict::default()
    }

    /// The number of entries.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where a string key is.
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn position(&self, name: &Str) -> Option<usize> {
        let table = self.table.borrow();
        if table.is_empty() {
            return None;
        }
        let found: Result<_, Infallible> = table.find(name.hash(), |key| Ok(same(key, name)));
        found.unwrap_or_else(|never| match never {})
    }

    /// Whether a string key is there.
    #[inline]
    pub(crate) fn has_name(&self, name: &Str) -> bool {
        self.table.borrow().may_have(name.hash()) && self.position(name).is_some()
    }

    /// Whether every key is a string.
    pub(crate) fn has_names_only(&self) -> bool {
        self.table.borrow().iter().all(|(key, _)| matches!(key, Value::Str(_)))
    }

    /// The value of a string key.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn get_name(&self, name: &Str) -> Option<Value> {
        let position = self.position(name)?;
        self.table.borrow().at(position).map(|(_, value)| value.clone())
    }

    /// The value at a position, if its key is that very string.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn named_at(&self, position: u32, name: &Rc<Str>) -> Option<Value> {
        match self.table.borrow().at(position as usize) {
            Some((Value::Str(key), value)) if Rc::ptr_eq(key, name) => Some(value.clone()),
            _ => None,
        }
    }

    /// The value of a string key, looked for first where it was the last time.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn get_hinted(&self, name: &Rc<Str>, hint: &Cell<u32>) -> Option<Value> {
        if let Some(value) = self.named_at(hint.get(), name) {
            return Some(value);
        }
        // The same name may be another string here.
        match self.table.borrow().at(hint.get() as usize) {
            Some((key, value)) if same(key, name) => return Some(value.clone()),
            _ => {}
        }
        let position = self.position(name)?;
        hint.set(position as u32);
        self.table.borrow().at(position).map(|(_, value)| value.clone())
    }

    /// Sets the value of a string key.
    pub fn set_name(&self, name: &Rc<Str>, value: Value) {
        self.put_name(name, value);
    }

    /// The same; where it is then.
    fn put_name(&self, name: &Rc<Str>, value: Value) -> usize {
        match self.position(name) {
            Some(position) => {
                let mut table = self.table.borrow_mut();
                let old = table.value_mut(position).map(|place| std::mem::replace(place, value));
                drop(table);
                drop(old);
                position
            }
            None => self.table.borrow_mut().push(name.hash(), Value::Str(name.clone()), value),
        }
    }

    /// Sets the value of a string key, looked for first where it was the last time.
    #[inline]
    #[cfg_attr(page, optimize(speed))]
    pub(crate) fn set_hinted(&self, name: &Rc<Str>, hint: &Cell<u32>, value: Value) {
        let position = hint.get() as usize;
        let mut table = self.table.borrow_mut();
        if let Some((Value::Str(key), place)) = table.at_mut(position)
            && Rc::ptr_eq(key, name)
        {
            let old = std::mem::replace(place, value);
            drop(table);
            drop(old);
        } else if position == table.end() && !table.may_have(name.hash()) {
            table.push(name.hash(), Value::Str(name.clone()), value);
        } else {
            drop(table);
            hint.set(self.put_name(name, value) as u32);
        }
    }

    /// Removes a string key.
    pub fn remove_name(&self, name: &Str) -> Option<Value> {
        let position = self.position(name)?;
        let removed = self.table.borrow_mut().remove_at(position);
        removed.map(|(_, value)| value)
    }

    /// The entry at or after a position, and the position to go on from: iteration that holds no borrow.
    #[must_use]
    pub fn next_entry(&self, from: usize) -> Option<(usize, Value, Value)> {
        let table = self.table.borrow();
        table.next(from).map(|(at, key, value)| (at + 1, key.clone(), value.clone()))
    }

    /// A copy of all entries.
    #[must_use]
    pub fn entries(&self) -> Vec<(Value, Value)> {
        self.table.borrow().iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }
}

impl Drop for Dict {
    fn drop(&mut self) {
        crate::heap::drop_table(self.table.take());
    }
}

/// Which part of a dict a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ViewKind {
    /// `keys()`
    Keys,
    /// `values()`
    Values,
    /// `items()`
    Items,
}

/// A dict view.
#[derive(Debug)]
pub struct View {
    /// The dict.
    pub dict: Rc<Dict>,
    /// The part.
    pub kind: ViewKind,
}
