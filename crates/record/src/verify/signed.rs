//! Checkpoints and the high-water mark against the records.
//!
//! Every signed root is compared with the root of the recomputed tree at that size. Two checkpoints
//! whose roots both come out of one tree are consistent with each other.

use rusqlite::Connection;
use tlog_tiles::Hash;

use crate::{
    Checkpoint, Problem, ProblemKind, hex,
    mark::Mark,
    verify::{Verifier, scan, text_of, unreadable},
};

type Faults = Vec<(u64, rusqlite::Error)>;

/// The checkpoints in the database, by the size they are listed under.
pub(super) fn notes(db: &Connection) -> (Vec<(u64, String)>, Faults) {
    let mut notes = Vec::new();
    let select = "SELECT size, note FROM checkpoint WHERE size >= ?1 ORDER BY size";
    let faults = scan::rows(db, select, |size, row| {
        notes.push((size, row.get_ref(1).map(text_of).unwrap_or_default()));
    });
    (notes, faults)
}

impl Verifier<'_> {
    pub(super) fn check_signed(&mut self) {
        let Some(vkey) = self.outside.vkey.clone() else {
            let message = "there is no verifier key: no signature can be checked";
            return self.problem(Problem::new(ProblemKind::Key, message));
        };
        let last = self.check_database_checkpoints(&vkey);
        self.check_outside_checkpoints(&vkey, last);
        if let Some(mark) = self.outside.mark {
            self.check_mark(mark);
        }
    }

    /// Gives back the largest size that the database has a signature for.
    fn check_database_checkpoints(&mut self, vkey: &str) -> u64 {
        let (notes, faults) = notes(self.db);
        for (size, error) in faults {
            let what = format!("the checkpoint at size {size} or behind it");
            self.problem(unreadable(&what, &error));
        }
        let (mut good, mut last) = (0, 0);
        for (size, note) in notes {
            let what = format!("the checkpoint at size {size}");
            let Some(checkpoint) = self.verified(&what, &note, vkey) else { continue };
            if checkpoint.size != size {
                let message = format!("{what} was signed for size {}", checkpoint.size);
                self.problem(Problem::new(ProblemKind::Checkpoint, message));
            }
            last = last.max(checkpoint.size);
            if self.check_root(&what, &checkpoint, good) {
                good = checkpoint.size;
                self.audit.report.checkpoints += 1;
            }
        }
        self.audit.report.signed = good;
        last
    }

    fn verified(&mut self, what: &str, note: &str, vkey: &str) -> Option<Checkpoint> {
        let checked = Checkpoint::verify(note, vkey);
        checked
            .map_err(|error| {
                let message = format!("{what} was changed or is not signed by the key: {error}");
                self.problem(Problem::new(ProblemKind::Checkpoint, message));
            })
            .ok()
    }

    /// Whether the records have the signed root. `good` is the last size that had.
    fn check_root(&mut self, what: &str, checkpoint: &Checkpoint, good: u64) -> bool {
        let size = self.size();
        if checkpoint.size > size {
            let message = format!("gone, and {what} covers them");
            let problem = Problem::new(ProblemKind::Missing, message);
            self.problem(problem.at(size).through(checkpoint.size - 1));
            return false;
        }
        if self.root(checkpoint.size) == Some(Hash(checkpoint.root)) {
            return true;
        }
        let last = checkpoint.size.saturating_sub(1);
        let first = good.min(last);
        if !self.explained(0, last) {
            let message = format!("rewritten, hashes and all: they do not have the root of {what}");
            self.problem(Problem::new(ProblemKind::Checkpoint, message).at(first).through(last));
        }
        false
    }

    fn check_outside_checkpoints(&mut self, vkey: &str, last: u64) {
        for (what, note) in &self.outside.notes {
            let Some(checkpoint) = self.verified(what, note, vkey) else { continue };
            self.check_root(what, &checkpoint, 0);
            if checkpoint.size > last && checkpoint.size <= self.size() {
                let message = format!(
                    "{what} was signed at size {} and the database's last checkpoint at {last}: a \
                     checkpoint was removed",
                    checkpoint.size
                );
                self.problem(Problem::new(ProblemKind::Checkpoint, message));
            }
        }
    }

    fn check_mark(&mut self, mark: Mark) {
        let size = self.size();
        let Some(last) = mark.size.checked_sub(1) else { return };
        if mark.size > size {
            let message = "acknowledged and gone: the log was cut or rolled back";
            self.problem(Problem::new(ProblemKind::Missing, message).at(size).through(last));
        } else if self.leaf_hash(last) != Some(Hash(mark.last_leaf)) && !self.explained(last, last)
        {
            let message = format!(
                "it is not the record that was acknowledged (leaf hash {})",
                hex::encode(&mark.last_leaf)
            );
            self.problem(Problem::new(ProblemKind::Leaf, message).at(last));
        }
    }
}
