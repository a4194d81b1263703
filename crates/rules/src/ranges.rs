//! Ranges of text with bindings: how those of several operators are intersected and subtracted.

use std::{cmp::Reverse, collections::HashSet};

use portcullis_model::Span;
use portcullis_syntax::NodeId;

use crate::matcher::{Bindings, Context, same};

/// Which operator a range came from; it decides what may narrow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Sort {
    /// `pattern`.
    Plain,
    /// `pattern-inside`.
    Inside,
    /// `pattern-regex`.
    Regex,
    /// It only has to be somewhere in the file.
    Anywhere,
}

/// A stretch of text that satisfies a formula.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Range {
    pub(crate) span: Span,
    pub(crate) node: Option<NodeId>,
    pub(crate) bindings: Bindings,
    pub(crate) sort: Sort,
}

/// The ranges of both that lie in one of the other, with the bindings of both where they agree.
pub(crate) fn intersect(context: Context<'_>, xs: &[Range], ys: &[Range]) -> Vec<Range> {
    let index = Index::new(ys);
    let all = xs.iter().chain(ys).any(|r| r.sort == Sort::Anywhere);
    let mut found = Vec::new();
    for x in xs {
        let everything = ys.iter().take(if all { usize::MAX } else { 0 });
        let near = index.touching(x.span).take(if all { 0 } else { usize::MAX });
        for y in everything.chain(near) {
            if !context.budget.take(1) {
                return unique(found);
            }
            let merged = included(x, y).then(|| merge(context, x, y)).flatten();
            let narrow = merged.is_some();
            found.extend(merged);
            if included(y, x) && !(narrow && x.span == y.span) {
                found.extend(merge(context, y, x));
            }
        }
    }
    unique(found)
}

/// The ranges of `xs` that no range of `negative` speaks against.
pub(crate) fn subtract(context: Context<'_>, xs: Vec<Range>, negative: &[Range]) -> Vec<Range> {
    let index = Index::new(negative);
    let all = negative.iter().any(|r| r.sort == Sort::Anywhere);
    let spoken_against = |x: &Range| {
        let everything = negative.iter().take(if all { usize::MAX } else { 0 });
        let near = index.touching(x.span).take(if all { 0 } else { usize::MAX });
        everything.chain(near).any(|y| {
            let (in_y, in_x) = (y.span.contains(x.span), x.span.contains(y.span));
            let hit = match y.sort {
                Sort::Inside => in_y,
                Sort::Regex => in_x || in_y,
                Sort::Plain => in_x && in_y,
                Sort::Anywhere => true,
            };
            hit && context.budget.take(1) && agree(context, &x.bindings, &y.bindings)
        })
    };
    xs.into_iter().filter(|x| !spoken_against(x)).collect()
}

/// Whether `x` lies in `y` and may stand for both: what came from `pattern-inside` only says where
/// to look.
fn included(x: &Range, y: &Range) -> bool {
    let anywhere = y.sort == Sort::Anywhere;
    let only_says_where = match x.sort {
        Sort::Inside => y.sort != Sort::Inside,
        Sort::Anywhere => !anywhere,
        Sort::Plain | Sort::Regex => false,
    };
    (anywhere || y.span.contains(x.span)) && !only_says_where
}

fn merge(context: Context<'_>, x: &Range, y: &Range) -> Option<Range> {
    let bindings = joined(context, &x.bindings, &y.bindings)?;
    Some(Range { bindings, ..x.clone() })
}

/// The bindings of both, unless they differ.
pub(crate) fn joined(context: Context<'_>, x: &Bindings, y: &Bindings) -> Option<Bindings> {
    agree(context, x, y).then(|| x.iter().zip(y).map(|(x, y)| x.or(*y)).collect())
}

fn agree(context: Context<'_>, x: &Bindings, y: &Bindings) -> bool {
    x.iter().zip(y).all(|pair| match pair {
        (Some(x), Some(y)) => same(context, *x, *y),
        _ => true,
    })
}

/// Of ranges with the same bindings, those that lie in no other: enough to know what is inside.
pub(crate) fn outermost(mut ranges: Vec<Range>) -> Vec<Range> {
    let place = |r: &Range| (r.span.start, Reverse(r.span.end));
    ranges.sort_by(|x, y| x.bindings.cmp(&y.bindings).then_with(|| place(x).cmp(&place(y))));
    let mut kept: Vec<Range> = Vec::with_capacity(ranges.len());
    for range in ranges {
        // The last one kept of a group reaches furthest.
        let inside = kept
            .last()
            .is_some_and(|have| have.bindings == range.bindings && range.span.end <= have.span.end);
        if !inside {
            kept.push(range);
        }
    }
    kept
}

/// Ranges of one place that are compared each with each.
const COMPARED_MAX: usize = 16;

/// Each range once, in order of place.
pub(crate) fn unique(mut ranges: Vec<Range>) -> Vec<Range> {
    ranges.sort_by_key(|r| (r.span.start, r.span.end));
    let mut kept: Vec<Range> = Vec::with_capacity(ranges.len());
    let (mut first, mut seen) = (0, HashSet::new());
    for range in ranges {
        if kept.get(first).is_none_or(|have| have.span != range.span) {
            first = kept.len();
            seen.clear();
        }
        let here = kept.get(first..).unwrap_or_default();
        let known = match here.len() < COMPARED_MAX {
            true => here.iter().any(|r| r.sort == range.sort && r.bindings == range.bindings),
            false => {
                if seen.is_empty() {
                    seen.extend(here.iter().map(|r| (r.sort, r.bindings.clone())));
                }
                !seen.insert((range.sort, range.bindings.clone()))
            }
        };
        if !known {
            kept.push(range);
        }
    }
    kept
}

/// Ranges in order of their start, with the largest end of each part of the list, so that those
/// that touch a span are found without looking at all.
struct Index<'r> {
    ranges: Vec<&'r Range>,
    /// A binary tree over `ranges` in an array: the largest end below each node.
    ends: Vec<u32>,
    leaves: usize,
}

impl<'r> Index<'r> {
    fn new(ranges: &'r [Range]) -> Self {
        let mut sorted: Vec<&Range> = ranges.iter().collect();
        sorted.sort_by_key(|r| r.span.start);
        let leaves = sorted.len().next_power_of_two();
        let mut ends = vec![0; leaves * 2];
        for (slot, range) in ends.iter_mut().skip(leaves).zip(&sorted) {
            *slot = range.span.end;
        }
        for node in (1..leaves).rev() {
            let below = ends.get(node * 2).max(ends.get(node * 2 + 1)).copied();
            if let (Some(slot), Some(end)) = (ends.get_mut(node), below) {
                *slot = end;
            }
        }
        Self { ranges: sorted, ends, leaves }
    }

    /// The ranges that hold `span` or lie in it, or at least touch it.
    fn touching(&self, span: Span) -> impl Iterator<Item = &'r Range> {
        let last = self.ranges.partition_point(|r| r.span.start <= span.end);
        let mut open = if self.ranges.is_empty() { Vec::new() } else { vec![1] };
        std::iter::from_fn(move || {
            while let Some(node) = open.pop() {
                let first_leaf = self.first_leaf(node);
                if first_leaf >= last || self.ends.get(node).is_none_or(|end| *end < span.start) {
                    continue;
                }
                if node >= self.leaves {
                    return self.ranges.get(node - self.leaves).copied();
                }
                open.extend([node * 2 + 1, node * 2]);
            }
            None
        })
    }

    fn first_leaf(&self, node: usize) -> usize {
        let mut node = node;
        while node < self.leaves {
            node *= 2;
        }
        node - self.leaves
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matcher::Value;

    #[test]
    fn what_is_the_same_is_kept_once() {
        let range = |start, value: u32| Range {
            span: Span::new(start, 9),
            node: None,
            bindings: vec![Some(Value::Node(NodeId(value)))],
            sort: Sort::Plain,
        };
        let ranges: Vec<_> = (0..100).map(|n| range(n % 2, n % 50)).rev().collect();
        let kept = unique([ranges.clone(), ranges].concat());
        assert_eq!(kept.len(), 50);
        assert!(kept.iter().take(25).all(|r| r.span.start == 0));
    }

    #[test]
    fn the_index_finds_what_touches() {
        let range = |start, end| Range {
            span: Span::new(start, end),
            node: None,
            bindings: Vec::new(),
            sort: Sort::Plain,
        };
        let ranges: Vec<_> = (0..50).map(|n| range(n, n * 2)).chain([range(0, 1000)]).collect();
        let index = Index::new(&ranges);
        for probe in [Span::new(3, 4), Span::new(20, 25), Span::new(99, 99), Span::new(500, 600)] {
            let mut found: Vec<Span> = index.touching(probe).map(|r| r.span).collect();
            let touches = |s: &Span| s.start <= probe.end && s.end >= probe.start;
            let mut want: Vec<Span> = ranges.iter().map(|r| r.span).filter(touches).collect();
            found.sort_unstable();
            want.sort_unstable();
            assert_eq!(found, want);
        }
    }
}
