//! Escapes in strings that mean nothing, in the words of CPython's codecs.

use ruff_python_ast::token::{Token, TokenKind};
use ruff_python_parser::{LexicalErrorType, ParseError, ParseErrorType};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::{Refusal, between};

/// The refusal of a string literal whose escapes or bytes are wrong.
pub(super) fn refused(text: &str, tokens: &[Token], error: &ParseError) -> Option<Refusal> {
    let ParseErrorType::Lexical(kind) = &error.error else { return None };
    if !matches!(
        kind,
        LexicalErrorType::UnicodeError
            | LexicalErrorType::MissingUnicodeLbrace
            | LexicalErrorType::MissingUnicodeRbrace
            | LexicalErrorType::InvalidByteLiteral
            | LexicalErrorType::StringError
            | LexicalErrorType::OtherError(_)
    ) {
        return None;
    }
    let offset = error.location.start();
    let token = tokens.iter().find(|token| {
        matches!(token.kind(), TokenKind::String | TokenKind::FStringMiddle)
            && token.start() <= offset
            && offset <= token.end()
    })?;
    let literal = text.get(token.start().to_usize()..token.end().to_usize())?;
    let (prefix, body) = match token.kind() {
        TokenKind::String => {
            let quote = literal.find(['\'', '"'])?;
            let (prefix, quoted) = literal.split_at(quote);
            let mark = quoted.get(..3).filter(|three| matches!(*three, "'''" | "\"\"\"")).map_or(1, str::len);
            (prefix, quoted.get(mark..quoted.len().checked_sub(mark)?)?)
        }
        _ => ("", literal),
    };
    let range = token.range();
    if prefix.to_ascii_lowercase().contains('b') {
        if !body.is_ascii() {
            return Some(Refusal::syntax("bytes can only contain ASCII literal characters".into(), range));
        }
        let position = bad_hex(body)?;
        return Some(Refusal::syntax(
            format!("(value error) invalid \\x escape at position {position}"),
            range,
        ));
    }
    Some(unicode(body, range, token.start()))
}

/// The place of the first `\x` without two digits.
fn bad_hex(body: &str) -> Option<usize> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'\\' {
            at += 1;
            continue;
        }
        let digits = bytes.get(at + 2..at + 4).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        if bytes.get(at + 1) == Some(&b'x') && !digits {
            return Some(at);
        }
        at += 2;
    }
    None
}

fn unicode(body: &str, range: TextRange, start: TextSize) -> Refusal {
    let letters: Vec<char> = body.chars().collect();
    // CPython counts in a text where characters above ASCII are escaped: ten bytes each.
    let mut position = 0;
    let mut at = 0;
    while at < letters.len() {
        if letters[at] != '\\' {
            position += if letters[at].is_ascii() { 1 } else { 10 };
            at += 1;
            continue;
        }
        let Some(kind) = letters.get(at + 1) else { break };
        let (digits, shape) = match kind {
            'x' => (2, "\\xXX"),
            'u' => (4, "\\uXXXX"),
            'U' => (8, "\\UXXXXXXXX"),
            'N' => {
                let message = "\\N{...} escapes are not available in the playground yet";
                return Refusal::syntax(message.into(), range);
            }
            other => {
                position += 1 + if other.is_ascii() { 1 } else { 10 };
                at += 2;
                continue;
            }
        };
        let found = letters[at + 2..].iter().take(digits).take_while(|letter| letter.is_ascii_hexdigit());
        let found: String = found.collect();
        let error = if found.len() < digits {
            Some(format!("truncated {shape} escape"))
        } else {
            match u32::from_str_radix(&found, 16) {
                Ok(0..=0x10_ffff) => None,
                _ => Some("illegal Unicode character".to_owned()),
            }
        };
        let last = position + 1 + found.len();
        if let Some(error) = error {
            let message = format!(
                "(unicode error) 'unicodeescape' codec can't decode bytes in position {position}-{last}: {error}"
            );
            return Refusal::syntax(message, range);
        }
        if matches!(u32::from_str_radix(&found, 16), Ok(0xd800..=0xdfff)) {
            let message = "lone surrogates in strings are not available in the playground";
            return Refusal::syntax(message.into(), between(start, range.end()));
        }
        position += 2 + digits;
        at += 2 + digits;
    }
    Refusal::syntax("invalid syntax".into(), range)
}
