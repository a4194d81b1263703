//! Packages that a manifest or a lock file pins and that are known to be vulnerable, malicious or
//! without maintenance. The advisories are embedded and dated; no registry is asked.
//!
//! A pinned version is judged as it stands. A range (`^1.2`, `>=1.2,<2`) is a finding only where
//! every version that it allows is vulnerable: what would be installed is else not known, and the
//! lock file, which is scanned too, tells it.

mod advisory;
mod entry;
mod manifest;
mod version;

use std::collections::HashMap;

use portcullis_model::{Category, Confidence, Finding, Fix, LineIndex, Severity, Span};
use sha2::{Digest, Sha256};

use crate::taxonomy;
use advisory::Met;
use entry::Kind;
use manifest::Pin;

/// A kind of finding that [`dependencies`] may report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DependencyRule {
    /// Rule id.
    pub id: &'static str,
    /// What it finds, for people.
    pub name: &'static str,
    /// CWE numbers, the main one first.
    pub cwe: &'static [u32],
}

const VULNERABLE: DependencyRule = DependencyRule {
    id: "dependency-vulnerable",
    name: "A package with a known vulnerability",
    cwe: &[1395, 1104],
};
const END_OF_LIFE: DependencyRule = DependencyRule {
    id: "dependency-end-of-life",
    name: "A package without maintenance",
    cwe: &[1104],
};
const MALICIOUS: DependencyRule = DependencyRule {
    id: "dependency-malicious",
    name: "A malicious package",
    cwe: &[506, 1395, 1104],
};

/// All kinds of findings that [`dependencies`] may report.
pub const DEPENDENCY_RULES: [DependencyRule; 3] = [VULNERABLE, END_OF_LIFE, MALICIOUS];

/// The day of the facts about packages, `YYYY-MM-DD`.
#[must_use]
pub fn advisories_dated() -> &'static str {
    advisory::dated()
}

/// Finds the packages of a manifest or lock file that should not be used. The name of the file
/// tells its format; other files give nothing.
#[must_use]
pub fn dependencies(path: &str, text: &str) -> Vec<Finding> {
    let pins = manifest::pins(path, text);
    if pins.is_empty() {
        return Vec::new();
    }
    let lines = LineIndex::new(text);
    let mut seen: HashMap<(String, String), u32> = HashMap::new();
    let mut found: Vec<Finding> = Vec::new();
    for pin in &pins {
        let met = advisory::met(pin.ecosystem, &pin.package, pin.range.as_ref());
        let Some(worst) = met.first() else { continue };
        let written = pin.span.text(text).to_owned();
        let occurrence = seen.entry((pin.package.clone(), written)).or_default();
        found.push(finding(text, pin, worst, &met, *occurrence, &lines));
        *occurrence = occurrence.saturating_add(1);
    }
    found.sort_by_key(|f| f.span);
    found
}

fn rule(kind: Kind) -> DependencyRule {
    match kind {
        Kind::Vulnerable => VULNERABLE,
        Kind::EndOfLife => END_OF_LIFE,
        Kind::Malicious => MALICIOUS,
    }
}

fn finding(
    text: &str,
    pin: &Pin,
    worst: &Met,
    met: &[Met],
    occurrence: u32,
    lines: &LineIndex,
) -> Finding {
    let rule = rule(worst.advisory.kind);
    let fixed = (worst.advisory.kind == Kind::Vulnerable)
        .then(|| advisory::fixed(pin.ecosystem, &pin.package, met))
        .flatten();
    let version = pin.span.text(text);
    Finding {
        rule: rule.id.to_owned(),
        category: Category::Dependency,
        message: message(pin, version, worst, met, fixed.as_deref()),
        severity: worst.advisory.severity().max(Severity::Low),
        confidence: Confidence::High,
        span: pin.span,
        line: lines.line(pin.span.start),
        end_line: lines.line(pin.span.end),
        cwe: rule.cwe.to_vec(),
        owasp_2021: taxonomy::of_cwes(rule.cwe, taxonomy::owasp_2021),
        owasp_2025: taxonomy::of_cwes(rule.cwe, taxonomy::owasp_2025),
        swc: Vec::new(),
        attack: Vec::new(),
        references: ids(met).map(|id| reference(&id)).collect(),
        trace: Vec::new(),
        fingerprint: fingerprint(rule.id, &pin.package, version, occurrence),
        fix: fixed.and_then(|fixed| fix(text, pin, &fixed)),
        pattern: None,
        suppressed: None,
    }
}

fn ids(met: &[Met]) -> impl Iterator<Item = String> + '_ {
    met.iter().map(|m| m.advisory.id.clone()).filter(|id| !id.is_empty())
}

fn reference(id: &str) -> String {
    if id.starts_with("CVE-") {
        format!("https://nvd.nist.gov/vuln/detail/{id}")
    } else {
        format!("https://osv.dev/vulnerability/{id}")
    }
}

fn message(pin: &Pin, version: &str, worst: &Met, met: &[Met], fixed: Option<&str>) -> String {
    let package = &pin.package;
    let note = &worst.advisory.note;
    let version = if version == package { String::new() } else { format!(" {version}") };
    let others = ids(met).count().saturating_sub(1);
    let others = if others > 0 { format!(" and {others} more") } else { String::new() };
    let remedy = match fixed {
        Some(fixed) => format!("Use {fixed} or later."),
        None if worst.advisory.kind == Kind::Malicious => "Remove it.".to_owned(),
        None => "Replace it.".to_owned(),
    };
    match worst.advisory.kind {
        Kind::Vulnerable => {
            format!("`{package}`{version}: {note} ({}{others}). {remedy}", worst.advisory.id)
        }
        Kind::EndOfLife => format!("`{package}`{version}: {note}."),
        Kind::Malicious => format!("`{package}`{version} is malicious: {note}. {remedy}"),
    }
}

/// Puts the fixed version where the vulnerable one stands; the sign before it stays. A lock file is
/// written by its tool, so there is no fix in one.
fn fix(text: &str, pin: &Pin, fixed: &str) -> Option<Fix> {
    if pin.locked {
        return None;
    }
    let written = pin.span.text(text);
    let start = written.find(|c: char| c.is_ascii_digit())?;
    let version = written.get(start..)?;
    let end = written.rfind(|c: char| c.is_ascii_alphanumeric() || c == '*')? + 1;
    let single = !version.contains([',', ' ', '|', '*']);
    let from = pin.span.start.checked_add(u32::try_from(start).ok()?)?;
    let to = pin.span.start.checked_add(u32::try_from(end).ok()?)?;
    single.then(|| Fix { edits: vec![(Span::new(from, to), fixed.to_owned())], verified: false })
}

fn fingerprint(rule: &str, package: &str, version: &str, occurrence: u32) -> String {
    let mut hasher = Sha256::new();
    for part in [rule, package, version, &occurrence.to_string()] {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests;
