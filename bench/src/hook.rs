//! The cold hook: a whole process for each call, as the host starts it. It reads the call, scans,
//! decides, makes the record durable and answers.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::{Value, json};

use crate::{
    Args,
    figures::{Bar, Report},
    place::Place,
    timed,
};

const WRITTEN: &str = include_str!("../data/write.py");
/// A piece of the written file, and what an edit puts in its place.
const EDITED: (&str, &str) =
    ("request.args.getlist(\"number\")[:50]", "request.args.getlist(\"n\")[:9]");
const COMMAND: &str = "git status --short && ls -la src | head -20\ncat > notes.py <<'EOF'\n\
    import json\n\n\ndef read(path):\n    with open(path, encoding=\"utf-8\") as file:\n        \
    return json.load(file)\nEOF\n";
/// Processes in flight at once.
const AT_ONCE: usize = 8;

/// One kind of call.
struct Kind {
    name: &'static str,
    payload: String,
    alone: &'static [Bar],
    crowd: &'static [Bar],
}

/// The program and where it runs.
#[derive(Clone, Copy)]
struct Host<'a> {
    program: &'a Path,
    place: &'a Place,
}

/// Each kind of call one after the other, and then eight at once.
pub(crate) fn measure(
    place: &Place,
    program: &Path,
    args: &Args,
    report: &mut Report,
) -> Result<()> {
    let host = Host { program, place };
    std::fs::write(place.path("invoice.py"), WRITTEN)?;
    report.add(
        "the program, started and ended (--version)",
        host.started(args.times(100))?,
        &[],
    )?;
    for kind in kinds(place) {
        host.calls(&kind.payload, 3)?;
        let name = format!("cold hook: {}", kind.name);
        report.add(&name, host.calls(&kind.payload, args.times(200))?, kind.alone)?;
        let name = format!("cold hook, {AT_ONCE} at once: {}", kind.name);
        report.add(&name, host.at_once(&kind.payload, args.times(400))?, kind.crowd)?;
    }
    Ok(())
}

const ALONE: &[Bar] = &[Bar(50, Duration::from_millis(20)), Bar(95, Duration::from_millis(40))];
const CROWD: &[Bar] = &[Bar(95, Duration::from_millis(80))];

fn kinds(place: &Place) -> Vec<Kind> {
    let written = json!({"file_path": place.path("new.py"), "content": WRITTEN});
    let edited = json!({"file_path": place.path("invoice.py"),
        "old_string": EDITED.0, "new_string": EDITED.1});
    let before = |tool: &str, input: &Value| payload(place, "PreToolUse", tool, input, None);
    let after = json!({"filePath": place.path("new.py"), "success": true});
    let after = payload(place, "PostToolUse", "Write", &written, Some(&after));
    let kind = |name, payload| Kind { name, payload, alone: ALONE, crowd: CROWD };
    vec![
        kind("Write, 64 lines of Python", before("Write", &written)),
        kind("Edit of that file", before("Edit", &edited)),
        kind("Bash that writes a file", before("Bash", &json!({"command": COMMAND}))),
        kind("PostToolUse, recorded only", after),
    ]
}

fn payload(place: &Place, event: &str, tool: &str, input: &Value, after: Option<&Value>) -> String {
    let mut payload = json!({
        "session_id": "5b0c7e0a-6f0e-4c0e-9b53-1f6d2a6c4f11",
        "transcript_path": "/dev/null",
        "cwd": place.repository(),
        "permission_mode": "default",
        "hook_event_name": event,
        "tool_name": tool,
        "tool_use_id": "toolu_01",
        "tool_input": input,
    });
    if let (Some(payload), Some(after)) = (payload.as_object_mut(), after) {
        payload.insert("tool_response".to_owned(), after.clone());
    }
    payload.to_string()
}

impl Host<'_> {
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(self.program);
        command
            .args(args)
            .current_dir(self.place.repository())
            .env_clear()
            .env("HOME", self.place.home())
            .env("PORTCULLIS_LOG_DIR", self.place.log())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    fn started(&self, times: usize) -> Result<Vec<Duration>> {
        (0..times)
            .map(|_| {
                let (output, took) = timed(|| self.command(&["--version"]).output());
                ensure!(output?.status.success(), "the program does not start");
                Ok(took)
            })
            .collect()
    }

    fn calls(&self, payload: &str, times: usize) -> Result<Vec<Duration>> {
        (0..times).map(|_| self.call(payload)).collect()
    }

    /// From the start of the process to its end, its answer read.
    fn call(&self, payload: &str) -> Result<Duration> {
        let (output, took) = timed(|| -> Result<_> {
            let mut child = self.command(&["hook", "claude-code"]).spawn()?;
            let mut stdin = child.stdin.take().context("the process has no input")?;
            stdin.write_all(payload.as_bytes())?;
            drop(stdin);
            Ok(child.wait_with_output()?)
        });
        let output = output?;
        let said = || String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.code() == Some(0), "the hook failed: {}", said());
        // A refusal would be quicker than the work that is to be measured.
        let answer = String::from_utf8_lossy(&output.stdout).into_owned();
        ensure!(!answer.contains("\"deny\""), "the call was denied: {answer}");
        Ok(took)
    }

    fn at_once(&self, payload: &str, times: usize) -> Result<Vec<Duration>> {
        let each = times.div_ceil(AT_ONCE);
        thread::scope(|scope| {
            let one = |_| scope.spawn(|| self.calls(payload, each));
            let running: Vec<_> = (0..AT_ONCE).map(one).collect();
            let mut all = Vec::with_capacity(times);
            for thread in running {
                all.extend(thread.join().map_err(|_| anyhow!("a thread of the bench failed"))??);
            }
            Ok(all)
        })
    }
}
