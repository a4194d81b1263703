//! Verifying an export: the same questions as for a log, asked of plain files.

use std::{
    fs::File,
    io::{BufRead as _, BufReader},
    iter::Peekable,
    path::Path,
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use tlog_tiles::{EMPTY_HASH, HASH_SIZE, Hash, Tile, record_hash};

use crate::{
    Checkpoint, Problem, ProblemKind, RecordError, VerifyReport,
    audit::{Audit, VaultRow},
    checkpoint::{CHECKPOINT, NOTE_LIMIT},
    export::{HEIGHT, PAYLOADS, PayloadLine, bundle_path, tile_path},
    files, hex,
    keys::{VERIFIER_KEY, read_verifier_key},
    tree::Recomputed,
};

/// Largest bundle: 256 entries of the largest size.
const BUNDLE_LIMIT: u64 = 256 * 65_537;

/// Verifies an export with the key given, or else with the one in it.
///
/// # Errors
/// Where there is no checkpoint or no key, or the signature does not hold: then nothing can be said
/// about the rest.
pub fn verify_export(folder: &Path, vkey: Option<&str>) -> Result<VerifyReport, RecordError> {
    let missing = || RecordError::NoLog { path: folder.to_owned() };
    let note = files::read_small(&folder.join(CHECKPOINT), NOTE_LIMIT)?.ok_or_else(missing)?;
    let inside = read_verifier_key(folder)?;
    let vkey = vkey.map(str::to_owned).or(inside).ok_or_else(|| RecordError::Key {
        path: folder.join(VERIFIER_KEY),
        problem: "is missing",
    })?;
    let checkpoint = Checkpoint::verify(&String::from_utf8_lossy(&note), &vkey)?;
    let payloads = Payloads::open(&folder.join(PAYLOADS))?;
    let check = ExportCheck {
        folder,
        audit: Audit::default(),
        tree: Recomputed::from_start(),
        size: 0,
        payloads,
    };
    Ok(check.run(&checkpoint))
}

struct ExportCheck<'a> {
    folder: &'a Path,
    audit: Audit,
    tree: Recomputed<'a>,
    size: u64,
    payloads: Option<Payloads>,
}

impl ExportCheck<'_> {
    fn run(mut self, checkpoint: &Checkpoint) -> VerifyReport {
        let tiles = Tile::new_tiles(HEIGHT, 0, checkpoint.size);
        for tile in tiles.iter().filter(|tile| tile.level() == 0) {
            self.bundle(*tile);
        }
        for tile in tiles.iter().filter(|tile| tile.level() > 0) {
            self.upper_tile(*tile);
        }
        if self.payloads.is_some() {
            self.audit.settle_payloads();
        }
        self.audit.report.size = self.size;
        self.root(checkpoint);
        self.audit.report
    }

    fn root(&mut self, checkpoint: &Checkpoint) {
        let root = self.tree.root(self.size).ok();
        self.audit.report.root = root.map_or([0; 32], |root| root.0);
        if root == Some(Hash(checkpoint.root)) {
            self.audit.report.checkpoints = 1;
            self.audit.report.signed = checkpoint.size;
        } else {
            let message = "the entries do not have the root of the checkpoint";
            self.audit.report.problem(Problem::new(ProblemKind::Checkpoint, message));
        }
    }

    /// The entries of a tile, and the hashes of their leaves.
    fn bundle(&mut self, tile: Tile) {
        let (first, width) = (self.size, u64::from(tile.width()));
        let (path, hashes) = (bundle_path(tile), self.read(&tile_path(tile)));
        if hashes.len() != tile.width() as usize * HASH_SIZE {
            self.broken(&tile_path(tile), first, width);
        }
        let bundle = self.read(&path);
        let mut rest = bundle.as_slice();
        for index in first..first + width {
            let Some((leaf, behind)) = split_entry(rest) else {
                self.broken(&path, index, first + width - index);
                return self.fill(first + width);
            };
            rest = behind;
            self.entry(index, leaf, nth_hash(&hashes, index - first));
        }
        if !rest.is_empty() {
            self.broken(&path, first, width);
        }
    }

    fn read(&mut self, path: &str) -> Vec<u8> {
        match files::read_small(&self.folder.join(path), BUNDLE_LIMIT) {
            Ok(content) => content.unwrap_or_default(),
            Err(error) => {
                let problem = Problem::new(ProblemKind::Unreadable, error.to_string());
                self.audit.report.problem(problem);
                Vec::new()
            }
        }
    }

    fn broken(&mut self, path: &str, first: u64, count: u64) {
        let message = format!("the file `{path}` is missing or does not have its length");
        let problem = Problem::new(ProblemKind::Missing, message).at(first);
        self.audit.report.problem(problem.through(first + count.saturating_sub(1)));
    }

    /// Goes on behind entries that are not there.
    fn fill(&mut self, to: u64) {
        while self.size < to {
            self.audit.damaged(self.size);
            self.push(EMPTY_HASH);
        }
    }

    fn push(&mut self, hash: Hash) {
        if let Err(error) = self.tree.push(self.size, hash) {
            self.audit.problem(ProblemKind::Hash, self.size, error.to_string());
        }
        self.size += 1;
    }

    fn entry(&mut self, index: u64, bytes: &[u8], stored: Option<Hash>) {
        let hash = record_hash(bytes);
        let intact = stored == Some(hash);
        if !intact {
            self.audit.problem(
                ProblemKind::Leaf,
                index,
                "its leaf does not have the hash in its tile",
            );
        }
        self.push(hash);
        let leaf = self.audit.leaf(index, bytes, intact);
        let Some(payloads) = &mut self.payloads else { return };
        let rows = payloads.of(index);
        if let Some(leaf) = leaf.filter(|_| intact) {
            self.audit.vault(index, &leaf, &rows);
        }
    }

    /// A tile above the leaves against the recomputed tree.
    fn upper_tile(&mut self, tile: Tile) {
        let path = tile_path(tile);
        let found = self.read(&path);
        let expected = tile.read_data(&self.tree).unwrap_or_default();
        if found != expected {
            let message = format!("the file `{path}` does not have the hashes of the records");
            let level = u32::from(HEIGHT * tile.level());
            let first = (tile.level_index() << HEIGHT) << level;
            let problem = Problem::new(ProblemKind::Hash, message).at(first);
            let last = (first + (u64::from(tile.width()) << level)).min(self.size);
            self.audit.report.problem(problem.through(last.saturating_sub(1)));
        }
    }
}

fn split_entry(bundle: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bundle.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

fn nth_hash(tile: &[u8], n: u64) -> Option<Hash> {
    let n = usize::try_from(n).ok()?;
    tile.as_chunks::<HASH_SIZE>().0.get(n).map(|hash| Hash(*hash))
}

/// The payload file, read along with the entries.
struct Payloads {
    lines: Peekable<Box<dyn Iterator<Item = PayloadLine>>>,
}

impl Payloads {
    fn open(path: &Path) -> Result<Option<Self>, RecordError> {
        if !path.exists() {
            return Ok(None);
        }
        let file = File::open(path).map_err(RecordError::file("open", path))?;
        // A line that cannot be read is no payload: its record will miss it.
        let lines = BufReader::new(file)
            .lines()
            .map_while(Result::ok)
            .filter_map(|line| serde_json::from_str(&line).ok());
        let lines: Box<dyn Iterator<Item = PayloadLine>> = Box::new(lines);
        Ok(Some(Self { lines: lines.peekable() }))
    }

    /// The payloads of a record; the file is in order.
    fn of(&mut self, index: u64) -> Vec<VaultRow> {
        let mut rows = Vec::new();
        while let Some(line) = self.lines.next_if(|line| line.index <= index) {
            rows.extend(row(line, index));
        }
        rows
    }
}

fn row(line: PayloadLine, index: u64) -> Option<VaultRow> {
    let bytes = BASE64_STANDARD.decode(&line.bytes).ok()?;
    let salt = hex::decode(&line.salt)?;
    (line.index == index).then_some(VaultRow { group: line.group, salt, bytes })
}
