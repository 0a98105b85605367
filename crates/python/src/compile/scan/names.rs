//! What a name does at one place: it is used, bound, imported, annotated, declared.

use loopscope_visit::Visit;
use ruff_python_ast::{self as ast, Expr, ExprContext};
use ruff_text_size::TextRange;

use super::Builder;
use super::comprehensions::Part;
use crate::compile::symtable::{ScopeId, ScopeKind, Symbol, Symbols, mangle};

/// What a name does at one place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Parameter,
    Assigned,
    Used,
}

impl Builder {
    pub(super) fn symbol(&mut self, id: ScopeId, name: &str) -> &mut Symbol {
        let scope = &mut self.symbols.scopes[id.0 as usize];
        if !scope.symbols.contains_key(name) {
            scope.names.push(name.to_owned());
        }
        scope.symbols.entry(name.to_owned()).or_default()
    }

    pub(super) fn mangled(&mut self, name: &str) -> String {
        mangle(self.scope().class_name.as_deref(), name).unwrap_or_else(|| name.to_owned())
    }

    pub(super) fn note(&mut self, name: &str, role: Role) {
        let name = self.mangled(name);
        let id = self.current;
        let symbol = self.symbol(id, &name);
        match role {
            Role::Parameter => symbol.parameter = true,
            Role::Assigned => symbol.assigned = true,
            Role::Used => symbol.used = true,
        }
    }

    pub(super) fn name(&mut self, node: &ast::ExprName) {
        match node.ctx {
            ExprContext::Load => {
                self.note(&node.id, Role::Used);
                // `super()` finds its class through this cell.
                let kind = self.scope().kind;
                if node.id == "super" && !matches!(kind, ScopeKind::Module | ScopeKind::Class) {
                    self.note("__class__", Role::Used);
                }
            }
            _ => self.target_name(&node.id, node.range),
        }
    }

    /// A name that an assignment, `for`, `with` or `del` binds.
    pub(super) fn target_name(&mut self, name: &str, range: TextRange) {
        if name == "__debug__" {
            self.fail("cannot assign to __debug__".into(), range);
        }
        if self.parts.last() == Some(&Part::Target) && self.in_comprehension() {
            let mangled = self.mangled(name);
            let id = self.current;
            let symbol = self.symbol(id, &mangled);
            if symbol.rebound {
                let message =
                    format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                self.fail(message, range);
                return;
            }
            symbol.iteration = true;
        }
        self.note(name, Role::Assigned);
    }

    /// `global` and `nonlocal`.
    pub(super) fn declare(&mut self, names: &[ast::Identifier], word: &str, range: TextRange) {
        if word == "nonlocal" && self.current == Symbols::MODULE {
            self.fail("nonlocal declaration not allowed at module level".into(), range);
        }
        for identifier in names {
            let name = self.mangled(identifier);
            let id = self.current;
            let symbol = *self.symbol(id, &name);
            let shown = identifier.as_str();
            let complaint = if symbol.parameter {
                Some(format!("name '{shown}' is parameter and {word}"))
            } else if symbol.annotated {
                Some(format!("annotated name '{shown}' can't be {word}"))
            } else if symbol.assigned {
                Some(format!("name '{shown}' is assigned to before {word} declaration"))
            } else if symbol.used {
                Some(format!("name '{shown}' is used prior to {word} declaration"))
            } else if (symbol.global && word == "nonlocal") || (symbol.nonlocal && word == "global") {
                Some(format!("name '{shown}' is nonlocal and global"))
            } else {
                None
            };
            if let Some(message) = complaint {
                // Two declarations that contradict: CPython blames the first.
                let both = symbol.global || symbol.nonlocal;
                let first = self.scope().declared.get(&name).copied().filter(|_| both);
                self.fail(message, first.unwrap_or(range));
            }
            self.scope().declared.entry(name.clone()).or_insert(range);
            let symbol = self.symbol(id, &name);
            if word == "global" {
                symbol.global = true;
            } else {
                symbol.nonlocal = true;
                self.scope().nonlocals.push((name, range));
            }
        }
    }

    pub(super) fn import_names(&mut self, aliases: &[ast::Alias], whole_modules: bool) {
        for alias in aliases {
            if alias.name.as_str() == "*" {
                if self.current != Symbols::MODULE {
                    self.fail("import * only allowed at module level".into(), alias.range);
                }
                continue;
            }
            let bound = match &alias.asname {
                Some(name) => name.as_str(),
                // `import a.b` binds `a`.
                None if whole_modules => alias.name.split('.').next().unwrap_or_default(),
                None => alias.name.as_str(),
            };
            self.note(bound, Role::Assigned);
        }
    }

    pub(super) fn annotated(&mut self, node: &ast::StmtAnnAssign) {
        if let Expr::Name(target) = &*node.target {
            let name = self.mangled(&target.id);
            let id = self.current;
            let symbol = self.symbol(id, &name);
            let (global, nonlocal) = (symbol.global, symbol.nonlocal);
            if node.simple && (global || nonlocal) && id != Symbols::MODULE {
                let word = if global { "global" } else { "nonlocal" };
                self.fail(format!("annotated name '{}' can't be {word}", target.id), node.range);
            }
            if node.simple {
                let symbol = self.symbol(id, &name);
                symbol.annotated = true;
                symbol.assigned = true;
                self.scope().annotations = true;
            } else if node.value.is_some() {
                self.note(&target.id, Role::Assigned);
            }
        } else {
            self.visit_expr(&node.target);
        }
        self.visit_expr(&node.annotation);
        if let Some(value) = &node.value {
            self.visit_expr(value);
        }
    }

    /// `self.name = ...` in a method: the class lists it in `__static_attributes__`.
    pub(super) fn self_attribute(&mut self, node: &ast::ExprAttribute) {
        let Expr::Name(object) = &*node.value else { return };
        if node.ctx == ExprContext::Load || self.receiver.as_deref() != Some(object.id.as_str()) {
            return;
        }
        let mut id = self.current;
        while self.symbols.scope(id).kind != ScopeKind::Class {
            match self.symbols.scope(id).parent {
                Some(parent) => id = parent,
                None => return,
            }
        }
        let attributes = &mut self.symbols.scopes[id.0 as usize].self_attributes;
        if !attributes.iter().any(|name| name == node.attr.as_str()) {
            attributes.push(node.attr.to_string());
        }
    }
}
