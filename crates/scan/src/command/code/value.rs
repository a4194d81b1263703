//! Values of followed code: texts, paths, open files, and names that are not looked into.

use super::super::{regex_dialect, stream::Stream};

/// What an expression stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(Stream),
    Path(Stream),
    /// An open file with its mode.
    File(Stream, String),
    List(Vec<Value>),
    /// A function, module or method by its dotted name.
    Name(String),
    /// A method of a value.
    Method(Box<Value>, String),
    Unknown,
}

/// The arguments of a call; those with names apart.
#[derive(Debug, Default)]
pub(super) struct Arguments {
    pub(super) values: Vec<Value>,
    pub(super) named: Vec<(String, Value)>,
}

impl Arguments {
    pub(super) fn of(values: Vec<Value>) -> Self {
        Self { values, named: Vec::new() }
    }

    /// The mode of a file that is opened. One that is not known may write.
    pub(super) fn mode(&self, position: usize) -> String {
        let named = self.named.iter().find(|(name, _)| name == "mode").map(|(_, value)| value);
        match named.or_else(|| self.values.get(position)) {
            Some(value) => as_text(value).whole().unwrap_or("w?").to_owned(),
            None => "r".to_owned(),
        }
    }
}

/// The name of a module of Node without its prefix.
pub(super) fn module(name: &str) -> String {
    name.trim_start_matches("node:").to_owned()
}

pub(super) fn writes(mode: &str) -> bool {
    mode.contains(['w', 'a', 'x', '+'])
}

pub(super) fn appends(mode: &str) -> bool {
    mode.contains('a')
}

pub(super) fn as_text(value: &Value) -> Stream {
    match value {
        Value::Text(stream) | Value::Path(stream) => stream.clone(),
        _ => Stream::unknown(),
    }
}

pub(super) fn joined(left: Value, right: Value) -> Value {
    match (&left, &right) {
        (Value::Text(a), Value::Text(b)) => Value::Text(Stream::concat(&[a.clone(), b.clone()])),
        _ => Value::Unknown,
    }
}

/// A path with another below it.
pub(super) fn below(path: Value, more: Value) -> Value {
    let (path, more) = (as_text(&path), as_text(&more));
    match (path.whole(), more.whole()) {
        (Some(_), Some(more)) if more.starts_with('/') => Value::Path(Stream::known(more)),
        (Some(path), Some(more)) => Value::Path(Stream::known(format!("{path}/{more}"))),
        _ => Value::Path(Stream::unknown()),
    }
}

pub(super) fn path_of(values: &[Value]) -> Value {
    let mut values = values.iter().cloned();
    let first =
        Value::Path(values.next().map_or_else(|| Stream::known("."), |value| as_text(&value)));
    values.fold(first, below)
}

pub(super) fn member(value: Value, name: String) -> Value {
    match value {
        Value::Name(module) => Value::Name(format!("{module}.{name}")),
        Value::Path(path) if name == "parent" => {
            Value::Path(path.map(|path| path.rsplit_once('/').map(|(folder, _)| folder.to_owned())))
        }
        other => Value::Method(Box::new(other), name),
    }
}

/// What `import name from 'module'` and `import { name } from 'module'` bind.
pub(super) fn imported(module: &str, name: &str) -> Value {
    if name == module
        || matches!(name, "default" | "fs" | "fsp" | "path" | "os" | "cp" | "child_process")
    {
        Value::Name(module.trim_end_matches("/promises").to_owned())
    } else {
        Value::Name(format!("{}.{name}", module.trim_end_matches("/promises")))
    }
}

/// `re.sub(pattern, replacement, text)` without flags.
pub(super) fn substituted(arguments: &Arguments) -> Stream {
    let (pattern, new, text) = match arguments.values.as_slice() {
        [pattern, new, text] if arguments.named.is_empty() => {
            (as_text(pattern), as_text(new), as_text(text))
        }
        _ => return Stream::unknown(),
    };
    text.map(|text| regex_dialect::substitute_python(pattern.whole()?, new.whole()?, text))
}

/// Lines without the blanks that all of them begin with.
pub(super) fn dedent(text: &str) -> String {
    let blank = |line: &&str| !line.trim().is_empty();
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let common = text.split('\n').filter(blank).map(indent).min().unwrap_or(0);
    let cut = |line: &str| {
        if line.trim().is_empty() {
            String::new()
        } else {
            line.get(common..).unwrap_or(line).to_owned()
        }
    };
    text.split('\n').map(cut).collect::<Vec<_>>().join("\n")
}
