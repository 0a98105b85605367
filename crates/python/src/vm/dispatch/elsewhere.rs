//! Which room carries out an instruction that is not in the run loop.

use super::{Leave, empty_stack};
use crate::op::Op;
use crate::vm::Vm;
use crate::vm::frame::Fiber;

impl Vm {
    /// An instruction that is not in the loop.
    pub(super) fn elsewhere(&mut self, fiber: &mut Fiber, op: Op) -> Result<(), Leave> {
        let Some(frame) = fiber.frames.last_mut() else { return Err(empty_stack()) };
        let Some(function) = frame.function.clone() else { return Err(empty_stack()) };
        match op {
            // Containers and texts.
            Op::BuildConstantSet(_)
            | Op::ListExtend(_)
            | Op::StarTuple
            | Op::StarDict
            | Op::SetUpdate(_)
            | Op::DictUpdate(_)
            | Op::DictMerge
            | Op::UnpackSequence(_)
            | Op::UnpackEx { .. }
            | Op::FormatValue { .. } => self.build_op(frame, &function, op),
            // Names that are no plain locals, and what is rarely done to things.
            Op::DeleteLocal(_)
            | Op::DeleteDeref(_)
            | Op::LoadClassDeref(_)
            | Op::DeleteGlobal(_)
            | Op::LoadName(_)
            | Op::StoreName(_)
            | Op::DeleteName(_)
            | Op::DeleteAttr(_)
            | Op::LoadSuperAttr(_)
            | Op::DeleteItem
            | Op::MakeFunction(_)
            | Op::LoadBuiltin(_)
            | Op::LoadBuildClass => self.name_op(frame, &function, op),
            // Exceptions, patterns, await and import.
            _ => self.block_op(frame, &function, op),
        }
    }
}
