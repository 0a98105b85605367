//! What `return`, `break` and `continue` leave behind on their way out: loops' iterators, `with` exits,
//! `finally` bodies, exceptions being handled.

use ruff_python_ast::Stmt;
use ruff_text_size::TextRange;

use super::assemble::{HandlerId, Jump, Label};
use super::fold::Const;
use super::{Compiler, Outcome};
use crate::op::Op;
use crate::syntax::Refusal;

/// CPython's limit of blocks inside blocks in one code object.
const MAX_BLOCKS: usize = 20;

/// Something entered and not yet left.
#[derive(Clone, Copy)]
pub(super) struct Block<'t> {
    pub(super) kind: BlockKind<'t>,
    /// What covered the code around the block.
    pub(super) outer: Option<HandlerId>,
}

#[derive(Clone, Copy)]
pub(super) enum BlockKind<'t> {
    /// A `while` loop, or a `for` loop with its iterator on the stack.
    Loop { top: Label, end: Label, iterator: bool },
    /// The body of a `try` with `except`.
    Try,
    /// The body of a `try` with `finally`.
    Finally(&'t [Stmt]),
    /// The `finally` body that runs because of an exception: previous and exception are on the stack.
    FinallyEnd,
    /// The body of a `with`: the exit is on the stack.
    With { is_async: bool, range: TextRange },
    /// The body of an `except`: previous is on the stack.
    Handler { name: Option<&'t str>, range: TextRange },
    /// The body of an `except*`, which has to be run to its end.
    StarHandler,
    /// A result that is kept while a `finally` body runs.
    Value,
}

impl<'t> Compiler<'t> {
    /// Enters a block. `outer` is what covered until now.
    pub(super) fn enter(
        &mut self,
        kind: BlockKind<'t>,
        outer: Option<HandlerId>,
        range: TextRange,
    ) -> Outcome {
        // The engine's own values are no blocks of the program.
        if self.unit.blocks.len() > 2 * MAX_BLOCKS
            || self.unit.blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Value)).count()
                >= MAX_BLOCKS
        {
            return Err(Refusal::syntax("too many statically nested blocks".into(), range));
        }
        self.unit.blocks.push(Block { kind, outer });
        Ok(())
    }

    /// Leaves the innermost block: what is outside covers from here on.
    pub(super) fn leave(&mut self) {
        if let Some(block) = self.unit.blocks.pop() {
            self.unit.asm.cover_by(block.outer);
        }
    }

    /// `return`: leaves all blocks, with the result on the stack.
    pub(super) fn return_value(&mut self, range: TextRange) -> Outcome {
        let covered = self.unit.asm.cover();
        self.unwind(0, true, range)?;
        self.emit(Op::Return, range)?;
        self.unit.asm.cover_by(covered);
        Ok(())
    }

    /// `return` of a constant, which is loaded when all blocks are left.
    pub(super) fn return_const(&mut self, value: Const, range: TextRange) -> Outcome {
        let covered = self.unit.asm.cover();
        self.unwind(0, false, range)?;
        self.load_const(value, range)?;
        self.emit(Op::Return, range)?;
        self.unit.asm.cover_by(covered);
        Ok(())
    }

    /// A `return` with a value is refused there in an `except*`.
    pub(super) fn check_leaving_star(&self, value: TextRange) -> Outcome {
        let inside = self.unit.blocks.iter().any(|block| matches!(block.kind, BlockKind::StarHandler));
        if inside { Err(leaves_star(value)) } else { Ok(()) }
    }

    /// `break` and `continue`.
    pub(super) fn leave_loop(&mut self, breaks: bool, range: TextRange) -> Outcome {
        let around =
            |block: &Block<'_>| matches!(block.kind, BlockKind::Loop { .. } | BlockKind::StarHandler);
        let found = self.unit.blocks.iter().rposition(around);
        if found.is_some_and(|index| matches!(self.unit.blocks[index].kind, BlockKind::StarHandler)) {
            return Err(leaves_star(range));
        }
        let Some((index, BlockKind::Loop { top, end, iterator })) =
            found.map(|index| (index, self.unit.blocks[index].kind))
        else {
            let message = if breaks { "'break' outside loop" } else { "'continue' not properly in loop" };
            return Err(Refusal::syntax(message.into(), range));
        };
        let covered = self.unit.asm.cover();
        self.unwind(index + 1, false, range)?;
        if breaks {
            if iterator {
                self.emit(Op::PopTop, range)?;
            }
            self.jump(Jump::Always, end, range);
        } else {
            self.jump(Jump::Back, top, range);
        }
        self.unit.asm.cover_by(covered);
        Ok(())
    }

    /// Emits the way out of all blocks from `depth` on. The blocks stay entered for the code that follows;
    /// what covers it is for the caller to restore.
    fn unwind(&mut self, depth: usize, keep: bool, range: TextRange) -> Outcome {
        let left = self.unit.blocks.split_off(depth.min(self.unit.blocks.len()));
        let mut index = left.len();
        let mut outcome = Ok(());
        while index > 0 && outcome.is_ok() {
            index -= 1;
            // Code copied out of a block sees only the blocks around it.
            self.unit.blocks.extend_from_slice(&left[..index]);
            outcome = self.unwind_block(left[index], keep, range);
            self.unit.blocks.truncate(depth);
        }
        self.unit.blocks.extend(left);
        outcome
    }

    fn unwind_block(&mut self, block: Block<'t>, keep: bool, range: TextRange) -> Outcome {
        // What is below the result goes away.
        let drop_below = |this: &mut Self, op: Op| {
            if keep {
                this.emit(Op::Swap(2), range)?;
            }
            this.emit(op, range)
        };
        match block.kind {
            BlockKind::Loop { iterator, .. } => {
                if iterator {
                    drop_below(self, Op::PopTop)?;
                }
            }
            BlockKind::Try => {
                self.unit.asm.cover_by(block.outer);
            }
            BlockKind::Finally(body) => {
                self.unit.asm.cover_by(block.outer);
                if keep {
                    self.enter(BlockKind::Value, block.outer, range)?;
                }
                self.body(body)?;
                if keep {
                    self.leave();
                }
            }
            BlockKind::FinallyEnd => {
                drop_below(self, Op::PopTop)?;
                self.unit.asm.cover_by(block.outer);
                drop_below(self, Op::PopExcept)?;
            }
            BlockKind::With { is_async, range: item } => {
                self.unit.asm.cover_by(block.outer);
                if keep {
                    self.emit(Op::Swap(2), item)?;
                }
                self.call_exit(is_async, item)?;
            }
            BlockKind::Handler { name, range: handler } => {
                self.unit.asm.cover_by(block.outer);
                drop_below(self, Op::PopExcept)?;
                self.forget_exception(name, handler)?;
            }
            BlockKind::StarHandler => return Err(leaves_star(range)),
            BlockKind::Value => drop_below(self, Op::PopTop)?,
        }
        Ok(())
    }

    /// The end of `except E as name`: the name goes away, whatever happened to it.
    pub(super) fn forget_exception(&mut self, name: Option<&str>, range: TextRange) -> Outcome {
        if let Some(name) = name {
            self.emit(Op::LoadNone, range)?;
            self.store_name(name, range)?;
            self.delete_name(name, range)?;
        }
        Ok(())
    }
}

fn leaves_star(range: TextRange) -> Refusal {
    let message = "'break', 'continue' and 'return' cannot appear in an except* block";
    Refusal::syntax(message.into(), range)
}
