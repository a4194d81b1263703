//! The high-water mark: how many records were acknowledged, in a small file beside the database.
//!
//! It is a floor. It is written after the commit and never synced, so it may lag behind, but it is
//! never ahead of what was durable. A database that is shorter than its mark was rolled back. That
//! catches a lost tail, a restored backup and an edit of the database alone; who rewrites the mark
//! too is caught only by checkpoints that were kept elsewhere.

//!
//! Writers overwrite it in place and wait for nobody, so a reader may see half of one writing and
//! half of another. Its last field, a checksum of the others, tells; the reader then looks again.

use std::{path::Path, thread, time::Duration};

use sha2::{Digest as _, Sha256};

use crate::{RecordError, files, hex};

/// File of the mark.
pub(crate) const MARK: &str = "high-water";
/// Longest mark, in bytes; a longer file is none.
const LENGTH_LIMIT: u64 = 256;
/// Bytes of the checksum.
const CHECK_BYTES: usize = 8;
/// How often a mark that does not fit its checksum is read again: a writing takes microseconds.
const READS: u32 = 20;
const READ_AGAIN_AFTER: Duration = Duration::from_micros(200);

/// A size that the log had, and the hash of the last leaf at that size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) size: u64,
    pub(crate) last_leaf: [u8; 32],
}

impl Mark {
    /// Reads the mark; `None` where none was ever written.
    pub(crate) fn read(folder: &Path) -> Result<Option<Self>, RecordError> {
        let path = folder.join(MARK);
        for _ in 0..READS {
            let Some(content) = files::read_small(&path, LENGTH_LIMIT)? else { return Ok(None) };
            if let Some(mark) = Self::parse(&content) {
                return Ok(Some(mark));
            }
            thread::sleep(READ_AGAIN_AFTER);
        }
        Err(RecordError::damaged(format!("`{}` cannot be read", path.display())))
    }

    fn parse(content: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(content).ok()?;
        let mut fields = text.split(' ');
        let size = fields.next()?.parse().ok()?;
        let mark = Self { size, last_leaf: hex::decode_32(fields.next()?)? };
        (mark.text() == text).then_some(mark)
    }

    /// Size, hash of the last leaf, and the checksum of both.
    fn text(self) -> String {
        let fields = format!("{:020} {}", self.size, hex::encode(&self.last_leaf));
        let digest = Sha256::digest(&fields);
        let check = hex::encode(digest.get(..CHECK_BYTES).unwrap_or_default());
        format!("{fields} {check}\n")
    }

    /// Writes the mark. A failure is not one of the append, whose record is durable already: the
    /// mark then stays where it was, which is still true.
    pub(crate) fn write(self, folder: &Path) {
        let _still_a_floor = files::overwrite(&folder.join(MARK), self.text().as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::*;

    #[test]
    fn a_mark_reads_back_and_a_damaged_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Mark::read(folder.path()).unwrap(), None);
        let mark = Mark { size: 7, last_leaf: [9; 32] };
        mark.write(folder.path());
        assert_eq!(Mark::read(folder.path()).unwrap(), Some(mark));
        for at in 0..mark.text().len() {
            let path = folder.path().join(MARK);
            let mut bytes = std::fs::read(&path).unwrap();
            bytes[at] ^= 0x40;
            std::fs::write(&path, &bytes).unwrap();
            assert_ne!(Mark::read(folder.path()).ok(), Some(Some(mark)), "byte {at}");
            mark.write(folder.path());
        }
    }

    #[test]
    fn half_of_one_writing_and_half_of_another_is_no_mark() {
        let older = Mark { size: 399, last_leaf: [1; 32] }.text();
        let newer = Mark { size: 400, last_leaf: [2; 32] }.text();
        let parts = |at: usize| [&newer.as_bytes()[..at], &older.as_bytes()[at..]].concat();
        let whole = [older.as_bytes(), newer.as_bytes()];
        let torn = (0..=newer.len()).map(parts).filter(|text| !whole.contains(&text.as_slice()));
        let torn: Vec<_> = torn.collect();
        assert!(torn.len() > 60 && torn.iter().all(|text| Mark::parse(text).is_none()));
    }

    #[test]
    fn readers_among_writers_see_whole_marks() {
        let folder = tempfile::tempdir().unwrap();
        let mark = |size: u64| Mark { size, last_leaf: [size as u8; 32] };
        mark(0).write(folder.path());
        let done = std::sync::atomic::AtomicBool::new(false);
        thread::scope(|scope| {
            for first in [1, 2] {
                let (folder, done) = (folder.path(), &done);
                scope.spawn(move || {
                    for size in (first..).take_while(|_| !done.load(Ordering::Relaxed)) {
                        mark(size).write(folder);
                    }
                });
            }
            for _ in 0..2_000 {
                let read = Mark::read(folder.path()).unwrap().unwrap();
                assert_eq!(read, mark(read.size));
            }
            done.store(true, Ordering::Relaxed);
        });
    }
}
