//! What a fragment may have lost around it, and the readings that put it back.
//!
//! An attempt is the text with scaffold before and after it, and perhaps without its first or last
//! line. Which attempt is best is for [`crate::parse`] to find out.

mod balance;
mod braces;
mod layout;
mod markup;

use portcullis_model::Span;

use crate::rewrite::Rewrite;
pub(crate) use balance::Lexicon;
pub(crate) use markup::is_void;

/// How fragments of a language are completed.
pub(crate) struct Scaffolds {
    pub(crate) lexicon: Lexicon,
    pub(crate) style: Style,
    /// First words of clauses that need another one before them, and that other one.
    pub(crate) heads: &'static [(&'static str, &'static str)],
    /// What else may have stood before: the start of a list, of a string. Each opener with a text
    /// without which it is not tried.
    pub(crate) openers: &'static [(&'static str, &'static str)],
}

impl Scaffolds {
    pub(crate) fn has_braces(&self) -> bool {
        matches!(self.style, Style::Braces(_))
    }
}

/// What shows the structure of a text.
pub(crate) enum Style {
    Braces(Braces),
    /// Indentation.
    Layout,
    /// Tags.
    Markup,
}

/// Scaffold for a language with braces.
pub(crate) struct Braces {
    /// Opens a class.
    pub(crate) class: &'static str,
    /// Opens a function in it.
    pub(crate) function: &'static str,
    /// Opens the body of a function that is an argument; empty if there is no such thing.
    pub(crate) lambda: &'static str,
    /// Opens the body of a function in a list of pairs.
    pub(crate) pair: &'static str,
    /// Ends a statement.
    pub(crate) end: &'static str,
}

/// A text to try.
pub(crate) struct Attempt<'t> {
    pub(crate) rewrite: Rewrite<'t>,
    /// Lines that are not part of it.
    pub(crate) left_out: Vec<Span>,
}

/// The attempts for one text, the likeliest first.
pub(crate) struct Attempts<'t> {
    scaffolds: &'static Scaffolds,
    text: &'t str,
    /// Number of the next attempt with the whole text.
    next: usize,
    /// The whole-text attempt that was better than all before it.
    best: Option<usize>,
    cut: usize,
}

/// The attempts for `text`.
pub(crate) fn attempts<'t>(scaffolds: &'static Scaffolds, text: &'t str) -> Attempts<'t> {
    Attempts { scaffolds, text, next: 0, best: None, cut: 0 }
}

impl<'t> Attempts<'t> {
    /// The next attempt, given what the best reading so far costs.
    pub(crate) fn next(&mut self, cost: u32) -> Option<Attempt<'t>> {
        let whole = Span::new(0, u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        while self.cut == 0 {
            match self.rewrite(self.next, whole) {
                Frame::Made(rewrite) => {
                    self.next += 1;
                    return Some(Attempt { rewrite, left_out: Vec::new() });
                }
                Frame::Useless => self.next += 1,
                Frame::End => self.cut = 1,
            }
        }
        self.without_lines(whole, cost)
    }

    /// Tells whether the attempt given last was better than all before it.
    pub(crate) fn judged(&mut self, better: bool) {
        if better && self.cut == 0 {
            self.best = self.next.checked_sub(1);
        }
    }

    /// The `nth` frame around `part` of the text.
    fn rewrite(&self, nth: usize, part: Span) -> Frame<'t> {
        match &self.scaffolds.style {
            Style::Braces(braces) => braces::frame(self.scaffolds, braces, nth, self.text, part),
            Style::Markup => markup::frame(nth, self.text, part),
            Style::Layout => layout::frame(self.scaffolds, nth, self.text, part),
        }
    }

    /// The best frame so far around the text without a line that a cut may have split.
    fn without_lines(&mut self, whole: Span, cost: u32) -> Option<Attempt<'t>> {
        loop {
            let part = match self.cut {
                1 => Span::new(first_line_end(self.text), whole.end),
                2 => Span::new(0, last_line_start(self.text)),
                3 => Span::new(first_line_end(self.text), last_line_start(self.text)),
                _ => return None,
            };
            self.cut += 1;
            let left_out = [Span::new(0, part.start), Span::new(part.end, whole.end)];
            let left_out: Vec<_> = left_out.into_iter().filter(|span| !span.is_empty()).collect();
            let lost = left_out.iter().map(|span| span.len()).sum::<u32>();
            if part.is_empty() || lost >= cost {
                continue;
            }
            let rewrite = match self.best.map(|nth| self.rewrite(nth, part)) {
                Some(Frame::Made(rewrite)) => rewrite,
                _ => kept(self.text, part),
            };
            return Some(Attempt { rewrite, left_out });
        }
    }
}

/// What came of putting a frame around a text.
pub(crate) enum Frame<'t> {
    Made(Rewrite<'t>),
    /// The frame changes nothing for this text.
    Useless,
    /// There are no more frames.
    End,
}

fn kept<'t>(text: &str, part: Span) -> Rewrite<'t> {
    let mut rewrite = Rewrite::empty();
    rewrite.keep(part.text(text), part.start);
    rewrite
}

fn first_line_end(text: &str) -> u32 {
    let blank = text.len() - text.trim_start().len();
    let line = text.get(blank..).and_then(|rest| rest.find('\n')).map(|at| blank + at + 1);
    u32::try_from(line.unwrap_or(text.len())).unwrap_or(u32::MAX)
}

fn last_line_start(text: &str) -> u32 {
    let line = text.trim_end().rfind('\n').map_or(0, |at| at + 1);
    u32::try_from(line).unwrap_or(u32::MAX)
}
