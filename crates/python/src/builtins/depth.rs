//! How deep natives are inside each other: nested containers are compared, hashed and shown by recursion,
//! which must not exhaust the stack of the thread.

use std::cell::{Cell, RefCell};

use crate::objects::{Exc, ExcKind, error};

/// Deep enough for data that people write, shallow enough for a page's stack.
const DEEPEST: u32 = 150;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static SHOWN: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// One level of recursion; left when it is dropped.
pub(crate) struct Nested(());

impl Nested {
    /// Goes one level down.
    ///
    /// # Errors
    /// RecursionError; `what` ends its message.
    pub(crate) fn enter(what: &str) -> Result<Nested, Exc> {
        let depth = DEPTH.get();
        if depth >= DEEPEST {
            let message = format!("maximum recursion depth exceeded {what}");
            return Err(error(ExcKind::RecursionError, message));
        }
        DEPTH.set(depth + 1);
        Ok(Nested(()))
    }
}

impl Drop for Nested {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get().saturating_sub(1));
    }
}

/// A container that is being shown; a container inside itself is shown as dots. Mirrors
/// `Py_ReprEnter` and `Py_ReprLeave`.
pub(crate) struct Showing(());

impl Showing {
    /// Begins to show the container at this address; None if it is being shown already.
    pub(crate) fn enter(address: usize) -> Option<Showing> {
        SHOWN.with_borrow_mut(|shown| {
            if shown.contains(&address) {
                return None;
            }
            shown.push(address);
            Some(Showing(()))
        })
    }
}

impl Drop for Showing {
    fn drop(&mut self) {
        SHOWN.with_borrow_mut(|shown| {
            shown.pop();
        });
    }
}
