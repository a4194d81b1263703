//! Which sinks a source reaches: many taint rules in one walk over a file.

use std::collections::BTreeMap;

use portcullis_model::Span;
use portcullis_syntax::{NodeId, Tree};

use super::constants::Constants;
use super::marks::{Mark, Marks, Requires, Spec, TOGETHER};
use super::walk::{Arrival, Walker};

/// A source that reaches a sink.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which of the rule's sources.
    pub source: usize,
    /// Which of the rule's sinks.
    pub sink: usize,
    /// The way from one to the other, both included, each step in words.
    pub steps: Vec<(Span, String)>,
}

/// A [`Hit`] of one of several rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which rule.
    pub spec: usize,
    /// What was found.
    pub hit: Hit,
}

/// Runs one rule over a tree. Says also whether a bound on the work was hit, so that hits may be
/// missing.
#[must_use]
pub fn taint(tree: &Tree, constants: &Constants, spec: &Spec<'_>) -> (Vec<Hit>, bool) {
    let (found, limit) = taint_all(tree, constants, std::slice::from_ref(spec));
    (found.into_iter().map(|found| found.hit).collect(), limit)
}

/// Runs many rules over a tree, as many in one walk as it has room for. `constants` must be those
/// of this tree. Hits are in order of rule, sink and source.
#[must_use]
pub fn taint_all(tree: &Tree, constants: &Constants, specs: &[Spec<'_>]) -> (Vec<Found>, bool) {
    let alive = |(_, spec): &(usize, &Spec<'_>)| !spec.sources.is_empty() && !spec.sinks.is_empty();
    let mut chosen: Vec<(usize, &Spec<'_>)> = specs.iter().enumerate().filter(alive).collect();
    let (mut found, mut limit) = (Vec::new(), false);
    while !chosen.is_empty() {
        let rest = chosen.split_off(fitting(&chosen));
        limit |= walk_together(tree, constants, &chosen, &mut found);
        chosen = rest;
    }
    (found, limit)
}

/// How many of the rules one walk has room for, at least one.
fn fitting(specs: &[(usize, &Spec<'_>)]) -> usize {
    let mut lanes = 0;
    let fits = specs.iter().take_while(|(_, spec)| {
        lanes += spec.lanes();
        lanes <= TOGETHER
    });
    fits.count().max(1)
}

fn walk_together(
    tree: &Tree,
    constants: &Constants,
    chunk: &[(usize, &Spec<'_>)],
    found: &mut Vec<Found>,
) -> bool {
    let specs: Vec<Spec<'_>> = chunk.iter().map(|(_, spec)| **spec).collect();
    let marks = Marks::new(tree, &specs);
    let mut walker = Walker::new(tree, &constants.program, &marks);
    walker.walk_file();
    let mut arrived: BTreeMap<(usize, NodeId), Vec<(u8, Arrival)>> = BTreeMap::new();
    for arrival in walker.arrivals() {
        let Some((spec, label)) = marks.lane(arrival.spec) else { continue };
        arrived.entry((spec, arrival.sink)).or_default().push((label, arrival));
    }
    for ((number, sink), arrivals) in arrived {
        let Some((at, spec)) = chunk.get(number) else { continue };
        let hits = hits(&walker, spec, sink, &arrivals).into_iter();
        found.extend(hits.map(|hit| Found { spec: *at, hit }));
    }
    walker.limit_hit()
}

/// What arrived at one node, for each sink there whose condition holds.
fn hits(
    walker: &Walker<'_>,
    spec: &Spec<'_>,
    node: NodeId,
    arrivals: &[(u8, Arrival)],
) -> Vec<Hit> {
    let has = |label: u8| arrivals.iter().any(|(arrived, _)| *arrived == label);
    let unnamed = Requires::Label(0);
    let mut hits = Vec::new();
    for (sink, mark) in spec.sinks.iter().enumerate().filter(|(_, mark)| mark.node == node) {
        let number = mark.requires.map(usize::from);
        let requires = number.and_then(|number| spec.conditions.get(number)).unwrap_or(&unnamed);
        if !requires.holds(&has) {
            continue;
        }
        for (label, arrival) in arrivals.iter().filter(|(label, _)| requires.names(*label)) {
            let begins = |mark: &Mark| mark.node == arrival.origin && mark.label == *label;
            // A propagator may have given the label.
            let source = spec
                .sources
                .iter()
                .position(begins)
                .or_else(|| spec.sources.iter().position(|mark| mark.node == arrival.origin));
            let steps = || walker.trace(*arrival);
            hits.extend(source.map(|source| Hit { source, sink, steps: steps() }));
        }
    }
    hits
}
