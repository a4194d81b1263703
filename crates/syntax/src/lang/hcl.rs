//! HCL: Terraform and its relatives.
//!
//! A block is the call of its type with its labels and, as a dictionary, its body:
//! `resource "a" "b" { c = 1 }` is `resource("a", "b", {c = 1})`. An attribute is an assignment,
//! in a body as in an object.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Flat, Leaf, Node, One, Op as Oper, Skip},
        Row,
        Slot::{All, Field, Nth},
    },
    lower::{Writer, op_of},
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static HCL: Language = Language {
    id: "hcl",
    name: "HCL",
    aliases: &["terraform", "tf"],
    extensions: &["tf", "tfvars", "hcl", "nomad", "pkrvars"],
    file_names: &[],
    shebangs: &[],
    line_comments: &["#", "//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "#",
            block_comments: true,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "_ {\n",
            function: "_ = {\n",
            lambda: "",
            pair: "",
            end: "\n",
        }),
        heads: &[],
        openers: &[("]", "_ = [\n"), (",", "_ = [\n"), ("}", "_ = [{\n"), (")", "_ = _({\n")],
    },
    patterns: PatternSyntax {
        frames: &[
            Frame::whole("", "\n"),
            Frame::expression("_ = ", "\n"),
            Frame::whole("_ {\n", "\n}\n"),
        ],
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", " = ___"),
            Fill::Around("", " {\n}"),
            Fill::Around("\"", "\""),
        ],
        statement_fill: 1,
        member_fill: 1,
        case_fill: 1,
        spread: false,
        typed: Typed::Annotation,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_hcl::LANGUAGE.into());

const ROWS: &[Row] = &[
    Row("config_file", Code(file)),
    Row("body", Flat),
    Row("attribute", Oper(Kind::Assign, &[Nth(0), Nth(1)])),
    Row("object_elem", Node(Kind::Assign, &[Field("key"), Field("val")])),
    Row("block", Code(block)),
    Row("expression", Code(|w, n| chain(w, &n.named().collect::<Vec<_>>(), DEPTH))),
    Row("literal_value template_expr collection_value variable_expr", One),
    Row("get_attr index new_index for_expr", One),
    Row("identifier", Leaf(Kind::Name)),
    Row("numeric_lit", Code(super::yaml::number)),
    Row("bool_lit", Leaf(Kind::Bool)),
    Row("null_lit", Leaf(Kind::Null)),
    Row("string_lit quoted_template heredoc_template", Code(string)),
    Row("tuple", Node(Kind::List, &[All])),
    Row("object", Node(Kind::Dict, &[All])),
    Row("function_call", Code(call)),
    Row("operation", Code(|w, n| operation(w, n, &[], DEPTH))),
    Row("conditional", Node(Kind::Conditional, &[All])),
    Row("tuple_start tuple_end object_start object_end block_start block_end ellipsis", Skip),
];

/// Blocks are statements at the top, and entries inside another block.
fn file(w: &mut Writer<'_>, node: Concrete<'_>) {
    for item in node.named().flat_map(|part| match part.kind() {
        "body" => part.named().collect(),
        _ => vec![part],
    }) {
        match item.hole() {
            None if !item.is("attribute") && !item.is_error() => w.wrap(Kind::ExprStmt, item, item),
            _ => w.lower(item),
        }
    }
}

/// What names a block: its type and its labels.
fn is_label(child: &Concrete<'_>) -> bool {
    matches!(child.kind(), "identifier" | "string_lit")
}

fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    w.slot(node.named().find(is_label));
    arguments(w, node);
    w.close();
}

fn arguments(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (start, end) = (node.child_of_kind("block_start"), node.child_of_kind("block_end"));
    let first = node.named().find(is_label).map_or(node.start(), Concrete::end);
    w.open_span(Kind::Args, Op::None, first, node.end());
    w.each(node.named().filter(is_label).skip(1));
    if let (Some(start), Some(end)) = (start, end) {
        w.open_over(Kind::Dict, start, end);
        w.each(node.child_of_kind("body").into_iter().flat_map(Concrete::named));
        w.close();
    }
    w.close();
}

fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    let name = node.child_of_kind("identifier");
    w.slot(name);
    w.open_span(Kind::Args, Op::None, name.map_or(node.start(), Concrete::end), node.end());
    w.each(node.child_of_kind("function_arguments").into_iter().flat_map(Concrete::named));
    w.close();
    w.close();
}

/// Operations in operations down to which the last operand is looked for.
const DEPTH: usize = 16;

/// A value and what is taken of it: `a.b[0].c`.
fn chain(w: &mut Writer<'_>, parts: &[Concrete<'_>], depth_left: usize) {
    let Some((first, links)) = parts.split_first() else { return w.absent() };
    if first.is("operation") && !links.is_empty() && depth_left > 0 {
        return operation(w, *first, links, depth_left - 1);
    }
    let links: Vec<Concrete<'_>> = links.iter().flat_map(|link| steps(*link)).collect();
    for link in links.iter().rev() {
        let kind = if link.is("get_attr") { Kind::Member } else { Kind::Index };
        w.open_over(kind, *first, *link);
    }
    w.lower(*first);
    for link in links {
        match link.kind() {
            // All elements, or one by its number after a dot.
            "full_splat" | "attr_splat" | "legacy_index" => w.leaf(Kind::Token, link),
            _ => w.lower(link),
        }
        w.close();
    }
}

/// The links that one node holds: a splat goes on with others.
fn steps(link: Concrete<'_>) -> Vec<Concrete<'_>> {
    match link.kind() {
        "splat" => link.named().flat_map(steps).collect(),
        "full_splat" | "attr_splat" => {
            std::iter::once(link).chain(link.named().flat_map(steps)).collect()
        }
        "index" => link.named().collect(),
        _ => vec![link],
    }
}

/// The grammar takes what follows an operation for a part of the whole; it is one of its last
/// operand.
fn operation(w: &mut Writer<'_>, node: Concrete<'_>, more: &[Concrete<'_>], depth_left: usize) {
    let Some(inner) = node.named().next() else { return w.absent() };
    let end = more.last().map_or(node.end(), |last| last.end());
    let parts: Vec<Concrete<'_>> = inner.named().chain(more.iter().copied()).collect();
    let kind = if inner.is("unary_operation") { Kind::Unary } else { Kind::Binary };
    w.open_span(kind, op_of(kind, inner), inner.start(), end);
    if kind == Kind::Unary {
        chain(w, &parts, depth_left);
    } else {
        // The parts of both sides stand in one row, with the operator between them.
        let operator = |child: &Concrete<'_>| !child.is_named() && !"()".contains(child.text());
        let at = inner.children().find(operator).map_or(inner.end(), Concrete::start);
        let (left, right): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.start() < at);
        chain(w, &left, depth_left);
        chain(w, &right, depth_left);
    }
    w.close();
}

/// A string with the values in it; what lies between marks of a here-document is one too.
fn string(w: &mut Writer<'_>, node: Concrete<'_>) {
    let edge = |child: &Concrete<'_>| {
        matches!(
            child.kind(),
            "quoted_template_start" | "quoted_template_end" | "heredoc_identifier"
        )
    };
    let mut edges = node.named().filter(edge);
    let start = edges.next().map_or(node.start(), Concrete::end);
    let end = edges.last().map_or(node.end(), Concrete::start);
    w.open(Kind::String, node);
    let mut at = start;
    for value in node.named().filter(|child| child.is("template_interpolation")) {
        w.string_text(node, at, value.start());
        w.open(Kind::Interpolation, value);
        w.slot(value.child_of_kind("expression"));
        w.close();
        at = value.end();
    }
    w.string_text(node, at, end);
    w.close();
}
