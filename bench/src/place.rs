//! A repository and a record in a temporary folder, and what is known of the machine below them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

pub(crate) struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    /// A fresh place below `above`, or where temporary folders are.
    pub(crate) fn new(above: Option<&Path>) -> Result<Self> {
        let above = above.map_or_else(std::env::temp_dir, Path::to_owned);
        let dir = tempfile::Builder::new().prefix("portcullis-bench-").tempdir_in(&above);
        let dir = dir.with_context(|| format!("cannot write to {}", above.display()))?;
        let place = Self { dir };
        fs::create_dir_all(place.repository().join(".git"))?;
        fs::create_dir_all(place.home())?;
        Ok(place)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn repository(&self) -> PathBuf {
        self.folder().join("repository")
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.folder().join("home")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.folder().join("log")
    }

    /// A path of the repository, as an agent names it.
    pub(crate) fn path(&self, name: &str) -> String {
        self.repository().join(name).to_string_lossy().into_owned()
    }

    /// Processor, number of cores, system, and what else it had to do in the last minute.
    pub(crate) fn machine(&self) -> String {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = about.lines().find_map(|line| line.strip_prefix("model name"));
        let model =
            model.map_or("unknown processor", |text| text.trim_start_matches(['\t', ':', ' ']));
        let system = (std::env::consts::OS, std::env::consts::ARCH);
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load = load.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown");
        format!("{cores} cores, {model}, {} {}, load {load} before", system.0, system.1)
    }

    /// The kind of file system that the record lies on.
    pub(crate) fn filesystem(&self) -> String {
        let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
        let real = self.folder().canonicalize().unwrap_or_else(|_| self.folder().to_owned());
        let mount = |line: &str| {
            let mut words = line.split(' ');
            let (device, point, kind) = (words.next()?, words.next()?, words.next()?);
            real.starts_with(point).then(|| (point.len(), format!("record on {kind} ({device})")))
        };
        let nearest = mounts.lines().filter_map(mount).max_by_key(|(len, _)| *len);
        nearest.map_or_else(|| "file system unknown".to_owned(), |(_, text)| text)
    }
}
