//! Claude Code's tools: which intent a call of each is. A tool that is not known here stays a tool,
//! and policy decides what happens.

use portcullis_model::{CellEdit, Intent, TextEdit};
use serde_json::Value;

use crate::HookError;

/// How to read the input of some tools.
struct Tools {
    names: &'static [&'static str],
    read: fn(&Input<'_>) -> Result<Intent, HookError>,
}

const TOOLS: &[Tools] = &[
    Tools { names: &["Write"], read: write },
    Tools { names: &["Edit"], read: edit },
    Tools { names: &["MultiEdit"], read: multi_edit },
    Tools { names: &["NotebookEdit"], read: notebook },
    Tools { names: &["Bash", "PowerShell"], read: command },
    Tools { names: &["Monitor", "Workflow"], read: command_or_other },
    Tools { names: &["Read", "NotebookRead"], read: read_file },
    Tools { names: &["Glob", "Grep", "LS"], read: search_files },
    Tools { names: &["WebFetch"], read: fetch },
    Tools { names: &["WebSearch"], read: search_web },
];

/// The intent of a call.
pub(super) fn intent(tool: &str, input: &Value, cwd: &str) -> Result<Intent, HookError> {
    match TOOLS.iter().find(|tools| tools.names.contains(&tool)) {
        Some(tools) => (tools.read)(&Input { tool, input, cwd }),
        None => Ok(other(input)),
    }
}

/// A tool that we have no closer word for.
pub(super) fn other(input: &Value) -> Intent {
    Intent::Tool { input: input.to_string() }
}

/// A tool's input.
struct Input<'a> {
    tool: &'a str,
    input: &'a Value,
    cwd: &'a str,
}

impl Input<'_> {
    /// A text that the tool cannot do without.
    fn need(&self, field: &'static str) -> Result<String, HookError> {
        need(self.tool, self.input, field)
    }

    fn text(&self, field: &str) -> Option<String> {
        self.input.get(field).and_then(Value::as_str).map(str::to_owned)
    }
}

fn need(tool: &str, value: &Value, field: &'static str) -> Result<String, HookError> {
    let text = value.get(field).and_then(Value::as_str).map(str::to_owned);
    text.ok_or_else(|| HookError::Missing { call: tool.to_owned(), field })
}

fn write(input: &Input<'_>) -> Result<Intent, HookError> {
    Ok(Intent::Write { path: input.need("file_path")?, content: input.need("content")? })
}

fn edit(input: &Input<'_>) -> Result<Intent, HookError> {
    let edits = vec![text_edit(input.tool, input.input)?];
    Ok(Intent::Edit { path: input.need("file_path")?, edits })
}

fn multi_edit(input: &Input<'_>) -> Result<Intent, HookError> {
    let missing = HookError::Missing { call: input.tool.to_owned(), field: "edits" };
    let edits = input.input.get("edits").and_then(Value::as_array).ok_or(missing)?;
    let edits = edits.iter().map(|edit| text_edit(input.tool, edit)).collect::<Result<_, _>>()?;
    Ok(Intent::Edit { path: input.need("file_path")?, edits })
}

fn text_edit(tool: &str, edit: &Value) -> Result<TextEdit, HookError> {
    Ok(TextEdit {
        old: need(tool, edit, "old_string")?,
        new: need(tool, edit, "new_string")?,
        all: edit.get("replace_all").and_then(Value::as_bool).unwrap_or(false),
    })
}

/// A cell of unknown type counts as code.
fn notebook(input: &Input<'_>) -> Result<Intent, HookError> {
    let mode = input.text("edit_mode");
    let delete = mode.as_deref() == Some("delete");
    let source = if delete { Ok(String::new()) } else { input.need("new_source") };
    let edit = CellEdit {
        cell: input.text("cell_id"),
        source: source?,
        code: input.text("cell_type").as_deref() != Some("markdown"),
        insert: mode.as_deref() == Some("insert"),
        delete,
    };
    Ok(Intent::Notebook { path: input.need("notebook_path")?, edit })
}

fn command(input: &Input<'_>) -> Result<Intent, HookError> {
    Ok(Intent::Command { command: input.need("command")? })
}

/// Tools that run code where they carry it, and do something else otherwise.
fn command_or_other(input: &Input<'_>) -> Result<Intent, HookError> {
    let command = input.text("command").or_else(|| input.text("script"));
    Ok(command.map_or_else(|| other(input.input), |command| Intent::Command { command }))
}

fn read_file(input: &Input<'_>) -> Result<Intent, HookError> {
    let path = input.text("notebook_path").map_or_else(|| input.need("file_path"), Ok)?;
    Ok(Intent::Read { path })
}

/// Without a path, these look at the working directory.
fn search_files(input: &Input<'_>) -> Result<Intent, HookError> {
    Ok(Intent::Read { path: input.text("path").unwrap_or_else(|| input.cwd.to_owned()) })
}

fn fetch(input: &Input<'_>) -> Result<Intent, HookError> {
    Ok(Intent::Fetch { url: input.need("url")? })
}

fn search_web(input: &Input<'_>) -> Result<Intent, HookError> {
    Ok(Intent::Fetch { url: format!("search:{}", input.need("query")?) })
}
