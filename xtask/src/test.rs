//! `cargo xtask test`: format, lints, every test, the house rules. One build profile throughout, so
//! that nothing is compiled twice.

use std::{path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use crate::{say, tidy};

/// Runs everything there is to test.
pub(crate) fn run() -> Result<()> {
    // `cargo test` builds the programs and examples that tests start.
    let steps: [&[&str]; 3] = [
        &["fmt", "--all", "--check"],
        &["clippy", "--workspace", "--all-targets", "--release", "--", "-D", "warnings"],
        &["test", "--workspace", "--release", "--no-fail-fast"],
    ];
    for step in steps {
        cargo(step)?;
    }
    tidy::run()
}

/// Runs cargo at the root of the project.
pub(crate) fn cargo(args: &[&str]) -> Result<()> {
    say(&format!("cargo {}", args.join(" ")));
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo).args(args).current_dir(root()).status();
    let status = status.with_context(|| format!("cannot start cargo {}", args.join(" ")))?;
    ensure!(status.success(), "cargo {} failed", args.join(" "));
    Ok(())
}

/// The project's root folder.
pub(crate) fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}
