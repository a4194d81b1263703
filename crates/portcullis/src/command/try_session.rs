//! `portcullis try`: a recorded agent session, played through the very gate that live hooks use, in
//! a repository and with a record of its own; then the record is verified.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::PoisonError,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};
use portcullis_hook::Call;
use portcullis_model::{Decision, Gate, Intent, Phase, Verdict};
use portcullis_record::{Log, VerifyOptions};
use serde_json::Value;

use crate::{
    cli::TryArgs,
    config::{Config, Surroundings},
    gate::LocalGate,
    say, setup,
    workspace::Workspace,
};

mod show;

/// The recorded calls, with `{{repository}}` where the repository's folder stood.
const SESSION: &str = include_str!("../../data/try/session.json");
/// The repository that the agent worked on.
const FILES: &[(&str, &str)] = &[
    ("shop/app.py", include_str!("../../data/try/repository/shop/app.py")),
    ("payments/charge.py", include_str!("../../data/try/repository/payments/charge.py")),
    (
        "contracts/LendingPool.sol",
        include_str!("../../data/try/repository/contracts/LendingPool.sol"),
    ),
    ("tests/test_app.py", include_str!("../../data/try/repository/tests/test_app.py")),
];

/// Plays the session.
///
/// # Errors
/// A folder that cannot be written, or a record that does not verify.
pub fn run(args: &TryArgs) -> Result<ExitCode> {
    let stage = Stage::set(args.keep.as_deref())?;
    let gate = stage.gate()?;
    let adapter = portcullis_hook::by_name("claude-code").context("the adapter is missing")?;
    say(&show::opening(&stage.repository));
    let mut tally = show::Tally::default();
    for (number, payload) in (1..).zip(stage.payloads()?) {
        let call = (adapter.parse)(payload.to_string().as_bytes())?;
        let played = play(&gate, &call, &stage);
        say(&show::call(number, &call, &played));
        tally.count(&played);
    }
    let mut log = gate.log.lock().unwrap_or_else(PoisonError::into_inner);
    say(&show::closing(&tally, &verified(&mut log)?, &stage.log_dir, stage.kept));
    drop(log);
    stage.strike()?;
    Ok(ExitCode::SUCCESS)
}

/// What the gate made of a call.
pub(crate) struct Played {
    pub(crate) decision: Decision,
    pub(crate) took: Duration,
    /// Contents that were judged, to show places in.
    pub(crate) texts: Vec<(String, String)>,
}

/// Brings one call before the gate; what is allowed happens in the repository of the play.
fn play(gate: &LocalGate, call: &Call, stage: &Stage) -> Played {
    let workspace = Workspace::around(&stage.repository);
    let seen = gate.look(&call.action, &workspace);
    let started = Instant::now();
    let decision = gate.judge(call.action.clone());
    let took = started.elapsed();
    let happens = decision.verdict <= Verdict::Warn && call.action.phase == Phase::Before;
    let texts = seen.artifacts.into_iter().map(|a| (a.path, a.content));
    let texts: Vec<(String, String)> = texts.collect();
    if happens && !matches!(call.action.intent, Intent::Read { .. }) {
        texts.iter().for_each(|(path, content)| drop(stage.put(path, content)));
    }
    Played { decision, took, texts }
}

/// The folders of the play.
struct Stage {
    root: PathBuf,
    repository: PathBuf,
    log_dir: PathBuf,
    kept: bool,
}

impl Stage {
    fn set(keep: Option<&Path>) -> Result<Self> {
        let name = format!("portcullis-try-{}", std::process::id());
        let root = keep.map_or_else(|| std::env::temp_dir().join(name), Path::to_owned);
        let stage = Self {
            repository: root.join("repository"),
            log_dir: root.join("log"),
            kept: keep.is_some(),
            root,
        };
        ensure!(!stage.root.exists(), "{} exists already; name another", stage.root.display());
        fs::create_dir_all(stage.repository.join(".git"))
            .with_context(|| format!("cannot write to {}", stage.root.display()))?;
        for (path, content) in FILES {
            stage.put(path, content)?;
        }
        Ok(stage)
    }

    fn put(&self, path: &str, content: &str) -> Result<()> {
        let path = self.repository.join(path);
        let folder = path.parent().unwrap_or(&self.repository);
        ensure!(folder.starts_with(&self.repository), "{} is outside", path.display());
        fs::create_dir_all(folder)?;
        Ok(fs::write(path, content)?)
    }

    /// A gate with the default configuration, whatever the user's own is.
    fn gate(&self) -> Result<LocalGate> {
        let mut config = Config::load(&Surroundings::default(), &self.repository)?;
        config.set_log_dir(self.log_dir.clone(), "--keep");
        setup::gate(&config)
    }

    fn payloads(&self) -> Result<Vec<Value>> {
        let folder = self.repository.to_string_lossy().replace('\\', "/");
        let text = SESSION.replace("{{repository}}", &folder);
        serde_json::from_str(&text).context("the recorded session is damaged")
    }

    fn strike(&self) -> Result<()> {
        if !self.kept {
            fs::remove_dir_all(&self.root)?;
        }
        Ok(())
    }
}

/// Signs a checkpoint and checks everything that was written.
fn verified(log: &mut Log) -> Result<String> {
    log.checkpoint()?;
    let report = portcullis_record::verify(log.folder(), &VerifyOptions::default())?;
    if let Some(problem) = report.problems.first() {
        bail!("the record does not verify: {problem}");
    }
    let root = crate::hex(&report.root);
    Ok(format!("{} records, {} signed, root {root}", report.size, report.signed))
}
