//! `portcullis config show`: each value and where it came from.

use std::{path::Path, process::ExitCode};

use anyhow::Result;

use crate::{
    config::{Config, Surroundings},
    say,
    workspace::Workspace,
};

/// Prints the configuration that holds in the current folder.
///
/// # Errors
/// A configuration file that is not understood.
pub fn show() -> Result<ExitCode> {
    let here = Workspace::around(Path::new("."));
    let rows = Config::load(&Surroundings::of_process(), here.root())?.rows();
    let width = |n: fn(&(String, String, String)) -> usize| rows.iter().map(n).max().unwrap_or(0);
    let (keys, values) = (width(|r| r.0.len()), width(|r| r.1.len()));
    for (key, value, source) in &rows {
        say(&format!("{key:keys$}  {value:values$}  {source}"));
    }
    Ok(ExitCode::SUCCESS)
}
