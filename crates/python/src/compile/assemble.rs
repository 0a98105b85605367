//! Instructions of one code object as they are emitted: labels, stack depth, which handler covers what.
//!
//! Every instruction knows the innermost handler that covers it, so that a `finally` body copied to each way
//! out is covered by what is outside of the `try`. Code that cannot be reached is not emitted. Knows nothing
//! of Python.

use ruff_text_size::TextRange;

use crate::code::Handler;
use crate::op::Op;

/// A place to jump to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Label(u32);

/// A handler of exceptions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct HandlerId(u32);

/// A conditional or unconditional jump.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Jump {
    Always,
    Back,
    IfFalse,
    IfTrue,
    IfNone,
    IfFalseOrPop,
    IfTrueOrPop,
    ForIter,
}

#[derive(Clone, Copy, Default)]
struct LabelState {
    at: Option<u32>,
    /// The stack's depth there, once a jump to it is known.
    depth: Option<u32>,
}

struct HandlerState {
    target: Label,
    depth: u32,
    covers_something: bool,
}

/// What has been emitted so far.
#[derive(Default)]
pub(super) struct Assembler {
    ops: Vec<Op>,
    ranges: Vec<(u32, u32)>,
    covers: Vec<Option<HandlerId>>,
    labels: Vec<LabelState>,
    handlers: Vec<HandlerState>,
    handler: Option<HandlerId>,
    depth: u32,
    deepest: u32,
    unreachable: bool,
}

/// The finished instructions.
pub(super) struct Assembled {
    pub(super) ops: Vec<Op>,
    pub(super) ranges: Vec<(u32, u32)>,
    pub(super) handlers: Vec<Handler>,
    pub(super) stack_size: u32,
}

impl Assembler {
    pub(super) fn label(&mut self) -> Label {
        self.labels.push(LabelState::default());
        Label(len(&self.labels) - 1)
    }

    /// How many instructions there are.
    pub(super) fn len(&self) -> usize {
        self.ops.len()
    }

    pub(super) fn emit(&mut self, op: Op, range: TextRange) {
        if self.unreachable {
            return;
        }
        let (pops, pushes) = effect(op);
        debug_assert!(self.depth >= pops, "{op:?} on {} operands", self.depth);
        self.ops.push(op);
        self.ranges.push((range.start().to_u32(), range.end().to_u32()));
        self.covers.push(self.handler);
        if let Some(id) = self.handler {
            self.handlers[id.0 as usize].covers_something = true;
        }
        self.depth = self.depth.saturating_sub(pops) + pushes;
        self.deepest = self.deepest.max(self.depth);
        if matches!(op, Op::Return | Op::Raise(_) | Op::Reraise) {
            self.unreachable = true;
        }
    }

    pub(super) fn jump(&mut self, jump: Jump, label: Label, range: TextRange) {
        if self.unreachable {
            return;
        }
        let target = label.0;
        let (op, kept) = match jump {
            Jump::Always => (Op::Jump(target), 0),
            Jump::Back => (Op::JumpBack(target), 0),
            Jump::IfFalse => (Op::JumpIfFalse(target), 0),
            Jump::IfTrue => (Op::JumpIfTrue(target), 0),
            Jump::IfNone => (Op::JumpIfNone(target), 0),
            Jump::IfFalseOrPop => (Op::JumpIfFalseOrPop(target), 1),
            Jump::IfTrueOrPop => (Op::JumpIfTrueOrPop(target), 1),
            // Falls through with iterator and item, jumps with neither.
            Jump::ForIter => (Op::ForIter(target), 0),
        };
        self.emit(op, range);
        let depth = match jump {
            Jump::ForIter => self.depth.saturating_sub(2),
            _ => self.depth + kept,
        };
        let state = &mut self.labels[target as usize];
        debug_assert!(state.depth.is_none_or(|known| known == depth), "{jump:?}: two depths at one label");
        state.depth = Some(depth);
        if matches!(jump, Jump::Always | Jump::Back) {
            self.unreachable = true;
        }
    }

    /// The next instruction is where the label's jumps go.
    pub(super) fn place(&mut self, label: Label) {
        let at = len(&self.ops);
        let state = &mut self.labels[label.0 as usize];
        state.at = Some(at);
        if let Some(depth) = state.depth {
            debug_assert!(self.unreachable || self.depth == depth, "depths differ at a label");
            self.depth = depth;
            self.deepest = self.deepest.max(depth);
            self.unreachable = false;
        } else if !self.unreachable {
            state.depth = Some(self.depth);
        }
    }

    /// From here on exceptions go to a new handler: the operands that are on the stack now stay.
    pub(super) fn push_handler(&mut self) -> (HandlerId, Option<HandlerId>) {
        self.push_handler_below(0)
    }

    /// The same, but so many of the operands that are on the stack now go away.
    pub(super) fn push_handler_below(&mut self, operands: u32) -> (HandlerId, Option<HandlerId>) {
        let target = self.label();
        let depth = self.depth.saturating_sub(operands);
        self.handlers.push(HandlerState { target, depth, covers_something: false });
        let id = HandlerId(len(&self.handlers) - 1);
        (id, self.handler.replace(id))
    }

    /// What covers the next instruction.
    pub(super) fn cover(&self) -> Option<HandlerId> {
        self.handler
    }

    /// From here on exceptions go to that handler, or out of the code. Returns what covered until now.
    pub(super) fn cover_by(&mut self, handler: Option<HandlerId>) -> Option<HandlerId> {
        std::mem::replace(&mut self.handler, handler)
    }

    /// The handler's code begins here, with the exception on the stack. It is unreachable if the handler covers nothing.
    pub(super) fn place_handler(&mut self, id: HandlerId) {
        let HandlerState { target, depth, covers_something } = self.handlers[id.0 as usize];
        debug_assert!(self.unreachable, "falls into a handler");
        self.labels[target.0 as usize].at = Some(len(&self.ops));
        self.depth = depth + 1;
        self.deepest = self.deepest.max(self.depth);
        self.unreachable = !covers_something;
    }

    /// The range of the last instruction: for jumps that belong to no line of their own.
    pub(super) fn last_range(&self) -> TextRange {
        let (start, end) = self.ranges.last().copied().unwrap_or_default();
        TextRange::new(start.into(), end.into())
    }

    /// Resolves labels and lists the handlers.
    pub(super) fn finish(self) -> Assembled {
        let at = |label: u32| self.labels[label as usize].at.unwrap_or_default();
        let mut ops = self.ops;
        for op in &mut ops {
            if let Some(target) = target_mut(op) {
                *target = at(*target);
            }
        }
        let mut handlers: Vec<Handler> = Vec::new();
        for (index, cover) in self.covers.iter().enumerate() {
            let Some(id) = cover else { continue };
            let HandlerState { target, depth, .. } = self.handlers[id.0 as usize];
            let (start, target) = (u32::try_from(index).unwrap_or(u32::MAX), at(target.0));
            match handlers.last_mut() {
                Some(last) if last.end == start && last.target == target && last.depth == depth => {
                    last.end += 1
                }
                _ => handlers.push(Handler { start, end: start + 1, target, depth }),
            }
        }
        Assembled { ops, ranges: self.ranges, handlers, stack_size: self.deepest }
    }
}

/// The place of a jump's target.
pub(super) fn target_mut(op: &mut Op) -> Option<&mut u32> {
    match op {
        Op::Jump(target)
        | Op::JumpBack(target)
        | Op::JumpIfFalse(target)
        | Op::JumpIfTrue(target)
        | Op::JumpIfNone(target)
        | Op::JumpIfNotNone(target)
        | Op::JumpIfFalseOrPop(target)
        | Op::JumpIfTrueOrPop(target)
        | Op::ForIter(target) => Some(target),
        _ => None,
    }
}

/// How many operands an instruction takes and leaves when it does not jump.
fn effect(op: Op) -> (u32, u32) {
    match op {
        Op::Nop | Op::Reached | Op::Watch(_) | Op::MakeCell(_) | Op::DeleteLocal(_) | Op::DeleteDeref(_) => {
            (0, 0)
        }
        Op::DeleteGlobal(_) | Op::DeleteName(_) | Op::Jump(_) | Op::JumpBack(_) => (0, 0),
        Op::LoadConst(_) | Op::LoadInt(_) | Op::LoadNone | Op::LoadBool(_) | Op::PushNothing => (0, 1),
        Op::LoadLocal(_) | Op::LoadLocalAndClear(_) | Op::LoadClosure(_) | Op::LoadDeref(_) => (0, 1),
        Op::LoadClassDeref(_)
        | Op::LoadGlobal(_)
        | Op::LoadName(_)
        | Op::LoadBuiltin(_)
        | Op::LoadBuildClass => (0, 1),
        Op::LoadAssertionError => (0, 1),
        Op::PopTop | Op::StoreLocal(_) | Op::StoreDeref(_) | Op::StoreGlobal(_) | Op::StoreName(_) => (1, 0),
        Op::JumpIfFalse(_) | Op::JumpIfTrue(_) | Op::JumpIfNone(_) | Op::JumpIfNotNone(_) => (1, 0),
        Op::JumpIfFalseOrPop(_) | Op::JumpIfTrueOrPop(_) => (1, 0),
        Op::DeleteAttr(_) | Op::Return | Op::PopExcept | Op::Reraise | Op::ImportStar | Op::PrintExpr => {
            (1, 0)
        }
        Op::Copy(n) => (n, n + 1),
        Op::Swap(n) => (n, n),
        Op::LoadAttr(_)
        | Op::Unary(_)
        | Op::ListToTuple
        | Op::StarTuple
        | Op::StarDict
        | Op::GetIter
        | Op::GetAwaitable(_) => (1, 1),
        Op::Await | Op::Yield | Op::AsyncYield | Op::GetYieldFromIter | Op::YieldFrom | Op::GetAIter => {
            (1, 1)
        }
        Op::StoreAttr(_) | Op::DeleteItem | Op::EndAsyncFor => (2, 0),
        Op::LoadMethod(_) | Op::ForIter(_) | Op::PushExcInfo | Op::BeforeWith | Op::BeforeAsyncWith => (1, 2),
        Op::GetANext | Op::ImportFrom(_) => (1, 2),
        Op::LoadSuperAttr(_) | Op::LoadItem | Op::Binary(_) | Op::InPlace(_) | Op::Compare(_) => (2, 1),
        Op::Is(_) | Op::Contains(_) | Op::ImportName(_) => (2, 1),
        Op::CheckExcMatch => (2, 2),
        Op::CheckStarMatch | Op::EndStar | Op::MatchRest => (2, 1),
        Op::MatchSequence | Op::MatchMapping | Op::GetLen => (1, 2),
        Op::MatchKeys => (2, 3),
        Op::MatchClass(_) => (3, 1),
        Op::HandleStar => (1, 1),
        Op::StoreItem => (3, 0),
        Op::BuildSlice(n)
        | Op::BuildTuple(n)
        | Op::BuildList(n)
        | Op::BuildSet(n)
        | Op::BuildConstantSet(n)
        | Op::BuildString(n) => (n, 1),
        Op::BuildMap(n) => (2 * n, 1),
        Op::Call(n) => (n + 2, 1),
        Op::CallKw { count, .. } => (u32::from(count) + 2, 1),
        Op::CallEx(kwargs) => (3 + u32::from(kwargs), 1),
        Op::MakeFunction(flags) => (1 + flags.count_ones(), 1),
        // The container stays where it is: below what is counted.
        Op::ListAppend(n) | Op::SetAdd(n) | Op::ListExtend(n) | Op::SetUpdate(n) | Op::DictUpdate(n) => {
            (n + 1, n)
        }
        Op::MapAdd(n) => (n + 2, n),
        Op::DictMerge => (5, 4),
        Op::UnpackSequence(n) => (1, n),
        Op::UnpackEx { before, after } => (1, u32::from(before) + u32::from(after) + 1),
        Op::FormatValue { spec, .. } => (1 + u32::from(spec), 1),
        Op::Raise(n) => (u32::from(n), 0),
        Op::WithExceptStart => (3, 4),
        // Put in by the machine later.
        Op::LoadLocals(..)
        | Op::BinaryLocals(..)
        | Op::BinaryLocalInt(..)
        | Op::BinaryInt(..)
        | Op::CompareJump(..)
        | Op::CompareLocalsJump(..)
        | Op::CompareLocalIntJump(..)
        | Op::ForIterStore { .. }
        | Op::LoadLocalAttr(..)
        | Op::StoreLocalAttr(..)
        | Op::LoadLocalMethod(..)
        | Op::LoadSlice
        | Op::LoadGlobalCall(_) => (0, 0),
    }
}

fn len<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}
