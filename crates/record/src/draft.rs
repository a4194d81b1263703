//! From an entry to its leaf: what is personal becomes a ref, what is too long is left out and
//! counted, and the plain values go into the payload group `who`.

use std::{
    collections::BTreeMap,
    time::{SystemTime, UNIX_EPOCH},
};

use serde::Serialize;
use time::OffsetDateTime;
use ulid::Ulid;

use crate::{
    AlternativeKind, Entry, FindingSummary, Group, Payload, RecordError, Sample,
    keys::TenantKey,
    leaf::{
        self, MAX_LEAF_BYTES,
        v1::{self, Leaf},
    },
};

/// Longest name (rule, tool, model, ...) that is kept whole, in characters.
const NAME_CHARS: usize = 200;
/// Room kept for what the log adds: number in the session and predecessor.
const ROOM_BYTES: usize = 256;

/// A leaf that only wants its number in the session and its commits.
pub(crate) struct Draft {
    pub(crate) leaf: Leaf,
    pub(crate) payloads: Vec<Payload>,
}

/// Plain values of the refs in a leaf.
#[derive(Default, PartialEq, Serialize)]
struct Plain {
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authorizer: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    more: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    paths: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    repositories: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
}

impl Draft {
    /// Drafts the leaf of an entry.
    pub(crate) fn new(entry: &Entry, key: &TenantKey) -> Result<Self, RecordError> {
        let id = ulid(&entry.decision_id, "decision id")?;
        let mut leaf = Leaf::new(entry.kind, &id, &timestamp(entry.time)?);
        let mut plain = Plain::default();
        fill_who(&mut leaf, &mut plain, entry, key);
        fill_facts(&mut leaf, entry, key)?;
        fill_samples(&mut leaf, &mut plain, &entry.samples, key);
        leaf.findings = entry.findings.iter().map(|found| finding(found, key)).collect();
        leaf.findings_total = leaf.findings.len() as u64;
        let payloads = payloads(&entry.payloads, &plain)?;
        fit(&mut leaf, payloads.len())?;
        Ok(Self { leaf, payloads })
    }

    /// Drafts the leaf that tells of an erasure.
    pub(crate) fn erased(erasure: &crate::Erasure, key: &TenantKey) -> Result<Self, RecordError> {
        let id = ulid(&erasure.decision_id, "decision id")?;
        let mut leaf = Leaf::new(v1::Kind::Erased, &id, &timestamp(erasure.time)?);
        leaf.gate = name(&erasure.gate);
        leaf.erased = Some(v1::Erased {
            authorizer_ref: key.pseudonym("authorizer", erasure.authorizer.as_bytes()),
            group: erasure.group.name().to_owned(),
            legal_basis: name(&erasure.legal_basis),
            target: ulid(&erasure.target, "target")?,
        });
        let plain = Plain { authorizer: Some(erasure.authorizer.clone()), ..Plain::default() };
        Ok(Self { leaf, payloads: payloads(&[], &plain)? })
    }
}

fn fill_who(leaf: &mut Leaf, plain: &mut Plain, entry: &Entry, key: &TenantKey) {
    let who = &entry.who;
    leaf.session_ref = who.session.as_ref().map(|id| key.pseudonym("session", id.as_bytes()));
    leaf.actor_ref = who.actor.as_ref().map(|user| key.pseudonym("actor", user.as_bytes()));
    plain.session.clone_from(&who.session);
    plain.actor.clone_from(&who.actor);
    plain.more.clone_from(&who.more);
}

fn fill_facts(leaf: &mut Leaf, entry: &Entry, key: &TenantKey) -> Result<(), RecordError> {
    leaf.gate = name(&entry.gate);
    leaf.model = entry.model.as_deref().map(name);
    leaf.channel = entry.channel.map(str::to_owned);
    leaf.failure = entry.failure.map(str::to_owned);
    leaf.verdict = entry.verdict.map(|verdict| verdict.name().to_owned());
    leaf.auto_approve = entry.auto_approve;
    leaf.latency_us = entry.latency_us.map(|latency| latency.min(MAX_INTEGER));
    leaf.outcome = entry.outcome;
    leaf.outcome_of = match &entry.outcome_of {
        Some(id) => Some(ulid(id, "outcome of")?),
        None => None,
    };
    leaf.policy_digest = entry.versions.policy.as_deref().map(name);
    leaf.schema_digest = entry.versions.schema.as_deref().map(name);
    leaf.rules_digest = entry.versions.rules.as_deref().map(name);
    leaf.engine = entry.versions.engine.as_deref().map(name);
    fill_groups(leaf, entry, key);
    Ok(())
}

fn fill_groups(leaf: &mut Leaf, entry: &Entry, key: &TenantKey) {
    leaf.agent = entry.agent.as_ref().map(|agent| v1::Agent {
        name: name(&agent.name),
        version: agent.version.as_deref().map(name),
    });
    leaf.action = entry.action.as_ref().map(|act| v1::Action {
        digest: key.pseudonym("action", &act.input),
        tool: name(&act.tool),
        kind: act.kind.to_owned(),
    });
    leaf.enforced = entry
        .enforced
        .map(|enforced| v1::Enforced { grade: enforced.grade, mode: enforced.mode.to_owned() });
    let policy = |policy: &crate::PolicyVerdict| v1::Policy {
        id: name(&policy.id),
        verdict: policy.verdict.name().to_owned(),
    };
    leaf.policies = entry.policies.iter().map(policy).collect();
    leaf.alternative = entry.alternative.as_ref().map(alternative);
}

fn alternative(offered: &crate::Alternative) -> v1::Alternative {
    let kind = match offered.kind {
        AlternativeKind::Amended => "amended",
        AlternativeKind::Pattern => "pattern",
    };
    v1::Alternative {
        amended: offered.amended.as_deref().map(name),
        applied: offered.applied,
        kind: kind.to_owned(),
        refused: offered.refused.as_deref().map(name),
        verified: offered.verified,
    }
}

fn finding(found: &FindingSummary, key: &TenantKey) -> v1::Finding {
    let names = |list: &[String]| list.iter().map(|text| name(text)).collect();
    v1::Finding {
        confidence: found.confidence.name().to_owned(),
        cwe: found.cwe.clone(),
        fingerprint: key.pseudonym("fingerprint", found.fingerprint.as_bytes()),
        line: found.line,
        owasp_2021: names(&found.owasp_2021),
        owasp_2025: names(&found.owasp_2025),
        rule: name(&found.rule),
        sample: found.sample,
        severity: found.severity.name().to_owned(),
        suppressed: found.suppressed,
        swc: names(&found.swc),
    }
}

fn fill_samples(leaf: &mut Leaf, plain: &mut Plain, samples: &[Sample], key: &TenantKey) {
    leaf.samples = samples.iter().map(|sample| self::sample(sample, plain, key)).collect();
    leaf.samples_total = samples.len() as u64;
}

fn sample(sample: &Sample, plain: &mut Plain, key: &TenantKey) -> v1::Sample {
    let inside = is_inside(&sample.path);
    let path_ref = (!inside).then(|| key.pseudonym("path", sample.path.as_bytes()));
    if let Some(path_ref) = &path_ref {
        plain.paths.insert(path_ref.clone(), sample.path.clone());
    }
    let repository_ref = sample.repository.as_ref().map(|repository| {
        let repository_ref = key.pseudonym("repository", repository.as_bytes());
        plain.repositories.insert(repository_ref.clone(), repository.clone());
        repository_ref
    });
    v1::Sample {
        bytes: sample.bytes.min(MAX_INTEGER),
        complete: sample.complete,
        digest: name(&sample.digest),
        first_line: sample.first_line,
        language: name(&sample.language),
        last_line: sample.last_line,
        path: inside.then(|| sample.path.clone()),
        path_ref,
        repository_ref,
        unread_permille: sample.unread_permille,
    }
}

/// Whether a path is one inside the repository, as far as its text tells; such a path names no
/// home folder.
fn is_inside(path: &str) -> bool {
    let absolute = path.starts_with(['/', '\\', '~']) || path.as_bytes().get(1) == Some(&b':');
    let climbs = path.split(['/', '\\']).any(|part| part == "..");
    !path.is_empty() && !absolute && !climbs
}

/// The largest integer that every JSON reader takes exactly: 2^53 - 1.
const MAX_INTEGER: u64 = (1 << 53) - 1;

/// A name as it goes into a leaf: printable ASCII, and not endless. Names come from hosts and rule
/// files; an odd one must not keep a decision from being recorded.
fn name(text: &str) -> String {
    let plain = |c: char| if c.is_ascii_graphic() || c == ' ' { c } else { '?' };
    text.chars().take(NAME_CHARS).map(plain).collect()
}

fn ulid(text: &str, field: &'static str) -> Result<String, RecordError> {
    let canonical = Ulid::from_string(text).map(|ulid| ulid.to_string());
    if canonical.as_deref() == Ok(text) {
        return Ok(text.to_owned());
    }
    let problem = format!("`{text}` is no ULID: give 26 upper-case characters");
    Err(RecordError::Entry { field, problem })
}

/// RFC 3339 in UTC with six digits of microseconds.
fn timestamp(time: SystemTime) -> Result<String, RecordError> {
    let refuse = |problem: String| RecordError::Entry { field: "time", problem };
    let since = time.duration_since(UNIX_EPOCH);
    let since = since.map_err(|_| refuse("it is before 1970: set the clock".to_owned()))?;
    let nanos = i128::try_from(since.as_nanos()).unwrap_or(i128::MAX);
    let utc = OffsetDateTime::from_unix_timestamp_nanos(nanos)
        .map_err(|_| refuse("it is after the year 9999: set the clock".to_owned()))?;
    let (date, clock) = (utc.date(), utc.time());
    let (year, month, day) = (date.year(), u8::from(date.month()), date.day());
    let (hour, minute, second, micro) = clock.as_hms_micro();
    Ok(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{micro:06}Z"))
}

/// The payloads to keep: what came with the entry, and the plain values of the refs.
fn payloads(given: &[Payload], plain: &Plain) -> Result<Vec<Payload>, RecordError> {
    let refuse = |problem: String| RecordError::Entry { field: "payloads", problem };
    if given.iter().any(|payload| payload.group == Group::Who) {
        return Err(refuse(
            "`who` is made by the log: give its values in the entry's `who`".into(),
        ));
    }
    let mut all = given.to_vec();
    if *plain != Plain::default() {
        let bytes = serde_json::to_vec(plain).map_err(|error| refuse(error.to_string()))?;
        all.push(Payload { group: Group::Who, bytes });
    }
    all.sort_by_key(|payload| payload.group);
    if let Some(twice) =
        all.windows(2).find(|pair| pair.first().map(|p| p.group) == pair.last().map(|p| p.group))
    {
        let group = twice.first().map_or("", |payload| payload.group.name());
        return Err(refuse(format!("`{group}` is there twice: join the two")));
    }
    Ok(all)
}

/// Leaves out the last findings, then the last samples, until the leaf fits.
fn fit(leaf: &mut Leaf, commits: usize) -> Result<(), RecordError> {
    let limit = MAX_LEAF_BYTES - ROOM_BYTES - commits * (64 + 16);
    loop {
        let bytes = leaf::encode(leaf)?.len();
        if bytes <= limit {
            return Ok(());
        }
        if !leaf.findings.is_empty() {
            leaf.findings.truncate(leaf.findings.len() * 7 / 8);
        } else if leaf.samples.len() > 1 {
            leaf.samples.truncate(leaf.samples.len() * 7 / 8);
        } else {
            return Err(RecordError::LeafTooLarge { bytes, limit: MAX_LEAF_BYTES });
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[track_caller]
    fn check_inside(path: &str, expected: bool) {
        assert_eq!(is_inside(path), expected, "{path}");
    }

    #[test]
    fn only_relative_paths_without_a_way_up_are_plain() {
        check_inside("src/app.py", true);
        check_inside("a..b/c", true);
        check_inside("/home/jane/app.py", false);
        check_inside("~/app.py", false);
        check_inside("../jane/app.py", false);
        check_inside("src/../../jane/app.py", false);
        check_inside("C:\\Users\\jane\\app.py", false);
        check_inside("..\\jane", false);
        check_inside("", false);
    }

    #[test]
    fn time_has_six_digits() {
        let time = UNIX_EPOCH + Duration::new(1_767_225_600, 1_500);
        assert_eq!(timestamp(time).unwrap(), "2026-01-01T00:00:00.000001Z");
        assert!(timestamp(UNIX_EPOCH - Duration::from_secs(1)).is_err());
    }

    #[test]
    fn names_are_short_and_printable() {
        assert_eq!(name("mcp__\u{1b}x\u{e9}"), "mcp__?x?");
        assert_eq!(name(&"x".repeat(500)).len(), NAME_CHARS);
    }

    #[test]
    fn a_lower_case_ulid_is_refused() {
        assert!(ulid("01ARZ3NDEKTSV4RRFFQ69G5FAV", "decision id").is_ok());
        assert!(ulid("01arz3ndektsv4rrffq69g5fav", "decision id").is_err());
        assert!(ulid("x", "decision id").is_err());
    }
}
