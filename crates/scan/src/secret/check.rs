//! Tests of structure and checksum of issued credentials: what tells a real one from a look-alike.
//! Offline: whether a credential still works is not asked.

use std::{collections::HashSet, sync::LazyLock};

use base64::Engine as _;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use base64::engine::{DecodePaddingMode, general_purpose};
use sha2::{Digest, Sha256};

use super::entry::Check;
use super::value;
use super::weigh::{self, Weight};

/// What a test says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The checksum holds: it was issued.
    Issued,
    /// Structure and randomness are right.
    Plausible,
    /// Could be: the checksum is wrong, or it guards little.
    Doubtful,
    /// It is none.
    No,
}

/// A match of a format in its text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'a> {
    /// The credential.
    pub(super) value: &'a str,
    /// The whole match, which may hold a user and a host.
    pub(super) whole: &'a str,
    /// What follows the match.
    pub(super) after: &'a str,
}

const LENIENT: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);
static STANDARD: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::STANDARD, LENIENT);
static URL_SAFE: GeneralPurpose = GeneralPurpose::new(&base64::alphabet::URL_SAFE, LENIENT);

/// Decodes either alphabet of base64, padded or not.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let url = text.contains(['-', '_']);
    let engine: &general_purpose::GeneralPurpose = if url { &URL_SAFE } else { &STANDARD };
    engine.decode(text).ok()
}

impl Check {
    /// Runs the test.
    pub(super) fn of(self, found: Match<'_>) -> Answer {
        let value = found.value;
        match self {
            Self::Crc62 => issued_if(crc62(value)),
            Self::Grafana => issued_if(crc_behind(value, '_')),
            Self::Atlassian => issued_if(crc_behind(value, '=')),
            Self::Pypi => issued_if(pypi(value)),
            Self::Discord => plausible_if(discord(value)),
            Self::Jwt => jwt(value),
            Self::Pem => pem(found),
            Self::Base58 => certain(base58(value)),
            Self::Bech32 => certain(bech32(value)),
            Self::Bip39 => bip39(value),
            Self::Basic => decode(value).map_or(Answer::No, |bytes| basic(&bytes)),
            Self::Password => password(value),
            Self::Url => url(found),
            Self::Random => plausible_if(random(value)),
        }
    }
}

/// A wrong checksum leaves a doubt: the text may be a made-up credential in a real place.
fn issued_if(holds: Option<bool>) -> Answer {
    if holds == Some(true) { Answer::Issued } else { Answer::Doubtful }
}

/// The checksum is all that tells such a value from other text.
fn certain(holds: Option<bool>) -> Answer {
    if holds == Some(true) { Answer::Issued } else { Answer::No }
}

fn plausible_if(holds: bool) -> Answer {
    if holds { Answer::Plausible } else { Answer::No }
}

fn crc62(value: &str) -> Option<bool> {
    let (_, body) = value.split_once('_')?;
    let (drawn, checksum) = body.split_at_checked(30)?;
    Some(base62(crc32fast::hash(drawn.as_bytes())) == checksum)
}

/// Six digits of base 62: digits, upper case, lower case.
pub(super) fn base62(mut number: u32) -> String {
    const DIGITS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut text = Vec::new();
    for _ in 0..6 {
        text.push(DIGITS.get((number % 62) as usize).copied().map_or('0', char::from));
        number /= 62;
    }
    text.into_iter().rev().collect()
}

fn crc_behind(value: &str, mark: char) -> Option<bool> {
    let (body, checksum) = value.rsplit_once(mark)?;
    Some(u32::from_str_radix(checksum, 16).ok()? == crc32fast::hash(body.as_bytes()))
}

fn pypi(value: &str) -> Option<bool> {
    let bytes = decode(value.strip_prefix("pypi-")?)?;
    Some(bytes.windows(8).any(|part| part == b"pypi.org"))
}

fn discord(value: &str) -> bool {
    let id = value.split('.').next().and_then(decode);
    id.is_some_and(|id| id.len() >= 15 && id.iter().all(u8::is_ascii_digit))
}

/// Keys that are meant to be public and tokens of the documentation are no secret.
fn jwt(value: &str) -> Answer {
    let mut parts = value.split('.');
    let json = |part: &str| serde_json::from_slice::<serde_json::Value>(&decode(part)?).ok();
    let Some((header, claims)) = parts.next().and_then(json).zip(parts.next().and_then(json))
    else {
        return Answer::No;
    };
    let text =
        |of: &serde_json::Value, key: &str| of.get(key).and_then(|v| v.as_str()).map(str::to_owned);
    let algorithm = text(&header, "alg").unwrap_or_default();
    let public = text(&claims, "role").as_deref() == Some("anon");
    let documented = text(&claims, "name").as_deref() == Some("John Doe");
    let signature = parts.next().unwrap_or("");
    if algorithm.is_empty() || public || documented || value::entropy(signature) < 3.5 {
        return Answer::No;
    }
    if value::is_stand_in(signature) { Answer::No } else { Answer::Plausible }
}

/// Line breaks may be written as `\n`, and lines as strings that are joined.
fn pem(found: Match<'_>) -> Answer {
    let end = found.after.find("-----").unwrap_or(found.after.len());
    let body = found.after.get(..end).unwrap_or("");
    let material = body.replace("\\n", "\n").replace("\\r", "\n");
    let lines = material.split(|c: char| !(c.is_ascii_alphanumeric() || "+/=".contains(c)));
    let material: String = lines.filter(|line| line.len() >= 16).collect();
    let locked = body.contains("ENCRYPTED") || found.whole.contains("ENCRYPTED");
    if material.len() < 56 || value::entropy(&material) < 4.0 {
        Answer::No
    } else if locked || material.contains("YmNyeXB0") {
        Answer::Doubtful
    } else {
        Answer::Plausible
    }
}

fn base58(value: &str) -> Option<bool> {
    let bytes = base58_bytes(value)?;
    let (payload, checksum) = bytes.split_at_checked(bytes.len().checked_sub(4)?)?;
    Some(Sha256::digest(Sha256::digest(payload)).starts_with(checksum))
}

/// Numbers of at most some hundred digits: the cost is the square of a small length.
fn base58_bytes(value: &str) -> Option<Vec<u8>> {
    const DIGITS: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut bytes: Vec<u8> = Vec::new();
    for c in value.chars().take(128) {
        let mut carry = DIGITS.find(c)?;
        for byte in &mut bytes {
            carry += usize::from(*byte) * 58;
            *byte = u8::try_from(carry % 256).ok()?;
            carry /= 256;
        }
        while carry > 0 {
            bytes.push(u8::try_from(carry % 256).ok()?);
            carry /= 256;
        }
    }
    bytes.reverse();
    Some(bytes)
}

fn bech32(value: &str) -> Option<bool> {
    const DIGITS: &str = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let lower = value.to_ascii_lowercase();
    let (prefix, data) = lower.rsplit_once('1')?;
    let high = prefix.bytes().map(|b| u32::from(b >> 5));
    let low = prefix.bytes().map(|b| u32::from(b & 31));
    let data: Option<Vec<u32>> =
        data.chars().map(|c| u32::try_from(DIGITS.find(c)?).ok()).collect();
    Some(bech32_polymod(high.chain([0]).chain(low).chain(data?)) == 1)
}

/// The checksum of BIP-173.
pub(super) fn bech32_polymod(values: impl Iterator<Item = u32>) -> u32 {
    const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    values.fold(1u32, |sum, value| {
        let top = sum >> 25;
        let next = (sum & 0x1ff_ffff) << 5 ^ value;
        let terms = GENERATOR.iter().enumerate().filter(|(n, _)| top >> n & 1 == 1);
        terms.fold(next, |sum, (_, term)| sum ^ term)
    })
}

static WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../../data/bip39_english.txt").lines().collect());

/// Phrases that every developer's test network uses.
const KNOWN_PHRASES: &[&str] = &["test test", "abandon abandon", "candy maple", "myth like bonus"];

fn bip39(value: &str) -> Answer {
    let phrase = value.replace(',', " ");
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let numbers: Option<Vec<usize>> =
        words.iter().map(|word| WORDS.binary_search(word).ok()).collect();
    let Some(numbers) = numbers else { return Answer::No };
    let known = KNOWN_PHRASES.iter().any(|known| words.join(" ").starts_with(known));
    let distinct: HashSet<_> = numbers.iter().collect();
    if known || distinct.len() * 2 < numbers.len() || numbers.len() % 3 != 0 {
        return Answer::No;
    }
    if bip39_checksum(&numbers) { Answer::Issued } else { Answer::Doubtful }
}

/// Each word gives eleven bits; one bit in 33 is a checksum of the others.
fn bip39_checksum(numbers: &[usize]) -> bool {
    let bits: Vec<u8> = numbers
        .iter()
        .flat_map(|n| (0..11).rev().map(move |bit| u8::from(n >> bit & 1 == 1)))
        .collect();
    let Some((drawn, checksum)) = bits.split_at_checked(bits.len() - bits.len() / 33) else {
        return false;
    };
    let bytes: Vec<u8> =
        drawn.chunks(8).map(|bits| bits.iter().fold(0, |byte, bit| byte << 1 | bit)).collect();
    let digest = Sha256::digest(&bytes);
    let expected = digest.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    checksum.iter().copied().eq(expected.take(checksum.len()))
}

fn basic(bytes: &[u8]) -> Answer {
    let text = std::str::from_utf8(bytes).ok().filter(|t| t.chars().all(|c| c.is_ascii_graphic()));
    match text.and_then(|text| text.split_once(':')) {
        Some((user, secret)) if !user.is_empty() => password(secret),
        _ => Answer::No,
    }
}

fn password(value: &str) -> Answer {
    match weigh::password(value) {
        Some(Weight::Random | Weight::Chosen) => Answer::Plausible,
        Some(Weight::Weak) => Answer::Doubtful,
        _ => Answer::No,
    }
}

/// A password for a machine of one's own, or one that equals the user, guards little.
fn url(found: Match<'_>) -> Answer {
    let rest = found.whole.split_once("://").map_or("", |(_, rest)| rest);
    let (login, host) = rest.rsplit_once('@').unwrap_or((rest, ""));
    let user = login.split(':').next().unwrap_or("");
    let example = ["example", "host", "hostname", "server", "domain", "your"];
    if example.iter().any(|word| host.split(['.', ':', '/', '-']).any(|part| part == *word)) {
        return Answer::No;
    }
    let near = !host.contains('.') || host.starts_with("127.") || host.starts_with("0.0.");
    match weigh::password(found.value) {
        None => Answer::No,
        Some(Weight::Random) => Answer::Plausible,
        Some(Weight::Chosen) if !near => Answer::Plausible,
        Some(_) if user == found.value && near => Answer::No,
        Some(weight) if near && weight < Weight::Chosen => Answer::No,
        Some(_) => Answer::Doubtful,
    }
}

fn random(value: &str) -> bool {
    if value::is_digest_or_public(value) {
        return false;
    }
    (value::random_length(value) >= 14 && value.contains(|c: char| c.is_ascii_digit()))
        || value::is_uuid(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(test: Check, value: &str, answer: Answer) {
        assert_eq!(test.of(Match { value, whole: value, after: "" }), answer, "{value}");
    }

    #[test]
    fn checksums_tell_issued_from_made_up() {
        check(
            Check::Crc62,
            concat!("ghp", "_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"),
            Answer::Issued,
        );
        check(
            Check::Crc62,
            concat!("ghp", "_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18"),
            Answer::Doubtful,
        );
        let wif = concat!("5HueCGU8rMjxEXxiPuD5BDku4Mk", "FqeZyd4dZ1jvhTVqvbTLvyTJ");
        check(Check::Base58, wif, Answer::Issued);
        check(Check::Base58, &wif.replace('J', "K"), Answer::No);
    }

    #[test]
    fn seed_phrases_have_a_checksum_and_known_ones_do_not_count() {
        let legal = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        check(Check::Bip39, legal, Answer::Issued);
        check(Check::Bip39, &legal.replace("yellow", "zoo"), Answer::Doubtful);
        check(Check::Bip39, &format!("{}junk", "test ".repeat(11)), Answer::No);
        check(Check::Bip39, &legal.replace("yellow", "yellowish"), Answer::No);
    }

    #[test]
    fn addresses_of_ones_own_machine_with_a_default_password_do_not_count() {
        let of = |whole: &str, value: &str| Check::Url.of(Match { value, whole, after: "" });
        assert_eq!(of("postgres://app:q7Kd02Lm@db.corp.io", "q7Kd02Lm"), Answer::Plausible);
        assert_eq!(of("postgres://postgres:postgres@localhost", "postgres"), Answer::No);
        assert_eq!(of("postgres://app:q7Kd02Lm@example.com", "q7Kd02Lm"), Answer::No);
    }
}
