//! `portcullis explain ID`: a rule or a secure pattern, as a developer whose agent was just stopped
//! wants to read it.

use std::process::ExitCode;

use anyhow::{Result, bail};
use portcullis_model::Confidence;
use portcullis_rules::Meta;
use portcullis_scan::{SecurePattern, taxonomy};

use crate::{embedded, say};

/// Prints what is known of an id.
///
/// # Errors
/// An id that is neither a rule nor a pattern; names those that look like it.
pub fn run(id: &str) -> Result<ExitCode> {
    let library = embedded::library()?;
    let rules = embedded::rules()?;
    let metas = rules.metas()?;
    if let Some(meta) = metas.iter().find(|meta| meta.id == id) {
        let pattern = meta.pattern.as_deref().and_then(|id| library.get(id));
        explain_rule(meta, pattern)?;
    } else if let Some(pattern) = library.get(id) {
        explain_pattern(pattern);
    } else if let Some(text) = portcullis_scan::explain_built_in(id) {
        say(&text);
    } else {
        let known = metas.iter().map(|m| m.id.as_str());
        let known = known.chain(library.all().iter().map(|p| p.id.as_str()));
        let like = nearest(id, known);
        bail!("`{id}` is no rule and no secure pattern; did you mean {}?", like.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}

fn explain_rule(meta: &Meta, pattern: Option<&SecurePattern>) -> Result<()> {
    let confidence = meta.confidence.unwrap_or(Confidence::Medium);
    say(&format!("{}: {} severity, {confidence} confidence", meta.id, meta.severity));
    say(&format!("\n{}", meta.message));
    let cwe = meta.cwe.iter().map(|n| format!("CWE-{n}"));
    let owasp = [taxonomy::owasp_2021, taxonomy::owasp_2025];
    let owasp = owasp.into_iter().flat_map(|edition| taxonomy::of_cwes(&meta.cwe, edition));
    let classes: Vec<String> =
        cwe.chain(owasp).chain(meta.swc.iter().chain(&meta.attack).cloned()).collect();
    say(&format!("Weakness: {}", classes.join(", ")));
    if let Some(why) = &meta.why {
        say(&format!("\nWhy it matters: {why}"));
    }
    let catalog = embedded::catalog()?;
    if let Some(example) = catalog.get(&meta.id) {
        block("Found by this rule", &example.bad);
        block("Left alone", &example.good);
    }
    if let Some(pattern) = pattern {
        say(&format!("\nSecure pattern {} ({})", pattern.id, pattern.title));
        block("Write instead", &pattern.good);
        say(&format!("\n{}", pattern.why.trim()));
    }
    references(&meta.references);
    Ok(())
}

fn explain_pattern(pattern: &SecurePattern) {
    say(&format!("{}: {}", pattern.id, pattern.title));
    let cwe: Vec<String> = pattern.cwe.iter().map(|n| format!("CWE-{n}")).collect();
    let framework = if pattern.framework.is_empty() { "any framework" } else { &pattern.framework };
    say(&format!("{} · {framework} · {}", pattern.language, cwe.join(", ")));
    block("Stopped", &pattern.bad);
    block("Write instead", &pattern.good);
    say(&format!("\n{}", pattern.why.trim()));
    say(&format!("\nOwner: {}, version {}, {}", pattern.owner, pattern.version, pattern.updated));
}

fn block(title: &str, code: &str) {
    if !code.trim().is_empty() {
        let indented: Vec<String> = code.lines().map(|line| format!("    {line}")).collect();
        say(&format!("\n{title}:\n\n{}", indented.join("\n")));
    }
}

fn references(references: &[String]) {
    if !references.is_empty() {
        say(&format!("\nRead more:\n  {}", references.join("\n  ")));
    }
}

/// The ids that share most with what was asked.
fn nearest<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Vec<String> {
    let words: Vec<&str> = id.split('-').collect();
    let shared = |other: &str| other.split('-').filter(|word| words.contains(word)).count();
    let mut ranked: Vec<(usize, &str)> = known.map(|other| (shared(other), other)).collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    ranked.into_iter().take(3).map(|(_, other)| format!("`{other}`")).collect()
}
