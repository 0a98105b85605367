//! `LifoQueue`: last in, first out.
//!
//! Mirrors `asyncio.LifoQueue`.

use super::{Queue, Storage};

/// A queue that gives the newest item first.
///
/// ```
/// use loopscope_core::native::Native;
/// use loopscope_core::queues::LifoQueue;
///
/// let queue = LifoQueue::<Native, i32>::new(0);
/// for item in [1, 2, 3] {
///     queue.put_nowait(item).unwrap();
/// }
/// assert_eq!(queue.get_nowait().unwrap(), 3);
/// ```
pub type LifoQueue<D, T> = Queue<D, T, Lifo<T>>;

/// Last in, first out.
pub type Lifo<T> = Vec<T>;

impl<T> Storage<T> for Vec<T> {
    fn put(&mut self, item: T) {
        self.push(item);
    }

    fn take(&mut self) -> Option<T> {
        self.pop()
    }
}
