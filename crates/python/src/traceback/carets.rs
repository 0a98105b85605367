//! The source lines of one traceback entry and the marks below them.
//!
//! Mirrors `traceback.StackSummary.format_frame_summary`.

use std::fmt::Write as _;

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::Ranged;

use super::FrameSummary;
use super::anchors::{self, Anchors};
use super::width::columns;

/// Longer pieces of source are marked without a look at what they are.
const LONGEST: usize = 1 << 14;

/// Appends the source lines of an entry, with marks below them where CPython sets them.
pub(super) fn render(text: &mut String, frame: &FrameSummary<'_>) {
    let (first, last) = (frame.line(), frame.source.line(frame.range.1).max(frame.line()));
    let original: Vec<&str> = (first..=last).map(|line| frame.source.line_text(line).trim_end()).collect();
    let lines = dedent(&original);
    if lines.iter().all(|line| line.is_empty()) {
        return;
    }
    if frame.range.0 == frame.range.1 {
        // A place without columns.
        let _ = writeln!(text, "    {}", lines[0]);
        return;
    }
    // Character columns of both ends, in the dedented lines.
    let dropped = original[0].chars().count() - lines[0].chars().count();
    let start = (frame.source.column(frame.range.0) as usize).saturating_sub(1 + dropped);
    let end = (frame.source.column(frame.range.1) as usize).saturating_sub(1 + dropped);
    let marks = Marks::of(&lines, start, end);

    let mut shown: Vec<String> = Vec::new();
    let mut previous: Option<usize> = None;
    for line in (0..lines.len()).filter(|line| marks.is_significant(*line, lines.len())) {
        match previous.map(|previous| line - previous) {
            Some(2) => marks.line(&lines, line - 1, &mut shown),
            Some(distance) if distance > 2 => shown.push(format!("...<{} lines>...", distance - 1)),
            _ => {}
        }
        marks.line(&lines, line, &mut shown);
        previous = Some(line);
    }
    for line in dedent(&shown) {
        let _ = writeln!(text, "    {line}");
    }
}

/// What is marked.
struct Marks {
    show: bool,
    /// Columns of both ends on the terminal.
    start: usize,
    end: usize,
    /// Positions as lines and columns on the terminal.
    anchors: Option<Anchors>,
}

impl Marks {
    fn of(lines: &[&str], start: usize, end: usize) -> Marks {
        let last = lines.len() - 1;
        let segment = segment(lines, start, end);
        let small = segment.len() <= LONGEST;
        let anchors = if small { anchors::find(&segment) } else { None };
        let show = !(small && is_plain_call(lines, start, end))
            && (anchors.is_some()
                || lines[0].chars().take(start).any(|letter| !letter.is_whitespace())
                || lines[last].chars().skip(end).any(|letter| !letter.is_whitespace()));
        let anchors = anchors.map(|anchors| {
            let column = |(line, column): (usize, usize)| {
                let column = if line == 0 { column + start } else { column };
                (line, lines.get(line).map_or(column, |text| columns(text, column)))
            };
            Anchors { left: column(anchors.left), right: column(anchors.right) }
        });
        Marks { show, start: columns(lines[0], start), end: columns(lines[last], end), anchors }
    }

    /// The first and last line and those around the anchors.
    fn is_significant(&self, line: usize, count: usize) -> bool {
        let around = |(anchor, _): (usize, usize)| line.abs_diff(anchor) <= 1;
        line == 0
            || line + 1 == count
            || self.anchors.as_ref().is_some_and(|anchors| around(anchors.left) || around(anchors.right))
    }

    /// Appends a line and its marks.
    fn line(&self, lines: &[&str], index: usize, shown: &mut Vec<String>) {
        let line = lines[index];
        shown.push(line.to_owned());
        if !self.show {
            return;
        }
        let indent = line.chars().take_while(|letter| letter.is_whitespace()).count();
        let count = if index + 1 == lines.len() { self.end } else { columns(line, line.chars().count()) };
        let mark = |column: usize| {
            if column < indent || (index == 0 && column < self.start) {
                return ' ';
            }
            match &self.anchors {
                Some(anchors) if (index, column) >= anchors.left && (index, column) < anchors.right => '^',
                Some(_) => '~',
                None => '^',
            }
        };
        shown.push((0..count).map(mark).collect());
    }
}

/// The text between both ends.
fn segment(lines: &[&str], start: usize, end: usize) -> String {
    let joined = lines.join("\n");
    let tail = lines[lines.len() - 1].chars().count().saturating_sub(end);
    let count = joined.chars().count().saturating_sub(tail);
    joined.chars().take(count).skip(start).collect()
}

/// `return f(...)` and `x = f(...)`: marks below all of the call would tell nothing.
fn is_plain_call(lines: &[&str], start: usize, end: usize) -> bool {
    let text = lines.join("\n");
    let Ok(module) = parse_module(&text) else { return false };
    let call = match module.suite().first() {
        Some(Stmt::Return(node)) => match node.value.as_deref() {
            Some(Expr::Call(call)) if call.func.is_name_expr() => call,
            _ => return false,
        },
        Some(Stmt::Assign(node)) => match (&node.targets[..], &*node.value) {
            ([Expr::Name(_)], Expr::Call(call)) => call,
            _ => return false,
        },
        _ => return false,
    };
    // CPython compares byte columns with character columns here; so does this.
    let range = call.range();
    let last_start = text.rfind('\n').map_or(0, |newline| newline + 1);
    !text[..range.start().to_usize()].contains('\n')
        && range.end().to_usize() >= last_start
        && range.start().to_usize() == start
        && range.end().to_usize() - last_start == end
}

/// Removes the whitespace that all lines begin with; lines of whitespace alone become empty.
fn dedent<T: AsRef<str>>(lines: &[T]) -> Vec<&str> {
    let blank = |line: &str| line.trim().is_empty();
    let mut margin: Option<&str> = None;
    for line in lines.iter().map(AsRef::as_ref).filter(|line| !blank(line)) {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
        margin = Some(match margin {
            None => indent,
            Some(known) => {
                let common = known.bytes().zip(indent.bytes()).take_while(|(a, b)| a == b).count();
                &known[..common]
            }
        });
    }
    let margin = margin.map_or(0, str::len);
    lines.iter().map(AsRef::as_ref).map(|line| if blank(line) { "" } else { &line[margin..] }).collect()
}
