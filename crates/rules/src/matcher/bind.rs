//! What metavariables are bound to, and when two bindings are the same.

use portcullis_model::Span;
use portcullis_syntax::{Kind, Node, NodeId};

use super::{Goal, Machine, Seq, Undo};
use crate::{
    compare::integer,
    flow::Const,
    rule::Leaf,
    subject::{Subject, content},
};

/// What a metavariable is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Value {
    /// A node.
    Node(NodeId),
    /// Nodes from the first one up to an id, none where both are equal; the span is theirs.
    Run {
        /// Id of the first node.
        at: u32,
        /// One past the last descendant of the last node.
        end: u32,
        /// From the first to the last, empty where there is none.
        span: Span,
    },
    /// The text inside the quotes of a string, or of the constant that the node is.
    Content(NodeId),
    /// A stretch of text.
    Text(Span),
    /// What an unnamed group of a regular expression has captured; two of them need not agree.
    Group(Span),
    /// The first parts of the qualified name that an imported name stands for.
    Path {
        /// The name.
        node: NodeId,
        /// Number of the qualified name.
        path: u32,
        /// How many of its parts.
        len: u16,
    },
}

/// The bindings of a match, by number of the metavariable.
pub(crate) type Bindings = Vec<Option<Value>>;

impl Value {
    /// Where it stands in the text.
    pub(crate) fn span(self, subject: &Subject<'_>) -> Span {
        match self {
            Self::Node(id) => subject.tree.node(id).span(),
            Self::Content(id) => {
                let node = subject.tree.node(id);
                let inside = (node.kind() == Kind::String).then(|| content(node)).flatten();
                inside.unwrap_or_else(|| node.span())
            }
            Self::Path { node, .. } => subject.tree.node(node).span(),
            Self::Run { span, .. } | Self::Text(span) | Self::Group(span) => span,
        }
    }
}

/// The text of a value, as it is shown in messages.
pub(crate) fn text_of<'s>(subject: &'s Subject<'_>, value: Value) -> &'s str {
    match value {
        Value::Content(id) => {
            let node = subject.tree.node(id);
            subject.content(node).unwrap_or_else(|| node.text())
        }
        other => other.span(subject).text(subject.tree.source()),
    }
}

impl<'a> Machine<'a> {
    /// Binds the metavariable at a node of the pattern.
    pub(super) fn bind(&mut self, at: NodeId, value: Value) -> bool {
        let Leaf::Var(var) = self.leaf(at) else { return true };
        match self.bindings.get(var as usize).copied() {
            Some(Some(before)) => self.context.budget.take(1) && same(self.context, before, value),
            Some(None) => {
                if let Some(slot) = self.bindings.get_mut(var as usize) {
                    *slot = Some(value);
                    self.trail.push(Undo::Unbind(var));
                }
                true
            }
            None => false,
        }
    }

    /// `$X` on any node but an empty slot. A statement that is an expression binds the expression.
    pub(super) fn metavariable(&mut self, p: Node<'a>, t: Node<'a>) -> bool {
        match t.kind() {
            Kind::Absent | Kind::Keyword => false,
            Kind::ExprStmt => {
                let inner = t.child(0).unwrap_or(t);
                self.bind(p.id(), Value::Node(inner.id()))
            }
            // A parameter without more is its name.
            Kind::Param => {
                let name = t.child(2).filter(|name| !name.is_absent()).unwrap_or(t);
                self.bind(p.id(), Value::Node(name.id()))
            }
            _ => self.bind(p.id(), Value::Node(t.id())),
        }
    }

    /// `$...X`: takes one more, or ends here.
    pub(super) fn absorb(&mut self, var: NodeId, from: Seq, p: Seq, t: Seq) -> bool {
        if let Some(first) = self.first_t(t) {
            let t = self.rest_t(t, first);
            self.or(Goal::Absorb { var, from, p, t });
        }
        let value = self.run(from, t);
        self.push(Goal::List(p, t));
        self.bind(var, value)
    }

    /// The nodes of a sequence from one place up to another.
    pub(super) fn run(&self, from: Seq, to: Seq) -> Value {
        let (at, end) = match (from, to) {
            (Seq::Siblings { at, .. }, Seq::Siblings { at: end, .. }) => (at, end),
            (Seq::Flat { at, .. }, Seq::Flat { at: end, .. }) => (at, end),
            _ => (0, 0),
        };
        let first = (at < end).then(|| self.t(NodeId(at)));
        let last = self.items_t(Seq::Siblings { at, end }).last();
        let span = match (first, last) {
            (Some(first), Some(last)) => first.span().join(last.span()),
            _ => self.gap(at),
        };
        Value::Run { at, end, span }
    }

    /// The empty span before the node with this id, or after the one before.
    fn gap(&self, at: u32) -> Span {
        let before = at.checked_sub(1).map(|id| self.t(NodeId(id)));
        let place = before.map_or(0, |node| match node.is_leaf() {
            true => node.span().end,
            false => node.span().start,
        });
        Span::new(place, place)
    }
}

/// Whether two values are the same code.
pub(crate) fn same(context: super::Context<'_>, a: Value, b: Value) -> bool {
    let subject = context.subject;
    if a == b {
        return true;
    }
    match (a, b) {
        (Value::Node(x), Value::Node(y)) => {
            let (x, y) = (subject.tree.node(x), subject.tree.node(y));
            let (x, y) = (subject.asserted(x), subject.asserted(y));
            same_nodes(context, x, y)
                || same_keys(subject, x, y)
                || (context.options.constant_propagation && same_constants(subject, x, y))
        }
        (Value::Run { at: x, end: x_end, .. }, Value::Run { at: y, end: y_end, .. }) => {
            x_end.saturating_sub(x) == y_end.saturating_sub(y)
                && same_runs(context, NodeId(x), NodeId(y), x_end.saturating_sub(x))
        }
        (Value::Group(_), Value::Group(_)) => true,
        (Value::Path { .. }, other) | (other, Value::Path { .. }) => {
            let path = if matches!(a, Value::Path { .. }) { a } else { b };
            resolved_text(subject, path) == resolved_text(subject, other)
        }
        _ => unquoted(subject, a) == unquoted(subject, b),
    }
}

/// The text of a value as conditions see it: of an imported name, what it stands for.
pub(crate) fn resolved_text(subject: &Subject<'_>, value: Value) -> String {
    match value {
        Value::Path { path, len, .. } => {
            let parts = subject.imports().path(path);
            parts.get(..len as usize).unwrap_or(parts).join(".")
        }
        other => text_of(subject, other).to_owned(),
    }
}

/// Keys of records, which may be written as names, strings or numbers.
fn same_keys(subject: &Subject<'_>, x: Node<'_>, y: Node<'_>) -> bool {
    let key = |node: Node<'_>| {
        let pair = node.parent().filter(|up| up.kind() == Kind::Pair);
        pair.and_then(|pair| pair.child(0)) == Some(node)
    };
    let plain = |node: Node<'_>| matches!(node.kind(), Kind::Name | Kind::String | Kind::Int);
    subject.has_records() && key(x) && key(y) && plain(x) && plain(y) && {
        let (x, y) = (Value::Node(x.id()), Value::Node(y.id()));
        unquoted(subject, x) == unquoted(subject, y)
    }
}

fn unquoted<'s>(subject: &'s Subject<'_>, value: Value) -> &'s str {
    match value {
        Value::Node(id) => {
            let node = subject.tree.node(id);
            let string = (node.kind() == Kind::String).then(|| subject.content(node)).flatten();
            string.unwrap_or_else(|| node.text())
        }
        other => text_of(subject, other),
    }
}

fn same_nodes(context: super::Context<'_>, x: Node<'_>, y: Node<'_>) -> bool {
    let len = x.end().0.saturating_sub(x.id().0);
    len == y.end().0.saturating_sub(y.id().0) && same_runs(context, x.id(), y.id(), len)
}

/// Two stretches of nodes are the same where each node is.
fn same_runs(context: super::Context<'_>, x: NodeId, y: NodeId, len: u32) -> bool {
    let tree = context.subject.tree;
    context.budget.take(u64::from(len))
        && (0..len).all(|offset| {
            let x = tree.node(NodeId(x.0.saturating_add(offset)));
            let y = tree.node(NodeId(y.0.saturating_add(offset)));
            let width = |node: Node<'_>| node.end().0.saturating_sub(node.id().0);
            let alike = x.kind() == y.kind() && x.op() == y.op() && x.tag() == y.tag();
            let told_by_text = x.is_leaf() || x.kind() == Kind::String;
            alike && width(x) == width(y) && (!told_by_text || same_leaves(context.subject, x, y))
        })
}

fn same_leaves(subject: &Subject<'_>, x: Node<'_>, y: Node<'_>) -> bool {
    match x.kind() {
        Kind::Int => same_integers(x.text(), y.text()),
        Kind::String => is_bytes(x) == is_bytes(y),
        Kind::Absent => true,
        Kind::Name if subject.ignores_case() && !x.text().starts_with('$') => {
            x.text().eq_ignore_ascii_case(y.text())
        }
        Kind::Name => x.text() == y.text() && same_symbols(subject, x, y),
        _ => x.text() == y.text(),
    }
}

/// `b"..."`.
fn is_bytes(string: Node<'_>) -> bool {
    let prefix = string.text().split(['"', '\'']).next().unwrap_or("");
    prefix.contains(['b', 'B'])
}

/// Two names that mean different variables are different; one that is not known may be either.
fn same_symbols(subject: &Subject<'_>, x: Node<'_>, y: Node<'_>) -> bool {
    match (subject.symbol(x.id()), subject.symbol(y.id())) {
        (Some(x), Some(y)) => x == y,
        _ => true,
    }
}

/// Whether two integer literals have the same value.
pub(super) fn same_integers(x: &str, y: &str) -> bool {
    x == y || matches!((integer(x), integer(y)), (Some(x), Some(y)) if x == y)
}

fn same_constants(subject: &Subject<'_>, x: Node<'_>, y: Node<'_>) -> bool {
    let literal = |node: Node<'_>| {
        matches!(node.kind(), Kind::String | Kind::Int | Kind::Float | Kind::Bool | Kind::Null)
    };
    // Two variables with equal values are still two variables.
    if literal(x) == literal(y) {
        return false;
    }
    match (subject.constant(x.id()), subject.constant(y.id())) {
        (Some(Const::Float(x)), Some(Const::Float(y))) => x.to_bits() == y.to_bits(),
        (Some(x), Some(y)) => x == y,
        _ => false,
    }
}
