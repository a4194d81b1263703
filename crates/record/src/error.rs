//! What can go wrong with the record, said to the person who has to mend it.

use std::{io, path::PathBuf};

use rusqlite::ErrorCode;

/// An error of the record. Where one comes back from an append, nothing was acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// A file or folder of the log cannot be used.
    #[error("cannot {action} `{path}`: {source}; check that this user may use the log's folder")]
    File {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The database answered with an error.
    #[error("cannot {action}: {source}; {hint}")]
    Database {
        /// What was tried.
        action: &'static str,
        /// What to do next.
        hint: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The folder, or a key in it, is open to other users.
    #[error("`{path}` is open to other users (mode {mode:o}): run `chmod go= {path}`")]
    OpenToOthers {
        /// The folder or file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// There is no log in the folder.
    #[error("no log in `{path}`: check the folder, or let the gate make one on its first decision")]
    NoLog {
        /// The folder.
        path: PathBuf,
    },
    /// There was a log in the folder and its database is gone.
    #[error(
        "the log in `{path}` held {records} records and its database is gone: restore `log.db` \
         from a backup, or move the folder away to start a new log"
    )]
    DatabaseGone {
        /// The folder.
        path: PathBuf,
        /// How many records it held at least.
        records: u64,
    },
    /// The log holds fewer records than were acknowledged.
    #[error(
        "the log holds {size} records and {acknowledged} were acknowledged: it was rolled back; \
         restore the newer copy, or keep this folder as evidence and start a new log"
    )]
    RolledBack {
        /// Records there are.
        size: u64,
        /// Records there were.
        acknowledged: u64,
    },
    /// A key is missing or is not the one the log was made with.
    #[error("the key `{path}` {problem}: restore it from a backup")]
    Key {
        /// The key file.
        path: PathBuf,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The database was made by another version or another program.
    #[error(
        "the database has layout {found} and this version reads {known}: use the version that made \
         it"
    )]
    Layout {
        /// Layout number found.
        found: i64,
        /// Layout number known.
        known: i64,
    },
    /// An entry cannot be recorded as it is.
    #[error("the entry's {field} cannot be recorded: {problem}")]
    Entry {
        /// Which field.
        field: &'static str,
        /// What is wrong with it and what to give instead.
        problem: String,
    },
    /// The leaf is larger than the format allows, even without its findings and samples.
    #[error(
        "the leaf would have {bytes} bytes and the format allows {limit}: name fewer policies, and \
         put long texts into payloads"
    )]
    LeafTooLarge {
        /// Size that it would have.
        bytes: usize,
        /// Size that is allowed.
        limit: usize,
    },
    /// The decision id is taken by another record.
    #[error(
        "record {index} already has the decision id `{id}` and says something else: use a new id"
    )]
    IdTaken {
        /// The id.
        id: String,
        /// The record that has it.
        index: u64,
    },
    /// No record has this decision id.
    #[error("no record has the decision id `{id}`: `portcullis log show` lists the ids")]
    NoRecord {
        /// The id.
        id: String,
    },
    /// The record has no such payload to erase.
    #[error("record `{id}` has no payload `{group}` to erase: it never had one, or it was erased")]
    NothingToErase {
        /// The record.
        id: String,
        /// The group.
        group: &'static str,
    },
    /// What is stored does not fit together.
    #[error("the log is damaged: {problem}; run `portcullis log verify`")]
    Damaged {
        /// What does not fit.
        problem: String,
    },
    /// The tree does not extend the one that was signed last.
    #[error(
        "no checkpoint was signed: {problem}; run `portcullis log verify`, and keep this folder as \
         evidence"
    )]
    NotConsistent {
        /// What does not fit.
        problem: String,
    },
    /// An origin name that the checkpoint format does not allow.
    #[error("`{origin}` cannot name a log: use a host and path without spaces and `+`")]
    Origin {
        /// The name.
        origin: String,
    },
    /// The verifier key cannot be read.
    #[error("`{vkey}` is no verifier key: expected `name+hash+key`, as in the file `log.vkey`")]
    VerifierKey {
        /// The text.
        vkey: String,
    },
    /// A checkpoint that is malformed or not signed by the key.
    #[error("the checkpoint cannot be trusted: {problem}")]
    Checkpoint {
        /// What is wrong with it.
        problem: String,
    },
    /// A proof that does not hold.
    #[error("the proof does not hold: {problem}; ask for a new one with `portcullis log prove`")]
    Proof {
        /// What is wrong with it.
        problem: String,
    },
    /// The folder to export to holds something else.
    #[error("`{path}` is not empty: name a new folder to export to")]
    ExportTarget {
        /// The folder.
        path: PathBuf,
    },
    /// The system gave no random bytes.
    #[error("the system gave no random bytes: {0}; check `/dev/urandom`")]
    Random(getrandom::Error),
}

impl RecordError {
    pub(crate) fn file(
        action: &'static str,
        path: impl Into<PathBuf>,
    ) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { action, path, source }
    }

    pub(crate) fn database(action: &'static str) -> impl Fn(rusqlite::Error) -> Self {
        move |source| Self::Database { action, hint: hint(&source), source }
    }

    pub(crate) fn damaged(problem: impl Into<String>) -> Self {
        Self::Damaged { problem: problem.into() }
    }
}

/// What to do next about an error of SQLite.
pub(crate) fn hint(error: &rusqlite::Error) -> &'static str {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another process held the log for too long: try again"
        }
        Some(ErrorCode::DiskFull) => "free space on the disk of the log, then try again",
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
            "make the log's folder and its files writable for this user"
        }
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            "run `portcullis log verify`, then restore the log's folder from a backup"
        }
        Some(ErrorCode::SystemIoFailure) => {
            "check that the disk of the log is in order and has space"
        }
        _ => "run `portcullis log verify`",
    }
}
