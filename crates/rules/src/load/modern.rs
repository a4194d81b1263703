//! The newer syntax of formulas: `match:` with `all`, `any`, `not`, `inside`, `regex` and `where`.

use super::{compare, formula, keys, tables::Tables};
use crate::{
    RuleError,
    rule::{And, Condition, Formula},
    yaml::{Data, Value},
};

const OPERATORS: &[&str] =
    &["pattern", "regex", "all", "any", "not", "inside", "anywhere", "where", "as"];
const DEPTH_MAX: usize = 40;

/// What stands under `match`: a pattern as text, or an operator, perhaps with `where`.
pub(super) fn formula(
    value: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Formula, RuleError> {
    read(value, tables, depth, OPERATORS)
}

/// The same, where other keys (`metavariable`, `language`) may stand beside the operator.
fn read(
    value: &Value,
    tables: &mut Tables,
    depth: usize,
    known: &[&str],
) -> Result<Formula, RuleError> {
    if depth > DEPTH_MAX {
        return Err(keys::error(value, "operators are nested too deep", "split the rule"));
    }
    let Some(entries) = value.entries() else {
        return tables.pattern(value);
    };
    keys::only(value, known)?;
    let operators = entries.iter().filter_map(|(key, at)| {
        let name = key.text()?.into_owned();
        (name != "where" && name != "as" && OPERATORS.contains(&name.as_str()))
            .then_some((name, at))
    });
    let [(name, at)] = &*operators.collect::<Vec<_>>() else {
        return Err(keys::error(value, "expected one operator", "use `all:` to join several"));
    };
    let base = operator(name, at, tables, depth)?;
    let base = match value.get("where") {
        Some(conditions) => with_conditions(base, conditions, tables, depth)?,
        None => base,
    };
    match value.get("as") {
        Some(name) => Ok(Formula::As(tables.var_at(name)?, Box::new(base))),
        None => Ok(base),
    }
}

fn operator(
    name: &str,
    at: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Formula, RuleError> {
    match name {
        "pattern" => tables.pattern(at),
        "regex" => formula::regex(at, tables).map(Formula::Regex),
        "not" => formula(at, tables, depth + 1).map(|f| Formula::Not(Box::new(f))),
        "inside" => formula(at, tables, depth + 1).map(|f| Formula::Inside(Box::new(f))),
        "anywhere" => formula(at, tables, depth + 1).map(|f| Formula::Anywhere(Box::new(f))),
        "all" => {
            let all = list(at, tables, depth, name)?;
            Ok(Formula::And(And { all, ..And::default() }))
        }
        _ => list(at, tables, depth, name).map(Formula::Or),
    }
}

fn list(
    at: &Value,
    tables: &mut Tables,
    depth: usize,
    name: &str,
) -> Result<Vec<Formula>, RuleError> {
    keys::items(at, name)?.iter().map(|item| formula(item, tables, depth + 1)).collect()
}

fn with_conditions(
    base: Formula,
    conditions: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Formula, RuleError> {
    let mut and = match base {
        Formula::And(and) if and.conditions.is_empty() && and.focus.is_empty() => and,
        other => And { all: vec![other], ..And::default() },
    };
    for item in keys::items(conditions, "where")? {
        if let Some(at) = item.get("focus") {
            keys::only(item, &["focus"])?;
            and.focus.push(formula::focus(at, tables)?);
        } else if let Some(at) = item.get("comparison") {
            keys::only(item, &["comparison", "strip", "base"])?;
            let expr = compare::text(at, tables)?;
            and.conditions.push(Condition::Compare { expr });
        } else {
            and.conditions.push(metavariable(item, tables, depth)?);
        }
    }
    Ok(Formula::And(and))
}

fn metavariable(item: &Value, tables: &mut Tables, depth: usize) -> Result<Condition, RuleError> {
    if let Some(at) = item.get("analyzer") {
        return Err(formula::unsupported(at, "analyzer"));
    }
    if item.get("type").is_some() || item.get("types").is_some() {
        return formula::type_condition(item, tables);
    }
    if let Some(Data::Text(_)) = item.get("regex").map(|at| &at.data)
        && item.get("language").is_none()
    {
        return formula::regex_condition(item, tables);
    }
    let var = tables.var_at(keys::required(item, "metavariable")?)?;
    let known: Vec<&str> = OPERATORS.iter().copied().chain(["metavariable", "language"]).collect();
    formula::within(item, tables, |tables| read(item, tables, depth + 1, &known))
        .map(|(language, formula)| Condition::Pattern { var, language, formula })
}
