//! The rules of contexts and of eager tasks: each test names one.

use std::cell::RefCell;
use std::rc::Rc;

use loopscope_core::context::{Context, ContextVar, InUse, TokenError};
use loopscope_core::future::DoneCallback;
use loopscope_core::handle::Callback;
use loopscope_core::native::{Adapter, Error, Native, run_virtual, sleep, spawn, yield_now};
use loopscope_core::task::TaskOptions;

#[test]
fn a_task_sees_what_was_set_when_it_was_made_and_nothing_later() {
    run_virtual(|event_loop| async move {
        let variable = ContextVar::new("variable");
        variable.set(event_loop.environment(), 1);
        let (inner, own) = (event_loop.clone(), variable.clone());
        let task = spawn(&event_loop, async move { Ok(own.get(inner.environment())) });
        variable.set(event_loop.environment(), 2);
        assert_eq!(task.await?, Some(1));
        Ok(())
    })
    .unwrap();
}

#[test]
fn what_a_task_sets_stays_with_it_over_its_awaits() {
    run_virtual(|event_loop| async move {
        let variable = ContextVar::new("variable");
        let tasks: Vec<_> = [1, 2]
            .map(|number| {
                let (inner, own) = (event_loop.clone(), variable.clone());
                spawn(&event_loop, async move {
                    own.set(inner.environment(), number);
                    yield_now(&inner).await?;
                    sleep(&inner, 1.0).await?;
                    Ok(own.get(inner.environment()))
                })
            })
            .into();
        for (task, number) in tasks.into_iter().zip([1, 2]) {
            assert_eq!(task.await?, Some(number));
        }
        assert_eq!(variable.get(event_loop.environment()), None);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_task_can_be_given_a_context() {
    run_virtual(|event_loop| async move {
        let variable = ContextVar::new("variable");
        let context = Context::new();
        let (inner, own) = (event_loop.clone(), variable.clone());
        let coroutine = Adapter::new(async move {
            own.set(inner.environment(), "inside");
            Ok(())
        });
        let options = TaskOptions { context: Some(context.clone()), ..TaskOptions::default() };
        let task = event_loop.create_task(Box::new(coroutine), options);
        assert!(task.context().ptr_eq(&context));
        task.future().clone().await?;
        assert_eq!(context.get(&variable), Some("inside"));
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_context_of_the_running_task_is_its_own() {
    run_virtual(|event_loop| async move {
        let task = event_loop.current_task().unwrap();
        let own = task.context();
        let other = Context::new();
        let seen = other.run(event_loop.environment(), || task.context()).unwrap();
        assert!(seen.ptr_eq(&own), "what it has entered does not count");
        let entered = own.run(event_loop.environment(), || ());
        assert_eq!(entered, Err(InUse));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_token_takes_one_set_back_once_in_its_context() {
    run_virtual(|event_loop| async move {
        let environment = event_loop.environment();
        let (variable, other) = (ContextVar::with_default("variable", 0), ContextVar::new("other"));
        let first = variable.set(environment, 1);
        let second = variable.set(environment, 2);
        assert_eq!((first.old_value(), second.old_value()), (None, Some(1)));
        assert_eq!(other.reset(environment, &second), Err(TokenError::OtherVariable));
        let elsewhere = Context::new().run(environment, || variable.reset(environment, &second));
        assert_eq!(elsewhere, Ok(Err(TokenError::OtherContext)));
        assert_eq!(variable.reset(environment, &second), Ok(()));
        assert_eq!(variable.get(environment), Some(1));
        assert_eq!(variable.reset(environment, &second), Err(TokenError::Used));
        assert_eq!(variable.reset(environment, &first), Ok(()));
        assert_eq!(variable.get(environment), Some(0));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_copy_does_not_see_later_changes() {
    run_virtual(|event_loop| async move {
        let environment = event_loop.environment();
        let variable = ContextVar::new("variable");
        assert!(environment.copy_context().is_none(), "there is nothing to copy yet");
        variable.set(environment, 1);
        let copy = environment.copy_context().unwrap();
        variable.set(environment, 2);
        assert_eq!((copy.get(&variable), variable.get(environment)), (Some(1), Some(2)));
        assert_eq!((copy.len(), copy.values::<i32>()), (1, vec![1]));
        Ok(())
    })
    .unwrap();
}

#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<&'static str>>>);

impl Log {
    fn say(&self, word: &'static str) {
        self.0.borrow_mut().push(word);
    }
}

/// A coroutine that speaks twice.
fn speaker(log: &Log) -> Box<dyn loopscope_core::coroutine::Coroutine<Native>> {
    let log = log.clone();
    Box::new(Adapter::new(async move {
        log.say("begins");
        log.say("ends");
        Ok::<(), Error>(())
    }))
}

#[test]
fn an_eager_task_runs_its_first_step_where_it_is_made() {
    run_virtual(|event_loop| async move {
        let log = Log::default();
        let main = event_loop.current_task().unwrap();
        let coroutine = {
            let (inner, log) = (event_loop.clone(), log.clone());
            let main = main.clone();
            Box::new(Adapter::new(async move {
                assert!(!inner.current_task().unwrap().ptr_eq(&main));
                log.say("begins");
                sleep(&inner, 1.0).await?;
                log.say("ends");
                Ok(())
            }))
        };
        let task = event_loop.create_eager_task(coroutine, TaskOptions::default(), &mut ())?;
        log.say("made");
        assert!(event_loop.current_task().unwrap().ptr_eq(&main));
        assert_eq!(event_loop.all_tasks().len(), 2);
        task.future().clone().await?;
        assert_eq!(*log.0.borrow(), ["begins", "made", "ends"]);
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_eager_task_that_does_not_await_is_done_at_once() {
    run_virtual(|event_loop| async move {
        let failing = Box::new(Adapter::new(async { Err(Error::from(std::fmt::Error)) }));
        let task = event_loop.create_eager_task(failing, TaskOptions::default(), &mut ())?;
        assert!(task.future().done());
        assert_eq!(event_loop.all_tasks().len(), 1);
        assert!(task.future().exception()?.is_some());
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_eager_task_leaves_the_wait_of_its_maker_alone() {
    run_virtual(|event_loop| async move {
        // Both are polled in one poll of the maker: the eager task must not wait for the sleep.
        let (inner, mut made) = (event_loop.clone(), None);
        let mut sleeping = Box::pin(sleep(&event_loop, 2.0));
        std::future::poll_fn(|cx| {
            let poll = sleeping.as_mut().poll(cx);
            if made.is_none() {
                let (own, log) = (inner.clone(), Log::default());
                let coroutine = Box::new(Adapter::new(async move {
                    log.say("begins");
                    sleep(&own, 1.0).await
                }));
                made = Some(inner.create_eager_task(coroutine, TaskOptions::default(), &mut ()));
            }
            poll
        })
        .await?;
        assert_eq!(event_loop.time().as_secs_f64(), 2.0);
        assert!(made.unwrap()?.future().done());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_done_callback_of_rust_is_told_after_an_eager_end() {
    run_virtual(|event_loop| async move {
        let log = Log::default();
        let coroutine = speaker(&log);
        let task = event_loop.create_eager_task(coroutine, TaskOptions::default(), &mut ())?;
        let said = log.clone();
        task.future().add_done_callback(DoneCallback::native(Box::new(move |_, _| said.say("told"))));
        let said = log.clone();
        event_loop.call_soon(Callback::Native(Box::new(move |_, ()| said.say("next"))));
        log.say("here");
        yield_now(&event_loop).await?;
        assert_eq!(*log.0.borrow(), ["begins", "ends", "here", "told", "next"]);
        Ok(())
    })
    .unwrap();
}
