//! Definitions of Kotlin: variables, functions, classes.

use super::statements;
use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// A definition's modifiers, and the words that tell one from another.
fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] = &["val", "var", "interface", "object", "companion"];
    let own = node.named().filter(|child| matches!(child.kind(), "modifiers"));
    let own = own.flat_map(Concrete::named);
    let annotations = node.named().filter(|child| child.is("annotation"));
    let words = node.children().filter(|child| !child.is_named() && WORDS.contains(&child.kind()));
    let all: Vec<_> = own.chain(annotations).chain(words).collect();
    w.modifiers(node, all.into_iter());
}

fn is_type(node: &Concrete<'_>) -> bool {
    matches!(
        node.kind(),
        "user_type"
            | "nullable_type"
            | "function_type"
            | "non_nullable_type"
            | "parenthesized_type"
    )
}

/// A variable without a type is its name.
pub(super) fn variable(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.named().find(is_type).is_none() {
        return w.slot(node.named().last());
    }
    w.open(Kind::VarDef, node);
    w.empty(Kind::Modifiers, node.start());
    type_and_name(w, node);
    w.absent();
    w.close();
}

/// The slots of a variable's type and name.
pub(super) fn type_and_name(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.slot(node.named().find(is_type));
    w.slot(node.child_of_kind("identifier").or_else(|| node.named().find(|part| !is_type(part))));
}

/// A variable, and a function for each accessor that has a body.
pub(super) fn property(w: &mut Writer<'_>, node: Concrete<'_>) {
    let is_variable = |part: &Concrete<'_>| part.kind().ends_with("variable_declaration");
    let is_accessor = |part: &Concrete<'_>| matches!(part.kind(), "getter" | "setter");
    let written = node
        .named()
        .filter(|part| is_accessor(part) && part.child_of_kind("function_body").is_some());
    let target = node.named().find(is_variable);
    let init = node.named().skip_while(|part| !is_variable(part)).skip(1);
    let mut init = init.filter(|part| !is_accessor(part) && !part.is("type_constraints"));
    let several = written.clone().next().is_some();
    if several {
        w.open(Kind::Sequence, node);
    }
    w.open(Kind::VarDef, node);
    modifiers(w, node);
    match target.filter(|target| target.is("variable_declaration") && target.hole().is_none()) {
        Some(target) => type_and_name(w, target),
        None => {
            w.absent();
            w.slot(target);
        }
    }
    w.slot(init.next());
    w.close();
    w.each(written);
    if several {
        w.close();
    }
}

/// Functions, constructors and accessors.
pub(super) fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameters = node.child_of_kind("function_value_parameters");
    let word = ["constructor", "get", "set"]
        .into_iter()
        .find_map(|word| node.children().find(|child| !child.is_named() && child.is(word)));
    w.open(Kind::Function, node);
    modifiers(w, node);
    match (node.field("name"), word) {
        (None, Some(word)) => w.leaf(Kind::Token, word),
        (name, _) => w.slot(name),
    }
    match (parameters, node.child_of_kind("identifier")) {
        (Some(parameters), _) => w.lower(parameters),
        (None, Some(value)) if node.is("setter") => {
            w.open(Kind::Params, value);
            parameter(w, value);
            w.close();
        }
        _ => w.empty(Kind::Params, node.start()),
    }
    let after = parameters.map_or(node.start(), Concrete::end);
    w.slot(node.named().filter(|part| part.start() >= after).find(is_type));
    match (node.child_of_kind("constructor_delegation_call"), node.child_of_kind("block")) {
        (Some(first), block) => {
            w.open_over(Kind::Block, first, block.unwrap_or(first));
            delegation(w, first);
            statements(w, block.into_iter().flat_map(Concrete::named));
            w.close();
        }
        (None, block) => w.slot(node.child_of_kind("function_body").or(block)),
    }
    w.close();
}

/// `: this(x)` is the first thing that a constructor does.
fn delegation(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ExprStmt, node);
    w.open(Kind::Call, node);
    match node.children().next().filter(|word| !word.is_named()) {
        Some(word) => w.leaf(Kind::Name, word),
        None => w.absent(),
    }
    w.slot(node.child_of_kind("value_arguments"));
    w.close();
    w.close();
}

/// Parameters with the modifiers before and the default values after them.
pub(super) fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parts: Vec<_> = node.named().collect();
    let is_own = |part: &Concrete<'_>| {
        let kind = part.kind();
        matches!(kind, "parameter" | "class_parameter") || kind.ends_with("variable_declaration")
    };
    w.open(Kind::Params, node);
    for (at, part) in parts.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| parts.get(at));
        let after = parts.get(at + 1);
        if part.is_ellipsis() || part.is_error() {
            w.lower(*part);
        } else if is_own(part) || part.hole().is_some() {
            let modifiers = before.filter(|before| before.is("parameter_modifiers"));
            let default = after.filter(|next| {
                !is_own(next) && !next.is("parameter_modifiers") && next.hole().is_none()
            });
            with_parts(w, *part, modifiers.copied(), default.copied());
        }
    }
    w.close();
}

pub(super) fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    with_parts(w, node, None, None);
}

fn with_parts(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    before: Option<Concrete<'_>>,
    default: Option<Concrete<'_>>,
) {
    let spread = before.is_some_and(|before| before.text().contains("vararg"));
    let name = node.child_of_kind("identifier").filter(|_| node.hole().is_none());
    let of_type = node.named().find(is_type).filter(|_| node.hole().is_none());
    let own_default = node.named().skip_while(|part| !is_type(part)).nth(1);
    let default = default.or(own_default.filter(|_| node.is("class_parameter")));
    let start = before.map_or(node.start(), Concrete::start);
    let end = default.map_or(node.end(), Concrete::end);
    let op = if spread { Op::Spread } else { Op::None };
    w.open_span(Kind::Param, op, start, end.max(node.end()));
    match before {
        Some(before) => w.modifiers(before, before.named()),
        None => modifiers(w, node),
    }
    w.slot(of_type);
    w.slot(name.or(Some(node)));
    w.slot(default);
    w.close();
}

pub(super) fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name");
    let parameters = node
        .child_of_kind("primary_constructor")
        .and_then(|constructor| constructor.child_of_kind("class_parameters"))
        // `class C(...)` may have no parameters at all.
        .filter(|list| !list.named().all(|item| item.is_ellipsis()));
    let body = node.child_of_kind("class_body").or_else(|| node.child_of_kind("enum_class_body"));
    w.open(Kind::Class, node);
    modifiers(w, node);
    w.slot(name);
    match node.child_of_kind("delegation_specifiers") {
        Some(list) => w.wrap(Kind::Bases, list, list),
        None => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    match (parameters, body) {
        (Some(parameters), body) => {
            w.open_over(Kind::Block, parameters, body.unwrap_or(parameters));
            w.lower(parameters);
            w.each(body.into_iter().flat_map(Concrete::named));
            w.close();
        }
        (None, Some(body)) => w.lower(body),
        (None, None) => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

/// A superclass or interface; what is given to its constructor does not show.
pub(super) fn base(w: &mut Writer<'_>, node: Concrete<'_>) {
    let invoked = node.child_of_kind("constructor_invocation").filter(|one| one.hole().is_none());
    let first = node.named().find(|part| !part.is("annotation"));
    w.slot(invoked.and_then(|invoked| invoked.named().next()).or(first));
}

/// `@Name` or `@Name(arguments)`.
pub(super) fn annotation(w: &mut Writer<'_>, node: Concrete<'_>) {
    for named in node.named().filter(|part| !part.is("use_site_target")) {
        w.wrap(Kind::Annotation, node, named);
    }
}

pub(super) fn invocation(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Call, node);
    w.slot(node.named().next());
    w.slot(node.named().nth(1));
    w.close();
}
