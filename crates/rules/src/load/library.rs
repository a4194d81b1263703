//! Named lists of sources, sinks and sanitizers, and their expansion into rules.

use std::collections::BTreeMap;

use super::keys;
use crate::{
    RuleError,
    yaml::{self, Data, Value},
};

const LISTS: &[&str] =
    &["pattern-sources", "pattern-sinks", "pattern-sanitizers", "pattern-propagators"];
/// Lists that use lists, at most this deep.
const DEPTH_MAX: usize = 8;

/// Lists that rules pull in by `- use: python/web-input`.
#[derive(Clone, Debug, Default)]
pub struct Library {
    sets: BTreeMap<String, Vec<Value>>,
}

impl Library {
    /// Adds the list `name`, such as `python/web-input`, from the text of its file: entries as in
    /// `pattern-sources`, under the key `entries`.
    ///
    /// # Errors
    /// The text is not YAML, or it has no list `entries`.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), RuleError> {
        let file = yaml::parse(text).map_err(|e| super::error_at(e.at, None, e.message, None))?;
        keys::only(&file, &["entries", "description"])?;
        let entries = keys::items(keys::required(&file, "entries")?, "entries")?;
        self.sets.insert(name.to_owned(), entries.to_vec());
        Ok(())
    }

    /// Names of the lists.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sets.keys().map(String::as_str)
    }
}

/// The rule with every `use` replaced by the entries that it stands for.
pub(crate) fn expand(rule: &Value, library: &Library) -> Result<Value, RuleError> {
    let Some(entries) = rule.entries() else {
        return Err(keys::error(rule, "a rule must be a mapping", "begin it with `- id: ...`"));
    };
    let mut expanded = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let is_list = key.text().is_some_and(|name| LISTS.contains(&name.as_ref()));
        let value = match value.items() {
            Some(items) if is_list => {
                let mut out = Vec::new();
                expand_items(items, library, 0, &mut out)?;
                Value { data: Data::List(out), ..value.clone() }
            }
            _ => value.clone(),
        };
        expanded.push((key.clone(), value));
    }
    Ok(Value { data: Data::Map(expanded), ..rule.clone() })
}

fn expand_items(
    items: &[Value],
    library: &Library,
    depth: usize,
    out: &mut Vec<Value>,
) -> Result<(), RuleError> {
    for item in items {
        let Some(name) = item.get("use") else {
            out.push(item.clone());
            continue;
        };
        keys::only(item, &["use"])?;
        let text = keys::text(name, "`use`")?;
        if depth >= DEPTH_MAX {
            let message = format!("the list `{text}` uses itself, or too many others");
            return Err(keys::error(name, &message, "write its entries out"));
        }
        let Some(entries) = library.sets.get(&text) else {
            let hint = keys::nearest(&text, library.names());
            return Err(keys::error_with(name, format!("the list `{text}` is not known"), hint));
        };
        let inside = |mut error: RuleError| {
            error.message = format!("in the list `{text}`: {}", error.message);
            error
        };
        expand_items(entries, library, depth + 1, out).map_err(inside)?;
    }
    Ok(())
}
