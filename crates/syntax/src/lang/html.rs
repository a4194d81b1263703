//! HTML, and templates that are mostly HTML.
//!
//! An element is its name, its attributes and what stands in it; text is [`Kind::StringText`], and
//! so is what a script or a style holds. A value of an attribute is a string, quoted or not. What a
//! template engine puts in is a part of the text, name or value where it stands; the scripts in it
//! are read as languages of their own by whoever asks for them.

use std::borrow::Cow;

use crate::{
    Kind, Language,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Leaf, Skip},
        Row,
    },
    hole,
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Lexicon, Scaffolds, Style, is_void},
};

pub(super) static HTML: Language = Language {
    id: "html",
    name: "HTML",
    aliases: &[],
    extensions: &[
        "html",
        "htm",
        "xhtml",
        "vue",
        "svelte",
        "erb",
        "rhtml",
        "ejs",
        "jsp",
        "jspx",
        "tag",
        "cshtml",
        "razor",
        "hbs",
        "handlebars",
        "mustache",
        "njk",
        "liquid",
        "jinja",
        "jinja2",
        "twig",
        "aspx",
        "ascx",
    ],
    file_names: &[],
    shebangs: &[],
    line_comments: &[],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: SCAFFOLDS,
    patterns: PatternSyntax {
        frames: &[Frame::whole("", "")],
        fills: &[Fill::Around("", ""), Fill::Digits],
        statement_fill: 0,
        member_fill: 0,
        case_fill: 0,
        spread: false,
        typed: Typed::Markup,
    },
};

pub(super) const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon {
        line_comment: "<!--",
        block_comments: false,
        long_quotes: &[],
        regexes: false,
    },
    style: Style::Markup,
    heads: &[],
    openers: &[],
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_html::LANGUAGE.into()).covering(cover);

/// What a template engine marks.
const MARKS: &[(&str, &str)] = &[("<%", "%>"), ("{{", "}}"), ("{%", "%}"), ("<?", "?>")];

pub(super) const ROWS: &[Row] = &[
    Row("document", Code(|w, node| node.named().for_each(|part| top(w, part)))),
    Row("element script_element style_element", Code(element)),
    Row("start_tag self_closing_tag end_tag erroneous_end_tag", Skip),
    Row("attribute", Code(attribute)),
    Row("tag_name attribute_name", Leaf(Kind::Name)),
    Row("quoted_attribute_value", Code(quoted)),
    Row("attribute_value", Code(unquoted)),
    Row("text raw_text entity doctype", Code(text)),
];

/// What stands at the top of a file or in the pattern of a rule.
pub(super) fn top(w: &mut Writer<'_>, part: Concrete<'_>) {
    match part.hole() {
        Some(_) => w.lower(part),
        None if is_end(part) || !has_ink(&part) => {}
        None => w.wrap(Kind::ExprStmt, part, part),
    }
}

/// Name, attributes, content.
pub(super) fn element(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(tag) = node.named().find(|child| is_start(*child)) else { return w.other(node) };
    let content = |child: &Concrete<'_>| !is_start(*child) && !is_end(*child) && has_ink(child);
    let name = tag.named().next().map_or("", Concrete::text);
    // The grammar leaves an element without an end open until the next tag.
    let void = is_void(name) && tag.is("start_tag");
    w.open_other("element", node, if void { tag } else { node });
    w.each(tag.named());
    if void {
        w.close();
        return w.each(node.named().filter(content));
    }
    w.each(node.named().filter(content));
    w.close();
}

/// Name and value. Its kind has no name, so that it is the same in the grammars of HTML and XML.
pub(super) fn attribute(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_other("", node, node);
    w.all(node);
    w.close();
}

fn is_start(node: Concrete<'_>) -> bool {
    matches!(node.kind(), "start_tag" | "self_closing_tag" | "STag" | "EmptyElemTag")
}

fn is_end(node: Concrete<'_>) -> bool {
    matches!(node.kind(), "end_tag" | "ETag" | "erroneous_end_tag")
}

/// Whether a node is more than white space.
pub(super) fn has_ink(node: &Concrete<'_>) -> bool {
    !node.text().trim().is_empty()
}

pub(super) fn quoted(w: &mut Writer<'_>, node: Concrete<'_>) {
    let quote = node.text().get(..1).unwrap_or("");
    let inside = node.inside(quote);
    w.open(Kind::String, node);
    w.string_text(node, inside.start, inside.end);
    w.close();
}

fn unquoted(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    w.string_text(node, node.start(), node.end());
    w.close();
}

/// Text without the space around it.
pub(super) fn text(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let length = |text: &str| u32::try_from(text.len()).unwrap_or(u32::MAX);
    let start = node.start() + length(text) - length(text.trim_start());
    let end = start + length(text.trim());
    match node.pattern_text(start, end).and_then(hole::whole) {
        Some(_) => w.string_text(node, start, end),
        None => w.leaf_span(Kind::StringText, start, end),
    }
}

/// A mark that is no letter for each byte of what a template engine puts in, so that no token ends
/// inside a character.
fn cover(text: &str) -> Cow<'_, str> {
    if !MARKS.iter().any(|(mark, _)| text.contains(mark)) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, mark, end)) = next_mark(rest) {
        let (before, marked) = rest.split_at(at);
        let body = marked.get(mark.len()..).unwrap_or("");
        let length = body.find(end).map_or(marked.len(), |at| mark.len() + at + end.len());
        let (marked, after) = marked.split_at(length);
        shown.push_str(before);
        shown.extend(marked.bytes().map(|byte| if byte == b'\n' { '\n' } else { '_' }));
        rest = after;
    }
    Cow::Owned(shown + rest)
}

fn next_mark(text: &str) -> Option<(usize, &'static str, &'static str)> {
    MARKS.iter().filter_map(|(mark, end)| Some((text.find(mark)?, *mark, *end))).min()
}
