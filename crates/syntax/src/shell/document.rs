//! Here-documents: bodies are read when the line ends that announces them, as the shell does.

use portcullis_model::Span;

use super::{
    Document, Part, PartKind, Word,
    reader::{Pending, Read, Reader},
    word::IN_DOCUMENT,
};

impl Reader<'_> {
    /// Reads the bodies of the here-documents that the line just ended has announced.
    pub(super) fn documents(&mut self) -> Read<()> {
        for pending in std::mem::take(&mut self.pending) {
            let document = self.nested(|reader| reader.document(&pending))?;
            // The slot is made for this one body; nobody else fills it.
            let _ = pending.slot.set(document);
        }
        Ok(())
    }

    fn document(&mut self, pending: &Pending) -> Read<Document> {
        let start = self.at;
        let mut text = String::new();
        let mut end = self.at;
        while !self.rest().is_empty() {
            let line = self.document_line(pending);
            if line.strip_suffix('\n').unwrap_or(&line) == pending.delimiter {
                break;
            }
            text.push_str(&line);
            end = self.at;
        }
        let span = self.span_of(start, end);
        let body = if pending.expanded {
            self.inside(&text, span).document_word()?
        } else {
            raw(text, span)
        };
        Ok(Document { body, expanded: pending.expanded })
    }

    /// One line with its end; where expansions are carried out, a line that ends in a backslash
    /// goes on with the next before it is compared with the delimiter.
    fn document_line(&mut self, pending: &Pending) -> String {
        let mut whole = String::new();
        loop {
            let length = self.rest().find('\n').map_or(self.rest().len(), |n| n + 1);
            let line = self.rest().get(..length).unwrap_or("");
            self.at += length;
            let tabs = pending.strip_tabs && whole.is_empty();
            whole.push_str(if tabs { line.trim_start_matches('\t') } else { line });
            if !(pending.expanded && continues(&whole)) || self.rest().is_empty() {
                return whole;
            }
        }
    }

    /// The body of an expanded here-document: only `$`, backticks and some escapes mean something.
    fn document_word(mut self) -> Read<Word> {
        let mut parts = Vec::new();
        while let Some(byte) = self.peek() {
            self.quoted_part(byte, IN_DOCUMENT, &mut parts)?;
        }
        Ok(Word { parts, span: self.span(0) })
    }
}

fn continues(line: &str) -> bool {
    line.strip_suffix('\n').is_some_and(|line| {
        let backslashes = line.bytes().rev().take_while(|&b| b == b'\\').count();
        backslashes % 2 == 1
    })
}

fn raw(text: String, span: Span) -> Word {
    let part = Part { source: text.clone(), kind: PartKind::Text(text), quoted: true };
    Word { parts: vec![part], span }
}
