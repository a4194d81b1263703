//! What is wrong with a piece of content, and what to write instead.

use crate::{Confidence, Severity, Span};

/// What kind of thing a finding is about. Policy and evidence count some kinds on their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Category {
    /// A weakness in code or configuration.
    Code,
    /// A credential in the content.
    Secret,
    /// A vulnerable, malicious or end-of-life package.
    Dependency,
    /// A command that does harm.
    Command,
    /// A comment that tells a scanner to look away.
    Suppression,
}

/// One step of a data flow, from source to sink.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TraceStep {
    /// Where.
    pub span: Span,
    /// What happens there, for people: `request parameter "id" is read`.
    pub note: String,
}

/// A change of text that removes the finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fix {
    /// Replacements, in order, not overlapping; each replaces the bytes under its span.
    pub edits: Vec<(Span, String)>,
    /// Whether it was applied, reparsed and rescanned: nothing new is wrong, the finding is gone.
    pub verified: bool,
}

/// Why a finding does not count, although it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Suppression {
    /// The comment that suppresses, such as `nosemgrep`.
    pub marker: String,
    /// Where the comment stands.
    pub span: Span,
}

/// One thing that is wrong at one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// Rule id, such as `python-sql-string-built`.
    pub rule: String,
    /// What kind of thing it is.
    pub category: Category,
    /// What is wrong, in one or two sentences, with metavariables filled in.
    pub message: String,
    /// How bad.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Where, in bytes of the artifact's text.
    pub span: Span,
    /// First line, from 1.
    pub line: u32,
    /// Last line, from 1.
    pub end_line: u32,
    /// CWE numbers, the main one first.
    pub cwe: Vec<u32>,
    /// OWASP Top 10 2021 categories, such as `A03:2021`.
    pub owasp_2021: Vec<String>,
    /// OWASP Top 10 2025 categories, such as `A05:2025`.
    pub owasp_2025: Vec<String>,
    /// Smart contract weakness ids, such as `SWC-107`.
    pub swc: Vec<String>,
    /// Techniques of MITRE ATT&CK, such as `T1059.004`.
    pub attack: Vec<String>,
    /// Where to read more.
    pub references: Vec<String>,
    /// The flow from source to sink; empty for findings that are not about data flow.
    pub trace: Vec<TraceStep>,
    /// Stays the same when lines above move: made of rule, normalized text and occurrence.
    pub fingerprint: String,
    /// A mechanical fix.
    pub fix: Option<Fix>,
    /// Id of the secure pattern to follow, such as `python-sqlalchemy-bound-parameters`.
    pub pattern: Option<String>,
    /// Set where a comment suppresses the finding and policy honors such comments.
    pub suppressed: Option<Suppression>,
}
