//! SARIF 2.1.0, as code hosts and issue trackers take it.

use std::{collections::BTreeMap, io};

use portcullis_model::{Finding, LineIndex, Severity, Span};
use serde_json::{Value, json};

use super::{ScanResult, ScannedFile, level};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
                      sarif-schema-2.1.0.json";

pub(super) fn write(result: &ScanResult, out: &mut dyn io::Write) -> io::Result<()> {
    let mut first_of_rule: BTreeMap<&str, &Finding> = BTreeMap::new();
    for (_, finding) in result.findings() {
        first_of_rule.entry(&finding.rule).or_insert(finding);
    }
    let rules: Vec<Value> = first_of_rule.values().map(|finding| rule(finding)).collect();
    let places: BTreeMap<&str, usize> =
        first_of_rule.keys().enumerate().map(|(n, id)| (*id, n)).collect();
    let mut results = Vec::new();
    for file in &result.files {
        let page = Page::new(file);
        let shown = |f: &&Finding| result.show_suppressed || f.suppressed.is_none();
        results.extend(file.report.findings.iter().filter(shown).map(|f| page.result(f, &places)));
    }
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Portcullis",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": !result.incomplete(),
                "toolExecutionNotifications": notifications(result),
            }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn notifications(result: &ScanResult) -> Vec<Value> {
    let note = |skip: &super::Skip| {
        let level = if skip.incomplete { "warning" } else { "note" };
        json!({"level": level, "message": {"text": format!("{}: {}", skip.what, skip.why)}})
    };
    result.skipped.iter().map(note).collect()
}

fn rule(finding: &Finding) -> Value {
    let mut rule = json!({
        "id": finding.rule,
        "shortDescription": {"text": finding.message},
        "defaultConfiguration": {"level": level(finding)},
        "properties": {
            "tags": tags(finding),
            "security-severity": security_severity(finding.severity),
            "precision": finding.confidence.name(),
            "pattern": finding.pattern,
        },
    });
    if let (Some(uri), Some(rule)) = (finding.references.first(), rule.as_object_mut()) {
        rule.insert("helpUri".to_owned(), json!(uri));
    }
    rule
}

fn tags(finding: &Finding) -> Vec<String> {
    let cwe = finding.cwe.iter().map(|number| format!("external/cwe/cwe-{number}"));
    let editions = [("2021", &finding.owasp_2021), ("2025", &finding.owasp_2025)];
    let owasp = editions.into_iter().flat_map(|(year, list)| {
        list.iter().map(move |c| {
            let category = c.split(':').next().unwrap_or(c).to_ascii_lowercase();
            format!("external/owasp-{year}/{category}")
        })
    });
    let swc = finding.swc.iter().map(|id| format!("external/swc/{}", id.to_ascii_lowercase()));
    let attack =
        finding.attack.iter().map(|id| format!("external/attack/{}", id.to_ascii_lowercase()));
    let tags = std::iter::once("security".to_owned()).chain(cwe).chain(owasp);
    tags.chain(swc).chain(attack).collect()
}

/// The number that code hosts sort by: the middle of the CVSS band of each severity.
fn security_severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "9.5",
        Severity::High => "8.0",
        Severity::Medium => "5.5",
        Severity::Low => "2.0",
        Severity::Info => "0.0",
    }
}

/// A file with its lines indexed once.
struct Page<'a> {
    file: &'a ScannedFile,
    index: LineIndex,
}

impl<'a> Page<'a> {
    fn new(file: &'a ScannedFile) -> Self {
        Self { file, index: LineIndex::new(&file.text) }
    }

    fn result(&self, finding: &Finding, rules: &BTreeMap<&str, usize>) -> Value {
        let mut result = json!({
            "ruleId": finding.rule,
            "ruleIndex": rules.get(finding.rule.as_str()),
            "level": level(finding),
            "message": {"text": finding.message},
            "locations": [self.location(finding.span)],
            "partialFingerprints": {"portcullis/v1": finding.fingerprint},
            "properties": {
                "severity": finding.severity.name(),
                "confidence": finding.confidence.name(),
                "pattern": finding.pattern,
            },
        });
        let extra = [
            ("codeFlows", self.flows(finding)),
            ("fixes", self.fixes(finding)),
            ("suppressions", suppressions(finding)),
        ];
        if let Some(result) = result.as_object_mut() {
            let wanted = extra.into_iter().filter_map(|(key, value)| Some((key, value?)));
            result.extend(wanted.map(|(key, value)| (key.to_owned(), value)));
        }
        result
    }

    fn location(&self, span: Span) -> Value {
        json!({"physicalLocation": {
            "artifactLocation": {"uri": uri(&self.file.path)},
            "region": self.region(span),
        }})
    }

    fn region(&self, span: Span) -> Value {
        let start = self.index.line_column(&self.file.text, span.start);
        let end = self.index.line_column(&self.file.text, span.end);
        json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        })
    }

    fn flows(&self, finding: &Finding) -> Option<Value> {
        let step = |step: &portcullis_model::TraceStep| {
            let mut location = self.location(step.span);
            if let Some(location) = location.as_object_mut() {
                location.insert("message".to_owned(), json!({"text": step.note}));
            }
            json!({"location": location})
        };
        let steps: Vec<Value> = finding.trace.iter().map(step).collect();
        (!steps.is_empty()).then(|| json!([{"threadFlows": [{"locations": steps}]}]))
    }

    /// Only fixes that were verified are offered.
    fn fixes(&self, finding: &Finding) -> Option<Value> {
        let fix = finding.fix.as_ref().filter(|fix| fix.verified)?;
        let replace = |(span, new): &(Span, String)| {
            let inserted = json!({"text": new});
            json!({"deletedRegion": self.region(*span), "insertedContent": inserted})
        };
        let replacements: Vec<Value> = fix.edits.iter().map(replace).collect();
        Some(json!([{
            "description": {"text": format!("Fix {}", finding.rule)},
            "artifactChanges": [{
                "artifactLocation": {"uri": uri(&self.file.path)},
                "replacements": replacements,
            }],
        }]))
    }
}

fn suppressions(finding: &Finding) -> Option<Value> {
    let suppression = finding.suppressed.as_ref()?;
    Some(json!([{"kind": "inSource", "justification": suppression.marker}]))
}

/// A path as a relative URI reference.
fn uri(path: &str) -> String {
    let escape = |c: char| match c {
        ' ' | '%' | '#' | '?' | '"' | '<' | '>' | '^' | '`' | '{' | '}' | '|' => {
            format!("%{:02X}", u32::from(c))
        }
        '\\' => "/".to_owned(),
        c => c.to_string(),
    };
    path.chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_uri() {
        assert_eq!(uri("a b\\c#1.py"), "a%20b/c%231.py");
    }
}
