//! Portcullis as a library: the gate, its configuration, the commands and the output formats. The
//! binary is a thin shell around it, so that tests, fuzzers and benches reach the gate directly.

pub mod cli;
pub mod command;
pub mod config;
pub mod embedded;
pub mod entry;
pub mod gate;
pub mod output;
pub mod setup;
pub mod workspace;

use std::io::Write;

use sha2::{Digest, Sha256};

/// Writes a line to standard output. A reader that went away is no failure of ours.
pub(crate) fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
