//! Whether a value flows from one place of a function to another.

use loopscope_visit::{Visit, walk_body, walk_stmt};
use ruff_python_ast::{Expr, Stmt};
use rustc_hash::FxHashSet;

use super::awaits::{Awaited, siblings};
use super::effects::{File, Uses};
use super::tree::{self, Node, innermost_function, path_to, span};

/// See [`super::Reading::independent`].
pub(super) fn independent(suite: &[Stmt], offsets: &[usize]) -> bool {
    let file = File::of(suite);
    match offsets {
        [first, second] if first == second => in_loop(suite, *first, &file).unwrap_or(false),
        [_, _, ..] => one_after_the_other(suite, offsets, &file).unwrap_or(false),
        _ => false,
    }
}

/// The name of the function of this file that a call calls.
fn callee<'a>(awaited: &Awaited<'a>, file: &File<'_>) -> Option<&'a str> {
    let name = match &*awaited.call.func {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return None,
    };
    file.defines(name).then_some(name)
}

/// The names in a call and its arguments that stand for something that can change.
fn handed<'a>(awaited: &Awaited<'a>, file: &File<'_>) -> FxHashSet<&'a str> {
    let mut names = FxHashSet::default();
    let mut add = |expr: &'a Expr| names.extend(Uses::of_expr(expr).reads);
    if let Expr::Attribute(attribute) = &*awaited.call.func {
        add(&attribute.value);
    }
    awaited.call.arguments.args.iter().for_each(&mut add);
    awaited.call.arguments.keywords.iter().for_each(|keyword| add(&keyword.value));
    names.retain(|name| !file.unchanging(name));
    names
}

fn one_after_the_other(suite: &[Stmt], offsets: &[usize], file: &File<'_>) -> Option<bool> {
    let (suite, awaited) = siblings(suite, offsets)?;
    let (first, last) = (awaited.first()?.0, awaited.last()?.0);
    // Names that hold what came of an await, or of something that is not to be moved.
    let mut tainted: FxHashSet<&str> = FxHashSet::default();
    for (index, stmt) in suite.iter().enumerate().take(last + 1).skip(first) {
        let uses = Uses::of_stmt(stmt);
        let Some((_, awaited)) = awaited.iter().find(|(at, _)| *at == index) else {
            if uses.leaves || uses.calls || uses.awaits {
                return Some(false);
            }
            tainted.extend(&uses.binds);
            continue;
        };
        if uses.reads.iter().any(|name| tainted.contains(name)) {
            return Some(false);
        }
        // What works on something that can change has its place in an order, whoever else knows of that.
        let works_on = !handed(awaited, file).is_empty() || !file.touches(callee(awaited, file)?)?.is_empty();
        if works_on || has_await_inside(awaited) {
            return Some(false);
        }
        tainted.extend(&uses.binds);
    }
    Some(true)
}

fn in_loop(suite: &[Stmt], offset: usize, file: &File<'_>) -> Option<bool> {
    let path = path_to(suite, offset);
    // The innermost compound statement around it is the loop.
    let mut around = path.iter().rev().filter_map(|node| match node {
        Node::Stmt(stmt) => Some(*stmt),
        Node::Expr(_) => None,
    });
    let Stmt::For(node) = around.nth(1)? else { return Some(false) };
    let (_, awaited) = siblings(&node.body, &[offset])?;
    let (at, awaited) = awaited.first()?;
    if !node.orelse.is_empty() || has_await_inside(awaited) {
        return Some(false);
    }
    let turns: FxHashSet<&str> = Uses::of_expr(&node.target).binds;
    let uses: Vec<Uses<'_>> = node.body.iter().map(Uses::of_stmt).collect();
    // What one turn leaves for the next.
    let mut carried: FxHashSet<&str> = FxHashSet::default();
    for (index, uses) in uses.iter().enumerate() {
        let own = index == *at;
        if !own && (uses.leaves || uses.calls || uses.awaits) {
            return Some(false);
        }
        let augmented = matches!(&node.body[index], Stmt::AugAssign(_));
        if index >= *at || augmented {
            carried.extend(&uses.binds);
        }
    }
    let reads_carried = uses[..=*at].iter().any(|uses| uses.reads.iter().any(|name| carried.contains(name)));
    let before: FxHashSet<&str> = uses[..*at].iter().flat_map(|uses| uses.binds.iter().copied()).collect();
    let handed = handed(awaited, file);
    let shared = handed.iter().any(|name| !turns.contains(name) && !before.contains(name));
    let touches = file.touches(callee(awaited, file)?)?;
    Some(!reads_carried && !shared && touches.is_empty())
}

/// Whether an argument of the call awaits in turn.
fn has_await_inside(awaited: &Awaited<'_>) -> bool {
    let arguments = &awaited.call.arguments;
    arguments.args.iter().any(tree::awaits)
        || arguments.keywords.iter().any(|keyword| tree::awaits(&keyword.value))
}

/// The assignments of a function in the order of the text.
#[derive(Default)]
struct Assignments<'a>(Vec<&'a Stmt>);

impl<'a> Visit<'a> for Assignments<'a> {
    fn as_visit(&mut self) -> &mut dyn Visit<'a> {
        self
    }

    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        match stmt {
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => return,
            Stmt::Assign(_) | Stmt::AugAssign(_) | Stmt::AnnAssign(_) => self.0.push(stmt),
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, _: &'a Expr) {}
}

/// See [`super::Reading::carried`].
pub(super) fn carried(suite: &[Stmt], read: usize, write: usize) -> bool {
    let function = |at: usize| innermost_function(&path_to(suite, at));
    let (Some(reader), Some(writer)) = (function(read), function(write)) else { return false };
    if span(reader) != span(writer) {
        return false;
    }
    let mut assignments = Assignments::default();
    walk_body(&mut assignments, &reader.body);
    let holds = |stmt: &&&Stmt, at: usize| span(**stmt).contains(&at);
    let Some(written) = assignments.0.iter().find(|stmt| holds(stmt, write)) else { return false };
    // `x += await f()` and `x = x + await f()`
    if span(*written).contains(&read) {
        return match written {
            Stmt::AugAssign(node) => tree::awaits(&node.value),
            Stmt::Assign(node) => tree::awaits(&node.value) && span(&*node.value).contains(&read),
            _ => false,
        };
    }
    let Some(start) = assignments.0.iter().position(|stmt| holds(&stmt, read)) else { return false };
    let mut tainted: FxHashSet<&str> = FxHashSet::default();
    for (index, stmt) in assignments.0.iter().enumerate().skip(start) {
        if span(*stmt).start > write {
            break;
        }
        let (value, augmented) = match stmt {
            Stmt::Assign(node) => (Some(&*node.value), false),
            Stmt::AnnAssign(node) => (node.value.as_deref(), false),
            Stmt::AugAssign(node) => (Some(&*node.value), true),
            _ => (None, false),
        };
        let Some(value) = value else { continue };
        let from = Uses::of_expr(value).reads.iter().any(|name| tainted.contains(name));
        if span(*stmt) == span(*written) {
            return from && !augmented;
        }
        let reads_it = index == start && span(value).contains(&read);
        let binds = Uses::of_stmt(stmt).binds;
        match from || reads_it {
            true => tainted.extend(binds),
            // Another value altogether.
            false if !augmented => tainted.retain(|name| !binds.contains(name)),
            false => {}
        }
    }
    false
}
