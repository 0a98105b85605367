//! Parsing, with limits that keep the parser and every walk over its tree off the end of the stack.
//!
//! ruff's parser grows its stack where the platform lets it; wasm does not. A tree nested without bound would
//! overflow there, if not in the parser then when the tree is dropped. So the tokens are counted first.

use std::fmt;
use std::ops::Range;

use ruff_python_ast::ModModule;
use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, ParseError, Parsed, lexer, parse_module};

use crate::MAX_SOURCE_BYTES;

/// Levels of nesting in statements, brackets and prefix operators that are still read. CPython stops at 100
/// indentations and 200 brackets.
const MAX_NESTING: usize = 100;

/// Parts of one expression without comma that are still read: `a + b + c` is as deep a tree as it is long.
const MAX_CHAIN: usize = 1000;

const LEVEL: usize = MAX_CHAIN / MAX_NESTING;

/// Why a source is not looked into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`MAX_SOURCE_BYTES`].
    TooLarge,
    /// Nested more deeply than any program a person writes.
    TooDeep,
    /// Not Python.
    Syntax {
        /// The parser's words.
        message: String,
        /// Where, in bytes.
        range: Range<usize>,
    },
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("The program is larger than 1 MiB."),
            Self::TooDeep => f.write_str("The program is nested too deeply."),
            Self::Syntax { message, .. } => write!(f, "The program has a syntax error: {message}."),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<ParseError> for Refusal {
    fn from(error: ParseError) -> Self {
        let range = error.location.start().to_usize()..error.location.end().to_usize();
        Self::Syntax { message: error.error.to_string(), range }
    }
}

/// Parses a module of bounded size and depth.
pub(crate) fn parse(source: &str) -> Result<Parsed<ModModule>, Refusal> {
    if source.len() > MAX_SOURCE_BYTES {
        return Err(Refusal::TooLarge);
    }
    check_depth(source)?;
    Ok(parse_module(source)?)
}

/// Bounds the depth of the tree from above: brackets and indentations by their nesting, and between two commas
/// every token that can put one expression inside another.
pub(super) fn check_depth(source: &str) -> Result<(), Refusal> {
    let mut lexer = lexer::lex(source, Mode::Module);
    // One entry for each open bracket: the depth at which its items start.
    let mut bases = vec![0_usize];
    let mut indentation = 0_usize;
    let mut depth = 0_usize;
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return Ok(()),
            TokenKind::Indent => indentation += LEVEL,
            TokenKind::Dedent => indentation = indentation.saturating_sub(LEVEL),
            TokenKind::Newline => {
                // Also after an error that left brackets open.
                bases.truncate(1);
                depth = 0;
            }
            TokenKind::Semi | TokenKind::Comma => depth = *bases.last().unwrap_or(&0),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                bases.push(depth + LEVEL);
                depth += LEVEL;
            }
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => {
                if bases.len() > 1 {
                    let inner = bases.pop().unwrap_or(0);
                    depth = inner.saturating_sub(LEVEL) + 1;
                }
            }
            // These recurse in the parser as well, which takes more of the stack for each.
            TokenKind::Not
            | TokenKind::Minus
            | TokenKind::Plus
            | TokenKind::Tilde
            | TokenKind::DoubleStar
            | TokenKind::If
            | TokenKind::Else
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::Async
            | TokenKind::Yield
            | TokenKind::Star => depth += 3,
            TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::Comment
            | TokenKind::NonLogicalNewline => {}
            _ => depth += 1,
        }
        if depth + indentation > MAX_CHAIN {
            return Err(Refusal::TooDeep);
        }
    }
}
