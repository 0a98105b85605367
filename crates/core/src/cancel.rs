//! Cancellation, as it travels: from a task to what it awaits, from a gather to its children.
//!
//! Mirrors `Future.cancel`, `Task.cancel` and `_GatheringFuture.cancel`, which call each other; here one loop
//! walks the chain, so that its length does not matter. A chain that comes back to where it was has no end, and is told
//! of; there CPython's calls end with a `RecursionError`.

use std::error::Error;
use std::fmt;

use crate::domain::Domain;
use crate::future::{Future, Kind};

/// A future on the way, whose answer depends on those that it passes the request on to.
enum Waiting<D: Domain> {
    /// A task: cancelled with what it awaits, or at its next step.
    Task(Future<D>),
    /// A gather: the next child to ask, and whether any has said yes.
    Gather(Future<D>, usize, bool),
}

impl<D: Domain> Waiting<D> {
    fn future(&self) -> &Future<D> {
        match self {
            Self::Task(future) | Self::Gather(future, ..) => future,
        }
    }
}

/// Tasks that wait for each other in a circle cannot be cancelled: none of them waits for anything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CircularWait;

impl fmt::Display for CircularWait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the task waits for itself, directly or through others")
    }
}

impl Error for CircularWait {}

/// Asks `future` to be cancelled; false if there is nothing left to cancel.
pub(crate) fn cancel<D: Domain>(future: &Future<D>, message: Option<D::Value>) -> Result<bool, CircularWait> {
    let mut waiting: Vec<Waiting<D>> = Vec::new();
    let mut answer = ask(future, &message, &mut waiting);
    // Brent's way to find a circle: who was on top when the chain was last twice as long must not come again.
    let mut mark = 0;
    loop {
        if answer.is_none() {
            let top = waiting.len() - 1;
            if top > mark && waiting[top].future().ptr_eq(waiting[mark].future()) {
                return Err(CircularWait);
            }
            if top >= 2 * mark.max(1) {
                mark = top;
            }
            mark = mark.min(top);
        }
        // None: the one on top has to ask first.
        let next = match (waiting.last_mut(), answer) {
            (None, answer) => return Ok(answer.unwrap_or(false)),
            (Some(Waiting::Task(task)), None) => task.waiter(),
            (Some(Waiting::Task(task)), Some(cancelled)) => {
                if !cancelled {
                    task.cancel_at_next_step(&message);
                }
                answer = Some(true);
                waiting.pop();
                continue;
            }
            (Some(Waiting::Gather(outer, asked, any)), told) => {
                *any |= told.unwrap_or(false);
                *asked += 1;
                match outer.gather_child(*asked - 1) {
                    Some(child) => Some(child),
                    None => {
                        answer = Some(*any);
                        if *any {
                            outer.note_cancel_request();
                        }
                        waiting.pop();
                        continue;
                    }
                }
            }
        };
        answer = match next {
            Some(next) => ask(&next, &message, &mut waiting),
            // A task that awaits nothing.
            None => Some(false),
        };
    }
}

/// Answers at once where that is possible; else puts the future among those that wait for an answer.
fn ask<D: Domain>(
    future: &Future<D>,
    message: &Option<D::Value>,
    waiting: &mut Vec<Waiting<D>>,
) -> Option<bool> {
    match &future.0.kind {
        Kind::Plain(_) => {
            future.mark_retrieved();
            return Some(future.cancel_now(message.clone()));
        }
        _ if future.done() => {
            future.mark_retrieved();
            return Some(false);
        }
        Kind::Task(_) => {
            future.note_cancel_request();
            waiting.push(Waiting::Task(future.clone()));
        }
        Kind::Gather(_) => waiting.push(Waiting::Gather(future.clone(), 0, false)),
    }
    None
}
