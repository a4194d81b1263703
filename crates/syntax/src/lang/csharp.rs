//! C#.
//!
//! A namespace is a [`Kind::Package`] before its members. A primary constructor's parameters are
//! the first member of the class. Type parameters and constraints, the `when` of a `catch`, `?` of
//! a type, `!` after a value, and `ref` and `out` before an argument are left out. A property is a
//! variable, and each accessor with a body a function after it.

mod members;
mod values;

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{Absent, All, Field, Nth},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static CSHARP: Language = Language {
    id: "csharp",
    name: "C#",
    aliases: &["c#", "cs"],
    extensions: &["cs", "csx"],
    file_names: &[],
    shebangs: &["dotnet-script"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS, VALUES, DEFINITIONS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &["\"\"\"", "@\""],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "class _ {",
            function: "void _() {",
            lambda: "() => {",
            pair: "{",
            end: ";",
        }),
        heads: &[
            ("else", "if (_) {}"),
            ("catch", "try {}"),
            ("finally", "try {}"),
            ("case", "switch (_) {"),
            ("default", "switch (_) {"),
            ("get", "int _ {"),
            ("set", "int _ {"),
            ("where", "void _() "),
        ],
        openers: &[
            ("case ", "switch (_) { case _:"),
            ("=>", "_ = _ switch {"),
            ("{", "class _ { void _("),
            ("{", "class _ { void _() { try {} catch ("),
            ("=", "_ = new _ {"),
            ("\"", "_ = @\"\n"),
            (",", "_ = _("),
            (",", "enum _ {"),
        ],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", "();"),
            Fill::Around("", " ___"),
            Fill::Around("", " ___;"),
            Fill::Around("", "()"),
            Fill::Around("", "=___"),
            Fill::Around("case ", ":"),
            Fill::Around("\"", "\""),
            Fill::Around("", " ___ {}"),
        ],
        statement_fill: 1,
        member_fill: 3,
        case_fill: 6,
        spread: false,
        typed: Typed::Cast,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_c_sharp::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("catch", "try {}", ""),
    Frame::clause("finally", "try {}", ""),
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("case", "switch (_) {", "\n}"),
    Frame::clause("default", "switch (_) {", "\n}"),
    Frame::whole("", ";"),
    Frame::whole("", ""),
    Frame::part("", "\nclass _ {}", Kind::Annotation),
    Frame::expression("_ = ", ";"),
    Frame::whole("class _ {", "\n}"),
    Frame::whole("", " {}"),
    Frame::whole("class _ {", " {}\n}"),
    Frame::whole("class _ {", ";\n}"),
    Frame::part("void _(", ") {}", Kind::Param),
    Frame::part("_(", ");", Kind::Keyword),
    Frame::part("_", ";", Kind::Args),
];

/// Leaves, names and statements.
const ROWS: &[Row] = &[
    Row("identifier implicit_type predefined_type discard implicit_parameter", Leaf(Kind::Name)),
    Row("'this 'base", Leaf(Kind::Name)),
    Row("integer_literal", Leaf(Kind::Int)),
    Row("real_literal", Leaf(Kind::Float)),
    Row("boolean_literal", Leaf(Kind::Bool)),
    Row("null_literal", Leaf(Kind::Null)),
    Row("string_literal character_literal verbatim_string_literal", String),
    Row("raw_string_literal interpolated_string_expression", String),
    Row("qualified_name alias_qualified_name", Dotted),
    Row("generic_name", Node(Kind::Generic, &[All])),
    Row("type_argument_list parenthesized_expression parenthesized_pattern", Flat),
    Row("nullable_type ref_type scoped_type", Code(|w, n| w.slot(n.field("type")))),
    Row("array_type", Code(values::array_type)),
    Row("tuple_type", Node(Kind::Tuple, &[All])),
    Row("tuple_element", Code(|w, n| w.slot(n.field("type")))),
    // Statements.
    Row("compilation_unit global_statement", Flat),
    Row("block declaration_list enum_member_declaration_list", Node(Kind::Block, &[All])),
    Row("empty_statement", Code(empty)),
    Row("expression_statement", Code(|w, n| w.expression_statement(n))),
    Row("local_declaration_statement field_declaration", Code(members::variables)),
    Row("event_field_declaration", Code(members::variables)),
    Row("variable_declaration", Code(members::variables)),
    Row(
        "if_statement",
        Node(Kind::If, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("while_statement", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_statement", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row("for_statement", Code(for_loop)),
    Row("foreach_statement", Code(for_each)),
    Row("using_statement fixed_statement", Code(using_block)),
    Row("try_statement", Code(try_statement)),
    Row("catch_clause", Code(catch_clause)),
    Row("finally_clause", Node(Kind::Finally, &[Nth(0)])),
    Row("switch_statement", Code(switch)),
    Row("when_clause", Node(Kind::If, &[Nth(0), Absent, Absent])),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("throw_statement throw_expression", Node(Kind::Throw, &[Nth(0)])),
    Row("yield_statement", Node(Kind::Yield, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[Absent])),
    Row("continue_statement", Node(Kind::Continue, &[Absent])),
    Row("using_directive", Code(import)),
    Row("namespace_declaration", Code(namespace)),
    Row("file_scoped_namespace_declaration", Node(Kind::Package, &[Field("name")])),
    Row("preproc_if preproc_elif preproc_else", Code(preprocessor)),
];

/// Expressions and patterns.
const VALUES: &[Row] = &[
    Row("invocation_expression", Node(Kind::Call, &[Field("function"), Field("arguments")])),
    Row("argument_list attribute_argument_list", Node(Kind::Args, &[All])),
    Row("argument attribute_argument", Code(values::argument)),
    Row("bracketed_argument_list element_binding_expression", Flat),
    Row("object_creation_expression implicit_object_creation_expression", Code(values::new)),
    Row("array_creation_expression", Code(values::new_array)),
    Row("implicit_array_creation_expression", Code(|w, n| w.slot(n.named().last()))),
    Row("anonymous_object_creation_expression", Code(values::anonymous_object)),
    Row("initializer_expression collection_expression", Node(Kind::List, &[All])),
    Row("collection_element expression_element", One),
    Row("spread_element", Node(Kind::Spread, &[Nth(0)])),
    Row("with_initializer", Node(Kind::Pair, &[Nth(0), Nth(1)])),
    Row("member_access_expression", Code(values::member)),
    Row("conditional_access_expression", Code(values::conditional_access)),
    Row("member_binding_expression", Code(|w, n| w.slot(n.field("name")))),
    Row("element_access_expression", Node(Kind::Index, &[Field("expression"), Field("subscript")])),
    Row("prefix_unary_expression", Oper(Kind::Unary, &[Nth(0)])),
    Row("postfix_unary_expression", Code(values::postfix)),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("is_expression", Code(values::instance_of)),
    Row("is_pattern_expression", Code(values::instance_of)),
    Row("as_expression", Node(Kind::Cast, &[Field("right"), Field("left")])),
    Row("cast_expression", Node(Kind::Cast, &[Field("type"), Field("value")])),
    Row(
        "conditional_expression",
        Node(Kind::Conditional, &[Field("condition"), Field("consequence"), Field("alternative")]),
    ),
    Row("assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("await_expression", Node(Kind::Await, &[Nth(0)])),
    Row("checked_expression", One),
    Row("tuple_expression tuple_pattern", Node(Kind::Tuple, &[All])),
    Row("declaration_expression declaration_pattern", Code(values::declaration)),
    Row("var_pattern", Code(values::declaration)),
    Row("constant_pattern type_pattern", One),
    Row("lambda_expression anonymous_method_expression", Code(values::lambda)),
    Row("switch_expression", Code(values::switch)),
    Row("query_expression", Code(values::query)),
    Row("from_clause", Code(values::from_clause)),
    Row("where_clause", Node(Kind::If, &[Nth(0), Absent, Absent])),
    Row("let_clause", Node(Kind::Assign, &[Nth(0), Nth(1)])),
    Row("select_clause", One),
];

/// Definitions.
const DEFINITIONS: &[Row] = &[
    Row("class_declaration struct_declaration enum_declaration", Code(members::class)),
    Row("interface_declaration record_declaration", Code(members::class)),
    Row("base_list", Flat),
    Row("primary_constructor_base_type", Code(|w, n| w.slot(n.field("type")))),
    Row("enum_member_declaration", Code(members::enum_member)),
    Row("method_declaration local_function_statement", Code(members::method)),
    Row("constructor_declaration destructor_declaration", Code(members::method)),
    Row("delegate_declaration operator_declaration", Code(members::method)),
    Row("conversion_operator_declaration indexer_declaration", Code(members::method)),
    Row("arrow_expression_clause", One),
    Row("property_declaration event_declaration", Code(members::property)),
    Row("accessor_declaration", Code(members::accessor)),
    Row("parameter_list bracketed_parameter_list", Code(members::parameters)),
    Row("parameter", Code(members::parameter)),
    Row("type_parameter_list type_parameter_constraints_clause", Skip),
    Row("explicit_interface_specifier interpolation_start", Skip),
    Row("modifier", Leaf(Kind::Token)),
    Row("attribute_list global_attribute", Flat),
    Row("attribute_target_specifier", Skip),
    Row("attribute", Code(members::attribute)),
];

/// An empty statement in a slot leaves it empty.
fn empty(w: &mut Writer<'_>, node: Concrete<'_>) {
    if !node.field_name().is_empty() {
        w.absent();
    }
}

fn for_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::For, node);
    w.gather(Kind::Sequence, node.fields("initializer"));
    w.slot(node.field("condition"));
    w.gather(Kind::Sequence, node.fields("update"));
    w.slot(node.field("body"));
    w.close();
}

fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    match (node.field("type"), node.field("left")) {
        (Some(of_type), Some(name)) => {
            w.open_over(Kind::VarDef, of_type, name);
            w.empty(Kind::Modifiers, of_type.start());
            w.each([of_type, name]);
            w.absent();
            w.close();
        }
        (_, name) => w.slot(name),
    }
    w.slot(node.field("right"));
    w.slot(node.field("body"));
    w.close();
}

fn using_block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::With, node);
    let body = node.field("body").or_else(|| node.named().last());
    w.each(node.named().filter(|child| body.is_none_or(|body| body.id != child.id)));
    match body {
        Some(body) if body.is("block") || body.hole().is_some() => w.lower(body),
        Some(body) => w.wrap(Kind::Block, body, body),
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

fn try_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Try, node);
    w.slot(node.field("body"));
    w.each(node.named().filter(|child| child.is("catch_clause")));
    w.slot(node.child_of_kind("finally_clause"));
    w.close();
}

fn catch_clause(w: &mut Writer<'_>, node: Concrete<'_>) {
    let declared = node.child_of_kind("catch_declaration");
    w.open(Kind::Catch, node);
    w.slot(declared.and_then(|declared| declared.field("type")));
    w.slot(declared.and_then(|declared| declared.field("name")));
    w.slot(node.field("body"));
    w.close();
}

/// Labels without statements belong to the section that follows.
fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("value"));
    let mut labels = Vec::new();
    for section in node.field("body").into_iter().flat_map(Concrete::named) {
        if section.hole().is_some() || !section.is("switch_section") {
            w.lower(section);
            continue;
        }
        labels.push(section);
        if body_of(section).next().is_some() {
            case(w, &labels);
            labels.clear();
        }
    }
    if !labels.is_empty() {
        case(w, &labels);
    }
    w.close();
}

fn label_length(section: Concrete<'_>) -> usize {
    let guard = section.child_of_kind("when_clause").is_some();
    usize::from(!section.has_token("default")) + usize::from(guard)
}

fn body_of<'c>(section: Concrete<'c>) -> impl Iterator<Item = Concrete<'c>> + Clone {
    section.named().skip(label_length(section))
}

fn case(w: &mut Writer<'_>, sections: &[Concrete<'_>]) {
    let (Some(first), Some(last)) = (sections.first(), sections.last()) else { return };
    let values_end =
        last.named().take(label_length(*last)).last().map_or(last.start(), Concrete::end);
    w.open_over(Kind::Case, *first, *last);
    w.open_span(Kind::Tuple, Op::None, first.start(), values_end);
    for section in sections {
        w.each(section.named().take(label_length(*section)));
    }
    w.close();
    w.open_span(Kind::Block, Op::None, values_end, last.end());
    w.each(body_of(*last));
    w.close();
    w.close();
}

/// `using A;` brings in everything, `using B = A;` gives it a name.
fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let alias = node.field("name");
    w.open(Kind::Import, node);
    w.slot(node.named().find(|child| alias.is_none_or(|alias| alias.id != child.id)));
    match (alias, node.child_of_kind(";")) {
        (Some(_), _) => w.absent(),
        (None, Some(end)) => w.leaf(Kind::Token, end),
        (None, None) => w.empty(Kind::Token, node.end()),
    }
    w.slot(alias);
    w.close();
}

fn namespace(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Sequence, node);
    if let Some(name) = node.field("name") {
        w.wrap(Kind::Package, name, name);
    }
    w.each(node.field("body").into_iter().flat_map(Concrete::named));
    w.close();
}

/// All branches count.
fn preprocessor(w: &mut Writer<'_>, node: Concrete<'_>) {
    let condition = node.field("condition").map(|condition| condition.id);
    w.gather(Kind::Sequence, node.named().filter(|child| Some(child.id) != condition));
}
