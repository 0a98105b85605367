//! What only the compiler refuses; what CPython refuses is checked by `syntax::tests`.

use super::compiled;

fn check(source: &str, expected: &str) {
    let error = compiled(source).expect_err("it is refused");
    assert_eq!(format!("{}:{} {}", error.line, error.column, error.message), expected, "{source}");
}

#[test]
fn what_the_engine_lacks_is_refused_by_name() {
    check("x = 1\ntype X = int\n", "2:1 type aliases are not available in the playground yet");
    check("def f[T](x): pass\n", "1:6 type parameters are not available in the playground yet");
    check("class A[T]: pass\n", "1:8 type parameters are not available in the playground yet");
    check("x = 1\ny = 2j\n", "2:5 complex numbers are not available in the playground yet");
}
