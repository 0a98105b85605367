//! Where a task's variable is used: what has to follow when its row is doubled or removed.

use loopscope_visit::{Visit, walk_arguments, walk_expr};
use ruff_python_ast::{Expr, ExprCall, ExprContext, Stmt};
use ruff_text_size::Ranged;

use super::facts::last_name;

/// The uses of one name in the body of its function.
pub(super) struct Uses<'a, 'n> {
    name: &'n str,
    /// Statements that are about it alone: `await task`, `task.cancel()`, `print(await task)`, `print(task.result())`.
    pub(super) statements: Vec<(&'a [Stmt], usize)>,
    /// Items of a display or of a `gather` that are it.
    pub(super) members: Vec<(Members<'a>, &'a Expr)>,
    /// All other places that read it, as byte offsets.
    pub(super) others: Vec<usize>,
    /// Places that assign it.
    pub(super) stores: usize,
}

/// What an item is a member of.
#[derive(Clone, Copy)]
pub(super) enum Members<'a> {
    Call(&'a ExprCall),
    Display(&'a Expr),
}

impl<'a, 'n> Uses<'a, 'n> {
    pub(super) fn of(name: &'n str, body: &'a [Stmt]) -> Self {
        let mut uses =
            Self { name, statements: Vec::new(), members: Vec::new(), others: Vec::new(), stores: 0 };
        uses.visit_body(body);
        uses
    }

    /// The first place that reads it, whichever way.
    pub(super) fn first(&self) -> Option<usize> {
        let statements = self.statements.iter().map(|(body, index)| body[*index].start().to_usize());
        let members = self.members.iter().map(|(_, item)| item.start().to_usize());
        statements.chain(members).chain(self.others.iter().copied()).min()
    }

    fn is_name(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Name(name) if name.id.as_str() == self.name)
    }

    fn is_await(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Await(awaited) if self.is_name(&awaited.value))
    }

    /// `task.cancel()`, without the name once more in the arguments.
    fn is_method_call(&self, expr: &'a Expr) -> bool {
        let Expr::Call(call) = expr else { return false };
        let Expr::Attribute(method) = &*call.func else { return false };
        self.is_name(&method.value) && {
            let mut inside = Self::of(self.name, &[]);
            walk_arguments(&mut inside, &call.arguments);
            inside.first().is_none()
        }
    }

    fn is_about(&self, stmt: &'a Stmt) -> bool {
        let Stmt::Expr(stmt) = stmt else { return false };
        match &*stmt.value {
            Expr::Call(call) if last_name(&call.func) == Some("print") => {
                call.arguments.keywords.is_empty()
                    && matches!(&*call.arguments.args, [arg] if self.is_await(arg) || self.is_method_call(arg))
            }
            other => self.is_await(other) || self.is_method_call(other),
        }
    }

    fn members(&mut self, members: Members<'a>, items: &'a [Expr], names: bool) {
        for item in items {
            if self.is_await(item) || (names && self.is_name(item)) {
                self.members.push((members, item));
            } else {
                self.visit_expr(item);
            }
        }
    }
}

impl<'a> Visit<'a> for Uses<'a, '_> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        for (index, stmt) in body.iter().enumerate() {
            if self.is_about(stmt) {
                self.statements.push((body, index));
            } else {
                self.visit_stmt(stmt);
            }
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        let display = Members::Display(expr);
        match expr {
            Expr::Name(name) if name.id.as_str() == self.name => match name.ctx {
                ExprContext::Store => self.stores += 1,
                _ => self.others.push(name.start().to_usize()),
            },
            Expr::List(list) if list.ctx == ExprContext::Load => self.members(display, &list.elts, true),
            Expr::Tuple(tuple) if tuple.ctx == ExprContext::Load => self.members(display, &tuple.elts, true),
            Expr::Set(set) => self.members(display, &set.elts, true),
            Expr::Call(call) => match last_name(&call.func) {
                Some(func @ ("gather" | "print")) => {
                    self.visit_expr(&call.func);
                    self.members(Members::Call(call), &call.arguments.args, func == "gather");
                    for keyword in &call.arguments.keywords {
                        self.visit_expr(&keyword.value);
                    }
                }
                _ => walk_expr(self, expr),
            },
            _ => walk_expr(self, expr),
        }
    }
}
