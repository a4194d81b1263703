//! One text in, findings out: the rules, the secrets, the dependencies, the comments that suppress.
//!
//! Pure: no I/O, no clock. What could not be looked at is counted in the report, never dropped.

use std::sync::Arc;

use portcullis_model::{Category, Coverage, Finding, Fix, LineIndex, Span, TraceStep};
use portcullis_rules::{File, Limit, Match, RuleSet};
use portcullis_syntax::{Language, Parsed};

use crate::{TextReport, baseline, dependency, parts, secret, suppress, taxonomy};

/// What to do with comments that tell a scanner to look away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suppressions {
    /// They do not count; one that an agent writes is a finding of its own.
    Ignore,
    /// The findings that they cover are marked and do not count.
    Honor,
}

/// Looks at texts with a set of rules. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Scanner {
    rules: Vec<Arc<RuleSet>>,
    built_in: bool,
    suppressions: Suppressions,
}

impl Scanner {
    /// The gate's scanner: rules, secrets, dependencies and suppression comments.
    #[must_use]
    pub fn new(rules: Vec<Arc<RuleSet>>, suppressions: Suppressions) -> Self {
        Self { rules, built_in: true, suppressions }
    }

    /// A scanner that runs these rules and nothing else.
    #[must_use]
    pub fn only(rules: Vec<Arc<RuleSet>>, suppressions: Suppressions) -> Self {
        Self { rules, built_in: false, suppressions }
    }

    /// Number of rules.
    #[must_use]
    pub fn rules(&self) -> usize {
        self.rules.iter().map(|set| set.len()).sum()
    }

    /// Looks at one text. `path` tells the language and which rules apply.
    #[must_use]
    pub fn scan(&self, path: &str, text: &str) -> TextReport {
        let language = Language::of_file(path, text);
        let parsed = language.map(|language| portcullis_syntax::parse(language, text));
        let mut report = TextReport {
            language: language.map_or("", |l| l.id).to_owned(),
            coverage: coverage(parsed.as_ref()),
            findings: Vec::new(),
        };
        let file = File { path, language, text, parsed: parsed.as_ref() };
        let mut assembled = self.run_rules(&file, &mut report);
        let mut comments = parsed.as_ref().map_or_else(Vec::new, |p| p.comments.clone());
        self.look_at_parts(&file, &mut report, &mut assembled, &mut comments);
        let markers = match parsed {
            Some(_) => suppress::suppressions(text, &comments),
            None => suppress::suppressions_of_plain_text(text),
        };
        if self.built_in {
            report.findings.extend(secret::secrets(path, text, &assembled));
            report.findings.extend(dependency::dependencies(path, text));
            if self.suppressions == Suppressions::Ignore {
                report.findings.extend(markers.iter().map(suppress::as_finding));
            }
        }
        finish(text, &mut report.findings);
        if self.suppressions == Suppressions::Honor {
            suppress::apply(&markers, &mut report.findings);
        }
        report
    }

    /// What is written in other languages than the file's own.
    fn look_at_parts(
        &self,
        file: &File<'_>,
        report: &mut TextReport,
        assembled: &mut Vec<(Span, String)>,
        comments: &mut Vec<Span>,
    ) {
        let (parts, more) =
            parts::parts(file.path, file.text, file.language, file.parsed.map(|p| &p.tree));
        if more {
            report.coverage.limit_hit.get_or_insert_with(|| "parts in other languages".to_owned());
        }
        for part in parts {
            let parsed = portcullis_syntax::parse(part.language, &part.text);
            let inner = File {
                path: file.path,
                language: Some(part.language),
                text: &part.text,
                parsed: Some(&parsed),
            };
            let mut found = TextReport { coverage: coverage(Some(&parsed)), ..Default::default() };
            let strings = self.run_rules(&inner, &mut found);
            assembled.extend(strings.into_iter().map(|(span, text)| (part.origin(span), text)));
            comments.extend(parsed.comments.iter().map(|span| part.origin(*span)));
            report.findings.extend(found.findings.into_iter().map(|f| part.finding(f)));
            report.add_coverage(&found.coverage, part.text.len(), file.text.len());
        }
    }

    /// Gives back the strings that the text puts together.
    fn run_rules(&self, file: &File<'_>, report: &mut TextReport) -> Vec<(Span, String)> {
        let mut assembled = Vec::new();
        for rules in &self.rules {
            let found = portcullis_rules::scan(rules, file);
            report.findings.extend(found.matches.iter().map(finding));
            if let Some(limit) = found.limits.first() {
                report.coverage.limit_hit.get_or_insert_with(|| limit_text(limit));
            }
            assembled = found.assembled;
        }
        assembled
    }
}

fn limit_text(limit: &Limit) -> String {
    match limit {
        Limit::Rule(id) => format!("rule `{id}` took more work than it may on this file"),
        Limit::Flow => "the data flow of this file took more work than it may".to_owned(),
        Limit::Rules(error) => error.to_string(),
    }
}

fn coverage(parsed: Option<&Parsed>) -> Coverage {
    Coverage {
        unread_permille: parsed.map_or(0, Parsed::unread_permille),
        language_known: parsed.is_some(),
        limit_hit: parsed.and_then(|p| p.limit_hit).map(str::to_owned),
    }
}

/// A match of a rule as a finding. Owasp categories follow from the weakness where a rule is
/// silent.
fn finding(found: &Match<'_>) -> Finding {
    let meta = found.rule;
    let owasp = |edition: &str, of: fn(u32) -> Option<&'static str>| -> Vec<String> {
        let own = meta.owasp.iter().filter(|category| category.contains(edition));
        let own: Vec<String> = own.cloned().collect();
        if own.is_empty() { taxonomy::of_cwes(&meta.cwe, of) } else { own }
    };
    Finding {
        rule: meta.id.clone(),
        category: Category::Code,
        message: found.message.clone(),
        severity: meta.severity,
        confidence: found.confidence,
        span: found.span,
        line: 0,
        end_line: 0,
        cwe: meta.cwe.clone(),
        owasp_2021: owasp("2021", taxonomy::owasp_2021),
        owasp_2025: owasp("2025", taxonomy::owasp_2025),
        swc: meta.swc.clone(),
        attack: meta.attack.clone(),
        references: meta.references.clone(),
        trace: found.trace.iter().cloned().map(|(span, note)| TraceStep { span, note }).collect(),
        fingerprint: String::new(),
        fix: fix(&found.fix),
        pattern: meta.pattern.clone(),
        suppressed: None,
    }
}

fn fix(edits: &[(Span, String)]) -> Option<Fix> {
    (!edits.is_empty()).then(|| Fix { edits: edits.to_vec(), verified: false })
}

/// Puts findings in order, fills in lines and fingerprints, and drops a second finding of the same
/// rule at the same place.
fn finish(text: &str, findings: &mut Vec<Finding>) {
    let index = LineIndex::new(text);
    for finding in findings.iter_mut() {
        finding.line = index.line(finding.span.start);
        finding.end_line = index.line(finding.span.end.max(finding.span.start + 1) - 1);
    }
    findings.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.rule.cmp(&b.rule)));
    findings.dedup_by(|next, kept| next.rule == kept.rule && kept.span.overlaps(next.span));
    baseline::fingerprint(text, findings);
}
