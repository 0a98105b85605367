//! Strings, sequences, sets, ranges, cells and modules.

use std::cell::{Cell as StdCell, RefCell};
use std::fmt;
use std::rc::Rc;

use compact_str::CompactString;

use crate::containers::{SetTable, hashing};
use crate::objects::Dict;
use crate::value::Value;

/// A `str`.
pub struct Str {
    /// A short text has its place here.
    text: CompactString,
    ascii: bool,
    /// The hash, once it was asked for; -1, which no hash is, before.
    hash: StdCell<i64>,
}

impl Str {
    /// A string.
    #[cfg_attr(page, optimize(speed))]
    pub fn new(text: impl Into<CompactString>) -> Rc<Str> {
        let text = text.into();
        Rc::new(Str { ascii: text.is_ascii(), text, hash: StdCell::new(-1) })
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether every character is ASCII: then byte and character positions are the same.
    #[must_use]
    pub fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// The number of characters.
    #[must_use]
    pub fn char_len(&self) -> usize {
        if self.ascii { self.text.len() } else { self.text.chars().count() }
    }

    /// `hash(self)`.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn hash(&self) -> i64 {
        if self.hash.get() == -1 {
            self.hash.set(hashing::str(&self.text));
        }
        self.hash.get()
    }
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        std::ptr::eq(self, other) || self.text == other.text
    }
}

impl Eq for Str {}

impl std::ops::Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

/// A `bytes`.
#[derive(Debug)]
pub struct Bytes(Box<[u8]>);

impl Bytes {
    /// A bytes object.
    #[must_use]
    pub fn new(bytes: Vec<u8>) -> Rc<Bytes> {
        Rc::new(Bytes(bytes.into_boxed_slice()))
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0
    }
}

/// A `tuple`. Derefs to its items.
#[derive(Debug)]
pub struct Tuple {
    items: Vec<Value>,
}

impl Tuple {
    /// A tuple.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn new(items: Vec<Value>) -> Rc<Tuple> {
        Rc::new(Tuple { items })
    }
}

impl std::ops::Deref for Tuple {
    type Target = [Value];
    fn deref(&self) -> &[Value] {
        &self.items
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        crate::heap::drop_backwards(std::mem::take(&mut self.items));
    }
}

/// A `list`. Make one with [`Vm::new_list`](crate::vm::Vm::new_list). Never hold a borrow while calling into the machine.
#[derive(Debug, Default)]
pub struct List {
    /// The items.
    pub items: RefCell<Vec<Value>>,
}

impl Drop for List {
    fn drop(&mut self) {
        crate::heap::drop_backwards(self.items.take());
    }
}

/// A `set` or `frozenset`. Make one with [`Vm::new_set`](crate::vm::Vm::new_set).
#[derive(Debug, Default)]
pub struct Set {
    /// The keys, in the order of CPython's own table.
    pub table: RefCell<SetTable<Value>>,
    /// The hash of a frozenset, once it was asked for.
    pub hash: StdCell<Option<i64>>,
}

impl Set {
    /// The number of members.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether it is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// A `range` whose bounds fit in an i64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first number.
    pub start: i64,
    /// The end, exclusive.
    pub stop: i64,
    /// Never 0.
    pub step: i64,
}

impl Range {
    /// The number of items. Saturates at the largest i64 (longer ranges cannot be made).
    #[must_use]
    pub fn len(&self) -> i64 {
        if self.step == 1
            && let Some(count) = self.stop.checked_sub(self.start)
        {
            return count.max(0);
        }
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let count =
            if step > 0 { (stop - start + step - 1) / step } else { (stop - start + step + 1) / step };
        i64::try_from(count.max(0)).unwrap_or(i64::MAX)
    }

    /// Whether it has no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The item at an index that is in range.
    #[must_use]
    pub fn at(&self, index: i64) -> i64 {
        self.start.wrapping_add(self.step.wrapping_mul(index))
    }
}

/// A `slice`.
#[derive(Debug)]
pub struct Slice {
    /// Before the first colon, or None.
    pub start: Value,
    /// After it.
    pub stop: Value,
    /// After the second.
    pub step: Value,
}

/// A variable that functions share.
#[derive(Debug)]
pub struct Cell {
    /// Its value; `Nothing` while unbound.
    pub value: RefCell<Value>,
}

impl Cell {
    /// A cell.
    #[must_use]
    #[cfg_attr(page, optimize(speed))]
    pub fn new(value: Value) -> Rc<Cell> {
        Rc::new(Cell { value: RefCell::new(value) })
    }
}

impl Drop for Cell {
    fn drop(&mut self) {
        crate::heap::drop_value(self.value.replace(Value::Nothing));
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        for part in [&mut self.start, &mut self.stop, &mut self.step] {
            crate::heap::drop_value(std::mem::replace(part, Value::None));
        }
    }
}

/// A module.
#[derive(Debug)]
pub struct Module {
    /// Its name.
    pub name: Rc<Str>,
    /// Its globals.
    pub dict: Rc<Dict>,
}
