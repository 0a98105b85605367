//! What statements and functions touch beyond their own variables.

use loopscope_visit::{Visit, walk_body, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprContext, Stmt, StmtFunctionDef};
use rustc_hash::{FxHashMap, FxHashSet};

use super::tree;

/// Functions that read nothing that changes and change nothing that others read.
const HARMLESS: [&str; 25] = [
    "print",
    "len",
    "round",
    "str",
    "int",
    "float",
    "repr",
    "sum",
    "min",
    "max",
    "sorted",
    "list",
    "tuple",
    "dict",
    "set",
    "range",
    "enumerate",
    "zip",
    "time",
    "perf_counter",
    "monotonic",
    "strftime",
    "format",
    "join",
    "abs",
];

/// The names that a piece of text reads, and those that it binds; whether it calls what may have an effect, or may leave
/// its place.
#[derive(Default)]
pub(super) struct Uses<'a> {
    pub(super) reads: FxHashSet<&'a str>,
    pub(super) binds: FxHashSet<&'a str>,
    pub(super) calls: bool,
    pub(super) leaves: bool,
    pub(super) awaits: bool,
}

impl<'a> Uses<'a> {
    pub(super) fn of_stmt(stmt: &'a Stmt) -> Uses<'a> {
        let mut uses = Uses::default();
        uses.visit_stmt(stmt);
        uses
    }

    pub(super) fn of_expr(expr: &'a Expr) -> Uses<'a> {
        let mut uses = Uses::default();
        uses.visit_expr(expr);
        uses
    }
}

impl<'a> Visit<'a> for Uses<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AnnAssign(_) | Stmt::Pass(_) => {}
            Stmt::AugAssign(node) => {
                if let Expr::Name(name) = &*node.target {
                    self.reads.insert(name.id.as_str());
                }
            }
            _ => self.leaves = true,
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(node) => {
                match node.ctx {
                    ExprContext::Load => self.reads.insert(node.id.as_str()),
                    _ => self.binds.insert(node.id.as_str()),
                };
            }
            Expr::Attribute(node) if !matches!(node.ctx, ExprContext::Load) => self.calls = true,
            Expr::Subscript(node) if !matches!(node.ctx, ExprContext::Load) => self.calls = true,
            Expr::Call(node) => {
                let name = match &*node.func {
                    Expr::Name(name) => name.id.as_str(),
                    Expr::Attribute(attribute) => attribute.attr.as_str(),
                    _ => "",
                };
                self.calls |= !HARMLESS.contains(&name);
            }
            Expr::Await(_) => self.awaits = true,
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// What the file defines, by name.
pub(super) struct File<'a> {
    /// Functions and methods of a name.
    functions: FxHashMap<&'a str, Vec<&'a StmtFunctionDef>>,
    /// Names bound on the module's level to nothing but plain constants.
    constants: FxHashSet<&'a str>,
    /// Names that are imported, or are functions or classes.
    fixed: FxHashSet<&'a str>,
}

impl<'a> File<'a> {
    pub(super) fn of(suite: &'a [Stmt]) -> File<'a> {
        let mut functions: FxHashMap<&str, Vec<&StmtFunctionDef>> = FxHashMap::default();
        for function in tree::functions(suite) {
            functions.entry(function.name.as_str()).or_default().push(function);
        }
        let mut names = Names::default();
        walk_body(&mut names, suite);
        let constants = names.plain.difference(&names.other).copied().collect();
        let mut fixed = names.imported;
        fixed.extend(functions.keys().copied());
        fixed.extend(names.classes);
        let other = names.other;
        fixed.retain(|name| !other.contains(name));
        File { functions, constants, fixed }
    }

    /// Whether a name always stands for the same thing, which does not change.
    pub(super) fn unchanging(&self, name: &str) -> bool {
        self.fixed.contains(name) || self.constants.contains(name)
    }

    pub(super) fn defines(&self, function: &str) -> bool {
        self.functions.contains_key(function)
    }

    /// The names beyond its own variables that a function of this name uses, with all that it calls of this file, as far
    /// as they can change; None if it asks for input, which has an order, or measures time.
    pub(super) fn touches(&self, function: &str) -> Option<FxHashSet<&'a str>> {
        let mut touched: FxHashSet<&'a str> = FxHashSet::default();
        let mut seen: FxHashSet<&str> = FxHashSet::default();
        let mut open: Vec<&str> = vec![function];
        while let Some(name) = open.pop() {
            if !seen.insert(name) {
                continue;
            }
            for function in self.functions.get(name).into_iter().flatten() {
                let mut body = Body::default();
                walk_body(&mut body, &function.body);
                if body.calls.contains("input") || body.clocks >= 2 {
                    return None;
                }
                let parameters = function.parameters.iter().map(|parameter| parameter.name().as_str());
                let mut own: FxHashSet<&str> = parameters.collect();
                own.extend(body.binds.difference(&body.outer));
                touched.extend(body.outer.iter());
                let free = body.reads.iter().filter(|name| !own.contains(*name));
                touched.extend(free.filter(|name| !self.unchanging(name) && !is_builtin(name)));
                open.extend(body.calls);
            }
        }
        Some(touched)
    }
}

/// A builtin that a program is not likely to have bound itself.
fn is_builtin(name: &str) -> bool {
    HARMLESS.contains(&name)
        || matches!(
            name,
            "Exception"
                | "ValueError"
                | "RuntimeError"
                | "TimeoutError"
                | "KeyError"
                | "OSError"
                | "isinstance"
                | "any"
                | "all"
                | "map"
                | "filter"
                | "reversed"
                | "divmod"
                | "bool"
                | "type"
                | "getattr"
                | "hash"
                | "id"
                | "object"
                | "super"
                | "iter"
                | "next"
                | "ConnectionError"
                | "TypeError"
                | "__name__"
        )
}

/// The names that are bound anywhere in a file: to constants, to anything else, by import.
#[derive(Default)]
struct Names<'a> {
    plain: FxHashSet<&'a str>,
    other: FxHashSet<&'a str>,
    imported: FxHashSet<&'a str>,
    classes: FxHashSet<&'a str>,
}

impl<'a> Visit<'a> for Names<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Assign(node) if is_plain(&node.value) => {
                for target in &node.targets {
                    match target {
                        Expr::Name(name) => {
                            self.plain.insert(name.id.as_str());
                        }
                        target => self.visit_expr(target),
                    }
                }
                return;
            }
            Stmt::Import(node) => self.imported.extend(node.names.iter().map(bound)),
            Stmt::ImportFrom(node) => self.imported.extend(node.names.iter().map(bound)),
            Stmt::ClassDef(node) => {
                self.classes.insert(node.name.as_str());
            }
            Stmt::FunctionDef(node) => {
                self.other.extend(node.parameters.iter().map(|parameter| parameter.name().as_str()));
            }
            Stmt::Global(node) => self.other.extend(node.names.iter().map(|name| name.as_str())),
            Stmt::Nonlocal(node) => self.other.extend(node.names.iter().map(|name| name.as_str())),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(node) = expr
            && !matches!(node.ctx, ExprContext::Load)
        {
            self.other.insert(node.id.as_str());
        }
        walk_expr(self, expr);
    }
}

fn bound(alias: &ruff_python_ast::Alias) -> &str {
    let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
    name.split('.').next().unwrap_or(name)
}

/// A number, a text, a truth value, None.
pub(super) fn is_plain(expr: &Expr) -> bool {
    match expr {
        Expr::NumberLiteral(_)
        | Expr::StringLiteral(_)
        | Expr::BytesLiteral(_)
        | Expr::BooleanLiteral(_)
        | Expr::NoneLiteral(_) => true,
        Expr::UnaryOp(node) => is_plain(&node.operand),
        Expr::BinOp(node) => is_plain(&node.left) && is_plain(&node.right),
        Expr::Tuple(node) => node.elts.iter().all(is_plain),
        // The time is another one each time, and nobody changes it.
        Expr::Call(node) => {
            let name = match &*node.func {
                Expr::Name(name) => name.id.as_str(),
                Expr::Attribute(attribute) => attribute.attr.as_str(),
                _ => "",
            };
            node.arguments.is_empty() && matches!(name, "time" | "perf_counter" | "monotonic")
        }
        _ => false,
    }
}

/// What a function's body reads, binds, declares and calls, nested functions included.
#[derive(Default)]
struct Body<'a> {
    reads: FxHashSet<&'a str>,
    binds: FxHashSet<&'a str>,
    outer: FxHashSet<&'a str>,
    calls: FxHashSet<&'a str>,
    /// How often it looks at a clock.
    clocks: usize,
}

impl<'a> Visit<'a> for Body<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::Global(node) => self.outer.extend(node.names.iter().map(|name| name.as_str())),
            Stmt::Nonlocal(node) => self.outer.extend(node.names.iter().map(|name| name.as_str())),
            Stmt::FunctionDef(node) => {
                self.binds.insert(node.name.as_str());
                self.binds.extend(node.parameters.iter().map(|parameter| parameter.name().as_str()));
            }
            Stmt::Import(node) => self.binds.extend(node.names.iter().map(bound)),
            Stmt::ImportFrom(node) => self.binds.extend(node.names.iter().map(bound)),
            Stmt::Try(node) => {
                for ruff_python_ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                    self.binds.extend(handler.name.iter().map(|name| name.as_str()));
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(node) => {
                match node.ctx {
                    ExprContext::Load => self.reads.insert(node.id.as_str()),
                    _ => self.binds.insert(node.id.as_str()),
                };
            }
            Expr::Call(node) => {
                let name = match &*node.func {
                    Expr::Name(name) => name.id.as_str(),
                    Expr::Attribute(attribute) => attribute.attr.as_str(),
                    _ => "",
                };
                self.clocks += usize::from(matches!(name, "time" | "perf_counter" | "monotonic"));
                self.calls.insert(name);
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
