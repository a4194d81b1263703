//! Source code of any language, whole or in pieces, as one common tree.
//!
//! [`parse`] never fails: it reads a file, a hunk or twenty lines cut anywhere, and says how much
//! of it could not be read. [`pattern`] reads a rule's pattern with the same code, so that what a
//! pattern looks like is what it matches. The grammar crates are hidden in here; no other crate
//! names them. Knows nothing about rules.

mod concrete;
mod dump;
mod grammar;
mod hole;
mod kind;
mod lang;
mod language;
mod lower;
mod op;
mod parse;
mod parser;
pub mod pattern;
mod rewrite;
mod scaffold;
pub mod shell;
mod string;
mod tree;

pub use kind::{Kind, Op};
pub use language::Language;
pub use lower::DEPTH_MAX;
pub use parse::{Parsed, TEXT_MAX, parse};
pub use tree::{Builder, Node, NodeId, Tree};
