//! Who wants to be told that a future is done. Knows nothing of what a future comes to.
//!
//! Callbacks are kept in the order in which they were added, and called through the ready queue.

use std::hint::black_box;

use super::{Future, Kind};
use crate::context::Context;
use crate::domain::Domain;
use crate::event_loop::{LoopRef, Ready};
use crate::handle::NativeCallback;
use crate::ids::TaskId;
use crate::task::Task;

/// A Rust function that is called once, with the future that is done.
pub type NativeDoneCallback<D> = Box<dyn FnOnce(&Future<D>, &LoopRef<D>, &mut <D as Domain>::Context)>;

/// What is called when a future is done. Mirrors the argument of `add_done_callback`.
pub enum DoneCallback<D: Domain> {
    /// A Rust function.
    Native(NativeDoneCallback<D>),
    /// A callable of the engine, and the context it runs in if it has one; see [`Domain::call`].
    Callable(D::Value, Option<Context>),
    /// Wakes a task that awaits the future.
    Wakeup(Task<D>),
    /// Tells a gather that a child is done; the future is the outer one.
    Gather(Future<D>),
    /// Stops the loop. Mirrors `base_events._run_until_complete_cb`.
    Stop,
    /// Belongs to an operation of asyncio's own.
    Operation(Operation, NativeDoneCallback<D>),
}

/// The operations of asyncio that wait for futures by callbacks: reprs name them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operation {
    /// [`crate::wait`].
    Wait,
    /// [`crate::as_completed`].
    AsCompleted,
    /// [`crate::shield`]: the callback of the inner future.
    ShieldInner,
    /// The callback of the outer future of a shield.
    ShieldOuter,
    /// [`crate::task_group`].
    TaskGroup,
    /// A job that ends as a future does: see [`crate::job`].
    Chain,
    /// A future that ends as a job does, and cancels it.
    Cancel,
}

/// Identifies a callback of one future, to remove it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CallbackId(u32);

/// Who is to be told. Most futures have one listener or none: it has its place here.
pub(crate) enum Listeners<D: Domain> {
    None,
    One(CallbackId, DoneCallback<D>),
    Many(Vec<(CallbackId, DoneCallback<D>)>),
}

impl<D: Domain> Listeners<D> {
    pub(super) fn add(&mut self, id: CallbackId, callback: DoneCallback<D>) {
        match std::mem::replace(self, Listeners::None) {
            Listeners::None => *self = Listeners::One(id, callback),
            Listeners::One(first_id, first) => {
                *self = Listeners::Many(vec![(first_id, first), (id, callback)]);
            }
            Listeners::Many(mut all) => {
                all.push((id, callback));
                *self = Listeners::Many(all);
            }
        }
    }

    pub(super) fn for_each(self, mut visit: impl FnMut(CallbackId, DoneCallback<D>)) {
        match self {
            Listeners::None => {}
            Listeners::One(id, callback) => visit(id, callback),
            Listeners::Many(all) => all.into_iter().for_each(|(id, callback)| visit(id, callback)),
        }
    }
}

impl<D: Domain> Future<D> {
    /// Calls back, through the ready queue, when it is done; in the next iteration if it is done already.
    pub fn add_done_callback(&self, callback: DoneCallback<D>) -> CallbackId {
        let id = CallbackId(self.0.event_loop.environment().next_callback());
        if self.done() {
            self.0.event_loop.schedule_done(self, callback);
        } else {
            self.0.callbacks.borrow_mut().add(id, callback);
        }
        id
    }

    /// Removes the callbacks for which `matches` holds; how many there were. Mirrors
    /// `remove_done_callback`.
    pub fn remove_done_callbacks(
        &self,
        mut matches: impl FnMut(CallbackId, &DoneCallback<D>) -> bool,
    ) -> usize {
        // Dropped after the borrow ends: a drop may come back here.
        let mut removed = Vec::new();
        let mut kept = Listeners::None;
        self.take_callbacks().for_each(|id, callback| {
            if matches(id, &callback) {
                removed.push(callback);
            } else {
                kept.add(id, callback);
            }
        });
        *self.0.callbacks.borrow_mut() = kept;
        removed.len()
    }

    /// Looks at each callback in order, as `repr` does.
    pub fn for_each_callback(&self, mut visit: impl FnMut(&DoneCallback<D>)) {
        match &*self.0.callbacks.borrow() {
            Listeners::None => {}
            Listeners::One(_, callback) => visit(callback),
            Listeners::Many(all) => all.iter().for_each(|(_, callback)| visit(callback)),
        }
    }

    /// Reads from what its end will need, and from the task that it wakes.
    #[inline]
    pub(crate) fn fetch(&self) {
        if let Listeners::One(_, DoneCallback::Wakeup(task)) = &*self.0.callbacks.borrow() {
            black_box((self.is_gather(), self.done()));
            task.fetch();
        }
    }

    pub(crate) fn remove_callback(&self, id: CallbackId) {
        self.remove_done_callbacks(|other, _| other == id);
    }

    /// Drops every callback uncalled: the loop is closed.
    pub(crate) fn forget_callbacks(&self) {
        drop(self.take_callbacks());
    }

    fn take_callbacks(&self) -> Listeners<D> {
        self.0.callbacks.replace(Listeners::None)
    }

    pub(super) fn schedule_callbacks(&self) {
        let event_loop = &self.0.event_loop;
        if !matches!(self.0.kind, Kind::Task(_)) {
            event_loop.tell_future_done(self.0.id);
        }
        self.take_callbacks().for_each(|_, callback| event_loop.schedule_done(self, callback));
    }
}

impl<D: Domain> LoopRef<D> {
    pub(crate) fn schedule_done(&self, future: &Future<D>, callback: DoneCallback<D>) {
        match callback {
            DoneCallback::Wakeup(task) => self.schedule_wakeup(task, future.clone()),
            DoneCallback::Gather(outer) => self.push_ready(Ready::Gathered(future.clone(), outer)),
            callback => self.push_ready(Ready::Done(Box::new((future.clone(), callback)))),
        }
    }
}

/// How a callback of the engine's own is wrapped: kept here, beside the enum it belongs to.
impl<D: Domain> DoneCallback<D> {
    /// A Rust function that does not care which future is done.
    pub fn native(function: NativeCallback<D>) -> DoneCallback<D> {
        DoneCallback::Native(Box::new(move |_, event_loop, cx| function(event_loop, cx)))
    }

    /// The task that this callback wakes.
    #[must_use]
    pub fn wakes(&self) -> Option<TaskId> {
        match self {
            DoneCallback::Wakeup(task) => Some(task.id()),
            _ => None,
        }
    }
}
