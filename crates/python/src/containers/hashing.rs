//! `hash(x)` of the builtin types, bit for bit as 64-bit CPython 3.13 with `PYTHONHASHSEED=0`.
//!
//! Only numbers and bytes come in here; objects are the caller's.

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

/// The Mersenne prime by which all numbers are reduced (`sys.hash_info.modulus`).
const MODULUS: u64 = (1 << 61) - 1;
const BITS: i32 = 61;
/// `hash(inf)`.
const INFINITY: i64 = 314_159;
/// `hash(None)`.
pub const NONE: i64 = 0xFCA8_6420;
/// `hash(())`.
pub const EMPTY_TUPLE: i64 = 5_740_354_900_026_072_187;

/// -1 marks an error in CPython, so no object hashes to it.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of an integer that fits in 64 bits. Mirrors `long_hash`.
pub fn int(value: i64) -> i64 {
    // Cannot overflow: a remainder is below 2**61.
    let reduced = (value.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if value < 0 { -reduced } else { reduced })
}

/// The hash of an integer of any size; equal to [`int`] where both apply.
pub fn big_int(value: &BigInt) -> i64 {
    let reduced = (value.magnitude() % MODULUS).to_i64().unwrap_or(0);
    not_minus_one(if value.sign() == Sign::Minus { -reduced } else { reduced })
}

/// The hash of a float, equal to that of the integer of the same value. Mirrors `_Py_HashDouble`.
///
/// `None` for a NaN: its hash is its object's identity.
pub fn float(value: f64) -> Option<i64> {
    if value.is_nan() {
        return None;
    }
    if value.is_infinite() {
        return Some(if value > 0.0 { INFINITY } else { -INFINITY });
    }
    if value == 0.0 {
        return Some(0);
    }
    // value = mantissa * 2**exponent with an integer mantissa; 2**61 is 1 modulo the prime, so that
    // a power of two is a rotation within 61 bits.
    let bits = value.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let biased = ((bits >> 52) & 0x7FF) as i32;
    let (mantissa, exponent) =
        if biased == 0 { (fraction, -1074) } else { (fraction | (1 << 52), biased - 1075) };
    let turn = exponent.rem_euclid(BITS) as u32;
    let rotated = if turn == 0 {
        mantissa
    } else {
        ((mantissa << turn) & MODULUS) | (mantissa >> (BITS as u32 - turn))
    };
    // All 61 bits set is the modulus itself, which cannot come from a mantissa of 53 bits.
    let signed = if value < 0.0 { -(rotated as i64) } else { rotated as i64 };
    Some(not_minus_one(signed))
}

/// The hash of a string. Mirrors `unicode_hash`: the code units of its narrowest kind, hashed as bytes.
pub fn str(text: &str) -> i64 {
    if text.is_ascii() {
        return bytes(text.as_bytes());
    }
    let widest = text.chars().max().map_or(0, u32::from);
    let mut units = Vec::with_capacity(text.len() * 2);
    for character in text.chars().map(u32::from) {
        let unit = character.to_le_bytes();
        match widest {
            0..=0xFF => units.push(unit[0]),
            0x100..=0xFFFF => units.extend_from_slice(&unit[..2]),
            _ => units.extend_from_slice(&unit),
        }
    }
    bytes(&units)
}

/// The hash of a `bytes`, and the heart of [`str()`]: SipHash-1-3 with a key of zeros.
pub fn bytes(data: &[u8]) -> i64 {
    if data.is_empty() {
        return 0;
    }
    not_minus_one(sip_hash_13(data) as i64)
}

/// The hash of a tuple, given those of its items. Mirrors `tuple_hash` (a form of xxHash).
pub fn tuple(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let mut state = TupleHash::new();
    let mut count = 0;
    for item in items {
        state.add(item);
        count += 1;
    }
    state.finish(count)
}

/// [`tuple()`] item by item, for callers whose items' hashes may fail.
pub struct TupleHash(u64);

impl TupleHash {
    const PRIME_1: u64 = 11_400_714_785_074_694_791;
    const PRIME_2: u64 = 14_029_467_366_897_019_727;
    const PRIME_5: u64 = 2_870_177_450_012_600_261;

    /// The hash of no items yet.
    pub fn new() -> Self {
        TupleHash(Self::PRIME_5)
    }

    /// Takes in the hash of the next item.
    pub fn add(&mut self, item: i64) {
        self.0 = self.0.wrapping_add((item as u64).wrapping_mul(Self::PRIME_2));
        self.0 = self.0.rotate_left(31).wrapping_mul(Self::PRIME_1);
    }

    /// The hash of a tuple of `count` items.
    pub fn finish(self, count: usize) -> i64 {
        let hash = self.0.wrapping_add(count as u64 ^ (Self::PRIME_5 ^ 3_527_539)) as i64;
        if hash == -1 { 1_546_275_796 } else { hash }
    }
}

impl Default for TupleHash {
    fn default() -> Self {
        Self::new()
    }
}

/// The hash of a frozenset, given those of its items in any order. Mirrors `frozenset_hash`.
pub fn frozen_set(items: impl ExactSizeIterator<Item = i64>) -> i64 {
    let count = items.len() as u64;
    let mut hash: u64 = 0;
    for item in items {
        let item = item as u64;
        hash ^= ((item ^ 89_869_747) ^ (item << 16)).wrapping_mul(3_644_798_167);
    }
    hash ^= (count + 1).wrapping_mul(1_927_868_237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    let hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923) as i64;
    if hash == -1 { 590_923_713 } else { hash }
}

fn sip_hash_13(data: &[u8]) -> u64 {
    let mut v =
        [0x736f_6d65_7073_6575_u64, 0x646f_7261_6e64_6f6d, 0x6c79_6765_6e65_7261, 0x7465_6462_7974_6573];
    let (words, rest) = data.as_chunks::<8>();
    for word in words {
        let word = u64::from_le_bytes(*word);
        v[3] ^= word;
        sip_round(&mut v);
        v[0] ^= word;
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    last[7] = data.len() as u8;
    let last = u64::from_le_bytes(last);
    v[3] ^= last;
    sip_round(&mut v);
    v[0] ^= last;
    v[2] ^= 0xFF;
    for _ in 0..3 {
        sip_round(&mut v);
    }
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

fn sip_round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

#[cfg(test)]
mod tests {
    use super::*;

    // All values recorded from CPython 3.13, PYTHONHASHSEED=0.

    #[test]
    fn strings_hash_as_in_cpython() {
        for (text, expected) in [
            ("", 0),
            ("a", 4644417185603328019),
            ("abc", -4594863902769663758),
            ("hello world foo bar", -6973524116032659230),
            ("é", 6047309291227476195),
            ("€uro", 7542247858446192590),
            ("😀", -3536540696076613844),
        ] {
            assert_eq!(str(text), expected, "{text:?}");
        }
        assert_eq!(bytes(b"abc"), str("abc"));
    }

    #[test]
    fn numbers_hash_as_in_cpython() {
        for (value, expected) in
            [(0, 0), (-1, -2), (-2, -2), (i64::MAX, 3), (i64::MIN, -4), ((1 << 61) - 1, 0), (-(1 << 61), -2)]
        {
            assert_eq!(int(value), expected, "{value}");
            assert_eq!(big_int(&BigInt::from(value)), expected, "{value}");
        }
        assert_eq!(big_int(&(BigInt::from(1) << 100_u32)), 549755813888);
        for (value, expected) in [
            (0.5, 1152921504606846976),
            (1e300, 1224995262755759164),
            (f64::INFINITY, 314159),
            (f64::NEG_INFINITY, -314159),
            (3.0, 3),
            (-1.0, -2),
            (0.1, 230584300921369408),
            (-2.5e-310, -386353265232576880),
        ] {
            assert_eq!(float(value), Some(expected), "{value}");
        }
        assert_eq!(float(f64::NAN), None);
    }

    #[test]
    fn collections_hash_as_in_cpython() {
        assert_eq!(tuple([].into_iter()), EMPTY_TUPLE);
        assert_eq!(tuple([1, 2].into_iter()), -3550055125485641917);
        assert_eq!(frozen_set([].into_iter()), 133146708735736);
        assert_eq!(frozen_set([1, 2].into_iter()), -1826646154956904602);
    }
}
