//! Writes a group of coroutines in another form: one after another, `create_task`, `gather`, `TaskGroup`.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::change::TextChange;
use super::edits::EditError;
use super::group::{Group, Member, Reader};
use super::rows::{Edit, edit};
use super::tasks::FoundList;
use super::{ListKind, TaskList};

/// The widest line that is made of several.
const WIDTH: usize = 79;

/// So many calls still go on one line, where they fit.
const ON_ONE_LINE: usize = 3;

/// Writes the tasks of `list` in another form; comments, names and the text of the calls stay. Where the results are
/// assigned to names or taken as a list, they still are.
///
/// # Errors
///
/// [`EditError`] where that would change what the program means or lose something: a task that is used in another
/// way, a result that the next call needs, an option that only this form has. [`EditError::Stale`] when `list` is not in
/// this source.
pub fn switch(source: &str, list: &TaskList, to: ListKind) -> Result<Vec<TextChange>, EditError> {
    if list.kind == to {
        return Ok(Vec::new());
    }
    edit(source, list, |edit, found| edit.switch(found, to))
}

impl<'a> Edit<'_, 'a> {
    fn switch(&mut self, found: &FoundList<'a>, to: ListKind) -> Result<(), EditError> {
        let starts_tasks = matches!(to, ListKind::CreateTask | ListKind::TaskGroup);
        let reader =
            Reader { text: self.text, facts: self.facts, scope: found.scope, in_place: !starts_tasks };
        let group = reader.read(found)?;
        let function = match to {
            ListKind::Sequential => String::new(),
            ListKind::Gather => self.of_asyncio(found, "gather")?,
            ListKind::CreateTask => self.of_asyncio(found, "create_task")?,
            ListKind::TaskGroup => self.of_asyncio(found, "TaskGroup")?,
            ListKind::List => return Err(EditError::Entangled { line: found.list.line }),
        };
        if let Some(extra) =
            group.members.iter().find_map(|member| member.extra.clone()).filter(|_| !starts_tasks)
        {
            let extra = self.text.source[extra].trim_matches([',', ' ', '\n', '\r', '\t']);
            return Err(EditError::OnlyHere(extra.to_owned()));
        }
        let taken: FxHashSet<&str> = self.text.names(&reader.body()).map(|(name, _)| name).collect();
        let line = self.text.lines.start(group.range.start);
        let before = &self.text.source[line..group.range.start];
        let column = before.chars().count();
        let blanks = before.len() - before.trim_start_matches([' ', '\t']).len();
        let mut writer = Writer {
            source: self.text.source,
            line_start: &|place| self.text.lines.start(place),
            out: String::new(),
            indentation: &before[..blanks],
            column,
            unit: if before.starts_with('\t') { "\t" } else { "    " },
            line_break: self.text.line_break(),
            taken,
            function,
        };
        let range = writer.write(&group, to)?;
        self.changes.push(TextChange::replace(range, writer.out));
        if !starts_tasks {
            for member in &group.members {
                let name = member.target.or(member.task).unwrap_or("_");
                let uses = member.results.iter();
                self.changes.extend(uses.map(|place| TextChange::replace(place.clone(), name)));
            }
        }
        Ok(())
    }

    /// How something of asyncio is called where the list is.
    fn of_asyncio(&self, found: &FoundList<'a>, name: &str) -> Result<String, EditError> {
        let full = format!("asyncio.{name}");
        let mut known: Vec<(&str, &str)> = self
            .facts
            .imports
            .iter()
            .filter(|((scope, local), _)| self.facts.resolve(found.scope, local) == Some(*scope))
            .map(|((_, local), path)| (path.as_str(), *local))
            .filter(|(path, _)| *path == full || *path == "asyncio")
            .collect();
        known.sort_unstable();
        match known.first() {
            Some(("asyncio", local)) => Ok(format!("{local}.{name}")),
            Some((_, local)) => Ok((*local).to_owned()),
            None if self.facts.stars.contains(&"asyncio") => Ok(name.to_owned()),
            None => Err(EditError::NotImported(full)),
        }
    }
}

struct Writer<'w, 'a> {
    source: &'a str,
    line_start: &'w dyn Fn(usize) -> usize,
    out: String,
    indentation: &'a str,
    /// The column of what is written first.
    column: usize,
    unit: &'static str,
    line_break: &'static str,
    taken: FxHashSet<&'a str>,
    /// What is called to get there.
    function: String,
}

impl<'a> Writer<'_, 'a> {
    /// Writes the group; gives what it takes the place of.
    fn write(&mut self, group: &Group<'a>, to: ListKind) -> Result<Range<usize>, EditError> {
        if let Some(collected) = group.collected.as_ref().filter(|collected| collected.expr == group.range) {
            if matches!(to, ListKind::CreateTask | ListKind::TaskGroup) {
                let line = self.source[..collected.expr.start].matches('\n').count() + 1;
                return Err(EditError::Entangled { line });
            }
            self.list_of_results(group, to, String::new(), "");
            return Ok(group.range.clone());
        }
        for between in &group.between {
            let between = self.source[between.clone()].to_owned();
            self.line(0, &between);
        }
        if to != ListKind::CreateTask {
            self.comments(&group.head);
        }
        match to {
            ListKind::Sequential | ListKind::Gather => self.together(group, to),
            ListKind::TaskGroup => self.task_group(group),
            _ => self.tasks(group),
        }
        self.comments(&group.tail);
        Ok(group.range.clone())
    }

    fn comments(&mut self, comments: &[Range<usize>]) {
        for comment in comments {
            let comment = self.source[comment.clone()].to_owned();
            self.line(0, &comment);
        }
    }

    fn line(&mut self, depth: usize, text: &str) {
        if !self.out.is_empty() {
            self.out.push_str(self.line_break);
            self.out.push_str(self.indentation);
        }
        for _ in 0..depth {
            self.out.push_str(self.unit);
        }
        self.out.push_str(text);
    }

    /// Comments on their own lines, then the member's line.
    fn member(&mut self, depth: usize, member: &Member<'a>, before: &str, after: &str) {
        for comment in &member.lead {
            let comment = self.source[comment.clone()].to_owned();
            self.line(depth, &comment);
        }
        let trail = member.trail.as_ref().map_or("", |trail| &self.source[trail.clone()]);
        let text = format!("{before}{}{after}{trail}", self.call(member, depth));
        self.line(depth, &text);
    }

    /// The text of a call; further lines of it move along.
    fn call(&self, member: &Member<'a>, depth: usize) -> String {
        let text = &self.source[member.call.clone()];
        if !text.contains('\n') || text.contains("\"\"\"") || text.contains("'''") || text.contains("\\\n") {
            return text.to_owned();
        }
        let line = &self.source[(self.line_start)(member.call.start)..];
        let old = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        let new = format!("{}{}", self.indentation, self.unit.repeat(depth));
        if !text.lines().skip(1).all(|line| line.starts_with(old) || line.trim().is_empty()) {
            return text.to_owned();
        }
        let lines = text.split_inclusive('\n').enumerate();
        lines
            .map(|(index, line)| match line.strip_prefix(old).filter(|_| index > 0) {
                Some(rest) => format!("{new}{rest}"),
                None => line.to_owned(),
            })
            .collect()
    }

    /// `await a()` line by line, or one `gather`.
    fn together(&mut self, group: &Group<'a>, to: ListKind) {
        let source = self.source;
        if let Some(collected) = &group.collected {
            let prefix = source[collected.prefix.clone()].to_owned();
            return self.list_of_results(group, to, prefix, &source[collected.suffix.clone()]);
        }
        let name = |member: &Member<'a>| {
            let used = (!member.results.is_empty()).then_some(member.task).flatten();
            member.target.or(used)
        };
        if to == ListKind::Sequential {
            for member in &group.members {
                let before =
                    name(member).map_or_else(|| "await ".to_owned(), |name| format!("{name} = await "));
                self.member(0, member, &before, "");
            }
            return;
        }
        let names: Vec<&str> = group.members.iter().map(|member| name(member).unwrap_or("_")).collect();
        let prefix = match names.as_slice() {
            names if names.iter().all(|name| *name == "_") => String::new(),
            [name] => format!("[{name}] = "),
            names => format!("{} = ", names.join(", ")),
        };
        self.list_of_results(group, to, prefix, "");
    }

    /// The results of all members as one expression.
    fn list_of_results(&mut self, group: &Group<'a>, to: ListKind, prefix: String, suffix: &str) {
        let (open, before, close) = match to {
            ListKind::Gather => (format!("{prefix}await {}(", self.function), "", ")"),
            _ => (format!("{prefix}["), "await ", "]"),
        };
        let calls: Vec<String> = group.members.iter().map(|member| self.call(member, 0)).collect();
        let commented = group.members.iter().any(|member| member.trail.is_some() || !member.lead.is_empty());
        let one_line = format!("{open}{before}{}{close}{suffix}", calls.join(&format!(", {before}")));
        let fits = calls.len() <= ON_ONE_LINE && self.column + one_line.chars().count() <= WIDTH;
        if fits && !commented && group.tail.is_empty() && !calls.iter().any(|call| call.contains('\n')) {
            return self.line(0, &one_line);
        }
        self.line(0, &open);
        for member in &group.members {
            self.member(1, member, before, ",");
        }
        self.line(0, &format!("{close}{suffix}"));
    }

    /// The variables of the tasks; those that have none yet get one where `all` or their result is asked for.
    fn names(&self, group: &Group<'a>, all: bool) -> Vec<Option<String>> {
        let members = group.members.iter().enumerate();
        members
            .map(|(index, member)| {
                let wanted =
                    all || group.collected.is_some() || member.target.is_some() || !member.results.is_empty();
                if !wanted {
                    return None;
                }
                if let Some(task) = member.task {
                    return Some(task.to_owned());
                }
                let mut numbers = (index + 1..).step_by(group.members.len());
                numbers.find_map(|number| {
                    let name = format!("task{number}");
                    (!self.taken.contains(name.as_str())).then_some(name)
                })
            })
            .collect()
    }

    fn extra(&self, member: &Member<'a>) -> String {
        let extra = member.extra.as_ref().map_or("", |extra| &self.source[extra.clone()]);
        format!("{extra})")
    }

    /// Tasks, and below them one `await` for each.
    fn tasks(&mut self, group: &Group<'a>) {
        let names = self.names(group, true);
        for (member, name) in group.members.iter().zip(names.iter().flatten()) {
            let before = format!("{name} = {}(", self.function);
            let after = self.extra(member);
            self.member(0, member, &before, &after);
        }
        self.comments(&group.head);
        if self.results(group, &names, "await ", "") {
            return;
        }
        for (member, name) in group.members.iter().zip(names.iter().flatten()) {
            let target = member.target.map_or(String::new(), |target| format!("{target} = "));
            self.line(0, &format!("{target}await {name}"));
        }
    }

    fn task_group(&mut self, group: &Group<'a>) {
        let names = self.names(group, false);
        let mut variable = "tg".to_owned();
        let mut number = 1;
        while self.taken.contains(variable.as_str()) {
            number += 1;
            variable = format!("tg{number}");
        }
        self.line(0, &format!("async with {}() as {variable}:", self.function));
        for (member, name) in group.members.iter().zip(&names) {
            let target = name.as_ref().map_or(String::new(), |name| format!("{name} = "));
            let before = format!("{target}{variable}.create_task(");
            let after = self.extra(member);
            self.member(1, member, &before, &after);
        }
        if self.results(group, &names, "", ".result()") {
            return;
        }
        for (member, name) in group.members.iter().zip(&names) {
            if let (Some(target), Some(name)) = (member.target, name) {
                self.line(0, &format!("{target} = {name}.result()"));
            }
        }
    }

    /// The statement that takes all results as a list, if there is one.
    fn results(&mut self, group: &Group<'a>, names: &[Option<String>], before: &str, after: &str) -> bool {
        let Some(collected) = &group.collected else { return false };
        let items: Vec<String> =
            names.iter().flatten().map(|name| format!("{before}{name}{after}")).collect();
        let (prefix, suffix) =
            (&self.source[collected.prefix.clone()], &self.source[collected.suffix.clone()]);
        let line = format!("{prefix}[{}]{suffix}", items.join(", "));
        self.line(0, &line);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{analyse, apply};

    #[test]
    fn a_form_is_not_switched_to_itself() {
        let source =
            "import asyncio\nasync def go(): ...\nasync def main():\n    await asyncio.gather(go(), go())\n";
        let outline = analyse(source).expect("it parses");
        let changes = switch(source, &outline.lists[0], ListKind::Gather).expect("nothing to do");
        assert_eq!(apply(source, &changes), source);
        let stale = TaskList { line: 99, ..outline.lists[0].clone() };
        assert_eq!(switch(source, &stale, ListKind::TaskGroup), Err(EditError::Stale));
    }
}
