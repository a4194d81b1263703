//! Declared types of variables, parameters and fields, for typed metavariables.

use std::collections::HashMap;

use portcullis_syntax::{Kind, Node, NodeId, Op};

use crate::subject::Subject;

/// What the declarations of a file say of types.
#[derive(Debug, Default)]
pub(crate) struct Types {
    /// Definition of each variable, by its number.
    by_symbol: HashMap<u32, NodeId>,
    /// Definitions that stand in classes, by name.
    fields: HashMap<String, NodeId>,
}

/// What is known of the type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// A type as it is written in the file.
    Written(NodeId),
    /// A pointer to a type as it is written in the file.
    Pointer(NodeId),
    /// The type of a literal, with the names that it has in the languages.
    Literal(&'static [&'static str]),
    /// Not known.
    Unknown,
}

const STRING: &[&str] = &["String", "string", "str"];
/// The same in C.
const POINTER: &[&str] = &["char*", "constchar*"];
/// Any pointer, whatever it points to.
const NULL: &[&str] = &["*"];
const INTEGER: &[&str] = &["int", "Integer", "Int", "number", "long", "uint", "uint256"];
const GO_INTEGER: &[&str] = &["int"];
/// All numbers of JavaScript are alike.
const NUMBER: &[&str] = &["number", "int", "float"];
const FLOAT: &[&str] = &["float", "double", "Float", "Double", "number"];
const BOOLEAN: &[&str] = &["bool", "boolean", "Boolean"];

/// Variables that are followed from one to the other to find a type.
const FOLLOWED_MAX: usize = 8;

pub(crate) fn types(subject: &Subject<'_>) -> Types {
    let mut found = Types::default();
    for kind in [Kind::VarDef, Kind::Param] {
        for id in subject.of_kind(kind) {
            let node = subject.tree.node(*id);
            let Some(name) = node.child(2).filter(|name| name.kind() == Kind::Name) else {
                continue;
            };
            if let Some(symbol) = subject.symbol(name.id()) {
                found.by_symbol.entry(symbol).or_insert(*id);
            }
            if in_class(node) {
                found.fields.entry(name.text().to_owned()).or_insert(*id);
            }
        }
    }
    found
}

fn in_class(node: Node<'_>) -> bool {
    let block = node.parent().filter(|up| up.kind() == Kind::Block);
    block.and_then(Node::parent).is_some_and(|up| matches!(up.kind(), Kind::Class | Kind::New))
}

impl Types {
    /// The type of an expression.
    pub(crate) fn of(&self, subject: &Subject<'_>, node: Node<'_>) -> Type {
        let mut at = node;
        for _ in 0..FOLLOWED_MAX {
            match self.step(subject, at) {
                Ok(found) => return found,
                Err(next) => at = next,
            }
        }
        Type::Unknown
    }

    /// The type, or the expression that has the same type.
    fn step<'t>(&self, subject: &Subject<'t>, node: Node<'t>) -> Result<Type, Node<'t>> {
        let written =
            |child: Option<Node<'t>>| child.map_or(Type::Unknown, |c| Type::Written(c.id()));
        match node.kind() {
            Kind::String if subject.has_pointers() => Ok(Type::Literal(POINTER)),
            Kind::String => Ok(Type::Literal(STRING)),
            Kind::Int if subject.has_records() => Ok(Type::Literal(NUMBER)),
            Kind::Int if subject.counts_in_int() => Ok(Type::Literal(GO_INTEGER)),
            Kind::Int => Ok(Type::Literal(INTEGER)),
            Kind::Float => Ok(Type::Literal(FLOAT)),
            Kind::Bool => Ok(Type::Literal(BOOLEAN)),
            Kind::Null => Ok(Type::Literal(NULL)),
            Kind::Binary | Kind::Unary if is_test(node.op()) => Ok(Type::Literal(BOOLEAN)),
            Kind::Call => Ok(made(node)),
            // `&T{...}`.
            Kind::Unary if node.op() == Op::BitAnd => Ok(pointer(node)),
            Kind::Conditional => node.child(1).map_or(Ok(Type::Unknown), Err),
            Kind::New | Kind::Cast => Ok(written(node.child(0))),
            Kind::Name => {
                let symbol = subject.symbol(node.id());
                let definition = symbol.and_then(|id| self.by_symbol.get(&id));
                match definition.or_else(|| self.fields.get(node.text())) {
                    Some(definition) => self.defined(subject, Some(definition)),
                    None => match subject.definitions().value(subject, node) {
                        Some(value) => Err(value),
                        // What is no variable may be the name of a class.
                        None if !subject.definitions().is_declared(subject, node) => {
                            Ok(Type::Written(node.id()))
                        }
                        None => Ok(Type::Unknown),
                    },
                }
            }
            Kind::Member => {
                let (Some(object), Some(name)) = (node.child(0), node.child(1)) else {
                    return Ok(Type::Unknown);
                };
                match matches!(object.text(), "this" | "self") {
                    true => self.defined(subject, self.fields.get(name.text())),
                    false => Ok(Type::Unknown),
                }
            }
            _ => Ok(Type::Unknown),
        }
    }

    fn defined<'t>(
        &self,
        subject: &Subject<'t>,
        definition: Option<&NodeId>,
    ) -> Result<Type, Node<'t>> {
        let Some(node) = definition.map(|id| subject.tree.node(*id)) else {
            return Ok(Type::Unknown);
        };
        let written = node.child(1).filter(|t| !t.is_absent() && !INFERRED.contains(&t.text()));
        match (written, node.child(3)) {
            (Some(written), _) => Ok(Type::Written(written.id())),
            (None, Some(init)) if !init.is_absent() => Err(init),
            _ => Ok(Type::Unknown),
        }
    }
}

/// `&T{...}`.
fn pointer(node: Node<'_>) -> Type {
    let of = node.child(0).filter(|new| new.kind() == Kind::New).and_then(|new| new.child(0));
    of.map_or(Type::Unknown, |of| Type::Pointer(of.id()))
}

/// Go's `make(T)` and `new(T)`.
fn made(call: Node<'_>) -> Type {
    let of = call.child(1).and_then(|args| args.child(0));
    match (call.child(0).map(Node::text), of) {
        (Some("make"), Some(of)) => Type::Written(of.id()),
        (Some("new"), Some(of)) => Type::Pointer(of.id()),
        _ => Type::Unknown,
    }
}

fn is_test(op: Op) -> bool {
    matches!(
        op,
        Op::Eq
            | Op::NotEq
            | Op::StrictEq
            | Op::StrictNotEq
            | Op::Less
            | Op::LessEq
            | Op::Greater
            | Op::GreaterEq
            | Op::And
            | Op::Or
            | Op::Not
            | Op::InstanceOf
            | Op::In
            | Op::NotIn
    )
}

/// Whether two names of types are the same: `int` and `Integer`, `String` and `java.lang.String`.
pub(crate) fn same_name(wanted: &str, have: &str) -> bool {
    fn plain(name: &str) -> &str {
        let name = name.strip_prefix("java.lang.").unwrap_or(name);
        BOXED.iter().find(|(boxed, _)| *boxed == name).map_or(name, |(_, basic)| basic)
    }
    wanted == have || (!wanted.starts_with("java.lang.") && plain(wanted) == plain(have))
}

/// Java's classes of basic values.
const BOXED: &[(&str, &str)] = &[
    ("Boolean", "boolean"),
    ("Byte", "byte"),
    ("Character", "char"),
    ("Double", "double"),
    ("Float", "float"),
    ("Integer", "int"),
    ("Long", "int"),
    ("Short", "int"),
    ("long", "int"),
    ("short", "int"),
];

/// Words that stand for a type that follows from the value.
const INFERRED: &[&str] = &["var", "val", "auto", "let"];
