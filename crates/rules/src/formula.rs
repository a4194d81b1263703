//! Evaluates the formulas of rules over one file, as Semgrep does: the ranges of positive operators
//! are intersected, those of negative ones subtracted, conditions filter, focus narrows.

mod analysis;
mod conditions;
mod embedded;

use portcullis_model::Span;
use portcullis_syntax::{Kind, Node, NodeId};

use crate::{
    generic,
    matcher::{self, Around, Bindings, Context, Query, Value},
    ranges::{Range, Sort, intersect, outermost, subtract, unique},
    regexes::Lines,
    rule::{And, Formula, Regexed, Rule, Var},
};

/// Matches of one `pattern-regex` in one file; more are cut off and reported.
const REGEX_MATCHES_MAX: usize = 10_000;

/// A rule over a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evaluator<'a> {
    pub(crate) rule: &'a Rule,
    pub(crate) context: Context<'a>,
}

impl Evaluator<'_> {
    /// The ranges that satisfy a formula, each once.
    pub(crate) fn ranges(&self, formula: &Formula) -> Vec<Range> {
        unique(self.eval(formula, &Query::default()))
    }

    /// Recursion is bounded by the depth of the formula, which the loader bounds.
    fn eval(&self, formula: &Formula, query: &Query) -> Vec<Range> {
        match formula {
            Formula::Pattern(number) => self.pattern(*number, query),
            Formula::Generic(number) => self.generic(*number, query),
            Formula::Regex(regex) => self.regex(regex, query),
            Formula::And(and) => self.all(and, query),
            Formula::Or(choices) => {
                choices.iter().flat_map(|choice| self.eval(choice, query)).collect()
            }
            Formula::Inside(inner) => {
                let query = Query { inside: true, ..query.clone() };
                let mut ranges = self.eval(inner, &query);
                ranges.iter_mut().for_each(|range| range.sort = Sort::Inside);
                ranges
            }
            Formula::Anywhere(inner) => {
                let query = Query { within: None, around: None, ..query.clone() };
                let mut ranges = self.eval(inner, &query);
                ranges.iter_mut().for_each(|range| range.sort = Sort::Anywhere);
                ranges
            }
            Formula::As(var, inner) => {
                let named = |range: Range| {
                    let value = range.node.map_or(Value::Text(range.span), Value::Node);
                    Range { bindings: with(&range.bindings, *var, value), ..range }
                };
                self.eval(inner, query).into_iter().map(named).collect()
            }
            // The loader lets no formula be negative on its own.
            Formula::Not(_) => Vec::new(),
        }
    }

    fn pattern(&self, number: u32, query: &Query) -> Vec<Range> {
        let Some(pattern) = self.rule.patterns.get(number as usize) else { return Vec::new() };
        let other = pattern.language != self.context.subject.language;
        if other || self.context.seen.is_some_and(|seen| !seen.has_all(&pattern.words)) {
            return Vec::new();
        }
        let hits = matcher::find(self.context, pattern, query);
        let range = |hit: matcher::Hit| Range {
            span: hit.span,
            node: hit.node,
            bindings: hit.bindings,
            sort: Sort::Plain,
        };
        hits.into_iter().map(range).collect()
    }

    fn generic(&self, number: u32, query: &Query) -> Vec<Range> {
        let Some(pattern) = self.rule.generics.get(number as usize) else { return Vec::new() };
        let (subject, look) = (self.context.subject, &self.context.options.generic);
        let source = subject.tree.source();
        let text = subject.generic(look);
        let hits = generic::find(pattern, (source, &text), look, self.context.budget);
        let inside = |hit: &generic::Hit| query.within.is_none_or(|w| w.span.contains(hit.span));
        let range = |hit: generic::Hit| {
            let mut bindings = query.bindings.clone();
            bindings.resize(self.context.vars, None);
            for (var, span) in hit.bindings {
                if let Some(slot) = bindings.get_mut(var as usize) {
                    *slot = Some(Value::Text(span));
                }
            }
            Range { span: hit.span, node: None, bindings, sort: Sort::Plain }
        };
        hits.into_iter().filter(inside).map(range).collect()
    }

    fn regex(&self, regexed: &Regexed, query: &Query) -> Vec<Range> {
        let whole = self.context.subject.tree.root().tree().source();
        let span = query.within.map_or(Span::new(0, offset(whole.len())), |stretch| stretch.span);
        let compiled = self.context.regexes.get(&self.rule.regexes, regexed.regex, Lines::Many);
        let Ok(found) = compiled.all(span.text(whole), REGEX_MATCHES_MAX) else {
            self.context.budget.exceed();
            return Vec::new();
        };
        if found.len() >= REGEX_MATCHES_MAX {
            self.context.budget.exceed();
        }
        let place = |group: &std::ops::Range<usize>| {
            let at = |n: usize| offset(n).saturating_add(span.start);
            Span::new(at(group.start), at(group.end))
        };
        let mut ranges = Vec::with_capacity(found.len());
        for groups in found {
            let Some(all) = groups.first().and_then(Option::as_ref).map(place) else { continue };
            let mut bindings = query.bindings.clone();
            bindings.resize(self.context.vars, None);
            for (number, var) in &regexed.groups {
                let group = groups.get(*number as usize).and_then(Option::as_ref).map(place);
                if let (Some(span), Some(slot)) = (group, bindings.get_mut(*var as usize)) {
                    let name = self.rule.vars.get(*var as usize).map_or("", String::as_str);
                    let numbered = name.chars().skip(1).all(|c| c.is_ascii_digit());
                    *slot = Some(if numbered { Value::Group(span) } else { Value::Text(span) });
                }
            }
            ranges.push(Range { span: all, node: None, bindings, sort: Sort::Regex });
        }
        ranges
    }

    fn all(&self, and: &And, query: &Query) -> Vec<Range> {
        let mut positive: Vec<&Formula> =
            and.all.iter().filter(|f| !matches!(f, Formula::Not(_))).collect();
        positive.sort_by_key(|formula| self.cost(formula));
        // Where something else is matched, what only says where to look needs no inner ranges.
        let places = positive.iter().any(|formula| !says_where(formula));
        let mut ranges = match positive.first() {
            Some(first) => unique(self.places(first, query, places)),
            None => vec![self.whole(query)],
        };
        for formula in positive.iter().skip(1) {
            if ranges.is_empty() {
                return ranges;
            }
            // Of two that only say where to look, either may lie in the other.
            let narrow = says_where(formula) && ranges.iter().all(|r| r.sort != Sort::Inside);
            let mut found = match narrow {
                true => self.places(formula, &around(query, &ranges), places),
                false => self.places(formula, query, places),
            };
            self.early(&and.conditions, &mut found);
            ranges = intersect(self.context, &ranges, &found);
        }
        for formula in &and.all {
            if let Formula::Not(inner) = formula
                && !ranges.is_empty()
            {
                let negative = match finds_texts(inner) {
                    true => self.places(inner, query, true),
                    false => self.places(inner, &around(query, &ranges), true),
                };
                ranges = subtract(self.context, ranges, &negative);
            }
        }
        if !and.conditions.is_empty() {
            ranges = ranges.into_iter().flat_map(|r| self.conditions(&and.conditions, r)).collect();
        }
        self.focus(&and.focus, ranges)
    }

    /// The ranges of an operator; of `pattern-inside` only the outermost, where `places` says so.
    fn places(&self, formula: &Formula, query: &Query, places: bool) -> Vec<Range> {
        let ranges = self.eval(formula, query);
        if places && says_where(formula) { outermost(ranges) } else { ranges }
    }

    /// All that is asked about, for a formula that only says what must not be there.
    fn whole(&self, query: &Query) -> Range {
        let source = self.context.subject.tree.source();
        let span = Span::new(0, offset(source.len()));
        let node = query.within.map_or(NodeId(0), |stretch| NodeId(stretch.at));
        let mut bindings = query.bindings.clone();
        bindings.resize(self.context.vars, None);
        let span = query.within.map_or(span, |stretch| stretch.span);
        Range { span, node: Some(node), bindings, sort: Sort::Plain }
    }

    /// How much a formula costs to evaluate and how little it selects: the cheap ones go first, and
    /// where they find nothing the others are not evaluated.
    fn cost(&self, formula: &Formula) -> u32 {
        match formula {
            Formula::Pattern(number) => {
                let pattern = self.rule.patterns.get(*number as usize);
                pattern.map_or(0, |pattern| pattern_cost(&pattern.pattern))
            }
            Formula::Regex(_) | Formula::Generic(_) => 3,
            Formula::And(and) => {
                let positive = and.all.iter().filter(|f| !matches!(f, Formula::Not(_)));
                positive.map(|f| self.cost(f)).min().unwrap_or(9)
            }
            Formula::Or(choices) => choices.iter().map(|f| self.cost(f)).max().unwrap_or(0),
            Formula::Inside(inner) | Formula::Anywhere(inner) => self.cost(inner).saturating_add(1),
            Formula::As(_, inner) => self.cost(inner),
            Formula::Not(_) => 9,
        }
    }

    fn focus(&self, focus: &[Vec<Var>], ranges: Vec<Range>) -> Vec<Range> {
        let Some((first, rest)) = focus.split_first() else { return ranges };
        let narrowed = |vars: &Vec<Var>| -> Vec<Range> {
            let each =
                |r: &Range| vars.iter().filter_map(|v| self.narrow(r, *v)).collect::<Vec<_>>();
            ranges.iter().flat_map(each).collect()
        };
        let mut found = unique(narrowed(first));
        for vars in rest {
            found = intersect(self.context, &found, &narrowed(vars));
        }
        found
    }

    /// The part of a range that a metavariable is bound to.
    fn narrow(&self, range: &Range, var: Var) -> Option<Range> {
        let value = range.bindings.get(var as usize).copied().flatten()?;
        let span = value.span(self.context.subject);
        let node = match value {
            Value::Node(id) | Value::Content(id) | Value::Path { node: id, .. } => Some(id),
            Value::Run { .. } | Value::Text(_) | Value::Group(_) => None,
        };
        if range.span.contains(span) {
            return Some(Range { span, node, bindings: range.bindings.clone(), sort: Sort::Plain });
        }
        span.contains(range.span).then(|| Range { sort: Sort::Plain, ..range.clone() })
    }
}

/// The query for what has to hold one of these ranges, and so has all that it is made of.
fn around(query: &Query, ranges: &[Range]) -> Query {
    let around = Around::new(ranges.iter().map(|range| range.span));
    Query { around: Some(around), ..query.clone() }
}

/// Whether all ranges of a formula only say where to look.
fn says_where(formula: &Formula) -> bool {
    match formula {
        Formula::Inside(_) => true,
        Formula::Or(choices) => choices.iter().all(says_where),
        _ => false,
    }
}

/// Whether a formula may stand for a text: that speaks against a range that it lies in, too.
fn finds_texts(formula: &Formula) -> bool {
    match formula {
        Formula::Regex(_) => true,
        Formula::Pattern(_)
        | Formula::Generic(_)
        | Formula::Inside(_)
        | Formula::Anywhere(_)
        | Formula::Not(_) => false,
        Formula::As(_, inner) => finds_texts(inner),
        Formula::And(and) => and.all.iter().any(finds_texts),
        Formula::Or(choices) => choices.iter().any(finds_texts),
    }
}

fn offset(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The cost of a pattern, from its root: what matches few nodes is cheap.
fn pattern_cost(pattern: &portcullis_syntax::pattern::Pattern) -> u32 {
    use portcullis_syntax::pattern::Form;
    let (Form::Expr(id) | Form::Stmt(id) | Form::Stmts(id) | Form::Part(id)) = pattern.form;
    let root = pattern.tree.node(id);
    let first = match pattern.form {
        Form::Stmts(_) => root.child(0).unwrap_or(root),
        _ => root,
    };
    let inner = match first.kind() {
        Kind::ExprStmt => first.child(0).unwrap_or(first),
        _ => first,
    };
    let sequence = u32::from(matches!(pattern.form, Form::Stmts(_)));
    sequence.saturating_add(match inner.kind() {
        Kind::Ellipsis | Kind::Metavar | Kind::Deep | Kind::TypedMetavar => 8,
        Kind::Call | Kind::New | Kind::Import if named(inner) => 0,
        Kind::Call | Kind::Assign | Kind::VarDef | Kind::Member => 4,
        _ => 2,
    })
}

/// Whether what a call calls is written out.
fn named(node: Node<'_>) -> bool {
    node.child(0).is_some_and(|callee| {
        let name = if callee.kind() == Kind::Member { callee.child(1) } else { Some(callee) };
        name.is_some_and(|name| name.kind() == Kind::Name)
    })
}

/// The bindings with one more.
fn with(bindings: &Bindings, var: Var, value: Value) -> Bindings {
    let mut bindings = bindings.clone();
    if let Some(slot) = bindings.get_mut(var as usize) {
        *slot = Some(value);
    }
    bindings
}

/// The node of a range, or the smallest that covers it.
pub(crate) fn node_of(range: &Range, context: Context<'_>) -> NodeId {
    range.node.unwrap_or_else(|| context.subject.node_at(range.span))
}
