//! Where a pattern is tried: only at nodes of the kinds that it can match.

use portcullis_model::Span;
use portcullis_syntax::{Kind, Node, NodeId, Op};

use super::{Goal, Machine, Seq};
use crate::roles::Role;

/// Statements that an expression as a statement may match.
const WITH_VALUE: &[Kind] =
    &[Kind::ExprStmt, Kind::Assign, Kind::VarDef, Kind::Return, Kind::Yield, Kind::Await];

impl<'a> Machine<'a> {
    /// Whether a node stands as a value.
    pub(super) fn is_value(&self, t: Node<'a>) -> bool {
        match self.subject.role(t.id()) {
            Role::Expression => {
                self.context.options.attr_expr
                    || t.parent().is_none_or(|up| up.kind() != Kind::Annotation)
            }
            Role::Statement if t.kind() == Kind::VarDef => {
                t.child(3).is_some_and(|init| !init.is_absent())
            }
            Role::Statement => t.kind() == Kind::Assign,
            _ => matches!(t.kind(), Kind::Function | Kind::StringText | Kind::Dict),
        }
    }

    /// The nodes of these kinds in the stretch that is asked for.
    fn of_kinds(&self, kinds: &[Kind]) -> Vec<NodeId> {
        let mut found = Vec::new();
        for kind in kinds {
            let nodes = self.subject.of_kind(*kind);
            let (from, to) = self.stretch();
            let start = nodes.partition_point(|id| id.0 < from);
            let end = nodes.partition_point(|id| id.0 < to);
            found.extend_from_slice(nodes.get(start..end).unwrap_or(&[]));
        }
        if kinds.len() > 1 {
            found.sort_unstable();
        }
        found
    }

    /// Whether a match that lies in this stretch can be of use.
    fn of_use(&self, stretch: Span) -> bool {
        self.query.around.as_ref().is_none_or(|around| around.lies_in(stretch))
    }

    fn stretch(&self) -> (u32, u32) {
        match self.query.within {
            Some(stretch) => (stretch.at, stretch.end),
            None => (0, self.target.len()),
        }
    }

    /// All nodes in the stretch that stand as values.
    fn values(&self) -> Vec<NodeId> {
        let (from, to) = self.stretch();
        (from..to).map(NodeId).filter(|id| self.is_value(self.t(*id))).collect()
    }

    /// Tries an expression pattern.
    pub(super) fn expressions(&mut self, root: NodeId) {
        let p = self.p(root);
        let found = match p.kind() {
            Kind::Metavar | Kind::Ellipsis | Kind::Deep | Kind::TypedMetavar => self.values(),
            Kind::String => self.strings(),
            Kind::Int | Kind::Float | Kind::Bool => self.constants(p.kind()),
            Kind::Name => self.of_kinds(&[Kind::Name]),
            Kind::Member => self.of_kinds(&[Kind::Member, Kind::Name, Kind::Call, Kind::New]),
            Kind::Assign => self.of_kinds(&[Kind::Assign, Kind::VarDef]),
            Kind::List => self.of_kinds(&[Kind::List, Kind::Comprehension, Kind::Dict]),
            Kind::Set => self.of_kinds(&[Kind::Set, Kind::Dict, Kind::Comprehension]),
            Kind::New => self.of_kinds(&[Kind::New, Kind::Call]),
            kind => self.of_kinds(&[kind]),
        };
        let (name, object) = (callee(p), object(p));
        for id in found {
            let t = self.t(id);
            if self.of_use(t.span())
                && self.is_value(t)
                && self.may_call(name, t)
                && self.may_call_on(object, t)
                && !self.is_inner_operand(t)
            {
                self.solve(Goal::Node(root, id), Some(value_span(p, t)), Some(id));
            }
        }
    }

    /// In Python a chain of `and` or `or` is one expression, not one inside the other.
    fn is_inner_operand(&self, t: Node<'a>) -> bool {
        t.kind() == Kind::Binary
            && self.subject.is_python()
            && matches!(t.op(), Op::And | Op::Or)
            && t.parent().is_some_and(|up| up.kind() == Kind::Binary && up.op() == t.op())
    }

    /// What may be a string, and the texts between the values of an interpolated one.
    fn strings(&self) -> Vec<NodeId> {
        let interpolated = |id: &NodeId| {
            let string = self.t(*id).parent();
            string.is_some_and(|up| up.children().any(|part| part.kind() == Kind::Interpolation))
        };
        let mut found = self.constants(Kind::String);
        found.extend(self.of_kinds(&[Kind::StringText]).into_iter().filter(interpolated));
        found.sort_unstable();
        found
    }

    /// Literals, and what else may be a constant.
    fn constants(&self, kind: Kind) -> Vec<NodeId> {
        if !self.context.options.constant_propagation {
            return self.of_kinds(&[kind]);
        }
        let others = [kind, Kind::Name, Kind::Member, Kind::Binary, Kind::Call, Kind::Conditional];
        self.of_kinds(&others)
    }

    /// Whether a call may be one of a function of this name, aliases apart.
    fn may_call(&self, name: Option<&str>, t: Node<'a>) -> bool {
        let (Some(name), Kind::Call) = (name, t.kind()) else { return true };
        let callee = t.child(0).map(|callee| match callee.kind() {
            Kind::Member => callee.child(1).unwrap_or(callee),
            _ => callee,
        });
        callee.is_none_or(|callee| {
            callee.kind() != Kind::Name
                || callee.text() == name
                || !self.subject.imports().of(self.subject, callee).is_empty()
        })
    }

    /// Whether a call may be one on an object or module of this name, aliases apart.
    fn may_call_on(&self, name: Option<&str>, t: Node<'a>) -> bool {
        let (Some(name), Kind::Call) = (name, t.kind()) else { return true };
        let callee = t.child(0).filter(|callee| callee.kind() == Kind::Member);
        let object = callee.and_then(|callee| callee.child(0));
        object.is_none_or(|object| {
            object.kind() != Kind::Name
                || object.text() == name
                || self.context.options.symbolic_propagation
                || !self.subject.imports().of(self.subject, object).is_empty()
        })
    }

    /// Tries a pattern that is one statement.
    pub(super) fn statement(&mut self, root: NodeId) {
        let p = self.p(root);
        let found = match p.kind() {
            Kind::ExprStmt => match p.child(0).map(Node::kind) {
                Some(Kind::Metavar | Kind::Ellipsis) => self.all_statements(),
                _ => self.of_kinds(WITH_VALUE),
            },
            Kind::Deep => self.of_kinds(WITH_VALUE),
            Kind::Assign => self.of_kinds(&[Kind::Assign, Kind::VarDef]),
            Kind::Function => self.of_kinds(&[Kind::Function, Kind::Pair]),
            Kind::Import => self.of_kinds(&[Kind::Import, Kind::VarDef]),
            Kind::Sequence => self.of_kinds(&[Kind::Sequence, Kind::Import, Kind::VarDef]),
            Kind::For => self.of_kinds(&[Kind::For, Kind::ForEach]),
            kind => self.of_kinds(&[kind]),
        };
        for id in found {
            let t = self.t(id);
            if self.of_use(t.span()) && self.stands(p, t) {
                self.solve(Goal::Node(root, id), Some(value_span(p, t)), Some(id));
            }
        }
        if p.kind() == Kind::Return {
            self.implicit_returns(root);
        }
        if p.kind() == Kind::ExprStmt {
            self.statement_inside(p);
        }
    }

    /// Where the stretch that is asked for is the expression of a statement, the statement is meant
    /// as well.
    fn statement_inside(&mut self, p: Node<'a>) {
        let Some((stretch, inner)) = self.query.within.zip(p.child(0)) else { return };
        let t = self.t(NodeId(stretch.at));
        let whole = t.parent().is_some_and(|up| up.kind() == Kind::ExprStmt);
        if whole && t.end().0 == stretch.end {
            let id = t.id();
            self.solve(Goal::Node(inner.id(), id), Some(stretch.span), Some(id));
        }
    }

    /// Tries `return x` at what a function gives back without a word.
    fn implicit_returns(&mut self, root: NodeId) {
        let (from, to) = self.stretch();
        let inside = |id: &NodeId| (from..to).contains(&id.0);
        let found: Vec<NodeId> =
            self.subject.implicit_returns().iter().copied().filter(inside).collect();
        for id in found {
            let t = self.t(id);
            if self.of_use(t.span()) {
                self.solve(Goal::Node(root, id), Some(t.span()), Some(id));
            }
        }
    }

    /// Definitions match wherever they stand, other statements only where statements do.
    fn stands(&self, p: Node<'a>, t: Node<'a>) -> bool {
        match p.kind() {
            Kind::ExprStmt | Kind::VarDef => self.is_statement(t),
            // A block with a word before it, such as `static { ... }`.
            Kind::Block => {
                let of_class = t.parent().is_some_and(|up| up.kind() == Kind::Class);
                !of_class && word_before(p) == word_before(t)
            }
            _ => true,
        }
    }

    fn all_statements(&self) -> Vec<NodeId> {
        let (from, to) = self.stretch();
        (from..to).map(NodeId).filter(|id| self.is_statement(self.t(*id))).collect()
    }

    /// Tries a sequence of statements at every statement.
    pub(super) fn statements(&mut self, root: NodeId) {
        let p = Seq::children(self.p(root));
        self.look_ahead(self.p(root));
        for id in self.all_statements() {
            let t = self.t(id);
            // The sequence goes on to the end of the list that the statement stands in; what
            // several declarations share counts as one list with what is around it.
            let list = t.ancestors().find(|up| up.kind() != Kind::Sequence);
            let end = list.map_or(t.end().0, |up| self.list_end(up, t));
            let reach =
                list.map_or(t.span(), |up| t.span().join(Span::new(t.span().start, up.span().end)));
            if !self.of_use(reach) {
                continue;
            }
            let t = Seq::Siblings { at: id.0, end };
            if self.may_follow(id.0, end) {
                self.solve(Goal::Stmts { p, t, top: true, deep: false }, None, None);
            }
        }
    }

    fn list_end(&self, up: Node<'a>, t: Node<'a>) -> u32 {
        match up.kind() {
            Kind::Root | Kind::Block => up.end().0,
            _ => t.end().0,
        }
    }

    /// Tries a part of a definition or statement.
    pub(super) fn part(&mut self, root: NodeId) {
        let p = self.p(root);
        let kinds: &[Kind] = match p.kind() {
            Kind::Function => &[Kind::Function, Kind::Pair],
            kind => &[kind],
        };
        for id in self.of_kinds(kinds) {
            let t = self.t(id);
            let same = p.kind() != Kind::Other || p.tag() == t.tag();
            if same && self.of_use(t.span()) {
                self.solve(Goal::Node(root, id), Some(t.span()), Some(id));
            }
        }
    }
}

/// The name that the pattern calls, where it is written out.
fn callee(p: Node<'_>) -> Option<&str> {
    let callee = p.child(0).filter(|_| p.kind() == Kind::Call)?;
    let name = match callee.kind() {
        Kind::Member => callee.child(1)?,
        _ => callee,
    };
    (name.kind() == Kind::Name).then(|| name.text())
}

/// The name of the object or module on which the pattern calls, where it is written out.
fn object(p: Node<'_>) -> Option<&str> {
    let callee =
        p.child(0).filter(|callee| p.kind() == Kind::Call && callee.kind() == Kind::Member)?;
    callee.child(0).filter(|object| object.kind() == Kind::Name).map(Node::text)
}

/// The word that a block begins with.
fn word_before(block: Node<'_>) -> &str {
    block.text().split('{').next().unwrap_or("").trim()
}

/// A definition that is matched as an assignment begins at its name.
fn value_span(p: Node<'_>, t: Node<'_>) -> Span {
    match (p.kind(), t.kind(), t.child(2)) {
        (Kind::Assign, Kind::VarDef, Some(target)) => {
            Span::new(target.span().start, t.span().end.max(target.span().start))
        }
        _ => t.span(),
    }
}
