//! `--diff`: the files that differ from a commit, each with what it held there, so that only what
//! the change brings in counts.

use std::{path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use super::{Input, walk};
use crate::output::Skip;

/// Files that the working tree adds or changes against `base`, new files included.
pub(super) fn inputs(base: &str, skipped: &mut Vec<Skip>) -> Result<Vec<Input>> {
    if base.starts_with('-') {
        bail!("`{base}` is not a commit");
    }
    let root = PathBuf::from(git(&["rev-parse", "--show-toplevel"])?.trim_end());
    let changed =
        git(&["diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", base, "--"])?;
    let new = git(&["ls-files", "--others", "--exclude-standard", "--full-name", "-z"])?;
    let names = changed.split('\0').chain(new.split('\0')).filter(|name| !name.is_empty());
    let mut inputs = Vec::new();
    for name in names {
        let read = walk::inputs(&[root.join(name)], skipped)?;
        let before = git(&["show", &format!("{base}:{name}")]).ok();
        inputs.extend(read.into_iter().map(|input| Input {
            path: name.to_owned(),
            before: before.clone(),
            ..input
        }));
    }
    Ok(inputs)
}

fn git(args: &[&str]) -> Result<String> {
    let output = Command::new("git").args(args).output().context("cannot run git")?;
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        bail!("git {}: {}", args.join(" "), error.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
