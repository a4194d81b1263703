//! Which findings an edit brings in: fingerprints that survive moved lines, and the difference of
//! two scans by them.

use std::collections::HashMap;

use portcullis_model::{Finding, Span};
use sha2::{Digest, Sha256};

/// Gives every finding without a fingerprint one, made of its rule, the text of its lines without
/// white space, and how many like it stand above. Findings must be in the order of their places.
pub(crate) fn fingerprint(text: &str, findings: &mut [Finding]) {
    let mut seen: HashMap<(String, String), u32> = HashMap::new();
    for finding in findings.iter_mut().filter(|f| f.fingerprint.is_empty()) {
        let lines = squeezed(text, finding.span);
        let occurrence = seen.entry((finding.rule.clone(), lines.clone())).or_default();
        finding.fingerprint = digest(&finding.rule, &lines, *occurrence);
        *occurrence = occurrence.saturating_add(1);
    }
}

/// Splits the findings of the new content into those that it brings in and those that stood in the
/// old content already.
pub(crate) fn split(after: Vec<Finding>, before: &[Finding]) -> (Vec<Finding>, Vec<Finding>) {
    let mut old: HashMap<&str, u32> = HashMap::new();
    for finding in before {
        *old.entry(finding.fingerprint.as_str()).or_default() += 1;
    }
    after.into_iter().partition(|finding| match old.get_mut(finding.fingerprint.as_str()) {
        Some(count) if *count > 0 => {
            *count = count.saturating_sub(1);
            false
        }
        _ => true,
    })
}

/// The text of the lines that a span touches, without white space.
fn squeezed(text: &str, span: Span) -> String {
    let start = text.get(..span.start as usize).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
    let tail = text.get(span.end as usize..).unwrap_or("");
    let end = span.end as usize + tail.find('\n').unwrap_or(tail.len());
    let lines = text.get(start..end).unwrap_or("");
    lines.chars().filter(|c| !c.is_whitespace()).collect()
}

fn digest(rule: &str, lines: &str, occurrence: u32) -> String {
    let mut hasher = Sha256::new();
    hasher.update(rule.as_bytes());
    hasher.update([0]);
    hasher.update(lines.as_bytes());
    hasher.update([0]);
    hasher.update(occurrence.to_be_bytes());
    hex(&hasher.finalize(), 16)
}

/// The first `bytes` bytes in lower-case hexadecimal.
pub(crate) fn hex(digest: &[u8], bytes: usize) -> String {
    digest.iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}
