//! How bad a finding is, and how sure we are of it.

use std::{fmt, str::FromStr};

/// How bad it is if the finding is true. Ordered: `Info < Low < ... < Critical`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Foreign rules of severity INFO only; our own rules start at low.
    Info,
    /// Worth mending when the place is touched.
    Low,
    /// A weakness that needs another one, or a mistake in use, to hurt.
    Medium,
    /// Exploitable under ordinary conditions.
    High,
    /// Exploitable as it stands, with great harm.
    Critical,
}

impl Severity {
    /// All, from least to worst.
    pub const ALL: [Self; 5] = [Self::Info, Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The lower-case name, as in `--fail-on` and in policies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The text is no severity that we know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of info, low, medium, high, critical")]
pub struct UnknownSeverity(String);

impl FromStr for Severity {
    type Err = UnknownSeverity;

    fn from_str(text: &str) -> Result<Self, UnknownSeverity> {
        let found = Self::ALL.into_iter().find(|s| s.name() == text);
        found.ok_or_else(|| UnknownSeverity(text.to_owned()))
    }
}

/// How sure the scan is. A request parameter into a query is high; a function parameter is medium.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// Worth a look; never blocks.
    Low,
    /// Likely.
    Medium,
    /// Nearly certain.
    High,
}

impl Confidence {
    /// The lower-case name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

impl fmt::Display for Confidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
