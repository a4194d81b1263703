//! `docs/coverage.md`: which weaknesses the rules speak of, in which languages, and why there are
//! none for the others that OWASP names. Written from the rules; `tidy` holds it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use anyhow::{Context, Result, bail};

use crate::test::root;

/// The document.
pub(crate) const DOCUMENT: &str = "docs/coverage.md";
/// Why there is no rule, by the words of `data/uncovered.csv`.
const REASONS: &[(&str, &str)] = &[
    ("parent", "A parent of weaknesses that have rules; those name the child."),
    ("variant", "A variant that the rules of its parent find, under the parent's number."),
    ("group", "A group or a view, no weakness of its own."),
    ("packages", "Found by the table of vulnerable packages, not by a rule."),
    ("design", "Shows in the design or the requirements, not in the code of one file."),
    ("running", "Shows in the running system or its administration, not in code."),
    ("descriptor", "Shows in deployment descriptors of older Java and .NET servers. Not yet."),
    ("todo", "Shows in code. Not yet."),
];

/// Rules by weakness and language.
type Covered = BTreeMap<u32, BTreeMap<String, usize>>;

/// Writes the document.
pub(crate) fn write() -> Result<()> {
    fs::write(root().join(DOCUMENT), document()?).context(DOCUMENT)
}

/// The document as it has to be.
pub(crate) fn document() -> Result<String> {
    let covered = covered()?;
    let named = named()?;
    let mut text = String::from(HEAD);
    let languages: BTreeSet<&str> =
        covered.values().flat_map(|by| by.keys().map(String::as_str)).collect();
    let heads: Vec<&str> = languages.iter().copied().collect();
    writeln!(text, "| CWE | {} |", heads.join(" | "))?;
    writeln!(text, "|---|{}", "---|".repeat(heads.len()))?;
    for (cwe, by) in &covered {
        let cells = heads
            .iter()
            .map(|language| by.get(*language).map_or_else(String::new, usize::to_string));
        writeln!(text, "| {cwe} | {} |", cells.collect::<Vec<_>>().join(" | "))?;
    }
    text.push_str(WITHOUT);
    let reasons = reasons()?;
    for (word, sentence) in REASONS {
        let of_reason = |cwe: &&u32| reasons.get(cwe).map(String::as_str) == Some(*word);
        let open: Vec<String> = named
            .iter()
            .filter(|cwe| !covered.contains_key(cwe))
            .filter(of_reason)
            .map(u32::to_string)
            .collect();
        if !open.is_empty() {
            writeln!(text, "| {sentence} | {} |", open.join(", "))?;
        }
    }
    let silent: Vec<&u32> = named
        .iter()
        .filter(|cwe| !covered.contains_key(cwe) && !reasons.contains_key(cwe))
        .collect();
    if !silent.is_empty() {
        bail!("xtask/data/uncovered.csv gives no reason for {silent:?}");
    }
    Ok(text)
}

const HEAD: &str = "# Coverage

Written by `cargo xtask coverage` from the rules; do not edit.

Number of rules by weakness (CWE) and language; a rule that names several counts under each.
Credentials, vulnerable packages and commands of a shell are found by code, and are not counted.

";
const WITHOUT: &str = "
## Without a rule

Weaknesses that the OWASP Top 10 of 2021 or 2025 names and that no rule speaks of.

| why | CWE |
|---|---|
";

fn covered() -> Result<Covered> {
    let mut covered = Covered::new();
    for folder in fs::read_dir(root().join("rules")).context("rules")? {
        for file in fs::read_dir(folder?.path())? {
            let path = file?.path();
            if is_rule(&path) {
                add(&fs::read_to_string(&path)?, &mut covered);
            }
        }
    }
    Ok(covered)
}

fn is_rule(path: &Path) -> bool {
    let name = path.to_string_lossy();
    name.ends_with(".yaml") && !name.ends_with(".test.yaml")
}

/// Counts one rule under each of its weaknesses and languages.
fn add(rule: &str, covered: &mut Covered) {
    for cwe in list(rule, "cwe:").iter().filter_map(|item| item.strip_prefix("CWE-")) {
        let Ok(number) = cwe.parse() else { continue };
        let by: &mut BTreeMap<String, usize> = covered.entry(number).or_default();
        for language in list(rule, "languages:") {
            *by.entry(language).or_default() += 1;
        }
    }
}

/// The items of `key: [a, "b"]`.
fn list(rule: &str, key: &str) -> Vec<String> {
    let after = rule.split_once(key).map_or("", |(_, after)| after);
    let items = after.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    let items = items.map_or("", |(items, _)| items).split(',');
    items.map(|item| item.trim().trim_matches('"').to_owned()).filter(|i| !i.is_empty()).collect()
}

/// Weaknesses of OWASP's lists.
fn named() -> Result<BTreeSet<u32>> {
    let table = fs::read_to_string(root().join("crates/scan/data/cwe_owasp.csv"))?;
    let row = |line: &str| {
        let (cwe, category) = line.split_once(',')?;
        category.starts_with('A').then(|| cwe.parse().ok()).flatten()
    };
    Ok(table.lines().filter_map(row).collect())
}

fn reasons() -> Result<BTreeMap<u32, String>> {
    let table = fs::read_to_string(root().join("xtask/data/uncovered.csv"))?;
    let row = |line: &str| {
        let (cwe, reason) = line.split_once(',')?;
        Some((cwe.parse().ok()?, reason.trim().to_owned()))
    };
    Ok(table.lines().filter_map(row).collect())
}
