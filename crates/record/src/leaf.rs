//! The leaf: the bytes that are hashed into the tree.
//!
//! Canonical form: one JSON object in UTF-8 without white space, keys sorted by byte, integers
//! only, strings escaped as RFC 8785 wants it, absent fields left out. It is written once;
//! verifying hashes the stored bytes and never writes them again.

pub mod v1;

use crate::{RecordError, leaf::v1::Leaf};

/// Largest leaf: the entry bundles of C2SP tlog-tiles give the length in two bytes.
pub const MAX_LEAF_BYTES: usize = 65_535;

/// The canonical bytes of a leaf.
pub(crate) fn encode(leaf: &Leaf) -> Result<Vec<u8>, RecordError> {
    serde_json::to_vec(leaf).map_err(|error| RecordError::Entry {
        field: "leaf",
        problem: format!("it cannot be written as JSON ({error})"),
    })
}

/// Reads a stored leaf, and refuses anything that is not the canonical form of what it says.
///
/// # Errors
/// A text for people that says what is wrong.
pub fn parse(bytes: &[u8]) -> Result<Leaf, String> {
    let leaf: Leaf = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    if leaf.v != v1::VERSION {
        return Err(format!("format {} is not known to this version", leaf.v));
    }
    // Duplicate keys, other escapes and other orders would let two readers read two things.
    match encode(&leaf) {
        Ok(again) if again == bytes => Ok(leaf),
        _ => Err("it is not in canonical form".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{v1::*, *};

    fn full() -> Leaf {
        let mut leaf =
            Leaf::new(Kind::Decision, "01ARZ3NDEKTSV4RRFFQ69G5FAV", "2026-01-01T00:00:00.000000Z");
        let text = || Some("\u{e9}\"\\\u{1}\n\u{7f}/".to_owned());
        leaf.action =
            Some(Action { digest: "00".into(), tool: "Write".into(), kind: "write".into() });
        leaf.agent = Some(Agent { name: "a".into(), version: text() });
        leaf.alternative = Some(Alternative { kind: "amended".into(), ..Alternative::default() });
        leaf.enforced = Some(Enforced { grade: Grade::Advisory, mode: "enforce".into() });
        leaf.erased = Some(Erased::default());
        leaf.findings = vec![Finding { suppressed: true, sample: Some(0), ..Finding::default() }];
        leaf.samples = vec![Sample { path: text(), ..Sample::default() }];
        leaf.policies = vec![Policy::default()];
        for field in [&mut leaf.actor_ref, &mut leaf.channel, &mut leaf.engine, &mut leaf.failure] {
            *field = text();
        }
        for field in [&mut leaf.model, &mut leaf.outcome_of, &mut leaf.policy_digest] {
            *field = text();
        }
        for field in [&mut leaf.prev_in_session, &mut leaf.rules_digest, &mut leaf.verdict] {
            *field = text();
        }
        leaf.schema_digest = text();
        leaf.session_ref = text();
        leaf.seq_in_session = Some(0);
        leaf.outcome = Some(Outcome::Done);
        (leaf.auto_approve, leaf.findings_total, leaf.samples_total) = (true, 1, 1);
        leaf.latency_us = Some(7);
        leaf.commits.insert("who".into(), "00".into());
        leaf
    }

    fn assert_sorted(value: &serde_json::Value) {
        if let Some(object) = value.as_object() {
            let keys: Vec<_> = object.keys().collect();
            assert!(keys.is_sorted(), "{keys:?} are not sorted");
            object.values().for_each(assert_sorted);
        }
        value.as_array().into_iter().flatten().for_each(assert_sorted);
    }

    #[test]
    fn keys_are_sorted_at_every_level() {
        let bytes = encode(&full()).unwrap();
        assert_sorted(&serde_json::from_slice(&bytes).unwrap());
    }

    #[test]
    fn a_leaf_reads_back() {
        for leaf in [full(), Leaf::new(Kind::Tool, "x", "y")] {
            assert_eq!(parse(&encode(&leaf).unwrap()), Ok(leaf));
        }
    }

    #[track_caller]
    fn check_refused(change: impl Fn(String) -> String, reason: &str) {
        let text = String::from_utf8(encode(&full()).unwrap()).unwrap();
        let changed = change(text.clone());
        assert_ne!(text, changed);
        let error = parse(changed.as_bytes()).unwrap_err();
        assert!(error.contains(reason), "{error}");
    }

    #[test]
    fn what_is_not_canonical_is_refused() {
        check_refused(|t| t.replacen('{', "{ ", 1), "canonical");
        check_refused(|t| t.replace("\"v\":1", "\"v\":1.0"), "invalid type");
        check_refused(|t| t.replace("\"v\":1", "\"v\":2"), "not known");
        check_refused(|t| t.replace("\"v\":1", "\"v\":1,\"v\":1"), "duplicate");
        check_refused(|t| t.replace("\"v\":1", "\"v\":1,\"w\":1"), "unknown field");
        check_refused(|t| t.replace("\u{e9}", "\\u00e9"), "canonical");
        check_refused(
            |t| t.replace("{\"who\":\"00\"}", "{\"who\":\"00\",\"who\":\"00\"}"),
            "canonical",
        );
        check_refused(|t| t + "\n", "canonical");
        check_refused(|t| "[".repeat(10_000) + &t, "");
    }
}
