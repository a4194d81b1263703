//! Reading records back, for people and reports. Reading checks that a leaf can be parsed and that
//! a payload has its commit; whether the log as a whole is sound is `verify`'s to say.

use rusqlite::{OptionalExtension as _, Row, params};
use tlog_tiles::record_hash;

use crate::{
    Group, Kind, Log, RecordError, append, commit, hex,
    leaf::{self, v1::Leaf},
    store::{self, row_id},
};

/// Which records to read.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// First index.
    pub from: u64,
    /// One past the last index; `None` reads to the end.
    pub to: Option<u64>,
    /// Only records of this session, by the host's session id.
    pub session: Option<String>,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this verdict, by its name.
    pub verdict: Option<String>,
    /// At most this many.
    pub limit: Option<usize>,
    /// From the end backwards.
    pub newest_first: bool,
}

impl Filter {
    fn takes(&self, leaf: &Leaf, session_ref: Option<&str>) -> bool {
        self.kind.is_none_or(|kind| kind == leaf.kind)
            && (self.verdict.is_none() || self.verdict == leaf.verdict)
            && (session_ref.is_none() || session_ref == leaf.session_ref.as_deref())
    }
}

/// A payload's salt, and the payload.
pub(crate) type SaltAndBytes = (Vec<u8>, Vec<u8>);

/// A record as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEntry {
    /// Index in the log.
    pub index: u64,
    /// The bytes that are hashed.
    pub bytes: Vec<u8>,
    /// What they say.
    pub leaf: Leaf,
}

impl StoredEntry {
    pub(crate) fn new(index: u64, bytes: Vec<u8>) -> Result<Self, RecordError> {
        match leaf::parse(&bytes) {
            Ok(leaf) => Ok(Self { index, bytes, leaf }),
            Err(error) => {
                Err(RecordError::damaged(format!("record {index} cannot be read: {error}")))
            }
        }
    }

    /// RFC 6962 hash of the leaf.
    #[must_use]
    pub fn leaf_hash(&self) -> [u8; 32] {
        record_hash(&self.bytes).0
    }
}

impl Log {
    /// The records that a filter takes, in order.
    ///
    /// # Errors
    /// Where the database or a leaf cannot be read.
    pub fn entries(&self, filter: &Filter) -> Result<Vec<StoredEntry>, RecordError> {
        let failed = RecordError::database("read the log");
        let order = if filter.newest_first { "DESC" } else { "ASC" };
        let select = format!(
            "SELECT position, leaf FROM entry WHERE position >= ?1 AND position < ?2 \
             ORDER BY position {order}"
        );
        let session = filter.session.as_ref().map(|id| self.pseudonym("session", id.as_bytes()));
        let to = filter.to.map_or(Ok(i64::MAX), row_id)?;
        let mut select = self.connection.prepare(&select).map_err(&failed)?;
        let mut rows = select.query([row_id(filter.from)?, to]).map_err(&failed)?;
        let mut taken = Vec::new();
        while taken.len() < filter.limit.unwrap_or(usize::MAX)
            && let Some(row) = rows.next().map_err(&failed)?
        {
            let entry = stored(row)?;
            if filter.takes(&entry.leaf, session.as_deref()) {
                taken.push(entry);
            }
        }
        Ok(taken)
    }

    /// The record with a decision id.
    ///
    /// # Errors
    /// Where the database or the leaf cannot be read.
    pub fn entry_by_decision(&self, id: &str) -> Result<Option<StoredEntry>, RecordError> {
        let found = append::find(&self.connection, id)?;
        found.map(|(index, bytes)| StoredEntry::new(index, bytes)).transpose()
    }

    /// A payload of a record; `None` where it never had one or it was erased.
    ///
    /// # Errors
    /// Where there is no such record, or the payload does not have its commit.
    pub fn payload(&self, id: &str, group: Group) -> Result<Option<Vec<u8>>, RecordError> {
        let missing = || RecordError::NoRecord { id: id.to_owned() };
        let entry = self.entry_by_decision(id)?.ok_or_else(missing)?;
        let found = self.sealed_payload(&entry, group)?;
        Ok(found.map(|(_, bytes)| bytes))
    }

    /// Salt and bytes of a payload, checked against the leaf.
    pub(crate) fn sealed_payload(
        &self,
        entry: &StoredEntry,
        group: Group,
    ) -> Result<Option<SaltAndBytes>, RecordError> {
        let position = row_id(entry.index)?;
        let found: Option<SaltAndBytes> = self
            .connection
            .prepare_cached("SELECT salt, bytes FROM payload WHERE position = ?1 AND name = ?2")
            .and_then(|mut select| {
                let pair = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
                select.query_row(params![position, group.name()], pair).optional()
            })
            .map_err(RecordError::database("read the vault"))?;
        let Some((salt, bytes)) = found else { return Ok(None) };
        let again = hex::encode(&commit(&salt, group.name(), &bytes));
        if entry.leaf.commits.get(group.name()) != Some(&again) {
            let index = entry.index;
            let problem = format!("payload `{group}` of record {index} does not have its commit");
            return Err(RecordError::damaged(problem));
        }
        Ok(Some((salt, bytes)))
    }
}

fn stored(row: &Row<'_>) -> Result<StoredEntry, RecordError> {
    let failed = RecordError::database("read the log");
    let position: i64 = row.get(0).map_err(&failed)?;
    StoredEntry::new(store::index(position)?, row.get(1).map_err(&failed)?)
}
