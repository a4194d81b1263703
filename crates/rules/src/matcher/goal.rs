//! What is still to be matched.

use portcullis_model::Span;
use portcullis_syntax::{Node, NodeId};

use super::bind::Value;

/// The end of a list of goals.
pub(super) const NIL: u32 = u32::MAX;

/// Nodes one after the other: siblings, statements at any depth, or operands that were gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seq {
    /// Siblings from the first id to the end, which is the end of the last one's subtree.
    Siblings { at: u32, end: u32 },
    /// All statements in a stretch, those inside statements too.
    Flat { at: u32, end: u32 },
    /// Operands from the n-th on of a chain that was gathered.
    Chain { chain: u32, at: u32 },
}

impl Seq {
    pub(super) fn children(node: Node<'_>) -> Self {
        Self::Siblings { at: node.id().0.saturating_add(1), end: node.end().0 }
    }

    /// What of it stands at or behind a node.
    pub(super) fn from(self, at: u32) -> Self {
        match self {
            Self::Siblings { end, .. } => Self::Siblings { at, end },
            Self::Flat { end, .. } => Self::Flat { at, end },
            Self::Chain { .. } => self,
        }
    }

    pub(super) fn only(node: Node<'_>) -> Self {
        Self::Siblings { at: node.id().0, end: node.end().0 }
    }
}

/// One goal. `p` is in the pattern, `t` in the target.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goal {
    /// The pattern node matches the target node.
    Node(NodeId, NodeId),
    /// The same, where either may be absent: an absent pattern wants an absent target.
    Slot(NodeId, NodeId),
    /// One after the other, with ellipses.
    List(Seq, Seq),
    /// A named ellipsis that has taken the items from `from` up to `t`.
    Absorb { var: NodeId, from: Seq, p: Seq, t: Seq },
    /// Arguments: keywords in any order.
    Args { p: Seq, t: Seq, used: u32 },
    /// In any order; with `less`, the target may have more.
    AnyOrder { p: Seq, t: Seq, used: u32, less: bool },
    /// The first of `p` is one of the items of `t` from `at` on; then the rest.
    Pick { p: Seq, t: Seq, at: Seq, used: u32, less: bool },
    /// Statements one after the other.
    Stmts { p: Seq, t: Seq, top: bool, deep: bool },
    /// A body: a block, or a statement that stands for one.
    Body(NodeId, NodeId),
    /// The statement belongs to the match.
    Cover(NodeId),
    /// The text belongs to the match.
    CoverSpan(Span),
    /// The pattern matches an expression at or below the node `at`, up to `end`.
    Deep { p: NodeId, at: u32, end: u32 },
    /// The pattern matches the target or what it is called on, any number of calls deep.
    Chain(NodeId, NodeId),
    /// The pattern is the first `len` parts of what the imported name `t` stands for.
    Path { p: NodeId, t: NodeId, path: u32, len: u16 },
    /// The metavariable at this node of the pattern is bound to a value.
    Bind(NodeId, Value),
    /// Goes on where the first way of an either-or led nowhere.
    Unless(u32),
    /// The first way of an either-or led somewhere.
    Reached(u32),
}

/// A way that was not taken yet, and how to get back to where it forks off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) goal: Goal,
    pub(super) next: u32,
    pub(super) trail: usize,
    pub(super) goals: usize,
    pub(super) flags: usize,
    pub(super) used: usize,
    pub(super) chains: usize,
}
