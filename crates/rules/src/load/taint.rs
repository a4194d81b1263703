//! The entries of taint rules: sources, sinks, sanitizers, propagators.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{formula, keys, modern, tables::Tables};
use crate::{
    RuleError,
    rule::{PropagatorEntry, TaintEntry, TaintSpec, confidence_of},
    yaml::{Data, Value},
};

const FORMULA: &[&str] = &["pattern", "patterns", "pattern-either", "pattern-regex", "match"];
const MODERN: &[&str] = &["regex", "all", "any", "inside", "anywhere", "where", "as"];
const ENTRY: &[&str] = &["exact", "by-side-effect", "confidence", "note"];
/// Keys that are known to the rule language and that the data flow does not have.
const UNSUPPORTED: &[&str] = &["control", "at-exit", "label", "requires", "not_conflicting"];

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
    let sources = entries(rule, &SOURCES, tables)?;
    let sinks = entries(rule, &SINKS, tables)?;
    for (list, have) in [(&SOURCES, &sources), (&SINKS, &sinks)] {
        if have.is_empty() {
            let message = format!("a taint rule needs `{}`", list.older);
            return Err(keys::error(rule, &message, "add at least one entry"));
        }
    }
    Ok(TaintSpec {
        sources,
        sinks,
        sanitizers: entries(rule, &SANITIZERS, tables)?,
        propagators: propagators(rule, tables)?,
    })
}

fn values<'v>(rule: &'v Value, older: &str, newer: &str) -> Result<&'v [Value], RuleError> {
    let taint = rule.get("taint");
    match rule.get(older).or_else(|| taint.and_then(|taint| taint.get(newer))) {
        Some(list) => keys::items(list, older),
        None => Ok(&[]),
    }
}

fn entries(rule: &Value, list: &List, tables: &mut Tables) -> Result<Vec<TaintEntry>, RuleError> {
    let values = values(rule, list.older, list.newer)?;
    values.iter().map(|value| entry(value, list, tables)).collect()
}

fn entry(value: &Value, list: &List, tables: &mut Tables) -> Result<TaintEntry, RuleError> {
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
        by_side_effect: by_side_effect(value)?.unwrap_or(false),
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
    if let Some((_, at)) = entries.iter().find(|(key, at)| unsupported(key, at)) {
        return Err(formula::unsupported(at, "this taint option"));
    }
    let known = [FORMULA, MODERN, ENTRY, UNSUPPORTED, own].concat();
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

/// Whether an option is one that the data flow does not have, and switched on.
fn unsupported(key: &Value, value: &Value) -> bool {
    let name = key.text().unwrap_or_default();
    UNSUPPORTED.contains(&name.as_ref()) && !matches!(value.data, Data::Bool(false))
}

/// `by-side-effect: only` is read as true.
fn by_side_effect(value: &Value) -> Result<Option<bool>, RuleError> {
    let Some(at) = value.get("by-side-effect") else { return Ok(None) };
    match at.text().as_deref() {
        Some("only") => Ok(Some(true)),
        _ => keys::flag(at, "`by-side-effect`").map(Some),
    }
}

fn propagators(rule: &Value, tables: &mut Tables) -> Result<Vec<PropagatorEntry>, RuleError> {
    let values = values(rule, "pattern-propagators", "propagators")?;
    values.iter().map(|value| propagator(value, tables)).collect()
}

fn propagator(value: &Value, tables: &mut Tables) -> Result<PropagatorEntry, RuleError> {
    let formula = entry_formula(value, &["from", "to", "replace-labels"], tables)?;
    Ok(PropagatorEntry {
        formula,
        from: tables.var_at(keys::required(value, "from")?)?,
        to: tables.var_at(keys::required(value, "to")?)?,
        by_side_effect: by_side_effect(value)?.unwrap_or(true),
    })
}
