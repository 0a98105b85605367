//! The share link's codec: `#v1.<base64url(deflate-raw(payload))>`.
//!
//! The payload of version 1 is UTF-8 text. Its first line holds a checksum of all that follows the
//! checksum (CRC-32, eight hexadecimal digits) and the settings that differ from their default, as
//! `&key=value`; the rest is the source:
//!
//! ```text
//! 5f6d1b2a&speed=2
//! import asyncio
//! ...
//! ```
//!
//! A link is untrusted: input and output are capped, and whatever is not exactly what [`encode`] wrote
//! (cut, changed, newer) is refused with a [`LinkError`]. The checksum makes sure that a damaged link never
//! turns into a different program: deflate alone notices a cut, but not a changed character. (Adler-32, which the
//! compression library brings along, is too weak on short texts: the tests found a collision at once.)
//! The settings are pairs in plain text because three numbers do not pay for a serialisation library in the page.
//!
//! Old versions are read for ever; a new layout gets a new tag and its own reader here.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::{MAX_SOURCE_BYTES, Scenario, Settings};

/// The version that [`encode`] writes.
pub const VERSION: u32 = 1;

/// The longest fragment that is looked at, in bytes. The worst source of [`MAX_SOURCE_BYTES`] fits.
pub const MAX_LINK_BYTES: usize = 2 * MAX_SOURCE_BYTES;

/// The longest first line of a payload, in bytes.
const MAX_HEAD_BYTES: usize = 1024;

/// Eight hexadecimal digits.
const CHECKSUM_DIGITS: usize = 8;

/// Smallest output; a link is made a few times per second at most.
const COMPRESSION_LEVEL: u8 = 9;

/// Why a link cannot be read or made. Its text is one sentence for the person who opened it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    /// Cut short or changed on its way.
    Damaged,
    /// The program is larger than [`MAX_SOURCE_BYTES`].
    TooLarge,
    /// Written by a later Loopscope, in the version named.
    NewerVersion(u32),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => {
                f.write_str("This link is damaged or was cut short, so the program in it cannot be read.")
            }
            Self::TooLarge => {
                f.write_str("This program is larger than 1 MiB, which is too large for a link.")
            }
            Self::NewerVersion(version) => write!(
                f,
                "This link was made by a newer Loopscope (link version {version}); reload the page and open it again."
            ),
        }
    }
}

impl std::error::Error for LinkError {}

/// The fragment that holds `scenario`, with its leading `#`. Settings out of range are clamped.
///
/// # Errors
///
/// [`LinkError::TooLarge`] when the source is larger than [`MAX_SOURCE_BYTES`].
pub fn encode(scenario: &Scenario) -> Result<String, LinkError> {
    if scenario.source.len() > MAX_SOURCE_BYTES {
        return Err(LinkError::TooLarge);
    }
    let mut body = String::with_capacity(scenario.source.len() + 64);
    scenario.settings.write(&mut body);
    body.push('\n');
    body.push_str(&scenario.source);
    let payload = format!("{:08x}{body}", checksum(&body));
    let packed = compress_to_vec(payload.as_bytes(), COMPRESSION_LEVEL);
    Ok(format!("#v{VERSION}.{}", URL_SAFE_NO_PAD.encode(packed)))
}

/// The scenario in a page's fragment (with or without its `#`); `None` when the fragment holds none.
///
/// Punctuation and blanks behind the link, as they stick to one that was copied out of a sentence, are ignored.
///
/// # Errors
///
/// [`LinkError`] when the fragment is a link that cannot be read whole.
pub fn decode(fragment: &str) -> Result<Option<Scenario>, LinkError> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let Some(tagged) = fragment.strip_prefix('v') else { return Ok(None) };
    let digits = tagged.bytes().take_while(u8::is_ascii_digit).count();
    let (version, rest) = tagged.split_at(digits);
    let Some(data) = rest.strip_prefix('.') else {
        // `v`, `v1`: a link cut inside its tag. `version-history`: an anchor of somebody else's.
        return if rest.is_empty() { Err(LinkError::Damaged) } else { Ok(None) };
    };
    match version.parse::<u32>() {
        Ok(1) => decode_v1(data).map(Some),
        Ok(version) if version > VERSION => Err(LinkError::NewerVersion(version)),
        _ => Err(LinkError::Damaged),
    }
}

fn decode_v1(data: &str) -> Result<Scenario, LinkError> {
    if data.len() > MAX_LINK_BYTES {
        return Err(LinkError::TooLarge);
    }
    let data = data.trim_end_matches(|c: char| c.is_whitespace() || ".,;:!?)]}>'\"*".contains(c));
    let packed = URL_SAFE_NO_PAD.decode(data).map_err(|_| LinkError::Damaged)?;
    let payload =
        decompress_to_vec_with_limit(&packed, MAX_SOURCE_BYTES + MAX_HEAD_BYTES).map_err(|error| {
            if error.status == TINFLStatus::HasMoreOutput { LinkError::TooLarge } else { LinkError::Damaged }
        })?;
    let payload = String::from_utf8(payload).map_err(|_| LinkError::Damaged)?;
    let (sum, body) = payload.split_at_checked(CHECKSUM_DIGITS).ok_or(LinkError::Damaged)?;
    if u32::from_str_radix(sum, 16) != Ok(checksum(body)) {
        return Err(LinkError::Damaged);
    }
    let (settings, source) = body.split_once('\n').ok_or(LinkError::Damaged)?;
    if source.len() > MAX_SOURCE_BYTES {
        return Err(LinkError::TooLarge);
    }
    Ok(Scenario { source: source.to_owned(), settings: Settings::read(settings) })
}

/// CRC-32 as in zip and gzip, bit by bit: a table would cost more in the page than it saves on such short texts.
fn checksum(text: &str) -> u32 {
    !text.bytes().fold(!0, |mut crc: u32, byte| {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
        crc
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_checksum_is_crc_32() {
        assert_eq!(super::checksum("123456789"), 0xCBF4_3926);
    }
}
