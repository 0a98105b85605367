//! The order of things: each test names the rule of CPython's asyncio that it holds.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::native::{Error, JoinHandle, gather, run_virtual, sleep, spawn, yield_now};

/// What happened, in order.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn say(&self, line: impl Into<String>) {
        self.0.borrow_mut().push(line.into());
    }

    fn check(&self, expected: &[&str]) {
        assert_eq!(*self.0.borrow(), expected);
    }
}

#[test]
fn tasks_take_turns_in_the_order_of_creation() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let tasks: Vec<JoinHandle<()>> = ["a", "b"]
            .map(|name| {
                let (event_loop, log) = (event_loop.clone(), said.clone());
                spawn(&event_loop.clone(), async move {
                    for turn in 0..2 {
                        log.say(format!("{name}{turn}"));
                        yield_now(&event_loop).await?;
                    }
                    Ok(())
                })
            })
            .into();
        said.say("main");
        gather(&event_loop, tasks).await.map(drop)
    })
    .unwrap();
    log.check(&["main", "a0", "b0", "a1", "b1"]);
}

/// So many that the queue of timers fetches them before they fire, some of them cancelled, many of the same moment.
#[test]
fn many_sleeps_end_in_the_order_of_their_deadlines() {
    const TASKS: u64 = 20_000;
    let woken = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&woken);
    // A prime step, so that neighbours in the order of creation sleep for very different times.
    let delay = |index: u64| (index * 7_919 % TASKS / 3 + 1) * 1_001;
    run_virtual(move |event_loop| async move {
        let spawn_one = |index| {
            let (inner, log) = (event_loop.clone(), Rc::clone(&log));
            spawn(&event_loop, async move {
                sleep(&inner, delay(index) as f64 / 1e9).await?;
                log.borrow_mut().push((inner.time().0, index));
                Ok(())
            })
        };
        let tasks: Vec<JoinHandle<()>> = (0..TASKS).map(spawn_one).collect();
        yield_now(&event_loop).await?;
        tasks.iter().step_by(5).for_each(|task| assert!(task.cancel()));
        for (index, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.await.is_ok(), index % 5 != 0);
        }
        Ok(())
    })
    .unwrap();
    let mut expected: Vec<_> =
        (0..TASKS).filter(|index| index % 5 != 0).map(|index| (delay(index), index)).collect();
    expected.sort_unstable();
    assert_eq!(*woken.borrow(), expected);
}

#[test]
fn equal_deadlines_fire_in_the_order_in_which_they_were_set() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let tasks: Vec<JoinHandle<()>> = [0.3, 0.1, 0.3, 0.2]
            .into_iter()
            .enumerate()
            .map(|(index, delay)| {
                let (inner, log) = (event_loop.clone(), said.clone());
                spawn(&event_loop, async move {
                    sleep(&inner, delay).await?;
                    log.say(format!("{index} at {}", inner.time()));
                    Ok(())
                })
            })
            .collect();
        gather(&event_loop, tasks).await.map(drop)
    })
    .unwrap();
    log.check(&["1 at 0.100 s", "3 at 0.200 s", "0 at 0.300 s", "2 at 0.300 s"]);
}

#[test]
fn a_cancelled_task_raises_where_it_awaits_and_may_go_on() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let (inner, log) = (event_loop.clone(), said.clone());
        let task = spawn(&event_loop, async move {
            let cancelled = sleep(&inner, 10.0).await.is_err();
            log.say(format!("cancelled: {cancelled} at {}", inner.time()));
            sleep(&inner, 1.0).await?;
            Ok("went on")
        });
        sleep(&event_loop, 2.0).await?;
        assert!(task.cancel());
        assert_eq!(task.task().cancelling(), 1);
        said.say(task.await?);
        Ok(())
    })
    .unwrap();
    log.check(&["cancelled: true at 2.000 s", "went on"]);
}

#[test]
fn a_task_cancelled_before_its_first_step_never_runs() {
    let outcome = run_virtual(|event_loop| async move {
        let task: JoinHandle<()> = spawn(&event_loop, async { panic!("it never starts") });
        task.cancel();
        Ok(task.await.is_err())
    });
    assert!(outcome.unwrap());
}

#[test]
fn gather_fails_with_the_first_error_while_the_others_go_on() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let (inner, log) = (event_loop.clone(), said.clone());
        let slow = spawn(&event_loop, async move {
            sleep(&inner, 2.0).await?;
            log.say("the slow one ended");
            Ok(())
        });
        let inner = event_loop.clone();
        let failing = spawn(&event_loop, async move {
            sleep(&inner, 1.0).await?;
            Err(Error::from(std::fmt::Error))
        });
        let failed = gather(&event_loop, vec![slow, failing]).await.is_err();
        said.say(format!("failed: {failed} at {}", event_loop.time()));
        sleep(&event_loop, 5.0).await
    })
    .unwrap();
    log.check(&["failed: true at 1.000 s", "the slow one ended"]);
}

#[test]
fn what_is_left_when_main_returns_is_cancelled() {
    let log = Log::default();
    let said = log.clone();
    run_virtual(|event_loop| async move {
        let (inner, log) = (event_loop.clone(), said.clone());
        let background = spawn(&event_loop, async move {
            let cancelled = sleep(&inner, 60.0).await.is_err();
            log.say(format!("cancelled: {cancelled} at {}", inner.time()));
            Ok(())
        });
        drop(background);
        sleep(&event_loop, 1.0).await
    })
    .unwrap();
    log.check(&["cancelled: true at 1.000 s"]);
}

#[test]
fn a_foreign_future_is_woken_from_another_thread() {
    let (sender, receiver) = std::sync::mpsc::channel::<std::task::Waker>();
    let done = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
    let flag = std::sync::Arc::clone(&done);
    let other = std::thread::spawn(move || {
        let waker = receiver.recv().unwrap();
        flag.store(true, std::sync::atomic::Ordering::SeqCst);
        waker.wake();
    });
    loopscope_core::native::run(|_| {
        std::future::poll_fn(move |cx| {
            if done.load(std::sync::atomic::Ordering::SeqCst) {
                return std::task::Poll::Ready(Ok(()));
            }
            // The other thread may be gone: then the flag is set.
            let _ = sender.send(cx.waker().clone());
            std::task::Poll::Pending
        })
    })
    .unwrap();
    other.join().unwrap();
}

#[test]
fn waiting_for_what_can_never_come_ends_the_run() {
    let outcome = run_virtual(|event_loop| async move { event_loop.create_future().await });
    assert_eq!(outcome.unwrap_err().to_string(), "the program has not ended");
}

#[test]
fn dropping_the_loop_drops_the_coroutines_in_the_order_of_creation() {
    struct Tell(&'static str, Log);
    impl Drop for Tell {
        fn drop(&mut self) {
            self.1.say(self.0);
        }
    }
    let log = Log::default();
    let said = log.clone();
    // Main waits for ever: the run ends with everything pending.
    let _ = run_virtual(|event_loop| async move {
        let never = event_loop.create_future();
        for name in ["first", "second"] {
            let (never, tell) = (never.clone(), Tell(name, said.clone()));
            drop(spawn(&event_loop, async move {
                let _held = tell;
                never.await
            }));
        }
        let _held = Tell("main", said);
        never.await
    });
    log.check(&["main", "first", "second"]);
}
