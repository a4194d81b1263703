//! Runs rules over files and prints the matches as minimal SARIF.
//!
//! `cargo run -p portcullis-rules --example rulescan -- RULES TARGET [MODELS]`: the shortest
//! program that uses this crate as a library. Each may be a file or a folder. `MODELS` holds the
//! lists that rules pull in: `use: python/web-input` means `MODELS/python/web-input.yaml`. What is
//! wrong with rules, and limits that were hit, go to the error output.

use std::{
    env,
    error::Error,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use portcullis_model::{LineIndex, Severity};
use portcullis_rules::{File, Library, LoadedRule, Match, RuleSet, load, scan};
use portcullis_syntax::{Language, parse};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args_os().skip(1).map(PathBuf::from);
    let (Some(rules), Some(target)) = (args.next(), args.next()) else {
        return Err("usage: rulescan RULES TARGET [MODELS]".into());
    };
    let library = args.next().map_or(Ok(Library::default()), |models| library(&models))?;
    let rules = rules_in(&rules, &library)?;
    let languages: Vec<String> =
        rules.iter().filter_map(LoadedRule::meta).flat_map(|m| m.languages.clone()).collect();
    let set = RuleSet::new(rules);
    let mut results = Vec::new();
    for path in files(&target)? {
        let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
        let path = path.to_string_lossy();
        let language = Language::of_file(&path, &text)
            .or_else(|| languages.iter().find_map(|name| Language::by_name(name)));
        results.extend(scanned(&set, &path, language, &text)?);
    }
    let sarif =
        format!("{{\"runs\": [{{\"tool\": {TOOL}, \"results\": [{}]}}]}}", results.join(","));
    writeln!(std::io::stdout(), "{sarif}")?;
    Ok(())
}

const TOOL: &str = r#"{"driver": {"name": "rulescan", "rules": []}}"#;

fn library(models: &Path) -> Result<Library, Box<dyn Error>> {
    let mut library = Library::default();
    for path in files(models)? {
        let name = path.strip_prefix(models)?.with_extension("");
        library.add(&name.to_string_lossy(), &fs::read_to_string(&path)?)?;
    }
    Ok(library)
}

fn rules_in(rules: &Path, library: &Library) -> Result<Vec<LoadedRule>, Box<dyn Error>> {
    let mut all = Vec::new();
    for path in files(rules)? {
        if rules.is_dir() && path.extension().is_none_or(|extension| extension != "yaml") {
            continue;
        }
        let loaded = load(&fs::read_to_string(&path)?, library);
        for error in &loaded.errors {
            writeln!(std::io::stderr(), "{}: {error}", path.display())?;
        }
        all.extend(loaded.rules);
    }
    Ok(all)
}

/// The file, or all files below the folder.
fn files(path: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut below = Vec::new();
    for entry in fs::read_dir(path)? {
        below.extend(files(&entry?.path())?);
    }
    below.sort();
    Ok(below)
}

fn scanned(
    set: &RuleSet,
    path: &str,
    language: Option<&'static Language>,
    text: &str,
) -> Result<Vec<String>, Box<dyn Error>> {
    let parsed = language.map(|language| parse(language, text));
    let report = scan(set, &File { path, language, text, parsed: parsed.as_ref() });
    for limit in &report.limits {
        writeln!(std::io::stderr(), "{path}: {limit:?}")?;
    }
    let lines = LineIndex::new(text);
    Ok(report.matches.iter().map(|found| result(path, found, &lines)).collect())
}

fn result(path: &str, found: &Match<'_>, lines: &LineIndex) -> String {
    let (first, last) = (lines.line(found.span.start), lines.line(found.span.end));
    let level = match found.rule.severity {
        Severity::Critical | Severity::High => "error",
        Severity::Medium | Severity::Low => "warning",
        Severity::Info => "note",
    };
    let cwe: Vec<String> = found.rule.cwe.iter().map(|cwe| format!("\"CWE-{cwe}\"")).collect();
    format!(
        "{{\"ruleId\": {:?}, \"level\": {level:?}, \"message\": {{\"text\": {:?}}}, \
         \"properties\": {{\"cwe\": [{}]}}, \"locations\": [{{\"physicalLocation\": \
         {{\"artifactLocation\": {{\"uri\": {path:?}}}, \
         \"region\": {{\"startLine\": {first}, \"endLine\": {last}}}}}}}]}}",
        found.rule.id,
        found.message.escape_debug().to_string().replace('\\', "/"),
        cwe.join(", "),
    )
}
