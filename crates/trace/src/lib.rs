//! What happened in a run, and everything that a reader can know from it.
//!
//! ```text
//!   hooks            events          lanes, spans         what a person reads
//!  core's loop --> recorder --> log --> builder --> timeline --> summary, transcript
//!  the engine                    |                     |   \---> exports (JSON, Perfetto, text)
//!                                |                     +-------> view, axis --> a painter
//!                                +---------------------+-------> moment: state at any point
//!                                                             --> states, happened (words), steps (walking)
//! ```
//!
//! Execution only appends to a [`Log`]. Each stage after it is a pure function of what stands before
//! it, in a file of its own. This crate knows nothing of Python, of a page, or of how a loop works
//! inside: it meets the engine only through `loopscope_core::instrument`.
//!
//! ```
//! use std::rc::Rc;
//!
//! use loopscope_core::clock::VirtualClock;
//! use loopscope_core::driver::virtual_time::{self, Limits};
//! use loopscope_core::event_loop::Environment;
//! use loopscope_core::native::{Program, sleep, spawn};
//! use loopscope_trace::{Builder, Recorder, TraceState, summary};
//!
//! let (clock, recorder) = (Rc::new(VirtualClock::new()), Recorder::new());
//! let log = recorder.log();
//! let environment = Environment::new(clock.clone(), Some(Rc::new(recorder)));
//! let mut program = Program::with_environment(environment, |event_loop| async move {
//!     let tasks = [2.0, 1.0].map(|delay| {
//!         let inner = event_loop.clone();
//!         spawn(&event_loop, async move { sleep(&inner, delay).await })
//!     });
//!     for task in tasks {
//!         task.await?;
//!     }
//!     Ok(())
//! })
//! .unwrap();
//! virtual_time::run(&mut program, &clock, Limits::NONE);
//!
//! let timeline = Builder::build(&log.borrow(), TraceState::Finished);
//! assert_eq!(summary::sentence(&timeline), "2 tasks, 3.0 s of waiting in 2.0 s");
//! ```
#![forbid(unsafe_code)]

pub mod axis;
pub mod breaks;
pub mod builder;
pub mod exports;
pub mod format;
pub mod happened;
pub mod insights;
mod lanes;
pub mod layout;
mod locals;
pub mod log;
pub mod moment;
mod outputs;
mod packed;
pub mod picture;
pub mod printed;
mod queues;
pub mod recorder;
pub mod rows;
pub mod sleep;
pub mod states;
pub mod steps;
mod strings;
pub mod summary;
pub mod timeline;
pub mod transcript;
pub mod view;
pub mod why;
pub mod words;

pub use axis::{Axis, Tick, axis};
pub use breaks::Breaks;
pub use builder::Builder;
pub use insights::{Insight, insights};
pub use layout::{DrawItem, EndKind, Shape, layout};
pub use log::{Event, EventKind, Events, Log};
pub use moment::{FrameState, LaneState, Moment, TimerView};
pub use recorder::{Recorder, SharedLog};
pub use rows::Rows;
pub use steps::Stride;
pub use timeline::{
    Arrow, ArrowKind, Canceller, FrameSpan, Lane, LaneId, Outcome, OutputLine, Phase, Span, Timeline,
    TraceState, Wait, WaitOn, Waker,
};
pub use view::{Projection, View};
pub use why::why;
