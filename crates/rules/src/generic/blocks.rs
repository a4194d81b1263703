//! Text as words and marks in blocks.

use portcullis_model::Span;

use super::{Comments, Look, placeholder_length};

/// Blocks in blocks; what is deeper is read as if it stood in the last one.
const DEPTH_MAX: usize = 500;

/// One item of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// A word or a mark, on this line.
    Token {
        span: Span,
        line: u32,
        word: bool,
    },
    /// A block begins; the number of the item that ends it.
    Open {
        end: u32,
    },
    Close,
    /// A bracket that nothing closes.
    Nothing,
}

/// A text, read.
#[derive(Debug)]
pub(crate) struct Text {
    items: Vec<Item>,
    /// For each item, where the block ends in which it stands.
    ends: Vec<u32>,
}

impl Text {
    /// Reads a text, or with `pattern` a pattern, whose placeholders are tokens.
    pub(crate) fn read(text: &str, look: &Look, pattern: bool) -> Self {
        let comments = comments(text, look.comments);
        let mut reader = Reader { look, items: Vec::new(), open: Vec::new() };
        for token in tokens(text, look, pattern) {
            let after = comments.partition_point(|comment| comment.end <= token.span.start);
            if comments.get(after).is_none_or(|comment| token.span.start < comment.start) {
                reader.token(text, &token);
            }
        }
        reader.finish()
    }

    pub(crate) fn items(&self) -> &[Item] {
        &self.items
    }

    /// Where the block ends in which an item stands.
    pub(crate) fn end_around(&self, item: usize) -> usize {
        self.ends.get(item).map_or(self.items.len(), |end| *end as usize)
    }
}

struct Token {
    span: Span,
    line: u32,
    word: bool,
    /// Column, for the first token of a line.
    indentation: Option<u32>,
}

fn tokens(text: &str, look: &Look, pattern: bool) -> Vec<Token> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || look.extra.contains(c);
    let (mut found, mut at, mut line, mut line_start) = (Vec::new(), 0, 0u32, 0);
    let mut first = true;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let hole = if pattern { placeholder_length(rest) } else { None };
        let length = match hole {
            Some(length) => length,
            None if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            None => c.len_utf8(),
        };
        if !c.is_whitespace() {
            let span = Span::new(offset(at), offset(at + length));
            let indentation = first.then(|| offset(at - line_start));
            let word = hole.is_none() && is_word(c);
            found.push(Token { span, line, word, indentation });
            first = false;
        } else if c == '\n' {
            line = line.saturating_add(1);
            line_start = at + 1;
            first = true;
        }
        at += length;
    }
    found
}

fn comments(text: &str, style: Comments) -> Vec<Span> {
    let (line, block) = match style {
        Comments::Kept => return Vec::new(),
        Comments::C => (None, true),
        Comments::Cpp => (Some("//"), true),
        Comments::Shell => (Some("#"), false),
    };
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(rest) = text.get(at..) {
        let next_line = line.and_then(|mark| rest.find(mark));
        let next_block = block.then(|| rest.find("/*")).flatten();
        let Some(start) = next_line.into_iter().chain(next_block).min() else { break };
        let inside = rest.get(start..).unwrap_or("");
        let end = match next_block == Some(start) {
            true => inside.find("*/").map_or(inside.len(), |end| end + 2),
            false => inside.find('\n').unwrap_or(inside.len()),
        };
        found.push(Span::new(offset(at + start), offset(at + start + end)));
        at += start + end.max(1);
    }
    found
}

/// A block that is open.
struct Open {
    /// Number of the item that begins it.
    item: usize,
    /// Column of its lines; of brackets, that of the line on which they open.
    indentation: u32,
    /// What closes it, for brackets.
    closer: Option<char>,
}

struct Reader<'l> {
    look: &'l Look,
    items: Vec<Item>,
    open: Vec<Open>,
}

impl Reader<'_> {
    fn token(&mut self, text: &str, token: &Token) {
        if let Some(column) = token.indentation.filter(|_| self.look.indentation) {
            self.line(column);
        }
        let mark = token.span.text(text);
        let closer = match mark {
            "(" => Some(')'),
            "[" => Some(']'),
            "{" => Some('}'),
            _ => None,
        };
        if matches!(mark, ")" | "]" | "}") {
            self.close_brackets(mark);
        }
        self.items.push(Item::Token { span: token.span, line: token.line, word: token.word });
        if closer.is_some() {
            self.begin(self.indentation(), closer);
        }
    }

    fn indentation(&self) -> u32 {
        self.open.last().map_or(0, |open| open.indentation)
    }

    /// A line begins in this column: blocks end that stand further right, or one begins.
    fn line(&mut self, column: u32) {
        while let Some(open) = self.open.last().filter(|open| open.indentation > column) {
            match open.closer {
                None => self.end(),
                Some(_) => self.dissolve(),
            }
        }
        if column > self.indentation() {
            self.begin(column, None);
        }
    }

    fn begin(&mut self, indentation: u32, closer: Option<char>) {
        if self.open.len() < DEPTH_MAX {
            self.open.push(Open { item: self.items.len(), indentation, closer });
            self.items.push(Item::Open { end: 0 });
        }
    }

    fn end(&mut self) {
        let end = offset(self.items.len());
        if let Some(open) = self.open.pop() {
            if open.closer.is_some() {
                self.unwrap_lines(open.item + 1);
            }
            if let Some(item) = self.items.get_mut(open.item) {
                *item = Item::Open { end };
            }
            self.items.push(Item::Close);
        }
    }

    /// Lines that are all that stands between brackets are no block of their own.
    fn unwrap_lines(&mut self, first: usize) {
        let last = self.items.len().saturating_sub(1);
        let all = Item::Open { end: offset(last) };
        if self.items.get(first) == Some(&all) {
            for item in [first, last] {
                if let Some(item) = self.items.get_mut(item) {
                    *item = Item::Nothing;
                }
            }
        }
    }

    /// A bracket that nothing closes makes no block.
    fn dissolve(&mut self) {
        if let Some(open) = self.open.pop()
            && let Some(item) = self.items.get_mut(open.item)
        {
            *item = Item::Nothing;
        }
    }

    /// Ends the innermost brackets if this is what closes them, with the blocks inside.
    fn close_brackets(&mut self, mark: &str) {
        let brackets = self.open.iter().rposition(|open| open.closer.is_some());
        let Some(at) = brackets else { return };
        let fits = self.open.get(at).and_then(|open| open.closer);
        if fits.is_some_and(|closer| mark.starts_with(closer)) {
            while self.open.len() > at {
                self.end();
            }
        }
    }

    fn finish(mut self) -> Text {
        while let Some(open) = self.open.last() {
            match open.closer {
                None => self.end(),
                Some(_) => self.dissolve(),
            }
        }
        let mut around = vec![offset(self.items.len())];
        let mut ends = Vec::with_capacity(self.items.len());
        for item in &self.items {
            if *item == Item::Close {
                around.pop();
            }
            ends.push(around.last().copied().unwrap_or(u32::MAX));
            if let Item::Open { end } = item {
                around.push(*end);
            }
        }
        Text { items: self.items, ends }
    }
}

fn offset(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
