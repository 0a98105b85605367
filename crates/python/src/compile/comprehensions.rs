//! Comprehensions, inlined as CPython 3.12 and later do, and generator expressions.

use ruff_python_ast::{self as ast, Comprehension, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::Jump;
use super::symtable::{ScopeId, ScopeKey};
use super::{Compiler, Outcome};
use crate::code::{CodeKind, Parameters};
use crate::op::{Awaiting, Op};
use crate::syntax::Refusal;

/// What the innermost loop does with its result.
#[derive(Clone, Copy)]
enum Collect<'t> {
    List(&'t Expr),
    Set(&'t Expr),
    Dict(&'t Expr, &'t Expr),
    Yield(&'t Expr),
}

impl<'t> Compiler<'t> {
    /// A list, set or dict comprehension.
    pub(super) fn comprehension(&mut self, expression: &'t Expr) -> Outcome {
        let range = expression.range();
        let (generators, collect, build) = match expression {
            Expr::ListComp(node) => (&node.generators, Collect::List(&node.elt), Op::BuildList(0)),
            Expr::SetComp(node) => (&node.generators, Collect::Set(&node.elt), Op::BuildSet(0)),
            Expr::DictComp(ast::ExprDictComp { key: Some(key), value, generators, .. }) => {
                (generators, Collect::Dict(key, value), Op::BuildMap(0))
            }
            _ => {
                return Err(Refusal::syntax(
                    "dict unpacking cannot be used in dict comprehension".into(),
                    range,
                ));
            }
        };
        let Some(first) = generators.first() else { return Ok(()) };
        let scope = self.scope_of((range, ScopeKey::Comprehension))?;
        if self.symbols.scope(scope).awaits && !self.awaits_allowed() {
            let message = "asynchronous comprehension outside of an asynchronous function";
            return Err(Refusal::syntax(message.into(), range));
        }
        self.iterator(first)?;
        let outer = std::mem::replace(&mut self.unit.scope, scope);
        self.fresh_cells(scope, range)?;
        self.emit(build, range)?;
        self.emit(Op::Swap(2), range)?;
        self.loops(generators, 0, collect, range)?;
        for slot in self.unit.block_slots(self.symbols, scope) {
            self.emit(Op::LoadLocalAndClear(slot), range)?;
            self.emit(Op::PopTop, range)?;
        }
        self.unit.scope = outer;
        Ok(())
    }

    /// Cells for variables that inner functions use: new ones each time the comprehension runs.
    fn fresh_cells(&mut self, scope: ScopeId, range: TextRange) -> Outcome {
        for cell in self.unit.own_cells(self.symbols, scope) {
            self.emit(Op::LoadLocalAndClear(cell), range)?;
            self.emit(Op::PopTop, range)?;
            self.emit(Op::MakeCell(cell), range)?;
        }
        Ok(())
    }

    pub(super) fn generator_expression(&mut self, node: &'t ast::ExprGenerator) -> Outcome {
        let Some(first) = node.generators.first() else { return Ok(()) };
        let scope = self.scope_of((node.range, ScopeKey::Comprehension))?;
        let is_async = self.symbols.scope(scope).awaits;
        let kind = if is_async { CodeKind::AsyncGenerator } else { CodeKind::Generator };
        let mut unit = self.new_unit(scope, kind, "<genexpr>", node.range.start());
        unit.parameters = Parameters { positional_only: 1, positional: 1, ..Parameters::default() };
        let code = self.inner(unit, |this| {
            this.make_cells(scope, node.range)?;
            this.load_name(".0", first.iter.range())?;
            this.loops(&node.generators, 0, Collect::Yield(&node.elt), node.range)?;
            this.return_none(node.range)
        })?;
        self.make_function(code, scope, 0, node.range)?;
        self.emit(Op::PushNothing, node.range)?;
        self.iterator(first)?;
        self.emit(Op::Call(1), node.range)
    }

    fn iterator(&mut self, generator: &'t Comprehension) -> Outcome {
        self.expression(&generator.iter)?;
        self.emit(if generator.is_async { Op::GetAIter } else { Op::GetIter }, generator.iter.range())
    }

    /// `iterator --`: the loops from `index` on; the iterator of the first of them is on the stack.
    fn loops(
        &mut self,
        generators: &'t [Comprehension],
        index: usize,
        collect: Collect<'t>,
        range: TextRange,
    ) -> Outcome {
        let Some(generator) = generators.get(index) else { return self.collect(collect, index, range) };
        let (top, next, end) = (self.unit.asm.label(), self.unit.asm.label(), self.unit.asm.label());
        let iter = generator.iter.range();
        self.unit.asm.place(top);
        let mut exhausted = None;
        let outer = self.unit.asm.cover();
        if generator.is_async {
            let (handler, _) = self.unit.asm.push_handler();
            self.emit(Op::GetANext, range)?;
            self.emit(Op::GetAwaitable(Awaiting::Next), range)?;
            self.emit(Op::Await, range)?;
            self.unit.asm.cover_by(outer);
            exhausted = Some(handler);
        } else {
            self.jump(Jump::ForIter, end, iter);
        }
        self.store(&generator.target)?;
        for condition in &generator.ifs {
            self.jump_if(condition, next, false)?;
        }
        if let Some(inner) = generators.get(index + 1) {
            self.iterator(inner)?;
        }
        self.loops(generators, index + 1, collect, range)?;
        self.unit.asm.place(next);
        let last = self.unit.asm.last_range();
        self.jump(Jump::Back, top, last);
        match exhausted {
            Some(handler) => {
                self.unit.asm.place_handler(handler);
                self.emit(Op::EndAsyncFor, iter)?;
            }
            None => self.unit.asm.place(end),
        }
        Ok(())
    }

    fn collect(&mut self, collect: Collect<'t>, loops: usize, range: TextRange) -> Outcome {
        // The container is below the iterators.
        let depth = u32::try_from(loops).unwrap_or(u32::MAX) + 1;
        match collect {
            Collect::List(item) => {
                self.expression(item)?;
                self.emit(Op::ListAppend(depth), item.range())
            }
            Collect::Set(item) => {
                self.expression(item)?;
                self.emit(Op::SetAdd(depth), item.range())
            }
            Collect::Dict(key, value) => {
                self.expression(key)?;
                self.expression(value)?;
                self.emit(Op::MapAdd(depth), TextRange::new(key.range().start(), value.range().end()))
            }
            Collect::Yield(item) => {
                self.expression(item)?;
                self.emit(self.yield_op(), item.range())?;
                self.emit(Op::PopTop, range)
            }
        }
    }
}
