//! What leaves must say of one another, wherever they were read from: a database or an export.
//!
//! Ids are unique, sessions are numbered without a gap, references lead back to a record, payloads
//! have their commits or were erased, the clock goes forward. Tree and signatures are checked by
//! the callers.

use std::collections::{BTreeMap, HashMap};

use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};

use crate::{
    Problem, ProblemKind, VerifyReport, commit, hex,
    leaf::{self, v1::Leaf},
};

/// How far the clock may go back between two records: processes take the time before they wait for
/// their turn to write, and clocks are set.
const SKEW: Duration = Duration::seconds(60);

/// A row of the vault.
pub(crate) struct VaultRow {
    pub(crate) group: String,
    pub(crate) salt: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
}

/// The last record of a session so far.
struct Tail {
    index: u64,
    seq: u64,
    id: String,
}

/// A payload that is not in the vault.
struct Absent {
    index: u64,
    id: String,
    group: String,
}

/// Takes the leaves one after the other.
#[derive(Default)]
pub(crate) struct Audit {
    pub(crate) report: VerifyReport,
    ids: HashMap<String, u64>,
    sessions: HashMap<String, Tail>,
    /// Target and group, and the record that tells of the erasure.
    erased: BTreeMap<(String, String), u64>,
    absent: Vec<Absent>,
    latest: Option<OffsetDateTime>,
    /// The last record that is missing or changed: what follows cannot be held to it.
    last_damaged: Option<u64>,
}

impl Audit {
    pub(crate) fn problem(&mut self, kind: ProblemKind, index: u64, message: impl Into<String>) {
        self.report.problem(Problem::new(kind, message).at(index));
    }

    /// Says that a record is missing or changed, so that its absence is not reported twice.
    pub(crate) fn damaged(&mut self, index: u64) {
        self.last_damaged = Some(index);
    }

    fn damaged_after(&self, index: Option<u64>) -> bool {
        self.last_damaged.is_some_and(|damaged| index.is_none_or(|index| damaged > index))
    }

    /// Takes the next leaf. `intact` says that its bytes have the hash that is stored for them.
    pub(crate) fn leaf(&mut self, index: u64, bytes: &[u8], intact: bool) -> Option<Leaf> {
        let leaf = match leaf::parse(bytes) {
            Ok(leaf) => leaf,
            Err(error) => {
                self.damaged(index);
                let message = format!("the leaf cannot be read: {error}");
                self.problem(ProblemKind::Leaf, index, message);
                return None;
            }
        };
        self.identity(index, &leaf);
        if intact {
            self.references(index, &leaf);
            self.session(index, &leaf);
            self.clock(index, &leaf);
        } else {
            self.damaged(index);
        }
        Some(leaf)
    }

    fn identity(&mut self, index: u64, leaf: &Leaf) {
        if let Some(other) = self.ids.insert(leaf.decision_id.clone(), index) {
            let message = format!("it has the decision id of record {other}");
            let problem = Problem::new(ProblemKind::Reference, message).at(index);
            self.report.problem(problem.with_id(Some(&leaf.decision_id)));
        }
    }

    fn references(&mut self, index: u64, leaf: &Leaf) {
        let target = leaf.erased.as_ref().map(|erased| &erased.target);
        for named in leaf.outcome_of.iter().chain(target) {
            let known = self.ids.get(named).is_some_and(|&earlier| earlier < index);
            // The record named may be the one that cannot be read.
            if !known && !self.damaged_after(None) {
                let message = format!("it names `{named}`, which is no record before it");
                self.problem(ProblemKind::Reference, index, message);
            }
        }
        if let Some(erased) = &leaf.erased {
            self.erased.insert((erased.target.clone(), erased.group.clone()), index);
        }
    }

    fn session(&mut self, index: u64, leaf: &Leaf) {
        let Some(session) = &leaf.session_ref else {
            if leaf.seq_in_session.is_some() || leaf.prev_in_session.is_some() {
                self.problem(ProblemKind::Session, index, "it has a number in no session");
            }
            return;
        };
        let tail = self.sessions.get(session);
        let expected = tail.map_or((0, None), |tail| (tail.seq + 1, Some(tail.id.as_str())));
        let found = (leaf.seq_in_session.unwrap_or(0), leaf.prev_in_session.as_deref());
        if found != expected && !self.damaged_after(tail.map(|tail| tail.index)) {
            let message = format!(
                "it is number {} of its session after {}, and number {} after {} was expected: a \
                 record of the session was removed",
                found.0,
                found.1.unwrap_or("none"),
                expected.0,
                expected.1.unwrap_or("none"),
            );
            self.problem(ProblemKind::Session, index, message);
        }
        let id = leaf.decision_id.clone();
        self.sessions.insert(session.clone(), Tail { index, seq: found.0, id });
    }

    fn clock(&mut self, index: u64, leaf: &Leaf) {
        let Ok(time) = OffsetDateTime::parse(&leaf.time, &Rfc3339) else {
            let message = format!("its time `{}` is none", leaf.time);
            return self.problem(ProblemKind::Leaf, index, message);
        };
        if self.latest.is_some_and(|latest| time + SKEW < latest) {
            let message = format!("its time {} is before that of an earlier record", leaf.time);
            let warning = Problem::new(ProblemKind::Clock, message).at(index);
            self.report.warn(warning.with_id(Some(&leaf.decision_id)));
        }
        self.latest = self.latest.max(Some(time));
    }

    /// Takes the vault's rows for a record.
    pub(crate) fn vault(&mut self, index: u64, leaf: &Leaf, rows: &[VaultRow]) {
        for (group, expected) in &leaf.commits {
            match rows.iter().find(|row| row.group == *group) {
                Some(row) => self.sealed(index, leaf, row, expected),
                None => self.absent.push(Absent {
                    index,
                    id: leaf.decision_id.clone(),
                    group: group.clone(),
                }),
            }
        }
        for row in rows.iter().filter(|row| !leaf.commits.contains_key(&row.group)) {
            let message =
                format!("the vault has a payload `{}` that its leaf does not name", row.group);
            self.problem(ProblemKind::Payload, index, message);
        }
    }

    fn sealed(&mut self, index: u64, leaf: &Leaf, row: &VaultRow, expected: &str) {
        if hex::encode(&commit(&row.salt, &row.group, &row.bytes)) == expected {
            self.report.payloads += 1;
            return;
        }
        let message = format!("its payload `{}` or the salt of it was changed", row.group);
        let problem = Problem::new(ProblemKind::Payload, message).at(index);
        self.report.problem(problem.with_id(Some(&leaf.decision_id)));
    }

    /// After the last leaf: payloads that are not there must have been erased.
    pub(crate) fn settle_payloads(&mut self) {
        for absent in std::mem::take(&mut self.absent) {
            let key = (absent.id, absent.group);
            if self.erased.contains_key(&key) {
                self.report.erased += 1;
                continue;
            }
            let (id, group) = key;
            let message =
                format!("its payload `{group}` is missing and no record tells of an erasure");
            let problem = Problem::new(ProblemKind::Payload, message).at(absent.index);
            self.report.problem(problem.with_id(Some(&id)));
        }
    }

    /// Records and groups whose payload must not be there any more.
    pub(crate) fn erased(&self) -> Vec<(u64, String)> {
        let place =
            |(target, group): &(String, String)| Some((*self.ids.get(target)?, group.clone()));
        self.erased.keys().filter_map(place).collect()
    }

    /// Holds the session counters of the database against the leaves.
    pub(crate) fn counters(&mut self, rows: &[(String, u64, String)]) {
        let size = self.report.size;
        for (session, seq, id) in rows {
            let tail = self.sessions.remove(session);
            let same = tail.as_ref().is_some_and(|tail| tail.seq == *seq && tail.id == *id);
            if same || self.damaged_after(tail.as_ref().map(|tail| tail.index)) {
                continue;
            }
            let found = tail.map_or(0, |tail| tail.seq + 1);
            let message = format!(
                "the counter of session {session} stands at {} records and the log has {found}: \
                 records were removed, or the counter was changed",
                seq + 1
            );
            let problem = Problem::new(ProblemKind::Session, message);
            self.report.problem(if *seq >= found { problem.at(size) } else { problem });
        }
        self.uncounted();
    }

    fn uncounted(&mut self) {
        let left = std::mem::take(&mut self.sessions);
        for (session, tail) in left {
            if self.damaged_after(Some(tail.index)) {
                continue;
            }
            let message = format!("its session {session} has no counter");
            let problem = Problem::new(ProblemKind::Session, message).at(tail.index);
            self.report.problem(problem.with_id(Some(&tail.id)));
        }
    }
}
