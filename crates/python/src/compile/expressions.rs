//! Expressions, calls and comprehensions aside: see `calls`, `comprehensions`, `formatted`.

use ruff_python_ast::{self as ast, BoolOp, CmpOp, Expr, Number};
use ruff_text_size::{Ranged, TextRange};

use super::assemble::{Jump, Label};
use super::fold::{Const, constant, operator};
use super::symtable::ScopeKind;
use super::{Compiler, Outcome};
use crate::code::CodeKind;
use crate::op::{Awaiting, CompareOp, Op, UnaryOp};
use crate::syntax::Refusal;

/// Displays with more items than this are built piece by piece, so that the stack stays small.
const MANY: usize = 64;
/// The most decimal digits of an integer literal, as CPython limits them.
const MAX_DIGITS: usize = 4300;

/// What a display builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    List,
    Tuple,
    Set,
}

impl<'t> Compiler<'t> {
    pub(super) fn expression(&mut self, expression: &'t Expr) -> Outcome {
        if let Expr::NumberLiteral(node) = expression {
            check_digits(node)?;
        }
        if let Some(value) = constant(expression) {
            return self.load_const(value, expression.range());
        }
        match expression {
            Expr::Name(node) => self.load_name(&node.id, node.range),
            Expr::BinOp(node) => {
                self.expression(&node.left)?;
                self.expression(&node.right)?;
                self.emit(Op::Binary(operator(node.op)), node.range)
            }
            Expr::UnaryOp(node) => self.unary(node),
            Expr::BoolOp(node) => self.boolean(node),
            Expr::Compare(node) => self.compare(node),
            Expr::If(node) => self.conditional(node),
            Expr::Call(node) => self.call(node),
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                let name = self.name_index(&node.attr);
                let range = self.attribute_range(node);
                self.watch(&node.attr, range)?;
                self.emit(Op::LoadAttr(name), range)
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)?;
                self.watch_item(&node.slice, node.range)?;
                self.emit(Op::LoadItem, node.range)
            }
            Expr::Slice(node) => self.slice(node),
            Expr::List(node) => self.display(&node.elts, Display::List, node.range),
            Expr::Tuple(node) => self.display(&node.elts, Display::Tuple, node.range),
            Expr::Set(node) => self.display(&node.elts, Display::Set, node.range),
            Expr::Dict(node) => self.dict(node),
            Expr::Lambda(node) => self.lambda(node),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) => self.comprehension(expression),
            Expr::Generator(node) => self.generator_expression(node),
            Expr::FString(node) => self.fstring(node),
            Expr::Named(node) => {
                self.expression(&node.value)?;
                self.emit(Op::Copy(1), node.range)?;
                self.store(&node.target)
            }
            Expr::Await(node) => self.await_expression(node),
            Expr::Yield(node) => self.yield_expression(node),
            Expr::YieldFrom(node) => self.yield_from(node),
            Expr::Starred(node) => {
                Err(Refusal::syntax("can't use starred expression here".into(), node.range))
            }
            Expr::NumberLiteral(node) => {
                let Number::Complex { real, imag } = node.value else { return Ok(()) };
                let complex = self.name_index("complex");
                self.emit(Op::LoadBuiltin(complex), node.range)?;
                self.emit(Op::PushNothing, node.range)?;
                self.load_const(Const::Float(real), node.range)?;
                self.load_const(Const::Float(imag), node.range)?;
                self.emit(Op::Call(2), node.range)
            }
            Expr::TString(node) => Err(Refusal::syntax("invalid syntax".into(), node.range)),
            Expr::IpyEscapeCommand(node) => Err(Refusal::syntax("invalid syntax".into(), node.range)),
            // Constants, all handled above.
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => self.load_const(Const::None, expression.range()),
        }
    }

    /// What an attribute load covers: of `a\n.b`, the line with the attribute.
    pub(super) fn attribute_range(&self, node: &ast::ExprAttribute) -> TextRange {
        let (start, name) = (node.range.start(), node.attr.range);
        if self.source.line(start.to_u32()) == self.source.line(name.start().to_u32()) {
            node.range
        } else {
            name
        }
    }

    fn unary(&mut self, node: &'t ast::ExprUnaryOp) -> Outcome {
        self.expression(&node.operand)?;
        let op = match node.op {
            ast::UnaryOp::Invert => UnaryOp::Invert,
            ast::UnaryOp::Not => UnaryOp::Not,
            ast::UnaryOp::UAdd => UnaryOp::Pos,
            ast::UnaryOp::USub => UnaryOp::Neg,
        };
        self.emit(Op::Unary(op), node.range)
    }

    fn boolean(&mut self, node: &'t ast::ExprBoolOp) -> Outcome {
        let end = self.unit.asm.label();
        let jump = match node.op {
            BoolOp::And => Jump::IfFalseOrPop,
            BoolOp::Or => Jump::IfTrueOrPop,
        };
        let last = node.values.len().saturating_sub(1);
        for (index, value) in node.values.iter().enumerate() {
            self.expression(value)?;
            if index < last {
                self.jump(jump, end, node.range);
            }
        }
        self.unit.asm.place(end);
        Ok(())
    }

    fn comparison(&mut self, op: CmpOp, range: TextRange) -> Outcome {
        let op = match op {
            CmpOp::Eq => Op::Compare(CompareOp::Eq),
            CmpOp::NotEq => Op::Compare(CompareOp::Ne),
            CmpOp::Lt => Op::Compare(CompareOp::Lt),
            CmpOp::LtE => Op::Compare(CompareOp::Le),
            CmpOp::Gt => Op::Compare(CompareOp::Gt),
            CmpOp::GtE => Op::Compare(CompareOp::Ge),
            CmpOp::Is => Op::Is(false),
            CmpOp::IsNot => Op::Is(true),
            CmpOp::In => Op::Contains(false),
            CmpOp::NotIn => Op::Contains(true),
        };
        self.emit(op, range)
    }

    fn compare(&mut self, node: &'t ast::ExprCompare) -> Outcome {
        self.expression(&node.left)?;
        let last = node.ops.len().saturating_sub(1);
        if last == 0 {
            if let (Some(op), Some(right)) = (node.ops.first(), node.comparators.first()) {
                self.expression(right)?;
                self.comparison(*op, node.range)?;
            }
            return Ok(());
        }
        let (failed, end) = (self.unit.asm.label(), self.unit.asm.label());
        for (index, (op, right)) in node.ops.iter().zip(&node.comparators).enumerate() {
            self.expression(right)?;
            if index == last {
                self.comparison(*op, node.range)?;
                break;
            }
            self.emit(Op::Swap(2), node.range)?;
            self.emit(Op::Copy(2), node.range)?;
            self.comparison(*op, node.range)?;
            self.jump(Jump::IfFalseOrPop, failed, node.range);
        }
        self.jump(Jump::Always, end, node.range);
        self.unit.asm.place(failed);
        self.emit(Op::Swap(2), node.range)?;
        self.emit(Op::PopTop, node.range)?;
        self.unit.asm.place(end);
        Ok(())
    }

    fn conditional(&mut self, node: &'t ast::ExprIf) -> Outcome {
        let (otherwise, end) = (self.unit.asm.label(), self.unit.asm.label());
        self.jump_if(&node.test, otherwise, false)?;
        self.expression(&node.body)?;
        let last = self.unit.asm.last_range();
        self.jump(Jump::Always, end, last);
        self.unit.asm.place(otherwise);
        self.expression(&node.orelse)?;
        self.unit.asm.place(end);
        Ok(())
    }

    /// Jumps if the truth of an expression is `wanted`, else goes on.
    pub(super) fn jump_if(&mut self, test: &'t Expr, target: Label, wanted: bool) -> Outcome {
        if let Some(value) = constant(test) {
            if value.truth() == wanted {
                self.jump(Jump::Always, target, test.range());
            }
            return Ok(());
        }
        match test {
            Expr::UnaryOp(node) if node.op == ast::UnaryOp::Not => {
                self.jump_if(&node.operand, target, !wanted)
            }
            Expr::BoolOp(node) => {
                let decides = node.op == BoolOp::Or;
                let Some((last, others)) = node.values.split_last() else { return Ok(()) };
                let through = self.unit.asm.label();
                // A value that decides the whole jumps at once, to the target if that is the wanted outcome.
                let early = if decides == wanted { target } else { through };
                for value in others {
                    self.jump_if(value, early, decides)?;
                }
                self.jump_if(last, target, wanted)?;
                self.unit.asm.place(through);
                Ok(())
            }
            Expr::If(node) => {
                let (otherwise, end) = (self.unit.asm.label(), self.unit.asm.label());
                self.jump_if(&node.test, otherwise, false)?;
                self.jump_if(&node.body, target, wanted)?;
                let last = self.unit.asm.last_range();
                self.jump(Jump::Always, end, last);
                self.unit.asm.place(otherwise);
                self.jump_if(&node.orelse, target, wanted)?;
                self.unit.asm.place(end);
                Ok(())
            }
            Expr::Compare(node) if node.ops.len() > 1 => self.jump_if_chain(node, target, wanted),
            _ => {
                self.expression(test)?;
                self.jump(if wanted { Jump::IfTrue } else { Jump::IfFalse }, target, test.range());
                Ok(())
            }
        }
    }

    fn jump_if_chain(&mut self, node: &'t ast::ExprCompare, target: Label, wanted: bool) -> Outcome {
        let (failed, end) = (self.unit.asm.label(), self.unit.asm.label());
        let last = node.ops.len().saturating_sub(1);
        self.expression(&node.left)?;
        for (index, (op, right)) in node.ops.iter().zip(&node.comparators).enumerate() {
            self.expression(right)?;
            if index == last {
                self.comparison(*op, node.range)?;
                break;
            }
            self.emit(Op::Swap(2), node.range)?;
            self.emit(Op::Copy(2), node.range)?;
            self.comparison(*op, node.range)?;
            self.jump(Jump::IfFalse, failed, node.range);
        }
        self.jump(if wanted { Jump::IfTrue } else { Jump::IfFalse }, target, node.range);
        self.jump(Jump::Always, end, node.range);
        self.unit.asm.place(failed);
        self.emit(Op::PopTop, node.range)?;
        if !wanted {
            self.jump(Jump::Always, target, node.range);
        }
        self.unit.asm.place(end);
        Ok(())
    }

    fn slice(&mut self, node: &'t ast::ExprSlice) -> Outcome {
        for part in [&node.lower, &node.upper] {
            match part {
                Some(part) => self.expression(part)?,
                None => self.emit(Op::LoadNone, node.range)?,
            }
        }
        match &node.step {
            Some(step) => {
                self.expression(step)?;
                self.emit(Op::BuildSlice(3), node.range)
            }
            None => self.emit(Op::BuildSlice(2), node.range),
        }
    }

    /// A list, tuple or set of these items.
    pub(super) fn display(&mut self, items: &'t [Expr], kind: Display, range: TextRange) -> Outcome {
        if items.len() <= MANY && !items.iter().any(Expr::is_starred_expr) {
            items.iter().try_for_each(|item| self.expression(item))?;
            let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
            return self.emit(
                match kind {
                    Display::List => Op::BuildList(count),
                    Display::Tuple => Op::BuildTuple(count),
                    Display::Set if count >= 3 && items.iter().all(|item| constant(item).is_some()) => {
                        Op::BuildConstantSet(count)
                    }
                    Display::Set => Op::BuildSet(count),
                },
                range,
            );
        }
        let set = kind == Display::Set;
        self.emit(if set { Op::BuildSet(0) } else { Op::BuildList(0) }, range)?;
        if items.len() > MANY
            && let Some(values) = items.iter().map(constant).collect::<Option<Vec<_>>>()
        {
            self.load_const(Const::Tuple(values), range)?;
            self.emit(if set { Op::SetUpdate(1) } else { Op::ListExtend(1) }, range)?;
        } else {
            for item in items {
                let op = if let Expr::Starred(starred) = item {
                    self.expression(&starred.value)?;
                    if set { Op::SetUpdate(1) } else { Op::ListExtend(1) }
                } else {
                    self.expression(item)?;
                    if set { Op::SetAdd(1) } else { Op::ListAppend(1) }
                };
                self.emit(op, range)?;
            }
        }
        if kind == Display::Tuple { self.emit(Op::ListToTuple, range) } else { Ok(()) }
    }

    fn dict(&mut self, node: &'t ast::ExprDict) -> Outcome {
        if node.items.len() <= MANY && node.items.iter().all(|item| item.key.is_some()) {
            for item in &node.items {
                if let Some(key) = &item.key {
                    self.expression(key)?;
                }
                self.expression(&item.value)?;
            }
            let count = u32::try_from(node.items.len()).unwrap_or(u32::MAX);
            return self.emit(Op::BuildMap(count), node.range);
        }
        self.emit(Op::BuildMap(0), node.range)?;
        for item in &node.items {
            if let Some(key) = &item.key {
                self.expression(key)?;
                self.expression(&item.value)?;
                self.emit(Op::MapAdd(1), node.range)?;
            } else {
                self.expression(&item.value)?;
                self.emit(Op::DictUpdate(1), node.range)?;
            }
        }
        Ok(())
    }

    fn await_expression(&mut self, node: &'t ast::ExprAwait) -> Outcome {
        if !self.awaits_allowed() {
            let function = self.in_function();
            let comprehension = self.symbols.scope(self.unit.scope).kind == ScopeKind::Comprehension;
            let message = match (function, comprehension) {
                (true, true) => "asynchronous comprehension outside of an asynchronous function",
                (true, false) => "'await' outside async function",
                (false, _) => "'await' outside function",
            };
            return Err(Refusal::syntax(message.into(), node.range));
        }
        self.expression(&node.value)?;
        self.emit(Op::GetAwaitable(Awaiting::Expression), node.range)?;
        self.emit(Op::Await, node.range)
    }

    fn in_function(&self) -> bool {
        !matches!(self.symbols.scope(self.unit.unit).kind, ScopeKind::Module | ScopeKind::Class)
    }

    fn yield_expression(&mut self, node: &'t ast::ExprYield) -> Outcome {
        if !self.in_function() {
            return Err(Refusal::syntax("'yield' outside function".into(), node.range));
        }
        match &node.value {
            Some(value) => self.expression(value)?,
            None => self.emit(Op::LoadNone, node.range)?,
        }
        self.emit(self.yield_op(), node.range)
    }

    /// What a `yield` here is.
    pub(super) fn yield_op(&self) -> Op {
        if self.unit.kind == CodeKind::AsyncGenerator { Op::AsyncYield } else { Op::Yield }
    }

    fn yield_from(&mut self, node: &'t ast::ExprYieldFrom) -> Outcome {
        if !self.in_function() {
            return Err(Refusal::syntax("'yield from' outside function".into(), node.range));
        }
        if self.unit.kind == CodeKind::AsyncGenerator {
            return Err(Refusal::syntax("'yield from' inside async function".into(), node.range));
        }
        self.expression(&node.value)?;
        self.emit(Op::GetYieldFromIter, node.range)?;
        self.emit(Op::YieldFrom, node.range)
    }
}

/// Refuses decimal literals whose value would take long to compute.
fn check_digits(node: &ast::ExprNumberLiteral) -> Outcome {
    let Number::Int(number) = &node.value else { return Ok(()) };
    if number.as_i64().is_some() {
        return Ok(());
    }
    let text = number.to_string();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let decimal = !text.get(1..2).is_some_and(|letter| letter.starts_with(|c: char| c.is_ascii_alphabetic()));
    if decimal && digits > MAX_DIGITS {
        let message = format!(
            "Exceeds the limit ({MAX_DIGITS} digits) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer \
             literals to avoid decimal conversion limits."
        );
        return Err(Refusal::syntax(message, node.range));
    }
    Ok(())
}
