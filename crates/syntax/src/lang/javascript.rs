//! JavaScript with JSX. TypeScript reads by the same rows and adds its own.
//!
//! `export` before a declaration is one of its modifiers. A JSX element, closed by itself or not,
//! is one shape: name, attributes, children.

use super::typescript;
use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{Absent, All, Field, Kinds, Nth},
    },
    language::Variant,
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static JAVASCRIPT: Language = Language {
    id: "javascript",
    name: "JavaScript",
    aliases: &["js", "jsx", "node", "nodejs"],
    extensions: &["js", "jsx", "mjs", "cjs"],
    file_names: &["Jakefile"],
    shebangs: &["node", "nodejs"],
    line_comments: &["//"],
    dialect: &DIALECT,
    // Type annotations stand in many a file that is called JavaScript.
    variant: Some(Variant { dialect: &DIALECT_TYPED, hints: &[], only_hinted: false }),
    rows: &[ROWS, typescript::TYPES],
    scaffolds: SCAFFOLDS,
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: FILLS,
        statement_fill: 1,
        member_fill: 1,
        case_fill: 5,
        spread: true,
        typed: Typed::Annotation,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_javascript::LANGUAGE.into());
static DIALECT_TYPED: Dialect = Dialect::new(|| tree_sitter_typescript::LANGUAGE_TSX.into());

pub(super) const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon {
        line_comment: "//",
        block_comments: true,
        long_quotes: &["`"],
        regexes: true,
    },
    style: Style::Braces(Braces {
        class: "class _ {",
        function: "_() {",
        lambda: "function () {",
        pair: "_: function () {",
        end: ";",
    }),
    heads: &[
        ("else", "if (_) {}"),
        ("catch", "try {}"),
        ("finally", "try {}"),
        ("case", "switch (_) {"),
        ("default", "switch (_) {"),
    ],
    openers: &[
        (":", "_({"),
        ("case ", "switch (_) { case _:"),
        ("`", "`"),
        (") {", "class _ { _("),
        (",", "_("),
    ],
};

pub(super) const FRAMES: &[Frame] = &[
    Frame::clause("import", "", ""),
    Frame::clause("return", "", ""),
    Frame::clause("export", "", ""),
    Frame::clause("catch", "try {}", ""),
    Frame::clause("finally", "try {}", ""),
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("case", "switch (_) {", "\n}"),
    Frame::clause("default", "switch (_) {", "\n}"),
    Frame::expression("(", "\n)"),
    Frame::whole("", ""),
    Frame::whole("", " {}"),
    Frame::whole("class _ {", "\n}"),
    Frame::whole("class _ {", " {}\n}"),
    Frame::whole("async function _() {", "\n}"),
    Frame::part("", "\nclass _ {}", Kind::Annotation),
    Frame::part("function _(", ") {}", Kind::Param),
    Frame::part("_({", "})", Kind::Pair),
    Frame::whole("_ = <_ ", " />"),
];

pub(super) const FILLS: &[Fill] = &[
    Fill::Around("", ""),
    Fill::Around("", ";"),
    Fill::Around("", ";;"),
    Fill::Around("", ": ___"),
    Fill::Around("{", "}"),
    Fill::Around("case ", ":"),
    Fill::Around("{...", "}"),
    Fill::Around("\"", "\""),
];

pub(super) const ROWS: &[Row] = &[
    Row("identifier property_identifier private_property_identifier", Leaf(Kind::Name)),
    Row("shorthand_property_identifier shorthand_property_identifier_pattern", Leaf(Kind::Name)),
    Row("statement_identifier this super import meta_property", Leaf(Kind::Name)),
    Row("null undefined", Leaf(Kind::Null)),
    Row("true false", Leaf(Kind::Bool)),
    Row("number", Code(number)),
    Row("string template_string", String),
    Row("regex", Leaf(Kind::Regex)),
    Row("parenthesized_expression else_clause", One),
    // Expressions.
    Row("call_expression", Code(call)),
    Row("arguments", Node(Kind::Args, &[All])),
    Row("new_expression", Code(new)),
    Row("member_expression", Code(member)),
    Row("subscript_expression", Code(subscript)),
    Row("unary_expression update_expression", Oper(Kind::Unary, &[Field("argument")])),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row(
        "ternary_expression",
        Node(Kind::Conditional, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("await_expression", Node(Kind::Await, &[Nth(0)])),
    Row("yield_expression", Code(yielded)),
    Row("array array_pattern", Node(Kind::List, &[All])),
    Row("object object_pattern", Node(Kind::Dict, &[All])),
    Row("pair pair_pattern", Node(Kind::Pair, &[Field("key"), Field("value")])),
    Row("spread_element rest_pattern", Code(spread)),
    Row("sequence_expression", Node(Kind::Sequence, &[All])),
    Row(
        "assignment_expression assignment_pattern object_assignment_pattern",
        Oper(Kind::Assign, &[Field("left"), Field("right")]),
    ),
    Row("augmented_assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    // Statements.
    Row("statement_block class_body", Node(Kind::Block, &[All])),
    Row("expression_statement", Code(|w, n| w.expression_statement(n))),
    Row("empty_statement", Code(empty)),
    Row(
        "variable_declaration lexical_declaration using_declaration",
        Code(|w, n| declaration(w, n, n)),
    ),
    Row("variable_declarator", Code(|w, n| declarator(w, n, n, n))),
    Row(
        "if_statement",
        Node(Kind::If, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("while_statement", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_statement", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row("for_statement", Code(for_loop)),
    Row("for_in_statement", Code(for_in)),
    Row("switch_statement", Code(switch)),
    Row("switch_body", Flat),
    Row("switch_case switch_default", Code(case)),
    Row(
        "try_statement",
        Node(Kind::Try, &[Field("body"), Kinds("catch_clause"), Field("finalizer")]),
    ),
    Row("catch_clause", Node(Kind::Catch, &[Field("type"), Field("parameter"), Field("body")])),
    Row("finally_clause", Node(Kind::Finally, &[Field("body")])),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("throw_statement", Node(Kind::Throw, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[Field("label")])),
    Row("continue_statement", Node(Kind::Continue, &[Field("label")])),
    Row("import_statement", Code(import)),
    Row("export_statement", Code(export)),
    // Definitions.
    Row("function_declaration function_expression", Code(|w, n| function(w, n, n))),
    Row("generator_function generator_function_declaration", Code(|w, n| function(w, n, n))),
    Row("arrow_function method_definition", Code(|w, n| function(w, n, n))),
    Row("formal_parameters", Code(parameters)),
    Row("class class_declaration", Code(|w, n| class(w, n, n))),
    Row("class_heritage", Node(Kind::Bases, &[All])),
    Row("class_static_block", One),
    Row("field_definition", Code(field)),
    Row("decorator", Node(Kind::Annotation, &[Nth(0)])),
    // JSX.
    Row("jsx_element jsx_self_closing_element", Code(element)),
    Row("jsx_opening_element", Flat),
    Row("jsx_closing_element", Skip),
    Row("jsx_expression", Flat),
    Row("jsx_text", Code(text)),
    Row("html_character_reference", Leaf(Kind::StringText)),
    Row("jsx_namespace_name nested_identifier", Dotted),
    Row("namespace_import", Node(Kind::Import, &[Absent, Absent, Nth(0)])),
];

fn number(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let prefixed = text.starts_with("0x") || text.starts_with("0X");
    let float = !prefixed && text.contains(['.', 'e', 'E']);
    w.leaf(if float { Kind::Float } else { Kind::Int }, node);
}

fn optional(node: Concrete<'_>) -> Op {
    let marked = node.field("optional_chain").is_some() || node.has_token("?.");
    if marked { Op::Optional } else { Op::None }
}

/// A tagged template is a call with one argument. Type arguments are left out.
fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let arguments = node.field("arguments");
    w.open_op(Kind::Call, optional(node), node);
    w.slot(node.field("function"));
    match arguments {
        Some(template) if template.is("template_string") => w.wrap(Kind::Args, template, template),
        arguments => w.slot(arguments),
    }
    w.close();
}

fn new(w: &mut Writer<'_>, node: Concrete<'_>) {
    let constructor = node.field("constructor");
    w.open(Kind::New, node);
    match (constructor, node.field("type_arguments")) {
        (Some(constructor), Some(types)) => {
            w.open_over(Kind::Generic, constructor, types);
            w.lower(constructor);
            w.all(types);
            w.close();
        }
        (constructor, _) => w.slot(constructor),
    }
    match node.field("arguments") {
        Some(arguments) => w.lower(arguments),
        None => w.empty(Kind::Args, node.end()),
    }
    w.absent();
    w.close();
}

fn member(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Member, optional(node), node);
    w.slot(node.field("object"));
    w.slot(node.field("property"));
    w.close();
}

fn subscript(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Index, optional(node), node);
    w.slot(node.field("object"));
    w.slot(node.field("index"));
    w.close();
}

fn yielded(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("*") { Op::Spread } else { Op::None };
    w.open_op(Kind::Yield, op, node);
    w.slot(node.named().next());
    w.close();
}

fn spread(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Spread, Op::Spread, node);
    w.slot(node.named().next());
    w.close();
}

/// Nothing, which a slot has to say and a list has not.
fn empty(w: &mut Writer<'_>, node: Concrete<'_>) {
    if !node.field_name().is_empty() {
        w.absent();
    }
}

/// `whole` is the declaration with its `export`.
fn declaration(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    let declarators = node.named().filter(|child| child.is("variable_declarator"));
    w.in_sequence(whole, declarators, |w, item, span| declarator(w, item, node, span));
}

fn declarator(w: &mut Writer<'_>, item: Concrete<'_>, of: Concrete<'_>, span: Concrete<'_>) {
    let exported = span.children().filter(|child| is_export(child));
    let keywords = of.children().filter(|child| !child.is_named() && is_keyword(child.kind()));
    w.open(Kind::VarDef, span);
    w.modifiers(span, exported.chain(keywords));
    w.slot(item.field("type"));
    w.slot(item.field("name"));
    w.slot(item.field("value"));
    w.close();
}

fn is_keyword(token: &str) -> bool {
    matches!(token, "var" | "let" | "const" | "using" | "await")
}

fn is_export(child: &Concrete<'_>) -> bool {
    child.is("export") || child.is("default") || child.is("declare") || child.is("decorator")
}

fn for_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::For, node);
    for slot in ["initializer", "condition", "increment"] {
        w.slot(node.field(slot).filter(|part| !part.is("empty_statement")));
    }
    w.slot(node.field("body"));
    w.close();
}

/// `for (x in y)` has the operator `In`; `for (x of y)` has none.
fn for_in(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("in") { Op::In } else { Op::None };
    let keyword = node.children().find(|child| child.field_name() == "kind");
    let target = node.field("left");
    w.open_op(Kind::ForEach, op, node);
    match (keyword, target) {
        (Some(keyword), Some(target)) => {
            w.open_over(Kind::VarDef, keyword, target);
            w.modifiers(keyword, [keyword].into_iter());
            w.absent();
            w.lower(target);
            w.absent();
            w.close();
        }
        (_, target) => w.slot(target),
    }
    w.slot(node.field("right"));
    w.slot(node.field("body"));
    w.close();
}

fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("value"));
    w.each(node.field("body"));
    w.close();
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let value = node.field("value");
    let colon = node.children().find(|child| child.is(":")).unwrap_or(node);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), colon.start());
    w.each(value);
    w.close();
    w.open_span(Kind::Block, Op::None, colon.end(), node.end());
    w.each(node.named().filter(|child| Some(child.id) != value.map(|value| value.id)));
    w.close();
    w.close();
}

/// One `Import` for each name; a default import has no name but an alias, like a whole module.
fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let required = node.child_of_kind("import_require_clause");
    let source = node.field("source").or_else(|| required?.field("source"));
    let clause = node.child_of_kind("import_clause").or(required);
    let names: Vec<_> = clause.into_iter().flat_map(imported).collect();
    if names.is_empty() {
        return one_import(w, node, source, None);
    }
    w.in_sequence(node, names.into_iter(), |w, name, _| one_import(w, node, source, Some(name)));
}

fn imported(clause: Concrete<'_>) -> impl Iterator<Item = Concrete<'_>> {
    clause.named().filter(|child| child.field_name() != "source").flat_map(specifiers)
}

fn specifiers(child: Concrete<'_>) -> Vec<Concrete<'_>> {
    if child.is("named_imports") { child.named().collect() } else { vec![child] }
}

fn one_import(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    source: Option<Concrete<'_>>,
    name: Option<Concrete<'_>>,
) {
    w.open(Kind::Import, node);
    w.slot(source);
    match name {
        Some(ellipsis) if ellipsis.is_ellipsis() => {
            w.lower(ellipsis);
            w.absent();
        }
        Some(namespace) if namespace.is("namespace_import") => {
            w.slot_token(namespace.children().next());
            w.slot(namespace.named().next());
        }
        Some(specifier) if specifier.is("import_specifier") => {
            w.slot(specifier.field("name"));
            w.slot(specifier.field("alias"));
        }
        name => {
            w.absent();
            w.slot(name);
        }
    }
    w.close();
}

fn export(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("declaration") {
        Some(inner) if inner.hole().is_none() => declared(w, inner, node),
        _ => w.other(node),
    }
}

/// A declaration with what stands before it: `export`, `declare`, decorators.
pub(super) fn declared(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    match node.kind() {
        "variable_declaration" | "lexical_declaration" | "using_declaration" => {
            declaration(w, node, whole);
        }
        "class_declaration"
        | "abstract_class_declaration"
        | "interface_declaration"
        | "enum_declaration" => class(w, node, whole),
        "function_declaration" | "generator_function_declaration" | "function_signature" => {
            function(w, node, whole);
        }
        _ => w.other(whole),
    }
}

/// `whole` is the function with its `export`.
pub(super) fn function(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    w.open(Kind::Function, whole);
    prefixes(w, node, whole);
    function_slots(w, node);
}

/// A method with the decorators that stand before it.
pub(super) fn method(w: &mut Writer<'_>, node: Concrete<'_>, decorators: &[Concrete<'_>]) {
    w.open_over(Kind::Function, decorators.first().copied().unwrap_or(node), node);
    let first = decorators.first().copied().unwrap_or(node);
    w.modifiers(first, decorators.iter().copied().chain(node.children().filter(is_prefix)));
    function_slots(w, node);
}

/// What follows the modifiers of a function.
fn function_slots(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.field("name"));
    match (node.field("parameters"), node.field("parameter")) {
        (None, Some(parameter)) => {
            w.open(Kind::Params, parameter);
            param(w, parameter);
            w.close();
        }
        (Some(parameters), _) => w.lower(parameters),
        (None, None) => w.empty(Kind::Params, node.start()),
    }
    w.slot(node.field("return_type"));
    w.slot(node.field("body"));
    w.close();
}

/// The modifiers of a definition, its decorators and those of its `export`.
fn prefixes(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    let outer = whole.children().filter(|child| whole.id != node.id && is_export(child));
    let inner = node.children().filter(is_prefix);
    w.modifiers(whole, outer.chain(inner));
}

fn is_prefix(child: &Concrete<'_>) -> bool {
    const WORDS: &[&str] = &[
        "async",
        "static",
        "get",
        "set",
        "*",
        "static get",
        "abstract",
        "readonly",
        "declare",
        "accessor",
        "decorator",
        "accessibility_modifier",
        "override_modifier",
        "interface",
        "enum",
        "const",
    ];
    WORDS.contains(&child.kind())
}

pub(super) fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Params, node);
    node.named().for_each(|child| param(w, child));
    w.close();
}

/// A plain pattern, one with a default, or a parameter of TypeScript.
fn param(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.is_ellipsis() || node.is_error() {
        return w.lower(node);
    }
    let target = node.field("pattern").or_else(|| node.field("left"));
    let target = target.filter(|_| node.hole().is_none() && is_param(node)).unwrap_or(node);
    let rest = target.is("rest_pattern") && target.hole().is_none();
    w.open_op(Kind::Param, if rest { Op::Spread } else { Op::None }, node);
    w.modifiers(node, node.children().filter(|child| is_param(node) && is_prefix(child)));
    w.slot(node.field("type").filter(|_| is_param(node)));
    w.slot(if rest { target.named().next() } else { Some(target) });
    w.slot(node.field("value").or_else(|| node.field("right")).filter(|_| is_param(node)));
    w.close();
}

fn is_param(node: Concrete<'_>) -> bool {
    matches!(node.kind(), "required_parameter" | "optional_parameter" | "assignment_pattern")
}

/// `whole` is the class with its `export`.
pub(super) fn class(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    w.open(Kind::Class, whole);
    prefixes(w, node, whole);
    let name = node.field("name");
    w.slot(name);
    let heritage =
        node.named().find(|child| matches!(child.kind(), "class_heritage" | "extends_type_clause"));
    match heritage {
        Some(heritage) => w.lower(heritage),
        None => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    w.slot(node.field("body"));
    w.close();
}

/// A field of a class.
pub(super) fn field(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    w.modifiers(node, node.children().filter(is_prefix));
    w.slot(node.field("type"));
    w.slot(node.field("name").or_else(|| node.field("property")));
    w.slot(node.field("value"));
    w.close();
}

fn element(w: &mut Writer<'_>, node: Concrete<'_>) {
    let tag = node.field("open_tag").unwrap_or(node);
    w.open_other("jsx_element", node, node);
    w.slot(tag.field("name"));
    w.each(tag.fields("attribute"));
    if tag.id != node.id {
        w.each(node.named().filter(|child| child.id != tag.id));
    }
    w.close();
}

fn text(w: &mut Writer<'_>, node: Concrete<'_>) {
    if !node.text().trim().is_empty() {
        w.leaf(Kind::StringText, node);
    }
}
