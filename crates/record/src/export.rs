//! Writing a log out as plain files that verify with published specifications and no software of
//! ours: C2SP tlog-tiles, entry bundles, the checkpoint, the verifier key, and on request the
//! payloads with their salts.

mod check;

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use serde::{Deserialize, Serialize};
use tlog_tiles::Tile;

pub use check::verify_export;

use crate::{
    Checkpoint, Kind, Log, RecordError, checkpoint::CHECKPOINT, hex, keys::VERIFIER_KEY, leaf,
    store::row_id, tree::StoredNodes,
};

/// Tiles are eight levels high: 256 hashes each.
const HEIGHT: u8 = 8;
/// File of the payloads, one JSON object a line.
const PAYLOADS: &str = "payloads.jsonl";
/// How often a checkpoint is made anew because a payload was erased in the meantime.
const ATTEMPTS: u32 = 10;

/// What an export wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExportSummary {
    /// Records.
    pub size: u64,
    /// Tiles of hashes and bundles of entries.
    pub tiles: u64,
    /// Payloads.
    pub payloads: u64,
}

/// A line of the payload file.
#[derive(Serialize, Deserialize)]
struct PayloadLine {
    bytes: String,
    group: String,
    index: u64,
    salt: String,
}

impl Log {
    /// Writes the log out to a folder that is empty or not there yet. Makes a checkpoint first, and
    /// writes out what it covers.
    ///
    /// # Errors
    /// Where the folder holds something, a checkpoint cannot be made, or a file cannot be written.
    pub fn export(&mut self, to: &Path, payloads: bool) -> Result<ExportSummary, RecordError> {
        prepare(to)?;
        for _ in 0..ATTEMPTS {
            let checkpoint = self.checkpoint()?;
            let snapshot =
                Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)
                    .map_err(RecordError::database("read the log"))?;
            // Else the payload would be missing without the record that says why.
            if payloads && erased_since(&snapshot, checkpoint.size)? {
                continue;
            }
            let export = Export { db: &snapshot, to, checkpoint: &checkpoint };
            return export.write(&self.verifier_key()?, payloads);
        }
        Err(RecordError::damaged("payloads are erased all the time: export when that is over"))
    }
}

fn prepare(to: &Path) -> Result<(), RecordError> {
    fs::create_dir_all(to).map_err(RecordError::file("make the folder", to))?;
    let mut entries = fs::read_dir(to).map_err(RecordError::file("look into", to))?;
    match entries.next() {
        Some(_) => Err(RecordError::ExportTarget { path: to.to_owned() }),
        None => Ok(()),
    }
}

/// Whether a record behind `size` tells of an erasure.
fn erased_since(db: &Connection, size: u64) -> Result<bool, RecordError> {
    let leaves = read_leaves(db, size, u64::from(u32::MAX))?;
    let erases = |leaf: &Vec<u8>| leaf::parse(leaf).is_ok_and(|leaf| leaf.kind == Kind::Erased);
    Ok(leaves.iter().any(erases))
}

/// The leaves from `from` on, at most `count`.
fn read_leaves(db: &Connection, from: u64, count: u64) -> Result<Vec<Vec<u8>>, RecordError> {
    let failed = RecordError::database("read the log");
    let mut select = db
        .prepare_cached("SELECT leaf FROM entry WHERE position >= ?1 ORDER BY position LIMIT ?2")
        .map_err(&failed)?;
    let rows = select.query_map([row_id(from)?, row_id(count)?], |row| row.get(0));
    rows.and_then(Iterator::collect).map_err(&failed)
}

/// Path of a tile of hashes, as C2SP has it: the height is not in it.
fn tile_path(tile: Tile) -> String {
    tile.path().replacen("tile/8/", "tile/", 1)
}

/// Path of the bundle with the entries of a tile at level 0.
fn bundle_path(tile: Tile) -> String {
    tile.path().replacen("tile/8/0/", "tile/entries/", 1)
}

/// One export under way.
struct Export<'a> {
    db: &'a Connection,
    to: &'a Path,
    checkpoint: &'a Checkpoint,
}

impl Export<'_> {
    fn write(&self, vkey: &str, payloads: bool) -> Result<ExportSummary, RecordError> {
        let mut summary = ExportSummary { size: self.checkpoint.size, ..ExportSummary::default() };
        let nodes = StoredNodes::new(self.db)?;
        for tile in Tile::new_tiles(HEIGHT, 0, self.checkpoint.size) {
            let data = tile.read_data(&nodes).map_err(|error| nodes.explain(&error))?;
            self.put(&tile_path(tile), &data)?;
            summary.tiles += 1;
            if tile.level() == 0 {
                self.put(&bundle_path(tile), &self.bundle(tile)?)?;
                summary.tiles += 1;
            }
        }
        if payloads {
            summary.payloads = self.write_payloads()?;
        }
        self.put(VERIFIER_KEY, format!("{vkey}\n").as_bytes())?;
        self.put(CHECKPOINT, self.checkpoint.note.as_bytes())?;
        Ok(summary)
    }

    fn put(&self, path: &str, content: &[u8]) -> Result<(), RecordError> {
        let path = self.to.join(path);
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        fs::create_dir_all(&folder).map_err(RecordError::file("make the folder", folder))?;
        fs::write(&path, content).map_err(RecordError::file("write", path))
    }

    /// Entries, each behind its length in two bytes.
    fn bundle(&self, tile: Tile) -> Result<Vec<u8>, RecordError> {
        let (first, count) = (tile.level_index() << HEIGHT, u64::from(tile.width()));
        let leaves = read_leaves(self.db, first, count)?;
        if leaves.len() as u64 != count {
            let last = first + count - 1;
            return Err(RecordError::damaged(format!(
                "of records {first} to {last} some are missing"
            )));
        }
        let mut bundle = Vec::new();
        for leaf in leaves {
            let length = u16::try_from(leaf.len())
                .map_err(|_| RecordError::damaged("a leaf is longer than the format allows"))?;
            bundle.extend(length.to_be_bytes());
            bundle.extend(leaf);
        }
        Ok(bundle)
    }

    fn write_payloads(&self) -> Result<u64, RecordError> {
        let path = self.to.join(PAYLOADS);
        let file = File::create(&path).map_err(RecordError::file("write", &path))?;
        let mut file = BufWriter::new(file);
        let mut written = 0;
        for index in 0..self.checkpoint.size {
            for line in self.payload_lines(index)? {
                file.write_all(line.as_bytes()).map_err(RecordError::file("write", &path))?;
                written += 1;
            }
        }
        file.flush().map_err(RecordError::file("write", &path))?;
        Ok(written)
    }

    fn payload_lines(&self, index: u64) -> Result<Vec<String>, RecordError> {
        let failed = RecordError::database("read the vault");
        let mut select = self
            .db
            .prepare_cached(
                "SELECT name, salt, bytes FROM payload WHERE position = ?1 ORDER BY name",
            )
            .map_err(&failed)?;
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        let rows = select.query_map([row_id(index)?], row).map_err(&failed)?;
        let rows: Vec<(String, Vec<u8>, Vec<u8>)> =
            rows.collect::<Result<_, _>>().map_err(&failed)?;
        let line = |(group, salt, bytes): (String, Vec<u8>, Vec<u8>)| PayloadLine {
            bytes: BASE64_STANDARD.encode(bytes),
            group,
            index,
            salt: hex::encode(&salt),
        };
        rows.into_iter().map(|row| as_line(&line(row))).collect()
    }
}

fn as_line(line: &PayloadLine) -> Result<String, RecordError> {
    let text = serde_json::to_string(line);
    let text = text.map_err(|error| RecordError::damaged(error.to_string()))?;
    Ok(text + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked examples of the C2SP tlog-tiles specification: full tiles, and the width of the
    /// partial one, for each level.
    #[track_caller]
    fn check_tiles(size: u64, expected: &[(usize, Option<u32>)]) {
        let tiles = Tile::new_tiles(HEIGHT, 0, size);
        for (level, &(full, partial)) in (0..).zip(expected) {
            let widths = tiles.iter().filter(|tile| tile.level() == level).map(Tile::width);
            let (whole, rest): (Vec<u32>, Vec<u32>) = widths.partition(|&width| width == 256);
            assert_eq!((whole.len(), rest.first().copied()), (full, partial), "level {level}");
            assert!(rest.len() <= 1);
        }
        assert!(tiles.iter().all(|tile| usize::from(tile.level()) < expected.len()));
    }

    #[test]
    fn tiles_are_those_of_the_specification() {
        check_tiles(70_000, &[(273, Some(112)), (1, Some(17)), (0, Some(1))]);
        check_tiles(256, &[(1, None), (0, Some(1))]);
        check_tiles(1, &[(0, Some(1))]);
    }

    #[test]
    fn paths_are_those_of_the_specification() {
        assert_eq!(tile_path(Tile::new(8, 0, 1_234_067, 256, false)), "tile/0/x001/x234/067");
        assert_eq!(tile_path(Tile::new(8, 2, 0, 1, false)), "tile/2/000.p/1");
        assert_eq!(bundle_path(Tile::new(8, 0, 273, 112, false)), "tile/entries/273.p/112");
    }
}
