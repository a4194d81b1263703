//! Tree hashes, read from the database or from memory.
//!
//! All Merkle arithmetic is `tlog_tiles`'s; hashes are stored under its dense numbering
//! (`stored_hash_index`), so that the hashes of record `n` follow those of record `n - 1`.

use std::cell::RefCell;

use rusqlite::{CachedStatement, Connection, OptionalExtension as _};
use tlog_tiles::{Error, Hash, HashReader, stored_hash_count, stored_hashes, tree_hash};

use crate::{RecordError, store::row_id};

/// The hashes in the database.
pub(crate) struct StoredNodes<'db> {
    select: RefCell<CachedStatement<'db>>,
    failure: RefCell<Option<RecordError>>,
}

impl<'db> StoredNodes<'db> {
    pub(crate) fn new(connection: &'db Connection) -> Result<Self, RecordError> {
        let select = connection.prepare_cached("SELECT hash FROM node WHERE position = ?1");
        let select = select.map_err(RecordError::database("read tree hashes"))?;
        Ok(Self { select: RefCell::new(select), failure: RefCell::new(None) })
    }

    fn read(&self, position: u64) -> Result<Hash, RecordError> {
        let mut select = self.select.borrow_mut();
        let found = select.query_row([row_id(position)?], |row| row.get::<_, [u8; 32]>(0));
        let found = found.optional().map_err(RecordError::database("read tree hashes"))?;
        let missing = || RecordError::damaged(format!("tree hash {position} is missing"));
        found.map(Hash).ok_or_else(missing)
    }

    /// The error as the database gave it, rather than as the reader's interface lets through.
    pub(crate) fn explain(&self, error: &Error) -> RecordError {
        let own = self.failure.borrow_mut().take();
        own.unwrap_or_else(|| RecordError::damaged(error.to_string()))
    }

    /// The root of the first `size` records.
    pub(crate) fn root(&self, size: u64) -> Result<Hash, RecordError> {
        tree_hash(size, self).map_err(|error| self.explain(&error))
    }

    /// The hashes that record `index` with this leaf adds to the tree.
    pub(crate) fn grow(&self, index: u64, leaf: &[u8]) -> Result<Vec<Hash>, RecordError> {
        stored_hashes(index, leaf, self).map_err(|error| self.explain(&error))
    }
}

impl HashReader for StoredNodes<'_> {
    fn read_hashes(&self, positions: &[u64]) -> Result<Vec<Hash>, Error> {
        let read: Result<Vec<Hash>, _> =
            positions.iter().map(|&position| self.read(position)).collect();
        read.map_err(|error| {
            *self.failure.borrow_mut() = Some(error);
            Error::IndexesNotInTree
        })
    }
}

/// Hashes computed anew from leaves, over a tree whose left part may be taken as it is stored.
pub(crate) struct Recomputed<'a> {
    /// Where hashes left of `first` come from.
    base: Option<&'a dyn HashReader>,
    first: u64,
    hashes: Vec<Hash>,
}

impl<'a> Recomputed<'a> {
    /// Starts from nothing.
    pub(crate) fn from_start() -> Self {
        Self { base: None, first: 0, hashes: Vec::new() }
    }

    /// Starts after the first `size` records, whose hashes were checked against a signed root.
    pub(crate) fn after(size: u64, base: &'a dyn HashReader) -> Self {
        Self { base: Some(base), first: stored_hash_count(size), hashes: Vec::new() }
    }

    /// Adds the next record by the hash of its leaf; returns the hashes that it adds.
    pub(crate) fn push(&mut self, index: u64, leaf: Hash) -> Result<&[Hash], Error> {
        let new = tlog_tiles::stored_hashes_for_record_hash(index, leaf, self)?;
        let start = self.hashes.len();
        self.hashes.extend(new);
        Ok(self.hashes.get(start..).unwrap_or_default())
    }

    /// The root of the first `size` records.
    pub(crate) fn root(&self, size: u64) -> Result<Hash, Error> {
        tree_hash(size, self)
    }

    /// All hashes, by their position; meaningful where it started from nothing.
    pub(crate) fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    fn get(&self, position: u64) -> Option<Hash> {
        let place = usize::try_from(position.checked_sub(self.first)?).ok()?;
        self.hashes.get(place).copied()
    }
}

impl HashReader for Recomputed<'_> {
    fn read_hashes(&self, positions: &[u64]) -> Result<Vec<Hash>, Error> {
        let read = |&position: &u64| match (self.get(position), self.base) {
            (Some(hash), _) => Ok(vec![hash]),
            (None, Some(base)) => base.read_hashes(&[position]),
            (None, None) => Err(Error::IndexesNotInTree),
        };
        let read: Result<Vec<_>, _> = positions.iter().map(read).collect();
        Ok(read?.concat())
    }
}

#[cfg(test)]
mod tests {
    use tlog_tiles::{EMPTY_HASH, node_hash, record_hash};

    use super::*;

    /// RFC 6962, 2.1, written down as the standard has it.
    fn standard_root(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => EMPTY_HASH,
            [leaf] => *leaf,
            _ => {
                let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
                node_hash(standard_root(left), standard_root(right))
            }
        }
    }

    #[test]
    fn roots_are_those_of_the_standard() {
        let leaves: Vec<Hash> = (0..70_u8).map(|n| record_hash(&[n])).collect();
        let mut tree = Recomputed::from_start();
        for (index, leaf) in (0_u64..).zip(&leaves) {
            assert_eq!(tree.root(index).unwrap(), standard_root(&leaves[..index as usize]));
            tree.push(index, *leaf).unwrap();
        }
    }
}
