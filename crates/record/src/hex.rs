//! Lower-case hexadecimal, the way in which digests and refs are written in a leaf.

use sha2::{Digest as _, Sha256};

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// The bytes as lower-case hexadecimal.
pub(crate) fn encode(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn digit(nibble: u8) -> char {
    DIGITS.get(usize::from(nibble)).map_or('0', |&digit| char::from(digit))
}

/// The bytes that lower-case hexadecimal stands for; `None` where it is anything else.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(nibble(*high)? << 4 | nibble(*low)?)).collect()
}

fn nibble(digit: u8) -> Option<u8> {
    let place = DIGITS.iter().position(|&known| known == digit)?;
    u8::try_from(place).ok()
}

/// Thirty-two bytes from lower-case hexadecimal.
pub(crate) fn decode_32(text: &str) -> Option<[u8; 32]> {
    decode(text)?.try_into().ok()
}

/// SHA-256 of the bytes in lower-case hexadecimal, as [`crate::Sample::digest`] wants it.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    encode(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&[u8]>) {
        assert_eq!(decode(text).as_deref(), expected);
        if let Some(bytes) = expected {
            assert_eq!(encode(bytes), text);
        }
    }

    #[test]
    fn only_whole_lower_case_pairs_are_read() {
        check("", Some(&[]));
        check("00ff1a", Some(&[0, 255, 26]));
        check("0", None);
        check("FF", None);
        check("g0", None);
        check("é0", None);
    }
}
