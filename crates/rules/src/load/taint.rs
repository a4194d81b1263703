//! The entries of taint rules: sources, sinks, sanitizers, propagators.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{formula, keys, labels::Labels, modern, tables::Tables};
use crate::{
    RuleError,
    flow::SideEffect,
    rule::{PropagatorEntry, TaintEntry, TaintSpec, confidence_of},
    yaml::{Data, Value},
};

const FORMULA: &[&str] = &["pattern", "patterns", "pattern-either", "pattern-regex", "match"];
const MODERN: &[&str] = &["regex", "all", "any", "inside", "anywhere", "where", "as"];
const ENTRY: &[&str] = &[
    "exact",
    "by-side-effect",
    "confidence",
    "note",
    "control",
    "at-exit",
    "label",
    "requires",
    "not_conflicting",
    "not-conflicting",
];

/// A list of the spec: its key in the older syntax and under `taint:`.
struct List {
    older: &'static str,
    newer: &'static str,
    exact: bool,
}

const SOURCES: List = List { older: "pattern-sources", newer: "sources", exact: false };
const SINKS: List = List { older: "pattern-sinks", newer: "sinks", exact: true };
const SANITIZERS: List = List { older: "pattern-sanitizers", newer: "sanitizers", exact: false };

pub(super) fn spec(rule: &Value, tables: &mut Tables) -> Result<TaintSpec, RuleError> {
    if let Some(taint) = rule.get("taint") {
        keys::only(taint, &["sources", "sinks", "sanitizers", "propagators"])?;
    }
    let mut labels = Labels::default();
    let sources = entries(rule, &SOURCES, tables, &mut labels)?;
    let sinks = entries(rule, &SINKS, tables, &mut labels)?;
    for (list, have) in [(&SOURCES, &sources), (&SINKS, &sinks)] {
        if have.is_empty() {
            let message = format!("a taint rule needs `{}`", list.older);
            return Err(keys::error(rule, &message, "add at least one entry"));
        }
    }
    let sanitizers = entries(rule, &SANITIZERS, tables, &mut labels)?;
    let propagators = propagators(rule, tables, &mut labels)?;
    let Labels { names: labels, conditions } = labels;
    Ok(TaintSpec { sources, sinks, sanitizers, propagators, labels, conditions })
}

fn values<'v>(rule: &'v Value, older: &str, newer: &str) -> Result<&'v [Value], RuleError> {
    let taint = rule.get("taint");
    match rule.get(older).or_else(|| taint.and_then(|taint| taint.get(newer))) {
        Some(list) => keys::items(list, older),
        None => Ok(&[]),
    }
}

fn entries(
    rule: &Value,
    list: &List,
    tables: &mut Tables,
    labels: &mut Labels,
) -> Result<Vec<TaintEntry>, RuleError> {
    let values = values(rule, list.older, list.newer)?;
    values.iter().map(|value| entry(value, list, tables, labels)).collect()
}

fn entry(
    value: &Value,
    list: &List,
    tables: &mut Tables,
    labels: &mut Labels,
) -> Result<TaintEntry, RuleError> {
    let flag = |key: &str| value.get(key).map(|at| keys::flag(at, key)).transpose();
    let confidence = value.get("confidence").map(|at| {
        let name = keys::text(at, "`confidence`")?;
        confidence_of(&name)
            .ok_or_else(|| keys::error(at, "this is no confidence", "write low, medium or high"))
    });
    Ok(TaintEntry {
        digest: digest(value),
        formula: entry_formula(value, &[], tables)?,
        exact: flag("exact")?.unwrap_or(list.exact),
        by_side_effect: by_side_effect(value)?.unwrap_or_default(),
        control: flag("control")?.unwrap_or(false),
        at_exit: flag("at-exit")?.unwrap_or(false),
        not_conflicting: flag("not_conflicting")?.or(flag("not-conflicting")?).unwrap_or(false),
        label: labels.label(value, "label")?.unwrap_or(0),
        requires: labels.condition(value)?,
        confidence: confidence.transpose()?,
        note: value.get("note").map(|at| keys::text(at, "`note`")).transpose()?,
    })
}

fn digest(value: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The formula of an entry: a pattern as text, the older keys, or the newer ones.
fn entry_formula(
    value: &Value,
    own: &[&str],
    tables: &mut Tables,
) -> Result<crate::rule::Formula, RuleError> {
    let Some(entries) = value.entries() else { return modern::formula(value, tables, 0) };
    let known = [FORMULA, MODERN, ENTRY, own].concat();
    keys::only(value, &known)?;
    if MODERN.iter().any(|key| value.get(key).is_some()) {
        let is_formula = |key: &Value| {
            let name = key.text().unwrap_or_default();
            MODERN.contains(&name.as_ref()) || name == "pattern"
        };
        let kept = entries.iter().filter(|(key, _)| is_formula(key)).cloned().collect();
        let inner = Value { data: Data::Map(kept), ..value.clone() };
        return modern::formula(&inner, tables, 0);
    }
    formula::rule(value, tables)
}

fn by_side_effect(value: &Value) -> Result<Option<SideEffect>, RuleError> {
    let Some(at) = value.get("by-side-effect") else { return Ok(None) };
    if at.text().as_deref() == Some("only") {
        return Ok(Some(SideEffect::Only));
    }
    let on = keys::flag(at, "`by-side-effect`")?;
    Ok(Some(if on { SideEffect::Yes } else { SideEffect::No }))
}

fn propagators(
    rule: &Value,
    tables: &mut Tables,
    labels: &mut Labels,
) -> Result<Vec<PropagatorEntry>, RuleError> {
    let values = values(rule, "pattern-propagators", "propagators")?;
    values.iter().map(|value| propagator(value, tables, labels)).collect()
}

fn propagator(
    value: &Value,
    tables: &mut Tables,
    labels: &mut Labels,
) -> Result<PropagatorEntry, RuleError> {
    let formula = entry_formula(value, &["from", "to", "replace-labels"], tables)?;
    Ok(PropagatorEntry {
        formula,
        from: tables.var_at(keys::required(value, "from")?)?,
        to: tables.var_at(keys::required(value, "to")?)?,
        by_side_effect: by_side_effect(value)? != Some(SideEffect::No),
        requires: labels.condition(value)?,
        label: labels.label(value, "label")?,
        replaced: labels.bits(value, "replace-labels")?,
    })
}
