//! "cannot assign to ...": what an expression is called that is no target.

use loopscope_visit::{Visit, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::Refusal;
use super::messages::Context;

/// CPython's word for a kind of expression.
pub(super) fn word(expression: &Expr) -> &'static str {
    match expression {
        Expr::Attribute(_) => "attribute",
        Expr::Subscript(_) => "subscript",
        Expr::Starred(_) => "starred",
        Expr::Name(_) => "name",
        Expr::List(_) => "list",
        Expr::Tuple(_) => "tuple",
        Expr::Lambda(_) => "lambda",
        Expr::Call(_) => "function call",
        Expr::BoolOp(_) | Expr::BinOp(_) | Expr::UnaryOp(_) => "expression",
        Expr::Generator(_) => "generator expression",
        Expr::Yield(_) | Expr::YieldFrom(_) => "yield expression",
        Expr::Await(_) => "await expression",
        Expr::ListComp(_) => "list comprehension",
        Expr::SetComp(_) => "set comprehension",
        Expr::DictComp(_) => "dict comprehension",
        Expr::Dict(_) => "dict literal",
        Expr::Set(_) => "set display",
        Expr::FString(_) | Expr::TString(_) => "f-string expression",
        Expr::NumberLiteral(_) | Expr::StringLiteral(_) | Expr::BytesLiteral(_) => "literal",
        Expr::BooleanLiteral(node) => {
            if node.value {
                "True"
            } else {
                "False"
            }
        }
        Expr::NoneLiteral(_) => "None",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::Compare(_) => "comparison",
        Expr::If(_) => "conditional expression",
        Expr::Named(_) => "named expression",
        Expr::Slice(_) | Expr::IpyEscapeCommand(_) => "expression",
    }
}

/// Finds an expression by its range, and whether it is all of the one target of an assignment.
struct Find<'a> {
    range: TextRange,
    found: Option<&'a Expr>,
    only_target: bool,
}

impl<'a> Visit<'a> for Find<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.found.is_some() || !statement.range().contains_range(self.range) {
            return;
        }
        if let Stmt::Assign(node) = statement
            && let [target] = &node.targets[..]
            && target.range() == self.range
        {
            self.only_target = !matches!(
                &*node.value,
                Expr::Compare(_) | Expr::BoolOp(_) | Expr::If(_) | Expr::Lambda(_) | Expr::Tuple(_)
            );
        }
        walk_stmt(self, statement);
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if self.found.is_some() || !expression.range().contains_range(self.range) {
            return;
        }
        if expression.range() == self.range {
            self.found = Some(expression);
        } else {
            walk_expr(self, expression);
        }
    }
}

fn find<'a>(context: &Context<'a>, range: TextRange) -> Find<'a> {
    let mut find = Find { range, found: None, only_target: false };
    for statement in context.parsed.suite() {
        find.visit_stmt(statement);
    }
    find
}

pub(super) fn name_at(context: &Context<'_>, range: TextRange) -> &'static str {
    find(context, range).found.map_or("expression", word)
}

pub(super) fn assignment(context: &Context<'_>, range: TextRange) -> Refusal {
    let find = find(context, range);
    let name = find.found.map_or("expression", word);
    let simple = !matches!(
        find.found,
        Some(
            Expr::Compare(_)
                | Expr::BoolOp(_)
                | Expr::If(_)
                | Expr::Lambda(_)
                | Expr::Generator(_)
                | Expr::NoneLiteral(_)
                | Expr::BooleanLiteral(_)
                | Expr::Starred(_)
        )
    ) && !matches!(find.found, Some(Expr::UnaryOp(node)) if node.op == ruff_python_ast::UnaryOp::Not);
    let hint = if find.only_target && simple { " here. Maybe you meant '==' instead of '='?" } else { "" };
    Refusal::syntax(format!("cannot assign to {name}{hint}"), range)
}

pub(super) fn augmented(context: &Context<'_>, range: TextRange) -> Refusal {
    let name = name_at(context, range);
    Refusal::syntax(format!("'{name}' is an illegal expression for augmented assignment"), range)
}

pub(super) fn named(context: &Context<'_>, range: TextRange) -> Refusal {
    let name = name_at(context, range);
    Refusal::syntax(format!("cannot use assignment expressions with {name}"), range)
}

pub(super) fn annotated(context: &Context<'_>, range: TextRange) -> Refusal {
    match name_at(context, range) {
        name @ ("tuple" | "list") => {
            Refusal::syntax(format!("only single target (not {name}) can be annotated"), range)
        }
        _ => Refusal::syntax("illegal target for annotation".into(), range),
    }
}

pub(super) fn delete(context: &Context<'_>, range: TextRange) -> Refusal {
    Refusal::syntax(format!("cannot delete {}", name_at(context, range)), range)
}
