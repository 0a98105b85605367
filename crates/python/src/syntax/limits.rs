//! What is refused before parsing: sources too large or nested too deeply.
//!
//! The parser, the compiler and the trees' destructors recurse. On a native target the parser grows its own
//! stack; in a page nothing does. This scan bounds the depth of the tree from the tokens alone, so that no
//! source text can run out of stack. It must not know the grammar, only which tokens can deepen a tree.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer};
use ruff_text_size::{TextRange, TextSize};

use super::{Refusal, SyntaxErrorKind};

/// The largest source, in bytes.
pub const MAX_SOURCE: usize = 1 << 20;
/// Brackets inside brackets, as CPython's tokenizer allows them.
const MAX_BRACKETS: usize = 200;
/// Blocks inside blocks, as CPython's tokenizer allows them.
const MAX_INDENTS: usize = 100;
/// A bound on the depth of one expression's tree.
const MAX_DEPTH: u32 = 400;

/// Refuses what must not reach the parser.
pub(super) fn check(source: &str) -> Result<(), Refusal> {
    if source.len() > MAX_SOURCE {
        let message = format!("source is too large: {} bytes, the limit is {MAX_SOURCE}", source.len());
        return Err(Refusal::syntax(message, TextRange::empty(TextSize::new(0))));
    }
    if let Some(at) = source.find('\0') {
        let start = TextSize::try_from(at).unwrap_or_default();
        let range = TextRange::at(start, TextSize::new(1));
        return Err(Refusal::syntax("source code cannot contain null bytes".into(), range));
    }
    match depth_error(source) {
        None => Ok(()),
        Some((kind, message)) => {
            Err(Refusal { kind, ..Refusal::syntax(message.into(), place_of_error(source)) })
        }
    }
}

/// The lexer does not tell where it is: the end of the shortest beginning of the source that is refused.
fn place_of_error(source: &str) -> TextRange {
    let mut low = 0;
    let mut high = source.len();
    while low < high {
        let mut middle = low + (high - low) / 2;
        while !source.is_char_boundary(middle) {
            middle -= 1;
        }
        if middle <= low {
            break;
        }
        if depth_error(&source[..middle]).is_some() {
            high = middle;
        } else {
            low = middle;
        }
    }
    let end = TextSize::try_from(high).unwrap_or_default();
    let width = source[..high].chars().next_back().map_or(0, char::len_utf8);
    TextRange::new(end - TextSize::try_from(width).unwrap_or_default(), end)
}

/// Every token that may open a level of the tree adds one until its element ends: at a comma, a semicolon or
/// a logical line's end. Inside brackets the levels of what surrounds them stay counted.
fn depth_error(source: &str) -> Option<(SyntaxErrorKind, &'static str)> {
    let mut lexer = lexer::lex(source, Mode::Module);
    let mut outer: Vec<(u32, bool)> = Vec::new();
    let mut indents = 0usize;
    let mut below = 0u32;
    let mut here = 0u32;
    // Colons outside brackets: blocks on one line, lambdas. A comma does not end those.
    let mut colons = 0u32;
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return None,
            kind @ (TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace | TokenKind::FStringStart) => {
                if outer.len() >= MAX_BRACKETS {
                    return Some((SyntaxErrorKind::Syntax, "too many nested parentheses"));
                }
                if outer.last().is_some_and(|(_, fstring)| *fstring) {
                    // The fields of an f-string lie side by side.
                    here = 0;
                }
                here += 1;
                outer.push((here, kind == TokenKind::FStringStart));
                below += here;
                here = 0;
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace | TokenKind::FStringEnd => {
                if let Some((level, _)) = outer.pop() {
                    below -= level;
                    here = level;
                }
            }
            TokenKind::Comma | TokenKind::Semi => here = 0,
            TokenKind::Newline => {
                here = 0;
                colons = 0;
            }
            TokenKind::Indent => {
                indents += 1;
                if indents >= MAX_INDENTS {
                    return Some((SyntaxErrorKind::Indentation, "too many levels of indentation"));
                }
            }
            TokenKind::Dedent => indents = indents.saturating_sub(1),
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringMiddle
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline
            | TokenKind::True
            | TokenKind::False
            | TokenKind::None
            | TokenKind::Ellipsis => {}
            TokenKind::Colon if outer.is_empty() => colons += 1,
            _ => here += 1,
        }
        if below + here + colons > MAX_DEPTH {
            return Some((SyntaxErrorKind::Syntax, "expression is nested too deeply"));
        }
    }
}
