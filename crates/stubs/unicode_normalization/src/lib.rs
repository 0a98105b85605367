//! A stand-in for `unicode-normalization`, which ruff's parser uses for identifiers only.
//!
//! Python takes an identifier in its NFKC form, so that one spelt with a ligature or with full-width letters
//! is the same as one in plain letters. Here it is taken as it is written: the real tables cost the page some
//! 50 kB, and programs do not mix such spellings.
#![forbid(unsafe_code)]

use std::str::Chars;

/// Normal forms of a text.
pub trait UnicodeNormalization {
    /// The characters of the text, as they are.
    fn nfkc(&self) -> Chars<'_>;
}

impl UnicodeNormalization for str {
    fn nfkc(&self) -> Chars<'_> {
        self.chars()
    }
}
