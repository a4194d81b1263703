//! `portcullis.scan/1`: the result as one JSON document, for scripts.

use std::io;

use portcullis_model::{Finding, LineIndex};
use serde_json::{Value, json};

use super::{ScanResult, ScannedFile, level};

pub(super) fn write(result: &ScanResult, out: &mut dyn io::Write) -> io::Result<()> {
    let findings: Vec<Value> = result.files.iter().flat_map(|f| findings(result, f)).collect();
    let skipped = result.skipped.iter();
    let skipped: Vec<Value> = skipped
        .map(|s| json!({"what": s.what, "why": s.why, "incomplete": s.incomplete}))
        .collect();
    let files: Vec<Value> = result.files.iter().map(file).collect();
    let document = json!({
        "schema": "portcullis.scan/1",
        "version": env!("CARGO_PKG_VERSION"),
        "blocks": result.blocks(),
        "complete": !result.incomplete(),
        "suppressed": result.suppressed(),
        "findings": findings,
        "files": files,
        "skipped": skipped,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn file(file: &ScannedFile) -> Value {
    let coverage = &file.report.coverage;
    json!({
        "path": file.path,
        "language": file.report.language,
        "unreadPermille": coverage.unread_permille,
        "languageKnown": coverage.language_known,
        "limitHit": coverage.limit_hit,
        "blocks": file.blocks,
    })
}

fn findings(result: &ScanResult, file: &ScannedFile) -> Vec<Value> {
    let index = LineIndex::new(&file.text);
    result.shown(file).map(|found| finding(file, found, &index)).collect()
}

fn finding(file: &ScannedFile, finding: &Finding, index: &LineIndex) -> Value {
    let start = index.line_column(&file.text, finding.span.start);
    let end = index.line_column(&file.text, finding.span.end);
    let trace: Vec<Value> = finding
        .trace
        .iter()
        .map(|step| json!({"line": index.line(step.span.start), "note": step.note}))
        .collect();
    let fix = finding.fix.as_ref().map(|fix| {
        let edit = |(span, new): &(portcullis_model::Span, String)| {
            json!({"start": span.start, "end": span.end, "text": new})
        };
        json!({"verified": fix.verified, "edits": fix.edits.iter().map(edit).collect::<Vec<_>>()})
    });
    json!({
        "rule": finding.rule,
        "path": file.path,
        "start": {"line": start.line, "column": start.column, "offset": finding.span.start},
        "end": {"line": end.line, "column": end.column, "offset": finding.span.end},
        "level": level(finding),
        "severity": finding.severity.name(),
        "confidence": finding.confidence.name(),
        "message": finding.message,
        "cwe": finding.cwe,
        "owasp2021": finding.owasp_2021,
        "owasp2025": finding.owasp_2025,
        "swc": finding.swc,
        "attack": finding.attack,
        "fingerprint": finding.fingerprint,
        "pattern": finding.pattern,
        "trace": trace,
        "fix": fix,
        "suppressedBy": finding.suppressed.as_ref().map(|s| s.marker.as_str()),
    })
}
