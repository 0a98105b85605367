//! Repairs of a program at places that a run pointed out: a blocking sleep, awaits that could overlap, a forgotten
//! await.
//!
//! ```text
//! source + Wish ─> the tree at its places ─> TextChange list ─ checked: it parses ─> offered
//! ```
//!
//! A repair is the smallest change of the text that a person would make; what it does not concern stays as it was typed,
//! comments included. Where it is not sure, there is none. Whether the repaired program does what is claimed, its run tells.

mod diff;
mod together;

use loopscope_visit::{Visit, walk_stmt};
use ruff_python_ast::{Expr, Stmt};

use crate::edit::{TextChange, checked, parse};
use crate::reading::Node;
use crate::reading::{Place, innermost_function, offset, path_to, span};

pub use diff::{Line, lines};

/// What shall be repaired. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// `time.sleep` here becomes an awaited `asyncio.sleep`.
    Unblock(Place),
    /// The awaits here become one `gather`.
    Together(Vec<Place>),
    /// The call here is awaited.
    Await(Place),
}

/// The changes that fulfil a wish; None if there are none that are sure.
#[must_use]
pub fn fix(source: &str, wish: &Wish) -> Option<Vec<TextChange>> {
    let parsed = parse(source).ok()?;
    let suite = parsed.suite();
    let changes = match wish {
        Wish::Unblock(place) => unblock(source, suite, offset(source, *place)?)?,
        Wish::Await(place) => awaited(suite, source, offset(source, *place)?)?,
        Wish::Together(places) => {
            let offsets: Option<Vec<usize>> = places.iter().map(|place| offset(source, *place)).collect();
            let mut changes = together::together(source, suite, &offsets?, &asyncio(suite).0)?;
            changes.extend(import(source, suite));
            changes
        }
    };
    checked(source, changes).ok().filter(|changes| !changes.is_empty())
}

fn unblock(source: &str, suite: &[Stmt], at: usize) -> Option<Vec<TextChange>> {
    let path = path_to(suite, at);
    // In a lambda or a plain function there is nothing to await with.
    let function = innermost_function(&path).filter(|function| function.is_async)?;
    let plain = path.iter().skip_while(|node| !is_function(node, span(function).start));
    if plain.clone().any(|node| matches!(node, Node::Expr(Expr::Lambda(_) | Expr::Generator(_)))) {
        return None;
    }
    let depth = path.iter().rposition(|node| match node {
        Node::Expr(Expr::Call(call)) => span(call).start == at && is_time_sleep(&call.func, suite),
        _ => false,
    })?;
    let Node::Expr(Expr::Call(call)) = path[depth] else { return None };
    let alone = matches!(path[depth - 1], Node::Stmt(Stmt::Expr(_)));
    let (module, _) = asyncio(suite);
    let (open, close) = if alone { ("", "") } else { ("(", ")") };
    let mut changes = vec![replace(span(&*call.func), format!("{open}await {module}.sleep"))];
    if !close.is_empty() {
        changes.push(replace(span(call).end..span(call).end, close.to_owned()));
    }
    changes.extend(import(source, suite));
    Some(changes)
}

fn awaited(suite: &[Stmt], source: &str, at: usize) -> Option<Vec<TextChange>> {
    let path = path_to(suite, at);
    let depth = path
        .iter()
        .rposition(|node| matches!(node, Node::Expr(Expr::Call(call)) if span(call).start == at))?;
    let Node::Expr(call) = path[depth] else { return None };
    let range = span(call);
    let in_lambda = path.iter().any(|node| matches!(node, Node::Expr(Expr::Lambda(_))));
    let start = |text: &str| replace(range.start..range.start, text.to_owned());
    let end = |text: &str| replace(range.end..range.end, text.to_owned());
    match innermost_function(&path) {
        _ if in_lambda => None,
        Some(function) if function.is_async => {
            // `await` binds less tightly than what may follow.
            let tight = match depth.checked_sub(1).and_then(|above| path.get(above)) {
                Some(Node::Expr(Expr::Attribute(_) | Expr::Subscript(_) | Expr::Await(_))) => true,
                Some(Node::Expr(Expr::Call(outer))) => span(&*outer.func) == range,
                Some(Node::Expr(Expr::BinOp(outer))) => outer.op == ruff_python_ast::Operator::Pow,
                _ => false,
            };
            Some(if tight { vec![start("(await "), end(")")] } else { vec![start("await ")] })
        }
        Some(_) => None,
        // At the module's level a coroutine needs a loop.
        None => {
            let (module, _) = asyncio(suite);
            let mut changes = vec![start(&format!("{module}.run(")), end(")")];
            changes.extend(import(source, suite));
            Some(changes)
        }
    }
}

fn is_function(node: &Node<'_>, start: usize) -> bool {
    matches!(node, Node::Stmt(Stmt::FunctionDef(function)) if span(function).start == start)
}

/// The imports of the module's level and below, in the order of the text.
struct Imports<'a>(Vec<&'a Stmt>);

impl<'a> Visit<'a> for Imports<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        if matches!(stmt, Stmt::Import(_) | Stmt::ImportFrom(_)) {
            self.0.push(stmt);
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// Whether `func` is `time.sleep`, under whatever name it was imported.
fn is_time_sleep(func: &Expr, suite: &[Stmt]) -> bool {
    let mut imports = Imports(Vec::new());
    suite.iter().for_each(|stmt| imports.visit_stmt(stmt));
    let named = |alias: &ruff_python_ast::Alias, module: &str, used: &str| {
        alias.name.as_str() == module && alias.asname.as_ref().unwrap_or(&alias.name).as_str() == used
    };
    match func {
        Expr::Attribute(attribute) if attribute.attr.as_str() == "sleep" => match &*attribute.value {
            Expr::Name(module) => imports.0.iter().any(|stmt| match stmt {
                Stmt::Import(node) => node.names.iter().any(|alias| named(alias, "time", module.id.as_str())),
                _ => false,
            }),
            _ => false,
        },
        Expr::Name(name) => imports.0.iter().any(|stmt| match stmt {
            Stmt::ImportFrom(node)
                if node.module.as_ref().is_some_and(|module| module.as_str() == "time") =>
            {
                node.names.iter().any(|alias| named(alias, "sleep", name.id.as_str()))
            }
            _ => false,
        }),
        _ => false,
    }
}

/// What `asyncio` is called in this file, and whether it is imported as a module.
fn asyncio(suite: &[Stmt]) -> (String, bool) {
    let found = suite.iter().find_map(|stmt| match stmt {
        Stmt::Import(node) => node.names.iter().find(|alias| alias.name.as_str() == "asyncio"),
        _ => None,
    });
    match found {
        Some(alias) => (alias.asname.as_ref().unwrap_or(&alias.name).to_string(), true),
        None => ("asyncio".to_owned(), false),
    }
}

/// `import asyncio` before the first import, or after the docstring, unless it is there.
fn import(source: &str, suite: &[Stmt]) -> Option<TextChange> {
    if asyncio(suite).1 {
        return None;
    }
    let future = |stmt: &Stmt| matches!(stmt, Stmt::ImportFrom(node) if node.module.as_ref().is_some_and(|name| name.as_str() == "__future__"));
    let docstring = |stmt: &Stmt| matches!(stmt, Stmt::Expr(node) if node.value.is_string_literal_expr());
    let first = suite.iter().find(|stmt| !future(stmt) && !docstring(stmt))?;
    let at = span(first).start;
    let line_break = if source.contains("\r\n") { "\r\n" } else { "\n" };
    // Two empty lines before a definition, as everybody has them.
    let breaks = if matches!(first, Stmt::FunctionDef(_) | Stmt::ClassDef(_)) { 3 } else { 1 };
    Some(replace(at..at, format!("import asyncio{}", line_break.repeat(breaks))))
}

fn replace(range: std::ops::Range<usize>, insert: String) -> TextChange {
    TextChange { range, insert }
}
