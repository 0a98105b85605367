//! Puts fused instructions in the place of the first of those that they stand for, and notes where plain ones follow each other.
//!
//! The others stay where they are: a jump may lead to them, and a fused instruction that meets values it is not
//! made for does the work of the first alone and goes on with the second.

use std::cell::Cell;
use std::rc::Rc;

use crate::code::Code;
use crate::op::Op;
use crate::value::Value;

/// A slot that fits.
fn slot(slot: u32) -> Option<u16> {
    u16::try_from(slot).ok()
}

fn fused(at: usize, ops: &[Op]) -> Option<Op> {
    let next = |distance: usize| ops.get(at + distance).copied();
    let jumps_on = |op: Option<Op>| matches!(op, Some(Op::JumpIfFalse(target)) if target as usize > at);
    match (ops[at], next(1)?) {
        (Op::LoadLocal(a), Op::LoadLocal(b)) => {
            let (a, b) = (slot(a)?, slot(b)?);
            Some(match next(2) {
                Some(Op::Binary(op) | Op::InPlace(op)) => Op::BinaryLocals(op, a, b),
                Some(Op::Compare(op)) if jumps_on(next(3)) => Op::CompareLocalsJump(op, a, b),
                _ => Op::LoadLocals(a, b),
            })
        }
        (Op::LoadLocal(a), Op::LoadInt(number)) => {
            let (a, number) = (slot(a)?, i16::try_from(number).ok()?);
            match next(2) {
                Some(Op::Binary(op) | Op::InPlace(op)) => Some(Op::BinaryLocalInt(op, a, number)),
                Some(Op::Compare(op)) if jumps_on(next(3)) => Some(Op::CompareLocalIntJump(op, a, number)),
                _ => None,
            }
        }
        (Op::LoadLocal(a), Op::LoadAttr(name)) => Some(Op::LoadLocalAttr(slot(a)?, name)),
        (Op::LoadLocal(a), Op::StoreAttr(name)) => Some(Op::StoreLocalAttr(slot(a)?, name)),
        (Op::LoadLocal(a), Op::LoadMethod(name)) => Some(Op::LoadLocalMethod(slot(a)?, name)),
        (Op::LoadGlobal(name), Op::PushNothing) => Some(Op::LoadGlobalCall(name)),
        (Op::BuildSlice(2), Op::LoadItem) => Some(Op::LoadSlice),
        (Op::LoadInt(number), Op::Binary(op) | Op::InPlace(op)) => Some(Op::BinaryInt(op, number)),
        (Op::Compare(op), Op::JumpIfFalse(target)) if target as usize > at => {
            Some(Op::CompareJump(op, target))
        }
        (Op::ForIter(target), Op::StoreLocal(local)) => {
            Some(Op::ForIterStore { local: slot(local)?, target })
        }
        _ => None,
    }
}

/// Fuses what can be fused in code that nobody else has yet, and in the code inside it.
pub(crate) fn fuse_code(code: &mut Rc<Code>) {
    let Some(code) = Rc::get_mut(code) else { return };
    fuse(&mut code.ops);
    code.runs = (0..code.ops.len())
        .map(|at| Cell::new(if plain_from(&code.ops, at) { CHANCES } else { 0 }))
        .collect();
    for constant in &mut code.consts {
        if let Value::Code(inner) = constant {
            fuse_code(inner);
        }
    }
}

fn fuse(ops: &mut [Op]) {
    // Patterns are looked for in the code as it was.
    let original = ops.to_vec();
    for (at, place) in ops.iter_mut().enumerate() {
        if let Some(op) = fused(at, &original) {
            *place = op;
        }
    }
}

/// So many plain instructions are worth it to go to the loop that does only these.
const WORTH_IT: usize = 3;

/// So often it may turn out otherwise: a name has to be found once before it is where it was.
const CHANCES: u8 = 8;

/// Whether enough plain instructions begin there.
fn plain_from(ops: &[Op], at: usize) -> bool {
    let mut at = at;
    (0..WORTH_IT).all(|_| match ops.get(at).and_then(|op| after_plain(*op, at)) {
        Some(next) => {
            at = next;
            true
        }
        None => false,
    })
}

/// The instruction that follows a plain one, if it is one: of those that jump if something is so, where it is not.
fn after_plain(op: Op, at: usize) -> Option<usize> {
    match op {
        Op::Jump(target) | Op::JumpBack(target) => Some(target as usize),
        Op::LoadConst(_)
        | Op::LoadInt(_)
        | Op::LoadNone
        | Op::LoadBool(_)
        | Op::PushNothing
        | Op::PopTop
        | Op::LoadLocal(_)
        | Op::StoreLocal(_)
        | Op::LoadDeref(_)
        | Op::StoreDeref(_)
        | Op::LoadGlobal(_)
        | Op::StoreGlobal(_)
        | Op::LoadAttr(_)
        | Op::StoreAttr(_)
        | Op::LoadItem
        | Op::StoreItem
        | Op::Binary(_)
        | Op::InPlace(_)
        | Op::Compare(_)
        | Op::Is(_)
        | Op::JumpIfFalse(_)
        | Op::JumpIfTrue(_)
        | Op::ForIter(_) => Some(at + 1),
        Op::LoadLocals(..)
        | Op::BinaryInt(..)
        | Op::CompareJump(..)
        | Op::ForIterStore { .. }
        | Op::LoadLocalAttr(..)
        | Op::StoreLocalAttr(..)
        | Op::LoadGlobalCall(_) => Some(at + 2),
        Op::BinaryLocals(..) | Op::BinaryLocalInt(..) => Some(at + 3),
        Op::CompareLocalsJump(..) | Op::CompareLocalIntJump(..) => Some(at + 4),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{fuse, plain_from};
    use crate::op::{BinaryOp, CompareOp, Op};

    #[test]
    fn the_first_changes_and_the_rest_stays() {
        let mut ops = [Op::LoadLocal(0), Op::LoadInt(2), Op::Binary(BinaryOp::Sub), Op::Return];
        fuse(&mut ops);
        assert_eq!(
            ops,
            [
                Op::BinaryLocalInt(BinaryOp::Sub, 0, 2),
                Op::BinaryInt(BinaryOp::Sub, 2),
                Op::Binary(BinaryOp::Sub),
                Op::Return
            ]
        );
    }

    #[test]
    fn three_plain_instructions_are_a_run() {
        let ops = [Op::LoadNone, Op::PopTop, Op::JumpBack(0), Op::LoadNone, Op::Call(0)];
        assert!(plain_from(&ops, 0));
        assert!(plain_from(&ops, 2), "it goes on where it jumps to");
        assert!(!plain_from(&ops, 3), "a call is not plain");
        assert!(!plain_from(&ops[..2], 0), "and the end is none");
    }

    #[test]
    fn a_jump_back_is_left_alone_for_it_uses_fuel() {
        let mut ops = [Op::Nop, Op::Compare(CompareOp::Lt), Op::JumpIfFalse(0)];
        fuse(&mut ops);
        assert_eq!(ops[1], Op::Compare(CompareOp::Lt));
    }
}
