//! What the compiler emits, for the constructs whose shape matters.

use super::{compiled, disassembly::disassemble};

/// The instructions of a source text that compiles.
fn check(source: &str, expected: &str) {
    let code = compiled(source).unwrap_or_else(|error| panic!("{error} (line {})", error.line));
    let shown = disassemble(&code);
    assert_eq!(shown.trim(), expected.trim(), "\n{shown}");
}

#[test]
fn a_module_uses_globals() {
    check(
        "x = 1\nprint(x)\n",
        r"
<module> (plain) stack 3 locals [] free 0
   1   0  LoadInt(1)
       1  StoreGlobal x
   2   2  LoadGlobal print
       3  PushNothing
       4  LoadGlobal x
       5  Call(1)
       6  PopTop
       7  LoadNone
       8  Return",
    );
}
