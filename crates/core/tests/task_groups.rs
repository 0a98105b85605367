//! The rules of task groups and of the closing of asynchronous generators, each a test that names it.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use loopscope_core::asyncgens::AsyncGenerator;
use loopscope_core::coroutine::Coroutine;
use loopscope_core::domain::ErrorKind;
use loopscope_core::event_loop::LoopRef;
use loopscope_core::native::{Adapter, Error, Native, run_virtual, sleep, spawn, spawn_in, yield_now};
use loopscope_core::task::TaskOptions;
use loopscope_core::task_group::{Refusal, TaskGroup};

type Group = TaskGroup<Native>;
type Log = Rc<RefCell<Vec<String>>>;

fn failure(message: &str) -> Error {
    Error::Rule(ErrorKind::Value, message.to_owned())
}

/// A child that sleeps, and then fails if it has a message to fail with.
fn child(group: &Group, event_loop: &LoopRef<Native>, log: &Log, seconds: f64, fails: Option<&'static str>) {
    let (inner, log) = (event_loop.clone(), log.clone());
    let handle = spawn_in(group, async move {
        if let Err(error) = sleep(&inner, seconds).await {
            log.borrow_mut().push(format!("{seconds} {error}"));
            return Err(error);
        }
        match fails {
            Some(message) => Err(failure(message)),
            None => {
                log.borrow_mut().push(format!("{seconds} done"));
                Ok(())
            }
        }
    });
    drop(handle.expect("the group takes tasks"));
}

fn messages(error: &Error) -> Vec<String> {
    match error {
        Error::Group(message, errors) => {
            assert_eq!(&**message, "unhandled errors in a TaskGroup");
            errors.iter().map(ToString::to_string).collect()
        }
        other => panic!("not a group: {other}"),
    }
}

#[test]
fn leaving_waits_for_every_task() {
    let log = Log::default();
    let seen = log.clone();
    let at = run_virtual(|event_loop| async move {
        let group = Group::new();
        group
            .within(&event_loop, async {
                child(&group, &event_loop, &log, 2.0, None);
                child(&group, &event_loop, &log, 1.0, None);
                Ok(())
            })
            .await?;
        Ok(event_loop.time().as_secs_f64())
    });
    assert_eq!(at.expect("nothing fails"), 2.0);
    assert_eq!(*seen.borrow(), ["1 done", "2 done"]);
}

#[test]
fn the_first_failure_cancels_the_others_and_the_body_and_is_taken_back() {
    let log = Log::default();
    let seen = log.clone();
    let left = run_virtual(|event_loop| async move {
        let group = Group::new();
        let ended = group
            .within(&event_loop, async {
                child(&group, &event_loop, &log, 1.0, Some("broken"));
                child(&group, &event_loop, &log, 5.0, None);
                sleep(&event_loop, 9.0).await
            })
            .await;
        let task = event_loop.current_task().expect("main is a task");
        Ok((messages(&ended.expect_err("it failed")), event_loop.time().as_secs_f64(), task.cancelling()))
    });
    assert_eq!(left.expect("main goes on"), (vec!["broken".to_owned()], 1.0, 0));
    assert_eq!(*seen.borrow(), ["5 cancelled"]);
}

#[test]
fn errors_come_in_the_order_in_which_tasks_ended_and_the_bodys_last() {
    let found = run_virtual(|event_loop| async move {
        let group = Group::new();
        let log = Log::default();
        let ended: Result<(), Error> = group
            .within(&event_loop, async {
                child(&group, &event_loop, &log, 1.0, Some("first"));
                child(&group, &event_loop, &log, 1.0, Some("second"));
                match sleep(&event_loop, 9.0).await {
                    Err(Error::Cancelled) => Err(failure("body")),
                    other => other,
                }
            })
            .await;
        Ok(messages(&ended.expect_err("it failed")))
    });
    assert_eq!(found.expect("main goes on"), ["first", "second", "body"]);
}

#[test]
fn a_cancellation_from_outside_ends_the_tasks_and_goes_on() {
    let log = Log::default();
    let seen = log.clone();
    let ended = run_virtual(|event_loop| async move {
        let inner = event_loop.clone();
        let task = spawn(&event_loop, async move {
            let group = Group::new();
            group
                .within(&inner, async {
                    child(&group, &inner, &log, 5.0, None);
                    Ok(())
                })
                .await
        });
        sleep(&event_loop, 1.0).await?;
        task.cancel();
        Ok(matches!(task.await, Err(Error::Cancelled)))
    });
    assert!(ended.expect("main goes on"));
    assert_eq!(*seen.borrow(), ["5 cancelled"]);
}

#[test]
fn errors_come_before_a_cancellation_from_outside_which_comes_again() {
    let ended = run_virtual(|event_loop| async move {
        let inner = event_loop.clone();
        let task = spawn(&event_loop, async move {
            let group = Group::new();
            let loop_of_child = inner.clone();
            let ended: Result<(), Error> = group
                .within(&inner, async {
                    let stubborn = spawn_in(&group, async move {
                        match sleep(&loop_of_child, 9.0).await {
                            Err(_) => Err::<(), _>(failure("while cancelled")),
                            Ok(()) => Ok(()),
                        }
                    });
                    drop(stubborn?);
                    Ok(())
                })
                .await;
            let found = messages(&ended.expect_err("it failed"));
            Ok((found, matches!(yield_now(&inner).await, Err(Error::Cancelled))))
        });
        sleep(&event_loop, 1.0).await?;
        task.cancel();
        task.await
    });
    assert_eq!(ended.expect("the task handles it"), (vec!["while cancelled".to_owned()], true));
}

#[test]
fn a_cancelled_task_is_no_failure() {
    let at = run_virtual(|event_loop| async move {
        let group = Group::new();
        let log = Log::default();
        group
            .within(&event_loop, async {
                child(&group, &event_loop, &log, 2.0, None);
                let inner = event_loop.clone();
                let alone = spawn_in(&group, async move { sleep(&inner, 9.0).await })?;
                yield_now(&event_loop).await?;
                alone.cancel();
                Ok(())
            })
            .await?;
        Ok(event_loop.time().as_secs_f64())
    });
    assert_eq!(at.expect("nothing fails"), 2.0);
}

#[test]
fn a_group_says_why_it_takes_no_task_and_how_it_stands() {
    let done = run_virtual(|event_loop| async move {
        let group = Group::new();
        assert_eq!((group.refusal(), group.state().as_str()), (Some(Refusal::NotEntered), ""));
        group
            .within(&event_loop, async {
                assert_eq!((group.refusal(), group.state().as_str()), (None, " entered"));
                child(&group, &event_loop, &Log::default(), 1.0, None);
                assert_eq!(group.state(), " tasks=1 entered");
                assert!(group.enter(&event_loop).is_err());
                Ok(())
            })
            .await?;
        assert_eq!(group.refusal(), Some(Refusal::Finished));
        let refused = spawn_in(&group, async { Ok(()) }).err().expect("it is over");
        assert_eq!(refused.to_string(), "TaskGroup <TaskGroup entered> is finished");
        Ok(())
    });
    done.expect("the group is left");
}

#[test]
fn no_task_can_be_made_once_the_group_fails() {
    let refused = run_virtual(|event_loop| async move {
        let group = Group::new();
        let found = Rc::new(RefCell::new(None));
        let ended: Result<(), Error> = group
            .within(&event_loop, async {
                child(&group, &event_loop, &Log::default(), 1.0, Some("broken"));
                let ended = sleep(&event_loop, 9.0).await;
                *found.borrow_mut() = group.refusal();
                ended
            })
            .await;
        assert!(ended.is_err());
        Ok(found.take())
    });
    assert_eq!(refused.expect("main goes on"), Some(Refusal::ShuttingDown));
}

/// Counts how often it is closed.
struct Lines(RefCell<u32>, LoopRef<Native>);

impl AsyncGenerator<Native> for Lines {
    fn close(self: Rc<Self>, _: &mut ()) -> Box<dyn Coroutine<Native>> {
        Box::new(Adapter::new(async move {
            sleep(&self.1, 1.0).await?;
            *self.0.borrow_mut() += 1;
            Ok(())
        }))
    }

    fn describe(&self, _: &mut ()) -> String {
        "<lines>".to_owned()
    }
}

#[test]
fn shutdown_closes_the_generators_that_are_alive_once_and_together() {
    let found = run_virtual(|event_loop| async move {
        let lines: Vec<Rc<Lines>> = (0..3).map(|_| Rc::new(Lines(0.into(), event_loop.clone()))).collect();
        for generator in &lines {
            let weak: Weak<dyn AsyncGenerator<Native>> = Rc::downgrade(&(generator.clone() as Rc<_>));
            assert!(event_loop.asyncgen_begun(weak));
        }
        for _ in 0..2 {
            let all = event_loop.create_task(event_loop.shutdown_asyncgens(), TaskOptions::default());
            all.future().clone().await?;
        }
        let late: Weak<dyn AsyncGenerator<Native>> = Rc::downgrade(&(lines[0].clone() as Rc<_>));
        assert!(!event_loop.asyncgen_begun(late), "nobody closes what begins now");
        let closed: Vec<u32> = lines.iter().map(|lines| *lines.0.borrow()).collect();
        Ok((closed, event_loop.time().as_secs_f64()))
    });
    assert_eq!(found.expect("nothing fails"), (vec![1, 1, 1], 1.0));
}

#[test]
fn a_dropped_generator_is_closed_by_a_task() {
    let found = run_virtual(|event_loop| async move {
        let lines = Rc::new(Lines(0.into(), event_loop.clone()));
        event_loop.asyncgen_dropped(lines.clone().close(&mut ()));
        sleep(&event_loop, 2.0).await?;
        Ok(*lines.0.borrow())
    });
    assert_eq!(found.expect("nothing fails"), 1);
}
