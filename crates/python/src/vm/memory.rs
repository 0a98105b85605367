//! How much a run may hold.
//!
//! What is allocated is counted, what goes away is not. When the count is high the heap is measured, and the count goes on
//! from there. Measuring visits everything, so a program that lives close to its limit must not cause it with each
//! allocation: after each time it may take a share of the limit first, even if that leads beyond it. How far
//! beyond is bounded; a program that goes on there, although it gets nothing but errors, pays for it in fuel.

use super::Vm;
use crate::objects::{Exc, ExcKind, Exception};

/// How a run may spend.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes that a program may hold, about: it is noticed when they are exceeded by an eighth, and they never are by
    /// more than a quarter.
    pub memory: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { memory: 512 << 20 }
    }
}

/// What a run holds.
pub(super) struct Memory {
    /// What it held when it was measured, and what was allocated since.
    counted: usize,
    /// When as much is counted it is measured.
    measure_at: usize,
    limit: usize,
}

impl Memory {
    pub(super) fn new(limits: Limits) -> Memory {
        Memory { counted: 0, measure_at: limits.memory, limit: limits.memory }
    }
}

impl Vm {
    /// Counts `bytes` that are about to be allocated; MemoryError if that is too much.
    pub fn charge(&mut self, bytes: usize) -> Result<(), Exc> {
        let counted = self.memory.counted.saturating_add(bytes);
        if counted > self.memory.measure_at {
            return self.measure_and_charge(bytes);
        }
        self.memory.counted = counted;
        Ok(())
    }

    #[cold]
    fn measure_and_charge(&mut self, bytes: usize) -> Result<(), Exc> {
        let limit = self.memory.limit;
        if bytes > limit {
            // Whatever there is now.
            return Err(memory_error());
        }
        self.forget_callers();
        self.asyncio.circles.clear();
        // A look at one of them takes about as long as an instruction.
        self.fuel -= self.heap.len() as i64;
        let held = self.heap.measure();
        let with = held.saturating_add(bytes);
        let refused = with > limit;
        self.memory.counted = if refused { held } else { with };
        let share = limit / 8;
        let next = self.memory.counted.saturating_add(share);
        self.memory.measure_at = next.clamp(limit, limit.saturating_add(2 * share));
        if refused { Err(memory_error()) } else { Ok(()) }
    }

    /// Counts bytes that are kept where nothing can be refused.
    pub(crate) fn count_memory(&mut self, bytes: usize) {
        self.memory.counted = self.memory.counted.saturating_add(bytes);
    }
}

fn memory_error() -> Exc {
    Exception::new(ExcKind::MemoryError, Vec::new())
}
