//! What a verification found, for people and for machines.

use std::fmt;

/// Most problems that are listed; more are counted.
const PROBLEM_LIMIT: usize = 500;

/// What part of the log a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProblemKind {
    /// The database or a file cannot be read.
    Unreadable,
    /// The tables are not those of a log, or do not repeat what the leaves say.
    Layout,
    /// A key is not the one that the log was made with.
    Key,
    /// Records are missing: removed, or lost with the end of the log.
    Missing,
    /// A leaf was changed, moved or put in.
    Leaf,
    /// A tree hash was changed; the records are as they were.
    Hash,
    /// A checkpoint was changed, or does not fit the records.
    Checkpoint,
    /// The numbers of a session do not add up.
    Session,
    /// A payload was changed or is missing, or an erased one is back.
    Payload,
    /// A record names another that is not there.
    Reference,
    /// The clock went backwards.
    Clock,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What it is about.
    pub kind: ProblemKind,
    /// The record, or the first of several; `None` where it is about no record.
    pub index: Option<u64>,
    /// The last of several records.
    pub last: Option<u64>,
    /// Decision id of the record, where it can still be read.
    pub decision_id: Option<String>,
    /// What is wrong, for people.
    pub message: String,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, message: impl Into<String>) -> Self {
        Self { kind, index: None, last: None, decision_id: None, message: message.into() }
    }

    pub(crate) fn at(mut self, index: u64) -> Self {
        self.index = Some(index);
        self
    }

    pub(crate) fn through(mut self, last: u64) -> Self {
        self.last = self.index.filter(|&first| first < last).map(|_| last);
        self
    }

    pub(crate) fn with_id(mut self, id: Option<&str>) -> Self {
        self.decision_id = id.map(str::to_owned);
        self
    }

    /// Whether the problem is about this record.
    #[must_use]
    pub fn names(&self, index: u64) -> bool {
        self.index.is_some_and(|first| (first..=self.last.unwrap_or(first)).contains(&index))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.index, self.last) {
            (Some(first), Some(last)) => write!(f, "records {first} to {last}")?,
            (Some(index), None) => write!(f, "record {index}")?,
            (None, _) => return f.write_str(&self.message),
        }
        if let Some(id) = &self.decision_id {
            write!(f, " ({id})")?;
        }
        write!(f, ": {}", self.message)
    }
}

/// What a verification found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// Records there are.
    pub size: u64,
    /// RFC 6962 root over them, computed from the leaves; all zeros where nothing could be read.
    pub root: [u8; 32],
    /// Checkpoints whose signature and root are right.
    pub checkpoints: u64,
    /// Records that the last such checkpoint covers. The rest is not signed yet.
    pub signed: u64,
    /// Payloads that have their commit.
    pub payloads: u64,
    /// Payloads that were erased, with a record that says so.
    pub erased: u64,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// Problems that were not listed any more.
    pub problems_left_out: u64,
    /// What is worth knowing and proves nothing.
    pub warnings: Vec<Problem>,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    pub(crate) fn problem(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEM_LIMIT {
            self.problems.push(problem);
        } else {
            self.problems_left_out += 1;
        }
    }

    pub(crate) fn warn(&mut self, warning: Problem) {
        if self.warnings.len() < PROBLEM_LIMIT {
            self.warnings.push(warning);
        }
    }
}
