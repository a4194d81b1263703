//! Expressions and patterns of C#.

use super::members;
use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// `name: value` is a keyword; `ref` and `out` do not show.
pub(super) fn argument(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name").filter(|_| node.has_token(":") || node.has_token("="));
    match (name, node.unlabeled().last()) {
        (Some(name), Some(value)) => {
            w.open(Kind::Keyword, node);
            w.each([name, value]);
            w.close();
        }
        _ => w.one(node),
    }
}

pub(super) fn array_type(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Other, node);
    w.slot(node.field("type"));
    w.close();
}

/// What is set in braces is a dictionary of properties or a list, in the slot of the body.
pub(super) fn new(w: &mut Writer<'_>, node: Concrete<'_>) {
    let arguments = node.child_of_kind("argument_list");
    w.open(Kind::New, node);
    w.slot(node.field("type"));
    match arguments {
        Some(arguments) => w.lower(arguments),
        None => w.empty(Kind::Args, node.field("type").map_or(node.start(), Concrete::end)),
    }
    match node.child_of_kind("initializer_expression") {
        Some(set) => properties(w, set),
        None => w.absent(),
    }
    w.close();
}

fn properties(w: &mut Writer<'_>, set: Concrete<'_>) {
    let is_pair = |item: &Concrete<'_>| item.is("assignment_expression") && item.hole().is_none();
    if !set.named().any(|item| is_pair(&item)) {
        return w.lower(set);
    }
    w.open(Kind::Dict, set);
    for item in set.named() {
        if is_pair(&item) { pair(w, item) } else { w.lower(item) }
    }
    w.close();
}

/// `Name = value`, `[key] = value`; a value in braces is set likewise.
fn pair(w: &mut Writer<'_>, item: Concrete<'_>) {
    w.open(Kind::Pair, item);
    w.slot(item.field("left"));
    match item.field("right") {
        Some(set) if set.is("initializer_expression") => properties(w, set),
        value => w.slot(value),
    }
    w.close();
}

/// `new T[n]`, `new T[] {a}`: the type is an array's, the lengths are arguments.
pub(super) fn new_array(w: &mut Writer<'_>, node: Concrete<'_>) {
    let of_type = node.field("type");
    let rank = of_type.and_then(|of_type| of_type.field("rank"));
    w.open(Kind::New, node);
    w.slot(of_type);
    let start = of_type.map_or(node.start(), Concrete::end);
    match rank.filter(|rank| rank.named().next().is_some()) {
        Some(rank) => w.wrap_all(Kind::Args, rank),
        None => w.empty(Kind::Args, start),
    }
    w.slot(node.child_of_kind("initializer_expression"));
    w.close();
}

/// `new { A = x, y.B }`.
pub(super) fn anonymous_object(w: &mut Writer<'_>, node: Concrete<'_>) {
    let items: Vec<_> = node.children().filter(|child| !child.is("{")).collect();
    w.open(Kind::Dict, node);
    for item in items.split(|child| child.is(",") || child.is("}") || child.is("new")) {
        let parts: Vec<_> = item.iter().filter(|child| child.is_named()).collect();
        match parts.as_slice() {
            [name, value] => {
                w.open_over(Kind::Pair, **name, **value);
                w.each([**name, **value]);
                w.close();
            }
            parts => parts.iter().for_each(|part| w.lower(**part)),
        }
    }
    w.close();
}

/// Type arguments stand around the whole: `a.F<T>` is `F` of `a`, of `T`.
pub(super) fn member(w: &mut Writer<'_>, node: Concrete<'_>) {
    access(w, node, node.field("expression"), node.field("name"), Op::None);
}

pub(super) fn conditional_access(w: &mut Writer<'_>, node: Concrete<'_>) {
    let object = node.field("condition");
    let access_to = node.unlabeled().last();
    match access_to.filter(|to| to.is("member_binding_expression")) {
        Some(to) => access(w, node, object, to.field("name"), Op::Optional),
        None => {
            w.open_op(Kind::Index, Op::Optional, node);
            w.slot(object);
            w.each(access_to);
            w.close();
        }
    }
}

fn access(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    object: Option<Concrete<'_>>,
    name: Option<Concrete<'_>>,
    op: Op,
) {
    let generic = name.filter(|name| name.is("generic_name") && name.hole().is_none());
    if generic.is_some() {
        w.open(Kind::Generic, node);
    }
    w.open_op(Kind::Member, op, node);
    w.slot(object);
    w.slot(generic.map_or(name, |generic| generic.named().next()));
    w.close();
    if let Some(generic) = generic {
        w.each(generic.named().skip(1));
        w.close();
    }
}

/// `x!` is `x`.
pub(super) fn postfix(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.has_token("!") && node.named().all(|value| value.hole().is_none()) {
        return w.one(node);
    }
    w.open_op(Kind::Unary, crate::lower::op_of(Kind::Unary, node), node);
    w.one(node);
    w.close();
}

/// `x is T`, `x is T t`, which declares `t`.
pub(super) fn instance_of(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_op(Kind::Binary, Op::InstanceOf, node);
    w.slot(node.field("left").or_else(|| node.field("expression")));
    w.slot(node.field("right").or_else(|| node.field("pattern")));
    w.close();
}

/// `T t` in a pattern or argument; `var t` in a pattern.
pub(super) fn declaration(w: &mut Writer<'_>, node: Concrete<'_>) {
    let of_type = node.field("type");
    w.open(Kind::VarDef, node);
    w.empty(Kind::Modifiers, node.start());
    w.slot(of_type);
    w.slot(node.named().filter(|child| of_type.is_none_or(|t| t.id != child.id)).last());
    w.absent();
    w.close();
}

pub(super) fn lambda(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    members::modifiers(w, node);
    w.absent();
    match node.field("parameters") {
        Some(list) if list.is("parameter_list") => w.lower(list),
        Some(name) => {
            w.open(Kind::Params, name);
            members::parameter(w, name);
            w.close();
        }
        None => w.empty(Kind::Params, node.start()),
    }
    w.slot(node.field("type"));
    w.slot(node.field("body").or_else(|| node.child_of_kind("block")));
    w.close();
}

pub(super) fn switch(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Switch, node);
    let mut children = node.named();
    w.slot(children.next());
    for arm in children {
        if arm.hole().is_some() || !arm.is("switch_expression_arm") {
            w.lower(arm);
            continue;
        }
        let body = arm.named().last();
        let labels = arm.named().filter(|part| body.is_none_or(|body| body.id != part.id));
        let end = labels.clone().last().map_or(arm.start(), Concrete::end);
        w.open(Kind::Case, arm);
        w.open_span(Kind::Tuple, Op::None, arm.start(), end);
        w.each(labels);
        w.close();
        match body {
            Some(body) => w.wrap(Kind::Block, body, body),
            None => w.empty(Kind::Block, arm.end()),
        }
        w.close();
    }
    w.close();
}

/// `from x in xs where c select e` is a comprehension.
pub(super) fn query(w: &mut Writer<'_>, node: Concrete<'_>) {
    let result = node.named().find(|part| part.is("select_clause") || part.is("group_clause"));
    w.open_op(Kind::Comprehension, Op::Generator, node);
    w.slot(result);
    w.each(node.named().filter(|part| result.is_none_or(|result| result.id != part.id)));
    w.close();
}

pub(super) fn from_clause(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ForEach, node);
    w.slot(node.field("name"));
    w.slot(node.unlabeled().last());
    w.absent();
    w.close();
}
