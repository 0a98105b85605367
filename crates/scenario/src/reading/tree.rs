//! Finding things in the tree by their places.

use std::ops::Range;

use loopscope_visit::{Visit, walk_body, walk_comprehension, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtFunctionDef};
use ruff_text_size::Ranged;

use super::Place;

/// A statement or an expression.
#[derive(Clone, Copy)]
pub(crate) enum Node<'a> {
    Stmt(&'a Stmt),
    Expr(&'a Expr),
}

/// The nodes around a place, outermost first.
pub(crate) type Path<'a> = Vec<Node<'a>>;

/// The bytes that a node takes.
pub(crate) fn span(node: &impl Ranged) -> Range<usize> {
    node.start().to_usize()..node.end().to_usize()
}

/// The byte at a place.
pub(crate) fn offset(source: &str, (line, column): Place) -> Option<usize> {
    let (line, column) = (line.checked_sub(1)? as usize, column.checked_sub(1)? as usize);
    // As the engine counts lines: `\n`, `\r\n` and a lone `\r`.
    let mut start = 0;
    for _ in 0..line {
        let rest = source.get(start..)?;
        let end = rest.find(['\n', '\r'])?;
        start += end + if rest[end..].starts_with("\r\n") { 2 } else { 1 };
    }
    let text = source.get(start..)?;
    let text = text.split(['\n', '\r']).next()?;
    match text.char_indices().nth(column) {
        Some((at, _)) => Some(start + at),
        None => (text.chars().count() == column).then_some(start + text.len()),
    }
}

struct Finder<'a> {
    offset: usize,
    path: Path<'a>,
}

impl<'a> Visit<'a> for Finder<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if span(stmt).contains(&self.offset) {
            self.path.push(Node::Stmt(stmt));
            walk_stmt(self, stmt);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if span(expr).contains(&self.offset) {
            self.path.push(Node::Expr(expr));
            walk_expr(self, expr);
        }
    }
}

/// The nodes around a byte, outermost first.
pub(crate) fn path_to(suite: &[Stmt], offset: usize) -> Path<'_> {
    let mut finder = Finder { offset, path: Vec::new() };
    walk_body(&mut finder, suite);
    finder.path
}

/// Where in a path the call that begins at its place is: the first of a chain of calls.
pub(crate) fn call_at(path: &[Node<'_>], offset: usize) -> Option<usize> {
    path.iter().rposition(|node| matches!(node, Node::Expr(Expr::Call(call)) if span(call).start == offset))
}

/// The function that a path ends in; None at the module's level.
pub(crate) fn innermost_function<'a>(path: &[Node<'a>]) -> Option<&'a StmtFunctionDef> {
    path.iter().rev().find_map(|node| match node {
        Node::Stmt(Stmt::FunctionDef(function)) => Some(function),
        _ => None,
    })
}

#[derive(Default)]
struct Functions<'a>(Vec<&'a StmtFunctionDef>);

impl<'a> Visit<'a> for Functions<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(function) = stmt {
            self.0.push(function);
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// All functions, methods and nested ones too.
pub(super) fn functions(suite: &[Stmt]) -> Vec<&StmtFunctionDef> {
    let mut functions = Functions::default();
    walk_body(&mut functions, suite);
    functions.0
}

#[derive(Default)]
struct Suspends(bool);

impl<'a> Visit<'a> for Suspends {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::For(node) => self.0 |= node.is_async,
            Stmt::With(node) => self.0 |= node.is_async,
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_) => self.0 = true,
            Expr::Lambda(_) => return,
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn visit_comprehension(&mut self, comprehension: &'a ruff_python_ast::Comprehension) {
        self.0 |= comprehension.is_async;
        walk_comprehension(self, comprehension);
    }
}

/// Whether these statements can suspend.
pub(super) fn suspends(body: &[Stmt]) -> bool {
    let mut found = Suspends::default();
    walk_body(&mut found, body);
    found.0
}

/// Whether an expression awaits.
pub(super) fn awaits(expr: &Expr) -> bool {
    let mut found = Suspends::default();
    found.visit_expr(expr);
    found.0
}

/// Ways out of a loop, other than an error.
#[derive(Default)]
struct Exits {
    depth: usize,
    found: bool,
}

impl<'a> Visit<'a> for Exits {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            Stmt::Return(_) => self.found = true,
            Stmt::Break(_) => self.found |= self.depth == 0,
            Stmt::For(_) | Stmt::While(_) => {
                self.depth += 1;
                walk_stmt(self, stmt);
                self.depth -= 1;
            }
            _ => walk_stmt(self, stmt),
        }
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

#[derive(Default)]
struct Endless(bool);

impl<'a> Visit<'a> for Endless {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::While(node) => {
                let always = match &*node.test {
                    Expr::BooleanLiteral(test) => test.value,
                    Expr::NumberLiteral(_) => true,
                    _ => false,
                };
                if always {
                    let mut exits = Exits::default();
                    walk_body(&mut exits, &node.body);
                    self.0 |= !exits.found;
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Whether a function's body has a loop that does not end by itself.
pub(super) fn endless(body: &[Stmt]) -> bool {
    let mut found = Endless::default();
    walk_body(&mut found, body);
    found.0
}
