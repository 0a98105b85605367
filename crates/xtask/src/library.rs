//! The standard library's texts as a script of the page: they lie apart from the engine there, which takes them from
//! `globalThis.loopscopeLibrary` (`loopscope_python::stdlib::library` tells the form).

#[path = "../../python/build/pack.rs"]
mod pack;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{Result, workspace};

/// Writes web/generated/library.js.
pub(crate) fn write() -> Result<()> {
    let mut library = String::new();
    for path in sources(&folder())? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        write!(library, "\u{1}{name}\n{}", pack::pack(&pack::read(&path)?))?;
    }
    write_script("library.js", "loopscopeLibrary", &library)
}

fn folder() -> PathBuf {
    workspace::root().join("crates/python/src/stdlib")
}

/// The Python files of a folder.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "py"));
    files.sort();
    Ok(files)
}

/// Writes a text as a script of the page, which leaves it under that name.
pub(crate) fn write_script(file: &str, global: &str, text: &str) -> Result<()> {
    let script = format!("globalThis.{global}={};\n", literal(text));
    let file = workspace::root().join("web/generated").join(file);
    // A file that stays the same stays untouched: Trunk watches nothing for it, and a build need not begin anew.
    if fs::read_to_string(&file).ok().as_ref() != Some(&script) {
        fs::create_dir_all(file.parent().unwrap_or(&file))?;
        fs::write(&file, script)?;
    }
    Ok(())
}

/// A text as JavaScript writes it.
fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => literal.extend(['\\', char]),
            '\n' => literal.push_str("\\n"),
            // No script may hold these two in a string in all browsers, nor `</script`, which no library has.
            '\u{2028}' | '\u{2029}' => {
                literal.extend(char.escape_unicode().filter(|c| !matches!(c, '{' | '}')))
            }
            char if (char as u32) < 0x20 => {
                // Writing to a string cannot fail.
                let _ = write!(literal, "\\x{:02x}", char as u32);
            }
            char => literal.push(char),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{folder, literal, pack, sources};

    #[test]
    fn every_part_has_one_place_in_its_module() {
        let mut parts = 0;
        for entry in fs::read_dir(folder()).expect("a folder").flatten().filter(|entry| entry.path().is_dir())
        {
            for part in sources(&entry.path()).expect("a folder of parts") {
                let module = entry.path().with_extension("py");
                let text = fs::read_to_string(&part).expect("a part");
                let whole = pack::read(&module).expect("a module with its parts");
                assert_eq!(whole.matches(&text).count(), 1, "{}", part.display());
                parts += 1;
            }
        }
        assert!(parts > 0);
    }

    #[test]
    fn a_text_is_written_as_a_literal() {
        assert_eq!(literal("a\"b\\n\n\u{1}\u{2028}ä"), "\"a\\\"b\\\\n\\n\\x01\\u2028ä\"");
    }
}
