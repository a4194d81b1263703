//! YAML (and so JSON) as a tree of values that know their line and column.
//!
//! Only what rule files need: no tags, aliases up to a limit. It is built from parser events
//! without recursion, with limits on size, depth and number of values.

use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{Hash, Hasher},
};

use saphyr_parser::{Event, Marker, Parser, ScalarStyle};

/// Bytes of a rule file that are read.
const BYTES_MAX: usize = 8 * 1024 * 1024;
/// Nesting of lists and mappings.
const DEPTH_MAX: usize = 64;
/// Values in one file, those brought in by aliases included.
const VALUES_MAX: usize = 1_000_000;

/// A place in a rule file, both numbers from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: u32,
    pub(crate) column: u32,
}

impl Place {
    fn of(marker: &Marker) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { line: count(marker.line()), column: count(marker.col()).saturating_add(1) }
    }
}

/// What a value holds.
#[derive(Clone, Debug, Hash)]
pub(crate) enum Data {
    Null,
    Bool(bool),
    Int(i64),
    /// Any other number; its text is in `raw`.
    Float,
    Text(String),
    List(Vec<Value>),
    Map(Vec<(Value, Value)>),
}

/// A value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) data: Data,
    pub(crate) at: Place,
    /// Line of the first line of text; differs from `at.line` for block scalars.
    pub(crate) text_line: u32,
    /// Text of a plain scalar as written, such as `007`, where it was read as a number.
    pub(crate) raw: Option<String>,
}

/// What is wrong with the file as YAML.
#[derive(Clone, Debug)]
pub(crate) struct YamlError {
    pub(crate) at: Place,
    pub(crate) message: String,
}

/// What it says, wherever it stands.
impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.data.hash(state);
        self.raw.hash(state);
    }
}

impl Value {
    /// The text, for a scalar: numbers and booleans as they were written.
    pub(crate) fn text(&self) -> Option<Cow<'_, str>> {
        match &self.data {
            Data::Text(text) => Some(Cow::Borrowed(text)),
            Data::Bool(_) | Data::Int(_) | Data::Float => self.raw.as_deref().map(Cow::Borrowed),
            Data::Null | Data::List(_) | Data::Map(_) => None,
        }
    }

    /// The entries of a mapping.
    pub(crate) fn entries(&self) -> Option<&[(Value, Value)]> {
        match &self.data {
            Data::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The items of a list.
    pub(crate) fn items(&self) -> Option<&[Value]> {
        match &self.data {
            Data::List(items) => Some(items),
            _ => None,
        }
    }

    /// The value under a key of a mapping.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        let found = self.entries()?.iter().find(|(k, _)| k.text().as_deref() == Some(key));
        found.map(|(_, value)| value)
    }

    /// What kind of value it is, for messages.
    pub(crate) fn kind(&self) -> &'static str {
        match self.data {
            Data::Null => "nothing",
            Data::Bool(_) => "a boolean",
            Data::Int(_) | Data::Float => "a number",
            Data::Text(_) => "text",
            Data::List(_) => "a list",
            Data::Map(_) => "a mapping",
        }
    }
}

/// The first document of a text.
pub(crate) fn parse(text: &str) -> Result<Value, YamlError> {
    let start = Place { line: 1, column: 1 };
    if text.len() > BYTES_MAX {
        let message = format!("the file is larger than {BYTES_MAX} bytes; split it");
        return Err(YamlError { at: start, message });
    }
    let mut build = Build::default();
    for step in Parser::new_from_str(text.strip_prefix('\u{feff}').unwrap_or(text)) {
        let (event, span) = step.map_err(|e| YamlError {
            at: Place::of(e.marker()),
            message: format!("not valid YAML: {}", e.info()),
        })?;
        build.event(event, Place::of(&span.start))?;
        if build.done.is_some() {
            break;
        }
    }
    let empty = YamlError { at: start, message: "the file holds no rules".to_owned() };
    build.done.ok_or(empty)
}

/// A list or mapping whose end has not come yet.
struct Open {
    at: Place,
    anchor: usize,
    map: bool,
    values: Vec<Value>,
}

#[derive(Default)]
struct Build {
    open: Vec<Open>,
    anchors: HashMap<usize, Value>,
    count: usize,
    done: Option<Value>,
}

impl Build {
    fn event(&mut self, event: Event<'_>, at: Place) -> Result<(), YamlError> {
        match event {
            Event::Scalar(text, style, anchor, _) => self.add(scalar(text, style, at), anchor),
            Event::SequenceStart(anchor, _) => self.start(at, anchor, false),
            Event::MappingStart(anchor, _) => self.start(at, anchor, true),
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => match self.anchors.get(&anchor).cloned() {
                Some(value) => {
                    self.count = self.count.saturating_add(size(&value));
                    self.add(value, 0)
                }
                None => Err(YamlError { at, message: "this alias has no anchor".to_owned() }),
            },
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn start(&mut self, at: Place, anchor: usize, map: bool) -> Result<(), YamlError> {
        if self.open.len() >= DEPTH_MAX {
            let message = format!("nested deeper than {DEPTH_MAX} levels");
            return Err(YamlError { at, message });
        }
        self.open.push(Open { at, anchor, map, values: Vec::new() });
        Ok(())
    }

    fn end(&mut self) -> Result<(), YamlError> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let data = if open.map { Data::Map(pairs(open.values)?) } else { Data::List(open.values) };
        self.add(Value { data, at: open.at, text_line: open.at.line, raw: None }, open.anchor)
    }

    fn add(&mut self, value: Value, anchor: usize) -> Result<(), YamlError> {
        self.count = self.count.saturating_add(1);
        if self.count > VALUES_MAX {
            let message = format!("more than {VALUES_MAX} values; split the file");
            return Err(YamlError { at: value.at, message });
        }
        if anchor != 0 {
            self.anchors.insert(anchor, value.clone());
        }
        match self.open.last_mut() {
            Some(open) => open.values.push(value),
            None => self.done = Some(value),
        }
        Ok(())
    }
}

/// Number of values in a tree, whose depth is bounded by the way it was built.
fn size(value: &Value) -> usize {
    let below = match &value.data {
        Data::List(items) => items.iter().map(size).sum(),
        Data::Map(entries) => entries.iter().map(|(k, v)| size(k).saturating_add(size(v))).sum(),
        _ => 0,
    };
    below.saturating_add(1)
}

/// Keys and values in turn become entries; a key that stands twice is an error.
fn pairs(values: Vec<Value>) -> Result<Vec<(Value, Value)>, YamlError> {
    let mut entries: Vec<(Value, Value)> = Vec::with_capacity(values.len() / 2);
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut values = values.into_iter();
    while let (Some(key), Some(value)) = (values.next(), values.next()) {
        let name = key.text().map(Cow::into_owned);
        if let Some(line) = name.clone().and_then(|name| seen.insert(name, key.at.line)) {
            let name = name.unwrap_or_default();
            let message = format!("the key `{name}` stands here and in line {line}; keep one");
            return Err(YamlError { at: key.at, message });
        }
        entries.push((key, value));
    }
    Ok(entries)
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, at: Place) -> Value {
    let block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
    let text_line = at.line.saturating_add(u32::from(block));
    let data = if style == ScalarStyle::Plain { plain(&text) } else { None };
    match data {
        Some(data) => Value { data, at, text_line, raw: Some(text.into_owned()) },
        None => Value { data: Data::Text(text.into_owned()), at, text_line, raw: None },
    }
}

/// The core schema's reading of a plain scalar, or `None` where it is text.
fn plain(text: &str) -> Option<Data> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Data::Null),
        "true" | "True" | "TRUE" => return Some(Data::Bool(true)),
        "false" | "False" | "FALSE" => return Some(Data::Bool(false)),
        _ => {}
    }
    if let Ok(n) = text.parse::<i64>() {
        return Some(Data::Int(n));
    }
    let numeric = text.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    (numeric && digits && text.parse::<f64>().is_ok()).then_some(Data::Float)
}
