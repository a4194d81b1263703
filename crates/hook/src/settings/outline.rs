//! Where the members of an object and the elements of a list stand in a JSON text. The text was
//! checked by serde_json before, depth included, so that this need only find the borders.

use std::ops::Range;

use crate::HookError;

/// What a container is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    List,
}

/// An object or a list, and where its items stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Container {
    /// From bracket to bracket.
    pub(super) whole: Range<usize>,
    pub(super) items: Vec<Item>,
}

impl Container {
    /// Behind the opening bracket.
    pub(super) fn open(&self) -> usize {
        self.whole.start + 1
    }

    /// At the closing bracket.
    pub(super) fn close(&self) -> usize {
        self.whole.end.saturating_sub(1)
    }

    /// The member of that name; of several, the last counts.
    pub(super) fn last_of(&self, key: &str) -> Option<&Item> {
        self.items.iter().rfind(|item| item.key.as_deref() == Some(key))
    }
}

/// A member of an object, or an element of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// First byte, that of the key in an object.
    pub(super) start: usize,
    pub(super) key: Option<String>,
    pub(super) value: Range<usize>,
}

impl Item {
    /// One past the last byte.
    pub(super) fn end(&self) -> usize {
        self.value.end
    }
}

/// The object that a text holds.
pub(super) fn root(text: &str) -> Result<Container, HookError> {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    serde_json::from_str::<serde_json::Value>(json).map_err(|error| not_json(&error))?;
    let start = Cursor { text, at: text.len() - json.len() }.skip_space().at;
    let end = Cursor { text, at: start }.skip_value().at;
    container(text, &(start..end), Kind::Object).ok_or(HookError::Shape {
        line: 1,
        what: "the file".to_owned(),
        expected: "an object",
    })
}

fn not_json(error: &serde_json::Error) -> HookError {
    let whole = error.to_string();
    // The place is told apart from the message, which would tell it once more.
    let message = whole.split(" at line ").next().unwrap_or(&whole).to_owned();
    HookError::Settings { line: error.line(), column: error.column(), message }
}

/// The container at a place, if it is of that kind.
pub(super) fn container(text: &str, at: &Range<usize>, kind: Kind) -> Option<Container> {
    let opening = if kind == Kind::Object { b'{' } else { b'[' };
    if text.as_bytes().get(at.start) != Some(&opening) {
        return None;
    }
    let mut items = Vec::new();
    let mut cursor = Cursor { text, at: at.start + 1 }.skip_space();
    while cursor.at + 1 < at.end {
        let start = cursor.at;
        let mut key = None;
        if kind == Kind::Object {
            let end = cursor.skip_value();
            key = text.get(start..end.at).and_then(|key| serde_json::from_str(key).ok());
            cursor = end.skip_space().step().skip_space();
        }
        let end = cursor.skip_value();
        items.push(Item { start, key, value: cursor.at..end.at });
        // Over the comma, or onto the closing bracket.
        cursor = end.skip_space();
        if cursor.peek() == Some(b',') {
            cursor = cursor.step().skip_space();
        }
    }
    Some(Container { whole: at.clone(), items })
}

/// A place in a valid JSON text.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    fn skip_while(mut self, fits: impl Fn(u8) -> bool) -> Self {
        while self.peek().is_some_and(&fits) {
            self.at += 1;
        }
        self
    }

    fn skip_space(self) -> Self {
        self.skip_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r'))
    }

    /// Behind the value that begins here.
    fn skip_value(self) -> Self {
        match self.peek() {
            Some(b'"') => self.skip_string(),
            Some(b'{' | b'[') => self.skip_container(),
            _ => {
                self.skip_while(|b| !matches!(b, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r'))
            }
        }
    }

    fn skip_string(self) -> Self {
        let mut cursor = self.step();
        while let Some(byte) = cursor.peek() {
            cursor = cursor.step();
            match byte {
                b'"' => break,
                b'\\' => cursor = cursor.step(),
                _ => {}
            }
        }
        cursor
    }

    fn skip_container(self) -> Self {
        let mut cursor = self;
        let mut depth = 0_usize;
        while let Some(byte) = cursor.peek() {
            cursor = if byte == b'"' { cursor.skip_string() } else { cursor.step() };
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        cursor
    }
}
