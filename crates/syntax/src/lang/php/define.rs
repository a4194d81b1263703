//! PHP's definitions: functions, classes, their members, namespaces and imports.

use crate::{
    Kind, Op,
    concrete::Concrete,
    grammar::{
        How::{Code, Leaf, Node, One},
        Row,
        Slot::{All, Field},
    },
    lower::Writer,
};

pub(super) const ROWS: &[Row] = &[
    Row("abstract_modifier final_modifier readonly_modifier", Leaf(Kind::Token)),
    Row("static_modifier var_modifier visibility_modifier", Leaf(Kind::Token)),
    Row("function_definition method_declaration anonymous_function", Code(function)),
    Row("arrow_function", Code(function)),
    Row("formal_parameters", Node(Kind::Params, &[All])),
    Row("simple_parameter variadic_parameter property_promotion_parameter", Code(parameter)),
    Row("class_declaration interface_declaration trait_declaration", Code(class)),
    Row("enum_declaration", Code(class)),
    Row("property_declaration const_declaration", Code(fields)),
    Row("attribute_list attribute_group", One),
    Row("attribute", Code(attribute)),
    Row("namespace_definition", Code(namespace)),
    Row("namespace_name", Code(|w, n| w.dotted(n.named()))),
    Row("qualified_name relative_name", Code(qualified)),
    Row("namespace_use_declaration", Code(uses)),
    Row("namespace_use_clause", Code(|w, n| one_use(w, n, None, n))),
    Row("property_hook_list", Node(Kind::Block, &[All])),
    Row("enum_case", Node(Kind::Pair, &[Field("name"), Field("value")])),
];

/// Words before a definition and its attributes.
fn modifiers(w: &mut Writer<'_>, node: Concrete<'_>, word: Option<Concrete<'_>>) {
    let marks = node.children().filter(|child| child.kind().ends_with("_modifier"));
    let marks = marks.filter(|child| !child.is("reference_modifier"));
    let lists = node.fields("attributes").flat_map(Concrete::named);
    let items: Vec<_> = lists.flat_map(Concrete::named).chain(marks).chain(word).collect();
    w.modifiers(node, items.into_iter());
}

fn function(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open(Kind::Function, node);
    modifiers(w, node, None);
    w.slot(node.field("name"));
    match node.field("parameters") {
        Some(parameters) => w.lower(parameters),
        None => w.empty(Kind::Params, node.start()),
    }
    w.slot(node.field("return_type"));
    w.slot(node.field("body"));
    w.close();
}

fn parameter(w: &mut Writer<'_>, node: Concrete<'_>) {
    let op = if node.is("variadic_parameter") { Op::Spread } else { Op::None };
    w.open_op(Kind::Param, op, node);
    modifiers(w, node, None);
    w.slot(node.field("type"));
    w.slot(node.field("name"));
    w.slot(node.field("default_value"));
    w.close();
}

fn class(w: &mut Writer<'_>, node: Concrete<'_>) {
    let word = node.children().find(|child| matches!(child.kind(), "interface" | "trait" | "enum"));
    w.open(Kind::Class, node);
    modifiers(w, node, word);
    w.slot(node.field("name"));
    bases(w, node);
    w.slot(node.field("body"));
    w.close();
}

fn bases(w: &mut Writer<'_>, node: Concrete<'_>) {
    let clauses: Vec<_> = node
        .named()
        .filter(|child| child.is("base_clause") || child.is("class_interface_clause"))
        .collect();
    match (clauses.first(), clauses.last()) {
        (Some(first), Some(last)) => {
            w.open_over(Kind::Bases, *first, *last);
            w.each(clauses.iter().flat_map(|clause| clause.named()));
            w.close();
        }
        _ => w.empty(Kind::Bases, node.field("body").map_or(node.end(), Concrete::start)),
    }
}

/// `new T(...)`, or with the body of a class.
pub(super) fn new(w: &mut Writer<'_>, node: Concrete<'_>) {
    let class = node.child_of_kind("anonymous_class");
    let arguments = class.unwrap_or(node).child_of_kind("arguments");
    let mut parts = node.named().filter(|part| !part.is("arguments"));
    w.open(Kind::New, node);
    match class {
        Some(class) => w.slot(class.child_of_kind("base_clause").and_then(|c| c.named().next())),
        None => w.slot(parts.next()),
    }
    match arguments {
        Some(arguments) => w.lower(arguments),
        None => w.empty(Kind::Args, class.map_or(node.end(), Concrete::start)),
    }
    w.slot(class.and_then(|class| class.field("body")));
    w.close();
}

/// Properties and constants, one `VarDef` for each.
fn fields(w: &mut Writer<'_>, node: Concrete<'_>) {
    let elements = node.named().filter(|child| {
        matches!(child.kind(), "property_element" | "const_element") || child.is_ellipsis()
    });
    let word = node.children().find(|child| child.is("const"));
    w.in_sequence(node, elements, |w, item, span| {
        if item.is_ellipsis() {
            return w.lower(item);
        }
        w.open(Kind::VarDef, span);
        modifiers(w, node, word);
        w.slot(node.field("type"));
        w.slot(item.named().next());
        w.slot(item.named().nth(1));
        w.close();
    });
}

/// `static $a = 1;` in a function.
pub(super) fn statics(w: &mut Writer<'_>, node: Concrete<'_>) {
    let word = node.children().next();
    let items = node.named().filter(|child| child.is("static_variable_declaration"));
    w.in_sequence(node, items, |w, item, span| {
        w.open(Kind::VarDef, span);
        w.modifiers(node, word.into_iter());
        w.absent();
        w.slot(item.field("name"));
        w.slot(item.field("value"));
        w.close();
    });
}

fn attribute(w: &mut Writer<'_>, node: Concrete<'_>) {
    let name = node.named().next();
    w.open(Kind::Annotation, node);
    match node.field("parameters") {
        Some(arguments) => {
            w.open(Kind::Call, node);
            w.slot(name);
            w.lower(arguments);
            w.close();
        }
        None => w.slot(name),
    }
    w.close();
}

/// A namespace with a body is the package and then the body.
fn namespace(w: &mut Writer<'_>, node: Concrete<'_>) {
    let Some(body) = node.field("body") else { return package(w, node) };
    w.open(Kind::Sequence, node);
    package(w, node);
    w.lower(body);
    w.close();
}

fn package(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.open_span(Kind::Package, Op::None, node.start(), node.end());
    w.slot(node.field("name"));
    w.close();
}

/// `\A\B\c`: a chain of members without the first stroke.
fn qualified(w: &mut Writer<'_>, node: Concrete<'_>) {
    w.dotted(names(node).into_iter());
}

fn names(node: Concrete<'_>) -> Vec<Concrete<'_>> {
    let parts = node.named().filter(|part| part.is("name") || part.is("namespace_name"));
    parts
        .flat_map(|part| if part.is("name") { vec![part] } else { part.named().collect() })
        .collect()
}

fn uses(w: &mut Writer<'_>, node: Concrete<'_>) {
    let group = node.field("body");
    let prefix = group.and_then(|_| node.child_of_kind("namespace_name"));
    let clauses = group.unwrap_or(node);
    let clauses = clauses.named().filter(|clause| clause.is("namespace_use_clause"));
    w.in_sequence(node, clauses, |w, clause, span| {
        // The names of a group stand before the clauses.
        one_use(w, clause, prefix, if prefix.is_some() { node } else { span });
    });
}

/// `use A\B as C` imports `B` of `A`.
fn one_use(
    w: &mut Writer<'_>,
    node: Concrete<'_>,
    prefix: Option<Concrete<'_>>,
    span: Concrete<'_>,
) {
    let alias = node.field("alias");
    let path = node.named().find(|part| part.is("name") || part.is("qualified_name"));
    let own = match path {
        Some(path) if path.is("qualified_name") && path.hole().is_none() => names(path),
        path => path.into_iter().collect(),
    };
    let before = prefix.into_iter().flat_map(Concrete::named);
    let parts: Vec<_> = before.chain(own).collect();
    w.open(Kind::Import, span);
    match parts.split_last() {
        Some((name, module)) if !module.is_empty() => {
            w.dotted(module.iter().copied());
            w.lower(*name);
        }
        _ => {
            w.slot(parts.first().copied());
            w.absent();
        }
    }
    w.slot(alias);
    w.close();
}
