//! What is inside a `collections.deque`.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use crate::heap::Store;
use crate::value::Value;

/// The items of a `deque`. Never hold a borrow while calling into the machine.
#[derive(Debug, Default)]
pub struct Deque {
    /// The items.
    pub items: RefCell<VecDeque<Value>>,
    /// At most so many; what is too much falls out at the other end.
    pub most: Cell<Option<usize>>,
    /// Counts changes: an iterator goes no further after one.
    pub changes: Cell<u64>,
}

impl Deque {
    /// The number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.borrow().is_empty()
    }

    /// The item at an index.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<Value> {
        self.items.borrow().get(index).cloned()
    }

    /// Notes that it was changed.
    pub fn touch(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    /// Adds an item at an end; what falls out at the other is given back, to be dropped when nothing is borrowed.
    #[must_use = "dropping it may run the program's code"]
    pub fn push(&self, item: Value, left: bool) -> Option<Value> {
        self.touch();
        let mut items = self.items.borrow_mut();
        let full = self.most.get().is_some_and(|most| items.len() >= most);
        if full && items.is_empty() {
            return Some(item);
        }
        match left {
            true => {
                let out = if full { items.pop_back() } else { None };
                items.push_front(item);
                out
            }
            false => {
                let out = if full { items.pop_front() } else { None };
                items.push_back(item);
                out
            }
        }
    }
}

impl Store for Deque {
    fn size(&self) -> usize {
        self.items.borrow().capacity() * size_of::<Value>()
    }

    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.items.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop(self.items.take());
    }
}

impl Drop for Deque {
    fn drop(&mut self) {
        crate::heap::drop_backwards(self.items.take().into());
    }
}
