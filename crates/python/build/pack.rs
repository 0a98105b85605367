//! Fewer bytes for the same program: comments, empty lines and wide indentation are for who reads the files, and would
//! weigh in the page. Used by the build script, and by xtask for the library that lies apart.
//!
//! A long module is written in parts: files in a folder of its name, each of which is read in the place of the line that
//! names it. They are one module with one namespace all the same, so that programs see no difference.

use std::path::Path;
use std::{fs, io};

/// How a line begins that stands for a part.
const PART: &str = "# part: ";

/// A module with its parts in their places.
///
/// # Errors
/// A file that cannot be read; the message names it.
pub(super) fn read(module: &Path) -> io::Result<String> {
    let open = |path: &Path| {
        fs::read_to_string(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
    };
    let mut text = String::new();
    for line in open(module)?.split_inclusive('\n') {
        match line.strip_prefix(PART) {
            Some(part) => text.push_str(&open(&module.with_file_name(part.trim_end()))?),
            None => text.push_str(line),
        }
    }
    Ok(text)
}

/// The same program in fewer bytes: without comments, empty lines and the spaces that tokens do not need. Strings are left as they
/// are.
pub(super) fn pack(text: &str) -> String {
    let mut packed = String::with_capacity(text.len());
    // The quotes that end the string that is being read.
    let mut open: Option<String> = None;
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let mut taken = char.len_utf8();
        if let Some(quotes) = &open {
            if rest.starts_with(quotes.as_str()) {
                taken = quotes.len();
                open = None;
            } else if char == '\\' {
                taken += rest[taken..].chars().next().map_or(0, char::len_utf8);
            }
            packed.push_str(&rest[..taken]);
        } else if packed.is_empty() || packed.ends_with('\n') {
            let line = rest.split('\n').next().unwrap_or("");
            let body = line.trim_start_matches(' ');
            let indent = line.len() - body.len();
            taken = indent;
            if body.is_empty() || body.starts_with('#') {
                taken = (line.len() + 1).min(rest.len());
            } else {
                packed.extend(std::iter::repeat_n(' ', indent.div_ceil(4)));
                // What the line begins with is taken here, so that the next turn is not at its beginning.
                taken += begin(body, &mut packed, &mut open);
            }
        } else if char == '#' {
            taken = rest.find('\n').unwrap_or(rest.len());
        } else if char == ' ' {
            let after = rest.trim_start_matches(' ');
            taken = rest.len() - after.len();
            if is_needed(packed.chars().next_back(), after.chars().next()) {
                packed.push(' ');
            }
        } else {
            taken = begin(rest, &mut packed, &mut open);
        }
        rest = &rest[taken..];
    }
    packed
}

/// Takes one character of code, or the quotes that a string begins with; how many bytes that is.
fn begin(text: &str, packed: &mut String, open: &mut Option<String>) -> usize {
    let Some(char) = text.chars().next() else { return 0 };
    let mut taken = char.len_utf8();
    if matches!(char, '"' | '\'') {
        let triple = String::from_iter([char; 3]);
        let quotes = if text.starts_with(&triple) { triple } else { char.to_string() };
        taken = quotes.len();
        *open = Some(quotes);
    }
    packed.push_str(&text[..taken]);
    taken
}

/// Whether a space between two characters keeps two tokens apart: words and numbers, or strings.
fn is_needed(before: Option<char>, after: Option<char>) -> bool {
    let is_word = |char: char| char.is_alphanumeric() || char == '_';
    let is_quote = |char: char| matches!(char, '"' | '\'');
    match (before, after) {
        (Some(before), Some(after)) => {
            (is_word(before) || before == '.') && is_word(after) || is_quote(before) && is_quote(after)
        }
        _ => false,
    }
}
