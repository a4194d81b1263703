//! One append, inside the transaction that begins and ends around it.
//!
//! Index, number in the session, leaf, payloads and tree hashes are written together or not at all.
//! Nothing is signed here: a checkpoint is made later, off the agent's way.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _, params};
use tlog_tiles::{Hash, record_hash, stored_hash_index};

use crate::{
    Group, Payload, Receipt, RecordError,
    commit::{commit, random_32},
    draft::Draft,
    hex,
    leaf::{self, MAX_LEAF_BYTES, v1::Leaf},
    store::{self, row_id},
    tree::StoredNodes,
};

/// A payload with its salt.
struct Sealed<'a> {
    payload: &'a Payload,
    salt: [u8; 32],
}

/// Writes the record, or finds the one that this id was given before.
pub(crate) fn append(db: &Connection, draft: &Draft, floor: u64) -> Result<Receipt, RecordError> {
    let index = store::size(db)?;
    if index < floor {
        return Err(RecordError::RolledBack { size: index, acknowledged: floor });
    }
    let mut leaf = draft.leaf.clone();
    check_reference(db, leaf.outcome_of.as_deref(), "outcome of")?;
    check_reference(db, leaf.erased.as_ref().map(|erased| erased.target.as_str()), "target")?;
    number_in_session(db, &mut leaf)?;
    let sealed = seal(&mut leaf, &draft.payloads)?;
    let bytes = leaf::encode(&leaf)?;
    if bytes.len() > MAX_LEAF_BYTES {
        return Err(RecordError::LeafTooLarge { bytes: bytes.len(), limit: MAX_LEAF_BYTES });
    }
    insert(db, index, &leaf, &bytes, &sealed)?;
    Ok(receipt(index, &leaf, &bytes))
}

fn receipt(index: u64, leaf: &Leaf, bytes: &[u8]) -> Receipt {
    Receipt {
        index,
        leaf_hash: record_hash(bytes).0,
        decision_id: leaf.decision_id.clone(),
        seq_in_session: leaf.seq_in_session,
    }
}

/// The receipt of the record that has this id already; an error where it says something else.
pub(crate) fn existing(db: &Connection, draft: &Draft) -> Result<Option<Receipt>, RecordError> {
    let id = &draft.leaf.decision_id;
    let Some((index, bytes)) = find(db, id)? else { return Ok(None) };
    let stored = leaf::parse(&bytes)
        .map_err(|error| RecordError::damaged(format!("record {index} cannot be read: {error}")))?;
    let mut again = draft.leaf.clone();
    again.seq_in_session = stored.seq_in_session;
    again.prev_in_session.clone_from(&stored.prev_in_session);
    again.commits = commits_again(db, index, &stored, &draft.payloads)?;
    if leaf::encode(&again)? != bytes {
        return Err(RecordError::IdTaken { id: id.clone(), index });
    }
    Ok(Some(receipt(index, &stored, &bytes)))
}

/// A record by its decision id.
pub(crate) fn find(db: &Connection, id: &str) -> Result<Option<(u64, Vec<u8>)>, RecordError> {
    let failed = RecordError::database("look for a record");
    let found = db
        .prepare_cached("SELECT position, leaf FROM entry WHERE decision_id = ?1")
        .and_then(|mut select| {
            select.query_row([id], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?))).optional()
        })
        .map_err(failed)?;
    found.map(|(position, leaf)| Ok((store::index(position)?, leaf))).transpose()
}

/// The commits that these payloads have under the salts that were drawn the first time.
fn commits_again(
    db: &Connection,
    index: u64,
    stored: &Leaf,
    payloads: &[Payload],
) -> Result<BTreeMap<String, String>, RecordError> {
    let mut commits = BTreeMap::new();
    for payload in payloads {
        let name = payload.group.name();
        let again = match salt(db, index, payload.group)? {
            Some(salt) => Some(hex::encode(&commit(&salt, name, &payload.bytes))),
            // Erased in the meantime: nothing is left to compare with.
            None => stored.commits.get(name).cloned(),
        };
        commits.extend(again.map(|again| (name.to_owned(), again)));
    }
    Ok(commits)
}

fn salt(db: &Connection, index: u64, group: Group) -> Result<Option<Vec<u8>>, RecordError> {
    let position = row_id(index)?;
    db.prepare_cached("SELECT salt FROM payload WHERE position = ?1 AND name = ?2")
        .and_then(|mut select| {
            select.query_row(params![position, group.name()], |row| row.get(0)).optional()
        })
        .map_err(RecordError::database("read the vault"))
}

fn check_reference(
    db: &Connection,
    id: Option<&str>,
    field: &'static str,
) -> Result<(), RecordError> {
    let Some(id) = id else { return Ok(()) };
    if find(db, id)?.is_some() {
        return Ok(());
    }
    let problem = format!("no record has the decision id `{id}`: leave it out");
    Err(RecordError::Entry { field, problem })
}

/// Gives the record its number in its session, and the record before it.
fn number_in_session(db: &Connection, leaf: &mut Leaf) -> Result<(), RecordError> {
    let Some(session) = &leaf.session_ref else { return Ok(()) };
    let failed = RecordError::database("number a record in its session");
    let last: Option<(i64, String)> = db
        .prepare_cached("SELECT seq, decision_id FROM session WHERE session_ref = ?1")
        .and_then(|mut select| {
            select.query_row([session], |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })
        .map_err(&failed)?;
    let (seq, previous) = match last {
        Some((seq, previous)) => (store::index(seq)? + 1, Some(previous)),
        None => (0, None),
    };
    db.prepare_cached("INSERT OR REPLACE INTO session VALUES (?1, ?2, ?3)")
        .and_then(|mut put| put.execute(params![session, row_id(seq).ok(), leaf.decision_id]))
        .map_err(&failed)?;
    leaf.seq_in_session = Some(seq);
    leaf.prev_in_session = previous;
    Ok(())
}

/// Draws a salt for each payload and puts the commits into the leaf.
fn seal<'a>(leaf: &mut Leaf, payloads: &'a [Payload]) -> Result<Vec<Sealed<'a>>, RecordError> {
    let mut sealed = Vec::with_capacity(payloads.len());
    for payload in payloads {
        let (salt, name) = (random_32()?, payload.group.name());
        let commit = hex::encode(&commit(&salt, name, &payload.bytes));
        leaf.commits.insert(name.to_owned(), commit);
        sealed.push(Sealed { payload, salt });
    }
    Ok(sealed)
}

fn insert(
    db: &Connection,
    index: u64,
    leaf: &Leaf,
    bytes: &[u8],
    sealed: &[Sealed<'_>],
) -> Result<(), RecordError> {
    let failed = RecordError::database("write a record");
    let position = row_id(index)?;
    db.prepare_cached("INSERT INTO entry VALUES (?1, ?2, ?3)")
        .and_then(|mut put| put.execute(params![position, leaf.decision_id, bytes]))
        .map_err(&failed)?;
    for Sealed { payload, salt } in sealed {
        db.prepare_cached("INSERT INTO payload VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut put| {
                put.execute(params![position, payload.group.name(), salt, payload.bytes])
            })
            .map_err(&failed)?;
    }
    let hashes = StoredNodes::new(db)?.grow(index, bytes)?;
    insert_nodes(db, index, &hashes)
}

fn insert_nodes(db: &Connection, index: u64, hashes: &[Hash]) -> Result<(), RecordError> {
    let failed = RecordError::database("write tree hashes");
    let mut put = db.prepare_cached("INSERT INTO node VALUES (?1, ?2)").map_err(&failed)?;
    for (position, hash) in (stored_hash_index(0, index)..).zip(hashes) {
        put.execute(params![row_id(position)?, hash.0]).map_err(&failed)?;
    }
    Ok(())
}
