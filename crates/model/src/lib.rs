//! The nouns of Portcullis: what an agent does ([`Action`]), what it delivers ([`Artifact`]), what
//! is wrong with it ([`Finding`]) and what the gate answers ([`Decision`]).
//!
//! Plain data, no I/O, no clock, no serialization: each border (hook, log leaf, SARIF, API) has
//! versioned structs of its own. Every stage depends on this crate and on no sibling, apart from
//! the edges that `ARCHITECTURE.md` names.

mod action;
mod artifact;
mod decision;
mod finding;
mod severity;
mod span;

pub use action::{Action, Agent, CellEdit, Intent, Phase, Session, TextEdit};
pub use artifact::{Artifact, Assessment, CommandClass, CommandFacts, Coverage, SimpleCommand};
pub use decision::{Alternative, Decision, Gate, PolicyReason, Request, RequestKind, Verdict};
pub use finding::{Category, Finding, Fix, Suppression, TraceStep};
pub use severity::{Confidence, Severity};
pub use span::{LineColumn, LineIndex, Span};
