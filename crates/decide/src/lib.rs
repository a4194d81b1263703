//! The decide stage: an action and what the scan says of it in, a ruling out. Cedar decides, over
//! facts that are computed here in Rust; policies stay boolean over those facts.
//!
//! Each request is evaluated twice. The permits alone must allow it, else the answer is block
//! (`not-granted`). Then every forbid that fits speaks, with the verdict that it is annotated
//! with, and the strictest wins. A policy that fails to evaluate means block: Cedar itself skips
//! such a policy, which would let an erring forbid open the gate.
//!
//! Pure: no files, no clock, no environment. Policy texts come in as text; what a path is about
//! comes in as a function. Nothing is recorded or enforced here.

mod annotation;
mod context;
mod embedded;
mod engine;
mod error;
mod evaluate;
mod facts;
mod load;
mod place;
mod slice;
mod statement;
mod wire;

#[cfg(test)]
mod cases;

pub use context::{Approvals, Context, Labels};
pub use embedded::{PolicyFile, Profile, SCHEMA};
pub use engine::{Engine, Ruling};
pub use error::{PolicyError, Problem};
pub use load::{Layer, PolicyText};
