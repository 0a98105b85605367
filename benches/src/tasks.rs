//! Rust coroutines: the same work on core, on tokio and on async-executor.

use std::rc::Rc;

use async_executor::LocalExecutor;
use loopscope_core::clock::VirtualClock;
use loopscope_core::driver::virtual_time::{self, Limits};
use loopscope_core::event_loop::{Environment, LoopRef};
use loopscope_core::instrument::Instrument;
use loopscope_core::native::{Error, Native, Program, spawn, yield_now};
use loopscope_trace::recorder::Recorder;

/// What is to be done.
#[derive(Clone, Copy)]
pub(crate) enum Work {
    /// Tasks that each give way so many times.
    Yields { tasks: u32, yields: u32 },
    /// Tasks that return at once, and are all joined. Each returns its number.
    SpawnJoin { tasks: u32 },
}

/// Whether core tells an instrument.
#[derive(Clone, Copy)]
pub(crate) enum Traced {
    No,
    Yes,
}

impl Traced {
    /// A recorder with an empty log.
    pub(crate) fn instrument(self) -> Option<Rc<dyn Instrument>> {
        match self {
            Traced::No => None,
            Traced::Yes => Some(Rc::new(Recorder::new())),
        }
    }
}

/// Runs a Rust `main` on the virtual clock.
pub(crate) fn run_on_core<T: 'static, F>(traced: Traced, main: impl FnOnce(LoopRef<Native>) -> F) -> T
where
    F: Future<Output = Result<T, Error>> + 'static,
{
    let clock = Rc::new(VirtualClock::new());
    let environment = Environment::new(clock.clone(), traced.instrument());
    let program = Program::with_environment(environment, main);
    let result = program.and_then(|mut program| {
        virtual_time::run(&mut program, &clock, Limits::NONE);
        program.result()
    });
    result.unwrap_or_else(|error| panic!("the benchmark's own program failed: {error}"))
}

/// The sum of what the tasks returned.
pub(crate) fn on_core(work: Work, traced: Traced) -> u64 {
    run_on_core(traced, |event_loop| async move {
        let mut sum = 0;
        match work {
            Work::Yields { tasks, yields } => {
                let spawn_one = |_| {
                    let inner = event_loop.clone();
                    spawn(&event_loop, async move {
                        for _ in 0..yields {
                            yield_now(&inner).await?;
                        }
                        Ok(u64::from(yields))
                    })
                };
                let handles: Vec<_> = (0..tasks).map(spawn_one).collect();
                for handle in handles {
                    sum += handle.await?;
                }
            }
            Work::SpawnJoin { tasks } => {
                let spawn_one = |number| spawn(&event_loop, async move { Ok(u64::from(number)) });
                let handles: Vec<_> = (0..tasks).map(spawn_one).collect();
                for handle in handles {
                    sum += handle.await?;
                }
            }
        }
        Ok(sum)
    })
}

/// The sum of what the tasks returned.
pub(crate) fn on_tokio(work: Work) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    let runtime = runtime.unwrap_or_else(|error| panic!("tokio: {error}"));
    runtime.block_on(async move {
        let handles: Vec<_> = match work {
            Work::Yields { tasks, yields } => {
                let spawn_one = |_| {
                    tokio::spawn(async move {
                        for _ in 0..yields {
                            tokio::task::yield_now().await;
                        }
                        u64::from(yields)
                    })
                };
                (0..tasks).map(spawn_one).collect()
            }
            Work::SpawnJoin { tasks } => {
                (0..tasks).map(|number| tokio::spawn(async move { u64::from(number) })).collect()
            }
        };
        let mut sum = 0;
        for handle in handles {
            sum += handle.await.unwrap_or_else(|error| panic!("tokio: {error}"));
        }
        sum
    })
}

/// The sum of what the tasks returned.
pub(crate) fn on_async_executor(work: Work) -> u64 {
    let executor = LocalExecutor::new();
    futures_lite::future::block_on(executor.run(async {
        let handles: Vec<_> = match work {
            Work::Yields { tasks, yields } => {
                let spawn_one = |_| {
                    executor.spawn(async move {
                        for _ in 0..yields {
                            futures_lite::future::yield_now().await;
                        }
                        u64::from(yields)
                    })
                };
                (0..tasks).map(spawn_one).collect()
            }
            Work::SpawnJoin { tasks } => {
                (0..tasks).map(|number| executor.spawn(async move { u64::from(number) })).collect()
            }
        };
        let mut sum = 0;
        for handle in handles {
            sum += handle.await;
        }
        sum
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_do_the_same_work() {
        for (work, sum) in
            [(Work::Yields { tasks: 3, yields: 4 }, 12), (Work::SpawnJoin { tasks: 5 }, 1 + 2 + 3 + 4)]
        {
            assert_eq!(on_core(work, Traced::No), sum);
            assert_eq!(on_core(work, Traced::Yes), sum);
            assert_eq!(on_tokio(work), sum);
            assert_eq!(on_async_executor(work), sum);
        }
    }
}
