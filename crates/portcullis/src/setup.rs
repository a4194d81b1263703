//! Puts a gate together from the configuration: rules, policies, the record. All reading of rule
//! and
//! policy files happens here.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use anyhow::{Context, Result, bail};
use portcullis_decide::{Engine, Layer, PolicyText, Profile, SCHEMA};
use portcullis_record::{Log, Versions};
use portcullis_rules::RuleSet;
use portcullis_scan::{Scanner, Suppressions};

use crate::{
    config::{Config, Setting},
    digest, embedded,
    entry::Identity,
    gate::LocalGate,
    output::Skip,
};

/// A gate as configured.
///
/// # Errors
/// A rule, policy or record that is not right. The caller must block then.
pub fn gate(config: &Config) -> Result<LocalGate> {
    let (scanner, problems) = scanner(config)?;
    if let Some(problem) = problems.first() {
        bail!("{}: {}", problem.what, problem.why);
    }
    let engine = engine(config)?;
    let log = Log::open(&config.log_dir.value)?;
    let identity = Identity {
        versions: Versions {
            policy: Some(engine.digest().to_owned()),
            schema: Some(digest(SCHEMA.text.as_bytes())),
            rules: Some(embedded::rules_digest().to_owned()),
            engine: Some(env!("CARGO_PKG_VERSION").to_owned()),
        },
        mode: if config.profile.value == Profile::Observe { "observe" } else { "enforce" },
    };
    let library = Arc::new(embedded::library()?);
    Ok(LocalGate { scanner, library, engine, log: Mutex::new(log), identity })
}

/// The scanner with the built-in rules and those of the configuration, and what did not load.
///
/// # Errors
/// Damaged built-in rules, or a rule file that cannot be read.
pub fn scanner(config: &Config) -> Result<(Scanner, Vec<Skip>)> {
    let mut sets = vec![Arc::new(embedded::rules()?)];
    let mut problems = Vec::new();
    if !config.rules.is_empty() {
        let paths: Vec<PathBuf> = config.rules.iter().map(|s| s.value.clone()).collect();
        let (set, found) = rules_of(&paths)?;
        sets.push(Arc::new(set));
        problems = found;
    }
    let honor = config.honor_suppressions.value;
    let suppressions = if honor { Suppressions::Honor } else { Suppressions::Ignore };
    Ok((Scanner::new(sets, suppressions), problems))
}

/// The policy engine: the profile, then the organization's policies, then the repository's.
///
/// # Errors
/// Every policy that does not hold, with file and line.
pub fn engine(config: &Config) -> Result<Engine> {
    let mut texts = policy_texts(&config.policies, Layer::Organization)?;
    texts.extend(policy_texts(&config.repository_policies, Layer::Repository)?);
    Ok(Engine::load(config.profile.value, &texts)?)
}

fn policy_texts(files: &[Setting<PathBuf>], layer: Layer) -> Result<Vec<PolicyText>> {
    let text = |file: &Setting<PathBuf>| {
        let text = std::fs::read_to_string(&file.value).with_context(|| {
            format!("cannot read policy {} (named in {})", file.value.display(), file.source)
        })?;
        Ok(PolicyText { file: file.value.display().to_string(), text: text.into(), layer })
    };
    files.iter().map(text).collect()
}

/// Compiles rule files and folders; a rule that does not load is named, the others are used.
///
/// # Errors
/// A path that cannot be read, or folders without a rule file.
pub fn rules_of(paths: &[PathBuf]) -> Result<(RuleSet, Vec<Skip>)> {
    let (mut rules, mut problems) = (Vec::new(), Vec::new());
    for file in rule_files(paths)? {
        let text = std::fs::read_to_string(&file)
            .with_context(|| format!("cannot read rule file {}", file.display()))?;
        let loaded = portcullis_rules::load(&text, &portcullis_rules::Library::default());
        problems.extend(loaded.errors.iter().map(|error| Skip {
            what: file.display().to_string(),
            why: error.to_string(),
            incomplete: true,
        }));
        rules.extend(loaded.rules);
    }
    Ok((RuleSet::new(rules), problems))
}

/// The YAML and JSON files among and below the paths.
///
/// # Errors
/// A path that does not exist, or nothing that could hold rules.
pub fn rule_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.exists() {
            bail!("{}: there is no such rule file or folder", path.display());
        }
        let below = ignore::WalkBuilder::new(path).standard_filters(false).build();
        let found = below.filter_map(Result::ok).map(ignore::DirEntry::into_path);
        files.extend(found.filter(|file| file == path && file.is_file() || holds_rules(file)));
    }
    files.sort();
    files.dedup();
    if files.is_empty() {
        bail!("no rule file (.yaml, .yml, .json) was found");
    }
    Ok(files)
}

/// Whether a file is one of rules; `x.test.yaml` is a sample of the rules in `x.yaml`.
fn holds_rules(path: &Path) -> bool {
    let ends = |e: &std::ffi::OsStr| e == "yaml" || e == "yml" || e == "json";
    let sample = path.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with(".test"));
    path.is_file() && path.extension().is_some_and(ends) && !sample
}
