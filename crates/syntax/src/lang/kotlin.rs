//! Kotlin.
//!
//! A primary constructor's parameters are the first member of the class. A lambda's body is a block
//! of statements. `if` and `when` are statements where they stand as such and values elsewhere.
//! Receivers of extensions, type parameters, labels, `!!`, `?` of a type and the arguments of a
//! superclass are left out; `a f b` is the call `f(a, b)`.

mod members;
mod values;

use crate::{
    Kind, Language,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{All, Field, Nth},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static KOTLIN: Language = Language {
    id: "kotlin",
    name: "Kotlin",
    aliases: &["kt"],
    extensions: &["kt", "kts", "ktm"],
    file_names: &[],
    shebangs: &["kotlin"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS, VALUES, DEFINITIONS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &["\"\"\""],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "class _ {",
            function: "fun _() {",
            lambda: "{",
            pair: "{",
            end: "\n",
        }),
        heads: &[
            ("else", "if (_) {}"),
            ("catch", "try {}"),
            ("finally", "try {}"),
            ("get", "class _ { val _: _"),
            ("set", "class _ { var _: _"),
        ],
        openers: &[("->", "when (_) {"), ("\"\"\"", "_ = \"\"\"\n"), (",", "_ = _(")],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            // The same for a statement, so that it is not taken for a parameter.
            Fill::Around("", ""),
            Fill::Around("", ": ___"),
            Fill::Around("val ", ""),
            Fill::Around("", " -> {}"),
            Fill::Around("\"", "\""),
            Fill::Around("", " = ___"),
            Fill::Around("val ", ": ___"),
        ],
        statement_fill: 1,
        member_fill: 3,
        case_fill: 4,
        spread: false,
        typed: Typed::Ascription,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_kotlin_ng::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("catch", "try {}", ""),
    Frame::clause("finally", "try {}", ""),
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("when", "", ""),
    Frame::clause("object", "", ""),
    Frame::clause("object", "_ = ", ""),
    Frame::clause("companion", "class _ {\n", "\n}"),
    Frame::clause("constructor", "class _ {\n", "\n}"),
    Frame::clause("init", "class _ {\n", "\n}"),
    Frame::whole("", ""),
    Frame::whole("class _ {\n", "\n}"),
    Frame::whole("", " {}"),
    Frame::whole("when (_) {\n", "\n}"),
    Frame::part("", "\nclass _ {}", Kind::Annotation),
    Frame::part("fun _(", ") {}", Kind::Param),
    Frame::part("_(", ")", Kind::Keyword),
    Frame::part("_", "", Kind::Args),
];

/// Leaves, names and statements.
const ROWS: &[Row] = &[
    Row("identifier", Code(values::name)),
    Row("this_expression super_expression", Code(values::this)),
    Row("number_literal", Leaf(Kind::Int)),
    Row("float_literal", Leaf(Kind::Float)),
    Row("string_literal multiline_string_literal", Code(values::string)),
    Row("character_literal", String),
    Row("qualified_identifier", Dotted),
    Row("parenthesized_expression parenthesized_type nullable_type type_projection", Code(last)),
    Row("user_type", Code(values::user_type)),
    Row("type_arguments", Flat),
    Row("type_parameters type_constraints type_modifiers variance_modifier", Skip),
    Row("label use_site_target", Skip),
    // Statements.
    Row("source_file", Code(|w, n| statements(w, n.named()))),
    Row("block", Code(block)),
    Row("for_statement", Code(for_each)),
    Row("while_statement", Code(while_loop)),
    Row("do_while_statement", Code(while_loop)),
    Row("if_expression", Code(values::conditional)),
    Row("when_expression", Code(values::when)),
    Row("when_entry", Code(values::when_entry)),
    Row("when_subject", Code(values::when_subject)),
    Row("type_test", One),
    Row("try_expression", Code(try_expression)),
    Row("catch_block", Code(catch_block)),
    Row("finally_block", Node(Kind::Finally, &[Nth(0)])),
    Row("return_expression", Code(return_value)),
    Row("throw_expression", Node(Kind::Throw, &[Nth(0)])),
    Row("assignment", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("package_header", Node(Kind::Package, &[Nth(0)])),
    Row("import", Code(import)),
];

/// Expressions.
const VALUES: &[Row] = &[
    Row("call_expression", Code(values::call)),
    Row("value_arguments", Node(Kind::Args, &[All])),
    Row("value_argument", Code(values::argument)),
    Row("annotated_lambda annotated_expression labeled_expression", Code(last)),
    Row("lambda_literal", Code(values::lambda)),
    Row("anonymous_function", Code(members::function)),
    Row("navigation_expression", Code(values::navigation)),
    Row("index_expression", Node(Kind::Index, &[All])),
    Row("unary_expression", Code(values::unary)),
    Row("binary_expression", Code(values::binary)),
    Row("in_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("is_expression", Code(values::instance_of)),
    Row("as_expression", Node(Kind::Cast, &[Field("right"), Field("left")])),
    Row("range_expression", Code(values::range)),
    Row("infix_expression", Code(values::infix)),
    Row("spread_expression", Node(Kind::Spread, &[Nth(0)])),
    Row("collection_literal", Node(Kind::List, &[All])),
    Row("object_literal", Code(values::object)),
];

/// Definitions.
const DEFINITIONS: &[Row] = &[
    Row("class_declaration object_declaration companion_object", Code(members::class)),
    Row("class_body enum_class_body", Node(Kind::Block, &[All])),
    Row("anonymous_initializer", One),
    Row("class_parameters function_value_parameters", Code(members::parameters)),
    Row("lambda_parameters", Code(members::parameters)),
    Row("class_parameter parameter", Code(members::parameter)),
    Row("delegation_specifiers", Flat),
    Row("delegation_specifier explicit_delegation", Code(members::base)),
    Row("function_declaration secondary_constructor getter setter", Code(members::function)),
    Row("function_body", One),
    Row("property_declaration", Code(members::property)),
    Row("property_delegate", One),
    Row("variable_declaration", Code(members::variable)),
    Row("multi_variable_declaration", Node(Kind::Tuple, &[All])),
    Row("modifiers", Code(|w, n| w.modifiers(n, n.named()))),
    Row("class_modifier member_modifier function_modifier", Leaf(Kind::Token)),
    Row("property_modifier visibility_modifier inheritance_modifier", Leaf(Kind::Token)),
    Row("parameter_modifier platform_modifier reification_modifier", Leaf(Kind::Token)),
    Row("annotation file_annotation", Code(members::annotation)),
    Row("constructor_invocation", Code(members::invocation)),
];

/// Only the last child counts.
fn last(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.named().last());
}

/// Statements in a row: expressions become statements.
fn statements<'c>(w: &mut Writer<'_>, nodes: impl Iterator<Item = Concrete<'c>>) {
    nodes.for_each(|node| statement(w, node));
}

/// A node that stands as a statement.
fn statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let kind = node.kind();
    let is_jump = kind == "identifier" && matches!(node.text(), "break" | "continue");
    let is_statement = matches!(kind, "when_expression" | "try_expression" | "return_expression")
        || kind == "throw_expression"
        || is_jump;
    let is_value = kind.ends_with("_expression")
        || kind.ends_with("_literal")
        || matches!(kind, "identifier" | "callable_reference" | "anonymous_function");
    if node.hole().is_some() || node.is_error() || is_statement || !is_value {
        w.lower(node);
    } else if kind == "if_expression" {
        w.lower_by(node, branch);
    } else if matches!(kind, "labeled_expression" | "annotated_expression") {
        let jump = node.child_of_kind("label").filter(|label| values::is_jump(*label));
        match (jump, node.named().last()) {
            (Some(_), _) => w.wrap(Kind::ExprStmt, node, node.named().last().unwrap_or(node)),
            (None, Some(labeled)) => w.lower_by(labeled, statement),
            (None, None) => {}
        }
    } else {
        w.wrap(Kind::ExprStmt, node, node);
    }
}

fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    statements(w, node.named());
    w.close();
}

/// A body, which need not be a block.
fn body(w: &mut Writer<'_>, node: Option<Concrete<'_>>) {
    match node {
        Some(node) => statement(w, node),
        None => w.absent(),
    }
}

/// An `if` that stands as a statement.
fn branch(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (then, otherwise) = values::branches(node);
    w.open(Kind::If, node);
    w.slot(node.field("condition"));
    body(w, then);
    body(w, otherwise);
    w.close();
}

fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut parts = node.named().filter(|part| !matches!(part.kind(), "label" | "annotation"));
    w.open(Kind::ForEach, node);
    w.slot(parts.next());
    w.slot(parts.next());
    body(w, parts.next());
    w.close();
}

fn while_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    let inside = node.unlabeled().filter(|part| !part.is("label")).last();
    let last = node.is("do_while_statement");
    w.open(if last { Kind::DoWhile } else { Kind::While }, node);
    if last {
        body(w, inside);
        w.slot(node.field("condition"));
    } else {
        w.slot(node.field("condition"));
        body(w, inside);
    }
    w.close();
}

fn try_expression(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Try, node);
    w.slot(node.named().next());
    w.each(node.named().filter(|child| child.is("catch_block")));
    w.slot(node.child_of_kind("finally_block"));
    w.close();
}

fn catch_block(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parts: Vec<_> = node.named().filter(|part| !part.is("annotation")).collect();
    w.open(Kind::Catch, node);
    match parts.as_slice() {
        [name, of_type, block] => w.each([*of_type, *name, *block]),
        [any, block] => {
            w.lower(*any);
            w.absent();
            w.lower(*block);
        }
        parts => w.each(parts.iter().copied()),
    }
    w.close();
}

fn return_value(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Return, node);
    w.slot(node.unlabeled().next());
    w.close();
}

/// `import a.B` takes the name `B` from `a`.
fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let path = node.named().next();
    let alias = node.named().nth(1);
    let names: Vec<_> = path.into_iter().flat_map(Concrete::named).collect();
    w.open(Kind::Import, node);
    match (names.split_last(), node.child_of_kind("*"), path) {
        (_, Some(all), Some(path)) => {
            w.lower(path);
            w.leaf(Kind::Token, all);
        }
        (Some((name, module)), None, Some(path)) if !module.is_empty() && path.hole().is_none() => {
            w.dotted(module.iter().copied());
            w.lower(*name);
        }
        (_, _, path) => {
            w.slot(path);
            w.absent();
        }
    }
    w.slot(alias);
    w.close();
}
