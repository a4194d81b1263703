//! C, and what C++ has in common with it.
//!
//! What a declarator adds to a type stands around the type: `char *a[2]` is `a` of type
//! `Index(Unary.Mul(char), 2)`. A prototype is a function without a body. `a->b` is a member with
//! the operator of an optional one, so that `$X.b` is either. Conditions of the preprocessor are
//! left out, and what stands under them stays.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{All, Field, Nth},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static C: Language = Language {
    id: "c",
    name: "C",
    aliases: &[],
    extensions: &["c", "h"],
    file_names: &[],
    shebangs: &["tcc"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS, VALUES],
    scaffolds: SCAFFOLDS,
    patterns: PATTERNS,
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_c::LANGUAGE.into());

const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon { line_comment: "//", block_comments: true, long_quotes: &[], regexes: false },
    style: Style::Braces(Braces {
        class: "",
        function: "void _() {",
        lambda: "",
        pair: "_ = {",
        end: ";",
    }),
    heads: HEADS,
    openers: OPENERS,
};

pub(super) const HEADS: &[(&str, &str)] = &[
    ("else", "void _() { if (_) {}"),
    ("case", "void _() { switch (_) {"),
    ("default", "void _() { switch (_) {"),
];

pub(super) const OPENERS: &[(&str, &str)] = &[
    ("case ", "void _() { switch (_) { case _:"),
    (",", "void _() { _ = _("),
    ("*/", "/*"),
    ("#endif", "#if _\n"),
    ("{", "void _("),
    ("\\", "#define _ \\\n"),
];

const PATTERNS: PatternSyntax = PatternSyntax {
    frames: FRAMES,
    fills: FILLS,
    statement_fill: 1,
    member_fill: 1,
    case_fill: 5,
    spread: false,
    typed: Typed::Declarator,
};

const FRAMES: &[Frame] = &[
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("case", "switch (_) {", "\n}"),
    Frame::clause("default", "switch (_) {", "\n}"),
    Frame::whole("", ";"),
    Frame::whole("", ""),
    // Few expressions may stand outside functions.
    Frame::whole("void _() {", ";\n}"),
    Frame::whole("void _() {", "\n}"),
    Frame::whole("", " {}"),
    Frame::part("void _(", ") {}", Kind::Param),
    Frame::part("_", ";", Kind::Args),
];

pub(super) const FILLS: &[Fill] = &[
    Fill::Around("", ""),
    Fill::Around("", ";"),
    Fill::Around("", " ___"),
    Fill::Around("", " ___;"),
    Fill::Around("", "=___"),
    Fill::Around("case ", ":"),
    Fill::Around("", " ;;"),
    Fill::Around("\"", "\""),
];

/// Leaves, statements and definitions.
pub(super) const ROWS: &[Row] = &[
    Row("identifier type_identifier field_identifier primitive_type", Leaf(Kind::Name)),
    Row("sized_type_specifier statement_identifier", Leaf(Kind::Name)),
    Row("true false", Leaf(Kind::Bool)),
    Row("null", Leaf(Kind::Null)),
    Row("number_literal", Code(number)),
    Row("string_literal char_literal", String),
    Row("system_lib_string", Code(system_path)),
    Row("concatenated_string", Code(|w, n| w.strings(n))),
    Row("parenthesized_expression", One),
    // Statements.
    Row("compound_statement field_declaration_list enumerator_list", Node(Kind::Block, &[All])),
    Row("expression_statement", Code(expression_statement)),
    Row("declaration field_declaration", Code(declaration)),
    Row(
        "if_statement",
        Node(Kind::If, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("else_clause", One),
    Row("while_statement", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_statement", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row(
        "for_statement",
        Node(
            Kind::For,
            &[Field("initializer"), Field("condition"), Field("update"), Field("body")],
        ),
    ),
    Row("switch_statement", Code(switch)),
    Row("case_statement", Code(case)),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[])),
    Row("continue_statement", Node(Kind::Continue, &[])),
    // The preprocessor.
    Row("preproc_include", Code(include)),
    Row("preproc_if preproc_ifdef preproc_elif preproc_elifdef", Code(conditional_text)),
    Row("preproc_else linkage_specification", Code(conditional_text)),
    // Definitions.
    Row("function_definition", Code(function)),
    Row("parameter_list", Node(Kind::Params, &[All])),
    Row("parameter_declaration", Code(parameter)),
    Row("variadic_parameter", Skip),
    Row("struct_specifier union_specifier enum_specifier", Code(class)),
    Row("type_descriptor", Code(|w, n| of_type(w, n, n.field("declarator")))),
    Row("attribute_specifier attribute_declaration ms_declspec_modifier", Skip),
    Row("ms_call_modifier gnu_asm_expression bitfield_clause", Skip),
];

/// Expressions.
pub(super) const VALUES: &[Row] = &[
    Row("call_expression", Node(Kind::Call, &[Field("function"), Field("arguments")])),
    Row("argument_list", Node(Kind::Args, &[All])),
    Row("field_expression", Code(member)),
    Row("subscript_expression", Node(Kind::Index, &[All])),
    Row("subscript_argument_list", One),
    Row("pointer_expression unary_expression", Oper(Kind::Unary, &[Field("argument")])),
    Row("update_expression", Oper(Kind::Unary, &[Field("argument")])),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("comma_expression", Node(Kind::Sequence, &[Field("left"), Field("right")])),
    Row(
        "conditional_expression",
        Node(Kind::Conditional, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("cast_expression", Node(Kind::Cast, &[Field("type"), Field("value")])),
    Row("sizeof_expression", Code(size_of)),
    Row("initializer_list", Node(Kind::List, &[All])),
];

fn number(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    let fraction = text.contains('.') || (!hexadecimal && text.contains(['e', 'E']));
    w.leaf(if fraction { Kind::Float } else { Kind::Int }, node);
}

/// `<stdio.h>` is another path than `"stdio.h"`.
fn system_path(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    w.string_text(node, node.start(), node.end());
    w.close();
}

/// A semicolon alone is nothing.
fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.named().next().is_some() {
        w.expression_statement(node);
    }
}

/// What a declarator comes down to: the name, and what it adds to the type from the outside in.
struct Declared<'c> {
    name: Option<Concrete<'c>>,
    around: Vec<Concrete<'c>>,
    function: Option<Concrete<'c>>,
}

fn declared(declarator: Option<Concrete<'_>>) -> Declared<'_> {
    let mut found = Declared { name: None, around: Vec::new(), function: None };
    let mut next = declarator;
    while let Some(node) = next {
        next = match node.kind() {
            _ if node.hole().is_some() => {
                found.name = Some(node);
                None
            }
            "pointer_declarator"
            | "array_declarator"
            | "reference_declarator"
            | "abstract_pointer_declarator"
            | "abstract_array_declarator"
            | "abstract_reference_declarator" => {
                found.around.push(node);
                inner(node)
            }
            "function_declarator" | "abstract_function_declarator" => {
                found.function = found.function.or(Some(node));
                node.field("declarator")
            }
            "init_declarator"
            | "parenthesized_declarator"
            | "attributed_declarator"
            | "abstract_parenthesized_declarator"
            | "variadic_declarator" => inner(node),
            _ => {
                found.name = Some(node);
                None
            }
        };
    }
    found
}

/// The name that a declarator declares.
pub(super) fn name(declarator: Option<Concrete<'_>>) -> Option<Concrete<'_>> {
    declared(declarator).name
}

fn inner(node: Concrete<'_>) -> Option<Concrete<'_>> {
    let is_declarator = |child: &Concrete<'_>| {
        child.kind().ends_with("declarator") || child.kind().ends_with("identifier")
    };
    node.field("declarator").or_else(|| node.unlabeled().find(is_declarator))
}

/// The type of `node` with what a declarator adds to it.
fn of_type(w: &mut Writer<'_>, node: Concrete<'_>, declarator: Option<Concrete<'_>>) {
    let Some(base) = node.field("type") else { return w.absent() };
    let around = declared(declarator).around;
    for wrapper in around.iter().rev() {
        match wrapper.kind() {
            "array_declarator" | "abstract_array_declarator" => {
                w.open_over(Kind::Index, base, *wrapper);
            }
            kind => {
                let op = if kind.contains("reference") { Op::BitAnd } else { Op::Mul };
                let end = wrapper.start().saturating_add(1).max(base.end());
                w.open_span(Kind::Unary, op, base.start(), end);
            }
        }
    }
    w.lower(base);
    for wrapper in around {
        w.each(wrapper.field("size"));
        w.close();
    }
}

/// Variables, prototypes, or a type alone.
fn declaration(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.fields("declarator").next().is_none() {
        return w.slot(node.field("type"));
    }
    w.in_sequence(node, node.fields("declarator"), |w, item, span| variable(w, node, item, span));
}

fn variable(w: &mut Writer<'_>, of: Concrete<'_>, item: Concrete<'_>, span: Concrete<'_>) {
    let found = declared(Some(item));
    if let (Some(header), true) = (found.function, item.field("value").is_none())
        && found.around.iter().all(|wrapper| wrapper.start() < header.start())
        && !is_variable(header)
    {
        return prototype(w, of, item, span);
    }
    w.open(Kind::VarDef, span);
    modifiers(w, of);
    of_type(w, of, Some(item));
    w.slot(found.name);
    let value = item.field("value").or_else(|| of.field("default_value"));
    // In a condition the grammar does without the node between.
    w.slot(value.or_else(|| of.field("value")));
    w.close();
}

/// `(*name)(...)` is a variable that holds a function.
fn is_variable(header: Concrete<'_>) -> bool {
    header.field("declarator").is_some_and(|inner| inner.is("parenthesized_declarator"))
}

fn prototype(w: &mut Writer<'_>, of: Concrete<'_>, item: Concrete<'_>, span: Concrete<'_>) {
    w.open(Kind::Function, span);
    heading(w, of, Some(item));
    w.absent();
    w.close();
}

pub(super) fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    heading(w, node, node.field("declarator"));
    w.slot(node.field("body"));
    w.close();
}

/// Modifiers, name, parameters and result of a function.
fn heading(w: &mut Writer<'_>, of: Concrete<'_>, declarator: Option<Concrete<'_>>) {
    let found = declared(declarator);
    modifiers(w, of);
    w.slot(found.name);
    match found.function.and_then(|header| header.field("parameters")) {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, found.name.map_or(of.start(), Concrete::end)),
    }
    of_type(w, of, declarator);
}

pub(super) fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    let declarator = node.field("declarator");
    w.open(Kind::Param, node);
    modifiers(w, node);
    of_type(w, node, declarator);
    w.slot(declared(declarator).name);
    w.slot(node.field("default_value"));
    w.close();
}

fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>) {
    const KINDS: &[&str] = &[
        "storage_class_specifier",
        "type_qualifier",
        "virtual",
        "explicit_function_specifier",
        "virtual_specifier",
    ];
    let own = node.children().filter(|child| KINDS.contains(&child.kind()));
    let words =
        own.map(|child| child.children().next().filter(|_| child.is_named()).unwrap_or(child));
    w.modifiers(node, words);
}

/// A struct, union or enumeration; only its name where it is not defined here.
pub(super) fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] = &["struct", "union", "enum"];
    let Some(body) = node.field("body") else { return w.slot(node.field("name")) };
    w.open(Kind::Class, node);
    w.modifiers(node, node.children().filter(|child| WORDS.contains(&child.kind())));
    w.slot(node.field("name"));
    match node.child_of_kind("base_class_clause") {
        Some(bases) => {
            w.open(Kind::Bases, bases);
            w.each(bases.named().filter(|base| !base.is("access_specifier")));
            w.close();
        }
        None => w.empty(Kind::Bases, node.field("name").map_or(node.start(), Concrete::end)),
    }
    w.lower(body);
    w.close();
}

fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("condition"));
    w.each(node.field("body").into_iter().flat_map(Concrete::named));
    w.close();
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let value = node.field("value");
    let values_end = value.map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), values_end);
    w.each(value);
    w.close();
    w.open_span(Kind::Block, Op::None, values_end, node.end());
    w.each(node.unlabeled());
    w.close();
    w.close();
}

fn member(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("->") { Op::Optional } else { Op::None };
    w.open_op(Kind::Member, op, node);
    w.slot(node.field("argument"));
    w.slot(node.field("field"));
    w.close();
}

/// `sizeof x` and `sizeof(T)` are calls.
fn size_of(w: &mut Writer<'_>, node: Concrete<'_>) {
    let of = node.field("type").or_else(|| node.field("value"));
    let Some(word) = node.children().next() else { return w.absent() };
    w.open(Kind::Call, node);
    w.leaf(Kind::Name, word);
    w.open_span(Kind::Args, Op::None, word.end(), node.end());
    w.each(of);
    w.close();
    w.close();
}

fn include(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Import, node);
    w.slot(node.field("path"));
    w.absent();
    w.absent();
    w.close();
}

/// What stands under a condition of the preprocessor, in all its branches.
fn conditional_text(w: &mut Writer<'_>, node: Concrete<'_>) {
    let head = |child: &Concrete<'_>| matches!(child.field_name(), "name" | "condition" | "value");
    for child in node.named().filter(|child| !head(child)) {
        match child.kind() {
            "declaration_list" => w.all(child),
            _ => w.lower(child),
        }
    }
}
