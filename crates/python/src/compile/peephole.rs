//! Shortens the finished instructions: jumps to jumps go to their end at once.
//!
//! The instructions that stand for several are put in by the machine, see `vm::fuse`.

use super::assemble::{Assembled, target_mut};
use crate::op::Op;

/// How many jumps are followed; longer chains stay as they are.
const LONGEST_CHAIN: usize = 8;

pub(super) fn run(code: &mut Assembled) {
    for index in 0..code.ops.len() {
        let mut op = code.ops[index];
        // Backward jumps count fuel: none is skipped, none is made.
        if matches!(op, Op::ForIter(_) | Op::JumpBack(_)) {
            continue;
        }
        let Some(target) = target_mut(&mut op) else { continue };
        *target = end_of_chain(&code.ops, *target);
        code.ops[index] = shorten(op, index);
    }
}

fn end_of_chain(ops: &[Op], mut target: u32) -> u32 {
    for _ in 0..LONGEST_CHAIN {
        match ops.get(target as usize) {
            Some(Op::Jump(next)) if *next > target => target = *next,
            _ => break,
        }
    }
    target
}

/// A jump to the next instruction does nothing.
fn shorten(op: Op, index: usize) -> Op {
    match op {
        Op::Jump(target) if target as usize == index + 1 => Op::Nop,
        other => other,
    }
}
