//! Comprehensions, and what `:=` and `yield` may do in them.

use loopscope_visit::Visit;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::Builder;
use super::names::Role;
use crate::compile::symtable::{NodeKey, ScopeKind};

/// Which part of a comprehension is being scanned, for the rules of `:=`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Target,
    Iterable,
    Rest,
}

impl Builder {
    /// `target := value`: in a comprehension it binds in the function around it.
    pub(super) fn named(&mut self, node: &ast::ExprNamed) {
        let Expr::Name(target) = &*node.target else {
            self.visit_expr(&node.value);
            return;
        };
        if self.parts.contains(&Part::Iterable) {
            let message = "assignment expression cannot be used in a comprehension iterable expression";
            self.fail(message.into(), node.range());
        }
        if self.in_comprehension() {
            let name = self.mangled(&target.id);
            let mut id = self.current;
            loop {
                let kind = self.symbols.scope(id).kind;
                match kind {
                    ScopeKind::Comprehension | ScopeKind::Generator => {
                        let symbol = self.symbol(id, &name);
                        symbol.used = true;
                        symbol.rebound = true;
                        if symbol.iteration {
                            let message = format!(
                                "assignment expression cannot rebind comprehension iteration variable '{}'",
                                target.id
                            );
                            self.fail(message, target.range());
                        }
                    }
                    ScopeKind::Class => {
                        let message =
                            "assignment expression within a comprehension cannot be used in a class body";
                        self.fail(message.into(), target.range());
                        break;
                    }
                    _ => {
                        self.symbol(id, &name).assigned = true;
                        break;
                    }
                }
                match self.symbols.scope(id).parent {
                    Some(parent) => id = parent,
                    None => break,
                }
            }
        } else {
            self.note(&target.id, Role::Assigned);
        }
        self.visit_expr(&node.value);
    }

    fn part(&mut self, part: Part, expression: &Expr) {
        self.parts.push(part);
        Visit::visit_expr(self, expression);
        self.parts.pop();
    }

    pub(super) fn comprehension(&mut self, expression: &Expr, key: NodeKey) {
        let (generators, kind, results): (&[ast::Comprehension], _, [Option<&Expr>; 2]) = match expression {
            Expr::ListComp(node) => (&node.generators, ScopeKind::Comprehension, [Some(&node.elt), None]),
            Expr::SetComp(node) => (&node.generators, ScopeKind::Comprehension, [Some(&node.elt), None]),
            Expr::DictComp(node) => {
                (&node.generators, ScopeKind::Comprehension, [node.key.as_deref(), Some(&node.value)])
            }
            Expr::Generator(node) => (&node.generators, ScopeKind::Generator, [Some(&node.elt), None]),
            _ => return,
        };
        // The outermost iterable is evaluated outside.
        if let Some(first) = generators.first() {
            self.part(Part::Iterable, &first.iter);
        }
        let awaits = self.inside(kind, key, None, |this| {
            this.scope().awaits = generators.iter().any(|generator| generator.is_async);
            if kind == ScopeKind::Generator {
                this.note(".0", Role::Parameter);
                this.scope().generator = true;
            }
            for (index, generator) in generators.iter().enumerate() {
                this.part(Part::Target, &generator.target);
                if index > 0 {
                    this.part(Part::Iterable, &generator.iter);
                }
                for condition in &generator.ifs {
                    this.part(Part::Rest, condition);
                }
            }
            for result in results.into_iter().flatten() {
                this.part(Part::Rest, result);
            }
        });
        // A generator expression that awaits is an async generator; its maker does not await.
        if awaits && kind == ScopeKind::Comprehension {
            self.scope().awaits = true;
        }
    }

    pub(super) fn yields(&mut self, range: TextRange) {
        match self.scope().kind {
            ScopeKind::Comprehension => self.fail("'yield' inside list comprehension".into(), range),
            ScopeKind::Generator => self.fail("'yield' inside generator expression".into(), range),
            _ => self.scope().generator = true,
        }
    }

    pub(super) fn in_comprehension(&mut self) -> bool {
        matches!(self.scope().kind, ScopeKind::Comprehension | ScopeKind::Generator)
    }
}
