//! Setting the timers of a loop, and running those whose moment has come.

use super::environment::next;
use super::{LoopRef, Ready};
use crate::domain::Domain;
use crate::handle::{Callback, TimerHandle};
use crate::ids::TimerId;
use crate::time::{Span, Time};

impl<D: Domain> LoopRef<D> {
    /// Calls back once `delay` has passed. Mirrors `loop.call_later`.
    pub fn call_later(&self, delay: Span, callback: Callback<D>) -> TimerHandle<D> {
        self.call_at(self.time() + delay, callback)
    }

    /// Calls back at the moment `when`; timers of the same moment in the order in which they were set.
    /// Mirrors `loop.call_at`.
    pub fn call_at(&self, when: Time, callback: Callback<D>) -> TimerHandle<D> {
        let id = TimerId(next(&self.0.environment.timers));
        let timer = TimerHandle::new(id, when, callback, self.clone());
        self.0.timers.borrow_mut().push(timer.clone());
        self.instrument(|i, at| i.timer_set(at, id, when, self.current_task_id()));
        timer
    }

    /// The timers that are set, earliest first.
    #[must_use]
    pub fn pending_timers(&self) -> Vec<(Time, TimerId)> {
        let timers = self.0.timers.borrow();
        let mut pending: Vec<_> = timers.iter().map(|timer| (timer.when(), timer.id())).collect();
        pending.sort_unstable();
        pending
    }

    /// Moves the timers whose moment has come to the ready queue. If nothing is ready then, gives the moment
    /// of the next timer, if there is one.
    pub(super) fn collect_due_timers(&self) -> Option<Option<Time>> {
        let now = self.time();
        self.0.timers.borrow_mut().clear_cancelled();
        loop {
            let due = self.0.timers.borrow_mut().pop(now);
            let Some(timer) = due else { break };
            self.instrument(|i, at| i.timer_fired(at, timer.id()));
            self.push_ready(Ready::Timer(timer));
        }
        self.0.ready.borrow().is_empty().then(|| self.0.timers.borrow_mut().earliest())
    }

    pub(crate) fn timer_cancelled(&self, timer: TimerId, when: Time) {
        self.0.timers.borrow_mut().note_cancelled(when);
        self.instrument(|i, at| i.timer_cancelled(at, timer));
    }
}
