//! The table behind `dict`: keys in insertion order, found by hash.
//!
//! Entries live in a vector in the order of their insertion; a removed one leaves a hole. A hash index
//! over their positions is built once there are more than a handful. Positions stay valid until an
//! insertion compacts the vector, which only happens when the number of entries grows; an iterator that
//! checks the length, as CPython's does, never runs out of bounds in any case.

use hashbrown::HashTable;

/// Up to this many entries are searched one by one, comparing hashes: no index to allocate.
const UNINDEXED: usize = 8;

/// An insertion-ordered hash table. The caller brings hashes and equality.
#[derive(Clone, Debug)]
pub struct OrderedTable<K, V> {
    entries: Vec<Option<Entry<K, V>>>,
    /// Positions in `entries`; empty while these are few.
    index: HashTable<usize>,
    indexed: bool,
    len: usize,
    /// A bit for each hash that was ever put in, by its last six bits: most searches in vain end here.
    seen: u64,
    /// How many keys were ever put in, to begin again after the last that can be counted: as long as it is the same, no key is
    /// there that was not.
    insertions: u32,
}

#[derive(Clone, Debug)]
struct Entry<K, V> {
    hash: i64,
    key: K,
    value: V,
}

impl<K, V> Default for OrderedTable<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K, V> OrderedTable<K, V> {
    /// An empty table; allocates nothing.
    pub const fn new() -> Self {
        OrderedTable {
            entries: Vec::new(),
            index: HashTable::new(),
            indexed: false,
            len: 0,
            seen: 0,
            insertions: 0,
        }
    }

    /// An empty table with room for `capacity` entries.
    pub fn with_capacity(capacity: usize) -> Self {
        OrderedTable { entries: Vec::with_capacity(capacity), ..Self::new() }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// One more than the last position in use.
    pub fn end(&self) -> usize {
        self.entries.len()
    }

    /// The bytes this table holds on the heap, keys' and values' own heaps not counted.
    pub fn heap_size(&self) -> usize {
        self.entries.capacity() * size_of::<Option<Entry<K, V>>>() + self.index.allocation_size()
    }

    /// Which keys may be there: as long as it is the same, none is that was not.
    pub fn generation(&self) -> u32 {
        self.insertions
    }

    /// Whether a key with this hash can be there: if not, it certainly is not.
    #[inline]
    pub fn may_have(&self, hash: i64) -> bool {
        self.seen & bit(hash) != 0
    }

    /// The position of the entry with this hash whose key `is_key` accepts.
    ///
    /// # Errors
    /// The first error of `is_key`.
    #[cfg_attr(page, optimize(speed))]
    pub fn find<E>(
        &self,
        hash: i64,
        mut is_key: impl FnMut(&K) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        if !self.may_have(hash) {
            return Ok(None);
        }
        if !self.indexed {
            for (position, entry) in self.entries.iter().enumerate() {
                if let Some(entry) = entry
                    && entry.hash == hash
                    && is_key(&entry.key)?
                {
                    return Ok(Some(position));
                }
            }
            return Ok(None);
        }
        let mut failed = None;
        let found = self.index.find(spread(hash), |&position| match &self.entries[position] {
            Some(entry) if entry.hash == hash => is_key(&entry.key).unwrap_or_else(|error| {
                failed = Some(error);
                true
            }),
            _ => false,
        });
        match failed {
            Some(error) => Err(error),
            None => Ok(found.copied()),
        }
    }

    /// The positions of all entries with this hash: what to compare with when equality is user code,
    /// which must not run while the table is borrowed.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut positions = Vec::new();
        if self.indexed {
            positions.extend(
                self.index
                    .iter_hash(spread(hash))
                    .copied()
                    .filter(|&position| self.hash_at(position) == Some(hash)),
            );
        } else {
            positions
                .extend((0..self.entries.len()).filter(|&position| self.hash_at(position) == Some(hash)));
        }
        positions
    }

    /// The entry at a position, unless there is a hole.
    #[inline]
    pub fn at(&self, position: usize) -> Option<(&K, &V)> {
        let entry = self.entries.get(position)?.as_ref()?;
        Some((&entry.key, &entry.value))
    }

    /// The hash of the key at a position.
    pub fn hash_at(&self, position: usize) -> Option<i64> {
        Some(self.entries.get(position)?.as_ref()?.hash)
    }

    /// The entry at a position, its value to be changed, unless there is a hole.
    #[inline]
    pub fn at_mut(&mut self, position: usize) -> Option<(&K, &mut V)> {
        let entry = self.entries.get_mut(position)?.as_mut()?;
        Some((&entry.key, &mut entry.value))
    }

    /// The value at a position, to be changed.
    pub fn value_mut(&mut self, position: usize) -> Option<&mut V> {
        Some(&mut self.entries.get_mut(position)?.as_mut()?.value)
    }

    /// The first entry at or after a position, with its position.
    pub fn next(&self, from: usize) -> Option<(usize, &K, &V)> {
        let rest = self.entries.get(from..)?;
        let (offset, entry) = rest.iter().enumerate().find_map(|(i, e)| Some((i, e.as_ref()?)))?;
        Some((from + offset, &entry.key, &entry.value))
    }

    /// The last entry before a position, with its position.
    pub fn previous(&self, before: usize) -> Option<(usize, &K, &V)> {
        let start = &self.entries[..before.min(self.entries.len())];
        let (position, entry) = start.iter().enumerate().rev().find_map(|(i, e)| Some((i, e.as_ref()?)))?;
        Some((position, &entry.key, &entry.value))
    }

    /// Entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&K, &V)> {
        self.entries.iter().flatten().map(|entry| (&entry.key, &entry.value))
    }

    /// Entries in order, each with its hash.
    pub fn iter_hashed(&self) -> impl DoubleEndedIterator<Item = (i64, &K, &V)> {
        self.entries.iter().flatten().map(|entry| (entry.hash, &entry.key, &entry.value))
    }

    /// Adds an entry at the end. The caller has made sure that no equal key is there.
    #[cfg_attr(page, optimize(speed))]
    pub fn push(&mut self, hash: i64, key: K, value: V) -> usize {
        if self.entries.len() == self.entries.capacity() && self.len < self.entries.len() / 2 {
            self.compact();
        }
        let position = self.entries.len();
        self.seen |= bit(hash);
        self.insertions = self.insertions.wrapping_add(1);
        self.entries.push(Some(Entry { hash, key, value }));
        self.len += 1;
        if self.indexed {
            let entries = &self.entries;
            self.index.insert_unique(spread(hash), position, |&at| spread_at(entries, at));
        } else if self.entries.len() > UNINDEXED {
            self.reindex();
        }
        position
    }

    /// Takes an entry out, leaving a hole: all other positions stay as they are.
    pub fn remove_at(&mut self, position: usize) -> Option<(K, V)> {
        let entry = self.entries.get_mut(position)?.take()?;
        if self.indexed
            && let Ok(slot) = self.index.find_entry(spread(entry.hash), |&at| at == position)
        {
            slot.remove();
        }
        self.len -= 1;
        while let Some(None) = self.entries.last() {
            self.entries.pop();
        }
        Some((entry.key, entry.value))
    }

    /// Takes out the entry inserted last. Mirrors `dict.popitem`.
    pub fn pop_last(&mut self) -> Option<(K, V)> {
        // The last position is never a hole.
        self.remove_at(self.entries.len().checked_sub(1)?)
    }

    /// Takes out everything; the entries are handed back so that their destructors run with the table
    /// already empty.
    #[must_use = "dropping the entries may run user code: do it with no borrow held"]
    pub fn take(&mut self) -> Self {
        let emptied = OrderedTable { insertions: self.insertions, ..Self::new() };
        std::mem::replace(self, emptied)
    }

    fn compact(&mut self) {
        self.entries.retain(Option::is_some);
        self.reindex();
    }

    fn reindex(&mut self) {
        let entries = &self.entries;
        self.indexed = entries.len() > UNINDEXED;
        self.index.clear();
        if self.indexed {
            self.index.reserve(entries.len(), |&at| spread_at(entries, at));
            for (position, entry) in entries.iter().enumerate() {
                if let Some(entry) = entry {
                    self.index.insert_unique(spread(entry.hash), position, |&at| spread_at(entries, at));
                }
            }
        }
    }
}

fn bit(hash: i64) -> u64 {
    1 << (hash & 63)
}

/// hashbrown takes its tag from the top bits, which Python's hashes of small integers leave empty.
fn spread(hash: i64) -> u64 {
    (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(26)
}

fn spread_at<K, V>(entries: &[Option<Entry<K, V>>], position: usize) -> u64 {
    entries.get(position).and_then(Option::as_ref).map_or(0, |entry| spread(entry.hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::convert::Infallible;

    fn find(table: &OrderedTable<i64, i64>, key: i64) -> Option<usize> {
        table.find(key % 7, |k| Ok::<_, Infallible>(*k == key)).unwrap_or_else(|e| match e {})
    }

    fn keys(table: &OrderedTable<i64, i64>) -> Vec<i64> {
        table.iter().map(|(key, _)| *key).collect()
    }

    #[test]
    fn behaves_as_a_list_of_pairs() {
        let mut table = OrderedTable::new();
        let mut model: Vec<(i64, i64)> = Vec::new();
        let mut random: u64 = 1;
        for step in 0..20_000 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let key = i64::from((random >> 33) as u32 % 60);
            match (random >> 20) % 5 {
                0 | 1 => match find(&table, key) {
                    Some(at) => {
                        *table.value_mut(at).expect("just found") = step;
                        model.iter_mut().find(|(k, _)| *k == key).expect("in both").1 = step;
                    }
                    None => {
                        table.push(key % 7, key, step);
                        model.push((key, step));
                    }
                },
                2 | 3 => {
                    let removed = find(&table, key).and_then(|at| table.remove_at(at));
                    let at = model.iter().position(|(k, _)| *k == key);
                    assert_eq!(removed, at.map(|at| model.remove(at)));
                }
                _ => assert_eq!(table.pop_last(), model.pop()),
            }
            assert_eq!(table.len(), model.len());
        }
        assert!(table.iter().map(|(k, v)| (*k, *v)).eq(model));
    }

    #[test]
    fn positions_survive_removals() {
        let mut table = OrderedTable::new();
        for key in 0..100 {
            table.push(key % 7, key, 0);
        }
        for key in (0..99).filter(|key| key % 3 != 0) {
            table.remove_at(find(&table, key).expect("there"));
        }
        assert_eq!(table.next(1).map(|(at, key, _)| (at, *key)), Some((3, 3)));
        assert_eq!(table.previous(99).map(|(at, key, _)| (at, *key)), Some((96, 96)));
        assert_eq!(keys(&table), (0..100).step_by(3).collect::<Vec<_>>());
    }

    #[test]
    fn grows_no_further_than_its_entries_need() {
        let mut table = OrderedTable::new();
        for key in 0..100_000 {
            table.push(key % 7, key, 0);
            if key >= 10 {
                let first = table.next(0).map(|(at, ..)| at);
                table.remove_at(first.expect("not empty"));
            }
        }
        assert_eq!(table.len(), 10);
        assert!(table.heap_size() < 10_000, "{}", table.heap_size());
    }

    #[test]
    fn candidates_are_the_keys_of_equal_hash() {
        for count in [5, 50] {
            let mut table = OrderedTable::new();
            for key in 0..count {
                table.push(key % 7, key, 0);
            }
            let mut found = table.candidates(3);
            found.sort_unstable();
            assert_eq!(found, (3..count as usize).step_by(7).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_failing_comparison_ends_the_search() {
        for count in [1, 20] {
            let mut table = OrderedTable::new();
            for key in 0..count {
                table.push(0, key, ());
            }
            assert_eq!(table.find(0, |_| Err("unequal in every way")), Err("unequal in every way"));
        }
    }
}
