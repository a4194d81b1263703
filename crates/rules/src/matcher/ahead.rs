//! Looking ahead in sequences of statements: what comes after an ellipsis can only match where the
//! name that it calls stands, so that statements without it are not even tried.

use portcullis_syntax::{Kind, Node, NodeId};

use super::{Machine, Seq};
use crate::rule::Leaf;

/// Where a statement of a pattern may match.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places<'a> {
    /// The statement, in the pattern.
    statement: NodeId,
    /// The places of the rarest name that it cannot do without, in order.
    places: &'a [NodeId],
}

impl<'a> Machine<'a> {
    /// Finds out where the statements of a sequence may match.
    pub(super) fn look_ahead(&mut self, sequence: Node<'a>) {
        if self.context.options.symbolic_propagation {
            return;
        }
        for statement in sequence.children() {
            let places = self.called(statement).map(|name| self.subject.places(name));
            if let Some(places) = places.min_by_key(|places| places.len()) {
                self.ahead.push(Places { statement: statement.id(), places });
            }
        }
    }

    /// Names that a match of the statement holds as they are: of what is called or looked up, where
    /// no import can hide them behind an alias.
    fn called(&self, statement: Node<'a>) -> impl Iterator<Item = &'a str> {
        let names = statement.descendants().filter(|node| {
            let last = |up: Node<'_>| match up.kind() {
                Kind::Member => up.child(1) == Some(*node),
                Kind::Call => up.child(0) == Some(*node),
                _ => false,
            };
            node.kind() == Kind::Name
                && self.leaf(node.id()) == Leaf::Plain
                && node.parent().is_some_and(last)
        });
        names.map(Node::text).filter(|name| !self.subject.imports().mentions(name))
    }

    /// Whether all statements of the sequence have a place in the stretch.
    pub(super) fn may_follow(&self, from: u32, end: u32) -> bool {
        self.ahead.iter().all(|ahead| next(ahead.places, from).is_some_and(|at| at < end))
    }

    fn places_of(&self, statement: NodeId) -> Option<&'a [NodeId]> {
        let ahead = self.ahead.iter().find(|ahead| ahead.statement == statement);
        ahead.map(|ahead| ahead.places)
    }

    /// Whether this statement of the pattern may match one of the target.
    pub(super) fn may_be(&self, statement: NodeId, t: Node<'a>) -> bool {
        let inside = |at: u32| at < t.end().0;
        self.places_of(statement).is_none_or(|p| next(p, t.id().0).is_some_and(inside))
    }

    /// What is left of a sequence where an ellipsis has taken all that the statement behind it
    /// cannot match; `None` where it matches nothing that follows.
    pub(super) fn jump(&mut self, statement: NodeId, t: Seq, top: bool) -> Option<Seq> {
        let (Seq::Siblings { at, end } | Seq::Flat { at, end }) = t else { return Some(t) };
        let Some(places) = self.places_of(statement) else { return Some(t) };
        let place = next(places, at).filter(|place| *place < end)?;
        let mut t = t;
        while let Some(item) = self.first_t(t).filter(|item| item.end().0 <= place) {
            if top {
                self.cover(item.span());
            }
            t = t.from(item.end().0);
        }
        Some(t)
    }
}

/// The first place that is not before this one.
fn next(places: &[NodeId], from: u32) -> Option<u32> {
    places.get(places.partition_point(|place| place.0 < from)).map(|place| place.0)
}
