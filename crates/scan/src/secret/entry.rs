//! A credential format as the table `data/secrets.toml` describes it. The build script reads the
//! table into these types and writes them in a binary form, so that a cold process parses no text.

use serde::{Deserialize, Serialize};

/// Which test of structure or checksum a format asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Check {
    /// The last six characters are the CRC-32 of the 30 before them, in base 62.
    Crc62,
    /// The last eight characters are the CRC-32 of what stands before the underscore.
    Grafana,
    /// The same behind an equals sign.
    Atlassian,
    /// A macaroon that names its index.
    Pypi,
    /// The first part is a number in base64.
    Discord,
    /// Header and claims are JSON objects and the header names an algorithm.
    Jwt,
    /// Enough key material stands between the lines.
    Pem,
    /// Base58 with the first four bytes of a double SHA-256 behind it.
    Base58,
    /// Bech32 with its checksum.
    Bech32,
    /// Words of the BIP-39 list with their checksum.
    Bip39,
    /// `name:password` in base64.
    Basic,
    /// A password by itself.
    Password,
    /// The password of an address.
    Url,
    /// Long and random.
    Random,
}

/// One format.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    /// Id; the rule is `secret-` with it.
    pub(super) id: String,
    /// What it is, for people, without an article.
    pub(super) name: String,
    /// Without one of these the regex is not run.
    pub(super) keywords: Vec<String>,
    /// The regex, with `{key}`, `{is}` and `{uuid}` in it.
    pub(super) regex: String,
    /// A test of structure.
    #[serde(default)]
    pub(super) check: Option<Check>,
    /// Severity; critical where it is not said.
    #[serde(default)]
    pub(super) severity: Option<String>,
    /// Confidence; high where it is not said.
    #[serde(default)]
    pub(super) confidence: Option<String>,
    /// Least bits of entropy a character.
    #[serde(default)]
    pub(super) entropy: Option<f64>,
    /// Bytes on each side of a keyword that the regex sees.
    #[serde(default)]
    pub(super) reach: Option<usize>,
    /// The CWE that is closer than 798.
    #[serde(default)]
    pub(super) cwe: Option<u32>,
    /// Whether letters and digits may touch the credential.
    #[serde(default)]
    pub(super) loose: bool,
}

/// The table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Formats {
    /// Its formats.
    pub(super) format: Vec<Entry>,
}
