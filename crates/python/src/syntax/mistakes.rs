//! Mistakes that CPython's parser knows: forgotten commas, `print x`, `=` for `==`, missing blocks.
//!
//! Each looks at the tokens around the place where the parser stopped.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::parse_expression;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::messages::Context;
use super::{Refusal, SyntaxErrorKind, between, targets};

/// The bracket around a token, if it is in one.
fn opener(context: &Context<'_>, index: usize) -> Option<usize> {
    let mut closed = 0usize;
    for index in (0..index).rev() {
        match context.tokens[index].kind() {
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => closed += 1,
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => {
                if closed == 0 {
                    return Some(index);
                }
                closed -= 1;
            }
            TokenKind::Newline => return None,
            _ => {}
        }
    }
    None
}

/// The first token of the logical line that holds a token.
fn line_start(context: &Context<'_>, index: usize) -> usize {
    let newline = (0..index).rev().find(|index| context.tokens[*index].kind() == TokenKind::Newline);
    let first = newline.map_or(0, |newline| newline + 1);
    (first..=index)
        .find(|index| {
            let kind = context.tokens[*index].kind();
            !kind.is_trivia() && !matches!(kind, TokenKind::Indent | TokenKind::Dedent)
        })
        .unwrap_or(index)
}

pub(super) fn in_dict(context: &Context<'_>, index: Option<usize>) -> bool {
    let bracket = index.and_then(|index| opener(context, index));
    context.kind(bracket) == TokenKind::Lbrace
}

pub(super) fn in_fstring(context: &Context<'_>, index: Option<usize>) -> bool {
    let Some(bracket) = index.and_then(|index| opener(context, index)) else { return false };
    matches!(
        context.kind(context.before(bracket)),
        TokenKind::FStringStart | TokenKind::FStringMiddle | TokenKind::Rbrace
    )
}

pub(super) fn in_import_from(context: &Context<'_>, index: Option<usize>) -> bool {
    index.is_some_and(|index| context.kind(Some(line_start(context, index))) == TokenKind::From)
}

pub(super) fn in_comprehension_target(context: &Context<'_>, index: Option<usize>) -> bool {
    index.is_some_and(|index| opener(context, index).is_some())
}

/// `lambda x` without its colon is no statement that lacks one.
pub(super) fn in_lambda(context: &Context<'_>, index: Option<usize>) -> bool {
    let Some(index) = index else { return false };
    let line = line_start(context, index);
    context.tokens[line..index].iter().rev().find_map(|token| match token.kind() {
        TokenKind::Lambda => Some(true),
        TokenKind::Colon => Some(false),
        _ => None,
    }) == Some(true)
}

/// Statements after whose header CPython insists on a colon, whatever is there.
pub(super) fn forces_colon(context: &Context<'_>, index: Option<usize>) -> bool {
    let Some(index) = index else { return false };
    if opener(context, index).is_some() {
        return false;
    }
    let line = line_start(context, index);
    let kind = match context.kind(Some(line)) {
        TokenKind::Async => context.kind(Some(line + 1)),
        kind => kind,
    };
    matches!(kind, TokenKind::Def | TokenKind::Else | TokenKind::Try | TokenKind::Finally)
}

/// `if x = 1:`
pub(super) fn assignment_in_condition(context: &Context<'_>, index: Option<usize>) -> Option<Refusal> {
    let index = index?;
    let line = line_start(context, index);
    let target = context.tokens.get(line + 1..index)?;
    let plain = matches!(context.kind(Some(line)), TokenKind::If | TokenKind::While | TokenKind::Elif);
    let (first, last) = (target.first()?, target.last()?);
    if !plain {
        return None;
    }
    let end = operand_end(context, index + 1)?;
    let left = between(first.start(), last.end());
    if target.len() == 1 && first.kind() == TokenKind::Name {
        let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
        return Some(Refusal::syntax(message.into(), between(first.start(), end)));
    }
    let name = parse_expression(context.slice(left)).ok().map(|parsed| targets::word(parsed.expr()))?;
    let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
    Some(Refusal::syntax(message, left))
}

/// The end of the operand that begins at a token: up to a comparison, a comma, a colon, a bracket's or a line's end.
fn operand_end(context: &Context<'_>, start: usize) -> Option<TextSize> {
    let mut depth = 0usize;
    let mut end = None;
    for token in &context.tokens[start.min(context.tokens.len())..] {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth > 0 => depth -= 1,
            TokenKind::Newline | TokenKind::EndOfFile => break,
            kind if depth == 0 && ends_operand(kind) => break,
            kind if kind.is_trivia() => continue,
            _ => {}
        }
        end = Some(token.end());
    }
    end
}

fn ends_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Colon
            | TokenKind::Comma
            | TokenKind::Semi
            | TokenKind::Equal
            | TokenKind::ColonEqual
            | TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace
            | TokenKind::For
            | TokenKind::If
            | TokenKind::Else
            | TokenKind::And
            | TokenKind::Or
            | TokenKind::Not
            | TokenKind::In
            | TokenKind::Is
            | TokenKind::Exclamation
    )
}

/// The mistakes that can be anywhere.
pub(super) fn known(context: &Context<'_>, index: Option<usize>) -> Option<Refusal> {
    let index = index?;
    missing_parentheses(context, index)
        .or_else(|| import_from_reversed(context, index))
        .or_else(|| unparenthesized_target(context, index))
        .or_else(|| augmented_tuple(context, index))
        .or_else(|| parenthesized_parameters(context, index))
        .or_else(|| missing_comma(context, index))
}

/// `a, b += 1`
fn augmented_tuple(context: &Context<'_>, index: usize) -> Option<Refusal> {
    let text = context.slice(context.tokens[index].range());
    let augmented =
        text.len() > 1 && text.ends_with('=') && !matches!(text, "==" | "!=" | "<=" | ">=" | ":=");
    let (line, last) = (line_start(context, index), context.before(index)?);
    if !augmented || opener(context, index).is_some() || last < line {
        return None;
    }
    let range = between(context.tokens[line].start(), context.tokens[last].end());
    let parsed = parse_expression(context.slice(range)).ok()?;
    let name = targets::word(parsed.expr());
    Some(Refusal::syntax(format!("'{name}' is an illegal expression for augmented assignment"), range))
}

/// Whether a token is in the parameter list of a `def`.
fn in_parameters(context: &Context<'_>, index: usize) -> bool {
    let bracket = opener(context, index);
    let name = bracket.and_then(|bracket| context.before(bracket));
    context.kind(name.and_then(|name| context.before(name))) == TokenKind::Def
}

/// `def f((a, b)):`
fn parenthesized_parameters(context: &Context<'_>, index: usize) -> Option<Refusal> {
    if context.kind(Some(index)) != TokenKind::Lpar || !in_parameters(context, index) {
        return None;
    }
    let close = context.tokens[index + 1..]
        .iter()
        .find(|token| !matches!(token.kind(), TokenKind::Name | TokenKind::Comma))
        .filter(|token| token.kind() == TokenKind::Rpar)?;
    let range = between(context.tokens[index].start(), close.end());
    Some(Refusal::syntax("Function parameters cannot be parenthesized".into(), range))
}

/// `print x`
fn missing_parentheses(context: &Context<'_>, index: usize) -> Option<Refusal> {
    let function = context.before(index)?;
    let name = &context.tokens[function];
    let word = context.slice(name.range());
    if !matches!(word, "print" | "exec") || !starts_expression(context.kind(Some(index))) {
        return None;
    }
    let start = line_start(context, index);
    if start != function && context.kind(context.before(function)) != TokenKind::Semi {
        return None;
    }
    let line_end = context.tokens[index..]
        .iter()
        .find(|token| matches!(token.kind(), TokenKind::Newline | TokenKind::Semi | TokenKind::EndOfFile))?;
    let end = context.text[..line_end.start().to_usize()].trim_end().len();
    let range = between(name.start(), TextSize::try_from(end).ok()?);
    Some(Refusal::syntax(
        format!("Missing parentheses in call to '{word}'. Did you mean {word}(...)?"),
        range,
    ))
}

/// `import a from b`
fn import_from_reversed(context: &Context<'_>, index: usize) -> Option<Refusal> {
    let line = line_start(context, index);
    if context.kind(Some(index)) != TokenKind::From || context.kind(Some(line)) != TokenKind::Import {
        return None;
    }
    let end = operand_end(context, index + 1)?;
    let message = "Did you mean to use 'from ... import ...' instead?";
    Some(Refusal::syntax(message.into(), between(context.tokens[line].start(), end)))
}

/// `[x, y for x in z]`
fn unparenthesized_target(context: &Context<'_>, index: usize) -> Option<Refusal> {
    if context.kind(Some(index)) != TokenKind::For {
        return None;
    }
    let bracket = opener(context, index)?;
    let list = matches!(context.kind(Some(bracket)), TokenKind::Lsqb | TokenKind::Lbrace);
    let first = element_start(context, index)?;
    let comma = first > bracket + 1 && context.kind(context.before(first)) == TokenKind::Comma;
    let last = context.before(index)?;
    (list && comma).then(|| {
        let range = between(context.tokens[bracket + 1].start(), context.tokens[last].end());
        Refusal::syntax("did you forget parentheses around the comprehension target?".into(), range)
    })
}

/// The first token of the element of a bracket that a token belongs to.
fn element_start(context: &Context<'_>, index: usize) -> Option<usize> {
    let mut closed = 0usize;
    let mut first = index;
    for index in (0..index).rev() {
        match context.tokens[index].kind() {
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace => closed += 1,
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace if closed == 0 => return Some(first),
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => closed -= 1,
            kind if closed == 0 && starts_element_after(kind) => return Some(first),
            kind if kind.is_trivia() => continue,
            _ => {}
        }
        first = index;
    }
    Some(first)
}

fn starts_element_after(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Comma
            | TokenKind::Colon
            | TokenKind::Equal
            | TokenKind::ColonEqual
            | TokenKind::Newline
            | TokenKind::If
            | TokenKind::Else
            | TokenKind::For
            | TokenKind::In
            | TokenKind::Lambda
            | TokenKind::Yield
            | TokenKind::From
    )
}

fn starts_expression(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Name
            | TokenKind::Int
            | TokenKind::Float
            | TokenKind::Complex
            | TokenKind::String
            | TokenKind::FStringStart
            | TokenKind::None
            | TokenKind::True
            | TokenKind::False
            | TokenKind::Ellipsis
            | TokenKind::Lambda
            | TokenKind::Await
            | TokenKind::Not
            | TokenKind::Tilde
    )
}

/// `f(a b)`: two expressions side by side in brackets.
fn missing_comma(context: &Context<'_>, index: usize) -> Option<Refusal> {
    opener(context, index)?;
    if in_parameters(context, index) {
        return None;
    }
    let previous = context.before(index)?;
    let (before, here) = (context.kind(Some(previous)), context.kind(Some(index)));
    if !starts_expression(here) || matches!(here, TokenKind::Not | TokenKind::Lambda) {
        return None;
    }
    let string = matches!(here, TokenKind::String | TokenKind::FStringStart);
    if before == TokenKind::Name && string && element_start(context, index) == Some(previous) {
        return None;
    }
    let first = element_start(context, index)?;
    let left = between(context.tokens[first].start(), context.tokens[previous].end());
    parse_expression(context.slice(left)).ok()?;
    let start = context.tokens[index].start();
    let end = expression_end(context, index)?;
    parse_expression(context.slice(between(start, end))).ok()?;
    let message = "invalid syntax. Perhaps you forgot a comma?";
    Some(Refusal::syntax(message.into(), between(left.start(), end)))
}

/// The end of the expression that begins at a token: the longest beginning of its element that is one.
fn expression_end(context: &Context<'_>, index: usize) -> Option<TextSize> {
    let start = context.tokens[index].start();
    let far = operand_end_with_operators(context, index)?;
    let mut ends: Vec<TextSize> = context.tokens[index..]
        .iter()
        .take_while(|token| token.end() <= far)
        .filter(|token| !token.kind().is_trivia())
        .map(Ranged::end)
        .collect();
    // Long elements are not tried token by token.
    let tail = ends.len().saturating_sub(64);
    ends.drain(1.min(tail)..tail);
    ends.into_iter().rev().find(|end| parse_expression(context.slice(between(start, *end))).is_ok())
}

fn operand_end_with_operators(context: &Context<'_>, start: usize) -> Option<TextSize> {
    let mut depth = 0usize;
    let mut end = None;
    for token in &context.tokens[start..] {
        match token.kind() {
            TokenKind::Lpar | TokenKind::Lsqb | TokenKind::Lbrace => depth += 1,
            TokenKind::Rpar | TokenKind::Rsqb | TokenKind::Rbrace if depth > 0 => depth -= 1,
            TokenKind::Newline
            | TokenKind::EndOfFile
            | TokenKind::Rpar
            | TokenKind::Rsqb
            | TokenKind::Rbrace => break,
            TokenKind::Comma | TokenKind::Colon | TokenKind::Equal if depth == 0 => break,
            _ => {}
        }
        end = Some(token.end());
    }
    end
}

/// `a if b` without its `else`.
pub(super) fn missing_else(context: &Context<'_>, index: Option<usize>) -> Option<Refusal> {
    let index = index?;
    if context.kind(Some(index)) == TokenKind::Colon {
        return None;
    }
    let condition = (0..index).rev().find(|index| context.tokens[*index].kind() == TokenKind::If)?;
    let first = element_start(context, condition)?;
    let last = context.before(index)?;
    let range = between(context.tokens[first].start(), context.tokens[last].end());
    Some(Refusal::syntax("expected 'else' after 'if' expression".into(), range))
}

/// `f(a=)` and `def f(a=):`
pub(super) fn missing_value(context: &Context<'_>, index: Option<usize>) -> Option<Refusal> {
    let index = index?;
    let equals = context.before(index)?;
    let name = context.before(equals)?;
    let bracket = opener(context, index)?;
    let parameters = context.before(bracket).and_then(|function| context.before(function));
    if context.kind(parameters) == TokenKind::Def {
        return Some(Refusal::syntax(
            "expected default value expression".into(),
            context.tokens[equals].range(),
        ));
    }
    let range = between(context.tokens[name].start(), context.tokens[equals].end());
    Some(Refusal::syntax("expected argument value expression".into(), range))
}

/// `f(1=2)`: the name of a keyword argument is none.
pub(super) fn keyword_target(context: &Context<'_>, range: TextRange) -> Refusal {
    let equals = context.token_at(range.end()).map_or(range.end(), |index| context.tokens[index].end());
    let whole = between(range.start(), equals);
    match context.slice(range) {
        name @ ("True" | "False" | "None") => Refusal::syntax(format!("cannot assign to {name}"), whole),
        _ => Refusal::syntax("expression cannot contain assignment, perhaps you meant \"==\"?".into(), whole),
    }
}

/// "expected an indented block after 'if' statement on line 1"
pub(super) fn missing_block(context: &Context<'_>, index: Option<usize>) -> Option<Refusal> {
    let newline = context.tokens[..index.unwrap_or(context.tokens.len())]
        .iter()
        .rposition(|token| token.kind() == TokenKind::Newline)
        .or(index)?;
    // At the end of the text the parser blames the line's end itself.
    let newline = if context.kind(index) == TokenKind::Newline { index? } else { newline };
    let first = line_start(context, newline);
    let is_async = context.kind(Some(first)) == TokenKind::Async;
    let keyword = context.tokens.get(first + usize::from(is_async))?;
    let clause = match keyword.kind() {
        TokenKind::Def => "function definition".to_owned(),
        TokenKind::Class => "class definition".to_owned(),
        _ => format!("'{}' statement", context.slice(keyword.range())),
    };
    let line = context.text[..context.tokens[first].start().to_usize()].matches('\n').count() + 1;
    let message = format!("expected an indented block after {clause} on line {line}");
    let next = context.tokens[newline + 1..].iter().find(|token| {
        !token.kind().is_trivia() && !matches!(token.kind(), TokenKind::Dedent | TokenKind::Indent)
    });
    let refusal = match next {
        Some(token) if token.kind() != TokenKind::EndOfFile => Refusal::syntax(message, token.range()),
        _ => Refusal::at_end(context.text, message),
    };
    Some(Refusal { kind: SyntaxErrorKind::Indentation, ..refusal })
}
