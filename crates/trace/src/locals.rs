//! The local variables of suspended frames, as they changed.
//!
//! They lie beside the events, not among them: what happened has the same numbers with and without them. A record holds
//! all variables of one frame, and where the record before of the same frame is; texts are shared.

use std::hash::Hasher as _;
use std::ops::Range;

use loopscope_core::ids::CoroutineId;
use rustc_hash::{FxHashMap, FxHasher};

use crate::strings::{Strings, Symbol};

/// How many bytes they may take, about; after that nothing is known of any.
const MOST: usize = 24 << 20;

/// What they cost beside their texts.
const RECORD: usize = size_of::<Record>() + 2 * size_of::<(u32, Latest)>();

/// No record before.
const NONE: u32 = u32::MAX;

/// The variables of a frame from a moment on.
#[derive(Debug)]
struct Record {
    /// How many events had happened.
    seq: u32,
    /// The one before of the same frame.
    previous: u32,
    /// Where its variables end; they begin where those of the record before end.
    end: u32,
}

/// The last record of a frame.
#[derive(Debug)]
struct Latest {
    record: u32,
    /// Of all its texts.
    hash: u64,
}

/// The variables of all frames.
#[derive(Debug, Default)]
pub(crate) struct Locals {
    records: Vec<Record>,
    /// Names and values.
    pairs: Vec<(Symbol, Symbol)>,
    latest: FxHashMap<u32, Latest>,
    bytes: usize,
    /// From this number of events on there was no more room.
    full: Option<u32>,
}

/// What stands for a frame; 0 for the globals: coroutines count from 1.
fn key(coroutine: Option<CoroutineId>) -> u32 {
    coroutine.map_or(0, |coroutine| coroutine.0)
}

impl Locals {
    /// Keeps the variables of a frame, unless they are those that are known.
    pub(crate) fn add(
        &mut self,
        strings: &mut Strings,
        seq: u32,
        coroutine: Option<CoroutineId>,
        locals: &[(&str, &str)],
    ) {
        if self.full.is_some() {
            return;
        }
        let mut hasher = FxHasher::default();
        for (name, value) in locals {
            hasher.write(name.as_bytes());
            hasher.write_u8(b'=');
            hasher.write(value.as_bytes());
            hasher.write_u8(0);
        }
        let hash = hasher.finish();
        let before = self.latest.get(&key(coroutine));
        if before.map_or(locals.is_empty(), |before| before.hash == hash) {
            return;
        }
        let previous = before.map_or(NONE, |before| before.record);
        let known = self.pairs_of(previous);
        let texts = strings.bytes();
        for (at, (name, value)) in locals.iter().enumerate() {
            // Most are as they were: what is there is found without a search.
            let known = self.pairs.get(known.start + at).filter(|_| at < known.len()).copied();
            let name = known
                .map(|known| known.0)
                .filter(|known| strings.get(*known) == *name)
                .or_else(|| strings.intern(name));
            let value = known
                .map(|known| known.1)
                .filter(|known| strings.get(*known) == *value)
                .or_else(|| strings.intern(value));
            match (name, value) {
                (Some(name), Some(value)) => self.pairs.push((name, value)),
                _ => return self.full = Some(seq),
            }
        }
        self.bytes += RECORD + size_of_val(locals) / 4 + 2 * (strings.bytes() - texts);
        if self.bytes > MOST {
            self.full = Some(seq);
            return;
        }
        let record = self.records.len() as u32;
        self.records.push(Record { seq, previous, end: self.pairs.len() as u32 });
        self.latest.insert(key(coroutine), Latest { record, hash });
    }

    /// The variables of a frame after so many events.
    pub(crate) fn at(&self, coroutine: Option<CoroutineId>, seq: u32) -> &[(Symbol, Symbol)] {
        if self.full.is_some_and(|full| seq >= full) {
            return &[];
        }
        let mut at = self.latest.get(&key(coroutine)).map_or(NONE, |latest| latest.record);
        while let Some(record) = self.records.get(at as usize) {
            if record.seq <= seq {
                return self.pairs.get(self.pairs_of(at)).unwrap_or(&[]);
            }
            at = record.previous;
        }
        &[]
    }

    /// Where the variables of a record are.
    fn pairs_of(&self, record: u32) -> Range<usize> {
        let end = |record: usize| self.records.get(record).map(|record| record.end as usize);
        let Some(last) = end(record as usize) else { return 0..0 };
        (record as usize).checked_sub(1).and_then(end).unwrap_or(0)..last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Option<CoroutineId> = Some(CoroutineId(1));

    fn shown(locals: &Locals, strings: &Strings, coroutine: Option<CoroutineId>, seq: u32) -> String {
        let pairs = locals.at(coroutine, seq).iter();
        pairs.map(|(name, value)| format!("{}={} ", strings.get(*name), strings.get(*value))).collect()
    }

    #[test]
    fn each_moment_has_the_variables_of_then() {
        let (mut locals, mut strings) = (Locals::default(), Strings::default());
        locals.add(&mut strings, 5, FIRST, &[("a", "1"), ("b", "'x'")]);
        locals.add(&mut strings, 6, None, &[("top", "[]")]);
        locals.add(&mut strings, 9, FIRST, &[("a", "2"), ("b", "'x'")]);
        locals.add(&mut strings, 12, FIRST, &[]);
        let at = |coroutine, seq| shown(&locals, &strings, coroutine, seq);
        assert_eq!(["", "a=1 b='x' ", "a=1 b='x' "], [at(FIRST, 4), at(FIRST, 5), at(FIRST, 8)]);
        assert_eq!(["a=2 b='x' ", ""], [at(FIRST, 9), at(FIRST, 12)]);
        assert_eq!(["", "top=[] "], [at(None, 5), at(None, u32::MAX)]);
        assert_eq!(at(Some(CoroutineId(2)), 20), "");
    }

    #[test]
    fn what_did_not_change_is_kept_once() {
        let (mut locals, mut strings) = (Locals::default(), Strings::default());
        for seq in 0..1000 {
            locals.add(&mut strings, seq, FIRST, &[("i", "1")]);
        }
        assert_eq!((locals.records.len(), strings.bytes()), (1, 2));
    }

    #[test]
    fn nothing_old_is_shown_once_there_is_no_room() {
        let (mut locals, mut strings) = (Locals::default(), Strings::default());
        let long = "x".repeat(1 << 20);
        locals.add(&mut strings, 1, FIRST, &[("a", "1")]);
        for seq in 2..40 {
            locals.add(&mut strings, seq, FIRST, &[("a", &format!("{seq}{long}"))]);
        }
        let full = locals.full.expect("it is full");
        assert!(strings.bytes() < MOST);
        assert_eq!((locals.at(FIRST, 1).len(), locals.at(FIRST, full - 1).len()), (1, 1));
        assert_eq!(locals.at(FIRST, full).len() + locals.at(FIRST, 100).len(), 0);
    }
}
