//! String literals: their text and what is put into it.

use crate::{
    Kind,
    concrete::Concrete,
    hole::{self, Hole},
    lower::Writer,
};

/// Grammar kinds that put a value into a string.
const INTERPOLATIONS: &[&str] = &["interpolation", "template_substitution", "string_interpolation"];

impl Writer<'_> {
    /// A string with its parts.
    pub(crate) fn string(&mut self, node: Concrete<'_>) {
        self.open(Kind::String, node);
        self.string_parts(node);
        self.close();
    }

    /// Adjoining literals: one string, whose parts follow each other.
    pub(crate) fn strings(&mut self, node: Concrete<'_>) {
        self.open(Kind::String, node);
        for literal in node.named() {
            self.string_parts(literal);
        }
        self.close();
    }

    /// Whatever lies between the delimiters and is not an interpolation is text.
    pub(crate) fn string_parts(&mut self, node: Concrete<'_>) {
        let (mut at, end) = content(node);
        for value in node.named().filter(|child| INTERPOLATIONS.contains(&child.kind())) {
            self.string_text(node, at, value.start());
            self.interpolation(value);
            at = value.end();
        }
        self.string_text(node, at, end);
    }

    /// In a pattern, `"..."` is any string and `"$X"` any string's text.
    pub(crate) fn string_text(&mut self, node: Concrete<'_>, start: u32, end: u32) {
        let hole = node.pattern_text(start, end).and_then(hole::whole);
        let kind = match hole {
            Some(Hole::Ellipsis) => Kind::Ellipsis,
            Some(Hole::EllipsisMetavar) => Kind::EllipsisMetavar,
            Some(_) => Kind::Metavar,
            None => Kind::StringText,
        };
        if start < end {
            self.leaf_span(kind, start, end);
        }
    }

    fn interpolation(&mut self, value: Concrete<'_>) {
        let labeled = value.field("expression");
        self.open(Kind::Interpolation, value);
        self.slot(labeled.or_else(|| value.named().next()));
        self.close();
        // Python's format specifications may hold values of their own.
        for nested in value.fields("format_specifier").flat_map(Concrete::named) {
            if nested.is("format_expression") {
                self.interpolation(nested);
            }
        }
    }
}

/// Where the text of a literal starts and ends. A literal may lack its end; one that is a leaf has
/// delimiters of one byte.
fn content(node: Concrete<'_>) -> (u32, u32) {
    let delimiter = |child: &Concrete<'_>| {
        !child.is_named() || matches!(child.kind(), "string_start" | "string_end")
    };
    let Some(first) = node.children().next() else {
        return (node.start() + 1, node.end().saturating_sub(1));
    };
    let last = node.children().last().filter(|last| last.id != first.id);
    let start = if delimiter(&first) { first.end() } else { node.start() };
    let end = last.filter(delimiter).map_or(node.end(), Concrete::start);
    (start, end.max(start))
}
