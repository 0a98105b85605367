//! The rules of runners: each test names one.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::context::ContextVar;
use loopscope_core::native::{BlockingRunner, sleep, spawn};

#[test]
fn what_one_main_leaves_running_goes_on_with_the_next() {
    let mut runner = BlockingRunner::with_virtual_clock();
    let said = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&said);
    let started = runner.run(|event_loop| async move {
        let inner = event_loop.clone();
        drop(spawn(&event_loop, async move {
            sleep(&inner, 2.0).await?;
            log.borrow_mut().push(inner.time().as_secs_f64());
            Ok(())
        }));
        Ok(())
    });
    started.unwrap();
    assert!(said.borrow().is_empty());
    runner.run(|event_loop| async move { sleep(&event_loop, 5.0).await }).unwrap();
    assert_eq!(*said.borrow(), [2.0]);
}

#[test]
fn all_mains_share_one_context() {
    let mut runner = BlockingRunner::with_virtual_clock();
    let variable = ContextVar::new("variable");
    let own = variable.clone();
    let set = runner.run(|event_loop| async move {
        own.set(event_loop.environment(), 1);
        Ok(())
    });
    set.unwrap();
    let seen = runner.run(|event_loop| async move { Ok(variable.get(event_loop.environment())) });
    assert_eq!(seen.unwrap(), Some(1));
}

#[test]
fn closing_cancels_what_is_left_and_waits_for_its_end() {
    let mut runner = BlockingRunner::with_virtual_clock();
    let said = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&said);
    let started = runner.run(|event_loop| async move {
        let inner = event_loop.clone();
        drop(spawn(&event_loop, async move {
            let cancelled = sleep(&inner, 60.0).await.is_err();
            sleep(&inner, 1.0).await?;
            log.borrow_mut().push((cancelled, inner.time().as_secs_f64()));
            Ok(())
        }));
        sleep(&event_loop, 0.0).await
    });
    started.unwrap();
    runner.close().unwrap();
    assert_eq!(*said.borrow(), [(true, 1.0)]);
    assert!(runner.event_loop().is_closed());
    assert_eq!(runner.run(|_| async { Ok(()) }).unwrap_err().to_string(), "Runner is closed");
    runner.close().unwrap();
}

#[test]
fn an_error_of_one_main_ends_that_main_only() {
    let mut runner = BlockingRunner::with_virtual_clock();
    let failed = runner.run(|_| async { Err::<(), _>(std::fmt::Error.into()) });
    assert!(failed.is_err());
    assert_eq!(runner.run(|_| async { Ok(7) }).unwrap(), 7);
}

#[test]
fn a_main_that_can_never_end_is_left_and_cancelled_at_the_close() {
    let mut runner = BlockingRunner::with_virtual_clock();
    let stuck = runner.run(|event_loop| async move { event_loop.create_future().await });
    assert_eq!(stuck.unwrap_err().to_string(), "the program has not ended");
    runner.close().unwrap();
    assert!(runner.event_loop().is_closed());
}
