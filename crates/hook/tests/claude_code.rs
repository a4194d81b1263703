//! Replays recorded payloads of Claude Code, and holds what they are understood as.
#![expect(clippy::unwrap_used, reason = "a payload that cannot be read is a test that fails")]

use std::collections::BTreeSet;

use portcullis_hook::{Call, HookError, by_name};
use portcullis_model::{CellEdit, Intent, Phase, TextEdit};

const ROOT: &str = "/home/dev/shop";

fn parse(bytes: &[u8]) -> Result<Call, HookError> {
    (by_name("claude-code").unwrap().parse)(bytes)
}

fn folder() -> String {
    format!("{}/tests/claude_code", env!("CARGO_MANIFEST_DIR"))
}

fn replay(name: &str) -> Call {
    parse(&std::fs::read(format!("{}/{name}.json", folder())).unwrap()).unwrap()
}

/// What a payload means: phase, tool, intent and outcome.
fn check(name: &str, phase: Phase, tool: &str, intent: &Intent, outcome: Option<&str>) {
    let action = replay(name).action;
    assert_eq!(action.phase, phase, "{name}");
    assert_eq!(action.tool, tool, "{name}");
    assert_eq!(&action.intent, intent, "{name}");
    assert_eq!(action.outcome.as_deref(), outcome, "{name}");
    assert_eq!(action.session.agent.name, "claude-code", "{name}");
}

fn in_root(path: &str) -> String {
    format!("{ROOT}/{path}")
}

fn text_edit(old: &str, new: &str, all: bool) -> TextEdit {
    TextEdit { old: old.into(), new: new.into(), all }
}

fn command(text: &str) -> Intent {
    Intent::Command { command: text.into() }
}

fn read(path: &str) -> Intent {
    Intent::Read { path: path.into() }
}

fn tool(input: &str) -> Intent {
    Intent::Tool { input: input.into() }
}

/// Payloads of [`Phase::Before`]: name, tool, intent.
fn before() -> Vec<(&'static str, &'static str, Intent)> {
    let path = in_root("src/db.py");
    let content = "q = f\"select * from t where id={x}\"\n".to_owned();
    let edits = vec![text_edit("return None", "return cur.fetchone()", false)];
    let several = vec![text_edit("a", "b", false), text_edit("c", "d", true)];
    let search = "search:sqlite bound parameters".to_owned();
    vec![
        ("pre_write", "Write", Intent::Write { path: path.clone(), content }),
        ("pre_edit", "Edit", Intent::Edit { path: path.clone(), edits }),
        ("pre_multi_edit", "MultiEdit", Intent::Edit { path, edits: several }),
        ("pre_notebook_edit", "NotebookEdit", cell("df.head()", true, false)),
        ("pre_notebook_delete", "NotebookEdit", cell("", false, true)),
        ("pre_bash", "Bash", command("cat > src/db.py <<'E'\nx = 1\nE")),
        ("pre_bash_subagent", "Bash", command("ls")),
        ("pre_bare_with_bom", "Bash", command("ls")),
        ("pre_powershell", "PowerShell", command("Get-ChildItem")),
        ("pre_monitor", "Monitor", command("tail -f app.log")),
        ("pre_workflow", "Workflow", command("await run()")),
        ("pre_workflow_path", "Workflow", tool("{\"scriptPath\":\"flows/a.js\"}")),
        ("pre_read", "Read", read(&in_root("README.md"))),
        ("pre_grep", "Grep", read(ROOT)),
        ("pre_glob", "Glob", read(&in_root("src"))),
        ("pre_web_fetch", "WebFetch", fetch("https://docs.python.org/3/library/sqlite3.html")),
        ("pre_web_search", "WebSearch", Intent::Fetch { url: search }),
        ("pre_mcp", "mcp__tracker__create_issue", tool("{\"title\":\"Bug\"}")),
        ("pre_agent", "Agent", tool("{\"prompt\":\"Look around\",\"subagent_type\":\"Explore\"}")),
    ]
}

fn fetch(url: &str) -> Intent {
    Intent::Fetch { url: url.into() }
}

fn cell(source: &str, insert: bool, delete: bool) -> Intent {
    let cell = Some("c3".to_owned());
    let edit = CellEdit { cell, source: source.into(), code: true, insert, delete };
    Intent::Notebook { path: in_root("eda.ipynb"), edit }
}

#[test]
fn calls_before_they_happen() {
    for (name, tool, intent) in before() {
        check(name, Phase::Before, tool, &intent, None);
        assert_eq!(replay(name).event, "PreToolUse", "{name}");
    }
}

#[test]
fn calls_that_have_happened() {
    let check = |name, tool, intent, outcome| check(name, Phase::After, tool, &intent, outcome);
    let content = "x = 1\n".to_owned();
    let written = Intent::Write { path: in_root("src/db.py"), content };
    let created = "{\"type\":\"create\",\"filePath\":\"/home/dev/shop/src/db.py\"}";
    check("post_write", "Write", written, Some(created));
    check("post_failure", "Bash", command("false"), Some("{\"error\":\"Exit code 1\"}"));
    check("post_unreadable", "Write", tool("{\"path\":\"src/db.py\"}"), Some("null"));
}

#[test]
fn events_that_are_about_no_tool() {
    let check = |name, event, intent| check(name, Phase::After, event, &intent, None);
    let prompt = Intent::Prompt { text: "Add a search page".into() };
    check("user_prompt_submit", "UserPromptSubmit", prompt);
    check("session_start", "SessionStart", Intent::SessionStart { source: "startup".into() });
    let reason = "prompt_input_exit".to_owned();
    check("session_end", "SessionEnd", Intent::SessionEnd { reason });
    let stop = tool(
        "{\"session_id\":\"s1\",\"cwd\":\"/home/dev/shop\",\"hook_event_name\":\"Stop\",\
         \"stop_hook_active\":false}",
    );
    check("stop", "Stop", stop);
}

#[test]
fn every_payload_is_replayed() {
    let mut names: BTreeSet<String> = before().iter().map(|(name, ..)| (*name).into()).collect();
    names.extend(["post_write", "post_failure", "post_unreadable"].map(String::from));
    names.extend(["user_prompt_submit", "session_start", "session_end", "stop"].map(String::from));
    let files = std::fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let files = files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
    assert_eq!(files.collect::<BTreeSet<_>>(), names);
}

#[test]
fn the_session_is_told() {
    let session = replay("pre_bash_subagent").action.session;
    assert_eq!(session.id, "5b0c7e0a-6f0e-4c0e-9b53-1f6d2a6c4f11");
    assert_eq!(session.cwd, ROOT);
    assert_eq!(session.subagent.as_deref(), Some("a7"));
    assert_eq!(session.permission_mode.as_deref(), Some("acceptEdits"));
    assert_eq!(replay("pre_bash").action.call.as_deref(), Some("toolu_01Ba"));
    assert_eq!(replay("session_start").action.session.model.as_deref(), Some("claude-opus-5"));
}

#[test]
fn what_cannot_be_understood_is_an_error_that_says_what_to_do() {
    let check = |input: &[u8], expected: &str| {
        let error = parse(input).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(b"", "no JSON: EOF while parsing");
    check(b"[]", "it is no object");
    check(b"{}", "`claude-code` has no text `hook_event_name`; check");
    check(b"{\"hook_event_name\":\"PreToolUse\"}", "`PreToolUse` has no text `tool_name`");
    check(b"{\"a\":\"\xff\"}", "no JSON");
    let call = |tool: &str, input: &str| {
        format!(
            "{{\"hook_event_name\":\"PreToolUse\",\"tool_name\":\"{tool}\",\"tool_input\":{input}}}"
        )
    };
    check(call("Write", "{\"file_path\":\"a\"}").as_bytes(), "`Write` has no text `content`");
    check(call("Bash", "null").as_bytes(), "`Bash` has no text `command`");
    check(call("Edit", "{\"old_string\":1}").as_bytes(), "`Edit` has no text `old_string`");
    check(call("MultiEdit", "{}").as_bytes(), "`MultiEdit` has no text `edits`");
    let deep = "[".repeat(100_000);
    check(call("Write", &deep).as_bytes(), "recursion limit exceeded");
    let large = vec![b' '; portcullis_hook::MAX_INPUT + 1];
    check(&large, "16777217 bytes, more than 16777216");
}
