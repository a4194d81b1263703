//! The input of a call with checked fixes in it, where the call can express them.
//!
//! Claude Code takes a changed input only whole, so all other fields stay as they came. A `Write`
//! takes the mended content. An `Edit` takes it where the mended file differs inside the replaced
//! text alone. A fix that reaches further, such as a new import, is told in words instead.

use portcullis_model::{Alternative, Decision, Intent, TextEdit, Verdict};
use serde_json::Value;

use crate::Call;

/// The mended input, if policy wants it applied and the call can express it.
pub(super) fn input(call: &Call, decision: &Decision) -> Option<Value> {
    if !decision.apply || decision.verdict < Verdict::Ask || decision.failure.is_some() {
        return None;
    }
    let amended = only_amended(decision)?;
    match &call.action.intent {
        Intent::Write { .. } => with_text(&call.input, "content", amended),
        Intent::Edit { edits, .. } if call.action.tool == "Edit" => {
            let [edit] = edits.as_slice() else { return None };
            let before = call.before.as_deref()?;
            with_text(&call.input, "new_string", &new_text(edit, before, amended)?)
        }
        _ => None,
    }
}

/// The mended content, where the call delivers one alone.
fn only_amended(decision: &Decision) -> Option<&str> {
    let mut amended = decision.alternatives.iter().filter_map(|alternative| match alternative {
        Alternative::Amended { content, .. } => Some(content.as_str()),
        Alternative::Pattern { .. } => None,
    });
    let first = amended.next()?;
    amended.next().is_none().then_some(first)
}

fn with_text(input: &Value, field: &str, text: &str) -> Option<Value> {
    let mut input = input.clone();
    *input.as_object_mut()?.get_mut(field)? = text.into();
    Some(input)
}

/// What to put in place of the edit's old text, so that `before` becomes `amended`.
fn new_text(edit: &TextEdit, before: &str, amended: &str) -> Option<String> {
    if edit.old.is_empty() {
        return before.is_empty().then(|| amended.to_owned());
    }
    let (head, tail) = before.split_once(&edit.old)?;
    if tail.contains(&edit.old) {
        return None;
    }
    amended.strip_prefix(head)?.strip_suffix(tail).map(str::to_owned)
}
