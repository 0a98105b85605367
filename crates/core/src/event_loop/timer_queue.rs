//! The timers of a loop in the order of their deadlines: a radix heap.
//!
//! A heap of comparisons goes to and fro through memory, the more of it the more timers there are. Time only
//! goes on, and that allows for something simpler: a timer is put by the highest bit in which its deadline differs from the
//! moment that was reached. When that moment moves on, only the timers of the lowest bit in use are put anew, each
//! nearer to its end; all others stay where they are. Timers of one moment stay in the order in which they were set.
//!
//! Many timers and what they wake lie all over memory, and firing one waits for a piece of it after the other. So all of a
//! small bucket are read from shortly before they fire: pieces that are asked for together come together.

use std::collections::{BinaryHeap, VecDeque};

use crate::domain::Domain;
use crate::handle::{TimerEntry, TimerHandle};
use crate::time::Time;

/// One for each bit of a moment.
const BUCKETS: usize = 64;
/// A bucket that has held more than this gives its memory back.
const KEPT: usize = 256;
/// Below this many timers cancelled ones are not worth clearing away.
const MIN_TIMERS_TO_CLEAR: usize = 100;

/// More timers than this, with the tasks that wait for them, are not all in the processor's nearer caches.
const MANY: usize = 8_192;
/// As many of them stay in a cache from when they are fetched until they fire.
const FETCHED: usize = 256;

/// Timers, the earliest first. Cancelled ones may stay in it for a while; it never gives them out.
pub(crate) struct TimerQueue<D: Domain> {
    /// The deadline of the latest timer that was taken out.
    reached: Time,
    /// Those that were set for a moment before that.
    overdue: BinaryHeap<TimerEntry<D>>,
    /// Those of that very moment.
    due: VecDeque<TimerHandle<D>>,
    /// Those of later moments, by the highest bit in which they differ from it.
    buckets: [Vec<(Time, TimerHandle<D>)>; BUCKETS],
    /// A bit for each bucket that is not empty.
    occupied: u64,
    /// The timers of the buckets below this one have been fetched, or are new.
    fetched: usize,
    len: usize,
    /// How many of them are cancelled.
    cancelled: usize,
    /// The earliest deadline, if it is known.
    earliest: Option<Time>,
}

impl<D: Domain> Default for TimerQueue<D> {
    fn default() -> Self {
        TimerQueue {
            reached: Time::ZERO,
            overdue: BinaryHeap::new(),
            due: VecDeque::new(),
            buckets: std::array::from_fn(|_| Vec::new()),
            occupied: 0,
            fetched: 0,
            len: 0,
            cancelled: 0,
            earliest: None,
        }
    }
}

impl<D: Domain> TimerQueue<D> {
    /// Puts a timer in.
    pub(crate) fn push(&mut self, timer: TimerHandle<D>) {
        let when = timer.when();
        self.len += 1;
        if self.earliest.is_some_and(|earliest| when < earliest) {
            self.earliest = Some(when);
        }
        if when < self.reached {
            self.overdue.push(TimerEntry::new(timer));
        } else {
            self.put(when, timer);
        }
    }

    fn put(&mut self, when: Time, timer: TimerHandle<D>) {
        let difference = when.0 ^ self.reached.0;
        if difference == 0 {
            self.due.push_back(timer);
        } else {
            let bucket = (u64::BITS - 1 - difference.leading_zeros()) as usize;
            self.occupied |= 1 << bucket;
            self.buckets[bucket].push((when, timer));
        }
    }

    /// The earliest deadline.
    pub(crate) fn earliest(&mut self) -> Option<Time> {
        if self.earliest.is_none() {
            self.drop_cancelled_heads();
            self.earliest = match (self.overdue.peek(), self.due.is_empty()) {
                (Some(first), _) => Some(first.when),
                (None, false) => Some(self.reached),
                (None, true) => self.buckets.get(self.lowest()).and_then(|bucket| self.first_of(bucket)),
            };
        }
        self.earliest
    }

    /// The first timer that is due at `now`.
    pub(crate) fn pop(&mut self, now: Time) -> Option<TimerHandle<D>> {
        if self.earliest()? > now {
            return None;
        }
        self.drop_cancelled_heads();
        self.earliest = None;
        let timer = match self.overdue.pop() {
            Some(first) => first.timer,
            None => {
                if self.due.is_empty() {
                    self.advance();
                }
                self.due.pop_front()?
            }
        };
        self.len -= 1;
        timer.unschedule();
        Some(timer)
    }

    /// One of its timers was cancelled. When most of many are, they are all dropped.
    pub(crate) fn note_cancelled(&mut self, when: Time) {
        self.cancelled += 1;
        if self.earliest == Some(when) {
            self.earliest = None;
        }
    }

    /// Drops all cancelled timers when they are most of many, so that they cost nothing for long.
    pub(crate) fn clear_cancelled(&mut self) {
        if self.len > MIN_TIMERS_TO_CLEAR && self.cancelled * 2 > self.len {
            self.overdue.retain(|entry| keeps(&entry.timer));
            self.due.retain(keeps);
            for (index, bucket) in self.buckets.iter_mut().enumerate() {
                bucket.retain(|(_, timer)| keeps(timer));
                if bucket.is_empty() {
                    self.occupied &= !(1 << index);
                }
            }
            self.len = self.len.saturating_sub(self.cancelled);
            self.cancelled = 0;
        }
    }

    /// The timers that are set, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &TimerHandle<D>> {
        let later = self.buckets.iter().flatten().map(|(_, timer)| timer);
        let all = self.overdue.iter().map(|entry| &entry.timer).chain(&self.due).chain(later);
        all.filter(|timer| !timer.cancelled())
    }

    fn lowest(&self) -> usize {
        self.occupied.trailing_zeros() as usize
    }

    fn first_of(&self, bucket: &[(Time, TimerHandle<D>)]) -> Option<Time> {
        // Where nothing is cancelled there is no need to look at the timers themselves.
        let counts = |entry: &&(Time, TimerHandle<D>)| self.cancelled == 0 || !entry.1.cancelled();
        bucket.iter().filter(counts).map(|(when, _)| *when).min()
    }

    /// Moves on to the next deadline: nothing is due. The lowest bucket holds a timer that is not cancelled.
    fn advance(&mut self) {
        let lowest = self.lowest();
        let Some(place) = self.buckets.get_mut(lowest) else { return };
        let mut bucket = std::mem::take(place);
        self.occupied &= !(1 << lowest);
        let Some(next) = self.first_of(&bucket) else { return };
        self.reached = next;
        // A page has never so many.
        if cfg!(not(target_arch = "wasm32")) && self.len > MANY {
            self.fetch(lowest, &bucket);
        }
        let has_cancelled = self.cancelled > 0;
        for (when, timer) in bucket.drain(..) {
            if has_cancelled && !keeps(&timer) {
                self.forget_one();
            } else {
                self.put(when, timer);
            }
        }
        if bucket.capacity() <= KEPT {
            self.buckets[lowest] = bucket;
        }
    }

    /// Fetches the timers of a bucket, unless they were fetched as part of a larger one, or are still too many.
    fn fetch(&mut self, index: usize, bucket: &[(Time, TimerHandle<D>)]) {
        if index < self.fetched {
            return;
        }
        self.fetched = 0;
        if bucket.len() <= FETCHED {
            self.fetched = index;
            bucket.iter().for_each(|(_, timer)| timer.fetch());
        }
    }

    fn forget_one(&mut self) {
        self.len -= 1;
        self.cancelled = self.cancelled.saturating_sub(1);
    }

    /// Drops cancelled timers until the first is none, and the lowest bucket has one that is none.
    fn drop_cancelled_heads(&mut self) {
        if self.cancelled == 0 {
            return;
        }
        while self.overdue.peek().is_some_and(|first| !keeps(&first.timer)) {
            self.overdue.pop();
            self.forget_one();
        }
        while self.due.front().is_some_and(|first| !keeps(first)) {
            self.due.pop_front();
            self.forget_one();
        }
        loop {
            let lowest = self.lowest();
            let Some(bucket) = self.buckets.get_mut(lowest) else { return };
            if bucket.iter().any(|(_, timer)| !timer.cancelled()) {
                return;
            }
            for (_, timer) in std::mem::take(bucket) {
                timer.unschedule();
                self.forget_one();
            }
            self.occupied &= self.occupied - 1;
        }
    }
}

/// Whether a timer stays; one that does not knows that it is out.
fn keeps<D: Domain>(timer: &TimerHandle<D>) -> bool {
    if timer.cancelled() {
        timer.unschedule();
        return false;
    }
    true
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::clock::VirtualClock;
    use crate::event_loop::{Environment, EventLoop};
    use crate::handle::Callback;
    use crate::ids::TimerId;
    use crate::native::Native;

    /// Against a sorted list: timers of all distances, some cancelled, some in the past, taken out as time goes on.
    #[test]
    fn gives_out_what_a_sorted_list_would() {
        let event_loop = EventLoop::<Native>::new(Environment::new(Rc::new(VirtualClock::new()), None));
        let mut queue = TimerQueue::default();
        let mut model: Vec<(Time, u32, TimerHandle<Native>)> = Vec::new();
        let (mut now, mut random) = (0_u64, 1_u64);
        for number in 0..20_000_u32 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let choice = random >> 33;
            if choice % 5 < 3 {
                let distance = (random >> 20) >> (random >> 58);
                let when = Time(if choice % 50 == 0 { now / 2 } else { now + distance % 5_000 });
                let nothing = Callback::Native(Box::new(|_, _| ()));
                let timer = TimerHandle::new(TimerId(number), when, nothing, event_loop.handle());
                queue.push(timer.clone());
                model.push((when, number, timer));
            } else if choice % 5 == 3 && !model.is_empty() {
                let (when, _, timer) = model.swap_remove(choice as usize % model.len());
                // As its loop does.
                timer.unschedule();
                timer.cancel();
                queue.note_cancelled(when);
                queue.clear_cancelled();
            } else {
                now += choice % 1_000;
                model.sort_by_key(|(when, number, _)| (*when, *number));
                while let Some(timer) = queue.pop(Time(now)) {
                    assert_eq!(model.first().map(|(_, _, first)| first.id()), Some(timer.id()));
                    model.remove(0);
                }
                assert_eq!(queue.earliest(), model.first().map(|(when, ..)| *when));
                assert!(model.first().is_none_or(|(when, ..)| when.0 > now));
            }
            assert_eq!(queue.iter().count(), model.len());
        }
    }
}
