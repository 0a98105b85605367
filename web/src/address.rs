//! The address follows the scenario, and the draft is kept.
//!
//! The fragment always holds the scenario that is in the editor, written a moment after the last change. The draft in the
//! storage follows with it if it is the person's own work (`drafts.rs`). A damaged link stays in the address until there is
//! something to write.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use loopscope_scenario::{LinkError, Scenario, ViewOptions, link};

use crate::{drafts, page};

/// How long after the last change the address follows, in milliseconds.
const DELAY_MS: u32 = 300;

/// What an address asks for.
pub(crate) struct Opened {
    /// How to show it.
    pub(crate) options: ViewOptions,
    /// The scenario of the link, if there is one.
    pub(crate) scenario: Result<Option<Scenario>, LinkError>,
    /// There is no fragment at all.
    pub(crate) bare: bool,
}

/// Reads the address.
pub(crate) fn open() -> Opened {
    let (query, fragment) = page::address();
    Opened {
        options: ViewOptions::parse(&query),
        scenario: link::decode(&fragment),
        bare: fragment.len() < 2,
    }
}

/// What is to be written.
pub(crate) struct Next {
    /// The scenario.
    pub(crate) scenario: Scenario,
    /// How it is shown.
    pub(crate) query: String,
    /// Whether the query says it all: a lesson's program as it was written.
    pub(crate) bare: bool,
    /// It is the person's own work, to be kept as the draft as well.
    pub(crate) draft: bool,
}

/// Writes the address, and the draft, a moment after the last change. Clones are the same follower.
#[derive(Clone, Default)]
pub(crate) struct Follower(Rc<State>);

#[derive(Default)]
struct State {
    next: RefCell<Option<Next>>,
    timeout: RefCell<Option<Timeout>>,
    /// The fragment that was written last: a change of the address to it is our own.
    written: RefCell<String>,
}

impl Follower {
    /// The scenario changed.
    pub(crate) fn follow(&self, next: Next) {
        *self.0.next.borrow_mut() = Some(next);
        let follower = self.clone();
        *self.0.timeout.borrow_mut() = Some(Timeout::new(DELAY_MS, move || follower.flush()));
    }

    /// Writes now what is to be written.
    pub(crate) fn flush(&self) {
        let Some(Next { scenario, query, bare, draft }) = self.0.next.take() else { return };
        // Too large for a link: the address keeps the last one that was not, and Share says so.
        let fragment = if bare { Ok(String::new()) } else { link::encode(&scenario) };
        let Ok(fragment) = fragment else { return };
        page::replace_address(&query, &fragment);
        if draft {
            drafts::keep(&fragment);
        }
        *self.0.written.borrow_mut() = fragment;
    }

    /// Whether the address says what was last written.
    pub(crate) fn is_own(&self, fragment: &str) -> bool {
        *self.0.written.borrow() == fragment
    }
}
