//! Rust.
//!
//! A macro is a call of its name with the `!`; its arguments are read as far as they look like
//! expressions. The value at the end of a function's body is what it returns. An `impl` is a class
//! of the type's name, with the trait as its base. Generic parameters, lifetimes, visibility of
//! fields and `where` clauses are left out.

mod macros;

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

pub(super) static RUST: Language = Language {
    id: "rust",
    name: "Rust",
    aliases: &["rs"],
    extensions: &["rs"],
    file_names: &[],
    shebangs: &["rust-script"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS, VALUES],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &[],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "impl _ {",
            function: "fn _() {",
            lambda: "_(|| {",
            pair: "_ = _ {",
            end: ";",
        }),
        heads: &[("else", "fn _() { if _ {}")],
        openers: &[
            ("=>", "fn _() { match _ {"),
            (",", "fn _() { _("),
            (":", "struct _ {"),
            ("->", "fn _("),
        ],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", ";"),
            Fill::Around("", ": ___"),
            Fill::Around("fn ", "() {}"),
            Fill::Around("", " => ___"),
            Fill::Around("\"", "\""),
            Fill::Around("_!{", "}"),
        ],
        statement_fill: 1,
        member_fill: 1,
        case_fill: 4,
        spread: false,
        typed: Typed::Ascription,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_rust::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("else", "fn _() { if _ {}", "}"),
    Frame::whole("", ""),
    Frame::whole("fn _() {\n", ";\n}"),
    Frame::whole("fn _() {\n", "\n}"),
    Frame::whole("impl _ {\n", "\n}"),
    Frame::whole("impl _ {\n", " {}\n}"),
    Frame::whole("", "\nfn _() {}"),
    Frame::part("fn _(", ") {}", Kind::Param),
    Frame::part("fn _() { match _ {\n", "\n} }", Kind::Case),
];

/// Leaves, statements and definitions.
const ROWS: &[Row] = &[
    Row("identifier type_identifier field_identifier primitive_type", Leaf(Kind::Name)),
    Row("shorthand_field_identifier self super crate metavariable", Leaf(Kind::Name)),
    Row("integer_literal", Leaf(Kind::Int)),
    Row("float_literal", Leaf(Kind::Float)),
    Row("boolean_literal", Leaf(Kind::Bool)),
    Row("string_literal raw_string_literal", String),
    Row("char_literal", Code(character)),
    Row("parenthesized_expression negative_literal captured_pattern", Code(unwrapped)),
    Row("scoped_identifier scoped_type_identifier", Code(path)),
    // Statements.
    Row("source_file declaration_list", Code(items)),
    Row("expression_statement", Code(expression_statement)),
    Row("empty_statement label inner_attribute_item shebang", Skip),
    Row("attribute_item", Code(annotation)),
    Row("block", Code(block)),
    Row("unsafe_block async_block const_block try_block gen_block", One),
    Row("let_declaration", Code(variable)),
    Row("const_item static_item", Code(constant)),
    Row("while_expression", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("loop_expression", Code(endless)),
    Row("for_expression", Node(Kind::ForEach, &[Field("pattern"), Field("value"), Field("body")])),
    Row("match_expression", Code(switch)),
    Row("match_arm", Code(case)),
    Row("match_pattern", Code(unwrapped)),
    Row("return_expression", Node(Kind::Return, &[Nth(0)])),
    Row("yield_expression", Node(Kind::Yield, &[Nth(0)])),
    Row("break_expression", Node(Kind::Break, &[])),
    Row("continue_expression", Node(Kind::Continue, &[])),
    Row("use_declaration", Code(import)),
    // Definitions.
    Row("function_item function_signature_item", Code(|w, n| function(w, n, &[]))),
    Row("parameters closure_parameters", Node(Kind::Params, &[All])),
    Row("parameter self_parameter", Code(parameter)),
    Row("struct_item union_item enum_item trait_item", Code(|w, n| class(w, n, &[]))),
    Row("impl_item mod_item", Code(|w, n| class(w, n, &[]))),
    Row("field_declaration_list enum_variant_list", Node(Kind::Block, &[All])),
    Row("field_declaration", Code(field)),
    Row("visibility_modifier mutable_specifier lifetime where_clause", Skip),
    Row("type_parameters line_comment block_comment", Skip),
    Row("else_clause", One),
];

/// Expressions, patterns and types.
const VALUES: &[Row] = &[
    Row("call_expression", Node(Kind::Call, &[Field("function"), Field("arguments")])),
    Row("arguments", Node(Kind::Args, &[All])),
    Row("macro_invocation", Code(macros::call)),
    Row("field_expression", Node(Kind::Member, &[Field("value"), Field("field")])),
    Row("index_expression", Node(Kind::Index, &[All])),
    Row("unary_expression", Oper(Kind::Unary, &[Nth(0)])),
    Row("reference_expression", Code(reference)),
    Row("reference_type pointer_type", Code(|w, n| w.slot(n.field("type")))),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("type_cast_expression", Node(Kind::Cast, &[Field("type"), Field("value")])),
    Row("assignment_expression", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("compound_assignment_expr", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("await_expression", Node(Kind::Await, &[Nth(0)])),
    Row("try_expression", One),
    Row("if_expression", Code(value_of_if)),
    Row("let_condition", Code(condition)),
    Row("closure_expression", Code(closure)),
    Row("array_expression slice_pattern", Node(Kind::List, &[All])),
    Row("tuple_expression tuple_pattern tuple_type", Node(Kind::Tuple, &[All])),
    Row("unit_expression unit_type", Node(Kind::Tuple, &[])),
    Row("struct_expression", Code(object)),
    Row("field_initializer_list", Node(Kind::Dict, &[All])),
    Row("field_initializer", Node(Kind::Pair, &[Field("field"), Field("value")])),
    Row("shorthand_field_initializer base_field_initializer", One),
    Row("tuple_struct_pattern", Code(variant)),
    Row("mut_pattern ref_pattern reference_pattern", Code(unwrapped)),
    Row("generic_type generic_type_with_turbofish", Code(generic)),
    Row("generic_function", Code(generic)),
    Row("dynamic_type abstract_type bracketed_type", Code(unwrapped)),
];

/// What stands inside, without marks around it.
fn unwrapped(w: &mut Writer<'_>, node: Concrete<'_>) {
    let marks = ["mutable_specifier", "lifetime"];
    w.slot(node.named().filter(|child| !marks.contains(&child.kind())).last());
}

fn character(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    let start = node.start() + if node.text().starts_with("b'") { 2 } else { 1 };
    w.string_text(node, start, node.end().saturating_sub(1).max(start));
    w.close();
}

/// `a::b::c`; a path may be a type in angle brackets.
fn path(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("path") {
        Some(path) => {
            w.open(Kind::Member, node);
            w.lower(path);
            w.slot(node.field("name"));
            w.close();
        }
        None => w.slot(node.field("name")),
    }
}

/// `f::<T>` is `f`, and `Vec<T>` a generic type.
fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    if let Some(function) = node.field("function") {
        return w.lower(function);
    }
    w.open(Kind::Generic, node);
    w.slot(node.field("type"));
    w.each(node.field("type_arguments").into_iter().flat_map(Concrete::named));
    w.close();
}

/// An expression that is a statement where it stands in a list of them.
fn item(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.kind() {
        _ if node.hole().is_some() => w.lower(node),
        "if_expression" => w.lower_by(node, branch),
        "block" | "match_expression" | "while_expression" | "loop_expression" => w.lower(node),
        "for_expression" | "return_expression" | "break_expression" => w.lower(node),
        "continue_expression" | "unsafe_block" | "assignment_expression" => w.lower(node),
        "compound_assignment_expr" | "async_block" => w.lower(node),
        kind if kind.ends_with("_expression") || is_value(kind) => {
            w.wrap(Kind::ExprStmt, node, node);
        }
        _ => w.lower(node),
    }
}

fn is_value(kind: &str) -> bool {
    let others =
        ["identifier", "macro_invocation", "scoped_identifier", "self", "generic_function"];
    others.contains(&kind) || kind.ends_with("_literal")
}

/// Statements and definitions; attributes belong to the definition that follows them.
fn items(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut attributes = Vec::new();
    for child in node.named() {
        match child.kind() {
            "attribute_item" if child.hole().is_none() => attributes.push(child),
            _ if child.hole().is_some() => w.lower(child),
            "function_item" | "function_signature_item" => function(w, child, &attributes),
            kind if kind.ends_with("_item") && !kind.starts_with(['c', 's', 't']) => {
                class(w, child, &attributes);
            }
            "struct_item" | "trait_item" => class(w, child, &attributes),
            _ => item(w, child),
        }
        if !child.is("attribute_item") {
            attributes.clear();
        }
    }
}

fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    items(w, node);
    w.close();
}

fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(inner) = node.named().next() else { return };
    match inner.hole() {
        Some(_) => w.lower(inner),
        None if is_value(inner.kind()) || inner.is("call_expression") => {
            w.wrap(Kind::ExprStmt, node, inner);
        }
        None => item(w, inner),
    }
}

fn variable(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    w.empty(Kind::Modifiers, node.start());
    w.slot(node.field("type"));
    w.slot(node.field("pattern"));
    w.slot(node.field("value"));
    w.close();
}

fn constant(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    w.modifiers(node, node.children().filter(|child| ["const", "static"].contains(&child.kind())));
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.slot(node.field("value"));
    w.close();
}

fn field(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    w.empty(Kind::Modifiers, node.start());
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.absent();
    w.close();
}

/// `if` as a statement.
fn branch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::If, node);
    w.slot(node.field("condition"));
    w.slot(node.field("consequence"));
    match node.field("alternative").and_then(|clause| clause.named().next()) {
        Some(nested) if nested.is("if_expression") => w.lower_by(nested, branch),
        other => w.slot(other),
    }
    w.close();
}

/// `if` as a value.
fn value_of_if(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Conditional, node);
    w.slot(node.field("condition"));
    let other = node.field("alternative").and_then(|clause| clause.named().next());
    for part in [node.field("consequence"), other] {
        match part {
            Some(block) if block.is("block") => w.slot(only_value(block).or(part)),
            _ => w.slot(part),
        }
    }
    w.close();
}

/// The value of a block that is nothing else.
fn only_value(block: Concrete<'_>) -> Option<Concrete<'_>> {
    let mut parts = block.named();
    let only = parts.next().filter(|_| parts.next().is_none())?;
    let statement = only.is("expression_statement") || only.is("let_declaration");
    (!statement).then_some(only)
}

/// `let PATTERN = value` in a condition.
fn condition(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    w.slot(node.field("pattern"));
    w.slot(node.field("value"));
    w.close();
}

fn endless(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::While, node);
    match node.children().next() {
        Some(word) => w.leaf(Kind::Token, word),
        None => w.absent(),
    }
    w.slot(node.field("body"));
    w.close();
}

fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("value"));
    w.each(node.field("body").into_iter().flat_map(Concrete::named));
    w.close();
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (pattern, value) = (node.field("pattern"), node.field("value"));
    let end = pattern.map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, pattern.map_or(node.start(), Concrete::start), end);
    w.each(pattern);
    w.close();
    match value {
        Some(block) if block.is("block") => w.lower(block),
        Some(value) => {
            w.open(Kind::Block, value);
            item(w, value);
            w.close();
        }
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

/// `&x` and `&mut x`.
fn reference(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Unary, Op::BitAnd, node);
    w.slot(node.field("value"));
    w.close();
}

fn closure(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match node.field("parameters") {
        Some(list) => {
            w.open(Kind::Params, list);
            list.named().for_each(|child| parameter(w, child));
            w.close();
        }
        None => w.empty(Kind::Params, node.start()),
    }
    w.slot(node.field("return_type"));
    w.slot(node.field("body"));
    w.close();
}

/// `T { a: 1 }` is a new object with a dictionary.
fn object(w: &mut Writer<'_>, node: Concrete<'_>) {
    let body = node.field("body");
    w.open(Kind::New, node);
    w.slot(node.field("name"));
    w.open_span(Kind::Args, Op::None, body.map_or(node.end(), Concrete::start), node.end());
    w.each(body);
    w.close();
    w.absent();
    w.close();
}

/// `Ok(x)` in a pattern.
fn variant(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("type");
    w.open(Kind::Call, node);
    w.slot(name);
    w.open_span(Kind::Args, Op::None, name.map_or(node.start(), Concrete::end), node.end());
    w.each(node.unlabeled());
    w.close();
    w.close();
}

fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut found = Vec::new();
    if let Some(argument) = node.field("argument") {
        imported(argument, &mut Vec::new(), &mut found);
    }
    // What comes before a list belongs to each of its items, so each has the whole statement.
    w.in_sequence(node, found.iter().map(|(_, last)| *last), |w, item, _| {
        let Some((path, last)) = found.iter().find(|(_, last)| last.id == item.id) else {
            return;
        };
        one_import(w, path, *last, node);
    });
}

/// What a `use` brings in: for each name the path before it.
type Imported<'c> = Vec<(Vec<Concrete<'c>>, Concrete<'c>)>;

/// Recursion is bounded by the depth to which lists may stand in lists here.
fn imported<'c>(node: Concrete<'c>, before: &mut Vec<Concrete<'c>>, found: &mut Imported<'c>) {
    const DEPTH_MAX: usize = 16;
    match node.kind() {
        "scoped_use_list" | "use_list" if before.len() < DEPTH_MAX && node.hole().is_none() => {
            let list = node.field("list").unwrap_or(node);
            let length = before.len();
            before.extend(node.field("path"));
            for item in
                list.named().filter(|item| Some(item.id) != node.field("path").map(|path| path.id))
            {
                imported(item, before, found);
            }
            before.truncate(length);
        }
        _ => found.push((before.clone(), node)),
    }
}

fn one_import(w: &mut Writer<'_>, path: &[Concrete<'_>], last: Concrete<'_>, span: Concrete<'_>) {
    let alias = last.field("alias");
    let target = match last.kind() {
        "use_as_clause" => last.field("path").unwrap_or(last),
        _ => last,
    };
    let wildcard = target.is("use_wildcard");
    let (module, name) = match target.kind() {
        _ if target.hole().is_some() => (None, Some(target)),
        "scoped_identifier" => (target.field("path"), target.field("name")),
        "use_wildcard" => (target.named().next(), target.children().last()),
        _ => (None, Some(target)),
    };
    w.open(Kind::Import, span);
    let parts: Vec<Concrete<'_>> = path.iter().copied().chain(module).collect();
    match parts.is_empty() {
        true => w.slot(name.filter(|_| !wildcard)),
        false => w.dotted(parts.iter().copied()),
    }
    match name {
        _ if parts.is_empty() => w.absent(),
        Some(star) if wildcard => w.leaf(Kind::Token, star),
        name => w.slot(name),
    }
    w.slot(alias);
    w.close();
}

/// `#[name(...)]`
fn annotation(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(attribute) = node.child_of_kind("attribute") else { return w.one(node) };
    w.open(Kind::Annotation, node);
    match (attribute.named().next(), attribute.field("arguments")) {
        _ if attribute.hole().is_some() => w.lower(attribute),
        (Some(name), Some(arguments)) => {
            w.open(Kind::Call, attribute);
            w.lower(name);
            macros::arguments(w, arguments, 0);
            w.close();
        }
        (name, _) => w.slot(name),
    }
    w.close();
}

fn function(w: &mut Writer<'_>, node: Concrete<'_>, attributes: &[Concrete<'_>]) {
    let words = node.child_of_kind("function_modifiers").into_iter().flat_map(Concrete::children);
    let visible =
        node.child_of_kind("visibility_modifier").into_iter().flat_map(Concrete::children);
    let words = visible.chain(words).filter(|word| !word.is_named());
    let first = attributes.first().copied().unwrap_or(node);
    w.open_over(Kind::Function, first, node);
    w.modifiers(first, attributes.iter().copied().chain(words));
    w.slot(node.field("name"));
    match node.field("parameters") {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.end()),
    }
    w.slot(node.field("return_type"));
    match node.field("body") {
        Some(body) if node.field("return_type").is_some() => w.lower_by(body, returning),
        body => w.slot(body),
    }
    w.close();
}

/// A block whose last value is returned.
fn returning(w: &mut Writer<'_>, node: Concrete<'_>) {
    let last = node.named().last().filter(|last| last.hole().is_none() && returns(last.kind()));
    w.open(Kind::Block, node);
    for child in node.named() {
        match last {
            Some(last) if last.id == child.id => w.wrap(Kind::Return, child, child),
            _ => item(w, child),
        }
    }
    w.close();
}

fn returns(kind: &str) -> bool {
    let statements = ["while_expression", "for_expression", "loop_expression", "return_expression"];
    let is_expression = kind.ends_with("_expression") || is_value(kind);
    is_expression && !statements.contains(&kind) && !matches!(kind, "match_expression")
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.hole().is_some() && node.is_ellipsis() {
        return w.lower(node);
    }
    let own = node.is("self_parameter");
    let name = match own {
        true => node.child_of_kind("self"),
        false => node.field("pattern").or(Some(node).filter(|node| !node.is("parameter"))),
    };
    w.open(Kind::Param, node);
    w.empty(Kind::Modifiers, node.start());
    w.slot(node.field("type"));
    w.slot(name);
    w.absent();
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>, attributes: &[Concrete<'_>]) {
    const WORDS: &[&str] = &["struct", "enum", "union", "trait", "impl", "mod", "unsafe"];
    let name = node.field("name").or_else(|| node.field("type"));
    let words = node.children().filter(|child| WORDS.contains(&child.kind()));
    let first = attributes.first().copied().unwrap_or(node);
    w.open_over(Kind::Class, first, node);
    w.modifiers(first, attributes.iter().copied().chain(words));
    w.slot(name);
    match node.field("trait") {
        Some(base) => w.wrap(Kind::Bases, base, base),
        None => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    match node.field("body") {
        Some(body) if body.is("declaration_list") => w.lower_by(body, block),
        body => w.slot(body),
    }
    w.close();
}
