//! Words: quotes, escapes and expansions, by the rules of the shell's own quote removal.

use std::sync::Arc;

use super::{
    Part, PartKind, Script, Word,
    grammar::Ends,
    reader::{Read, Reader},
};

/// What a backslash escapes between double quotes.
const IN_QUOTES: &str = "$`\"\\\n";
/// What a backslash escapes in a here-document.
pub(super) const IN_DOCUMENT: &str = "$`\\\n";

const CONTINUED: &str = "a line is continued inside an expansion";

/// Bytes that end a word unless they are quoted.
pub(super) fn ends_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'|' | b'&' | b';' | b'(' | b')' | b'<' | b'>')
}

/// The parts of a word as they come in; neighboring text of one kind is one part.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<Part>);

impl Parts {
    fn text(&mut self, text: &str, quoted: bool, source: &str) {
        if let Some(Part { kind: PartKind::Text(last), quoted: q, source: s }) = self.0.last_mut()
            && *q == quoted
        {
            last.push_str(text);
            s.push_str(source);
        } else {
            self.add(PartKind::Text(text.to_owned()), quoted, source);
        }
    }

    fn add(&mut self, kind: PartKind, quoted: bool, source: &str) {
        self.0.push(Part { kind, quoted, source: source.to_owned() });
    }
}

impl<'t> Reader<'t> {
    /// The word that begins here, or `None` where none does.
    pub(super) fn word(&mut self) -> Read<Option<Word>> {
        let start = self.at;
        let mut parts = Parts::default();
        self.home(&mut parts);
        while let Some(byte) = self.peek() {
            if ends_word(byte) && !self.starts("<(") && !self.starts(">(") {
                break;
            }
            self.part(byte, &mut parts)?;
        }
        Ok((self.at > start).then(|| Word { parts: parts.0, span: self.span(start) }))
    }

    /// `~` and `~name` at the beginning of a word.
    fn home(&mut self, parts: &mut Parts) {
        let start = self.at;
        let user = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+');
        let Some(rest) = self.rest().strip_prefix('~') else { return };
        let name = rest.split(|c| !user(c)).next().unwrap_or("");
        let behind = rest.as_bytes().get(name.len()).copied();
        if behind.is_none_or(|b| b == b'/' || ends_word(b)) {
            self.at += 1 + name.len();
            parts.add(PartKind::Home(name.to_owned()), false, self.slice(start));
        }
    }

    /// One piece outside double quotes.
    fn part(&mut self, byte: u8, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        match byte {
            b'\\' => self.escaped(parts),
            b'\'' => {
                self.at += 1;
                let text = self.until('\'')?;
                parts.text(text, true, self.slice(start));
            }
            b'"' => self.double_quoted(parts)?,
            b'$' if self.starts("$\"") => {
                self.at += 1;
                self.double_quoted(parts)?;
            }
            b'$' if self.starts("$'") => self.c_quoted(parts)?,
            b'$' => self.dollar(false, parts)?,
            b'`' => self.backticks(false, parts)?,
            b'<' | b'>' => self.process(byte == b'<', parts)?,
            _ => self.plain(parts),
        }
        Ok(())
    }

    fn plain(&mut self, parts: &mut Parts) {
        let rest = self.rest();
        let special = |c: char| {
            matches!(c, '\\' | '\'' | '"' | '$' | '`') || u8::try_from(c).is_ok_and(ends_word)
        };
        // At least one character, so that a caller with other ends gets on.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let more = rest.get(first..).unwrap_or("");
        let length = first + more.find(|c| special(c) || c == '}').unwrap_or(more.len());
        let text = rest.get(..length).unwrap_or("");
        self.at += length;
        parts.text(text, false, text);
    }

    fn escaped(&mut self, parts: &mut Parts) {
        let start = self.at;
        self.at += 1;
        match self.character() {
            Some('\n') => {}
            Some(c) => parts.text(c.encode_utf8(&mut [0; 4]), true, self.slice(start)),
            None => parts.text("\\", true, "\\"),
        }
    }

    /// The text up to `end`, which is taken too.
    fn until(&mut self, end: char) -> Read<&'t str> {
        let Some(length) = self.rest().find(end) else {
            return Err(self.unread("a quotation mark is never closed"));
        };
        let text = self.text.get(self.at..self.at + length).unwrap_or("");
        self.at += length + end.len_utf8();
        Ok(text)
    }

    fn double_quoted(&mut self, parts: &mut Parts) -> Read<()> {
        self.at += 1;
        parts.text("", true, "");
        loop {
            match self.peek() {
                None => return Err(self.unread("a quotation mark is never closed")),
                Some(b'"') => break self.at += 1,
                Some(byte) => self.quoted(byte, IN_QUOTES, parts)?,
            }
        }
        Ok(())
    }

    /// One piece between double quotes or in a here-document.
    pub(super) fn quoted_part(
        &mut self,
        byte: u8,
        escapes: &str,
        parts: &mut Vec<Part>,
    ) -> Read<()> {
        let mut inner = Parts(std::mem::take(parts));
        let result = self.quoted(byte, escapes, &mut inner);
        *parts = inner.0;
        result
    }

    fn quoted(&mut self, byte: u8, escapes: &str, parts: &mut Parts) -> Read<()> {
        match byte {
            b'$' => self.dollar(true, parts),
            b'`' => self.backticks(true, parts),
            b'\\' => {
                self.escaped_in(escapes, parts);
                Ok(())
            }
            _ => {
                let rest = self.rest();
                let stop = |c| matches!(c, '$' | '`' | '\\') || (c == '"' && escapes == IN_QUOTES);
                let text = rest.split(stop).next().unwrap_or("");
                let text = if text.is_empty() { rest.get(..1).unwrap_or("") } else { text };
                self.at += text.len();
                parts.text(text, true, text);
                Ok(())
            }
        }
    }

    fn escaped_in(&mut self, escapes: &str, parts: &mut Parts) {
        let start = self.at;
        self.at += 1;
        match self.rest().chars().next() {
            Some('\n') => self.at += 1,
            Some(c) if escapes.contains(c) => {
                self.at += 1;
                parts.text(c.encode_utf8(&mut [0; 4]), true, self.slice(start));
            }
            _ => parts.text("\\", true, "\\"),
        }
    }

    fn c_quoted(&mut self, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        self.at += 2;
        let mut bytes = Vec::new();
        loop {
            match self.character() {
                None => return Err(self.unread("a quotation mark is never closed")),
                Some('\'') => break,
                Some('\\') => self.c_escape(&mut bytes),
                Some(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        parts.text(&String::from_utf8_lossy(&bytes), true, self.slice(start));
        Ok(())
    }

    fn c_escape(&mut self, bytes: &mut Vec<u8>) {
        let (length, escaped) = super::expand::c_escape(self.rest());
        if length == 0 {
            bytes.push(b'\\');
        }
        self.at += length;
        bytes.extend_from_slice(&escaped);
    }

    /// `$...`; a dollar sign that begins nothing is text.
    fn dollar(&mut self, quoted: bool, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        let rest = self.rest();
        match rest.as_bytes().get(1).copied().unwrap_or(0) {
            b'(' if rest.starts_with("$((") && self.is_arithmetic(3)? => {
                self.arithmetic(quoted, 3, parts)
            }
            b'[' if self.is_arithmetic(2)? => self.arithmetic(quoted, 2, parts),
            b'[' => Err(self.unread("an arithmetic expansion is never closed")),
            b'\\' if rest.starts_with("$\\\n") => Err(self.unread(CONTINUED)),
            b'(' => {
                self.at += 2;
                let script = self.nested(Self::enclosed)?;
                parts.add(PartKind::Output(Arc::new(script)), quoted, self.slice(start));
                Ok(())
            }
            b'{' => self.nested(|reader| reader.braced(quoted, parts)),
            _ => self.simple_variable(quoted, parts),
        }
    }

    fn simple_variable(&mut self, quoted: bool, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        self.at += 1;
        let name = self.variable_name();
        if name.is_empty() {
            parts.text("$", quoted, "$");
            return Ok(());
        }
        let more = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        if self.rest().strip_prefix("\\\n").is_some_and(more) {
            return Err(self.unread(CONTINUED));
        }
        let kind = PartKind::Variable {
            name,
            altered: false,
            operator: String::new(),
            operand: Box::default(),
        };
        parts.add(kind, quoted, self.slice(start));
        Ok(())
    }

    /// A name, one digit or one sign; empty where none stands here.
    fn variable_name(&mut self) -> String {
        let rest = self.rest();
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let first = rest.chars().next().unwrap_or(' ');
        let length = match first {
            '@' | '*' | '#' | '?' | '-' | '$' | '!' | '0'..='9' => 1,
            c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
            _ => 0,
        };
        self.at += length;
        rest.get(..length).unwrap_or("").to_owned()
    }

    /// A script up to a closing parenthesis, which is taken.
    pub(super) fn enclosed(&mut self) -> Read<Script> {
        let outer = std::mem::take(&mut self.pending);
        let mut script = Script::default();
        self.statements(&mut script.statements, Ends::Parenthesis)?;
        if !self.pending.is_empty() {
            return Err(self.unread("a here-document has no body"));
        }
        self.pending = outer;
        if !self.take(")") {
            return Err(self.unread("a parenthesis is never closed"));
        }
        Ok(script)
    }

    fn process(&mut self, reads: bool, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        self.at += 2;
        let script = self.nested(Self::enclosed)?;
        parts.add(PartKind::Process(Arc::new(script), reads), false, self.slice(start));
        Ok(())
    }

    fn backticks(&mut self, quoted: bool, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        self.at += 1;
        let (text, length) = unescaped(self.rest(), quoted);
        let Some(length) = length else {
            return Err(self.unread("a backtick is never closed"));
        };
        let span = self.span_of(self.at, self.at + length);
        self.at += length + 1;
        let script = self.nested(|reader| {
            let script = reader.inside(&text, span).whole();
            script.unread.map_or(Ok(script), Err)
        })?;
        parts.add(PartKind::Output(Arc::new(script)), quoted, self.slice(start));
        Ok(())
    }

    /// Length of the inside of an arithmetic expansion whose opening is `open` bytes long; `None`
    /// where its parentheses do not end as those of arithmetic do.
    pub(super) fn arithmetic_length(&mut self, open: usize) -> Option<usize> {
        let close = if self.starts("$[") { b']' } else { b')' };
        let inside = self.rest().get(open..)?.as_bytes();
        let mut depth = 0;
        let end = inside.iter().position(|byte| match byte {
            b'(' | b'[' => {
                depth += 1;
                false
            }
            b')' | b']' if depth > 0 => {
                depth -= 1;
                false
            }
            byte => *byte == close,
        });
        self.looked_ahead(end.unwrap_or(inside.len()));
        end.filter(|at| close == b']' || inside.get(at + 1) == Some(&b')'))
    }

    /// Whether arithmetic begins here. Looking for its end is paid from a budget that grows with
    /// the text, because a text can be made in which every look runs to the end.
    pub(super) fn is_arithmetic(&mut self, open: usize) -> Read<bool> {
        let is = self.arithmetic_length(open).is_some();
        if self.spent() { Err(self.unread("too much nested arithmetic")) } else { Ok(is) }
    }

    fn arithmetic(&mut self, quoted: bool, open: usize, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        let word = self.arithmetic_inside(open, if open == 3 { 2 } else { 1 })?;
        parts.add(PartKind::Arithmetic(Box::new(word)), quoted, self.slice(start));
        Ok(())
    }

    /// Takes an arithmetic expression with its brackets; what it expands is in the word.
    pub(super) fn arithmetic_inside(&mut self, open: usize, close: usize) -> Read<Word> {
        let length = self.arithmetic_length(open).unwrap_or(0);
        self.at += open;
        let inside = self.rest().get(..length).unwrap_or("");
        let span = self.span_of(self.at, self.at + length);
        self.at += length + close;
        self.nested(|reader| {
            let mut inner = reader.inside(inside, span);
            let mut parts = Parts::default();
            while let Some(byte) = inner.peek() {
                inner.quoted(byte, IN_QUOTES, &mut parts)?;
            }
            Ok(Word { parts: parts.0, span })
        })
    }

    /// `${...}`.
    fn braced(&mut self, quoted: bool, parts: &mut Parts) -> Read<()> {
        let start = self.at;
        self.at += 2;
        let length_or_other = matches!(self.peek(), Some(b'#' | b'!'))
            && self.rest().as_bytes().get(1).is_some_and(|b| *b != b'}');
        if length_or_other {
            self.at += 1;
        }
        let name = self.variable_name_long();
        if name.is_empty() {
            return Err(self.unread("an expansion in braces has no name"));
        }
        let indexed = self.index()?;
        let operator = self.operator();
        let operand = Box::new(self.operand(quoted)?);
        let altered = length_or_other || indexed;
        let kind = PartKind::Variable { name, altered, operator, operand };
        parts.add(kind, quoted, self.slice(start));
        Ok(())
    }

    fn variable_name_long(&mut self) -> String {
        let digits = self.rest().find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        if digits == 0 {
            return self.variable_name();
        }
        let name = self.rest().get(..digits).unwrap_or("").to_owned();
        self.at += digits;
        name
    }

    /// `[...]` behind a name; says whether it asks for one element rather than for all.
    fn index(&mut self) -> Read<bool> {
        if self.take("[@]") || self.take("[*]") || !self.take("[") {
            return Ok(false);
        }
        self.until(']').map(|_| true)
    }

    fn operator(&mut self) -> String {
        let rest = self.rest();
        let operators = [":-", ":=", ":+", ":?", "##", "%%", "//", "/#", "/%", "^^", ",,"];
        let two = operators.iter().find(|o| rest.starts_with(**o)).map(|o| o.len());
        let length = two.unwrap_or_else(|| usize::from(!rest.starts_with('}')));
        let operator = rest.chars().take(length).collect::<String>();
        self.at += operator.len();
        operator
    }

    /// What stands behind the operator, up to the closing brace, which is taken.
    fn operand(&mut self, quoted: bool) -> Read<Word> {
        let start = self.at;
        let mut parts = Parts::default();
        loop {
            match self.peek() {
                None => return Err(self.unread("an expansion in braces is never closed")),
                Some(b'}') => break,
                Some(b'"') => self.double_quoted(&mut parts)?,
                Some(byte @ (b'$' | b'`' | b'\\')) if quoted => {
                    self.quoted(byte, "$`\"\\\n}", &mut parts)?;
                }
                Some(b'\'') if quoted => {
                    self.at += 1;
                    parts.text("'", true, "'");
                }
                Some(b'<' | b'>') => self.plain(&mut parts),
                Some(byte) => self.part(byte, &mut parts)?,
            }
        }
        let word = Word { parts: parts.0, span: self.span(start) };
        self.at += 1;
        Ok(word)
    }
}

/// The text between backticks with its escapes taken out, and its length as it is written.
fn unescaped(text: &str, quoted: bool) -> (String, Option<usize>) {
    let mut out = String::new();
    let mut characters = text.char_indices();
    while let Some((at, c)) = characters.next() {
        match c {
            '`' => return (out, Some(at)),
            '\\' => match characters.next() {
                Some((_, n @ ('`' | '\\' | '$'))) => out.push(n),
                Some((_, '"')) if quoted => out.push('"'),
                Some((_, n)) => out.extend(['\\', n]),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
    (out, None)
}
