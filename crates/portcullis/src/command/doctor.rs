//! `portcullis doctor`: what is really enforced here, and what is only advisory. Says what it
//! looked
//! at, what is wrong and what to do; exits with 1 where the gate would not stand.

use std::{fs, path::Path, process::ExitCode, time::Instant};

use anyhow::Result;
use portcullis_hook::settings;
use portcullis_record::{Log, VerifyOptions};
use serde_json::json;

use super::init::CLAUDE_SETTINGS;
use crate::{
    cli::DoctorArgs,
    config::{Config, Surroundings},
    say, setup,
    workspace::Workspace,
};

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It holds.
    Good,
    /// It holds, with a limit that a reader must know.
    Note,
    /// The gate would not stand.
    Bad,
}

struct Check {
    name: &'static str,
    state: State,
    what: String,
}

/// Runs all checks.
///
/// # Errors
/// None that is about the checks themselves: what goes wrong is a check that fails.
pub fn run(args: &DoctorArgs) -> Result<ExitCode> {
    let workspace = Workspace::around(Path::new("."));
    let checks = checks(&workspace);
    let bad = checks.iter().any(|check| check.state == State::Bad);
    if args.json {
        let rows: Vec<_> = checks
            .iter()
            .map(|c| json!({"check": c.name, "state": word(c.state), "what": c.what}))
            .collect();
        say(&json!({"schema": "portcullis.doctor/1", "grade": "advisory", "checks": rows})
            .to_string());
    } else {
        for check in &checks {
            say(&format!("{:<5} {:<14} {}", word(check.state), check.name, check.what));
        }
        say(GRADE);
    }
    Ok(if bad { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

const GRADE: &str = "\n\
Grade: advisory. The agent's own hooks call the gate. An agent that starts a program which\n\
no hook sees, or whose host ignores its hooks, is not stopped; what the hooks see is decided\n\
and recorded.";

fn word(state: State) -> &'static str {
    match state {
        State::Good => "ok",
        State::Note => "note",
        State::Bad => "FAIL",
    }
}

fn checks(workspace: &Workspace) -> Vec<Check> {
    let mut checks = vec![hooks(workspace.root()), user_override(workspace.root())];
    match Config::load(&Surroundings::of_process(), workspace.root()) {
        Ok(config) => checks.extend(configured(&config)),
        Err(error) => checks.push(bad("configuration", format!("{error:#}"))),
    }
    checks
}

fn bad(name: &'static str, what: String) -> Check {
    Check { name, state: State::Bad, what }
}

fn hooks(root: &Path) -> Check {
    let name = "hooks";
    let path = root.join(CLAUDE_SETTINGS);
    let Ok(text) = fs::read_to_string(&path) else {
        return bad(name, format!("{CLAUDE_SETTINGS} is not there; run `portcullis init`"));
    };
    let status = match settings::status(&text) {
        Ok(status) => status,
        Err(error) => return bad(name, format!("{CLAUDE_SETTINGS}: {error}")),
    };
    if status.disabled {
        return bad(name, format!("{CLAUDE_SETTINGS} turns all hooks off (`disableAllHooks`)"));
    }
    if !status.missing.is_empty() {
        let missing = status.missing.join(", ");
        return bad(name, format!("no hook for {missing}; run `portcullis init`"));
    }
    let programs = status.installed.iter().map(|hook| hook.command.as_str());
    if let Some(gone) = programs.clone().find(|program| !Path::new(program).is_file()) {
        return bad(
            name,
            format!("`{gone}` is not there, so the host fails; run `portcullis init`"),
        );
    }
    let events = status.installed.len();
    let what =
        format!("{events} events, all tools, a failing hook blocks (Claude Code 2.1.295 on)");
    Check { name, state: State::Good, what }
}

/// A local settings file can turn off what the shared one installs.
fn user_override(root: &Path) -> Check {
    let name = "overrides";
    let path = ".claude/settings.local.json";
    let text = fs::read_to_string(root.join(path)).unwrap_or_default();
    if text.contains("\"disableAllHooks\"") && text.contains("true") {
        return bad(name, format!("{path} sets `disableAllHooks`"));
    }
    let what = "hooks stand in files that the user can change; managed settings would hold them";
    Check { name, state: State::Note, what: what.to_owned() }
}

fn configured(config: &Config) -> Vec<Check> {
    let started = Instant::now();
    let gate = setup::gate(config);
    let took = started.elapsed().as_secs_f64() * 1e3;
    let mut checks = Vec::new();
    match gate {
        Ok(gate) => {
            let profile = config.profile.value.name();
            let what =
                format!("{} rules, profile {profile}, loads in {took:.1} ms", gate.scanner.rules());
            checks.push(Check { name: "gate", state: State::Good, what });
        }
        Err(error) => checks.push(bad("gate", format!("every call would be blocked: {error:#}"))),
    }
    checks.push(record(&config.log_dir.value));
    checks
}

fn record(dir: &Path) -> Check {
    let name = "record";
    let size = Log::open(dir).and_then(|log| log.size());
    let report = portcullis_record::verify(dir, &VerifyOptions::default());
    match (size, report) {
        (Ok(size), Ok(report)) if report.is_sound() => {
            let what =
                format!("{size} records hold, {} signed, in {}", report.signed, dir.display());
            Check { name, state: State::Good, what }
        }
        (_, Ok(report)) if !report.is_sound() => {
            let first = report.problems.first().map(ToString::to_string).unwrap_or_default();
            bad(name, format!("{first}; `portcullis log verify` tells all"))
        }
        (Err(error), _) | (_, Err(error)) => bad(name, format!("cannot be written: {error}")),
        _ => bad(name, "cannot be read".to_owned()),
    }
}
