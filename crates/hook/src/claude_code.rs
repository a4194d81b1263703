//! Claude Code: its hook payloads to calls, and decisions to the JSON that it reads.
//!
//! It reads standard output on exit 0, takes exit 2 as a block with the reason on standard error,
//! and lets the call pass on any other exit code unless the hook is installed with
//! `onFailure: "block"`. An explicit `allow` skips its own permission prompt, so it is answered
//! only where a policy grants that; an empty object leaves the prompt as it is.

mod amend;
mod tool;

use portcullis_model::{Action, Agent, Decision, Intent, Phase, Session, Verdict};
use serde_json::{Map, Value, json};

use crate::{Adapter, Call, HookError, MAX_INPUT, Reply, explain};

pub(crate) const CLAUDE_CODE: Adapter = Adapter {
    name: NAME,
    traces: &[".claude/settings.json", ".claude", "CLAUDE.md"],
    parse,
    reply,
    refuse,
};

const NAME: &str = "claude-code";
/// Claude Code cuts longer texts.
const MAX_TEXT: usize = 10_000;

fn parse(bytes: &[u8]) -> Result<Call, HookError> {
    let payload = payload(bytes)?;
    let event = text(&payload, "hook_event_name")
        .ok_or(HookError::Missing { call: NAME.to_owned(), field: "hook_event_name" })?;
    let input = payload.get("tool_input").cloned().unwrap_or(Value::Null);
    let heard = heard(&event, &payload, &input)?;
    let action = Action {
        phase: heard.phase,
        session: session(&payload),
        tool: heard.tool,
        call: text(&payload, "tool_use_id"),
        intent: heard.intent,
        outcome: heard.outcome,
    };
    Ok(Call { action, event, input, before: None })
}

/// The payload as an object. A byte order mark is tolerated; serde_json bounds the depth.
fn payload(bytes: &[u8]) -> Result<Map<String, Value>, HookError> {
    if bytes.len() > MAX_INPUT {
        return Err(HookError::TooLarge(bytes.len()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(payload)) => Ok(payload),
        Ok(_) => Err(HookError::NotJson("it is no object".to_owned())),
        Err(error) => Err(HookError::NotJson(error.to_string())),
    }
}

fn session(payload: &Map<String, Value>) -> Session {
    Session {
        id: text(payload, "session_id").unwrap_or_default(),
        agent: Agent { name: NAME.to_owned(), version: None },
        model: text(payload, "model"),
        cwd: text(payload, "cwd").unwrap_or_default(),
        subagent: text(payload, "agent_id"),
        permission_mode: text(payload, "permission_mode"),
    }
}

fn text(object: &Map<String, Value>, key: &str) -> Option<String> {
    object.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// What an event tells, and when.
struct Heard {
    phase: Phase,
    tool: String,
    intent: Intent,
    outcome: Option<String>,
}

fn heard(event: &str, payload: &Map<String, Value>, input: &Value) -> Result<Heard, HookError> {
    let tool = || {
        let missing = HookError::Missing { call: event.to_owned(), field: "tool_name" };
        text(payload, "tool_name").ok_or(missing)
    };
    let cwd = text(payload, "cwd").unwrap_or_default();
    match event {
        "PreToolUse" => {
            let tool = tool()?;
            let intent = tool::intent(&tool, input, &cwd)?;
            Ok(Heard { phase: Phase::Before, tool, intent, outcome: None })
        }
        "PostToolUse" | "PostToolUseFailure" => {
            let tool = tool()?;
            // It has happened: whatever the input is, it is recorded.
            let intent = tool::intent(&tool, input, &cwd).unwrap_or_else(|_| tool::other(input));
            let failed = || payload.get("error").map(|error| json!({ "error": error }));
            let outcome = payload.get("tool_response").cloned().or_else(failed);
            let outcome = outcome.map(|outcome| outcome.to_string());
            Ok(Heard { phase: Phase::After, tool, intent, outcome })
        }
        _ => Ok(Heard {
            phase: Phase::After,
            tool: event.to_owned(),
            intent: event_intent(event, payload),
            outcome: None,
        }),
    }
}

/// What an event that is about no tool tells; one that we have no word for is kept whole.
fn event_intent(event: &str, payload: &Map<String, Value>) -> Intent {
    let text = |key| text(payload, key).unwrap_or_default();
    match event {
        "UserPromptSubmit" => Intent::Prompt { text: text("prompt") },
        "SessionStart" => Intent::SessionStart { source: text("source") },
        "SessionEnd" => Intent::SessionEnd { reason: text("reason") },
        _ => Intent::Tool { input: Value::Object(payload.clone()).to_string() },
    }
}

fn reply(call: &Call, decision: &Decision) -> Reply {
    let answer = match (call.action.phase, call.event.as_str()) {
        (Phase::Before, _) => before_tool(call, decision),
        (Phase::After, "PostToolUse") => after_tool(call, decision),
        (Phase::After, _) => json!({}),
    };
    Reply { stdout: answer.to_string(), stderr: String::new(), exit: 0 }
}

fn refuse(reason: &str) -> Reply {
    let reply = Reply::refusal(reason);
    Reply { stderr: cut(&reply.stderr), ..reply }
}

fn before_tool(call: &Call, decision: &Decision) -> Value {
    let tool = &call.action.tool;
    if let Some(input) = amend::input(call, decision) {
        return mended(tool, decision, input);
    }
    let for_agent = || cut(&explain::for_agent(tool, decision));
    let for_user = || cut(&explain::for_user(tool, decision));
    match decision.verdict {
        Verdict::Allow if decision.auto_approve => specific(json!({
            "permissionDecision": "allow", "permissionDecisionReason": for_user(),
        })),
        Verdict::Allow => json!({}),
        Verdict::Warn => with_message(for_user(), json!({ "additionalContext": for_agent() })),
        // The reason of an ask is for the person; the agent gets its own beside it.
        Verdict::Ask => specific(json!({
            "permissionDecision": "ask",
            "permissionDecisionReason": for_user(),
            "additionalContext": for_agent(),
        })),
        Verdict::Block => with_message(
            for_user(),
            json!({ "permissionDecision": "deny", "permissionDecisionReason": for_agent() }),
        ),
    }
}

/// The mended call, under Claude Code's own prompt. An input that is answered must be whole.
fn mended(tool: &str, decision: &Decision, input: Value) -> Value {
    let reason = format!(
        "portcullis mended what it would refuse in this {tool}; {}",
        explain::for_user(tool, decision)
    );
    specific(json!({
        "permissionDecision": "ask",
        "permissionDecisionReason": cut(&reason),
        "updatedInput": input,
        "additionalContext": cut(&explain::of_mended(tool, decision)),
    }))
}

fn specific(mut output: Value) -> Value {
    if let Some(output) = output.as_object_mut() {
        output.insert("hookEventName".to_owned(), "PreToolUse".into());
    }
    json!({ "hookSpecificOutput": output })
}

fn with_message(message: String, output: Value) -> Value {
    let mut answer = specific(output);
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("systemMessage".to_owned(), message.into());
    }
    answer
}

/// It cannot be undone here, but the agent can be told.
fn after_tool(call: &Call, decision: &Decision) -> Value {
    let told = || cut(&explain::for_agent(&call.action.tool, decision));
    match decision.verdict {
        Verdict::Allow => json!({}),
        Verdict::Warn => json!({
            "hookSpecificOutput": { "hookEventName": "PostToolUse", "additionalContext": told() },
        }),
        Verdict::Ask | Verdict::Block => json!({ "decision": "block", "reason": told() }),
    }
}

/// A text of at most [`MAX_TEXT`] UTF-16 units, which is how Claude Code counts.
fn cut(text: &str) -> String {
    const NOTE: &str = "\n... (cut; `portcullis log show` has all of it)";
    if text.encode_utf16().count() <= MAX_TEXT {
        return text.to_owned();
    }
    let mut left = MAX_TEXT.saturating_sub(NOTE.len());
    let fits = |c: &char| match left.checked_sub(c.len_utf16()) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    text.chars().take_while(fits).chain(NOTE.chars()).collect()
}

#[cfg(test)]
mod tests;
