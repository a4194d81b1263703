//! The tamper-evident record of what agents did and what the gate answered.
//!
//! A record is two things. Its **leaf** ([`leaf::v1::Leaf`]) is canonical bytes without personal
//! data, hashed exactly as stored into an RFC 6962 Merkle tree, whose root is signed as a C2SP
//! checkpoint. Its **payloads** (prompt, code, command, who it was) lie beside the tree in a vault,
//! each bound to the leaf by a salted commit, so that one can be erased and every proof still
//! holds. `docs/log-format.md` is the specification, for people who verify without this crate.
//!
//! The crate touches one folder: a SQLite database (WAL, `synchronous=FULL`), two key files, the
//! verifier key, a copy of the last checkpoint and a high-water mark. It knows nothing of scanning
//! or policy: the gate fills an [`Entry`], and [`Log::append`] answers when it is durable. It runs
//! on Unix, whose file modes and hard links it relies on.
//!
//! Invariants: a leaf is never changed or removed; an index is given and hashed into the tree in
//! the transaction that stores its leaf; nothing is signed on the way of an append; a checkpoint is
//! signed only for a tree that was recomputed and that extends the last signed one.

mod append;
mod audit;
mod checkpoint;
mod commit;
mod draft;
mod entry;
mod erase;
mod error;
mod export;
mod files;
mod hex;
mod keys;
pub mod leaf;
mod log;
mod mark;
mod proof;
mod read;
mod report;
mod store;
mod tree;
mod verify;

pub use checkpoint::Checkpoint;
pub use commit::{Group, UnknownGroup, commit};
pub use entry::{
    Act, AgentName, Alternative, AlternativeKind, Enforcement, Entry, FindingSummary, Payload,
    PolicyVerdict, Sample, Versions, Who,
};
pub use erase::{Erasure, ErasureReceipt};
pub use error::RecordError;
pub use export::{ExportSummary, verify_export};
pub use hex::sha256_hex;
pub use leaf::v1::{Grade, Kind, Outcome};
pub use log::{Log, Receipt, Settings};
pub use proof::{Opened, Proven, verify_bundle};
pub use read::{Filter, StoredEntry};
pub use report::{Problem, ProblemKind, VerifyReport};
pub use verify::{VerifyOptions, verify};
