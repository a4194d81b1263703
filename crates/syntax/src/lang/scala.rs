//! Scala.
//!
//! A call without a receiver's dot, `a f b`, is the call `a.f(b)`. A block as an argument is the
//! only argument. The value at the end of a function's body is its value. Type parameters, bounds,
//! implicit clauses and self types are left out.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Dotted, Flat, Leaf, Node, One, Op as Oper, Skip, String},
        Row,
        Slot::{All, Field, Nth},
    },
    hole::Hole,
    lower::Writer,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static SCALA: Language = Language {
    id: "scala",
    name: "Scala",
    aliases: &[],
    extensions: &["scala", "sc", "sbt"],
    file_names: &[],
    shebangs: &["scala", "scala-cli"],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS, VALUES],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &["\"\"\""],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "class _ {",
            function: "def _() = {",
            lambda: "{",
            pair: "{",
            end: "\n",
        }),
        heads: &[
            ("else", "if (_) {}"),
            ("catch", "try {}"),
            ("finally", "try {}"),
            ("case", "_ match {"),
        ],
        openers: &[("=>", "_ match {"), ("\"\"\"", "_ = \"\"\"\n"), (",", "_ = _(")],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            // A mark right after a name that ends in `_` would belong to the name.
            Fill::Around("", " : ___"),
            Fill::Around("case ", " => ___"),
            Fill::Around("", " <- ___"),
            Fill::Around("val ", " : ___"),
            Fill::Around("\"", "\""),
        ],
        statement_fill: 0,
        member_fill: 0,
        case_fill: 2,
        spread: false,
        typed: Typed::Annotation,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_scala::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("catch", "try {}", ""),
    Frame::clause("finally", "try {}", ""),
    Frame::clause("case", "_ match {\n", "\n}"),
    Frame::whole("", ""),
    Frame::whole("class _ {\n", "\n}"),
    Frame::whole("", " = {}"),
    Frame::whole("", "\nclass _"),
    Frame::part("def _(", ") = {}", Kind::Param),
    Frame::part("_(", ")", Kind::Keyword),
];

/// Leaves, statements and definitions.
const ROWS: &[Row] = &[
    Row("identifier type_identifier operator_identifier wildcard", Leaf(Kind::Name)),
    Row("namespace_wildcard", Leaf(Kind::Token)),
    Row("integer_literal", Leaf(Kind::Int)),
    Row("floating_point_literal", Leaf(Kind::Float)),
    Row("boolean_literal", Leaf(Kind::Bool)),
    Row("null_literal", Leaf(Kind::Null)),
    Row("string character_literal", Code(text)),
    Row("interpolated_string_expression", Code(interpolated)),
    Row("interpolated_string", String),
    Row("unit", Node(Kind::Tuple, &[])),
    Row("stable_identifier stable_type_identifier package_identifier", Dotted),
    Row("parenthesized_expression", One),
    // Statements.
    Row("compilation_unit", Code(items)),
    Row("block template_body indented_block with_template_body enum_body", Code(block)),
    Row("case_block indented_cases", Node(Kind::Block, &[All])),
    Row("while_expression", Node(Kind::While, &[Field("condition"), Field("body")])),
    Row("do_while_expression", Node(Kind::DoWhile, &[Field("body"), Field("condition")])),
    Row("for_expression", Code(for_each)),
    Row("match_expression", Code(switch)),
    Row("case_clause", Code(case)),
    Row("try_expression", Code(try_expression)),
    Row("return_expression", Node(Kind::Return, &[Nth(0)])),
    Row("throw_expression", Node(Kind::Throw, &[Nth(0)])),
    Row("import_declaration export_declaration", Code(import)),
    Row("package_clause", Code(package)),
    // Definitions.
    Row("function_definition function_declaration", Code(function)),
    Row("parameters class_parameters bindings", Node(Kind::Params, &[All])),
    Row("parameter class_parameter binding", Code(parameter)),
    Row("val_definition var_definition val_declaration var_declaration", Code(variable)),
    Row("class_definition object_definition trait_definition enum_definition", Code(class)),
    Row("package_object", Code(class)),
    Row("annotation", Code(annotation)),
    Row("type_parameters access_modifier access_qualifier derives_clause", Skip),
    Row("end_marker self_type infix_modifier inline_modifier into_modifier", Skip),
    Row("open_modifier opaque_modifier transparent_modifier comment block_comment", Skip),
];

/// Expressions, patterns and types.
const VALUES: &[Row] = &[
    Row("call_expression", Code(call)),
    Row("arguments", Node(Kind::Args, &[All])),
    Row("field_expression", Node(Kind::Member, &[Field("value"), Field("field")])),
    Row("generic_function", Code(|w, n| w.slot(n.field("function")))),
    Row("infix_expression", Code(infix)),
    Row("prefix_expression", Oper(Kind::Unary, &[Nth(0)])),
    Row("postfix_expression", Code(postfix)),
    Row("assignment_expression", Code(assignment)),
    Row("instance_expression", Code(new)),
    Row("lambda_expression", Code(lambda)),
    Row("tuple_expression tuple_pattern tuple_type", Node(Kind::Tuple, &[All])),
    Row("ascription_expression", Code(ascription)),
    Row("if_expression", Code(value_of_if)),
    Row("generic_type", Code(generic)),
    Row("type_arguments", Flat),
    Row("case_class_pattern", Code(variant)),
    Row("typed_pattern", Code(typed)),
    Row("vararg", Code(spread)),
];

fn text(w: &mut Writer<'_>, node: Concrete<'_>) {
    let inside = node.inside(quotes(node));
    w.open(Kind::String, node);
    w.string_text(node, inside.start, inside.end);
    w.close();
}

fn quotes(node: Concrete<'_>) -> &'static str {
    ["\"\"\"", "'"].into_iter().find(|quotes| node.text().starts_with(quotes)).unwrap_or("\"")
}

/// `s"a $b"`
fn interpolated(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(inner) = node.child_of_kind("interpolated_string") else { return w.one(node) };
    let inside = inner.inside(quotes(inner));
    let (mut at, end) = (inside.start, inside.end);
    w.open(Kind::String, node);
    for value in inner.named().filter(|child| child.is("interpolation")) {
        w.string_text(inner, at, value.start().max(at));
        w.open(Kind::Interpolation, value);
        let inside = value.named().next();
        let braces = inside.filter(|inside| inside.is("block"));
        w.slot(braces.and_then(|block| block.named().next()).or(inside));
        w.close();
        at = value.end();
    }
    w.string_text(inner, at, end.max(at));
    w.close();
}

/// Statements: what has a value is one where it stands in a list.
fn items(w: &mut Writer<'_>, node: Concrete<'_>) {
    for child in node.named() {
        match child.kind() {
            _ if child.hole().is_some() => w.lower(child),
            "if_expression" => w.lower_by(child, branch),
            "assignment_expression" | "match_expression" | "block" => w.lower(child),
            kind if is_value(kind) => w.wrap(Kind::ExprStmt, child, child),
            _ => w.lower(child),
        }
    }
}

fn is_value(kind: &str) -> bool {
    const STATEMENTS: &[&str] = &[
        "while_expression",
        "do_while_expression",
        "for_expression",
        "try_expression",
        "return_expression",
        "throw_expression",
    ];
    let ends = ["_expression", "_literal", "identifier", "generic_function", "string"];
    !STATEMENTS.contains(&kind) && ends.iter().any(|end| kind.ends_with(end))
}

fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    items(w, node);
    w.close();
}

/// A statement in place of a block.
fn body(w: &mut Writer<'_>, node: Option<Concrete<'_>>) {
    match node {
        Some(nested) if nested.is("if_expression") && nested.hole().is_none() => {
            w.lower_by(nested, branch);
        }
        Some(value) if value.hole().is_none() && is_value(value.kind()) => {
            w.wrap(Kind::ExprStmt, value, value);
        }
        other => w.slot(other),
    }
}

fn branch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::If, node);
    w.slot(node.field("condition"));
    body(w, node.field("consequence"));
    body(w, node.field("alternative"));
    w.close();
}

fn value_of_if(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Conditional, node);
    for name in ["condition", "consequence", "alternative"] {
        let part = node.field(name);
        let lone = part.filter(|part| part.is("block")).and_then(|block| {
            let mut parts = block.named();
            parts.next().filter(|only| parts.next().is_none() && is_value(only.kind()))
        });
        w.slot(lone.or(part));
    }
    w.close();
}

/// `for (a <- b; c <- d) ...`: one loop in the other.
fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    let list = node.fields("enumerators").find(|part| part.is("enumerators"));
    let steps: Vec<Concrete<'_>> = list.into_iter().flat_map(Concrete::named).collect();
    let is_guard = |part: &Concrete<'_>| part.is("guard");
    let mut open = Vec::new();
    for step in &steps {
        let mut parts = step.named().filter(|part| !is_guard(part));
        let guard = if is_guard(step) { Some(*step) } else { step.named().find(is_guard) };
        if !is_guard(step) {
            w.open(Kind::ForEach, node);
            open.push(Kind::ForEach);
            match (parts.next(), parts.next()) {
                (target, Some(value)) => {
                    w.slot(target);
                    w.lower(value);
                }
                _ => {
                    w.lower(*step);
                    w.absent();
                }
            }
        }
        // A condition on what came before it.
        if let Some(guard) = guard {
            w.open(Kind::If, node);
            open.push(Kind::If);
            w.slot(guard.named().next());
        }
    }
    match node.field("body") {
        Some(part) if part.is("block") => w.lower(part),
        part => body(w, part),
    }
    for kind in open.iter().rev() {
        if *kind == Kind::If {
            w.absent();
        }
        w.close();
    }
}

fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("value"));
    w.each(node.field("body").into_iter().flat_map(Concrete::named));
    w.close();
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let pattern = node.field("pattern");
    let start = pattern.map_or(node.start(), Concrete::start);
    let end = pattern.map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, start, end);
    w.each(pattern);
    w.close();
    let parts = || node.fields("body").filter(|part| part.is_named());
    let first = parts().next().map_or(node.end(), Concrete::start);
    w.open_span(Kind::Block, Op::None, first.min(node.end()), node.end());
    for part in parts() {
        body(w, Some(part));
    }
    w.close();
    w.close();
}

fn try_expression(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Try, node);
    match node.field("body") {
        Some(part) if part.is("block") || part.hole().is_some() => w.lower(part),
        Some(part) => {
            w.open(Kind::Block, part);
            body(w, Some(part));
            w.close();
        }
        None => w.empty(Kind::Block, node.end()),
    }
    for clause in node.named().filter(|child| child.is("catch_clause")) {
        w.open(Kind::Catch, clause);
        w.absent();
        w.absent();
        w.slot(clause.field("body"));
        w.close();
    }
    match node.child_of_kind("finally_clause") {
        Some(clause) => {
            w.open(Kind::Finally, clause);
            body(w, clause.named().next());
            w.close();
        }
        None => w.absent(),
    }
    w.close();
}

/// `import a.b.C`, `import a.{b, c => d}`, `import a._`.
fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let path: Vec<Concrete<'_>> = node.fields("path").filter(|part| part.is_named()).collect();
    let selected = node.child_of_kind("namespace_selectors");
    let wildcard = node.child_of_kind("namespace_wildcard");
    match (selected, wildcard) {
        (Some(list), _) => w.in_sequence(node, list.named(), |w, item, _| {
            w.open(Kind::Import, node);
            w.dotted(path.iter().copied());
            w.slot(item.field("name").or(Some(item)));
            w.slot(item.field("alias"));
            w.close();
        }),
        (None, Some(wildcard)) => {
            w.open(Kind::Import, node);
            w.dotted(path.iter().copied());
            w.leaf(Kind::Token, wildcard);
            w.absent();
            w.close();
        }
        (None, None) => {
            let (last, before) = match path.split_last() {
                Some((last, before)) if !before.is_empty() => (Some(*last), before.to_vec()),
                _ => (None, path),
            };
            w.open(Kind::Import, node);
            w.dotted(before.iter().copied());
            w.slot(last);
            w.absent();
            w.close();
        }
    }
}

fn package(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Package, node);
    w.slot(node.field("name"));
    w.close();
    w.each(node.field("body").into_iter().flat_map(Concrete::named));
}

fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    modifiers(w, node);
    w.slot(node.field("name"));
    let mut lists = node.fields("parameters").filter(|list| list.is("parameters"));
    match lists.next() {
        Some(list) => w.lower(list),
        None => w.empty(Kind::Params, node.field("name").map_or(node.start(), Concrete::end)),
    }
    w.slot(node.field("return_type"));
    w.slot(node.field("body"));
    w.close();
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Param, node);
    modifiers(w, node);
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.slot(node.field("default_value"));
    w.close();
}

fn variable(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    modifiers(w, node);
    w.slot(node.field("type"));
    w.slot(node.field("pattern").or_else(|| node.field("name")));
    w.slot(node.field("value"));
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name");
    w.open(Kind::Class, node);
    modifiers(w, node);
    w.slot(name);
    match node.field("extend") {
        Some(bases) => {
            w.open(Kind::Bases, bases);
            w.each(bases.fields("type").filter(|base| base.is_named()));
            w.close();
        }
        None => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    let (components, inner) = (node.field("class_parameters"), node.field("body"));
    match (components, inner) {
        (Some(components), inner) => {
            w.open_over(Kind::Block, components, inner.unwrap_or(components));
            w.lower(components);
            if let Some(inner) = inner {
                items(w, inner);
            }
            w.close();
        }
        (None, Some(inner)) => w.lower(inner),
        (None, None) => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] = &["object", "trait", "enum", "case"];
    let annotations = node.named().filter(|child| child.is("annotation"));
    let own = node.child_of_kind("modifiers").into_iter().flat_map(Concrete::children);
    let words = node.children().filter(|child| !child.is_named() && WORDS.contains(&child.kind()));
    w.modifiers(node, annotations.chain(own.filter(|word| !word.is_named())).chain(words));
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

/// `f(a)` and `f { ... }`, whose block is the only argument.
fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    w.slot(node.field("function"));
    match node.field("arguments") {
        Some(block) if !block.is("arguments") => {
            w.open(Kind::Args, block);
            argument_block(w, block);
            w.close();
        }
        other => w.slot(other),
    }
    w.close();
}

/// `{ x => ... }` holds a function, and any other block its statements.
fn argument_block(w: &mut Writer<'_>, block: Concrete<'_>) {
    let mut parts = block.named();
    match (parts.next(), parts.next()) {
        (Some(only), None) if only.is("lambda_expression") => w.lower(only),
        _ => w.lower(block),
    }
}

/// Operators are operators; any other name between two values is a method of the first.
fn infix(w: &mut Writer<'_>, node: Concrete<'_>) {
    let operator = node.field("operator");
    let text = operator.map_or("", Concrete::text);
    let known = crate::op::operator(Kind::Binary, text, false).map(|op| (Kind::Binary, op));
    let assigns = || crate::op::operator(Kind::Assign, text, false).map(|op| (Kind::Assign, op));
    match (known.or_else(assigns), operator) {
        (Some((kind, op)), _) => {
            w.open_op(kind, op, node);
            w.slot(node.field("left"));
            w.slot(node.field("right"));
            w.close();
        }
        (None, Some(name)) if text == "->" => {
            w.open_over(Kind::Pair, node.field("left").unwrap_or(name), node);
            w.slot(node.field("left"));
            w.slot(node.field("right"));
            w.close();
        }
        (None, Some(name)) => {
            w.open(Kind::Call, node);
            w.open_over(Kind::Member, node.field("left").unwrap_or(name), name);
            w.slot(node.field("left"));
            w.lower(name);
            w.close();
            w.open_span(Kind::Args, Op::None, name.end(), node.end());
            w.each(node.field("right"));
            w.close();
            w.close();
        }
        (None, None) => w.one(node),
    }
}

fn postfix(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.dotted(node.named());
}

fn assignment(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Assign, Op::Assign, node);
    w.slot(node.field("left"));
    w.slot(node.field("right"));
    w.close();
}

fn new(w: &mut Writer<'_>, node: Concrete<'_>) {
    let of = node.named().find(|child| !matches!(child.kind(), "arguments" | "template_body"));
    let arguments = node.field("arguments").or_else(|| node.child_of_kind("arguments"));
    w.open(Kind::New, node);
    w.slot(of);
    match arguments {
        Some(arguments) => w.lower(arguments),
        None => w.empty(Kind::Args, of.map_or(node.end(), Concrete::end)),
    }
    w.slot(node.child_of_kind("template_body"));
    w.close();
}

fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameters = node.field("parameters");
    let inside: Vec<Concrete<'_>> =
        node.named().filter(|part| Some(part.id) != parameters.map(|list| list.id)).collect();
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match parameters {
        Some(list) if list.is("bindings") => w.lower(list),
        Some(name) => {
            w.open(Kind::Params, name);
            w.open(Kind::Param, name);
            w.empty(Kind::Modifiers, name.start());
            w.absent();
            w.lower(name);
            w.absent();
            w.close();
            w.close();
        }
        None => w.empty(Kind::Params, node.start()),
    }
    w.absent();
    match inside.as_slice() {
        [only] => w.lower(*only),
        [first, .., last] => {
            w.open_over(Kind::Block, *first, *last);
            for part in &inside {
                body(w, Some(*part));
            }
            w.close();
        }
        [] => w.absent(),
    }
    w.close();
}

/// `(x: T)` is `x`; of a metavariable, it says the type.
fn ascription(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (value, of_type) = (node.named().next(), node.named().nth(1));
    if value.and_then(Concrete::hole) != Some(Hole::Metavar) {
        return w.slot(value);
    }
    w.open(Kind::TypedMetavar, node);
    w.slot(of_type);
    w.slot(value);
    w.close();
}

fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Generic, node);
    w.slot(node.field("type"));
    w.each(node.field("type_arguments").into_iter().flat_map(Concrete::named));
    w.close();
}

/// `Some(x)` in a pattern.
fn variant(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("type");
    w.open(Kind::Call, node);
    w.slot(name);
    w.open_span(Kind::Args, Op::None, name.map_or(node.start(), Concrete::end), node.end());
    w.each(node.fields("pattern").filter(|part| part.is_named()));
    w.close();
    w.close();
}

fn typed(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Typed, node);
    w.slot(node.field("pattern"));
    w.slot(node.field("type"));
    w.close();
}

/// `xs: _*`
fn spread(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Spread, Op::Spread, node);
    w.slot(node.named().next());
    w.close();
}
