//! SyntaxWarnings, as CPython 3.13 prints them.

use std::rc::Rc;

use super::super::compile_watched;
use crate::code::Source;
use crate::traceback::render_warning;

fn check(text: &str, expected: &[&str]) {
    let source = Rc::new(Source::new("x.py", text));
    let (_, warnings) = compile_watched(&source, false).expect("it compiles");
    let shown: Vec<String> =
        warnings.iter().map(|warning| format!("{} {}", warning.line, warning.message)).collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn escapes_come_first() {
    check(
        "x is 1\nprint('\\d')\nassert (x, 'y')\nf'{x}\\q{y:\\w}' '\\777'\nr'\\d'; rf'\\d'\nb'\\u'\n'''\n\\z'''\n",
        &[
            "2 invalid escape sequence '\\d'",
            "4 invalid escape sequence '\\w'",
            "4 invalid escape sequence '\\q'",
            "4 invalid octal escape sequence '\\777'",
            "6 invalid escape sequence '\\u'",
            "7 invalid escape sequence '\\z'",
            "1 \"is\" with 'int' literal. Did you mean \"==\"?",
            "3 assertion is always true, perhaps remove parentheses?",
        ],
    );
}

#[test]
fn forgotten_commas() {
    check(
        "[(1, 2) (3, 4)]\n[1 [2]]\n['a' [x, y]]\n[x, y]['a']\n(lambda: 1)()\n{1}[0]\nx is not ()\nx is None\n",
        &[
            "1 'tuple' object is not callable; perhaps you missed a comma?",
            "2 'int' object is not subscriptable; perhaps you missed a comma?",
            "3 str indices must be integers or slices, not tuple; perhaps you missed a comma?",
            "4 list indices must be integers or slices, not str; perhaps you missed a comma?",
            "6 'set' object is not subscriptable; perhaps you missed a comma?",
            "7 \"is not\" with 'tuple' literal. Did you mean \"!=\"?",
        ],
    );
}

#[test]
fn a_warning_shows_its_line() {
    let source = Source::new("x.py", "if x:\n    y is 1\n");
    assert_eq!(render_warning(&source, 2, "SyntaxWarning", "msg"), "x.py:2: SyntaxWarning: msg\n  y is 1\n");
}
