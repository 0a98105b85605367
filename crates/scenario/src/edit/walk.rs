//! The walk that collects [`Facts`]: follows Python's scopes and binding forms, in one pass.

use loopscope_visit::{Visit, walk_arguments, walk_expr, walk_parameters, walk_stmt};
use ruff_python_ast::{
    Comprehension, ExceptHandler, Expr, ExprCall, Parameters, Stmt, StmtClassDef, StmtFunctionDef,
};
use rustc_hash::FxHashSet;

use super::aliases;
use super::facts::{
    Call, Callable, Facts, MODULE, Place, Scope, ScopeId, ScopeKind, Signature, Slot, Source, Step, last_name,
};

impl<'a> Facts<'a> {
    /// Walks over a module.
    pub(super) fn collect(suite: &'a [Stmt]) -> Self {
        let mut walk =
            Walk { facts: Facts::default(), scope: MODULE, function: None, class: None, bound: Vec::new() };
        walk.open(ScopeKind::Module, suite);
        walk.visit_body(suite);
        let Walk { mut facts, bound, .. } = walk;
        // Only now is it known which scope owns which name.
        for (scope, name, source) in bound {
            let owner = facts.resolve(scope, name).unwrap_or(MODULE);
            facts.sources.entry(Place::Name(owner, name)).or_default().push(source);
        }
        for index in 0..facts.calls.len() {
            let call = facts.calls[index];
            if let Some(callable) = facts.callable(call.func, call.scope) {
                facts.calls_of.entry(callable).or_default().push(index);
            }
        }
        aliases::collect(&mut facts);
        facts
    }
}

struct Walk<'a> {
    facts: Facts<'a>,
    scope: ScopeId,
    /// What the function around is called by.
    function: Option<Callable<'a>>,
    /// The class right around, and the scope it is defined in.
    class: Option<(&'a StmtClassDef, ScopeId)>,
    bound: Vec<(ScopeId, &'a str, Source<'a>)>,
}

impl<'a> Walk<'a> {
    fn open(&mut self, kind: ScopeKind, body: &'a [Stmt]) -> ScopeId {
        self.facts.scopes.push(Scope {
            kind,
            parent: self.scope,
            names: FxHashSet::default(),
            globals: FxHashSet::default(),
            nonlocals: FxHashSet::default(),
            body,
        });
        self.facts.scopes.len() - 1
    }

    /// Makes `name` one of the current scope's.
    fn name(&mut self, name: &'a str) {
        let scope = self.scope;
        self.facts.scopes[scope].names.insert(name);
    }

    fn bind(&mut self, name: &'a str, source: Source<'a>) {
        self.name(name);
        self.bound.push((self.scope, name, source));
        let in_class = self.facts.scopes[self.scope].kind == ScopeKind::Class;
        if in_class {
            self.facts.sources.entry(Place::Attribute(name)).or_default().push(source);
        }
    }

    /// Binds a target to an expression, seen through the steps `into` it.
    fn assign(
        &mut self,
        target: &'a Expr,
        expr: &'a Expr,
        scope: ScopeId,
        into: [Option<Step<'a>>; 2],
        computed: bool,
    ) {
        let source = Source::Value { expr, scope, into, computed };
        match target {
            Expr::Name(name) => self.bind(name.id.as_str(), source),
            Expr::Attribute(attribute) => {
                self.facts.sources.entry(Place::Attribute(attribute.attr.as_str())).or_default().push(source);
            }
            Expr::Subscript(subscript) if into == [None, None] => self.put_into(&subscript.value, expr),
            // Which items a starred name gets is not followed.
            Expr::Starred(_) => self.bind_names(target),
            Expr::Tuple(_) | Expr::List(_) => {
                let elements = match target {
                    Expr::Tuple(tuple) => &tuple.elts,
                    Expr::List(list) => &list.elts,
                    _ => return,
                };
                for (index, element) in elements.iter().enumerate() {
                    // Two steps are enough for `for name, delay in pairs`; deeper patterns only bind their names.
                    let deeper = match into {
                        [None, _] => [Some(Step::Index(index)), None],
                        [first, None] => [first, Some(Step::Index(index))],
                        _ => [None, None],
                    };
                    if deeper == [None, None] {
                        self.bind_names(element);
                    } else {
                        self.assign(element, expr, scope, deeper, computed);
                    }
                }
            }
            _ => {}
        }
    }

    /// Makes the names in a target known, without a value.
    fn bind_names(&mut self, target: &'a Expr) {
        match target {
            Expr::Name(name) => self.name(name.id.as_str()),
            Expr::Starred(starred) => self.bind_names(&starred.value),
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.bind_names(element)),
            Expr::List(list) => list.elts.iter().for_each(|element| self.bind_names(element)),
            _ => {}
        }
    }

    /// `container` gets `item` as one of its items.
    fn put_into(&mut self, container: &'a Expr, item: &'a Expr) {
        let source = Source::Item { expr: item, scope: self.scope };
        match container {
            // Not a binding: the name belongs to whatever scope has it.
            Expr::Name(name) => self.bound.push((self.scope, name.id.as_str(), source)),
            Expr::Attribute(attribute) => {
                self.facts.sources.entry(Place::Attribute(attribute.attr.as_str())).or_default().push(source);
            }
            _ => {}
        }
    }

    /// Writes down that the parameters get what the callers of `callable` pass, after `skip` bound ones (`self`).
    fn parameters(&mut self, callable: Callable<'a>, parameters: &'a Parameters, skip: usize) {
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        for (index, parameter) in positional.enumerate() {
            let name = parameter.parameter.name.as_str();
            self.name(name);
            if let Some(position) = index.checked_sub(skip) {
                let passed = Source::Passed(callable, Slot::Position(position));
                self.bound.push((self.scope, name, passed));
            }
            self.bound.push((self.scope, name, Source::Passed(callable, Slot::Keyword(name))));
        }
        for parameter in &parameters.kwonlyargs {
            let name = parameter.parameter.name.as_str();
            self.name(name);
            self.bound.push((self.scope, name, Source::Passed(callable, Slot::Keyword(name))));
        }
        if let Some(rest) = &parameters.vararg {
            let from = (parameters.posonlyargs.len() + parameters.args.len()).saturating_sub(skip);
            self.name(rest.name.as_str());
            self.bound.push((self.scope, rest.name.as_str(), Source::PassedFrom(callable, from)));
        }
        if let Some(rest) = &parameters.kwarg {
            self.name(rest.name.as_str());
            self.bound.push((self.scope, rest.name.as_str(), Source::PassedKeywords(callable)));
        }
    }

    fn defaults(&mut self, parameters: &'a Parameters, function: &'a str, outer: ScopeId) {
        for parameter in parameters.iter_non_variadic_params() {
            if let Some(default) = parameter.default.as_deref() {
                let source = Source::Default { expr: default, scope: outer, function };
                self.bound.push((self.scope, parameter.parameter.name.as_str(), source));
            }
        }
    }

    fn signature(
        &mut self,
        callable: Callable<'a>,
        parameters: Option<&'a Parameters>,
        skip: usize,
        is_async: bool,
    ) {
        let positional = parameters.map_or_else(Vec::new, |parameters| {
            let all = parameters.posonlyargs.iter().chain(&parameters.args);
            all.map(|parameter| parameter.parameter.name.as_str()).skip(skip).collect()
        });
        // Of several functions with one name the first describes it; a label needs no more.
        self.facts.parameters.entry(callable).or_insert(Signature { positional, is_async });
    }

    fn function(&mut self, function: &'a StmtFunctionDef) {
        let outer = self.scope;
        let name = function.name.as_str();
        self.name(name);
        for decorator in &function.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        walk_parameters(self, &function.parameters);
        let class = self.class.take();
        let method = self.facts.scopes[outer].kind == ScopeKind::Class;
        let is_static = function
            .decorator_list
            .iter()
            .any(|decorator| matches!(&decorator.expression, Expr::Name(name) if name.id.as_str() == "staticmethod"));
        let skip = usize::from(method && !is_static);
        let callable = if method { Callable::Method(name) } else { Callable::Name(outer, name) };
        self.signature(callable, Some(&function.parameters), skip, function.is_async);

        self.scope = self.open(ScopeKind::Function, &function.body);
        self.parameters(callable, &function.parameters, skip);
        self.defaults(&function.parameters, name, outer);
        if let Some((class, class_outer)) = class.filter(|_| method && name == "__init__") {
            // Calling the class calls this.
            let constructor = Callable::Name(class_outer, class.name.as_str());
            self.parameters(constructor, &function.parameters, skip);
            self.signature(constructor, Some(&function.parameters), skip, false);
        }
        let function_outer = self.function.replace(callable);
        self.visit_body(&function.body);
        self.function = function_outer;
        self.scope = outer;
        self.class = class;
    }

    fn class(&mut self, class: &'a StmtClassDef) {
        let outer = self.scope;
        self.name(class.name.as_str());
        for decorator in &class.decorator_list {
            self.visit_expr(&decorator.expression);
        }
        if let Some(arguments) = &class.arguments {
            walk_arguments(self, arguments);
        }
        if class.decorator_list.iter().any(|decorator| is_dataclass(&decorator.expression)) {
            self.dataclass(class, outer);
        }
        self.scope = self.open(ScopeKind::Class, &[]);
        let class_outer = self.class.replace((class, outer));
        let function_outer = self.function.take();
        self.visit_body(&class.body);
        self.function = function_outer;
        self.class = class_outer;
        self.scope = outer;
    }

    /// The fields of a dataclass are the parameters of its constructor, in order.
    fn dataclass(&mut self, class: &'a StmtClassDef, outer: ScopeId) {
        let constructor = Callable::Name(outer, class.name.as_str());
        let fields: Vec<&str> = class.body.iter().filter_map(field_name).collect();
        for (index, field) in fields.iter().enumerate() {
            let sources = self.facts.sources.entry(Place::Attribute(field)).or_default();
            sources.push(Source::Passed(constructor, Slot::Position(index)));
            sources.push(Source::Passed(constructor, Slot::Keyword(field)));
        }
        self.facts.parameters.entry(constructor).or_insert(Signature { positional: fields, is_async: false });
    }

    fn comprehension(&mut self, expr: &'a Expr, generators: &'a [Comprehension], results: &[&'a Expr]) {
        let outer = self.scope;
        self.scope = self.open(ScopeKind::Comprehension, &[]);
        self.facts.nested.insert(std::ptr::from_ref(expr), self.scope);
        for (index, generator) in generators.iter().enumerate() {
            let inner = self.scope;
            // Only the first iterable is evaluated outside.
            let iterated_in = if index == 0 { outer } else { inner };
            self.scope = iterated_in;
            self.visit_expr(&generator.iter);
            self.scope = inner;
            self.assign(&generator.target, &generator.iter, iterated_in, [Some(Step::Iterate), None], false);
            for condition in &generator.ifs {
                self.visit_expr(condition);
            }
        }
        for result in results {
            self.visit_expr(result);
        }
        self.scope = outer;
    }

    /// Calls that call one of their arguments.
    fn indirect(&mut self, call: &'a ExprCall) {
        let name = match &*call.func {
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            Expr::Name(name) => name.id.as_str(),
            _ => return,
        };
        let at = match name {
            "to_thread" | "call_soon" | "call_soon_threadsafe" | "partial" | "map" => 0,
            "call_later" | "call_at" | "run_in_executor" => 1,
            _ => return,
        };
        if let Some(func @ (Expr::Name(_) | Expr::Attribute(_))) = call.arguments.args.get(at) {
            self.facts.calls.push(Call {
                func,
                args: &call.arguments.args[at + 1..],
                keywords: &call.arguments.keywords,
                whole: call,
                scope: self.scope,
                each: name == "map",
            });
        }
    }

    fn assignment(&mut self, targets: &'a [Expr], value: &'a Expr) {
        for target in targets {
            self.assign(target, value, self.scope, [None, None], false);
        }
        if let ([name @ Expr::Name(_)], Expr::Lambda(lambda)) = (targets, value) {
            let Expr::Name(name) = name else { return };
            let callable = Callable::Name(self.scope, name.id.as_str());
            let inner = self.facts.nested.get(&std::ptr::from_ref(value)).copied();
            if let (Some(parameters), Some(inner)) = (lambda.parameters.as_deref(), inner) {
                let outer = std::mem::replace(&mut self.scope, inner);
                self.parameters(callable, parameters, 0);
                self.scope = outer;
                self.signature(callable, Some(parameters), 0, false);
            }
        }
        if let ([target @ (Expr::Tuple(_) | Expr::List(_))], Expr::Await(awaited)) = (targets, value)
            && let Expr::Call(call) = &*awaited.value
        {
            self.facts.results.insert(std::ptr::from_ref(call), target);
        }
    }
}

impl<'a> Visit<'a> for Walk<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        self.facts.bodies.push((body, self.scope));
        for stmt in body {
            self.visit_stmt(stmt);
        }
    }

    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(except) = handler;
        if let Some(name) = &except.name {
            self.name(name.as_str());
        }
        if let Some(kind) = &except.type_ {
            self.visit_expr(kind);
        }
        self.visit_body(&except.body);
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(function) => return self.function(function),
            Stmt::ClassDef(class) => return self.class(class),
            _ => walk_stmt(self, stmt),
        }
        match stmt {
            Stmt::Assign(assign) => self.assignment(&assign.targets, &assign.value),
            Stmt::AnnAssign(assign) => match assign.value.as_deref() {
                Some(value) => self.assignment(std::slice::from_ref(&*assign.target), value),
                None => self.bind_names(&assign.target),
            },
            Stmt::AugAssign(assign) => {
                self.assign(&assign.target, &assign.value, self.scope, [None, None], true);
            }
            Stmt::For(each) => {
                self.assign(&each.target, &each.iter, self.scope, [Some(Step::Iterate), None], false);
            }
            Stmt::With(with) => {
                for item in &with.items {
                    let Some(target) = item.optional_vars.as_deref() else { continue };
                    self.bind_names(target);
                    if let (Expr::Name(name), Expr::Call(call)) = (target, &item.context_expr)
                        && last_name(&call.func) == Some("TaskGroup")
                    {
                        self.facts.groups.insert((self.scope, name.id.as_str()));
                    }
                }
            }
            Stmt::Import(import) => {
                for alias in &import.names {
                    // `import a.b` binds `a`.
                    let (name, path) = match &alias.asname {
                        Some(name) => (name.as_str(), alias.name.as_str()),
                        None => {
                            let first = alias.name.split('.').next().unwrap_or("");
                            (first, first)
                        }
                    };
                    self.name(name);
                    self.facts.imports.insert((self.scope, name), path.to_owned());
                }
            }
            Stmt::ImportFrom(import) => {
                let Some(module) = import.module.as_ref().filter(|_| import.level == 0) else { return };
                for alias in &import.names {
                    if alias.name.as_str() == "*" {
                        self.facts.stars.push(module.as_str());
                        continue;
                    }
                    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                    self.name(name);
                    self.facts.imports.insert((self.scope, name), format!("{module}.{}", alias.name));
                }
            }
            Stmt::Global(global) => {
                let names = global.names.iter().map(|name| name.as_str());
                self.facts.scopes[self.scope].globals.extend(names);
            }
            Stmt::Nonlocal(nonlocal) => {
                let names = nonlocal.names.iter().map(|name| name.as_str());
                self.facts.scopes[self.scope].nonlocals.extend(names);
            }
            Stmt::Return(returned) => {
                if let (Some(expr), Some(function)) = (returned.value.as_deref(), self.function) {
                    let source =
                        Source::Value { expr, scope: self.scope, into: [None, None], computed: false };
                    self.facts.sources.entry(Place::Return(function)).or_default().push(source);
                }
            }
            _ => {}
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::ListComp(comp) => return self.comprehension(expr, &comp.generators, &[&comp.elt]),
            Expr::SetComp(comp) => return self.comprehension(expr, &comp.generators, &[&comp.elt]),
            Expr::Generator(comp) => return self.comprehension(expr, &comp.generators, &[&comp.elt]),
            Expr::DictComp(comp) => {
                let results: Vec<&Expr> = comp.key.iter().chain([&comp.value]).map(|expr| &**expr).collect();
                return self.comprehension(expr, &comp.generators, &results);
            }
            Expr::Lambda(lambda) => {
                let outer = self.scope;
                if let Some(parameters) = lambda.parameters.as_deref() {
                    walk_parameters(self, parameters);
                }
                self.scope = self.open(ScopeKind::Function, &[]);
                self.facts.nested.insert(std::ptr::from_ref(expr), self.scope);
                if let Some(parameters) = lambda.parameters.as_deref() {
                    for parameter in parameters.iter() {
                        self.name(parameter.name().as_str());
                    }
                    self.defaults(parameters, "lambda", outer);
                }
                self.visit_expr(&lambda.body);
                self.scope = outer;
                return;
            }
            _ => walk_expr(self, expr),
        }
        match expr {
            Expr::Named(named) => self.assign(&named.target, &named.value, self.scope, [None, None], false),
            Expr::Call(call) => {
                self.facts.calls.push(Call {
                    func: &call.func,
                    args: &call.arguments.args,
                    keywords: &call.arguments.keywords,
                    whole: call,
                    scope: self.scope,
                    each: false,
                });
                self.indirect(call);
                if let (Expr::Attribute(method), [item]) = (&*call.func, &*call.arguments.args)
                    && matches!(method.attr.as_str(), "append" | "add" | "appendleft" | "put" | "put_nowait")
                {
                    self.put_into(&method.value, item);
                }
            }
            Expr::Yield(yielded) => {
                if let (Some(expr), Some(function)) = (yielded.value.as_deref(), self.function) {
                    let source = Source::Item { expr, scope: self.scope };
                    self.facts.sources.entry(Place::Return(function)).or_default().push(source);
                }
            }
            Expr::List(_) | Expr::Tuple(_) | Expr::Set(_) => self.facts.sequences.push((expr, self.scope)),
            _ => {}
        }
    }
}

fn is_dataclass(decorator: &Expr) -> bool {
    match decorator {
        Expr::Call(call) => is_dataclass(&call.func),
        other => last_name(other) == Some("dataclass"),
    }
}

fn field_name(stmt: &Stmt) -> Option<&str> {
    match stmt {
        Stmt::AnnAssign(assign) => assign.target.as_name_expr().map(|name| name.id.as_str()),
        _ => None,
    }
}
