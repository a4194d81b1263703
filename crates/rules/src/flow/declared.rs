//! Constants of Terraform: variables with a default, and local values. There is no control flow;
//! what is declared once holds everywhere in the module.

use std::collections::HashMap;

use portcullis_syntax::{Kind, Node, NodeId, Tree};

use super::value::Const;
use crate::subject::content;

/// Values that refer to values, at most this deep.
const DEPTH_MAX: usize = 8;

/// The constants of a tree, in order of place.
pub(super) fn constants(tree: &Tree) -> Vec<(NodeId, Const)> {
    let declared = declarations(tree);
    let known = |node: Node<'_>| {
        let value = literal(node).or_else(|| reference(node, &declared, 0));
        value.map(|value| (node.id(), value))
    };
    tree.nodes().filter_map(known).collect()
}

/// Where a value comes from, `var` or `local`, with its name, and the value.
type Declared<'t> = HashMap<(&'static str, &'t str), Node<'t>>;

fn declarations(tree: &Tree) -> Declared<'_> {
    let mut declared = Declared::new();
    for block in tree.root().children().filter_map(|statement| statement.child(0)) {
        let Some((name, arguments)) = block.child(0).zip(block.child(1)) else { continue };
        let Some(body) = arguments.children().find(|part| part.kind() == Kind::Dict) else {
            continue;
        };
        match name.text() {
            "locals" => {
                declared.extend(entries(body).map(|(name, value)| (("local", name), value)));
            }
            "variable" => {
                let label = arguments.child(0).and_then(content);
                let default = entries(body).find(|(name, _)| *name == "default");
                if let (Some(label), Some((_, value))) = (label, default) {
                    declared.insert(("var", label.text(tree.source())), value);
                }
            }
            _ => {}
        }
    }
    declared
}

fn entries(body: Node<'_>) -> impl Iterator<Item = (&str, Node<'_>)> {
    let entries = body.children().filter(|entry| entry.kind() == Kind::Assign);
    entries.filter_map(|entry| Some((entry.child(0)?.text(), entry.child(1)?)))
}

/// The value of `var.a`, `local.a`, or of a string that holds nothing else.
/// Recursion is bounded by `depth`.
fn reference(node: Node<'_>, declared: &Declared<'_>, depth: usize) -> Option<Const> {
    if depth > DEPTH_MAX {
        return None;
    }
    let only = || node.children().next().filter(|_| node.children().count() == 1);
    match node.kind() {
        Kind::Member => {
            let from = match node.child(0)?.text() {
                "var" => "var",
                "local" => "local",
                _ => return None,
            };
            let value = *declared.get(&(from, node.child(1)?.text()))?;
            literal(value).or_else(|| reference(value, declared, depth + 1))
        }
        Kind::String => {
            let part = only().filter(|part| part.kind() == Kind::Interpolation)?;
            reference(part.child(0)?, declared, depth + 1)
        }
        _ => None,
    }
}

fn literal(node: Node<'_>) -> Option<Const> {
    match node.kind() {
        Kind::Int => node.text().parse().ok().map(Const::Int),
        Kind::Float => node.text().parse().ok().map(Const::Float),
        Kind::Bool => Some(Const::Bool(node.text() == "true")),
        Kind::Null => Some(Const::Null),
        Kind::String => {
            content(node).map(|span| Const::Str(span.text(node.tree().source()).into()))
        }
        _ => None,
    }
}
