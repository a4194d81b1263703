//! Constant expressions and dead branches of a file.

use portcullis_syntax::{Node, NodeId, Tree};

use super::marks::Marks;
use super::program::Program;
use super::value::Const;
use super::walk::Walker;

/// What is constant in a tree, and what never runs.
#[derive(Clone, Debug)]
pub struct Constants {
    values: Vec<(NodeId, Const)>,
    /// Expressions that are one of several strings, in order.
    texts: Vec<NodeId>,
    /// Dead stretches, in order, none inside another.
    dead: Vec<(NodeId, NodeId)>,
    limit: bool,
    pub(super) program: Program,
}

impl Constants {
    /// The value of an expression that is the same in every run.
    #[must_use]
    pub fn value(&self, node: NodeId) -> Option<&Const> {
        let at = self.values.binary_search_by_key(&node, |(id, _)| *id).ok()?;
        self.values.get(at).map(|(_, constant)| constant)
    }

    /// Whether an expression is a constant string in every run, though not the same in all.
    #[must_use]
    pub fn is_text(&self, node: NodeId) -> bool {
        self.texts.binary_search(&node).is_ok()
    }

    /// Whether a node lies in a branch that never runs.
    #[must_use]
    pub fn is_dead(&self, node: NodeId) -> bool {
        let at = self.dead.partition_point(|(start, _)| *start <= node);
        at.checked_sub(1).and_then(|at| self.dead.get(at)).is_some_and(|(_, end)| node < *end)
    }

    /// Number of the variable that a name means.
    pub(crate) fn symbol(&self, node: NodeId) -> Option<u32> {
        self.program.scopes.symbol(node)
    }

    /// Whether a bound on the work was hit, so that constants may be missing.
    #[must_use]
    pub fn limit_hit(&self) -> bool {
        self.limit
    }
}

/// Finds the constants of a tree in the language of this id.
#[must_use]
pub fn constants(tree: &Tree, language: &str) -> Constants {
    let program = Program::new(tree, language);
    if language == "hcl" {
        let values = super::declared::constants(tree);
        let (texts, dead) = Default::default();
        return Constants { values, texts, dead, limit: false, program };
    }
    let marks = Marks::default();
    let mut walker = Walker::new(tree, &program, &marks);
    walker.walk_file();
    let record = &walker.record;
    let known = |id: NodeId| record.value(id).map(|constant| (id, constant.clone()));
    let values = tree.nodes().filter_map(|node| known(node.id())).collect();
    let texts = tree.nodes().map(Node::id).filter(|id| record.is_text(*id)).collect();
    let mut dead: Vec<(NodeId, NodeId)> = Vec::new();
    for node in tree.nodes().filter(|node| record.is_dead(node.id())) {
        if dead.last().is_none_or(|(_, end)| *end <= node.id()) {
            dead.push((node.id(), node.end()));
        }
    }
    let limit = walker.limit_hit();
    Constants { values, texts, dead, limit, program }
}
