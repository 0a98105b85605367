//! The person's own programs, kept in the browser's storage as the fragments of their links.
//!
//! One is the draft that is being worked on; the others are older ones. A link, an example or a lesson takes the place of a
//! draft in the editor, never in the storage: at the first edit of it, the draft that was there moves to the older ones.

use loopscope_scenario::{Scenario, link};

use crate::page;

const DRAFT: &str = "loopscope.draft";
/// The older ones, newest first, one a line.
const OLDER: &str = "loopscope.drafts";
/// So many of them are kept.
const MOST: usize = 8;

/// The drafts that are not in the editor.
#[derive(Default)]
pub(crate) struct Drafts {
    /// The newest first. While the editor holds something else, the first is the one that was last worked on.
    others: Vec<String>,
    /// Another program's page shows this one (embedded): nothing is kept.
    off: bool,
}

impl Drafts {
    /// What the storage holds beside the draft.
    pub(crate) fn load(off: bool) -> Drafts {
        let older = if off { None } else { page::load(OLDER) };
        let others = older.unwrap_or_default().lines().map(str::to_owned).collect();
        Drafts { others, off }
    }

    /// The draft that is worked on, if it can be read.
    pub(crate) fn current(&self) -> Option<Scenario> {
        if self.off { None } else { read(&page::load(DRAFT)?) }
    }

    /// The editor is about to hold something else.
    pub(crate) fn put_aside(&mut self) {
        if let Some(draft) = page::load(DRAFT).filter(|_| !self.off) {
            self.add(draft);
        }
    }

    /// What is in the editor becomes a draft of its own: it is about to take the place in the storage of the one before.
    pub(crate) fn make_room(&self) {
        if !self.off {
            page::store(OLDER, &self.others.join("\n"));
        }
    }

    /// Takes one out, to work on. `own` is the program in the editor, if it is a draft.
    pub(crate) fn take(&mut self, index: usize, own: Option<&Scenario>) -> Option<Scenario> {
        let fragment = self.others.get(index)?.clone();
        let scenario = read(&fragment)?;
        self.others.remove(index);
        if let Some(own) = own.and_then(|own| link::encode(own).ok()) {
            self.add(own);
        }
        keep(&fragment);
        self.make_room();
        Some(scenario)
    }

    /// What they are called, in their order.
    pub(crate) fn names(&self) -> Vec<String> {
        self.others
            .iter()
            .map(|draft| read(draft).map_or_else(String::new, |draft| title(&draft.source)))
            .collect()
    }

    fn add(&mut self, draft: String) {
        self.others.retain(|other| *other != draft);
        self.others.insert(0, draft);
        self.others.truncate(MOST);
    }
}

/// Keeps the draft that is worked on.
pub(crate) fn keep(fragment: &str) {
    page::store(DRAFT, fragment);
}

fn read(fragment: &str) -> Option<Scenario> {
    link::decode(fragment).ok().flatten()
}

/// What a program is called: its first comment, else its first function, else nothing better than its first line.
pub(crate) fn title(source: &str) -> String {
    const LONGEST: usize = 48;
    let mut lines = source.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or("empty");
    let comment = first.strip_prefix('#').map(str::trim).filter(|line| !line.is_empty());
    let function = || {
        let name = source.lines().find_map(|line| line.strip_prefix("async def "))?;
        name.split('(').next()
    };
    comment.or_else(function).unwrap_or(first).chars().take(LONGEST).collect()
}
