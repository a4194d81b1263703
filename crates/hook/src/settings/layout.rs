//! How a settings file is laid out (line breaks, indentation, or all on one line), so that what is
//! added looks like the rest.

use serde_json::Value;

use super::outline::Container;

/// The file's habits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Line break, and indentation of one level; `None` where the file is on one line.
    lines: Option<(&'static str, String)>,
}

/// Something to print: a member where there is a key, else an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) key: Option<&'static str>,
    pub(super) value: Value,
}

/// A member of an object.
pub(super) fn member(key: &'static str, value: Value) -> Entry {
    Entry { key: Some(key), value }
}

/// An element of a list.
pub(super) fn element(value: Value) -> Entry {
    Entry { key: None, value }
}

impl Layout {
    /// The layout of a text; an object without members gets lines.
    pub(super) fn of(text: &str, root: &Container) -> Self {
        let inside = text.get(root.whole.clone()).unwrap_or("");
        if !inside.contains('\n') && !root.items.is_empty() {
            return Self { lines: None };
        }
        let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let indent = inside.lines().skip(1).find(|line| line.trim_start().starts_with('"'));
        let indent = indent.map(|line| line.chars().take_while(|c| matches!(c, ' ' | '\t')));
        let indent: String = indent.map(Iterator::collect).unwrap_or_default();
        let indent = if indent.is_empty() { "  ".to_owned() } else { indent };
        Self { lines: Some((ending, indent)) }
    }

    /// What stands before something at a depth.
    pub(super) fn gap(&self, depth: usize) -> String {
        match &self.lines {
            Some((ending, indent)) => format!("{ending}{}", indent.repeat(depth)),
            None => " ".to_owned(),
        }
    }

    /// Prints an entry that stands at a depth.
    pub(super) fn print(&self, entry: &Entry, depth: usize) -> String {
        let value = self.value(&entry.value, depth);
        match entry.key {
            Some(key) => format!("\"{key}\": {value}"),
            None => value,
        }
    }

    /// Containers of containers have a gap inside of their brackets, whatever the layout: that
    /// tells later that they were made here.
    fn value(&self, value: &Value, depth: usize) -> String {
        let parts: Vec<String> = match value {
            Value::Object(object) => object
                .iter()
                .map(|(key, value)| format!("\"{key}\": {}", self.value(value, depth + 1)))
                .collect(),
            Value::Array(list) if list.iter().any(Value::is_object) => {
                list.iter().map(|value| self.value(value, depth + 1)).collect()
            }
            Value::Array(list) => {
                let list: Vec<_> = list.iter().map(Value::to_string).collect();
                return format!("[{}]", list.join(", "));
            }
            plain => return plain.to_string(),
        };
        let (open, close) = if value.is_object() { ('{', '}') } else { ('[', ']') };
        let gap = self.gap(depth + 1);
        format!("{open}{gap}{}{}{close}", parts.join(&format!(",{gap}")), self.gap(depth))
    }
}
