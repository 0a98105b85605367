//! Dicts and their views. Operations that may call a program's `__hash__` or `__eq__` are methods of the machine
//! (`Vm::dict_get` and so on); those here take string keys only, or positions.

use std::cell::RefCell;
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
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn position(&self, name: &Str) -> Option<usize> {
        let table = self.table.borrow();
        if table.is_empty() {
            return None;
        }
        let found: Result<_, Infallible> = table.find(name.hash(), |key| Ok(same(key, name)));
        found.unwrap_or_else(|never| match never {})
    }

    /// The value of a string key.
    #[must_use]
    pub fn get_name(&self, name: &Str) -> Option<Value> {
        let position = self.position(name)?;
        self.table.borrow().at(position).map(|(_, value)| value.clone())
    }

    /// The value of a string key, looked for first where it was the last time.
    #[inline]
    pub(crate) fn get_hinted(&self, name: &Rc<Str>, hint: &std::cell::Cell<u32>) -> Option<Value> {
        let table = self.table.borrow();
        if let Some((Value::Str(key), value)) = table.at(hint.get() as usize)
            && Rc::ptr_eq(key, name)
        {
            return Some(value.clone());
        }
        drop(table);
        let position = self.position(name)?;
        hint.set(position as u32);
        self.table.borrow().at(position).map(|(_, value)| value.clone())
    }

    /// Sets the value of a string key.
    pub fn set_name(&self, name: &Rc<Str>, value: Value) {
        let old = match self.position(name) {
            Some(position) => {
                self.table.borrow_mut().value_mut(position).map(|place| std::mem::replace(place, value))
            }
            None => {
                self.table.borrow_mut().push(name.hash(), Value::Str(name.clone()), value);
                None
            }
        };
        drop(old);
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
