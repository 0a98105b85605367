//! The table behind `set` and `frozenset`, slot for slot as CPython's.
//!
//! A set's order of iteration is the order of its slots, and programs print sets. So this is not just
//! any hash table: probing, growth, what a removal leaves behind and how two sets are merged all follow
//! CPython 3.13, and with equal hashes (see [`hashing`](super::hashing)) sets print alike.

/// Slots are probed one after the other this many times before jumping on.
const LINEAR_PROBES: usize = 9;
const PERTURB_SHIFT: u32 = 5;
const MIN_SLOTS: usize = 8;
/// Larger sets grow by two, smaller ones by four.
const LARGE: usize = 50_000;

/// A hash table with CPython's order of slots. The caller brings hashes and equality.
#[derive(Clone, Debug)]
pub struct SetTable<K> {
    /// A power of two, or none as long as the set has never held anything.
    slots: Vec<Slot<K>>,
    /// Slots that are not free: in use or left behind by a removal.
    fill: usize,
    used: usize,
    /// Where `pop` goes on looking.
    finger: usize,
}

#[derive(Clone, Debug)]
enum Slot<K> {
    Free,
    /// A removed key was here: searches go on past it.
    Removed,
    Used {
        hash: i64,
        key: K,
    },
}

/// The slots a hash may be found in, in order. Mirrors the loop of `set_lookkey`.
struct Probe {
    mask: usize,
    perturb: u64,
    start: usize,
    next: usize,
    left: usize,
}

impl Probe {
    fn new(hash: i64, mask: usize) -> Self {
        let start = hash as u64 as usize & mask;
        Probe { mask, perturb: hash as u64, start, next: start, left: Self::linear(start, mask) }
    }

    fn linear(start: usize, mask: usize) -> usize {
        if start + LINEAR_PROBES <= mask { LINEAR_PROBES + 1 } else { 1 }
    }
}

impl Iterator for Probe {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.left == 0 {
            self.perturb >>= PERTURB_SHIFT;
            // In 64 bits also where a word is 32, so that the order is one everywhere.
            let start = (self.start as u64).wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb);
            self.start = start as usize & self.mask;
            self.next = self.start;
            self.left = Self::linear(self.start, self.mask);
        }
        let slot = self.next;
        self.next += 1;
        self.left -= 1;
        Some(slot)
    }
}

impl<K> Default for SetTable<K> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K> SetTable<K> {
    /// An empty table; allocates nothing.
    pub const fn new() -> Self {
        SetTable { slots: Vec::new(), fill: 0, used: 0, finger: 0 }
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.used
    }

    /// Whether there are no keys.
    pub fn is_empty(&self) -> bool {
        self.used == 0
    }

    /// The bytes this table holds on the heap, keys' own heaps not counted.
    pub fn heap_size(&self) -> usize {
        self.slots.capacity() * size_of::<Slot<K>>()
    }

    fn mask(&self) -> usize {
        self.slots.len().max(MIN_SLOTS) - 1
    }

    /// The position of the key with this hash that `is_key` accepts.
    ///
    /// # Errors
    /// The first error of `is_key`.
    pub fn find<E>(
        &self,
        hash: i64,
        mut is_key: impl FnMut(&K) -> Result<bool, E>,
    ) -> Result<Option<usize>, E> {
        if self.used == 0 {
            return Ok(None);
        }
        for position in Probe::new(hash, self.mask()) {
            match &self.slots[position] {
                Slot::Free => break,
                Slot::Used { hash: h, key } if *h == hash && is_key(key)? => return Ok(Some(position)),
                Slot::Used { .. } | Slot::Removed => {}
            }
        }
        Ok(None)
    }

    /// The positions of all keys with this hash: what to compare with when equality is user code, which
    /// must not run while the table is borrowed.
    pub fn candidates(&self, hash: i64) -> Vec<usize> {
        let mut positions = Vec::new();
        if self.used > 0 {
            for position in Probe::new(hash, self.mask()) {
                match &self.slots[position] {
                    Slot::Free => break,
                    // Jumps may come back to a slot seen before.
                    Slot::Used { hash: h, .. } if *h == hash && !positions.contains(&position) => {
                        positions.push(position);
                    }
                    Slot::Used { .. } | Slot::Removed => {}
                }
            }
        }
        positions
    }

    /// The key at a position.
    pub fn at(&self, position: usize) -> Option<&K> {
        match self.slots.get(position)? {
            Slot::Used { key, .. } => Some(key),
            Slot::Free | Slot::Removed => None,
        }
    }

    /// The first key at or after a position, with its position and hash.
    pub fn next(&self, from: usize) -> Option<(usize, i64, &K)> {
        let rest = self.slots.get(from..)?;
        rest.iter().enumerate().find_map(|(offset, slot)| match slot {
            Slot::Used { hash, key } => Some((from + offset, *hash, key)),
            Slot::Free | Slot::Removed => None,
        })
    }

    /// Keys in the order of their slots.
    pub fn iter(&self) -> impl Iterator<Item = &K> {
        self.iter_hashed().map(|(_, key)| key)
    }

    /// Keys in the order of their slots, each with its hash.
    pub fn iter_hashed(&self) -> impl Iterator<Item = (i64, &K)> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Used { hash, key } => Some((*hash, key)),
            Slot::Free | Slot::Removed => None,
        })
    }

    /// Adds a key. The caller has made sure that no equal key is there. Mirrors `set_add_entry`.
    pub fn push(&mut self, hash: i64, key: K) {
        if self.slots.is_empty() {
            self.slots.resize_with(MIN_SLOTS, || Slot::Free);
        }
        let mask = self.mask();
        // Of the slots left behind by removals on the way, the last is taken again.
        let mut free = None;
        for position in Probe::new(hash, mask) {
            match self.slots[position] {
                Slot::Removed => free = Some(position),
                Slot::Free if free.is_none() => {
                    self.fill += 1;
                    free = Some(position);
                    break;
                }
                Slot::Free => break,
                Slot::Used { .. } => {}
            }
        }
        self.used += 1;
        if let Some(position) = free {
            self.slots[position] = Slot::Used { hash, key };
        }
        if self.fill * 5 >= mask * 3 {
            self.resize(self.growth());
        }
    }

    /// Takes a key out.
    pub fn remove_at(&mut self, position: usize) -> Option<K> {
        let slot = self.slots.get_mut(position)?;
        if !matches!(slot, Slot::Used { .. }) {
            return None;
        }
        self.used -= 1;
        match std::mem::replace(slot, Slot::Removed) {
            Slot::Used { key, .. } => Some(key),
            Slot::Free | Slot::Removed => None,
        }
    }

    /// Takes out any key: the first from where the last `pop` left off. Mirrors `set.pop`.
    pub fn pop(&mut self) -> Option<K> {
        if self.used == 0 {
            return None;
        }
        let start = self.finger & self.mask();
        let position = self.next(start).or_else(|| self.next(0)).map(|(position, ..)| position)?;
        self.finger = position + 1;
        self.remove_at(position)
    }

    /// Takes out everything; the keys are handed back so that their destructors run with the table
    /// already empty.
    #[must_use = "dropping the keys may run user code: do it with no borrow held"]
    pub fn take(&mut self) -> Self {
        // As in CPython, the finger stays.
        std::mem::replace(self, SetTable { finger: self.finger, ..Self::new() })
    }

    /// Makes room before many keys are added. Mirrors the first step of `set_merge` and
    /// `set_update_dict`: call it before adding all keys of a set or dict of `additional` keys.
    pub fn reserve_for_merge(&mut self, additional: usize) {
        if (self.fill + additional) * 5 >= self.mask() * 3 {
            self.resize((self.used + additional) * 2);
        }
    }

    /// The copy that `set(other)`, `other.copy()` and the like make: same keys, though not always the same
    /// slots. Mirrors `set_merge` into an empty set.
    pub fn merged_copy(&self) -> Self
    where
        K: Clone,
    {
        let mut copy = Self::new();
        if self.used == 0 {
            return copy;
        }
        copy.reserve_for_merge(self.used);
        if copy.slots.is_empty() {
            copy.slots.resize_with(MIN_SLOTS, || Slot::Free);
        }
        if copy.mask() == self.mask() && self.fill == self.used {
            copy.slots.clone_from(&self.slots);
        } else {
            for (hash, key) in self.iter_hashed() {
                insert_clean(&mut copy.slots, hash, key.clone());
            }
        }
        copy.fill = self.used;
        copy.used = self.used;
        copy
    }

    /// Adds all keys of another set that are not here yet. Mirrors `set_merge`.
    ///
    /// # Errors
    /// The first error of `same`; keys added until then stay.
    pub fn merge<E>(&mut self, other: &Self, mut same: impl FnMut(&K, &K) -> Result<bool, E>) -> Result<(), E>
    where
        K: Clone,
    {
        if other.used == 0 {
            return Ok(());
        }
        if self.fill == 0 && self.slots.len() <= MIN_SLOTS {
            *self = SetTable { finger: self.finger, ..other.merged_copy() };
            return Ok(());
        }
        self.reserve_for_merge(other.used);
        for (hash, key) in other.iter_hashed() {
            if self.find(hash, |k| same(k, key))?.is_none() {
                self.push(hash, key.clone());
            }
        }
        Ok(())
    }

    /// Clears removed slots away if they are many. Mirrors the end of `set_difference_update`.
    pub fn tidy(&mut self) {
        if self.fill - self.used > self.mask() / 4 {
            self.resize(self.growth());
        }
    }

    fn growth(&self) -> usize {
        if self.used > LARGE { self.used * 2 } else { self.used * 4 }
    }

    fn resize(&mut self, at_least: usize) {
        let mut size = MIN_SLOTS;
        while size <= at_least {
            size *= 2;
        }
        if size == MIN_SLOTS && self.slots.len() <= MIN_SLOTS && self.fill == self.used {
            return;
        }
        let mut slots = Vec::new();
        slots.resize_with(size, || Slot::Free);
        for slot in std::mem::take(&mut self.slots) {
            if let Slot::Used { hash, key } = slot {
                insert_clean(&mut slots, hash, key);
            }
        }
        self.slots = slots;
        self.fill = self.used;
    }
}

/// Puts a key into slots without removed ones and without an equal key. Mirrors `set_insert_clean`.
fn insert_clean<K>(slots: &mut [Slot<K>], hash: i64, key: K) {
    for position in Probe::new(hash, slots.len() - 1) {
        if matches!(slots[position], Slot::Free) {
            slots[position] = Slot::Used { hash, key };
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::containers::hashing;
    use std::convert::Infallible;

    type Ints = SetTable<i64>;

    fn find(set: &Ints, key: i64) -> Option<usize> {
        set.find(hashing::int(key), |k| Ok::<_, Infallible>(*k == key)).unwrap_or_else(|e| match e {})
    }

    fn add(set: &mut Ints, key: i64) {
        if find(set, key).is_none() {
            set.push(hashing::int(key), key);
        }
    }

    fn discard(set: &mut Ints, key: i64) {
        if let Some(position) = find(set, key) {
            set.remove_at(position);
        }
    }

    /// The same operations, and the same digest of every order in between, as this Python program:
    ///
    /// ```python
    /// def run(keys, steps):
    ///     random = 1
    ///     s = set(); t = set(); digest = 0
    ///     for step in range(steps):
    ///         random = (random * 6364136223846793005 + 1442695040888963407) & (2**64-1)
    ///         key = (random >> 33) % keys * 7 - 20
    ///         op = (random >> 20) % 16
    ///         if op < 6: s.add(key)
    ///         elif op < 8: t.add(key)
    ///         elif op < 11: s.discard(key)
    ///         elif op == 11:
    ///             if s: digest = (digest * 31 + s.pop()) & (2**64-1)
    ///         elif op == 12: s |= t
    ///         elif op == 13: s = set(s)
    ///         elif op == 14: s -= t
    ///         elif step % 64 == 0: s.clear(); t.clear()
    ///         for k in s: digest = (digest * 31 + k) & (2**64-1)
    ///     return digest
    /// ```
    fn run(keys: u64, steps: u32) -> u64 {
        let mut random: u64 = 1;
        let (mut s, mut t) = (Ints::new(), Ints::new());
        let mut digest: u64 = 0;
        let mix = |digest: u64, key: i64| digest.wrapping_mul(31).wrapping_add(key as u64);
        for step in 0..steps {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let key = ((random >> 33) % keys * 7) as i64 - 20;
            match (random >> 20) % 16 {
                0..6 => add(&mut s, key),
                6..8 => add(&mut t, key),
                8..11 => discard(&mut s, key),
                11 => digest = s.pop().map_or(digest, |key| mix(digest, key)),
                12 => s.merge(&t, |a, b| Ok::<_, Infallible>(a == b)).unwrap_or_else(|e| match e {}),
                13 => s = s.merged_copy(),
                14 => {
                    for &key in t.iter() {
                        discard(&mut s, key);
                    }
                    s.tidy();
                }
                _ if step % 64 == 0 => {
                    drop(s.take());
                    drop(t.take());
                }
                _ => {}
            }
            digest = s.iter().fold(digest, |digest, key| mix(digest, *key));
        }
        digest
    }

    #[test]
    fn orders_are_those_of_cpython() {
        assert_eq!(run(12, 3000), 17268983690031121706);
        assert_eq!(run(300, 3000), 5368707164828418248);
    }

    #[test]
    fn strings_are_ordered_as_in_cpython() {
        let mut set = SetTable::new();
        for word in "the quick brown fox jumps over the lazy dog and then some more words".split(' ') {
            let hash = hashing::str(word);
            if let Ok(None) = set.find(hash, |key| Ok::<_, Infallible>(*key == word)) {
                set.push(hash, word);
            }
        }
        let expected = [
            "more", "and", "brown", "fox", "then", "some", "words", "the", "over", "quick", "jumps", "lazy",
            "dog",
        ];
        assert!(set.iter().copied().eq(expected), "{:?}", set.iter().collect::<Vec<_>>());
    }

    #[test]
    fn candidates_are_the_keys_of_equal_hash() {
        let mut set = SetTable::new();
        for key in 0..40 {
            set.push(key % 3, key);
        }
        let mut found: Vec<i64> =
            set.candidates(1).into_iter().filter_map(|at| set.at(at).copied()).collect();
        found.sort_unstable();
        assert_eq!(found, (1..40).step_by(3).collect::<Vec<_>>());
    }
}
