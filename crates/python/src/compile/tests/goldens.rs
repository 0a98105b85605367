//! What the compiler emits, for the constructs whose shape matters: `goldens/*.txt` hold the source above
//! the instructions. `LOOPSCOPE_BLESS=1` writes what is emitted now; read it before you commit it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{compiled, disassembly::disassemble};

const MARK: &str = "\n----\n";

fn check(name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compile/tests/goldens").join(name);
    let golden = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (source, expected) = golden.split_once(MARK).unwrap_or((golden.trim_end(), ""));
    let mut shown = String::new();
    match compiled(source) {
        Ok(code) => shown.push_str(disassemble(&code).trim_end()),
        Err(error) => {
            let _ = write!(shown, "{error} at {}:{}", error.line, error.column);
        }
    }
    if std::env::var_os("LOOPSCOPE_BLESS").is_some() {
        fs::write(&path, format!("{source}{MARK}{shown}\n")).expect("the golden can be written");
    } else {
        assert_eq!(shown, expected.trim_end(), "{name}\n{shown}");
    }
}

#[test]
fn names() {
    check("names.txt");
}

#[test]
fn control_flow() {
    check("control_flow.txt");
}

#[test]
fn exceptions() {
    check("exceptions.txt");
}

#[test]
fn except_star() {
    check("except_star.txt");
}

#[test]
fn patterns() {
    check("patterns.txt");
}

#[test]
fn ways_out() {
    check("ways_out.txt");
}

#[test]
fn with_statements() {
    check("with_statements.txt");
}

#[test]
fn functions() {
    check("functions.txt");
}

#[test]
fn classes() {
    check("classes.txt");
}

#[test]
fn comprehensions() {
    check("comprehensions.txt");
}

#[test]
fn coroutines() {
    check("coroutines.txt");
}

#[test]
fn expressions() {
    check("expressions.txt");
}
