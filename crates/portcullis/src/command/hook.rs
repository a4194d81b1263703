//! `portcullis hook AGENT`: one call of a coding agent, from standard input to standard output.
//!
//! The host lets every exit code but 0 and 2 pass as "go on", so this command ends with one of the
//! two, whatever happens: a panic, a signal, a late answer or a broken configuration is a refusal
//! with the reason on standard error. The deadline lies well under the host's own time-out, since
//! a hook that is killed approves on several hosts.

mod guard;

use std::{
    io::{Read, Write},
    path::Path,
    process::{Command, ExitCode},
    sync::mpsc,
    thread,
    time::Duration,
};

use anyhow::{Context, Result, anyhow};
use portcullis_hook::{Adapter, Reply};
use portcullis_model::{Action, Gate, Intent};

use crate::{
    config::{Config, Surroundings},
    setup,
    workspace::Workspace,
};

/// Time to answer where the configuration could not be read yet.
const DEADLINE_MAX: Duration = Duration::from_secs(15);
/// Standard input longer than this is refused.
const INPUT_BYTES_MAX: u64 = portcullis_hook::MAX_INPUT as u64;

/// The flag that makes this process the gate itself. Without it, it starts one and stands by.
const UNGUARDED: &str = "--unguarded";

/// Answers one call, in this very process if it is `unguarded`.
#[must_use]
pub fn run(agent: &str, unguarded: bool) -> ExitCode {
    let Some(adapter) = portcullis_hook::by_name(agent) else {
        let known: Vec<&str> = portcullis_hook::ALL.iter().map(|a| a.name).collect();
        let reason = format!("`{agent}` is no agent that is known; write one of {known:?}");
        return send(&Reply::refusal(&reason));
    };
    if unguarded {
        return send(&timed(adapter));
    }
    match std::env::current_exe() {
        Ok(program) => {
            let mut gate = Command::new(program);
            let (exit, out, err) = guard::ask(adapter, gate.args(["hook", agent, UNGUARDED]));
            write(exit, &out, &err)
        }
        Err(error) => send(&adapter.refusal(&format!("where this program lies: {error}"))),
    }
}

/// Runs the gate on a thread of its own, and refuses if that one does not answer.
fn timed(adapter: &'static Adapter) -> Reply {
    let (sender, answers) = mpsc::channel();
    let (deadlines, deadline) = mpsc::channel();
    let work = move || {
        let reply = answer(adapter, &deadlines)
            .unwrap_or_else(|error| adapter.refusal(&format!("{error:#}")));
        let _ = sender.send(reply);
    };
    if let Err(error) =
        thread::Builder::new().name("gate".to_owned()).stack_size(16 << 20).spawn(work)
    {
        return adapter.refusal(&format!("the gate could not start: {error}"));
    }
    let limit = deadline.recv_timeout(DEADLINE_MAX).unwrap_or(DEADLINE_MAX);
    match answers.recv_timeout(limit) {
        Ok(reply) => reply,
        Err(mpsc::RecvTimeoutError::Timeout) => adapter.refusal(&format!(
            "no answer within {} ms; the action is blocked. Try a smaller change, or raise \
             `hook.deadline_ms` in the user's configuration",
            limit.as_millis()
        )),
        Err(mpsc::RecvTimeoutError::Disconnected) => adapter.refusal(
            "the gate failed inside; the action is blocked. Please report the input that did it",
        ),
    }
}

fn answer(adapter: &Adapter, deadlines: &mpsc::Sender<Duration>) -> Result<Reply> {
    let mut input = Vec::new();
    std::io::stdin().take(INPUT_BYTES_MAX + 1).read_to_end(&mut input).context("no input")?;
    if input.len() as u64 > INPUT_BYTES_MAX {
        return Err(anyhow!("the input is longer than {INPUT_BYTES_MAX} bytes"));
    }
    let mut call = (adapter.parse)(&input)?;
    let workspace = Workspace::around(Path::new(&call.action.session.cwd));
    let config = Config::load(&Surroundings::of_process(), workspace.root())?;
    // The other side waits for it as long as this one lives; if it went away, nobody waits.
    let _ = deadlines.send(config.hook_deadline.value);
    let gate = setup::gate(&config)?;
    let decision = gate.judge(call.action.clone());
    call.before = before(&call.action, &workspace);
    let reply = (adapter.reply)(&call, &decision);
    // The process ends now: taking rules and policies apart would only make the host wait.
    std::mem::forget(gate);
    Ok(reply)
}

/// What the file of an edit holds now: an amended edit is told in terms of it.
fn before(action: &Action, workspace: &Workspace) -> Option<String> {
    let Intent::Edit { path, .. } = &action.intent else { return None };
    workspace.read(&workspace.absolute(Path::new(&action.session.cwd), path)).ok()
}

fn send(reply: &Reply) -> ExitCode {
    write(reply.exit, reply.stdout.as_bytes(), reply.stderr.as_bytes())
}

fn write(exit: u8, stdout: &[u8], stderr: &[u8]) -> ExitCode {
    let out = std::io::stdout().write_all(stdout);
    let err = std::io::stderr().write_all(stderr);
    match out.and(err) {
        Ok(()) => ExitCode::from(exit),
        Err(_) => ExitCode::from(2),
    }
}
