//! Reading the tables of a database that may be damaged: what one page hides must not hide the
//! rest.

use rusqlite::{Connection, Row};

use crate::{
    audit::VaultRow,
    store,
    verify::{bytes_of, text_of},
};

/// Most places at which reading a table is taken up again.
const FAULT_LIMIT: usize = 64;
/// Most lines of SQLite's own check, and most payloads without a record, that are reported.
const LIST_LIMIT: i64 = 50;

/// Takes the rows of a table in order. The first column is the position; the query takes the first
/// position. Where a page cannot be read, goes on behind it; gives back where that was.
pub(super) fn rows(
    db: &Connection,
    select: &str,
    mut take: impl FnMut(u64, &Row<'_>),
) -> Vec<(u64, rusqlite::Error)> {
    let mut faults = Vec::new();
    let (mut next, mut step) = (0, 1_u64);
    while faults.len() < FAULT_LIMIT {
        let before = next;
        let Err(error) = rows_from(db, select, &mut next, &mut take) else { break };
        faults.push((next, error));
        // Nothing came since the last fault: leap further.
        step = if next == before { step.saturating_mul(2) } else { 1 };
        next = next.saturating_add(step);
    }
    faults
}

fn rows_from(
    db: &Connection,
    select: &str,
    next: &mut u64,
    take: &mut impl FnMut(u64, &Row<'_>),
) -> rusqlite::Result<()> {
    let mut select = db.prepare_cached(select)?;
    let mut rows = select.query([i64::try_from(*next).unwrap_or(i64::MAX)])?;
    while let Some(row) = rows.next()? {
        let position = u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
        // Out of order only where the file is damaged; without this a loop would have no end.
        if position < *next {
            return Err(rusqlite::Error::InvalidQuery);
        }
        take(position, row);
        *next = position.saturating_add(1);
    }
    Ok(())
}

/// What SQLite itself finds wrong with the file.
pub(super) fn integrity(db: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut check = db.prepare(&format!("PRAGMA integrity_check({LIST_LIMIT})"))?;
    let lines = check.query_map([], |row| row.get_ref(0).map(text_of))?;
    let lines: Vec<String> = lines.collect::<Result<_, _>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

/// The vault's rows for a record.
pub(super) fn vault(db: &Connection, index: u64) -> rusqlite::Result<Vec<VaultRow>> {
    let mut select =
        db.prepare_cached("SELECT name, salt, bytes FROM payload WHERE position = ?1")?;
    let row = |row: &Row<'_>| {
        Ok(VaultRow {
            group: row.get_ref(0).map(text_of)?,
            salt: row.get_ref(1).map(bytes_of)?.to_vec(),
            bytes: row.get_ref(2).map(bytes_of)?.to_vec(),
        })
    };
    select.query_map([i64::try_from(index).unwrap_or(-1)], row)?.collect()
}

/// Indexes that the vault names and that no record has.
pub(super) fn orphans(db: &Connection) -> rusqlite::Result<Vec<u64>> {
    let mut select = db.prepare(
        "SELECT DISTINCT position FROM payload \
         WHERE position NOT IN (SELECT position FROM entry) LIMIT ?1",
    )?;
    let rows = select.query_map([LIST_LIMIT], |row| row.get::<_, i64>(0))?;
    rows.map(|row| Ok(u64::try_from(row?).unwrap_or(u64::MAX))).collect()
}

/// Session, number of its last record, and that record's decision id.
pub(super) fn counters(db: &Connection) -> rusqlite::Result<Vec<(String, u64, String)>> {
    let mut select = db.prepare("SELECT session_ref, seq, decision_id FROM session")?;
    let row = |row: &Row<'_>| {
        let seq = store::index(row.get_ref(1)?.as_i64().unwrap_or(-1)).unwrap_or(u64::MAX - 1);
        Ok((row.get_ref(0).map(text_of)?, seq, row.get_ref(2).map(text_of)?))
    };
    select.query_map([], row)?.collect()
}
