//! What the gate hands over to be recorded: plain values, personal data included.
//!
//! The log makes the leaf out of it ([`crate::leaf::v1`]): names of people, sessions, repositories
//! and paths outside the repository become keyed refs there, and their plain values go into the
//! payload group `who`. What the leaf shows as it is (`failure`, `channel`, ...) is `&'static str`
//! wherever it can be, so that no text of a user can slip into it.

use std::{collections::BTreeMap, time::SystemTime};

use portcullis_model::{Confidence, Severity, Verdict};

use crate::{Grade, Group, Kind, Outcome};

/// One thing to record.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What kind of record it is.
    pub kind: Kind,
    /// ULID of the record, upper case; a second append with the same id is the same record.
    pub decision_id: String,
    /// When it happened.
    pub time: SystemTime,
    /// Whose session it is.
    pub who: Who,
    /// Version of the gate.
    pub gate: String,
    /// The agent.
    pub agent: Option<AgentName>,
    /// The model, where known.
    pub model: Option<String>,
    /// What the agent wants to do, or did.
    pub action: Option<Act>,
    /// How it came in: `write`, `edit`, `notebook`, `shell`, `prompt`, ...
    pub channel: Option<&'static str>,
    /// The answer.
    pub verdict: Option<Verdict>,
    /// Whether the host's own prompt was skipped because a policy grants it.
    pub auto_approve: bool,
    /// How firmly the answer holds.
    pub enforced: Option<Enforcement>,
    /// Policies that spoke, strictest first.
    pub policies: Vec<PolicyVerdict>,
    /// What decided: digests of policy, schema and rules, and the engine's version.
    pub versions: Versions,
    /// Contents that the action delivers.
    pub samples: Vec<Sample>,
    /// What was found in them, worst first; the last ones are left out where the leaf gets too
    /// large, and `findings_total` still counts them.
    pub findings: Vec<FindingSummary>,
    /// What was offered instead.
    pub alternative: Option<Alternative>,
    /// Time from the request to the decision, in microseconds.
    pub latency_us: Option<u64>,
    /// What went wrong on our side, as a code; the text belongs into [`Group::Evidence`].
    pub failure: Option<&'static str>,
    /// What became of an action, for [`Kind::Outcome`].
    pub outcome: Option<Outcome>,
    /// Decision id of the record that this one tells the outcome of.
    pub outcome_of: Option<String>,
    /// Payloads, at most one a group; [`Group::Who`] is made by the log.
    pub payloads: Vec<Payload>,
}

impl Entry {
    /// An entry with nothing but what each must have.
    #[must_use]
    pub fn new(kind: Kind, decision_id: impl Into<String>, time: SystemTime) -> Self {
        Self {
            kind,
            decision_id: decision_id.into(),
            time,
            who: Who::default(),
            gate: String::new(),
            agent: None,
            model: None,
            action: None,
            channel: None,
            verdict: None,
            auto_approve: false,
            enforced: None,
            policies: Vec::new(),
            versions: Versions::default(),
            samples: Vec::new(),
            findings: Vec::new(),
            alternative: None,
            latency_us: None,
            failure: None,
            outcome: None,
            outcome_of: None,
            payloads: Vec::new(),
        }
    }
}

/// Personal data: refs in the leaf, plain values in the payload group `who`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// The host's session id. Records of one session are numbered and chained.
    pub session: Option<String>,
    /// The user.
    pub actor: Option<String>,
    /// Anything else of the kind (working directory, host, permission mode): payload only.
    pub more: BTreeMap<String, String>,
}

/// The agent's name and version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgentName {
    /// Name, such as `claude-code`.
    pub name: String,
    /// Version, where known.
    pub version: Option<String>,
}

/// The action, by its kind and the digest of its input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// Our kind, such as `write`, `command`, `prompt`.
    pub kind: &'static str,
    /// The host's name of the tool.
    pub tool: String,
    /// The input, byte for byte; only its keyed digest is recorded.
    pub input: Vec<u8>,
}

/// How firmly an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Enforcement {
    /// The grade.
    pub grade: Grade,
    /// The mode, such as `enforce` or `observe`.
    pub mode: &'static str,
}

/// A policy that spoke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVerdict {
    /// Policy id.
    pub id: String,
    /// Its verdict.
    pub verdict: Verdict,
}

/// What decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Versions {
    /// Digest of the policies.
    pub policy: Option<String>,
    /// Digest of the policy schema.
    pub schema: Option<String>,
    /// Digest of the rule packs.
    pub rules: Option<String>,
    /// Version of the scan engine.
    pub engine: Option<String>,
}

/// One content that an action delivers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// SHA-256 of the content, as [`crate::sha256_hex`] writes it.
    pub digest: String,
    /// The repository, such as its remote address or its folder.
    pub repository: Option<String>,
    /// Path. A relative one without `..` is recorded as it is; any other becomes a ref.
    pub path: String,
    /// First line that the action brings in, from 1; 0 where there is none.
    pub first_line: u32,
    /// Last line that the action brings in.
    pub last_line: u32,
    /// Language id; empty where unknown.
    pub language: String,
    /// Size of the content, in bytes.
    pub bytes: u64,
    /// Share of the bytes that the parser could not read, per mille.
    pub unread_permille: u32,
    /// Whether the scan looked at all of it.
    pub complete: bool,
}

/// One finding, without the text that it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingSummary {
    /// Rule id.
    pub rule: String,
    /// CWE numbers.
    pub cwe: Vec<u32>,
    /// OWASP 2021 categories.
    pub owasp_2021: Vec<String>,
    /// OWASP 2025 categories.
    pub owasp_2025: Vec<String>,
    /// Smart contract weaknesses.
    pub swc: Vec<String>,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Fingerprint; a keyed ref of it is recorded.
    pub fingerprint: String,
    /// Line, from 1.
    pub line: u32,
    /// Which of the entry's samples it is in, from 0; `None` for a finding about the command.
    pub sample: Option<u32>,
    /// Whether a comment suppresses it.
    pub suppressed: bool,
}

/// What kind of alternative was offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlternativeKind {
    /// The content with fixes applied.
    Amended,
    /// A secure pattern to follow.
    Pattern,
}

/// What was offered instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// What kind it is.
    pub kind: AlternativeKind,
    /// Whether it was scanned again and passed.
    pub verified: bool,
    /// Whether it was put in place of what was refused.
    pub applied: bool,
    /// SHA-256 of the content that was refused.
    pub refused: Option<String>,
    /// SHA-256 of the content that was offered.
    pub amended: Option<String>,
}

/// Bytes for the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    /// Which kind it is.
    pub group: Group,
    /// The bytes.
    pub bytes: Vec<u8>,
}
