//! Rules written back as YAML that Semgrep itself reads: `use` is expanded by the loader already,
//! and keys that only this engine knows are left out.

use crate::yaml::{Data, Value};

/// Keys of taint entries that only this engine knows.
const OWN_ENTRY_KEYS: &[&str] = &["confidence", "note"];
/// Keys of `metadata` that only this engine knows; Semgrep allows any, but they say nothing to it.
const OWN_METADATA: &[&str] = &["pattern", "why", "swc", "attack"];
/// Where taint entries stand.
const LISTS: &[&str] =
    &["pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"];

/// The rule as one item of `rules:`.
pub(crate) fn item(rule: &Value) -> String {
    let mut out = String::new();
    let entries = rule.entries().unwrap_or(&[]);
    for (number, (key, value)) in entries.iter().enumerate() {
        let name = key.text().unwrap_or_default();
        out.push_str(if number == 0 { "- " } else { "  " });
        out.push_str(&quoted(&name));
        out.push(':');
        let dropped: &[&str] = match name.as_ref() {
            "metadata" => OWN_METADATA,
            list if LISTS.contains(&list) => OWN_ENTRY_KEYS,
            _ => &[],
        };
        out.push(' ');
        flow(value, dropped, if name == "metadata" { 1 } else { 2 }, &mut out);
        out.push('\n');
    }
    out
}

/// A value on one line, as JSON, which is YAML too. `dropped` keys are left out down to `depth`.
/// Recursion is bounded by the depth that the YAML reader allows.
fn flow(value: &Value, dropped: &[&str], depth: usize, out: &mut String) {
    let below = depth.saturating_sub(1);
    match &value.data {
        Data::Null => out.push_str("null"),
        Data::Bool(on) => out.push_str(if *on { "true" } else { "false" }),
        Data::Int(_) | Data::Float => out.push_str(value.raw.as_deref().unwrap_or("0")),
        Data::Text(text) => out.push_str(&quoted(text)),
        Data::List(items) => {
            list(out, '[', ']', items.iter(), |item, out| flow(item, dropped, below, out));
        }
        Data::Map(entries) => {
            let kept = entries.iter().filter(|(key, _)| {
                depth == 0 || !dropped.contains(&key.text().unwrap_or_default().as_ref())
            });
            list(out, '{', '}', kept, |(key, value), out| {
                out.push_str(&quoted(&key.text().unwrap_or_default()));
                out.push_str(": ");
                flow(value, dropped, below, out);
            });
        }
    }
}

fn list<T>(
    out: &mut String,
    open: char,
    close: char,
    items: impl Iterator<Item = T>,
    write: impl Fn(T, &mut String),
) {
    out.push(open);
    for (number, item) in items.enumerate() {
        if number > 0 {
            out.push_str(", ");
        }
        write(item, out);
    }
    out.push(close);
}

/// Text in double quotes, escaped as in JSON.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if u32::from(c) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
