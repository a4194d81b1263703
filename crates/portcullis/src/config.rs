//! Configuration: defaults, the user's file, the repository's `portcullis.toml`, the environment,
//! flags; each later one wins, and each value remembers where it came from.
//!
//! The repository's file is the agent's neighbor, so it can only tighten: it may raise the profile
//! and add rules and forbidding policies; anything else in it is an error that names the line.

use std::{
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use portcullis_decide::Profile;
use serde::Deserialize;

/// Name of the repository's file.
pub const REPOSITORY_FILE: &str = "portcullis.toml";

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Built in.
    Default,
    /// A file.
    File(PathBuf),
    /// An environment variable.
    Environment(&'static str),
    /// A flag of the command line.
    Flag(&'static str),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Environment(name) => write!(f, "environment {name}"),
            Self::Flag(name) => write!(f, "flag {name}"),
        }
    }
}

/// A value and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it came from.
    pub source: Source,
}

impl<T> Setting<T> {
    fn default(value: T) -> Self {
        Self { value, source: Source::Default }
    }

    fn replace(&mut self, value: Option<T>, source: &Source) {
        if let Some(value) = value {
            *self = Self { value, source: source.clone() };
        }
    }
}

/// Everything that can be configured.
#[derive(Clone, Debug)]
pub struct Config {
    /// `profile`: which of the shipped policy profiles holds.
    pub profile: Setting<Profile>,
    /// `log.dir`: folder of the record.
    pub log_dir: Setting<PathBuf>,
    /// `scan.suppressions`: whether comments such as `nosemgrep` are honored.
    pub honor_suppressions: Setting<bool>,
    /// `hook.deadline_ms`: after this time the hook blocks.
    pub hook_deadline: Setting<Duration>,
    /// `scan.rules`: rule files and folders besides the built-in packs.
    pub rules: Vec<Setting<PathBuf>>,
    /// `policy.files` of the user or organization: permits and forbids.
    pub policies: Vec<Setting<PathBuf>>,
    /// `policy.files` of the repository: forbids only.
    pub repository_policies: Vec<Setting<PathBuf>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileV1 {
    profile: Option<String>,
    #[serde(default)]
    log: LogV1,
    #[serde(default)]
    scan: ScanV1,
    #[serde(default)]
    hook: HookV1,
    #[serde(default)]
    policy: PolicyV1,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LogV1 {
    dir: Option<PathBuf>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ScanV1 {
    suppressions: Option<SuppressionsV1>,
    #[serde(default)]
    rules: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SuppressionsV1 {
    Ignore,
    Honor,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct HookV1 {
    deadline_ms: Option<u64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyV1 {
    #[serde(default)]
    files: Vec<PathBuf>,
}

/// What the surroundings say: read once, at the start, in one place.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The user's home folder.
    pub home: Option<PathBuf>,
    /// `XDG_CONFIG_HOME`.
    pub config_home: Option<PathBuf>,
    /// `XDG_STATE_HOME`.
    pub state_home: Option<PathBuf>,
    /// `PORTCULLIS_PROFILE`.
    pub profile: Option<String>,
    /// `PORTCULLIS_LOG_DIR`.
    pub log_dir: Option<PathBuf>,
}

impl Surroundings {
    /// Reads the environment of this process.
    #[must_use]
    pub fn of_process() -> Self {
        let path = |name: &str| std::env::var_os(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        Self {
            home: path("HOME").or_else(|| path("USERPROFILE")),
            config_home: path("XDG_CONFIG_HOME"),
            state_home: path("XDG_STATE_HOME"),
            profile: std::env::var("PORTCULLIS_PROFILE").ok(),
            log_dir: path("PORTCULLIS_LOG_DIR"),
        }
    }

    /// The user's file.
    #[must_use]
    pub fn user_file(&self) -> Option<PathBuf> {
        let base =
            self.config_home.clone().or_else(|| Some(self.home.as_ref()?.join(".config")))?;
        Some(base.join("portcullis").join("portcullis.toml"))
    }

    fn default_log_dir(&self) -> PathBuf {
        let home = self.home.clone().unwrap_or_else(|| PathBuf::from("."));
        let base = self.state_home.clone().unwrap_or_else(|| home.join(".local").join("state"));
        base.join("portcullis").join("log")
    }
}

impl Config {
    /// Loads the configuration that holds in `repository`.
    ///
    /// # Errors
    /// A file that cannot be read or understood, or a repository file that would loosen something;
    /// each names the file, the place and what to do.
    pub fn load(surroundings: &Surroundings, repository: &Path) -> Result<Self> {
        let mut config = Self::defaults(surroundings);
        if let Some(path) = surroundings.user_file()
            && let Some(file) = read(&path)?
        {
            config.take_user_file(file, &path)?;
        }
        let path = repository.join(REPOSITORY_FILE);
        if let Some(file) = read(&path)? {
            config.take_repository_file(file, &path)?;
        }
        config.take_environment(surroundings)?;
        Ok(config)
    }

    fn defaults(surroundings: &Surroundings) -> Self {
        Self {
            profile: Setting::default(Profile::Standard),
            log_dir: Setting::default(surroundings.default_log_dir()),
            honor_suppressions: Setting::default(false),
            hook_deadline: Setting::default(Duration::from_secs(8)),
            rules: Vec::new(),
            policies: Vec::new(),
            repository_policies: Vec::new(),
        }
    }

    fn take_user_file(&mut self, file: FileV1, path: &Path) -> Result<()> {
        let source = Source::File(path.to_owned());
        self.profile.replace(file.profile.map(|p| profile(&p, &source)).transpose()?, &source);
        self.log_dir.replace(file.log.dir.map(|dir| beside(path, &dir)), &source);
        let honor = file.scan.suppressions.map(|s| s == SuppressionsV1::Honor);
        self.honor_suppressions.replace(honor, &source);
        self.hook_deadline.replace(file.hook.deadline_ms.map(Duration::from_millis), &source);
        self.rules.extend(settings(path, file.scan.rules));
        self.policies.extend(settings(path, file.policy.files));
        Ok(())
    }

    fn take_repository_file(&mut self, file: FileV1, path: &Path) -> Result<()> {
        let source = Source::File(path.to_owned());
        let loosens = |key: &str| {
            let name = path.display();
            format!("{name}: `{key}` cannot be set by a repository; set it in the user's file")
        };
        if file.log.dir.is_some() {
            bail!(loosens("log.dir"));
        }
        if file.hook.deadline_ms.is_some() {
            bail!(loosens("hook.deadline_ms"));
        }
        if file.scan.suppressions == Some(SuppressionsV1::Honor) {
            bail!(loosens("scan.suppressions = \"honor\""));
        }
        if file.scan.suppressions == Some(SuppressionsV1::Ignore) {
            self.honor_suppressions.replace(Some(false), &source);
        }
        if let Some(wanted) = file.profile.map(|p| profile(&p, &source)).transpose()? {
            if strictness(wanted) < strictness(self.profile.value) {
                bail!(
                    "{}: profile `{}` is weaker than `{}` ({}); a repository can only tighten",
                    path.display(),
                    wanted.name(),
                    self.profile.value.name(),
                    self.profile.source
                );
            }
            self.profile.replace(Some(wanted), &source);
        }
        self.rules.extend(settings(path, file.scan.rules));
        self.repository_policies.extend(settings(path, file.policy.files));
        Ok(())
    }

    fn take_environment(&mut self, surroundings: &Surroundings) -> Result<()> {
        let source = Source::Environment("PORTCULLIS_PROFILE");
        let wanted = surroundings.profile.as_deref().map(|p| profile(p, &source)).transpose()?;
        self.profile.replace(wanted, &source);
        let source = Source::Environment("PORTCULLIS_LOG_DIR");
        self.log_dir.replace(surroundings.log_dir.clone(), &source);
        Ok(())
    }

    /// A flag that sets the folder of the record.
    pub fn set_log_dir(&mut self, dir: PathBuf, flag: &'static str) {
        self.log_dir.replace(Some(dir), &Source::Flag(flag));
    }

    /// Each key with its value and its source, for `config show`.
    #[must_use]
    pub fn rows(&self) -> Vec<(String, String, String)> {
        let row =
            |key: &str, value: String, source: &Source| (key.to_owned(), value, source.to_string());
        let suppressions = if self.honor_suppressions.value { "honor" } else { "ignore" };
        let mut rows = vec![
            row("profile", self.profile.value.name().to_owned(), &self.profile.source),
            row("log.dir", self.log_dir.value.display().to_string(), &self.log_dir.source),
            row("scan.suppressions", suppressions.to_owned(), &self.honor_suppressions.source),
            row(
                "hook.deadline_ms",
                self.hook_deadline.value.as_millis().to_string(),
                &self.hook_deadline.source,
            ),
        ];
        for (key, list) in [
            ("scan.rules", &self.rules),
            ("policy.files", &self.policies),
            ("policy.files", &self.repository_policies),
        ] {
            rows.extend(list.iter().map(|s| row(key, s.value.display().to_string(), &s.source)));
        }
        rows
    }
}

/// Place of a profile in the order from the loosest to the strictest.
fn strictness(profile: Profile) -> Option<usize> {
    Profile::ALL.iter().position(|known| *known == profile)
}

fn profile(text: &str, source: &Source) -> Result<Profile> {
    text.parse().with_context(|| format!("`profile` from {source}"))
}

fn settings(file: &Path, paths: Vec<PathBuf>) -> impl Iterator<Item = Setting<PathBuf>> {
    let source = Source::File(file.to_owned());
    let file = file.to_owned();
    paths
        .into_iter()
        .map(move |path| Setting { value: beside(&file, &path), source: source.clone() })
}

/// A path of a file is relative to the file's folder.
fn beside(file: &Path, path: &Path) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(path)
}

fn read(path: &Path) -> Result<Option<FileV1>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(e).with_context(|| format!("cannot read {}", path.display())),
    };
    toml::from_str(&text).map(Some).with_context(|| format!("{} is not understood", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(user: &str, repository: &str, env_profile: Option<&str>) -> Result<Config> {
        let dir = tempfile::tempdir().unwrap();
        let home = dir.path().join("home");
        let repo = dir.path().join("repo");
        let around = Surroundings {
            home: Some(home),
            profile: env_profile.map(str::to_owned),
            ..Surroundings::default()
        };
        let user_file = around.user_file().unwrap();
        std::fs::create_dir_all(user_file.parent().unwrap()).unwrap();
        std::fs::create_dir_all(&repo).unwrap();
        std::fs::write(user_file, user).unwrap();
        std::fs::write(repo.join(REPOSITORY_FILE), repository).unwrap();
        Config::load(&around, &repo)
    }

    fn error(user: &str, repository: &str) -> String {
        format!("{:#}", load(user, repository, None).unwrap_err())
    }

    #[test]
    fn each_value_knows_where_it_came_from() {
        let config = load("[hook]\ndeadline_ms = 500", "profile = \"strict\"", None).unwrap();
        assert_eq!(config.profile.value, Profile::Strict);
        assert!(config.profile.source.to_string().ends_with("portcullis.toml"));
        assert_eq!(config.hook_deadline.value, Duration::from_millis(500));
        assert_eq!(config.honor_suppressions.source, Source::Default);
        let config = load("", "", Some("observe")).unwrap();
        assert_eq!(config.profile.source, Source::Environment("PORTCULLIS_PROFILE"));
    }

    #[test]
    fn a_repository_can_only_tighten() {
        assert!(error("", "profile = \"observe\"").contains("only tighten"));
        assert!(error("", "[scan]\nsuppressions = \"honor\"").contains("cannot be set"));
        assert!(error("", "[log]\ndir = \"x\"").contains("`log.dir`"));
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let message = error("", "\nprofil = \"strict\"");
        assert!(message.contains("profil") && message.contains("line 2"), "{message}");
    }
}
