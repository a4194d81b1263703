//! The `generic` analyzer: text as words and marks, in blocks made by indentation and brackets, for
//! whatever has no grammar here.
//!
//! White space is nothing but indentation. A pattern without blocks reads over the blocks of the
//! text; a block of the pattern must be a block of the text. A match stays in the block in which it
//! begins.

mod blocks;
mod find;

use portcullis_model::Span;
use serde::{Deserialize, Serialize};

pub(crate) use blocks::Text;
pub(crate) use find::{Hit, find};

use crate::rule::Var;

/// Items of one pattern: the matcher's recursion is as deep.
const PATTERN_ITEMS_MAX: usize = 400;
/// Lines that an ellipsis may go on for, where a rule says nothing.
pub(crate) const ELLIPSIS_LINES: u32 = 10;

/// Comments that are left out of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Comments {
    /// None: comments are text as any other.
    #[default]
    Kept,
    /// `/* ... */`
    C,
    /// `/* ... */` and `//`
    Cpp,
    /// `#`
    Shell,
}

/// How the text is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Look {
    pub(crate) comments: Comments,
    /// Characters that belong to words beside letters, digits and `_`.
    pub(crate) extra: String,
    /// Whether indentation makes blocks.
    pub(crate) indentation: bool,
    pub(crate) caseless: bool,
    /// Lines that an ellipsis may go on for.
    pub(crate) ellipsis_lines: u32,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            comments: Comments::Kept,
            extra: String::new(),
            indentation: true,
            caseless: false,
            ellipsis_lines: ELLIPSIS_LINES,
        }
    }
}

/// One item of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Item {
    /// A word or a mark as it stands.
    Token(String),
    /// `$X`: one word.
    Var(Option<Var>),
    /// `...`
    Dots,
    /// `$...X`
    NamedDots(Option<Var>),
    /// A block begins, or ends.
    Open,
    Close,
}

/// A pattern over words and marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Pattern {
    pub(crate) items: Vec<Item>,
}

impl Pattern {
    /// Reads a pattern; `var` numbers metavariables. `None` where there is nothing in it to find,
    /// or too much.
    pub(crate) fn read(text: &str, look: &Look, mut var: impl FnMut(&str) -> Var) -> Option<Self> {
        let mut items = Vec::new();
        let plain = Look { comments: Comments::Kept, ..look.clone() };
        let read = Text::read(text, &plain, true);
        for item in read.items() {
            let item = match item {
                blocks::Item::Token { span, .. } => placeholder(span.text(text), &mut var),
                blocks::Item::Open { .. } => Item::Open,
                blocks::Item::Close => Item::Close,
                blocks::Item::Nothing => continue,
            };
            let again = item == Item::Dots && items.last() == Some(&Item::Dots);
            // What an ellipsis at the head could take is no part of the match.
            let leads = item == Item::Dots && items.is_empty();
            if !again && !leads {
                items.push(item);
            }
        }
        let says = items.iter().any(|item| !matches!(item, Item::Dots | Item::Open | Item::Close));
        (says && items.len() <= PATTERN_ITEMS_MAX).then_some(Self { items })
    }
}

fn placeholder(text: &str, var: &mut impl FnMut(&str) -> Var) -> Item {
    let mut number =
        |text: &str| (!text.ends_with("$_") && !text.ends_with("..._")).then(|| var(text));
    match text {
        _ if text.starts_with("...") => Item::Dots,
        _ if text.starts_with("$...") => Item::NamedDots(number(text)),
        _ if text.len() > 1 && text.starts_with('$') => Item::Var(number(text)),
        _ => Item::Token(text.to_owned()),
    }
}

/// The placeholder at the start of a pattern's text: its length.
fn placeholder_length(text: &str) -> Option<usize> {
    let dots = text.len() - text.trim_start_matches('.').len();
    if dots >= 3 {
        return Some(dots);
    }
    let rest = text.strip_prefix('$')?;
    let name = rest.strip_prefix("...").unwrap_or(rest);
    let part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let length = name.find(|c| !part(c)).unwrap_or(name.len());
    let next = name.get(length..)?.chars().next();
    let starts = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
    let ends = !next.is_some_and(|c| c.is_ascii_alphanumeric());
    (starts && ends).then(|| text.len() - name.len() + length)
}

/// Whether the text is machine-made: next to no spaces or lines.
pub(crate) fn is_minified(text: &str) -> bool {
    /// Texts shorter than this say too little of themselves.
    const SHORT: usize = 500;
    let spaces = text.bytes().filter(u8::is_ascii_whitespace).count();
    let lines = text.bytes().filter(|byte| *byte == b'\n').count();
    text.len() >= SHORT && (spaces * 100 < text.len() * 7 || lines * 1000 < text.len())
}

/// The span from one token to another.
fn cover(first: Span, last: Span) -> Span {
    first.join(last)
}
