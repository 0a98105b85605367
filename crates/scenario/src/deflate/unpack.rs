//! Reads DEFLATE.

use super::huffman::Decoder;
use super::{DISTANCE_BASES, END, LENGTH_BASES, ORDER, distance_bits, fixed, length_bits};

/// Why something cannot be unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Cut, or not what [`pack`](super::pack) and its like make.
    Damaged,
    /// It is longer than the limit.
    TooLarge,
}

/// The bytes that were packed, if they are no more than `limit`. What follows the packed ones is ignored.
pub(crate) fn unpack(packed: &[u8], limit: usize) -> Result<Vec<u8>, Fault> {
    let mut bits = Bits { bytes: packed, at: 0 };
    let mut out = Vec::new();
    loop {
        let last = bits.take(1)?;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out, limit)?,
            1 => {
                let (literals, distances) = fixed();
                block(&mut bits, &mut out, limit, &literals, &distances)?;
            }
            2 => {
                let (literals, distances) = code_lengths(&mut bits)?;
                block(&mut bits, &mut out, limit, &literals, &distances)?;
            }
            _ => return Err(Fault::Damaged),
        }
        if last == 1 {
            return Ok(out);
        }
    }
}

/// The bits of each byte, the lowest first.
struct Bits<'a> {
    bytes: &'a [u8],
    /// How many have been read.
    at: usize,
}

impl Bits<'_> {
    fn bit(&mut self) -> Option<u32> {
        let byte = *self.bytes.get(self.at / 8)?;
        let bit = byte >> (self.at % 8) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }

    fn take(&mut self, count: u32) -> Result<usize, Fault> {
        let mut value = 0;
        for place in 0..count {
            value |= self.bit().ok_or(Fault::Damaged)? << place;
        }
        Ok(value as usize)
    }

    fn symbol(&mut self, decoder: &Decoder) -> Result<usize, Fault> {
        decoder.symbol(|| self.bit()).ok_or(Fault::Damaged)
    }
}

/// Bytes as they are.
fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>, limit: usize) -> Result<(), Fault> {
    bits.at = bits.at.next_multiple_of(8);
    let (length, inverted) = (bits.take(16)?, bits.take(16)?);
    let begin = bits.at / 8;
    let bytes = bits.bytes.get(begin..begin + length).ok_or(Fault::Damaged)?;
    if length ^ inverted != 0xFFFF {
        return Err(Fault::Damaged);
    }
    if out.len() + length > limit {
        return Err(Fault::TooLarge);
    }
    out.extend_from_slice(bytes);
    bits.at += length * 8;
    Ok(())
}

/// The lengths of the codes that a block brings along, for literals and lengths, and for distances.
fn code_lengths(bits: &mut Bits<'_>) -> Result<(Vec<u8>, Vec<u8>), Fault> {
    let (literals, distances, count) = (bits.take(5)? + 257, bits.take(5)? + 1, bits.take(4)? + 4);
    let mut own = [0; ORDER.len()];
    for place in &ORDER[..count] {
        own[*place] = bits.take(3)? as u8;
    }
    let decoder = Decoder::new(&own).ok_or(Fault::Damaged)?;
    let mut lengths: Vec<u8> = Vec::new();
    while lengths.len() < literals + distances {
        let (length, times) = match bits.symbol(&decoder)? {
            16 => (*lengths.last().ok_or(Fault::Damaged)?, bits.take(2)? + 3),
            17 => (0, bits.take(3)? + 3),
            18 => (0, bits.take(7)? + 11),
            length => (length as u8, 1),
        };
        lengths.resize(lengths.len() + times, length);
    }
    if lengths.len() > literals + distances {
        return Err(Fault::Damaged);
    }
    let distances = lengths.split_off(literals);
    Ok((lengths, distances))
}

/// Literals and repetitions.
fn block(
    bits: &mut Bits<'_>,
    out: &mut Vec<u8>,
    limit: usize,
    literals: &[u8],
    distances: &[u8],
) -> Result<(), Fault> {
    let literals = Decoder::new(literals).ok_or(Fault::Damaged)?;
    let distances = Decoder::new(distances).ok_or(Fault::Damaged)?;
    loop {
        let symbol = bits.symbol(&literals)?;
        if symbol == END {
            return Ok(());
        }
        if let Ok(byte) = u8::try_from(symbol) {
            if out.len() >= limit {
                return Err(Fault::TooLarge);
            }
            out.push(byte);
            continue;
        }
        let symbol = symbol - END - 1;
        let base = *LENGTH_BASES.get(symbol).ok_or(Fault::Damaged)?;
        let length = usize::from(base) + bits.take(length_bits(symbol))?;
        let symbol = bits.symbol(&distances)?;
        let base = *DISTANCE_BASES.get(symbol).ok_or(Fault::Damaged)?;
        let distance = usize::from(base) + bits.take(distance_bits(symbol))?;
        let begin = out.len().checked_sub(distance).ok_or(Fault::Damaged)?;
        if out.len() + length > limit {
            return Err(Fault::TooLarge);
        }
        // A repetition may run into itself.
        for place in begin..begin + length {
            out.push(out[place]);
        }
    }
}
