//! Codes of different lengths: from how often each symbol is used, and from how long each code is.

/// The longest code of a symbol, in bits.
pub(super) const MAX_BITS: usize = 15;

/// How long the code of each symbol is to be, so that the whole gets as short as it can; 0 for what is not used.
pub(super) fn lengths(counts: &[u32], most: usize) -> Vec<u8> {
    let mut counts = counts.to_vec();
    loop {
        let lengths = unlimited(&counts);
        if lengths.iter().all(|length| usize::from(*length) <= most) {
            return lengths;
        }
        // Flatter counts make the longest codes shorter.
        counts.iter_mut().for_each(|count| *count = count.div_ceil(2));
    }
}

/// Huffman's way: the two rarest become one, again and again.
fn unlimited(counts: &[u32]) -> Vec<u8> {
    let mut lengths = vec![0; counts.len()];
    let used = counts.iter().enumerate().filter(|(_, count)| **count > 0);
    let mut trees: Vec<(u32, Vec<usize>)> = used.map(|(symbol, count)| (*count, vec![symbol])).collect();
    if let [(_, only)] = &trees[..] {
        lengths[only[0]] = 1;
    }
    while trees.len() > 1 {
        let mut rarest = || {
            let place =
                trees.iter().enumerate().min_by_key(|(_, (count, _))| *count).map_or(0, |(place, _)| place);
            trees.swap_remove(place)
        };
        let ((count, mut symbols), (other, more)) = (rarest(), rarest());
        symbols.extend(more);
        symbols.iter().for_each(|symbol| lengths[*symbol] += 1);
        trees.push((count + other, symbols));
    }
    lengths
}

/// The code of each symbol, its bits in the order in which they are written.
pub(super) fn codes(lengths: &[u8]) -> Vec<u16> {
    let mut codes = vec![0; lengths.len()];
    let mut next = 0_u16;
    for bits in 1..=MAX_BITS {
        for (code, _) in codes.iter_mut().zip(lengths).filter(|(_, length)| usize::from(**length) == bits) {
            *code = next.reverse_bits() >> (16 - bits);
            next += 1;
        }
        next <<= 1;
    }
    codes
}

/// Reads symbols.
pub(super) struct Decoder {
    /// How many symbols have a code of each length.
    counts: [u16; MAX_BITS + 1],
    /// The symbols in the order of their codes.
    symbols: Vec<u16>,
}

impl Decoder {
    /// None if there are more codes than these lengths allow.
    pub(super) fn new(lengths: &[u8]) -> Option<Decoder> {
        let mut counts = [0; MAX_BITS + 1];
        let mut symbols = Vec::with_capacity(lengths.len());
        let mut left = 1_i32;
        for (bits, count) in counts.iter_mut().enumerate().skip(1) {
            let before = symbols.len();
            let of_length = lengths.iter().enumerate().filter(|(_, length)| usize::from(**length) == bits);
            symbols.extend(of_length.map(|(symbol, _)| symbol as u16));
            *count = (symbols.len() - before) as u16;
            left = left * 2 - i32::from(*count);
            if left < 0 {
                return None;
            }
        }
        Some(Decoder { counts, symbols })
    }

    /// The next symbol. None where the bits end, or are no code.
    pub(super) fn symbol(&self, mut bit: impl FnMut() -> Option<u32>) -> Option<usize> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in &self.counts[1..] {
            let count = u32::from(*count);
            code |= bit()?;
            if code < first + count {
                return self.symbols.get((index + code - first) as usize).map(|symbol| usize::from(*symbol));
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}
