//! Which sinks a source reaches: many taint rules in one walk over a file.

use portcullis_model::Span;
use portcullis_syntax::{NodeId, Tree};

use super::constants::Constants;
use super::marks::{Mark, Marks, Spec, TOGETHER};
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

/// Runs many rules over a tree in one walk (one for each 128 of them). `constants` must be those of
/// this tree. Hits are in order of rule, sink and source.
#[must_use]
pub fn taint_all(tree: &Tree, constants: &Constants, specs: &[Spec<'_>]) -> (Vec<Found>, bool) {
    let alive = |(_, spec): &(usize, &Spec<'_>)| !spec.sources.is_empty() && !spec.sinks.is_empty();
    let chosen: Vec<(usize, &Spec<'_>)> = specs.iter().enumerate().filter(alive).collect();
    let (mut found, mut limit) = (Vec::new(), false);
    for chunk in chosen.chunks(TOGETHER) {
        limit |= walk_together(tree, constants, chunk, &mut found);
    }
    (found, limit)
}

fn walk_together(
    tree: &Tree,
    constants: &Constants,
    chunk: &[(usize, &Spec<'_>)],
    found: &mut Vec<Found>,
) -> bool {
    let specs: Vec<Spec<'_>> = chunk.iter().map(|(_, spec)| **spec).collect();
    let marks = Marks::new(tree, &specs);
    let program = &constants.program;
    let mut walker = Walker::new(tree, program, &marks);
    walker.walk_file();
    for arrival in walker.arrivals() {
        let Some((at, spec)) = chunk.get(arrival.spec as usize) else { continue };
        found.extend(hit(&walker, arrival, spec).map(|hit| Found { spec: *at, hit }));
    }
    walker.limit_hit()
}

fn hit(walker: &Walker<'_>, arrival: Arrival, spec: &Spec<'_>) -> Option<Hit> {
    let place = |marks: &[Mark], node: NodeId| marks.iter().position(|mark| mark.node == node);
    let source = place(spec.sources, arrival.origin)?;
    let sink = place(spec.sinks, arrival.sink)?;
    Some(Hit { source, sink, steps: walker.trace(arrival) })
}
