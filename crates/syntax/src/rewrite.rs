//! A text put together from pieces of the original and from scaffold, with the way back.
//!
//! A grammar reads the rewritten text; every offset that leaves this crate is one of the original.

use std::borrow::Cow;

use portcullis_model::Span;

/// A run of the rewritten text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it starts in the rewritten text.
    start: u32,
    /// Where it comes from in the original, or the place at which it was put in.
    old: u32,
    /// Whether it is the original's, byte for byte in length.
    kept: bool,
}

/// A text to parse and the map from its offsets to those of the original.
#[derive(Debug)]
pub(crate) struct Rewrite<'t> {
    text: Cow<'t, str>,
    pieces: Vec<Piece>,
    /// Length of the scaffold before the text.
    prefix: u32,
}

impl<'t> Rewrite<'t> {
    /// The original as it stands.
    pub(crate) fn plain(text: &'t str) -> Self {
        Self { text: Cow::Borrowed(text), pieces: Vec::new(), prefix: 0 }
    }

    /// An empty text to which pieces are added from left to right.
    pub(crate) fn empty() -> Self {
        Self { text: Cow::Owned(String::new()), pieces: Vec::new(), prefix: 0 }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Adds scaffold before anything else; the text starts at `old`.
    pub(crate) fn scaffold(&mut self, text: &str, old: u32) -> &mut Self {
        self.push(text, old, false);
        self.prefix = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self
    }

    /// Adds bytes of the original; `text` stands for the original's `old..old + text.len()`.
    pub(crate) fn keep(&mut self, text: &str, old: u32) -> &mut Self {
        self.push(text, old, true)
    }

    /// Adds what the original does not have, at its offset `old`.
    pub(crate) fn insert(&mut self, text: &str, old: u32) -> &mut Self {
        self.push(text, old, false)
    }

    fn push(&mut self, text: &str, old: u32, kept: bool) -> &mut Self {
        if !text.is_empty() {
            let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
            self.pieces.push(Piece { start, old, kept });
            self.text.to_mut().push_str(text);
        }
        self
    }

    fn piece(&self, at: u32) -> Option<Piece> {
        let next = self.pieces.partition_point(|piece| piece.start <= at);
        self.pieces.get(next.checked_sub(1)?).copied()
    }

    /// The original's offset of the byte at `at`.
    fn map(&self, at: u32) -> u32 {
        match self.piece(at) {
            Some(piece) if piece.kept => piece.old.saturating_add(at - piece.start),
            Some(piece) => piece.old,
            None => at,
        }
    }

    /// The original's span of a span in the rewritten text.
    pub(crate) fn span(&self, start: u32, end: u32) -> Span {
        if self.pieces.is_empty() {
            return Span::new(start, end);
        }
        let from = self.map(start);
        let kept = |piece: Piece| u32::from(piece.kept);
        let to = match end.checked_sub(1) {
            Some(last) if end > start => {
                self.map(last).saturating_add(self.piece(last).map_or(0, kept))
            }
            _ => from,
        };
        Span::new(from, to.max(from))
    }

    /// Where the original's byte `old` stands in the rewritten text.
    pub(crate) fn place(&self, old: u32) -> u32 {
        let kept = self.pieces.iter().rev().filter(|piece| piece.kept);
        let mut holding = kept.filter(|piece| piece.old <= old);
        holding.next().map_or(old, |piece| piece.start.saturating_add(old - piece.old))
    }

    /// Length of the scaffold before the text: nodes that start in it are not the text's.
    pub(crate) fn prefix(&self) -> u32 {
        self.prefix
    }

    /// Whether the byte at `at` is not the original's.
    pub(crate) fn is_inserted(&self, at: u32) -> bool {
        self.piece(at).is_some_and(|piece| !piece.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rewrite: &Rewrite<'_>, needle: &str, expected: (u32, u32)) {
        let start = rewrite.text().find(needle).unwrap();
        let span = rewrite.span(start as u32, (start + needle.len()) as u32);
        assert_eq!((span.start, span.end), expected, "{needle}");
    }

    #[test]
    fn spans_map_back_over_insertions_and_deletions() {
        // The original is "  ab\n  cd", dedented and wrapped.
        let mut rewrite = Rewrite::empty();
        rewrite.scaffold("f{", 0).keep("ab\n", 2).keep("cd", 7).insert("}", 9);
        assert_eq!(rewrite.text(), "f{ab\ncd}");
        check(&rewrite, "ab", (2, 4));
        check(&rewrite, "cd", (7, 9));
        check(&rewrite, "ab\ncd", (2, 9));
        check(&rewrite, "f{", (0, 0));
        check(&rewrite, "cd}", (7, 9));
        assert_eq!((rewrite.place(3), rewrite.place(7)), (3, 5));
    }
}
