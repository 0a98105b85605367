//! CPython's messages for what ruff's parser complains about.
//!
//! CPython first looks for mistakes it knows, then blames the token that does not fit. Errors of its
//! tokenizer come before those of its parser, and a bracket that is never closed before what follows it.

use ruff_python_ast::ModModule;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseErrorType, Parsed, UnsupportedSyntaxErrorKind,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::scan::{self, Scanned};
use super::{Refusal, SyntaxErrorKind, between, escapes, mistakes, targets};

/// The error CPython would show, if there is one.
pub(super) fn first_error(text: &str, parsed: &Parsed<ModModule>) -> Option<Refusal> {
    let lambda = |kind: &ParseErrorType| {
        matches!(kind, ParseErrorType::FStringError(InterpolatedStringErrorType::LambdaWithoutParentheses))
    };
    let errors = parsed.errors();
    let Some(error) = errors.iter().find(|error| lambda(&error.error)).or_else(|| errors.first()) else {
        let error = parsed.unsupported_syntax_errors().first()?;
        return Some(unsupported(text, error.kind, error.range()));
    };
    let context = Context { text, parsed, tokens: parsed.tokens() };
    if let Some(refusal) = escapes::refused(text, context.tokens, error) {
        return Some(refusal);
    }
    let open = match scan::scan(text) {
        Ok(Scanned { open }) => open,
        Err(refusal) => return Some(refusal),
    };
    let refusal = context.message(&error.error, error.location);
    if let Some(open) = open {
        let offset = error.location.start().to_usize().min(text.len());
        let line = text[..offset].matches('\n').count() + 1;
        let newline = context.kind(context.token_at(error.location.start())) == TokenKind::Newline;
        // An error on the bracket's own line may well be what keeps it open.
        if line > open.line || newline || text[offset..].trim().is_empty() {
            return Some(scan::at(open.offset, format!("'{}' was never closed", open.bracket)));
        }
    }
    Some(refusal)
}

fn unsupported(text: &str, kind: UnsupportedSyntaxErrorKind, range: TextRange) -> Refusal {
    let message = match kind {
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => {
            "multiple exception types must be parenthesized"
        }
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_) => {
            if text[range.start().to_usize()..].starts_with("**") {
                let range = TextRange::at(range.start(), TextSize::new(2));
                return Refusal::syntax("dict unpacking cannot be used in dict comprehension".into(), range);
            }
            "iterable unpacking cannot be used in comprehension"
        }
        _ => "invalid syntax",
    };
    Refusal::syntax(message.into(), range)
}

/// The program around an error.
pub(super) struct Context<'a> {
    pub(super) text: &'a str,
    pub(super) parsed: &'a Parsed<ModModule>,
    pub(super) tokens: &'a [Token],
}

impl Context<'_> {
    /// The index of the first token, comments and blank lines aside, that ends after an offset.
    pub(super) fn token_at(&self, offset: TextSize) -> Option<usize> {
        let first = self.tokens.partition_point(|token| token.end() <= offset && token.start() < offset);
        (first..self.tokens.len()).find(|index| {
            let token = &self.tokens[*index];
            let counts = !token.kind().is_trivia() && token.kind() != TokenKind::Dedent;
            counts && (token.start() >= offset || token.range().contains(offset))
        })
    }

    /// The token before one, comments and blank lines aside.
    pub(super) fn before(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|index| !self.tokens[*index].kind().is_trivia())
    }

    pub(super) fn kind(&self, index: Option<usize>) -> TokenKind {
        index.and_then(|index| self.tokens.get(index)).map_or(TokenKind::EndOfFile, Token::kind)
    }

    /// The text of a range.
    pub(super) fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.start().to_usize()..range.end().to_usize()).unwrap_or_default()
    }

    /// What CPython marks of a token: of a line's end one character.
    fn marked(&self, index: Option<usize>) -> TextRange {
        let end = TextSize::try_from(self.text.len()).unwrap_or_default();
        let Some(token) = index.and_then(|index| self.tokens.get(index)) else {
            return TextRange::empty(end);
        };
        if token.kind() == TokenKind::Newline && !token.range().is_empty() {
            return TextRange::at(token.start(), TextSize::new(1));
        }
        token.range()
    }

    fn generic(&self, index: Option<usize>) -> Refusal {
        if self.kind(index) == TokenKind::EndOfFile {
            return Refusal::at_end(self.text, "invalid syntax".into());
        }
        if matches!(self.kind(index), TokenKind::Indent)
            && let Some(index) = index
        {
            return unexpected_indent(self.tokens[index].range());
        }
        if self.kind(index) == TokenKind::Greater
            && let Some(index) = index
            && let Some(less) = self.before(index)
            && self.kind(Some(less)) == TokenKind::Less
        {
            // `<>` is one token of CPython.
            let range = between(self.tokens[less].start(), self.tokens[index].end());
            return Refusal::syntax("invalid syntax".into(), range);
        }
        Refusal::syntax("invalid syntax".into(), self.marked(index))
    }

    fn message(&self, error: &ParseErrorType, range: TextRange) -> Refusal {
        let index = self.token_at(range.start());
        let plain = |message: &str| Refusal::syntax(message.to_owned(), range);
        match error {
            ParseErrorType::UnexpectedIndentation => unexpected_indent(range),
            ParseErrorType::OtherError(text) => self.other(text, range, index),
            ParseErrorType::InvalidAssignmentTarget => targets::assignment(self, range),
            ParseErrorType::InvalidAugmentedAssignmentTarget => targets::augmented(self, range),
            ParseErrorType::InvalidNamedAssignmentTarget => targets::named(self, range),
            ParseErrorType::InvalidAnnotatedAssignmentTarget => targets::annotated(self, range),
            ParseErrorType::InvalidDeleteTarget => targets::delete(self, range),
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                plain("Generator expression must be parenthesized")
            }
            ParseErrorType::PositionalAfterKeywordArgument => {
                self.after_argument(range, "positional argument follows keyword argument")
            }
            ParseErrorType::PositionalAfterKeywordUnpacking => {
                self.after_argument(range, "positional argument follows keyword argument unpacking")
            }
            ParseErrorType::InvalidArgumentUnpackingOrder => {
                let start =
                    index.and_then(|index| self.before(index)).map(|index| self.tokens[index].start());
                Refusal::syntax(
                    "iterable argument unpacking follows keyword argument unpacking".into(),
                    between(start.unwrap_or(range.start()).min(range.end()), range.end()),
                )
            }
            ParseErrorType::EmptyImportNames => {
                let end = self.marked(index).start();
                if self.kind(index) == TokenKind::Newline {
                    let message = "Expected one or more names after 'import'";
                    Refusal::syntax(message.into(), TextRange::empty(end))
                } else {
                    self.generic(index)
                }
            }
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                plain("parameter without a default follows parameter with a default")
            }
            ParseErrorType::VarParameterWithDefault => self.star_default(range, index),
            ParseErrorType::ParamAfterVarKeywordParam => {
                plain("arguments cannot follow var-keyword argument")
            }
            ParseErrorType::ExpectedKeywordParam => {
                let star = self.last_of(index, |kind| kind == TokenKind::Star);
                Refusal::syntax("named arguments must follow bare *".into(), self.marked(star.or(index)))
            }
            ParseErrorType::InvalidStarredExpressionUsage => self.starred(range, index),
            ParseErrorType::FStringError(kind)
            | ParseErrorType::Lexical(LexicalErrorType::FStringError(kind)) => {
                self.fstring(kind, range, index)
            }
            ParseErrorType::Lexical(LexicalErrorType::IndentationError) => Refusal {
                kind: SyntaxErrorKind::Indentation,
                ..plain("unindent does not match any outer indentation level")
            },
            ParseErrorType::UnparenthesizedTupleExpression => {
                let comma = self.tokens.iter().position(|token| {
                    token.kind() == TokenKind::Comma && range.contains_range(token.range())
                });
                self.generic(comma.or(index))
            }
            ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { .. })
                if mistakes::in_fstring(self, index) =>
            {
                let message = "f-string: expecting '=', or '!', or ':', or '}'";
                Refusal::syntax(message.into(), range)
            }
            ParseErrorType::ExpectedToken { expected, .. } => self.expected(*expected, index),
            ParseErrorType::ExpectedExpression => self.expected_expression(index),
            _ => mistakes::known(self, index).unwrap_or_else(|| self.generic(index)),
        }
    }

    /// CPython marks what follows the argument, not the argument.
    fn after_argument(&self, range: TextRange, message: &str) -> Refusal {
        let next = self.token_at(range.end());
        Refusal::syntax(message.to_owned(), self.marked(next))
    }

    fn expected(&self, expected: TokenKind, index: Option<usize>) -> Refusal {
        let found = self.kind(index);
        match (expected, found) {
            (TokenKind::Colon, TokenKind::Equal) => {
                if let Some(refusal) = mistakes::assignment_in_condition(self, index) {
                    return refusal;
                }
            }
            (TokenKind::Colon, TokenKind::Newline | TokenKind::EndOfFile)
                if !mistakes::in_lambda(self, index) =>
            {
                if mistakes::in_dict(self, index) {
                    return self.generic(index);
                }
                return Refusal::syntax("expected ':'".into(), self.marked(index));
            }
            (TokenKind::Colon, TokenKind::Rbrace | TokenKind::Comma) if mistakes::in_dict(self, index) => {
                if let Some(previous) = index.and_then(|index| self.before(index)) {
                    let start = self.tokens[previous].end() - TextSize::new(1);
                    return Refusal::syntax(
                        "':' expected after dictionary key".into(),
                        TextRange::empty(start),
                    );
                }
            }
            (TokenKind::Colon, _) if mistakes::forces_colon(self, index) => {
                return Refusal::syntax("expected ':'".into(), self.marked(index));
            }
            (TokenKind::Lpar, _) => return Refusal::syntax("expected '('".into(), self.marked(index)),
            (TokenKind::Else, _) => {
                if let Some(refusal) = mistakes::missing_else(self, index) {
                    return refusal;
                }
            }
            (TokenKind::In, _) if mistakes::in_comprehension_target(self, index) => {
                let message = "'in' expected after for-loop variables";
                return Refusal::syntax(message.into(), self.marked(index));
            }
            _ => {}
        }
        mistakes::known(self, index).unwrap_or_else(|| self.generic(index))
    }

    fn expected_expression(&self, index: Option<usize>) -> Refusal {
        let previous = index.and_then(|index| self.before(index));
        match (self.kind(previous), self.kind(index)) {
            (TokenKind::Colon, TokenKind::Rbrace | TokenKind::Comma) if mistakes::in_dict(self, index) => {
                let message = "expression expected after dictionary key and ':'";
                Refusal::syntax(message.into(), self.marked(previous))
            }
            (TokenKind::Equal, TokenKind::Rpar | TokenKind::Comma) => {
                mistakes::missing_value(self, index).unwrap_or_else(|| self.generic(index))
            }
            (TokenKind::Rarrow, _) => Refusal::syntax("expected ':'".into(), self.marked(previous)),
            (
                TokenKind::Lbrace,
                found @ (TokenKind::Rbrace | TokenKind::Exclamation | TokenKind::Colon | TokenKind::Equal),
            ) if mistakes::in_fstring(self, index) => {
                let found = match found {
                    TokenKind::Rbrace => '}',
                    TokenKind::Exclamation => '!',
                    TokenKind::Colon => ':',
                    _ => '=',
                };
                let message = format!("f-string: valid expression required before '{found}'");
                Refusal::syntax(message, self.marked(index))
            }
            (TokenKind::Star, TokenKind::Rpar | TokenKind::Comma) => {
                Refusal::syntax("Invalid star expression".into(), self.marked(index))
            }
            _ => mistakes::known(self, index).unwrap_or_else(|| self.generic(index)),
        }
    }

    fn starred(&self, range: TextRange, index: Option<usize>) -> Refusal {
        let previous = self.kind(index.and_then(|index| self.before(index)));
        if previous == TokenKind::Colon && mistakes::in_dict(self, index) {
            let message = "cannot use a starred expression in a dictionary value";
            return Refusal::syntax(message.into(), range);
        }
        let next = self.token_at(range.end());
        if self.kind(next) == TokenKind::Colon {
            return self.generic(next);
        }
        Refusal::syntax("can't use starred expression here".into(), range)
    }

    fn star_default(&self, range: TextRange, index: Option<usize>) -> Refusal {
        let star = self.last_of(index, |kind| matches!(kind, TokenKind::Star | TokenKind::DoubleStar));
        let keyword = self.kind(star) == TokenKind::DoubleStar;
        let equals = self
            .tokens
            .iter()
            .find(|token| token.kind() == TokenKind::Equal && token.start() >= range.start());
        let message = if keyword {
            "var-keyword argument cannot have default value"
        } else {
            "var-positional argument cannot have default value"
        };
        Refusal::syntax(message.into(), equals.map_or(range, Ranged::range))
    }

    fn fstring(&self, kind: &InterpolatedStringErrorType, range: TextRange, index: Option<usize>) -> Refusal {
        let text = self.slice(range);
        let message = match kind {
            InterpolatedStringErrorType::InvalidConversionFlag if text.is_empty() || text == "}" => {
                "f-string: missing conversion character".to_owned()
            }
            InterpolatedStringErrorType::InvalidConversionFlag => {
                format!("f-string: invalid conversion character '{text}': expected 's', 'r', or 'a'")
            }
            InterpolatedStringErrorType::SingleRbrace => "f-string: single '}' is not allowed".to_owned(),
            InterpolatedStringErrorType::LambdaWithoutParentheses => {
                let colon = self
                    .tokens
                    .iter()
                    .find(|token| token.kind() == TokenKind::Colon && token.start() >= range.start());
                let end = colon.map_or(range.end(), Ranged::end);
                let message = "f-string: lambda expressions are not allowed without parentheses";
                return Refusal::syntax(message.into(), between(range.start(), end));
            }
            InterpolatedStringErrorType::ConversionFlagNotImmediatelyAfterExclamation => {
                "f-string: conversion type must come right after the exclamation mark".to_owned()
            }
            _ => {
                if let Some(refusal) = mistakes::known(self, index) {
                    return refusal;
                }
                let previous = index.and_then(|index| self.before(index));
                let conversion = previous.and_then(|index| self.before(index));
                if self.kind(conversion) == TokenKind::Exclamation {
                    "f-string: expecting ':' or '}'".to_owned()
                } else {
                    "f-string: expecting '=', or '!', or ':', or '}'".to_owned()
                }
            }
        };
        Refusal::syntax(message, self.marked(index))
    }

    fn other(&self, text: &str, range: TextRange, index: Option<usize>) -> Refusal {
        let plain = |message: &str| Refusal::syntax(message.to_owned(), range);
        if text.starts_with("Expected an indented block after") {
            return mistakes::missing_block(self, index).unwrap_or_else(|| self.generic(index));
        }
        match text {
            "Expected `except` or `finally` after `try` block" => {
                let message = "expected 'except' or 'finally' block";
                if range.start().to_usize() >= self.text.trim_end().len() {
                    return Refusal::at_end(self.text, message.into());
                }
                Refusal::syntax(message.into(), self.marked(index))
            }
            "Expected a parameter name" => mistakes::keyword_target(self, range),
            "Only one '*' parameter allowed" | "Only one '*' separator allowed" => {
                Refusal::syntax("* argument may appear only once".into(), self.star(range))
            }
            "Only one '/' separator allowed" => plain("/ may appear only once"),
            "'/' parameter must appear before '*' parameter" => plain("/ must be ahead of *"),
            "Only one '**' parameter allowed" => {
                Refusal::syntax("arguments cannot follow var-keyword argument".into(), self.star(range))
            }
            "Only single target (not list) can be annotated" => {
                plain("only single target (not list) can be annotated")
            }
            "Only single target (not tuple) can be annotated" => {
                plain("only single target (not tuple) can be annotated")
            }
            "Cannot have both 'except' and 'except*' on the same 'try'" => {
                let star = self.tokens.iter().find(|token| token.start() > range.start());
                let starred = star.filter(|token| token.kind() == TokenKind::Star);
                let end = starred.map_or(range.start() + TextSize::new(6), Ranged::end);
                let message = "cannot have both 'except' and 'except*' on the same 'try'";
                Refusal::syntax(message.into(), between(range.start(), end))
            }
            "Expected one or more exception types" => {
                Refusal::syntax("expected one or more exception types".into(), self.marked(index))
            }
            "Multiple exception types must be parenthesized when using `as`" => {
                let next = self.token_at(range.end());
                let name = next
                    .filter(|_| self.kind(next) == TokenKind::As)
                    .map(|index| self.tokens[index + 1].end());
                let range = between(range.start(), name.unwrap_or(range.end()));
                Refusal::syntax("multiple exception types must be parenthesized".into(), range)
            }
            "Bytes literal cannot be mixed with non-bytes literals" => {
                let next = self.token_at(range.end());
                Refusal::syntax("cannot mix bytes and nonbytes literals".into(), self.marked(next))
            }
            "Trailing comma not allowed" => {
                let next = self.token_at(range.end());
                if self.kind(next) == TokenKind::Newline && mistakes::in_import_from(self, index) {
                    let message = "trailing comma not allowed without surrounding parentheses";
                    return Refusal::syntax(message.into(), self.marked(next));
                }
                self.generic(next)
            }
            _ => mistakes::known(self, index).unwrap_or_else(|| self.generic(index)),
        }
    }

    /// The last token up to one that is of some kind.
    fn last_of(&self, index: Option<usize>, wanted: impl Fn(TokenKind) -> bool) -> Option<usize> {
        let last = index?.min(self.tokens.len().checked_sub(1)?);
        (0..=last).rev().find(|index| wanted(self.tokens[*index].kind()))
    }

    /// The star of a parameter.
    fn star(&self, range: TextRange) -> TextRange {
        let stars = self.slice(range).bytes().take_while(|byte| *byte == b'*').count();
        TextRange::at(range.start(), TextSize::try_from(stars).unwrap_or_default())
    }
}

fn unexpected_indent(range: TextRange) -> Refusal {
    // CPython's place is the last character of the indentation.
    let end = range.end().to_usize().saturating_sub(1);
    Refusal { kind: SyntaxErrorKind::Indentation, ..scan::at(end, "unexpected indent") }
}
