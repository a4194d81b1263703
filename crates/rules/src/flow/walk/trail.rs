//! The steps by which taint came, for the trace of a finding.

use portcullis_model::Span;
use portcullis_syntax::{Node, NodeId};

use super::super::value::{Entry, Taint};
use super::{Arrival, Walker};

/// How taint got from one place to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A variable or field takes the value.
    Takes,
    /// It is passed to the function of this call, as this parameter.
    Passed { call: NodeId, parameter: NodeId },
    /// It goes into a collection or buffer.
    Joins,
}

#[derive(Clone, Copy, Debug)]
struct Hop {
    node: NodeId,
    step: Step,
    /// The step before, 0 for none.
    before: u32,
}

/// All steps of a walk; entries of taint point in here.
#[derive(Debug, Default)]
pub(super) struct Trail {
    hops: Vec<Hop>,
}

/// Steps of a trace at most, source and sink apart.
const SHOWN: usize = 6;

/// Of those, the ones next to the source.
const SHOWN_FIRST: usize = 2;

/// Steps that a walk keeps; past that, traces are shorter.
const KEPT: usize = 1 << 20;

/// Steps that are looked back.
const LOOKED_BACK: usize = 200;

impl Trail {
    /// Taint takes a step to a node.
    pub(super) fn carry(&mut self, taint: &Taint, node: NodeId, step: Step) -> Taint {
        taint.map(|entry| Entry { hop: self.add(node, step, entry.hop), ..*entry })
    }

    fn add(&mut self, node: NodeId, step: Step, before: u32) -> u32 {
        let last = (before as usize).checked_sub(1).and_then(|at| self.hops.get(at));
        if last.is_some_and(|last| last.node == node) || self.hops.len() >= KEPT {
            return before;
        }
        self.hops.push(Hop { node, step, before });
        u32::try_from(self.hops.len()).unwrap_or(0)
    }

    /// The steps that lead up to one, in order, the middle left out where there are too many.
    fn chain(&self, last: u32) -> Vec<Hop> {
        let at = |hop: u32| (hop as usize).checked_sub(1).and_then(|at| self.hops.get(at));
        let back = std::iter::successors(at(last), |hop| at(hop.before));
        let mut chain: Vec<Hop> = back.take(LOOKED_BACK).copied().collect();
        chain.reverse();
        if chain.len() > SHOWN {
            let from = chain.len() - SHOWN + SHOWN_FIRST;
            chain.drain(SHOWN_FIRST..from);
        }
        chain
    }
}

impl Walker<'_> {
    /// The way of a taint from its source to its sink, in words.
    pub(in crate::flow) fn trace(&self, arrival: Arrival) -> Vec<(Span, String)> {
        let source = self.tree.node(arrival.origin);
        let mut steps = vec![(source.span(), "the value comes from here".to_owned())];
        for hop in self.trail.chain(arrival.hop) {
            let node = self.tree.node(hop.node);
            steps.push((node.span(), self.words(node, hop.step)));
        }
        let sink = self.tree.node(arrival.sink);
        steps.push((sink.span(), "the value is used here".to_owned()));
        steps
    }

    fn words(&self, node: Node<'_>, step: Step) -> String {
        match step {
            Step::Takes => format!("`{}` takes the value", short(node)),
            Step::Joins => format!("`{}` takes the value in", short(node)),
            Step::Passed { call, parameter } => {
                let callee = self.tree.node(call).child(0);
                let callee = callee.map_or_else(String::new, short);
                format!("passed to `{callee}` as `{}`", short(self.tree.node(parameter)))
            }
        }
    }
}

/// Letters of code that a step quotes.
const QUOTED: usize = 40;

fn short(node: Node<'_>) -> String {
    let line = node.text().lines().next().unwrap_or("");
    let mut text: String = line.chars().take(QUOTED).collect();
    if text.len() < node.text().len() {
        text.push('…');
    }
    text
}
