//! SQL, as far as its dialects are alike. What one of them has of its own stays unread; rules over
//! the text see it all the same.
//!
//! A statement is its clauses, and their keywords are tokens in them. Names are joined like
//! members. A function's name and arguments are a call.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Flat, Leaf, Node, One},
        Row,
        Slot::Field,
    },
    lower::{Writer, op_of},
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Lexicon, Scaffolds, Style},
};

pub(super) static SQL: Language = Language {
    id: "sql",
    name: "SQL",
    aliases: &["mysql", "postgresql", "plsql", "tsql"],
    extensions: &["sql", "ddl", "dml", "psql", "pgsql", "pks", "pkb", "plsql", "tsql"],
    file_names: &[],
    shebangs: &["psql"],
    line_comments: &["--"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "--",
            block_comments: true,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Layout,
        heads: &[],
        openers: &[
            ("FROM", "SELECT * "),
            ("WHERE", "SELECT * FROM _ "),
            ("from", "SELECT * "),
            ("where", "SELECT * FROM _ "),
        ],
    },
    patterns: PatternSyntax {
        frames: &[
            Frame::whole("", ""),
            Frame::part("SELECT ", "", Kind::Call),
            Frame::part("SELECT 1 FROM _ WHERE ", "", Kind::Binary),
        ],
        fills: &[Fill::Around("", ""), Fill::Around("", ";")],
        statement_fill: 1,
        member_fill: 0,
        case_fill: 0,
        spread: false,
        typed: Typed::Untyped,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_sequel::LANGUAGE.into());

const ROWS: &[Row] = &[
    Row("program", Code(|w, node| node.named().for_each(|part| statement(w, part)))),
    Row("identifier parameter", Leaf(Kind::Name)),
    Row("literal", Code(literal)),
    Row("all_fields", Leaf(Kind::Name)),
    Row("object_reference", Code(reference)),
    Row("field", Code(field)),
    Row("term", Code(term)),
    Row("select_expression assignment_list", Flat),
    Row("parenthesized_expression", One),
    Row("invocation", Code(invocation)),
    Row("binary_expression", Code(binary)),
    Row("assignment", Node(Kind::Assign, &[Field("left"), Field("right")])),
    Row("list", Code(|w, node| w.wrap_all(Kind::List, node))),
];

fn statement(w: &mut Writer<'_>, part: Concrete<'_>) {
    match part.hole() {
        Some(_) => w.lower(part),
        None => w.wrap(Kind::ExprStmt, part, part),
    }
}

fn literal(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let number = text.trim_start_matches(['-', '+']).starts_with(|c: char| c.is_ascii_digit());
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    match text.chars().next() {
        Some('\'') => quoted(w, node, "'"),
        Some('"') => quoted(w, node, "\""),
        _ if number && text.contains(['.', 'e', 'E']) => w.leaf(Kind::Float, node),
        _ if number => w.leaf(Kind::Int, node),
        _ if is("true") || is("false") => w.leaf(Kind::Bool, node),
        _ if is("null") => w.leaf(Kind::Null, node),
        _ => w.leaf(Kind::Name, node),
    }
}

fn quoted(w: &mut Writer<'_>, node: Concrete<'_>, quote: &str) {
    let inside = node.inside(quote);
    w.open(Kind::String, node);
    w.string_text(node, inside.start, inside.end);
    w.close();
}

/// `database.schema.name`
fn reference(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.dotted(node.named());
}

/// A column, perhaps of a table, perhaps with an order.
fn field(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parts = node.named();
    match parts.clone().all(|part| matches!(part.kind(), "object_reference" | "identifier")) {
        true => w.dotted(parts),
        false => w.other(node),
    }
}

fn term(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("alias") {
        Some(_) => w.other(node),
        None => w.one(node),
    }
}

/// The name, and what stands in its parentheses.
fn invocation(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut parts = node.named();
    let Some(name) = parts.next() else { return w.other(node) };
    w.open(Kind::Call, node);
    w.lower(name);
    w.open_span(Kind::Args, Op::None, name.end(), node.end());
    w.each(parts);
    w.close();
    w.close();
}

/// An operator that is no word; words are nodes between the two sides.
fn binary(w: &mut Writer<'_>, node: Concrete<'_>) {
    let operator = node.children().find(|child| child.field_name() == "operator");
    let op = match operator.map(Concrete::kind) {
        Some("=") => Op::Eq,
        Some("<>") => Op::NotEq,
        Some("||") => Op::Add,
        Some("keyword_and") => Op::And,
        Some("keyword_or") => Op::Or,
        _ => op_of(Kind::Binary, node),
    };
    if matches!(op, Op::None | Op::Other) {
        return w.other(node);
    }
    w.open_op(Kind::Binary, op, node);
    w.slot(node.field("left"));
    w.slot(node.field("right"));
    w.close();
}
