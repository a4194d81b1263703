//! A file that SQLite cannot read any more is a finding, never a panic.

use std::fs;

use portcullis_record::{Log, ProblemKind, VerifyReport};
use proptest::{
    prelude::{ProptestConfig, any},
    prop_assert,
    test_runner::TestRunner,
};

use crate::door::{Door, check_error, report, simple};

/// A database of several pages, all of it in the one file, as its bytes.
fn database() -> (Door, Vec<u8>) {
    let mut door = Door::with((0..12).map(|n| {
        let mut entry = simple(n, "a");
        entry.payloads[0].bytes = vec![b'x'; 2_000];
        entry
    }));
    door.checkpoint();
    assert!(door.log.tidy().unwrap());
    let bytes = fs::read(door.path().join("log.db")).unwrap();
    assert!(bytes.len() > 40_000);
    (door, bytes)
}

fn report_of(door: &Door, bytes: &[u8]) -> VerifyReport {
    for name in ["log.db-wal", "log.db-shm"] {
        let _not_there = fs::remove_file(door.path().join(name));
    }
    fs::write(door.path().join("log.db"), bytes).unwrap();
    report(&door.path())
}

#[test]
fn a_page_of_zeros_is_found_wherever_it_is() {
    let (door, bytes) = database();
    for page in 0..bytes.len() / 4096 {
        let mut damaged = bytes.clone();
        damaged[page * 4096..][..4096].fill(0);
        let report = report_of(&door, &damaged);
        assert!(!report.is_sound(), "page {page}");
    }
}

#[test]
fn a_file_that_is_no_database_is_told() {
    let (door, bytes) = database();
    for damaged in [&b""[..], b"no database at all", &bytes[..10_000], &bytes[..4096]] {
        let report = report_of(&door, damaged);
        let missing = report.problems.iter().find(|problem| problem.kind == ProblemKind::Missing);
        assert!(missing.is_some_and(|problem| problem.names(11)), "{report:#?}");
    }
}

#[test]
fn a_database_that_is_gone_is_not_made_anew() {
    let (door, _) = database();
    fs::remove_file(door.path().join("log.db")).unwrap();
    check_error(Log::open(&door.path()), "held 12 records and its database is gone");
    let report = report(&door.path());
    assert_eq!(report.problems[0].kind, ProblemKind::Unreadable);
}

#[test]
fn keys_that_are_gone_are_not_made_anew() {
    let (door, _) = database();
    fs::rename(door.path().join("signing.key"), door.beside("kept")).unwrap();
    let mut log = Log::open(&door.path()).unwrap();
    check_error(log.checkpoint(), "is missing: restore it from a backup");
    fs::rename(door.beside("kept"), door.path().join("signing.key")).unwrap();
    fs::remove_file(door.path().join("tenant.key")).unwrap();
    check_error(Log::open(&door.path()), "is missing: restore it from a backup");
}

#[test]
fn a_log_that_cannot_be_written_answers_with_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("log");
    let log = Log::open(&path).unwrap();
    drop(log);
    for name in ["log.db-wal", "log.db-shm"] {
        let _not_there = fs::remove_file(path.join(name));
    }
    // A folder in place of the write-ahead log: no way to write, for root either.
    fs::create_dir(path.join("log.db-wal")).unwrap();
    let result = Log::open(&path).and_then(|mut log| log.append(&simple(0, "a")));
    check_error(result, "make the log's folder and its files writable");
}

/// Whatever the bytes, verifying ends with a report. Damage in unused space may go unnoticed.
#[test]
fn any_damage_ends_in_a_report() {
    let (door, bytes) = database();
    let places = proptest::collection::vec(any::<(u32, u8)>(), 1..40);
    let mut runner = TestRunner::new(ProptestConfig { cases: 200, ..ProptestConfig::default() });
    let run = runner.run(&(places, 0_usize..100_000), |(places, length)| {
        let mut damaged = bytes.clone();
        for (place, byte) in places {
            let place = place as usize % damaged.len();
            damaged[place] = byte;
        }
        damaged.truncate(length.max(4096));
        let report = report_of(&door, &damaged);
        prop_assert!(report.size <= 1_000_012);
        Ok(())
    });
    run.unwrap();
}
