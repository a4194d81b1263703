//! Appending, reading back, erasing, checkpointing: what must work.

use std::fs;

use portcullis_model::Verdict;
use portcullis_record::{
    Checkpoint, Filter, Group, Kind, Log, Payload, Settings, VerifyOptions, verify,
};

use crate::door::{Door, check_error, finding, full, report, simple, time, ulid};

#[test]
fn records_of_a_session_are_numbered_and_chained() {
    let door = Door::with([simple(0, "a"), simple(1, "b"), simple(2, "a"), simple(3, "a")]);
    let chain = |index: usize| {
        let id = &door.receipts[index].decision_id;
        let leaf = door.log.entry_by_decision(id).unwrap().unwrap().leaf;
        (leaf.seq_in_session, leaf.prev_in_session)
    };
    assert_eq!(chain(0), (Some(0), None));
    assert_eq!(chain(1), (Some(0), None));
    assert_eq!(chain(2), (Some(1), Some(ulid(0))));
    assert_eq!(chain(3), (Some(2), Some(ulid(2))));
}

#[test]
fn a_leaf_holds_no_personal_data_and_the_vault_holds_it() {
    let door = Door::with([full(0)]);
    let entry = door.log.entry_by_decision(&ulid(0)).unwrap().unwrap();
    let text = String::from_utf8(entry.bytes).unwrap();
    for personal in ["jane", "/home", "ssh", "session of", "select", "print 1"] {
        assert!(!text.contains(personal), "`{personal}` is in {text}");
    }
    let [inside, outside] = entry.leaf.samples.as_slice() else { panic!("two samples") };
    assert_eq!((inside.path.as_deref(), &inside.path_ref), (Some("src/db.py"), &None));
    assert_eq!(outside.path, None);
    let who = door.log.payload(&ulid(0), Group::Who).unwrap().unwrap();
    let who: serde_json::Value = serde_json::from_slice(&who).unwrap();
    assert_eq!(who["session"], "session of jane");
    assert_eq!(who["actor"], "jane@example.com");
    assert_eq!(who["more"]["cwd"], "/home/jane/bank");
    assert_eq!(who["paths"][outside.path_ref.as_ref().unwrap()], "/home/jane/.ssh/config");
    assert_eq!(who["repositories"][inside.repository_ref.as_ref().unwrap()], "/home/jane/bank");
}

#[test]
fn the_same_id_is_the_same_record() {
    let mut door = Door::with([full(0), full(1)]);
    let first = door.receipts[0].clone();
    assert_eq!(door.log.append(&full(0)).unwrap(), first);
    let mut other = full(0);
    other.verdict = Some(Verdict::Allow);
    check_error(door.log.append(&other), "record 0 already has the decision id");
    let mut other = full(0);
    other.payloads[0].bytes.push(b'x');
    check_error(door.log.append(&other), "record 0 already has the decision id");
    door.erase(2, 0, Group::Prompt);
    assert_eq!(door.log.append(&full(0)).unwrap(), first);
    door.check();
}

#[test]
fn an_entry_that_is_no_leaf_is_refused() {
    let mut door = Door::with([simple(0, "a")]);
    let mut check = |change: &dyn Fn(&mut portcullis_record::Entry), text: &str| {
        let mut entry = simple(1, "a");
        change(&mut entry);
        check_error(door.log.append(&entry), text);
        door.check();
    };
    check(&|entry| entry.decision_id = "x".into(), "`x` is no ULID");
    check(&|entry| entry.outcome_of = Some(ulid(9)), "no record has the decision id");
    let who = Payload { group: Group::Who, bytes: Vec::new() };
    check(&|entry| entry.payloads.push(who.clone()), "`who` is made by the log");
    check(&|entry| entry.payloads.push(entry.payloads[0].clone()), "`output` is there twice");
    let policy = || portcullis_record::PolicyVerdict { id: "x".repeat(200), verdict: Verdict::Ask };
    check(&|entry| entry.policies = vec![policy(); 400], "the format allows 65535");
}

#[test]
fn findings_that_do_not_fit_are_counted() {
    let mut entry = full(0);
    entry.findings = (0..5_000).map(finding).collect();
    let door = Door::with([entry]);
    let stored = door.log.entry_by_decision(&ulid(0)).unwrap().unwrap();
    assert!(stored.bytes.len() <= 65_535);
    assert!(stored.leaf.findings.len() > 100);
    assert_eq!(stored.leaf.findings_total, 5_000);
    assert_eq!(stored.leaf.findings[0].line, 0);
}

#[test]
fn an_outcome_names_its_decision() {
    let mut outcome = simple(1, "session of jane");
    outcome.kind = Kind::Outcome;
    outcome.outcome_of = Some(ulid(0));
    let door = Door::with([full(0), outcome]);
    let filter = Filter { kind: Some(Kind::Outcome), ..Filter::default() };
    let found = door.log.entries(&filter).unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].leaf.outcome_of, Some(ulid(0)));
}

#[test]
fn filters_take_what_they_say() {
    let door = Door::with([simple(0, "a"), full(1), simple(2, "a"), simple(3, "b")]);
    let check = |filter: Filter, expected: &[u64]| {
        let found = door.log.entries(&filter).unwrap();
        assert_eq!(found.iter().map(|entry| entry.index).collect::<Vec<_>>(), expected);
    };
    check(Filter::default(), &[0, 1, 2, 3]);
    check(Filter { from: 1, to: Some(3), ..Filter::default() }, &[1, 2]);
    check(Filter { session: Some("a".into()), ..Filter::default() }, &[0, 2]);
    check(Filter { verdict: Some("block".into()), ..Filter::default() }, &[1]);
    check(Filter { newest_first: true, limit: Some(2), ..Filter::default() }, &[3, 2]);
}

#[test]
fn an_erased_payload_is_gone_from_the_disk_and_every_proof_holds() {
    let mut door = Door::with([full(0), simple(1, "a")]);
    door.checkpoint();
    let proof = door.log.prove(&ulid(0), &[]).unwrap();
    let holds = |needle: &[u8]| {
        ["log.db", "log.db-wal"].iter().any(|name| {
            let bytes = fs::read(door.path().join(name)).unwrap_or_default();
            bytes.windows(needle.len()).any(|window| window == needle)
        })
    };
    assert!(holds(b"login of jane"));
    door.erase(2, 0, Group::Prompt);
    let bytes = |name: &str| fs::read(door.path().join(name)).unwrap_or_default();
    for file in [bytes("log.db"), bytes("log.db-wal")] {
        assert!(!file.windows(13).any(|window| window == b"login of jane"));
    }
    assert_eq!(door.check().erased, 1);
    assert_eq!(door.log.payload(&ulid(0), Group::Prompt).unwrap(), None);
    assert!(door.log.payload(&ulid(0), Group::Code).unwrap().is_some());
    portcullis_record::verify_bundle(&proof, &door.log.verifier_key().unwrap()).unwrap();
    door.checkpoint();
}

#[test]
fn erasing_twice_or_nothing_is_told() {
    let mut door = Door::with([simple(0, "a")]);
    door.erase(1, 0, Group::Output);
    let again = door.log.erase(&crate::door::erasure(1, 0, Group::Output)).unwrap();
    assert_eq!(again.receipt, door.receipts[1]);
    check_error(door.log.erase(&crate::door::erasure(2, 0, Group::Output)), "no payload `output`");
    check_error(door.log.erase(&crate::door::erasure(2, 7, Group::Output)), "no record has");
    door.check();
}

#[test]
fn checkpoints_extend_each_other_and_an_empty_log_has_one() {
    let mut door = Door::new();
    door.checkpoint();
    for n in 0..20 {
        door.append(&simple(n, "a"));
        if n % 3 == 0 {
            door.checkpoint();
        }
    }
    let once = door.log.checkpoint().unwrap();
    assert_eq!(door.log.checkpoint().unwrap(), once);
    let text = once.note.clone();
    assert_eq!(Checkpoint::verify(&text, &door.log.verifier_key().unwrap()).unwrap(), once);
    let pinned = VerifyOptions { pinned: vec![text], ..VerifyOptions::default() };
    assert!(verify(&door.path(), &pinned).unwrap().is_sound());
}

#[test]
fn the_origin_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let settings = |origin: &str| Settings { origin: Some(origin.to_owned()) };
    check_error(Log::open_with(&path, &settings("two words")), "cannot name a log");
    let mut log = Log::open_with(&path, &settings("example.com/log")).unwrap();
    assert_eq!(log.checkpoint().unwrap().origin, "example.com/log");
    drop(log);
    let mut log = Log::open_with(&path, &settings("example.org/other")).unwrap();
    assert_eq!(log.checkpoint().unwrap().origin, "example.com/log");
    check_error(Log::open_existing(&folder.path().join("none")), "no log in");
}

#[test]
fn the_folder_and_its_files_are_private() {
    use std::os::unix::fs::PermissionsExt as _;
    let mut door = Door::with([simple(0, "a")]);
    door.checkpoint();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&door.path()), 0o700);
    for entry in fs::read_dir(door.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    fs::set_permissions(door.path().join("tenant.key"), fs::Permissions::from_mode(0o644)).unwrap();
    check_error(Log::open(&door.path()), "open to other users (mode 644)");
    fs::set_permissions(door.path(), fs::Permissions::from_mode(0o755)).unwrap();
    check_error(Log::open(&door.path()), "open to other users (mode 755)");
}

#[test]
fn a_clock_that_goes_back_is_a_warning() {
    let mut late = simple(0, "a");
    late.time = time(0) + std::time::Duration::from_secs(3_600);
    let door = Door::with([late, simple(1, "a")]);
    let report = report(&door.path());
    assert_eq!(report.warnings.len(), 1);
    assert_eq!(report.warnings[0].index, Some(1));
}
