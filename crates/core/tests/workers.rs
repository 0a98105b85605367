//! The rules of workers and executors: each test names one.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::coroutine::{Coroutine, Pause, Resume, Resumed};
use loopscope_core::domain::ErrorKind;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::executor::{DEFAULT_WORKERS, Pool};
use loopscope_core::job::JobState;
use loopscope_core::native::{Error, Native, run_virtual, sleep, spawn};
use loopscope_core::time::Span;

type Log = Rc<RefCell<Vec<String>>>;

/// Says when it begins, after each blocking call, and when it is dropped.
struct Blocks {
    name: &'static str,
    spans: Vec<f64>,
    log: Log,
}

fn blocks(name: &'static str, spans: &[f64], log: &Log) -> Box<Blocks> {
    Box::new(Blocks { name, spans: spans.iter().rev().copied().collect(), log: log.clone() })
}

impl Coroutine<Native> for Blocks {
    fn resume(&mut self, _: Resume<Native>, event_loop: &LoopRef<Native>, _: &mut ()) -> Resumed<Native> {
        let now = event_loop.time();
        self.log.borrow_mut().push(format!("{} at {:.1}", self.name, now.as_secs_f64()));
        match self.spans.pop() {
            Some(span) => Resumed::Pause(Pause::Sleep(now + Span::from_secs_f64(span))),
            None => Resumed::Return(()),
        }
    }
}

/// Awaits, which a worker cannot.
struct Awaits;

impl Coroutine<Native> for Awaits {
    fn resume(&mut self, input: Resume<Native>, event_loop: &LoopRef<Native>, _: &mut ()) -> Resumed<Native> {
        match input {
            Resume::Throw(error) => Resumed::Raise(error),
            _ => Resumed::Await(event_loop.create_future()),
        }
    }
}

#[test]
fn what_blocks_a_worker_does_not_block_the_loop() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let worker = event_loop.run_in_executor(None, blocks("worker", &[1.0], &said), &mut ())?;
        for _ in 0..2 {
            sleep(&event_loop, 0.4).await?;
            said.borrow_mut().push(format!("loop at {:.1}", event_loop.time().as_secs_f64()));
        }
        worker.await
    })
    .unwrap();
    assert_eq!(*log.borrow(), ["worker at 0.0", "loop at 0.4", "loop at 0.8", "worker at 1.0"]);
}

#[test]
fn workers_go_on_by_their_moments_and_before_the_timers_of_the_same_moment() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let inner = event_loop.clone();
        let ticker = said.clone();
        let timer = spawn(&event_loop, async move {
            sleep(&inner, 0.6).await?;
            ticker.borrow_mut().push("timer at 0.6".to_owned());
            Ok(())
        });
        let a = event_loop.run_in_executor(None, blocks("a", &[0.6], &said), &mut ())?;
        let b = event_loop.run_in_executor(None, blocks("b", &[0.3, 0.3], &said), &mut ())?;
        a.await?;
        b.await?;
        timer.await
    })
    .unwrap();
    let expected = ["a at 0.0", "b at 0.0", "b at 0.3", "a at 0.6", "b at 0.6", "timer at 0.6"];
    assert_eq!(*log.borrow(), expected);
}

#[test]
fn a_pool_runs_no_more_jobs_at_once_than_it_has_workers() {
    let log = Log::default();
    let end = run_virtual(|event_loop| async move {
        let pool = Pool::new(event_loop.workers(), 2, "pool");
        let mut futures = Vec::new();
        for _ in 0..5 {
            futures.push(event_loop.run_in_executor(Some(&pool), blocks("job", &[1.0], &log), &mut ())?);
        }
        for future in futures {
            future.await?;
        }
        Ok(event_loop.time().as_secs_f64())
    });
    assert_eq!(end.unwrap(), 3.0);
}

#[test]
fn the_default_executor_has_a_fixed_number_of_workers() {
    let log = Log::default();
    let end = run_virtual(|event_loop| async move {
        let mut futures = Vec::new();
        for _ in 0..=DEFAULT_WORKERS {
            futures.push(event_loop.run_in_executor(None, blocks("job", &[1.0], &log), &mut ())?);
        }
        for future in futures {
            future.await?;
        }
        Ok(event_loop.time().as_secs_f64())
    });
    assert_eq!(end.unwrap(), 2.0);
}

#[test]
fn cancelling_the_future_leaves_a_running_worker_alone() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let future = event_loop.run_in_executor(None, blocks("worker", &[2.0], &said), &mut ())?;
        sleep(&event_loop, 1.0).await?;
        assert!(future.cancel(None));
        Ok(())
    })
    .unwrap();
    // The run has waited for it.
    assert_eq!(*log.borrow(), ["worker at 0.0", "worker at 2.0"]);
}

#[test]
fn cancelling_the_future_cancels_a_queued_job() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let pool = Pool::new(event_loop.workers(), 1, "pool");
        let first = event_loop.run_in_executor(Some(&pool), blocks("first", &[1.0], &said), &mut ())?;
        let second = event_loop.run_in_executor(Some(&pool), blocks("second", &[1.0], &said), &mut ())?;
        sleep(&event_loop, 0.5).await?;
        second.cancel(None);
        first.await?;
        sleep(&event_loop, 5.0).await
    })
    .unwrap();
    assert_eq!(*log.borrow(), ["first at 0.0", "first at 1.0"]);
}

#[test]
fn a_job_is_pending_then_running_then_finished() {
    let log = Log::default();
    run_virtual(|event_loop| async move {
        let pool = Pool::new(event_loop.workers(), 1, "pool");
        let job = pool.submit(blocks("job", &[1.0], &log), None)?.job;
        assert_eq!(job.state(), JobState::Pending);
        sleep(&event_loop, 0.5).await?;
        assert_eq!(job.state(), JobState::Running);
        assert!(!job.cancel(&mut ()));
        sleep(&event_loop, 1.0).await?;
        assert_eq!(job.state(), JobState::Finished);
        assert!(job.outcome().is_some_and(|outcome| outcome.is_ok()));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_pool_that_is_shut_down_takes_no_job_and_finishes_those_it_has() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let pool = Pool::new(event_loop.workers(), 1, "pool");
        pool.submit(blocks("first", &[1.0], &said), None)?;
        pool.submit(blocks("second", &[], &said), None)?;
        pool.shutdown(false, &mut ());
        assert!(!pool.is_drained());
        let refused = pool.submit(blocks("third", &[], &said), None);
        assert!(matches!(refused.err(), Some(Error::Rule(ErrorKind::Runtime, _))));
        sleep(&event_loop, 2.0).await?;
        assert!(pool.is_drained());
        Ok(())
    })
    .unwrap();
    assert_eq!(*log.borrow(), ["first at 0.0", "first at 1.0", "second at 1.0"]);
}

#[test]
fn a_worker_that_awaits_gets_an_error() {
    let outcome = run_virtual(|event_loop| async move {
        event_loop.run_in_executor(None, Box::new(Awaits), &mut ())?.await
    });
    assert!(
        matches!(outcome, Err(Error::Rule(ErrorKind::Runtime, message)) if message.contains("cannot await"))
    );
}

#[test]
fn a_thread_of_its_own_runs_beside_pools() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let job =
            event_loop.workers().spawn("thread".to_owned(), blocks("thread", &[1.0], &said), None, false);
        event_loop.wrap_job(&job, &mut ()).await
    })
    .unwrap();
    assert_eq!(*log.borrow(), ["thread at 0.0", "thread at 1.0"]);
}

#[test]
fn nobody_waits_for_a_daemon_that_is_left() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let workers = event_loop.workers().clone();
        workers.spawn("daemon".to_owned(), blocks("daemon", &[1.0], &said), None, true);
        sleep(&event_loop, 0.5).await?;
        assert!(workers.only_daemons() && !workers.is_empty());
        workers.spawn("thread".to_owned(), blocks("thread", &[1.0], &said), None, false);
        sleep(&event_loop, 0.1).await?;
        assert!(!workers.only_daemons());
        sleep(&event_loop, 2.0).await
    })
    .unwrap();
}
