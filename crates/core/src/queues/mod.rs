//! Queues between tasks. Mirrors `asyncio.queues`.
//!
//! What may wait is an `async fn` that gets the loop it waits in; see [`locks`](crate::locks). An item goes to who
//! takes it first, and a wake-up in vain to the next who waits.

mod gate;
mod lifo_queue;
mod priority_queue;
mod queue;

pub use gate::Gate;
pub use lifo_queue::{Lifo, LifoQueue};
pub use priority_queue::{Heap, Less, PriorityQueue, heap_pop, heap_push, heap_replace, heapify};
pub use queue::{Fifo, Queue, Storage};
