//! Statements that await a call and do little else: what can be put side by side.

use loopscope_visit::{Visit, walk_body, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt};

use super::tree::span;

/// A statement that awaits one call.
pub(crate) struct Awaited<'a> {
    pub(crate) stmt: &'a Stmt,
    /// What its result is assigned to.
    pub(crate) target: Option<&'a Expr>,
    pub(crate) call: &'a ExprCall,
}

impl<'a> Awaited<'a> {
    /// The statement, if it is `await f(...)`, `x = await f(...)`, or hands the result on: `print(await f(...))`,
    /// `results.append(await f(...))`; those have no form of their own here: see [`Awaited::is_plain`].
    pub(super) fn of(stmt: &'a Stmt) -> Option<Awaited<'a>> {
        let (target, value) = match stmt {
            Stmt::Expr(node) => (None, &*node.value),
            Stmt::Assign(node) => match node.targets.as_slice() {
                [target] => (Some(target), &*node.value),
                _ => return None,
            },
            _ => return None,
        };
        match value {
            Expr::Await(node) => match &*node.value {
                Expr::Call(call) => Some(Awaited { stmt, target, call }),
                _ => None,
            },
            Expr::Call(outer) if target.is_none() && outer.arguments.keywords.is_empty() => {
                let takes = match &*outer.func {
                    Expr::Name(name) => name.id.as_str() == "print",
                    Expr::Attribute(attribute) => attribute.attr.as_str() == "append",
                    _ => false,
                };
                match outer.arguments.args.as_ref() {
                    [Expr::Await(node)] if takes => match &*node.value {
                        Expr::Call(call) => Some(Awaited { stmt, target: None, call }),
                        _ => None,
                    },
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether it is the await alone, or its assignment to names.
    pub(crate) fn is_plain(&self) -> bool {
        match self.stmt {
            Stmt::Expr(node) => matches!(&*node.value, Expr::Await(_)),
            _ => matches!(self.target, None | Some(Expr::Name(_))),
        }
    }
}

/// Looks for the innermost suite whose statements hold the places.
struct Suites<'a, 'o> {
    offsets: &'o [usize],
    found: Option<&'a [Stmt]>,
}

impl<'a> Suites<'a, '_> {
    fn look(&mut self, suite: &'a [Stmt]) {
        let held = |offset: &usize| suite.iter().any(|stmt| span(stmt).contains(offset));
        if self.offsets.iter().all(held) {
            self.found = Some(suite);
        }
    }
}

impl<'a> Visit<'a> for Suites<'a, '_> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        self.look(body);
        walk_body(self, body);
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        let range = span(stmt);
        if self.offsets.iter().any(|offset| range.contains(offset)) {
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// A suite, and awaits that are statements of it, each with its index there, rising.
pub(crate) type Siblings<'a> = (&'a [Stmt], Vec<(usize, Awaited<'a>)>);

/// The innermost suite that holds the awaits at these bytes. None unless each is a statement of that suite that awaits
/// one call.
pub(crate) fn siblings<'a>(suite: &'a [Stmt], offsets: &[usize]) -> Option<Siblings<'a>> {
    let mut suites = Suites { offsets, found: None };
    suites.visit_body(suite);
    let suite = suites.found?;
    let mut found: Vec<(usize, Awaited<'a>)> = Vec::new();
    for offset in offsets {
        let index = suite.iter().position(|stmt| span(stmt).contains(offset))?;
        let awaited = Awaited::of(&suite[index])?;
        if found.last().is_some_and(|(last, _)| *last >= index) {
            return None;
        }
        found.push((index, awaited));
    }
    Some((suite, found))
}
