//! Which variable each name means: two linear passes over the tree, one that gathers what each
//! scope declares and one that resolves.

use std::collections::{BTreeMap, HashMap, HashSet};

use portcullis_syntax::{Kind, Node, NodeId, Op, Tree};

use super::dialect::Dialect;
use super::names::{NameId, Names};

/// Number of a variable; 0 is none.
pub(super) type SymbolId = u32;

/// What a symbol stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A variable or parameter.
    Variable,
    /// A field of the class, static or not.
    Field { class: NodeId, shared: bool },
    /// A function's name.
    Function,
    /// A class's name.
    Class,
}

/// A variable, field, function or class of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    /// Its name.
    pub(super) name: NameId,
    /// What it stands for.
    pub(super) meaning: Meaning,
    /// The function that it belongs to; the root for what is global.
    pub(super) owner: NodeId,
    /// Places in the text that write it.
    pub(super) writes: u32,
    /// Whether another function than its own writes it.
    pub(super) leaks: bool,
    /// Name of its declared type, 0 where there is none.
    pub(super) type_name: NameId,
    /// Whether no other file can write it.
    pub(super) closed: bool,
}

/// The result.
#[derive(Clone, Debug, Default)]
pub(super) struct Scopes {
    /// Symbol of each node that is a variable's name; 0 elsewhere.
    symbol_of: Vec<SymbolId>,
    /// Name of each [`Kind::Name`] node; 0 elsewhere.
    name_of: Vec<NameId>,
    /// By number, from 1.
    symbols: Vec<Symbol>,
    /// How often a field of this name is written, on any object.
    field_writes: HashMap<NameId, u32>,
    /// What each scope or class declares.
    declared: HashMap<(NodeId, NameId), SymbolId>,
}

impl Scopes {
    /// The symbol that a name node means.
    pub(super) fn symbol(&self, node: NodeId) -> Option<SymbolId> {
        self.symbol_of.get(node.0 as usize).copied().filter(|id| *id != 0)
    }

    /// The name of a name node, 0 for other nodes.
    pub(super) fn name(&self, node: NodeId) -> NameId {
        self.name_of.get(node.0 as usize).copied().unwrap_or(0)
    }

    fn add(&mut self, symbol: Symbol) -> SymbolId {
        self.symbols.push(symbol);
        u32::try_from(self.symbols.len()).unwrap_or(0)
    }

    /// Whether a field keeps the value that it gets first.
    pub(super) fn is_stable(&self, class: NodeId, field: NameId) -> bool {
        let writes = self.field_writes.get(&field).copied().unwrap_or(0);
        let known = self.declared.get(&(class, field)).and_then(|id| self.get(*id));
        writes < 2 && known.is_none_or(|symbol| symbol.closed)
    }

    /// What is known of a symbol.
    pub(super) fn get(&self, id: SymbolId) -> Option<&Symbol> {
        self.symbols.get((id as usize).checked_sub(1)?)
    }
}

/// Resolves all names of a tree.
pub(super) fn resolve(tree: &Tree, dialect: &'static Dialect, names: &mut Names) -> Scopes {
    let mut declarer = Declarer {
        dialect,
        scopes: Scopes {
            symbol_of: vec![0; tree.len() as usize],
            name_of: tree.nodes().map(|node| interned(node, names)).collect(),
            ..Scopes::default()
        },
        open: Vec::new(),
        closed: false,
        order: HashMap::new(),
        elsewhere: HashSet::new(),
        free: Vec::new(),
    };
    tree.nodes().for_each(|node| declarer.visit(node));
    declarer.declare_free();
    let Declarer { scopes, order, .. } = declarer;
    let mut resolver =
        Resolver { dialect, scopes, order, open: Vec::new(), visible: HashMap::new() };
    tree.nodes().for_each(|node| resolver.visit(node));
    resolver.scopes
}

fn interned(node: Node<'_>, names: &mut Names) -> NameId {
    match node.kind() {
        Kind::Name => names.intern(node.text()),
        _ => 0,
    }
}

/// What opens a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Function,
    Class,
    Block,
}

#[derive(Clone, Copy, Debug)]
struct Scope {
    node: NodeId,
    end: NodeId,
    sort: Sort,
    /// Function that it lies in, itself included; the root outside of functions.
    function: NodeId,
}

fn sort_of(node: Node<'_>, dialect: &Dialect) -> Option<Sort> {
    let above = node.parent().map(Node::kind);
    match node.kind() {
        Kind::Root | Kind::Function => Some(Sort::Function),
        Kind::Class => Some(Sort::Class),
        Kind::Block if above == Some(Kind::New) => Some(Sort::Class),
        Kind::Block if matches!(above, Some(Kind::Class | Kind::Function)) => None,
        Kind::Comprehension => Some(Sort::Block),
        Kind::Block | Kind::For | Kind::ForEach | Kind::With | Kind::Catch | Kind::Switch => {
            (!dialect.assignment_declares).then_some(Sort::Block)
        }
        _ => None,
    }
}

fn enter(open: &mut Vec<Scope>, node: Node<'_>, dialect: &Dialect) -> Option<Scope> {
    let sort = sort_of(node, dialect)?;
    let function = match sort {
        Sort::Function => node.id(),
        _ => open.last().map_or(NodeId(0), |scope| scope.function),
    };
    let scope = Scope { node: node.id(), end: node.end(), sort, function };
    open.push(scope);
    Some(scope)
}

/// First pass: which scope declares which names.
struct Declarer {
    dialect: &'static Dialect,
    scopes: Scopes,
    open: Vec<Scope>,
    /// Whether what is being declared cannot be written from another file.
    closed: bool,
    order: HashMap<NodeId, Vec<SymbolId>>,
    /// Names that a function takes from outside (`global`, `nonlocal`).
    elsewhere: HashSet<(NodeId, NameId)>,
    /// Names assigned without a declaration that is known yet.
    free: Vec<(NameId, NodeId)>,
}

impl Declarer {
    fn visit(&mut self, node: Node<'_>) {
        while self.open.last().is_some_and(|scope| node.id() >= scope.end) {
            self.open.pop();
        }
        match node.kind() {
            Kind::Function => self.declare_named(node, Meaning::Function),
            Kind::Class => self.declare_named(node, Meaning::Class),
            Kind::Other => self.note_elsewhere(node),
            _ => {}
        }
        enter(&mut self.open, node, self.dialect);
        match node.kind() {
            Kind::Param => self.declare_target(node, 2, 1, false),
            Kind::VarDef => self.declare_target(node, 2, 1, hoists(node)),
            Kind::Catch => self.declare_target(node, 1, 0, false),
            Kind::Assign | Kind::ForEach => self.assign_target(node),
            Kind::Case if self.dialect.cases_bind => self.assign_target(node),
            Kind::Import => self.declare_import(node),
            _ => {}
        }
    }

    fn declare_named(&mut self, node: Node<'_>, meaning: Meaning) {
        let in_class = self.open.last().is_some_and(|scope| scope.sort == Sort::Class);
        let name = node.child(1).map_or(0, |name| self.scopes.name(name.id()));
        if name != 0 && !(in_class && meaning == Meaning::Function) {
            self.declare(self.home(), name, meaning, 0);
        }
    }

    /// The scope that takes a declaration.
    fn home(&self) -> Option<Scope> {
        match self.dialect.assignment_declares {
            true => self.outside_blocks(),
            false => self.open.last().copied(),
        }
    }

    /// The nearest scope of a function or class.
    fn outside_blocks(&self) -> Option<Scope> {
        let mut near = self.open.iter().rev().take(LOOKED_THROUGH);
        near.find(|scope| scope.sort != Sort::Block).copied()
    }

    fn declare_target(&mut self, node: Node<'_>, target: usize, of_type: usize, hoisted: bool) {
        let type_name = node.child(of_type).map_or(0, |node| self.type_name(node));
        let scope = if hoisted { self.outside_blocks() } else { self.home() };
        let shared = self.dialect.assignment_declares || has_token(node, OF_CLASS);
        let loose = self.dialect.assignment_declares || self.dialect.bare_keys;
        self.closed = loose || has_token(node, CLOSING);
        for name in node.child(target).map(targets).unwrap_or_default() {
            let name = self.scopes.name(name.id());
            let meaning = match scope {
                Some(Scope { sort: Sort::Class, node: class, .. }) => {
                    Meaning::Field { class, shared }
                }
                _ => Meaning::Variable,
            };
            self.declare(scope, name, meaning, type_name);
        }
    }

    fn type_name(&self, node: Node<'_>) -> NameId {
        let named = node.descendants().take(4).find(|node| node.kind() == Kind::Name);
        named.map_or(0, |node| self.scopes.name(node.id()))
    }

    fn assign_target(&mut self, node: Node<'_>) {
        let Some(target) = node.child(0) else { return };
        let names: Vec<_> = targets(target).iter().map(|n| self.scopes.name(n.id())).collect();
        if !self.dialect.assignment_declares && !self.in_comprehension() {
            let function = self.open.last().map_or(NodeId(0), |scope| scope.function);
            return self.free.extend(names.into_iter().map(|name| (name, function)));
        }
        let walrus = node.op() == Op::Walrus;
        let scope = if walrus { self.outside_blocks() } else { self.open.last().copied() };
        for name in names {
            if let Some(at) = scope
                && !self.elsewhere.contains(&(at.function, name))
            {
                let meaning = match at.sort {
                    Sort::Class => Meaning::Field { class: at.node, shared: true },
                    _ => Meaning::Variable,
                };
                self.closed = true;
                self.declare(scope, name, meaning, 0);
            } else {
                self.free.push((name, NodeId(0)));
            }
        }
    }

    fn in_comprehension(&self) -> bool {
        let dynamic = self.dialect.assignment_declares;
        self.open.last().is_some_and(|scope| scope.sort == Sort::Block && dynamic)
    }

    fn declare_import(&mut self, node: Node<'_>) {
        let slots = [2, 1, 0].map(|slot| node.child(slot).filter(|name| !name.is_absent()));
        let named = slots.into_iter().flatten().next();
        let first = named.and_then(|node| node.descendants().find(|n| n.kind() == Kind::Name));
        let name = first.map_or(0, |node| self.scopes.name(node.id()));
        self.declare(self.home(), name, Meaning::Variable, 0);
    }

    fn note_elsewhere(&mut self, node: Node<'_>) {
        let text = node.text();
        if !text.starts_with("global ") && !text.starts_with("nonlocal ") {
            return;
        }
        let function = self.open.last().map_or(NodeId(0), |scope| scope.function);
        for name in node.children().filter(|child| child.kind() == Kind::Name) {
            let name = self.scopes.name(name.id());
            self.elsewhere.insert((function, name));
            self.free.push((name, NodeId(0)));
        }
    }

    fn declare(&mut self, scope: Option<Scope>, name: NameId, meaning: Meaning, of_type: NameId) {
        let Some(scope) = scope.filter(|_| name != 0) else { return };
        if self.scopes.declared.contains_key(&(scope.node, name)) {
            return;
        }
        let id = self.scopes.add(Symbol {
            name,
            meaning,
            owner: scope.function,
            writes: 0,
            leaks: false,
            type_name: of_type,
            closed: self.closed,
        });
        self.scopes.declared.insert((scope.node, name), id);
        self.order.entry(scope.node).or_default().push(id);
    }

    /// A name that is assigned and declared nowhere in sight is global: its declaration was cut
    /// off. One that a single function assigns is as good as its own.
    fn declare_free(&mut self) {
        let root = NodeId(0);
        let mut owners: BTreeMap<NameId, NodeId> = BTreeMap::new();
        for (name, function) in std::mem::take(&mut self.free) {
            let owner = owners.entry(name).or_insert(function);
            *owner = if *owner == function { function } else { root };
        }
        for (name, function) in owners {
            let scope = Scope { node: root, end: root, sort: Sort::Function, function };
            self.declare(Some(scope), name, Meaning::Variable, 0);
        }
    }
}

/// Words that keep other files from writing a field.
const CLOSING: &[&str] =
    &["final", "const", "constant", "immutable", "readonly", "private", "val", "let"];

/// Scopes that are looked through for the one that takes a declaration.
const LOOKED_THROUGH: usize = 64;

/// `var` declares for the whole function.
fn hoists(node: Node<'_>) -> bool {
    has_token(node, &["var"])
}

/// Words that make a field one of the class: a constant of C# is one too.
pub(super) const OF_CLASS: &[&str] = &["static", "const"];

/// Whether the modifiers of a definition hold one of these words.
pub(super) fn has_token(node: Node<'_>, words: &[&str]) -> bool {
    let modifiers = node.child(0).filter(|first| first.kind() == Kind::Modifiers);
    modifiers.is_some_and(|list| {
        let mut items = list.children();
        items.any(|item| words.contains(&item.text().trim_start_matches('@')))
    })
}

/// The names that an assignment to this target writes.
pub(super) fn targets(target: Node<'_>) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    let mut open = vec![target];
    while let Some(node) = open.pop() {
        match node.kind() {
            Kind::Name => found.push(node),
            Kind::Tuple | Kind::List | Kind::Dict | Kind::Spread | Kind::Sequence => {
                open.extend(node.children());
            }
            Kind::Args => open.extend(node.children()),
            // `Some(x)` as a pattern.
            Kind::Pair | Kind::Call => open.extend(node.child(1)),
            Kind::Unary | Kind::Typed | Kind::Assign => open.extend(node.child(0)),
            Kind::Other => open.extend(pattern_parts(node)),
            _ => {}
        }
    }
    found
}

/// Parts of a pattern that may take a value: of `S { a, b: c }` and `x | y` all but the type and
/// the name of a field.
fn pattern_parts(node: Node<'_>) -> Vec<Node<'_>> {
    let parts: Vec<Node<'_>> = node.children().filter(|part| part.kind() != Kind::Token).collect();
    if let [name, value] = parts.as_slice()
        && name.kind() == Kind::Name
        && name.text().starts_with(char::is_lowercase)
        && node.children().count() == 2
    {
        return vec![*value];
    }
    let is_type = |part: &Node<'_>| {
        matches!(part.kind(), Kind::Name | Kind::Member)
            && part.text().starts_with(char::is_uppercase)
    };
    parts.into_iter().filter(|part| !is_type(part)).collect()
}

/// Second pass: what each name means where it stands.
struct Resolver {
    dialect: &'static Dialect,
    scopes: Scopes,
    order: HashMap<NodeId, Vec<SymbolId>>,
    open: Vec<Scope>,
    /// Declarations in sight by name, innermost last.
    visible: HashMap<NameId, Vec<SymbolId>>,
}

impl Resolver {
    fn visit(&mut self, node: Node<'_>) {
        while self.open.last().is_some_and(|scope| node.id() >= scope.end) {
            self.leave();
        }
        match node.kind() {
            Kind::Name => self.resolve(node),
            _ if enter(&mut self.open, node, self.dialect).is_some() => self.show(node.id()),
            _ => {}
        }
        self.count_writes(node);
    }

    fn show(&mut self, scope: NodeId) {
        for id in self.order.get(&scope).into_iter().flatten() {
            if let Some(symbol) = self.scopes.get(*id) {
                self.visible.entry(symbol.name).or_default().push(*id);
            }
        }
    }

    fn leave(&mut self) {
        let Some(scope) = self.open.pop() else { return };
        for id in self.order.remove(&scope.node).unwrap_or_default() {
            let name = self.scopes.get(id).map_or(0, |symbol| symbol.name);
            if let Some(stack) = self.visible.get_mut(&name) {
                stack.pop();
            }
        }
    }

    fn resolve(&mut self, node: Node<'_>) {
        if !refers(node, self.dialect) {
            return;
        }
        let name = self.scopes.name(node.id());
        let id = self.lookup(name).unwrap_or_else(|| self.outsider(name));
        if let Some(place) = self.scopes.symbol_of.get_mut(node.id().0 as usize) {
            *place = id;
        }
    }

    /// A name that the file does not declare is one and the same thing wherever it stands.
    fn outsider(&mut self, name: NameId) -> SymbolId {
        let id = self.scopes.add(Symbol {
            name,
            meaning: Meaning::Variable,
            owner: NodeId(0),
            writes: 0,
            leaks: false,
            type_name: 0,
            closed: false,
        });
        self.visible.entry(name).or_default().insert(0, id);
        id
    }

    fn lookup(&self, name: NameId) -> Option<SymbolId> {
        let function = self.open.last().map_or(NodeId(0), |scope| scope.function);
        let seen = |id: &&SymbolId| {
            self.scopes.get(**id).is_some_and(|symbol| match symbol.meaning {
                Meaning::Field { .. } => self.dialect.implicit_fields || symbol.owner == function,
                _ => true,
            })
        };
        self.visible.get(&name)?.iter().rev().take(LOOKED_THROUGH).find(seen).copied()
    }

    fn count_writes(&mut self, node: Node<'_>) {
        match node.kind() {
            Kind::Assign if matches!(node.op(), Op::None | Op::Assign | Op::Walrus) => {
                self.count_target(node, 0, 1);
            }
            Kind::Assign | Kind::ForEach => self.count_target(node, 0, 2),
            Kind::VarDef if is_absent(node, 3) => self.count_target(node, 2, 0),
            Kind::VarDef | Kind::Param => self.count_target(node, 2, 1),
            Kind::Function | Kind::Class => self.count_target(node, 1, 1),
            Kind::Unary if is_step(node.op()) => self.count_target(node, 0, 2),
            Kind::Case if self.dialect.cases_bind => self.count_target(node, 0, 1),
            Kind::Delete => self.count_target(node, 0, 2),
            _ => {}
        }
    }

    /// The names are ahead of the pass: they are resolved here, with the same declarations in
    /// sight.
    fn count_target(&mut self, node: Node<'_>, slot: usize, weight: u32) {
        let Some(target) = node.child(slot) else { return };
        if target.kind() == Kind::Member {
            let name = target.child(1).map_or(0, |name| self.scopes.name(name.id()));
            *self.scopes.field_writes.entry(name).or_default() += weight;
        }
        let function = self.open.last().map_or(NodeId(0), |scope| scope.function);
        for name in targets(target) {
            let name = self.scopes.name(name.id());
            let id = self.lookup(name).unwrap_or(0);
            let place = (id as usize).checked_sub(1).and_then(|at| self.scopes.symbols.get_mut(at));
            let Some(symbol) = place else { continue };
            symbol.writes = symbol.writes.saturating_add(weight);
            symbol.leaks |= weight > 0 && symbol.owner != function && node.kind() != Kind::Function;
            if matches!(symbol.meaning, Meaning::Field { .. }) {
                *self.scopes.field_writes.entry(name).or_default() += weight;
            }
        }
    }
}

fn is_absent(node: Node<'_>, slot: usize) -> bool {
    node.child(slot).is_none_or(Node::is_absent)
}

/// Whether the operator changes its operand.
pub(super) fn is_step(op: Op) -> bool {
    matches!(op, Op::PreIncrement | Op::PreDecrement | Op::PostIncrement | Op::PostDecrement)
}

/// Whether a name stands for a variable, rather than for a member or a keyword.
fn refers(node: Node<'_>, dialect: &Dialect) -> bool {
    let Some(above) = node.parent() else { return false };
    let first = above.id().0.saturating_add(1) == node.id().0;
    match above.kind() {
        Kind::Member => first,
        Kind::Keyword => !first,
        Kind::Pair => !first || !dialect.bare_keys,
        Kind::Break | Kind::Continue => false,
        _ => true,
    }
}
