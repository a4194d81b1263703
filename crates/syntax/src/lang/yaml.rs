//! YAML.
//!
//! Each document is a statement. Scalars are strings unless they are numbers, truth values or null.
//! In a pattern, one pair alone is a pair of any mapping and one item alone is that item; a mapping
//! that is open to more says so with `...`.

use crate::{
    Kind, Language,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, One, Skip},
        Row,
        Slot::{All, Field},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Lexicon, Scaffolds, Style},
};

pub(super) static YAML: Language = Language {
    id: "yaml",
    name: "YAML",
    aliases: &["yml"],
    extensions: &["yaml", "yml", "cff"],
    file_names: &[".clang-format", ".yamllint", "CITATION.cff"],
    shebangs: &["ansible-playbook"],
    line_comments: &["#"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "#",
            block_comments: false,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Layout,
        heads: &[],
        openers: &[(":", "_:\n  - _:\n      - "), ("-", "_:\n")],
    },
    patterns: PatternSyntax {
        frames: &[Frame::whole("", "")],
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", ": ___"),
            Fill::Around("- ", ""),
            Fill::Around("", ":"),
        ],
        statement_fill: 1,
        member_fill: 1,
        case_fill: 0,
        spread: false,
        typed: Typed::Nowhere,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_yaml::LANGUAGE.into());

const ROWS: &[Row] = &[
    Row("stream", Code(|w, node| w.each(node.named()))),
    Row("document", Code(document)),
    Row("reserved_directive tag_directive yaml_directive anchor", Skip),
    Row("block_node flow_node", Code(tagged)),
    Row("alias", Code(alias)),
    Row("alias_name", Leaf(Kind::Name)),
    Row("block_mapping flow_mapping", Code(mapping)),
    Row("block_mapping_pair flow_pair", Node(Kind::Pair, &[Field("key"), Field("value")])),
    Row("block_sequence flow_sequence", Node(Kind::List, &[All])),
    Row("block_sequence_item", One),
    Row("plain_scalar", Code(plain)),
    Row("string_scalar timestamp_scalar", Code(text)),
    Row("integer_scalar float_scalar", Code(number)),
    Row("boolean_scalar", Leaf(Kind::Bool)),
    Row("null_scalar", Leaf(Kind::Null)),
    Row("double_quote_scalar single_quote_scalar", Code(quoted)),
    Row("block_scalar", Code(block)),
];

/// Most aliases of a file that stand for what they name, and most nodes that one may stand for.
const ALIASES_MAX: usize = 200;
const ALIAS_NODES_MAX: u32 = 500;

/// `*a` is what is marked with `&a` above, as long as no alias is in that.
fn alias(w: &mut Writer<'_>, node: Concrete<'_>) {
    match aliased(node) {
        Some(value) => w.lower(value),
        None => w.one(node),
    }
}

fn aliased(node: Concrete<'_>) -> Option<Concrete<'_>> {
    let name = node.text().strip_prefix('*')?;
    if node.earlier().filter(|other| other.is("alias")).nth(ALIASES_MAX).is_some() {
        return None;
    }
    let marked = |anchor: &Concrete<'_>| {
        anchor.is("anchor") && anchor.text().strip_prefix('&') == Some(name)
    };
    // The value stands beside its mark.
    let holder = node.earlier().find(marked)?.holder()?;
    let small = holder.nodes_inside() <= ALIAS_NODES_MAX && !holder.holds("alias");
    content(holder).filter(|_| small)
}

/// Pairs; `<<: *a` adds those of `a`.
fn mapping(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Dict, node);
    for pair in node.named() {
        let merges = pair.field("key").is_some_and(|key| key.text() == "<<");
        let merged = pair
            .field("value")
            .filter(|_| merges)
            .and_then(content)
            .and_then(|value| if value.is("alias") { aliased(value) } else { None });
        match merged.filter(|value| value.kind().ends_with("_mapping")) {
            Some(value) => w.each(value.named()),
            None => w.lower(pair),
        }
    }
    w.close();
}

/// A number, whole or not.
pub(super) fn number(w: &mut Writer<'_>, node: Concrete<'_>) {
    let whole = !node.text().contains(['.', 'e', 'E']) || node.text().starts_with("0x");
    w.leaf(if whole { Kind::Int } else { Kind::Float }, node);
}

fn document(w: &mut Writer<'_>, node: Concrete<'_>) {
    for value in node.named().filter(|child| matches!(child.kind(), "block_node" | "flow_node")) {
        match lone(value) {
            Some(part) if part.is("block_mapping_pair") => w.lower(part),
            Some(part) => statement(w, part),
            None => statement(w, value),
        }
    }
}

/// The value of a document. A placeholder stands for any.
pub(super) fn statement(w: &mut Writer<'_>, value: Concrete<'_>) {
    match value.hole() {
        Some(_) => w.lower(value),
        None => w.wrap(Kind::ExprStmt, value, value),
    }
}

/// The only pair or item of a pattern: what it asks of is a part of something larger.
fn lone(value: Concrete<'_>) -> Option<Concrete<'_>> {
    value.pattern_text(value.start(), value.end())?;
    let inner = content(value)?;
    let mut parts = inner.named();
    let only = parts.next().filter(|only| parts.next().is_none() && only.hole().is_none())?;
    match (inner.kind(), only.kind()) {
        ("block_mapping", "block_mapping_pair") => Some(only),
        ("block_sequence", "block_sequence_item") => {
            let item = only.named().next().filter(|item| item.hole().is_none())?;
            Some(lone(item).unwrap_or(item))
        }
        _ => None,
    }
}

/// What a node holds beside its tag and its anchor.
fn content(node: Concrete<'_>) -> Option<Concrete<'_>> {
    node.named().find(|child| !matches!(child.kind(), "tag" | "anchor"))
}

/// A value, with its tag as a node around it.
fn tagged(w: &mut Writer<'_>, node: Concrete<'_>) {
    let value = content(node);
    let Some(tag) = node.child_of_kind("tag") else { return w.slot(value) };
    w.open_other("tag", node, node);
    let hole = node.pattern_text(tag.start() + 1, tag.end()).and_then(crate::hole::whole);
    let kind = if hole.is_some() { Kind::Metavar } else { Kind::Name };
    w.leaf_span(kind, tag.start() + u32::from(hole.is_some()), tag.end());
    w.slot(value);
    w.close();
}

fn plain(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.named().next());
}

fn text(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    w.string_text(node, node.start(), node.end());
    w.close();
}

fn quoted(w: &mut Writer<'_>, node: Concrete<'_>) {
    let inside = node.inside(node.text().get(..1).unwrap_or(""));
    w.open(Kind::String, node);
    w.string_text(node, inside.start, inside.end);
    w.close();
}

/// The lines below `|` or `>`.
fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    let head = node.text().find('\n').map_or(node.text().len(), |end| end + 1);
    let start = node.start().saturating_add(u32::try_from(head).unwrap_or(u32::MAX));
    w.open(Kind::String, node);
    w.string_text(node, start.min(node.end()), node.end());
    w.close();
}
