//! What one operation costs as the number of things grows: it is to stay flat.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use loopscope_core::handle::Callback;
use loopscope_core::locks::{Event, Lock};
use loopscope_core::native::{Native, gather, sleep, spawn, yield_now};
use loopscope_core::queues::Queue;
use loopscope_core::time::Span;

use crate::measure::cost;
use crate::tasks::{Traced, run_on_core};

/// The numbers of things.
pub(crate) const COUNTS: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];

/// A kind of thing there can be many of.
pub(crate) struct Crowd {
    pub(crate) name: &'static str,
    pub(crate) says: &'static str,
    /// Makes so many of them and lets all of them come to their end.
    work: fn(u32),
}

pub(crate) const CROWDS: &[Crowd] = &[
    Crowd { name: "timers", says: "timers set, all pending, and fired", work: timers },
    Crowd { name: "cancelled_timers", says: "timers set and cancelled, one by one", work: cancelled_timers },
    Crowd { name: "sleeping_tasks", says: "tasks that sleep at once", work: sleeping_tasks },
    Crowd { name: "event", says: "tasks that wait for one event", work: event },
    Crowd { name: "lock", says: "tasks in line for one lock", work: lock },
    Crowd { name: "queue", says: "items, 1,000 producers and consumers", work: queue },
];

/// What one operation costs among `count`: the middle of `turns` turns, each long enough to be measured.
pub(crate) fn per_operation(crowd: &Crowd, count: u32, turns: usize) -> Duration {
    let repeats = (COUNTS[2] / count).max(1);
    let mut times: Vec<Duration> =
        (0..turns).map(|_| cost(|| (0..repeats).for_each(|_| (crowd.work)(count)))).collect();
    times.sort_unstable();
    times[turns / 2] / (repeats * count)
}

/// Moments in no order, the same in each run, up to about a second.
struct Moments(u64);

impl Moments {
    fn next(&mut self) -> Span {
        // Knuth's constants for a linear congruential generator; the high bits are the good ones.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Span((self.0 >> 34) + 1)
    }
}

fn timers(count: u32) {
    let fired = run_on_core(Traced::No, |event_loop| async move {
        let (fired, mut moments) = (Rc::new(Cell::new(0)), Moments(1));
        for _ in 0..count {
            let fired = Rc::clone(&fired);
            let tick = Callback::Native(Box::new(move |_, _| fired.set(fired.get() + 1)));
            event_loop.call_later(moments.next(), tick);
        }
        // No moment is later than this.
        sleep(&event_loop, 2.0).await?;
        Ok(fired.get())
    });
    assert_eq!(fired, count, "every timer fires once");
}

fn cancelled_timers(count: u32) {
    run_on_core(Traced::No, |event_loop| async move {
        let mut moments = Moments(1);
        for _ in 0..count {
            let nothing = Callback::Native(Box::new(|_, _| unreachable!("a cancelled timer does not fire")));
            event_loop.call_later(moments.next(), nothing).cancel();
        }
        sleep(&event_loop, 2.0).await
    });
}

fn sleeping_tasks(count: u32) {
    run_on_core(Traced::No, |event_loop| async move {
        let mut moments = Moments(1);
        let spawn_one = |_| {
            let (inner, seconds) = (event_loop.clone(), moments.next().as_secs_f64());
            spawn(&event_loop, async move { sleep(&inner, seconds).await })
        };
        let handles: Vec<_> = (0..count).map(spawn_one).collect();
        for handle in handles {
            handle.await?;
        }
        Ok(())
    });
}

fn event(count: u32) {
    run_on_core(Traced::No, |event_loop| async move {
        let event = Event::<Native>::new();
        let spawn_one = |_| {
            let (inner, event) = (event_loop.clone(), event.clone());
            spawn(&event_loop, async move { event.wait(&inner).await })
        };
        let handles: Vec<_> = (0..count).map(spawn_one).collect();
        // Now all of them wait.
        yield_now(&event_loop).await?;
        event.set();
        gather(&event_loop, handles).await
    });
}

fn lock(count: u32) {
    run_on_core(Traced::No, |event_loop| async move {
        let lock = Lock::<Native>::new();
        let spawn_one = |_| {
            let (inner, lock) = (event_loop.clone(), lock.clone());
            spawn(&event_loop, async move {
                lock.acquire(&inner).await?;
                yield_now(&inner).await?;
                lock.release()
            })
        };
        let handles: Vec<_> = (0..count).map(spawn_one).collect();
        gather(&event_loop, handles).await
    });
}

/// How many tasks put items, and how many get them.
const WORKERS: u32 = 1_000;

fn queue(count: u32) {
    let got = run_on_core(Traced::No, |event_loop| async move {
        let queue = Queue::<Native, u32>::new(16);
        let got = Rc::new(Cell::new(0));
        let produce = |worker| {
            let (inner, queue) = (event_loop.clone(), queue.clone());
            spawn(&event_loop, async move {
                for item in (worker..count).step_by(WORKERS as usize) {
                    queue.put(&inner, item).await?;
                }
                Ok(())
            })
        };
        let consume = |_| {
            let (inner, queue, got) = (event_loop.clone(), queue.clone(), Rc::clone(&got));
            spawn(&event_loop, async move {
                // Until the queue is shut down.
                while queue.get(&inner).await.is_ok() {
                    got.set(got.get() + 1);
                }
                Ok(())
            })
        };
        let consumers: Vec<_> = (0..WORKERS).map(consume).collect();
        let producers: Vec<_> = (0..WORKERS).map(produce).collect();
        gather(&event_loop, producers).await?;
        queue.shutdown(false);
        gather(&event_loop, consumers).await?;
        Ok(got.get())
    });
    assert_eq!(got, count, "every item is taken once");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crowd_comes_to_its_end() {
        for crowd in CROWDS {
            (crowd.work)(50);
        }
    }
}
