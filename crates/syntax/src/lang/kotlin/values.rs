//! Expressions of Kotlin.

use super::{members, statement, statements};
use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// The grammar takes literals and jumps for names.
pub(super) fn name(w: &mut Writer<'_>, node: Concrete<'_>) {
    match node.text() {
        "true" | "false" => w.leaf(Kind::Bool, node),
        "null" => w.leaf(Kind::Null, node),
        "break" => jump(w, Kind::Break, node),
        "continue" => jump(w, Kind::Continue, node),
        _ => w.leaf(Kind::Name, node),
    }
}

fn jump(w: &mut Writer<'_>, kind: Kind, node: Concrete<'_>) {
    w.open(kind, node);
    w.absent();
    w.close();
}

/// Whether a label is the start of `break@outer`.
pub(super) fn is_jump(label: Concrete<'_>) -> bool {
    matches!(label.text(), "break@" | "continue@")
}

/// `a.B<T>`.
pub(super) fn user_type(w: &mut Writer<'_>, node: Concrete<'_>) {
    let names = node.named().filter(|part| part.is("identifier"));
    match node.named().filter(|part| part.is("type_arguments")).last() {
        Some(arguments) => {
            w.open(Kind::Generic, node);
            w.dotted(names);
            w.lower(arguments);
            w.close();
        }
        None => w.dotted(names),
    }
}

/// A lambda after the brackets is the last argument.
pub(super) fn call(w: &mut Writer<'_>, node: Concrete<'_>) {
    let callee = node.named().next();
    let types = node.named().skip(1).find(|part| part.is("type_arguments"));
    let arguments = node.named().skip(1).find(|part| part.is("value_arguments"));
    let lambda = node.child_of_kind("annotated_lambda");
    w.open(Kind::Call, node);
    if let (Some(callee), Some(types)) = (callee, types) {
        w.open_over(Kind::Generic, callee, types);
        w.each([callee, types]);
        w.close();
    } else {
        w.slot(callee);
    }
    match (arguments, lambda) {
        (Some(arguments), None) => w.lower(arguments),
        (None, None) => w.empty(Kind::Args, node.end()),
        (arguments, Some(lambda)) => {
            w.open_over(Kind::Args, arguments.unwrap_or(lambda), lambda);
            w.each(arguments.into_iter().flat_map(Concrete::named));
            w.lower(lambda);
            w.close();
        }
    }
    w.close();
}

pub(super) fn argument(w: &mut Writer<'_>, node: Concrete<'_>) {
    match (node.named().next(), node.named().nth(1)) {
        (Some(name), Some(value)) if node.has_token("=") => {
            w.open(Kind::Keyword, node);
            w.each([name, value]);
            w.close();
        }
        (Some(value), _) if node.has_token("*") => w.wrap(Kind::Spread, node, value),
        (value, _) => w.slot(value),
    }
}

pub(super) fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameters = node.child_of_kind("lambda_parameters");
    let body = node.named().filter(|part| parameters.is_none_or(|list| list.id != part.id));
    let start = parameters.map_or(node.start(), Concrete::end);
    w.open(Kind::Function, node);
    w.empty(Kind::Modifiers, node.start());
    w.absent();
    match parameters {
        Some(list) => members::parameters(w, list),
        None => w.empty(Kind::Params, node.start()),
    }
    w.absent();
    w.open_span(Kind::Block, Op::None, start, node.end());
    statements(w, body);
    w.close();
    w.close();
}

pub(super) fn navigation(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("?.") { Op::Optional } else { Op::None };
    w.open_op(Kind::Member, op, node);
    w.slot(node.named().next());
    match node.named().nth(1) {
        Some(name) if name.hole().is_none() => w.leaf(Kind::Name, name),
        name => w.slot(name),
    }
    w.close();
}

/// `x!!` is `x`.
pub(super) fn unary(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.has_token("!!") && !is_placeholder(node) {
        return w.slot(node.field("argument"));
    }
    w.open_op(Kind::Unary, crate::lower::op_of(Kind::Unary, node), node);
    w.slot(node.field("argument"));
    w.close();
}

pub(super) fn instance_of(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.has_token("is") { Op::InstanceOf } else { Op::IsNot };
    w.open_op(Kind::Binary, op, node);
    w.slot(node.field("left"));
    w.slot(node.field("right"));
    w.close();
}

pub(super) fn range(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::Range, node);
    w.slot(node.named().next());
    w.slot(node.named().nth(1));
    w.close();
}

/// `a f b` is `f(a, b)`.
pub(super) fn infix(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    w.slot(node.named().nth(1));
    w.open(Kind::Args, node);
    w.each(node.named().next().into_iter().chain(node.named().nth(2)));
    w.close();
    w.close();
}

/// What an `if` leads to.
pub(super) fn branches<'c>(node: Concrete<'c>) -> (Option<Concrete<'c>>, Option<Concrete<'c>>) {
    let (mut then, mut otherwise, mut is_else) = (None, None, false);
    for child in node.children() {
        match child.is_named() {
            false => is_else |= child.is("else"),
            true if child.field_name() == "condition" => {}
            true if is_else => otherwise = Some(child),
            true => then = Some(child),
        }
    }
    (then, otherwise)
}

/// An `if` that stands for a value.
pub(super) fn conditional(w: &mut Writer<'_>, node: Concrete<'_>) {
    match branches(node) {
        (Some(then), Some(otherwise)) => {
            w.open(Kind::Conditional, node);
            w.slot(node.field("condition"));
            w.each([then, otherwise]);
            w.close();
        }
        _ => super::branch(w, node),
    }
}

pub(super) fn when(w: &mut Writer<'_>, node: Concrete<'_>) {
    let subject = node.child_of_kind("when_subject");
    w.open(Kind::Switch, node);
    w.slot(subject);
    w.each(node.named().filter(|part| subject.is_none_or(|subject| subject.id != part.id)));
    w.close();
}

/// `when (val x = e)` defines `x`.
pub(super) fn when_subject(w: &mut Writer<'_>, node: Concrete<'_>) {
    match (node.child_of_kind("variable_declaration"), node.named().last()) {
        (Some(variable), Some(value)) if node.hole().is_none() => {
            w.open_over(Kind::VarDef, variable, value);
            w.empty(Kind::Modifiers, variable.start());
            members::type_and_name(w, variable);
            w.lower(value);
            w.close();
        }
        (_, value) => w.slot(value),
    }
}

pub(super) fn when_entry(w: &mut Writer<'_>, node: Concrete<'_>) {
    let body = node.unlabeled().last();
    let values = node.fields("condition");
    let end = values.clone().last().map_or(node.start(), Concrete::end);
    w.open(Kind::Case, node);
    w.open_span(Kind::Tuple, Op::None, node.start(), end);
    w.each(values);
    w.close();
    match body {
        Some(block) if block.is("block") => w.lower(block),
        Some(one) => {
            w.open(Kind::Block, one);
            statement(w, one);
            w.close();
        }
        None => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

/// `object : T(x) { ... }` is a `new`.
pub(super) fn object(w: &mut Writer<'_>, node: Concrete<'_>) {
    let bases = node.child_of_kind("delegation_specifiers");
    w.open(Kind::New, node);
    match bases {
        Some(bases) => w.gather(Kind::Tuple, bases.named()),
        None => w.absent(),
    }
    let call = bases.and_then(|bases| {
        let invoked = |base: Concrete<'_>| base.child_of_kind("constructor_invocation").is_some();
        bases.named().find(|base| invoked(*base))?.child_of_kind("constructor_invocation")
    });
    match call.and_then(|call| call.child_of_kind("value_arguments")) {
        Some(arguments) => w.lower(arguments),
        None => w.empty(Kind::Args, bases.map_or(node.start(), Concrete::end)),
    }
    w.slot(node.child_of_kind("class_body"));
    w.close();
}

/// `this@Outer` and `super<T>` are `this` and `super`.
pub(super) fn this(w: &mut Writer<'_>, node: Concrete<'_>) {
    let word = node.text().find(|c: char| !c.is_alphabetic()).unwrap_or(node.text().len());
    let end = node.start() + u32::try_from(word).unwrap_or(0);
    w.leaf_span(Kind::Name, node.start(), end);
}

/// The grammar takes `$name` in a string for text.
pub(super) fn string(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::String, node);
    w.string_pieces(node, short_interpolation);
    w.close();
}

/// Where `$name` stands in a text.
fn short_interpolation(text: &str) -> Option<(usize, usize)> {
    let starts = |c: char| c.is_alphabetic() || c == '_';
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let dollars = text.match_indices('$').map(|(at, _)| at);
    dollars.filter(|at| !text.get(..*at).is_some_and(|before| before.ends_with('\\'))).find_map(
        |at| {
            let name = text.get(at + 1..)?;
            let length = name.find(|c| !word(c)).unwrap_or(name.len());
            name.starts_with(starts).then_some((at, at + 1 + length))
        },
    )
}

/// The grammar takes `f<T>(x)` for comparisons, which cannot follow each other.
pub(super) fn binary(w: &mut Writer<'_>, node: Concrete<'_>) {
    let left = node.field("left").filter(|left| left.is("binary_expression"));
    let right = node.field("right");
    let called = right.filter(|right| right.is("parenthesized_expression"));
    let types = left.filter(|left| left.hole().is_none() && left.has_token("<"));
    match (types, called) {
        (Some(types), Some(arguments)) if node.has_token(">") => {
            w.open(Kind::Call, node);
            w.wrap_all(Kind::Generic, types);
            w.wrap_all(Kind::Args, arguments);
            w.close();
        }
        _ => {
            w.open_op(Kind::Binary, crate::lower::op_of(Kind::Binary, node), node);
            w.slot(node.field("left"));
            w.slot(right);
            w.close();
        }
    }
}

/// Whether a pattern says no more than that there is something.
fn is_placeholder(node: Concrete<'_>) -> bool {
    node.field("argument").is_some_and(|argument| argument.hole().is_some())
}
