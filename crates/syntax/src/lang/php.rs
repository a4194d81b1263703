//! PHP, in files with its tags and in fragments without them.
//!
//! `echo`, `print`, `exit` and `include` are calls, and so is a command in backquotes. An array
//! literal with a key is a dictionary, any other a list. `@` before an expression is left out.

mod define;
mod string;

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{Absent, All, Field, Kind as OfKind, Kinds, Nth},
    },
    language::Variant,
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static PHP: Language = Language {
    id: "php",
    name: "PHP",
    aliases: &["php8", "php7"],
    extensions: &["php", "phtml", "php5", "php7", "inc", "tpl"],
    file_names: &[],
    shebangs: &["php"],
    line_comments: &["//", "#"],
    dialect: &DIALECT,
    variant: Some(Variant { dialect: &DIALECT_TAGGED, hints: &["<?", "?>"], only_hinted: true }),
    rows: &[ROWS, define::ROWS],
    scaffolds: SCAFFOLDS,
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: FILLS,
        statement_fill: 1,
        member_fill: 2,
        case_fill: 3,
        spread: true,
        typed: Typed::Cast,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_php::LANGUAGE_PHP_ONLY.into());
static DIALECT_TAGGED: Dialect = Dialect::new(|| tree_sitter_php::LANGUAGE_PHP.into());

const SCAFFOLDS: Scaffolds = Scaffolds {
    lexicon: Lexicon { line_comment: "//", block_comments: true, long_quotes: &[], regexes: false },
    style: Style::Braces(Braces {
        class: "class _ {",
        function: "function _() {",
        lambda: "function () {",
        pair: "'_' => function () {",
        end: ";",
    }),
    heads: &[
        ("else", "if (_) {}"),
        ("elseif", "if (_) {}"),
        ("catch", "try {}"),
        ("finally", "try {}"),
        ("case", "switch (_) {"),
        ("default", "switch (_) {"),
    ],
    openers: &[
        ("?>", "<?php "),
        ("=>", "$_ = ["),
        ("->", "$_"),
        (") {", "class _ { function _("),
        (",", "_("),
        ("\"", "\""),
    ],
};

const FRAMES: &[Frame] = &[
    Frame::clause("use", "", ""),
    Frame::clause("catch", "try {}", ""),
    Frame::clause("finally", "try {}", ""),
    Frame::clause("else", "if (_) {}", ""),
    Frame::clause("elseif", "if (_) {}", ""),
    Frame::clause("case", "switch (_) {", "\n}"),
    Frame::clause("default", "switch (_) {", "\n}"),
    Frame::whole("", "\n;"),
    Frame::whole("", ""),
    Frame::whole("", " {}"),
    Frame::whole("class _ {", "\n}"),
    Frame::whole("class _ {", ";\n}"),
    Frame::whole("class _ {", " {}\n}"),
    Frame::part("", "\nclass _ {}", Kind::Annotation),
    Frame::part("function _(", ") {}", Kind::Param),
    Frame::part("_([", "]);", Kind::Pair),
];

const FILLS: &[Fill] = &[
    Fill::Around("$", ""),
    Fill::Around("$", ";"),
    Fill::Around("const ", " = 1;"),
    Fill::Around("case ", ":"),
    Fill::Around("", ""),
    Fill::Around("", ";"),
    Fill::Around("{$", "}"),
    Fill::Digits,
];

const ROWS: &[Row] = &[
    Row("variable_name name relative_scope cast_type primitive_type", Leaf(Kind::Name)),
    Row("bottom_type", Leaf(Kind::Name)),
    Row("integer", Leaf(Kind::Int)),
    Row("float", Leaf(Kind::Float)),
    Row("boolean", Leaf(Kind::Bool)),
    Row("null", Leaf(Kind::Null)),
    Row("string", String),
    Row("encapsed_string heredoc nowdoc", Code(string::string)),
    Row("shell_command_expression", Code(string::command)),
    Row("php_tag php_end_tag text text_interpolation reference_modifier", Skip),
    Row("parenthesized_expression named_type by_ref error_suppression_expression", One),
    Row("else_clause", One),
    // Expressions.
    Row("function_call_expression", Node(Kind::Call, &[Field("function"), Field("arguments")])),
    Row(
        "member_call_expression nullsafe_member_call_expression scoped_call_expression",
        Code(method_call),
    ),
    Row("arguments", Node(Kind::Args, &[All])),
    Row("argument", Code(argument)),
    Row("variadic_unpacking", Code(spread)),
    Row("member_access_expression", Node(Kind::Member, &[Field("object"), Field("name")])),
    Row("nullsafe_member_access_expression", Code(optional_member)),
    Row("scoped_property_access_expression", Node(Kind::Member, &[Field("scope"), Field("name")])),
    Row("class_constant_access_expression", Node(Kind::Member, &[Nth(0), Nth(1)])),
    Row("subscript_expression", Node(Kind::Index, &[All])),
    Row("object_creation_expression", Code(define::new)),
    Row("cast_expression", Node(Kind::Cast, &[Field("type"), Field("value")])),
    Row("unary_op_expression", Code(unary)),
    Row("update_expression", Oper(Kind::Unary, &[Field("argument")])),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("conditional_expression", Code(conditional)),
    Row("assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("augmented_assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("reference_assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("array_creation_expression list_literal", Code(array)),
    Row("array_element_initializer", Code(element)),
    Row("pair", Node(Kind::Pair, &[Nth(0), Nth(1)])),
    Row("yield_expression", Node(Kind::Yield, &[Nth(0)])),
    Row("throw_expression", Node(Kind::Throw, &[Nth(0)])),
    Row("sequence_expression", Node(Kind::Sequence, &[All])),
    Row(
        "include_expression include_once_expression require_expression \
         require_once_expression print_intrinsic clone_expression",
        Code(word_call),
    ),
    Row("match_expression", Code(matching)),
    Row("match_conditional_expression match_default_expression", Code(match_arm)),
    // Statements.
    Row("compound_statement colon_block declaration_list", Node(Kind::Block, &[All])),
    Row("enum_declaration_list", Node(Kind::Block, &[All])),
    Row("expression_statement", Code(expression_statement)),
    Row("echo_statement exit_statement", Code(word_statement)),
    Row("unset_statement", Node(Kind::Delete, &[All])),
    Row("empty_statement", Code(empty)),
    Row("if_statement", Code(if_statement)),
    Row("while_statement", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_statement", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row("for_statement", Code(for_loop)),
    Row("foreach_statement", Code(foreach)),
    Row("switch_statement", Code(switch)),
    Row("case_statement default_statement", Code(case)),
    Row(
        "try_statement",
        Node(Kind::Try, &[Field("body"), Kinds("catch_clause"), OfKind("finally_clause")]),
    ),
    Row("catch_clause", Node(Kind::Catch, &[Field("type"), Field("name"), Field("body")])),
    Row("type_list", One),
    Row("finally_clause", Node(Kind::Finally, &[Field("body")])),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[Nth(0)])),
    Row("continue_statement", Node(Kind::Continue, &[Nth(0)])),
    Row("function_static_declaration", Code(define::statics)),
    Row(
        "static_variable_declaration",
        Node(Kind::VarDef, &[Absent, Absent, Field("name"), Field("value")]),
    ),
];

fn method_call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(arguments) = node.field("arguments") else { return w.other(node) };
    let object = node.field("object").or_else(|| node.field("scope"));
    let name = node.field("name");
    let op = if node.is("nullsafe_member_call_expression") { Op::Optional } else { Op::None };
    let end = name.map_or(arguments.start(), Concrete::end);
    w.open(Kind::Call, node);
    w.open_span(Kind::Member, op, node.start(), end);
    w.slot(object);
    w.slot(name);
    w.close();
    w.lower(arguments);
    w.close();
}

fn optional_member(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Member, Op::Optional, node);
    w.slot(node.field("object"));
    w.slot(node.field("name"));
    w.close();
}

fn argument(w: &mut Writer<'_>, node: Concrete<'_>) {
    let value = node.named().last();
    match node.field("name").filter(|name| Some(name.id) != value.map(|value| value.id)) {
        Some(name) => {
            w.open(Kind::Keyword, node);
            w.lower(name);
            w.slot(value);
            w.close();
        }
        None => w.each(value),
    }
}

fn spread(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Spread, Op::Spread, node);
    w.slot(node.named().next());
    w.close();
}

fn unary(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Unary, crate::lower::op_of(Kind::Unary, node), node);
    w.slot(node.named().last());
    w.close();
}

/// `a ?: b` is an `or` that gives its operand.
fn conditional(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("body") {
        Some(body) => {
            w.open(Kind::Conditional, node);
            w.slot(node.field("condition"));
            w.lower(body);
        }
        None => {
            w.open_op(Kind::Binary, Op::Or, node);
            w.slot(node.field("condition"));
        }
    }
    w.slot(node.field("alternative"));
    w.close();
}

fn array(w: &mut Writer<'_>, node: Concrete<'_>) {
    let keyed = node.has_token("=>") || node.named().any(|item| item.has_token("=>"));
    w.open(if keyed { Kind::Dict } else { Kind::List }, node);
    w.all(node);
    w.close();
}

fn element(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut parts = node.named();
    match (parts.next(), parts.next()) {
        (Some(key), Some(value)) => {
            w.open(Kind::Pair, node);
            w.lower(key);
            w.lower(value);
            w.close();
        }
        (only, _) => w.each(only),
    }
}

/// `include x`, `print x`: a word and its argument.
fn word_call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(word) = node.children().next() else { return w.other(node) };
    w.open(Kind::Call, node);
    w.leaf(Kind::Name, word);
    w.open_span(Kind::Args, Op::None, word.end(), node.end());
    for argument in node.named() {
        if argument.is("sequence_expression") && argument.hole().is_none() {
            w.all(argument);
        } else {
            w.lower(argument);
        }
    }
    w.close();
    w.close();
}

fn word_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ExprStmt, node);
    word_call(w, node);
    w.close();
}

/// What throws or assigns stands for itself; what stands in `<?= ... ?>` is printed.
fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let before = node.before().trim_end();
    match node.named().next() {
        Some(value) if before.ends_with("<?=") => {
            let end = u32::try_from(before.len()).unwrap_or(u32::MAX);
            let start = end.saturating_sub(3);
            w.open_span(Kind::ExprStmt, Op::None, start, node.end());
            w.open_span(Kind::Call, Op::None, start, node.end());
            w.leaf_span(Kind::Token, start, end);
            w.wrap(Kind::Args, value, value);
            w.close();
            w.close();
        }
        Some(thrown) if thrown.is("throw_expression") => w.lower(thrown),
        _ => w.expression_statement(node),
    }
}

/// Nothing, which a slot has to say and a list has not.
fn empty(w: &mut Writer<'_>, node: Concrete<'_>) {
    if !node.field_name().is_empty() {
        w.absent();
    }
}

/// The clauses nest.
fn if_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::If, node);
    w.slot(node.field("condition"));
    w.slot(node.field("body"));
    let mut open = 1;
    let mut last = false;
    for clause in node.fields("alternative") {
        if clause.is("else_if_clause") {
            w.open_span(Kind::If, Op::None, clause.start(), node.end());
            w.slot(clause.field("condition"));
            w.slot(clause.field("body"));
            open += 1;
        } else if !last {
            w.lower(clause);
            last = true;
        }
    }
    if !last {
        w.absent();
    }
    (0..open).for_each(|_| w.close());
}

fn for_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::For, node);
    for slot in ["initialize", "condition", "update"] {
        w.slot(node.field(slot));
    }
    w.gather(Kind::Block, node.fields("body"));
    w.close();
}

/// `foreach ($list as $key => $value)`: the target of one with keys is a tuple.
fn foreach(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut heads = node.unlabeled();
    let (iterable, target) = (heads.next(), heads.next());
    w.open(Kind::ForEach, node);
    match target {
        Some(pair) if pair.is("pair") && pair.hole().is_none() => w.wrap_all(Kind::Tuple, pair),
        target => w.slot(target),
    }
    w.slot(iterable);
    w.slot(node.field("body"));
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
    let mark = node.children().find(|child| child.is(":") || child.is(";")).unwrap_or(node);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), mark.start());
    w.each(value);
    w.close();
    w.open_span(Kind::Block, Op::None, mark.end(), node.end());
    w.each(node.named().filter(|child| child.start() >= mark.end()));
    w.close();
    w.close();
}

fn matching(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("condition"));
    w.each(node.field("body").into_iter().flat_map(Concrete::named));
    w.close();
}

fn match_arm(w: &mut Writer<'_>, node: Concrete<'_>) {
    let conditions = node.field("conditional_expressions");
    let Some(result) = node.field("return_expression") else { return w.other(node) };
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), conditions.map_or(node.start(), |c| c.end()));
    w.each(conditions.into_iter().flat_map(Concrete::named));
    w.close();
    w.open(Kind::Block, result);
    w.wrap(Kind::ExprStmt, result, result);
    w.close();
    w.close();
}
