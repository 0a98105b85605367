//! `PriorityQueue`: the smallest first.
//!
//! Mirrors `asyncio.PriorityQueue`, and `heapq` beneath it comparison for comparison: which of two equal items comes
//! first depends on how the heap is kept, and an engine's `<` may do anything, fail included. So the heap is here,
//! for whatever order its user brings.

use std::convert::Infallible;

use super::{Queue, Storage};

/// A queue that gives the smallest item first.
///
/// ```
/// use loopscope_core::native::Native;
/// use loopscope_core::queues::PriorityQueue;
///
/// let queue = PriorityQueue::<Native, (u32, &str)>::new(0);
/// for item in [(2, "later"), (1, "soon"), (3, "last")] {
///     queue.put_nowait(item).unwrap();
/// }
/// assert_eq!(queue.get_nowait().unwrap(), (1, "soon"));
/// ```
pub type PriorityQueue<D, T> = Queue<D, T, Heap<T>>;

/// Items in heap order by their own `<`.
#[derive(Debug)]
pub struct Heap<T>(Vec<T>);

impl<T> Default for Heap<T> {
    fn default() -> Self {
        Heap(Vec::new())
    }
}

impl<T: Ord> Storage<T> for Heap<T> {
    fn put(&mut self, item: T) {
        let Ok(()) = heap_push(&mut self.0, item, &mut |a, b| Ok::<_, Infallible>(a < b));
    }

    fn take(&mut self) -> Option<T> {
        let Ok(item) = heap_pop(&mut self.0, &mut |a, b| Ok::<_, Infallible>(a < b));
        item
    }
}

/// Whether the first item must come before the second.
pub type Less<'a, T, E> = dyn FnMut(&T, &T) -> Result<bool, E> + 'a;

/// Adds an item to a heap. Mirrors `heapq.heappush`.
///
/// # Errors
/// Those of `less`. The item stays in the heap, which may be out of order then.
pub fn heap_push<T, E>(heap: &mut Vec<T>, item: T, less: &mut Less<'_, T, E>) -> Result<(), E> {
    heap.push(item);
    let last = heap.len() - 1;
    sift_down(heap, 0, last, less)
}

/// Removes the smallest item of a heap. Mirrors `heapq.heappop`.
///
/// # Errors
/// Those of `less`. The item is lost, and the heap may be out of order then.
pub fn heap_pop<T, E>(heap: &mut Vec<T>, less: &mut Less<'_, T, E>) -> Result<Option<T>, E> {
    let Some(last) = heap.pop() else { return Ok(None) };
    let Some(first) = heap.first_mut() else { return Ok(Some(last)) };
    let smallest = std::mem::replace(first, last);
    sift_up(heap, 0, less)?;
    Ok(Some(smallest))
}

/// Removes the smallest item of a heap and adds another one. Mirrors `heapq.heapreplace`.
///
/// # Errors
/// Those of `less`. The smallest item is lost, and the heap may be out of order then.
pub fn heap_replace<T, E>(heap: &mut [T], item: T, less: &mut Less<'_, T, E>) -> Result<Option<T>, E> {
    let Some(first) = heap.first_mut() else { return Ok(None) };
    let smallest = std::mem::replace(first, item);
    sift_up(heap, 0, less)?;
    Ok(Some(smallest))
}

/// Brings items into heap order. Mirrors `heapq.heapify`.
///
/// # Errors
/// Those of `less`. The items are out of order then.
pub fn heapify<T, E>(items: &mut [T], less: &mut Less<'_, T, E>) -> Result<(), E> {
    (0..items.len() / 2).rev().try_for_each(|root| sift_up(items, root, less))
}

/// Moves the item at `at` towards the root until its parent is not greater. Mirrors `heapq._siftdown`.
fn sift_down<T, E>(heap: &mut [T], root: usize, mut at: usize, less: &mut Less<'_, T, E>) -> Result<(), E> {
    while at > root {
        let parent = (at - 1) / 2;
        if !less(&heap[at], &heap[parent])? {
            break;
        }
        heap.swap(at, parent);
        at = parent;
    }
    Ok(())
}

/// Lets the item at `root` sink to a leaf, below the smaller child each time, then moves it up to its place.
/// Mirrors `heapq._siftup`.
fn sift_up<T, E>(heap: &mut [T], root: usize, less: &mut Less<'_, T, E>) -> Result<(), E> {
    let mut at = root;
    loop {
        let mut child = 2 * at + 1;
        if child >= heap.len() {
            break;
        }
        if child + 1 < heap.len() && !less(&heap[child], &heap[child + 1])? {
            child += 1;
        }
        heap.swap(at, child);
        at = child;
    }
    sift_down(heap, root, at, less)
}
