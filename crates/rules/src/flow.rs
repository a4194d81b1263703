//! Data flow over the common tree: which expressions are constant, which branches are dead, and
//! which sinks a source reaches.
//!
//! One abstract interpreter (`walk`) does all of it. It goes through the structured tree (branches
//! join, loops run to a bounded fixpoint, calls of functions of the same file are gone into) and
//! keeps, for each variable and each object made in the file, what it may hold. It knows no rule
//! and no pattern: what is a source, a sink or a sanitizer comes in as [`Mark`]s on nodes.

mod constants;
mod declared;
mod dialect;
mod fold;
mod marks;
mod names;
mod object;
mod program;
mod scopes;
mod state;
mod taint;
mod trie;
mod value;
mod walk;

pub use constants::{Constants, constants};
pub use marks::{LABELS_MAX, Mark, Options, Propagator, Requires, SideEffect, Spec};
pub use taint::{Found, Hit, taint, taint_all};
pub use value::Const;

#[cfg(test)]
mod tests;
