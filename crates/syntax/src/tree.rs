//! The common tree: nodes in pre-order in one vector, with byte spans into the text they came from.
//!
//! A subtree is a contiguous run of nodes, so walking costs no pointer chasing. Knows nothing about
//! grammars; [`crate::lang`] builds it through [`Builder`].

use std::sync::Arc;

use portcullis_model::Span;
use serde::{Deserialize, Serialize};

use crate::{Kind, Op};

/// Index of a node in its tree, in pre-order; the root is 0.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct NodeId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Data {
    kind: Kind,
    op: Op,
    /// Grammar kind of `Other`, `Token` and `Error`; 0 elsewhere.
    tag: u16,
    start: u32,
    end: u32,
    parent: u32,
    /// One past the last descendant.
    next: u32,
}

/// A parsed text. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    source: Arc<str>,
    nodes: Arc<[Data]>,
}

impl Tree {
    /// The text.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The root; every tree has one.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        self.node(NodeId(0))
    }

    /// The node with this id, which must come from this tree.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Node<'_> {
        Node { tree: self, id }
    }

    /// All nodes in pre-order.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        (0..self.len()).map(|id| self.node(NodeId(id)))
    }

    /// Number of nodes, at least 1.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a tree is never empty")]
    pub fn len(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    /// Whether the links between nodes are sound: to be asked of a tree that came from bytes.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let len = self.len();
        let inside = |span: Span| {
            span.start <= span.end
                && self.source.is_char_boundary(span.start as usize)
                && self.source.is_char_boundary(span.end as usize)
        };
        len > 0
            && self.nodes.iter().zip(0u32..).all(|(node, id)| {
                let bounds = self.nodes.get(node.parent as usize).map_or(0, |up| up.next);
                let nested = id == 0 || (node.parent < id && node.next <= bounds);
                nested
                    && node.next > id
                    && node.next <= len
                    && inside(Span::new(node.start, node.end))
            })
    }
}

/// A node of a tree: a cursor, as cheap as a reference.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    id: NodeId,
}

impl std::fmt::Debug for Node<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}@{:?}", self.kind(), self.span())
    }
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && std::ptr::eq(self.tree, other.tree)
    }
}

impl Eq for Node<'_> {}

impl<'t> Node<'t> {
    #[expect(clippy::indexing_slicing, reason = "ids are made by the tree that they index")]
    fn data(self) -> &'t Data {
        &self.tree.nodes[self.id.0 as usize]
    }

    /// Its id.
    #[must_use]
    pub fn id(self) -> NodeId {
        self.id
    }

    /// The tree that it belongs to.
    #[must_use]
    pub fn tree(self) -> &'t Tree {
        self.tree
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.data().kind
    }

    /// Its operator.
    #[must_use]
    pub fn op(self) -> Op {
        self.data().op
    }

    /// Grammar kind where [`Node::kind`] is `Other`, `Token` or `Error`: equal tags of one language
    /// mean equal grammar kinds.
    #[must_use]
    pub fn tag(self) -> u16 {
        self.data().tag
    }

    /// Bytes of the source that it covers.
    #[must_use]
    pub fn span(self) -> Span {
        Span::new(self.data().start, self.data().end)
    }

    /// The text under it.
    #[must_use]
    pub fn text(self) -> &'t str {
        self.span().text(&self.tree.source)
    }

    /// One past its last descendant: `id..end` is the subtree.
    #[must_use]
    pub fn end(self) -> NodeId {
        NodeId(self.data().next)
    }

    /// The node above, or `None` for the root.
    #[must_use]
    pub fn parent(self) -> Option<Node<'t>> {
        (self.id.0 != 0).then(|| self.tree.node(NodeId(self.data().parent)))
    }

    /// The nodes above, nearest first.
    pub fn ancestors(self) -> impl Iterator<Item = Node<'t>> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// Direct children, in order.
    pub fn children(self) -> impl Iterator<Item = Node<'t>> + Clone {
        let end = self.end().0;
        let first = self.id.0.saturating_add(1);
        let at = move |id: u32| (id < end).then(|| self.tree.node(NodeId(id)));
        std::iter::successors(at(first), move |node| at(node.end().0))
    }

    /// The `n`-th child, from 0.
    #[must_use]
    pub fn child(self, n: usize) -> Option<Node<'t>> {
        self.children().nth(n)
    }

    /// The node and all below it, in pre-order.
    pub fn descendants(self) -> impl Iterator<Item = Node<'t>> + Clone {
        (self.id.0..self.end().0).map(move |id| self.tree.node(NodeId(id)))
    }

    /// Whether `other` is this node or below it.
    #[must_use]
    pub fn holds(self, other: Node<'_>) -> bool {
        self.id <= other.id && other.id < self.end()
    }

    /// Whether there is nothing below it.
    #[must_use]
    pub fn is_leaf(self) -> bool {
        self.end().0 == self.id.0.saturating_add(1)
    }

    /// Whether the slot is empty.
    #[must_use]
    pub fn is_absent(self) -> bool {
        self.kind() == Kind::Absent
    }
}

/// Builds a [`Tree`] in pre-order: `open`, children, `close`.
#[derive(Debug, Default)]
pub struct Builder {
    nodes: Vec<Data>,
    open: Vec<u32>,
}

impl Builder {
    /// Starts a node; what is added until [`Builder::close`] is below it.
    pub fn open(&mut self, kind: Kind, span: Span) -> NodeId {
        self.open_with(kind, span, Op::None, 0)
    }

    /// The same with an operator and a grammar tag.
    pub fn open_with(&mut self, kind: Kind, span: Span, op: Op, tag: u16) -> NodeId {
        let id = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let parent = self.open.last().copied().unwrap_or(0);
        let next = id.saturating_add(1);
        self.nodes.push(Data { kind, op, tag, start: span.start, end: span.end, parent, next });
        self.open.push(id);
        NodeId(id)
    }

    /// Ends the node that was opened last.
    pub fn close(&mut self) {
        let next = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        if let Some(node) = self.open.pop().and_then(|id| self.nodes.get_mut(id as usize)) {
            node.next = next;
        }
    }

    /// Adds a node without children.
    pub fn leaf(&mut self, kind: Kind, span: Span) -> NodeId {
        let id = self.open(kind, span);
        self.close();
        id
    }

    /// Adds an empty slot at a place.
    pub fn absent(&mut self, at: u32) -> NodeId {
        self.leaf(Kind::Absent, Span::new(at, at))
    }

    /// Sets the span of a node that is already there.
    pub fn set_span(&mut self, id: NodeId, span: Span) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            (node.start, node.end) = (span.start, span.end);
        }
    }

    /// The tree over `source`. Nodes still open are closed; an empty one gets a root.
    #[must_use]
    pub fn finish(mut self, source: impl Into<Arc<str>>) -> Tree {
        if self.nodes.is_empty() {
            self.open(Kind::Root, Span::default());
        }
        while !self.open.is_empty() {
            self.close();
        }
        Tree { source: source.into(), nodes: self.nodes.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn children_and_parents_follow_the_order_of_building() {
        let mut b = Builder::default();
        b.open(Kind::Root, Span::new(0, 3));
        b.open(Kind::Binary, Span::new(0, 3));
        b.leaf(Kind::Name, Span::new(0, 1));
        b.leaf(Kind::Int, Span::new(2, 3));
        b.close();
        b.leaf(Kind::Null, Span::new(3, 3));
        let tree = b.finish("a+1");
        let kinds: Vec<_> = tree.root().children().map(Node::kind).collect();
        assert_eq!(kinds, [Kind::Binary, Kind::Null]);
        let sum = tree.root().child(0).unwrap();
        assert_eq!(sum.child(1).unwrap().text(), "1");
        assert_eq!(sum.child(1).unwrap().parent(), Some(sum));
        assert!(tree.is_sound());
    }
}
