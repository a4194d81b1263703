//! Payload groups, and the salted commit that binds a payload to its leaf.
//!
//! The commit hides the payload: without the 32-byte salt nobody can try out guesses. Erasing
//! payload and salt leaves a leaf that says nothing about them.

use std::{fmt, str::FromStr};

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::RecordError;

/// Length of a salt, in bytes.
pub(crate) const SALT_LEN: usize = 32;

/// A kind of payload. Each can be shown and erased on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The plain values of the refs in the leaf: session, user, paths outside the repository.
    Who,
    /// The user's instruction.
    Prompt,
    /// The content that the action delivers.
    Code,
    /// The change, for an edit.
    Diff,
    /// The command line.
    Command,
    /// Findings in full, reasons, traces, texts of failures.
    Evidence,
    /// What came back from the tool, or what the gate answered.
    Output,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 7] = [
        Self::Who,
        Self::Prompt,
        Self::Code,
        Self::Diff,
        Self::Command,
        Self::Evidence,
        Self::Output,
    ];

    /// The name, as in a leaf's `commits`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Prompt => "prompt",
            Self::Code => "code",
            Self::Diff => "diff",
            Self::Command => "command",
            Self::Evidence => "evidence",
            Self::Output => "output",
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text is no group of payloads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of who, prompt, code, diff, command, evidence, output")]
pub struct UnknownGroup(String);

impl FromStr for Group {
    type Err = UnknownGroup;

    fn from_str(text: &str) -> Result<Self, UnknownGroup> {
        let found = Self::ALL.into_iter().find(|group| group.name() == text);
        found.ok_or_else(|| UnknownGroup(text.to_owned()))
    }
}

/// `HMAC-SHA256(salt, "portcullis/v1/" || group || 0x00 || bytes)`: what a leaf says of a payload.
#[must_use]
pub fn commit(salt: &[u8], group: &str, bytes: &[u8]) -> [u8; 32] {
    hmac(salt, &[b"portcullis/v1/", group.as_bytes(), b"\0", bytes])
}

/// HMAC-SHA256 over the parts, one after the other.
#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
pub(crate) fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Thirty-two fresh random bytes.
pub(crate) fn random_32() -> Result<[u8; SALT_LEN], RecordError> {
    let mut bytes = [0; SALT_LEN];
    getrandom::fill(&mut bytes).map_err(RecordError::Random)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hex;

    #[test]
    fn the_commit_is_the_published_one() {
        // Made with Python: hmac.new(bytes(range(32)), b"portcullis/v1/code\0x = 1\n", "sha256").
        let salt: Vec<u8> = (0..32).collect();
        let expected = "cafc302b981f3df31a7a24b343583c7d94a1b4b67e89c33a59453717fff3b43b";
        assert_eq!(hex::encode(&commit(&salt, "code", b"x = 1\n")), expected);
    }

    #[test]
    fn group_and_bytes_cannot_be_shifted() {
        assert_ne!(commit(b"salt", "who", b"x"), commit(b"salt", "wh", b"o\0x"));
    }

    #[test]
    fn names_read_back() {
        for group in Group::ALL {
            assert_eq!(group.name().parse(), Ok(group));
        }
        assert!("whom".parse::<Group>().is_err());
    }
}
