//! Number literals: reading their value, and writing another value in the same style.

use ruff_python_ast::{Expr, Number, UnaryOp};

/// The value of a number literal, with or without a minus sign. Complex numbers and integers beyond 64 bits have none.
pub(super) fn value(expr: &Expr) -> Option<f64> {
    match expr {
        Expr::NumberLiteral(literal) => match &literal.value {
            Number::Int(int) => int.as_u64().map(|int| int as f64),
            Number::Float(float) => Some(*float),
            Number::Complex { .. } => None,
        },
        Expr::UnaryOp(unary) if unary.op == UnaryOp::USub && unary.operand.is_number_literal_expr() => {
            value(&unary.operand).map(|value| -value)
        }
        _ => None,
    }
}

/// The largest whole number that every double up to it can hold.
const MAX_WHOLE: f64 = 9_007_199_254_740_992.0;

/// `value` written the way `old` is: an integer stays one if the value is whole, digits after the point are kept,
/// and so are a missing zero before it, underscores, an exponent and a base.
pub(super) fn format_like(old: &str, value: f64) -> String {
    let old = old.trim_start_matches(['-', '+']).trim_start();
    let magnitude = value.abs();
    let text = format_magnitude(old, magnitude);
    if value < 0.0 { format!("-{text}") } else { text }
}

fn format_magnitude(old: &str, value: f64) -> String {
    let whole = value.fract() == 0.0 && value <= MAX_WHOLE;
    let lower = old.to_ascii_lowercase();
    if lower.starts_with("0x") || lower.starts_with("0o") || lower.starts_with("0b") {
        let (prefix, digits) = old.split_at(2);
        let upper = digits.bytes().any(|byte| byte.is_ascii_uppercase());
        return match (whole, lower.as_bytes()[1]) {
            (true, b'x') if upper => format!("{prefix}{:X}", value as u64),
            (true, b'x') => format!("{prefix}{:x}", value as u64),
            (true, b'o') => format!("{prefix}{:o}", value as u64),
            (true, _) => format!("{prefix}{:b}", value as u64),
            (false, _) => plain(value),
        };
    }
    if let Some(at) = lower.find('e') {
        let text = format!("{value:e}");
        return if old[at..].starts_with('E') { text.replace('e', "E") } else { text };
    }
    let Some((_, decimals)) = old.split_once('.') else {
        return match (whole, old.contains('_')) {
            (true, true) => group(&plain(value)),
            (true, false) => plain(value),
            // `2` to `0.5`: an integer that must become a float.
            (false, _) => plain(value),
        };
    };
    let text = plain(value);
    if text.contains('e') {
        return text;
    }
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let wanted = decimals.bytes().filter(u8::is_ascii_digit).count();
    let mut fraction = fraction.to_owned();
    while fraction.len() < wanted {
        fraction.push('0');
    }
    if old.starts_with('.') {
        if fraction.is_empty() || fraction.bytes().all(|byte| byte == b'0') && integer == "0" {
            return format!("{integer}.0");
        }
        if integer == "0" {
            return format!(".{fraction}");
        }
    }
    let integer = if old.contains('_') { group(integer) } else { integer.to_owned() };
    format!("{integer}.{fraction}")
}

/// The shortest digits that give the value back, as Python's `repr` chooses them, without a needless `.0`.
fn plain(value: f64) -> String {
    let ordinary = value == 0.0 || (1e-5..=MAX_WHOLE).contains(&value);
    if ordinary { format!("{value}") } else { format!("{value:e}") }
}

/// `1234567` as `1_234_567`.
fn group(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::format_like;

    fn check(old: &str, value: f64, expected: &str) {
        assert_eq!(format_like(old, value), expected, "{old} -> {value}");
        assert_eq!(expected.replace('_', "").parse::<f64>().ok().or(Some(value)), Some(value), "{expected}");
    }

    #[test]
    fn the_style_is_kept() {
        check("2", 5.0, "5");
        check("2", 0.5, "0.5");
        check("2", 0.0, "0");
        check("2", -3.0, "-3");
        check("-2", 3.0, "3");
        check("- 2", -3.5, "-3.5");
        check("2.0", 5.0, "5.0");
        check("2.0", 2.75, "2.75");
        check("2.50", 3.0, "3.00");
        check("2.", 5.0, "5.");
        check("2.", 5.5, "5.5");
        check(".5", 0.7, ".7");
        check(".5", 2.0, "2.0");
        check(".25", 1.0, "1.00");
        check(".5", 0.0, "0.0");
        check("0.5", 0.7, "0.7");
        check("1e-3", 0.002, "2e-3");
        check("1E3", 2500.0, "2.5E3");
        check("1_000", 25000.0, "25_000");
        check("1_000", 5.0, "5");
        check("1_000.5", 12345.5, "12_345.5");
        check("0x10", 255.0, "0xff");
        check("0XA", 255.0, "0XFF");
        check("0b1", 6.0, "0b110");
        check("0o7", 8.0, "0o10");
        check("0x10", 0.5, "0.5");
        check("2", 1e20, "1e20");
        check("2.0", 1e-7, "1e-7");
        check("2", 0.1 + 0.2, "0.30000000000000004");
    }
}
