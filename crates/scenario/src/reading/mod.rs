//! What the text of a program answers about places in it: questions that a run raises and only the source can settle.
//!
//! ```text
//! a run: "these awaits ran one after the other" ── line, column ──> Reading ── yes or no
//! ```
//!
//! Lines and columns count from 1, columns in characters, as a trace has them. Every answer that is not sure is the one
//! that keeps an advice from being given. Nothing here changes a text: see [`crate::fix`].

mod awaits;
mod effects;
mod flow;
mod tree;

use ruff_python_ast::{Expr, ModModule, Stmt};
use ruff_python_parser::Parsed;
use ruff_text_size::Ranged;

use crate::edit::parse;
pub(crate) use awaits::{Awaited, siblings};
use tree::Path;
pub(crate) use tree::{Node, innermost_function, offset, path_to, span};

/// A line and a column, both from 1.
pub type Place = (u32, u32);

/// How the result of a call is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// The call is a statement, or the value of an assignment.
    Statement,
    /// It is tested.
    Condition,
    /// It is shown: in an f-string, by `print`.
    Shown,
    /// Something else, or there is no such call.
    Other,
}

/// A source, read.
pub struct Reading<'s> {
    source: &'s str,
    parsed: Parsed<ModModule>,
}

impl<'s> Reading<'s> {
    /// Reads a source; None if it does not parse, is too large or nested too deeply.
    #[must_use]
    pub fn new(source: &'s str) -> Option<Reading<'s>> {
        Some(Reading { source, parsed: parse(source).ok()? })
    }

    fn suite(&self) -> &[Stmt] {
        self.parsed.suite()
    }

    fn path(&self, place: Place) -> Option<Path<'_>> {
        Some(path_to(self.suite(), offset(self.source, place)?))
    }

    /// Whether the awaits at these places of one function, which ran in this order, could run side by side: no value flows
    /// from one to a later one, they share nothing that can change, and nothing between them decides whether they run. One
    /// place twice stands for an await in a `for`.
    #[must_use]
    pub fn independent(&self, places: &[Place]) -> bool {
        let offsets: Option<Vec<usize>> = places.iter().map(|place| offset(self.source, *place)).collect();
        offsets.is_some_and(|offsets| flow::independent(self.suite(), &offsets))
    }

    /// How what the call at a place gives is used.
    #[must_use]
    pub fn usage(&self, call: Place) -> Use {
        let Some(path) = self.path(call) else { return Use::Other };
        let Some(at) = offset(self.source, call).and_then(|offset| tree::call_at(&path, offset)) else {
            return Use::Other;
        };
        let Some(around) = at.checked_sub(1).map(|depth| &path[depth]) else { return Use::Other };
        match around {
            Node::Stmt(Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AnnAssign(_)) => Use::Statement,
            Node::Stmt(Stmt::If(_) | Stmt::While(_) | Stmt::Assert(_))
            | Node::Expr(Expr::BoolOp(_) | Expr::Compare(_)) => Use::Condition,
            Node::Expr(Expr::UnaryOp(one)) if one.op == ruff_python_ast::UnaryOp::Not => Use::Condition,
            Node::Expr(Expr::If(test)) if matches!(path[at], Node::Expr(child) if span(child) == span(&*test.test)) => {
                Use::Condition
            }
            Node::Expr(Expr::FString(_)) => Use::Shown,
            Node::Expr(Expr::Call(call)) => match &*call.func {
                Expr::Name(name) if matches!(name.id.as_str(), "print" | "str" | "repr") => Use::Shown,
                _ => Use::Other,
            },
            _ => Use::Other,
        }
    }

    /// Whether the function defined on this line repeats for ever: `while True` with no way out but an error.
    #[must_use]
    pub fn endless(&self, line: u32) -> bool {
        let lines = |offset: usize| 1 + self.source[..offset].matches('\n').count();
        tree::functions(self.suite()).into_iter().any(|function| {
            let start = function.decorator_list.first().map_or(function.start(), Ranged::start);
            let named = lines(function.name.start().to_usize());
            (lines(start.to_usize())..=named).contains(&(line as usize)) && tree::endless(&function.body)
        })
    }

    /// The line of the `async for` in whose body, in the same function, a place is.
    #[must_use]
    pub fn async_for(&self, place: Place) -> Option<u32> {
        let at = offset(self.source, place)?;
        let path = self.path(place)?;
        let found = path.iter().rev().find_map(|node| match node {
            Node::Stmt(Stmt::FunctionDef(_) | Stmt::ClassDef(_)) => Some(None),
            Node::Stmt(Stmt::For(node)) if node.is_async && node.body.first()?.start().to_usize() <= at => {
                Some(Some(node.start().to_usize()))
            }
            _ => None,
        });
        let start = found.flatten()?;
        u32::try_from(1 + self.source[..start].matches('\n').count()).ok()
    }

    /// Whether something inside the `async with` at a place can suspend.
    #[must_use]
    pub fn body_suspends(&self, place: Place) -> bool {
        let Some(path) = self.path(place) else { return true };
        let with = path.iter().rev().find_map(|node| match node {
            Node::Stmt(Stmt::With(with)) if with.is_async => Some(with),
            _ => None,
        });
        with.is_none_or(|with| tree::suspends(&with.body))
    }

    /// Whether what is written at a place was made from what was read at another, both of one function, with an await
    /// between them and no other read.
    #[must_use]
    pub fn carried(&self, read: Place, write: Place) -> bool {
        match (offset(self.source, read), offset(self.source, write)) {
            (Some(read), Some(write)) => flow::carried(self.suite(), read, write),
            _ => false,
        }
    }
}
