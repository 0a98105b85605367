//! Writes DEFLATE: as small as it gets, which is what a link wants.

use super::huffman::{MAX_BITS, codes, lengths};
use super::{DISTANCE_BASES, END, LENGTH_BASES, LENGTHS, ORDER, WINDOW, distance_bits, fixed, length_bits};

/// How many earlier places are looked at for a repetition.
const TRIES: usize = 256;
/// How many bits tell where places with the same beginning are remembered.
const HASH_BITS: u32 = 15;
/// How many tokens share their codes.
const BLOCK: usize = 1 << 15;

/// A literal, or a repetition of what was `distance` bytes ago.
#[derive(Clone, Copy)]
enum Token {
    Literal(u8),
    Repeat { length: usize, distance: usize },
}

/// Packs bytes.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let tokens = tokens(bytes);
    let blocks = tokens.chunks(BLOCK).count().max(1);
    let mut out = Bits::default();
    for index in 0..blocks {
        let tokens = tokens.chunks(BLOCK).nth(index).unwrap_or_default();
        let (mut plain, mut own) = (out.clone(), out);
        plain.put(u32::from(index + 1 == blocks) | 1 << 1, 3);
        let (literals, distances) = fixed();
        plain.tokens(tokens, &literals, &distances);
        own.put(u32::from(index + 1 == blocks) | 2 << 1, 3);
        let (literals, distances) = best(tokens);
        own.code_lengths(&literals, &distances);
        own.tokens(tokens, &literals, &distances);
        out = if plain.count() < own.count() { plain } else { own };
    }
    out.bytes
}

/// Finds what repeats.
fn tokens(bytes: &[u8]) -> Vec<Token> {
    let mut places = Places { bytes, newest: vec![usize::MAX; 1 << HASH_BITS], before: Vec::new() };
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let (length, distance) = places.longest(at);
        // A longer one may begin behind this byte.
        if length < *LENGTHS.start() || (at + 1 < bytes.len() && places.longest(at + 1).0 > length) {
            tokens.push(Token::Literal(bytes[at]));
            at += 1;
        } else {
            tokens.push(Token::Repeat { length, distance });
            at += length;
        }
    }
    tokens
}

/// Where each place's beginning was before.
struct Places<'a> {
    bytes: &'a [u8],
    /// The newest place of each beginning.
    newest: Vec<usize>,
    /// For each place, the one before it with the same beginning.
    before: Vec<usize>,
}

impl Places<'_> {
    /// The slot of a place's beginning; None too near the end.
    fn slot(&self, at: usize) -> Option<usize> {
        let beginning = self.bytes.get(at..at + LENGTHS.start())?;
        let number = beginning.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
        Some((number.wrapping_mul(0x9E37_79B1) >> (32 - HASH_BITS)) as usize)
    }

    /// The longest repetition at a place, and how far back it lies; the nearest of these.
    fn longest(&mut self, at: usize) -> (usize, usize) {
        for place in self.before.len()..at {
            let slot = self.slot(place);
            self.before
                .push(slot.map_or(usize::MAX, |slot| std::mem::replace(&mut self.newest[slot], place)));
        }
        let Some(slot) = self.slot(at) else { return (0, 0) };
        let rest = &self.bytes[at..];
        let rest = &rest[..rest.len().min(*LENGTHS.end())];
        let (mut longest, mut distance) = (0, 0);
        let mut place = self.newest[slot];
        for _ in 0..TRIES {
            if place >= at || at - place > WINDOW || longest == rest.len() {
                break;
            }
            let old = &self.bytes[place..];
            if old[longest] == rest[longest] {
                let length = rest.iter().zip(old).take_while(|(new, old)| new == old).count();
                // Three literals are shorter than a short repetition far back.
                if length > longest && (length > 3 || at - place < 512) {
                    (longest, distance) = (length, at - place);
                }
            }
            place = self.before[place];
        }
        (longest, distance)
    }
}

/// The symbol of a length or distance, given where each begins.
fn symbol(bases: &[u16], value: usize) -> usize {
    bases.partition_point(|base| usize::from(*base) <= value) - 1
}

/// The lengths of codes with which these tokens get shortest.
fn best(tokens: &[Token]) -> (Vec<u8>, Vec<u8>) {
    let mut literals = [0; END + 1 + LENGTH_BASES.len()];
    let mut distances = [0; DISTANCE_BASES.len()];
    literals[END] = 1;
    for token in tokens {
        match *token {
            Token::Literal(byte) => literals[usize::from(byte)] += 1,
            Token::Repeat { length, distance } => {
                literals[END + 1 + symbol(&LENGTH_BASES, length)] += 1;
                distances[symbol(&DISTANCE_BASES, distance)] += 1;
            }
        }
    }
    (lengths(&literals, MAX_BITS), lengths(&distances, MAX_BITS))
}

/// Bits that become bytes, the lowest first.
#[derive(Clone, Default)]
struct Bits {
    bytes: Vec<u8>,
    /// How many bits of the last byte are used; 0 when it is full.
    used: u32,
}

impl Bits {
    fn count(&self) -> usize {
        self.bytes.len() * 8 - (8 - self.used as usize) % 8
    }

    fn put(&mut self, value: u32, count: u32) {
        for place in 0..count {
            if self.used == 0 {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= ((value >> place & 1) << self.used) as u8;
            }
            self.used = (self.used + 1) % 8;
        }
    }

    /// Tells how long a block's codes are, itself in codes.
    fn code_lengths(&mut self, literals: &[u8], distances: &[u8]) {
        let used = |lengths: &[u8], least: usize| {
            lengths.iter().rposition(|length| *length > 0).map_or(least, |last| least.max(last + 1))
        };
        let (literals, distances) = (&literals[..used(literals, 257)], &distances[..used(distances, 1)]);
        // Each with the bits behind its symbol, and how many these are.
        let mut told: Vec<(usize, u32, u32)> = Vec::new();
        let all = [literals, distances].concat();
        for run in all.chunk_by(|one, next| one == next) {
            let (length, mut left) = (usize::from(run[0]), run.len());
            if length > 0 {
                told.push((length, 0, 0));
                left -= 1;
            }
            while left > 0 {
                let (symbol, bits, range) = match (length, left) {
                    (0, 11..) => (18, 7, 11..=138),
                    (0, 3..) => (17, 3, 3..=10),
                    (1.., 3..) => (16, 2, 3..=6),
                    _ => (length, 0, 1..=1),
                };
                let taken = left.min(*range.end());
                told.push((symbol, (taken - range.start()) as u32, bits));
                left -= taken;
            }
        }
        let mut counts = [0; ORDER.len()];
        told.iter().for_each(|(symbol, ..)| counts[*symbol] += 1);
        let own = lengths(&counts, 7);
        let last = ORDER.iter().rposition(|symbol| own[*symbol] > 0).map_or(4, |last| (last + 1).max(4));
        self.put(literals.len() as u32 - 257, 5);
        self.put(distances.len() as u32 - 1, 5);
        self.put(last as u32 - 4, 4);
        ORDER[..last].iter().for_each(|symbol| self.put(u32::from(own[*symbol]), 3));
        let codes = codes(&own);
        for (symbol, more, bits) in told {
            self.put(u32::from(codes[symbol]), u32::from(own[symbol]));
            self.put(more, bits);
        }
    }

    /// The tokens, and the end of their block.
    fn tokens(&mut self, tokens: &[Token], literals: &[u8], distances: &[u8]) {
        let (literal_codes, distance_codes) = (codes(literals), codes(distances));
        for token in tokens {
            match *token {
                Token::Literal(byte) => {
                    let symbol = usize::from(byte);
                    self.put(u32::from(literal_codes[symbol]), u32::from(literals[symbol]));
                }
                Token::Repeat { length, distance } => {
                    let index = symbol(&LENGTH_BASES, length);
                    let code = END + 1 + index;
                    self.put(u32::from(literal_codes[code]), u32::from(literals[code]));
                    self.put((length - usize::from(LENGTH_BASES[index])) as u32, length_bits(index));
                    let index = symbol(&DISTANCE_BASES, distance);
                    self.put(u32::from(distance_codes[index]), u32::from(distances[index]));
                    self.put((distance - usize::from(DISTANCE_BASES[index])) as u32, distance_bits(index));
                }
            }
        }
        self.put(u32::from(literal_codes[END]), u32::from(literals[END]));
    }
}
