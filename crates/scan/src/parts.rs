//! Parts of a text that are written in other languages: the scripts of a page, the cells of a
//! notebook, the code blocks of a document, the commands of a pipeline.
//!
//! A part is a text of its own, made of pieces of the whole, so that what is found in it can be
//! told in places of the whole.

mod markdown;
mod notebook;
mod page;
mod pipeline;

use portcullis_model::{Finding, Span};
use portcullis_syntax::{Language, Tree};

/// Most parts of one text, and most bytes that they may have together.
const PARTS_MAX: usize = 400;
const BYTES_MAX: usize = 2 << 20;

/// A part.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) language: &'static Language,
    pub(crate) text: String,
    /// Where each piece starts in the part, and where in the whole; in order.
    pieces: Vec<(u32, u32)>,
    /// Whether the part is written as it stands in the whole, so that it may be edited there.
    literal: bool,
}

impl Part {
    fn new(language: &'static Language) -> Self {
        Self { language, text: String::new(), pieces: Vec::new(), literal: true }
    }

    /// The part that is one stretch of the whole.
    fn of(language: &'static Language, text: &str, start: usize, end: usize) -> Self {
        let mut part = Self::new(language);
        part.push(text.get(start..end).unwrap_or(""), start);
        part
    }

    /// Adds text that stands at `origin` in the whole.
    fn push(&mut self, text: &str, origin: usize) {
        self.pieces.push((offset(self.text.len()), offset(origin)));
        self.text.push_str(text);
    }

    /// Where a stretch of the part stands in the whole.
    pub(crate) fn origin(&self, span: Span) -> Span {
        let start = self.place(span.start);
        // The end belongs to the piece that holds the last byte.
        let end = match span.end.checked_sub(1).filter(|last| *last >= span.start) {
            Some(last) => self.place(last) + 1,
            None => start,
        };
        Span::new(start, end.max(start))
    }

    fn place(&self, at: u32) -> u32 {
        let number = self.pieces.partition_point(|(from, _)| *from <= at);
        let piece = number.checked_sub(1).and_then(|number| self.pieces.get(number));
        piece.map_or(at, |(from, origin)| origin.saturating_add(at - from))
    }

    /// A finding of the part in places of the whole. A fix stays where the part is written as it
    /// stands in the whole.
    pub(crate) fn finding(&self, mut finding: Finding) -> Finding {
        finding.span = self.origin(finding.span);
        finding.trace.iter_mut().for_each(|step| step.span = self.origin(step.span));
        finding.fix = finding.fix.filter(|_| self.literal && self.pieces.len() == 1);
        for (span, _) in finding.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
            *span = self.origin(*span);
        }
        finding
    }
}

/// The parts of a text, and whether there are more than are looked at.
pub(crate) fn parts(
    path: &str,
    text: &str,
    language: Option<&Language>,
    tree: Option<&Tree>,
) -> (Vec<Part>, bool) {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_ascii_lowercase();
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let mut found = match (extension, tree) {
        ("ipynb", Some(tree)) => notebook::parts(tree),
        ("yml" | "yaml", Some(tree)) => pipeline::parts(&path.replace('\\', "/"), tree),
        ("md" | "markdown" | "mdx" | "qmd" | "rmd", _) => markdown::parts(text),
        _ if language.is_some_and(page::is_page) => page::parts(extension, text),
        _ => Vec::new(),
    };
    found.retain(|part| !part.text.trim().is_empty());
    let mut bytes = 0usize;
    let kept = found.iter().take(PARTS_MAX).take_while(|part| {
        bytes = bytes.saturating_add(part.text.len());
        bytes <= BYTES_MAX
    });
    let kept = kept.count();
    let more = found.len() > kept;
    found.truncate(kept);
    (found, more)
}

fn language(name: &str) -> Option<&'static Language> {
    let known = match name {
        "node" | "nodejs" | "mjs" => "javascript",
        "console" | "shell-session" | "zsh" => "bash",
        "c++" => "cpp",
        "c#" => "csharp",
        "python3" | "ipython3" | "ipython" => "python",
        other => other,
    };
    Language::by_name(known)
}

fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
