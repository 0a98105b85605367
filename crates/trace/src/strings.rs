//! All texts of a log in one buffer, named by small numbers.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHasher};

/// Names a text of one log.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Symbol(pub(crate) u32);

/// Texts, appended and never removed.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    buffer: String,
    /// Where each text ends in the buffer; it begins where the one before ends.
    ends: Vec<u32>,
    /// By the hashes of their texts.
    interned: FxHashMap<u64, Symbol>,
    /// The last text that was interned: names come in runs.
    last: Option<Symbol>,
}

impl Strings {
    /// Keeps a text that is not expected to come again. None if the buffer is full.
    pub(crate) fn add(&mut self, text: &str) -> Option<Symbol> {
        let end = u32::try_from(self.buffer.len() + text.len()).ok()?;
        let symbol = Symbol(u32::try_from(self.ends.len()).ok()?);
        self.buffer.push_str(text);
        self.ends.push(end);
        Some(symbol)
    }

    /// Keeps a text that may come again, once (two with the same hash take turns). None if the buffer is full.
    pub(crate) fn intern(&mut self, text: &str) -> Option<Symbol> {
        if let Some(last) = self.last
            && self.get(last) == text
        {
            return Some(last);
        }
        let hash = hash(text);
        let symbol = match self.interned.get(&hash) {
            Some(symbol) if self.get(*symbol) == text => *symbol,
            _ => {
                let symbol = self.add(text)?;
                self.interned.insert(hash, symbol);
                symbol
            }
        };
        self.last = Some(symbol);
        Some(symbol)
    }

    /// The text; empty for a symbol of another log.
    pub(crate) fn get(&self, symbol: Symbol) -> &str {
        let index = symbol.0 as usize;
        let begin = if index == 0 { 0 } else { self.ends.get(index - 1).copied().unwrap_or(0) };
        let end = self.ends.get(index).copied().unwrap_or(begin);
        self.buffer.get(begin as usize..end as usize).unwrap_or("")
    }

    /// How many bytes of text are kept.
    pub(crate) fn bytes(&self) -> usize {
        self.buffer.len()
    }
}

/// The hash of a text.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
