//! Where tasks are started side by side: the lists of the panel, and what in the tree each one is.

use ruff_python_ast::{Expr, ExprCall, Stmt};

use super::change::Lines;
use super::facts::{Callable, Facts, ScopeId, span};
use super::label::excerpt;
use super::{Arg, ArgKind, ListKind, TaskList, TaskRow, number};

/// Text copied into rows for each byte of source: nested lists repeat their inner text.
const MAX_COPIES: usize = 4;

/// Rows in one outline: more than any panel shows. A list that does not fit is left out.
const MAX_ROWS: usize = 2_000;

/// A list and its place in the tree.
pub(super) struct FoundList<'a> {
    pub(super) list: TaskList,
    pub(super) shape: Shape<'a>,
    pub(super) scope: ScopeId,
}

/// What a list is in the tree.
#[derive(Clone, Copy)]
pub(super) enum Shape<'a> {
    /// The positional arguments of a call.
    Call(&'a ExprCall),
    /// The items of a list, tuple or set.
    Sequence(&'a Expr),
    /// Statements of a suite, one for each row, from the one at `first`.
    Statements { body: &'a [Stmt], first: usize },
}

/// A statement that starts one task.
struct Start<'a> {
    variable: Option<&'a str>,
    task: &'a Expr,
    kind: ListKind,
}

/// All lists of a source in text order, and whether that is all of them.
pub(super) fn find<'a>(facts: &Facts<'a>, source: &'a str, lines: &Lines<'a>) -> (Vec<FoundList<'a>>, bool) {
    let mut finder = Finder {
        facts,
        source,
        lines,
        found: Vec::new(),
        text_left: MAX_COPIES * source.len() + 4096,
        rows_left: MAX_ROWS,
        complete: true,
    };
    for call in &facts.calls {
        let direct = std::ptr::eq(call.func, &*call.whole.func);
        let args = &*call.whole.arguments.args;
        if direct
            && args.iter().any(Expr::is_call_expr)
            && facts.qualified(call.func, call.scope).as_deref() == Some("asyncio.gather")
        {
            finder.sequence(ListKind::Gather, Shape::Call(call.whole), span(call.whole), args, call.scope);
        }
    }
    for &(expr, scope) in &facts.sequences {
        let items = items(expr);
        if !items.is_empty() && items.iter().all(|item| finder.is_start(item, scope)) {
            finder.sequence(ListKind::List, Shape::Sequence(expr), span(expr), items, scope);
        } else if expr.is_list_expr() && items.len() > 1 && finder.are_steps(items, scope) {
            finder.sequence(ListKind::Sequential, Shape::Sequence(expr), span(expr), items, scope);
        }
    }
    for &(body, scope) in &facts.bodies {
        finder.statements(body, scope);
    }
    let complete = finder.complete;
    let mut found = finder.found;
    found.sort_by_key(|found| (found.list.range.start, std::cmp::Reverse(found.list.range.end)));
    (found, complete)
}

/// The items of a display that has brackets.
pub(super) fn items(expr: &Expr) -> &[Expr] {
    match expr {
        Expr::List(list) => &list.elts,
        Expr::Set(set) => &set.elts,
        Expr::Tuple(tuple) if tuple.parenthesized => &tuple.elts,
        _ => &[],
    }
}

/// Whether an expression is a call of a coroutine function: one of this file, or of the few of asyncio that are
/// commonly run side by side.
pub(super) fn is_coroutine<'a>(facts: &Facts<'a>, expr: &'a Expr, scope: ScopeId) -> bool {
    let Expr::Call(call) = expr else { return false };
    match facts.qualified(&call.func, scope) {
        Some(name) => matches!(name.as_str(), "asyncio.sleep" | "asyncio.to_thread" | "asyncio.wait_for"),
        None => is_own_coroutine(facts, expr, scope),
    }
}

/// Whether an expression is a call of a coroutine function of this file.
fn is_own_coroutine<'a>(facts: &Facts<'a>, expr: &'a Expr, scope: ScopeId) -> bool {
    let Expr::Call(call) = expr else { return false };
    let callable = facts.callable(&call.func, scope);
    callable.and_then(|callable| facts.parameters.get(&callable)).is_some_and(|signature| signature.is_async)
}

struct Finder<'f, 'a> {
    facts: &'f Facts<'a>,
    source: &'a str,
    lines: &'f Lines<'a>,
    found: Vec<FoundList<'a>>,
    text_left: usize,
    rows_left: usize,
    complete: bool,
}

impl<'a> Finder<'_, 'a> {
    /// Whether an item of a list makes a task or a coroutine of this file.
    fn is_start(&self, item: &'a Expr, scope: ScopeId) -> bool {
        let Expr::Call(call) = item else { return false };
        self.facts.starts_task(&call.func, scope) || is_own_coroutine(self.facts, item, scope)
    }

    /// Whether items wait for one coroutine each, one after the other.
    fn are_steps(&self, items: &'a [Expr], scope: ScopeId) -> bool {
        let mut own = false;
        items.iter().all(|item| {
            let awaited = item.as_await_expr().map(|awaited| &*awaited.value);
            own |= awaited.is_some_and(|expr| is_own_coroutine(self.facts, expr, scope));
            awaited.is_some_and(|expr| is_coroutine(self.facts, expr, scope))
        }) && own
    }

    fn sequence(
        &mut self,
        kind: ListKind,
        shape: Shape<'a>,
        range: std::ops::Range<usize>,
        items: &'a [Expr],
        scope: ScopeId,
    ) {
        if !self.reserve(items.len()) {
            return;
        }
        let rows = items.iter().map(|item| self.row(item, scope, None, span(item))).collect();
        self.push(kind, shape, range, rows, scope);
    }

    /// Takes room for so many rows, if there is.
    fn reserve(&mut self, rows: usize) -> bool {
        let left = self.rows_left.checked_sub(rows).filter(|_| self.text_left > 0);
        self.complete &= left.is_some();
        self.rows_left = left.unwrap_or(self.rows_left);
        left.is_some()
    }

    fn push(
        &mut self,
        kind: ListKind,
        shape: Shape<'a>,
        range: std::ops::Range<usize>,
        rows: Vec<TaskRow>,
        scope: ScopeId,
    ) {
        if self.text_left == 0 {
            self.complete = false;
        } else {
            let line = self.lines.line(range.start);
            self.found.push(FoundList { list: TaskList { kind, line, range, rows }, shape, scope });
        }
    }

    /// Runs of statements that start a task each.
    fn statements(&mut self, body: &'a [Stmt], scope: ScopeId) {
        let mut first = 0;
        while first < body.len() {
            let Some(kind) = self.start(&body[first], scope).map(|start| start.kind) else {
                first += 1;
                continue;
            };
            let starts = body[first..].iter().map_while(|stmt| {
                self.start(stmt, scope).filter(|start| start.kind == kind).map(|start| (stmt, start))
            });
            let run: Vec<(&Stmt, Start<'a>)> = starts.collect();
            let own = |(_, start): &(_, Start<'a>)| is_own_coroutine(self.facts, start.task, scope);
            if kind == ListKind::Sequential && (run.len() < 2 || !run.iter().any(own)) {
                first += run.len();
                continue;
            }
            if self.reserve(run.len()) {
                let rows: Vec<TaskRow> = run
                    .iter()
                    .map(|(stmt, start)| self.row(start.task, scope, start.variable, span(*stmt)))
                    .collect();
                let range = rows[0].range.start..rows[rows.len() - 1].range.end;
                self.push(kind, Shape::Statements { body, first }, range, rows, scope);
            }
            first += run.len();
        }
    }

    fn start(&self, stmt: &'a Stmt, scope: ScopeId) -> Option<Start<'a>> {
        let (target, value) = match stmt {
            Stmt::Expr(stmt) => (None, &*stmt.value),
            Stmt::Assign(assign) => match assign.targets.as_slice() {
                [target] => (Some(target), &*assign.value),
                _ => return None,
            },
            Stmt::AnnAssign(assign) => (Some(&*assign.target), assign.value.as_deref()?),
            _ => return None,
        };
        if let Expr::Await(awaited) = value {
            let variable = target.and_then(Expr::as_name_expr).map(|name| name.id.as_str());
            let task = &*awaited.value;
            return is_coroutine(self.facts, task, scope).then_some(Start {
                variable,
                task,
                kind: ListKind::Sequential,
            });
        }
        let Expr::Call(call) = value else { return None };
        // `tasks.append(asyncio.create_task(go()))`
        let task = match (&*call.func, &*call.arguments.args) {
            (Expr::Attribute(method), [inner @ Expr::Call(_)])
                if target.is_none() && matches!(method.attr.as_str(), "append" | "add") =>
            {
                inner
            }
            _ => value,
        };
        let Expr::Call(call) = task else { return None };
        if !self.facts.starts_task(&call.func, scope) {
            return None;
        }
        let kind = if self.is_group(&call.func, scope) { ListKind::TaskGroup } else { ListKind::CreateTask };
        let variable = target.and_then(Expr::as_name_expr).map(|name| name.id.as_str());
        Some(Start { variable, task, kind })
    }

    fn is_group(&self, func: &'a Expr, scope: ScopeId) -> bool {
        let Expr::Attribute(method) = func else { return false };
        let Expr::Name(name) = &*method.value else { return false };
        let owner = self.facts.resolve(scope, &name.id);
        owner.is_some_and(|owner| self.facts.groups.contains(&(owner, name.id.as_str())))
    }

    fn text(&mut self, range: &std::ops::Range<usize>) -> String {
        let text = self.source.get(range.clone()).unwrap_or("");
        self.text_left = self.text_left.saturating_sub(text.len());
        if self.text_left == 0 { String::new() } else { text.to_owned() }
    }

    fn row(
        &mut self,
        task: &'a Expr,
        scope: ScopeId,
        variable: Option<&str>,
        range: std::ops::Range<usize>,
    ) -> TaskRow {
        let line = self.lines.line(range.start);
        let variable = variable.map(str::to_owned);
        let task = task.as_await_expr().map_or(task, |awaited| &awaited.value);
        let inner = match task {
            Expr::Call(call) if self.facts.starts_task(&call.func, scope) => {
                call.arguments.args.first().unwrap_or(task)
            }
            _ => task,
        };
        let Expr::Call(call) = inner else {
            let callee = excerpt(self.source.get(span(inner)).unwrap_or("")).into_owned();
            return TaskRow { callee, variable, args: Vec::new(), range, line };
        };
        let callee = excerpt(self.source.get(span(&*call.func)).unwrap_or("")).into_owned();
        let callable = self.facts.callable(&call.func, scope);
        let mut args = Vec::new();
        let mut after_star = false;
        for (position, value) in call.arguments.args.iter().enumerate() {
            after_star |= value.is_starred_expr();
            let name =
                callable.filter(|_| !after_star).and_then(|callable| self.parameter(callable, position));
            args.push(self.arg(name, value));
        }
        for keyword in &call.arguments.keywords {
            let name = keyword.arg.as_ref().map(|name| name.as_str());
            // `**options` has no value of its own to edit.
            if name.is_some() {
                args.push(self.arg(name, &keyword.value));
            }
        }
        TaskRow { callee, variable, args, range, line }
    }

    fn parameter(&self, callable: Callable<'a>, position: usize) -> Option<&'a str> {
        self.facts.parameters.get(&callable)?.positional.get(position).copied()
    }

    fn arg(&mut self, name: Option<&str>, value: &Expr) -> Arg {
        let range = span(value);
        let kind = match (number::value(value), value) {
            (Some(number), _) => ArgKind::Number(number),
            (None, Expr::StringLiteral(_)) => ArgKind::String,
            (None, _) => ArgKind::Other,
        };
        Arg { name: name.map(str::to_owned), text: self.text(&range), range, kind }
    }
}
