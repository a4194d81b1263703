//! Go.
//!
//! A method's receiver is an annotation among its modifiers, so that a method's parameters are
//! those of a function. A composite literal is a [`Kind::New`] whose named fields are keyword
//! arguments. The statement before the condition of an `if` or `switch` stands before it in a
//! [`Kind::Sequence`]. Struct tags, type parameters and labels are left out.

use crate::{
    Kind, Language, Op,
    concrete::Concrete,
    grammar::{
        Dialect,
        How::{Code, Flat, Leaf, Node, One, Op as Oper, String},
        Row,
        Slot::{All, Field, Nth},
    },
    lower::{Writer, op_of},
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Braces, Lexicon, Scaffolds, Style},
};

pub(super) static GO: Language = Language {
    id: "go",
    name: "Go",
    aliases: &["golang"],
    extensions: &["go"],
    file_names: &[],
    shebangs: &[],
    line_comments: &["//"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "//",
            block_comments: true,
            long_quotes: &["`"],
            regexes: false,
        },
        style: Style::Braces(Braces {
            class: "",
            function: "func _() {\n",
            lambda: "func() {\n",
            pair: "_ = _{\n",
            end: ";",
        }),
        heads: &[
            ("else", "func _() { if _ {} "),
            ("case", "func _() { switch _ {\n"),
            ("default", "func _() { switch _ {\n"),
        ],
        openers: &[
            ("case ", "func _() { switch _ {\ncase _:"),
            ("`", "var _ = `\n"),
            (",", "var _ = _("),
            (":", "var _ = _{\n"),
        ],
    },
    patterns: PatternSyntax {
        frames: FRAMES,
        fills: &[
            Fill::Around("", ""),
            Fill::Around("", " ___"),
            Fill::Around("", ": ___"),
            Fill::Around("case ", ":"),
            Fill::Around("", ":"),
            Fill::Around("_ = ", ""),
            Fill::Around("\"", "\""),
        ],
        statement_fill: 0,
        member_fill: 1,
        case_fill: 3,
        spread: false,
        typed: Typed::Subscript,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_go::LANGUAGE.into());

const FRAMES: &[Frame] = &[
    Frame::clause("else", "func _() { if _ {} ", "\n}"),
    Frame::clause("case", "func _() { switch _ {\n", "\n}\n}"),
    Frame::clause("default", "func _() { switch _ {\n", "\n}\n}"),
    Frame::whole("func _() {\n", "\n}"),
    Frame::whole("", ""),
    Frame::expression("func _() { _ = ", "\n}"),
    Frame::expression("func _() { _ = []_{", "}\n}"),
    Frame::whole("", " {}"),
    Frame::whole("type _ interface {\n", "\n}"),
    Frame::part("func _(", ") {}", Kind::Param),
    Frame::part("type _ struct {\n", "\n}", Kind::VarDef),
];

const ROWS: &[Row] = &[
    Row("identifier type_identifier field_identifier package_identifier", Leaf(Kind::Name)),
    Row("blank_identifier label_name iota", Leaf(Kind::Name)),
    Row("int_literal", Leaf(Kind::Int)),
    Row("float_literal imaginary_literal", Leaf(Kind::Float)),
    Row("true false", Leaf(Kind::Bool)),
    Row("nil", Leaf(Kind::Null)),
    Row("interpreted_string_literal raw_string_literal rune_literal", String),
    Row("parenthesized_expression parenthesized_type literal_element type_elem", One),
    Row("type_constraint", One),
    // Expressions.
    Row("call_expression", Code(call)),
    Row("argument_list", Node(Kind::Args, &[All])),
    Row("variadic_argument", Node(Kind::Spread, &[Nth(0)])),
    Row("selector_expression", Node(Kind::Member, &[Field("operand"), Field("field")])),
    Row("qualified_type", Node(Kind::Member, &[Field("package"), Field("name")])),
    Row("index_expression", Node(Kind::Index, &[Field("operand"), Field("index")])),
    Row("slice_expression", Code(slice)),
    Row("type_assertion_expression", Node(Kind::Cast, &[Field("type"), Field("operand")])),
    Row("type_conversion_expression", Node(Kind::Cast, &[Field("type"), Field("operand")])),
    Row("composite_literal", Code(composite)),
    Row("literal_value", Code(literal)),
    Row("keyed_element", Node(Kind::Pair, &[Field("key"), Field("value")])),
    Row("unary_expression", Code(unary)),
    Row("binary_expression", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("func_literal", Code(function)),
    Row("generic_type type_instantiation_expression", Code(generic)),
    Row("type_arguments", Flat),
    Row("expression_list", Code(|w, n| w.gather(Kind::Tuple, n.named()))),
    // Statements.
    Row("block", Node(Kind::Block, &[All])),
    Row("statement_list", Flat),
    Row("expression_statement", Code(expression_statement)),
    Row("inc_statement dec_statement", Code(increment)),
    Row("assignment_statement", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("short_var_declaration", Code(short_variables)),
    Row("var_declaration const_declaration", Code(declaration)),
    Row("var_spec_list", Flat),
    Row("if_statement", Code(branch)),
    Row("for_statement", Code(repeat)),
    Row("expression_switch_statement type_switch_statement select_statement", Code(switch)),
    Row("expression_case type_case communication_case default_case", Code(case)),
    Row("receive_statement", Code(receive)),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[Nth(0)])),
    Row("continue_statement", Node(Kind::Continue, &[Nth(0)])),
    Row("labeled_statement", Code(labeled)),
    Row("import_declaration", Code(imports)),
    Row("import_spec", Code(import)),
    Row("package_clause", Node(Kind::Package, &[Nth(0)])),
    Row("dot", Leaf(Kind::Token)),
    // Definitions.
    Row("function_declaration method_declaration method_elem", Code(function)),
    Row("parameter_list", Code(parameters)),
    Row("type_declaration", Code(|w, n| w.one(n))),
    Row("type_spec type_alias", Code(type_definition)),
    Row("pointer_type", Oper(Kind::Unary, &[Nth(0)])),
    Row("field_declaration", Code(field)),
    Row("field_declaration_list", Node(Kind::Block, &[All])),
];

/// `f[T](x)`: the type arguments are left out.
fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    w.slot(node.field("function"));
    w.slot(node.field("arguments"));
    w.close();
}

fn slice(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Index, node);
    w.slot(node.field("operand"));
    w.open(Kind::Slice, node);
    w.slot(node.field("start"));
    w.slot(node.field("end"));
    w.slot(node.field("capacity"));
    w.close();
    w.close();
}

/// `{a: b}` inside a literal.
fn literal(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::List, node);
    node.named().for_each(|element| entry(w, element, true));
    w.close();
}

/// `T{a: b}`: a field's name is a keyword, any other key makes a pair.
fn composite(w: &mut Writer<'_>, node: Concrete<'_>) {
    let keyed = !node.field("type").is_some_and(|of| of.is("map_type"));
    w.open(Kind::New, node);
    w.slot(node.field("type"));
    match node.field("body") {
        Some(body) => {
            w.open(Kind::Args, body);
            body.named().for_each(|element| entry(w, element, keyed));
            w.close();
        }
        None => w.empty(Kind::Args, node.end()),
    }
    w.absent();
    w.close();
}

fn entry(w: &mut Writer<'_>, element: Concrete<'_>, keyed: bool) {
    let name = |key: Concrete<'_>| {
        let inner = key.named().next().unwrap_or(key);
        inner.is("identifier") || inner.hole().is_some()
    };
    let is_field = keyed && element.hole().is_none() && element.field("key").is_some_and(name);
    if !is_field || !element.is("keyed_element") {
        return w.lower(element);
    }
    w.open(Kind::Keyword, element);
    w.slot(element.field("key"));
    w.slot(element.field("value"));
    w.close();
}

/// Operators that no other language has stay tokens.
fn unary(w: &mut Writer<'_>, node: Concrete<'_>) {
    match op_of(Kind::Unary, node) {
        Op::Other => w.other(node),
        op => {
            w.open_op(Kind::Unary, op, node);
            w.slot(node.field("operand"));
            w.close();
        }
    }
}

fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Generic, node);
    w.slot(node.field("type"));
    match node.field("type_arguments") {
        Some(arguments) => w.all(arguments),
        None => w.each(node.unlabeled()),
    }
    w.close();
}

fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.expression_statement(node);
}

/// `i++` is a statement.
fn increment(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("++") { Op::PostIncrement } else { Op::PostDecrement };
    w.open(Kind::ExprStmt, node);
    w.open_op(Kind::Unary, op, node);
    w.slot(node.named().next());
    w.close();
    w.close();
}

/// `a, b := f()` is one definition of a tuple, `a, b := 1, 2` one of each.
fn short_variables(w: &mut Writer<'_>, node: Concrete<'_>) {
    let names = node.fields("left").flat_map(items);
    each_with_value(w, (node, node), names, None, node.field("right"));
}

/// The expressions of a list, or the one.
fn items<'c>(list: Concrete<'c>) -> impl Iterator<Item = Concrete<'c>> + Clone {
    let listed = list.is("expression_list") && list.hole().is_none();
    let one = (!listed).then_some(list);
    one.into_iter().chain(list.named().filter(move |_| listed))
}

/// One definition for each name, or one for all where there are not as many values.
fn each_with_value<'c>(
    w: &mut Writer<'_>,
    (of, span): (Concrete<'c>, Concrete<'c>),
    names: impl Iterator<Item = Concrete<'c>> + Clone,
    kind: Option<Concrete<'c>>,
    values: Option<Concrete<'c>>,
) {
    let value = values.into_iter().flat_map(items);
    let count = value.clone().count();
    if count > 0 && count != names.clone().count() || names.clone().any(Concrete::is_ellipsis) {
        w.open(Kind::VarDef, span);
        modifiers(w, of);
        w.slot(kind);
        w.gather(Kind::Tuple, names);
        w.slot(values);
        return w.close();
    }
    w.in_sequence(span, names.clone(), |w, name, span| {
        let nth = names.clone().position(|other| other.id == name.id).unwrap_or(0);
        definition(w, of, span, Some(name), kind, value.clone().nth(nth));
    });
}

/// A definition with the modifiers of `of`, over `span`.
fn definition(
    w: &mut Writer<'_>,
    of: Concrete<'_>,
    span: Concrete<'_>,
    names: Option<Concrete<'_>>,
    kind: Option<Concrete<'_>>,
    values: Option<Concrete<'_>>,
) {
    w.open(Kind::VarDef, span);
    modifiers(w, of);
    w.slot(kind);
    w.slot(names);
    w.slot(values);
    w.close();
}

fn modifiers(w: &mut Writer<'_>, of: Concrete<'_>) {
    let constant = |child: &Concrete<'_>| !child.is_named() && child.is("const");
    let tag = |child: &Concrete<'_>| child.field_name() == "tag";
    w.modifiers(of, of.children().filter(|child| constant(child) || tag(child)));
}

fn declaration(w: &mut Writer<'_>, node: Concrete<'_>) {
    let listed = node.child_of_kind("var_spec_list");
    let specs = listed.unwrap_or(node).named();
    w.in_sequence(node, specs, |w, spec, span| variables(w, node, spec, span));
}

/// `var a, b T = f()`.
fn variables(w: &mut Writer<'_>, of: Concrete<'_>, spec: Concrete<'_>, span: Concrete<'_>) {
    if spec.hole().is_some() {
        return w.lower(spec);
    }
    let names = spec.fields("name").filter(|name| name.is_named());
    each_with_value(w, (of, span), names, spec.field("type"), spec.field("value"));
}

/// The label is left out. `key: value` as a pattern is an element of a literal.
fn labeled(w: &mut Writer<'_>, node: Concrete<'_>) {
    let statement = node.unlabeled().next();
    let value = statement.filter(|statement| statement.is("expression_statement"));
    match value.and_then(|value| value.named().next()) {
        Some(value) if node.pattern_text(node.start(), node.end()).is_some() => {
            w.open(Kind::Keyword, node);
            w.slot(node.field("label"));
            w.lower(value);
            w.close();
        }
        _ => w.slot(statement),
    }
}

/// `if x := f(); c { ... }`: the first statement stands before the branch.
fn branch(w: &mut Writer<'_>, node: Concrete<'_>) {
    let before = node.field("initializer");
    let branch = |w: &mut Writer<'_>| {
        let start = node.field("condition").filter(|_| before.is_some());
        w.open_span(Kind::If, Op::None, start.unwrap_or(node).start(), node.end());
        w.slot(node.field("condition"));
        w.slot(node.field("consequence"));
        w.slot(node.field("alternative"));
        w.close();
    };
    after(w, node, before, branch);
}

/// A statement, and another one before it.
fn after(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    before: Option<Concrete<'_>>,
    write: impl Fn(&mut Writer<'_>),
) {
    let Some(before) = before else { return write(w) };
    w.open(Kind::Sequence, node);
    w.lower(before);
    write(w);
    w.close();
}

/// The four kinds of `for`.
fn repeat(w: &mut Writer<'_>, node: Concrete<'_>) {
    let head = node.named().find(|child| !child.is("block"));
    match head {
        Some(range) if range.is("range_clause") && range.hole().is_none() => {
            w.open(Kind::ForEach, node);
            w.slot(range.field("left"));
            w.slot(range.field("right"));
        }
        Some(clause) if clause.is("for_clause") && clause.hole().is_none() => {
            w.open(Kind::For, node);
            w.slot(clause.field("initializer"));
            w.slot(clause.field("condition"));
            w.slot(clause.field("update"));
        }
        Some(any) if any.is_ellipsis() => {
            w.open(Kind::For, node);
            w.lower(any);
            (0..2).for_each(|_| w.absent());
        }
        Some(condition) => {
            w.open(Kind::While, node);
            w.lower(condition);
        }
        None => {
            w.open(Kind::For, node);
            (0..3).for_each(|_| w.absent());
        }
    }
    w.slot(node.field("body"));
    w.close();
}

fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    let subject = node.field("value");
    let first = node.field("alias").or(subject).unwrap_or(node);
    let cases = node.named().filter(|child| child.field_name().is_empty());
    let switch = |w: &mut Writer<'_>| {
        let start = if node.field("initializer").is_some() { first } else { node };
        w.open_span(Kind::Switch, Op::None, start.start(), node.end());
        match node.field("alias") {
            // `switch v := x.(type)` gives the value another name.
            Some(alias) => definition(w, alias, first, Some(alias), None, subject),
            None => w.slot(subject),
        }
        w.each(cases.clone());
        w.close();
    };
    after(w, node, node.field("initializer"), switch);
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let value = node.named().filter(|child| !child.field_name().is_empty()).last();
    let head = value.map_or(node.start(), Concrete::end);
    let values = node.named().filter(|child| child.start() < head);
    let body = node.named().filter(|child| child.start() >= head);
    // `case ...` without a colon is any number of cases.
    if let Some(any) = value.filter(|value| value.is_ellipsis() && is_open(node, *value)) {
        return w.lower(any);
    }
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), head);
    for value in values {
        match value.is("expression_list") && value.hole().is_none() {
            true => w.all(value),
            false => w.lower(value),
        }
    }
    w.close();
    w.open_span(Kind::Block, Op::None, head, node.end());
    w.each(body);
    w.close();
    w.close();
}

/// Whether nothing stands behind the placeholder in the pattern.
fn is_open(case: Concrete<'_>, any: Concrete<'_>) -> bool {
    case.pattern_text(any.start(), case.end()).is_some_and(|text| !text.contains(':'))
}

/// `v, ok := <-channel` in a `case`.
fn receive(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("left") {
        Some(left) => definition(w, node, node, Some(left), None, node.field("right")),
        None => w.slot(node.field("right")),
    }
}

fn imports(w: &mut Writer<'_>, node: Concrete<'_>) {
    let listed = node.child_of_kind("import_spec_list");
    let specs = listed.unwrap_or(node).named();
    // A declaration is found as a whole, whichever of its imports is meant.
    w.in_sequence(node, specs, |w, spec, _| import_of(w, spec, node));
}

fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    import_of(w, node, node);
}

/// `import x "a/b"`; one for its effects alone has the alias `_`.
fn import_of(w: &mut Writer<'_>, spec: Concrete<'_>, span: Concrete<'_>) {
    if spec.hole().is_some() {
        return w.lower(spec);
    }
    let everything = spec.field("name").filter(|name| name.is("dot"));
    w.open(Kind::Import, span);
    w.slot(spec.field("path"));
    w.slot_token(everything);
    w.slot(spec.field("name").filter(|_| everything.is_none()));
    w.close();
}

/// A function, a method, an element of an interface or a literal.
fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    match node.field("receiver") {
        Some(receiver) => {
            w.open_over(Kind::Modifiers, receiver, receiver);
            w.open(Kind::Annotation, receiver);
            receiver.named().for_each(|declared| parameter(w, declared));
            w.close();
            w.close();
        }
        None => w.empty(Kind::Modifiers, node.start()),
    }
    w.slot(node.field("name"));
    match node.field("parameters") {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.field("name").map_or(node.start(), Concrete::end)),
    }
    results(w, node.field("result"));
    w.slot(node.field("body"));
    w.close();
}

/// A type, or a tuple of them.
fn results(w: &mut Writer<'_>, result: Option<Concrete<'_>>) {
    match result.filter(|result| result.is("parameter_list") && result.hole().is_none()) {
        Some(list) => {
            w.open(Kind::Tuple, list);
            list.named().for_each(|declared| parameter(w, declared));
            w.close();
        }
        None => w.slot(result),
    }
}

fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Params, node);
    node.named().for_each(|declared| parameter(w, declared));
    w.close();
}

/// `a, b T` declares two; one without a name is its type alone.
fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.hole().is_some() || node.is_error() {
        return w.lower(node);
    }
    let op = if node.is("variadic_parameter_declaration") { Op::Spread } else { Op::None };
    let names = node.fields("name");
    let single = names.clone().count() < 2;
    if names.clone().next().is_none() {
        return declared(w, op, node, node.field("type"), None);
    }
    for name in names {
        match (name.is_ellipsis(), single) {
            (true, _) => w.lower(name),
            (_, true) => declared(w, op, node, node.field("type"), Some(name)),
            (_, false) => declared(w, op, name, node.field("type"), Some(name)),
        }
    }
}

fn declared(
    w: &mut Writer<'_>,
    op: Op,
    span: Concrete<'_>,
    kind: Option<Concrete<'_>>,
    name: Option<Concrete<'_>>,
) {
    // The type that several names share stands behind them.
    let end = kind.map_or(span.end(), Concrete::end).max(span.end());
    w.open_span(Kind::Param, op, span.start(), end);
    w.empty(Kind::Modifiers, span.start());
    w.slot(kind);
    w.slot(name);
    w.absent();
    w.close();
}

/// `type T struct { ... }` is a class; another type is a definition of its name.
fn type_definition(w: &mut Writer<'_>, node: Concrete<'_>) {
    let of = node.field("type").filter(|of| of.hole().is_none());
    let body = of.filter(|of| matches!(of.kind(), "struct_type" | "interface_type"));
    let Some(body) = body else { return w.other(node) };
    w.open(Kind::Class, node);
    let word = body.children().filter(|child| !child.is_named() && child.text().len() > 1);
    w.modifiers(body, word);
    w.slot(node.field("name"));
    w.empty(Kind::Bases, body.start());
    match body.child_of_kind("field_declaration_list") {
        Some(fields) => w.lower(fields),
        None => w.wrap_all(Kind::Block, body),
    }
    w.close();
}

/// `a, b T` in a struct; one without a name is embedded.
fn field(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.fields("name").next().is_none() {
        return w.slot(node.field("type"));
    }
    w.in_sequence(node, node.fields("name"), |w, name, span| {
        definition(w, node, span, Some(name), node.field("type"), None);
    });
}
