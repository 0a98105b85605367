//! `repr` and `ascii` of `str`, `repr` of `bytes`.
//!
//! Knows only text; which object it came from is the caller's business.

use super::unicode::is_printable;
use std::fmt::Write as _;

/// `repr(text)`.
pub fn str_repr(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    write_str_repr(&mut out, text);
    out
}

/// Appends [`str_repr`] of `text` to `out`.
pub fn write_str_repr(out: &mut String, text: &str) {
    write_quoted(out, text, false);
}

/// `ascii(text)`: as `repr`, and everything outside ASCII escaped.
pub fn str_ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    write_quoted(&mut out, text, true);
    out
}

/// `ascii(object)` from the object's `repr`: escapes what is outside ASCII, adds no quotes.
pub fn ascii_only(repr: &str) -> String {
    let mut out = String::with_capacity(repr.len());
    for c in repr.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            push_escape(&mut out, c);
        }
    }
    out
}

fn quote_for(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn write_quoted(out: &mut String, text: &str, ascii: bool) {
    // Most have nothing to escape.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'\'' && byte != b'\\') {
        out.push('\'');
        out.push_str(text);
        return out.push('\'');
    }
    let quote = quote_for(text.contains('\''), text.contains('"'));
    out.push(quote);
    // Copies plain stretches whole.
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let escape = match c {
            '\\' => true,
            c if c == quote => true,
            ' '..='~' => false,
            c => (ascii && !c.is_ascii()) || !is_printable(c),
        };
        if escape {
            out.push_str(&text[plain..at]);
            plain = at + c.len_utf8();
            push_escape(out, c);
        }
    }
    out.push_str(&text[plain..]);
    out.push(quote);
}

fn push_escape(out: &mut String, c: char) {
    let code = u32::from(c);
    let _ = match c {
        '\\' | '\'' | '"' => write!(out, "\\{c}"),
        '\t' => out.write_str("\\t"),
        '\n' => out.write_str("\\n"),
        '\r' => out.write_str("\\r"),
        _ if code <= 0xff => write!(out, "\\x{code:02x}"),
        _ if code <= 0xffff => write!(out, "\\u{code:04x}"),
        _ => write!(out, "\\U{code:08x}"),
    };
}

/// `repr(data)` of `bytes`: `b'...'`.
pub fn bytes_repr(data: &[u8]) -> String {
    let mut out = String::with_capacity(data.len() + 3);
    let quote = quote_for(data.contains(&b'\''), data.contains(&b'"'));
    out.push('b');
    out.push(quote);
    for byte in data {
        let c = char::from(*byte);
        if (' '..='~').contains(&c) && c != quote && c != '\\' {
            out.push(c);
        } else {
            push_escape(&mut out, c);
        }
    }
    out.push(quote);
    out
}
