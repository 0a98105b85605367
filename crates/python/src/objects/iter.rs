//! Iterators of builtin types: those that never run a program's code.

use std::cell::RefCell;
use std::rc::Rc;

use crate::objects::{Deque, Dict, List, Set, Str, Tuple, View};
use crate::value::Value;

/// A builtin iterator. Advance it with [`Vm::iter_next`](crate::vm::Vm::iter_next).
#[derive(Debug)]
pub struct Iter {
    /// Where it is.
    pub state: RefCell<IterState>,
}

/// Where a builtin iterator is.
#[derive(Debug)]
pub enum IterState {
    /// Exhausted.
    Done,
    /// Over a list: the next index.
    List(Rc<List>, usize),
    /// Over a tuple: the next index.
    Tuple(Rc<Tuple>, usize),
    /// Over a string: the next byte offset.
    Str(Rc<Str>, usize),
    /// Over bytes.
    Bytes(Rc<crate::objects::Bytes>, usize),
    /// Over a range: the next number, how many are left, the step.
    Range(i64, i64, i64),
    /// Over a dict: the view, the position, its length at the start.
    View(Rc<View>, usize, usize),
    /// Over a dict or view in reverse: position and length.
    ReversedView(Rc<View>, usize, usize),
    /// Over a set: the position, its length at the start.
    Set(Rc<Set>, usize, usize),
    /// Over a list in reverse: how many are left.
    ReversedList(Rc<List>, usize),
    /// Over a deque: the next index (in reverse: how many are left), its changes at the start, whether in reverse.
    Deque(Rc<Deque>, usize, u64, bool),
    /// `enumerate` of a builtin iterator.
    Enumerate(Rc<Iter>, i64),
    /// `zip` of builtin iterators.
    Zip(Vec<Rc<Iter>>, bool),
    /// Over items that are at hand; and the name of the iterator's type.
    Items(std::vec::IntoIter<Value>, &'static str),
    /// Keeps the dict alive for `dict_keyiterator` of a plain dict.
    Dict(Rc<Dict>, usize, usize),
}

impl Iter {
    /// An iterator, as a value.
    #[must_use]
    pub fn value(state: IterState) -> Value {
        Value::Iter(Rc::new(Iter { state: RefCell::new(state) }))
    }
}

impl Drop for Iter {
    fn drop(&mut self) {
        match self.state.replace(IterState::Done) {
            IterState::Enumerate(inner, _) => crate::heap::drop_value(Value::Iter(inner)),
            IterState::Zip(inner, _) => {
                for inner in inner {
                    crate::heap::drop_value(Value::Iter(inner));
                }
            }
            _ => {}
        }
    }
}
