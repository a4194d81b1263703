//! Taint rules: where sources, sinks and sanitizers are, for the data flow; and what it found as
//! matches.

use portcullis_model::{Confidence, Span};
use portcullis_syntax::{Kind, Node, NodeId};

use crate::{
    flow::{self, Found, Mark, Propagator, Spec},
    formula::{Evaluator, node_of},
    matcher::{Bindings, Value, same},
    ranges::Range,
    roles::Role,
    rule::{PropagatorEntry, Rule, RuleOptions, TaintEntry, TaintSpec, Var},
    shared::Shared,
};

/// The marks of one rule in one file, with the ranges that they came from.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    sources: Vec<Mark>,
    sinks: Vec<Mark>,
    sanitizers: Vec<Mark>,
    propagators: Vec<Propagator>,
    source_ranges: Vec<Range>,
    sink_ranges: Vec<Range>,
    labels: u8,
    conditions: Vec<flow::Requires>,
    options: flow::Options,
}

/// A tainted sink.
#[derive(Debug)]
pub(crate) struct Tainted {
    pub(crate) range: Range,
    pub(crate) bindings: Bindings,
    pub(crate) confidence: Option<Confidence>,
    pub(crate) steps: Vec<(Span, String)>,
}

/// Finds the places that a taint rule speaks of.
pub(crate) fn mark<'s>(
    evaluator: &Evaluator<'_>,
    (rule, spec): (&'s Rule, &TaintSpec),
    shared: &Shared<'s>,
) -> Marked {
    let entries = |entries, below| {
        let ranges = |entry: &TaintEntry| shared.ranges(rule, evaluator, entry);
        marks(evaluator, entries, below, ranges)
    };
    let mut marked = Marked { options: options(&evaluator.rule.options), ..Marked::default() };
    (marked.sinks, marked.sink_ranges) = entries(&spec.sinks, true);
    if marked.sinks.is_empty() {
        return marked;
    }
    (marked.sources, marked.source_ranges) = entries(&spec.sources, false);
    if marked.sources.is_empty() {
        return marked;
    }
    (marked.sanitizers, _) = entries(&spec.sanitizers, false);
    marked.drop_conflicting(spec);
    marked.labels = u8::try_from(spec.labels.len()).unwrap_or(0);
    marked.conditions.clone_from(&spec.conditions);
    for entry in &spec.propagators {
        propagators(evaluator, entry, &mut marked.propagators);
    }
    marked
}

/// Marks of entries with their ranges. With `below`, what is not exact also marks what lies in it.
fn marks(
    evaluator: &Evaluator<'_>,
    entries: &[TaintEntry],
    below: bool,
    ranges_of: impl Fn(&TaintEntry) -> Vec<Range>,
) -> (Vec<Mark>, Vec<Range>) {
    let (mut marks, mut ranges) = (Vec::new(), Vec::new());
    for (number, entry) in (0u32..).zip(entries) {
        for range in ranges_of(entry) {
            let node = marked_node(evaluator, &range);
            if entry.at_exit && !is_exit(evaluator.context.subject.tree.node(node)) {
                continue;
            }
            for node in parts(evaluator, node, below && !entry.exact) {
                marks.push(Mark {
                    node,
                    exact: entry.exact,
                    by_side_effect: entry.by_side_effect,
                    control: entry.control,
                    label: entry.label,
                    operands: !entry.formula.has_focus(),
                    requires: entry.requires,
                    entry: number,
                });
                ranges.push(range.clone());
            }
        }
    }
    (marks, ranges)
}

/// Whether a function may end with the statement that a node stands in: it returns, or nothing
/// follows.
fn is_exit(node: Node<'_>) -> bool {
    let mut below = node;
    for above in node.ancestors() {
        match above.kind() {
            Kind::Return | Kind::Throw => return true,
            Kind::Function => return true,
            Kind::Block if above.children().last() != Some(below) => return false,
            Kind::While | Kind::For | Kind::ForEach | Kind::DoWhile => return false,
            _ => {}
        }
        below = above;
    }
    true
}

/// Nodes below one mark that are marked with it.
const PARTS_MAX: usize = 256;

/// The node, and with `below` the values in it.
fn parts(evaluator: &Evaluator<'_>, node: NodeId, below: bool) -> Vec<NodeId> {
    let subject = evaluator.context.subject;
    let inner = subject.tree.node(node).descendants().skip(1);
    let values = inner.filter(|inner| subject.role(inner.id()) == Role::Expression);
    let most = if below { PARTS_MAX } else { 0 };
    let given = returned(evaluator, node);
    std::iter::once(node).chain(values.map(Node::id).take(most)).chain(given).collect()
}

/// What a function gives back without a word: a mark on the function is about that too.
fn returned(evaluator: &Evaluator<'_>, node: NodeId) -> Vec<NodeId> {
    let tree = evaluator.context.subject.tree;
    let function = tree.node(node);
    if function.kind() != Kind::Function {
        return Vec::new();
    }
    let subject = evaluator.context.subject;
    if !subject.gives_last() {
        return Vec::new();
    }
    let given = subject.implicit_returns().iter().chain(subject.of_kind(Kind::Return));
    let given = given.map(|id| tree.node(*id));
    let inside = given.filter(|given| (node.0..function.end().0).contains(&given.id().0));
    let value = |given: Node<'_>| match given.kind() {
        Kind::ExprStmt | Kind::Return => given.child(0).map_or(given.id(), |value| value.id()),
        _ => given.id(),
    };
    inside.take(PARTS_MAX).map(value).collect()
}

/// The node that plays the part: the expression of a statement that is one.
fn marked_node(evaluator: &Evaluator<'_>, range: &Range) -> NodeId {
    let id = node_of(range, evaluator.context);
    let node = evaluator.context.subject.tree.node(id);
    match node.kind() {
        Kind::ExprStmt | Kind::Interpolation => node.child(0).map_or(id, Node::id),
        _ => id,
    }
}

fn propagators(evaluator: &Evaluator<'_>, entry: &PropagatorEntry, found: &mut Vec<Propagator>) {
    for range in evaluator.ranges(&entry.formula) {
        let (from, to) = (bound(&range, entry.from), bound(&range, entry.to));
        if let (Some(from), Some(to)) = (from, to) {
            let PropagatorEntry { by_side_effect, requires, label, replaced, .. } = *entry;
            found.push(Propagator { from, to, by_side_effect, requires, label, replaced });
        }
    }
}

fn bound(range: &Range, var: Var) -> Option<NodeId> {
    match range.bindings.get(var as usize).copied().flatten()? {
        Value::Node(id) | Value::Content(id) | Value::Path { node: id, .. } => Some(id),
        Value::Run { at, end, .. } if at < end => Some(NodeId(at)),
        Value::Run { .. } | Value::Text(_) | Value::Group(_) => None,
    }
}

fn options(options: &RuleOptions) -> flow::Options {
    flow::Options {
        assume_safe_functions: options.taint_assume_safe_functions,
        assume_safe_indexes: options.taint_assume_safe_indexes,
        assume_safe_comparisons: options.taint_assume_safe_comparisons,
        assume_safe_numbers: options.taint_assume_safe_numbers,
        assume_safe_booleans: options.taint_assume_safe_booleans,
        only_through_assignments: options.taint_only_propagate_through_assignments,
    }
}

impl Marked {
    /// What the data flow is asked.
    pub(crate) fn spec(&self) -> Spec<'_> {
        Spec {
            sources: &self.sources,
            sinks: &self.sinks,
            sanitizers: &self.sanitizers,
            propagators: &self.propagators,
            conditions: &self.conditions,
            labels: self.labels,
            options: self.options,
        }
    }

    /// Sanitizers that give way where they stand on a source or a sink.
    fn drop_conflicting(&mut self, spec: &TaintSpec) {
        let (sources, sinks) = (&self.sources, &self.sinks);
        self.sanitizers.retain(|mark| {
            let entry = spec.sanitizers.get(mark.entry as usize);
            let gives_way = entry.is_some_and(|entry| entry.not_conflicting);
            !gives_way || !sources.iter().chain(sinks).any(|other| other.node == mark.node)
        });
    }

    /// One result for each sink: the one that is most sure, with the shortest way.
    pub(crate) fn results(
        &self,
        evaluator: &Evaluator<'_>,
        spec: &TaintSpec,
        hits: &[&Found],
    ) -> Vec<Tainted> {
        let mut results: Vec<(usize, Tainted)> = Vec::new();
        for found in hits {
            let Some(tainted) = self.result(evaluator, spec, found) else { continue };
            let sink = found.hit.sink;
            match results.iter_mut().find(|(have, _)| self.same_place(*have, sink)) {
                Some((_, have)) if rank(have) >= rank(&tainted) => {}
                Some((_, have)) => *have = tainted,
                None => results.push((sink, tainted)),
            }
        }
        results.into_iter().map(|(_, tainted)| tainted).collect()
    }

    fn same_place(&self, a: usize, b: usize) -> bool {
        let span = |at: usize| self.sink_ranges.get(at).map(|range| range.span);
        span(a) == span(b)
    }

    fn result(
        &self,
        evaluator: &Evaluator<'_>,
        spec: &TaintSpec,
        found: &Found,
    ) -> Option<Tainted> {
        let sink = self.sink_ranges.get(found.hit.sink)?;
        let source = self.source_ranges.get(found.hit.source)?;
        let entry = self.sources.get(found.hit.source)?.entry;
        let entry = spec.sources.get(entry as usize)?;
        let bindings = unified(evaluator, sink, source)?;
        let mut steps = found.hit.steps.clone();
        if let (Some(note), Some(first)) = (&entry.note, steps.first_mut()) {
            first.1.clone_from(note);
        }
        let shown = match evaluator.rule.options.taint_focus_on_source {
            true => source,
            false => sink,
        };
        Some(Tainted { range: shown.clone(), bindings, confidence: entry.confidence, steps })
    }
}

/// The sink's bindings and, beside them, the source's. Where the rule wants them to agree and they
/// do not, there is no result.
fn unified(evaluator: &Evaluator<'_>, sink: &Range, source: &Range) -> Option<Bindings> {
    let strict = evaluator.rule.options.taint_unify_mvars;
    let agree = sink.bindings.iter().zip(&source.bindings).all(|pair| match pair {
        (Some(a), Some(b)) => same(evaluator.context, *a, *b),
        _ => true,
    });
    let joined = || sink.bindings.iter().zip(&source.bindings).map(|(a, b)| a.or(*b)).collect();
    (agree || !strict).then(joined)
}

/// More sure first, then the shorter way.
fn rank(tainted: &Tainted) -> (Option<Confidence>, std::cmp::Reverse<usize>) {
    let confidence = tainted.confidence.or(Some(Confidence::High));
    (confidence, std::cmp::Reverse(tainted.steps.len()))
}
