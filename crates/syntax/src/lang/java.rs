//! Java.
//!
//! A record's components are the first member of its block. `throws`, type parameters, the array
//! brackets after a name and the outer object of `outer.new Inner()` are left out.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{Absent, All, Field, Kind as OfKind, Nth},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static JAVA: Language = Language {
    id: "java",
    name: "Java",
    aliases: &[],
    extensions: &["java"],
    file_names: &[],
    shebangs: &["java"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &["\"\"\""],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "class _ {",
            function: "void _() {",
            lambda: "() -> {",
            pair: "{",
            end: ";",
        }),
        heads: &[
            ("else", "if (_) {}"),
            ("catch", "try {}"),
            ("finally", "try {}"),
            ("case", "switch (_) {"),
            ("default", "switch (_) {"),
            ("throws", "void _()"),
            ("extends", "class _ "),
            ("implements", "class _ "),
        ],
        openers: &[
            ("case ", "switch (_) { case _:"),
            ("{", "class _ { void _("),
            ("{", "class _ { void _() { try {} catch ("),
            ("\"\"\"", "_ = \"\"\"\n"),
            (",", "_ = _("),
        ],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", ";"),
            Fill::Around("", " ___"),
            Fill::Around("", " ___;"),
            Fill::Around("", " ;;"),
            Fill::Around("", "=___"),
            Fill::Around("case ", ":"),
            Fill::Around("\"", "\""),
        ],
        statement_fill: 1,
        member_fill: 3,
        case_fill: 6,
        spread: true,
        typed: Typed::Cast,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_java::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("catch", "try {}", ""),
    Frame::clause("finally", "try {}", ""),
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("case", "switch (_) {", "\n}"),
    Frame::clause("default", "switch (_) {", "\n}"),
    // Alone, these would be read as constructors of such names.
    Frame::clause("try", "", " finally {}"),
    Frame::clause("try", "", ""),
    Frame::clause("super", "class _ { _() {", "; }\n}"),
    Frame::clause("super", "class _ { _() {", " }\n}"),
    Frame::clause("super", "_ = ", ";"),
    Frame::whole("", ";"),
    Frame::whole("", ""),
    Frame::whole("class _ {", "\n}"),
    Frame::whole("", " {}"),
    Frame::whole("class _ {", " {}\n}"),
    Frame::whole("class _ {", ";\n}"),
    Frame::part("", "\nclass _ {}", Kind::Annotation),
    Frame::part("void _(", ") {}", Kind::Param),
    Frame::whole("Object _ = (", ") _;"),
    Frame::part("_", ";", Kind::Args),
];

const ROWS: &[Row] = &[
    Row("identifier type_identifier this super underscore_pattern", Leaf(Kind::Name)),
    Row("void_type integral_type floating_point_type boolean_type", Leaf(Kind::Name)),
    Row("decimal_integer_literal hex_integer_literal octal_integer_literal", Leaf(Kind::Int)),
    Row("binary_integer_literal", Leaf(Kind::Int)),
    Row("decimal_floating_point_literal hex_floating_point_literal", Leaf(Kind::Float)),
    Row("true false", Leaf(Kind::Bool)),
    Row("null_literal", Leaf(Kind::Null)),
    Row("string_literal character_literal", String),
    Row("parenthesized_expression", One),
    Row("scoped_identifier scoped_type_identifier", Dotted),
    // Expressions.
    Row("method_invocation", Code(invocation)),
    Row("argument_list annotation_argument_list", Node(Kind::Args, &[All])),
    Row("element_value_pair", Node(Kind::Keyword, &[Field("key"), Field("value")])),
    Row("element_value_array_initializer array_initializer", Node(Kind::List, &[All])),
    Row(
        "object_creation_expression",
        Node(Kind::New, &[Field("type"), Field("arguments"), OfKind("class_body")]),
    ),
    Row("array_creation_expression", Code(new_array)),
    Row("dimensions_expr", One),
    Row("dimensions", Skip),
    Row("field_access", Dotted),
    Row("array_access", Node(Kind::Index, &[Field("array"), Field("index")])),
    Row("method_reference", Code(|w, n| ending_in_token(w, n, "new"))),
    Row("class_literal", Code(|w, n| ending_in_token(w, n, "class"))),
    Row("unary_expression", Oper(Kind::Unary, &[Field("operand")])),
    Row("update_expression", Oper(Kind::Unary, &[Nth(0)])),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("instanceof_expression", Code(instance_of)),
    Row(
        "ternary_expression",
        Node(Kind::Conditional, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("cast_expression", Node(Kind::Cast, &[Field("type"), Field("value")])),
    Row("lambda_expression", Code(lambda)),
    Row(
        "switch_expression",
        Node(Kind::Switch, &[Field("condition"), crate::grammar::Slot::Fields("body")]),
    ),
    Row("switch_block", Flat),
    Row("switch_block_statement_group", Code(case_group)),
    Row("switch_rule", Code(case_rule)),
    Row("guard", Node(Kind::If, &[Nth(0), Absent, Absent])),
    Row("pattern", One),
    Row("type_pattern record_pattern_component", Code(binding)),
    Row("generic_type", Code(generic)),
    Row("type_arguments type_list", Flat),
    Row("array_type", Code(array_type)),
    // Statements.
    Row("block constructor_body class_body interface_body", Node(Kind::Block, &[All])),
    Row("enum_body annotation_type_body", Node(Kind::Block, &[All])),
    Row("enum_body_declarations", Flat),
    Row("static_initializer", Code(initializer)),
    Row("expression_statement", Code(expression_statement)),
    Row("explicit_constructor_invocation", Code(constructor_call)),
    Row("local_variable_declaration field_declaration constant_declaration", Code(variables)),
    Row(
        "if_statement",
        Node(Kind::If, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("while_statement", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_statement", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row("for_statement", Code(for_loop)),
    Row("enhanced_for_statement", Code(for_each)),
    Row("try_statement", Code(try_statement)),
    Row("try_with_resources_statement", Code(try_with_resources)),
    Row("resource_specification", Flat),
    Row("resource", Code(resource)),
    Row("catch_clause", Code(catch_clause)),
    Row("catch_type", Code(catch_type)),
    Row("finally_clause", Node(Kind::Finally, &[Nth(0)])),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("throw_statement", Node(Kind::Throw, &[Nth(0)])),
    Row("yield_statement", Node(Kind::Yield, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[Nth(0)])),
    Row("continue_statement", Node(Kind::Continue, &[Nth(0)])),
    Row("assert_statement", Node(Kind::Assert, &[Nth(0), Nth(1)])),
    Row("import_declaration", Code(import)),
    Row("package_declaration", Code(package)),
    Row("asterisk", Leaf(Kind::Token)),
    // Definitions.
    Row("method_declaration constructor_declaration", Code(method)),
    Row("compact_constructor_declaration annotation_type_element_declaration", Code(method)),
    Row("formal_parameters inferred_parameters", Code(parameters)),
    Row("receiver_parameter type_parameters permits", Skip),
    Row("formal_parameter spread_parameter", Code(parameter)),
    Row("class_declaration interface_declaration enum_declaration", Code(class)),
    Row("record_declaration annotation_type_declaration", Code(class)),
    Row("superclass super_interfaces extends_interfaces", Flat),
    Row("modifiers", Code(modifiers)),
    Row("marker_annotation", Node(Kind::Annotation, &[Field("name")])),
    Row("annotation", Code(annotation)),
];

fn invocation(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    let object = node.field("object").into_iter();
    let super_of = node.unlabeled().filter(|child| child.is("super"));
    w.dotted(object.chain(super_of).chain(node.field("name")));
    w.slot(node.field("arguments"));
    w.close();
}

/// `new T[n]`, `new T[] {a}`: the type is an array's, the lengths are arguments.
fn new_array(w: &mut Writer<'_>, node: Concrete<'_>) {
    let lengths = node.named().filter(|child| child.is("dimensions_expr"));
    w.open(Kind::New, node);
    match node.field("type") {
        Some(element) => {
            w.open_other("array_type", element, element);
            w.lower(element);
            w.close();
        }
        None => w.absent(),
    }
    let start = node.field("type").map_or(node.start(), Concrete::end);
    w.open_span(Kind::Args, Op::None, start, lengths.clone().last().map_or(start, Concrete::end));
    w.each(lengths);
    w.close();
    w.slot(node.field("value"));
    w.close();
}

/// `T::new`, `T.class`: the last name is a keyword.
fn ending_in_token(w: &mut Writer<'_>, node: Concrete<'_>, keyword: &str) {
    let names = node.named().filter(|child| !child.is("type_arguments"));
    match node.children().find(|child| child.is(keyword)) {
        Some(token) => {
            w.open(Kind::Member, node);
            w.slot(names.clone().next());
            w.leaf(Kind::Name, token);
            w.close();
        }
        None => w.dotted(names),
    }
}

/// `x instanceof T t` declares `t`.
fn instance_of(w: &mut Writer<'_>, node: Concrete<'_>) {
    let kind = node.field("right").or_else(|| node.field("pattern"));
    w.open_op(Kind::Binary, Op::InstanceOf, node);
    w.slot(node.field("left"));
    match (kind, node.field("name")) {
        (Some(kind), Some(name)) => {
            w.open_over(Kind::VarDef, kind, name);
            w.empty(Kind::Modifiers, kind.start());
            w.each([kind, name]);
            w.absent();
            w.close();
        }
        (kind, _) => w.slot(kind),
    }
    w.close();
}

/// A type and a name in a pattern.
fn binding(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.named().count() < 2 {
        return w.one(node);
    }
    w.open(Kind::VarDef, node);
    w.empty(Kind::Modifiers, node.start());
    w.slot(node.named().next());
    w.slot(node.named().nth(1));
    w.absent();
    w.close();
}

fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match node.field("parameters") {
        Some(list) if list.kind().ends_with("_parameters") => w.lower(list),
        Some(name) => {
            w.open(Kind::Params, name);
            parameter(w, name);
            w.close();
        }
        None => w.empty(Kind::Params, node.start()),
    }
    w.absent();
    w.slot(node.field("body"));
    w.close();
}

/// `case a: case b: ...`.
fn case_group(w: &mut Writer<'_>, node: Concrete<'_>) {
    let is_label = |child: &Concrete<'_>| child.is("switch_label");
    let labels = node.named().filter(is_label);
    let body = node.named().filter(|child| !is_label(child));
    let values_end = labels.clone().last().map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    case_values(w, labels, node.start(), values_end);
    w.open_span(Kind::Block, Op::None, values_end, node.end());
    w.each(body);
    w.close();
    w.close();
}

/// `case a, b -> ...`.
fn case_rule(w: &mut Writer<'_>, node: Concrete<'_>) {
    let label = node.named().next();
    let values_end = label.map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    case_values(w, label.into_iter(), node.start(), values_end);
    match node.named().nth(1) {
        Some(block) if block.is("block") => w.lower(block),
        Some(body) => w.wrap(Kind::Block, body, body),
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

fn case_values<'c>(
    w: &mut Writer<'_>,
    labels: impl Iterator<Item = Concrete<'c>>,
    start: u32,
    end: u32,
) {
    w.open_span(Kind::Tuple, Op::None, start, end);
    for label in labels {
        w.all(label);
    }
    w.close();
}

fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Generic, node);
    w.all(node);
    w.close();
}

fn array_type(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    w.slot(node.field("element"));
    w.close();
}

/// A `switch` is a statement even where a semicolon follows.
fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.named().next() {
        Some(switch) if switch.is("switch_expression") => w.lower(switch),
        _ => w.expression_statement(node),
    }
}

/// `this(x)` and `super(x)` in a constructor.
fn constructor_call(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ExprStmt, node);
    w.open(Kind::Call, node);
    w.dotted(node.field("object").into_iter().chain(node.field("constructor")));
    w.slot(node.field("arguments"));
    w.close();
    w.close();
}

/// Local variables and fields.
fn variables(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.in_sequence(node, node.fields("declarator"), |w, item, span| {
        variable(w, node, item, span);
    });
}

/// The variable that `item` names, of the type that `of` gives.
fn variable(w: &mut Writer<'_>, of: Concrete<'_>, item: Concrete<'_>, span: Concrete<'_>) {
    w.open(Kind::VarDef, span);
    modifiers_of(w, of);
    w.slot(of.field("type"));
    w.slot(item.field("name"));
    w.slot(item.field("value"));
    w.close();
}

fn for_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::For, node);
    w.gather(Kind::Sequence, node.fields("init"));
    w.slot(node.field("condition"));
    w.gather(Kind::Sequence, node.fields("update"));
    w.slot(node.field("body"));
    w.close();
}

fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    let first = node.child_of_kind("modifiers").or_else(|| node.field("type"));
    w.open(Kind::ForEach, node);
    match (first, node.field("name")) {
        (Some(first), Some(name)) => {
            w.open_over(Kind::VarDef, first, name);
            modifiers_of(w, node);
            w.slot(node.field("type"));
            w.lower(name);
            w.absent();
            w.close();
        }
        (_, name) => w.slot(name),
    }
    w.slot(node.field("value"));
    w.slot(node.field("body"));
    w.close();
}

fn try_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Try, node);
    try_parts(w, node);
    w.close();
}

fn try_parts(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.field("body"));
    w.each(node.named().filter(|child| child.is("catch_clause")));
    w.slot(node.child_of_kind("finally_clause"));
}

/// The resources are a `With` around the `Try`, if there is anything to catch.
fn try_with_resources(w: &mut Writer<'_>, node: Concrete<'_>) {
    let start = node.field("body").map_or(node.start(), Concrete::start);
    let handled = node.named().any(|child| child.kind().ends_with("_clause"));
    w.open(Kind::With, node);
    w.each(node.field("resources"));
    if handled {
        w.open_span(Kind::Block, Op::None, start, node.end());
        w.open_span(Kind::Try, Op::None, start, node.end());
        try_parts(w, node);
        w.close();
        w.close();
    } else {
        w.slot(node.field("body"));
    }
    w.close();
}

fn resource(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.field("name").is_some() { variable(w, node, node, node) } else { w.one(node) }
}

fn catch_clause(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameter = node.child_of_kind("catch_formal_parameter");
    w.open(Kind::Catch, node);
    match parameter {
        Some(any) if any.hole().is_some() => {
            w.lower(any);
            w.absent();
        }
        _ => {
            w.slot(parameter.and_then(|one| one.child_of_kind("catch_type")));
            w.slot(parameter.and_then(|one| one.field("name")));
        }
    }
    w.slot(node.field("body"));
    w.close();
}

fn catch_type(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.gather(Kind::Tuple, node.named());
}

/// `import a.B` takes the name `B` from the module `a`.
fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let path = node.named().next();
    let wildcard = node.child_of_kind("asterisk");
    let scoped = path.filter(|path| path.is("scoped_identifier") && path.hole().is_none());
    w.open(Kind::Import, node);
    match (scoped, wildcard) {
        (Some(scoped), None) => {
            w.slot(scoped.field("scope"));
            w.slot(scoped.field("name"));
        }
        _ => {
            w.slot(path);
            w.slot(wildcard);
        }
    }
    w.absent();
    w.close();
}

fn package(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Package, node);
    w.slot(node.named().last());
    w.close();
}

fn method(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    modifiers_of(w, node);
    w.slot(node.field("name"));
    match node.field("parameters") {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.field("name").map_or(node.start(), Concrete::end)),
    }
    w.slot(node.field("type"));
    w.slot(node.field("body"));
    w.close();
}

fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Params, node);
    node.named().for_each(|child| parameter(w, child));
    w.close();
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.is_ellipsis() || node.is_error() || node.is("receiver_parameter") {
        return w.lower(node);
    }
    let rest = node.is("spread_parameter");
    let typed = node.hole().is_none() && (rest || node.is("formal_parameter"));
    let declarator = node.child_of_kind("variable_declarator").unwrap_or(node);
    let kind = node.field("type").or_else(|| {
        node.unlabeled()
            .find(|child| rest && !matches!(child.kind(), "modifiers" | "variable_declarator"))
    });
    w.open_op(Kind::Param, if rest { Op::Spread } else { Op::None }, node);
    modifiers_of(w, node);
    w.slot(kind.filter(|_| typed));
    w.slot(if typed { declarator.field("name") } else { Some(node) });
    w.absent();
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name");
    let bases = node.named().filter(|child| {
        matches!(child.kind(), "superclass" | "super_interfaces" | "extends_interfaces")
    });
    w.open(Kind::Class, node);
    modifiers_of(w, node);
    w.slot(name);
    match (bases.clone().next(), bases.clone().last()) {
        (Some(first), Some(last)) => {
            w.open_over(Kind::Bases, first, last);
            w.each(bases);
            w.close();
        }
        _ => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    match (node.field("parameters"), node.field("body")) {
        (Some(components), Some(body)) => {
            w.open_over(Kind::Block, components, body);
            w.lower(components);
            w.all(body);
            w.close();
        }
        (_, body) => w.slot(body),
    }
    w.close();
}

/// A definition's `modifiers`, and the word that tells an interface from a class.
fn modifiers_of(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] = &["interface", "enum", "record", "@interface"];
    let own = node.child_of_kind("modifiers").into_iter().flat_map(Concrete::children);
    let word = node.children().filter(|child| !child.is_named() && WORDS.contains(&child.kind()));
    w.modifiers(node, own.chain(word));
}

fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.modifiers(node, node.children());
}

fn annotation(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Annotation, node);
    match (node.field("name"), node.field("arguments")) {
        (Some(name), Some(arguments)) => {
            w.open_over(Kind::Call, name, arguments);
            w.each([name, arguments]);
            w.close();
        }
        (name, _) => w.slot(name),
    }
    w.close();
}

/// `static { ... }`, whose word is a part of the block.
fn initializer(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    w.each(node.named().flat_map(Concrete::named));
    w.close();
}
