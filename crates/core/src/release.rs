//! Dropping long chains without deep recursion: a task that waits for a task that waits for a task, a list
//! in a list in a list.
//!
//! Destructors of things that can be linked hand over what they hold; beyond a depth it is dropped when the
//! outermost destructor is done. CPython's name for this is the trashcan.

use std::any::Any;
use std::cell::{Cell, RefCell};

/// How many destructors may be inside each other.
const DEEPEST: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static LATER: RefCell<Vec<Box<dyn Any>>> = const { RefCell::new(Vec::new()) };
}

/// Drops `content` now if that is not too deep inside other calls of this function; else when the outermost
/// of them is done.
pub fn release<T: 'static>(content: T) {
    // Where the thread itself ends there is no queue any more, and nothing deep either.
    let depth = DEPTH.try_with(Cell::get).unwrap_or(0);
    if depth >= DEEPEST {
        let _ = LATER.try_with(|later| later.borrow_mut().push(Box::new(content)));
        return;
    }
    let _ = DEPTH.try_with(|d| d.set(depth + 1));
    drop(content);
    if depth == 0 {
        drop_what_is_left();
    }
    let _ = DEPTH.try_with(|d| d.set(depth));
}

fn drop_what_is_left() {
    loop {
        let batch = LATER.try_with(RefCell::take).unwrap_or_default();
        if batch.is_empty() {
            return;
        }
        drop(batch);
    }
}
