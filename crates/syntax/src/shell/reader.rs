//! The cursor that reads a command line: bytes, blanks, comments, line ends, and what waits for the
//! end of the line. The grammar ([`super::grammar`]) and the words ([`super::word`]) stand on it.

use std::sync::{Arc, OnceLock};

use portcullis_model::Span;

use super::{Document, Joint, Script, Unread};

/// How deep scripts and expansions may nest; people write four or five levels.
const DEPTH_MAX: u32 = 48;

/// After how many unreadable lines reading is given up.
const RESTARTS_MAX: u32 = 64;

/// Reading stopped: where and why.
pub(super) type Read<T> = Result<T, Unread>;

/// A here-document whose body begins on the next line.
#[derive(Debug)]
pub(super) struct Pending {
    pub(super) delimiter: String,
    pub(super) strip_tabs: bool,
    pub(super) expanded: bool,
    pub(super) slot: Arc<OnceLock<Document>>,
}

/// Reads one text.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    /// Here-documents that were announced on the current line.
    pub(super) pending: Vec<Pending>,
    depth: u32,
    /// Bytes that may still be looked at ahead of the cursor.
    ahead: usize,
    /// Where the text begins in the command line, or the span that stands for all of it.
    origin: Origin,
}

#[derive(Clone, Copy, Debug)]
enum Origin {
    Offset(u32),
    Fixed(Span),
}

/// How far a reader of `text` may look ahead in all.
fn budget(text: &str) -> usize {
    text.len().saturating_mul(64).saturating_add(4096)
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let origin = Origin::Offset(0);
        Self { text, at: 0, pending: Vec::new(), depth: 0, ahead: budget(text), origin }
    }

    /// A reader of a text that stands at `span`, escapes taken out where the lengths differ.
    pub(super) fn inside<'i>(&self, text: &'i str, span: Span) -> Reader<'i> {
        let same = span.len() as usize == text.len();
        let origin = if same { Origin::Offset(span.start) } else { Origin::Fixed(span) };
        let ahead = budget(text);
        Reader { text, at: 0, pending: Vec::new(), depth: self.depth, ahead, origin }
    }

    /// The whole text as a script; after an unreadable line it goes on with the next one, a limited
    /// number of times.
    pub(super) fn whole(mut self) -> Script {
        let mut script = Script::default();
        for _ in 0..RESTARTS_MAX {
            let result = self.statements(&mut script.statements, super::grammar::Ends::Text);
            let Err(unread) = result else { break };
            script.unread.get_or_insert(unread);
            self.pending.clear();
            if !self.next_line() {
                break;
            }
        }
        if script.unread.is_none() && !self.pending.is_empty() {
            script.unread = Some(self.unread("a here-document has no body"));
        }
        script
    }

    pub(super) fn looked_ahead(&mut self, bytes: usize) {
        self.ahead = self.ahead.saturating_sub(bytes);
    }

    pub(super) fn spent(&self) -> bool {
        self.ahead == 0
    }

    fn next_line(&mut self) -> bool {
        match self.rest().find('\n') {
            Some(length) => self.at += length + 1,
            None => self.at = self.text.len(),
        }
        self.at < self.text.len()
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("")
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn starts(&self, prefix: &str) -> bool {
        self.rest().starts_with(prefix)
    }

    pub(super) fn take(&mut self, prefix: &str) -> bool {
        let here = self.starts(prefix);
        if here {
            self.at += prefix.len();
        }
        here
    }

    /// Takes the next character.
    pub(super) fn character(&mut self) -> Option<char> {
        let next = self.rest().chars().next()?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// The place of `from..at` in the command line.
    pub(super) fn span(&self, from: usize) -> Span {
        self.span_of(from, self.at)
    }

    pub(super) fn span_of(&self, from: usize, to: usize) -> Span {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        match self.origin {
            Origin::Fixed(span) => span,
            Origin::Offset(base) => {
                Span::new(base.saturating_add(number(from)), base.saturating_add(number(to)))
            }
        }
    }

    pub(super) fn slice(&self, from: usize) -> &'t str {
        self.text.get(from..self.at).unwrap_or("")
    }

    pub(super) fn unread(&self, reason: &'static str) -> Unread {
        Unread { at: self.span(self.at).start, reason }
    }

    /// Reads something that may nest, as long as the depth allows.
    pub(super) fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= DEPTH_MAX {
            return Err(self.unread("the command line nests too deeply"));
        }
        self.depth += 1;
        let result = read(self);
        self.depth = self.depth.saturating_sub(1);
        result
    }

    /// Skips blanks, continued lines and, where a word may begin, a comment.
    pub(super) fn blanks(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\t') => self.at += 1,
                Some(b'\\') if self.starts("\\\n") => self.at += 2,
                Some(b'#') => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
                _ => return,
            }
        }
    }

    /// Skips blanks and line ends; at a line end the here-documents of that line are read.
    pub(super) fn lines(&mut self) -> Read<()> {
        self.blanks();
        while self.peek() == Some(b'\n') {
            self.at += 1;
            self.documents()?;
            self.blanks();
        }
        Ok(())
    }

    /// Takes `;`, `&` or a line end behind a statement; says whether it runs in the background.
    pub(super) fn terminator(&mut self) -> Read<Option<bool>> {
        self.blanks();
        let background = match self.peek() {
            Some(b';') if !self.starts(";;") && !self.starts(";&") => false,
            Some(b'&') if !self.starts("&&") => true,
            Some(b'\n') => return self.lines().map(|()| Some(false)),
            _ => return Ok(None),
        };
        self.at += 1;
        self.lines().map(|()| Some(background))
    }

    /// Takes `&&` or `||` and the line ends behind it.
    pub(super) fn joint(&mut self) -> Read<Option<Joint>> {
        self.blanks();
        let joint = match () {
            () if self.take("&&") => Joint::And,
            () if self.take("||") => Joint::Or,
            () => return Ok(None),
        };
        self.lines().map(|()| Some(joint))
    }
}
