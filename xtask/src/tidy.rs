//! The linter of the house: rules of layout, size and direction that no compiler knows.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{coverage, say, test::root};

mod functions;

const FILE_LINES_MAX: usize = 800;
const LINE_CHARS_MAX: usize = 100;
const FUNCTION_LINES_MAX: usize = 70;
const FUNCTION_LINES_P90: usize = 25;
/// Module names that say nothing.
const DRAWERS: &[&str] = &["utils", "util", "common", "helpers", "helper", "manager", "misc"];
/// Texts that have no place in the repository.
const BANNED: &[&str] = &["FIXME", "XXX:", "dbg!(", "/root/", "/home/user"];
/// Folders whose files Markdown may name.
const NAMED: &[&str] = &[
    "crates/",
    "rules/",
    "models/",
    "patterns/",
    "policies/",
    "docs/",
    "xtask/",
    "bench/",
    "fuzz/",
    "tests/",
    ".ci/",
];

/// Who may depend on whom inside the workspace.
const EDGES: &[(&str, &[&str])] = &[
    ("portcullis-model", &[]),
    ("portcullis-syntax", &["portcullis-model"]),
    ("portcullis-rules", &["portcullis-model", "portcullis-syntax"]),
    ("portcullis-scan", &["portcullis-model", "portcullis-rules", "portcullis-syntax"]),
    ("portcullis-decide", &["portcullis-model"]),
    ("portcullis-record", &["portcullis-model"]),
    ("portcullis-hook", &["portcullis-model"]),
    ("xtask", &[]),
];

/// Checks everything and says all that is wrong.
pub(crate) fn run() -> Result<()> {
    let mut wrong = Vec::new();
    let files = tracked()?;
    for path in &files {
        let Ok(text) = fs::read_to_string(root().join(path)) else { continue };
        match path.extension().and_then(|e| e.to_str()) {
            Some("rs") => rust_file(path, &text, &mut wrong),
            Some("md") => markdown_file(path, &text, &mut wrong),
            _ => {}
        }
    }
    function_lengths(&files, &mut wrong)?;
    edges(&mut wrong)?;
    let written = fs::read_to_string(root().join(coverage::DOCUMENT)).unwrap_or_default();
    if written != coverage::document()? {
        wrong.push(format!("{}: run `cargo xtask coverage`", coverage::DOCUMENT));
    }
    if wrong.is_empty() {
        say("tidy: all house rules hold");
        return Ok(());
    }
    bail!("{} house rules are broken:\n{}", wrong.len(), wrong.join("\n"))
}

/// The files that git tracks or would track.
fn tracked() -> Result<Vec<PathBuf>> {
    let git = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .context("cannot run git")?;
    let names = String::from_utf8_lossy(&git.stdout).into_owned();
    Ok(names.split('\0').filter(|n| !n.is_empty()).map(PathBuf::from).collect())
}

/// Samples of rules are data in the languages that they are samples of.
fn is_sample(path: &Path) -> bool {
    ["rules", "patterns", "models"].iter().any(|folder| path.starts_with(folder))
}

fn rust_file(path: &Path, text: &str, wrong: &mut Vec<String>) {
    if is_sample(path) {
        return;
    }
    let name = path.display();
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("");
    if !text.starts_with("//!") && !text.starts_with("#![no_main]") {
        wrong.push(format!("{name}:1: no `//!` says what the file is"));
    }
    if stem == "mod" || DRAWERS.contains(&stem) {
        wrong.push(format!("{name}: `{stem}` is no name for a module"));
    }
    let table = stem == "table" || stem == "tables" || text.contains("\n// tidy: a table\n");
    if text.lines().count() > FILE_LINES_MAX && !table {
        wrong.push(format!("{name}: more than {FILE_LINES_MAX} lines"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        if line.chars().count() > LINE_CHARS_MAX && !line.contains("https://") && !table {
            wrong.push(format!("{name}:{number}: more than {LINE_CHARS_MAX} characters"));
        }
        let banned = BANNED.iter().find(|word| line.contains(**word));
        if let Some(word) = banned.filter(|_| !name.to_string().ends_with("tidy.rs")) {
            wrong.push(format!("{name}:{number}: `{word}` has no place here"));
        }
    }
}

/// Every path of the repository that a Markdown file names in backquotes or links must exist.
fn markdown_file(path: &Path, text: &str, wrong: &mut Vec<String>) {
    for (number, line) in (1..).zip(text.lines()) {
        for name in named_paths(line) {
            let beside = path.parent().unwrap_or(Path::new("")).join(name);
            if !root().join(name).exists() && !root().join(beside).exists() {
                wrong.push(format!("{}:{number}: `{name}` does not exist", path.display()));
            }
        }
    }
}

fn named_paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    let linked = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let plain =
        |name: &&str| !name.contains([' ', '*', '<', '{', '$', '#']) && !name.contains("...");
    quoted.chain(linked).filter(plain).filter(|name| NAMED.iter().any(|f| name.starts_with(f)))
}

fn function_lengths(files: &[PathBuf], wrong: &mut Vec<String>) -> Result<()> {
    let mut lengths = Vec::new();
    for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
        let in_tests =
            path.components().any(|c| c.as_os_str() == "tests") || path.ends_with("tests.rs");
        if is_sample(path) || in_tests {
            continue;
        }
        let text = fs::read_to_string(root().join(path))?;
        for function in functions::of(&text).with_context(|| path.display().to_string())? {
            if function.lines > FUNCTION_LINES_MAX {
                let (name, line) = (&function.name, function.line);
                wrong.push(format!("{}:{line}: `{name}` is too long", path.display()));
            }
            lengths.push(function.lines);
        }
    }
    lengths.sort_unstable();
    let at = |percent: usize| lengths.get(lengths.len().saturating_mul(percent) / 100).copied();
    let (median, p90) = (at(50).unwrap_or(0), at(90).unwrap_or(0));
    say(&format!("tidy: {} functions, median {median} lines, p90 {p90}", lengths.len()));
    if p90 > FUNCTION_LINES_P90 {
        wrong.push(format!("p90 of the function lengths is {p90}, over {FUNCTION_LINES_P90}"));
    }
    Ok(())
}

/// The star: `model` in the middle, stages around it, the binary outside.
fn edges(wrong: &mut Vec<String>) -> Result<()> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(root())
        .output()
        .context("cannot run cargo metadata")?;
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    for package in list(&metadata, "packages") {
        let name = word(package, "name");
        let Some((_, allowed)) = EDGES.iter().find(|(n, _)| *n == name) else {
            if !["portcullis", "portcullis-bench"].contains(&name) {
                wrong.push(format!("crate `{name}` has no place in the map of crates"));
            }
            continue;
        };
        let normal = list(package, "dependencies").filter(|d| word(d, "kind").is_empty());
        let ours: BTreeSet<&str> =
            normal.map(|d| word(d, "name")).filter(|n| n.starts_with("portcullis")).collect();
        for extra in ours.iter().filter(|n| !allowed.contains(n)) {
            wrong.push(format!("`{name}` must not depend on `{extra}`"));
        }
    }
    Ok(())
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn word<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}
