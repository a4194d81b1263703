//! Variables with one definition, and the expression that it gives them: for symbolic propagation
//! and for types that follow from values.

use std::collections::{HashMap, HashSet};

use portcullis_syntax::{Kind, Node, NodeId, Op};

use crate::subject::Subject;

/// The only value of each variable that has one.
#[derive(Debug, Default)]
pub(crate) struct Definitions {
    /// By number of the variable; `None` where it is written more than once, or by more than an
    /// assignment.
    values: HashMap<u32, Option<NodeId>>,
    /// Variables, functions and classes that the file defines or imports.
    declared: HashSet<u32>,
}

impl Definitions {
    /// The expression that a name stands for, which must stand before it.
    pub(crate) fn value<'t>(&self, subject: &Subject<'t>, name: Node<'t>) -> Option<Node<'t>> {
        let symbol = subject.symbol(name.id())?;
        let value = (*self.values.get(&symbol)?)?;
        (value < name.id()).then(|| subject.tree.node(value))
    }

    /// Whether the file says what a name is.
    pub(crate) fn is_declared(&self, subject: &Subject<'_>, name: Node<'_>) -> bool {
        subject.symbol(name.id()).is_some_and(|symbol| self.declared.contains(&symbol))
    }

    /// The same, where the definition has run whenever the name is reached.
    pub(crate) fn certain<'t>(&self, subject: &Subject<'t>, name: Node<'t>) -> Option<Node<'t>> {
        let value = self.value(subject, name)?;
        let body = value.ancestors().find(|up| matches!(up.kind(), Kind::Block | Kind::Root))?;
        body.holds(name).then_some(value)
    }
}

/// Other definitions, and where their names stand: the first slot that is not empty.
const NAMED: &[(Kind, &[usize])] =
    &[(Kind::Function, &[1]), (Kind::Class, &[1]), (Kind::Catch, &[1]), (Kind::Import, &[2, 1, 0])];

/// Gathers the definitions of a file.
pub(crate) fn definitions(subject: &Subject<'_>) -> Definitions {
    let mut found = Definitions::default();
    let kinds = [Kind::VarDef, Kind::Assign, Kind::Param, Kind::ForEach];
    for kind in kinds {
        for id in subject.of_kind(kind) {
            define(&mut found, subject, subject.tree.node(*id));
        }
    }
    for (kind, slots) in NAMED {
        for id in subject.of_kind(*kind) {
            let node = subject.tree.node(*id);
            let mut names = slots.iter().filter_map(|slot| node.child(*slot));
            if let Some(name) = names.find(|name| !name.is_absent()) {
                found.declared.extend(subject.symbol(name.id()));
            }
        }
    }
    found
}

fn define(found: &mut Definitions, subject: &Subject<'_>, node: Node<'_>) {
    let (target, value) = match node.kind() {
        Kind::VarDef => (node.child(2), node.child(3)),
        Kind::Param => (node.child(2), None),
        Kind::Assign => (node.child(0), node.child(1).filter(|_| node.op() == Op::Assign)),
        _ => (node.child(0), None),
    };
    let names = target.into_iter().flat_map(Node::descendants);
    for name in names.filter(|node| node.kind() == Kind::Name) {
        if name.parent().is_none_or(|up| up.kind() != Kind::Member) {
            found.declared.extend(subject.symbol(name.id()));
        }
    }
    // A declaration without value is no definition, but a loop variable is never known.
    let looped = node.parent().is_some_and(|up| up.kind() == Kind::ForEach);
    if node.kind() == Kind::VarDef && !looped && value.is_none_or(Node::is_absent) {
        return;
    }
    let Some(target) = target else { return };
    let value = value.filter(|value| !value.is_absent() && target.kind() == Kind::Name);
    // To write a member of something is not to write the variable that holds it.
    if matches!(target.kind(), Kind::Member | Kind::Index) {
        return;
    }
    for name in target.descendants().filter(|node| node.kind() == Kind::Name) {
        let Some(symbol) = subject.symbol(name.id()) else { continue };
        let once = found.values.entry(symbol);
        once.and_modify(|before| *before = None).or_insert(value.map(Node::id));
    }
}
