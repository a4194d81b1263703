//! Erasing a payload: payload and salt are deleted, and a leaf says so, in one transaction.
//!
//! The record itself stays, and so does every proof. A payload that is missing without such a leaf
//! counts as tampering.

use std::time::SystemTime;

use rusqlite::{Connection, params};

use crate::{
    Group, Log, Receipt, RecordError, append,
    draft::Draft,
    store::{self, row_id},
};

/// What to erase, why and on whose word.
#[derive(Clone, Debug)]
pub struct Erasure {
    /// ULID of the record that will tell of it.
    pub decision_id: String,
    /// When.
    pub time: SystemTime,
    /// Version of the gate.
    pub gate: String,
    /// Decision id of the record whose payload it is.
    pub target: String,
    /// The payload.
    pub group: Group,
    /// The legal basis, such as `gdpr-17-1-a`; shown in the leaf as it is.
    pub legal_basis: String,
    /// Who authorized it; a ref in the leaf, plain in that record's `who`.
    pub authorizer: String,
}

/// What an erasure answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureReceipt {
    /// The record that tells of it.
    pub receipt: Receipt,
    /// Whether the write-ahead log is free of the payload too. Where it is not, another process
    /// was reading: [`Log::tidy`] tries again.
    pub write_ahead_log_cleared: bool,
}

impl Log {
    /// Erases one payload of one record.
    ///
    /// # Errors
    /// Where the record or the payload is not there, or as [`Log::append`].
    pub fn erase(&mut self, erasure: &Erasure) -> Result<ErasureReceipt, RecordError> {
        let draft = Draft::erased(erasure, &self.tenant)?;
        // Deleted bytes are overwritten with zeros rather than left on free pages.
        self.connection
            .pragma_update(None, "secure_delete", true)
            .map_err(RecordError::database("prepare an erasure"))?;
        let receipt = self.write_erasure(erasure, &draft)?;
        Ok(ErasureReceipt { receipt, write_ahead_log_cleared: self.tidy()? })
    }

    fn write_erasure(&mut self, erasure: &Erasure, draft: &Draft) -> Result<Receipt, RecordError> {
        let transaction = store::begin(&self.connection)?;
        if let Some(receipt) = append::existing(&transaction, draft)? {
            return Ok(receipt);
        }
        delete(&transaction, erasure)?;
        let receipt = append::append(&transaction, draft, self.floor())?;
        transaction.commit().map_err(RecordError::database("make an erasure durable"))?;
        self.acknowledge(&receipt)?;
        Ok(receipt)
    }

    /// Copies the write-ahead log into the database and empties it. Answers whether that was
    /// possible: another process that reads keeps it from being emptied.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn tidy(&self) -> Result<bool, RecordError> {
        let busy = self
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        let busy = busy.map_err(RecordError::database("empty the write-ahead log"))?;
        Ok(busy == 0)
    }
}

fn delete(db: &Connection, erasure: &Erasure) -> Result<(), RecordError> {
    let id = &erasure.target;
    let missing = || RecordError::NoRecord { id: id.clone() };
    let (index, _) = append::find(db, id)?.ok_or_else(missing)?;
    let group = erasure.group.name();
    let deleted = db.execute(
        "DELETE FROM payload WHERE position = ?1 AND name = ?2",
        params![row_id(index)?, group],
    );
    match deleted.map_err(RecordError::database("erase a payload"))? {
        0 => Err(RecordError::NothingToErase { id: id.clone(), group }),
        _ => Ok(()),
    }
}
