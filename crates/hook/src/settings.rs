//! The hooks in Claude Code's settings file, `.claude/settings.json`: put in, taken out, looked at.
//! Pure functions on the file's text; whoever calls them reads and writes the file.
//!
//! Everything that is not ours stays byte for byte as it was, so the text is never parsed and
//! printed again: entries are inserted and cut out at their places. [`remove`] after [`install`]
//! gives back the very bytes. For that it must know which lists and objects [`install`] made, to
//! take them out as well, and it can tell by their end: those that it made have a space or a line
//! break before the closing bracket; in those that stood there empty, its entry touches the
//! bracket.
//!
//! A file that did not exist is begun with [`FRESH`]; where [`remove`] gives back [`FRESH`], the
//! caller deletes the file.

mod layout;
mod outline;

use std::ops::Range;

use serde_json::{Value, json};

use crate::HookError;
use layout::Layout;
use outline::{Container, Item, Kind};

/// What a settings file is begun with where there is none.
pub const FRESH: &str = "{\n}\n";

/// The events that we listen to, with the seconds that Claude Code waits for an answer.
pub const EVENTS: [(&str, u32); 5] = [
    ("PreToolUse", 20),
    ("PostToolUse", 20),
    ("UserPromptSubmit", 20),
    ("SessionStart", 20),
    ("SessionEnd", 5),
];

const ARGS: [&str; 2] = ["hook", "claude-code"];
const STATUS_MESSAGE: &str = "portcullis";

/// What a settings file says of our hooks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Our hooks, in the order of the file.
    pub installed: Vec<Installed>,
    /// Events of [`EVENTS`] that none of our hooks listens to for every tool.
    pub missing: Vec<&'static str>,
    /// Whether the file turns all hooks off (`disableAllHooks`).
    pub disabled: bool,
}

/// One of our hooks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// The event.
    pub event: String,
    /// Which tools; empty where the file names none, which means all.
    pub matcher: String,
    /// The program.
    pub command: String,
    /// What happens when the hook itself fails: `block`, or whatever stands there.
    pub on_failure: Option<String>,
    /// Seconds that Claude Code waits.
    pub timeout: Option<u64>,
}

impl Installed {
    /// Whether it listens to every tool.
    #[must_use]
    pub fn for_all_tools(&self) -> bool {
        ["", "*"].contains(&self.matcher.as_str())
    }
}

/// Adds our hooks, running `command`. Hooks of ours that stand there and differ are replaced; where
/// nothing differs, the text comes back as it is.
///
/// # Errors
///
/// The text is no JSON object, or its hooks are not where Claude Code looks for them.
pub fn install(text: &str, command: &str) -> Result<String, HookError> {
    let clean = remove(text)?;
    let whole = EVENTS.iter().all(|(event, timeout)| holds(text, event, *timeout, command));
    if whole && status(text)?.installed.len() == EVENTS.len() {
        return Ok(text.to_owned());
    }
    let file = File::read(&clean)?;
    let edits = match &file.hooks {
        None => vec![file.add(&file.root, &[layout::member("hooks", all_events(command))], 1)],
        Some(hooks) => {
            let object = outline::container(&clean, &hooks.value, Kind::Object);
            let object = object.ok_or_else(|| shape(&clean, hooks, "`hooks`", "an object"))?;
            add_events(&file, &object, command)?
        }
    };
    Ok(apply(&clean, edits))
}

/// Takes out our hooks and nothing else. Lists and objects that were made for them go with them.
///
/// # Errors
///
/// The text is no JSON object.
pub fn remove(text: &str) -> Result<String, HookError> {
    let file = File::read(text)?;
    let Some(hooks) = file.hooks_object() else { return Ok(text.to_owned()) };
    let mut edits = Vec::new();
    let mut empty = Vec::new();
    for (place, event) in hooks.items.iter().enumerate() {
        let Some(list) = outline::container(text, &event.value, Kind::List) else { continue };
        if remove_groups(text, &list, &mut edits) {
            empty.push(place);
        }
    }
    if empty.is_empty() {
        return Ok(apply(text, edits));
    }
    if empty.len() < hooks.items.len() || !hooks.made_by_us(text) {
        edits.extend(hooks.cut(&empty));
        return Ok(apply(text, edits));
    }
    let place = file.root.items.iter().rposition(|item| item.key.as_deref() == Some("hooks"));
    Ok(apply(text, file.root.cut_from_root(place)))
}

/// What the file says of our hooks.
///
/// # Errors
///
/// The text is no JSON object.
pub fn status(text: &str) -> Result<Status, HookError> {
    let file = File::read(text)?;
    let mut status = Status::default();
    for event in file.hooks_object().into_iter().flat_map(|hooks| hooks.items) {
        let groups = value_of(text, &event.value);
        for group in groups.as_array().into_iter().flatten() {
            status.installed.extend(installed(event.key.as_deref().unwrap_or(""), group));
        }
    }
    let listens = |event: &str| {
        status.installed.iter().any(|hook| hook.event == event && hook.for_all_tools())
    };
    status.missing = EVENTS.iter().map(|(event, _)| *event).filter(|e| !listens(e)).collect();
    status.disabled = value_of(text, &file.root.whole).get("disableAllHooks") == Some(&true.into());
    Ok(status)
}

/// A settings file with the places of what matters here.
struct File<'a> {
    text: &'a str,
    root: Container,
    /// The member `hooks` that counts, which is the last of that name.
    hooks: Option<Item>,
    layout: Layout,
}

impl<'a> File<'a> {
    fn read(text: &'a str) -> Result<Self, HookError> {
        let root = outline::root(text)?;
        let hooks = root.last_of("hooks").cloned();
        let layout = Layout::of(text, &root);
        Ok(Self { text, root, hooks, layout })
    }

    fn hooks_object(&self) -> Option<Container> {
        outline::container(self.text, &self.hooks.as_ref()?.value, Kind::Object)
    }

    /// The edit that adds entries at the end of a container that lies at `depth` minus one.
    fn add(&self, to: &Container, entries: &[layout::Entry], depth: usize) -> Edit {
        let gap = self.layout.gap(depth);
        let texts: Vec<_> = entries.iter().map(|e| self.layout.print(e, depth)).collect();
        if let Some(last) = to.items.last() {
            let text = texts.iter().map(|text| format!(",{gap}{text}")).collect();
            return Edit { at: last.end()..last.end(), text };
        }
        let list = texts.join(&format!(",{gap}"));
        if to.whole == self.root.whole {
            return Edit { at: to.open()..to.open(), text: format!("{gap}{list}") };
        }
        Edit { at: to.close()..to.close(), text: list }
    }
}

/// A replacement of bytes.
struct Edit {
    at: Range<usize>,
    text: String,
}

/// Applies edits that do not overlap.
fn apply(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.at.start);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        out.push_str(text.get(from..edit.at.start).unwrap_or(""));
        out.push_str(&edit.text);
        from = edit.at.end;
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out
}

fn add_events(file: &File<'_>, hooks: &Container, command: &str) -> Result<Vec<Edit>, HookError> {
    let mut edits = Vec::new();
    let mut new = Vec::new();
    for (event, timeout) in EVENTS {
        let group = group(timeout, command);
        let Some(there) = hooks.last_of(event) else {
            new.push(layout::member(event, json!([group])));
            continue;
        };
        let list = outline::container(file.text, &there.value, Kind::List);
        let list = list.ok_or_else(|| shape(file.text, there, &format!("`{event}`"), "a list"))?;
        edits.push(file.add(&list, &[layout::element(group)], 3));
    }
    if !new.is_empty() {
        edits.push(file.add(hooks, &new, 2));
    }
    Ok(edits)
}

fn all_events(command: &str) -> Value {
    let member =
        |(event, timeout): &(&str, u32)| (String::from(*event), json!([group(*timeout, command)]));
    Value::Object(EVENTS.iter().map(member).collect())
}

/// One entry in the list of an event.
fn group(timeout: u32, command: &str) -> Value {
    json!({ "matcher": "*", "hooks": [handler(timeout, command)] })
}

fn handler(timeout: u32, command: &str) -> Value {
    json!({
        "type": "command",
        "command": command,
        "args": ARGS,
        "timeout": timeout,
        "onFailure": "block",
        "statusMessage": STATUS_MESSAGE,
    })
}

/// Whether a handler is ours, whatever program it runs by now.
fn is_ours(handler: &Value) -> bool {
    let text = |key| handler.get(key).and_then(Value::as_str).unwrap_or("");
    let program = text("command").rsplit(['/', '\\']).next().unwrap_or("");
    handler.get("args") == Some(&json!(ARGS))
        && (text("statusMessage") == STATUS_MESSAGE || program.starts_with("portcullis"))
}

/// Whether an event's hook stands in the text exactly as we would write it.
fn holds(text: &str, event: &str, timeout: u32, command: &str) -> bool {
    let value: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let groups = value.get("hooks").and_then(|hooks| hooks.get(event)).and_then(Value::as_array);
    let wanted = group(timeout, command);
    groups.is_some_and(|groups| groups.contains(&wanted))
}

fn installed(event: &str, group: &Value) -> Vec<Installed> {
    let matcher = group.get("matcher").and_then(Value::as_str).unwrap_or("").to_owned();
    let handlers = group.get("hooks").and_then(Value::as_array).into_iter().flatten();
    let text = |handler: &Value, key| handler.get(key).and_then(Value::as_str).map(str::to_owned);
    let one = |handler: &Value| Installed {
        event: event.to_owned(),
        matcher: matcher.clone(),
        command: text(handler, "command").unwrap_or_default(),
        on_failure: text(handler, "onFailure"),
        timeout: handler.get("timeout").and_then(Value::as_u64),
    };
    handlers.filter(|handler| is_ours(handler)).map(one).collect()
}

/// Cuts our entries out of the list of an event; true where the list itself is to go, because it
/// was made for them.
fn remove_groups(text: &str, list: &Container, edits: &mut Vec<Edit>) -> bool {
    let mut ours = Vec::new();
    let mut inner = Vec::new();
    for (place, group) in list.items.iter().enumerate() {
        match handlers(text, group) {
            Some((all, places)) if !places.is_empty() && places.len() == all.items.len() => {
                ours.push(place);
            }
            Some((all, places)) => inner.extend(all.cut(&places)),
            None => {}
        }
    }
    if !ours.is_empty() && ours.len() == list.items.len() && list.made_by_us(text) {
        return true;
    }
    edits.extend(inner);
    edits.extend(list.cut(&ours));
    false
}

/// The handlers of a group, and the places of ours among them.
fn handlers(text: &str, group: &Item) -> Option<(Container, Vec<usize>)> {
    let group = outline::container(text, &group.value, Kind::Object)?;
    let all = outline::container(text, &group.last_of("hooks")?.value, Kind::List)?;
    let each = all.items.iter().enumerate();
    let ours = each.filter(|(_, item)| is_ours(&value_of(text, &item.value)));
    let places = ours.map(|(place, _)| place).collect();
    Some((all, places))
}

impl Container {
    /// Whether [`install`] made it, rather than found it empty.
    fn made_by_us(&self, text: &str) -> bool {
        self.items.last().is_none_or(|last| {
            text.get(last.end()..self.close()).is_some_and(|space| !space.is_empty())
        })
    }

    /// The edits that cut out the items at these places, in order, with their commas.
    fn cut(&self, places: &[usize]) -> Vec<Edit> {
        if places.len() == self.items.len() {
            let start = self.items.first().map(|item| item.start);
            let end = self.items.last().map(Item::end);
            return start.zip(end).map(|(start, end)| nothing(start..end)).into_iter().collect();
        }
        // A comma goes with the item before it, until one stays; then with the item behind it.
        let stays = |place: &usize| !places.contains(place);
        let first = (0..self.items.len()).find(stays).unwrap_or(0);
        let cut = |&place: &usize| {
            let item = self.items.get(place)?;
            if place < first {
                let next = self.items.get(place + 1)?;
                return Some(nothing(item.start..next.start));
            }
            let before = self.items.get(place.checked_sub(1)?)?;
            Some(nothing(before.end()..item.end()))
        };
        places.iter().filter_map(cut).collect()
    }

    /// Cuts one item out of the root, whose space was left behind it where it stood alone.
    fn cut_from_root(&self, place: Option<usize>) -> Vec<Edit> {
        match (place, self.items.as_slice()) {
            (Some(_), [only]) => vec![nothing(self.open()..only.end())],
            (Some(place), _) => self.cut(&[place]),
            (None, _) => Vec::new(),
        }
    }
}

fn nothing(at: Range<usize>) -> Edit {
    Edit { at, text: String::new() }
}

fn value_of(text: &str, at: &Range<usize>) -> Value {
    let value = text.get(at.clone()).and_then(|text| serde_json::from_str(text).ok());
    value.unwrap_or(Value::Null)
}

fn shape(text: &str, at: &Item, what: &str, expected: &'static str) -> HookError {
    let breaks = text.bytes().take(at.start).filter(|&b| b == b'\n').count();
    HookError::Shape { line: breaks + 1, what: what.to_owned(), expected }
}

#[cfg(test)]
mod tests;
