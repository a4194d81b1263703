//! Files and folders of the log: private modes, and writes that are whole or not there at all.
//! The one file that is bound to Unix.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Read as _, Write as _},
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use crate::{RecordError, commit::random_32, hex};

/// Mode of everything but the folder: its owner alone may read and write.
pub(crate) const PRIVATE: u32 = 0o600;

/// Makes the folder for its owner alone, or checks that it is nobody else's.
pub(crate) fn private_folder(folder: &Path) -> Result<(), RecordError> {
    if !folder.is_dir() {
        let mut builder = DirBuilder::new();
        let made = builder.recursive(true).mode(0o700).create(folder);
        made.map_err(RecordError::file("make the folder", folder))?;
    }
    check_private(folder)
}

/// Refuses a file or folder that other users may use.
pub(crate) fn check_private(path: &Path) -> Result<(), RecordError> {
    let metadata = fs::metadata(path).map_err(RecordError::file("look at", path))?;
    let mode = metadata.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(RecordError::OpenToOthers { path: path.to_owned(), mode });
    }
    Ok(())
}

/// A path in the same folder that nobody else uses, hidden.
pub(crate) fn temporary(path: &Path) -> Result<PathBuf, RecordError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let suffix = hex::encode(random_32()?.get(..8).unwrap_or_default());
    Ok(path.with_file_name(format!(".{name}.{suffix}")))
}

/// Writes a file that is not there yet. Of several processes that try at once, one wins, and the
/// others see its whole content.
pub(crate) fn create_once(path: &Path, content: &[u8]) -> Result<(), RecordError> {
    let draft = temporary(path)?;
    write_new(&draft, content).map_err(RecordError::file("write", &draft))?;
    publish(&draft, path)
}

/// Gives a finished draft its name, unless somebody was faster; the draft is gone afterwards.
pub(crate) fn publish(draft: &Path, path: &Path) -> Result<(), RecordError> {
    let linked = fs::hard_link(draft, path);
    fs::remove_file(draft).map_err(RecordError::file("remove", draft))?;
    match linked {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(RecordError::file("make", path)(error)),
        Ok(()) => sync_folder(path),
    }
}

/// Puts a file in place of another, whole or not at all.
pub(crate) fn replace(path: &Path, content: &[u8]) -> Result<(), RecordError> {
    let draft = temporary(path)?;
    write_new(&draft, content).map_err(RecordError::file("write", &draft))?;
    fs::rename(&draft, path).map_err(RecordError::file("replace", path))?;
    sync_folder(path)
}

/// Makes a private file, durable before this returns.
pub(crate) fn write_new(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(PRIVATE).open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Makes the entry of a new file durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), RecordError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(RecordError::file("sync", folder))
}

/// Writes over the start of a file, making it where it is missing. Not synced.
pub(crate) fn overwrite(path: &Path, content: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false).mode(PRIVATE);
    options.open(path)?.write_all(content)
}

/// Reads at most `limit` bytes; `None` where there is no such file.
pub(crate) fn read_small(path: &Path, limit: u64) -> Result<Option<Vec<u8>>, RecordError> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened.map_err(RecordError::file("open", path))?,
    };
    let mut content = Vec::new();
    file.take(limit).read_to_end(&mut content).map_err(RecordError::file("read", path))?;
    Ok(Some(content))
}
