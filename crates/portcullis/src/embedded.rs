//! What the program carries inside: rule packs, secure patterns and examples, compiled by the
//! build.

use anyhow::{Context, Result};
use portcullis_rules::RuleSet;
use portcullis_scan::{Catalog, Library};

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.pack"));
static PATTERNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.bin"));
static CATALOG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// The built-in rules.
///
/// # Errors
/// A damaged program file.
pub fn rules() -> Result<RuleSet> {
    RuleSet::from_bytes(RULES).context("the built-in rules are damaged; install Portcullis again")
}

/// Digest of the built-in rules, for the record.
#[must_use]
pub fn rules_digest() -> String {
    crate::digest(RULES)
}

/// The built-in secure patterns.
///
/// # Errors
/// A damaged program file.
pub fn library() -> Result<Library> {
    Ok(Library::from_bytes(PATTERNS)?)
}

/// The examples of the built-in rules.
///
/// # Errors
/// A damaged program file.
pub fn catalog() -> Result<Catalog> {
    Ok(Catalog::from_bytes(CATALOG)?)
}
