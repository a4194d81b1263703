//! What a file defines: its names, classes, functions, and who calls whom by name.

use std::collections::{HashMap, HashSet};

use portcullis_syntax::{Kind, Node, NodeId, Tree};

use super::dialect::Dialect;
use super::names::{NameId, Names};
use super::scopes::{self, Scopes};

/// A class, or the body of an anonymous one.
#[derive(Clone, Debug, Default)]
pub(super) struct Class {
    /// Its name, 0 where it has none.
    pub(super) name: NameId,
    /// Names of its superclasses and interfaces.
    pub(super) bases: Vec<NameId>,
    /// Its methods by name, in order.
    pub(super) methods: HashMap<NameId, Vec<NodeId>>,
    /// Its constructors.
    pub(super) constructors: Vec<NodeId>,
    /// The statements of its body.
    pub(super) body: Vec<NodeId>,
}

/// A stretch of code that runs on its own: an outermost function, or all that stands outside.
#[derive(Clone, Debug)]
struct Unit {
    start: NodeId,
    end: NodeId,
}

/// The definitions of one file.
#[derive(Clone, Debug)]
pub(super) struct Program {
    /// How the language differs from others.
    pub(super) dialect: &'static Dialect,
    /// Names of the file.
    pub(super) names: Names,
    /// What each name means.
    pub(super) scopes: Scopes,
    classes: HashMap<NodeId, Class>,
    classes_by_name: HashMap<NameId, Vec<NodeId>>,
    /// Classes by the names of their bases.
    heirs: HashMap<NameId, Vec<NodeId>>,
    /// Functions that are no methods, by name.
    functions: HashMap<NameId, Vec<NodeId>>,
    class_of: HashMap<NodeId, NodeId>,
    /// In order; the first stands for the code outside of functions.
    units: Vec<Unit>,
    called: Vec<(usize, NameId)>,
    defined: HashMap<NameId, Vec<usize>>,
}

/// Names that constructors have.
const CONSTRUCTORS: &[&str] = &["__init__", "constructor", "__construct", "initialize"];

impl Program {
    /// Gathers what a tree defines.
    pub(super) fn new(tree: &Tree, language: &str) -> Self {
        let dialect = Dialect::of(language);
        let mut names = Names::default();
        let scopes = scopes::resolve(tree, dialect, &mut names);
        let mut program = Self {
            dialect,
            names,
            scopes,
            classes: HashMap::new(),
            classes_by_name: HashMap::new(),
            heirs: HashMap::new(),
            functions: HashMap::new(),
            class_of: HashMap::new(),
            units: vec![Unit { start: NodeId(0), end: NodeId(0) }],
            called: Vec::new(),
            defined: HashMap::new(),
        };
        tree.nodes().for_each(|node| program.visit(node));
        program
    }

    fn visit(&mut self, node: Node<'_>) {
        match node.kind() {
            Kind::Function => self.add_function(node),
            Kind::Class => self.add_class(node, node.child(3), node.child(2)),
            Kind::New => {
                self.note_call(node);
                let body = node.child(2).filter(|body| body.kind() == Kind::Block);
                if let Some(body) = body {
                    self.add_class(body, Some(body), node.child(0));
                }
            }
            Kind::Call => self.note_call(node),
            _ => {}
        }
    }

    fn add_class(&mut self, node: Node<'_>, body: Option<Node<'_>>, bases: Option<Node<'_>>) {
        let name = match node.kind() {
            Kind::Class => node.child(1).map_or(0, |name| self.scopes.name(name.id())),
            _ => 0,
        };
        let named = match bases {
            Some(list) if list.kind() == Kind::Bases => list.children().collect(),
            other => other.into_iter().collect::<Vec<_>>(),
        };
        let bases: Vec<NameId> = named.into_iter().map(|base| self.last_name(base)).collect();
        for base in &bases {
            self.heirs.entry(*base).or_default().push(node.id());
        }
        let body = body.map_or_else(Vec::new, |body| body.children().map(Node::id).collect());
        self.classes.insert(node.id(), Class { name, bases, body, ..Class::default() });
        self.classes_by_name.entry(name).or_default().push(node.id());
    }

    fn add_function(&mut self, node: Node<'_>) {
        let name = node.child(1).map_or(0, |name| self.scopes.name(name.id()));
        let inside = self.units.last().is_some_and(|unit| node.id() < unit.end);
        if !inside {
            self.units.push(Unit { start: node.id(), end: node.end() });
        }
        let unit = self.units.len().saturating_sub(1);
        let mut named = vec![name];
        if let Some(class) = class_around(node).filter(|class| self.classes.contains_key(class)) {
            self.class_of.insert(node.id(), class);
            named.extend(self.add_method(node, name, class));
        } else {
            self.functions.entry(name).or_default().push(node.id());
        }
        for name in named {
            self.defined.entry(name).or_default().push(unit);
        }
    }

    /// Adds a method; the name of the class where it is a constructor.
    fn add_method(&mut self, node: Node<'_>, name: NameId, class: NodeId) -> Option<NameId> {
        let text = node.child(1).map_or("", Node::text);
        let entry = self.classes.get_mut(&class)?;
        let made = CONSTRUCTORS.contains(&text) || (name == entry.name && name != 0);
        if !made {
            entry.methods.entry(name).or_default().push(node.id());
            return None;
        }
        entry.constructors.push(node.id());
        Some(entry.name)
    }

    fn note_call(&mut self, node: Node<'_>) {
        let name = node.child(0).map_or(0, |callee| self.last_name(callee));
        let inside = self.units.last().filter(|unit| node.id() < unit.end);
        let unit = inside.map_or(0, |_| self.units.len().saturating_sub(1));
        self.called.push((unit, name));
    }

    /// The last name of a path such as `a.b.C<T>`.
    pub(super) fn last_name(&self, node: Node<'_>) -> NameId {
        match node.kind() {
            Kind::Name => self.scopes.name(node.id()),
            Kind::Member => node.child(1).map_or(0, |name| self.scopes.name(name.id())),
            Kind::Generic | Kind::Typed | Kind::Call => {
                let first = node.child(0).filter(|first| first.kind() != Kind::Call);
                first.map_or(0, |first| match first.kind() {
                    Kind::Member => first.child(1).map_or(0, |name| self.scopes.name(name.id())),
                    _ => self.scopes.name(first.id()),
                })
            }
            _ => 0,
        }
    }

    /// A class by its node.
    pub(super) fn class(&self, node: NodeId) -> Option<&Class> {
        self.classes.get(&node)
    }

    /// The class of a name, where the file has just one.
    pub(super) fn class_named(&self, name: NameId) -> Option<NodeId> {
        match self.classes_by_name.get(&name).map(Vec::as_slice) {
            Some([one]) if name != 0 => Some(*one),
            _ => None,
        }
    }

    /// The class that a function is a method of.
    pub(super) fn class_of(&self, function: NodeId) -> Option<NodeId> {
        self.class_of.get(&function).copied()
    }

    /// Functions of a name that are no methods.
    pub(super) fn functions_named(&self, name: NameId) -> &[NodeId] {
        self.functions.get(&name).map_or(&[], Vec::as_slice)
    }

    /// The class and those above it, as far as the file has them, nearest first.
    pub(super) fn lineage(&self, class: NodeId) -> Vec<NodeId> {
        let mut found = vec![class];
        let mut next = 0;
        while let Some(class) = found.get(next).and_then(|id| self.classes.get(id)) {
            next += 1;
            for base in class.bases.iter().filter_map(|name| self.class_named(*name)) {
                if found.len() < LINEAGE && !found.contains(&base) {
                    found.push(base);
                }
            }
        }
        found
    }

    /// Classes of the file that name this one as a base.
    pub(super) fn heirs(&self, class: NodeId) -> &[NodeId] {
        let name = self.classes.get(&class).map_or(0, |class| class.name);
        let heirs = self.heirs.get(&name).filter(|_| name != 0).map_or(&[][..], Vec::as_slice);
        heirs.get(..LINEAGE).unwrap_or(heirs)
    }

    /// Whether a node stands where code of all functions may see its value: outside of functions or
    /// in a constructor.
    pub(super) fn is_shared(&self, node: NodeId) -> bool {
        let unit = self.units.get(self.unit(node)).filter(|unit| unit.end.0 > 0);
        unit.is_none_or(|unit| {
            let class = self.class_of(unit.start).and_then(|class| self.class(class));
            class.is_some_and(|class| class.constructors.contains(&unit.start))
        })
    }

    /// The unit that a node lies in.
    pub(super) fn unit(&self, node: NodeId) -> usize {
        let at = self.units.partition_point(|unit| unit.start <= node).saturating_sub(1);
        self.units.get(at).filter(|unit| node < unit.end).map_or(0, |_| at)
    }

    /// The outermost function around a node.
    pub(super) fn unit_start(&self, node: NodeId) -> Option<NodeId> {
        self.units.get(self.unit(node)).filter(|unit| unit.end.0 > 0).map(|unit| unit.start)
    }

    /// Units that hold one of these nodes or call, in however many steps, one that does.
    pub(super) fn reaching(&self, nodes: impl Iterator<Item = NodeId>) -> HashSet<usize> {
        let mut callers: HashMap<usize, Vec<usize>> = HashMap::new();
        for (caller, name) in &self.called {
            for unit in self.defined.get(name).into_iter().flatten().take(CALLEES) {
                callers.entry(*unit).or_default().push(*caller);
            }
        }
        let mut found: HashSet<usize> = nodes.map(|node| self.unit(node)).collect();
        let mut open: Vec<usize> = found.iter().copied().collect();
        while let Some(unit) = open.pop() {
            for caller in callers.get(&unit).into_iter().flatten() {
                if found.insert(*caller) {
                    open.push(*caller);
                }
            }
        }
        found
    }
}

/// Superclasses that are looked at.
const LINEAGE: usize = 8;

/// Functions of one name that a call may mean.
const CALLEES: usize = 64;

/// The class whose body holds the function directly.
fn class_around(function: Node<'_>) -> Option<NodeId> {
    let plain = |node: &Node<'_>| !matches!(node.kind(), Kind::Sequence | Kind::ExprStmt);
    let block = function.ancestors().find(plain).filter(|node| node.kind() == Kind::Block)?;
    let above = block.parent()?;
    match above.kind() {
        Kind::Class => Some(above.id()),
        Kind::New => Some(block.id()),
        _ => None,
    }
}
