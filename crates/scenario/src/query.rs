//! Pairs `key=value` joined with `&`: the form of the page's query and of the settings inside a link.
//!
//! Only splitting. What a key means is its owner's business.

/// The pairs of `text` in order; a pair without `=` has an empty value. Empty pairs are left out.
pub(crate) fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    raw_pairs(text).map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

/// The pairs of `text` as they are written, in order. Empty ones are left out.
pub(crate) fn raw_pairs(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').filter(|pair| !pair.is_empty())
}

/// A finite number written in decimal, or nothing.
pub(crate) fn number(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}
