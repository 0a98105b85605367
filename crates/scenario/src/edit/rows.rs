//! Edits of a task list: one more row, one less, two rows in the other order.
//!
//! What belongs to a row goes with it: the comment behind it, the variable that holds its task, the lines about that
//! variable alone, the name that takes its result. Where a row cannot go without breaking the program, the edit is refused.

use std::ops::Range;

use ruff_python_ast::{Expr, Stmt};
use rustc_hash::FxHashSet;

use super::change::{Lines, TextChange, apply};
use super::edits::{EditError, checked};
use super::facts::{Facts, span};
use super::layout::{Items, Text};
use super::tasks::{FoundList, Shape};
use super::uses::{Members, Uses};
use super::{TaskList, guard, tasks};

/// Which way a row moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning of the list.
    Up,
    /// Towards its end.
    Down,
}

/// Doubles the last row of `list`, in its layout: [`duplicate_row`] of that row.
///
/// # Errors
///
/// [`EditError::Stale`] when `list` is not in this source.
pub fn add_row(source: &str, list: &TaskList) -> Result<Vec<TextChange>, EditError> {
    duplicate_row(source, list, list.rows.len().saturating_sub(1))
}

/// Puts a copy of a row (from 0) of `list` behind it, in its layout.
///
/// A task that has a variable gets a fresh one (`task3` after `task2`). Where the row's variable has a line of its own
/// (`await task2`, `task2.cancel()`) or is an item of a list or of `gather`, so has, or is, the new one. Where the
/// results of a `gather` are taken apart into names, there is one more name.
///
/// # Errors
///
/// [`EditError::Stale`] when there is no such row in this source.
pub fn duplicate_row(source: &str, list: &TaskList, row: usize) -> Result<Vec<TextChange>, EditError> {
    edit(source, list, |edit, found| edit.duplicate(found, row))
}

/// Removes a row (from 0) of `list`, with its comment, its variable and the lines about it alone (`await task2`).
///
/// # Errors
///
/// [`EditError::StillUsed`] when the variable or the result's name is used in another way; [`EditError::Stale`] when
/// there is no such row in this source.
pub fn remove_row(source: &str, list: &TaskList, row: usize) -> Result<Vec<TextChange>, EditError> {
    edit(source, list, |edit, found| edit.remove(found, row))
}

/// Lets a row (from 0) of `list` change places with the one above or below, comments included.
///
/// # Errors
///
/// [`EditError::NoNeighbour`] at the end of the list, [`EditError::Depends`] when one row uses the other's variable,
/// [`EditError::Stale`] when there is no such row in this source.
pub fn move_row(
    source: &str,
    list: &TaskList,
    row: usize,
    direction: Direction,
) -> Result<Vec<TextChange>, EditError> {
    edit(source, list, |edit, found| {
        let other = match direction {
            Direction::Up => row.checked_sub(1),
            Direction::Down => row.checked_add(1),
        };
        let rows = found.list.rows.len();
        if row >= rows {
            return Err(EditError::Stale);
        }
        let other = other.filter(|&other| other < rows).ok_or(EditError::NoNeighbour)?;
        edit.exchange(found, row.min(other))
    })
}

/// Reads the source, finds the list in it again, makes the changes, and checks them.
pub(super) fn edit(
    source: &str,
    list: &TaskList,
    change: impl for<'a> FnOnce(&mut Edit<'_, 'a>, &FoundList<'a>) -> Result<(), EditError>,
) -> Result<Vec<TextChange>, EditError> {
    let parsed = guard::parse(source)?;
    let facts = Facts::collect(parsed.suite());
    let lines = Lines::new(source);
    let (found, _) = tasks::find(&facts, source, &lines);
    let found = found.into_iter().find(|found| found.list == *list).ok_or(EditError::Stale)?;
    let text = Text { source, tokens: parsed.tokens(), lines: &lines };
    let mut edit = Edit { text, facts: &facts, changes: Vec::new() };
    change(&mut edit, &found)?;
    checked(source, edit.changes)
}

pub(super) struct Edit<'t, 'a> {
    pub(super) text: Text<'t, 'a>,
    pub(super) facts: &'t Facts<'a>,
    pub(super) changes: Vec<TextChange>,
}

impl<'a> Edit<'_, 'a> {
    fn duplicate(&mut self, found: &FoundList<'a>, row: usize) -> Result<(), EditError> {
        let copied = found.list.rows.get(row).ok_or(EditError::Stale)?;
        match found.shape {
            Shape::Call(_) | Shape::Sequence(_) => {
                let items = self.items(found);
                let position = items.position(copied.range.start).ok_or(EditError::Stale)?;
                let text = self.text.source[items.items[position].range.clone()].to_owned();
                self.add_item(&items, position, &text);
                if let Some(target) = self.results(found).and_then(|targets| targets.get(row)) {
                    let names = self.targets(found);
                    if let (Expr::Name(name), Some(position)) = (target, names.position(span(target).start)) {
                        let fresh = self.fresh(&name.id, found);
                        self.add_item(&names, position, &fresh);
                    }
                }
            }
            Shape::Statements { body, first } => {
                let stmt = body.get(first + row).ok_or(EditError::Stale)?;
                let Some(variable) = copied.variable.as_deref().filter(|name| *name != "_") else {
                    let text = self.text.source[span(stmt)].to_owned();
                    self.add_statement(stmt, &text);
                    return Ok(());
                };
                let fresh = self.fresh(variable, found);
                let renamed = self.renamed(&span(stmt), variable, &fresh, 1);
                self.add_statement(stmt, &renamed);
                let uses = Uses::of(variable, self.facts.scopes[found.scope].body);
                for (body, index) in uses.statements {
                    let renamed = self.renamed(&span(&body[index]), variable, &fresh, usize::MAX);
                    self.add_statement(&body[index], &renamed);
                }
                for (members, item) in uses.members {
                    let items = self.members(members);
                    if let Some(position) = items.position(span(item).start) {
                        let range = items.items[position].range.clone();
                        let renamed = self.renamed(&range, variable, &fresh, usize::MAX);
                        self.add_item(&items, position, &renamed);
                    }
                }
            }
        }
        Ok(())
    }

    fn remove(&mut self, found: &FoundList<'a>, row: usize) -> Result<(), EditError> {
        let gone = found.list.rows.get(row).ok_or(EditError::Stale)?;
        match found.shape {
            Shape::Call(_) | Shape::Sequence(_) => {
                self.remove_item(&self.items(found), gone.range.start);
                if let Some(target) = self.results(found).and_then(|targets| targets.get(row)) {
                    if let Expr::Name(name) = target {
                        let uses = Uses::of(&name.id, self.facts.scopes[found.scope].body);
                        self.refuse_use(&name.id, uses.first())?;
                    }
                    self.remove_item(&self.targets(found), span(target).start);
                }
            }
            Shape::Statements { body, first } => {
                let mut statements = vec![(body, first + row)];
                if let Some(variable) = gone.variable.as_deref().filter(|name| *name != "_") {
                    let uses = Uses::of(variable, self.facts.scopes[found.scope].body);
                    let elsewhere = if uses.stores > 1 { uses.first() } else { uses.others.first().copied() };
                    self.refuse_use(variable, elsewhere)?;
                    statements.extend(uses.statements);
                    for (members, item) in uses.members {
                        self.remove_item(&self.members(members), span(item).start);
                    }
                }
                self.remove_statements(statements);
            }
        }
        Ok(())
    }

    /// Lets the rows `row` and `row + 1` change places.
    fn exchange(&mut self, found: &FoundList<'a>, row: usize) -> Result<(), EditError> {
        let [upper, lower] = &found.list.rows[row..row + 2] else { return Err(EditError::Stale) };
        match found.shape {
            Shape::Call(_) | Shape::Sequence(_) => {
                self.exchange_items(&self.items(found), upper.range.start, lower.range.start);
                if let Some([upper, lower]) =
                    self.results(found).and_then(|targets| targets.get(row..row + 2))
                {
                    self.exchange_items(&self.targets(found), span(upper).start, span(lower).start);
                }
            }
            Shape::Statements { body, first } => {
                for (row, other) in [(upper, lower), (lower, upper)] {
                    let Some(name) = row.variable.as_deref() else { continue };
                    let mut names = self.text.names(&other.range);
                    let is_same = other.variable.as_deref() == Some(name) && name != "_";
                    if is_same || names.any(|(used, place)| used == name && place.start > other.range.start) {
                        return Err(EditError::Depends(name.to_owned()));
                    }
                }
                let statements = body.get(first + row..first + row + 2).ok_or(EditError::Stale)?;
                let items = statements.iter().map(|stmt| self.text.statement(stmt)).collect();
                let items = Items { items, is_tuple: false };
                self.exchange_items(&items, upper.range.start, lower.range.start);
            }
        }
        Ok(())
    }

    fn items(&self, found: &FoundList<'a>) -> Items {
        match found.shape {
            Shape::Call(call) => self.text.arguments(call),
            Shape::Sequence(expr) => self.text.display(expr),
            Shape::Statements { .. } => Items { items: Vec::new(), is_tuple: false },
        }
    }

    fn members(&self, members: Members<'a>) -> Items {
        match members {
            Members::Call(call) => self.text.arguments(call),
            Members::Display(expr) => self.text.display(expr),
        }
    }

    /// The targets that take the results of a `gather` apart, when there is one for each row.
    fn results(&self, found: &FoundList<'a>) -> Option<&'a [Expr]> {
        let Shape::Call(call) = found.shape else { return None };
        let targets = match self.facts.results.get(&std::ptr::from_ref(call))? {
            Expr::Tuple(tuple) => &tuple.elts,
            Expr::List(list) => &list.elts,
            _ => return None,
        };
        let args = &*call.arguments.args;
        let one_each = targets.len() == args.len() && !targets.iter().chain(args).any(Expr::is_starred_expr);
        one_each.then_some(targets.as_slice())
    }

    /// The same as items of the text.
    fn targets(&self, found: &FoundList<'a>) -> Items {
        let target = match found.shape {
            Shape::Call(call) => self.facts.results.get(&std::ptr::from_ref(call)),
            _ => None,
        };
        target
            .map_or_else(|| Items { items: Vec::new(), is_tuple: false }, |target| self.text.display(target))
    }

    fn refuse_use(&self, name: &str, place: Option<usize>) -> Result<(), EditError> {
        match place {
            Some(place) => {
                Err(EditError::StillUsed { name: name.to_owned(), line: self.text.lines.line(place) })
            }
            None => Ok(()),
        }
    }

    /// Puts `text` behind an item, in the layout of that item.
    fn add_item(&mut self, items: &Items, position: usize, text: &str) {
        let item = &items.items[position];
        let new_line = || format!("{}{}", self.text.line_break(), self.text.indentation(item));
        if item.is_alone() {
            if item.separator.is_some() {
                let line = format!("{}{text},", new_line());
                self.changes.push(TextChange::insert(item.after_comment(), line));
            } else {
                let line = format!("{}{text}", new_line());
                self.changes.push(TextChange::insert(item.range.end, ","));
                self.changes.push(TextChange::insert(item.after_comment(), line));
            }
        } else {
            let between = if item.starts_line && position > 0 { new_line() } else { " ".to_owned() };
            self.changes.push(TextChange::insert(item.range.end, format!(",{between}{text}")));
        }
    }

    fn add_statement(&mut self, stmt: &Stmt, text: &str) {
        let item = self.text.statement(stmt);
        let change = if item.is_alone() {
            let line = format!("{}{}{text}", self.text.line_break(), self.text.indentation(&item));
            TextChange::insert(item.after_comment(), line)
        } else {
            TextChange::insert(item.range.end, format!("; {text}"))
        };
        self.changes.push(change);
    }

    /// Removes the item at `place` and one comma.
    fn remove_item(&mut self, items: &Items, place: usize) {
        let Some(position) = items.position(place) else { return };
        let (before, rest) = items.items.split_at(position);
        let Some((item, after)) = rest.split_first() else { return };
        let becomes_single = items.is_tuple && items.items.len() == 2;
        if let Some(next) = after.first().filter(|next| becomes_single && next.separator.is_none()) {
            self.changes.push(TextChange::insert(next.range.end, ","));
        }
        if item.is_alone() {
            self.changes.push(TextChange::delete(self.text.whole_lines(item)));
            // The last item had no comma; so shall the one that is last now.
            if let Some(comma) = before.last().and_then(|previous| previous.separator.clone())
                && after.is_empty()
                && item.separator.is_none()
                && !becomes_single
            {
                self.changes.push(TextChange::delete(comma));
            }
            return;
        }
        let start = item.range.start;
        let gone = match (before.last(), after.first()) {
            (_, Some(next)) if !self.text.has_comment(&(start..next.range.start)) => start..next.range.start,
            (Some(previous), None) if !self.text.has_comment(&(previous.range.end..start)) => {
                if item.separator.is_some() {
                    previous.after_separator()..item.after_separator()
                } else if becomes_single {
                    previous.after_separator()..item.range.end
                } else {
                    previous.range.end..item.range.end
                }
            }
            // Comments between the items stay where they are.
            _ => start..item.after_separator(),
        };
        self.changes.push(TextChange::delete(gone));
    }

    /// Removes statements; a suite that would be empty gets a `pass`.
    fn remove_statements(&mut self, mut gone: Vec<(&'a [Stmt], usize)>) {
        gone.sort_by_key(|(body, index)| span(&body[*index]).start);
        gone.dedup_by_key(|(body, index)| span(&body[*index]).start);
        for &(body, index) in &gone {
            let from_here = gone.iter().filter(|(other, _)| std::ptr::eq(*other, body)).count();
            let first = gone.iter().find(|(other, _)| std::ptr::eq(*other, body)).map(|(_, index)| *index);
            if from_here == body.len() && first == Some(index) {
                self.changes.push(TextChange::replace(span(&body[index]), "pass"));
            } else {
                self.remove_statement(body, index);
            }
        }
    }

    fn remove_statement(&mut self, body: &'a [Stmt], index: usize) {
        let item = self.text.statement(&body[index]);
        let previous = index.checked_sub(1).and_then(|index| body.get(index));
        let next = body.get(index + 1).filter(|_| item.separator.is_some() && !item.ends_line);
        let change = match (next, previous) {
            _ if item.is_alone() => TextChange::delete(self.text.whole_lines(&item)),
            (Some(next), _) => TextChange::delete(item.range.start..span(next).start),
            (None, Some(previous)) => TextChange::delete(span(previous).end..item.range.end),
            (None, None) => TextChange::replace(item.range, "pass"),
        };
        self.changes.push(change);
    }

    fn exchange_items(&mut self, items: &Items, first: usize, second: usize) {
        let (Some(first), Some(second)) = (items.position(first), items.position(second)) else { return };
        let (first, second) = (&items.items[first], &items.items[second]);
        let mut pairs = vec![(first.range.clone(), second.range.clone())];
        if first.is_alone() && second.is_alone() {
            pairs.push((
                first.after_separator()..first.after_comment(),
                second.after_separator()..second.after_comment(),
            ));
        }
        for (one, other) in pairs {
            let (one_text, other_text) = (&self.text.source[one.clone()], &self.text.source[other.clone()]);
            self.changes.push(TextChange::replace(one, other_text));
            self.changes.push(TextChange::replace(other, one_text));
        }
    }

    /// The text of `range` with the first `times` uses of a name changed.
    fn renamed(&self, range: &Range<usize>, old: &str, new: &str, times: usize) -> String {
        let places = self.text.names(range).filter(|(name, _)| *name == old).take(times);
        let changes: Vec<TextChange> = places
            .map(|(_, place)| TextChange::replace(place.start - range.start..place.end - range.start, new))
            .collect();
        apply(&self.text.source[range.clone()], &changes)
    }

    /// A name like `like` that its function does not use: `task3` after `task2`, `t2` after `t`.
    fn fresh(&self, like: &str, found: &FoundList<'a>) -> String {
        let body = match self.facts.scopes[found.scope].body {
            [first, .., last] => span(first).start..span(last).end,
            [only] => span(only),
            [] => 0..self.text.source.len(),
        };
        let taken: FxHashSet<&str> = self.text.names(&body).map(|(name, _)| name).collect();
        let stem = like.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = like[stem.len()..].parse().unwrap_or(1_u32);
        // One more candidate than there are names: one of them is free.
        let mut candidates =
            (1..=taken.len() + 1).map(|step| format!("{stem}{}", u64::from(number) + step as u64));
        candidates.find(|name| !taken.contains(name.as_str())).unwrap_or_else(|| format!("{like}_"))
    }
}
