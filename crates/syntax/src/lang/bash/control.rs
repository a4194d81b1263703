//! Branches, loops, groups and functions.

use super::commands::statements;
use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// `( ... )` runs apart, and is no mere block.
pub(super) fn subshell(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    block(w, node);
    w.close();
}

/// `{ ... }`; `(( ... ))` is arithmetic.
pub(super) fn group(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.text().starts_with("((") { w.other(node) } else { block(w, node) }
}

/// All that stands in a node as statements.
pub(super) fn block(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Block, node);
    statements(w, node.children());
    w.close();
}

/// Statements as a block, which has no text of its own where there are none.
fn body<'c>(w: &mut Writer<'_>, nodes: impl Iterator<Item = Concrete<'c>> + Clone, otherwise: u32) {
    let named = nodes.clone().filter(|node| node.is_named());
    match (named.clone().next(), named.last()) {
        (Some(first), Some(last)) => w.open_over(Kind::Block, first, last),
        _ => w.open_span(Kind::Block, Op::None, otherwise, otherwise),
    }
    statements(w, nodes);
    w.close();
}

/// The `else` of one condition is the `if` of the next.
pub(super) fn branch(w: &mut Writer<'_>, node: Concrete<'_>) {
    let clauses: Vec<_> = node.named().filter(|part| part.is("elif_clause")).collect();
    w.open(Kind::If, node);
    condition(w, node);
    for clause in &clauses {
        w.open_span(Kind::If, Op::None, clause.start(), node.end());
        condition(w, *clause);
    }
    match node.child_of_kind("else_clause") {
        Some(last) => body(w, last.children().skip(1), last.end()),
        None => w.absent(),
    }
    for _ in &clauses {
        w.close();
    }
    w.close();
}

/// What stands before `then`, and what after it.
fn condition(w: &mut Writer<'_>, node: Concrete<'_>) {
    let then = node.children().find(|part| !part.is_named() && part.is("then"));
    let middle = then.map_or(node.end(), Concrete::start);
    let parts = || node.children().filter(|part| !part.kind().ends_with("_clause"));
    let before = node.named().filter(move |part| part.start() < middle);
    w.gather(Kind::Sequence, before);
    body(w, parts().filter(move |part| part.start() > middle && !part.is("fi")), middle);
}

/// `until` is `while` the other way round.
pub(super) fn loop_while(w: &mut Writer<'_>, node: Concrete<'_>) {
    let until = node.has_token("until");
    w.open(Kind::While, node);
    let conditions = node.fields("condition");
    match conditions.clone().next().filter(|_| until) {
        Some(first) => {
            let last = conditions.clone().last().unwrap_or(first);
            w.open_span(Kind::Unary, Op::Not, first.start(), last.end());
            w.gather(Kind::Sequence, conditions);
            w.close();
        }
        None => w.gather(Kind::Sequence, conditions),
    }
    w.slot(node.field("body"));
    w.close();
}

/// `for x in a b; do ...`, `select`.
pub(super) fn loop_for(w: &mut Writer<'_>, node: Concrete<'_>) {
    let values = node.fields("value");
    w.open(Kind::ForEach, node);
    w.slot(node.field("variable"));
    match (values.clone().next(), values.clone().last()) {
        (Some(first), Some(last)) => {
            w.open_over(Kind::List, first, last);
            w.each(values);
            w.close();
        }
        _ => w.absent(),
    }
    w.slot(node.field("body"));
    w.close();
}

/// `for ((a; b; c)); do ...`
pub(super) fn loop_count(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::For, node);
    for part in ["initializer", "condition", "update"] {
        w.gather(Kind::Sequence, node.fields(part));
    }
    w.slot(node.field("body"));
    w.close();
}

/// `case x in ... esac`
pub(super) fn choice(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    w.slot(node.field("value"));
    w.each(node.named().filter(|part| part.is("case_item")));
    w.close();
}

/// `a | b) ... ;;`
pub(super) fn case(w: &mut Writer<'_>, node: Concrete<'_>) {
    let values = node.fields("value");
    let last = values.clone().last();
    let end = last.map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), end);
    w.each(values);
    w.close();
    body(w, node.children().filter(move |part| part.start() >= end), end);
    w.close();
}

/// `f() { ... }`; a body that is no group is a block of one statement.
pub(super) fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    let (name, inner) = (node.field("name"), node.field("body"));
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    match name {
        Some(name) if name.hole().is_none() => w.leaf(Kind::Name, name),
        name => w.slot(name),
    }
    w.empty(Kind::Params, name.map_or(node.start(), Concrete::end));
    w.absent();
    match inner {
        Some(inner) if !inner.is("compound_statement") => body(w, [inner].into_iter(), 0),
        inner => w.slot(inner),
    }
    w.close();
}
