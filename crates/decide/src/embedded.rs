//! The policies that come with Portcullis, as texts in the binary, and the profiles made of them.
//!
//! The tests of this crate validate them against the schema, so that a running gate need not: it
//! parses only the statements that the request at hand can meet.

use std::str::FromStr;

use crate::PolicyError;

/// A policy file that comes with Portcullis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyFile {
    /// Its name, such as `findings.cedar`.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// The schema that all policies are validated against.
pub const SCHEMA: PolicyFile =
    file("portcullis.cedarschema", include_str!("../../../policies/portcullis.cedarschema"));

const STANDARD: &[PolicyFile] = &[
    file("grants.cedar", include_str!("../../../policies/grants.cedar")),
    file("findings.cedar", include_str!("../../../policies/findings.cedar")),
    file("commands.cedar", include_str!("../../../policies/commands.cedar")),
    file("files.cedar", include_str!("../../../policies/files.cedar")),
    file("network.cedar", include_str!("../../../policies/network.cedar")),
    file("self-protection.cedar", include_str!("../../../policies/self-protection.cedar")),
];
const GATES: PolicyFile = file("gates.cedar", include_str!("../../../policies/gates.cedar"));
const STRICT: PolicyFile = file("strict.cedar", include_str!("../../../policies/strict.cedar"));
const OBSERVE: PolicyFile = file("observe.cedar", include_str!("../../../policies/observe.cedar"));

const fn file(name: &'static str, text: &'static str) -> PolicyFile {
    PolicyFile { name, text }
}

/// A choice of the policies that come with Portcullis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Profile {
    /// The standard policies, with every verdict lowered to a warning.
    Observe,
    /// What suits most teams.
    #[default]
    Standard,
    /// The standard policies, human gates and less trust.
    Strict,
}

impl Profile {
    /// All, from the loosest to the strictest.
    pub const ALL: [Self; 3] = [Self::Observe, Self::Standard, Self::Strict];

    /// The name, as in the configuration.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Observe => "observe",
            Self::Standard => "standard",
            Self::Strict => "strict",
        }
    }

    /// The files it is made of.
    pub fn files(self) -> impl Iterator<Item = &'static PolicyFile> {
        let more: &[PolicyFile] = match self {
            Self::Observe => &[OBSERVE],
            Self::Standard => &[],
            Self::Strict => &[GATES, STRICT],
        };
        STANDARD.iter().chain(more)
    }
}

impl FromStr for Profile {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        let found = Self::ALL.into_iter().find(|profile| profile.name() == text);
        found.ok_or_else(|| PolicyError::UnknownProfile(text.to_owned()))
    }
}
