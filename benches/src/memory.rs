//! Bytes for each task: how much more memory a process has in use with many tasks than without. Each runtime
//! gets a process of its own, because memory that was freed is used again.

use std::env;
use std::fs;
use std::process::Command;

use async_executor::LocalExecutor;
use loopscope_core::native::{spawn, yield_now};

use crate::tasks::{Traced, run_on_core};

const TASKS: u32 = 100_000;

/// The word that makes this program measure one runtime and nothing else.
pub(crate) const OPTION: &str = "--memory-of";

/// Prints the bytes of a task that yields for ever.
const CPYTHON: &str = "\
import asyncio, resource

def pages():
    with open('/proc/self/statm') as statm:
        return int(statm.read().split()[1])

async def work():
    while True:
        await asyncio.sleep(0)

async def main():
    before = pages()
    tasks = [asyncio.create_task(work()) for _ in range(100_000)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print((pages() - before) * resource.getpagesize() // len(tasks))

asyncio.run(main())
";

const RUNTIMES: [&str; 3] = ["loopscope", "tokio", "async-executor"];

/// The bytes of a task, by runtime; nothing where the system does not say how much memory is in use.
pub(crate) fn per_task(python: Option<&str>) -> Vec<(&'static str, u64)> {
    let mut found = Vec::new();
    for runtime in RUNTIMES {
        let own = env::current_exe().map(Command::new);
        found.extend(
            own.ok().and_then(|mut own| said(own.args([OPTION, runtime]))).map(|bytes| (runtime, bytes)),
        );
    }
    let cpython = python.and_then(|python| said(Command::new(python).args(["-I", "-c", CPYTHON])));
    found.extend(cpython.map(|bytes| ("CPython 3.13", bytes)));
    found
}

fn said(command: &mut Command) -> Option<u64> {
    let output = command.output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}

/// What the process of one runtime does; prints nothing if it cannot be known.
pub(crate) fn of(runtime: &str) {
    let used = match runtime {
        "loopscope" => on_core(),
        "tokio" => on_tokio(),
        _ => on_async_executor(),
    };
    if let Some(bytes) = used {
        println!("{}", bytes / u64::from(TASKS));
    }
}

/// Bytes of memory in use.
fn resident() -> Option<u64> {
    let statm = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: u64 = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * page_size())
}

#[cfg(unix)]
fn page_size() -> u64 {
    rustix::param::page_size() as u64
}

#[cfg(not(unix))]
fn page_size() -> u64 {
    4096
}

fn on_core() -> Option<u64> {
    run_on_core(Traced::No, |event_loop| async move {
        let before = resident();
        let spawn_one = |_| {
            let inner = event_loop.clone();
            spawn::<()>(&event_loop, async move {
                loop {
                    yield_now(&inner).await?;
                }
            })
        };
        let handles: Vec<_> = (0..TASKS).map(spawn_one).collect();
        yield_now(&event_loop).await?;
        yield_now(&event_loop).await?;
        let after = resident();
        drop(handles);
        Ok(after.zip(before).map(|(after, before)| after.saturating_sub(before)))
    })
}

fn on_tokio() -> Option<u64> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().ok()?;
    runtime.block_on(async {
        let before = resident()?;
        let spawn_one = |_| {
            tokio::spawn(async {
                loop {
                    tokio::task::yield_now().await;
                }
            })
        };
        let handles: Vec<tokio::task::JoinHandle<()>> = (0..TASKS).map(spawn_one).collect();
        // Tokio runs so many tasks before it looks at the main one again.
        for _ in 0..TASKS / 10 {
            tokio::task::yield_now().await;
        }
        let after = resident()?;
        drop(handles);
        Some(after.saturating_sub(before))
    })
}

fn on_async_executor() -> Option<u64> {
    let executor = LocalExecutor::new();
    futures_lite::future::block_on(executor.run(async {
        let before = resident()?;
        let spawn_one = |_| {
            executor.spawn(async {
                loop {
                    futures_lite::future::yield_now().await;
                }
            })
        };
        let tasks: Vec<async_executor::Task<()>> = (0..TASKS).map(spawn_one).collect();
        for _ in 0..TASKS / 10 {
            futures_lite::future::yield_now().await;
        }
        let after = resident()?;
        drop(tasks);
        Some(after.saturating_sub(before))
    }))
}
