//! What tasks may get in each other's way with: names, attributes and items that some coroutine function both reads and writes, beyond its own
//! variables, and in which it awaits. Reads and writes of these are told to the instrument ([`Op::Watch`]), of nothing else.
//!
//! Knows nothing of how names are resolved: a name is watched wherever it turns out not to be a local variable.
//!
//! [`Op::Watch`]: crate::op::Op::Watch

use loopscope_visit::{Visit, walk_body, walk_expr, walk_stmt};
use ruff_python_ast::{self as ast, Expr, ExprContext, Stmt};
use rustc_hash::FxHashSet;

/// What an item is watched as, where its key is a string that is written out: `["balance"]`.
pub(super) fn item(key: &Expr) -> Option<String> {
    let key = key.as_string_literal_expr()?.value.to_str();
    Some(["[\"", key, "\"]"].concat())
}

/// The names to be watched; as written, before the mangling of private ones.
pub(super) fn names(module: &ast::ModModule) -> FxHashSet<String> {
    let mut functions = Functions::default();
    functions.visit_body(&module.body);
    functions.shared
}

/// Looks for coroutine functions.
#[derive(Default)]
struct Functions {
    shared: FxHashSet<String>,
}

impl<'a> Visit<'a> for Functions {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if let Stmt::FunctionDef(function) = stmt
            && function.is_async
        {
            let mut uses = Uses::default();
            walk_body(&mut uses, &function.body);
            if uses.awaits {
                let both = uses.attributes[0].intersection(&uses.attributes[1]);
                self.shared.extend(both.map(|name| (*name).to_owned()));
                self.shared.extend(uses.items[0].intersection(&uses.items[1]).cloned());
                let both = uses.names[0].intersection(&uses.names[1]);
                let both = both.filter(|name| uses.outer.contains(*name));
                self.shared.extend(both.map(|name| (*name).to_owned()));
            }
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// What one function reads and writes.
#[derive(Default)]
struct Uses<'a> {
    awaits: bool,
    /// Declared `global` or `nonlocal`.
    outer: FxHashSet<&'a str>,
    /// Names that are read, and names that are written.
    names: [FxHashSet<&'a str>; 2],
    attributes: [FxHashSet<&'a str>; 2],
    items: [FxHashSet<String>; 2],
}

impl<'a> Uses<'a> {
    fn note(&mut self, target: &'a Expr, writes: bool) {
        match target {
            Expr::Name(node) => self.names[usize::from(writes)].insert(node.id.as_str()),
            Expr::Attribute(node) => self.attributes[usize::from(writes)].insert(node.attr.as_str()),
            Expr::Subscript(node) => {
                item(&node.slice).is_some_and(|key| self.items[usize::from(writes)].insert(key))
            }
            _ => false,
        };
    }
}

impl<'a> Visit<'a> for Uses<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::Global(node) => self.outer.extend(node.names.iter().map(ast::Identifier::as_str)),
            Stmt::Nonlocal(node) => self.outer.extend(node.names.iter().map(ast::Identifier::as_str)),
            Stmt::AugAssign(node) => self.note(&node.target, false),
            Stmt::For(node) => self.awaits |= node.is_async,
            Stmt::With(node) => self.awaits |= node.is_async,
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Await(_) => self.awaits = true,
            Expr::Lambda(_) => return,
            Expr::Name(ast::ExprName { ctx, .. })
            | Expr::Attribute(ast::ExprAttribute { ctx, .. })
            | Expr::Subscript(ast::ExprSubscript { ctx, .. }) => {
                self.note(expr, !matches!(ctx, ExprContext::Load));
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
