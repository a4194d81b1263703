//! The sample sets as data. A set's file holds no credential that looks real: a `¤` inside a token
//! is taken out before the sample is played.

use anyhow::{Context, Result};
use serde::Deserialize;

/// Taken out of every text of a sample.
const SEAM: char = '¤';

/// A set of samples.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Set {
    pub(super) title: String,
    pub(super) sample: Vec<Sample>,
}

/// How a sample should come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Expect {
    /// A finding of its category, CWE or SWC.
    Found,
    /// The same, and the call is blocked.
    Blocked,
    /// Blocked, or a person is asked.
    Stopped,
    /// Neither.
    Passes,
}

/// One sample: a file, or the steps by which it comes about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub(super) id: String,
    #[serde(default)]
    pub(super) category: String,
    pub(super) path: String,
    pub(super) expect: Expect,
    #[serde(default)]
    pub(super) cwe: Vec<u32>,
    #[serde(default)]
    pub(super) swc: Vec<String>,
    /// The set fails if this one is wrong.
    #[serde(default)]
    pub(super) must: bool,
    /// Whole content, written in one call.
    #[serde(default)]
    pub(super) code: String,
    /// Calls, in order, where one write is not the point.
    #[serde(default)]
    pub(super) step: Vec<Step>,
}

/// One call of a sample.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    /// Write this content.
    pub(super) write: Option<String>,
    /// Replace this text ...
    pub(super) old: Option<String>,
    /// ... by this.
    pub(super) new: Option<String>,
    /// Run this command.
    pub(super) shell: Option<String>,
}

/// Reads a set.
pub(super) fn read(text: &str) -> Result<Set> {
    let text = text.replace(SEAM, "");
    toml::from_str(&text).context("a sample set is damaged; install Portcullis again")
}
