//! What a rule says of nodes: sources, sinks, sanitizers, propagators.

use std::collections::HashMap;

use portcullis_syntax::{NodeId, Tree};

use super::value::Specs;

/// A node that plays a part in a taint rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The node.
    pub node: NodeId,
    /// Only the node itself plays the part, and not what lies below it.
    pub exact: bool,
    /// The variable or field that the node names plays the part from here on.
    pub by_side_effect: bool,
    /// Whatever the caller wants to recognize it by.
    pub entry: u32,
}

/// Taint at one node goes over to another, a variable or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Propagator {
    /// Where taint comes from.
    pub from: NodeId,
    /// What is tainted by it.
    pub to: NodeId,
}

/// What a rule takes for granted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of the rule language")]
pub struct Options {
    /// The result of a function that is not known is clean.
    pub assume_safe_functions: bool,
    /// What is found at a tainted index is clean.
    pub assume_safe_indexes: bool,
    /// The result of a comparison is clean.
    pub assume_safe_comparisons: bool,
    /// Numbers are clean.
    pub assume_safe_numbers: bool,
    /// Truth values are clean.
    pub assume_safe_booleans: bool,
}

/// One taint rule over one tree.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spec<'a> {
    /// Where taint begins.
    pub sources: &'a [Mark],
    /// Where it must not arrive.
    pub sinks: &'a [Mark],
    /// Where it ends.
    pub sanitizers: &'a [Mark],
    /// Where it goes over from one place to another.
    pub propagators: &'a [Propagator],
    /// What is taken for granted.
    pub options: Options,
}

/// Rules that share one walk at most.
pub(super) const TOGETHER: usize = Specs::BITS as usize;

/// The part that one node plays, for each rule of the walk.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) source: Specs,
    pub(super) source_below: Specs,
    pub(super) source_after: Specs,
    pub(super) clean: Specs,
    pub(super) clean_below: Specs,
    pub(super) clean_after: Specs,
    pub(super) sink: Specs,
    pub(super) feeds: Vec<(NodeId, Specs)>,
}

/// Rules that take something for granted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Assumed {
    pub(super) functions: Specs,
    pub(super) indexes: Specs,
    pub(super) comparisons: Specs,
    pub(super) numbers: Specs,
    pub(super) booleans: Specs,
}

/// The marks of all rules of a walk, by node.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    bits: Vec<u64>,
    parts: HashMap<NodeId, Part>,
    pub(super) assumed: Assumed,
}

impl Marks {
    /// The marks of at most [`TOGETHER`] rules.
    pub(super) fn new(tree: &Tree, specs: &[Spec<'_>]) -> Self {
        let words = (tree.len() as usize).div_ceil(64);
        let mut marks = Self { bits: vec![0; words], ..Self::default() };
        for (at, spec) in specs.iter().enumerate().take(TOGETHER) {
            marks.add(spec, 1 << at);
        }
        marks
    }

    fn add(&mut self, spec: &Spec<'_>, bit: Specs) {
        for mark in spec.sources {
            let part = self.part(mark.node);
            part.source |= bit;
            part.source_below |= if mark.exact { 0 } else { bit };
            part.source_after |= if mark.by_side_effect { bit } else { 0 };
        }
        for mark in spec.sanitizers {
            let part = self.part(mark.node);
            part.clean |= bit;
            part.clean_below |= if mark.exact { 0 } else { bit };
            part.clean_after |= if mark.by_side_effect { bit } else { 0 };
        }
        for mark in spec.sinks {
            self.part(mark.node).sink |= bit;
        }
        for one in spec.propagators {
            self.part(one.from).feeds.push((one.to, bit));
        }
        self.assume(spec.options, bit);
    }

    fn assume(&mut self, options: Options, bit: Specs) {
        let bit_if = |on: bool| if on { bit } else { 0 };
        self.assumed.functions |= bit_if(options.assume_safe_functions);
        self.assumed.indexes |= bit_if(options.assume_safe_indexes);
        self.assumed.comparisons |= bit_if(options.assume_safe_comparisons);
        self.assumed.numbers |= bit_if(options.assume_safe_numbers);
        self.assumed.booleans |= bit_if(options.assume_safe_booleans);
    }

    fn part(&mut self, node: NodeId) -> &mut Part {
        if let Some(word) = self.bits.get_mut(node.0 as usize / 64) {
            *word |= 1 << (node.0 % 64);
        }
        self.parts.entry(node).or_default()
    }

    /// The part that a node plays, where it plays one.
    pub(super) fn of(&self, node: NodeId) -> Option<&Part> {
        let word = self.bits.get(node.0 as usize / 64)?;
        if word & (1 << (node.0 % 64)) == 0 {
            return None;
        }
        self.parts.get(&node)
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Nodes that are sinks.
    pub(super) fn sinks(&self) -> impl Iterator<Item = NodeId> {
        self.parts.iter().filter(|(_, part)| part.sink != 0).map(|(node, _)| *node)
    }

    /// Nodes that are sources.
    pub(super) fn sources(&self) -> impl Iterator<Item = NodeId> {
        self.parts.iter().filter(|(_, part)| part.source != 0).map(|(node, _)| *node)
    }
}
