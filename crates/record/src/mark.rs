//! The high-water mark: how many records were acknowledged, in a small file beside the database.
//!
//! It is a floor. It is written after the commit and never synced, so it may lag behind, but it is
//! never ahead of what was durable. A database that is shorter than its mark was rolled back. That
//! catches a lost tail, a restored backup and an edit of the database alone; who rewrites the mark
//! too is caught only by checkpoints that were kept elsewhere.

use std::path::Path;

use crate::{RecordError, files, hex};

/// File of the mark.
pub(crate) const MARK: &str = "high-water";

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
        let Some(content) = files::read_small(&path, 256)? else { return Ok(None) };
        let mark = Self::parse(&content);
        mark.map(Some)
            .ok_or_else(|| RecordError::damaged(format!("`{}` cannot be read", path.display())))
    }

    fn parse(content: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(content).ok()?.strip_suffix('\n')?;
        let (size, last_leaf) = text.split_once(' ')?;
        let size = size.parse().ok().filter(|number| format!("{number:020}") == size)?;
        Some(Self { size, last_leaf: hex::decode_32(last_leaf)? })
    }

    /// Writes the mark. A failure is not one of the append, whose record is durable already: the
    /// mark then stays where it was, which is still true.
    pub(crate) fn write(self, folder: &Path) {
        let text = format!("{:020} {}\n", self.size, hex::encode(&self.last_leaf));
        let _still_a_floor = files::overwrite(&folder.join(MARK), text.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_reads_back_and_a_damaged_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(Mark::read(folder.path()).unwrap(), None);
        let mark = Mark { size: 7, last_leaf: [9; 32] };
        mark.write(folder.path());
        assert_eq!(Mark::read(folder.path()).unwrap(), Some(mark));
        for at in 0..86 {
            let path = folder.path().join(MARK);
            let mut bytes = std::fs::read(&path).unwrap();
            bytes[at] ^= 0x40;
            std::fs::write(&path, &bytes).unwrap();
            assert_ne!(Mark::read(folder.path()).ok(), Some(Some(mark)), "byte {at}");
            mark.write(folder.path());
        }
    }
}
