//! The address follows the scenario, and the draft is kept.
//!
//! The fragment always holds the scenario that is in the editor, written a moment after the last change.
//! The draft in the storage is the person's own work: opening a link never overwrites it, typing does.

use gloo_timers::callback::Timeout;
use loopscope_scenario::{LinkError, Scenario, ViewOptions, link};

use crate::page;

const DRAFT: &str = "loopscope.draft";
/// How long after the last change the address follows, in milliseconds.
const DELAY_MS: u32 = 300;

/// What an address asks for.
pub(crate) struct Opened {
    /// How to show it.
    pub(crate) options: ViewOptions,
    /// The scenario of the link, if there is one.
    pub(crate) scenario: Result<Option<Scenario>, LinkError>,
}

/// Reads the address.
pub(crate) fn open() -> Opened {
    let (query, fragment) = page::address();
    Opened { options: ViewOptions::parse(&query), scenario: link::decode(&fragment) }
}

/// The draft that was kept, if it can be read.
pub(crate) fn draft() -> Option<Scenario> {
    link::decode(&page::load(DRAFT)?).ok().flatten()
}

/// Writes the address, and the draft, a moment after the last change.
#[derive(Default)]
pub(crate) struct Follower {
    pending: Option<Timeout>,
    /// The fragment that was written last: a change of the address to it is our own.
    written: String,
}

impl Follower {
    /// The scenario changed. `own` work is kept as the draft as well.
    pub(crate) fn follow(&mut self, fragment: String, query: String, own: bool) {
        self.written.clone_from(&fragment);
        self.pending = Some(Timeout::new(DELAY_MS, move || {
            page::replace_address(&query, &fragment);
            if own {
                page::store(DRAFT, &fragment);
            }
        }));
    }

    /// Whether the address says what was last written.
    pub(crate) fn is_own(&self, fragment: &str) -> bool {
        self.written == fragment
    }
}
