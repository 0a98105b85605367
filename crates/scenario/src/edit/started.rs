//! Groups whose tasks are started first and waited for after that: `create_task` with its awaits, `TaskGroup` with the
//! results that are taken behind it. Everything else that is done with a task is in the way of another form.

use std::ops::Range;

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::Ranged;

use super::edits::EditError;
use super::facts::span;
use super::group::{Collected, Group, Member, Reader, assigned};
use super::tasks;

impl<'a> Reader<'_, '_, 'a> {
    /// Tasks that are started one below the other, and awaited further down.
    pub(super) fn tasks(&self, body: &'a [Stmt], first: usize, rows: usize) -> Result<Group<'a>, EditError> {
        let mut members = self.started(&body[first..first + rows])?;
        let names: Vec<&str> = members.iter().filter_map(|member| member.task).collect();
        if names.len() < rows {
            let member = members.iter().find(|member| member.task.is_none());
            let place = member.map_or(0, |member| member.call.start);
            return Err(EditError::NotAwaited { line: self.text.lines.line(place) });
        }
        let rest = &body[first + rows..];
        let is_between = |stmt: &&Stmt| {
            let range = span(*stmt);
            stmt.is_expr_stmt()
                && !self.text.has(&range, TokenKind::Await)
                && !self.text.names(&range).any(|(name, _)| names.contains(&name))
        };
        let between = rest.iter().take_while(is_between).count();
        let end = first + rows + between;
        let awaits = self.awaits(body.get(end..).unwrap_or(&[]), &mut members);
        let Some((awaits, collected)) = awaits else { return Err(self.unawaited(&members, first, body)) };
        let stmts = &body[first..end + awaits];
        self.alone(stmts)?;
        let mut group = self.group(self.lines_of(stmts), members);
        group.between = rest[..between]
            .iter()
            .map(|stmt| {
                let item = self.text.statement(stmt);
                item.range.start..item.after_comment()
            })
            .collect();
        group.collected = collected;
        self.later_results(&mut group)?;
        Ok(group)
    }

    /// How many statements wait for the tasks, all of them and in their order.
    fn awaits(&self, rest: &'a [Stmt], members: &mut [Member<'a>]) -> Option<(usize, Option<Collected>)> {
        let waits = |stmt: &'a Stmt, name: &str| {
            let (target, value) = assigned(stmt)?;
            let awaited = value.as_await_expr()?.value.as_name_expr()?;
            (awaited.id.as_str() == name).then_some(target)
        };
        let each: Option<Vec<Option<&'a Expr>>> =
            members.iter().enumerate().map(|(index, member)| waits(rest.get(index)?, member.task?)).collect();
        if let Some(targets) = each {
            for ((member, target), stmt) in members.iter_mut().zip(targets).zip(rest) {
                member.target = target.map(|target| self.str(&span(target)));
                member.ends.push(span(stmt).end);
            }
            return Some((members.len(), None));
        }
        let stmt = rest.first()?;
        let (items, expr) = self.collection(stmt, |item| item.as_await_expr()?.value.as_name_expr())?;
        self.collect(stmt, items, expr, members).map(|collected| (1, collected))
    }

    /// The tasks that a display or a `gather` in a statement is made of, as `name` sees them in its items.
    fn collection(
        &self,
        stmt: &'a Stmt,
        name: impl Fn(&'a Expr) -> Option<&'a ruff_python_ast::ExprName>,
    ) -> Option<(Vec<&'a str>, Range<usize>)> {
        let inside = |range: &Range<usize>| span(stmt).start <= range.start && range.end <= span(stmt).end;
        let displays =
            self.facts.sequences.iter().filter(|(expr, _)| expr.is_list_expr() && inside(&span(*expr)));
        for (display, _) in displays {
            let items: Option<Vec<&str>> =
                tasks::items(display).iter().map(|item| Some(name(item)?.id.as_str())).collect();
            if let Some(items) = items.filter(|items| !items.is_empty()) {
                return Some((items, span(*display)));
            }
        }
        for call in self.facts.calls.iter().filter(|call| inside(&span(call.whole))) {
            let gathers = std::ptr::eq(call.func, &*call.whole.func)
                && self.facts.qualified(call.func, call.scope).as_deref() == Some("asyncio.gather")
                && call.keywords.is_empty();
            let awaited = self.text.significant_before(span(call.whole).start);
            if let Some(awaited) = awaited.filter(|token| gathers && token.kind() == TokenKind::Await) {
                let names: Option<Vec<&str>> =
                    call.args.iter().map(|arg| Some(arg.as_name_expr()?.id.as_str())).collect();
                return Some((names?, awaited.start().to_usize()..span(call.whole).end));
            }
        }
        None
    }

    /// What becomes of the results of a collection that holds just the members.
    fn collect(
        &self,
        stmt: &'a Stmt,
        items: Vec<&'a str>,
        expr: Range<usize>,
        members: &mut [Member<'a>],
    ) -> Option<Option<Collected>> {
        if !items.iter().copied().map(Some).eq(members.iter().map(|member| member.task)) {
            return None;
        }
        let taken: Vec<Member<'a>> = Vec::new();
        let group = self.within(taken, expr.clone()).ok()?;
        if group.collected.as_ref().is_some_and(|collected| collected.hoistable) {
            let targets = match stmt {
                Stmt::Assign(assign) if span(&*assign.value) == expr => match assign.targets.as_slice() {
                    [Expr::Tuple(tuple)] => Some(&tuple.elts),
                    [Expr::List(list)] => Some(&list.elts),
                    _ => None,
                },
                _ => None,
            };
            let Some(targets) = targets else { return Some(group.collected) };
            if targets.len() != members.len() || targets.iter().any(Expr::is_starred_expr) {
                return Some(group.collected);
            }
            for (member, target) in members.iter_mut().zip(targets) {
                member.target = Some(self.str(&span(target))).filter(|name| *name != "_");
            }
            return Some(None);
        }
        // Nothing is done with them.
        group.collected.is_none().then_some(None)
    }

    fn unawaited(&self, members: &[Member<'a>], first: usize, body: &'a [Stmt]) -> EditError {
        let scope = self.body();
        for member in members {
            let Some(task) = member.task else { continue };
            let defined = span(&body[first + members.len() - 1]).end;
            if let Some((name, place)) =
                self.text.names(&scope).find(|(name, place)| *name == task && place.start > defined)
            {
                return EditError::StillUsed {
                    name: name.to_owned(),
                    line: self.text.lines.line(place.start),
                };
            }
        }
        let place = members.first().map_or(0, |member| member.call.start);
        EditError::NotAwaited { line: self.text.lines.line(place) }
    }

    /// `async with TaskGroup() as tg:` with nothing in it but the tasks.
    pub(super) fn block(&self, body: &'a [Stmt], rows: usize) -> Result<Group<'a>, EditError> {
        let place = span(&body[0]).start;
        if body.len() != rows {
            let other = body.iter().find(|stmt| self.started(std::slice::from_ref(*stmt)).is_err());
            return Err(self.entangled(other.map_or(place, |stmt| span(stmt).start)));
        }
        let around = self.facts.bodies.iter().find_map(|(outer, _)| {
            let index = outer.iter().position(
                |stmt| matches!(stmt, Stmt::With(with) if std::ptr::eq(with.body.as_ptr(), body.as_ptr())),
            )?;
            Some((*outer, index))
        });
        let Some((outer, index)) = around else { return Err(self.entangled(place)) };
        let Stmt::With(with) = &outer[index] else { return Err(self.entangled(place)) };
        let [item] = with.items.as_slice() else { return Err(self.entangled(span(with).start)) };
        let name =
            item.optional_vars.as_deref().and_then(Expr::as_name_expr).map_or("", |name| name.id.as_str());
        let whole = span(with);
        let mut uses = self.text.names(&whole).filter(|(used, _)| *used == name);
        if let Some((_, place)) = uses.nth(1 + rows) {
            return Err(EditError::StillUsed {
                name: name.to_owned(),
                line: self.text.lines.line(place.start),
            });
        }
        let mut members = self.started(body)?;
        self.alone(body)?;
        let mut end = index + 1;
        let mut collected = None;
        let rest = &outer[end..];
        for stmt in rest {
            let result = assigned(stmt).and_then(|(target, value)| Some((target?, result_of(value)?)));
            let Some((target, task)) = result else { break };
            let member = members
                .iter_mut()
                .find(|member| member.task == Some(task.id.as_str()) && member.target.is_none());
            let Some(member) = member else { break };
            member.target = Some(self.str(&span(target)));
            member.ends.push(span(stmt).end);
            end += 1;
        }
        if let Some(stmt) = rest.first().filter(|_| end == index + 1)
            && let Some((items, expr)) = self.collection(stmt, result_of)
            && let Some(found) = self.collect(stmt, items, expr, &mut members)
        {
            collected = found;
            end += 1;
        }
        self.alone(&outer[index + 1..end])?;
        if !self.text.starts_line(span(with).start) {
            return Err(self.entangled(span(with).start));
        }
        let last = self.text.statement(if end == index + 1 { &body[rows - 1] } else { &outer[end - 1] });
        let mut group = self.group(span(with).start..last.after_comment(), members);
        group.collected = collected;
        self.later_results(&mut group)?;
        Ok(group)
    }

    /// What is done with the tasks behind the group; anything but asking for the result is refused.
    fn later_results(&self, group: &mut Group<'a>) -> Result<(), EditError> {
        let body = self.body();
        for member in &mut group.members {
            let Some(task) = member.task else { continue };
            for (_, place) in self.text.names(&body).filter(|(name, _)| *name == task) {
                if group.range.contains(&place.start) && !member.call.contains(&place.start) {
                    continue;
                }
                let rest = &self.text.source[place.end..];
                if rest.starts_with(".result()") && place.start > group.range.end {
                    member.results.push(place.start..place.end + ".result()".len());
                } else {
                    let line = self.text.lines.line(place.start);
                    return Err(EditError::StillUsed { name: task.to_owned(), line });
                }
            }
        }
        Ok(())
    }
}

/// The name in `name.result()`.
fn result_of(expr: &Expr) -> Option<&ruff_python_ast::ExprName> {
    let call = expr.as_call_expr().filter(|call| call.arguments.is_empty())?;
    let method = call.func.as_attribute_expr().filter(|method| method.attr.as_str() == "result")?;
    method.value.as_name_expr()
}
