//! Walking along sequences of nodes.

use portcullis_syntax::{Kind, Node, NodeId};

use super::{Machine, Seq};
use crate::roles::Role;

impl<'a> Machine<'a> {
    /// The first pattern node of a sequence.
    pub(super) fn first_p(&self, seq: Seq) -> Option<Node<'a>> {
        match seq {
            Seq::Siblings { at, end } | Seq::Flat { at, end } => {
                (at < end).then(|| self.p(NodeId(at)))
            }
            Seq::Chain { chain, at } => {
                let id = self.chains.get(chain as usize)?.get(at as usize)?;
                Some(self.p(*id))
            }
        }
    }

    /// The pattern sequence after its first node.
    pub(super) fn rest_p(&self, seq: Seq) -> Seq {
        match seq {
            Seq::Siblings { at, end } | Seq::Flat { at, end } => {
                Seq::Siblings { at: self.p(NodeId(at)).end().0, end }
            }
            Seq::Chain { chain, at } => Seq::Chain { chain, at: at.saturating_add(1) },
        }
    }

    /// The first target node of a sequence. What stands in a [`Kind::Sequence`] counts as standing
    /// in its place.
    pub(super) fn first_t(&self, seq: Seq) -> Option<Node<'a>> {
        match seq {
            Seq::Siblings { mut at, end } => {
                while at < end {
                    let node = self.t(NodeId(at));
                    if node.kind() != Kind::Sequence {
                        return Some(node);
                    }
                    at = at.saturating_add(1);
                }
                None
            }
            Seq::Flat { at, end } => (at..end).map(|id| self.t(NodeId(id))).find(|node| {
                self.subject.role(node.id()) == Role::Statement && node.kind() != Kind::Sequence
            }),
            Seq::Chain { chain, at } => {
                let id = self.chains.get(chain as usize)?.get(at as usize)?;
                Some(self.t(*id))
            }
        }
    }

    /// The target sequence after `first`, its first node.
    pub(super) fn rest_t(&self, seq: Seq, first: Node<'a>) -> Seq {
        match seq {
            Seq::Siblings { end, .. } => Seq::Siblings { at: first.end().0, end },
            Seq::Flat { end, .. } => Seq::Flat { at: first.id().0.saturating_add(1), end },
            Seq::Chain { chain, at } => Seq::Chain { chain, at: at.saturating_add(1) },
        }
    }

    /// The target nodes of a sequence.
    pub(super) fn items_t(&self, seq: Seq) -> impl Iterator<Item = Node<'a>> {
        let mut seq = seq;
        std::iter::from_fn(move || {
            let first = self.first_t(seq)?;
            seq = self.rest_t(seq, first);
            Some(first)
        })
    }

    /// Whether an item of a target sequence was used by a match without order.
    pub(super) fn is_used(&self, used: u32, item: NodeId) -> bool {
        let mut at = used;
        while let Some((id, next)) = self.used.get(at as usize) {
            if *id == item {
                return true;
            }
            at = *next;
        }
        false
    }

    /// Adds an item to the used ones.
    pub(super) fn mark_used(&mut self, used: u32, item: NodeId) -> u32 {
        self.used.push((item, used));
        u32::try_from(self.used.len() - 1).unwrap_or(super::NIL)
    }
}
