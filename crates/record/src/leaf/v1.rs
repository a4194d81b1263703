//! Version 1 of the leaf. The fields stand in the order of their names in JSON, because serde
//! writes them in this order and the canonical form is sorted.
//!
//! No field holds personal data: what ends in `_ref` is a keyed pseudonym, and so are an action's
//! `digest` and a finding's `fingerprint`, which could be guessed from a short text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The `v` of this version.
pub const VERSION: u32 = 1;

/// What kind of record it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The gate answered an action.
    Decision,
    /// What became of an action.
    Outcome,
    /// The user's instruction.
    Prompt,
    /// A session began.
    SessionOpen,
    /// A session ended; its `seq_in_session` is the number of records before it.
    SessionClose,
    /// Something else that the host told of.
    Tool,
    /// A payload was erased.
    Erased,
}

impl Kind {
    /// The name, as in a leaf.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Outcome => "outcome",
            Self::Prompt => "prompt",
            Self::SessionOpen => "session_open",
            Self::SessionClose => "session_close",
            Self::Tool => "tool",
            Self::Erased => "erased",
        }
    }
}

/// How firmly an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The agent's hooks alone: it can be walked round.
    Advisory,
    /// The agent cannot reach the gate.
    Enforced,
    /// The merge gate accepts only what the log proves.
    Attested,
}

/// What became of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It happened.
    Done,
    /// It was tried and failed.
    Failed,
    /// It did not happen.
    NotDone,
    /// The host did not say.
    Unknown,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// One record. See `docs/log-format.md` for the meaning of each field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "docs/log-format.md is the one description of the fields")]
pub struct Leaf {
    #[serde(default, skip_serializing_if = "is_default")]
    pub action: Option<Action>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub actor_ref: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub agent: Option<Agent>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub alternative: Option<Alternative>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub auto_approve: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    pub channel: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub commits: BTreeMap<String, String>,
    pub decision_id: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub enforced: Option<Enforced>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub engine: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub erased: Option<Erased>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub failure: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub findings: Vec<Finding>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub findings_total: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub gate: String,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "is_default")]
    pub latency_us: Option<u64>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub model: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub outcome: Option<Outcome>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub outcome_of: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub policies: Vec<Policy>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub policy_digest: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub prev_in_session: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub rules_digest: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub samples: Vec<Sample>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub samples_total: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub schema_digest: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub seq_in_session: Option<u64>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub session_ref: Option<String>,
    pub time: String,
    pub v: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub verdict: Option<String>,
}

impl Leaf {
    /// A leaf with nothing but what each must have.
    pub(crate) fn new(kind: Kind, decision_id: &str, time: &str) -> Self {
        Self {
            action: None,
            actor_ref: None,
            agent: None,
            alternative: None,
            auto_approve: false,
            channel: None,
            commits: BTreeMap::new(),
            decision_id: decision_id.to_owned(),
            enforced: None,
            engine: None,
            erased: None,
            failure: None,
            findings: Vec::new(),
            findings_total: 0,
            gate: String::new(),
            kind,
            latency_us: None,
            model: None,
            outcome: None,
            outcome_of: None,
            policies: Vec::new(),
            policy_digest: None,
            prev_in_session: None,
            rules_digest: None,
            samples: Vec::new(),
            samples_total: 0,
            schema_digest: None,
            seq_in_session: None,
            session_ref: None,
            time: time.to_owned(),
            v: VERSION,
            verdict: None,
        }
    }
}

/// What the agent wanted to do, or did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Keyed digest of the input.
    pub digest: String,
    /// The host's name of the tool.
    pub tool: String,
    /// Our kind of action.
    #[serde(rename = "type")]
    pub kind: String,
}

/// The agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// Name.
    pub name: String,
    /// Version, where known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: Option<String>,
}

/// What was offered instead; absent where nothing was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// SHA-256 of the content that was offered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub amended: Option<String>,
    /// Whether it was put in place of what was refused.
    #[serde(default, skip_serializing_if = "is_default")]
    pub applied: bool,
    /// `amended` or `pattern`.
    pub kind: String,
    /// SHA-256 of the content that was refused.
    #[serde(default, skip_serializing_if = "is_default")]
    pub refused: Option<String>,
    /// Whether it was scanned again and passed.
    pub verified: bool,
}

/// How firmly the answer holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enforced {
    /// The grade.
    pub grade: Grade,
    /// The mode.
    pub mode: String,
}

/// Which payload was erased, why and by whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    /// Keyed ref of the person who authorized it.
    pub authorizer_ref: String,
    /// The payload group.
    pub group: String,
    /// The legal basis, such as `gdpr-17-1-a`.
    pub legal_basis: String,
    /// Decision id of the record whose payload it was.
    pub target: String,
}

/// One finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// CWE numbers, the main one first.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cwe: Vec<u32>,
    /// Keyed ref of the fingerprint.
    pub fingerprint: String,
    /// Line, from 1.
    pub line: u32,
    /// OWASP 2021 categories.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owasp_2021: Vec<String>,
    /// OWASP 2025 categories.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owasp_2025: Vec<String>,
    /// Rule id.
    pub rule: String,
    /// Which of the action's samples it is in, from 0; absent for a finding about the command.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sample: Option<u32>,
    /// `critical`, `high`, `medium`, `low` or `info`.
    pub severity: String,
    /// Whether a comment suppresses it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub suppressed: bool,
    /// Smart contract weaknesses.
    #[serde(default, skip_serializing_if = "is_default")]
    pub swc: Vec<String>,
}

/// A policy that spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Policy id.
    pub id: String,
    /// Its verdict.
    pub verdict: String,
}

/// One content that the action delivers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Size, in bytes.
    pub bytes: u64,
    /// Whether the scan looked at all of it.
    pub complete: bool,
    /// SHA-256 of the content.
    pub digest: String,
    /// First line that the action brings in, from 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub first_line: u32,
    /// Language id; empty where unknown.
    pub language: String,
    /// Last line that the action brings in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub last_line: u32,
    /// Path relative to the repository.
    #[serde(default, skip_serializing_if = "is_default")]
    pub path: Option<String>,
    /// Keyed ref of a path that is not inside the repository.
    #[serde(default, skip_serializing_if = "is_default")]
    pub path_ref: Option<String>,
    /// Keyed ref of the repository.
    #[serde(default, skip_serializing_if = "is_default")]
    pub repository_ref: Option<String>,
    /// Share of the bytes that the parser could not read, per mille.
    pub unread_permille: u32,
}
