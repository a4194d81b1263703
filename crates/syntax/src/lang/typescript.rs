//! TypeScript and TSX: JavaScript's rows, and types.
//!
//! Both grammars make the same tree. The one without JSX comes first, unless the text has elements.

use super::javascript;
use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One},
        Row,
        Slot::{Absent, All, Field, Nth},
    },
    language::Variant,
    lower::Writer,
    pattern::{PatternSyntax, Typed},
};

pub(super) static TYPESCRIPT: Language = Language {
    id: "typescript",
    name: "TypeScript",
    aliases: &["ts", "tsx"],
    extensions: &["ts", "tsx", "mts", "cts"],
    file_names: &[],
    shebangs: &["ts-node", "tsx", "deno", "bun"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: Some(Variant { dialect: &DIALECT_TSX, hints: &["</", "/>"], only_hinted: false }),
    rows: &[javascript::ROWS, TYPES, CASTS],
    scaffolds: javascript::SCAFFOLDS,
    patterns: PatternSyntax {
        frames: javascript::FRAMES,
        fills: javascript::FILLS,
        statement_fill: 1,
        member_fill: 1,
        case_fill: 5,
        spread: true,
        typed: Typed::Annotation,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into());
static DIALECT_TSX: Dialect = Dialect::new(|| tree_sitter_typescript::LANGUAGE_TSX.into());

/// What only the grammar without JSX has.
const CASTS: &[Row] = &[Row("type_assertion", Code(assertion))];

pub(super) const TYPES: &[Row] = &[
    Row("type_identifier predefined_type this_type", Leaf(Kind::Name)),
    Row("nested_type_identifier", Dotted),
    Row("accessibility_modifier override_modifier existential_type", Leaf(Kind::Token)),
    Row("type_annotation literal_type parenthesized_type non_null_expression", One),
    Row("parenthesized_expression", Code(parenthesized)),
    Row("as_expression satisfies_expression", Code(as_type)),
    Row("generic_type", Code(generic)),
    Row("instantiation_expression", Code(generic)),
    Row("type_arguments", Flat),
    Row("union_type", Code(|w, n| either(w, n, Op::BitOr))),
    Row("intersection_type", Code(|w, n| either(w, n, Op::BitAnd))),
    Row("template_literal_type", crate::grammar::How::String),
    // Declarations.
    Row("expression_statement", Code(expression_statement)),
    Row(
        "abstract_class_declaration interface_declaration",
        Code(|w, n| javascript::class(w, n, n)),
    ),
    Row("enum_declaration", Code(|w, n| javascript::class(w, n, n))),
    Row("ambient_declaration", Code(ambient)),
    Row("enum_body interface_body", Node(Kind::Block, &[All])),
    // In a pattern, members stand alone.
    Row("program", Code(members)),
    Row("class_body", Code(class_body)),
    Row("enum_assignment", Node(Kind::Assign, &[Field("name"), Field("value")])),
    Row("class_heritage extends_type_clause", Code(bases)),
    Row("function_signature method_signature", Code(|w, n| javascript::function(w, n, n))),
    Row("abstract_method_signature call_signature", Code(|w, n| javascript::function(w, n, n))),
    Row("construct_signature", Code(|w, n| javascript::function(w, n, n))),
    Row("public_field_definition property_signature", Code(javascript::field)),
    Row("required_parameter optional_parameter", Code(tuple_member)),
    Row("import_alias", Node(Kind::Import, &[Nth(1), Absent, Nth(0)])),
];

/// `(x: T)`.
fn parenthesized(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("type") {
        Some(kind) => {
            w.open(Kind::Typed, node);
            w.slot(node.named().next());
            w.lower(kind);
            w.close();
        }
        None => w.one(node),
    }
}

/// `x as T`; `x as const` is `x`.
fn as_type(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut children = node.named();
    match (children.next(), children.next()) {
        (Some(value), Some(kind)) => {
            w.open(Kind::Cast, node);
            w.each([kind, value]);
            w.close();
        }
        _ => w.one(node),
    }
}

/// `<T>x`.
fn assertion(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Cast, node);
    match node.named().next() {
        Some(types) if types.is("type_arguments") => w.one(types),
        kind => w.slot(kind),
    }
    w.slot(node.named().nth(1));
    w.close();
}

fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Generic, node);
    w.all(node);
    w.close();
}

/// A union or intersection, which may start with its operator.
fn either(w: &mut Writer<'_>, node: Concrete<'_>, op: Op) {
    if node.named().count() < 2 {
        return w.one(node);
    }
    w.open_op(Kind::Binary, op, node);
    w.slot(node.named().next());
    w.slot(node.named().nth(1));
    w.close();
}

/// The grammar takes a `namespace` for an expression.
fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.named().next() {
        Some(module) if module.is("internal_module") => w.lower(module),
        _ => w.expression_statement(node),
    }
}

/// `declare` is a modifier of what it declares.
fn ambient(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.named().next() {
        Some(inner) if inner.hole().is_none() => javascript::declared(w, inner, node),
        _ => w.other(node),
    }
}

fn class_body(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    members(w, node);
    w.close();
}

/// The grammar puts a method's decorators beside it.
fn members(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut decorators = Vec::new();
    for member in node.named() {
        if member.is("decorator") && member.hole().is_none() {
            decorators.push(member);
        } else if member.is("method_definition") && member.hole().is_none() {
            javascript::method(w, member, &decorators);
            decorators.clear();
        } else {
            w.each(decorators.drain(..));
            w.lower(member);
        }
    }
    w.each(decorators);
}

/// Classes and interfaces after `extends` and `implements`.
fn bases(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Bases, node);
    for clause in node.named() {
        match clause.kind() {
            "extends_clause" => extended(w, clause),
            "implements_clause" => w.all(clause),
            _ => w.lower(clause),
        }
    }
    w.close();
}

fn extended(w: &mut Writer<'_>, clause: Concrete<'_>) {
    let mut parts = clause.named().peekable();
    while let Some(base) = parts.next() {
        match parts.next_if(|next| next.is("type_arguments")) {
            Some(types) => {
                w.open_over(Kind::Generic, base, types);
                w.lower(base);
                w.all(types);
                w.close();
            }
            None => w.lower(base),
        }
    }
}

/// A named member of a tuple type.
fn tuple_member(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Typed, node);
    w.slot(node.field("name").or_else(|| node.field("pattern")));
    w.slot(node.field("type"));
    w.close();
}
