//! `Queue`: items from those who make them to those who use them, first in, first out.
//!
//! Mirrors `asyncio.Queue`.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use super::Gate;
use crate::domain::{Domain, ErrorKind};
use crate::event_loop::LoopRef;

/// Where a queue keeps its items, and in which order it gives them.
pub trait Storage<T>: Default {
    /// Keeps an item.
    fn put(&mut self, item: T);
    /// Gives the next.
    fn take(&mut self) -> Option<T>;
}

/// First in, first out.
pub type Fifo<T> = VecDeque<T>;

impl<T> Storage<T> for VecDeque<T> {
    fn put(&mut self, item: T) {
        self.push_back(item);
    }

    fn take(&mut self) -> Option<T> {
        self.pop_front()
    }
}

/// A queue of `T`. A cheap reference: clones are the same queue.
///
/// ```
/// use loopscope_core::native::{Native, run_virtual, sleep, spawn};
/// use loopscope_core::queues::Queue;
///
/// let got = run_virtual(|event_loop| async move {
///     let queue = Queue::<Native, i32>::new(1);
///     let producer = spawn(&event_loop, {
///         let (inner, queue) = (event_loop.clone(), queue.clone());
///         async move {
///             for item in 0..3 {
///                 queue.put(&inner, item).await?;
///             }
///             queue.shutdown(false);
///             Ok(())
///         }
///     });
///     let mut got = Vec::new();
///     while let Ok(item) = queue.get(&event_loop).await {
///         sleep(&event_loop, 1.0).await?;
///         got.push(item);
///     }
///     producer.await?;
///     Ok(got)
/// });
/// assert_eq!(got.unwrap(), [0, 1, 2]);
/// ```
pub struct Queue<D: Domain, T, S = Fifo<T>>(Rc<Body<D, T, S>>);

struct Body<D: Domain, T, S> {
    gate: Gate<D>,
    items: RefCell<S>,
    item: std::marker::PhantomData<T>,
}

impl<D: Domain, T, S> Clone for Queue<D, T, S> {
    fn clone(&self) -> Self {
        Queue(Rc::clone(&self.0))
    }
}

impl<D: Domain, T, S: Storage<T>> Queue<D, T, S> {
    /// An empty queue of at most `max_size` items; 0 is no limit.
    #[must_use]
    pub fn new(max_size: usize) -> Self {
        let (gate, items) = (Gate::new(max_size), RefCell::default());
        Queue(Rc::new(Body { gate, items, item: std::marker::PhantomData }))
    }

    /// How many items there are. Mirrors `Queue.qsize`.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.gate.len()
    }

    /// Whether there is none. Mirrors `Queue.empty`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.gate.is_empty()
    }

    /// Whether there are as many as it takes. Mirrors `Queue.full`.
    #[must_use]
    pub fn full(&self) -> bool {
        self.0.gate.full()
    }

    /// Puts an item, once there is room. Mirrors `Queue.put`.
    ///
    /// # Errors
    /// `QueueShutDown`; a cancellation that came meanwhile; a `RuntimeError` if others wait in another loop. The item
    /// is dropped then.
    pub async fn put(&self, event_loop: &LoopRef<D>, item: T) -> Result<(), D::Error> {
        self.0.gate.room(event_loop).await?;
        self.put_nowait(item)
    }

    /// Puts an item if there is room. Mirrors `Queue.put_nowait`.
    ///
    /// # Errors
    /// `QueueFull`; `QueueShutDown`. The item is dropped then.
    pub fn put_nowait(&self, item: T) -> Result<(), D::Error> {
        self.0.gate.may_put()?;
        self.0.items.borrow_mut().put(item);
        self.0.gate.was_put();
        Ok(())
    }

    /// Takes the next item, once there is one. Mirrors `Queue.get`.
    ///
    /// # Errors
    /// `QueueShutDown`; a cancellation that came meanwhile; a `RuntimeError` if others wait in another loop.
    pub async fn get(&self, event_loop: &LoopRef<D>) -> Result<T, D::Error> {
        self.0.gate.item(event_loop).await?;
        self.get_nowait()
    }

    /// Takes the next item if there is one. Mirrors `Queue.get_nowait`.
    ///
    /// # Errors
    /// `QueueEmpty`; `QueueShutDown`.
    pub fn get_nowait(&self) -> Result<T, D::Error> {
        self.0.gate.may_take()?;
        let item = self.0.items.borrow_mut().take();
        let item = item.ok_or_else(|| D::error(ErrorKind::QueueEmpty, ""))?;
        self.0.gate.was_taken();
        Ok(item)
    }

    /// Counts an item as dealt with. Mirrors `Queue.task_done`.
    ///
    /// # Errors
    /// `ValueError` if called more often than items were put.
    pub fn task_done(&self) -> Result<(), D::Error> {
        self.0.gate.task_done()
    }

    /// Waits until every item that was put has been dealt with. Mirrors `Queue.join`.
    ///
    /// # Errors
    /// A cancellation that came meanwhile; a `RuntimeError` if others wait in another loop.
    pub async fn join(&self, event_loop: &LoopRef<D>) -> Result<(), D::Error> {
        self.0.gate.join(event_loop).await
    }

    /// Refuses every put from now on, and every get once the queue is empty; with `immediate` its items are dropped
    /// at once, and count as dealt with. Mirrors `Queue.shutdown`.
    pub fn shutdown(&self, immediate: bool) {
        self.0.gate.shutdown(immediate);
        if immediate {
            drop(self.0.items.take());
        }
    }
}
