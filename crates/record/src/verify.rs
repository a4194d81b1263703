//! Verifying a log from what is on the disk, trusting nothing but the verifier key.
//!
//! Every leaf is read, parsed and hashed; every stored hash, payload, counter and checkpoint is
//! held against that. A database that SQLite cannot read any more is a finding, and what can still
//! be read of it is verified. `docs/log-format.md` says what cannot be found out.

mod outside;
mod scan;
mod signed;
mod tree;

use std::{collections::BTreeSet, path::Path};

use rusqlite::{Connection, ErrorCode, Row, types::ValueRef};
use tlog_tiles::{EMPTY_HASH, Hash, record_hash, stored_hash_index};

use crate::{
    Problem, ProblemKind, RecordError, VerifyReport,
    audit::{Audit, VaultRow},
    error::hint,
    leaf::v1::Leaf,
    mark::MARK,
    store::{self, DATABASE},
    tree::Recomputed,
    verify::outside::Outside,
};

/// What to hold a log against.
#[derive(Clone, Debug, Default)]
pub struct VerifyOptions {
    /// The verifier key, kept elsewhere. Without it the one beside the database is taken, which
    /// whoever rewrote the log may have rewritten as well.
    pub vkey: Option<String>,
    /// Checkpoints of this log that were kept elsewhere: the log must extend each.
    pub pinned: Vec<String>,
}

/// Verifies the log in a folder.
///
/// # Errors
/// Where there is no log, or its folder cannot be read. Whatever is wrong with the log itself is in
/// the report.
pub fn verify(folder: &Path, options: &VerifyOptions) -> Result<VerifyReport, RecordError> {
    let path = folder.join(DATABASE);
    if !path.exists() && !folder.join(MARK).exists() {
        return Err(RecordError::NoLog { path: folder.to_owned() });
    }
    let mut audit = Audit::default();
    // Read before the database: a log only grows, so what is outside must be in it.
    let outside = Outside::read(folder, options, &mut audit.report);
    match store::connect(&path) {
        Ok(db) => Ok(Verifier::new(&db, &outside, audit).run()),
        Err(error) => {
            audit.report.problem(unreadable("the database", &error));
            if let Some(last) = outside.mark.and_then(|mark| mark.size.checked_sub(1)) {
                let lost = Problem::new(ProblemKind::Missing, "cannot be read any more");
                audit.report.problem(lost.at(0).through(last));
            }
            Ok(audit.report)
        }
    }
}

fn unreadable(what: &str, error: &rusqlite::Error) -> Problem {
    let next = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            "restore the log's folder from a backup"
        }
        _ => hint(error),
    };
    let message = format!("{what} cannot be read: {error}; {next}");
    Problem::new(ProblemKind::Unreadable, message)
}

/// The bytes of a value, whatever SQLite takes it for.
fn bytes_of(value: ValueRef<'_>) -> &[u8] {
    match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
        _ => &[],
    }
}

fn text_of(value: ValueRef<'_>) -> String {
    String::from_utf8_lossy(bytes_of(value)).into_owned()
}

/// A hole larger than this is no hole but a broken index.
const HOLE_LIMIT: u64 = 1_000_000;

/// One verification of one database.
struct Verifier<'a> {
    db: &'a Connection,
    outside: &'a Outside,
    audit: Audit,
    /// The hashes in the database, by position.
    stored: Vec<Option<Hash>>,
    /// The hashes as they must be, computed from the leaves.
    tree: Recomputed<'a>,
    /// Records that are missing.
    missing: BTreeSet<u64>,
    /// Records whose leaf does not have its stored hash.
    unfit: BTreeSet<u64>,
}

impl<'a> Verifier<'a> {
    fn new(db: &'a Connection, outside: &'a Outside, audit: Audit) -> Self {
        Self {
            db,
            outside,
            audit,
            stored: Vec::new(),
            tree: Recomputed::from_start(),
            missing: BTreeSet::new(),
            unfit: BTreeSet::new(),
        }
    }

    fn run(mut self) -> VerifyReport {
        // One snapshot, however long this takes. Where even that fails, the parts say so.
        let begun = self.db.execute_batch("BEGIN");
        self.try_part("the database", begun);
        self.check_database();
        self.read_stored_hashes();
        self.read_entries();
        self.audit.report.size = self.size();
        self.audit.report.root = self.root(self.size()).map_or([0; 32], |root| root.0);
        self.check_tree();
        self.check_signed();
        self.check_vault();
        self.check_counters();
        self.audit.report
    }

    fn size(&self) -> u64 {
        tlog_size(self.tree.hashes().len())
    }

    fn root(&self, size: u64) -> Option<Hash> {
        self.tree.root(size).ok()
    }

    fn problem(&mut self, problem: Problem) {
        self.audit.report.problem(problem);
    }

    fn try_part<T>(&mut self, what: &str, result: rusqlite::Result<T>) -> Option<T> {
        result.map_err(|error| self.problem(unreadable(what, &error))).ok()
    }

    /// The tables are ours, and SQLite finds the file in order.
    fn check_database(&mut self) {
        let (found, expected) = (store::schema(self.db), store::expected_schema());
        if let (Some(found), Some(expected)) =
            (self.try_part("the layout", found), self.try_part("the layout", expected))
            && found != expected
        {
            let message = "tables, triggers or views are not those of a log";
            self.problem(Problem::new(ProblemKind::Layout, message));
        }
        let lines = scan::integrity(self.db);
        for line in self.try_part("the database", lines).unwrap_or_default() {
            let message = format!("SQLite finds the database damaged: {line}");
            self.problem(Problem::new(ProblemKind::Unreadable, message));
        }
        self.check_keys();
    }

    fn check_keys(&mut self) {
        let expected = [
            ("vkey", self.outside.vkey.clone(), "verifier key"),
            ("tenant", self.outside.tenant_check.clone(), "tenant key"),
        ];
        for (key, expected, name) in expected {
            let Some(expected) = expected else { continue };
            if store::meta(self.db, key).ok() != Some(expected) {
                let message = format!("the {name} is not the one that the log was made with");
                self.problem(Problem::new(ProblemKind::Key, message));
            }
        }
    }

    fn read_stored_hashes(&mut self) {
        let mut stored: Vec<Option<Hash>> = Vec::new();
        let select = "SELECT position, hash FROM node WHERE position >= ?1 ORDER BY position";
        let faults = scan::rows(self.db, select, |position, row| {
            let hash = row.get_ref(1).ok().and_then(|value| bytes_of(value).try_into().ok());
            let place = usize::try_from(position).unwrap_or(usize::MAX);
            if place.saturating_sub(stored.len()) < usize::try_from(HOLE_LIMIT).unwrap_or(0) {
                stored.resize(place, None);
                stored.push(hash.map(Hash));
            }
        });
        self.stored = stored;
        for (position, error) in faults {
            let (level, n) = tlog_tiles::split_stored_hash_index(position);
            self.problem(unreadable("a tree hash", &error).at(n << level));
        }
    }

    fn stored_leaf_hash(&self, index: u64) -> Option<Hash> {
        let place = usize::try_from(stored_hash_index(0, index)).ok()?;
        self.stored.get(place).copied().flatten()
    }

    fn read_entries(&mut self) {
        let select = "SELECT position, decision_id, leaf FROM entry WHERE position >= ?1 \
                      ORDER BY position";
        let db = self.db;
        let faults = scan::rows(db, select, |index, row| self.entry(index, row));
        for (index, error) in faults {
            self.problem(unreadable("the record", &error).at(index));
        }
    }

    fn entry(&mut self, index: u64, row: &Row<'_>) {
        if index.saturating_sub(self.size()) > HOLE_LIMIT {
            return self
                .problem(Problem::new(ProblemKind::Leaf, "it has an impossible index").at(index));
        }
        while self.size() < index {
            self.hole(self.size());
        }
        let bytes = row.get_ref(2).map(bytes_of).unwrap_or_default();
        let hash = record_hash(bytes);
        let intact = self.stored_leaf_hash(index) == Some(hash);
        if !intact {
            self.unfit.insert(index);
        }
        self.push(index, hash);
        if let Some(leaf) = self.audit.leaf(index, bytes, intact) {
            let column = row.get_ref(1).map(text_of).unwrap_or_default();
            self.entry_vault(index, &leaf, intact);
            self.entry_column(index, &leaf, &column);
        }
    }

    /// A record that is not there: the tree goes on with its stored hash, so that the rest can be
    /// judged for itself.
    fn hole(&mut self, index: u64) {
        self.missing.insert(index);
        self.audit.damaged(index);
        self.push(index, self.stored_leaf_hash(index).unwrap_or(EMPTY_HASH));
    }

    fn push(&mut self, index: u64, hash: Hash) {
        if let Err(error) = self.tree.push(index, hash) {
            self.audit.problem(ProblemKind::Hash, index, error.to_string());
        }
    }

    fn entry_column(&mut self, index: u64, leaf: &Leaf, column: &str) {
        if leaf.decision_id != column {
            let message = format!("the database lists it as `{column}`");
            let problem = Problem::new(ProblemKind::Layout, message).at(index);
            self.problem(problem.with_id(Some(&leaf.decision_id)));
        }
    }

    fn entry_vault(&mut self, index: u64, leaf: &Leaf, intact: bool) {
        let rows = scan::vault(self.db, index);
        match rows {
            Ok(rows) if intact => self.audit.vault(index, leaf, &rows),
            Ok(_) => {}
            Err(error) => self.problem(unreadable("a payload", &error).at(index)),
        }
    }

    /// What must not be in the vault.
    fn check_vault(&mut self) {
        self.audit.settle_payloads();
        for (index, group) in self.audit.erased() {
            let back = |rows: Vec<VaultRow>| rows.iter().any(|row| row.group == group);
            if scan::vault(self.db, index).is_ok_and(back) {
                let message = format!("its payload `{group}` was erased and is back");
                self.audit.problem(ProblemKind::Payload, index, message);
            }
        }
        let orphans = scan::orphans(self.db);
        for index in self.try_part("the vault", orphans).unwrap_or_default() {
            let message = "the vault has a payload of it, and there is no such record";
            self.audit.problem(ProblemKind::Payload, index, message);
        }
    }

    fn check_counters(&mut self) {
        let rows = scan::counters(self.db);
        if let Some(rows) = self.try_part("the session counters", rows) {
            self.audit.counters(&rows);
        }
    }
}

/// How many records made this many stored hashes.
fn tlog_size(hashes: usize) -> u64 {
    match (hashes as u64).checked_sub(1) {
        None => 0,
        Some(last) => {
            let (level, n) = tlog_tiles::split_stored_hash_index(last);
            (n + 1) << level
        }
    }
}
