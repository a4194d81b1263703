//! The database: its layout, how it is made, opened and locked.
//!
//! One SQLite file in WAL mode with `synchronous=FULL`: a commit is one sync of the write-ahead
//! log. Opening writes nothing, because a hook's process opens, appends once and exits. Nothing in
//! here is trusted by `verify`, which reads what is on disk.

use std::{
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use rusqlite::{
    Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior, config::DbConfig,
};

use crate::{RecordError, files};

/// File of the database.
pub(crate) const DATABASE: &str = "log.db";
/// Number of the layout below.
pub(crate) const LAYOUT: i64 = 1;

/// The tables. `entry.decision_id`, `session` and `position` repeat what the leaves say, for speed;
/// `verify` checks them against the leaves.
const SCHEMA: &str = "
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE entry (
  position INTEGER PRIMARY KEY, decision_id TEXT NOT NULL UNIQUE, leaf BLOB NOT NULL
);
CREATE TABLE node (position INTEGER PRIMARY KEY, hash BLOB NOT NULL);
CREATE TABLE payload (
  position INTEGER NOT NULL, name TEXT NOT NULL, salt BLOB NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (position, name)
) WITHOUT ROWID;
CREATE TABLE session (
  session_ref TEXT PRIMARY KEY, seq INTEGER NOT NULL, decision_id TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE checkpoint (size INTEGER PRIMARY KEY, note TEXT NOT NULL);
";

/// Size of the write-ahead log, in bytes, at which an append empties it into the database. A cold
/// process reads all of it first, so it is kept well under SQLite's usual four million.
const WAL_LIMIT: u64 = 1 << 20;

/// How long to wait for another process that writes.
const BUSY_LIMIT_MS: u64 = 5_000;
const BEGIN_ATTEMPTS: u32 = 5;

/// Layout and names in the database, to check that nobody added a trigger or a view.
pub(crate) type SchemaRow = (String, String, Option<String>);

/// Opens the database of a log; `None` where there is none.
pub(crate) fn open(folder: &Path) -> Result<Option<Connection>, RecordError> {
    let path = folder.join(DATABASE);
    if !path.exists() {
        return Ok(None);
    }
    let connection = connect(&path).map_err(RecordError::database("open the log"))?;
    let layout = read_layout(&connection).map_err(RecordError::database("open the log"))?;
    if layout != LAYOUT {
        return Err(RecordError::Layout { found: layout, known: LAYOUT });
    }
    Ok(Some(connection))
}

/// Connects without looking at the content. Settings of the connection write nothing.
pub(crate) fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    connection.busy_handler(Some(wait))?;
    // The last process to close would otherwise copy the write-ahead log into the database, with
    // two more syncs, on every single hook.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;")?;
    // SQLite's own way copies pages and leaves the file as it is. That is forgotten when the last
    // process closes, so that a row of cold processes would copy more and more.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    Ok(connection)
}

/// Size of the write-ahead log, in bytes.
pub(crate) fn wal_size(folder: &Path) -> u64 {
    let path = suffixed(&folder.join(DATABASE), "-wal");
    std::fs::metadata(path).map_or(0, |metadata| metadata.len())
}

/// Empties the write-ahead log where it has grown past another multiple of the limit since it had
/// `before` bytes. Waits for nobody: where others are at work, a later append does it.
pub(crate) fn empty_wal(
    connection: &mut Connection,
    before: u64,
    now: u64,
) -> rusqlite::Result<()> {
    if now / WAL_LIMIT <= before / WAL_LIMIT {
        return Ok(());
    }
    connection.busy_timeout(Duration::ZERO)?;
    let emptied = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    connection.busy_handler(Some(wait))?;
    emptied
}

/// Waits for a lock: shortly at first, because an append takes well under a millisecond.
fn wait(attempt: i32) -> bool {
    let attempt = u64::try_from(attempt).unwrap_or(0);
    let (step_us, waited_ms) = match attempt {
        0..200 => (500, attempt / 2),
        _ => (4_000, 100 + (attempt - 200) * 4),
    };
    thread::sleep(Duration::from_micros(step_us));
    waited_ms < BUSY_LIMIT_MS
}

fn read_layout(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Makes the database where it is not there yet: whole under a name of its own, then published.
pub(crate) fn create(folder: &Path, meta: &[(&str, &str)]) -> Result<(), RecordError> {
    let path = folder.join(DATABASE);
    let draft = files::temporary(&path)?;
    files::write_new(&draft, b"").map_err(RecordError::file("write", &draft))?;
    fill(&draft, meta).map_err(RecordError::database("make the log"))?;
    for suffix in ["-wal", "-shm"] {
        let _gone_already = std::fs::remove_file(suffixed(&draft, suffix));
    }
    files::publish(&draft, &path)
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn fill(path: &Path, meta: &[(&str, &str)]) -> rusqlite::Result<()> {
    let mut connection = Connection::open(path)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    connection.execute_batch("PRAGMA synchronous = FULL;")?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(SCHEMA)?;
    for (key, value) in meta {
        transaction.execute("INSERT INTO meta VALUES (?1, ?2)", [key, value])?;
    }
    transaction.pragma_update(None, "user_version", LAYOUT)?;
    transaction.commit()?;
    // Closing copies the write-ahead log into the file, and syncs it.
    connection.close().map_err(|(_, error)| error)
}

/// Begins to write, waiting for others.
pub(crate) fn begin(connection: &Connection) -> Result<Transaction<'_>, RecordError> {
    let mut attempt = 1;
    loop {
        match Transaction::new_unchecked(connection, TransactionBehavior::Immediate) {
            Err(error) if attempt < BEGIN_ATTEMPTS && passes(&error) => {
                thread::sleep(Duration::from_millis(5));
                attempt += 1;
            }
            begun => return begun.map_err(RecordError::database("write to the log")),
        }
    }
}

/// Whether the error is one of a moment: another process is just taking over the write-ahead log.
fn passes(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::FileLockingProtocolFailed))
}

/// A value of the small table of facts about the log.
pub(crate) fn meta(connection: &Connection, key: &str) -> Result<String, RecordError> {
    let mut select = connection
        .prepare_cached("SELECT value FROM meta WHERE key = ?1")
        .map_err(RecordError::database("read the log"))?;
    let value = select.query_row([key], |row| row.get(0));
    value.map_err(RecordError::database("read the log"))
}

/// How many records there are.
pub(crate) fn size(connection: &Connection) -> Result<u64, RecordError> {
    let last: Result<Option<i64>, _> = connection
        .prepare_cached("SELECT max(position) FROM entry")
        .and_then(|mut select| select.query_row([], |row| row.get(0)));
    let last = last.map_err(RecordError::database("read the log"))?;
    last.map_or(Ok(0), |last| Ok(index(last)? + 1))
}

/// SQLite's integers are signed.
pub(crate) fn row_id(position: u64) -> Result<i64, RecordError> {
    i64::try_from(position).map_err(|_| RecordError::damaged(format!("{position} is no position")))
}

/// A position, from SQLite's signed integer.
pub(crate) fn index(row_id: i64) -> Result<u64, RecordError> {
    u64::try_from(row_id).map_err(|_| RecordError::damaged(format!("{row_id} is no position")))
}

/// What the database says of its tables.
pub(crate) fn schema(connection: &Connection) -> rusqlite::Result<Vec<SchemaRow>> {
    let mut select = connection
        .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'")?;
    let mut rows: Vec<SchemaRow> = select
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    rows.sort();
    Ok(rows)
}

/// What it should say.
pub(crate) fn expected_schema() -> rusqlite::Result<Vec<SchemaRow>> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    schema(&connection)
}
