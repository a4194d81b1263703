//! Comments and annotations that tell a scanner to look away, whatever scanner they speak to. Says
//! where they stand, which rules they name and which lines they cover. Whether they are honored is
//! for policy to say; one that an agent writes is a finding of its own ([`as_finding`]).

mod forms;

use portcullis_model::{Category, Confidence, Finding, LineIndex, Severity, Span, Suppression};

use forms::{FORMS, Form, Ids, Scope};

/// Rule id of [`as_finding`].
pub const RULE: &str = "suppression-comment";

/// Bytes of one comment that are looked at.
const COMMENT_MAX: usize = 8192;
/// Lines below an annotation that it covers: about a method.
const DECLARATION_LINES: u32 = 60;

/// One comment or annotation that suppresses findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The tool that it speaks to, such as `Semgrep`.
    pub tool: &'static str,
    /// The word that suppresses, such as `nosemgrep`.
    pub marker: &'static str,
    /// The rule ids that it names; empty where it silences all.
    pub rules: Vec<String>,
    /// Where the word stands, its rule ids with it.
    pub span: Span,
    /// Line of the word, from 1.
    pub line: u32,
    /// First line that it covers.
    pub from_line: u32,
    /// Last line that it covers; `u32::MAX` for the rest of the file.
    pub to_line: u32,
}

/// The markers among the comments of a text, and the annotations that do the same.
#[must_use]
pub fn suppressions(text: &str, comment_spans: &[Span]) -> Vec<Marker> {
    let lines = LineIndex::new(text);
    let mut markers: Vec<Marker> = Vec::new();
    for &span in comment_spans {
        markers.extend(in_part(text, &lines, span, |form| !form.annotation));
    }
    for span in annotation_lines(text) {
        markers.extend(in_part(text, &lines, span, |form| form.annotation));
    }
    markers.sort_by_key(|marker| (marker.span, marker.marker));
    markers.dedup_by_key(|marker| marker.span.start);
    end_blocks(&mut markers, text, &lines);
    markers
}

/// The markers of a text of no known language: what stands behind a sign that begins a comment in
/// many languages.
#[must_use]
pub fn suppressions_of_plain_text(text: &str) -> Vec<Marker> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let signs = ["#", "//", "--", "<!--", "/*", ";"];
        let sign = signs.iter().filter_map(|sign| line.find(sign)).min();
        let bounds = sign.and_then(|at| {
            Some((u32::try_from(start + at).ok()?, u32::try_from(start + line.len()).ok()?))
        });
        spans.extend(bounds.map(|(from, to)| Span::new(from, to)));
        start += line.len();
    }
    suppressions(text, &spans)
}

/// Lines on which a word of an annotation stands.
fn annotation_lines(text: &str) -> Vec<Span> {
    let words: Vec<&str> = FORMS.iter().filter(|f| f.annotation).map(|f| f.word).collect();
    let mut spans = Vec::new();
    let mut start = 0u32;
    for line in text.split_inclusive('\n') {
        let length = u32::try_from(line.len()).unwrap_or(u32::MAX);
        let end = start.saturating_add(length);
        let head = line.trim_start();
        if head.starts_with(['@', '[', '#']) && words.iter().any(|word| head.contains(word)) {
            spans.push(Span::new(start, end));
        }
        start = end;
    }
    spans
}

/// The markers in one comment or line.
fn in_part<'a>(
    text: &'a str,
    lines: &'a LineIndex,
    span: Span,
    wanted: fn(&Form) -> bool,
) -> impl Iterator<Item = Marker> + 'a {
    let end = (span.start as usize + COMMENT_MAX).min(span.end as usize);
    let end = (span.start as usize..=end).rev().find(|&n| text.is_char_boundary(n));
    let part = text.get(span.start as usize..end.unwrap_or(0)).unwrap_or("");
    let lower = part.to_ascii_lowercase();
    let forms = FORMS.iter().filter(move |form| wanted(form));
    forms.filter_map(move |form| {
        let at = find_word(part, &lower, form)?;
        let (rules, length) = rules(part.get(at + form.word.len()..)?, form);
        form.counts(&rules).then_some(())?;
        let start = span.start.checked_add(u32::try_from(at).ok()?)?;
        let length = u32::try_from(form.word.len() + length).ok()?;
        Some(marker(text, lines, form, rules, Span::new(start, start.checked_add(length)?)))
    })
}

/// Where the word of a form stands by itself. Words that are written in capitals must be so.
fn find_word(part: &str, lower: &str, form: &Form) -> Option<usize> {
    let exact = form.word.bytes().any(|b| b.is_ascii_uppercase());
    let hay = if exact { part } else { lower };
    hay.match_indices(form.word).map(|(at, _)| at).find(|&at| {
        let before = part.get(..at).and_then(|p| p.chars().next_back());
        let after = part.get(at + form.word.len()..).and_then(|p| p.chars().next());
        let in_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        !before.is_some_and(|c| in_word(c) || "\"'`".contains(c)) && !after.is_some_and(in_word)
    })
}

/// The rule ids behind a word, and how many bytes they take.
fn rules(rest: &str, form: &Form) -> (Vec<String>, usize) {
    let ids = form.ids;
    let line = rest.lines().next().unwrap_or("");
    let (open, close) = match ids {
        Ids::None => return (Vec::new(), 0),
        Ids::Colon => (line.trim_start().strip_prefix([':', '=']), ""),
        Ids::Space => (Some(line.trim_start_matches([':', ' '])), ""),
        Ids::Brackets => (line.trim_start().strip_prefix(['[', '(']), "])"),
    };
    let Some(list) = open else { return (Vec::new(), 0) };
    let until = list.find(|c| close.contains(c)).unwrap_or(list.len());
    let list = list.get(..until).unwrap_or(list);
    let list = list.split("--").next().unwrap_or(list);
    let id = |c: char| c.is_ascii_alphanumeric() || "._/@:-".contains(c);
    let parts = list.split(|c: char| c == ',' || c.is_whitespace() || "\"'{}".contains(c));
    let named: Vec<&str> = parts
        .filter(|part| !part.is_empty())
        .take_while(|part| part.chars().all(id) && (form.is_of_linter() || is_id(part, ids)))
        .collect();
    let end =
        named.last().map_or(0, |last| last.as_ptr() as usize + last.len() - rest.as_ptr() as usize);
    (named.into_iter().map(str::to_owned).collect(), end)
}

/// Prose behind a marker is a reason, not a rule.
fn is_id(part: &str, ids: Ids) -> bool {
    let marked = part.contains(|c: char| c.is_ascii_digit() || "-_./:".contains(c));
    ids != Ids::Space || marked || part.chars().all(|c| c.is_ascii_uppercase())
}

fn marker(text: &str, lines: &LineIndex, form: &Form, rules: Vec<String>, span: Span) -> Marker {
    let line = lines.line(span.start);
    let next = line.saturating_add(1);
    let (from_line, to_line) = match form.scope {
        Scope::Here if stands_alone(text, lines, line) => (line, next),
        Scope::Here => (line, line),
        Scope::Next => (next, next),
        Scope::Declaration => (line, line.saturating_add(DECLARATION_LINES)),
        Scope::Rest => (line, u32::MAX),
        Scope::File => (1, u32::MAX),
    };
    Marker { tool: form.tool, marker: form.word, rules, span, line, from_line, to_line }
}

/// Whether a line holds nothing but a comment.
fn stands_alone(text: &str, lines: &LineIndex, line: u32) -> bool {
    let line = lines.line_span(text, line).text(text).trim_start();
    ["#", "//", "--", "/*", "*", "<!--", ";", "{/*", "{#"].iter().any(|sign| line.starts_with(sign))
}

/// A marker for the rest of the file ends where its tool is switched on again.
fn end_blocks(markers: &mut [Marker], text: &str, lines: &LineIndex) {
    let ends = [
        ("eslint-disable", "eslint-enable"),
        ("solhint-disable", "solhint-enable"),
        ("slither-disable-start", "slither-disable-end"),
    ];
    for (begin, end) in ends {
        let stops: Vec<u32> = text
            .match_indices(end)
            .filter_map(|(at, _)| u32::try_from(at).ok())
            .map(|at| lines.line(at))
            .collect();
        for marker in markers.iter_mut().filter(|m| m.marker == begin && m.to_line == u32::MAX) {
            let stop = stops.partition_point(|&stop| stop < marker.line);
            marker.to_line = stops.get(stop).copied().unwrap_or(u32::MAX);
        }
    }
}

impl Marker {
    /// Whether it silences this finding. Rule ids of other tools cannot be compared with ours: they
    /// hold for all findings on their lines.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        let ours = ["Semgrep", "Portcullis"].contains(&self.tool);
        let named = |id: &String| {
            let last = id.rsplit('.').next().unwrap_or(id);
            finding.rule == *id || finding.rule.rsplit('.').next() == Some(last)
        };
        (self.from_line..=self.to_line).contains(&finding.line)
            && finding.category != Category::Suppression
            && (!ours || self.rules.is_empty() || self.rules.iter().any(named))
    }
}

/// Marks the findings that a comment silences.
pub fn apply(markers: &[Marker], findings: &mut [Finding]) {
    for finding in findings {
        if let Some(marker) = markers.iter().find(|marker| marker.covers(finding)) {
            finding.suppressed =
                Some(Suppression { marker: marker.marker.to_owned(), span: marker.span });
        }
    }
}

/// The finding that a marker is in itself. It names no weakness, so it has no CWE: what it hides is
/// found by the rules.
#[must_use]
pub fn as_finding(marker: &Marker) -> Finding {
    let all = marker.rules.is_empty();
    let what =
        if all { "all rules".to_owned() } else { format!("`{}`", marker.rules.join("`, `")) };
    Finding {
        rule: RULE.to_owned(),
        category: Category::Suppression,
        message: format!(
            "`{}` tells {} to look away from {what} here. Mend what it hides, or have the \
             exception accepted by a person.",
            marker.marker, marker.tool
        ),
        severity: if all { Severity::Medium } else { Severity::Low },
        confidence: Confidence::High,
        span: marker.span,
        line: marker.line,
        end_line: marker.line,
        cwe: Vec::new(),
        owasp_2021: Vec::new(),
        owasp_2025: Vec::new(),
        swc: Vec::new(),
        attack: Vec::new(),
        references: Vec::new(),
        trace: Vec::new(),
        fingerprint: String::new(),
        fix: None,
        pattern: None,
        suppressed: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` are tool, rule ids, and the lines that are covered.
    fn check(text: &str, expected: &[(&str, &[&str], u32, u32)]) {
        let found = suppressions_of_plain_text(text);
        let found: Vec<_> = found
            .iter()
            .map(|m| {
                let rules: Vec<&str> = m.rules.iter().map(String::as_str).collect();
                (m.tool, rules, m.from_line, m.to_line)
            })
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(tool, rules, from, to)| (*tool, rules.to_vec(), *from, *to))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn markers_of_many_tools_are_known() {
        check("x()  # nosemgrep", &[("Semgrep", &[], 1, 1)]);
        check("x()  # nosemgrep: a.b.sql, other", &[("Semgrep", &["a.b.sql", "other"], 1, 1)]);
        check("x()  # nosec B608", &[("Bandit or gosec", &["B608"], 1, 1)]);
        check("x() // #nosec G101 -- fixture", &[("Bandit or gosec", &["G101"], 1, 1)]);
        check("x(); // NOSONAR because", &[("SonarQube", &[], 1, 1)]);
        check("k = 1 # gitleaks:allow", &[("Gitleaks", &[], 1, 1)]);
        check("k = 1 # pragma: allowlist secret", &[("detect-secrets", &[], 1, 1)]);
        check("x() # noqa: S608, E501", &[("Ruff or Flake8", &["S608", "E501"], 1, 1)]);
        check("// lgtm[java/sql-injection]", &[("CodeQL", &["java/sql-injection"], 1, 2)]);
        check("// codeql[js/xss]\ny", &[("CodeQL", &["js/xss"], 1, 2)]);
        check("#checkov:skip=CKV_AWS_20:public", &[("Checkov", &["CKV_AWS_20:public"], 1, 61)]);
        check("#tfsec:ignore:aws-s3-x", &[("Trivy or tfsec", &["aws-s3-x"], 1, 2)]);
        check(
            "// slither-disable-next-line reentrancy-eth",
            &[("Slither", &["reentrancy-eth"], 2, 2)],
        );
        check("// portcullis: ignore python-sql", &[("Portcullis", &["python-sql"], 1, 2)]);
        check("x // eslint-disable-line no-eval", &[("ESLint", &["no-eval"], 1, 1)]);
        check("x // eslint-disable-line -- reason", &[("ESLint", &[], 1, 1)]);
        check("@SuppressWarnings(\"java:S2077\")", &[("SonarQube", &["java:S2077"], 1, 61)]);
    }

    #[test]
    fn blocks_end_where_the_tool_is_switched_on_again() {
        check("/* eslint-disable */\na\n/* eslint-enable */\nb", &[("ESLint", &[], 1, 3)]);
    }

    #[test]
    fn other_comments_suppress_nothing() {
        check("x() # noqa: E501", &[]);
        check("// solhint-disable-next-line quotes", &[]);
        check("x() # noqa", &[]);
        check("// eslint-disable-next-line no-console", &[]);
        check("@SuppressWarnings(\"unchecked\")", &[]);
        check("// the nosecurity flag", &[]);
        check("s = 'nosec'", &[]);
    }

    #[test]
    fn a_marker_with_rules_covers_only_those() {
        let marker = |text| suppressions_of_plain_text(text).into_iter().next().unwrap();
        let mut finding = as_finding(&marker("# nosemgrep"));
        finding.category = Category::Code;
        finding.rule = "python-sql-string-built".to_owned();
        assert!(marker("x # nosemgrep: python.lang.python-sql-string-built").covers(&finding));
        assert!(!marker("x # nosemgrep: python-xss").covers(&finding));
        assert!(!marker("\nx # nosemgrep").covers(&finding));
        assert!(marker("x # nosec B608").covers(&finding));
    }
}
