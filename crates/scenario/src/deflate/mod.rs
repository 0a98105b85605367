//! DEFLATE (RFC 1951) for links: the format that every library reads, in a tenth of the code of one that is made for
//! speed. A program is a few kilobytes, and is packed a few times per second at most.
//!
//! Knows nothing of what is packed.

mod huffman;
mod pack;
mod unpack;

pub(crate) use pack::pack;
pub(crate) use unpack::{Fault, unpack};

/// The farthest that a repetition may lie back, in bytes.
const WINDOW: usize = 32 * 1024;
/// The shortest and the longest repetition, in bytes.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=258;
/// The symbol that ends a block; those behind it are lengths of repetitions.
const END: usize = 256;

/// The shortest length of each symbol for lengths. Bits that follow tell by how much it is longer.
const LENGTH_BASES: [u16; 29] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227, 258,
];

/// The smallest distance of each symbol for distances.
const DISTANCE_BASES: [u16; 30] = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
    4097, 6145, 8193, 12289, 16385, 24577,
];

/// How many bits follow the symbol of a length.
fn length_bits(symbol: usize) -> u32 {
    if symbol < 8 || symbol == 28 { 0 } else { symbol as u32 / 4 - 1 }
}

/// How many bits follow the symbol of a distance.
fn distance_bits(symbol: usize) -> u32 {
    if symbol < 4 { 0 } else { symbol as u32 / 2 - 1 }
}

/// The order in which a block tells how long the codes of its code lengths are.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// The lengths of codes in a block that brings none of its own.
fn fixed() -> (Vec<u8>, Vec<u8>) {
    let parts = [(8, 144), (9, 112), (7, 24), (8, 8)];
    let literals = parts.into_iter().flat_map(|(length, count)| std::iter::repeat_n(length, count));
    (literals.collect(), vec![5; DISTANCE_BASES.len()])
}

#[cfg(test)]
mod tests {
    use super::{Fault, pack, unpack};
    use crate::EXAMPLES;

    const LIMIT: usize = 1 << 22;

    /// Texts of many kinds: programs, noise, what repeats near and far, nothing.
    fn samples() -> Vec<Vec<u8>> {
        let mut state = 1_u32;
        let mut random = move || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        let noise: Vec<u8> = (0..100_000).map(|_| random()).collect();
        let skewed: Vec<u8> = (0..100_000).map(|_| random().leading_zeros() as u8 * 3).collect();
        let mut far = noise[..40_000].to_vec();
        far.extend_from_within(..40_000);
        // Counts like Fibonacci's numbers ask for codes longer than the format has.
        let mut counts = (1_usize, 1_usize);
        let mut steep = Vec::new();
        for letter in 0..25 {
            steep.extend(std::iter::repeat_n(letter, counts.0));
            counts = (counts.1, counts.0 + counts.1);
        }
        let mut samples = vec![Vec::new(), b"a".to_vec(), vec![b'x'; 100_000], noise, skewed, far, steep];
        samples.extend(EXAMPLES.iter().map(|example| example.source.as_bytes().to_vec()));
        samples.push(EXAMPLES.iter().flat_map(|example| example.source.bytes()).collect());
        samples
    }

    #[test]
    fn what_is_packed_is_unpacked_here_and_by_another_library() {
        for sample in samples() {
            let packed = pack(&sample);
            assert_eq!(unpack(&packed, LIMIT).as_deref(), Ok(&sample[..]));
            assert_eq!(miniz_oxide::inflate::decompress_to_vec(&packed).ok().as_deref(), Some(&sample[..]));
        }
    }

    #[test]
    fn what_another_library_packs_is_unpacked() {
        for sample in samples() {
            for level in [0, 1, 6, 9] {
                let packed = miniz_oxide::deflate::compress_to_vec(&sample, level);
                assert_eq!(unpack(&packed, LIMIT).as_deref(), Ok(&sample[..]), "level {level}");
            }
        }
    }

    #[test]
    fn programs_are_packed_as_small_as_by_another_library() {
        let (mut ours, mut theirs) = (0, 0);
        for example in EXAMPLES {
            let source = example.source.as_bytes();
            let sizes = (pack(source).len(), miniz_oxide::deflate::compress_to_vec(source, 9).len());
            assert!(sizes.0 <= sizes.1 + 2, "{}: {} bytes, {} elsewhere", example.slug, sizes.0, sizes.1);
            (ours, theirs) = (ours + sizes.0, theirs + sizes.1);
        }
        assert!(ours * 200 <= theirs * 201, "{ours} bytes in all, {theirs} elsewhere");
    }

    #[test]
    fn the_limit_is_kept() {
        let packed = pack(&[7; 1000]);
        assert_eq!(unpack(&packed, 1000).map(|bytes| bytes.len()), Ok(1000));
        assert_eq!(unpack(&packed, 999), Err(Fault::TooLarge));
    }

    #[test]
    fn what_is_cut_or_changed_is_refused_or_read_as_something_else() {
        let text = EXAMPLES[0].source.as_bytes();
        let packed = pack(text);
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end], LIMIT), Err(Fault::Damaged), "cut at {end}");
        }
        for place in 0..packed.len() {
            for bit in 0..8 {
                let mut changed = packed.clone();
                changed[place] ^= 1 << bit;
                // Nothing but that it ends: only a checksum tells one text from another.
                let _ = unpack(&changed, LIMIT);
            }
        }
    }
}
