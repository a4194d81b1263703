//! Proofs: what they show, and that nothing in them can be changed.

use portcullis_record::{Group, verify_bundle};

use crate::door::{Door, check_error, full, simple, ulid};

#[test]
fn a_proof_shows_leaf_and_chosen_payloads_offline() {
    let mut door = Door::with([simple(0, "a"), full(1), simple(2, "a")]);
    let proof = door.log.prove(&ulid(1), &[Group::Code, Group::Diff]).unwrap();
    let text = String::from_utf8(proof.clone()).unwrap();
    assert!(text.starts_with("c2sp.org/tlog-proof@v1\nextra "), "{text}");
    let proven = verify_bundle(&proof, &door.log.verifier_key().unwrap()).unwrap();
    assert_eq!(proven.entry, door.log.entry_by_decision(&ulid(1)).unwrap().unwrap());
    assert_eq!(proven.checkpoint.size, 3);
    assert_eq!(proven.payloads.len(), 1);
    assert!(proven.payloads[0].bytes.starts_with(b"cursor.execute"));
}

#[test]
fn every_record_can_be_proved_under_every_checkpoint() {
    let mut door = Door::new();
    for n in 0..9 {
        door.append(&simple(n, "a"));
        door.checkpoint();
        for earlier in 0..=n {
            let proof = door.log.prove(&ulid(earlier), &[]).unwrap();
            let proven = verify_bundle(&proof, &door.log.verifier_key().unwrap()).unwrap();
            assert_eq!(proven.entry.index, earlier);
        }
    }
}

#[test]
fn no_byte_of_a_proof_can_be_changed() {
    let mut door = Door::with([simple(0, "a"), simple(1, "a"), simple(2, "a")]);
    let vkey = door.log.verifier_key().unwrap();
    let proof = door.log.prove(&ulid(1), &[Group::Output]).unwrap();
    let proven = verify_bundle(&proof, &vkey).unwrap();
    for at in 0..proof.len() {
        let mut changed = proof.clone();
        changed[at] ^= 1;
        // Within the unauthenticated part a change may be without effect, never with another one.
        if let Ok(other) = verify_bundle(&changed, &vkey) {
            assert_eq!(
                (other.entry, other.payloads),
                (proven.entry.clone(), proven.payloads.clone())
            );
        }
    }
}

#[test]
fn a_proof_of_another_log_does_not_hold() {
    let mut door = Door::with([simple(0, "a")]);
    let other = Door::new();
    let proof = door.log.prove(&ulid(0), &[]).unwrap();
    let vkey = other.log.verifier_key().unwrap();
    check_error(verify_bundle(&proof, &vkey), "the checkpoint cannot be trusted");
    check_error(verify_bundle(&proof, "nonsense"), "`nonsense` is no verifier key");
    check_error(verify_bundle(b"", &vkey), "it has no checkpoint");
    check_error(door.log.prove(&ulid(9), &[]), "no record has the decision id");
}
