//! The files of the repository that an agent works in: bounded reads that never follow a symbolic
//! link out of it. The only place of the gate's path that reads the agent's files.

use std::{
    collections::HashMap,
    fs::File,
    io::Read,
    path::{Component, Path, PathBuf},
};

/// A file longer than this is not read into the gate.
pub const FILE_BYTES_MAX: u64 = 8 * 1024 * 1024;

/// Why a file could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no such file.
    Missing,
    /// It leads out of the repository.
    Outside,
    /// It is longer than [`FILE_BYTES_MAX`].
    TooLong,
    /// It is not UTF-8 text.
    NotText,
    /// The system refused; says why.
    Refused(String),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => f.write_str("there is no such file"),
            Self::Outside => f.write_str("it leads out of the repository"),
            Self::TooLong => write!(f, "it is longer than {FILE_BYTES_MAX} bytes"),
            Self::NotText => f.write_str("it is not UTF-8 text"),
            Self::Refused(why) => f.write_str(why),
        }
    }
}

/// The repository that an agent works in.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The repository that holds `folder`: the nearest folder above with a `.git`, else `folder`.
    #[must_use]
    pub fn around(folder: &Path) -> Self {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        let root = folder.ancestors().find(|up| up.join(".git").exists());
        Self { root: root.unwrap_or(&folder).to_owned() }
    }

    /// Its folder, without symbolic links.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path as an agent gave it, made absolute and free of `.` and `..` by text alone; `~` is the
    /// user's home.
    #[must_use]
    pub fn absolute(&self, cwd: &Path, path: &str) -> PathBuf {
        let home = || path.strip_prefix("~/").map(|rest| (std::env::var_os("HOME"), rest));
        match home() {
            Some((Some(home), rest)) => normal(&Path::new(&home).join(rest)),
            _ => normal(&self.root.join(cwd).join(path)),
        }
    }

    /// Where a path really leads: symbolic links of the longest existing part are followed.
    #[must_use]
    pub fn real(&self, absolute: &Path) -> PathBuf {
        for up in absolute.ancestors() {
            if let Ok(real) = up.canonicalize() {
                let rest = absolute.strip_prefix(up).unwrap_or(Path::new(""));
                return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
            }
        }
        absolute.to_owned()
    }

    /// The name of a path for findings and policy: relative to the repository where it really lies
    /// inside, else absolute; with forward slashes.
    #[must_use]
    pub fn name(&self, absolute: &Path) -> String {
        let real = self.real(absolute);
        let name = real.strip_prefix(&self.root).unwrap_or(&real);
        name.to_string_lossy().replace('\\', "/")
    }

    /// Reads a text file of the repository.
    ///
    /// # Errors
    /// See [`Unreadable`].
    pub fn read(&self, absolute: &Path) -> Result<String, Unreadable> {
        let real = self.real(absolute);
        if !real.starts_with(&self.root) {
            return Err(Unreadable::Outside);
        }
        read_text(&real)
    }

    /// The contents of the named files, by the names given. Those that cannot be read are `None`.
    #[must_use]
    pub fn contents(&self, cwd: &Path, names: &[String]) -> HashMap<String, Option<String>> {
        let read = |name: &String| self.read(&self.absolute(cwd, name)).ok();
        names.iter().map(|name| (name.clone(), read(name))).collect()
    }
}

/// Reads a text file of at most [`FILE_BYTES_MAX`] bytes; a byte order mark is left in.
///
/// # Errors
/// See [`Unreadable`].
pub fn read_text(path: &Path) -> Result<String, Unreadable> {
    String::from_utf8(read_bytes(path)?).map_err(|_| Unreadable::NotText)
}

/// Reads a regular file of at most [`FILE_BYTES_MAX`] bytes.
///
/// # Errors
/// See [`Unreadable`].
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let refused = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => Unreadable::Missing,
        _ => Unreadable::Refused(e.to_string()),
    };
    let metadata = std::fs::metadata(path).map_err(refused)?;
    if !metadata.is_file() {
        return Err(Unreadable::Refused("it is not a regular file".to_owned()));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    file.take(FILE_BYTES_MAX.saturating_add(1)).read_to_end(&mut bytes).map_err(refused)?;
    let fits = bytes.len() as u64 <= FILE_BYTES_MAX;
    if fits { Ok(bytes) } else { Err(Unreadable::TooLong) }
}

fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> (tempfile::TempDir, Workspace) {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join(".git")).unwrap();
        std::fs::create_dir(dir.path().join("src")).unwrap();
        std::fs::write(dir.path().join("src/a.py"), "x = 1\n").unwrap();
        let workspace = Workspace::around(&dir.path().join("src"));
        (dir, workspace)
    }

    #[test]
    fn names_are_relative_to_the_repository_wherever_the_agent_stands() {
        let (dir, workspace) = workspace();
        let cwd = dir.path().join("src");
        assert_eq!(workspace.name(&workspace.absolute(&cwd, "./new/../b.py")), "src/b.py");
        assert_eq!(workspace.name(&workspace.absolute(&cwd, "/etc/passwd")), "/etc/passwd");
    }

    #[test]
    #[cfg(unix)]
    fn a_link_out_of_the_repository_is_not_followed() {
        let (dir, workspace) = workspace();
        let link = dir.path().join("src/hosts.py");
        std::os::unix::fs::symlink("/etc/hosts", &link).unwrap();
        assert_eq!(workspace.read(&link), Err(Unreadable::Outside));
        assert_eq!(workspace.name(&link), "/etc/hosts");
        assert_eq!(workspace.read(&dir.path().join("src/a.py")).unwrap(), "x = 1\n");
        assert_eq!(workspace.read(&dir.path().join("src/no.py")), Err(Unreadable::Missing));
    }
}
