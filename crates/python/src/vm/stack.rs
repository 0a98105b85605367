//! The values of a frame: its locals, and on them the operand stack.
//!
//! All places are there from the beginning, so that what runs plain instructions (`dispatch::quick`) keeps the height in a
//! register and never has to grow anything. It knows values, and nothing of the machine.

use std::ops::{Deref, DerefMut};

use crate::heap::is_inline;
use crate::value::Value;

/// A stack of values. As a slice, it is what lies on it.
#[derive(Debug, Default)]
pub struct Stack {
    /// From `top` on they hold nothing that would have to be dropped.
    places: Vec<Value>,
    top: usize,
}

impl Stack {
    /// All places, used or not.
    #[inline(always)]
    pub(crate) fn places(&mut self) -> &mut [Value] {
        &mut self.places
    }

    /// Says how many of the places are used. From there on they hold nothing that would have to be dropped.
    #[inline(always)]
    pub(crate) fn set_len(&mut self, len: usize) {
        self.top = len.min(self.places.len());
    }

    /// Makes room for that many more.
    #[inline]
    pub(crate) fn reserve(&mut self, more: usize) {
        let wanted = self.top + more;
        if self.places.len() < wanted {
            self.grow(wanted);
        }
    }

    #[cold]
    fn grow(&mut self, wanted: usize) {
        self.places.resize(wanted, Value::Nothing);
    }

    /// Puts a value on top.
    #[inline(always)]
    pub(crate) fn push(&mut self, value: Value) {
        match self.places.get_mut(self.top) {
            Some(place) => {
                debug_assert!(is_inline(place));
                std::mem::forget(std::mem::replace(place, value));
                self.top += 1;
            }
            None => self.push_new(value),
        }
    }

    #[cold]
    #[inline(never)]
    fn push_new(&mut self, value: Value) {
        self.places.push(value);
        self.top = self.places.len();
    }

    /// Takes the top value.
    #[inline(always)]
    pub(crate) fn pop(&mut self) -> Option<Value> {
        let top = self.top.wrapping_sub(1);
        let value = std::mem::replace(self.places.get_mut(top)?, Value::Nothing);
        self.top = top;
        Some(value)
    }

    /// Takes away that many that need not be dropped.
    #[inline(always)]
    pub(crate) fn forget(&mut self, count: usize) {
        let top = self.top.saturating_sub(count);
        debug_assert!(self.places[top..self.top].iter().all(is_inline));
        self.top = top;
    }

    /// The top value.
    #[inline(always)]
    pub(crate) fn last(&self) -> Option<&Value> {
        self.places.get(self.top.wrapping_sub(1))
    }

    /// The same, to be changed.
    #[inline(always)]
    pub(crate) fn last_mut(&mut self) -> Option<&mut Value> {
        self.places.get_mut(self.top.wrapping_sub(1))
    }

    /// Drops what is above the first `len`, from below.
    #[inline]
    pub(crate) fn truncate(&mut self, len: usize) {
        if len < self.top {
            let top = std::mem::replace(&mut self.top, len);
            for place in &mut self.places[len..top] {
                // What is small may stay.
                if !is_inline(place) {
                    *place = Value::Nothing;
                }
            }
        }
    }

    /// Puts nothing on top until there are that many.
    #[inline]
    pub(crate) fn pad(&mut self, len: usize) {
        while self.top < len {
            self.push(Value::Nothing);
        }
    }

    /// Takes what is above the first `len`.
    pub(crate) fn split_off(&mut self, len: usize) -> Vec<Value> {
        let taken = self[len..].iter_mut().map(|value| std::mem::replace(value, Value::Nothing)).collect();
        self.top = len;
        taken
    }

    /// What lies on it.
    #[inline(always)]
    pub(crate) fn as_slice(&self) -> &[Value] {
        &self.places[..self.top]
    }

    /// The same, to be changed.
    #[inline(always)]
    pub(crate) fn as_mut_slice(&mut self) -> &mut [Value] {
        &mut self.places[..self.top]
    }
}

impl Extend<Value> for Stack {
    fn extend<T: IntoIterator<Item = Value>>(&mut self, values: T) {
        values.into_iter().for_each(|value| self.push(value));
    }
}

impl Deref for Stack {
    type Target = [Value];

    #[inline(always)]
    fn deref(&self) -> &[Value] {
        self.as_slice()
    }
}

impl DerefMut for Stack {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [Value] {
        self.as_mut_slice()
    }
}
