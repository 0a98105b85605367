//! Replays what CPython 3.13 gave for the same calls (`vectors.txt`, recorded by `record.py`).
//!
//! Each line is one call; the suites are cut by the names at their beginnings.

mod calls;
mod limits;

use super::TextErrorKind;

/// One recorded call, its fields unescaped.
struct Call<'a> {
    line: usize,
    name: &'a str,
    args: Vec<Option<String>>,
    /// The result as text, or the class and the message of the exception.
    expected: Result<String, (&'a str, String)>,
}

/// Undoes the escapes of a field; `None` for `\N`.
fn unescape(field: &str) -> Option<String> {
    if field == "\\N" {
        return None;
    }
    let mut out = String::new();
    let mut rest = field;
    while let Some((plain, escaped)) = rest.split_once('\\') {
        out.push_str(plain);
        if let Some(code) = escaped.strip_prefix("u{") {
            let (code, after) = code.split_once('}').expect("a closed escape");
            let code = u32::from_str_radix(code, 16).expect("a hexadecimal escape");
            out.push(char::from_u32(code).expect("a character"));
            rest = after;
        } else {
            let escaped_char = escaped.chars().next().expect("a character after the backslash");
            out.push(escaped_char);
            rest = &escaped[escaped_char.len_utf8()..];
        }
    }
    out.push_str(rest);
    Some(out)
}

/// Splits a line at tabs, and the items of a list (each ends with `|`) likewise, before the escapes are undone.
fn parse(line: usize, text: &str) -> Call<'_> {
    let mut fields = text.split('\t');
    let name = fields.next().expect("a name");
    let mut args = Vec::new();
    let mut marker = "";
    for field in fields.by_ref() {
        if field == "=" || field == "!" {
            marker = field;
            break;
        }
        // Lists stay escaped; `calls` takes them apart.
        args.push(if is_list(field) { Some(field.to_owned()) } else { unescape(field) });
    }
    let mut result = fields.next().expect("a result");
    let expected = if marker == "=" {
        Ok(if is_list(result) {
            result.to_owned()
        } else {
            unescape(result).unwrap_or_else(|| "\\N".to_owned())
        })
    } else {
        let class = result;
        result = fields.next().expect("a message");
        Err((class, unescape(result).unwrap_or_default()))
    };
    Call { line, name, args, expected }
}

/// Whether a field is a list: it has a bare `|`.
fn is_list(field: &str) -> bool {
    let mut escaped = false;
    for c in field.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '|' => return true,
            _ => {}
        }
    }
    false
}

/// The items of a list field.
fn items(field: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut start = 0;
    let mut escaped = false;
    for (at, c) in field.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '|' => {
                items.push(unescape(&field[start..at]).unwrap_or_default());
                start = at + 1;
            }
            _ => {}
        }
    }
    items
}

/// Replays all calls whose names begin with one of `prefixes`.
fn check(prefixes: &[&str]) {
    let mut seen = 0;
    let mut failures = Vec::new();
    for (line, text) in include_str!("vectors.txt").lines().enumerate() {
        if !prefixes.iter().any(|prefix| text.starts_with(prefix)) {
            continue;
        }
        let call = parse(line + 1, text);
        seen += 1;
        let expected = match &call.expected {
            Ok(value) => Ok(value.clone()),
            Err((class, message)) => Err((kind_of(class), message.clone())),
        };
        let found = calls::run(call.name, &call.args).map_err(|error| (error.kind, error.message));
        // A list's result is compared item by item, so that its escapes do not matter.
        let same = match (&found, &expected) {
            (Ok(found), Ok(expected)) if is_list(expected) => items(found) == items(expected),
            _ => found == expected,
        };
        if !same {
            failures.push(format!("line {}: {text}\n    found {found:?}", call.line));
        }
    }
    assert!(seen > 20, "only {seen} calls are recorded for {prefixes:?}");
    assert!(failures.is_empty(), "{} of {seen} differ:\n{}", failures.len(), failures.join("\n"));
}

/// The kind of an exception class.
fn kind_of(class: &str) -> TextErrorKind {
    match class {
        "ValueError" => TextErrorKind::Value,
        "TypeError" => TextErrorKind::Type,
        "OverflowError" => TextErrorKind::Overflow,
        "IndexError" => TextErrorKind::Index,
        "KeyError" => TextErrorKind::Key,
        "ZeroDivisionError" => TextErrorKind::ZeroDivision,
        other => panic!("{other} is not recorded"),
    }
}

#[test]
fn floats() {
    check(&["float_", "compare\t"]);
}

#[test]
fn ints() {
    check(&["int_"]);
}

#[test]
fn accurate_functions() {
    check(&["accurate_"]);
}

#[test]
fn format_specs() {
    check(&["format_"]);
}

#[test]
fn percent_templates() {
    check(&["percent_"]);
}

#[test]
fn format_templates() {
    check(&["template"]);
}

#[test]
fn reprs() {
    check(&["repr", "ascii", "bytes_repr"]);
}

#[test]
fn cases() {
    check(&["lower", "upper", "casefold", "capitalize", "title", "swapcase"]);
}

#[test]
fn tests_of_characters() {
    check(&["is"]);
    let sets = include_str!("vectors.txt").lines().filter(|line| line.starts_with("characters\t"));
    let mut count = 0;
    for line in sets {
        let call = parse(0, line);
        assert_eq!(calls::run(call.name, &call.args).ok(), call.expected.ok(), "{line}");
        count += 1;
    }
    assert_eq!(count, 10);
}

#[test]
fn padding_and_replacing() {
    check(&["center", "ljust", "rjust", "zfill", "expandtabs", "replace"]);
}

#[test]
fn searches() {
    check(&["find", "rfind", "index\t", "rindex", "count", "startswith", "endswith"]);
}

#[test]
fn slices() {
    check(&["getitem", "slice", "indices"]);
}

#[test]
fn splits() {
    check(&["split", "rsplit", "partition", "rpartition", "strip", "lstrip", "rstrip", "remove"]);
}

#[test]
fn suggestions() {
    check(&["suggest"]);
}

#[test]
fn times() {
    check(&["gmtime", "timegm", "asctime", "strftime"]);
}
