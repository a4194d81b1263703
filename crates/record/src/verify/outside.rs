//! What lies beside the database and can tell that it was rolled back or rewritten: keys, the
//! high-water mark, the copy of the last checkpoint, and checkpoints that the caller kept.

use std::path::Path;

use crate::{
    Problem, ProblemKind, RecordError, VerifyOptions, VerifyReport,
    checkpoint::{CHECKPOINT, NOTE_LIMIT},
    files,
    keys::{self, SIGNING_KEY, TENANT_KEY, TenantKey},
    mark::Mark,
};

/// Evidence from outside the database.
#[derive(Default)]
pub(super) struct Outside {
    /// The key to verify with.
    pub(super) vkey: Option<String>,
    /// What the database must say of the tenant key.
    pub(super) tenant_check: Option<String>,
    pub(super) mark: Option<Mark>,
    /// Signed notes, and where they come from.
    pub(super) notes: Vec<(String, String)>,
}

impl Outside {
    /// Reads it; what cannot be read is reported.
    pub(super) fn read(folder: &Path, options: &VerifyOptions, report: &mut VerifyReport) -> Self {
        let beside = keys::read_verifier_key(folder);
        let beside = reported(beside, ProblemKind::Key, report).flatten();
        if options.vkey.is_some() && beside.is_some() && options.vkey != beside {
            let message = "the verifier key beside the database is not the one given";
            report.problem(Problem::new(ProblemKind::Key, message));
        }
        let signing = folder.join(SIGNING_KEY).exists().then(|| keys::LogKey::load(folder));
        let signing = signing.and_then(|key| reported(key, ProblemKind::Key, report));
        let vkey = options.vkey.clone().or(beside);
        if signing.is_some_and(|key| vkey.as_ref() != Some(&key.vkey)) {
            let message = "the signing key does not belong to the verifier key";
            report.problem(Problem::new(ProblemKind::Key, message));
        }
        Self {
            vkey,
            tenant_check: tenant_check(folder, report),
            mark: mark(folder, report),
            notes: notes(folder, options, report),
        }
    }
}

fn reported<T>(
    result: Result<T, RecordError>,
    kind: ProblemKind,
    report: &mut VerifyReport,
) -> Option<T> {
    result.map_err(|error| report.problem(Problem::new(kind, error.to_string()))).ok()
}

/// An auditor who got a copy has no tenant key, and needs none.
fn tenant_check(folder: &Path, report: &mut VerifyReport) -> Option<String> {
    if !folder.join(TENANT_KEY).exists() {
        return None;
    }
    let key = reported(TenantKey::load(folder), ProblemKind::Key, report)?;
    Some(key.pseudonym("check", b""))
}

fn mark(folder: &Path, report: &mut VerifyReport) -> Option<Mark> {
    match Mark::read(folder) {
        Ok(Some(mark)) => return Some(mark),
        Ok(None) => {
            let message = "there is no high-water mark: a lost end of the log cannot be noticed";
            report.warn(Problem::new(ProblemKind::Missing, message));
        }
        Err(error) => report.warn(Problem::new(ProblemKind::Unreadable, error.to_string())),
    }
    None
}

fn notes(
    folder: &Path,
    options: &VerifyOptions,
    report: &mut VerifyReport,
) -> Vec<(String, String)> {
    let file = files::read_small(&folder.join(CHECKPOINT), NOTE_LIMIT);
    let file = reported(file, ProblemKind::Unreadable, report).flatten();
    let file = file.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let file = file.map(|note| (format!("the file `{CHECKPOINT}`"), note));
    let pinned = (1..).zip(&options.pinned);
    let pinned = pinned.map(|(n, note)| (format!("pinned checkpoint {n}"), note.clone()));
    file.into_iter().chain(pinned).collect()
}
