//! What a traceback keeps of a frame: its local variables, from the moment at which it ends, and the frame that called it.
//!
//! Mirrors `take_ownership` in CPython's `frame.c`: whoever holds an exception holds what was local to the functions that
//! it came through, and to those that had called them (`f_back`) if they end while it is held.

use std::cell::RefCell;
use std::rc::Rc;

use crate::value::Value;

/// The local variables of a frame that has ended; none as long as it runs.
#[derive(Debug, Default)]
pub struct Remains {
    locals: RefCell<Vec<Value>>,
    /// Of the frame that it ended into.
    back: RefCell<Option<Rc<Remains>>>,
}

impl Remains {
    /// Of a frame that has ended.
    #[must_use]
    pub fn new(locals: Vec<Value>) -> Rc<Remains> {
        Rc::new(Remains { locals: locals.into(), back: RefCell::default() })
    }

    /// The local variable in a slot.
    #[must_use]
    pub fn local(&self, slot: usize) -> Option<Value> {
        match self.locals.borrow().get(slot)? {
            Value::Cell(cell) => Some(cell.value.borrow().clone()),
            value => Some(value.clone()),
        }
    }

    /// The frame has ended with these.
    pub fn keep(&self, locals: Vec<Value>) {
        drop(self.locals.replace(locals));
    }

    /// The frame has ended into the one that this is of. Mirrors `f_back`.
    pub fn called_by(&self, back: Option<Rc<Remains>>) {
        drop(self.back.replace(back));
    }
}

impl crate::heap::Store for Remains {
    fn size(&self) -> usize {
        self.locals.borrow().capacity() * size_of::<Value>()
    }

    fn each(&self, visit: &mut dyn FnMut(&Value)) {
        self.locals.borrow().iter().for_each(visit);
    }

    fn clear(&self) {
        drop((self.locals.take(), self.back.take()));
    }
}

impl Drop for Remains {
    fn drop(&mut self) {
        let locals = self.locals.take();
        if !locals.is_empty() {
            loopscope_core::release::release(locals);
        }
        // As many as the recursion was deep.
        if let Some(back) = self.back.take() {
            loopscope_core::release::release(back);
        }
    }
}
