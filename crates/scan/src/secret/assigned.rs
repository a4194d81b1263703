//! Credentials under telling names: `password = "..."` in the syntax of any language. The name
//! makes a value suspicious, the value must look the part, and where both stand says how sure.

mod slot;

use portcullis_model::{Confidence, Severity};

use super::name::{Class, Name};
use super::place::Place;
use super::weigh::{self, Weight};
use super::{Candidate, lower};
use slot::{How, Slot};

/// A kind of finding by name.
#[derive(Debug)]
pub(super) struct Rule {
    /// Rule id.
    pub(super) id: &'static str,
    /// What it is, for people, with its article.
    pub(super) name: &'static str,
    /// The CWE that is closer than 798.
    pub(super) cwe: Option<u32>,
}

const PASSWORD: Rule =
    Rule { id: "secret-hardcoded-password", name: "A hard-coded password", cwe: Some(259) };
const CREDENTIAL: Rule =
    Rule { id: "secret-hardcoded-credential", name: "A hard-coded credential", cwe: None };
const DEFAULT: Rule =
    Rule { id: "secret-default-password", name: "A default password", cwe: Some(1392) };
const WEAK: Rule =
    Rule { id: "secret-weak-secret", name: "A hard-coded, guessable secret", cwe: Some(321) };
const COMPARED: Rule = Rule {
    id: "secret-compared-password",
    name: "A comparison with a hard-coded password",
    cwe: Some(259),
};
/// Values of Kubernetes secrets, which are encoded and not encrypted.
pub(super) const KUBERNETES: Rule = Rule {
    id: "secret-kubernetes-data",
    name: "A credential in a Kubernetes Secret manifest",
    cwe: Some(522),
};

/// All kinds of findings by name.
pub(super) const RULES: [&Rule; 6] =
    [&PASSWORD, &CREDENTIAL, &DEFAULT, &WEAK, &COMPARED, &KUBERNETES];

/// The credentials that stand under telling names.
pub(super) fn candidates(text: &str, place: Place) -> Vec<Candidate> {
    if place.generated {
        return Vec::new();
    }
    slot::slots(text, place).into_iter().filter_map(|slot| candidate(text, slot, place)).collect()
}

fn candidate(text: &str, slot: Slot, place: Place) -> Option<Candidate> {
    let listed = slot.how == How::Paired && Name::of(&slot.value).is_some();
    let label = slot.name.is_repeated_by(&slot.value) && !is_login(text, &slot);
    if label || listed {
        return None;
    }
    let weight = weigh::of_class(slot.name.class, &slot.value)?;
    let confidence = confidence(&slot, weight, place)?;
    if weight < Weight::Random && is_on_long_line(text, &slot) {
        return None;
    }
    let rule = rule(&slot, weight);
    Some(Candidate {
        rule: rule.id.to_owned(),
        what: rule.name.to_owned(),
        severity: Severity::High,
        confidence,
        cwe: rule.cwe,
        span: slot.span,
        value: slot.value,
        rank: 1,
    })
}

/// Whether a value that repeats its name is a password all the same: one that is compared or that
/// opens a connection.
fn is_login(text: &str, slot: &Slot) -> bool {
    let end = slot.span.start as usize;
    let start = (end.saturating_sub(160)..=end).find(|&n| text.is_char_boundary(n));
    let before = text.get(start.unwrap_or(end)..end).unwrap_or("");
    let lower = slot.value.bytes().all(|b| b.is_ascii_lowercase());
    lower && (slot.how == How::Compared || before.contains("connect("))
}

fn rule(slot: &Slot, weight: Weight) -> &'static Rule {
    match (slot.how, slot.name.class, weight) {
        (How::Compared, Class::Password, _) => &COMPARED,
        (_, Class::Password, Weight::Weak) => &DEFAULT,
        (_, Class::Password, _) => &PASSWORD,
        (_, _, Weight::Weak) => &WEAK,
        _ => &CREDENTIAL,
    }
}

fn confidence(slot: &Slot, weight: Weight, place: Place) -> Option<Confidence> {
    if place.is_made_up() {
        return (weight == Weight::Random).then_some(Confidence::Low);
    }
    if place.labels && weight < Weight::Chosen {
        return None;
    }
    let sure = match (slot.how, weight) {
        (How::Given | How::Bare, Weight::Label) => (!place.program).then_some(Confidence::Low),
        (How::Prose, Weight::Random) if place.program && slot.value.len() < 20 => None,
        (How::Prose, Weight::Random | Weight::Counted) => Some(Confidence::Low),
        (How::Prose, Weight::Word) if slot.name.class != Class::Password => Some(Confidence::Low),
        (How::Prose, _) | (How::Called | How::Fallback | How::Paired, Weight::Word) => None,
        (_, Weight::Label) => None,
        (_, Weight::Word | Weight::Counted) => Some(Confidence::Low),
        (_, Weight::Weak) | (How::Compared | How::Fallback | How::Bare, _) => {
            Some(Confidence::Medium)
        }
        (How::Called | How::Paired, Weight::Chosen) => Some(Confidence::Medium),
        _ => Some(Confidence::High),
    }?;
    Some(match slot.name.class {
        Class::Key if weight == Weight::Random => sure.min(Confidence::Medium),
        Class::Key => lower(sure),
        _ => sure,
    })
}

/// Whether the place is part of a line that no person wrote.
fn is_on_long_line(text: &str, slot: &Slot) -> bool {
    const LONG: usize = 2000;
    let bytes = text.as_bytes();
    let (start, end) = (slot.span.start as usize, slot.span.end as usize);
    let before = bytes.get(..start).unwrap_or(&[]).iter().rev().take(LONG);
    let after = bytes.get(end..).unwrap_or(&[]).iter().take(LONG);
    let to_break = |length: usize, found: Option<usize>| found.unwrap_or(length);
    let before = to_break(start.min(LONG), before.clone().position(|&b| b == b'\n'));
    let after = to_break(
        bytes.len().saturating_sub(end).min(LONG),
        after.clone().position(|&b| b == b'\n'),
    );
    before + after >= LONG
}
