//! The rules of the synchronisation primitives: each test names the one that it holds.

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use loopscope_core::event_loop::LoopRef;
use loopscope_core::locks::{Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore};
use loopscope_core::native::{Error, JoinHandle, Native, run_virtual, spawn, yield_now};

type Loop = LoopRef<Native>;

/// What happened, in order.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn say(&self, line: impl Into<String>) {
        self.0.borrow_mut().push(line.into());
    }

    fn take(&self) -> Vec<String> {
        self.0.take()
    }
}

/// Runs a main that gets the loop and a log; what was logged.
fn run<F>(main: impl FnOnce(Loop, Log) -> F) -> Vec<String>
where
    F: Future<Output = Result<(), Error>> + 'static,
{
    let log = Log::default();
    run_virtual(|event_loop| main(event_loop, log.clone())).unwrap();
    log.take()
}

/// Lets the others run `times` iterations.
async fn turns(event_loop: &Loop, times: usize) -> Result<(), Error> {
    for _ in 0..times {
        yield_now(event_loop).await?;
    }
    Ok(())
}

/// A task that takes the lock, says so, and keeps it for one iteration.
fn taker(event_loop: &Loop, log: &Log, lock: &Lock<Native>, name: &'static str) -> JoinHandle<()> {
    let (inner, log, lock) = (event_loop.clone(), log.clone(), lock.clone());
    spawn(event_loop, async move {
        let _held = lock.hold(&inner).await?;
        log.say(name);
        yield_now(&inner).await
    })
}

#[test]
fn a_free_lock_is_taken_without_letting_others_run() {
    let log = run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        let other = taker(&event_loop, &log, &lock, "other");
        lock.acquire(&event_loop).await?;
        log.say("main has it");
        lock.release()?;
        other.await
    });
    assert_eq!(log, ["main has it", "other"]);
}

#[test]
fn a_lock_is_taken_in_the_order_of_asking() {
    let log = run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        lock.acquire(&event_loop).await?;
        let tasks = ["a", "b", "c"].map(|name| taker(&event_loop, &log, &lock, name));
        turns(&event_loop, 1).await?;
        assert_eq!(lock.state(), "locked, waiters:3");
        lock.release()?;
        for task in tasks {
            task.await?;
        }
        assert_eq!(lock.state(), "unlocked");
        Ok(())
    });
    assert_eq!(log, ["a", "b", "c"]);
}

#[test]
fn a_lock_that_is_free_but_spoken_for_is_not_taken_by_who_comes_late() {
    let log = run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        lock.acquire(&event_loop).await?;
        let first = taker(&event_loop, &log, &lock, "first");
        turns(&event_loop, 1).await?;
        lock.release()?;
        assert!(!lock.locked());
        lock.acquire(&event_loop).await?;
        log.say("main");
        lock.release()?;
        first.await
    });
    assert_eq!(log, ["first", "main"]);
}

#[test]
fn a_cancelled_waiter_leaves_the_line_and_the_next_gets_the_lock() {
    let log = run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        lock.acquire(&event_loop).await?;
        let [a, b, c] = ["a", "b", "c"].map(|name| taker(&event_loop, &log, &lock, name));
        turns(&event_loop, 1).await?;
        b.cancel();
        turns(&event_loop, 1).await?;
        assert_eq!(lock.state(), "locked, waiters:2");
        lock.release()?;
        a.await?;
        c.await?;
        assert!(b.await.is_err());
        Ok(())
    });
    assert_eq!(log, ["a", "c"]);
}

#[test]
fn a_waiter_cancelled_after_its_wakeup_passes_the_lock_on() {
    let log = run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        lock.acquire(&event_loop).await?;
        let [a, b] = ["a", "b"].map(|name| taker(&event_loop, &log, &lock, name));
        turns(&event_loop, 1).await?;
        lock.release()?;
        a.cancel();
        b.await?;
        assert!(a.await.is_err());
        Ok(())
    });
    assert_eq!(log, ["b"]);
}

#[test]
fn a_lock_whose_waiters_are_all_cancelled_is_taken_at_once() {
    run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        lock.acquire(&event_loop).await?;
        let waiting = taker(&event_loop, &log, &lock, "never");
        turns(&event_loop, 1).await?;
        waiting.cancel();
        lock.release()?;
        let mut acquire = pin!(lock.acquire(&event_loop));
        assert!(acquire.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
        assert_eq!(lock.holder(), event_loop.current_task().map(|task| task.id()));
        Ok(())
    });
}

#[test]
fn a_wait_that_is_dropped_leaves_the_line_and_passes_its_turn_on() {
    let log = run(|event_loop, log| async move {
        let lock = Lock::<Native>::new();
        lock.acquire(&event_loop).await?;
        let mut waiting = Box::pin(lock.acquire(&event_loop));
        assert!(waiting.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        let other = taker(&event_loop, &log, &lock, "other");
        turns(&event_loop, 1).await?;
        assert_eq!(lock.state(), "locked, waiters:2");
        lock.release()?;
        drop(waiting);
        assert_eq!(lock.state(), "unlocked, waiters:1");
        other.await
    });
    assert_eq!(log, ["other"]);
}

#[test]
fn releasing_a_free_lock_is_an_error() {
    let lock = Lock::<Native>::new();
    assert_eq!(lock.release().unwrap_err().to_string(), "Lock is not acquired.");
}

#[test]
fn a_primitive_belongs_to_the_loop_in_which_somebody_waited() {
    let event = Event::<Native>::new();
    let first = event.clone();
    run_virtual(|event_loop| async move {
        let waiting = spawn(&event_loop, {
            let (inner, event) = (event_loop.clone(), first.clone());
            async move { event.wait(&inner).await }
        });
        turns(&event_loop, 1).await?;
        first.set();
        waiting.await
    })
    .unwrap();
    event.clear();
    let error = run_virtual(|event_loop| async move { event.wait(&event_loop).await }).unwrap_err();
    assert_eq!(error.to_string(), "<Event [unset]> is bound to a different event loop");
}

#[test]
fn an_event_wakes_all_in_their_order_and_lets_later_ones_pass() {
    let log = run(|event_loop, log| async move {
        let event = Event::<Native>::new();
        let tasks = ["a", "b", "c"].map(|name| {
            let (inner, log, event) = (event_loop.clone(), log.clone(), event.clone());
            spawn(&event_loop, async move {
                event.wait(&inner).await?;
                log.say(name);
                Ok(())
            })
        });
        turns(&event_loop, 1).await?;
        assert_eq!(event.state(), "unset, waiters:3");
        event.set();
        // Who has been woken goes on, whatever the event is by then.
        event.clear();
        for task in tasks {
            task.await?;
        }
        event.set();
        event.wait(&event_loop).await?;
        log.say("main");
        Ok(())
    });
    assert_eq!(log, ["a", "b", "c", "main"]);
}

#[test]
fn a_condition_gives_the_lock_to_one_notified_task_after_the_other() {
    let log = run(|event_loop, log| async move {
        let condition = Condition::<Native>::default();
        let tasks = ["a", "b", "c"].map(|name| {
            let (inner, log, condition) = (event_loop.clone(), log.clone(), condition.clone());
            spawn(&event_loop, async move {
                let mut held = condition.hold(&inner).await?;
                held.wait(&inner).await?;
                log.say(name);
                yield_now(&inner).await
            })
        });
        turns(&event_loop, 1).await?;
        assert_eq!(condition.state(), "unlocked, waiters:3");
        let held = condition.hold(&event_loop).await?;
        held.notify(2);
        drop(held);
        turns(&event_loop, 4).await?;
        log.say("main");
        condition.hold(&event_loop).await?.notify_all();
        for task in tasks {
            task.await?;
        }
        Ok(())
    });
    assert_eq!(log, ["a", "b", "main", "c"]);
}

#[test]
fn a_cancelled_wait_takes_the_lock_again_before_it_raises() {
    let log = run(|event_loop, log| async move {
        let condition = Condition::<Native>::default();
        let waiting = spawn(&event_loop, {
            let (inner, log, condition) = (event_loop.clone(), log.clone(), condition.clone());
            async move {
                let mut held = condition.hold(&inner).await?;
                let cancelled = held.wait(&inner).await.is_err();
                log.say(format!("cancelled: {cancelled}, {}", condition.lock().state()));
                Ok(())
            }
        });
        turns(&event_loop, 1).await?;
        condition.lock().acquire(&event_loop).await?;
        waiting.cancel();
        turns(&event_loop, 3).await?;
        log.say("main still has the lock");
        condition.lock().release()?;
        waiting.await?;
        assert!(!condition.lock().locked());
        Ok(())
    });
    assert_eq!(log, ["main still has the lock", "cancelled: true, locked"]);
}

#[test]
fn a_task_cancelled_after_its_notification_leaves_it_to_another() {
    let log = run(|event_loop, log| async move {
        let condition = Condition::<Native>::default();
        let [a, b] = ["a", "b"].map(|name| {
            let (inner, log, condition) = (event_loop.clone(), log.clone(), condition.clone());
            spawn(&event_loop, async move {
                let mut held = condition.hold(&inner).await?;
                held.wait(&inner).await?;
                log.say(name);
                Ok(())
            })
        });
        turns(&event_loop, 1).await?;
        condition.hold(&event_loop).await?.notify(1);
        a.cancel();
        b.await?;
        assert!(a.await.is_err());
        Ok(())
    });
    assert_eq!(log, ["b"]);
}

#[test]
fn a_condition_whose_lock_is_free_is_neither_waited_for_nor_notified() {
    run(|event_loop, _| async move {
        let condition = Condition::<Native>::default();
        let error = condition.wait(&event_loop).await.unwrap_err();
        assert_eq!(error.to_string(), "cannot wait on un-acquired lock");
        let error = condition.notify(1).unwrap_err();
        assert_eq!(error.to_string(), "cannot notify on un-acquired lock");
        Ok(())
    });
}

#[test]
fn a_semaphore_lets_so_many_in_and_the_others_in_their_order() {
    let log = run(|event_loop, log| async move {
        let semaphore = Semaphore::<Native>::new(2);
        let tasks = ["a", "b", "c", "d"].map(|name| {
            let (inner, log, semaphore) = (event_loop.clone(), log.clone(), semaphore.clone());
            spawn(&event_loop, async move {
                let _permit = semaphore.hold(&inner).await?;
                log.say(name);
                yield_now(&inner).await
            })
        });
        turns(&event_loop, 1).await?;
        assert_eq!(semaphore.state(), "locked, waiters:2");
        log.say("--");
        for task in tasks {
            task.await?;
        }
        assert_eq!(semaphore.state(), "unlocked, value:2");
        Ok(())
    });
    assert_eq!(log, ["a", "b", "--", "c", "d"]);
}

#[test]
fn a_permit_given_to_a_waiter_that_is_cancelled_goes_to_the_next() {
    let log = run(|event_loop, log| async move {
        let semaphore = Semaphore::<Native>::new(1);
        semaphore.acquire(&event_loop).await?;
        let [a, b] = ["a", "b"].map(|name| {
            let (inner, log, semaphore) = (event_loop.clone(), log.clone(), semaphore.clone());
            spawn(&event_loop, async move {
                let _permit = semaphore.hold(&inner).await?;
                log.say(name);
                Ok(())
            })
        });
        turns(&event_loop, 1).await?;
        semaphore.release();
        a.cancel();
        b.await?;
        assert!(a.await.is_err());
        assert_eq!(semaphore.value(), 1);
        Ok(())
    });
    assert_eq!(log, ["b"]);
}

#[test]
fn a_bounded_semaphore_does_not_grow() {
    run(|event_loop, _| async move {
        let semaphore = BoundedSemaphore::<Native>::new(1);
        semaphore.acquire(&event_loop).await?;
        semaphore.release()?;
        let error = semaphore.release().unwrap_err();
        assert_eq!(error.to_string(), "BoundedSemaphore released too many times");
        Ok(())
    });
}

/// A task that waits at the barrier and says how that ended.
fn party(event_loop: &Loop, log: &Log, barrier: &Barrier<Native>, name: &'static str) -> JoinHandle<()> {
    let (inner, log, barrier) = (event_loop.clone(), log.clone(), barrier.clone());
    spawn(event_loop, async move {
        match barrier.wait(&inner).await {
            Ok(place) => log.say(format!("{name} was {place}")),
            Err(error) => log.say(format!("{name}: {error}")),
        }
        Ok(())
    })
}

#[test]
fn a_barrier_opens_for_the_last_first_and_can_be_used_again() {
    let log = run(|event_loop, log| async move {
        let barrier = Barrier::<Native>::new(2)?;
        for [first, second] in [["a", "b"], ["c", "d"]] {
            let first = party(&event_loop, &log, &barrier, first);
            turns(&event_loop, 1).await?;
            assert_eq!(barrier.state(), "filling, waiters:1/2");
            let second = party(&event_loop, &log, &barrier, second);
            first.await?;
            second.await?;
        }
        Ok(())
    });
    assert_eq!(log, ["b was 1", "a was 0", "d was 1", "c was 0"]);
}

#[test]
fn an_aborted_barrier_fails_all_until_it_is_reset() {
    let log = run(|event_loop, log| async move {
        let barrier = Barrier::<Native>::new(3)?;
        let waiting = party(&event_loop, &log, &barrier, "waiting");
        turns(&event_loop, 1).await?;
        barrier.abort(&event_loop).await?;
        waiting.await?;
        assert!(barrier.broken());
        party(&event_loop, &log, &barrier, "late").await?;
        barrier.reset(&event_loop).await?;
        assert_eq!(barrier.state(), "filling, waiters:0/3");
        Ok(())
    });
    assert_eq!(log, ["waiting: Abort or reset of barrier", "late: Barrier aborted"]);
}

#[test]
fn a_cancelled_party_is_not_counted() {
    run(|event_loop, log| async move {
        let barrier = Barrier::<Native>::new(2)?;
        let gone = party(&event_loop, &log, &barrier, "gone");
        turns(&event_loop, 1).await?;
        gone.cancel();
        turns(&event_loop, 1).await?;
        assert_eq!(barrier.n_waiting(), 0);
        Ok(())
    });
}

#[test]
fn dropping_the_loop_drops_those_who_wait() {
    struct Tell(Log);
    impl Drop for Tell {
        fn drop(&mut self) {
            self.0.say("dropped");
        }
    }
    let (log, lock) = (Log::default(), Lock::<Native>::new());
    let (said, held) = (log.clone(), lock.clone());
    // Nobody releases the lock: the run ends with everything pending.
    let _ = run_virtual(|event_loop| async move {
        held.acquire(&event_loop).await?;
        let tell = Tell(said);
        let (inner, lock) = (event_loop.clone(), held.clone());
        drop(spawn(&event_loop, async move {
            let _tell = tell;
            lock.acquire(&inner).await
        }));
        held.acquire(&event_loop).await
    });
    assert_eq!(log.take(), ["dropped"]);
    assert_eq!(lock.state(), "locked");
}
