//! Swift.
//!
//! Structures, enumerations, protocols and extensions are classes with their word as a modifier. A
//! lambda after the brackets is the last argument. `guard c else { }` is an `if` over `!c`, so that
//! what follows is guarded. `try` and `!` after a value are left out; type parameters, constraints
//! and accessors too.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{self, Code, Dotted, Leaf, Node, One, Op as Oper, Skip},
        Row,
        Slot::{All, Field, Fields, Nth},
    },
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static SWIFT: Language = Language {
    id: "swift",
    name: "Swift",
    aliases: &[],
    extensions: &["swift"],
    file_names: &[],
    shebangs: &["swift"],
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
            function: "func _() {",
            lambda: "{",
            pair: "{",
            end: "\n",
        }),
        heads: &[
            ("else", "if _ {}"),
            ("catch", "do {}"),
            ("case", "switch _ {"),
            ("default", "switch _ {"),
        ],
        openers: &[("case", "switch _ {"), ("\"\"\"", "_ = \"\"\"\n"), (",", "_ = _(")],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", " : ___"),
            Fill::Around("case ", ": ___"),
            Fill::Around("let ", ""),
            Fill::Around("\"", "\""),
        ],
        statement_fill: 0,
        member_fill: 3,
        case_fill: 2,
        spread: false,
        typed: Typed::Ascription,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_swift::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("catch", "do {}", ""),
    Frame::clause("else", "if _ {}", ""),
    Frame::clause("case", "switch _ {\n", "\n}"),
    Frame::clause("init", "class _ {\n", "\n}"),
    Frame::whole("", ""),
    Frame::whole("class _ {\n", "\n}"),
    Frame::whole("", " {}"),
    Frame::part("", "\nclass _ {}", Kind::Annotation),
    Frame::part("func _(", ") {}", Kind::Param),
    Frame::part("_(", ")", Kind::Keyword),
];

/// Leaves, types and statements.
const ROWS: &[Row] = &[
    Row("simple_identifier type_identifier wildcard_pattern", Leaf(Kind::Name)),
    Row("self_expression super_expression", Leaf(Kind::Name)),
    Row("integer_literal hex_literal oct_literal bin_literal", Leaf(Kind::Int)),
    Row("real_literal", Leaf(Kind::Float)),
    Row("boolean_literal", Leaf(Kind::Bool)),
    Row("nil_literal 'nil", Leaf(Kind::Null)),
    Row("regex_literal", Leaf(Kind::Regex)),
    Row("line_string_literal multi_line_string_literal raw_string_literal", Code(string)),
    Row("identifier", Dotted),
    Row("user_type", Code(user_type)),
    Row("type_arguments", Node(Kind::List, &[All])),
    Row("optional_type", One),
    Row("type_annotation", Code(|w, n| w.slot(n.named().last()))),
    Row("type_parameters type_constraints comment multiline_comment throws", Skip),
    Row("throws_clause where_clause shebang_line statement_label", Skip),
    // Statements.
    Row("source_file", Code(|w, n| statements(w, n.named()))),
    Row("statements", Code(block)),
    Row("function_body", Code(braces)),
    Row("if_statement", Code(branch)),
    Row("guard_statement", Code(guard)),
    Row("while_statement", Code(while_loop)),
    Row("repeat_while_statement", Code(while_loop)),
    Row("for_statement", Code(for_each)),
    Row("switch_statement", Code(switch)),
    Row("switch_entry", Code(case)),
    Row("switch_pattern", One),
    Row("pattern", Code(pattern)),
    Row("do_statement", Code(do_statement)),
    Row("catch_block", Code(catch)),
    Row("control_transfer_statement", Code(transfer)),
    Row("import_declaration", Code(import)),
    Row("assignment", Code(assignment)),
    Row("directly_assignable_expression", One),
];

const BINARY: How = Oper(Kind::Binary, &[Field("lhs"), Field("rhs")]);

/// Expressions.
const VALUES: &[Row] = &[
    Row("call_expression", Code(call)),
    Row("constructor_expression", Code(call)),
    Row("value_arguments", Node(Kind::Args, &[All])),
    Row("value_argument interpolated_expression", Code(argument)),
    Row("value_argument_label", One),
    Row("navigation_expression", Code(navigation)),
    Row("navigation_suffix", Code(|w, n| w.slot(n.field("suffix")))),
    Row("lambda_literal", Code(lambda)),
    Row("prefix_expression", Code(prefix)),
    Row("postfix_expression", Code(|w, n| w.slot(n.field("target")))),
    Row("try_expression", Code(|w, n| w.slot(n.field("expr")))),
    Row("await_expression", Node(Kind::Await, &[Nth(0)])),
    Row("additive_expression multiplicative_expression bitwise_operation", BINARY),
    Row("comparison_expression equality_expression conjunction_expression", BINARY),
    Row("disjunction_expression infix_expression", BINARY),
    Row("nil_coalescing_expression", Code(coalesce)),
    Row("range_expression", Code(range)),
    Row("ternary_expression", Code(conditional)),
    Row("as_expression", Code(cast)),
    Row("check_expression", Code(is_of)),
    Row("tuple_expression", Code(tuple)),
    Row("array_literal", Node(Kind::List, &[Fields("element")])),
    Row("dictionary_literal", Code(dictionary)),
];

/// Definitions.
const DEFINITIONS: &[Row] = &[
    Row("class_declaration protocol_declaration", Code(class)),
    Row("class_body enum_class_body protocol_body", Node(Kind::Block, &[All])),
    Row("inheritance_specifier", Code(|w, n| w.slot(n.field("inherits_from")))),
    Row("function_declaration init_declaration deinit_declaration", Code(function)),
    Row("protocol_function_declaration", Code(function)),
    Row("lambda_parameter parameter", Code(|w, n| parameter(w, n, None))),
    Row("property_declaration", Code(property)),
    Row("computed_property", Code(computed)),
    Row("modifiers", Code(|w, n| w.modifiers(n, n.named()))),
    Row("attribute", Code(attribute)),
    Row("member_modifier mutation_modifier visibility_modifier", Leaf(Kind::Token)),
    Row("function_modifier property_modifier inheritance_modifier", Leaf(Kind::Token)),
    Row("ownership_modifier parameter_modifier", Leaf(Kind::Token)),
    Row("property_behavior_modifier", Leaf(Kind::Token)),
];

fn string(w: &mut Writer<'_>, node: Concrete<'_>) {
    let text = node.text();
    let inside = match text {
        text if text.starts_with('#') => return w.other(node),
        text if text.starts_with("\"\"\"") => node.inside("\"\"\""),
        _ => node.inside("\""),
    };
    let (mut at, end) = (inside.start, inside.end);
    let up_to = |at: u32| text.get(..at.saturating_sub(node.start()) as usize).unwrap_or("");
    let from = |at: u32| text.get(at.saturating_sub(node.start()) as usize..).unwrap_or("");
    w.open(Kind::String, node);
    for value in node.fields("interpolation") {
        let mark = if up_to(value.start()).ends_with("\\(") { 2 } else { 0 };
        w.string_text(node, at, value.start().saturating_sub(mark).max(at));
        w.open(Kind::Interpolation, value);
        w.lower(value);
        w.close();
        at = value.end() + u32::from(from(value.end()).starts_with(')'));
    }
    w.string_text(node, at, end.max(at));
    w.close();
}

/// `a.B<T>`
fn user_type(w: &mut Writer<'_>, node: Concrete<'_>) {
    let names = node.named().filter(|part| !part.is("type_arguments"));
    match node.child_of_kind("type_arguments") {
        Some(arguments) => {
            w.open(Kind::Generic, node);
            w.dotted(names);
            w.each(arguments.named());
            w.close();
        }
        None => w.dotted(names),
    }
}

/// Statements in a row: expressions become statements.
fn statements<'c>(w: &mut Writer<'_>, nodes: impl Iterator<Item = Concrete<'c>>) {
    for node in nodes {
        let is_value = ["_expression", "_literal", "_operation", "identifier"]
            .iter()
            .any(|end| node.kind().ends_with(end));
        match node.kind() {
            "statements" => statements(w, node.named()),
            _ if is_value && node.hole().is_none() => w.wrap(Kind::ExprStmt, node, node),
            _ => w.lower(node),
        }
    }
}

fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    statements(w, node.named());
    w.close();
}

/// A block that need not hold anything.
fn braces(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    statements(w, node.child_of_kind("statements").into_iter());
    w.close();
}

/// The block after the `nth` brace, which the grammar leaves out when it is empty.
fn block_after(w: &mut Writer<'_>, node: Concrete<'_>, nth: usize) {
    let mut braces = node.children().enumerate().filter(|(_, part)| part.is("{")).skip(nth);
    match braces.next() {
        Some((at, brace)) => match node.children().nth(at + 1).filter(|part| part.is("statements"))
        {
            Some(inside) => block(w, inside),
            None => w.empty(Kind::Block, brace.end()),
        },
        None => w.absent(),
    }
}

/// The conditions joined by `and`; `let x = y` is an assignment.
fn conditions(w: &mut Writer<'_>, node: Concrete<'_>) {
    let groups = condition_groups(node);
    let Some((first, rest)) = groups.split_first() else { return w.absent() };
    for last in rest.iter().rev() {
        if let (Some(from), Some(to)) = (first.first(), last.last()) {
            w.open_span(Kind::Binary, Op::And, from.start(), to.end());
        }
    }
    condition(w, first);
    for group in rest {
        condition(w, group);
        w.close();
    }
}

/// The parts of each condition, told apart by commas.
fn condition_groups(node: Concrete<'_>) -> Vec<Vec<Concrete<'_>>> {
    let mut groups = vec![Vec::new()];
    let parts = node.children().skip(1).take_while(|part| !matches!(part.kind(), "{" | "else"));
    for part in parts {
        match groups.last_mut() {
            _ if part.is(",") => groups.push(Vec::new()),
            Some(group) if part.is_named() => group.push(part),
            _ => {}
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn condition(w: &mut Writer<'_>, parts: &[Concrete<'_>]) {
    match parts {
        [only] => w.lower(*only),
        [binding, .., value] if binding.is("value_binding_pattern") => {
            let name = parts.get(1).filter(|name| name.id != value.id);
            w.open_over(Kind::VarDef, *binding, *value);
            w.modifiers(*binding, binding.children());
            w.slot(parts.iter().copied().find(|part| part.is("type_annotation")));
            w.slot(name.copied().or(Some(*value)));
            w.lower(*value);
            w.close();
        }
        [first, .., last] => {
            w.open_other("condition", *first, *last);
            w.each(parts.iter().copied());
            w.close();
        }
        [] => w.absent(),
    }
}

fn branch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::If, node);
    conditions(w, node);
    block_after(w, node, 0);
    match node.named().find(|part| part.is("if_statement")) {
        Some(nested) => w.lower(nested),
        None => block_after(w, node, 1),
    }
    w.close();
}

fn guard(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::If, node);
    let groups = condition_groups(node);
    let span = groups.iter().flatten().fold(None, |span: Option<(u32, u32)>, part| {
        Some((span.map_or(part.start(), |span| span.0), part.end()))
    });
    let (start, end) = span.unwrap_or((node.start(), node.start()));
    w.open_span(Kind::Unary, Op::Not, start, end);
    conditions(w, node);
    w.close();
    block_after(w, node, 0);
    w.absent();
    w.close();
}

fn while_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.is("repeat_while_statement") {
        w.open(Kind::DoWhile, node);
        block_after(w, node, 0);
        w.slot(node.field("condition"));
    } else {
        w.open(Kind::While, node);
        conditions(w, node);
        block_after(w, node, 0);
    }
    w.close();
}

fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    w.slot(node.field("item"));
    w.slot(node.field("collection"));
    block_after(w, node, 0);
    w.close();
}

fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("expr"));
    w.each(node.named().filter(|part| part.is("switch_entry")));
    w.close();
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let patterns = || node.named().filter(|part| part.is("switch_pattern"));
    let start = patterns().next().map_or(node.start(), Concrete::start);
    let end = patterns().last().map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, start, end);
    w.each(patterns());
    w.close();
    match node.child_of_kind("statements") {
        Some(inside) => block(w, inside),
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

/// `.a(let b)` is the call `.a(b)`.
fn pattern(w: &mut Writer<'_>, node: Concrete<'_>) {
    if let Some(name) = node.field("bound_identifier") {
        return w.lower(name);
    }
    let parts: Vec<_> = node.named().filter(|part| !part.is("value_binding_pattern")).collect();
    match parts.as_slice() {
        [only] => w.lower(*only),
        [name, tuple] if name.is("simple_identifier") => {
            w.open(Kind::Call, node);
            w.open_over(Kind::Member, *name, *name);
            w.absent();
            w.lower(*name);
            w.close();
            w.open(Kind::Args, *tuple);
            arguments_of_pattern(w, *tuple);
            w.close();
            w.close();
        }
        _ => w.other(node),
    }
}

/// Labels stand as tokens between the parts of a tuple in a pattern.
fn arguments_of_pattern(w: &mut Writer<'_>, tuple: Concrete<'_>) {
    let mut label = None;
    for part in tuple.children() {
        match part.kind() {
            "simple_identifier" => label = Some(part),
            "," | "(" | ")" | ":" | "value_binding_pattern" => {}
            _ => match label.take() {
                Some(name) => {
                    w.open_over(Kind::Keyword, name, part);
                    w.each([name, part]);
                    w.close();
                }
                None => w.lower(part),
            },
        }
    }
    w.each(label);
}

fn do_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut clauses = node.named().filter(|part| part.is("catch_block")).peekable();
    if clauses.peek().is_none() {
        return block_after(w, node, 0);
    }
    w.open(Kind::Try, node);
    block_after(w, node, 0);
    w.each(clauses);
    w.absent();
    w.close();
}

fn catch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Catch, node);
    w.absent();
    w.slot(node.field("error"));
    block_after(w, node, 0);
    w.close();
}

fn transfer(w: &mut Writer<'_>, node: Concrete<'_>) {
    let word = node.children().next().map_or("", Concrete::text);
    let kind = match word {
        "return" => Kind::Return,
        "throw" => Kind::Throw,
        "break" => Kind::Break,
        "continue" => Kind::Continue,
        _ => return w.other(node),
    };
    w.open(kind, node);
    w.slot(node.field("result").or_else(|| node.named().find(|part| !part.is("throw_keyword"))));
    w.close();
}

fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Import, node);
    w.slot(node.named().find(|part| !part.is("modifiers")));
    w.absent();
    w.absent();
    w.close();
}

fn assignment(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Assign, crate::lower::op_of(Kind::Assign, node), node);
    w.slot(node.field("target"));
    w.slot(node.field("result"));
    w.close();
}

/// `f(a) { b }` has the lambda as its last argument; `a[i]` is the same node with other brackets.
fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let callee = node.named().next();
    let suffix = node.named().nth(1);
    let parts: Vec<_> = suffix.into_iter().flat_map(Concrete::named).collect();
    let list = parts.iter().copied().find(|part| part.is("value_arguments"));
    let lambdas = parts.iter().copied().filter(|part| part.is("lambda_literal"));
    if let Some(list) = list.filter(|list| list.text().starts_with('[')) {
        w.open(Kind::Index, node);
        w.slot(callee);
        w.each(list.named());
        return w.close();
    }
    w.open(Kind::Call, node);
    w.slot(callee);
    match suffix.filter(|suffix| suffix.hole().is_none()) {
        Some(suffix) => {
            w.open(Kind::Args, suffix);
            w.each(list.into_iter().flat_map(Concrete::named));
            w.each(lambdas);
            w.close();
        }
        None => w.empty(Kind::Args, node.end()),
    }
    w.close();
}

fn argument(w: &mut Writer<'_>, node: Concrete<'_>) {
    match (node.field("name"), node.field("value")) {
        (Some(name), Some(value)) => {
            w.open(Kind::Keyword, node);
            w.each([name, value]);
            w.close();
        }
        (name, value) => w.slot(value.or(name).or_else(|| node.named().next())),
    }
}

fn navigation(w: &mut Writer<'_>, node: Concrete<'_>) {
    let target = node.field("target").or_else(|| node.field("element"));
    // `a?.b` has the mark as a token between the two.
    let optional = node.children().any(|part| part.text() == "?");
    w.open_op(Kind::Member, if optional { Op::Optional } else { Op::None }, node);
    w.slot(target);
    w.slot(node.field("suffix"));
    w.close();
}

fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    let of_type = node.field("type");
    let list = of_type.and_then(|of| of.child_of_kind("lambda_function_type_parameters"));
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match list {
        Some(list) => {
            w.open(Kind::Params, list);
            for one in list.named() {
                parameter(w, one, None);
            }
            w.close();
        }
        None => w.empty(Kind::Params, node.start()),
    }
    w.slot(of_type.and_then(|of| of.field("return_type")));
    braces(w, node);
    w.close();
}

/// `.a` is a member of what the context tells.
fn prefix(w: &mut Writer<'_>, node: Concrete<'_>) {
    let target = node.field("target");
    if node.has_token(".") {
        w.open(Kind::Member, node);
        w.absent();
        w.slot(target);
    } else {
        // `!` is a node of its own in the grammar.
        let sign = node.children().next().map_or("", Concrete::text);
        let op = crate::op::operator(Kind::Unary, sign, true).unwrap_or(Op::Other);
        w.open_op(Kind::Unary, op, node);
        w.slot(target);
    }
    w.close();
}

fn coalesce(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::Coalesce, node);
    w.slot(node.field("value"));
    w.slot(node.field("if_nil"));
    w.close();
}

fn range(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::Range, node);
    w.slot(node.field("start"));
    w.slot(node.field("end"));
    w.close();
}

fn conditional(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Conditional, node);
    ["condition", "if_true", "if_false"].into_iter().for_each(|name| w.slot(node.field(name)));
    w.close();
}

fn is_of(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::InstanceOf, node);
    w.slot(node.field("target"));
    w.slot(node.named().last());
    w.close();
}

/// The grammar gives a type the field of the name in it.
fn cast(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Cast, node);
    w.slot(node.named().last());
    w.slot(node.field("expr"));
    w.close();
}

/// Brackets around one value are only brackets.
fn tuple(w: &mut Writer<'_>, node: Concrete<'_>) {
    let names = node.fields("name").next().is_some();
    let mut values = node.fields("value");
    match (values.next(), values.next()) {
        (Some(only), None) if !names => w.lower(only),
        _ => {
            w.open(Kind::Tuple, node);
            w.each(node.fields("value"));
            w.close();
        }
    }
}

fn dictionary(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Dict, node);
    for (key, value) in node.fields("key").zip(node.fields("value")) {
        w.open_over(Kind::Pair, key, value);
        w.each([key, value]);
        w.close();
    }
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name");
    w.open(Kind::Class, node);
    let word = node.children().find(|part| part.field_name() == "declaration_kind");
    modifiers(w, node, word.filter(|word| !is_class(word.text())));
    w.slot(name);
    let bases = || node.named().filter(|part| part.is("inheritance_specifier"));
    match (bases().next(), bases().last()) {
        (Some(first), Some(last)) => {
            w.open_over(Kind::Bases, first, last);
            w.each(bases());
            w.close();
        }
        _ => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    w.slot(node.field("body"));
    w.close();
}

/// Semgrep takes all of these for classes.
fn is_class(word: &str) -> bool {
    matches!(word, "class" | "struct" | "extension" | "actor")
}

fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>, word: Option<Concrete<'_>>) {
    let own = node.child_of_kind("modifiers").into_iter().flat_map(Concrete::named);
    let attributes = node.named().filter(|part| part.is("attribute"));
    w.modifiers(node, attributes.chain(own).chain(word));
}

fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.children().find(|part| part.field_name() == "name");
    w.open(Kind::Function, node);
    modifiers(w, node, None);
    match name {
        Some(word) if !word.is_named() => w.leaf(Kind::Name, word),
        name => w.slot(name),
    }
    let list = || node.named().filter(|part| part.is("parameter"));
    match (list().next(), list().last()) {
        (Some(first), Some(last)) => {
            w.open_over(Kind::Params, first, default_of(node, last).unwrap_or(last));
            for one in list() {
                parameter(w, one, default_of(node, one));
            }
            w.close();
        }
        _ => w.empty(Kind::Params, name.map_or(node.start(), Concrete::end)),
    }
    let mut result = node.children().skip_while(|part| !part.is("->"));
    w.slot(result.find(|part| part.is_named()));
    w.slot(node.field("body"));
    w.close();
}

/// A parameter's default stands behind it, not in it.
fn default_of<'c>(node: Concrete<'c>, parameter: Concrete<'c>) -> Option<Concrete<'c>> {
    let mut after = node.named().skip_while(|part| part.id != parameter.id).skip(1);
    after.next().filter(|part| part.field_name() == "default_value")
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>, default: Option<Concrete<'_>>) {
    let name = node.field("name");
    let of_type = node.named().last().filter(|last| Some(last.id) != name.map(|name| name.id));
    w.open_over(Kind::Param, node, default.unwrap_or(node));
    w.empty(Kind::Modifiers, node.start());
    w.slot(of_type);
    w.slot(name);
    w.slot(default);
    w.close();
}

/// `let a = 1, b: T`: one variable each.
fn property(w: &mut Writer<'_>, node: Concrete<'_>) {
    let names = node.fields("name").filter(|part| part.is("pattern") || part.hole().is_some());
    w.in_sequence(node, names, |w, name, _| {
        let own = || {
            let after = node.named().skip_while(move |part| part.id != name.id).skip(1);
            after.take_while(|part| part.field_name() != "name")
        };
        w.open(Kind::VarDef, node);
        let word = node.child_of_kind("value_binding_pattern");
        let words = word.into_iter().flat_map(Concrete::children);
        let given = node.child_of_kind("modifiers").into_iter().flat_map(Concrete::named);
        w.modifiers(node, given.chain(words));
        w.slot(own().find(|part| part.is("type_annotation")));
        w.slot(Some(name));
        w.slot(own().find(|part| matches!(part.field_name(), "value" | "computed_value")));
        w.close();
    });
}

/// The getter as a function without a name.
fn computed(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.child_of_kind("statements").is_none() {
        return w.other(node);
    }
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    w.empty(Kind::Params, node.start());
    w.absent();
    braces(w, node);
    w.close();
}

fn attribute(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut parts = node.named();
    w.open(Kind::Annotation, node);
    match (parts.next(), parts.next()) {
        (Some(name), Some(_)) => {
            w.open_over(Kind::Call, name, node);
            w.lower(name);
            w.open_span(Kind::Args, Op::None, name.end(), node.end());
            w.each(node.named().skip(1));
            w.close();
            w.close();
        }
        (name, _) => w.slot(name),
    }
    w.close();
}
