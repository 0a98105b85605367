//! The synchronisation primitives. Mirrors `asyncio.locks`.
//!
//! All are fair, none belongs to a thread, and what may wait is an `async fn` that gets the loop it waits in. A
//! Rust coroutine awaits them as they are; an engine runs them through
//! [`Adapter::named`](crate::native::Adapter::named). Where nothing has to be waited for, no other task runs
//! meanwhile.
//!
//! A wait that is cancelled or dropped leaves nothing behind: its place in the line is given up, and a wake-up
//! that it got in vain goes to the next.

mod barrier;
mod bounded_semaphore;
mod condition;
mod event;
mod lock;
mod semaphore;
pub(crate) mod waiters;

pub use barrier::Barrier;
pub use bounded_semaphore::BoundedSemaphore;
pub use condition::{Condition, ConditionGuard};
pub use event::Event;
pub use lock::{Lock, LockGuard};
pub use semaphore::{Permit, Semaphore};
pub use waiters::other_loop;
