//! Credentials one level down: base64 that decodes to a known format, and the values of Kubernetes
//! secrets. Decodes each run of base64 once, so that the whole is linear.

use std::{ops::Range, sync::LazyLock};

use portcullis_model::{Confidence, Severity, Span};
use regex::bytes::{Regex, RegexBuilder};

use super::assigned::KUBERNETES;
use super::check::decode;
use super::name::Name;
use super::place::Place;
use super::{Candidate, format, of_format, value, weigh};

/// Shortest run that is decoded.
const RUN_MIN: usize = 24;
/// Longest: pictures and archives are longer.
const RUN_MAX: usize = 16 * 1024;

/// Values of a Kubernetes secret, as `name: base64`.
static ENTRY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    RegexBuilder::new(concat!(
        r#"(?m)^[ \t]{1,12}["']?([A-Za-z0-9_.-]{1,80})["']?:[ \t]{1,4}["']?([A-Za-z0-9+/]{4,}"#,
        r#"={0,2})["']?[ \t]{0,4}\r?$"#,
    ))
    .unicode(false)
    .build()
    .ok()
});

/// What decodes to a credential.
pub(super) fn candidates(text: &str, place: Place) -> Vec<Candidate> {
    if place.generated {
        return Vec::new();
    }
    let mut found = kubernetes(text, place);
    for run in runs(text) {
        let Some(inner) = text.get(run.clone()).and_then(decoded) else { continue };
        let Some(span) = span(&run) else { continue };
        found.extend(format::hits(&inner).iter().filter_map(|hit| of_format(hit, span, place)));
    }
    found
}

fn span(run: &Range<usize>) -> Option<Span> {
    Some(Span::new(u32::try_from(run.start).ok()?, u32::try_from(run.end).ok()?))
}

/// Runs of the characters of base64, of a length that is worth decoding.
fn runs(text: &str) -> Vec<Range<usize>> {
    let in_run = |byte: u8| byte.is_ascii_alphanumeric() || b"+/=_-".contains(&byte);
    let mut runs = Vec::new();
    let mut start = 0;
    for (at, byte) in text.bytes().chain([b' ']).enumerate() {
        if !in_run(byte) {
            if (RUN_MIN..=RUN_MAX).contains(&(at - start)) {
                runs.push(start..at);
            }
            start = at + 1;
        }
    }
    runs
}

/// The text under base64, if it is one.
fn decoded(run: &str) -> Option<String> {
    let run =
        run.rsplit_once('=').filter(|(_, last)| last.len() >= RUN_MIN).map_or(run, |(_, l)| l);
    let text = String::from_utf8(decode(run)?).ok()?;
    let readable = text.bytes().all(|b| b.is_ascii_graphic() || b.is_ascii_whitespace());
    (readable && !text.is_empty()).then_some(text)
}

/// The values of a manifest of kind Secret.
fn kubernetes(text: &str, place: Place) -> Vec<Candidate> {
    let manifest = text.contains("kind: Secret") || text.contains("\"kind\": \"Secret\"");
    if !manifest || place.is_made_up() {
        return Vec::new();
    }
    let Some(regex) = ENTRY.as_ref() else { return Vec::new() };
    let entries = regex.captures_iter(text.as_bytes());
    let entries = entries.filter_map(|c| Some((c.get(1)?.range(), c.get(2)?.range())));
    entries
        .filter_map(|(name, data)| entry(text.get(name)?, text.get(data.clone())?, data))
        .collect()
}

fn entry(name: &str, data: &str, at: Range<usize>) -> Option<Candidate> {
    let inner = String::from_utf8(decode(data)?).ok()?;
    let inner = inner.trim();
    let weight = match Name::of(name) {
        Some(name) if name.is_repeated_by(inner) => None,
        Some(name) => weigh::of_class(name.class, inner),
        None => None,
    };
    let readable = inner.bytes().all(|b| b.is_ascii_graphic()) && !value::is_template(inner);
    let weight = weight.filter(|_| readable)?;
    Some(Candidate {
        rule: KUBERNETES.id.to_owned(),
        what: KUBERNETES.name.to_owned(),
        severity: Severity::High,
        confidence: if weight > weigh::Weight::Word { Confidence::Medium } else { Confidence::Low },
        cwe: KUBERNETES.cwe,
        span: span(&at)?,
        value: inner.to_owned(),
        rank: 1,
    })
}
