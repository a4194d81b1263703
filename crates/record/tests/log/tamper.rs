//! Whoever changes anything in the database is found out, and the record is named.

use std::fs;

use portcullis_record::{Group, ProblemKind, VerifyOptions, VerifyReport, verify};
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};
use rusqlite::{Connection, params, types::Value};

use crate::door::{Door, report, simple, ulid};

/// Records 0 to 5, of which 4 tells of an erasure; checkpoints at 3 and 5.
fn sample() -> Door {
    let mut door = Door::with((0..3).map(|n| simple(n, if n == 1 { "b" } else { "a" })));
    door.checkpoint();
    door.append(&simple(3, "a"));
    door.erase(4, 0, Group::Output);
    door.checkpoint();
    door.append(&simple(5, "b"));
    door
}

/// What a test does to the database.
fn change(door: &Door, sql: &str) {
    door.sql().execute_batch(sql).unwrap();
}

#[track_caller]
fn check(sql: &str, kind: ProblemKind, index: Option<u64>, text: &str) {
    let door = sample();
    change(&door, sql);
    check_report(&report(&door.path()), kind, index, text);
}

#[track_caller]
fn check_report(report: &VerifyReport, kind: ProblemKind, index: Option<u64>, text: &str) {
    let found = report.problems.iter().any(|problem| {
        problem.kind == kind
            && index.is_none_or(|index| problem.names(index))
            && problem.message.contains(text)
    });
    assert!(found, "no {kind:?} about {index:?} with `{text}` in {:#?}", report.problems);
}

#[test]
fn removed_records_are_named() {
    use ProblemKind::{Missing, Session};
    check("DELETE FROM entry WHERE position = 2", Missing, Some(2), "not in the database");
    check("DELETE FROM entry WHERE position IN (0, 1)", Missing, Some(1), "not in the database");
    check(
        "DELETE FROM entry WHERE position = 5",
        Missing,
        Some(5),
        "their hashes are still in the tree",
    );
    check("DELETE FROM entry WHERE position > 3", Missing, Some(4), "checkpoint at size 5");
    check("DELETE FROM entry", Missing, Some(0), "checkpoint at size 3");
    check("DELETE FROM entry WHERE position = 5", Session, Some(5), "stands at 2 records");
}

#[test]
fn a_record_that_was_removed_and_closed_up_is_named() {
    let sql = "DELETE FROM entry WHERE position = 2;
               UPDATE entry SET position = position - 1 WHERE position > 2;";
    check(sql, ProblemKind::Leaf, Some(2), "it is the leaf that was record 3");
}

#[test]
fn records_that_changed_places_are_named() {
    let sql = "UPDATE entry SET position = 100 WHERE position = 1;
               UPDATE entry SET position = 1 WHERE position = 2;
               UPDATE entry SET position = 2 WHERE position = 100;";
    check(sql, ProblemKind::Leaf, Some(1), "it is the leaf that was record 2");
    check(sql, ProblemKind::Leaf, Some(2), "it is the leaf that was record 1");
}

#[test]
fn a_record_that_was_put_in_is_named() {
    let sql = "INSERT INTO entry SELECT 6, '0', leaf FROM entry WHERE position = 5";
    check(sql, ProblemKind::Reference, Some(6), "decision id of record 5");
    let sql =
        "INSERT INTO entry SELECT 9223372036854775807, '0', leaf FROM entry WHERE position = 5";
    check(sql, ProblemKind::Leaf, Some(i64::MAX as u64), "impossible index");
}

#[test]
fn payloads_must_be_there_or_be_erased() {
    let kind = ProblemKind::Payload;
    check(
        "DELETE FROM payload WHERE position = 1 AND name = 'output'",
        kind,
        Some(1),
        "`output` is missing",
    );
    check(
        "DELETE FROM payload WHERE position = 1 AND name = 'who'",
        kind,
        Some(1),
        "`who` is missing",
    );
    check(
        "INSERT INTO payload VALUES (0, 'output', x'00', x'00')",
        kind,
        Some(0),
        "erased and is back",
    );
    check("INSERT INTO payload VALUES (1, 'diff', x'00', x'00')", kind, Some(1), "does not name");
    check("INSERT INTO payload VALUES (9, 'diff', x'00', x'00')", kind, Some(9), "no such record");
}

#[test]
fn what_repeats_the_leaves_must_agree_with_them() {
    let layout = ProblemKind::Layout;
    check(
        "UPDATE entry SET decision_id = 'x' WHERE position = 3",
        layout,
        Some(3),
        "lists it as `x`",
    );
    check(
        "UPDATE session SET seq = seq + 1",
        ProblemKind::Session,
        Some(6),
        "the counter of session",
    );
    check("UPDATE session SET seq = 0", ProblemKind::Session, None, "stands at 1 records");
    check("DELETE FROM session", ProblemKind::Session, Some(5), "has no counter");
    check("UPDATE meta SET value = 'x' WHERE key = 'vkey'", ProblemKind::Key, None, "verifier key");
    check("UPDATE meta SET value = 'x' WHERE key = 'tenant'", ProblemKind::Key, None, "tenant key");
    let trigger = "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM payload; END";
    check(trigger, layout, None, "triggers");
}

#[test]
fn checkpoints_cannot_be_moved_or_removed() {
    let kind = ProblemKind::Checkpoint;
    check("UPDATE checkpoint SET size = 4 WHERE size = 3", kind, None, "was signed for size 3");
    check("DELETE FROM checkpoint WHERE size = 5", kind, None, "a checkpoint was removed");
    check("UPDATE checkpoint SET note = 'x' WHERE size = 5", kind, None, "was changed");
}

/// Cuts the log to three records, leaving nothing behind in the database.
const CUT: &str = "DELETE FROM entry WHERE position > 2; DELETE FROM payload WHERE position > 2;
     DELETE FROM node WHERE position > 3; DELETE FROM checkpoint WHERE size > 3;
     DELETE FROM session;
     INSERT INTO session SELECT json_extract(leaf, '$.session_ref'),
       json_extract(leaf, '$.seq_in_session'), decision_id FROM entry WHERE position > 0;";

#[test]
fn a_cut_end_is_found_by_the_mark_and_by_pinned_checkpoints() {
    let mut door = sample();
    let pinned = door.log.checkpoint().unwrap().note;
    change(&door, CUT);
    let cut = report(&door.path());
    check_report(&cut, ProblemKind::Missing, Some(3), "the log was cut or rolled back");
    check_report(&cut, ProblemKind::Missing, Some(5), "the file `checkpoint` covers them");
    let error = door.log.append(&simple(7, "a")).unwrap_err().to_string();
    assert!(error.contains("it was rolled back"), "{error}");
    fs::remove_file(door.path().join("high-water")).unwrap();
    fs::remove_file(door.path().join("checkpoint")).unwrap();
    let options = VerifyOptions { pinned: vec![pinned], ..VerifyOptions::default() };
    let report = verify(&door.path(), &options).unwrap();
    check_report(&report, ProblemKind::Missing, Some(3), "pinned checkpoint 1 covers them");
}

/// The limit that `docs/log-format.md` names: nothing outside, nothing to hold the log against.
#[test]
fn a_cut_end_without_evidence_from_outside_is_not_found() {
    let mut door = Door::with((0..3).map(|n| simple(n, if n == 1 { "b" } else { "a" })));
    door.checkpoint();
    door.append(&simple(3, "a"));
    change(&door, CUT);
    assert!(!report(&door.path()).is_sound());
    fs::remove_file(door.path().join("high-water")).unwrap();
    let report = report(&door.path());
    assert!(report.is_sound(), "{:#?}", report.problems);
    assert_eq!(report.warnings.len(), 1);
}

#[test]
fn a_log_rewritten_with_all_hashes_is_found_by_the_checkpoint() {
    let door = sample();
    let other = sample();
    // All tables of another log with the same keys would do; its own records differ by their salts.
    let attach = format!("ATTACH '{}' AS other", other.path().join("log.db").display());
    let copy = ["entry", "node", "payload", "session"].map(|table| {
        format!("DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM other.{table};")
    });
    door.sql().execute_batch(&format!("{attach}; {}", copy.concat())).unwrap();
    let report = report(&door.path());
    check_report(&report, ProblemKind::Checkpoint, Some(0), "rewritten, hashes and all");
    check_report(&report, ProblemKind::Leaf, Some(5), "not the record that was acknowledged");
}

#[test]
fn a_rewritten_log_is_not_signed() {
    let door = sample();
    change(
        &door,
        "UPDATE entry SET leaf = (SELECT leaf FROM entry WHERE position = 3) WHERE position = 5",
    );
    let mut log = portcullis_record::Log::open(&door.path()).unwrap();
    crate::door::check_error(log.checkpoint(), "record 5 does not have its stored hash");
    let door = sample();
    change(&door, "UPDATE node SET hash = randomblob(32) WHERE position = 6");
    let mut log = portcullis_record::Log::open(&door.path()).unwrap();
    crate::door::check_error(log.checkpoint(), "no longer have the signed root");
    assert!(log.entry_by_decision(&ulid(5)).unwrap().is_some());
}

#[test]
fn another_key_or_none_is_told() {
    let door = sample();
    let other = sample();
    let options = VerifyOptions { vkey: Some(other.log.verifier_key().unwrap()), pinned: vec![] };
    let report = verify(&door.path(), &options).unwrap();
    check_report(&report, ProblemKind::Key, None, "is not the one given");
    check_report(&report, ProblemKind::Checkpoint, None, "not signed by the key");
}

/// A cell of the database: table, column, rowid or key, and the record that it belongs to.
struct Cell {
    table: &'static str,
    column: &'static str,
    key: String,
    value: Value,
    record: Option<u64>,
}

fn cells(db: &Connection) -> Vec<Cell> {
    let columns = [
        ("entry", "leaf", "position", "position"),
        ("entry", "decision_id", "position", "position"),
        ("node", "hash", "position", "NULL"),
        ("payload", "salt", "position || name", "position"),
        ("payload", "bytes", "position || name", "position"),
        ("payload", "name", "position || name", "position"),
        ("checkpoint", "note", "size", "NULL"),
        ("session", "session_ref", "session_ref", "NULL"),
        ("session", "decision_id", "session_ref", "NULL"),
        ("meta", "value", "key", "NULL"),
    ];
    columns.into_iter().flat_map(|column| column_cells(db, column)).collect()
}

type Column = (&'static str, &'static str, &'static str, &'static str);

fn column_cells(db: &Connection, (table, column, key, record): Column) -> Vec<Cell> {
    let sql = format!("SELECT {key} || '', {column}, {record} FROM {table}");
    let mut select = db.prepare(&sql).unwrap();
    let cells = select.query_map([], |row| {
        let record = row.get::<_, Option<i64>>(2)?.map(|index| index as u64);
        Ok(Cell { table, column, key: row.get(0)?, value: row.get(1)?, record })
    });
    cells.unwrap().map(Result::unwrap).collect()
}

impl Cell {
    fn bytes(&self) -> Vec<u8> {
        match &self.value {
            Value::Text(text) => text.clone().into_bytes(),
            Value::Blob(bytes) => bytes.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// The value with one byte changed, of the same type.
    fn flipped(&self, at: usize, mask: u8) -> Value {
        let mut bytes = self.bytes();
        bytes[at] ^= mask;
        match &self.value {
            Value::Text(_) => Value::Text(String::from_utf8_lossy(&bytes).into_owned()),
            _ => Value::Blob(bytes),
        }
    }

    /// Puts a value in place; gives back the key that leads to the cell then.
    fn put(&self, db: &Connection, key: &str, value: &Value) -> String {
        let name = match self.table {
            "entry" | "node" => "position || ''",
            "payload" => "position || name",
            "checkpoint" => "size || ''",
            "session" => "session_ref",
            _ => "key",
        };
        let sql = format!(
            "UPDATE {} SET {} = ?1 WHERE {name} = ?2 RETURNING {name}",
            self.table, self.column
        );
        db.query_row(&sql, params![value, key], |row| row.get(0)).unwrap()
    }

    fn check(&self, door: &Door, db: &Connection, at: usize, mask: u8) {
        let key = self.put(db, &self.key, &self.flipped(at, mask));
        let report = report(&door.path());
        let named = self
            .record
            .is_none_or(|record| report.problems.iter().any(|problem| problem.names(record)));
        let place = format!("{}.{} of {} at byte {at}", self.table, self.column, self.key);
        assert!(!report.is_sound(), "{place} is not noticed");
        assert!(named, "{place} names {:#?}", report.problems);
        self.put(db, &key, &self.value);
    }
}

/// Every byte of every cell in a small log, one bit of each.
#[test]
fn every_flipped_byte_is_found_and_the_record_named() {
    let mut door = Door::with([simple(0, "a"), simple(1, "a")]);
    door.checkpoint();
    door.append(&simple(2, "a"));
    let db = door.sql();
    for cell in cells(&db) {
        for at in 0..cell.bytes().len() {
            cell.check(&door, &db, at, 1 << (at % 7));
        }
    }
    door.check();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Logs of any shape are sound, and stay so only as long as nobody touches them.
    #[test]
    fn any_log_is_sound_until_touched(
        sessions in proptest::collection::vec(0_u8..3, 1..12),
        signed in any::<u16>(),
        touch in any::<(u32, u32)>(),
    ) {
        let mut door = Door::new();
        for (n, session) in (0..).zip(sessions) {
            door.append(&simple(n, &session.to_string()));
            if signed >> (n % 16) & 1 == 1 {
                door.checkpoint();
            }
        }
        let db = door.sql();
        let cells = cells(&db);
        let cell = &cells[touch.0 as usize % cells.len()];
        let length = cell.bytes().len();
        prop_assert!(length > 0);
        cell.check(&door, &db, touch.1 as usize % length, 2);
        door.check();
    }
}
