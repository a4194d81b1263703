//! Conditions on what metavariables are bound to.

use portcullis_model::Span;
use portcullis_syntax::{Kind, NodeId};

use super::{Evaluator, analysis, with};
use crate::{
    compare::{self, Bound, Operand, integer},
    flow::Const,
    matcher::{Bindings, Query, Stretch, Value, resolved_text, text_of},
    ranges::Range,
    regexes::{Groups, Lines},
    rule::{Condition, Formula, Likeness, Regexed, Var},
    types::Type,
};

impl Evaluator<'_> {
    /// The range, once for each way in which all conditions hold. What one condition binds does not
    /// bind the others.
    pub(super) fn conditions(&self, conditions: &[Condition], range: Range) -> Vec<Range> {
        let mut ways = vec![range.clone()];
        for condition in conditions {
            let found = self.holds(condition, range.clone());
            let joined = |way: &Range| -> Vec<Range> {
                let both = |more: &Range| {
                    let pairs = way.bindings.iter().zip(&more.bindings);
                    let bindings = pairs.map(|(have, more)| have.or(*more)).collect();
                    Range { bindings, ..way.clone() }
                };
                found.iter().map(both).collect()
            };
            ways = ways.iter().flat_map(joined).collect();
            if ways.is_empty() || !self.context.budget.take(u64::from(super::offset(ways.len()))) {
                return Vec::new();
            }
        }
        ways
    }

    /// Leaves out ranges that no condition on the text of a metavariable would let through, before
    /// they are combined with others.
    pub(super) fn early(&self, conditions: &[Condition], ranges: &mut Vec<Range>) {
        for condition in conditions {
            let Condition::Regex { var, regex, constant: false } = condition else { continue };
            if regex.groups.is_empty() {
                self.filter(*var, regex.regex, ranges);
            }
        }
    }

    fn filter(&self, var: Var, regex: u32, ranges: &mut Vec<Range>) {
        // Ranges that begin alike follow each other.
        let mut last = None;
        ranges.retain(|range| {
            let Some(value) = self.bound(&range.bindings, var) else { return true };
            match last {
                Some((same, keep)) if same == value => keep,
                _ => {
                    let text = resolved_text(self.context.subject, value);
                    let keep = self.context.budget.take(1) && self.starts(regex, &text);
                    last = Some((value, keep));
                    keep
                }
            }
        });
    }

    /// The range, once for each way in which the condition holds, with what that binds.
    pub(super) fn holds(&self, condition: &Condition, range: Range) -> Vec<Range> {
        if !self.context.budget.take(1) {
            return Vec::new();
        }
        let keep = match condition {
            Condition::Regex { var, regex, constant } if regex.groups.is_empty() => self
                .text(&range.bindings, *var, *constant)
                .is_some_and(|text| self.starts(regex.regex, &text)),
            Condition::Regex { var, regex, .. } => return self.captured(range, *var, regex),
            Condition::Compare { expr } => {
                compare::holds(expr, &Values { evaluator: self, bindings: &range.bindings })
            }
            Condition::Analysis { var, analyzer } => self.is_like(&range.bindings, *var, *analyzer),
            Condition::Type { var, types } => self.has_type(&range.bindings, *var, types),
            Condition::Pattern { var, language, formula } => {
                return self.inner(range, *var, language.as_deref(), formula);
            }
        };
        if keep { vec![range] } else { Vec::new() }
    }

    /// Whether a regular expression of the rule matches at the start of a text.
    fn starts(&self, regex: u32, text: &str) -> bool {
        let found = self.context.regexes.starts(&self.rule.regexes, regex, text);
        found.unwrap_or_else(|_| {
            self.context.budget.exceed();
            false
        })
    }

    /// `metavariable-regex` whose groups bind metavariables.
    fn captured(&self, range: Range, var: Var, regexed: &Regexed) -> Vec<Range> {
        let Some(value) = self.bound(&range.bindings, var) else { return Vec::new() };
        let start = value.span(self.context.subject).start;
        let text = text_of(self.context.subject, value);
        let compiled = self.context.regexes.get(&self.rule.regexes, regexed.regex, Lines::One);
        let found = match compiled.all(text, 1) {
            Ok(found) => found.into_iter().next(),
            Err(_) => {
                self.context.budget.exceed();
                None
            }
        };
        let whole = |groups: &Groups| groups.first().and_then(Clone::clone);
        let Some(groups) = found.filter(|groups| whole(groups).is_some_and(|r| r.start == 0))
        else {
            return Vec::new();
        };
        let place = |n: usize| super::offset(n).saturating_add(start);
        let texts: Vec<(Var, Value)> = regexed
            .groups
            .iter()
            .filter_map(|(number, var)| {
                let group = groups.get(*number as usize)?.clone()?;
                Some((*var, Value::Text(Span::new(place(group.start), place(group.end)))))
            })
            .collect();
        self.bind_texts(&range, &texts).into_iter().collect()
    }

    fn bound(&self, bindings: &Bindings, var: Var) -> Option<Value> {
        bindings.get(var as usize).copied().flatten()
    }

    /// The text that a metavariable is bound to; with `constant`, its value where that is known.
    fn text(&self, bindings: &Bindings, var: Var, constant: bool) -> Option<String> {
        let value = self.bound(bindings, var)?;
        let subject = self.context.subject;
        let known = match value {
            Value::Node(id) if constant => match subject.constant(id) {
                Some(Const::Str(text)) => Some(text.to_string()),
                Some(Const::Int(n)) => Some(n.to_string()),
                _ => None,
            },
            _ => None,
        };
        Some(known.unwrap_or_else(|| resolved_text(subject, value)))
    }

    /// `metavariable-analysis`: of a string, its text.
    fn is_like(&self, bindings: &Bindings, var: Var, analyzer: Likeness) -> bool {
        let Some(text) = self.text(bindings, var, true) else { return false };
        let text = text.trim_matches(['"', '\'', '`']);
        match analyzer {
            Likeness::Entropy => analysis::is_random(text),
            Likeness::Redos => analysis::may_explode(text),
        }
    }

    fn has_type(&self, bindings: &Bindings, var: Var, types: &[String]) -> bool {
        let subject = self.context.subject;
        let Some(Value::Node(id)) = self.bound(bindings, var) else { return false };
        match subject.types().of(subject, subject.tree.node(id)) {
            Type::Written(id) if subject.tree.node(id).kind() == Kind::Index => {
                let array = array(subject.tree.node(id));
                types.iter().any(|name| name.split_whitespace().collect::<String>() == array)
            }
            Type::Written(id) => {
                let written = subject.tree.node(id).text();
                let base = written.split(['<', '[']).next().unwrap_or(written).trim();
                types.iter().any(|name| name == written || name == base)
            }
            Type::Literal(names) => types.iter().any(|name| names.contains(&name.as_str())),
            Type::Pointer(id) => {
                let pointed = subject.tree.node(id).text();
                types.iter().any(|name| name.strip_prefix('*').map(str::trim) == Some(pointed))
            }
            Type::Unknown => false,
        }
    }

    /// `metavariable-pattern`: the formula matches somewhere in what the metavariable is bound to.
    fn inner(
        &self,
        range: Range,
        var: Var,
        language: Option<&str>,
        formula: &Formula,
    ) -> Vec<Range> {
        let Some(value) = self.bound(&range.bindings, var) else { return Vec::new() };
        let other = language.is_some();
        let nodes = match value {
            Value::Node(id) if !other => Some((id.0, self.context.subject.tree.node(id).end().0)),
            Value::Run { at, end, .. } if !other => Some((at, end)),
            _ => None,
        };
        let Some((at, end)) = nodes else {
            return self.embedded(range, value, language, formula);
        };
        let span = value.span(self.context.subject);
        let within = Some(Stretch { at, end, span });
        let query = Query { within, bindings: range.bindings.clone(), ..Query::default() };
        let found = self.eval(formula, &query).into_iter().filter(|hit| span.contains(hit.span));
        let mut ways: Vec<Range> = Vec::new();
        for hit in found {
            let Some(way) = self.extended(&range, &hit.bindings) else { continue };
            if !ways.iter().any(|have| have.bindings == way.bindings) {
                ways.push(way);
            }
        }
        ways
    }

    /// The range with what an inner match has bound besides.
    fn extended(&self, range: &Range, inner: &Bindings) -> Option<Range> {
        let bindings = crate::ranges::joined(self.context, &range.bindings, inner)?;
        Some(Range { bindings, ..range.clone() })
    }

    /// The range with what an embedded match has bound.
    pub(super) fn bind_texts(&self, range: &Range, texts: &[(Var, Value)]) -> Option<Range> {
        let mut bindings = range.bindings.clone();
        for (var, value) in texts {
            match self.bound(&bindings, *var) {
                Some(before) if !crate::matcher::same(self.context, before, *value) => return None,
                Some(_) => {}
                None => bindings = with(&bindings, *var, *value),
            }
        }
        Some(Range { bindings, ..range.clone() })
    }
}

/// `char[100]`, which C writes around the name.
fn array(node: portcullis_syntax::Node<'_>) -> String {
    let part = |n: usize| node.child(n).map_or("", portcullis_syntax::Node::text);
    let text = format!("{}[{}]", part(0), part(1));
    text.split_whitespace().collect()
}

/// The values of metavariables in comparisons.
struct Values<'e> {
    evaluator: &'e Evaluator<'e>,
    bindings: &'e Bindings,
}

impl Bound for Values<'_> {
    fn value(&self, var: Var) -> Option<Operand> {
        let value = self.evaluator.bound(self.bindings, var)?;
        match value {
            Value::Node(id) => self.of_node(id),
            Value::Path { .. } => {
                Some(Operand::Text(resolved_text(self.evaluator.context.subject, value)))
            }
            Value::Content(_) | Value::Text(_) | Value::Group(_) => {
                let text = text_of(self.evaluator.context.subject, value);
                Some(literal(text).unwrap_or_else(|| Operand::Text(text.to_owned())))
            }
            Value::Run { .. } => None,
        }
    }

    fn text(&self, var: Var) -> Option<String> {
        let value = self.evaluator.bound(self.bindings, var)?;
        let text = resolved_text(self.evaluator.context.subject, value);
        Some(text.trim_matches(['"', '\'', '`']).to_owned())
    }

    fn matches(&self, regex: u32, text: &str) -> bool {
        self.evaluator.starts(regex, text)
    }
}

impl Values<'_> {
    fn of_node(&self, id: NodeId) -> Option<Operand> {
        let subject = self.evaluator.context.subject;
        let node = subject.tree.node(id);
        match node.kind() {
            Kind::Int => return integer(node.text()).map(Operand::Int),
            Kind::Float => return node.text().parse().ok().map(Operand::Float),
            Kind::String => {
                return subject.content(node).map(|text| Operand::Text(text.to_owned()));
            }
            _ => {}
        }
        match subject.constant(id)? {
            Const::Str(text) => Some(Operand::Text(text.to_string())),
            Const::Int(n) => Some(Operand::Int(*n)),
            Const::Float(x) => Some(Operand::Float(*x)),
            Const::Bool(on) => Some(Operand::Bool(*on)),
            Const::Null => Some(Operand::Null),
        }
    }
}

/// A number as text, such as what a group of a regular expression has captured.
fn literal(text: &str) -> Option<Operand> {
    let float = || text.parse().ok().map(Operand::Float);
    integer(text).map(Operand::Int).or_else(float)
}
