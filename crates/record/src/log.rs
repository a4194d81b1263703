//! The log: opened by a folder, appended to, checkpointed.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::{
    Entry, RecordError, append,
    draft::Draft,
    files,
    keys::{self, TenantKey},
    mark::Mark,
    store::{self, DATABASE},
};

/// What a new log is made with; an existing one keeps what it was made with.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Origin name, which checkpoints carry: a host and path without a scheme. By default
    /// `portcullis.local/` and random digits.
    pub origin: Option<String>,
}

/// What an append answers: the record is durable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Index of the record in the log, from 0.
    pub index: u64,
    /// RFC 6962 hash of its leaf.
    pub leaf_hash: [u8; 32],
    /// Its decision id.
    pub decision_id: String,
    /// Its number in its session, from 0; `None` where it belongs to none.
    pub seq_in_session: Option<u64>,
}

/// An open log. Many processes may have the same log open.
pub struct Log {
    pub(crate) folder: PathBuf,
    pub(crate) connection: Connection,
    pub(crate) tenant: TenantKey,
    /// The log held at least this many records before it was opened.
    floor: u64,
    /// Size of the write-ahead log when it was looked at last, in bytes.
    wal: u64,
}

impl std::fmt::Debug for Log {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Log").field("folder", &self.folder).finish_non_exhaustive()
    }
}

impl Log {
    /// Opens the log in a folder, and makes folder, keys and database where there are none.
    ///
    /// # Errors
    /// Where the folder is open to other users, a key is missing, the database is gone although it
    /// held records, or the system refuses.
    pub fn open(folder: &Path) -> Result<Self, RecordError> {
        Self::open_with(folder, &Settings::default())
    }

    /// As [`Log::open`], with settings for a new log.
    ///
    /// # Errors
    /// As [`Log::open`]; an origin name that the checkpoint format does not allow.
    pub fn open_with(folder: &Path, settings: &Settings) -> Result<Self, RecordError> {
        files::private_folder(folder)?;
        if let Some(log) = Self::look(folder)? {
            return Ok(log);
        }
        create(folder, settings)?;
        let missing = || RecordError::NoLog { path: folder.to_owned() };
        Self::look(folder)?.ok_or_else(missing)
    }

    /// Opens a log that exists.
    ///
    /// # Errors
    /// Where there is none; else as [`Log::open`].
    pub fn open_existing(folder: &Path) -> Result<Self, RecordError> {
        let log = if folder.is_dir() { Self::look(folder)? } else { None };
        log.ok_or_else(|| RecordError::NoLog { path: folder.to_owned() })
    }

    fn look(folder: &Path) -> Result<Option<Self>, RecordError> {
        files::check_private(folder)?;
        let floor = floor(folder)?;
        let Some(connection) = store::open(folder)? else {
            return match floor {
                0 => Ok(None),
                records => Err(RecordError::DatabaseGone { path: folder.to_owned(), records }),
            };
        };
        let tenant = TenantKey::load(folder)?;
        let (folder, wal) = (folder.to_owned(), store::wal_size(folder));
        Ok(Some(Self { folder, connection, tenant, floor, wal }))
    }

    /// Records an entry. When this returns a receipt, the record is on the disk.
    ///
    /// The same entry again under the same decision id gives the first receipt again.
    ///
    /// # Errors
    /// Nothing was recorded, as far as can be known: the entry cannot be a leaf, its id is taken,
    /// or the log cannot be written. The caller must then block.
    pub fn append(&mut self, entry: &Entry) -> Result<Receipt, RecordError> {
        let draft = Draft::new(entry, &self.tenant)?;
        let transaction = store::begin(&self.connection)?;
        if let Some(receipt) = append::existing(&transaction, &draft)? {
            return Ok(receipt);
        }
        let receipt = append::append(&transaction, &draft, self.floor)?;
        transaction.commit().map_err(RecordError::database("make a record durable"))?;
        self.acknowledge(&receipt)?;
        Ok(receipt)
    }

    /// Raises the high-water mark, and keeps the write-ahead log short.
    pub(crate) fn acknowledge(&mut self, receipt: &Receipt) -> Result<(), RecordError> {
        // An empty write-ahead log may be a new file. SQLite can be built not to sync the folder on
        // every first commit of a process, which would cost each hook a second sync.
        if self.wal == 0 {
            files::sync_folder(&self.folder.join(DATABASE))?;
        }
        self.floor = receipt.index + 1;
        Mark { size: self.floor, last_leaf: receipt.leaf_hash }.write(&self.folder);
        let now = store::wal_size(&self.folder);
        // The record is durable whatever becomes of this; a full disk shows at the next append.
        let _later = store::empty_wal(&mut self.connection, self.wal, now);
        self.wal = store::wal_size(&self.folder);
        Ok(())
    }

    /// How many records there must be at least.
    pub(crate) fn floor(&self) -> u64 {
        self.floor
    }

    /// How many records there are.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn size(&self) -> Result<u64, RecordError> {
        store::size(&self.connection)
    }

    /// The key that verifies this log's checkpoints: `name+hash+key`.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn verifier_key(&self) -> Result<String, RecordError> {
        store::meta(&self.connection, "vkey")
    }

    /// The keyed ref that stands for a value in leaves. Kinds: `session`, `actor`, `repository`,
    /// `path`, `action`, `fingerprint`, `authorizer`.
    #[must_use]
    pub fn pseudonym(&self, kind: &str, value: &[u8]) -> String {
        self.tenant.pseudonym(kind, value)
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// How many records were acknowledged. A mark that a power cut left unreadable is no reason to
/// block: it says nothing, `verify` mentions it, and the next append writes it anew.
fn floor(folder: &Path) -> Result<u64, RecordError> {
    match Mark::read(folder) {
        Ok(mark) => Ok(mark.map_or(0, |mark| mark.size)),
        Err(RecordError::Damaged { .. }) => Ok(0),
        Err(error) => Err(error),
    }
}

/// Makes keys and database. Several processes may do so at once: each piece is made whole, and the
/// first one made is the one that all use.
fn create(folder: &Path, settings: &Settings) -> Result<(), RecordError> {
    let key = keys::create(folder, settings.origin.as_deref())?;
    let tenant = TenantKey::load(folder)?.pseudonym("check", b"");
    store::create(folder, &[("tenant", &tenant), ("vkey", &key.vkey)])
}
