//! The texts of the standard library, where they lie apart from the engine (feature `library-apart`): a page fetches them
//! after it has begun, and only a program that imports one of them waits for that.
//!
//! The library is one text: each file is a line with the mark and its name, and then its packed source.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

/// What the line before each file begins with. No source has such a character.
pub const MARK: char = '\u{1}';

/// How a text begins that only says where the real one is (`build.rs`).
const ELSEWHERE: &str = "# library: ";

thread_local! {
    static FILES: OnceCell<FxHashMap<&'static str, &'static str>> = const { OnceCell::new() };
}

/// Gives the engines of this thread the library, for as long as the thread lives. A second one is not looked at.
pub fn provide(library: String) {
    FILES.with(|files| {
        files.get_or_init(|| {
            let library: &'static str = library.leak();
            library.split(MARK).filter_map(|file| file.split_once('\n')).collect()
        });
    });
}

/// Whether this thread has it.
#[must_use]
pub fn is_provided() -> bool {
    FILES.with(|files| files.get().is_some())
}

/// What `embedded!` stands for; None if it is in the library and that is not there.
pub(crate) fn text(embedded: &'static str) -> Option<&'static str> {
    match embedded.strip_prefix(ELSEWHERE) {
        None => Some(embedded),
        Some(name) => FILES.with(|files| files.get()?.get(name.trim_end()).copied()),
    }
}
