//! Fills the samples of the format table: `{hex:32}` becomes 32 drawn characters, so that no file
//! of ours holds a credential. For tests only.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::check::base62;

/// A small generator: the same seed draws the same characters.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn text(&mut self, alphabet: &str, length: usize) -> String {
        let bytes = alphabet.as_bytes();
        (0..length).map(|_| char::from(bytes[self.next() as usize % bytes.len()])).collect()
    }
}

const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const DIGITS: &str = "0123456789";

/// The sample with every slot filled.
pub(super) fn fill(sample: &str, seed: u64) -> String {
    let mut draw = Draw(seed * 7919 + sample.len() as u64);
    let mut text = sample.to_owned();
    // Inner slots first, so that `{b64of:deploy:{b62:20}}` encodes what was drawn.
    while let Some((start, end)) = innermost(&text) {
        let inside = text.get(start + 1..end).unwrap_or("");
        let Some(filled) = slot(inside, &mut draw) else { break };
        text.replace_range(start..=end, &filled);
    }
    text
}

/// The first `{...}` that holds no other and is a slot.
fn innermost(text: &str) -> Option<(usize, usize)> {
    let ends = text.match_indices('}').map(|(end, _)| end);
    ends.filter_map(|end| Some((text.get(..end)?.rfind('{')?, end))).find(|&(start, end)| {
        text.get(start + 1..end).is_some_and(|inside| slot(inside, &mut Draw(0)).is_some())
    })
}

fn slot(name: &str, draw: &mut Draw) -> Option<String> {
    if let Some(text) = name.strip_prefix("b64of:") {
        return Some(STANDARD.encode(text));
    }
    if let Some(special) = special(name, draw) {
        return Some(special);
    }
    let (kind, length) = name.split_once(':')?;
    let upper = LOWER.to_uppercase();
    let length: usize = length.parse().ok()?;
    let alphabet = match kind {
        "hex" => "0123456789abcdef".to_owned(),
        "HEX" => "0123456789ABCDEF".to_owned(),
        "dig" => "3816049275".to_owned(),
        "low" => format!("{LOWER}{DIGITS}"),
        "UP" => format!("{upper}{DIGITS}"),
        "let" => format!("{LOWER}{upper}"),
        "b32" => format!("{upper}234567"),
        "b62" => format!("{LOWER}{upper}{DIGITS}"),
        "b64" => format!("{LOWER}{upper}{DIGITS}+/"),
        "url" => format!("{LOWER}{upper}{DIGITS}{DIGITS}"),
        "crc62" => {
            let drawn = draw.text(&format!("{LOWER}{upper}{DIGITS}"), length);
            return Some(format!("{drawn}{}", base62(crc32fast::hash(drawn.as_bytes()))));
        }
        "grafana" => {
            let drawn = draw.text(&format!("{LOWER}{upper}{DIGITS}"), length);
            let sum = crc32fast::hash(format!("glsa_{drawn}").as_bytes());
            return Some(format!("{drawn}_{sum:08x}"));
        }
        _ => return None,
    };
    Some(draw.text(&alphabet, length))
}

fn special(name: &str, draw: &mut Draw) -> Option<String> {
    let hex = |draw: &mut Draw, n| draw.text("0123456789abcdef", n);
    Some(match name {
        "uuid" => [8, 4, 4, 4, 12].map(|n| hex(draw, n)).join("-"),
        "pem" => pem(draw),
        "jwt" => jwt(draw),
        "wif" => base58check(&[&[0x80][..], &bytes(draw, 32), &[1]].concat()),
        "xprv" => base58check(&[&[4, 0x88, 0xad, 0xe4][..], &bytes(draw, 74)].concat()),
        "age" => bech32("age-secret-key-", draw).to_uppercase(),
        "nsec" => bech32("nsec", draw),
        "bip39" => bip39(draw),
        _ => return None,
    })
}

fn bytes(draw: &mut Draw, length: usize) -> Vec<u8> {
    (0..length).map(|_| (draw.next() % 256) as u8).collect()
}

fn pem(draw: &mut Draw) -> String {
    let lines: Vec<String> = (0..6).map(|_| STANDARD.encode(bytes(draw, 48))).collect();
    let kind = "PRIVATE KEY";
    format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", lines.join("\n"))
}

fn jwt(draw: &mut Draw) -> String {
    let part = |text: &str| STANDARD.encode(text).trim_end_matches('=').to_owned();
    let claims = part("{\"sub\":\"u-4821\",\"iss\":\"https://id.corp.io\"}");
    let signature = STANDARD.encode(bytes(draw, 32)).replace(['+', '/', '='], "a");
    format!("{}.{claims}.{signature}", part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"))
}

fn base58check(payload: &[u8]) -> String {
    const ALPHABET: &[u8] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let sum = Sha256::digest(Sha256::digest(payload));
    let mut digits: Vec<usize> = Vec::new();
    for byte in payload.iter().chain(sum.iter().take(4)) {
        let mut carry = usize::from(*byte);
        for digit in &mut digits {
            carry += *digit * 256;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.push(carry % 58);
            carry /= 58;
        }
    }
    digits.iter().rev().map(|&digit| char::from(ALPHABET[digit])).collect()
}

fn bech32(prefix: &str, draw: &mut Draw) -> String {
    const DIGITS: &[u8] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let data: Vec<u32> = (0..52).map(|_| (draw.next() % 32) as u32).collect();
    let high = prefix.bytes().map(|b| u32::from(b >> 5));
    let low = prefix.bytes().map(|b| u32::from(b & 31));
    let all = high.chain([0]).chain(low).chain(data.iter().copied()).chain([0; 6]);
    let sum = super::check::bech32_polymod(all) ^ 1;
    let sum = (0..6).rev().map(|n| sum >> (5 * n) & 31);
    let text: String =
        data.into_iter().chain(sum).map(|d| char::from(DIGITS[d as usize])).collect();
    format!("{prefix}1{text}")
}

fn bip39(draw: &mut Draw) -> String {
    let words: Vec<&str> = include_str!("../../data/bip39_english.txt").lines().collect();
    let entropy = bytes(draw, 16);
    let sum = Sha256::digest(&entropy)[0];
    let bits: Vec<usize> = entropy
        .iter()
        .chain([&sum])
        .flat_map(|byte| (0..8).rev().map(move |bit| usize::from(byte >> bit & 1)))
        .take(132)
        .collect();
    let numbers = bits.chunks(11).map(|bits| bits.iter().fold(0, |n, bit| n << 1 | bit));
    let phrase: Vec<&str> = numbers.map(|n| words[n]).collect();
    format!("mnemonic = \"{}\"", phrase.join(" "))
}
