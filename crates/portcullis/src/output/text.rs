//! Annotated source, as rustc prints it: what is wrong, where, why, and what to write instead.

use std::io;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use portcullis_model::{Finding, Severity, Span};
use portcullis_scan::Library;

use super::{ScanResult, level};

/// Longer lines are cut around the place: minified code would fill the screen.
const LINE_CHARS_MAX: usize = 240;

pub(super) fn write(result: &ScanResult, out: &mut dyn io::Write) -> io::Result<()> {
    let renderer = renderer();
    for (file, finding) in result.findings() {
        let block = show(&renderer, &file.path, &file.text, finding);
        writeln!(out, "{block}\n")?;
    }
    for skip in &result.skipped {
        let word = if skip.incomplete { "could not look at" } else { "skipped" };
        writeln!(out, "{word} {}: {}", skip.what, skip.why)?;
    }
    writeln!(out, "{}", summary(result))
}

/// Colors only where somebody looks.
fn renderer() -> Renderer {
    use std::io::IsTerminal;
    let plain = std::env::var_os("NO_COLOR").is_some() || !io::stdout().is_terminal();
    if plain { Renderer::plain() } else { Renderer::styled() }
}

fn summary(result: &ScanResult) -> String {
    let count = |severity| result.findings().filter(|(_, f)| f.severity == severity).count();
    let severities = Severity::ALL.into_iter().rev();
    let parts: Vec<String> = severities
        .filter_map(|s| Some((s, count(s))).filter(|(_, n)| *n > 0))
        .map(|(s, n)| format!("{n} {s}"))
        .collect();
    let found = if parts.is_empty() { "no findings".to_owned() } else { parts.join(", ") };
    let files = result.files.len();
    let mut line = format!("{found} in {files} file{}", if files == 1 { "" } else { "s" });
    if result.suppressed() > 0 {
        line.push_str(&format!(", {} suppressed by comments", result.suppressed()));
    }
    if result.blocks() {
        line.push_str("; this would be blocked");
    }
    line
}

/// One finding over its source.
#[must_use]
pub fn show(renderer: &Renderer, path: &str, text: &str, finding: &Finding) -> String {
    let title = match level(finding) {
        "error" => Level::ERROR,
        "note" => Level::NOTE,
        _ => Level::WARNING,
    };
    let (text, shift, first_line) = window(text, finding);
    let range = |span: Span| clamp(span, shift, text.len());
    let label = format!("{} severity, {} confidence", finding.severity, finding.confidence);
    let mut snippet = Snippet::source(text)
        .line_start(first_line)
        .path(path)
        .annotation(AnnotationKind::Primary.span(range(finding.span)).label(label));
    for step in context_steps(finding, shift, text.len()) {
        let note = AnnotationKind::Context.span(range(step.span)).label(step.note.as_str());
        snippet = snippet.annotation(note);
    }
    let classes = classes(finding);
    let help = finding.pattern.as_ref().map(|id| format!("secure code: portcullis explain {id}"));
    let mut group = Group::with_title(title.primary_title(&finding.message).id(&finding.rule));
    group = group.element(snippet);
    if !classes.is_empty() {
        group = group.element(Level::NOTE.message(&classes));
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help));
    }
    renderer.render(&[group])
}

/// `CWE-89, A03:2021, A05:2025`.
#[must_use]
pub fn classes(finding: &Finding) -> String {
    let cwe = finding.cwe.iter().map(|number| format!("CWE-{number}"));
    let rest = [&finding.swc, &finding.owasp_2021, &finding.owasp_2025, &finding.attack];
    cwe.chain(rest.into_iter().flatten().cloned()).collect::<Vec<_>>().join(", ")
}

/// The good code of a finding's pattern.
#[must_use]
pub fn good_code<'l>(library: &'l Library, finding: &Finding) -> Option<&'l str> {
    Some(library.get(finding.pattern.as_deref()?)?.good.as_str())
}

fn context_steps(
    finding: &Finding,
    shift: usize,
    len: usize,
) -> impl Iterator<Item = &portcullis_model::TraceStep> {
    let inside = move |span: Span| {
        span.start as usize >= shift && (span.end as usize) <= shift.saturating_add(len)
    };
    let other = move |step: &&portcullis_model::TraceStep| {
        step.span != finding.span && inside(step.span) && !step.note.is_empty()
    };
    finding.trace.iter().filter(other)
}

fn clamp(span: Span, shift: usize, len: usize) -> std::ops::Range<usize> {
    let start = (span.start as usize).saturating_sub(shift).min(len);
    let end = (span.end as usize).saturating_sub(shift).min(len);
    start..end.max(start)
}

/// The part of the text to show: all of it, unless the finding's line is very long; then a stretch
/// around the finding. Gives the part, its offset and the number of its first line.
fn window<'t>(text: &'t str, finding: &Finding) -> (&'t str, usize, usize) {
    let start = finding.span.start as usize;
    let line_start = text.get(..start).and_then(|t| t.rfind('\n')).map_or(0, |n| n + 1);
    let line_end = text.get(start..).and_then(|t| t.find('\n')).map_or(text.len(), |n| start + n);
    if line_end.saturating_sub(line_start) <= LINE_CHARS_MAX {
        return (text, 0, 1);
    }
    let from = boundary(text, start.saturating_sub(LINE_CHARS_MAX / 3).max(line_start));
    let to = boundary(text, start.saturating_add(LINE_CHARS_MAX).min(line_end));
    (text.get(from..to).unwrap_or(""), from, finding.line as usize)
}

/// The nearest character boundary at or below `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&n| text.is_char_boundary(n)).unwrap_or(0)
}
