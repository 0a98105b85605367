//! Times as a person reads them.

use loopscope_core::time::{Span, Time};

/// A span of time: `2.0 s`, `0.15 s`, `50 ms`, `12 µs`. Rounded to a thousandth of its unit.
#[must_use]
pub fn span(span: Span) -> String {
    const MS: u64 = 1_000_000;
    const US: u64 = 1_000;
    match span.0 {
        0 => "0.0 s".to_owned(),
        // From a tenth of a second on; less what would round up to it reads as 100 ms.
        ns if ns >= 100 * MS => format!("{} s", decimal(ns, 1_000_000_000, 1)),
        ns if ns >= 100 * US => format!("{} ms", decimal(ns, MS, 0)),
        ns if ns >= US => format!("{} µs", decimal(ns, US, 0)),
        ns => format!("{ns} ns"),
    }
}

/// A moment, as the span since the clock began.
#[must_use]
pub fn moment(moment: Time) -> String {
    span(Span(moment.0))
}

/// A text on one line, at most `limit` characters long.
#[must_use]
pub fn line(text: &str, limit: usize) -> String {
    let mut shown = String::new();
    for (count, c) in text.chars().enumerate() {
        if count == limit {
            shown.push('…');
            break;
        }
        match c {
            '\n' => shown.push_str("\\n"),
            c if c.is_control() => shown.extend(c.escape_default()),
            c => shown.push(c),
        }
    }
    shown
}

/// `count` of a thing, in words that agree: `1 task`, `2 tasks`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// One of a thing: `a lock`, `an event`.
#[must_use]
pub fn one(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// At most three decimals, at least `least`, no zeros at the end beyond these.
fn decimal(ns: u64, unit: u64, least: usize) -> String {
    let thousandths = (u128::from(ns) * 1000 + u128::from(unit) / 2) / u128::from(unit);
    let fraction = format!("{:03}", thousandths % 1000);
    let kept = fraction.trim_end_matches('0').len().max(least);
    let whole = thousandths / 1000;
    if kept == 0 { whole.to_string() } else { format!("{whole}.{}", &fraction[..kept]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_well() {
        let check = |ns: u64, expected: &str| assert_eq!(span(Span(ns)), expected);
        check(0, "0.0 s");
        check(2_000_000_000, "2.0 s");
        check(150_000_000, "0.15 s");
        check(100_000_000, "0.1 s");
        check(2_001_712_345, "2.002 s");
        check(1_999_999_999, "2.0 s");
        check(50_000_000, "50 ms");
        check(12_500, "12.5 µs");
        check(7, "7 ns");
        check(u64::MAX, "18446744073.71 s");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(line("a\nb\u{7}", 10), "a\\nb\\u{7}");
        assert_eq!(line("abcdef", 3), "abc…");
    }
}
