//! What the gate answers, and why.

use std::fmt;

use crate::{Action, Finding};

/// The answer. Ordered by strictness: the strictest of several wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// It may happen.
    Allow,
    /// It may happen, and the agent is told what to mend.
    Warn,
    /// A person decides.
    Ask,
    /// It does not happen.
    Block,
}

impl Verdict {
    /// The lower-case name, as in `@verdict("block")`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Ask => "ask",
            Self::Block => "block",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A kind of request that policy decides. The names are the action names of the policy schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequestKind {
    /// Read a file.
    ReadFile,
    /// Write a file, whatever is in it.
    WriteFile,
    /// Run one simple command.
    RunCommand,
    /// Connect to a host.
    ConnectNetwork,
    /// Put this code into the repository.
    DeliverCode,
    /// Use a tool that has no closer kind.
    UseTool,
}

impl RequestKind {
    /// The action's name in the policy schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ReadFile => "ReadFile",
            Self::WriteFile => "WriteFile",
            Self::RunCommand => "RunCommand",
            Self::ConnectNetwork => "ConnectNetwork",
            Self::DeliverCode => "DeliverCode",
            Self::UseTool => "UseTool",
        }
    }
}

/// A policy that speaks against a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyReason {
    /// Policy id, such as `S1-critical`, or `not-granted`.
    pub policy: String,
    /// The verdict it gives.
    pub verdict: Verdict,
    /// Its reason, for people.
    pub reason: String,
    /// What it carries in `@remedy`, such as `apply`.
    pub remedy: Option<String>,
}

/// One request, decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What was asked.
    pub kind: RequestKind,
    /// On what: a path, a command name, a host, a tool.
    pub resource: String,
    /// The answer.
    pub verdict: Verdict,
    /// Why, strictest first; empty for allow.
    pub reasons: Vec<PolicyReason>,
}

/// What to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Alternative {
    /// The content with verified fixes applied, whole.
    Amended {
        /// Path of the artifact.
        path: String,
        /// The whole new content.
        content: String,
    },
    /// A secure pattern to follow.
    Pattern {
        /// Rule that it answers.
        rule: String,
        /// Pattern id.
        id: String,
        /// The good code.
        good: String,
        /// Why it is safe.
        why: String,
    },
}

/// The gate's answer to one action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// ULID; the record has the same.
    pub id: String,
    /// The strictest of the requests' verdicts.
    pub verdict: Verdict,
    /// The requests, in order.
    pub requests: Vec<Request>,
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// What to write instead.
    pub alternatives: Vec<Alternative>,
    /// A policy grants auto-approval: the host's own prompt may be skipped.
    pub auto_approve: bool,
    /// A policy wants the verified fixes put in place of what was refused, and that passed.
    pub apply: bool,
    /// What went wrong on our side, where something did; the verdict is block then.
    pub failure: Option<String>,
}

/// The seam between the gate and those that bring actions to it (server, sandbox).
pub trait Gate: Send + Sync {
    /// Decides one action and records the decision. Never fails: in doubt it blocks.
    fn judge(&self, action: Action) -> Decision;
}
