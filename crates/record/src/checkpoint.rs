//! Checkpoints: the size and root of the tree, signed (C2SP tlog-checkpoint, signed-note).
//!
//! A checkpoint is made off the agent's way. What it signs is recomputed: the part that was signed
//! before is checked against that signature, and the rest is hashed from the leaves.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};
use signed_note::{Note, Signer, StandardVerifier, VerifierList};
use tlog_tiles::{Hash, record_hash, stored_hash_index};

use crate::{
    Log, RecordError, files, hex,
    keys::{self, LogKey, SIGNING_KEY},
    store::{self, row_id},
    tree::{Recomputed, StoredNodes},
};

/// File with a copy of the last checkpoint.
pub(crate) const CHECKPOINT: &str = "checkpoint";
/// Longest checkpoint that is read, in bytes; one with many witnesses has a few thousand.
pub(crate) const NOTE_LIMIT: u64 = 1_000_000;

/// A signed size and root, whose signature was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Name of the log.
    pub origin: String,
    /// Number of records.
    pub size: u64,
    /// RFC 6962 root over them.
    pub root: [u8; 32],
    /// The signed note, as it goes to others.
    pub note: String,
}

impl Checkpoint {
    /// Reads a signed note and checks that this key signed it.
    ///
    /// # Errors
    /// Where the key or the note is malformed, or the signature is not one of the key's.
    pub fn verify(note: &str, vkey: &str) -> Result<Self, RecordError> {
        let refuse = |problem: String| RecordError::Checkpoint { problem };
        let verifier = StandardVerifier::new(vkey)
            .map_err(|_| RecordError::VerifierKey { vkey: vkey.to_owned() })?;
        let parsed =
            Note::from_bytes(note.as_bytes()).map_err(|error| refuse(error.to_string()))?;
        parsed
            .verify(&VerifierList::new(vec![Box::new(verifier)]))
            .map_err(|error| refuse(error.to_string()))?;
        let head = tlog_tiles::Checkpoint::from_bytes(parsed.text())
            .map_err(|error| refuse(error.to_string()))?;
        if head.origin() != keys::origin_of(vkey) {
            return Err(refuse(format!("it is one of `{}`", head.origin())));
        }
        Ok(Self {
            origin: head.origin().to_owned(),
            size: head.size(),
            root: head.hash().0,
            note: note.to_owned(),
        })
    }

    fn sign(key: &LogKey, size: u64, root: Hash) -> Result<Self, RecordError> {
        let refuse = |problem: String| RecordError::Checkpoint { problem };
        let origin = key.signer.name();
        let head = tlog_tiles::Checkpoint::new(origin, size, root, "")
            .map_err(|error| refuse(error.to_string()))?;
        let mut note =
            Note::new(&head.to_bytes(), &[]).map_err(|error| refuse(error.to_string()))?;
        note.add_sigs(&[&key.signer]).map_err(|error| refuse(error.to_string()))?;
        let note = String::from_utf8(note.to_bytes()).map_err(|error| refuse(error.to_string()))?;
        Ok(Self { origin: origin.to_owned(), size, root: root.0, note })
    }
}

impl Log {
    /// Signs the size and root of the log as it is now, unless that was done already, and stores
    /// the checkpoint.
    ///
    /// # Errors
    /// [`RecordError::NotConsistent`] where the tree does not extend the one signed last: nothing
    /// is signed then. Else where a key or the database cannot be used.
    pub fn checkpoint(&mut self) -> Result<Checkpoint, RecordError> {
        let key = LogKey::load(&self.folder)?;
        self.check_keys(&key)?;
        let (size, root, last) = self.recompute(&key.vkey)?;
        if let Some(last) = last.filter(|last| last.size == size) {
            return Ok(last);
        }
        let new = Checkpoint::sign(&key, size, root)?;
        self.store_checkpoint(&new)?;
        publish(&self.folder, &new, &key.vkey)?;
        Ok(new)
    }

    /// The last checkpoint that was signed, if any.
    ///
    /// # Errors
    /// Where it cannot be read, or its signature does not hold.
    pub fn last_checkpoint(&self) -> Result<Option<Checkpoint>, RecordError> {
        last(&self.connection, &self.verifier_key()?)
    }

    fn check_keys(&self, key: &LogKey) -> Result<(), RecordError> {
        let other = |name| RecordError::Key {
            path: self.folder.join(name),
            problem: "is not the one that the log was made with",
        };
        if self.verifier_key()? != key.vkey {
            return Err(other(SIGNING_KEY));
        }
        let tenant = store::meta(&self.connection, "tenant")?;
        if tenant != self.tenant.pseudonym("check", b"") {
            return Err(other(keys::TENANT_KEY));
        }
        Ok(())
    }

    /// Size and root from one snapshot, and the checkpoint that they extend.
    fn recompute(&self, vkey: &str) -> Result<(u64, Hash, Option<Checkpoint>), RecordError> {
        let snapshot = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)
            .map_err(RecordError::database("read the log"))?;
        let size = store::size(&snapshot)?;
        if size < self.floor() {
            return Err(RecordError::RolledBack { size, acknowledged: self.floor() });
        }
        let last = last(&snapshot, vkey)?;
        let root = extend(&snapshot, size, last.as_ref())?;
        Ok((size, root, last))
    }

    fn store_checkpoint(&self, new: &Checkpoint) -> Result<(), RecordError> {
        let failed = RecordError::database("store a checkpoint");
        let transaction = store::begin(&self.connection)?;
        let size = row_id(new.size)?;
        transaction
            .execute("INSERT OR IGNORE INTO checkpoint VALUES (?1, ?2)", params![size, new.note])
            .map_err(&failed)?;
        // Another process may have signed the same size: then both signed the same bytes.
        let stored: String = transaction
            .query_row("SELECT note FROM checkpoint WHERE size = ?1", [size], |row| row.get(0))
            .map_err(&failed)?;
        if stored != new.note {
            let problem = format!("size {size} was signed before with another root");
            return Err(RecordError::NotConsistent { problem });
        }
        transaction.commit().map_err(&failed)
    }
}

/// Puts a copy beside the database, unless a newer one is there.
fn publish(folder: &Path, new: &Checkpoint, vkey: &str) -> Result<(), RecordError> {
    let path = folder.join(CHECKPOINT);
    let there = files::read_small(&path, NOTE_LIMIT)?;
    let there = there.and_then(|bytes| String::from_utf8(bytes).ok());
    let newer = there
        .and_then(|note| Checkpoint::verify(&note, vkey).ok())
        .is_some_and(|there| there.size >= new.size);
    if newer { Ok(()) } else { files::replace(&path, new.note.as_bytes()) }
}

fn last(db: &Connection, vkey: &str) -> Result<Option<Checkpoint>, RecordError> {
    let note: Option<String> = db
        .query_row("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1", [], |row| row.get(0))
        .optional()
        .map_err(RecordError::database("read the last checkpoint"))?;
    note.map(|note| Checkpoint::verify(&note, vkey)).transpose()
}

/// The root over `size` records, computed so that it extends the last signed one.
fn extend(db: &Connection, size: u64, last: Option<&Checkpoint>) -> Result<Hash, RecordError> {
    let refuse = |problem: String| RecordError::NotConsistent { problem };
    let nodes = StoredNodes::new(db)?;
    let signed = last.map_or(0, |last| last.size);
    if size < signed {
        return Err(refuse(format!("the log holds {size} records and {signed} were signed")));
    }
    if let Some(last) = last
        && nodes.root(signed)?.0 != last.root
    {
        return Err(refuse(format!("the first {signed} records no longer have the signed root")));
    }
    let mut tree = Recomputed::after(signed, &nodes);
    add_leaves(db, &nodes, &mut tree, signed, size)?;
    tree.root(size).map_err(|error| nodes.explain(&error))
}

/// Hashes the leaves from `from` on, and checks that the stored hashes are the same.
fn add_leaves(
    db: &Connection,
    nodes: &StoredNodes<'_>,
    tree: &mut Recomputed<'_>,
    from: u64,
    size: u64,
) -> Result<(), RecordError> {
    let failed = RecordError::database("read the log");
    let mut select = db
        .prepare("SELECT position, leaf FROM entry WHERE position >= ?1 ORDER BY position")
        .map_err(&failed)?;
    let mut rows = select.query([row_id(from)?]).map_err(&failed)?;
    for index in from..size {
        let refuse = |problem: &str| RecordError::NotConsistent {
            problem: format!("record {index} {problem}"),
        };
        let row = rows.next().map_err(&failed)?.ok_or_else(|| refuse("is missing"))?;
        let position: i64 = row.get(0).map_err(&failed)?;
        if store::index(position)? != index {
            return Err(refuse("is missing"));
        }
        let leaf: Vec<u8> = row.get(1).map_err(&failed)?;
        check_hashes(nodes, tree, index, record_hash(&leaf))?;
    }
    Ok(())
}

fn check_hashes(
    nodes: &StoredNodes<'_>,
    tree: &mut Recomputed<'_>,
    index: u64,
    leaf: Hash,
) -> Result<(), RecordError> {
    use tlog_tiles::HashReader as _;
    let new = tree.push(index, leaf).map_err(|error| nodes.explain(&error))?;
    let first = stored_hash_index(0, index);
    let positions: Vec<u64> = (first..).take(new.len()).collect();
    let stored = nodes.read_hashes(&positions).map_err(|error| nodes.explain(&error))?;
    if stored == new {
        return Ok(());
    }
    let problem = format!(
        "record {index} does not have its stored hash (leaf hash {})",
        hex::encode(&leaf.0)
    );
    Err(RecordError::NotConsistent { problem })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vector of C2SP signed-note.
    #[test]
    fn the_published_note_verifies() {
        let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        let signature = "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjO\
                         BH3mFXmRKuwHjG1Yu72IneyaQM=";
        let note = format!("This is an example message.\n\n\u{2014} example.com/foo {signature}\n");
        let verifier = StandardVerifier::new(vkey).unwrap();
        let list = VerifierList::new(vec![Box::new(verifier)]);
        Note::from_bytes(note.as_bytes()).unwrap().verify(&list).unwrap();
        // It is signed, and it is no checkpoint.
        let error = Checkpoint::verify(&note, vkey).unwrap_err();
        assert!(error.to_string().contains("malformed checkpoint"), "{error}");
    }
}
