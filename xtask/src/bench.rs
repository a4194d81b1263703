//! `cargo xtask bench`: builds the program and the measurements as they are shipped, and runs
//! these.
//! What follows the word goes to them, such as `--quick` or `--json FILE`.

use anyhow::Result;

use crate::test::cargo;

/// Builds and measures.
pub(crate) fn run(args: &[&str]) -> Result<()> {
    cargo(&["build", "--release", "--package", "portcullis", "--package", "portcullis-bench"])?;
    let run = ["run", "--release", "--quiet", "--package", "portcullis-bench", "--"];
    cargo(&[&run, args].concat())
}
