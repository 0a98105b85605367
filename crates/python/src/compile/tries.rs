//! `try`, `with` and their kin.
//!
//! A handler is entered with the exception on the stack. It first makes it the one being handled, which
//! leaves `previous exception` there; on each way out the previous one is being handled again.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::{HandlerId, Jump};
use super::unwind::BlockKind;
use super::{Compiler, Outcome};
use crate::op::{Awaiting, Op};
use crate::syntax::Refusal;

impl<'t> Compiler<'t> {
    pub(super) fn try_statement(&mut self, node: &'t ast::StmtTry) -> Outcome {
        match (node.finalbody.is_empty(), node.is_star) {
            (false, _) => self.try_finally(node),
            (true, false) => self.try_except(node),
            (true, true) => self.try_except_star(node),
        }
    }

    fn try_finally(&mut self, node: &'t ast::StmtTry) -> Outcome {
        let body_range = node.finalbody.last().map_or(node.range, Ranged::range);
        let end = self.unit.asm.label();
        let (handler, outer) = self.unit.asm.push_handler();
        self.enter(BlockKind::Finally(&node.finalbody), outer, node.range)?;
        if node.handlers.is_empty() {
            self.body(&node.body)?;
        } else if node.is_star {
            self.try_except_star(node)?;
        } else {
            self.try_except(node)?;
        }
        self.leave();
        self.body(&node.finalbody)?;
        self.jump(Jump::Always, end, body_range);

        self.unit.asm.place_handler(handler);
        let (cleanup, _) = self.push_cleanup(body_range)?;
        self.enter(BlockKind::FinallyEnd, outer, node.range)?;
        self.body(&node.finalbody)?;
        self.emit(Op::Reraise, body_range)?;
        self.leave();
        self.cleanup(cleanup, outer, body_range)?;
        self.unit.asm.place(end);
        Ok(())
    }

    /// `exception -- previous exception`; what is raised from here on first puts the previous one back.
    fn push_cleanup(&mut self, range: TextRange) -> Outcome<(HandlerId, Option<HandlerId>)> {
        self.emit(Op::PushExcInfo, range)?;
        Ok(self.unit.asm.push_handler_below(1))
    }

    /// Where exceptions inside of a handler go: the previous exception is being handled again.
    fn cleanup(&mut self, cleanup: HandlerId, outer: Option<HandlerId>, range: TextRange) -> Outcome {
        self.unit.asm.cover_by(outer);
        self.unit.asm.place_handler(cleanup);
        self.emit(Op::Swap(2), range)?;
        self.emit(Op::PopExcept, range)?;
        self.emit(Op::Reraise, range)
    }

    fn try_except(&mut self, node: &'t ast::StmtTry) -> Outcome {
        let end = self.unit.asm.label();
        let (handler, outer) = self.unit.asm.push_handler();
        self.enter(BlockKind::Try, outer, node.range)?;
        self.body(&node.body)?;
        self.leave();
        self.body(&node.orelse)?;
        let last = self.unit.asm.last_range();
        self.jump(Jump::Always, end, last);

        self.unit.asm.place_handler(handler);
        let (cleanup, _) = self.push_cleanup(node.range)?;
        let count = node.handlers.len();
        for (index, ast::ExceptHandler::ExceptHandler(clause)) in node.handlers.iter().enumerate() {
            let next = self.unit.asm.label();
            if let Some(class) = &clause.type_ {
                self.expression(class)?;
                self.emit(Op::CheckExcMatch, class.range())?;
                self.jump(Jump::IfFalse, next, class.range());
            } else if index + 1 < count {
                return Err(Refusal::syntax("default 'except:' must be last".into(), clause.range));
            }
            self.except_clause(clause, outer, Some(cleanup))?;
            let last = self.unit.asm.last_range();
            self.jump(Jump::Always, end, last);
            self.unit.asm.place(next);
            self.unit.asm.cover_by(Some(cleanup));
        }
        self.emit(Op::Reraise, node.range)?;
        self.cleanup(cleanup, outer, node.range)?;
        self.unit.asm.place(end);
        Ok(())
    }

    /// `previous exception --`: binds the name, runs the clause, unbinds it.
    fn except_clause(
        &mut self,
        clause: &'t ast::ExceptHandlerExceptHandler,
        outer: Option<HandlerId>,
        cleanup: Option<HandlerId>,
    ) -> Outcome {
        let range = clause.range;
        let Some(name) = clause.name.as_deref() else {
            self.emit(Op::PopTop, range)?;
            self.enter(BlockKind::Handler { name: None, range }, outer, range)?;
            self.body(&clause.body)?;
            self.leave();
            return self.emit(Op::PopExcept, range);
        };
        self.store_name(name, range)?;
        let (forget, _) = self.unit.asm.push_handler();
        self.enter(BlockKind::Handler { name: Some(name), range }, outer, range)?;
        self.body(&clause.body)?;
        self.leave();
        // What goes away with the exception does so at the last line of the body.
        let last = self.unit.asm.last_range();
        self.emit(Op::PopExcept, last)?;
        self.forget_exception(Some(name), last)?;
        let done = self.unit.asm.label();
        self.jump(Jump::Always, done, range);
        self.unit.asm.cover_by(cleanup);
        self.unit.asm.place_handler(forget);
        self.forget_exception(Some(name), range)?;
        self.emit(Op::Reraise, range)?;
        self.unit.asm.place(done);
        Ok(())
    }

    /// `except*` clauses: each takes its part of what was raised; what they raise and what is left is raised at the end.
    /// The stack: previous exception, the exception as it was caught, the list of what is to be raised, what is left.
    fn try_except_star(&mut self, node: &'t ast::StmtTry) -> Outcome {
        let (end, nothing) = (self.unit.asm.label(), self.unit.asm.label());
        let (handler, outer) = self.unit.asm.push_handler();
        self.enter(BlockKind::Try, outer, node.range)?;
        self.body(&node.body)?;
        self.leave();
        self.body(&node.orelse)?;
        let last = self.unit.asm.last_range();
        self.jump(Jump::Always, end, last);

        self.unit.asm.place_handler(handler);
        let (cleanup, _) = self.push_cleanup(node.range)?;
        self.emit(Op::Copy(1), node.range)?;
        self.emit(Op::BuildList(0), node.range)?;
        self.emit(Op::Swap(2), node.range)?;
        for ast::ExceptHandler::ExceptHandler(clause) in &node.handlers {
            self.except_star_clause(clause, cleanup)?;
        }
        self.emit(Op::ListAppend(1), node.range)?;
        self.emit(Op::EndStar, node.range)?;
        self.emit(Op::Copy(1), node.range)?;
        self.jump(Jump::IfNone, nothing, node.range);
        self.unit.asm.cover_by(outer);
        self.emit(Op::Swap(2), node.range)?;
        self.emit(Op::PopExcept, node.range)?;
        self.emit(Op::Reraise, node.range)?;
        self.unit.asm.place(nothing);
        self.emit(Op::PopTop, node.range)?;
        self.emit(Op::PopExcept, node.range)?;
        self.jump(Jump::Always, end, node.range);
        self.cleanup(cleanup, outer, node.range)?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn except_star_clause(
        &mut self,
        clause: &'t ast::ExceptHandlerExceptHandler,
        cleanup: HandlerId,
    ) -> Outcome {
        let range = clause.range;
        let (next, no_match) = (self.unit.asm.label(), self.unit.asm.label());
        let Some(types) = &clause.type_ else {
            return Err(Refusal::syntax("expected one or more exception types".into(), range));
        };
        self.expression(types)?;
        self.emit(Op::CheckStarMatch, types.range())?;
        self.emit(Op::UnpackSequence(2), types.range())?;
        self.emit(Op::Copy(1), types.range())?;
        self.jump(Jump::IfNone, no_match, types.range());
        self.emit(Op::HandleStar, types.range())?;
        let name = clause.name.as_deref();
        match name {
            Some(name) => self.store_name(name, range)?,
            None => self.emit(Op::PopTop, range)?,
        }
        let (raised, outer) = self.unit.asm.push_handler();
        self.enter(BlockKind::StarHandler, outer, range)?;
        self.body(&clause.body)?;
        self.leave();
        let last = self.unit.asm.last_range();
        self.forget_exception(name, last)?;
        self.jump(Jump::Always, next, range);
        self.unit.asm.cover_by(Some(cleanup));
        self.unit.asm.place_handler(raised);
        self.forget_exception(name, range)?;
        self.emit(Op::ListAppend(2), range)?;
        self.jump(Jump::Always, next, range);
        self.unit.asm.place(no_match);
        self.emit(Op::PopTop, range)?;
        self.unit.asm.place(next);
        Ok(())
    }

    pub(super) fn with_statement(&mut self, node: &'t ast::StmtWith) -> Outcome {
        if node.is_async && !self.awaits_allowed() {
            return Err(Refusal::syntax("'async with' outside async function".into(), node.range));
        }
        self.with_items(node, &node.items, &node.body)
    }

    fn with_items(
        &mut self,
        node: &'t ast::StmtWith,
        items: &'t [ast::WithItem],
        body: &'t [Stmt],
    ) -> Outcome {
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        let range = item.context_expr.range();
        self.expression(&item.context_expr)?;
        if node.is_async {
            self.emit(Op::BeforeAsyncWith, range)?;
            self.emit(Op::GetAwaitable(Awaiting::Enter), range)?;
            self.emit(Op::Await, range)?;
        } else {
            self.emit(Op::BeforeWith, range)?;
        }
        let (handler, outer) = self.unit.asm.push_handler_below(1);
        self.enter(BlockKind::With { is_async: node.is_async, range }, outer, node.range)?;
        match &item.optional_vars {
            Some(target) => self.store(target)?,
            None => self.emit(Op::PopTop, range)?,
        }
        self.with_items(node, rest, body)?;
        self.leave();
        let end = self.unit.asm.label();
        self.call_exit(node.is_async, range)?;
        self.jump(Jump::Always, end, range);

        self.unit.asm.place_handler(handler);
        let (cleanup, _) = self.push_cleanup(range)?;
        let suppressed = self.unit.asm.label();
        self.emit(Op::WithExceptStart, range)?;
        if node.is_async {
            self.emit(Op::GetAwaitable(Awaiting::Exit), range)?;
            self.emit(Op::Await, range)?;
        }
        self.jump(Jump::IfTrue, suppressed, range);
        self.emit(Op::Reraise, range)?;
        self.unit.asm.place(suppressed);
        // exit previous exception
        self.emit(Op::PopTop, range)?;
        self.unit.asm.cover_by(outer);
        self.emit(Op::PopExcept, range)?;
        self.emit(Op::PopTop, range)?;
        self.jump(Jump::Always, end, range);
        self.cleanup(cleanup, outer, range)?;
        self.unit.asm.place(end);
        Ok(())
    }

    /// `exit --`: the way out without an exception.
    pub(super) fn call_exit(&mut self, is_async: bool, range: TextRange) -> Outcome {
        self.emit(Op::PushNothing, range)?;
        for _ in 0..3 {
            self.emit(Op::LoadNone, range)?;
        }
        self.emit(Op::Call(3), range)?;
        if is_async {
            self.emit(Op::GetAwaitable(Awaiting::Exit), range)?;
            self.emit(Op::Await, range)?;
        }
        self.emit(Op::PopTop, range)
    }
}
