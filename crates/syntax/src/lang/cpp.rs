//! C++: what it has beside C.
//!
//! Templates are left out, and what they are templates of stays. A namespace is a node of its own
//! with a block. `A::b` is a member.

use super::c;
use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Flat, Leaf, Node, One, Skip, String},
        Row,
        Slot::{All, Field, Nth},
    },
    lower::Writer,
    pattern::{Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static CPP: Language = Language {
    id: "cpp",
    name: "C++",
    aliases: &["c++"],
    extensions: &[
        "cpp", "cc", "cxx", "c++", "hpp", "hh", "hxx", "h++", "ipp", "tpp", "cu", "cuh", "ino",
    ],
    file_names: &[],
    shebangs: &[],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[c::ROWS, c::VALUES, ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "class _ {",
            function: "void _() {",
            lambda: "[]() {",
            pair: "_ = {",
            end: ";",
        }),
        heads: &[
            ("else", "void _() { if (_) {}"),
            ("catch", "void _() { try {}"),
            ("case", "void _() { switch (_) {"),
            ("default", "void _() { switch (_) {"),
            ("public", "class _ {"),
            ("private", "class _ {"),
            ("protected", "class _ {"),
        ],
        openers: c::OPENERS,
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: c::FILLS,
        statement_fill: 1,
        member_fill: 3,
        case_fill: 5,
        spread: false,
        typed: Typed::Declarator,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_cpp::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("catch", "try {}", ""),
    Frame::clause("case", "switch (_) {", "\n}"),
    Frame::clause("default", "switch (_) {", "\n}"),
    Frame::whole("", ""),
    Frame::whole("", ";"),
    // Few expressions may stand outside functions.
    Frame::whole("void _() {", ";\n}"),
    Frame::whole("void _() {", "\n}"),
    Frame::whole("class _ {", "\n};"),
    Frame::whole("", " {}"),
    Frame::part("void _(", ") {}", Kind::Param),
    Frame::part("_", ";", Kind::Args),
];

const ROWS: &[Row] = &[
    Row("namespace_identifier this auto destructor_name operator_name", Leaf(Kind::Name)),
    Row("placeholder_type_specifier decltype", Leaf(Kind::Name)),
    Row("raw_string_literal", String),
    Row("user_defined_literal condition_clause init_statement", Code(condition)),
    Row("qualified_identifier nested_namespace_specifier", Code(path)),
    Row("template_type template_function template_method", Code(generic)),
    Row("dependent_name dependent_type parameter_pack_expansion", One),
    Row("template_declaration", Code(template)),
    Row("declaration_list", Node(Kind::Block, &[All])),
    Row("class_specifier", Code(c::class)),
    Row("access_specifier", Skip),
    Row("new_expression", Code(new)),
    Row("delete_expression", Node(Kind::Delete, &[Nth(0)])),
    Row("lambda_expression", Code(lambda)),
    Row("try_statement", Code(try_statement)),
    Row("catch_clause", Code(catch)),
    Row("throw_statement", Node(Kind::Throw, &[Nth(0)])),
    Row("for_range_loop", Code(for_each)),
    Row("co_return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("co_yield_statement", Node(Kind::Yield, &[Nth(0)])),
    Row("co_await_expression", Node(Kind::Await, &[Field("argument")])),
    Row("static_assert_declaration", Node(Kind::Assert, &[Field("condition"), Field("message")])),
    Row("optional_parameter_declaration variadic_parameter_declaration", Code(c::parameter)),
    Row("field_initializer_list noexcept trailing_return_type ref_qualifier", Skip),
    Row("template_argument_list", Flat),
];

/// The value of a condition, or what it declares.
fn condition(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.field("value").or_else(|| node.named().next()));
}

/// `a::b::c`, which the grammar nests to the right.
fn path(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut names = Vec::new();
    let mut next = Some(node);
    while let Some(part) = next {
        next = None;
        match part.kind() {
            "qualified_identifier" | "nested_namespace_specifier" if part.hole().is_none() => {
                let last = part.named().last();
                names.extend(
                    part.named().filter(|name| Some(name.start()) != last.map(|l| l.start())),
                );
                next = last;
            }
            _ => names.push(part),
        }
    }
    w.dotted(names.iter().copied());
}

fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Generic, node);
    w.slot(node.field("name"));
    w.each(node.field("arguments").into_iter().flat_map(Concrete::named));
    w.close();
}

fn template(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.each(node.named().filter(|child| !child.is("template_parameter_list")).last());
}

fn new(w: &mut Writer<'_>, node: Concrete<'_>) {
    let arguments = node.field("arguments");
    w.open(Kind::New, node);
    w.slot(node.field("type"));
    match (arguments, node.field("declarator")) {
        (Some(list), _) if list.is("argument_list") => w.lower(list),
        (_, Some(length)) => w.wrap_all(Kind::Args, length),
        _ => w.empty(Kind::Args, node.end()),
    }
    // Where the object is put: `new (place) T`.
    w.slot(node.field("placement"));
    w.close();
}

fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameters = node.field("declarator").and_then(|header| header.field("parameters"));
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match parameters {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.field("body").map_or(node.end(), Concrete::start)),
    }
    w.absent();
    w.slot(node.field("body"));
    w.close();
}

fn try_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Try, node);
    w.slot(node.field("body"));
    w.each(node.named().filter(|child| child.is("catch_clause")));
    w.absent();
    w.close();
}

fn catch(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameter = node.field("parameters").and_then(|list| list.named().next());
    w.open(Kind::Catch, node);
    match parameter {
        Some(any) if any.hole().is_some() => {
            w.lower(any);
            w.absent();
        }
        _ => {
            w.slot(parameter.and_then(|one| one.field("type")));
            w.slot(parameter.and_then(|one| c::name(one.field("declarator"))));
        }
    }
    w.slot(node.field("body"));
    w.close();
}

fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    match (node.field("type"), node.field("declarator")) {
        (Some(first), Some(name)) => {
            w.open_span(Kind::VarDef, Op::None, first.start(), name.end());
            w.empty(Kind::Modifiers, first.start());
            w.lower(first);
            w.slot(c::name(Some(name)));
            w.absent();
            w.close();
        }
        (_, name) => w.slot(name),
    }
    w.slot(node.field("right"));
    w.slot(node.field("body"));
    w.close();
}
