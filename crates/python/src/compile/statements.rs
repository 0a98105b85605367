//! Statements, those of exceptions aside: see `tries`.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::assemble::Jump;
use super::fold::{Const, constant};
use super::symtable::ScopeKind;
use super::unwind::BlockKind;
use super::{Compiler, Outcome};
use crate::code::CodeKind;
use crate::op::{Awaiting, Op};
use crate::syntax::Refusal;

impl<'t> Compiler<'t> {
    pub(super) fn body(&mut self, body: &'t [Stmt]) -> Outcome {
        body.iter().try_for_each(|statement| self.statement(statement))
    }

    fn statement(&mut self, statement: &'t Stmt) -> Outcome {
        let range = statement.range();
        if self.source.watched.is_some_and(|line| line == self.source.line(range.start().to_u32())) {
            self.emit(Op::Reached, range)?;
        }
        match statement {
            Stmt::Expr(node) => self.expression_statement(&node.value),
            Stmt::Assign(node) => self.assign(node),
            Stmt::AugAssign(node) => self.augmented(node),
            Stmt::AnnAssign(node) => self.annotated(node),
            Stmt::Return(node) => self.returns(node),
            Stmt::If(node) => self.if_statement(node),
            Stmt::For(node) if node.is_async => self.async_for(node),
            Stmt::For(node) => self.for_statement(node),
            Stmt::While(node) => self.while_statement(node),
            Stmt::Break(node) => self.leave_loop(true, node.range),
            Stmt::Continue(node) => self.leave_loop(false, node.range),
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::FunctionDef(node) => self.function_definition(node),
            Stmt::ClassDef(node) => self.class_definition(node),
            Stmt::Try(node) => self.try_statement(node),
            Stmt::With(node) => self.with_statement(node),
            Stmt::Raise(node) => self.raise(node),
            Stmt::Assert(node) => self.assert(node),
            Stmt::Delete(node) => node.targets.iter().try_for_each(|target| self.delete(target)),
            Stmt::Import(node) => self.import(node),
            Stmt::ImportFrom(node) => self.import_from(node),
            Stmt::Match(node) => self.match_statement(node),
            Stmt::TypeAlias(node) => self.type_alias(node),
            Stmt::IpyEscapeCommand(node) => Err(Refusal::syntax("invalid syntax".into(), node.range)),
        }
    }

    fn expression_statement(&mut self, value: &'t Expr) -> Outcome {
        if constant(value).is_some() {
            return Ok(());
        }
        self.expression(value)?;
        self.emit(Op::PopTop, value.range())
    }

    /// `a, b = b, a` without a tuple between: only for what needs one exchange on the stack.
    fn exchange(&mut self, node: &'t ast::StmtAssign) -> Outcome<bool> {
        let ([Expr::Tuple(targets)], Expr::Tuple(values)) = (&node.targets[..], &*node.value) else {
            return Ok(false);
        };
        let count = values.elts.len();
        let plain = |items: &[Expr]| !items.iter().any(Expr::is_starred_expr);
        if !(2..=3).contains(&count)
            || targets.elts.len() != count
            || !plain(&targets.elts)
            || !plain(&values.elts)
            || constant(&node.value).is_some()
        {
            return Ok(false);
        }
        values.elts.iter().try_for_each(|value| self.expression(value))?;
        self.emit(Op::Swap(if count == 2 { 2 } else { 3 }), targets.range)?;
        targets.elts.iter().try_for_each(|target| self.store(target))?;
        Ok(true)
    }

    fn assign(&mut self, node: &'t ast::StmtAssign) -> Outcome {
        if self.exchange(node)? {
            return Ok(());
        }
        self.expression(&node.value)?;
        let last = node.targets.len().saturating_sub(1);
        for (index, target) in node.targets.iter().enumerate() {
            if index < last {
                self.emit(Op::Copy(1), node.range)?;
            }
            if let Expr::Starred(starred) = target {
                let message = "starred assignment target must be in a list or tuple";
                return Err(Refusal::syntax(message.into(), starred.range));
            }
            self.store(target)?;
        }
        Ok(())
    }

    fn augmented(&mut self, node: &'t ast::StmtAugAssign) -> Outcome {
        let op = Op::InPlace(super::fold::operator(node.op));
        match &*node.target {
            Expr::Name(target) => {
                self.load_name(&target.id, target.range)?;
                self.expression(&node.value)?;
                self.emit(op, node.range)?;
                self.store_name(&target.id, target.range)
            }
            Expr::Attribute(target) => {
                let range = self.attribute_range(target);
                let name = self.name_index(&target.attr);
                self.expression(&target.value)?;
                self.emit(Op::Copy(1), range)?;
                self.watch(&target.attr, range)?;
                self.emit(Op::LoadAttr(name), range)?;
                self.expression(&node.value)?;
                self.emit(op, node.range)?;
                self.emit(Op::Swap(2), range)?;
                self.watch(&target.attr, range)?;
                self.emit(Op::StoreAttr(name), range)
            }
            Expr::Subscript(target) => {
                self.expression(&target.value)?;
                self.expression(&target.slice)?;
                self.emit(Op::Copy(2), target.range)?;
                self.emit(Op::Copy(2), target.range)?;
                self.watch_item(&target.slice, target.range)?;
                self.emit(Op::LoadItem, target.range)?;
                self.expression(&node.value)?;
                self.emit(op, node.range)?;
                self.emit(Op::Swap(3), target.range)?;
                self.emit(Op::Swap(2), target.range)?;
                self.watch_item(&target.slice, target.range)?;
                self.emit(Op::StoreItem, target.range)
            }
            other => Err(Refusal::syntax("invalid target of an augmented assignment".into(), other.range())),
        }
    }

    fn annotated(&mut self, node: &'t ast::StmtAnnAssign) -> Outcome {
        if let Some(value) = &node.value {
            self.expression(value)?;
            self.store(&node.target)?;
        }
        let keeps = matches!(self.symbols.scope(self.unit.unit).kind, ScopeKind::Module | ScopeKind::Class);
        match &*node.target {
            Expr::Name(target) if node.simple => {
                if keeps {
                    self.annotation(&node.annotation)?;
                    self.load_name("__annotations__", node.range)?;
                    let name = self.mangled(&target.id);
                    self.load_str(&name, node.range)?;
                    self.emit(Op::StoreItem, node.range)?;
                }
                return Ok(());
            }
            Expr::Name(_) => {}
            Expr::Attribute(target) if node.value.is_none() => self.evaluate(&target.value)?,
            Expr::Subscript(target) if node.value.is_none() => {
                self.evaluate(&target.value)?;
                self.evaluate(&target.slice)?;
            }
            _ => {}
        }
        if keeps && !self.future_annotations {
            self.evaluate(&node.annotation)?;
        }
        Ok(())
    }

    fn evaluate(&mut self, expression: &'t Expr) -> Outcome {
        self.expression(expression)?;
        self.emit(Op::PopTop, expression.range())
    }

    fn returns(&mut self, node: &'t ast::StmtReturn) -> Outcome {
        let kind = self.symbols.scope(self.unit.unit).kind;
        if !matches!(kind, ScopeKind::Function | ScopeKind::Lambda) {
            return Err(Refusal::syntax("'return' outside function".into(), node.range));
        }
        let Some(value) = &node.value else { return self.return_const(Const::None, node.range) };
        if self.unit.kind == CodeKind::AsyncGenerator {
            let message = "'return' with value in async generator";
            return Err(Refusal::syntax(message.into(), node.range));
        }
        self.check_leaving_star(value.range())?;
        if let Some(value) = constant(value) {
            return self.return_const(value, node.range);
        }
        self.expression(value)?;
        self.return_value(node.range)
    }

    fn if_statement(&mut self, node: &'t ast::StmtIf) -> Outcome {
        let end = self.unit.asm.label();
        let mut next = self.unit.asm.label();
        self.jump_if(&node.test, next, false)?;
        self.body(&node.body)?;
        for clause in &node.elif_else_clauses {
            let range = self.unit.asm.last_range();
            self.jump(Jump::Always, end, range);
            self.unit.asm.place(next);
            next = self.unit.asm.label();
            if let Some(test) = &clause.test {
                self.jump_if(test, next, false)?;
            }
            self.body(&clause.body)?;
        }
        self.unit.asm.place(next);
        self.unit.asm.place(end);
        Ok(())
    }

    fn while_statement(&mut self, node: &'t ast::StmtWhile) -> Outcome {
        let (top, end, exhausted) = (self.unit.asm.label(), self.unit.asm.label(), self.unit.asm.label());
        self.unit.asm.place(top);
        let outer = self.unit.asm.cover();
        self.enter(BlockKind::Loop { top, end, iterator: false }, outer, node.range)?;
        self.jump_if(&node.test, exhausted, false)?;
        self.body(&node.body)?;
        let last = self.unit.asm.last_range();
        self.jump(Jump::Back, top, last);
        self.leave();
        self.unit.asm.place(exhausted);
        self.body(&node.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn for_statement(&mut self, node: &'t ast::StmtFor) -> Outcome {
        let (top, end, exhausted) = (self.unit.asm.label(), self.unit.asm.label(), self.unit.asm.label());
        let range = node.iter.range();
        self.expression(&node.iter)?;
        self.emit(Op::GetIter, range)?;
        self.unit.asm.place(top);
        let outer = self.unit.asm.cover();
        self.enter(BlockKind::Loop { top, end, iterator: true }, outer, node.range)?;
        self.jump(Jump::ForIter, exhausted, range);
        self.store(&node.target)?;
        self.body(&node.body)?;
        let last = self.unit.asm.last_range();
        self.jump(Jump::Back, top, last);
        self.leave();
        self.unit.asm.place(exhausted);
        self.body(&node.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn async_for(&mut self, node: &'t ast::StmtFor) -> Outcome {
        if !self.awaits_allowed() {
            return Err(Refusal::syntax("'async for' outside async function".into(), node.range));
        }
        let (top, end) = (self.unit.asm.label(), self.unit.asm.label());
        let range = node.iter.range();
        self.expression(&node.iter)?;
        self.emit(Op::GetAIter, range)?;
        self.unit.asm.place(top);
        let outer = self.unit.asm.cover();
        self.enter(BlockKind::Loop { top, end, iterator: true }, outer, node.range)?;
        let (exhausted, _) = self.unit.asm.push_handler();
        self.emit(Op::GetANext, node.range)?;
        self.emit(Op::GetAwaitable(Awaiting::Next), node.range)?;
        self.emit(Op::Await, node.range)?;
        self.unit.asm.cover_by(outer);
        self.store(&node.target)?;
        self.body(&node.body)?;
        let last = self.unit.asm.last_range();
        self.jump(Jump::Back, top, last);
        self.leave();
        self.unit.asm.place_handler(exhausted);
        self.emit(Op::EndAsyncFor, range)?;
        self.body(&node.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn raise(&mut self, node: &'t ast::StmtRaise) -> Outcome {
        let mut operands = 0;
        if let Some(exception) = &node.exc {
            self.expression(exception)?;
            operands = 1;
            if let Some(cause) = &node.cause {
                self.expression(cause)?;
                operands = 2;
            }
        }
        self.emit(Op::Raise(operands), node.range)
    }

    fn assert(&mut self, node: &'t ast::StmtAssert) -> Outcome {
        let end = self.unit.asm.label();
        self.jump_if(&node.test, end, true)?;
        self.emit(Op::LoadAssertionError, node.range)?;
        if let Some(message) = &node.msg {
            self.emit(Op::PushNothing, node.range)?;
            self.expression(message)?;
            self.emit(Op::Call(1), node.range)?;
        }
        self.emit(Op::Raise(1), node.test.range())?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn import(&mut self, node: &'t ast::StmtImport) -> Outcome {
        if node.is_lazy {
            return Err(Refusal::syntax("invalid syntax".into(), node.range));
        }
        for alias in &node.names {
            self.emit(Op::LoadInt(0), node.range)?;
            self.emit(Op::LoadNone, node.range)?;
            let text = self.intern(&alias.name);
            let module = self.unit.name_index(text);
            self.emit(Op::ImportName(module), node.range)?;
            let mut parts = alias.name.split('.');
            let first = parts.next().unwrap_or_default();
            let Some(name) = &alias.asname else {
                self.store_name(first, node.range)?;
                continue;
            };
            // `import a.b as c` binds the innermost module.
            let mut deeper = false;
            for part in parts {
                let part = self.intern(part);
                let index = self.unit.name_index(part);
                if deeper {
                    self.emit(Op::Swap(2), node.range)?;
                    self.emit(Op::PopTop, node.range)?;
                }
                self.emit(Op::ImportFrom(index), node.range)?;
                deeper = true;
            }
            if deeper {
                self.emit(Op::Swap(2), node.range)?;
                self.emit(Op::PopTop, node.range)?;
            }
            self.store_name(name, node.range)?;
        }
        Ok(())
    }

    fn import_from(&mut self, node: &'t ast::StmtImportFrom) -> Outcome {
        if node.is_lazy {
            return Err(Refusal::syntax("invalid syntax".into(), node.range));
        }
        let names = node.names.iter().map(|alias| Const::Str(alias.name.to_string())).collect();
        let level = i32::try_from(node.level).unwrap_or(i32::MAX);
        self.emit(Op::LoadInt(level), node.range)?;
        self.load_const(Const::Tuple(names), node.range)?;
        let text = self.intern(node.module.as_deref().unwrap_or_default());
        let module = self.unit.name_index(text);
        self.emit(Op::ImportName(module), node.range)?;
        for alias in &node.names {
            if alias.name.as_str() == "*" {
                return self.emit(Op::ImportStar, node.range);
            }
            let text = self.intern(&alias.name);
            let attribute = self.unit.name_index(text);
            self.emit(Op::ImportFrom(attribute), node.range)?;
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name), node.range)?;
        }
        self.emit(Op::PopTop, node.range)
    }

    /// Whether `await` and its kin may be used here.
    pub(super) fn awaits_allowed(&mut self) -> bool {
        // A module that awaits runs as a coroutine, as a cell of a notebook does.
        if self.symbols.scope(self.unit.unit).kind == ScopeKind::Module {
            self.unit.kind = CodeKind::Coroutine;
        }
        matches!(self.unit.kind, CodeKind::Coroutine | CodeKind::AsyncGenerator)
    }
}
