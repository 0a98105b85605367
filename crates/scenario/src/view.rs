//! View options: the readable part of an address, `?embed=1&theme=dark&t=1.5&lesson=gather`.
//!
//! They say how to show a scenario, never what it is: that is the fragment's business (see `link`).

use std::fmt;

use crate::query;

/// Colours of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system prefers.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How to show a scenario, read from and written to the page's query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ViewOptions {
    /// The compact view for another page's `iframe`.
    pub embed: bool,
    /// Colours asked for.
    pub theme: Theme,
    /// The moment to show first, in loop seconds, from 0.
    pub t: Option<f64>,
    /// The step of the course to open, by its slug.
    pub lesson: Option<String>,
    /// Pairs that are somebody else's, as they were written: kept and written back in order.
    pub other: Vec<String>,
}

/// The longest slug that is looked at, in bytes.
const MAX_SLUG: usize = 64;

/// The last moment `t` can name, in seconds; later ones are ignored.
const MAX_T: f64 = 1e9;

impl ViewOptions {
    /// Reads a query, with or without its leading `?`. Never fails: what cannot be read has its default.
    pub fn parse(query: &str) -> Self {
        let mut options = Self::default();
        for pair in query::raw_pairs(query.strip_prefix('?').unwrap_or(query)) {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "embed" => options.embed = matches!(value, "" | "1" | "true"),
                "theme" => {
                    options.theme = match value {
                        "light" => Theme::Light,
                        "dark" => Theme::Dark,
                        _ => Theme::Auto,
                    }
                }
                "t" => options.t = query::number(value).filter(|t| (0.0..=MAX_T).contains(t)),
                "lesson" => options.lesson = Some(value.to_owned()).filter(|slug| is_slug(slug)),
                _ => options.other.push(pair.to_owned()),
            }
        }
        options
    }
}

/// Whether a text can be the name of a lesson.
fn is_slug(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=MAX_SLUG).contains(&text.len()) && text.bytes().all(plain)
}

/// The query with its leading `?`; empty when every option has its default.
impl fmt::Display for ViewOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs = Vec::new();
        if self.embed {
            pairs.push("embed=1".to_owned());
        }
        match self.theme {
            Theme::Auto => {}
            Theme::Light => pairs.push("theme=light".to_owned()),
            Theme::Dark => pairs.push("theme=dark".to_owned()),
        }
        if let Some(t) = self.t.filter(|t| (0.0..=MAX_T).contains(t)) {
            pairs.push(format!("t={t}"));
        }
        if let Some(slug) = self.lesson.as_deref().filter(|slug| is_slug(slug)) {
            pairs.push(format!("lesson={slug}"));
        }
        pairs.extend(self.other.iter().cloned());
        if pairs.is_empty() { Ok(()) } else { write!(f, "?{}", pairs.join("&")) }
    }
}
