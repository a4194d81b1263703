//! What a language says about patterns in it.

use crate::Kind;

/// How patterns of a language are read.
pub(crate) struct PatternSyntax {
    /// What a pattern may be, the likeliest first.
    pub(crate) frames: &'static [Frame],
    /// What a placeholder may need, the plain one first.
    pub(crate) fills: &'static [Fill],
    /// The fill for an ellipsis that stands where a statement would.
    pub(crate) statement_fill: usize,
    /// The fill for one that stands where a member of a class would.
    pub(crate) member_fill: usize,
    /// The fill for one that stands where a case of a `switch` would.
    pub(crate) case_fill: usize,
    /// Whether `...x` is a spread.
    pub(crate) spread: bool,
    pub(crate) typed: Typed,
}

/// What becomes of a placeholder so that the grammar accepts it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fill {
    /// An identifier with this before and after it.
    Around(&'static str, &'static str),
    /// Digits.
    Digits,
}

/// How a typed metavariable is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// `(T $X)`, read as the cast `((T) $X)`.
    Cast,
    /// `(T $X)`, read as the conversion `(T($X))`.
    Conversion,
    /// `($X: T)`, which the grammar knows.
    Annotation,
    /// `($X: T)`, read as the cast `($X as T)`.
    Ascription,
    /// `($X: T)`, read as `($X[T])`.
    Subscript,
    /// `(T $X)` and `(T *$X)`, read as the cast `((T *) $X)`.
    Declarator,
    /// The language has no types, and no parentheses around a value either.
    Nowhere,
    /// The same in markup, where a placeholder may be a name or an attribute.
    Markup,
    /// There are no types, and a deep ellipsis is read as what a shell command writes, `$(...)`.
    Untyped,
}

/// Code around a pattern.
pub(crate) struct Frame {
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    /// A word with which a pattern may start: the frame is for such patterns alone, and they are
    /// for such frames alone.
    pub(crate) word: &'static str,
    /// What is read in this frame is an expression, unless it has a name.
    pub(crate) expression: bool,
    /// The kind of node that the pattern is in this frame, if it is a part of another.
    pub(crate) part: Option<Kind>,
}

impl Frame {
    /// The pattern stands in the frame as it would in a file.
    pub(crate) const fn whole(before: &'static str, after: &'static str) -> Self {
        Self { before, after, word: "", expression: false, part: None }
    }

    /// The pattern is an expression.
    pub(crate) const fn expression(before: &'static str, after: &'static str) -> Self {
        Self { before, after, word: "", expression: true, part: None }
    }

    /// The pattern is a part of what the frame makes of it.
    pub(crate) const fn part(before: &'static str, after: &'static str, kind: Kind) -> Self {
        Self { before, after, word: "", expression: false, part: Some(kind) }
    }

    /// The pattern is a clause that starts with `word`.
    pub(crate) const fn clause(
        word: &'static str,
        before: &'static str,
        after: &'static str,
    ) -> Self {
        Self { before, after, word, expression: false, part: None }
    }
}
