//! Definitions of C#: variables, functions, properties, classes.

use crate::{Kind, Op, concrete::Concrete, lower::Writer};

/// Attributes, modifiers, and the words that tell one definition from another.
pub(super) fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>) {
    const WORDS: &[&str] =
        &["interface", "enum", "struct", "record", "delegate", "event", "using", "params"];
    let own = node.children().flat_map(|child| match child.kind() {
        "attribute_list" if child.hole().is_none() => child.named().collect(),
        "attribute_list" | "modifier" => vec![child],
        kind if !child.is_named() && WORDS.contains(&kind) => vec![child],
        _ => Vec::new(),
    });
    let own: Vec<_> = own.filter(|item| !item.is("attribute_target_specifier")).collect();
    w.modifiers(node, own.into_iter());
}

/// Local variables, fields and events.
pub(super) fn variables(w: &mut Writer<'_>, node: Concrete<'_>) {
    let list = node.child_of_kind("variable_declaration").unwrap_or(node);
    let names = list.named().filter(|child| child.is("variable_declarator"));
    // `var` stands for no type in particular.
    let of_type = list.field("type").filter(|of_type| !of_type.is("implicit_type"));
    w.in_sequence(node, names, |w, item, span| {
        let name = item.field("name").or_else(|| item.child_of_kind("tuple_pattern"));
        let is_value = |child: &Concrete<'_>| {
            !matches!(child.kind(), "bracketed_argument_list" | "tuple_pattern")
        };
        w.open(Kind::VarDef, span);
        modifiers(w, node);
        w.slot(of_type);
        w.slot(if item.hole().is_some() { Some(item) } else { name });
        w.slot(item.unlabeled().filter(is_value).last().filter(|_| item.hole().is_none()));
        w.close();
    });
}

/// Methods, constructors, operators, indexers, local functions, delegates.
pub(super) fn method(w: &mut Writer<'_>, node: Concrete<'_>) {
    let parameters = node.field("parameters");
    let body = node.field("body").or_else(|| node.field("value"));
    w.open(Kind::Function, node);
    modifiers(w, node);
    match node.children().find(|child| matches!(child.field_name(), "name" | "operator")) {
        Some(name) if name.is_named() => w.lower(name),
        Some(operator) => w.leaf(Kind::Token, operator),
        None => w.slot(node.child_of_kind("this")),
    }
    match parameters {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.end()),
    }
    w.slot(node.field("returns").or_else(|| node.field("type")));
    match (node.child_of_kind("constructor_initializer"), body) {
        (Some(first), Some(block)) if block.is("block") => {
            w.open_over(Kind::Block, first, block);
            constructor_call(w, first);
            w.all(block);
            w.close();
        }
        _ => w.slot(body),
    }
    w.close();
    w.each(
        node.field("accessors")
            .into_iter()
            .flat_map(Concrete::named)
            .filter(|one| one.field("body").is_some()),
    );
}

/// `: base(x)` is the first thing that the constructor does.
fn constructor_call(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::ExprStmt, node);
    w.open(Kind::Call, node);
    w.slot(node.named().find(|child| !child.is("argument_list")));
    w.slot(node.child_of_kind("argument_list"));
    w.close();
    w.close();
}

/// A variable, and a function for each accessor that has a body.
pub(super) fn property(w: &mut Writer<'_>, node: Concrete<'_>) {
    let accessors = node.field("accessors").into_iter().flat_map(Concrete::named);
    let written = accessors.filter(|one| one.field("body").is_some());
    let several = written.clone().next().is_some();
    if several {
        w.open(Kind::Sequence, node);
    }
    w.open(Kind::VarDef, node);
    modifiers(w, node);
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.slot(node.field("value"));
    w.close();
    for accessor in written {
        w.lower(accessor);
    }
    if several {
        w.close();
    }
}

/// `get { ... }`, and `set { ... }` with its parameter `value`, which has no name in the text.
pub(super) fn accessor(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    modifiers(w, node);
    match node.children().find(|child| child.field_name() == "name") {
        Some(name) => w.leaf(Kind::Name, name),
        None => w.absent(),
    }
    w.empty(Kind::Params, node.start());
    w.absent();
    w.slot(node.field("body"));
    w.close();
}

pub(super) fn parameters(w: &mut Writer<'_>, node: Concrete<'_>) {
    let rest = node.has_token("params");
    w.open(Kind::Params, node);
    for child in node.named().filter(|child| child.field_name().is_empty()) {
        parameter(w, child);
    }
    if let (true, Some(of_type), Some(name)) = (rest, node.field("type"), node.field("name")) {
        w.open_span(Kind::Param, Op::Spread, of_type.start(), name.end());
        w.empty(Kind::Modifiers, of_type.start());
        w.each([of_type, name]);
        w.absent();
        w.close();
    }
    w.close();
}

pub(super) fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    if node.is_ellipsis() || node.is_error() || node.is("attribute_list") {
        return w.lower(node);
    }
    let typed = node.is("parameter") && node.hole().is_none();
    let is_default = |child: &Concrete<'_>| !matches!(child.kind(), "attribute_list" | "modifier");
    w.open(Kind::Param, node);
    modifiers(w, node);
    w.slot(node.field("type").filter(|_| typed));
    w.slot(if typed { node.field("name") } else { Some(node) });
    w.slot(node.unlabeled().filter(is_default).last().filter(|_| typed));
    w.close();
}

pub(super) fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name");
    let bases = node.child_of_kind("base_list");
    let components = node.child_of_kind("parameter_list");
    w.open(Kind::Class, node);
    modifiers(w, node);
    w.slot(name);
    match bases {
        Some(list) => {
            w.open(Kind::Bases, list);
            w.each(list.named().filter(|item| !item.is("argument_list")));
            w.close();
        }
        None => w.empty(Kind::Bases, name.map_or(node.start(), Concrete::end)),
    }
    match (components, node.field("body")) {
        (Some(components), body) => {
            w.open_over(Kind::Block, components, body.unwrap_or(components));
            w.lower(components);
            w.each(body.into_iter().flat_map(Concrete::named));
            w.close();
        }
        (_, Some(body)) => w.lower(body),
        (_, None) => w.empty(Kind::Block, node.end()),
    }
    w.close();
}

pub(super) fn enum_member(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::VarDef, node);
    modifiers(w, node);
    w.absent();
    w.slot(node.field("name"));
    w.slot(node.field("value"));
    w.close();
}

/// `[Name]` or `[Name(arguments)]`.
pub(super) fn attribute(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.field("name");
    w.open(Kind::Annotation, node);
    match (name, node.child_of_kind("attribute_argument_list")) {
        (Some(name), Some(arguments)) => {
            w.open_over(Kind::Call, name, arguments);
            w.each([name, arguments]);
            w.close();
        }
        (name, _) => w.slot(name),
    }
    w.close();
}
