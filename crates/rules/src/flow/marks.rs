//! What a rule says of nodes: sources, sinks, sanitizers, propagators.

use std::collections::HashMap;

use portcullis_syntax::{NodeId, Tree};
use serde::{Deserialize, Serialize};

use super::value::Specs;

/// A node that plays a part in a taint rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The node.
    pub node: NodeId,
    /// Only the node itself plays the part, and not what lies below it.
    pub exact: bool,
    /// Whether the variable or field that the node names plays the part from here on.
    pub by_side_effect: SideEffect,
    /// A source of control: not its value, but all that runs after it is tainted.
    pub control: bool,
    /// Number of the label that a source gives, 0 for the one that has no name.
    pub label: u8,
    /// A sink that is a call looks at its arguments too.
    pub operands: bool,
    /// Number of the condition that must hold for what is there already, in [`Spec::conditions`].
    pub requires: Option<u16>,
    /// Whatever the caller wants to recognize it by.
    pub entry: u32,
}

impl Mark {
    /// The node alone, with the label that has no name.
    #[must_use]
    pub fn at(node: NodeId) -> Self {
        let by_side_effect = SideEffect::No;
        Self {
            node,
            exact: true,
            by_side_effect,
            control: false,
            label: 0,
            operands: true,
            requires: None,
            entry: 0,
        }
    }
}

/// Whether a mark is about the place that a node names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SideEffect {
    /// The value of the node alone.
    #[default]
    No,
    /// The value, and from here on what the place holds.
    Yes,
    /// What the place holds from here on.
    Only,
}

/// A condition on the labels that a value carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Requires {
    /// It carries this one.
    Label(u8),
    /// The condition does not hold.
    Not(Box<Requires>),
    /// Both hold.
    And(Box<Requires>, Box<Requires>),
    /// One of them holds.
    Or(Box<Requires>, Box<Requires>),
}

impl Requires {
    /// Whether it holds, told which labels there are.
    pub fn holds(&self, has: &impl Fn(u8) -> bool) -> bool {
        match self {
            Self::Label(label) => has(*label),
            Self::Not(inner) => !inner.holds(has),
            Self::And(a, b) => a.holds(has) && b.holds(has),
            Self::Or(a, b) => a.holds(has) || b.holds(has),
        }
    }

    /// Whether the condition asks for this label, rather than for its absence.
    pub(super) fn names(&self, label: u8) -> bool {
        match self {
            Self::Label(own) => *own == label,
            Self::Not(_) => false,
            Self::And(a, b) | Self::Or(a, b) => a.names(label) || b.names(label),
        }
    }
}

/// Taint at one node goes over to another, a variable or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Propagator {
    /// Where taint comes from.
    pub from: NodeId,
    /// What is tainted by it.
    pub to: NodeId,
    /// Whether it is the place that is tainted from here on, or the value at this node alone.
    pub by_side_effect: bool,
    /// The condition for it, in [`Spec::conditions`].
    pub requires: Option<u16>,
    /// The label that taint has from here on.
    pub label: Option<u8>,
    /// The labels that give way to it, as bits.
    pub replaced: u64,
}

impl Propagator {
    /// Whatever taint there is goes over as it is.
    #[must_use]
    pub fn between(from: NodeId, to: NodeId) -> Self {
        Self { from, to, by_side_effect: true, requires: None, label: None, replaced: u64::MAX }
    }
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
    /// Taint goes from place to place, but not through calls, operators and indexes.
    pub only_through_assignments: bool,
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
    /// What sources, sinks and propagators require.
    pub conditions: &'a [Requires],
    /// How many labels there are besides the one that has no name.
    pub labels: u8,
    /// What is taken for granted.
    pub options: Options,
}

/// Most labels of one rule, the one without a name included.
pub const LABELS_MAX: usize = 64;

impl Spec<'_> {
    /// Labels of the rule, each of which takes a place in a walk.
    pub(super) fn lanes(&self) -> usize {
        usize::from(self.labels) + 1
    }
}

/// Labels of all rules that share one walk at most.
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
    /// Sinks that look at the arguments of a call.
    pub(super) sink_operands: Specs,
    /// Those of `source` that taint only what follows, and not the value.
    pub(super) source_only_after: Specs,
    /// Sources of control.
    pub(super) control: Specs,
    /// Sources with a condition, which are not in `source`.
    pub(super) conditional: Vec<Conditional>,
    pub(super) feeds: Vec<Feed>,
}

impl Part {
    /// Whether it matters what the arguments of a call are.
    pub(super) fn looks_at_operands(&self) -> bool {
        self.sink_operands != 0 || !self.conditional.is_empty()
    }

    /// Whether taint may begin here.
    fn is_source(&self) -> bool {
        self.source | self.control != 0 || !self.conditional.is_empty()
    }
}

/// Labels of one rule in a walk, and a condition on them.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    first: u32,
    requires: Option<Requires>,
}

impl Condition {
    /// Whether it holds for what these taint.
    pub(super) fn holds(&self, specs: Specs) -> bool {
        let has = |label: u8| specs & (1 << (self.first + u32::from(label))) != 0;
        self.requires.as_ref().is_none_or(|requires| requires.holds(&has))
    }
}

/// A source with a condition.
#[derive(Clone, Debug)]
pub(super) struct Conditional {
    pub(super) condition: Condition,
    pub(super) bit: Specs,
    pub(super) by_side_effect: SideEffect,
}

/// A propagator from the node at which it is kept.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    pub(super) to: NodeId,
    pub(super) specs: Specs,
    pub(super) condition: Condition,
    /// The label given, and those that give way to it.
    pub(super) label: Option<(Specs, Specs)>,
    pub(super) by_side_effect: bool,
}

/// Rules that take something for granted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Assumed {
    pub(super) functions: Specs,
    pub(super) indexes: Specs,
    pub(super) comparisons: Specs,
    pub(super) numbers: Specs,
    pub(super) booleans: Specs,
    pub(super) operators: Specs,
}

/// The marks of all rules of a walk, by node.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    bits: Vec<u64>,
    parts: HashMap<NodeId, Part>,
    /// The rule and the label of each bit.
    lanes: Vec<(usize, u8)>,
    pub(super) assumed: Assumed,
}

impl Marks {
    /// The marks of rules with at most [`TOGETHER`] labels.
    pub(super) fn new(tree: &Tree, specs: &[Spec<'_>]) -> Self {
        let words = (tree.len() as usize).div_ceil(64);
        let mut marks = Self { bits: vec![0; words], ..Self::default() };
        for (at, spec) in specs.iter().enumerate() {
            let first = marks.lanes.len();
            if first + spec.lanes() > TOGETHER {
                break;
            }
            marks.lanes.extend((0..=spec.labels).map(|label| (at, label)));
            marks.add(spec, u32::try_from(first).unwrap_or(0));
        }
        marks
    }

    /// The rule and the label that a bit stands for.
    pub(super) fn lane(&self, bit: u32) -> Option<(usize, u8)> {
        self.lanes.get(bit as usize).copied()
    }

    fn add(&mut self, spec: &Spec<'_>, first: u32) {
        let all = (Specs::MAX >> (Specs::BITS as usize - spec.lanes())) << first;
        let condition = |number: Option<u16>| {
            let requires = number.and_then(|number| spec.conditions.get(usize::from(number)));
            Condition { first, requires: requires.cloned() }
        };
        for mark in spec.sources {
            let bit = 1 << (first + u32::from(mark.label));
            let part = self.part(mark.node);
            if mark.requires.is_some() {
                let (condition, by_side_effect) = (condition(mark.requires), mark.by_side_effect);
                part.conditional.push(Conditional { condition, bit, by_side_effect });
                continue;
            }
            if mark.control {
                part.control |= bit;
                continue;
            }
            part.source |= bit;
            part.source_below |= if mark.exact { 0 } else { bit };
            part.source_after |= if mark.by_side_effect == SideEffect::No { 0 } else { bit };
            part.source_only_after |= if mark.by_side_effect == SideEffect::Only { bit } else { 0 };
        }
        for mark in spec.sanitizers {
            let part = self.part(mark.node);
            part.clean |= all;
            part.clean_below |= if mark.exact { 0 } else { all };
            part.clean_after |= if mark.by_side_effect == SideEffect::No { 0 } else { all };
        }
        for mark in spec.sinks {
            let part = self.part(mark.node);
            part.sink |= all;
            part.sink_operands |= if mark.operands { all } else { 0 };
        }
        for one in spec.propagators {
            let bits = |labels: u64| (Specs::from(labels) << first) & all;
            self.part(one.from).feeds.push(Feed {
                to: one.to,
                specs: all,
                condition: condition(one.requires),
                label: one.label.map(|label| (bits(1 << label), bits(one.replaced))),
                by_side_effect: one.by_side_effect,
            });
        }
        self.assume(spec.options, all);
    }

    fn assume(&mut self, options: Options, bit: Specs) {
        let bit_if = |on: bool| if on { bit } else { 0 };
        let assigned = options.only_through_assignments;
        self.assumed.functions |= bit_if(options.assume_safe_functions || assigned);
        self.assumed.indexes |= bit_if(options.assume_safe_indexes || assigned);
        self.assumed.operators |= bit_if(assigned);
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
        self.parts.iter().filter(|(_, part)| part.is_source()).map(|(node, _)| *node)
    }
}
