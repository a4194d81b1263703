//! Ruby's definitions.

use super::flow::{block, body, method_body};
use crate::{
    Kind, Op,
    concrete::Concrete,
    grammar::{
        How::{Code, Node},
        Row,
        Slot::All,
    },
    lower::Writer,
};

pub(super) const ROWS: &[Row] = &[
    Row("method singleton_method", Code(method)),
    Row("block do_block", Code(closure)),
    Row("lambda", Code(lambda)),
    Row("method_parameters lambda_parameters block_parameters", Code(parameters)),
    Row(
        "optional_parameter keyword_parameter splat_parameter hash_splat_parameter \
         block_parameter",
        Code(parameter),
    ),
    Row("destructured_parameter", Node(Kind::Tuple, &[All])),
    Row("class module", Code(class)),
    Row("superclass", Code(|w, n| w.one(n))),
];

fn method(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    w.modifiers(node, std::iter::empty());
    w.slot(node.field("name"));
    list(w, node);
    w.absent();
    match node.field("body") {
        Some(inner) if inner.is("body_statement") => method_body(w, inner),
        Some(inner) => {
            w.open(Kind::Block, inner);
            super::flow::statement(w, inner);
            w.close();
        }
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

fn list(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("parameters") {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.field("name").map_or(node.start(), Concrete::end)),
    }
}

fn closure(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    w.modifiers(node, std::iter::empty());
    w.absent();
    list(w, node);
    w.absent();
    inner(w, node);
    w.close();
}

fn inner(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.field("body") {
        Some(inner) if inner.is("body_statement") => body(w, inner),
        Some(inner) => block(w, inner),
        None => w.empty(Kind::Block, node.end()),
    }
}

fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    w.modifiers(node, std::iter::empty());
    w.absent();
    list(w, node);
    w.absent();
    match node.field("body") {
        Some(block) => inner(w, block),
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Params, node);
    for item in node.named() {
        let plain = matches!(item.kind(), "identifier" | "destructured_parameter");
        if (plain || item.hole().is_some()) && !item.is_ellipsis() {
            w.open(Kind::Param, item);
            w.modifiers(item, std::iter::empty());
            w.absent();
            w.lower(item);
            w.absent();
            w.close();
        } else {
            w.lower(item);
        }
    }
    w.close();
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = match node.kind() {
        "splat_parameter" => Op::Spread,
        "hash_splat_parameter" => Op::SpreadDict,
        _ => Op::None,
    };
    w.open_op(Kind::Param, op, node);
    w.modifiers(node, std::iter::empty());
    w.absent();
    w.slot(node.field("name"));
    w.slot(node.field("value"));
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let word = node.children().next().filter(|word| word.is("module"));
    w.open(Kind::Class, node);
    w.modifiers(node, word.into_iter());
    w.slot(node.field("name"));
    match node.field("superclass") {
        Some(base) => w.wrap(Kind::Bases, base, base),
        None => w.empty(Kind::Bases, node.field("name").map_or(node.start(), Concrete::end)),
    }
    inner(w, node);
    w.close();
}
