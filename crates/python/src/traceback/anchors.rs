//! What part of an expression went wrong: the operator, the index, the arguments.
//!
//! Mirrors `traceback._extract_caret_anchors_from_line_segment`.

use ruff_python_ast::{Expr, Stmt};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextSize};

/// The part that is marked with `^`; the rest of the expression gets `~`. Both ends as line and character
/// column, lines counted from the first of the segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Anchors {
    pub(super) left: (usize, usize),
    pub(super) right: (usize, usize),
}

/// The anchors of a piece of source, if it is a binary operation, a subscript or a call.
pub(super) fn find(segment: &str) -> Option<Anchors> {
    // In brackets an expression may go over several lines.
    let text = format!("(\n{segment}\n)");
    let module = parse_module(&text).ok()?;
    let [Stmt::Expr(statement)] = &module.suite()[..] else { return None };
    let place =
        Places { lines: segment.split('\n').map(|line| line.chars().collect()).collect(), text: &text };
    match &*statement.value {
        Expr::BinOp(node) => {
            let after_left = place.valid(place.of(node.left.end()))?;
            let (line, column) =
                place.until(after_left, |letter| !letter.is_whitespace() && letter != ')')?;
            // The operator has a second character if there is one before the right operand.
            let right = place.of(node.right.start());
            let second = column + 1;
            let two = (right.0 > line || second < right.1)
                && place
                    .at(line, second)
                    .is_some_and(|letter| !letter.is_whitespace() && !"\\#".contains(letter));
            Some(Anchors { left: (line, column), right: (line, second + usize::from(two)) })
        }
        Expr::Subscript(node) => place.bracket(node.value.end(), '[', node.range.end()),
        Expr::Call(node) => place.bracket(node.func.end(), '(', node.range().end()),
        _ => None,
    }
}

/// The segment as lines of characters.
struct Places<'a> {
    lines: Vec<Vec<char>>,
    text: &'a str,
}

impl Places<'_> {
    /// The line and column of an offset in the bracketed text.
    fn of(&self, offset: TextSize) -> (usize, usize) {
        let before = &self.text[..offset.to_usize()];
        let line = before.matches('\n').count();
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
        (line.saturating_sub(1), column)
    }

    fn at(&self, line: usize, column: usize) -> Option<char> {
        self.lines.get(line)?.get(column).copied()
    }

    /// The place itself, or the first character of the next line that has one.
    fn valid(&self, (mut line, mut column): (usize, usize)) -> Option<(usize, usize)> {
        while column >= self.lines.get(line)?.len() {
            line += 1;
            column = 0;
        }
        Some((line, column))
    }

    /// The first character from a place on that `stop` accepts; comments and line joins are skipped.
    fn until(&self, from: (usize, usize), stop: impl Fn(char) -> bool) -> Option<(usize, usize)> {
        let (mut line, mut column) = from;
        loop {
            let letter = self.at(line, column)?;
            (line, column) = if "\\#".contains(letter) {
                self.valid((line + 1, 0))?
            } else if stop(letter) {
                return Some((line, column));
            } else {
                self.valid((line, column + 1))?
            };
        }
    }

    fn bracket(&self, after: TextSize, bracket: char, end: TextSize) -> Option<Anchors> {
        let from = self.valid(self.of(after))?;
        let left = self.until(from, |letter| letter == bracket)?;
        Some(Anchors { left, right: self.of(end) })
    }
}
