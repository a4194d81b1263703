//! The operators of search rules: `pattern` and its kin, conditions, focus.

use super::{compare, keys, modern, tables::Tables};
use crate::{
    RuleError,
    rule::{And, Condition, Formula, Likeness, Regexed, Var},
    yaml::{Data, Value},
};

/// Nesting of operators.
const DEPTH_MAX: usize = 40;

/// Operators that a formula may start with, in the order in which one is looked for.
const POSITIVE: &[&str] = &["pattern", "patterns", "pattern-either", "pattern-regex", "match"];

/// Everything that may stand in `patterns` or `pattern-either`.
const OPERATORS: &[&str] = &[
    "pattern",
    "patterns",
    "pattern-either",
    "pattern-not",
    "pattern-inside",
    "pattern-not-inside",
    "pattern-regex",
    "pattern-not-regex",
    "metavariable-regex",
    "metavariable-pattern",
    "metavariable-comparison",
    "metavariable-analysis",
    "metavariable-type",
    "focus-metavariable",
    "semgrep-internal-pattern-anywhere",
];

/// The formula of a search rule.
pub(super) fn rule(value: &Value, tables: &mut Tables) -> Result<Formula, RuleError> {
    let formula = one_of(value, tables, 0)?;
    let at = POSITIVE.iter().find_map(|key| value.get(key)).unwrap_or(value);
    checked(at, formula)
}

/// The one positive operator of a mapping that has other keys too (a rule, a taint entry, a
/// `metavariable-pattern`).
pub(super) fn one_of(
    value: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Formula, RuleError> {
    let mut found = POSITIVE.iter().filter_map(|key| value.get(key).map(|at| (*key, at)));
    let Some((key, at)) = found.next() else {
        let hint = "write `pattern:`, `patterns:`, `pattern-either:` or `pattern-regex:`";
        return Err(keys::error(value, "nothing says what to look for", hint));
    };
    if let Some((other, at)) = found.next() {
        let message = format!("`{key}` and `{other}` stand side by side");
        return Err(keys::error(at, &message, "put both into one `patterns:` list"));
    }
    operator(key, at, tables, depth)
}

/// The formula that one operator stands for.
fn operator(
    key: &str,
    value: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Formula, RuleError> {
    if depth > DEPTH_MAX {
        return Err(keys::error(value, "operators are nested too deep", "split the rule"));
    }
    match key {
        "pattern" => nested(value, tables, depth),
        "patterns" => all(value, tables, depth),
        "pattern-either" => either(value, tables, depth),
        "pattern-regex" => regex(value, tables).map(Formula::Regex),
        "pattern-not" => nested(value, tables, depth).map(|f| Formula::Not(Box::new(f))),
        "pattern-not-regex" => {
            regex(value, tables).map(|regex| Formula::Not(Box::new(Formula::Regex(regex))))
        }
        "pattern-inside" => nested(value, tables, depth).map(|f| Formula::Inside(Box::new(f))),
        "pattern-not-inside" => nested(value, tables, depth)
            .map(|f| Formula::Not(Box::new(Formula::Inside(Box::new(f))))),
        "semgrep-internal-pattern-anywhere" => {
            nested(value, tables, depth).map(|f| Formula::Anywhere(Box::new(f)))
        }
        "match" => modern::formula(value, tables, depth),
        _ => Err(keys::error(
            value,
            &format!("`{key}` cannot stand here"),
            "put it into `patterns:`",
        )),
    }
}

/// A pattern as text, or a mapping with a positive operator.
fn nested(value: &Value, tables: &mut Tables, depth: usize) -> Result<Formula, RuleError> {
    match &value.data {
        Data::Map(_) => {
            let formula = one_of(value, tables, depth + 1)?;
            checked(value, formula)
        }
        _ => tables.pattern(value),
    }
}

/// A regular expression with the metavariables of its groups: `$1`, `$2`, and named ones.
pub(super) fn regex(value: &Value, tables: &mut Tables) -> Result<Regexed, RuleError> {
    let regex = tables.regex(value)?;
    let source = tables.regexes.get(regex as usize).cloned().unwrap_or_default();
    let groups = crate::regexes::groups(&source).into_iter().map(|(number, name)| {
        let var = name.unwrap_or_else(|| number.to_string());
        (number, tables.var(&format!("${var}")))
    });
    Ok(Regexed { regex, groups: groups.collect() })
}

fn either(value: &Value, tables: &mut Tables, depth: usize) -> Result<Formula, RuleError> {
    let mut choices = Vec::new();
    for item in keys::items(value, "pattern-either")? {
        let (key, at) = single(item)?;
        let formula = operator(key, at, tables, depth + 1)?;
        choices.push(checked(item, formula)?);
    }
    Ok(Formula::Or(choices))
}

/// The only key of a list item, and its value.
fn single(item: &Value) -> Result<(&'static str, &Value), RuleError> {
    let entries = item.entries().ok_or_else(|| {
        keys::error(item, "expected an operator", "write `- pattern: ...` or another operator")
    })?;
    let [(key, value)] = entries else {
        let second = entries.get(1).map_or(item, |(key, _)| key);
        let hint = "begin each operator with `- ` on a line of its own";
        return Err(keys::error(second, "one list item holds several operators", hint));
    };
    let name = key.text().unwrap_or_default();
    match OPERATORS.iter().find(|known| **known == name) {
        Some(known) => Ok((known, value)),
        None => Err(keys::unknown(key, OPERATORS)),
    }
}

fn all(value: &Value, tables: &mut Tables, depth: usize) -> Result<Formula, RuleError> {
    let mut and = And::default();
    for item in keys::items(value, "patterns")? {
        let (key, at) = single(item)?;
        match key {
            "focus-metavariable" => and.focus.push(focus(at, tables)?),
            _ if key.starts_with("metavariable-") => {
                and.conditions.push(condition(key, at, tables, depth)?);
            }
            _ => and.all.push(operator(key, at, tables, depth + 1)?),
        }
    }
    Ok(Formula::And(and))
}

/// Fails where nothing positive is in a formula, since then there is nothing to start from.
pub(super) fn checked(at: &Value, formula: Formula) -> Result<Formula, RuleError> {
    let negative = match &formula {
        Formula::And(and) => !and.all.iter().any(|f| !matches!(f, Formula::Not(_))),
        Formula::Not(_) => true,
        Formula::Or(choices) => choices.is_empty(),
        Formula::Pattern(_)
        | Formula::Generic(_)
        | Formula::Regex(_)
        | Formula::Inside(_)
        | Formula::Anywhere(_)
        | Formula::As(..) => false,
    };
    match negative {
        true => {
            let hint = "add a `pattern`, `pattern-either`, `pattern-inside` or `pattern-regex`";
            Err(keys::error(at, "the formula has no positive pattern", hint))
        }
        false => Ok(formula),
    }
}

pub(super) fn focus(value: &Value, tables: &mut Tables) -> Result<Vec<Var>, RuleError> {
    match &value.data {
        Data::List(items) => items.iter().map(|item| tables.var_at(item)).collect(),
        _ => tables.var_at(value).map(|var| vec![var]),
    }
}

fn condition(
    key: &str,
    value: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Condition, RuleError> {
    match key {
        "metavariable-regex" => {
            keys::only(value, &["metavariable", "regex", "constant-propagation"])?;
            regex_condition(value, tables)
        }
        "metavariable-pattern" => pattern_condition(value, tables, depth),
        "metavariable-comparison" => {
            keys::only(value, &["metavariable", "comparison", "strip", "base"])?;
            compare::condition(value, tables).map(|expr| Condition::Compare { expr })
        }
        "metavariable-type" => {
            keys::only(value, &["metavariable", "type", "types"])?;
            type_condition(value, tables)
        }
        "metavariable-analysis" => analysis_condition(value, tables),
        _ => Err(unsupported(value, key)),
    }
}

fn analysis_condition(value: &Value, tables: &mut Tables) -> Result<Condition, RuleError> {
    keys::only(value, &["metavariable", "analyzer", "options"])?;
    let var = tables.var_at(keys::required(value, "metavariable")?)?;
    let at = keys::required(value, "analyzer")?;
    let analyzer = match keys::text(at, "`analyzer`")?.as_str() {
        "entropy" | "entropy_v2" => Likeness::Entropy,
        "redos" => Likeness::Redos,
        _ => return Err(keys::error(at, "this is no analyzer", "write entropy or redos")),
    };
    Ok(Condition::Analysis { var, analyzer })
}

/// The honest answer for an operator that we know of and do not have.
pub(super) fn unsupported(at: &Value, key: &str) -> RuleError {
    keys::error(at, &format!("`{key}` is not supported yet"), "the other rules of the file run")
}

pub(super) fn regex_condition(value: &Value, tables: &mut Tables) -> Result<Condition, RuleError> {
    let var = tables.var_at(keys::required(value, "metavariable")?)?;
    let mut regex = regex(keys::required(value, "regex")?, tables)?;
    // Only named groups bind here.
    let named = |var: &Var| {
        let name = tables.vars.get(*var as usize).map_or("", String::as_str);
        !name.chars().skip(1).all(|c| c.is_ascii_digit())
    };
    regex.groups.retain(|(_, var)| named(var));
    let constant = value.get("constant-propagation");
    let constant = constant.map(|at| keys::flag(at, "`constant-propagation`")).transpose()?;
    Ok(Condition::Regex { var, regex, constant: constant.unwrap_or(false) })
}

pub(super) fn type_condition(value: &Value, tables: &mut Tables) -> Result<Condition, RuleError> {
    let var = tables.var_at(keys::required(value, "metavariable")?)?;
    let types = match value.get("types") {
        Some(list) => keys::texts(list, "types")?,
        None => keys::texts(keys::required(value, "type")?, "type")?,
    };
    Ok(Condition::Type { var, types })
}

fn pattern_condition(
    value: &Value,
    tables: &mut Tables,
    depth: usize,
) -> Result<Condition, RuleError> {
    const KEYS: &[&str] =
        &["metavariable", "language", "pattern", "patterns", "pattern-either", "pattern-regex"];
    keys::only(value, KEYS)?;
    let var = tables.var_at(keys::required(value, "metavariable")?)?;
    within(value, tables, |tables| one_of(value, tables, depth + 1))
        .map(|(language, formula)| Condition::Pattern { var, language, formula })
}

/// Reads a formula in the language that `language:` names, if it does.
pub(super) fn within(
    value: &Value,
    tables: &mut Tables,
    read: impl FnOnce(&mut Tables) -> Result<Formula, RuleError>,
) -> Result<(Option<String>, Box<Formula>), RuleError> {
    let inner = value.get("language").map(super::language).transpose()?;
    let before = inner.map(|language| tables.switch(language));
    let formula = read(tables);
    if let Some(before) = before {
        tables.switch(before);
    }
    let name = inner.map(|language| language.id().to_owned());
    Ok((name, Box::new(formula?)))
}
