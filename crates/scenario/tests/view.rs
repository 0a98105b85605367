//! View options in the query.

use loopscope_scenario::{Theme, ViewOptions};

/// Reads `query`, writes it again and compares.
fn check(query: &str, expected: &str) {
    let options = ViewOptions::parse(query);
    assert_eq!(options.to_string(), expected, "{query}");
    assert_eq!(ViewOptions::parse(expected), options, "{query}: not the same a second time");
}

#[test]
fn known_options() {
    check("", "");
    check("?", "");
    check("?embed=1&theme=dark&t=1.5", "?embed=1&theme=dark&t=1.5");
    check("t=2&theme=light&embed", "?embed=1&theme=light&t=2");
    check("?embed=0&theme=auto", "");
    let options = ViewOptions::parse("?embed=1&theme=dark&t=1.5");
    assert_eq!(
        options,
        ViewOptions { embed: true, theme: Theme::Dark, t: Some(1.5), ..ViewOptions::default() }
    );
}

#[test]
fn what_cannot_be_read_has_its_default() {
    check("?embed=maybe&theme=purple&t=soon", "");
    check("?t=-1", "");
    check("?t=nan", "");
    check("?t=inf", "");
    check("?t=1e300", "");
    check("?&&&", "");
}

#[test]
fn a_lesson_is_named_by_its_slug() {
    check("?lesson=create-task", "?lesson=create-task");
    check("?lesson=run&t=1", "?t=1&lesson=run");
    check("?lesson=", "");
    check("?lesson=No%20such", "");
    check(&format!("?lesson={}", "a".repeat(65)), "");
}

#[test]
fn other_pairs_are_kept_as_written() {
    check("?utm=a%20b&embed=1&page=3&x", "?embed=1&utm=a%20b&page=3&x");
    check("?a=1&a=2", "?a=1&a=2");
}

#[test]
fn the_last_of_two_counts() {
    check("?t=1&t=2&embed=1&embed=0", "?t=2");
}
