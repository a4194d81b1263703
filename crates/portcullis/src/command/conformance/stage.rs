//! A repository and a record of their own, in which samples are played as hook calls.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, bail};
use portcullis_model::{Action, Agent, Decision, Gate, Intent, Phase, Session, TextEdit, Verdict};

use super::samples::{Sample, Step};
use crate::{
    config::{Config, Surroundings},
    gate::LocalGate,
    setup,
};

pub(super) struct Stage {
    root: PathBuf,
    pub(super) repository: PathBuf,
    pub(super) gate: LocalGate,
}

impl Stage {
    pub(super) fn set() -> Result<Self> {
        let name = format!("portcullis-conformance-{}", std::process::id());
        let root = std::env::temp_dir().join(name);
        let repository = root.join("repository");
        fs::create_dir_all(repository.join(".git"))
            .with_context(|| format!("cannot write to {}", root.display()))?;
        let mut config = Config::load(&Surroundings::default(), &repository)?;
        config.set_log_dir(root.join("log"), "conformance");
        Ok(Self { gate: setup::gate(&config)?, repository, root })
    }

    pub(super) fn strike(&self) -> Result<()> {
        Ok(fs::remove_dir_all(&self.root)?)
    }

    /// Plays a sample in a fresh folder; what is allowed happens there.
    pub(super) fn play(&self, sample: &Sample) -> Result<Vec<Decision>> {
        let folder = self.repository.join(&sample.id);
        fs::create_dir_all(&folder)?;
        let whole = Step { write: Some(sample.code.clone()), old: None, new: None, shell: None };
        let steps: &[Step] =
            if sample.step.is_empty() { std::slice::from_ref(&whole) } else { &sample.step };
        steps.iter().map(|step| self.step(sample, &folder, step)).collect()
    }

    fn step(&self, sample: &Sample, folder: &std::path::Path, step: &Step) -> Result<Decision> {
        let path = folder.join(&sample.path);
        let name = path.to_string_lossy().into_owned();
        let (tool, intent) = match step {
            Step { write: Some(content), .. } => {
                ("Write", Intent::Write { path: name, content: content.clone() })
            }
            Step { old: Some(old), new: Some(new), .. } => {
                let edit = TextEdit { old: old.clone(), new: new.clone(), all: false };
                ("Edit", Intent::Edit { path: name, edits: vec![edit] })
            }
            Step { shell: Some(command), .. } => {
                ("Bash", Intent::Command { command: command.clone() })
            }
            _ => bail!("a step is neither a write, an edit nor a command"),
        };
        let action = self.action(folder, tool, intent);
        let seen = self.gate.look(&action, &crate::workspace::Workspace::around(&self.repository));
        let decision = self.gate.judge(action);
        if decision.verdict <= Verdict::Warn {
            for artifact in seen.artifacts {
                let target = self.repository.join(&artifact.path);
                fs::create_dir_all(target.parent().unwrap_or(folder))?;
                fs::write(target, artifact.content)?;
            }
        }
        Ok(decision)
    }

    pub(super) fn action(&self, cwd: &std::path::Path, tool: &str, intent: Intent) -> Action {
        let session = Session {
            id: "conformance".to_owned(),
            agent: Agent { name: "conformance".to_owned(), version: None },
            cwd: cwd.to_string_lossy().into_owned(),
            ..Session::default()
        };
        let (tool, call, outcome) = (tool.to_owned(), None, None);
        Action { phase: Phase::Before, session, tool, call, intent, outcome }
    }
}
