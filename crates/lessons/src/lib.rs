//! The course: lessons that are plain files, what they ask of a run, and what a reader expects of it.
//!
//! ```text
//! lessons/*.md ── read ──> Course ── pack ──> web/generated/lessons.js ── unpack ──> Course, in the page
//!                                                                                      │
//!          timeline ── facts::of ──> Facts ──> Check::holds <── what the lesson asks ──┤
//!          printed lines ── predict ──> where an expected order differs               ─┘
//! ```
//!
//! The files are read when the page is built ([`read`](mod@read), with the file and the line of each mistake); the page only unpacks. Nothing
//! here knows Python, a page or how a program is run. `lessons/README.md` tells writers the format.
#![forbid(unsafe_code)]

pub mod check;
#[cfg(feature = "run")]
pub mod facts;
pub mod inline;
pub mod pack;
pub mod predict;
pub mod read;

pub use check::{Check, Facts, Figure};
pub use inline::{Inline, inlines};

/// All lessons, in the order of the course.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Course {
    /// The lessons; those of a chapter follow each other.
    pub lessons: Vec<Lesson>,
}

impl Course {
    /// The place of the lesson with that slug.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<usize> {
        self.lessons.iter().position(|lesson| lesson.slug == slug)
    }
}

/// One step of the course. Texts are as [`inlines`] reads them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lesson {
    /// Its name in addresses; never changes.
    pub slug: String,
    /// The chapter that it is in.
    pub chapter: String,
    /// A few words.
    pub title: String,
    /// What there is to see, by paragraphs.
    pub prose: Vec<String>,
    /// The program to begin with.
    pub program: String,
    /// What to think about before arranging the lines; empty if they are not to be arranged.
    pub predict: String,
    /// Something to change, if there is.
    pub change: Option<Change>,
    /// What is told wrong elsewhere; empty if nothing is.
    pub beware: String,
}

/// Something to change in a lesson's program.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Change {
    /// What to do.
    pub task: String,
    /// What is true of a run once it is done, and not before: each a [`Check`] as it is written.
    pub checks: Vec<String>,
    /// What can be seen then.
    pub done: String,
    /// A program that does it.
    pub solution: String,
}

impl Change {
    /// Whether a run shows that it is done.
    #[must_use]
    pub fn is_done(&self, facts: &Facts) -> bool {
        self.checks.iter().all(|check| Check::parse(check).is_some_and(|check| check.holds(facts)))
    }
}
