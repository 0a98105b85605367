//! The rules of what waits for several futures, or for one with a deadline: each test names one.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::as_completed::AsCompleted;
use loopscope_core::cancel::CircularWait;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::future::Future;
use loopscope_core::gather::gather;
use loopscope_core::native::{Error, JoinHandle, Native, run_virtual, sleep, spawn};
use loopscope_core::shield::shield;
use loopscope_core::time::Time;
use loopscope_core::timeouts::{Timeout, TimeoutExit, TimeoutState, timeout};
use loopscope_core::wait::{ReturnWhen, wait};
use loopscope_core::wait_for::wait_for;

type Loop = LoopRef<Native>;

/// A task that sleeps.
fn sleeper(event_loop: &Loop, seconds: f64) -> JoinHandle<()> {
    let inner = event_loop.clone();
    spawn(event_loop, async move { sleep(&inner, seconds).await })
}

/// A task that sleeps and fails.
fn failing(event_loop: &Loop, seconds: f64) -> JoinHandle<()> {
    let inner = event_loop.clone();
    spawn(event_loop, async move {
        sleep(&inner, seconds).await?;
        Err(Error::from(std::fmt::Error))
    })
}

fn futures(tasks: &[JoinHandle<()>]) -> Vec<Future<Native>> {
    tasks.iter().map(|task| task.task().future().clone()).collect()
}

fn seconds(event_loop: &Loop) -> f64 {
    event_loop.time().as_secs_f64()
}

#[test]
fn wait_for_the_first_leaves_the_others_running() {
    run_virtual(|event_loop| async move {
        let tasks = [sleeper(&event_loop, 2.0), sleeper(&event_loop, 1.0)];
        let waited = wait(&event_loop, &futures(&tasks), None, ReturnWhen::FirstCompleted).await?;
        assert!(waited.done[0].ptr_eq(tasks[1].task().future()));
        assert!(!waited.pending[0].done());
        assert_eq!(seconds(&event_loop), 1.0);
        Ok(())
    })
    .unwrap();
}

#[test]
fn wait_for_the_first_exception_does_not_count_a_cancelled_future() {
    run_virtual(|event_loop| async move {
        let tasks = [sleeper(&event_loop, 5.0), failing(&event_loop, 3.0), sleeper(&event_loop, 9.0)];
        tasks[0].cancel();
        let waited = wait(&event_loop, &futures(&tasks), None, ReturnWhen::FirstException).await?;
        assert_eq!((waited.done.len(), waited.pending.len()), (2, 1));
        assert_eq!(seconds(&event_loop), 3.0);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_wait_that_runs_out_of_time_is_no_error() {
    run_virtual(|event_loop| async move {
        let tasks = [sleeper(&event_loop, 5.0)];
        let waited = wait(&event_loop, &futures(&tasks), Some(2.0), ReturnWhen::AllCompleted).await?;
        assert_eq!((waited.done.len(), waited.pending.len()), (0, 1));
        assert_eq!(seconds(&event_loop), 2.0);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_future_that_is_given_twice_counts_once() {
    run_virtual(|event_loop| async move {
        let task = sleeper(&event_loop, 1.0);
        let twice = [task.task().future().clone(), task.task().future().clone()];
        let waited = wait(&event_loop, &twice, None, ReturnWhen::AllCompleted).await?;
        assert_eq!(waited.done.len(), 1);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_wait_for_nothing_is_refused() {
    let outcome = run_virtual(|event_loop| async move {
        wait(&event_loop, &[], None, ReturnWhen::AllCompleted).await.map(drop)
    });
    assert_eq!(outcome.unwrap_err().to_string(), "Set of Tasks/Futures is empty.");
}

#[test]
fn a_cancelled_wait_cancels_nothing_and_leaves_no_callback() {
    run_virtual(|event_loop| async move {
        let task = sleeper(&event_loop, 3.0);
        let (inner, future) = (event_loop.clone(), task.task().future().clone());
        let waiting = spawn(&event_loop, async move {
            wait(&inner, &[future], Some(60.0), ReturnWhen::AllCompleted).await.map(drop)
        });
        sleep(&event_loop, 1.0).await?;
        waiting.cancel();
        assert!(matches!(waiting.await, Err(Error::Cancelled)));
        let mut callbacks = 0;
        task.task().future().for_each_callback(|_| callbacks += 1);
        assert_eq!(callbacks, 0);
        assert_eq!(event_loop.pending_timers().len(), 1, "only the sleep's is left");
        task.await
    })
    .unwrap();
}

#[test]
fn a_shield_ends_as_what_it_shields() {
    run_virtual(|event_loop| async move {
        let fine = sleeper(&event_loop, 1.0);
        shield(fine.task().future()).await?;
        let bad = failing(&event_loop, 1.0);
        assert!(shield(bad.task().future()).await.is_err());
        let gone = sleeper(&event_loop, 1.0);
        let shielded = shield(gone.task().future());
        gone.cancel();
        assert!(shielded.clone().await.is_err());
        assert!(shielded.cancelled());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_cancelled_shield_lets_go_of_what_it_shields() {
    run_virtual(|event_loop| async move {
        let task = sleeper(&event_loop, 1.0);
        let shielded = shield(task.task().future());
        shielded.cancel(None);
        sleep(&event_loop, 0.0).await?;
        let mut callbacks = 0;
        task.task().future().for_each_callback(|_| callbacks += 1);
        assert_eq!(callbacks, 0);
        task.await
    })
    .unwrap();
}

#[test]
fn as_completed_gives_futures_in_the_order_of_their_ends() {
    run_virtual(|event_loop| async move {
        let tasks = [sleeper(&event_loop, 3.0), failing(&event_loop, 1.0), sleeper(&event_loop, 2.0)];
        let all = futures(&tasks);
        let completed = AsCompleted::new(&event_loop, &all, None);
        for expected in [1, 2, 0] {
            let next = completed.next().unwrap().await?;
            assert!(next.ptr_eq(&all[expected]));
            next.mark_retrieved();
        }
        assert!(completed.next().is_none());
        Ok(())
    })
    .unwrap();
}

#[test]
fn as_completed_fails_once_for_each_that_is_late() {
    run_virtual(|event_loop| async move {
        let tasks = [sleeper(&event_loop, 1.0), sleeper(&event_loop, 5.0), sleeper(&event_loop, 5.0)];
        let completed = AsCompleted::new(&event_loop, &futures(&tasks), Some(2.0));
        assert!(completed.next().unwrap().await.is_ok());
        assert!(completed.next().unwrap().await.is_err());
        assert!(completed.next().unwrap().await.is_err());
        assert_eq!(seconds(&event_loop), 2.0);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_cancelled_request_for_the_next_one_loses_nothing() {
    run_virtual(|event_loop| async move {
        let task = sleeper(&event_loop, 2.0);
        let completed = AsCompleted::new(&event_loop, &[task.task().future().clone()], None);
        assert!(completed.claim());
        let (first, second) = (completed.get(), completed.get());
        let waiting = spawn(&event_loop, async move { first.await.map(drop) });
        let other = spawn(&event_loop, async move { second.await.map(drop) });
        sleep(&event_loop, 1.0).await?;
        waiting.cancel();
        assert!(waiting.await.is_err());
        other.await
    })
    .unwrap();
}

#[test]
fn a_timeout_cancels_what_runs_inside_it_and_says_so() {
    let outcome = run_virtual(|event_loop| async move {
        let late = timeout(&event_loop, Some(1.0), sleep(&event_loop, 9.0)).await;
        assert_eq!(seconds(&event_loop), 1.0);
        late
    });
    assert!(matches!(outcome, Err(Error::Rule(loopscope_core::domain::ErrorKind::Timeout, _))));
}

#[test]
fn of_nested_timeouts_the_one_that_is_due_fires() {
    run_virtual(|event_loop| async move {
        let inner = timeout(&event_loop, Some(5.0), sleep(&event_loop, 9.0));
        assert!(timeout(&event_loop, Some(1.0), inner).await.is_err());
        assert_eq!(seconds(&event_loop), 1.0);
        let said = Rc::new(RefCell::new(Vec::new()));
        let inner = async {
            let late = timeout(&event_loop, Some(1.0), sleep(&event_loop, 9.0)).await;
            said.borrow_mut().push(late.is_err());
            sleep(&event_loop, 1.0).await
        };
        timeout(&event_loop, Some(5.0), inner).await?;
        assert_eq!((*said.borrow()).as_slice(), [true]);
        assert_eq!(seconds(&event_loop), 3.0);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_timeout_can_be_moved_while_inside() {
    run_virtual(|event_loop| async move {
        let guard = Timeout::new(Some(Time::from_secs_f64(1.0)));
        assert!(guard.reschedule(None, &event_loop).is_err(), "not entered yet");
        guard.enter(&event_loop)?;
        guard.reschedule(Some(Time::from_secs_f64(5.0)), &event_loop)?;
        let result = sleep(&event_loop, 3.0).await;
        assert_eq!(guard.exit(result.as_ref().err()), TimeoutExit::Pass);
        assert_eq!(guard.state(), TimeoutState::Finished);
        assert!(guard.reschedule(None, &event_loop).is_err(), "left");
        assert!(guard.enter(&event_loop).is_err(), "used once");
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_outer_cancellation_is_no_timeout() {
    run_virtual(|event_loop| async move {
        let inner = event_loop.clone();
        let task = spawn(&event_loop, async move { timeout(&inner, Some(60.0), sleep(&inner, 90.0)).await });
        sleep(&event_loop, 1.0).await?;
        task.cancel();
        assert!(matches!(task.await, Err(Error::Cancelled)));
        Ok(())
    })
    .unwrap();
}

#[test]
fn wait_for_cancels_what_is_late_and_waits_for_its_end() {
    run_virtual(|event_loop| async move {
        let inner = event_loop.clone();
        let stubborn = spawn(&event_loop, async move {
            let _ = sleep(&inner, 60.0).await;
            sleep(&inner, 2.0).await
        });
        // It swallows its cancellation: its result counts.
        wait_for(&event_loop, stubborn.task().future(), Some(1.0)).await?;
        assert_eq!(seconds(&event_loop), 3.0);
        let never = sleeper(&event_loop, 1.0);
        assert!(wait_for(&event_loop, never.task().future(), Some(0.0)).await.is_err());
        assert!(never.task().future().cancelled());
        Ok(())
    })
    .unwrap();
}

#[test]
fn tasks_that_wait_for_each_other_cannot_be_cancelled() {
    run_virtual(|event_loop| async move {
        // A chain of two before the circle of three, so that it does not begin where the request does.
        let next = [1, 2, 3, 4, 2];
        let slots: Rc<RefCell<Vec<Future<Native>>>> = Rc::default();
        let tasks = next.map(|next| {
            let (inner, slots) = (event_loop.clone(), slots.clone());
            spawn(&event_loop, async move {
                let children = vec![slots.borrow()[next].clone()];
                let outer = gather(&inner, children, false);
                slots.borrow_mut().push(outer.clone());
                outer.await.map(drop)
            })
        });
        *slots.borrow_mut() = futures(&tasks);
        sleep(&event_loop, 0.0).await?;
        assert_eq!(slots.borrow()[0].try_cancel(None), Err(CircularWait));
        assert!(!tasks[0].cancel());
        // Whoever breaks the circle ends them all.
        let outer = slots.borrow()[next.len() + 3].clone();
        outer.set_exception(Error::from(std::fmt::Error)).unwrap();
        sleep(&event_loop, 1.0).await?;
        assert!(tasks.iter().all(|task| task.task().future().done()));
        Ok(())
    })
    .unwrap();
}
