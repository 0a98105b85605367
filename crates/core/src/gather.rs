//! `gather`: one future for the results of many.
//!
//! Mirrors `asyncio.gather` and its `_GatheringFuture`. It is no coroutine: the children run whether or not
//! anybody awaits the outer future, and go on when one of them fails.

use std::cell::Cell;
use std::collections::HashSet;

use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::{DoneCallback, Future, Kind};
use crate::instrument::Purpose;

/// What the outer future has beyond a future.
pub(crate) struct GatherPart<D: Domain> {
    /// One per argument; a future that was given twice is here twice.
    children: Vec<Future<D>>,
    /// How many different children are still to be done.
    remaining: Cell<usize>,
    return_exceptions: bool,
    cancel_requested: Cell<bool>,
}

impl<D: Domain> GatherPart<D> {
    /// A child has been asked to cancel, and said yes.
    pub(crate) fn note_cancel_request(&self) {
        self.cancel_requested.set(true);
    }

    pub(crate) fn purpose(&self) -> Purpose {
        Purpose::Gather(self.children.iter().map(Future::id).collect())
    }

    /// The children tell nobody any more: what they would tell leads back here.
    pub(crate) fn release_children(&self) {
        self.children.iter().for_each(Future::forget_callbacks);
    }

    pub(crate) fn child(&self, index: usize) -> Option<Future<D>> {
        self.children.get(index).cloned()
    }
}

/// The results of `children` in their order, as one future of a list ([`Domain::list`]).
///
/// The first child that fails or is cancelled makes the outer future fail with its error, at once; the
/// others go on. With `return_exceptions` errors become values of the list ([`Domain::error_value`]).
pub fn gather<D: Domain>(
    event_loop: &LoopRef<D>,
    children: Vec<Future<D>>,
    return_exceptions: bool,
) -> Future<D> {
    if children.is_empty() {
        let outer = event_loop.create_future();
        outer.finish(Ok(D::list(Vec::new())));
        return outer;
    }
    let unique = if all_differ(&children) { None } else { Some(each_once(&children)) };
    let part = GatherPart {
        remaining: Cell::new(unique.as_ref().unwrap_or(&children).len()),
        return_exceptions,
        cancel_requested: Cell::new(false),
        children,
    };
    let outer = Future::new(event_loop.next_future_id(), event_loop.clone(), Kind::Gather(part));
    // Children that are done already count at once, after the others have been asked to tell.
    let mut done = Vec::new();
    for child in unique.as_ref().unwrap_or(&outer.gather_part().children) {
        if child.done() {
            done.push(child.clone());
        } else {
            child.add_done_callback(DoneCallback::Gather(outer.clone()));
        }
    }
    for child in done {
        outer.child_done(&child);
    }
    outer
}

/// Whether it is plain that no future is here twice, as it is of tasks that were made one after the other.
fn all_differ<D: Domain>(children: &[Future<D>]) -> bool {
    children.is_sorted_by(|one, next| one.id() < next.id())
}

/// The different ones, in their order.
fn each_once<D: Domain>(children: &[Future<D>]) -> Vec<Future<D>> {
    let mut told = HashSet::with_capacity(children.len());
    children.iter().filter(|child| told.insert(child.id())).cloned().collect()
}

/// What stands for a child that is done in the list of results.
fn outcome<D: Domain>(child: &Future<D>) -> D::Value {
    if child.cancelled() {
        return D::error_value(D::cancelled_child(child.cancel_message()));
    }
    child.outcome().unwrap_or_else(D::error_value)
}

impl<D: Domain> Future<D> {
    fn gather_part(&self) -> &GatherPart<D> {
        match &self.0.kind {
            Kind::Gather(part) => part,
            _ => unreachable!("only a gather is told of its children"),
        }
    }

    /// A child of this gather is done. Mirrors `_done_callback` in `gather`.
    pub(crate) fn child_done(&self, child: &Future<D>) {
        let part = self.gather_part();
        part.remaining.set(part.remaining.get().saturating_sub(1));
        if self.done() {
            // Too late to matter; nobody else will look at its error.
            child.mark_retrieved();
            return;
        }
        if !part.return_exceptions
            && let Err(error) = child.outcome()
        {
            self.finish(Err(error));
            return;
        }
        if part.remaining.get() > 0 {
            return;
        }
        let results = part.children.iter().map(outcome).collect();
        if part.cancel_requested.get() {
            // Every child swallowed its cancellation, or its error was to be returned. As in CPython the last one speaks
            // for all.
            let last = part.children.last().unwrap_or(child);
            self.finish(Err(last.cancelled_error()));
        } else {
            self.finish(Ok(D::list(results)));
        }
    }
}
