//! How a delay is called and where it is shown to stand.

use std::borrow::Cow;

use ruff_python_ast::Expr;

use super::Origin;
use super::change::Lines;
use super::facts::{Call, Facts, Slot, Step, last_name, span};
use super::flow::{Found, Via};

/// Longest context of a delay, in characters.
const MAX_CONTEXT: usize = 80;

/// Origin, label and context of a number.
pub(super) fn describe(
    facts: &Facts<'_>,
    source: &str,
    lines: &Lines<'_>,
    found: &Found<'_>,
) -> (Origin, String, String) {
    let text = |expr: &Expr| excerpt(source.get(span(expr)).unwrap_or(""));
    let line = || excerpt(lines.text_at(found.range.start));
    let whole = |call: &Call<'_>| excerpt(source.get(span(call.whole)).unwrap_or(""));
    match found.via {
        Via::Sink(call) => (Origin::Direct, text(call.func).into_owned(), whole(&call).into_owned()),
        Via::Argument(call, callable, slot) => {
            let name = last_name(call.func).map_or_else(|| text(call.func), Cow::Borrowed);
            let parameter = match slot {
                Slot::Keyword(name) => Some(name),
                Slot::Position(position) => facts
                    .parameters
                    .get(&callable)
                    .and_then(|signature| signature.positional.get(position))
                    .copied(),
            };
            let label =
                parameter.map_or_else(|| name.to_string(), |parameter| format!("{name} · {parameter}"));
            (Origin::Argument, label, whole(&call).into_owned())
        }
        Via::Default(function, parameter) => {
            (Origin::Default, format!("{function} · {parameter}"), line().into_owned())
        }
        Via::Item(name, step) => {
            let label = match step {
                Step::Index(index) => format!("{name}[{index}]"),
                Step::Key(key) => format!("{name}[{}]", quoted(key)),
                Step::Iterate | Step::Item => name.to_owned(),
            };
            (Origin::Assigned, label, line().into_owned())
        }
        Via::Name(name) => (Origin::Assigned, name.to_owned(), line().into_owned()),
        Via::Return(name) => (Origin::Returned, name.to_owned(), line().into_owned()),
    }
}

/// A text as it may stand in a source. (`{:?}` does it too, with tables of what can be printed.)
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            _ if letter.is_control() => quoted.extend(letter.escape_default()),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A piece of source on one line, cut when long.
pub(super) fn excerpt(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.len() <= MAX_CONTEXT && !text.contains(['\n', '\r']) {
        return Cow::Borrowed(text);
    }
    // However long the text is, only its beginning is read.
    let beginning = &text[..text.floor_char_boundary(MAX_CONTEXT * 8)];
    let mut out = String::new();
    for word in beginning.split_whitespace() {
        // Inside brackets a line break needs no space.
        let tight = out.is_empty() || out.ends_with(['(', '[', '{']) || word.starts_with([')', ']', '}']);
        if !tight {
            out.push(' ');
        }
        out.push_str(word);
        if let Some((end, _)) = out.char_indices().nth(MAX_CONTEXT) {
            out.truncate(end);
            out.push('…');
            break;
        }
    }
    Cow::Owned(out)
}
