//! Who waits for whom: what a deadlock is made of.
//!
//! CPython has no such thing: where nothing is ready, no timer is set and no thread runs, it waits for ever. A driver
//! that finds this ends the run ([`crate::driver::Advance::Deadlock`]); here is what there is to tell of it.
//!
//! ```
//! use loopscope_core::deadlock::cycle;
//! use loopscope_core::locks::Lock;
//! use loopscope_core::native::{run_virtual, spawn, yield_now};
//!
//! let found = run_virtual(|event_loop| async move {
//!     let (left, right) = (Lock::new(), Lock::new());
//!     for (first, second) in [(left.clone(), right.clone()), (right, left)] {
//!         let inner = event_loop.clone();
//!         let _ = spawn(&event_loop, async move {
//!             first.acquire(&inner).await?;
//!             yield_now(&inner).await?;
//!             second.acquire(&inner).await.map(drop)
//!         });
//!     }
//!     for _ in 0..3 {
//!         yield_now(&event_loop).await?;
//!     }
//!     Ok(cycle(&event_loop.waiting()).len())
//! });
//! assert_eq!(found.unwrap(), 2);
//! ```

use crate::domain::Domain;
use crate::event_loop::LoopRef;
use crate::future::{Future, Kind};
use crate::ids::{FutureId, TaskId};
use crate::instrument::Purpose;
use crate::task::Task;

/// A task that waits.
pub struct Waiting<D: Domain> {
    /// The task.
    pub task: Task<D>,
    /// What the future that it awaits stands for.
    pub purpose: Purpose,
    /// The tasks that could end the wait: those it awaits, or who holds what it wants. Those that are done are left out.
    pub tasks: Vec<TaskId>,
}

impl<D: Domain> LoopRef<D> {
    /// The tasks that wait for something, in the order of creation, and for what.
    #[must_use]
    pub fn waiting(&self) -> Vec<Waiting<D>> {
        let all = self.all_tasks();
        let pending: Vec<(FutureId, TaskId)> = all
            .iter()
            .filter(|task| !task.future().done())
            .map(|task| (task.future().id(), task.id()))
            .collect();
        let mut found = Vec::new();
        for task in all {
            let Some(waiter) = task.waiter() else { continue };
            let purpose = waiter.purpose().into_owned();
            let mut tasks = Vec::new();
            match &purpose {
                Purpose::Held(_, holder) => tasks.extend(holder.task()),
                Purpose::Group(_, futures) => {
                    let known =
                        futures.iter().filter_map(|id| pending.iter().find(|(future, _)| future == id));
                    tasks.extend(known.map(|(_, task)| *task));
                }
                _ => collect(&waiter, &mut tasks),
            }
            found.push(Waiting { task, purpose, tasks });
        }
        found
    }
}

/// The pending tasks that a future stands for: itself, or the children of a gather, however deep.
fn collect<D: Domain>(future: &Future<D>, tasks: &mut Vec<TaskId>) {
    let mut open = vec![future.clone()];
    while let Some(future) = open.pop() {
        match &future.0.kind {
            _ if future.done() => {}
            Kind::Task(_) => tasks.extend(future.as_task().map(|task| task.id())),
            Kind::Gather(gather) => {
                // The first child is looked at first.
                let children: Vec<_> = (0..).map_while(|index| gather.child(index)).collect();
                open.extend(children.into_iter().rev());
            }
            Kind::Plain(_) => {}
        }
    }
}

/// Tasks that wait for one another in a circle: each for the next, the last for the first. Empty if there is none.
#[must_use]
pub fn cycle<D: Domain>(waiting: &[Waiting<D>]) -> Vec<TaskId> {
    let place = |id: TaskId| waiting.iter().position(|waiting| waiting.task.id() == id);
    // 0: not seen, 1: on the path, 2: leads to no circle.
    let mut seen = vec![0_u8; waiting.len()];
    for start in 0..waiting.len() {
        // Each entry: a task, and how many of those it waits for have been followed.
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            if *next == 0 && seen[at] == 2 {
                path.pop();
                continue;
            }
            seen[at] = 1;
            let Some(id) = waiting[at].tasks.get(*next) else {
                seen[at] = 2;
                path.pop();
                continue;
            };
            *next += 1;
            match place(*id) {
                Some(to) if seen[to] == 1 => {
                    let from = path.iter().position(|(known, _)| *known == to).unwrap_or(0);
                    return path[from..].iter().map(|(known, _)| waiting[*known].task.id()).collect();
                }
                Some(to) => path.push((to, 0)),
                None => {}
            }
        }
    }
    Vec::new()
}
