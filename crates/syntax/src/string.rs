//! String literals: their text and what is put into it.

use crate::{
    Kind, Op,
    concrete::Concrete,
    hole::{self, Hole},
    lower::Writer,
};

/// Grammar kinds that put a value into a string.
const INTERPOLATIONS: &[&str] = &["interpolation", "template_substitution", "string_interpolation"];

/// Finds the first name that is put into a text by a mark before it, and its end.
pub(crate) type ShortInterpolation = fn(&str) -> Option<(usize, usize)>;

/// Named nodes at the ends of a literal or of a value in it.
const DELIMITERS: &[&str] = &[
    "string_start",
    "string_end",
    "raw_string_start",
    "raw_string_end",
    "interpolation_quote",
    "interpolation_brace",
];

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
            match literal.kind() {
                // A macro that stands for a literal.
                "identifier" => self.wrap(Kind::Interpolation, literal, literal),
                _ => self.string_parts(literal),
            }
        }
        self.close();
    }

    /// Whatever lies between the delimiters and is not an interpolation is text.
    pub(crate) fn string_parts(&mut self, node: Concrete<'_>) {
        self.string_pieces(node, |_| None);
    }

    /// The same, where text may hold names: `short` says where the first one stands with the one
    /// byte before it.
    pub(crate) fn string_pieces(&mut self, node: Concrete<'_>, short: ShortInterpolation) {
        let (mut at, end) = content(node);
        for value in node.named().filter(|child| INTERPOLATIONS.contains(&child.kind())) {
            self.text_and_names(node, at, value.start(), short);
            self.interpolation(value);
            at = value.end();
        }
        self.text_and_names(node, at, end, short);
    }

    fn text_and_names(
        &mut self,
        node: Concrete<'_>,
        mut at: u32,
        end: u32,
        short: ShortInterpolation,
    ) {
        let offset = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX);
        while node.pattern_text(at, end).is_none_or(|text| hole::whole(text).is_none())
            && let Some(text) = node.pattern_text(at, end).or_else(|| node.text_between(at, end))
            && let Some((from, to)) = short(text)
        {
            let (from, to) = (at + offset(from), at + offset(to));
            self.string_text(node, at, from);
            self.open_span(Kind::Interpolation, Op::None, from, to);
            self.leaf_span(Kind::Name, from + 1, to);
            self.close();
            at = to;
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
        self.slot(
            labeled.or_else(|| value.named().find(|part| !DELIMITERS.contains(&part.kind()))),
        );
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
    let delimiter = |child: &Concrete<'_>| !child.is_named() || DELIMITERS.contains(&child.kind());
    let Some(first) = node.children().next() else {
        let text = node.text();
        let prefix = u32::from(text.starts_with("@\""));
        // One that was cut off ends with its text, perhaps with a character of several bytes.
        let delimiter = |byte: Option<u8>| u32::from(byte.is_some_and(|byte| byte.is_ascii()));
        let start = node.start() + prefix + delimiter(text.bytes().next());
        return (start, node.end().saturating_sub(delimiter(text.bytes().last())).max(start));
    };
    let last = node.children().last().filter(|last| last.id != first.id);
    let start = match node.children().nth(1).filter(|_| first.is("interpolation_start")) {
        Some(quote) => quote.end(),
        None if delimiter(&first) => first.end(),
        None => node.start(),
    };
    let end = last.filter(delimiter).map_or(node.end(), Concrete::start);
    (start, end.max(start))
}
