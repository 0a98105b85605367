//! The timers of a loop: a heap, the earliest deadline first.

use super::environment::next;
use super::{LoopRef, Ready};
use crate::domain::Domain;
use crate::handle::{Callback, TimerEntry, TimerHandle};
use crate::ids::TimerId;
use crate::time::{Span, Time};

/// Below this many timers cancelled ones are not worth clearing away.
const MIN_TIMERS_TO_CLEAR: usize = 100;

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
        self.0.timers.borrow_mut().push(TimerEntry::new(timer.clone()));
        self.instrument(|i, at| i.timer_set(at, id, when, self.current_task_id()));
        timer
    }

    /// The timers that are set, earliest first.
    #[must_use]
    pub fn pending_timers(&self) -> Vec<(Time, TimerId)> {
        let timers = self.0.timers.borrow();
        let mut pending: Vec<_> = timers
            .iter()
            .filter(|entry| !entry.timer.cancelled())
            .map(|entry| (entry.when, entry.timer.id()))
            .collect();
        pending.sort_unstable();
        pending
    }

    /// Moves the timers whose moment has come to the ready queue. If nothing is ready then, gives the moment
    /// of the next timer, if there is one.
    pub(super) fn collect_due_timers(&self) -> Option<Option<Time>> {
        self.clear_cancelled_timers();
        let now = self.time();
        loop {
            let due = {
                let mut timers = self.0.timers.borrow_mut();
                match timers.peek() {
                    Some(entry) if entry.timer.cancelled() || entry.when <= now => timers.pop(),
                    Some(entry) if self.0.ready.borrow().is_empty() => return Some(Some(entry.when)),
                    None if self.0.ready.borrow().is_empty() => return Some(None),
                    _ => return None,
                }
            };
            let TimerEntry { timer, .. } = due?;
            timer.unschedule();
            if timer.cancelled() {
                self.0.cancelled_timers.set(self.0.cancelled_timers.get().saturating_sub(1));
            } else {
                self.instrument(|i, at| i.timer_fired(at, timer.id()));
                self.push_ready(Ready::Timer(timer));
            }
        }
    }

    /// Rebuilds the heap when most of a large one is cancelled, so that cancelled timers cost nothing for
    /// long.
    fn clear_cancelled_timers(&self) {
        let (count, cancelled) = (self.0.timers.borrow().len(), self.0.cancelled_timers.get());
        if count > MIN_TIMERS_TO_CLEAR && cancelled * 2 > count {
            let entries = self.0.timers.take().into_vec();
            let (gone, kept): (Vec<_>, Vec<_>) =
                entries.into_iter().partition(|entry| entry.timer.cancelled());
            gone.iter().for_each(|entry| entry.timer.unschedule());
            *self.0.timers.borrow_mut() = kept.into();
            self.0.cancelled_timers.set(0);
        }
    }

    pub(crate) fn timer_cancelled(&self, timer: TimerId) {
        self.0.cancelled_timers.set(self.0.cancelled_timers.get() + 1);
        self.instrument(|i, at| i.timer_cancelled(at, timer));
    }
}
