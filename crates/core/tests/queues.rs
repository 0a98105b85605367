//! The rules of queues: each test names the one that it holds.

use std::cell::{Cell, RefCell};
use std::cmp::Ordering;
use std::future::Future;
use std::rc::Rc;

use loopscope_core::event_loop::LoopRef;
use loopscope_core::native::{Error, JoinHandle, Native, run_virtual, spawn, yield_now};
use loopscope_core::queues::{LifoQueue, PriorityQueue, Queue, heap_pop, heap_push};

type Loop = LoopRef<Native>;
type Items = Rc<RefCell<Vec<i32>>>;

fn run<F>(main: impl FnOnce(Loop) -> F)
where
    F: Future<Output = Result<(), Error>> + 'static,
{
    run_virtual(main).unwrap();
}

/// A task that takes one item.
fn getter(event_loop: &Loop, queue: &Queue<Native, i32>, got: &Items) -> JoinHandle<()> {
    let (inner, queue, got) = (event_loop.clone(), queue.clone(), got.clone());
    spawn(event_loop, async move {
        let item = queue.get(&inner).await?;
        got.borrow_mut().push(item);
        Ok(())
    })
}

/// A task that puts one item.
fn putter(event_loop: &Loop, queue: &Queue<Native, i32>, item: i32) -> JoinHandle<()> {
    let (inner, queue) = (event_loop.clone(), queue.clone());
    spawn(event_loop, async move { queue.put(&inner, item).await })
}

#[test]
fn items_come_out_in_their_order() {
    let fifo = Queue::<Native, i32>::new(0);
    let lifo = LifoQueue::<Native, i32>::new(0);
    let smallest = PriorityQueue::<Native, i32>::new(0);
    for item in [2, 1, 3] {
        fifo.put_nowait(item).unwrap();
        lifo.put_nowait(item).unwrap();
        smallest.put_nowait(item).unwrap();
    }
    let three = |get: &dyn Fn() -> Result<i32, Error>| [(); 3].map(|()| get().unwrap());
    assert_eq!(three(&|| fifo.get_nowait()), [2, 1, 3]);
    assert_eq!(three(&|| lifo.get_nowait()), [3, 1, 2]);
    assert_eq!(three(&|| smallest.get_nowait()), [1, 2, 3]);
}

#[test]
fn a_full_queue_refuses_and_an_empty_one_too() {
    let queue = Queue::<Native, i32>::new(1);
    assert_eq!(queue.get_nowait().unwrap_err().to_string(), "QueueEmpty");
    queue.put_nowait(1).unwrap();
    assert!(queue.full());
    assert_eq!(queue.put_nowait(2).unwrap_err().to_string(), "QueueFull");
    assert_eq!((queue.get_nowait().unwrap(), queue.len()), (1, 0));
}

#[test]
fn who_waits_gets_items_in_the_order_of_asking() {
    run(|event_loop| async move {
        let (queue, got) = (Queue::<Native, _>::new(0), [(); 3].map(|()| Items::default()));
        let tasks = [0, 1, 2].map(|at: usize| getter(&event_loop, &queue, &got[at]));
        yield_now(&event_loop).await?;
        for item in [10, 11, 12] {
            queue.put_nowait(item)?;
        }
        for task in tasks {
            task.await?;
        }
        assert_eq!(got.map(|items| items.take()), [[10], [11], [12]]);
        Ok(())
    });
}

#[test]
fn who_waits_for_room_puts_in_the_order_of_asking() {
    run(|event_loop| async move {
        let queue = Queue::<Native, _>::new(1);
        queue.put_nowait(0)?;
        let tasks = [1, 2].map(|item| putter(&event_loop, &queue, item));
        yield_now(&event_loop).await?;
        let mut got = Vec::new();
        for _ in 0..3 {
            got.push(queue.get(&event_loop).await?);
        }
        assert_eq!(got, [0, 1, 2]);
        for task in tasks {
            task.await?;
        }
        Ok(())
    });
}

#[test]
fn a_getter_cancelled_after_its_wakeup_leaves_the_item_to_the_next() {
    run(|event_loop| async move {
        let (queue, got) = (Queue::<Native, _>::new(0), Items::default());
        let [a, b] = [(); 2].map(|()| getter(&event_loop, &queue, &got));
        yield_now(&event_loop).await?;
        queue.put_nowait(7)?;
        a.cancel();
        b.await?;
        assert!(a.await.is_err());
        assert_eq!(got.take(), [7]);
        Ok(())
    });
}

#[test]
fn a_putter_cancelled_after_its_wakeup_leaves_the_room_to_the_next() {
    run(|event_loop| async move {
        let queue = Queue::<Native, _>::new(1);
        queue.put_nowait(0)?;
        let [a, b] = [1, 2].map(|item| putter(&event_loop, &queue, item));
        yield_now(&event_loop).await?;
        queue.get_nowait()?;
        a.cancel();
        b.await?;
        assert!(a.await.is_err());
        assert_eq!(queue.get_nowait()?, 2);
        Ok(())
    });
}

#[test]
fn a_getter_that_comes_first_after_a_put_takes_the_item_and_the_woken_one_waits_again() {
    run(|event_loop| async move {
        let (queue, got) = (Queue::<Native, _>::new(0), Items::default());
        let waiting = getter(&event_loop, &queue, &got);
        yield_now(&event_loop).await?;
        queue.put_nowait(1)?;
        assert_eq!(queue.get_nowait()?, 1);
        yield_now(&event_loop).await?;
        queue.put_nowait(2)?;
        waiting.await?;
        assert_eq!(got.take(), [2]);
        Ok(())
    });
}

#[test]
fn join_waits_for_as_many_task_done_as_there_were_items() {
    run(|event_loop| async move {
        let queue = Queue::<Native, i32>::new(0);
        queue.join(&event_loop).await?;
        queue.put_nowait(1)?;
        queue.put_nowait(2)?;
        let joined = Rc::new(Cell::new(false));
        let task = spawn(&event_loop, {
            let (inner, queue, joined) = (event_loop.clone(), queue.clone(), joined.clone());
            async move {
                queue.join(&inner).await?;
                joined.set(true);
                Ok(())
            }
        });
        for _ in 0..2 {
            queue.get_nowait()?;
            yield_now(&event_loop).await?;
            assert!(!joined.get());
            queue.task_done()?;
        }
        task.await?;
        let error = queue.task_done().unwrap_err();
        assert_eq!(error.to_string(), "task_done() called too many times");
        Ok(())
    });
}

#[test]
fn a_queue_that_is_shut_down_gives_what_it_has_and_then_refuses() {
    run(|event_loop| async move {
        let queue = Queue::<Native, _>::new(1);
        queue.put_nowait(1)?;
        let waiting = putter(&event_loop, &queue, 2);
        yield_now(&event_loop).await?;
        queue.shutdown(false);
        assert_eq!(waiting.await.unwrap_err().to_string(), "QueueShutDown");
        assert_eq!(queue.get(&event_loop).await?, 1);
        assert_eq!(queue.get(&event_loop).await.unwrap_err().to_string(), "QueueShutDown");
        assert_eq!(queue.put_nowait(3).unwrap_err().to_string(), "QueueShutDown");
        Ok(())
    });
}

#[test]
fn an_immediate_shutdown_drops_the_items_and_lets_join_go() {
    run(|event_loop| async move {
        let queue = Queue::<Native, _>::new(0);
        let item = Rc::new(());
        queue.put_nowait(item.clone())?;
        let joining = spawn(&event_loop, {
            let (inner, queue) = (event_loop.clone(), queue.clone());
            async move { queue.join(&inner).await }
        });
        yield_now(&event_loop).await?;
        queue.shutdown(true);
        joining.await?;
        assert_eq!((queue.len(), Rc::strong_count(&item)), (0, 1));
        Ok(())
    });
}

/// Equal whatever the second part is.
#[derive(Clone, Copy, Debug)]
struct Job(u32, char);

impl PartialEq for Job {
    fn eq(&self, other: &Job) -> bool {
        self.0 == other.0
    }
}

impl Eq for Job {}

impl PartialOrd for Job {
    fn partial_cmp(&self, other: &Job) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Job {
    fn cmp(&self, other: &Job) -> Ordering {
        self.0.cmp(&other.0)
    }
}

#[test]
fn equal_items_come_out_as_from_cpythons_heap() {
    let queue = PriorityQueue::<Native, Job>::new(0);
    for (priority, name) in [(1, 'a'), (0, 'b'), (1, 'c'), (1, 'd'), (0, 'e'), (1, 'f')] {
        queue.put_nowait(Job(priority, name)).unwrap();
    }
    let order: String = (0..6).map(|_| queue.get_nowait().unwrap().1).collect();
    // What heapq gives for the same pushes with a `<` that looks at the priority only.
    assert_eq!(order, "becfad");
}

#[test]
fn a_comparison_that_fails_keeps_a_pushed_item_and_loses_a_popped_one() {
    let mut heap = vec![1, 2, 3];
    heap_push(&mut heap, 0, &mut |_, _| Err("no order")).unwrap_err();
    assert_eq!(heap, [1, 2, 3, 0]);
    heap_pop(&mut heap, &mut |_, _| Err("no order")).unwrap_err();
    assert_eq!(heap, [0, 2, 3]);
}
