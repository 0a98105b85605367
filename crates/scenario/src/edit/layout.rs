//! How the items of a list lie in the text: commas, comments, lines. Reads the tokens; decides nothing.

use std::ops::Range;

use ruff_python_ast::token::{Token, TokenKind, Tokens};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use ruff_text_size::Ranged;

use super::change::Lines;
use super::facts::span;

/// A source, read.
#[derive(Clone, Copy)]
pub(super) struct Text<'t, 'a> {
    pub(super) source: &'a str,
    pub(super) tokens: &'t Tokens,
    pub(super) lines: &'t Lines<'a>,
}

/// An argument, an item of a display, or a statement.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its text, with the parentheses around it.
    pub(super) range: Range<usize>,
    /// The comma or semicolon behind it.
    pub(super) separator: Option<Range<usize>>,
    /// The comment behind it on its last line, with the blanks before it.
    pub(super) comment: Option<Range<usize>>,
    /// Nothing but blanks before it on its first line.
    pub(super) starts_line: bool,
    /// Nothing but separator and comment behind it on its last line.
    pub(super) ends_line: bool,
    /// Behind its line break, or the end of the text.
    line_end: usize,
}

impl Item {
    /// Whether its lines hold nothing else.
    pub(super) fn is_alone(&self) -> bool {
        self.starts_line && self.ends_line
    }

    /// Behind the item and its separator.
    pub(super) fn after_separator(&self) -> usize {
        self.separator.as_ref().map_or(self.range.end, |separator| separator.end)
    }

    /// Behind the item, its separator and its comment.
    pub(super) fn after_comment(&self) -> usize {
        self.comment.as_ref().map_or_else(|| self.after_separator(), |comment| comment.end)
    }
}

/// Items in a pair of brackets, or without them, in the order of the text.
pub(super) struct Items {
    pub(super) items: Vec<Item>,
    /// One item alone needs a comma.
    pub(super) is_tuple: bool,
}

impl Items {
    /// Which item holds the byte at `place`.
    pub(super) fn position(&self, place: usize) -> Option<usize> {
        self.items.iter().position(|item| item.range.contains(&place))
    }
}

impl<'a> Text<'_, 'a> {
    /// All arguments of a call, keywords too, in the order of the text.
    pub(super) fn arguments(&self, call: &ExprCall) -> Items {
        let arguments = &call.arguments;
        let positional = arguments.args.iter().map(span);
        let keywords = arguments.keywords.iter().map(span);
        let whole = span(arguments);
        let mut ranges: Vec<_> = positional.chain(keywords).collect();
        ranges.sort_by_key(|range| range.start);
        Items { items: self.items(&ranges, whole.start + 1..whole.end.saturating_sub(1)), is_tuple: false }
    }

    /// The items of a list, tuple or set display, or of a target.
    pub(super) fn display(&self, expr: &Expr) -> Items {
        let (elements, brackets, is_tuple) = match expr {
            Expr::List(list) => (&list.elts, true, false),
            Expr::Set(set) => (&set.elts, true, false),
            Expr::Tuple(tuple) => (&tuple.elts, tuple.parenthesized, true),
            _ => return Items { items: Vec::new(), is_tuple: false },
        };
        let whole = span(expr);
        let inner = if brackets { whole.start + 1..whole.end.saturating_sub(1) } else { whole };
        let ranges: Vec<_> = elements.iter().map(span).collect();
        Items { items: self.items(&ranges, inner), is_tuple }
    }

    fn items(&self, ranges: &[Range<usize>], inner: Range<usize>) -> Vec<Item> {
        ranges.iter().map(|range| self.item(self.with_parentheses(range, &inner), TokenKind::Comma)).collect()
    }

    /// A statement, seen as an item.
    pub(super) fn statement(&self, stmt: &Stmt) -> Item {
        self.item(span(stmt), TokenKind::Semi)
    }

    fn item(&self, range: Range<usize>, separator: TokenKind) -> Item {
        let next = self.significant_after(range.end);
        let separator = next.filter(|token| token.kind() == separator).map(|token| span(&token));
        let after = separator.as_ref().map_or(range.end, |separator| separator.end);
        let mut rest = self.tokens_from(after).iter();
        let mut next = rest.next();
        let comment = next
            .filter(|token| token.kind() == TokenKind::Comment)
            .filter(|token| !self.source[after..token.start().to_usize()].contains(['\n', '\r']))
            .map(|token| after..token.end().to_usize());
        if comment.is_some() {
            next = rest.next();
        }
        let (ends_line, line_end) = match next {
            None => (true, self.source.len()),
            Some(token) => match token.kind() {
                TokenKind::Newline | TokenKind::NonLogicalNewline => (true, token.end().to_usize()),
                TokenKind::EndOfFile => (true, self.source.len()),
                _ => (false, after),
            },
        };
        let starts_line = self.starts_line(range.start);
        Item { range, separator, comment, starts_line, ends_line, line_end }
    }

    /// `range` with the parentheses right around it, as long as they lie in `inner`.
    fn with_parentheses(&self, range: &Range<usize>, inner: &Range<usize>) -> Range<usize> {
        let mut range = range.clone();
        while let (Some(open), Some(close)) =
            (self.significant_before(range.start), self.significant_after(range.end))
        {
            let (outer_start, outer_end) = (open.start().to_usize(), close.end().to_usize());
            let pair = open.kind() == TokenKind::Lpar && close.kind() == TokenKind::Rpar;
            if !pair || outer_start < inner.start || outer_end > inner.end {
                break;
            }
            range = outer_start..outer_end;
        }
        range
    }

    fn tokens_from(&self, offset: usize) -> &[Token] {
        let at = self.tokens.partition_point(|token| token.start().to_usize() < offset);
        self.tokens.get(at..).unwrap_or(&[])
    }

    fn significant_after(&self, offset: usize) -> Option<Token> {
        self.tokens_from(offset).iter().find(|token| !token.kind().is_trivia()).copied()
    }

    pub(super) fn significant_before(&self, offset: usize) -> Option<Token> {
        let end = self.tokens.partition_point(|token| token.end().to_usize() <= offset);
        self.tokens.get(..end)?.iter().rev().find(|token| !token.kind().is_trivia()).copied()
    }

    /// Whether there is a comment somewhere in `range`.
    pub(super) fn has_comment(&self, range: &Range<usize>) -> bool {
        self.has(range, TokenKind::Comment)
    }

    /// The comments in `range`.
    pub(super) fn comments(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let inside =
            self.tokens_from(range.start).iter().take_while(|token| token.end().to_usize() <= range.end);
        inside.filter(|token| token.kind() == TokenKind::Comment).map(span).collect()
    }

    /// Whether a token of that kind is in `range`.
    pub(super) fn has(&self, range: &Range<usize>, kind: TokenKind) -> bool {
        let mut inside =
            self.tokens_from(range.start).iter().take_while(|token| token.end().to_usize() <= range.end);
        inside.any(|token| token.kind() == kind)
    }

    /// Whether nothing but blanks is before a place on its line.
    pub(super) fn starts_line(&self, place: usize) -> bool {
        self.source[self.lines.start(place)..place].bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\x0c'))
    }

    /// The identifiers in `range` with their places.
    pub(super) fn names(&self, range: &Range<usize>) -> impl Iterator<Item = (&'a str, Range<usize>)> {
        let end = range.end;
        self.tokens_from(range.start)
            .iter()
            .take_while(move |token| token.end().to_usize() <= end)
            .filter(|token| token.kind() == TokenKind::Name)
            .map(|token| (&self.source[span(token)], span(token)))
    }

    /// The blanks before an item that starts its line.
    pub(super) fn indentation(&self, item: &Item) -> &'a str {
        &self.source[self.lines.start(item.range.start)..item.range.start]
    }

    /// The whole lines of an item that is alone on them. The last line of a text without a line break
    /// at its end takes the break before it along.
    pub(super) fn whole_lines(&self, item: &Item) -> Range<usize> {
        let start = self.lines.start(item.range.start);
        if self.source[..item.line_end].ends_with(['\n', '\r']) {
            return start..item.line_end;
        }
        let before = &self.source[..start];
        let before = before.strip_suffix('\n').unwrap_or(before);
        before.strip_suffix('\r').unwrap_or(before).len()..item.line_end
    }

    /// The line break of this source.
    pub(super) fn line_break(&self) -> &'static str {
        if self.source.contains("\r\n") { "\r\n" } else { "\n" }
    }
}
