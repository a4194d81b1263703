//! Fixes that were checked: applied, reparsed and rescanned. A fix is verified only if its finding
//! is gone, nothing new is wrong and no more of the text is unreadable than before.

use std::collections::HashMap;

use portcullis_model::{Finding, Fix, Span};

use crate::{Scanner, TextReport};

/// Fixes tried one by one when all together do not pass.
const SINGLE_FIXES_MAX: usize = 8;

/// Marks the fixes of `findings` that hold, and gives the content with all of those applied.
/// `report` is the scan of `text`, of which `findings` are a part.
pub(crate) fn verify(
    scanner: &Scanner,
    path: &str,
    text: &str,
    report: &TextReport,
    findings: &mut [Finding],
) -> Option<String> {
    let check = Check { scanner, path, text, report };
    let all: Vec<usize> = fixable(findings);
    if all.is_empty() {
        return None;
    }
    let mut held = all.clone();
    if check.amended(findings, &all).is_none() {
        held = all.into_iter().take(SINGLE_FIXES_MAX).collect();
        held.retain(|&one| check.amended(findings, &[one]).is_some());
    }
    for (n, finding) in findings.iter_mut().enumerate() {
        if let Some(fix) = finding.fix.as_mut() {
            fix.verified = held.contains(&n);
        }
    }
    (!held.is_empty()).then(|| check.amended(findings, &held)).flatten()
}

fn fixable(findings: &[Finding]) -> Vec<usize> {
    let with_fix =
        |(n, f): (usize, &Finding)| (f.fix.is_some() && f.suppressed.is_none()).then_some(n);
    findings.iter().enumerate().filter_map(with_fix).collect()
}

struct Check<'a> {
    scanner: &'a Scanner,
    path: &'a str,
    text: &'a str,
    report: &'a TextReport,
}

impl Check<'_> {
    /// The text with the fixes of the `chosen` findings applied, if that leaves it better.
    fn amended(&self, findings: &[Finding], chosen: &[usize]) -> Option<String> {
        let chosen: Vec<&Finding> = chosen.iter().filter_map(|&n| findings.get(n)).collect();
        let amended = apply(self.text, chosen.iter().filter_map(|f| f.fix.as_ref()))?;
        let after = self.scanner.scan(self.path, &amended);
        let readable = after.coverage.unread_permille <= self.report.coverage.unread_permille
            && after.coverage.limit_hit.is_none();
        let allowed = counts(self.report.live(), chosen.iter().copied());
        let left = counts(after.live(), std::iter::empty());
        let better = left.iter().all(|(rule, n)| *n <= allowed.get(rule).copied().unwrap_or(0));
        (readable && better).then_some(amended)
    }
}

/// How many findings each rule has among `all`, less those that are to go.
fn counts<'f>(
    all: impl Iterator<Item = &'f Finding>,
    gone: impl Iterator<Item = &'f Finding>,
) -> HashMap<&'f str, i64> {
    let mut counts = HashMap::new();
    all.for_each(|f| *counts.entry(f.rule.as_str()).or_default() += 1);
    gone.for_each(|f| *counts.entry(f.rule.as_str()).or_default() -= 1);
    counts
}

/// Applies all edits of some fixes. `None` if two of them disagree about the same bytes or one does
/// not fit the text; the same edit asked for twice is made once.
pub(crate) fn apply<'f>(text: &str, fixes: impl Iterator<Item = &'f Fix>) -> Option<String> {
    let mut edits: Vec<&(Span, String)> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort();
    edits.dedup();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, new) in edits {
        out.push_str(text.get(done..span.start as usize)?);
        out.push_str(new);
        done = span.end as usize;
    }
    out.push_str(text.get(done..)?);
    (out != text).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, edits: &[(u32, u32, &str)], expected: Option<&str>) {
        let edits = edits.iter().map(|&(a, b, new)| (Span::new(a, b), new.to_owned())).collect();
        let fix = Fix { edits, verified: false };
        assert_eq!(apply(text, std::iter::once(&fix)).as_deref(), expected);
    }

    #[test]
    fn edits_are_applied_in_order_and_clashes_are_refused() {
        check("abcdef", &[(4, 5, "E"), (0, 1, "A")], Some("AbcdEf"));
        check("abcdef", &[(0, 3, "x"), (2, 4, "y")], None);
        check("abcdef", &[(0, 1, "A"), (0, 1, "A")], Some("Abcdef"));
        check("abc", &[(2, 9, "x")], None);
        check("abc", &[], None);
    }
}
