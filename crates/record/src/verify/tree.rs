//! Stored hashes against those computed from the leaves, and which of the two is wrong.

use std::collections::HashMap;

use tlog_tiles::{Hash, split_stored_hash_index, stored_hash_count, stored_hash_index};

use crate::{
    Checkpoint, Problem, ProblemKind,
    tree::Recomputed,
    verify::{Verifier, signed, tlog_size},
};

/// What the signed roots say about a leaf and a stored hash that differ.
#[derive(Clone, Copy)]
enum Culprit {
    Leaf,
    StoredHash,
    Undecided,
}

impl Verifier<'_> {
    pub(super) fn check_tree(&mut self) {
        self.report_missing();
        self.report_unfit();
        self.check_interior();
        self.check_end();
    }

    /// Runs of missing records, as one problem each.
    fn report_missing(&mut self) {
        let mut runs: Vec<(u64, u64)> = Vec::new();
        for &index in &self.missing {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == index => *last = index,
                _ => runs.push((index, index)),
            }
        }
        for (first, last) in runs {
            let message = "not in the database any more";
            self.problem(Problem::new(ProblemKind::Missing, message).at(first).through(last));
        }
    }

    fn report_unfit(&mut self) {
        if self.unfit.is_empty() {
            return;
        }
        let by_hash = self.tree_of_stored_hashes();
        let signed = self.database_checkpoints();
        let owners = self.owners();
        for index in self.unfit.clone() {
            let problem = match self.culprit(index, &by_hash, &signed) {
                Culprit::StoredHash => Problem::new(
                    ProblemKind::Hash,
                    "its stored hash was changed; the leaf is the one that was signed",
                ),
                Culprit::Leaf => Problem::new(
                    ProblemKind::Leaf,
                    format!("its leaf was changed{}", self.moved(index, &owners)),
                ),
                Culprit::Undecided => Problem::new(
                    ProblemKind::Leaf,
                    format!("leaf and stored hash do not fit{}", self.moved(index, &owners)),
                ),
            };
            self.problem(problem.at(index));
        }
    }

    fn tree_of_stored_hashes(&self) -> Recomputed<'static> {
        let mut tree = Recomputed::from_start();
        for index in 0..self.size() {
            let hash = self.stored_leaf_hash(index).or_else(|| self.leaf_hash(index));
            // Pushing in order onto a tree in memory cannot fail.
            if hash.is_none_or(|hash| tree.push(index, hash).is_err()) {
                break;
            }
        }
        tree
    }

    pub(super) fn leaf_hash(&self, index: u64) -> Option<Hash> {
        let place = usize::try_from(stored_hash_index(0, index)).ok()?;
        self.tree.hashes().get(place).copied()
    }

    fn database_checkpoints(&self) -> Vec<Checkpoint> {
        let Some(vkey) = &self.outside.vkey else { return Vec::new() };
        let notes = signed::notes(self.db).0;
        notes.iter().filter_map(|(_, note)| Checkpoint::verify(note, vkey).ok()).collect()
    }

    /// Asks the first checkpoint that covers the record.
    fn culprit(&self, index: u64, by_hash: &Recomputed<'_>, signed: &[Checkpoint]) -> Culprit {
        let mut covering = signed.iter().filter(|c| c.size > index && c.size <= self.size());
        let Some(covering) = covering.next() else { return Culprit::Undecided };
        let root = Some(Hash(covering.root));
        if self.root(covering.size) == root {
            Culprit::StoredHash
        } else if by_hash.root(covering.size).ok() == root {
            Culprit::Leaf
        } else {
            Culprit::Undecided
        }
    }

    /// Which record each stored leaf hash belongs to.
    fn owners(&self) -> HashMap<[u8; 32], u64> {
        let size = tlog_size(self.stored.len());
        (0..size).filter_map(|index| Some((self.stored_leaf_hash(index)?.0, index))).collect()
    }

    fn moved(&self, index: u64, owners: &HashMap<[u8; 32], u64>) -> String {
        let owner = self.leaf_hash(index).and_then(|hash| owners.get(&hash.0));
        match owner {
            Some(owner) => format!(": it is the leaf that was record {owner}"),
            None => String::new(),
        }
    }

    /// Hashes above the leaves, where the leaves under them are in order.
    fn check_interior(&mut self) {
        for position in 0..stored_hash_count(self.size()) {
            let (level, n) = split_stored_hash_index(position);
            let (first, last) = (n << level, ((n + 1) << level) - 1);
            let place = usize::try_from(position).unwrap_or(usize::MAX);
            let stored = self.stored.get(place).copied().flatten();
            let fits = stored == self.tree.hashes().get(place).copied();
            if level == 0 || fits || self.explained(first, last) {
                continue;
            }
            let message = "the stored hash over them was changed; the records are as they were";
            self.problem(Problem::new(ProblemKind::Hash, message).at(first).through(last));
        }
    }

    /// Whether a record in the range is known to be missing or changed.
    pub(super) fn explained(&self, first: u64, last: u64) -> bool {
        let damaged = [&self.missing, &self.unfit];
        first <= last && damaged.iter().any(|set| set.range(first..=last).next().is_some())
    }

    /// Hashes of records behind the last one.
    fn check_end(&mut self) {
        let (size, hashed) = (self.size(), tlog_size(self.stored.len()));
        if self.stored.len() as u64 > stored_hash_count(size) {
            let last = hashed.max(size + 1) - 1;
            let message = "removed: their hashes are still in the tree";
            self.problem(Problem::new(ProblemKind::Missing, message).at(size).through(last));
        }
    }
}
