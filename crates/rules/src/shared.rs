//! What the entries that several rules share have matched in one file. Lists of sources, sinks and
//! sanitizers stand in many rules; each of their entries is matched once.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use crate::{
    formula::Evaluator,
    matcher::Bindings,
    ranges::Range,
    rule::{Rule, RuleOptions, TaintEntry},
};

/// The ranges that were found so far, by the digest of the entry.
#[derive(Debug, Default)]
pub(crate) struct Shared<'s> {
    known: RefCell<HashMap<u64, Vec<Known<'s>>>>,
}

/// Ranges of an entry, with metavariables numbered as in the rule that was there first.
#[derive(Clone, Debug)]
struct Known<'s> {
    options: &'s RuleOptions,
    vars: &'s [String],
    ranges: Rc<[Range]>,
}

impl<'s> Shared<'s> {
    /// The ranges of an entry of a rule, found now or before.
    pub(crate) fn ranges(
        &self,
        rule: &'s Rule,
        evaluator: &Evaluator<'_>,
        entry: &TaintEntry,
    ) -> Vec<Range> {
        if let Some(known) = self.known(rule, entry) {
            return known.ranges_in(rule);
        }
        let ranges = evaluator.ranges(&entry.formula);
        // What was cut short for one rule need not be for the next.
        if !evaluator.context.budget.is_hit() {
            let (options, vars) = (&rule.options, rule.vars.as_slice());
            let known = Known { options, vars, ranges: ranges.as_slice().into() };
            self.known.borrow_mut().entry(entry.digest).or_default().push(known);
        }
        ranges
    }

    fn known(&self, rule: &Rule, entry: &TaintEntry) -> Option<Known<'s>> {
        let known = self.known.borrow();
        known.get(&entry.digest)?.iter().find(|known| *known.options == rule.options).cloned()
    }
}

impl Known<'_> {
    fn ranges_in(&self, rule: &Rule) -> Vec<Range> {
        if self.ranges.is_empty() {
            return Vec::new();
        }
        let number = |name: &String| rule.vars.iter().position(|var| var == name);
        let numbers: Vec<Option<usize>> = self.vars.iter().map(number).collect();
        let renumbered = |range: &Range| {
            let mut bindings: Bindings = vec![None; rule.vars.len()];
            for (number, value) in numbers.iter().zip(&range.bindings) {
                if let Some(slot) = number.and_then(|number| bindings.get_mut(number)) {
                    *slot = *value;
                }
            }
            Range { bindings, ..range.clone() }
        };
        self.ranges.iter().map(renumbered).collect()
    }
}
