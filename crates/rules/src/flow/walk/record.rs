//! What the walk saw of constants and dead branches, for the whole file.

use portcullis_syntax::{Kind, Node, NodeId};

use super::super::value::{Const, Thing, Value};

const EXECUTED: u8 = 1;
const PRUNED: u8 = 2;

/// Nothing was seen of the node.
const UNSEEN: u32 = 0;
/// Different values were seen, or one that is not constant.
const VARIES: u32 = 1;
/// Constant strings were seen, and nothing else.
const TEXT: u32 = 2;
/// The first number that stands for a constant.
const FIRST: usize = 3;

/// By node: its one constant, and whether it ran.
#[derive(Debug)]
pub(in crate::flow) struct Record {
    on: bool,
    /// `UNSEEN`, `VARIES`, `TEXT`, or `FIRST` and the place in `constants`.
    values: Vec<u32>,
    constants: Vec<Const>,
    flags: Vec<u8>,
}

impl Record {
    pub(super) fn new(nodes: u32, on: bool) -> Self {
        let len = if on { nodes as usize } else { 0 };
        Self { on, values: vec![UNSEEN; len], constants: Vec::new(), flags: vec![0; len] }
    }

    /// A node had this value in a run.
    pub(super) fn seen(&mut self, node: Node<'_>, value: &Value) {
        if !self.on || is_statement(node.kind()) {
            return;
        }
        let Some(place) = self.values.get_mut(node.id().0 as usize) else { return };
        let known = (*place as usize).checked_sub(FIRST).and_then(|at| self.constants.get(at));
        let text = *place == TEXT || matches!(known, Some(Const::Str(_)));
        match (*place, &value.thing) {
            (VARIES, _) => {}
            (UNSEEN, Thing::Const(new)) => {
                *place = u32::try_from(self.constants.len() + FIRST).unwrap_or(VARIES);
                self.constants.push(new.clone());
            }
            (_, Thing::Const(new)) if known == Some(new) => {}
            (UNSEEN, Thing::Text) => *place = TEXT,
            (_, thing) if text && thing.is_text() => *place = TEXT,
            _ => *place = VARIES,
        }
    }

    /// Whether a node was a constant string in every run, though not always the same.
    pub(in crate::flow) fn is_text(&self, node: NodeId) -> bool {
        self.values.get(node.0 as usize) == Some(&TEXT)
    }

    /// A branch can be reached.
    pub(super) fn executed(&mut self, node: NodeId) {
        self.flag(node, EXECUTED);
    }

    /// A branch was passed over in a run.
    pub(super) fn pruned(&mut self, node: NodeId) {
        self.flag(node, PRUNED);
    }

    fn flag(&mut self, node: NodeId, flag: u8) {
        if let Some(flags) = self.flags.get_mut(node.0 as usize) {
            *flags |= flag;
        }
    }

    /// Whether a branch was passed over in every run.
    pub(in crate::flow) fn is_dead(&self, node: NodeId) -> bool {
        self.flags.get(node.0 as usize) == Some(&PRUNED)
    }

    /// The one constant that a node was.
    pub(in crate::flow) fn value(&self, node: NodeId) -> Option<&Const> {
        let place = *self.values.get(node.0 as usize)? as usize;
        self.constants.get(place.checked_sub(FIRST)?)
    }
}

/// Statements have no value of their own.
fn is_statement(kind: Kind) -> bool {
    kind >= Kind::Block && !matches!(kind, Kind::Assign | Kind::Switch)
}
