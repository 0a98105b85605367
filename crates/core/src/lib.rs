//! asyncio's coroutines, tasks, futures and event loop, tick for tick as CPython 3.13 has them.
//!
//! The loop runs anything that implements [`coroutine::Coroutine`]: the frames of an interpreter, or, through
//! [`native`], any Rust `async` block. Who it runs for is a [`domain::Domain`]; where it runs is a
//! [`driver`]; who watches is an [`instrument::Instrument`].
//!
//! ```
//! use loopscope_core::native::{run_virtual, sleep, spawn};
//!
//! let total = run_virtual(|event_loop| async move {
//!     let tasks: Vec<_> = [2.0, 1.0]
//!         .map(|delay| {
//!             let inner = event_loop.clone();
//!             spawn(&event_loop, async move { sleep(&inner, delay).await })
//!         })
//!         .into();
//!     for task in tasks {
//!         task.await?;
//!     }
//!     Ok(event_loop.time())
//! });
//! assert_eq!(total.unwrap().as_secs_f64(), 2.0);
//! ```
#![cfg_attr(page, feature(optimize_attribute))]
#![forbid(unsafe_code)]

pub mod as_completed;
pub mod asyncgens;
pub mod cancel;
pub mod clock;
pub mod context;
pub mod coroutine;
pub mod deadlock;
pub mod domain;
pub mod driver;
pub mod eager;
pub mod event_loop;
pub mod executor;
pub mod future;
pub mod gather;
pub mod handle;
pub mod ids;
pub mod instrument;
pub mod job;
pub mod locks;
pub mod native;
pub mod queues;
pub mod release;
mod remote;
pub mod runners;
pub mod shield;
pub mod sleep;
pub mod task;
pub mod task_group;
pub mod time;
pub mod timeouts;
pub mod wait;
pub mod wait_for;
pub mod workers;
