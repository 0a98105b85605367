//! The first pass of the symbol table: what each scope binds, uses and declares.
//!
//! Statements and expressions that matter are handled here, ruff's walker takes the rest. Knows nothing of
//! how names are resolved: see `symtable`.
//!
//! ```text
//! mod             scopes, and the walk over statements and expressions
//! names           what a name does at one place; declarations
//! comprehensions  comprehensions, `:=`, `yield`
//! ```

mod comprehensions;
mod names;

use loopscope_visit::{Visit, walk_arguments, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compile::symtable::{
    NodeKey, Scope, ScopeId, ScopeKey, ScopeKind, Symbols, expression_key, statement_key,
};
use crate::syntax::Refusal;
use comprehensions::Part;
use names::Role;

/// Builds the scopes of a module.
pub(super) struct Builder {
    symbols: Symbols,
    current: ScopeId,
    /// The parts of the comprehensions around the current place, the innermost last.
    parts: Vec<Part>,
    /// The first parameter of the method being scanned.
    receiver: Option<String>,
    error: Option<Refusal>,
}

impl Builder {
    pub(super) fn build(module: &ast::ModModule) -> Result<Symbols, Refusal> {
        let mut builder = Builder {
            symbols: Symbols { scopes: Vec::new(), by_node: FxHashMap::default() },
            current: Symbols::MODULE,
            parts: Vec::new(),
            receiver: None,
            error: None,
        };
        builder.add_scope(ScopeKind::Module, None, None);
        builder.visit_body(&module.body);
        builder.error.map_or(Ok(builder.symbols), Err)
    }

    fn add_scope(&mut self, kind: ScopeKind, parent: Option<ScopeId>, class_name: Option<String>) -> ScopeId {
        let id = ScopeId(u32::try_from(self.symbols.scopes.len()).unwrap_or(u32::MAX));
        self.symbols.scopes.push(Scope {
            kind,
            parent,
            class_name,
            names: Vec::new(),
            symbols: FxHashMap::default(),
            cells: FxHashSet::default(),
            free: Vec::new(),
            blocks: Vec::new(),
            generator: false,
            awaits: false,
            annotations: false,
            declared: FxHashMap::default(),
            nonlocals: Vec::new(),
            self_attributes: Vec::new(),
        });
        id
    }

    /// Scans the inside of a scope and tells whether it awaits.
    fn inside(
        &mut self,
        kind: ScopeKind,
        key: NodeKey,
        class: Option<String>,
        scan: impl FnOnce(&mut Self),
    ) -> bool {
        let class_name = class.or_else(|| self.scope().class_name.clone());
        let outer = self.current;
        let id = self.add_scope(kind, Some(outer), class_name);
        self.symbols.by_node.insert(key, id);
        self.current = id;
        scan(self);
        self.current = outer;
        self.symbols.scope(id).awaits
    }

    fn scope(&mut self) -> &mut Scope {
        &mut self.symbols.scopes[self.current.0 as usize]
    }

    fn fail(&mut self, message: String, range: TextRange) {
        self.error.get_or_insert(Refusal::syntax(message, range));
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
        let mut seen = FxHashSet::default();
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        let all = positional
            .chain(&parameters.kwonlyargs)
            .map(|parameter| &parameter.parameter)
            .chain(parameters.vararg.as_deref())
            .chain(parameters.kwarg.as_deref());
        for parameter in all {
            let name = self.mangled(&parameter.name);
            if name == "__debug__" {
                self.fail("cannot assign to __debug__".into(), parameter.range);
            }
            if !seen.insert(name) {
                let message = format!("duplicate argument '{}' in function definition", parameter.name);
                self.fail(message, parameter.range);
            }
            self.note(&parameter.name, Role::Parameter);
        }
    }

    fn defaults(&mut self, parameters: &ast::Parameters) {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        for default in positional.chain(&parameters.kwonlyargs).filter_map(|parameter| parameter.default()) {
            self.visit_expr(default);
        }
    }

    /// Scans what sees the type parameters in a scope that has them.
    fn with_type_params(&mut self, params: Option<&ast::TypeParams>, scan: impl FnOnce(&mut Self)) {
        let Some(params) = params else { return scan(self) };
        let outer_parts = std::mem::take(&mut self.parts);
        self.inside(ScopeKind::TypeParams, (params.range, ScopeKey::TypeParams), None, |this| {
            let mut seen = FxHashSet::default();
            for param in &params.type_params {
                let name = param.name();
                if !seen.insert(name.id.as_str()) {
                    this.fail(format!("duplicate type parameter '{name}'"), name.range);
                }
                this.note(name, Role::Assigned);
                if let ast::TypeParam::TypeVar(ast::TypeParamTypeVar { bound: Some(bound), .. }) = param {
                    this.visit_expr(bound);
                }
                if let Some(default) = param.default() {
                    this.visit_expr(default);
                }
            }
            scan(this);
        });
        self.parts = outer_parts;
    }

    fn type_alias(&mut self, node: &ast::StmtTypeAlias) {
        self.visit_expr(&node.name);
        self.with_type_params(node.type_params.as_deref(), |this| {
            this.inside(ScopeKind::Lambda, (node.range, ScopeKey::Lambda), None, |this| {
                this.visit_expr(&node.value);
            });
        });
    }

    fn function(&mut self, node: &ast::StmtFunctionDef, key: NodeKey) {
        self.note(&node.name, Role::Assigned);
        for decorator in &node.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        let method = self.scope().kind == ScopeKind::Class;
        self.with_type_params(node.type_params.as_deref(), |this| this.function_inside(node, key, method));
    }

    fn function_inside(&mut self, node: &ast::StmtFunctionDef, key: NodeKey, method: bool) {
        self.defaults(&node.parameters);
        for parameter in node.parameters.iter() {
            if let Some(annotation) = parameter.annotation() {
                self.visit_expr(annotation);
            }
        }
        if let Some(returns) = &node.returns {
            self.visit_expr(returns);
        }
        let first = node.parameters.posonlyargs.first().or_else(|| node.parameters.args.first());
        let receiver = first.filter(|_| method).map(|parameter| parameter.parameter.name.to_string());
        let outer_receiver = std::mem::replace(&mut self.receiver, receiver);
        let outer_parts = std::mem::take(&mut self.parts);
        self.inside(ScopeKind::Function, key, None, |this| {
            this.parameters(&node.parameters);
            this.visit_body(&node.body);
        });
        self.parts = outer_parts;
        self.receiver = outer_receiver;
    }

    fn class(&mut self, node: &ast::StmtClassDef, key: NodeKey) {
        self.note(&node.name, Role::Assigned);
        for decorator in &node.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        self.with_type_params(node.type_params.as_deref(), |this| {
            if let Some(arguments) = &node.arguments {
                walk_arguments(this, arguments);
            }
            this.inside(ScopeKind::Class, key, Some(node.name.to_string()), |this| {
                this.visit_body(&node.body);
            });
        });
    }

    fn lambda(&mut self, node: &ast::ExprLambda, key: NodeKey) {
        if let Some(parameters) = &node.parameters {
            self.defaults(parameters);
        }
        let outer_parts = std::mem::take(&mut self.parts);
        self.inside(ScopeKind::Lambda, key, None, |this| {
            if let Some(parameters) = &node.parameters {
                this.parameters(parameters);
            }
            this.visit_expr(&node.body);
        });
        self.parts = outer_parts;
    }
}

impl<'a> Visit<'a> for Builder {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if self.error.is_some() {
            return;
        }
        match (statement, statement_key(statement)) {
            (Stmt::FunctionDef(node), Some(key)) => self.function(node, key),
            (Stmt::ClassDef(node), Some(key)) => self.class(node, key),
            (Stmt::TypeAlias(node), _) => self.type_alias(node),
            (Stmt::Global(node), _) => self.declare(&node.names, "global", node.range),
            (Stmt::Nonlocal(node), _) => self.declare(&node.names, "nonlocal", node.range),
            (Stmt::Import(node), _) => self.import_names(&node.names, true),
            (Stmt::ImportFrom(node), _) => self.import_names(&node.names, false),
            (Stmt::AnnAssign(node), _) => self.annotated(node),
            (Stmt::AugAssign(node), _) => {
                // `x += 1` both uses and binds `x`.
                if let Expr::Name(target) = &*node.target {
                    self.note(&target.id, Role::Used);
                }
                walk_stmt(self, statement);
            }
            (Stmt::Try(node), _) => {
                self.visit_body(&node.body);
                self.visit_body(&node.orelse);
                for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    if let Some(class) = &handler.type_ {
                        self.visit_expr(class);
                    }
                    if let Some(name) = &handler.name {
                        self.target_name(name, name.range);
                    }
                    self.visit_body(&handler.body);
                }
                self.visit_body(&node.finalbody);
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_pattern(&mut self, pattern: &'a ast::Pattern) {
        walk_pattern(self, pattern);
        let captured = match pattern {
            ast::Pattern::MatchAs(node) => &node.name,
            ast::Pattern::MatchStar(node) => &node.name,
            ast::Pattern::MatchMapping(node) => &node.rest,
            _ => &None,
        };
        if let Some(name) = captured {
            self.target_name(name, name.range);
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if self.error.is_some() {
            return;
        }
        match (expression, expression_key(expression)) {
            (Expr::Name(node), _) => self.name(node),
            (Expr::Named(node), _) => self.named(node),
            (Expr::Lambda(node), Some(key)) => self.lambda(node, key),
            (_, Some(key)) => self.comprehension(expression, key),
            (Expr::Yield(_) | Expr::YieldFrom(_), _) => {
                self.yields(expression.range());
                walk_expr(self, expression);
            }
            (Expr::Await(_), _) => {
                self.scope().awaits = true;
                walk_expr(self, expression);
            }
            (Expr::Attribute(node), _) => {
                self.self_attribute(node);
                walk_expr(self, expression);
            }
            _ => walk_expr(self, expression),
        }
    }
}
