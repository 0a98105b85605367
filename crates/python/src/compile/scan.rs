//! The first pass of the symbol table: what each scope binds, uses and declares.
//!
//! Statements and expressions that matter are handled here, ruff's walker takes the rest. Knows nothing of
//! how names are resolved: see `symtable`.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{self as ast, Expr, ExprContext, Stmt};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::{FxHashMap, FxHashSet};

use super::symtable::{
    NodeKey, Scope, ScopeId, ScopeKey, ScopeKind, Symbol, Symbols, expression_key, mangle, statement_key,
};
use crate::syntax::Refusal;

/// What a name does at one place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Parameter,
    Assigned,
    Used,
}

/// Which part of a comprehension is being scanned, for the rules of `:=`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Target,
    Iterable,
    Rest,
}

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

    fn symbol(&mut self, id: ScopeId, name: &str) -> &mut Symbol {
        let scope = &mut self.symbols.scopes[id.0 as usize];
        if !scope.symbols.contains_key(name) {
            scope.names.push(name.to_owned());
        }
        scope.symbols.entry(name.to_owned()).or_default()
    }

    fn mangled(&mut self, name: &str) -> String {
        mangle(self.scope().class_name.as_deref(), name).unwrap_or_else(|| name.to_owned())
    }

    fn note(&mut self, name: &str, role: Role) {
        let name = self.mangled(name);
        let id = self.current;
        let symbol = self.symbol(id, &name);
        match role {
            Role::Parameter => symbol.parameter = true,
            Role::Assigned => symbol.assigned = true,
            Role::Used => symbol.used = true,
        }
    }

    fn name(&mut self, node: &ast::ExprName) {
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
    fn target_name(&mut self, name: &str, range: TextRange) {
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

    fn in_comprehension(&mut self) -> bool {
        matches!(self.scope().kind, ScopeKind::Comprehension | ScopeKind::Generator)
    }

    /// `target := value`: in a comprehension it binds in the function around it.
    fn named(&mut self, node: &ast::ExprNamed) {
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
                this.visit_arguments(arguments);
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

    fn part(&mut self, part: Part, expression: &Expr) {
        self.parts.push(part);
        Visitor::visit_expr(self, expression);
        self.parts.pop();
    }

    fn comprehension(&mut self, expression: &Expr, key: NodeKey) {
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

    fn yields(&mut self, range: TextRange) {
        match self.scope().kind {
            ScopeKind::Comprehension => self.fail("'yield' inside list comprehension".into(), range),
            ScopeKind::Generator => self.fail("'yield' inside generator expression".into(), range),
            _ => self.scope().generator = true,
        }
    }

    /// `global` and `nonlocal`.
    fn declare(&mut self, names: &[ast::Identifier], word: &str, range: TextRange) {
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

    fn import_names(&mut self, aliases: &[ast::Alias], whole_modules: bool) {
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

    fn annotated(&mut self, node: &ast::StmtAnnAssign) {
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
    fn self_attribute(&mut self, node: &ast::ExprAttribute) {
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

impl<'a> Visitor<'a> for Builder {
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
