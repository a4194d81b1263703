//! Ruby's statements.

use crate::{
    Kind, Op,
    concrete::Concrete,
    grammar::{
        How::{Code, Node, One},
        Row,
        Slot::Nth,
    },
    lower::Writer,
};

pub(super) const ROWS: &[Row] = &[
    Row("program", Code(|w, n| statements(w, n.named()))),
    Row("then do block_body", Code(block)),
    Row("begin_block end_block", Code(block)),
    Row("else", Code(block)),
    Row("begin body_statement", Code(body)),
    Row("if elsif", Code(|w, n| branch(w, n, false))),
    Row("unless", Code(|w, n| branch(w, n, true))),
    Row("if_modifier", Code(|w, n| modifier(w, n, Kind::If, false))),
    Row("unless_modifier", Code(|w, n| modifier(w, n, Kind::If, true))),
    Row("while_modifier", Code(|w, n| modifier(w, n, Kind::While, false))),
    Row("until_modifier", Code(|w, n| modifier(w, n, Kind::While, true))),
    Row("while", Code(|w, n| repeat(w, n, false))),
    Row("until", Code(|w, n| repeat(w, n, true))),
    Row("for", Code(for_each)),
    Row("in", One),
    Row("case case_match", Code(case)),
    Row("when in_clause", Code(when)),
    Row("pattern", One),
    Row("rescue", Code(rescue)),
    Row(
        "ensure",
        Code(|w, n| {
            w.open(Kind::Finally, n);
            block(w, n);
            w.close();
        }),
    ),
    Row("exceptions", Code(|w, n| w.gather(Kind::Tuple, n.named()))),
    Row("exception_variable", One),
    Row("return", Code(|w, n| leave(w, n, Kind::Return))),
    Row("yield", Code(|w, n| leave(w, n, Kind::Yield))),
    Row("break", Node(Kind::Break, &[Nth(9)])),
    Row("next", Node(Kind::Continue, &[Nth(9)])),
];

/// Whether a node is a statement by itself.
fn stands_alone(node: Concrete<'_>) -> bool {
    let clause = matches!(
        node.kind(),
        "assignment"
            | "operator_assignment"
            | "if"
            | "unless"
            | "while"
            | "until"
            | "for"
            | "case"
            | "case_match"
            | "begin"
            | "method"
            | "singleton_method"
            | "class"
            | "module"
            | "return"
            | "break"
            | "next"
            | "if_modifier"
            | "unless_modifier"
            | "while_modifier"
            | "until_modifier"
            | "rescue"
            | "ensure"
            | "else"
            | "empty_statement"
            | "alias"
            | "undef"
            | "singleton_class"
            | "when"
            | "elsif"
            | "in_clause"
            | "begin_block"
    );
    clause || node.hole().is_some() || node.is_error()
}

pub(super) fn statement(w: &mut Writer<'_>, node: Concrete<'_>) {
    if stands_alone(node) { w.lower(node) } else { w.wrap(Kind::ExprStmt, node, node) }
}

pub(super) fn statements<'c>(w: &mut Writer<'_>, nodes: impl Iterator<Item = Concrete<'c>>) {
    nodes.for_each(|node| statement(w, node));
}

pub(super) fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    statements(w, node.named());
    w.close();
}

fn is_handler(node: &Concrete<'_>) -> bool {
    matches!(node.kind(), "rescue" | "ensure" | "else")
}

/// The body of a method, whose last value is what it returns.
pub(super) fn method_body(w: &mut Writer<'_>, node: Concrete<'_>) {
    let last = node.named().last();
    let in_pattern = node.pattern_text(node.start(), node.end()).is_some();
    match last.filter(|last| !in_pattern && !stands_alone(*last)) {
        Some(last) if !node.named().any(|part| is_handler(&part)) => {
            w.open(Kind::Block, node);
            statements(w, node.named().filter(|part| part.id != last.id));
            w.wrap(Kind::Return, last, last);
            w.close();
        }
        _ => body(w, node),
    }
}

/// Statements, in a `Try` if handlers follow them.
pub(super) fn body(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(handler) = node.named().find(is_handler) else { return block(w, node) };
    w.open(Kind::Block, node);
    w.open(Kind::Try, node);
    let other = node.child_of_kind("else");
    let end = other.map_or(handler.start(), |other| other.end().max(handler.start()));
    w.open_span(Kind::Block, Op::None, node.start(), end);
    statements(w, node.named().filter(|part| !is_handler(part) && part.end() <= end));
    w.each(other);
    w.close();
    w.each(node.named().filter(|part| part.is("rescue")));
    w.slot(node.child_of_kind("ensure").filter(|part| part.is_named()));
    w.close();
    w.close();
}

fn rescue(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Catch, node);
    w.slot(node.field("exceptions"));
    w.slot(node.field("variable"));
    body_or_empty(w, node);
    w.close();
}

fn body_or_empty(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("body") {
        Some(body) => w.lower(body),
        None => w.empty(Kind::Block, node.end()),
    }
}

fn condition(w: &mut Writer<'_>, node: Concrete<'_>, negated: bool) {
    let condition = node.field("condition");
    match condition.filter(|_| negated) {
        Some(condition) => {
            w.open_span(Kind::Unary, Op::Not, condition.start(), condition.end());
            w.lower(condition);
            w.close();
        }
        None => w.slot(condition),
    }
}

fn branch(w: &mut Writer<'_>, node: Concrete<'_>, negated: bool) {
    w.open(Kind::If, node);
    condition(w, node, negated);
    match node.field("consequence") {
        Some(then) => w.lower(then),
        None => w.empty(Kind::Block, node.field("condition").map_or(node.end(), Concrete::end)),
    }
    w.slot(node.field("alternative"));
    w.close();
}

/// `a if b`: the body stands before the condition in the text.
fn modifier(w: &mut Writer<'_>, node: Concrete<'_>, kind: Kind, negated: bool) {
    w.open(kind, node);
    condition(w, node, negated);
    let body = node.field("body");
    match body {
        Some(body) => {
            w.open(Kind::Block, body);
            statement(w, body);
            w.close();
        }
        None => w.absent(),
    }
    if kind == Kind::If {
        w.absent();
    }
    w.close();
}

fn repeat(w: &mut Writer<'_>, node: Concrete<'_>, negated: bool) {
    w.open(Kind::While, node);
    condition(w, node, negated);
    body_or_empty(w, node);
    w.close();
}

fn for_each(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    w.slot(node.field("pattern"));
    w.slot(node.field("value"));
    body_or_empty(w, node);
    w.close();
}

fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("value"));
    for part in node.named().filter(|part| part.field_name() != "value") {
        if part.is("else") {
            w.open(Kind::Case, part);
            w.empty(Kind::Tuple, part.start());
            block(w, part);
            w.close();
        } else {
            w.lower(part);
        }
    }
    w.close();
}

fn when(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Case, node);
    let body = node.field("body");
    let end = body.map_or(node.end(), Concrete::start);
    w.open_span(Kind::Tuple, Op::None, node.start(), end);
    w.each(node.fields("pattern"));
    w.close();
    body_or_empty(w, node);
    w.close();
}

/// `return a, b` gives a tuple.
fn leave(w: &mut Writer<'_>, node: Concrete<'_>, kind: Kind) {
    w.open(kind, node);
    match node.named().next() {
        Some(list) if list.is("argument_list") && list.hole().is_none() => {
            w.gather(Kind::Tuple, list.named());
        }
        value => w.slot(value),
    }
    w.close();
}
