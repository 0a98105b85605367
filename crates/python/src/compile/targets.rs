//! What assignments, loops and `del` write to.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::{Compiler, Outcome};
use crate::op::Op;
use crate::syntax::Refusal;

impl<'t> Compiler<'t> {
    /// `value --`: assigns it.
    pub(super) fn store(&mut self, target: &'t Expr) -> Outcome {
        match target {
            Expr::Name(node) => self.store_name(&node.id, node.range),
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                let name = self.name_index(&node.attr);
                let range = self.attribute_range(node);
                self.watch(&node.attr, range)?;
                self.emit(Op::StoreAttr(name), range)
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)?;
                self.watch_item(&node.slice, node.range)?;
                self.emit(Op::StoreItem, node.range)
            }
            Expr::List(ast::ExprList { elts, range, .. })
            | Expr::Tuple(ast::ExprTuple { elts, range, .. }) => self.unpack(elts, *range),
            Expr::Starred(node) => {
                let message = "starred assignment target must be in a list or tuple";
                Err(Refusal::syntax(message.into(), node.range))
            }
            other => Err(Refusal::syntax("cannot assign to this expression".into(), other.range())),
        }
    }

    fn unpack(&mut self, targets: &'t [Expr], range: TextRange) -> Outcome {
        let mut stars = targets.iter().enumerate().filter(|(_, target)| target.is_starred_expr());
        let first = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            return Err(Refusal::syntax("multiple starred expressions in assignment".into(), range));
        }
        let too_many = || Refusal::syntax("too many expressions in star-unpacking assignment".into(), range);
        match first {
            Some(index) => {
                let before = u16::try_from(index).map_err(|_| too_many())?;
                let after = u16::try_from(targets.len() - index - 1).map_err(|_| too_many())?;
                self.emit(Op::UnpackEx { before, after }, range)?;
            }
            None => {
                let count = u32::try_from(targets.len()).unwrap_or(u32::MAX);
                self.emit(Op::UnpackSequence(count), range)?;
            }
        }
        for target in targets {
            match target {
                Expr::Starred(starred) => self.store(&starred.value)?,
                other => self.store(other)?,
            }
        }
        Ok(())
    }

    pub(super) fn delete(&mut self, target: &'t Expr) -> Outcome {
        match target {
            Expr::Name(node) => self.delete_name(&node.id, node.range),
            Expr::Attribute(node) => {
                self.expression(&node.value)?;
                let name = self.name_index(&node.attr);
                let range = self.attribute_range(node);
                self.emit(Op::DeleteAttr(name), range)
            }
            Expr::Subscript(node) => {
                self.expression(&node.value)?;
                self.expression(&node.slice)?;
                self.emit(Op::DeleteItem, node.range)
            }
            Expr::List(ast::ExprList { elts, .. }) | Expr::Tuple(ast::ExprTuple { elts, .. }) => {
                elts.iter().try_for_each(|element| self.delete(element))
            }
            other => Err(Refusal::syntax("cannot delete this expression".into(), other.range())),
        }
    }
}
