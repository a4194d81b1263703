//! `portcullis log`: show, verify, prove and export the record.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use portcullis_record::{Filter, Group, Log, StoredEntry, VerifyOptions, VerifyReport};
use serde_json::{Value, json};

use crate::{
    cli::{LogArgs, LogCommand},
    config::{Config, Surroundings},
    say,
    workspace::Workspace,
};

/// Does what was asked.
///
/// # Errors
/// A record that is not there or cannot be read.
pub fn run(args: &LogArgs) -> Result<ExitCode> {
    let dir = folder(args.dir.as_deref())?;
    match &args.command {
        LogCommand::Show { id: Some(id), json, .. } => one(&dir, id, *json),
        LogCommand::Show { id: None, last, json } => latest(&dir, *last, *json),
        LogCommand::Verify { export: Some(export) } => {
            Ok(report(&portcullis_record::verify_export(export, None)?))
        }
        LogCommand::Verify { export: None } => verify(&dir),
        LogCommand::Prove { id, out } => prove(&dir, id, out.as_deref()),
        LogCommand::Export { to, payloads } => export(&dir, to, *payloads),
    }
}

fn folder(flag: Option<&Path>) -> Result<PathBuf> {
    if let Some(dir) = flag {
        return Ok(dir.to_owned());
    }
    let here = Workspace::around(Path::new("."));
    Ok(Config::load(&Surroundings::of_process(), here.root())?.log_dir.value)
}

fn latest(dir: &Path, last: u64, as_json: bool) -> Result<ExitCode> {
    let log = Log::open_existing(dir)?;
    let limit = usize::try_from(last).ok();
    let filter = Filter { newest_first: true, limit, ..Filter::default() };
    let mut entries = log.entries(&filter)?;
    entries.reverse();
    for entry in &entries {
        if as_json {
            say(&leaf(entry).to_string());
        } else {
            say(&row(entry));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The leaf as it was hashed.
fn leaf(entry: &StoredEntry) -> Value {
    serde_json::from_slice(&entry.bytes).unwrap_or(Value::Null)
}

/// One line: when, what, the answer, what was found.
fn row(entry: &StoredEntry) -> String {
    let leaf = &entry.leaf;
    let rules: Vec<&str> = leaf.findings.iter().map(|f| f.rule.as_str()).collect();
    let tool = leaf.action.as_ref().map_or("", |action| action.tool.as_str());
    let paths: Vec<&str> = leaf.samples.iter().filter_map(|s| s.path.as_deref()).collect();
    let verdict = leaf.verdict.as_deref().unwrap_or("-");
    let time = leaf.time.get(..19).unwrap_or(&leaf.time);
    let what = if paths.is_empty() { leaf.kind.name().to_owned() } else { paths.join(" ") };
    format!(
        "{:>5}  {time}  {}  {verdict:<5}  {tool:<16} {what}  {}",
        entry.index,
        leaf.decision_id,
        rules.join(" ")
    )
}

/// A record with everything that belongs to it.
fn one(dir: &Path, id: &str, as_json: bool) -> Result<ExitCode> {
    let log = Log::open_existing(dir)?;
    let id = id.to_ascii_uppercase();
    let Some(entry) = log.entry_by_decision(&id)? else {
        bail!("there is no record `{id}`; `portcullis log show` lists the latest");
    };
    let mut payloads = serde_json::Map::new();
    for group in Group::ALL {
        if let Some(bytes) = log.payload(&id, group)? {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
            payloads.insert(group.name().to_owned(), value);
        }
    }
    let document = json!({"index": entry.index, "leaf": leaf(&entry), "payloads": payloads});
    let text = if as_json { document.to_string() } else { format!("{document:#}") };
    say(&text);
    Ok(ExitCode::SUCCESS)
}

/// Signs what is not signed yet, then checks everything.
fn verify(dir: &Path) -> Result<ExitCode> {
    let before = portcullis_record::verify(dir, &VerifyOptions::default())?;
    if !before.is_sound() {
        return Ok(report(&before));
    }
    Log::open_existing(dir)?.checkpoint()?;
    Ok(report(&portcullis_record::verify(dir, &VerifyOptions::default())?))
}

fn report(report: &VerifyReport) -> ExitCode {
    let root = crate::hex(&report.root);
    let (size, signed) = (report.size, report.signed);
    for warning in &report.warnings {
        say(&format!("note: {warning}"));
    }
    for problem in &report.problems {
        say(&format!("WRONG: {problem}"));
    }
    if report.problems_left_out > 0 {
        say(&format!("... and {} more", report.problems_left_out));
    }
    if report.is_sound() {
        say(&format!("{size} records hold, {signed} of them signed; root {root}"));
        say(&format!(
            "{} checkpoints, {} payloads, {} erased",
            report.checkpoints, report.payloads, report.erased
        ));
        return ExitCode::SUCCESS;
    }
    say("the record was changed or damaged: keep a copy of the folder as it is, and compare it \
         with the last export or checkpoint that was kept elsewhere");
    ExitCode::FAILURE
}

fn prove(dir: &Path, id: &str, out: Option<&Path>) -> Result<ExitCode> {
    let bundle = Log::open_existing(dir)?.prove(&id.to_ascii_uppercase(), &[])?;
    match out {
        Some(path) => fs::write(path, &bundle)
            .with_context(|| format!("cannot write the proof to {}", path.display()))?,
        None => std::io::stdout().write_all(&bundle)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn export(dir: &Path, to: &Path, payloads: bool) -> Result<ExitCode> {
    let summary = Log::open_existing(dir)?.export(to, payloads)?;
    say(&format!(
        "{} records in {} tiles, {} payloads, in {}",
        summary.size,
        summary.tiles,
        summary.payloads,
        to.display()
    ));
    say("verify: portcullis log verify --export DIR, or python3 docs/verify_log.py DIR");
    Ok(ExitCode::SUCCESS)
}
