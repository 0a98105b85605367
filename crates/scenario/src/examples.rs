//! The programs of the Examples menu, in the order in which they teach.
//!
//! Each is a plain file in `examples/`: `NN-slug.py`. Its first line is a comment with the title, its second a
//! comment with a one-sentence description; both are part of the program. Nothing else is needed to add one
//! but its line in [`EXAMPLES`].

/// A program of the Examples menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Its name in addresses and tests; never changes.
    pub slug: &'static str,
    /// A few words for the menu.
    pub title: &'static str,
    /// One sentence: what to see in it.
    pub description: &'static str,
    /// The whole file.
    pub source: &'static str,
}

macro_rules! example {
    ($number:literal, $slug:literal) => {
        Example::read($slug, include_str!(concat!("../examples/", $number, "-", $slug, ".py")))
    };
}

/// All examples, in teaching order.
pub const EXAMPLES: &[Example] = &[
    example!("01", "coroutine-object"),
    example!("02", "run"),
    example!("03", "one-after-another"),
    example!("04", "await-makes-no-task"),
    example!("05", "create-task"),
    example!("06", "gather"),
    example!("07", "blocking-sleep"),
    example!("08", "timeout"),
    example!("09", "cancel"),
    example!("10", "exceptions"),
    example!("11", "task-group"),
    example!("12", "lock"),
    example!("13", "semaphore"),
    example!("14", "queue"),
    example!("15", "async-for"),
    example!("16", "to-thread"),
];

/// What a first visitor sees: two waits that overlap.
pub const DEFAULT_EXAMPLE: &Example = &EXAMPLES[5];

impl Example {
    /// The example called `slug`.
    pub fn find(slug: &str) -> Option<&'static Self> {
        EXAMPLES.iter().find(|example| example.slug == slug)
    }

    /// Runs at compile time: a file without its two comment lines does not build.
    const fn read(slug: &'static str, source: &'static str) -> Self {
        let (title, rest) = comment_line(source);
        let (description, _) = comment_line(rest);
        Self { slug, title, description, source }
    }
}

/// The text of the comment on the first line of `source`, and what follows that line.
const fn comment_line(source: &str) -> (&str, &str) {
    let bytes = source.as_bytes();
    assert!(
        bytes.len() > 2 && bytes[0] == b'#' && bytes[1] == b' ',
        "an example starts with two comment lines"
    );
    let mut end = 2;
    while bytes[end] != b'\n' {
        end += 1;
    }
    let (line, rest) = source.split_at(end);
    (line.split_at(2).1, rest.split_at(1).1)
}
