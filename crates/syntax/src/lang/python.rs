//! Python, with what is left of Python 2 in the grammar (`print x`, `exec x`).

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
    op::operator,
    pattern::{Fill, Frame, PatternSyntax, Typed},
    scaffold::{Lexicon, Scaffolds, Style},
};

pub(super) static PYTHON: Language = Language {
    id: "python",
    name: "Python",
    aliases: &["py", "python3", "python2"],
    extensions: &["py", "pyi", "pyw"],
    file_names: &["SConstruct", "SConscript", "wscript"],
    shebangs: &["python"],
    line_comments: &["#"],
    dialect: &DIALECT,
    variant: None,
    rows: &[ROWS],
    scaffolds: Scaffolds {
        lexicon: Lexicon {
            line_comment: "#",
            block_comments: false,
            long_quotes: &["\"\"\"", "'''"],
            regexes: false,
        },
        style: Style::Layout,
        heads: &[
            ("else", "if _:"),
            ("elif", "if _:"),
            ("except", "try:"),
            ("finally", "try:"),
            ("case", "match _:"),
        ],
        openers: &[("):", "def _("), (") ->", "def _("), (",", "_("), (":", "_ = {")],
    },
    patterns: PatternSyntax {
        frames: &[
            Frame::clause("else", "if _: pass\n", ""),
            Frame::clause("elif", "if _: pass\n", ""),
            Frame::clause("except", "try: pass\n", ""),
            Frame::clause("finally", "try: pass\n", ""),
            Frame::whole("", ""),
            Frame::whole("", " pass"),
            Frame::whole("", ": pass"),
            Frame::part("", "\ndef _(): pass", Kind::Annotation),
            Frame::part("def _(", "): pass", Kind::Param),
            Frame::part("_(", ")", Kind::Args),
            Frame::part("_({", "})", Kind::Pair),
        ],
        fills: &[Fill::Around("", ""), Fill::Around("", ": ___"), Fill::Around("", "=___")],
        statement_fill: 0,
        member_fill: 0,
        case_fill: 0,
        spread: false,
        typed: Typed::Subscript,
    },
};

static DIALECT: Dialect = Dialect::new(|| tree_sitter_python::LANGUAGE.into());

const ROWS: &[Row] = &[
    Row("identifier", Leaf(Kind::Name)),
    Row("dotted_name member_type", Dotted),
    Row("integer", Leaf(Kind::Int)),
    Row("float", Leaf(Kind::Float)),
    Row("true false", Leaf(Kind::Bool)),
    Row("none", Leaf(Kind::Null)),
    Row("string", String),
    Row("concatenated_string", Code(|w, n| w.strings(n))),
    Row("parenthesized_expression type case_pattern as_pattern_target", One),
    Row("else_clause with_item parenthesized_list_splat", One),
    // Expressions.
    Row("call", Node(Kind::Call, &[Field("function"), Field("arguments")])),
    Row("argument_list", Node(Kind::Args, &[All])),
    Row("keyword_argument", Node(Kind::Keyword, &[Field("name"), Field("value")])),
    Row("keyword_pattern", Node(Kind::Keyword, &[Nth(0), Nth(1)])),
    Row("attribute", Node(Kind::Member, &[Field("object"), Field("attribute")])),
    Row("subscript", Code(subscript)),
    Row("slice", Code(slice)),
    Row("unary_operator not_operator", Oper(Kind::Unary, &[Field("argument")])),
    Row("binary_operator boolean_operator", Oper(Kind::Binary, &[Field("left"), Field("right")])),
    Row("comparison_operator", Code(comparison)),
    Row("union_type union_pattern", Code(alternatives)),
    Row("conditional_expression", Node(Kind::Conditional, &[Nth(1), Nth(0), Nth(2)])),
    Row("named_expression", Oper(Kind::Assign, &[Field("name"), Field("value")])),
    Row("lambda", Code(lambda)),
    Row("await", Node(Kind::Await, &[Nth(0)])),
    Row("yield", Code(yielded)),
    Row("list list_pattern", Node(Kind::List, &[All])),
    Row("tuple tuple_pattern expression_list pattern_list", Node(Kind::Tuple, &[All])),
    Row("set", Node(Kind::Set, &[All])),
    Row("dictionary", Node(Kind::Dict, &[All])),
    Row("dict_pattern", Code(dict_pattern)),
    Row("pair", Node(Kind::Pair, &[Field("key"), Field("value")])),
    Row("list_splat list_splat_pattern dictionary_splat dictionary_splat_pattern", Code(splat)),
    Row("splat_pattern splat_type", Code(splat)),
    Row("list_comprehension", Code(|w, n| comprehension(w, n, Op::ListOf))),
    Row("set_comprehension", Code(|w, n| comprehension(w, n, Op::SetOf))),
    Row("dictionary_comprehension", Code(|w, n| comprehension(w, n, Op::DictOf))),
    Row("generator_expression", Code(|w, n| comprehension(w, n, Op::Generator))),
    Row("for_in_clause", Code(for_in_clause)),
    Row("if_clause", Node(Kind::If, &[Nth(0), Absent, Absent])),
    Row("generic_type", Code(generic)),
    Row("as_pattern", Code(as_pattern)),
    Row("class_pattern", Code(class_pattern)),
    // Statements.
    Row("block", Node(Kind::Block, &[All])),
    Row("expression_statement", Code(expression_statement)),
    Row("assignment", Code(assignment)),
    Row("augmented_assignment", Oper(Kind::Assign, &[Field("left"), Field("right")])),
    Row("if_statement", Code(if_statement)),
    Row("while_statement", Code(|w, n| with_else(w, n, while_loop))),
    Row("for_statement", Code(|w, n| with_else(w, n, for_loop))),
    Row("try_statement", Code(|w, n| with_else(w, n, try_statement))),
    Row("except_clause", Code(except_clause)),
    Row("finally_clause", Node(Kind::Finally, &[Nth(0)])),
    Row("elif_clause", Node(Kind::If, &[Field("condition"), Field("consequence"), Absent])),
    Row("with_statement", Code(with_statement)),
    Row("with_clause", Flat),
    Row("match_statement", Code(match_statement)),
    Row("case_clause", Code(case_clause)),
    Row("return_statement", Node(Kind::Return, &[Nth(0)])),
    Row("raise_statement", Node(Kind::Throw, &[Nth(0)])),
    Row("break_statement", Node(Kind::Break, &[Absent])),
    Row("continue_statement", Node(Kind::Continue, &[Absent])),
    Row("assert_statement", Node(Kind::Assert, &[Nth(0), Nth(1)])),
    Row("delete_statement", Code(delete)),
    Row("print_statement exec_statement", Code(keyword_call)),
    Row("import_statement", Code(import)),
    Row("import_from_statement future_import_statement", Code(import_from)),
    Row("relative_import", Code(relative_import)),
    Row("import_prefix wildcard_import pass_statement", Leaf(Kind::Token)),
    // Definitions.
    Row("function_definition", Code(|w, n| function(w, n, n))),
    Row("class_definition", Code(|w, n| class(w, n, n))),
    Row("decorated_definition", Code(decorated)),
    Row("decorator", Node(Kind::Annotation, &[Nth(0)])),
    Row("parameters lambda_parameters", Code(parameters)),
    Row("default_parameter typed_parameter typed_default_parameter", Code(parameter)),
    Row("line_continuation", Skip),
];

/// `low:high:step`, of which each may be missing: the colons tell which.
fn slice(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut slots = [None; 3];
    let mut colons = 0;
    for child in node.children() {
        if child.is(":") {
            colons += 1;
        } else if let Some(slot) = slots.get_mut(colons) {
            *slot = Some(child);
        }
    }
    w.open(Kind::Slice, node);
    slots.into_iter().for_each(|slot| w.slot(slot));
    w.close();
}

/// `a < b < c` nests to the left.
fn comparison(w: &mut Writer<'_>, node: Concrete<'_>) {
    let tokens = node.children().filter(|child| child.field_name() == "operators");
    let op = |token: Concrete<'_>| operator(Kind::Binary, token.kind(), false);
    let ops: Vec<_> = tokens.map(|token| op(token).unwrap_or(Op::Other)).collect();
    chain(w, node, &ops);
}

/// `a | b | c`.
fn alternatives(w: &mut Writer<'_>, node: Concrete<'_>) {
    let operators = node.named().count().saturating_sub(1);
    chain(w, node, &vec![Op::BitOr; operators]);
}

fn chain(w: &mut Writer<'_>, node: Concrete<'_>, ops: &[Op]) {
    let mut operands = node.named().filter(|child| !child.is_error());
    let Some(first) = operands.next() else { return w.other(node) };
    let links: Vec<_> = operands.zip(ops).collect();
    for (right, op) in links.iter().rev() {
        w.open_span(Kind::Binary, **op, node.start(), right.end());
    }
    w.lower(first);
    for (right, _) in links {
        w.lower(right);
        w.close();
    }
}

fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match node.field("parameters") {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.start()),
    }
    w.absent();
    w.slot(node.field("body"));
    w.close();
}

fn yielded(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("from") { Op::Spread } else { Op::None };
    w.open_op(Kind::Yield, op, node);
    w.slot(node.named().next());
    w.close();
}

fn splat(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Spread, splat_op(node), node);
    w.slot(node.named().next());
    w.close();
}

fn splat_op(node: Concrete<'_>) -> Op {
    if node.has_token("**") { Op::SpreadDict } else { Op::Spread }
}

fn dict_pattern(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Dict, node);
    let mut key = None;
    for child in node.named() {
        match (child.field_name(), key.take()) {
            ("key", _) => key = Some(child),
            ("value", Some(key)) => {
                w.open_over(Kind::Pair, key, child);
                w.each([key, child]);
                w.close();
            }
            _ => w.lower(child),
        }
    }
    w.close();
}

fn comprehension(w: &mut Writer<'_>, node: Concrete<'_>, op: Op) {
    w.open_op(Kind::Comprehension, op, node);
    w.slot(node.field("body"));
    w.each(node.unlabeled());
    w.close();
}

fn for_in_clause(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    w.slot(node.field("left"));
    w.gather(Kind::Tuple, node.fields("right"));
    w.absent();
    w.close();
}

fn generic(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Generic, node);
    for child in node.named() {
        if child.is("type_parameter") { w.all(child) } else { w.lower(child) }
    }
    w.close();
}

/// `value as target`.
fn as_pattern(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Assign, Op::Assign, node);
    w.slot(node.field("alias").or_else(|| node.named().nth(1)));
    w.slot(node.named().next());
    w.close();
}

fn class_pattern(w: &mut Writer<'_>, node: Concrete<'_>) {
    let mut children = node.named();
    let name = children.next();
    w.open(Kind::Call, node);
    w.slot(name);
    w.open_span(Kind::Args, Op::None, name.map_or(node.start(), Concrete::end), node.end());
    w.each(children);
    w.close();
    w.close();
}

/// `a,` is a tuple.
fn expression_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.named().count() == 1 && node.has_token(",") {
        w.open(Kind::ExprStmt, node);
        w.open(Kind::Tuple, node);
        w.all(node);
        w.close();
        return w.close();
    }
    w.expression_statement(node);
}

fn assignment(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("type") {
        None => {
            w.open_op(Kind::Assign, Op::Assign, node);
            w.slot(node.field("left"));
        }
        Some(kind) => {
            w.open(Kind::VarDef, node);
            w.empty(Kind::Modifiers, node.start());
            w.lower(kind);
            w.slot(node.field("left"));
        }
    }
    w.slot(node.field("right"));
    w.close();
}

/// Each `elif` is an `If` in the `else` of the one before.
fn if_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::If, node);
    w.slot(node.field("condition"));
    w.slot(node.field("consequence"));
    let mut open = 1;
    let mut last = None;
    for clause in node.fields("alternative") {
        if clause.is("elif_clause") {
            w.open_span(Kind::If, Op::None, clause.start(), node.end());
            w.slot(clause.field("condition"));
            w.slot(clause.field("consequence"));
            open += 1;
        } else {
            last = clause.field("body");
        }
    }
    w.slot(last);
    (0..open).for_each(|_| w.close());
}

/// The `else` of a loop or `try` runs after it: it follows as a block of its own.
fn with_else(w: &mut Writer<'_>, node: Concrete<'_>, statement: fn(&mut Writer<'_>, Concrete<'_>)) {
    let alternative = node.child_of_kind("else_clause");
    let Some(alternative) = alternative.filter(|clause| clause.hole().is_none()) else {
        return statement(w, node);
    };
    w.open(Kind::Sequence, node);
    statement(w, node);
    w.lower(alternative);
    w.close();
}

fn while_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::While, node);
    w.slot(node.field("condition"));
    w.slot(node.field("body"));
    w.close();
}

fn for_loop(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    w.slot(node.field("left"));
    w.slot(node.field("right"));
    w.slot(node.field("body"));
    w.close();
}

fn try_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Try, node);
    w.slot(node.field("body"));
    w.each(node.named().filter(|child| child.is("except_clause")));
    w.slot(node.child_of_kind("finally_clause"));
    w.close();
}

fn except_clause(w: &mut Writer<'_>, node: Concrete<'_>) {
    let caught = node.field("value").filter(|value| value.is("as_pattern"));
    w.open(Kind::Catch, node);
    match caught {
        Some(caught) => {
            w.slot(caught.named().next());
            w.slot(caught.field("alias"));
        }
        None => {
            w.gather(Kind::Tuple, node.fields("value"));
            w.slot(node.field("alias"));
        }
    }
    w.slot(node.child_of_kind("block"));
    w.close();
}

fn with_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::With, node);
    w.each(node.child_of_kind("with_clause"));
    w.slot(node.field("body"));
    w.close();
}

fn match_statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.gather(Kind::Tuple, node.fields("subject"));
    if let Some(body) = node.field("body") {
        w.all(body);
    }
    w.close();
}

/// `case _` is the default. A guard is the last of the values.
fn case_clause(w: &mut Writer<'_>, node: Concrete<'_>) {
    let wildcard = |value: &Concrete<'_>| value.text() == "_";
    let patterns = node.named().filter(|child| child.field_name() != "consequence");
    w.open(Kind::Case, node);
    w.open_span(
        Kind::Tuple,
        Op::None,
        node.start(),
        node.field("consequence").map_or(node.end(), |body| body.start()),
    );
    w.each(patterns.filter(|value| !wildcard(value)));
    w.close();
    w.slot(node.field("consequence"));
    w.close();
}

fn delete(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Delete, node);
    for target in node.named() {
        if target.is("expression_list") { w.all(target) } else { w.lower(target) }
    }
    w.close();
}

/// `print x` and `exec x` as the calls that they are.
fn keyword_call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(keyword) = node.children().next() else { return w.other(node) };
    w.open(Kind::ExprStmt, node);
    w.open(Kind::Call, node);
    w.leaf(Kind::Name, keyword);
    w.open_span(Kind::Args, Op::None, keyword.end(), node.end());
    w.all(node);
    w.close();
    w.close();
    w.close();
}

fn import(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.in_sequence(node, node.fields("name"), |w, name, whole| {
        w.open(Kind::Import, whole);
        w.slot(name.field("name").or(Some(name)));
        w.absent();
        w.slot(name.field("alias"));
        w.close();
    });
}

fn import_from(w: &mut Writer<'_>, node: Concrete<'_>) {
    let wildcard = node.child_of_kind("wildcard_import");
    let dots = node.unlabeled().filter(|child| child.is_ellipsis());
    let names = node.fields("name").chain(wildcard).chain(dots);
    let module = node.field("module_name");
    let future = node.children().find(|child| child.is("__future__"));
    w.in_sequence(node, names, |w, name, _| {
        w.open(Kind::Import, node);
        match (module, future) {
            (None, Some(future)) => w.leaf(Kind::Name, future),
            _ => w.slot(module),
        }
        w.slot(name.field("name").or(Some(name)));
        w.slot(name.field("alias"));
        w.close();
    });
}

/// `..a.b` is a chain that starts with its dots.
fn relative_import(w: &mut Writer<'_>, node: Concrete<'_>) {
    let prefix = node.child_of_kind("import_prefix").into_iter();
    let names = node.child_of_kind("dotted_name").into_iter().flat_map(Concrete::named);
    w.dotted(prefix.chain(names));
}

/// `whole` is the definition with its decorators.
fn function(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    w.open(Kind::Function, whole);
    modifiers(w, node, whole);
    w.slot(node.field("name"));
    w.slot(node.field("parameters"));
    w.slot(node.field("return_type"));
    w.slot(node.field("body"));
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    w.open(Kind::Class, whole);
    modifiers(w, node, whole);
    w.slot(node.field("name"));
    match node.field("superclasses") {
        Some(bases) => {
            w.open(Kind::Bases, bases);
            w.all(bases);
            w.close();
        }
        None => w.empty(Kind::Bases, node.field("name").map_or(node.start(), Concrete::end)),
    }
    w.slot(node.field("body"));
    w.close();
}

fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>, whole: Concrete<'_>) {
    let decorators = whole.named().filter(|child| child.is("decorator"));
    let keywords = node.children().filter(|child| child.is("async"));
    w.modifiers(whole, decorators.chain(keywords));
}

fn decorated(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("definition") {
        Some(class_node) if class_node.is("class_definition") => class(w, class_node, node),
        Some(definition) => function(w, definition, node),
        None => w.other(node),
    }
}

fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Params, node);
    node.named().for_each(|child| parameter(w, child));
    w.close();
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.is_ellipsis() || node.kind().ends_with("_separator") || node.is_error() {
        return w.lower(node);
    }
    let name = node.field("name").or_else(|| {
        let typed = node.is("typed_parameter");
        node.unlabeled().next().filter(|_| typed)
    });
    let target = name.unwrap_or(node);
    let starred = target.kind().ends_with("_splat_pattern") && target.hole().is_none();
    let op = if starred { splat_op(target) } else { Op::None };
    w.open_op(Kind::Param, op, node);
    w.empty(Kind::Modifiers, node.start());
    w.slot(node.field("type"));
    w.slot(if starred { target.named().next() } else { Some(target) });
    w.slot(node.field("value"));
    w.close();
}

/// `x[a]`; `x[a, b]` is `x[(a, b)]`.
fn subscript(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Index, node);
    w.slot(node.field("value"));
    w.gather(Kind::Tuple, node.fields("subscript").filter(|part| part.is_named()));
    w.close();
}
