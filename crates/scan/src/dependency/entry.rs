//! An advisory as the table `data/advisories.toml` holds it. The build script reads the table into
//! these types and writes them in a binary form, so that a cold process parses no text.

use serde::{Deserialize, Serialize};

/// Where a package is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Ecosystem {
    /// The Python package index.
    Pypi,
    /// The npm registry.
    Npm,
    /// Maven Central; names are `group:artifact`.
    Maven,
    /// Go modules.
    Go,
    /// crates.io.
    Crates,
    /// rubygems.org.
    Rubygems,
    /// Packagist, for Composer.
    Packagist,
}

/// What is wrong with a package. The worst comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Kind {
    /// No fixes any more.
    EndOfLife,
    /// A weakness is known.
    Vulnerable,
    /// Written to do harm.
    Malicious,
}

/// One advisory.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advisory {
    /// Where the package is published.
    pub(super) ecosystem: Ecosystem,
    /// Its name.
    pub(super) package: String,
    /// What is wrong.
    pub(super) kind: Kind,
    /// CVE or other id; empty where there is none.
    #[serde(default)]
    pub(super) id: String,
    /// How bad it is.
    pub(super) severity: String,
    /// Lines of versions; none where all are meant.
    #[serde(default)]
    pub(super) ranges: Vec<String>,
    /// One line for people.
    pub(super) note: String,
}

/// The table.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Advisories {
    /// The day of its facts, `YYYY-MM-DD`.
    pub(super) dated: String,
    /// Its advisories.
    pub(super) advisory: Vec<Advisory>,
}
