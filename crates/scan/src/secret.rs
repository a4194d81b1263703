//! Credentials in a text: keys and tokens of known formats, passwords under telling names, joined
//! or encoded ones. Works on plain text of any language, in linear time, and asks no network: what
//! it finds looks like a credential; whether it still works is not known.
//!
//! Stands in the scan beside the rules. A finding never shows the value: see [`redact`].

mod assigned;
mod check;
mod encoded;
mod entry;
mod format;
mod keywords;
mod name;
mod pieces;
mod place;
#[cfg(test)]
mod samples;
mod value;
mod weigh;

use std::collections::HashMap;

use portcullis_model::{Category, Confidence, Finding, LineIndex, Severity, Span};
use sha2::{Digest, Sha256};

use crate::taxonomy;
use place::Place;

/// Something that looks like a credential, before it becomes a finding.
#[derive(Clone, Debug)]
struct Candidate {
    rule: String,
    /// What it is, for people, with its article.
    what: String,
    severity: Severity,
    confidence: Confidence,
    /// The CWE that is closer than 798, if one is.
    cwe: Option<u32>,
    span: Span,
    value: String,
    /// Which of two candidates for the same place stays: the higher.
    rank: u8,
}

/// A kind of finding that [`secrets`] may report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretRule {
    /// Rule id.
    pub id: String,
    /// What it finds, for people.
    pub name: String,
    /// How bad it is at worst.
    pub severity: Severity,
    /// CWE numbers, the main one first.
    pub cwe: Vec<u32>,
}

/// All kinds of findings that [`secrets`] may report.
#[must_use]
pub fn secret_rules() -> Vec<SecretRule> {
    let rule = |id: &str, name: &str, severity, cwe| SecretRule {
        id: id.to_owned(),
        name: name.to_owned(),
        severity,
        cwe: cwes(cwe),
    };
    let formats = format::formats().iter().map(|f| rule(&f.rule, &f.name, f.severity, f.cwe));
    let named = assigned::RULES.iter().map(|r| rule(r.id, r.name, Severity::High, r.cwe));
    formats.chain(named).collect()
}

/// Finds the credentials in a text. `path` tells tests, examples and lock files apart; it may be
/// empty. `assembled` are strings that the text puts together from parts that stand elsewhere.
#[must_use]
pub fn secrets(path: &str, text: &str, assembled: &[(Span, String)]) -> Vec<Finding> {
    let place = Place::of(path);
    let mut candidates: Vec<Candidate> =
        format::hits(text).iter().filter_map(|hit| of_format(hit, hit.span, place)).collect();
    for joined in pieces::joined(text) {
        let hits = format::hits(&joined.text);
        candidates.extend(hits.iter().filter_map(|hit| of_format(hit, joined.span, place)));
    }
    for (span, whole) in assembled {
        let hits = format::hits(whole);
        candidates.extend(hits.iter().filter_map(|hit| of_format(hit, *span, place)));
    }
    candidates.extend(encoded::candidates(text, place));
    candidates.extend(assigned::candidates(text, place));
    findings(path, text, strongest(candidates))
}

/// Tests and examples hold made-up credentials: there a doubtful one does not count, and an
/// undoubted one counts for less, unless a checksum says that it was issued.
fn of_format(hit: &format::Hit<'_>, span: Span, place: Place) -> Option<Candidate> {
    let doubted = place.is_made_up() && !hit.issued;
    if doubted && hit.confidence == Confidence::Low {
        return None;
    }
    let confidence = if doubted { lower(hit.confidence) } else { hit.confidence };
    Some(Candidate {
        rule: hit.format.rule.clone(),
        what: with_article(&hit.format.name),
        severity: hit.format.severity,
        confidence,
        cwe: hit.format.cwe,
        span,
        value: hit.value.to_owned(),
        rank: if hit.issued { 3 } else { 2 },
    })
}

fn lower(confidence: Confidence) -> Confidence {
    if confidence == Confidence::High { Confidence::Medium } else { Confidence::Low }
}

fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']);
    let spelled = name.starts_with("NVIDIA") || name.starts_with("npm") || name.starts_with("X ");
    format!("{} {name}", if vowel || spelled { "An" } else { "A" })
}

/// Of candidates that overlap, the one with the highest rank, then confidence, then the longest.
fn strongest(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| {
        let key = |c: &Candidate| (c.rank, c.confidence, c.severity, c.span.len());
        a.span.start.cmp(&b.span.start).then(key(b).cmp(&key(a))).then(a.rule.cmp(&b.rule))
    });
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        match kept.last_mut() {
            Some(last) if last.span.overlaps(candidate.span) => {
                let key = |c: &Candidate| (c.rank, c.confidence);
                if key(&candidate) > key(last) {
                    *last = candidate;
                }
            }
            _ => kept.push(candidate),
        }
    }
    kept
}

fn cwes(closer: Option<u32>) -> Vec<u32> {
    [798].into_iter().chain(closer).collect()
}

fn findings(path: &str, text: &str, candidates: Vec<Candidate>) -> Vec<Finding> {
    let lines = LineIndex::new(text);
    let pattern = pattern(path);
    let mut seen: HashMap<(String, String), u32> = HashMap::new();
    let finding = |candidate: Candidate| {
        let key = (candidate.rule.clone(), candidate.value.clone());
        let occurrence = seen.entry(key).or_default();
        let fingerprint = fingerprint(&candidate, *occurrence);
        *occurrence = occurrence.saturating_add(1);
        finding(candidate, fingerprint, &lines, pattern)
    };
    candidates.into_iter().map(finding).collect()
}

fn finding(c: Candidate, fingerprint: String, lines: &LineIndex, pattern: &str) -> Finding {
    let cwe = cwes(c.cwe);
    // A guess warns; only what is likely may block.
    let severity =
        if c.confidence == Confidence::Low { c.severity.min(Severity::Medium) } else { c.severity };
    Finding {
        rule: c.rule,
        category: Category::Secret,
        message: format!(
            "{} stands in the text. Read it from the environment or a secret manager instead; if \
             it was ever real, revoke it and issue a new one.",
            c.what
        ),
        severity,
        confidence: c.confidence,
        span: c.span,
        line: lines.line(c.span.start),
        end_line: lines.line(c.span.end.saturating_sub(1).max(c.span.start)),
        owasp_2021: taxonomy::of_cwes(&cwe, taxonomy::owasp_2021),
        owasp_2025: taxonomy::of_cwes(&cwe, taxonomy::owasp_2025),
        cwe,
        swc: Vec::new(),
        attack: Vec::new(),
        references: vec!["https://cwe.mitre.org/data/definitions/798.html".to_owned()],
        trace: Vec::new(),
        fingerprint,
        fix: None,
        pattern: Some(pattern.to_owned()),
        suppressed: None,
    }
}

/// The secure pattern for the language that the path's ending tells.
fn pattern(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "py" | "pyi" => "python-secret-from-environment",
        "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" => "javascript-secret-from-environment",
        "java" => "java-secret-from-environment",
        _ => "secret-from-environment",
    }
}

/// Made of rule, value and occurrence, so that it survives moved lines and tells two values apart
/// without showing them.
fn fingerprint(candidate: &Candidate, occurrence: u32) -> String {
    let mut hasher = Sha256::new();
    hasher.update(candidate.rule.as_bytes());
    hasher.update([0]);
    hasher.update(candidate.value.as_bytes());
    hasher.update([0]);
    hasher.update(occurrence.to_be_bytes());
    hasher.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// The text with every credential of `findings` cut to its first four characters and its length, so
/// that it can be shown and logged. Findings of other categories are passed over.
#[must_use]
pub fn redact(text: &str, findings: &[Finding]) -> String {
    let mut spans: Vec<Span> =
        findings.iter().filter(|f| f.category == Category::Secret).map(|f| f.span).collect();
    spans.sort();
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for span in spans {
        let start = (span.start as usize).max(at);
        let value = text.get(start..span.end as usize).unwrap_or("");
        if value.is_empty() {
            continue;
        }
        shown.push_str(text.get(at..start).unwrap_or(""));
        shown.push_str(&masked(value));
        at = span.end as usize;
    }
    shown.push_str(text.get(at..).unwrap_or(""));
    shown
}

/// A short value shows nothing of itself.
fn masked(value: &str) -> String {
    let length = value.chars().count();
    let front: String = value.chars().take(if length >= 12 { 4 } else { 0 }).collect();
    let breaks = "\n".repeat(value.matches('\n').count());
    format!("{front}[{length} characters]{breaks}")
}

#[cfg(test)]
mod tests;
