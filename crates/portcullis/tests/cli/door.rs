//! The door of these tests: a repository in a folder of its own, and the program run in it.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::{Value, json};

/// A repository with a record and a home of its own.
pub struct Place {
    dir: tempfile::TempDir,
}

/// What the program said.
#[derive(Debug)]
pub struct Said {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    /// A repository with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let place = Self { dir: tempfile::tempdir().unwrap() };
        fs::create_dir_all(place.repository().join(".git")).unwrap();
        files.iter().for_each(|(path, text)| place.put(path, text));
        place
    }

    pub fn repository(&self) -> PathBuf {
        self.dir.path().join("repository")
    }

    pub fn log(&self) -> PathBuf {
        self.dir.path().join("log")
    }

    pub fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.repository().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.repository().join(path)).unwrap()
    }

    /// The program, set up to run here and nowhere else.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portcullis"));
        command
            .args(args)
            .current_dir(self.repository())
            .env_clear()
            .env("HOME", self.dir.path().join("home"))
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("PORTCULLIS_LOG_DIR", self.log());
        command
    }

    pub fn run(&self, args: &[&str]) -> Said {
        self.run_with(args, "")
    }

    pub fn run_with(&self, args: &[&str], input: &str) -> Said {
        run(self.command(args), input)
    }

    /// Answers one hook call; `input` gets the fields that every call has.
    pub fn hook(&self, event: &str, input: Value) -> Said {
        self.run_with(&["hook", "claude-code"], &self.payload(event, input).to_string())
    }

    pub fn payload(&self, event: &str, input: Value) -> Value {
        let mut payload = json!({
            "session_id": "s-1",
            "transcript_path": "/dev/null",
            "cwd": self.repository(),
            "permission_mode": "default",
            "hook_event_name": event,
        });
        let fields = payload.as_object_mut().unwrap();
        fields.extend(input.as_object().unwrap().clone());
        payload
    }

    /// Asks whether a tool call may happen; the answer is the decision that the host reads.
    pub fn ask(&self, tool: &str, input: Value) -> Answer {
        let said = self.hook(
            "PreToolUse",
            json!({"tool_name": tool, "tool_input": input, "tool_use_id": "t"}),
        );
        assert_eq!(said.exit, 0, "{said:?}");
        let output: Value = serde_json::from_str(&said.out).unwrap_or(Value::Null);
        let specific = output["hookSpecificOutput"].clone();
        Answer {
            decision: specific["permissionDecision"].as_str().unwrap_or("-").to_owned(),
            reason: specific["permissionDecisionReason"].as_str().unwrap_or("").to_owned(),
            context: specific["additionalContext"].as_str().unwrap_or("").to_owned(),
        }
    }

    /// The path of a file here, as a host would give it.
    pub fn path(&self, path: &str) -> String {
        self.repository().join(path).to_string_lossy().into_owned()
    }
}

/// The host's view of a decision; `decision` is `-` where we leave it to the host.
#[derive(Debug)]
pub struct Answer {
    pub decision: String,
    pub reason: String,
    pub context: String,
}

pub fn run(mut command: Command, input: &str) -> Said {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that does not read its input closes it; that is no failure of the test.
    drop(child.stdin.take().unwrap().write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    Said {
        exit: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Runs git with a fixed identity.
pub fn git(folder: &Path, args: &[&str]) {
    let identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"];
    let status =
        Command::new("git").args(identity).args(args).current_dir(folder).status().unwrap();
    assert!(status.success(), "git {args:?}");
}
