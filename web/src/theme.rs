//! Light or dark: asked for by the link, else chosen before, else as the system prefers.
//!
//! web/static/boot.js has set the document's `data-theme` before the first paint; this is what changes it.

use crate::page;

const KEY: &str = "loopscope.theme";
const ATTRIBUTE: &str = "data-theme";

/// A theme in use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Theme {
    /// Dark ink on light ground.
    Light,
    /// Light ink on dark ground.
    Dark,
}

impl Theme {
    /// What the page shows now.
    pub(crate) fn current() -> Theme {
        match page::root_attribute(ATTRIBUTE).as_deref() {
            Some("dark") => Theme::Dark,
            _ => Theme::Light,
        }
    }

    /// The other one.
    pub(crate) fn other(self) -> Theme {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        }
    }

    /// Its name, as in the address and the storage.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Shows it, and remembers that it was chosen.
    pub(crate) fn choose(self) {
        page::set_root_attribute(ATTRIBUTE, self.name());
        page::store(KEY, self.name());
    }
}
