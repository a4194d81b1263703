//! What the program carries inside: rule packs, secure patterns and examples, compiled by the
//! build.

use anyhow::{Context, Result};
use portcullis_rules::RuleSet;
use portcullis_scan::{Catalog, Library};

static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.pack"));
static PATTERNS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/patterns.bin"));
static CATALOG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));
static RULES_DIGEST: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.sha256"));

/// The built-in rules.
///
/// # Errors
/// A damaged program file.
pub fn rules() -> Result<RuleSet> {
    RuleSet::from_static(RULES).context("the built-in rules are damaged; install Portcullis again")
}

/// SHA-256 of the compiled built-in rules in hexadecimal, for the record. The build computes it,
/// since a hook has no time to.
#[must_use]
pub fn rules_digest() -> &'static str {
    RULES_DIGEST
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_digest_is_that_of_the_rules() {
        assert_eq!(super::rules_digest(), crate::digest(super::RULES));
    }
}
