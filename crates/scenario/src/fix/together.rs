//! Awaits one below the other become one `gather`, where the first of them was.

use std::ops::Range;

use ruff_python_ast::{Expr, Stmt};

use super::replace;
use crate::edit::TextChange;
use crate::reading::{Awaited, siblings, span};

/// A line that is longer than this is broken up.
const WIDTH: usize = 88;

pub(super) fn together(
    source: &str,
    suite: &[Stmt],
    offsets: &[usize],
    module: &str,
) -> Option<Vec<TextChange>> {
    let (_, awaited) = siblings(suite, offsets)?;
    let awaited: Vec<Awaited<'_>> = awaited.into_iter().map(|(_, awaited)| awaited).collect();
    if awaited.len() < 2 || !awaited.iter().all(Awaited::is_plain) {
        return None;
    }
    let rows: Option<Vec<Row>> = awaited.iter().map(|one| Row::of(source, one)).collect();
    let rows = rows?;
    let text = |range: Range<usize>| source.get(range);
    let mut calls = Vec::new();
    for one in &awaited {
        calls.push(text(span(one.call))?);
    }
    let mut targets = Vec::new();
    for one in &awaited {
        targets.push(match one.target {
            Some(Expr::Name(name)) => name.id.as_str(),
            _ => "_",
        });
    }
    let head = if targets.iter().all(|target| *target == "_") {
        format!("await {module}.gather(")
    } else {
        format!("{} = await {module}.gather(", targets.join(", "))
    };
    let indent = text(rows.first()?.line.start..span(awaited.first()?.stmt).start)?;
    let one_line = format!("{head}{})", calls.join(", "));
    // The comments above the later ones go with them.
    let plain = rows.iter().all(|row| row.comment.is_none() && row.above.is_empty())
        && !calls.iter().any(|call| call.contains('\n'));
    let line_break = if source.contains("\r\n") { "\r\n" } else { "\n" };
    let insert = if plain && indent.chars().count() + one_line.chars().count() <= WIDTH {
        one_line
    } else {
        let inner = format!("{indent}    ");
        let mut lines = head;
        for (index, (row, call)) in rows.iter().zip(&calls).enumerate() {
            for comment in row.above.iter().filter(|_| index > 0) {
                lines += &format!("{line_break}{inner}{comment}");
            }
            lines += &format!("{line_break}{inner}{call},");
            if let Some(comment) = &row.comment {
                lines += &format!("  {comment}");
            }
        }
        lines + &format!("{line_break}{indent})")
    };
    let mut changes = Vec::new();
    for (index, (row, one)) in rows.iter().zip(&awaited).enumerate() {
        if index == 0 {
            changes.push(replace(span(one.stmt).start..row.code_end, insert.clone()));
        } else {
            changes.push(replace(row.from..row.line.end, String::new()));
        }
    }
    Some(changes)
}

/// A statement that has its lines to itself.
struct Row {
    /// Its lines, with the break behind them.
    line: Range<usize>,
    /// Where the comment lines right above it begin, or its own line.
    from: usize,
    /// Those comments.
    above: Vec<String>,
    /// The comment behind it.
    comment: Option<String>,
    /// The end of the statement and its comment, without the line break.
    code_end: usize,
}

impl Row {
    fn of(source: &str, one: &Awaited<'_>) -> Option<Row> {
        let range = span(one.stmt);
        let start = source[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &source[range.end..];
        let length = rest.find('\n').unwrap_or(rest.len());
        let behind = rest[..length].trim();
        let comment = behind.starts_with('#').then(|| behind.to_owned());
        // Something else is on its lines.
        if !source[start..range.start].trim().is_empty() || (comment.is_none() && !behind.is_empty()) {
            return None;
        }
        let code_end = range.end + rest[..length].trim_end().len();
        let end = (range.end + length + 1).min(source.len());
        let mut above = Vec::new();
        let mut from = start;
        for line in source[..start].lines().rev() {
            let Some(text) = Some(line.trim()).filter(|text| text.starts_with('#')) else { break };
            above.insert(0, text.to_owned());
            from = source[..from - 1].rfind('\n').map_or(0, |at| at + 1);
        }
        Some(Row { line: start..end, from, above, comment, code_end })
    }
}
