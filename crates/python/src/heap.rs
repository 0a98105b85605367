//! Freeing what a run has made: deep structures without deep recursion, and cycles at the end.

use std::cell::{Cell, RefCell};

use crate::containers::OrderedTable;
use crate::value::Value;

/// How many destructors of containers may be inside each other.
const DEEPEST: u32 = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static LATER: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
}

/// Drops the content of a container now if that is not too deep inside other destructors; else keeps
/// the values in it until the outermost is done.
fn bounded<T>(content: T, spill: impl FnOnce(T, &mut Vec<Value>)) {
    let depth = DEPTH.try_with(Cell::get).unwrap_or(0);
    if depth >= DEEPEST {
        let _ = LATER.try_with(|values| spill(content, &mut values.borrow_mut()));
        return;
    }
    let _ = DEPTH.try_with(|d| d.set(depth + 1));
    drop(content);
    while depth == 0 {
        let batch = LATER.try_with(RefCell::take).unwrap_or_default();
        if batch.is_empty() {
            break;
        }
        drop(batch);
    }
    let _ = DEPTH.try_with(|d| d.set(depth));
}

/// Drops the items of a container that is going away.
pub(crate) fn drop_all(items: Vec<Value>) {
    if !items.is_empty() {
        bounded(items, |items, later| later.extend(items));
    }
}

/// Drops the entries of a dict that is going away.
pub(crate) fn drop_table(table: OrderedTable<Value, Value>) {
    if !table.is_empty() {
        bounded(table, |mut table, later| {
            while let Some((key, value)) = table.pop_last() {
                later.push(key);
                later.push(value);
            }
        });
    }
}
