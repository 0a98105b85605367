//! Packs the engine's own Python for embedding: comments, empty lines and wide indentation are for who reads the files,
//! and would weigh in the page. `embedded!` (src/native.rs) finds the result.

use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    pack_folder(Path::new("src"), &out);
}

fn pack_folder(folder: &Path, out: &Path) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let (path, to) = (entry.path(), out.join(entry.file_name()));
        if path.is_dir() {
            if entry.file_name() != "tests" {
                pack_folder(&path, &to);
            }
        } else if path.extension().is_some_and(|extension| extension == "py") {
            let packed = pack(&fs::read_to_string(&path).expect("a source"));
            // A file that stays the same stays untouched: the package is not compiled anew for it.
            if fs::read_to_string(&to).ok().as_ref() != Some(&packed) {
                fs::create_dir_all(out).expect("a folder for the packed sources");
                fs::write(&to, packed).expect("a packed source");
            }
        }
    }
}

/// The same program in fewer bytes. Strings are left as they are.
fn pack(text: &str) -> String {
    let mut packed = String::with_capacity(text.len());
    // The quotes that end the string that goes over the end of the line.
    let mut open: Option<String> = None;
    for line in text.lines() {
        if open.is_none() {
            let body = line.trim_start_matches(' ');
            let indent = line.len() - body.len();
            let end = code_end(body, &mut open);
            let body = &body[..end];
            let body = if open.is_none() { body.trim_end() } else { body };
            if body.is_empty() {
                continue;
            }
            packed.extend(std::iter::repeat_n(' ', indent.div_ceil(4)));
            packed.push_str(body);
        } else {
            let end = code_end(line, &mut open);
            packed.push_str(&line[..end]);
        }
        packed.push('\n');
    }
    packed
}

/// Where the comment of a line begins, or its end. `open` is the string that goes over from the line before, and to the next.
fn code_end(line: &str, open: &mut Option<String>) -> usize {
    let mut rest = line;
    while !rest.is_empty() {
        if let Some(quotes) = open {
            if let Some(after) = rest.strip_prefix(quotes.as_str()) {
                rest = after;
                *open = None;
                continue;
            }
            if let Some(after) = rest.strip_prefix('\\') {
                rest = after;
            }
        } else if rest.starts_with('#') {
            break;
        } else if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            let triple = String::from_iter([quote; 3]);
            let quotes = if rest.starts_with(&triple) { triple } else { quote.to_string() };
            rest = &rest[quotes.len()..];
            *open = Some(quotes);
            continue;
        }
        rest = &rest[rest.chars().next().map_or(0, char::len_utf8)..];
    }
    // A string in single quotes ends with its line.
    open.take_if(|quotes| quotes.len() == 1);
    line.len() - rest.len()
}
