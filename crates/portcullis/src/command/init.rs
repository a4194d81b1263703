//! `portcullis init`: shows what it will write, then puts the hooks, a `portcullis.toml` and a
//! policy file of the repository in place. `--remove` takes out what it put in and nothing else.

use std::{
    fs,
    io::{BufRead, IsTerminal},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result, bail};
use portcullis_hook::settings;

use crate::{cli::InitArgs, say, workspace::Workspace};

/// Settings of Claude Code that a repository shares.
pub(crate) const CLAUDE_SETTINGS: &str = ".claude/settings.json";
/// The repository's configuration, as `init` writes it.
const CONFIGURATION: &str = include_str!("../../data/init/portcullis.toml");
/// The repository's policies, as `init` writes them.
const POLICIES: &str = include_str!("../../data/init/repository.cedar");

/// A file to write, or to delete where `new` is `None`.
struct Change {
    path: PathBuf,
    old: Option<String>,
    new: Option<String>,
}

/// Installs or removes.
///
/// # Errors
/// Settings that are not valid JSON, or files that cannot be written.
pub fn run(args: &InitArgs) -> Result<ExitCode> {
    let root = Workspace::around(Path::new(".")).root().to_owned();
    let changes = if args.remove { removal(&root)? } else { installation(&root)? };
    if changes.is_empty() {
        say(if args.remove { "nothing of ours is here" } else { "everything is in place already" });
        return Ok(ExitCode::SUCCESS);
    }
    changes.iter().for_each(|change| say(&shown(change, &root)));
    if args.dry_run {
        return Ok(ExitCode::SUCCESS);
    }
    if !args.yes && !confirmed()? {
        bail!("nothing was written; call again with --yes to write without asking");
    }
    changes.iter().try_for_each(carry_out)?;
    say(if args.remove {
        "removed; the record stays where it is (`portcullis config show`)"
    } else {
        "done. The next session of the agent is gated; `portcullis doctor` tells how firmly"
    });
    Ok(ExitCode::SUCCESS)
}

fn installation(root: &Path) -> Result<Vec<Change>> {
    let program = std::env::current_exe().context("cannot tell where this program lies")?;
    let program = program.to_string_lossy();
    let path = root.join(CLAUDE_SETTINGS);
    let old = read(&path)?;
    let text = old.clone().unwrap_or_else(|| settings::FRESH.to_owned());
    let new = settings::install(&text, &program)
        .with_context(|| format!("{} is not understood", path.display()))?;
    let fresh = |name: &str, text: &str| -> Result<Change> {
        let path = root.join(name);
        let old = read(&path)?;
        let new = Some(old.clone().unwrap_or_else(|| text.to_owned()));
        Ok(Change { path, old, new })
    };
    let changes = vec![
        Change { path, old, new: Some(new) },
        fresh("portcullis.toml", CONFIGURATION)?,
        fresh(".portcullis/repository.cedar", POLICIES)?,
    ];
    Ok(changes.into_iter().filter(|change| change.old != change.new).collect())
}

/// Our entries, and the files that `init` wrote and nobody changed since.
fn removal(root: &Path) -> Result<Vec<Change>> {
    let path = root.join(CLAUDE_SETTINGS);
    let mut changes = Vec::new();
    if let Some(old) = read(&path)? {
        let new = settings::remove(&old)
            .with_context(|| format!("{} is not understood", path.display()))?;
        let new = (new != settings::FRESH).then_some(new);
        changes.push(Change { path, old: Some(old), new });
    }
    let written = [("portcullis.toml", CONFIGURATION), (".portcullis/repository.cedar", POLICIES)];
    for (name, text) in written {
        let path = root.join(name);
        if let Some(old) = read(&path)?.filter(|old| old == text) {
            changes.push(Change { path, old: Some(old), new: None });
        }
    }
    Ok(changes.into_iter().filter(|change| change.old != change.new).collect())
}

fn read(path: &Path) -> Result<Option<String>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e).with_context(|| format!("cannot read {}", path.display())),
    }
}

/// The change as a unified diff.
fn shown(change: &Change, root: &Path) -> String {
    let name = change.path.strip_prefix(root).unwrap_or(&change.path).display().to_string();
    let (old, new) = (change.old.as_deref().unwrap_or(""), change.new.as_deref().unwrap_or(""));
    let from = if change.old.is_none() { "/dev/null".to_owned() } else { format!("a/{name}") };
    let to = if change.new.is_none() { "/dev/null".to_owned() } else { format!("b/{name}") };
    similar::TextDiff::from_lines(old, new).unified_diff().header(&from, &to).to_string()
}

fn confirmed() -> Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    say("write this? [y/N]");
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// Writes beside and renames, so that a file is whole at every moment.
fn carry_out(change: &Change) -> Result<()> {
    let path = &change.path;
    let failed = || format!("cannot write {}", path.display());
    let Some(new) = &change.new else {
        fs::remove_file(path).with_context(failed)?;
        if let Some(folder) = path.parent().filter(|f| f.ends_with(".portcullis")) {
            // A folder that holds anything else stays.
            drop(fs::remove_dir(folder));
        }
        return Ok(());
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(failed)?;
    let beside = path.with_extension("portcullis-new");
    fs::write(&beside, new).with_context(failed)?;
    fs::rename(&beside, path).with_context(failed)
}
