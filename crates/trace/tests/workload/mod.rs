//! A made-up loop full of tasks that sleep, yield and end, for tests of size.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use loopscope_core::ids::{CoroutineId, FutureId, TaskId, TimerId};
use loopscope_core::instrument::{Cause, Ending, Instrument, Location, Purpose, Wait};
use loopscope_core::time::{Span, Time};

/// Numbers without a pattern, the same each time.
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn new() -> Numbers {
        Numbers(0x9E37_79B9_7F4A_7C15)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// Runs `tasks` tasks of about `steps` steps each, all created by the first.
pub(crate) fn run(to: &dyn Instrument, tasks: u32, steps: u32) {
    let mut numbers = Numbers::new();
    let mut now = Time::ZERO;
    let mut ready: VecDeque<u32> = VecDeque::new();
    let mut sleepers: BinaryHeap<Reverse<(Time, u32, u32)>> = BinaryHeap::new();
    let mut timer = 0;
    let mut left = vec![steps; tasks as usize + 1];
    to.loop_started(now);
    to.task_created(now, TaskId(1), FutureId(1), None, "Task-1", "main", false);
    to.task_ready(now, TaskId(1), Cause::Outside);
    ready.push_back(1);
    while !ready.is_empty() || !sleepers.is_empty() {
        if ready.is_empty()
            && let Some(Reverse((at, ..))) = sleepers.peek()
        {
            now = now.max(*at);
        }
        while let Some(Reverse((at, id, task))) = sleepers.peek().copied()
            && at <= now
        {
            sleepers.pop();
            to.timer_fired(now, TimerId(id));
            to.future_done(now, FutureId(tasks + id), Cause::Timer(TimerId(id)));
            to.task_ready(now, TaskId(task), Cause::Timer(TimerId(id)));
            ready.push_back(task);
        }
        to.iteration(now, ready.len());
        for _ in 0..ready.len() {
            let Some(task) = ready.pop_front() else { break };
            let first = left[task as usize] == steps;
            let id = TaskId(task);
            to.step_begin(now, id);
            if first {
                to.frame_enter(now, Some(id), CoroutineId(task), "work", Location { line: 3, column: 1 });
            }
            if task == 1 && first {
                for child in 2..=tasks {
                    let name = format!("Task-{child}");
                    to.task_created(now, TaskId(child), FutureId(child), Some(id), &name, "work", false);
                    to.task_ready(now, TaskId(child), Cause::Task(id));
                    ready.push_back(child);
                }
            }
            left[task as usize] -= 1;
            to.location(now, Some(id), Location { line: 4 + task % 5, column: 5 });
            if left[task as usize] == 0 {
                to.frame_leave(now, Some(id), CoroutineId(task));
                to.step_end(now, id, None);
                to.task_done(now, id, Ending::Returned(Some("None")));
            } else if numbers.below(4) == 0 {
                to.step_end(now, id, None);
                to.task_ready(now, id, Cause::Task(id));
                ready.push_back(task);
            } else {
                if numbers.below(20) == 0 {
                    let until = now + Span(numbers.below(3_000_000));
                    to.block_begin(now, Some(id), until);
                    now = until;
                    to.block_end(now, Some(id));
                }
                timer += 1;
                let until = now + Span(numbers.below(50_000_000));
                to.timer_set(now, TimerId(timer), until, Some(id));
                let wait = Wait { future: FutureId(tasks + timer), purpose: &Purpose::Sleep(until) };
                to.step_end(now, id, Some(wait));
                sleepers.push(Reverse((until, timer, task)));
            }
        }
    }
    to.loop_stopped(now);
}
