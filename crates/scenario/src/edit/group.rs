//! A group of coroutines that run together or one after another, read into its parts: the calls, where their results
//! go, the comments, what stands between. `switch` writes the same parts in another form.
//!
//! Only what can be said in every form without changing what the program means is taken for a group; everything else is
//! refused, with the line that is in the way.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use super::ListKind;
use super::edits::EditError;
use super::facts::{Facts, ScopeId, span};
use super::label::excerpt;
use super::layout::Text;
use super::tasks::{self, FoundList, Shape, is_coroutine};

/// One coroutine of a group.
pub(super) struct Member<'a> {
    /// The call that makes it.
    pub(super) call: Range<usize>,
    /// Further arguments of `create_task`, from behind the call to the bracket.
    pub(super) extra: Option<Range<usize>>,
    /// What its result is assigned to.
    pub(super) target: Option<&'a str>,
    /// The variable that its task has.
    pub(super) task: Option<&'a str>,
    /// Calls of `task.result()` behind the group.
    pub(super) results: Vec<Range<usize>>,
    /// Comments on lines of their own before it.
    pub(super) lead: Vec<Range<usize>>,
    /// The comment behind it, with the blanks before it.
    pub(super) trail: Option<Range<usize>>,
    /// Ends of what a comment behind it may stand behind.
    pub(super) ends: Vec<usize>,
}

/// The results as one list, in the middle of a statement.
pub(super) struct Collected {
    /// The statement before the list.
    pub(super) prefix: Range<usize>,
    /// The statement behind it.
    pub(super) suffix: Range<usize>,
    /// Just the expression.
    pub(super) expr: Range<usize>,
    /// Whether the tasks can be started in statements before this one.
    pub(super) hoistable: bool,
}

/// See the module.
pub(super) struct Group<'a> {
    /// What is written anew: from the first statement's beginning to behind the last one's comment.
    pub(super) range: Range<usize>,
    pub(super) members: Vec<Member<'a>>,
    pub(super) collected: Option<Collected>,
    /// Statements between the start of the tasks and their end, with their comments: they come first.
    pub(super) between: Vec<Range<usize>>,
    /// Comments on the group as a whole: before its members, or before what waits for them.
    pub(super) head: Vec<Range<usize>>,
    /// Comments behind the last member.
    pub(super) tail: Vec<Range<usize>>,
}

pub(super) struct Reader<'r, 't, 'a> {
    pub(super) text: Text<'t, 'a>,
    pub(super) facts: &'r Facts<'a>,
    pub(super) scope: ScopeId,
    /// Whether a list of results is written anew where it stands, and not its statement.
    pub(super) in_place: bool,
}

impl<'a> Reader<'_, '_, 'a> {
    /// Reads a list as a group.
    pub(super) fn read(&self, found: &FoundList<'a>) -> Result<Group<'a>, EditError> {
        let mut group = match (found.list.kind, found.shape) {
            (ListKind::Gather, Shape::Call(call)) => {
                if let Some(keyword) = call.arguments.keywords.first() {
                    return Err(EditError::OnlyHere(self.excerpt(&span(keyword))));
                }
                let before = self.text.significant_before(span(call).start);
                let awaited = before.filter(|token| token.kind() == TokenKind::Await);
                let Some(awaited) = awaited else { return Err(self.entangled(span(call).start)) };
                let members =
                    call.arguments.args.iter().map(|arg| self.member(arg)).collect::<Result<_, _>>()?;
                self.within(members, awaited.start().to_usize()..span(call).end)?
            }
            (ListKind::Sequential, Shape::Sequence(list)) => {
                let items = tasks::items(list).iter();
                let calls = items.map(|item| item.as_await_expr().map_or(item, |awaited| &awaited.value));
                let members = calls.map(|call| self.member(call)).collect::<Result<_, _>>()?;
                self.within(members, span(list))?
            }
            (ListKind::Sequential, Shape::Statements { body, first }) => {
                self.sequence(&body[first..first + found.list.rows.len()])?
            }
            (ListKind::CreateTask, Shape::Statements { body, first }) => {
                self.tasks(body, first, found.list.rows.len())?
            }
            (ListKind::TaskGroup, Shape::Statements { body, .. }) => {
                self.block(body, found.list.rows.len())?
            }
            _ => return Err(self.entangled(found.list.range.start)),
        };
        self.comments(&mut group);
        Ok(group)
    }

    pub(super) fn excerpt(&self, range: &Range<usize>) -> String {
        excerpt(self.text.source.get(range.clone()).unwrap_or("")).into_owned()
    }

    pub(super) fn str(&self, range: &Range<usize>) -> &'a str {
        self.text.source.get(range.clone()).unwrap_or("")
    }

    pub(super) fn entangled(&self, place: usize) -> EditError {
        EditError::Entangled { line: self.text.lines.line(place) }
    }

    /// A call of a coroutine function, or of something that makes a task of one.
    pub(super) fn member(&self, expr: &'a Expr) -> Result<Member<'a>, EditError> {
        let (inner, extra) = match expr {
            Expr::Call(call) if self.facts.starts_task(&call.func, self.scope) => {
                let Some(inner) = call.arguments.args.first() else {
                    return Err(self.entangled(span(expr).start));
                };
                let rest = span(inner).end..span(expr).end.saturating_sub(1);
                let more = call.arguments.args.len() > 1 || !call.arguments.keywords.is_empty();
                (inner, more.then_some(rest))
            }
            _ => (expr, None),
        };
        if !is_coroutine(self.facts, inner, self.scope) {
            return Err(EditError::NoCoroutine(self.excerpt(&span(inner))));
        }
        let ends = vec![span(inner).end, span(expr).end];
        let call = span(inner);
        Ok(Member {
            call,
            extra,
            target: None,
            task: None,
            results: Vec::new(),
            lead: Vec::new(),
            trail: None,
            ends,
        })
    }

    /// A group whose results are the value of `expr`, in whatever statement that is.
    pub(super) fn within(
        &self,
        mut members: Vec<Member<'a>>,
        expr: Range<usize>,
    ) -> Result<Group<'a>, EditError> {
        let (body, index) = self.statement_at(expr.start).ok_or(EditError::Stale)?;
        let stmt = &body[index];
        let item = self.text.statement(stmt);
        let simple = matches!(stmt, Stmt::Expr(_) | Stmt::Assign(_) | Stmt::AnnAssign(_) | Stmt::Return(_));
        let alone = simple && item.is_alone();
        if let Stmt::Expr(stmt) = stmt
            && span(&*stmt.value) == expr
            && alone
        {
            return Ok(self.group(item.range.start..item.after_comment(), members));
        }
        if let Stmt::Assign(assign) = stmt
            && span(&*assign.value) == expr
            && let [
                Expr::Tuple(ruff_python_ast::ExprTuple { elts, .. })
                | Expr::List(ruff_python_ast::ExprList { elts, .. }),
            ] = assign.targets.as_slice()
            && elts.len() == members.len()
            && !elts.iter().any(Expr::is_starred_expr)
            && alone
        {
            for (member, target) in members.iter_mut().zip(elts) {
                member.target = Some(self.str(&span(target))).filter(|name| *name != "_");
            }
            return Ok(self.group(item.range.start..item.after_comment(), members));
        }
        let collected = Collected {
            prefix: span(stmt).start..expr.start,
            suffix: expr.end..span(stmt).end,
            hoistable: alone && is_first_evaluated(stmt, &expr),
            expr: expr.clone(),
        };
        let whole = collected.hoistable && !self.in_place;
        let range = if whole { item.range.start..item.after_comment() } else { expr };
        Ok(Group { collected: Some(collected), ..self.group(range, members) })
    }

    pub(super) fn group(&self, range: Range<usize>, members: Vec<Member<'a>>) -> Group<'a> {
        Group { range, members, collected: None, between: Vec::new(), head: Vec::new(), tail: Vec::new() }
    }

    /// The innermost statement around a place.
    fn statement_at(&self, place: usize) -> Option<(&'a [Stmt], usize)> {
        let around = self.facts.bodies.iter().filter_map(|(body, _)| {
            let index = body.iter().position(|stmt| span(stmt).contains(&place))?;
            Some((*body, index))
        });
        around.min_by_key(|(body, index)| span(&body[*index]).len())
    }

    /// `await go(1)` and `a = await go(2)`, one below the other.
    fn sequence(&self, stmts: &'a [Stmt]) -> Result<Group<'a>, EditError> {
        let mut members: Vec<Member<'a>> = Vec::new();
        for stmt in stmts {
            let (target, value) = assigned(stmt).ok_or_else(|| self.entangled(span(stmt).start))?;
            let awaited = value.as_await_expr().map_or(value, |awaited| &awaited.value);
            let mut member = self.member(awaited)?;
            for earlier in members.iter().filter_map(|member| member.target) {
                if self.text.names(&span(awaited)).any(|(name, _)| name == base(earlier)) {
                    return Err(EditError::Depends(base(earlier).to_owned()));
                }
            }
            member.target = target.map(|target| self.str(&span(target)));
            members.push(member);
        }
        self.alone(stmts)?;
        Ok(self.group(self.lines_of(stmts), members))
    }

    /// Every statement has its lines for itself.
    pub(super) fn alone(&self, stmts: &'a [Stmt]) -> Result<(), EditError> {
        match stmts.iter().find(|stmt| !self.text.statement(stmt).is_alone()) {
            Some(stmt) => Err(self.entangled(span(stmt).start)),
            None => Ok(()),
        }
    }

    pub(super) fn lines_of(&self, stmts: &'a [Stmt]) -> Range<usize> {
        let start = stmts.first().map_or(0, |stmt| span(stmt).start);
        start..stmts.last().map_or(start, |stmt| self.text.statement(stmt).after_comment())
    }

    /// The members of statements that start a task each.
    pub(super) fn started(&self, stmts: &'a [Stmt]) -> Result<Vec<Member<'a>>, EditError> {
        stmts
            .iter()
            .map(|stmt| {
                let (target, value) = match stmt {
                    Stmt::AnnAssign(assign) => (Some(&*assign.target), assign.value.as_deref()),
                    _ => assigned(stmt).map_or((None, None), |(target, value)| (target, Some(value))),
                };
                let entangled = || self.entangled(span(stmt).start);
                let value = value.ok_or_else(entangled)?;
                let starts =
                    value.as_call_expr().is_some_and(|call| self.facts.starts_task(&call.func, self.scope));
                if !starts || target.is_some_and(|target| !target.is_name_expr()) {
                    return Err(entangled());
                }
                let mut member = self.member(value)?;
                member.task = target.map(|target| self.str(&span(target))).filter(|name| *name != "_");
                member.ends.push(span(stmt).end);
                Ok(member)
            })
            .collect()
    }

    /// The body of the function that the group is in.
    pub(super) fn body(&self) -> Range<usize> {
        match self.facts.scopes[self.scope].body {
            [first, .., last] => span(first).start..span(last).end,
            [only] => span(only),
            [] => 0..self.text.source.len(),
        }
    }

    /// Gives every comment in the range to whom it belongs.
    fn comments(&self, group: &mut Group<'a>) {
        let lines = self.text.lines;
        let first_line = lines.line(group.range.start);
        let is_block = group.range.start < group.members.first().map_or(0, |member| member.ends[1])
            && self.text.source[group.range.start..].starts_with("async");
        let last = group.members.last().and_then(|member| member.ends.iter().copied().max()).unwrap_or(0);
        for comment in self.text.comments(&group.range) {
            let kept = group.members.iter().any(|member| member.call.contains(&comment.start))
                || group.between.iter().any(|between| between.contains(&comment.start))
                || group.collected.as_ref().is_some_and(|collected| {
                    collected.prefix.contains(&comment.start) || collected.suffix.contains(&comment.start)
                });
            if kept {
                continue;
            }
            let line = lines.line(comment.start);
            let beside = group.members.iter_mut().find(|member| {
                member.trail.is_none()
                    && member.ends.iter().any(|end| *end <= comment.start && lines.line(*end) == line)
            });
            if is_block && line == first_line {
                group.head.push(comment);
            } else if let Some(member) = beside {
                let blanks = self.text.source[..comment.start].trim_end_matches([' ', '\t']).len();
                member.trail = Some(blanks..comment.end);
            } else if let Some(next) =
                group.members.iter_mut().find(|member| member.call.start > comment.start)
            {
                next.lead.push(comment);
            } else if comment.start < last {
                group.head.push(comment);
            } else {
                group.tail.push(comment);
            }
        }
    }
}

/// Target and value of `target = value` and `value`.
pub(super) fn assigned(stmt: &Stmt) -> Option<(Option<&Expr>, &Expr)> {
    match stmt {
        Stmt::Expr(stmt) => Some((None, &stmt.value)),
        Stmt::Assign(assign) => match assign.targets.as_slice() {
            [target] => Some((Some(target), &assign.value)),
            _ => None,
        },
        _ => None,
    }
}

/// The name that a target begins with.
fn base(target: &str) -> &str {
    let end = target.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(target.len());
    &target[..end]
}

/// Whether nothing of a statement runs before this expression but what makes no difference: it is the value, or an
/// argument of the one call.
fn is_first_evaluated(stmt: &Stmt, expr: &Range<usize>) -> bool {
    let value = match stmt {
        Stmt::Expr(stmt) => Some(&*stmt.value),
        Stmt::Assign(assign) => Some(&*assign.value),
        Stmt::AnnAssign(assign) => assign.value.as_deref(),
        Stmt::Return(returned) => returned.value.as_deref(),
        _ => None,
    };
    match value {
        Some(value) if span(value) == *expr => true,
        Some(Expr::Call(call)) => {
            let simple = |arg: &&Expr| arg.is_literal_expr() || arg.is_name_expr();
            let before = call.arguments.args.iter().take_while(simple).count();
            call.func.is_name_expr() && call.arguments.args.get(before).is_some_and(|arg| span(arg) == *expr)
        }
        _ => false,
    }
}
