//! The role of every node: whether it stands as a statement, an expression, a type or a name that
//! is declared. Patterns match by role: `foo` does not match the `foo` in `x.foo` or `def foo()`.

use portcullis_syntax::{Kind, Node, Tree};

/// Where a node stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// One of the statements of a body.
    Statement,
    /// A value.
    Expression,
    /// A type.
    Type,
    /// A name or shape that is declared here.
    Declared,
    /// Anything else: a slot, a list, a label, a member's name.
    Part,
}

/// The role of each node of a tree, by its id.
pub(crate) fn roles(tree: &Tree, language: &str) -> Vec<Role> {
    let mut roles = vec![Role::Part; tree.len() as usize];
    let python = language == "python";
    for node in tree.nodes() {
        let own = roles.get(node.id().0 as usize).copied().unwrap_or(Role::Part);
        for (slot, child) in node.children().enumerate() {
            let role = role(node, own, slot, child, python);
            if let Some(place) = roles.get_mut(child.id().0 as usize) {
                *place = role;
            }
        }
    }
    roles
}

fn role(parent: Node<'_>, own: Role, slot: usize, child: Node<'_>, python: bool) -> Role {
    match child.kind() {
        Kind::Absent
        | Kind::Modifiers
        | Kind::Params
        | Kind::Args
        | Kind::Bases
        | Kind::Keyword
        | Kind::Catch
        | Kind::Finally
        | Kind::Case
        | Kind::Param
        | Kind::Annotation
        | Kind::Import
        | Kind::StringText => standing(parent, child),
        _ => in_slot(parent, own, slot, child, python),
    }
}

/// Imports and blocks stand as statements; the rest are parts wherever they are.
fn standing(parent: Node<'_>, child: Node<'_>) -> Role {
    let body = matches!(parent.kind(), Kind::Root | Kind::Block | Kind::Sequence);
    if body && child.kind() == Kind::Import { Role::Statement } else { Role::Part }
}

fn in_slot(parent: Node<'_>, own: Role, slot: usize, child: Node<'_>, python: bool) -> Role {
    match parent.kind() {
        Kind::Root | Kind::Block => Role::Statement,
        Kind::Sequence => own,
        Kind::Amended if slot == 0 => own,
        Kind::Member => {
            if slot == 0 {
                own
            } else {
                Role::Part
            }
        }
        Kind::Keyword | Kind::Function | Kind::Class | Kind::Param | Kind::VarDef => {
            defined(parent, slot, child, python)
        }
        Kind::If | Kind::While | Kind::DoWhile | Kind::For | Kind::ForEach | Kind::With => {
            branch(parent.kind(), slot, child)
        }
        Kind::Catch => match (slot, python) {
            (0, true) => Role::Expression,
            (0, false) => Role::Type,
            (1, _) => Role::Declared,
            _ => Role::Statement,
        },
        Kind::Case if slot > 0 => Role::Statement,
        // PHP makes objects of classes that variables name.
        Kind::New if slot == 0 && child.text().starts_with('$') => Role::Expression,
        Kind::Cast | Kind::New if slot == 0 => Role::Type,
        Kind::New if slot == 2 => Role::Statement,
        Kind::Typed if slot == 1 => typed(python),
        Kind::Generic => {
            if own == Role::Expression && slot == 0 {
                own
            } else {
                Role::Type
            }
        }
        Kind::Bases => {
            if python {
                Role::Expression
            } else {
                Role::Type
            }
        }
        Kind::Import | Kind::Package | Kind::Break | Kind::Continue => Role::Part,
        Kind::Tuple | Kind::List | Kind::Dict | Kind::Spread | Kind::Pair | Kind::Other
            if own != Role::Statement && own != Role::Part =>
        {
            inherited(parent, own, slot, python)
        }
        // The tag of a field is a string of its own.
        Kind::Modifiers if child.kind() == Kind::String => Role::Expression,
        Kind::Modifiers => Role::Part,
        Kind::Try => Role::Statement,
        _ => Role::Expression,
    }
}

fn typed(python: bool) -> Role {
    if python { Role::Expression } else { Role::Type }
}

/// Keys of records are names; the rest is what the whole is.
fn inherited(parent: Node<'_>, own: Role, slot: usize, python: bool) -> Role {
    let bare = parent.kind() == Kind::Pair
        && slot == 0
        && !python
        && parent.child(0).is_some_and(|key| key.kind() == Kind::Name);
    if bare { Role::Part } else { own }
}

/// The slots of definitions.
fn defined(parent: Node<'_>, slot: usize, child: Node<'_>, python: bool) -> Role {
    let initialized = || parent.child(3).is_some_and(|init| !init.is_absent());
    match (parent.kind(), slot) {
        (Kind::Keyword, 0) => Role::Part,
        (Kind::Function | Kind::Class, 1) => Role::Declared,
        (Kind::Function, 3) | (Kind::Param | Kind::VarDef, 1) => typed(python),
        (Kind::Function, 4) if child.kind() != Kind::Block => Role::Expression,
        (Kind::Function, 4) | (Kind::Class, 3) => Role::Statement,
        (Kind::Param, 2) => Role::Declared,
        // A variable that gets a value here counts as an assignment, whose target is a value.
        (Kind::VarDef, 2) => {
            if initialized() {
                Role::Expression
            } else {
                Role::Declared
            }
        }
        _ => Role::Expression,
    }
}

/// The slots of compound statements.
fn branch(kind: Kind, slot: usize, child: Node<'_>) -> Role {
    let statement = match kind {
        Kind::If => slot > 0,
        Kind::While => slot == 1,
        Kind::DoWhile => slot == 0,
        Kind::For => slot == 3,
        Kind::ForEach => slot == 2,
        _ => child.kind() == Kind::Block,
    };
    match (statement, kind, slot) {
        (true, ..) => Role::Statement,
        (_, Kind::ForEach, 0) => Role::Declared,
        (_, Kind::For, 0 | 2) | (_, Kind::With, _) if is_definition(child) => Role::Part,
        _ => Role::Expression,
    }
}

fn is_definition(node: Node<'_>) -> bool {
    matches!(node.kind(), Kind::VarDef | Kind::Sequence)
}
