//! Reading keys and values, and saying what is wrong with them.

use std::borrow::Cow;

use crate::{
    RuleError,
    yaml::{Data, Value},
};

/// Keys of a rule. Those that carry no meaning here are allowed because public rules have them.
pub(super) const RULE: &[&str] = &[
    "id",
    "languages",
    "severity",
    "message",
    "metadata",
    "fix",
    "fix-regex",
    "paths",
    "options",
    "min-version",
    "max-version",
    "mode",
    "match",
    "taint",
    "pattern",
    "patterns",
    "pattern-either",
    "pattern-regex",
    "pattern-sources",
    "pattern-sinks",
    "pattern-sanitizers",
    "pattern-propagators",
    "product",
    "version",
    "author",
    "category",
];

pub(super) fn error(at: &Value, message: &str, hint: &str) -> RuleError {
    error_with(at, message.to_owned(), Some(hint.to_owned()))
}

pub(super) fn error_with(at: &Value, message: String, hint: Option<String>) -> RuleError {
    let at = at.at;
    RuleError { rule: None, line: at.line, column: at.column, message, hint }
}

/// The value under a key that must be there.
pub(super) fn required<'v>(map: &'v Value, key: &str) -> Result<&'v Value, RuleError> {
    map.get(key).ok_or_else(|| {
        let message = match map.entries() {
            Some(_) => format!("the key `{key}` is missing"),
            None => format!("expected a mapping with the key `{key}`, found {}", map.kind()),
        };
        error_with(map, message, Some(format!("add `{key}:`")))
    })
}

/// Text, or a number or boolean as it was written.
pub(super) fn text(value: &Value, what: &str) -> Result<String, RuleError> {
    value.text().map(Cow::into_owned).ok_or_else(|| {
        error_with(value, format!("{what} must be text, found {}", value.kind()), None)
    })
}

/// A boolean.
pub(super) fn flag(value: &Value, what: &str) -> Result<bool, RuleError> {
    match value.data {
        Data::Bool(on) => Ok(on),
        _ => Err(error_with(value, format!("{what} must be true or false"), None)),
    }
}

/// A number from 0.
pub(super) fn count(value: &Value, what: &str) -> Result<u32, RuleError> {
    match value.data {
        Data::Int(n) => u32::try_from(n).ok(),
        _ => None,
    }
    .ok_or_else(|| error_with(value, format!("{what} must be a number from 0"), None))
}

/// The items of a list; a single text counts as a list of one, as Semgrep has it for metadata.
pub(super) fn items<'v>(value: &'v Value, key: &str) -> Result<&'v [Value], RuleError> {
    match &value.data {
        Data::List(items) => Ok(items),
        _ => {
            let message = format!("`{key}` must be a list, found {}", value.kind());
            Err(error_with(
                value,
                message,
                Some(format!("write `{key}: [...]` or one `- ` a line")),
            ))
        }
    }
}

/// Texts of a list, or of a single text.
pub(super) fn texts(value: &Value, key: &str) -> Result<Vec<String>, RuleError> {
    match &value.data {
        Data::List(items) => items.iter().map(|item| text(item, key)).collect(),
        Data::Null => Ok(Vec::new()),
        _ => text(value, key).map(|one| vec![one]),
    }
}

/// Fails at the first key that is not among `known`.
pub(super) fn only(map: &Value, known: &[&str]) -> Result<(), RuleError> {
    let Some(entries) = map.entries() else {
        return Err(error_with(map, format!("expected a mapping, found {}", map.kind()), None));
    };
    for (key, _) in entries {
        let name = key.text().unwrap_or_default();
        if !known.contains(&name.as_ref()) {
            return Err(unknown(key, known));
        }
    }
    Ok(())
}

/// The error for a key that is not known.
pub(super) fn unknown(key: &Value, known: &[&str]) -> RuleError {
    let name = key.text().unwrap_or_default();
    let hint = nearest(&name, known.iter().copied())
        .or_else(|| Some(format!("known here: {}", known.join(", "))));
    error_with(key, format!("the key `{name}` is not known here"), hint)
}

/// A hint that names the known word nearest to `name`, if one is near.
pub(super) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<String> {
    let near = known.map(|word| (distance(name, word), word)).min()?;
    let limit = name.chars().count().max(3) / 3;
    (near.0 <= limit).then(|| format!("did you mean `{}`?", near.1))
}

/// Edits (insert, delete, replace) from one word to the other; long words count as far apart.
fn distance(a: &str, b: &str) -> usize {
    const LONG: usize = 64;
    if a.len() > LONG || b.len() > LONG {
        return LONG;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut left = i + 1;
        let mut next = vec![left];
        for (to, above) in b.iter().zip(row.windows(2)) {
            let &[diagonal, up] = above else { continue };
            left = (left + 1).min(up + 1).min(diagonal + usize::from(*to != from));
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_named_only_when_it_is_near() {
        let known = ["pattern", "patterns", "pattern-either"];
        let hint = |name| nearest(name, known.iter().copied());
        assert_eq!(hint("pattern-eihter"), Some("did you mean `pattern-either`?".to_owned()));
        assert_eq!(hint("patern"), Some("did you mean `pattern`?".to_owned()));
        assert_eq!(hint("severity"), None);
    }
}
