//! The proof that a record is in the log, checked offline with nothing but the verifier key: a
//! C2SP tlog-proof bundle (`c2sp.org/tlog-proof@v1`).
//!
//! The bundle's `extra` carries the leaf itself and the payloads that the owner chose to open. It
//! is not authenticated by the format: the leaf counts because its hash is the one proved, a
//! payload because it has its commit in the leaf.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use serde::{Deserialize, Serialize};
use tlog_tiles::{Hash, check_record, prove_record, record_hash};

use crate::{Checkpoint, Group, Log, RecordError, StoredEntry, commit, hex, tree::StoredNodes};

const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// Largest bundle that is read, in bytes.
const BUNDLE_LIMIT: usize = 64 << 20;
/// A tree of 2^63 records has a path of 63 hashes.
const PATH_LIMIT: usize = 64;

/// What a bundle proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    /// The record.
    pub entry: StoredEntry,
    /// The checkpoint that covers it.
    pub checkpoint: Checkpoint,
    /// Payloads that were opened, each with its commit checked.
    pub payloads: Vec<Opened>,
}

/// A payload that was opened to the holder of a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its group.
    pub group: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
struct Extra {
    leaf: String,
    payloads: Vec<ExtraPayload>,
}

#[derive(Serialize, Deserialize)]
struct ExtraPayload {
    bytes: String,
    group: String,
    salt: String,
}

impl Log {
    /// Proves a record, and opens the payloads of the groups named. Makes a checkpoint first where
    /// the last one does not cover the record yet.
    ///
    /// # Errors
    /// Where there is no such record, or no checkpoint can be made.
    pub fn prove(&mut self, id: &str, open: &[Group]) -> Result<Vec<u8>, RecordError> {
        let missing = || RecordError::NoRecord { id: id.to_owned() };
        let entry = self.entry_by_decision(id)?.ok_or_else(missing)?;
        let covering = self.last_checkpoint()?.filter(|last| last.size > entry.index);
        let checkpoint = match covering {
            Some(last) => last,
            None => self.checkpoint()?,
        };
        let nodes = StoredNodes::new(&self.connection)?;
        let path = prove_record(checkpoint.size, entry.index, &nodes)
            .map_err(|error| nodes.explain(&error))?;
        let bundle = self.bundle(&entry, open, &path, &checkpoint)?;
        // A proof over damaged hashes would only be found out by its reader.
        verify_bundle(&bundle, &self.verifier_key()?)?;
        Ok(bundle)
    }

    fn bundle(
        &self,
        entry: &StoredEntry,
        open: &[Group],
        path: &[Hash],
        checkpoint: &Checkpoint,
    ) -> Result<Vec<u8>, RecordError> {
        let extra = Extra {
            leaf: BASE64_STANDARD.encode(&entry.bytes),
            payloads: self.extra_payloads(entry, open)?,
        };
        let extra = serde_json::to_vec(&extra).map_err(|error| refuse(error.to_string()))?;
        let mut lines = vec![HEADER.to_owned()];
        lines.push(format!("extra {}", BASE64_STANDARD.encode(extra)));
        lines.push(format!("index {}", entry.index));
        lines.extend(path.iter().map(Hash::to_string));
        Ok(format!("{}\n\n{}", lines.join("\n"), checkpoint.note).into_bytes())
    }

    fn extra_payloads(
        &self,
        entry: &StoredEntry,
        open: &[Group],
    ) -> Result<Vec<ExtraPayload>, RecordError> {
        let mut opened = Vec::new();
        for &group in open {
            let Some((salt, bytes)) = self.sealed_payload(entry, group)? else { continue };
            opened.push(ExtraPayload {
                bytes: BASE64_STANDARD.encode(bytes),
                group: group.name().to_owned(),
                salt: hex::encode(&salt),
            });
        }
        Ok(opened)
    }
}

fn refuse(problem: impl Into<String>) -> RecordError {
    RecordError::Proof { problem: problem.into() }
}

/// Checks a bundle with the verifier key alone, and gives back what it proves.
///
/// # Errors
/// Where the bundle is malformed, the checkpoint is not signed by the key, the path does not lead
/// from the leaf to the root, or an opened payload does not have its commit.
pub fn verify_bundle(bundle: &[u8], vkey: &str) -> Result<Proven, RecordError> {
    if bundle.len() > BUNDLE_LIMIT {
        return Err(refuse(format!("it is larger than {BUNDLE_LIMIT} bytes")));
    }
    let text = std::str::from_utf8(bundle).map_err(|_| refuse("it is no UTF-8 text"))?;
    let (head, note) = text.split_once("\n\n").ok_or_else(|| refuse("it has no checkpoint"))?;
    let (extra, index, path) = parse_head(head)?;
    let leaf = decode(&extra.leaf)?;
    let checkpoint = Checkpoint::verify(note, vkey)?;
    let root = Hash(checkpoint.root);
    check_record(&path, checkpoint.size, root, index, record_hash(&leaf))
        .map_err(|error| refuse(error.to_string()))?;
    let entry = StoredEntry::new(index, leaf)?;
    let payloads: Result<_, _> = extra.payloads.iter().map(|sent| opened(&entry, sent)).collect();
    Ok(Proven { payloads: payloads?, entry, checkpoint })
}

fn parse_head(head: &str) -> Result<(Extra, u64, Vec<Hash>), RecordError> {
    let mut lines = head.split('\n');
    if lines.next() != Some(HEADER) {
        return Err(refuse(format!("its first line is not `{HEADER}`")));
    }
    let extra = lines.next().and_then(|line| line.strip_prefix("extra "));
    let extra = decode(extra.ok_or_else(|| refuse("it does not carry the leaf"))?)?;
    let extra = serde_json::from_slice(&extra).map_err(|error| refuse(error.to_string()))?;
    let index = lines.next().and_then(|line| line.strip_prefix("index ")).and_then(decimal);
    let index = index.ok_or_else(|| refuse("it does not say the index"))?;
    let path: Result<Vec<Hash>, _> = lines.take(PATH_LIMIT).map(Hash::parse_hash).collect();
    Ok((extra, index, path.map_err(|error| refuse(error.to_string()))?))
}

/// A number without leading zeros.
fn decimal(text: &str) -> Option<u64> {
    text.parse().ok().filter(|number: &u64| number.to_string() == text)
}

fn decode(text: &str) -> Result<Vec<u8>, RecordError> {
    BASE64_STANDARD.decode(text).map_err(|_| refuse("it has broken base64"))
}

fn opened(entry: &StoredEntry, sent: &ExtraPayload) -> Result<Opened, RecordError> {
    let bytes = decode(&sent.bytes)?;
    let salt = hex::decode(&sent.salt).ok_or_else(|| refuse("it has a broken salt"))?;
    let again = hex::encode(&commit(&salt, &sent.group, &bytes));
    if entry.leaf.commits.get(&sent.group) != Some(&again) {
        return Err(refuse(format!("payload `{}` does not have its commit", sent.group)));
    }
    Ok(Opened { group: sent.group.clone(), bytes })
}
